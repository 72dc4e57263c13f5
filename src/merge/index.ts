/** Ledgers that come back, and corrections, go into the plans they were made from. Nothing is overwritten silently. */
import { type Lang, type MessageCode, toMessage } from '../message.ts'
import type { Extra, Message, Plan, Task } from '../plan.ts'
import { type ColumnKey, columnOf } from '../write/columns.ts'
import { isRemark, valuesOf } from '../write/extras.ts'
import { bare, printOf } from '../write/key.ts'
import { LONGEST } from '../write/xlsx/text.ts'
import type { Ledger, LedgerRow } from './ledger.ts'
import { addTo, type Entry, ownKey, TaskIndex } from './match.ts'
import { newReportOf, reportOf } from './status.ts'

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
    renewed: ({ cells }: LedgerRow, before: string) =>
      newReportOf(cells.get('state') ?? '', cells.get('status') ?? '', before),
    get: ({ status }: Task) => status,
    set(task: Task, value: string) {
      task.status = value
    },
  },
  {
    key: 'remark',
    said: ({ cells }: LedgerRow) => cells.get('remark') || null,
    renewed: ({ cells }: LedgerRow) => cells.get('remark') || null,
    get: (task: Task) => valuesOf(task, isRemark) || null,
    set(task: Task, value: string) {
      const remark: Extra = { label: '备注', value, position: task.position }
      task.extra = [...task.extra.filter((extra) => !isRemark(extra)), remark]
    },
  },
] as const

function mergeTask(entry: Entry, rows: readonly LedgerRow[], { prefer }: MergeOptions, say: Sayings): void {
  for (const row of rows) reportUnread(entry, row, say)
  const { task } = entry
  for (const column of MERGED) {
    const { key, get, set } = column
    const before = get(task)
    const [first, ...others] = rows.flatMap((row) => sayingOf(row, entry, column) ?? [])
    if (first === undefined) continue
    const { row, value, isRenewed } = first
    const other = others.find((each) => !isSame(each.value, value))
    if (other) say.ofColumn(other.row, 'ledger-rows-differ', entry, key)
    else if (before === null) set(task, value)
    else if (!isSame(before, value)) {
      const isTaken = isRenewed || prefer === 'ledger'
      const code = isRenewed ? 'ledger-updated' : isTaken ? 'ledger-replaced' : 'ledger-conflict'
      say.ofColumn(row, code, entry, key)
      if (isTaken) set(task, value)
    }
  }
}

/** What a row says. */
interface Saying {
  row: LedgerRow
  value: string
  /** The plan still says what was handed out with the row, and the row says something else by now. */
  isRenewed: boolean
}

/** `null` where a row says nothing, or still what was handed out with it. */
function sayingOf(row: LedgerRow, entry: Entry, { key, said, renewed, get }: (typeof MERGED)[number]): Saying | null {
  const handedOut = ownKey(row, entry)?.[key] ?? null
  const as = said(row)
  if (as === null || printOf(as) === handedOut) return null
  const before = get(entry.task)
  // Of what a cell cannot hold the row has but a part.
  const isRenewed = before !== null && before.length <= LONGEST && printOf(before) === handedOut
  const value = isRenewed ? renewed(row, before) : as
  return value === null ? null : { row, value, isRenewed }
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
