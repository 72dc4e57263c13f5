/** A ledger that comes back: the rows of its first table, by what their columns hold, wherever people have put them. */
import { PlanparseError } from '../error.ts'
import { csvRows } from '../read/csv.ts'
import { decode } from '../read/decode.ts'
import { hasParts, refuseKnown } from '../read/signatures.ts'
import { TERMS, type Terms } from '../terms/additions.ts'
import { columnsOf } from '../terms/columns.ts'
import { plain } from '../text/chars.ts'
import { COLUMNS } from '../write/columns.ts'
import type { ColumnChoice } from '../write/layout.ts'

export interface LedgerRow {
  /** As the ledger was named. */
  path: string
  /** As a spreadsheet numbers it, from 1. */
  line: number
  /** The cells of known columns, by the key of the column. */
  cells: ReadonlyMap<string, string>
}

export interface Ledger {
  path: string
  rows: LedgerRow[]
  /** Headings of columns with something in them that are none of a ledger, with the row they stand in. */
  unknown: { heading: string; line: number }[]
}

/** Headings stand in the first rows; people put titles above them. */
const HEADINGS_WITHIN = 20

/**
 * Reads a spreadsheet or CSV. `choices` are the columns that the ledger was written with, where it has headings of its
 * own. Rejects with `PlanparseError` where it cannot be read, or has no columns to know the tasks by and to take
 * anything from.
 */
export async function readLedger(
  bytes: Uint8Array,
  path: string,
  choices: readonly ColumnChoice[] | null,
  terms: Terms = TERMS,
): Promise<Ledger> {
  const tables = hasParts(bytes, 'xl/') ? await loadSheets(bytes) : [csvTable(bytes)]
  for (const table of tables) {
    const ledger = ledgerOf(table, path, choices, terms)
    if (ledger) return ledger
  }
  throw new PlanparseError('not-a-ledger')
}

function csvTable(bytes: Uint8Array): string[][] {
  refuseKnown(bytes)
  return csvRows(decode(bytes, 'auto').text)
}

async function loadSheets(bytes: Uint8Array): Promise<string[][][]> {
  return (await import('../read/xlsx.ts')).sheetRows(bytes)
}

function ledgerOf(
  table: readonly string[][],
  path: string,
  choices: readonly ColumnChoice[] | null,
  terms: Terms,
): Ledger | null {
  for (const [at, headings] of table.slice(0, HEADINGS_WITHIN).entries()) {
    const keys = keysOf(headings, choices, terms)
    if (!KNOWN_BY.some((key) => keys.includes(key)) || !TAKEN.some((key) => keys.includes(key))) continue
    const body = table.slice(at + 1)
    const rows = body.map((row, i) => ({ path, line: at + i + 2, cells: cellsOf(row, keys) }))
    const unknown = headings.flatMap((heading, i) =>
      keys[i] === null && heading.trim() !== '' && body.some((row) => row[i]?.trim())
        ? [{ heading, line: at + 1 }]
        : [],
    )
    return { path, rows: rows.filter(isFilled), unknown }
  }
  return null
}

/** Columns that say which task a row is of, and those that are merged. */
const KNOWN_BY = ['key', 'id', 'text', 'title', 'summary']
const TAKEN = ['state', 'status', 'remark']

function isFilled({ cells }: LedgerRow): boolean {
  return [...KNOWN_BY, ...TAKEN].some((key) => cells.get(key))
}

function cellsOf(row: readonly string[], keys: readonly (string | null)[]): Map<string, string> {
  const cells = new Map<string, string>()
  for (const [i, key] of keys.entries()) if (key !== null) cells.set(key, unguarded((row[i] ?? '').trim()))
  return cells
}

/** Without the mark that keeps a cell of a CSV file from being a formula. */
function unguarded(cell: string): string {
  return cell.replace(/^'(?=[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦])/u, '')
}

/** The key of each column, each once: by its own headings, then by those that planparse writes, then by its meaning. */
function keysOf(headings: readonly string[], choices: readonly ColumnChoice[] | null, terms: Terms): (string | null)[] {
  const keys: (string | null)[] = headings.map(() => null)
  const meanings = [
    (heading: string) => choices?.find((choice) => choice.heading !== undefined && same(choice.heading, heading))?.key,
    (heading: string) => COLUMNS.find(({ zh, en }) => same(zh, heading) || same(en, heading))?.key,
    meaningsOf(headings, terms),
  ]
  for (const meaning of meanings) {
    headings.forEach((heading, i) => {
      const key = heading.trim() === '' ? null : (meaning(heading, i) ?? null)
      if (keys[i] === null && key !== null && !keys.includes(key)) keys[i] = key
    })
  }
  return keys
}

function same(heading: string, other: string): boolean {
  return plain(heading).toLowerCase() === plain(other).toLowerCase()
}

/** What renamed columns hold: 办理进展 is a report of progress, 主要任务 the text. */
function meaningsOf(headings: readonly string[], terms: Terms): (heading: string, i: number) => string | null {
  const columns = columnsOf([...headings], terms)
  return (heading, i) => {
    const column = columns[i]
    if (column?.use === 'text') return 'text'
    if (column?.use === 'index') return 'id'
    if (column?.field.kind === 'unit') return column.field.role
    if (column?.field.kind === 'deadline') return 'due'
    if (column?.field.kind === 'status') return /状态$/.test(plain(heading)) ? 'state' : 'status'
    return /^备注/.test(plain(heading)) ? 'remark' : null
  }
}
