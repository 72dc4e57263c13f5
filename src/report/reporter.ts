/** What a reporter is: findings → text. A reporter is a file and its row in `index.ts`. */
import type { Lang, Severity } from '../message.ts'
import type { CheckReport, Finding, Plan, Position } from '../plan.ts'
import { sourcePosition } from '../source.ts'

/** One file that was checked, or could not be read. */
export interface CheckedFile {
  /** As it was named; `null` for standard input. */
  path: string | null
  /** Its path from the current folder, parted by `/`; `null` for standard input and for files outside. */
  relative: string | null
  /** The same as a URI reference; of a file outside, its URI; `-` for standard input. */
  uri: string
  /** What was checked, with its text; `null` where it could not be read. */
  plan: Plan | null
  findings: readonly Finding[]
  fault: CheckReport['files'][number]['fault']
}

export function textOf({ plan }: CheckedFile): string {
  return plan?.document.text ?? ''
}

export type Summary = CheckReport['summary']

export interface ReportOptions {
  lang: Lang
  /** text: errors only. */
  quiet?: boolean
  /** text: with colours. */
  colour?: boolean
  /** text: columns of the terminal. */
  width?: number
}

/** One report in the making; the pieces joined are the report. */
export interface Reporting {
  begin(): string
  file(file: CheckedFile): string
  end(summary: Summary): string
}

export interface Reporter {
  id: string
  open(options: ReportOptions): Reporting | Promise<Reporting>
}

/**
 * The place of a finding as it is shown to people and other programs: in the file where that is exact, else in the
 * text that was read from it.
 */
export function placeOf({ position }: Finding, { plan }: CheckedFile): Position {
  if (position === null) return { start: START, end: START }
  return (plan && sourcePosition(plan, position)) ?? position
}
const START = { line: 1, column: 1, offset: 0 }

/** Counts what is found. */
export class Tally {
  readonly summary: Summary = { files: 0, unread: 0, errors: 0, warnings: 0, infos: 0, fixable: 0 }

  add({ findings, fault }: Pick<CheckedFile, 'findings' | 'fault'>): void {
    this.summary.files++
    if (fault !== null) this.summary.unread++
    for (const { severity, fix } of findings) {
      this.summary[COUNTED[severity]]++
      if (fix !== null) this.summary.fixable++
    }
  }
}
const COUNTED = { error: 'errors', warning: 'warnings', info: 'infos' } as const satisfies Record<
  Severity,
  keyof Summary
>
