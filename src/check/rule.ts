/**
 * What a rule of `check` is: a row with its words, its examples and a pure function that looks at a plan.
 */
import type { Lang, MessageCode, Severity } from '../message.ts'
import type { Edit } from '../plan.ts'
import type { Range } from '../text/view.ts'
import type { Subject } from './subject.ts'

export type Words = Record<Lang, string>

/** What a rule found: `at` are offsets into the text, `null` for the whole document. */
export interface Found {
  at: Range | null
  reason: Words
  /** What mends it, where that is safe: disjoint, in order. */
  edits?: readonly Edit[]
}

export interface Rule {
  id: string
  /**
   * Where nobody sets another: `error` for what is surely a fault, `warning` for what most likely is one, `info` for a
   * suspicion and for what only looks uneven.
   */
  severity: Severity
  title: Words
  /** What it looks for, why, and what to do. */
  help: Words
  /** Some of what it finds is mended by `--fix`. */
  fixable?: true
  /** What the parser says of the same; the rule says it in its place. */
  message?: MessageCode
  find(subject: Subject): Iterable<Found>
  examples: Examples
}

/**
 * Texts, the words of each finding between ⟦ and ⟧. They stand between a title and a signature, unless `whole` is
 * set; a bad one without marks is a finding about the whole document. `also` is a rule that cannot but find something
 * in the bad ones as well.
 */
export interface Examples {
  bad: readonly string[]
  good: readonly string[]
  whole?: true
  also?: string
}

/** Words of the document for a sentence: on one line, at most 20 characters. */
export function quote(text: string): string {
  const line = text.replace(/\s+/g, (blank) => (blank.includes('\n') ? '' : ' ')).trim()
  return line.length > 20 ? `${line.slice(0, 20)}…` : line
}

/** `1 task`, `2 tasks`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** Five items for an example: what is common must be so several times. */
export function fiveItems(item: (number: string) => string): string {
  return Array.from('一二三四五', item).join('\n')
}
