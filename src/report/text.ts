/** The findings for a person: a line each, the words in their line, and how many there were. */
import type { Finding } from '../plan.ts'
import { type Paints, paints } from '../write/paint.ts'
import { visibleLine } from '../write/visible.ts'
import { excerptOf } from './excerpt.ts'
import { type CheckedFile, placeOf, type Reporting, type ReportOptions, textOf } from './reporter.ts'
import { summaryLine } from './summary.ts'

const WIDTH = 80
const MARGIN = '  '

export function text({ lang, quiet = false, colour = false, width = WIDTH }: ReportOptions): Reporting {
  const paint = paints(colour)
  return {
    begin: () => '',
    file(file) {
      const told = quiet ? file.findings.filter(({ severity }) => severity === 'error') : file.findings
      return told.map((finding) => block(finding, file, width, paint)).join('')
    },
    end: (summary) => (quiet ? '' : `${summaryLine(summary, lang)}\n`),
  }
}

function block(finding: Finding, file: CheckedFile, columns: number, paint: Paints): string {
  const { severity, reason, rule, position } = finding
  const { line, column } = placeOf(finding, file).start
  const head = `${visibleLine(file.path ?? '-')}:${line}:${column}: ${paint[severity](severity)}: ${visibleLine(reason)} [${rule}]\n`
  if (position === null) return head
  const { line: words, indent, length } = excerptOf(textOf(file), position, columns - MARGIN.length)
  return `${head}${MARGIN}${words}\n${MARGIN}${' '.repeat(indent)}${paint[severity]('^'.repeat(length))}\n`
}
