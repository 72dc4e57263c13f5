/**
 * SARIF 2.1.0 (OASIS), for code scanning and editors. Columns count UTF-16 code units from 1, the end is the column
 * after the last (§3.30); a file within the current folder is named by a relative URI reference.
 */
import { RULES } from '../check/index.ts'
import type { Rule } from '../check/rule.ts'
import type { Lang, Severity } from '../message.ts'
import type { Edit, Finding } from '../plan.ts'
import { LineIndex } from '../position.ts'
import { VERSION } from '../version.ts'
import { type CheckedFile, placeOf, type Reporting, type ReportOptions, textOf } from './reporter.ts'

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'
const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, string>
const LANGUAGES = { zh: 'zh-CN', en: 'en' } as const satisfies Record<Lang, string>

export function sarif({ lang }: ReportOptions): Reporting {
  let count = 0
  const notifications: object[] = []
  return {
    begin: () =>
      `{"$schema":"${SCHEMA}","version":"2.1.0","runs":[{"tool":${JSON.stringify(toolOf(lang))},` +
      `"language":"${LANGUAGES[lang]}","columnKind":"utf16CodeUnits","results":[`,
    file(file) {
      if (file.fault) notifications.push(notificationOf(file, file.fault.reason))
      return resultsOf(file, lang)
        .map((result) => `${count++ === 0 ? '\n' : ',\n'}${JSON.stringify(result)}`)
        .join('')
    },
    end() {
      const invocation = {
        executionSuccessful: notifications.length === 0,
        toolExecutionNotifications: notifications,
      }
      return `\n],"invocations":[${JSON.stringify(invocation)}]}]}\n`
    },
  }
}

function toolOf(lang: Lang): object {
  const rules = (RULES as readonly Rule[]).map(({ id, severity, title, help }) => ({
    id,
    shortDescription: { text: title[lang] },
    fullDescription: { text: help[lang] },
    help: { text: help[lang] },
    defaultConfiguration: { level: LEVELS[severity] },
  }))
  return { driver: { name: 'planparse', version: VERSION, semanticVersion: VERSION, rules } }
}

function resultsOf(file: CheckedFile, lang: Lang): object[] {
  const artifactLocation = { uri: file.uri }
  const index = new LineIndex(textOf(file))
  return file.findings.map((finding) => ({
    ruleId: finding.rule,
    ruleIndex: RULES.findIndex(({ id }) => id === finding.rule),
    level: LEVELS[finding.severity],
    message: { text: plain(finding.reason) },
    locations: [{ physicalLocation: { artifactLocation, region: regionOf(finding, file) } }],
    // Only where the text is the file's own do the edits fit it.
    ...(finding.fix && ['text', 'markdown'].includes(file.plan?.source.format ?? '')
      ? { fixes: [fixOf(finding.fix, artifactLocation, index, lang)] }
      : {}),
  }))
}

function regionOf(finding: Finding, file: CheckedFile): object {
  const { start, end } = placeOf(finding, file)
  if (finding.position === null) return { startLine: start.line }
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column }
}

function fixOf(edits: readonly Edit[], artifactLocation: object, index: LineIndex, lang: Lang): object {
  const replacements = edits.map(({ start, end, text }) => {
    const [from, to] = [index.point(start), index.point(end)]
    const deletedRegion = { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column }
    return { deletedRegion, insertedContent: { text } }
  })
  return { description: { text: FIX[lang] }, artifactChanges: [{ artifactLocation, replacements }] }
}
const FIX = { zh: '按多数写法统一，删去多余空格', en: 'write it as most are written; take stray blanks out' } as const

function notificationOf({ uri }: CheckedFile, reason: string): object {
  return {
    level: 'error',
    message: { text: plain(reason) },
    locations: [{ physicalLocation: { artifactLocation: { uri } } }],
  }
}

/** Words of a document make no link (SARIF 2.1.0, 3.11.6). */
function plain(text: string): string {
  return text.replace(/[\\[]/g, '\\$&')
}
