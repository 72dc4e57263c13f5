/**
 * Annotations of GitHub Actions, one workflow command a finding, and a line for people at the end.
 * https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
 */
import type { Severity } from '../message.ts'
import { visible, visibleLine } from '../write/visible.ts'
import { type CheckedFile, placeOf, type Reporting, type ReportOptions } from './reporter.ts'
import { summaryLine } from './summary.ts'

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<Severity, string>

export function github({ lang }: ReportOptions): Reporting {
  return {
    begin: () => '',
    file(file) {
      if (file.fault) return command('error', { ...nameOf(file), title: file.fault.code }, file.fault.reason)
      return file.findings
        .map((finding) => {
          const { start, end } = placeOf(finding, file)
          // An end column counts within one line only.
          const place = { line: start.line, endLine: end.line, col: start.column }
          const columns = start.line === end.line ? { ...place, endColumn: end.column } : place
          return command(
            COMMANDS[finding.severity],
            { ...nameOf(file), ...columns, title: finding.rule },
            finding.reason,
          )
        })
        .join('')
    },
    end: (summary) => `${summaryLine(summary, lang)}\n`,
  }
}

function nameOf({ relative, path }: CheckedFile): { file?: string } {
  const file = relative ?? path
  return file === null ? {} : { file }
}

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
  return `::${name} ${list.join(',')}::${escapeData(visibleLine(message))}\n`
}

/** What a message may not hold as it is. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

/** Nor a property; a name is the same to GitHub where it holds nothing that a log must not show. */
function escapeProperty(text: string): string {
  return escapeData(visible(text)).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
