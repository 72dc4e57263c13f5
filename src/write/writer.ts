/** What a writer is. A format is a file that exports one, and its row in `index.ts`. */
import type { PlanparseError } from '../error.ts'
import type { Lang } from '../message.ts'
import type { Message, Plan } from '../plan.ts'
import type { ByUnit } from '../units.ts'
import type { ColumnChoice, PresetName } from './layout.ts'

/** How the output is to look; a writer uses what concerns it. */
export interface WriteOptions {
  /** Language of headings and labels; `zh` if not given. */
  lang?: Lang
  /** The output holds several plans: json makes an array of them, a table gets a first column with the file. */
  several?: boolean
  /** Tasks by unit, not by heading; a writing is then given them so (`Writing.plan`). */
  by?: 'unit' | undefined
  /** json: an array even of one plan. */
  array?: boolean
  /** json: indented, for people. */
  indent?: boolean
  /** csv: a byte order mark first, without which Excel takes UTF-8 for another encoding. */
  bom?: boolean
  /** csv: leave cells alone that a spreadsheet would take for a formula. */
  rawCsv?: boolean
  /** markdown: a task list under its headings (`list`, if not given) or a table. */
  markdown?: 'list' | 'table'
  /** Tables: the columns and manners of what the table is for; the usual ones of the format if not given. */
  preset?: PresetName
  /** Tables: these columns and no others, in this order. */
  columns?: readonly ColumnChoice[]
  /** Is told what could not be written whole, with the file it is of. */
  warn?: (path: string | null, message: Message) => void
  /** tree: columns of the terminal; longer text is shortened. Not shortened if not given. */
  width?: number
  /** tree: with colours. */
  colour?: boolean
}

/** A piece of an output: text, which is written as UTF-8, or bytes as they are. */
export type Piece = string | Uint8Array

/**
 * One output in the making. The pieces joined are the output; what is made of one plan does not depend on the others,
 * unless the writer `gathers`. */
export interface Writing {
  begin(): Piece
  /** `groups` are its tasks by unit, where the options ask for that. */
  plan(plan: Plan, groups?: ByUnit): Iterable<Piece>
  /** `count`: how many plans there were. */
  end(count: number): Piece | Promise<Piece>
  /** What stands between two plans. */
  between?: Piece
}

export interface Writer {
  id: string
  /** File name extensions that name the format, with their dot, the usual one first. */
  extensions: readonly string[]
  /** Its output is made of all plans together, at the end: they cannot be written apart and joined. */
  gathers?: boolean | ((options: WriteOptions) => boolean)
  /** The output is bytes, no text (a spreadsheet). */
  binary?: boolean
  /** It has columns, which `preset` and `columns` choose. */
  tabular?: boolean
  /** It can write by unit. */
  byUnit?: boolean
  /** It makes its text safe for a terminal itself: its colours are control characters as well. */
  paints?: boolean
  /** What of a plan this format cannot hold. */
  notes?(plan: Plan): Promise<PlanparseError[]>
  /** Plans are to hold their text (`document.text`): without it the output lacks what it is for. */
  needsText?: boolean
  /** For people to look at: of several documents those without anything that was asked for are left out. */
  leavesOutEmpty?: boolean
  /** Starts an output. Heavy libraries are loaded here, when they are needed. */
  open(options: WriteOptions): Writing | Promise<Writing>
}

/** A writing without anything before or after its plans. */
export function plain(plan: Writing['plan']): Writing {
  return { begin: () => '', plan, end: () => '' }
}
