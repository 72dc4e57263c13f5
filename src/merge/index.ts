/** Ledgers that come back, and corrections, go into the plans they were made from. Nothing is overwritten silently. */
import { type Lang, type MessageCode, toMessage } from '../message.ts'
import type { Extra, Message, Plan, Task } from '../plan.ts'
import { type ColumnKey, columnOf, isRemark } from '../write/columns.ts'
import type { Ledger, LedgerRow } from './ledger.ts'
import { addTo, bare, type Entry, TaskIndex } from './match.ts'
import { reportOf } from './status.ts'

/** What is said of a row, or of a file as a whole where there is no place. */
export interface Said {
  path: string
  message: Message
}

export interface MergeOptions {
  lang: Lang
  /** Whose report stands where plan and ledger have different ones. */
  prefer: 'plan' | 'ledger'
}

/** Fills the reports of progress and remarks of ledgers into the plans; what is to be said of it, in their order. */
export function mergeLedgers(plans: readonly Plan[], ledgers: readonly Ledger[], options: MergeOptions): Said[] {
  const index = new TaskIndex(plans)
  const rowsOf = new Map<Entry, LedgerRow[]>()
  const say = new Sayings(options.lang)
  const labels = new Set(index.entries.flatMap(({ task }) => task.extra.map(({ label }) => bare(label))))
  for (const ledger of ledgers) {
    for (const { heading, line } of ledger.unknown) {
      if (!labels.has(bare(heading).replace(/（原文）$|\(document\)$/, '')))
        say.of({ path: ledger.path, line }, 'ledger-column-unread', heading)
    }
    for (const row of ledger.rows) {
      const match = index.match(row)
      if (typeof match === 'string') say.of(row, `ledger-row-${match}`, nameOf(row))
      else addTo(rowsOf, match.entry, row)
    }
  }
  for (const [entry, rows] of rowsOf) mergeTask(entry, rows, options, say)
  const order = new Map(ledgers.map(({ path }, i) => [path, i]))
  const placeOf = ({ path, message }: Said) => [order.get(path) ?? 0, message.position?.start.line ?? 0] as const
  return say.all.sort((a, b) => placeOf(a)[0] - placeOf(b)[0] || placeOf(a)[1] - placeOf(b)[1])
}

class Sayings {
  readonly all: Said[] = []
  readonly #lang: Lang

  constructor(lang: Lang) {
    this.#lang = lang
  }

  /** In words of the language: 1.2 进展情况. */
  ofColumn(row: LedgerRow, code: MessageCode, { task }: Entry, key: ColumnKey): void {
    this.of(row, code, `${task.id} ${columnOf(key)[this.#lang]}`)
  }

  of({ path, line }: Pick<LedgerRow, 'path' | 'line'>, code: MessageCode, detail: string): void {
    const at = { line, column: 1, offset: 0 }
    this.all.push({ path, message: toMessage({ code, range: null, detail }, { start: at, end: at }, this.#lang) })
  }
}

/** What a row is called: its text, else its id. */
function nameOf({ cells }: LedgerRow): string {
  const name = ['text', 'title', 'summary', 'id', 'status'].map((key) => cells.get(key)).find((cell) => cell)
  return (name ?? '').replace(/\s+/g, ' ')
}

/** The columns that are merged: what a row says, and where that stands in a task. */
const MERGED = [
  {
    key: 'status',
    said: ({ cells }: LedgerRow) => reportOf(cells.get('state') ?? '', cells.get('status') ?? ''),
    get: ({ status }: Task) => status,
    set(task: Task, value: string) {
      task.status = value
    },
  },
  {
    key: 'remark',
    said: ({ cells }: LedgerRow) => cells.get('remark') || null,
    get: ({ extra }: Task) =>
      extra
        .filter(isRemark)
        .map(({ value }) => value)
        .join('；') || null,
    set(task: Task, value: string) {
      const remark: Extra = { label: '备注', value, position: task.position }
      task.extra = [...task.extra.filter((extra) => !isRemark(extra)), remark]
    },
  },
] as const

function mergeTask(entry: Entry, rows: readonly LedgerRow[], { prefer }: MergeOptions, say: Sayings): void {
  for (const row of rows) reportUnread(entry, row, say)
  const { task } = entry
  for (const { key, said, get, set } of MERGED) {
    const saying = rows.filter((row) => said(row) !== null)
    const [row, ...others] = saying
    if (row === undefined) continue
    const value = said(row) as string
    const other = others.find((each) => !isSame(said(each), value))
    const before = get(task)
    if (other) say.ofColumn(other, 'ledger-rows-differ', entry, key)
    else if (before === null) set(task, value)
    else if (!isSame(before, value)) {
      say.ofColumn(row, prefer === 'ledger' ? 'ledger-replaced' : 'ledger-conflict', entry, key)
      if (prefer === 'ledger') set(task, value)
    }
  }
}

function isSame(value: string | null, other: string | null): boolean {
  return bare(value ?? '') === bare(other ?? '')
}

/** Columns that are not merged: where people have changed them, that is said. */
const UNREAD = ['text', 'title', 'lead', 'responsible', 'support', 'supervisor', 'due', 'deadlines'] as const

function reportUnread(entry: Entry, row: LedgerRow, say: Sayings): void {
  for (const key of UNREAD) {
    const cell = row.cells.get(key)
    if (cell === undefined) continue
    const written = columnOf(key).cell(entry, { plan: entry.plan, lang: 'zh', comma: '、' })
    if (loose(cell) !== loose(written)) say.ofColumn(row, 'ledger-cell-unread', entry, key)
  }
}

/** However names are parted and in what order, and however a spreadsheet shows a date. */
function loose(cell: string): string {
  const date = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?: 0?0:00(?::00)?)?$/.exec(cell.trim())
  if (date) return date.slice(1).map(Number).join('-')
  return bare(cell)
    .split(/[、，,；;]/)
    .sort()
    .join('、')
}
