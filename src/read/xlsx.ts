/**
 * Spreadsheets (.xlsx): each sheet that people see, with its merged cells and its values as they are shown; dates as
 * dates. Formulas give what they last gave.
 */
import { type MergeRange, readXlsx as parseXlsx, type Sheet, type Workbook } from 'hucre/xlsx'
import { PlanparseError } from '../error.ts'
import { refuseOthers } from './container.ts'
import { Draft, type DraftCell } from './draft.ts'
import type { BinaryReading } from './index.ts'
import { writeSheet } from './sheet.ts'
import { type Calendar, numbersBeyond, showDate, showNumber } from './xlsx-dates.ts'
import { Archive } from './zip.ts'

/** More cells than these are no plan. */
const MOST_CELLS = 2_000_000
/** Ten times those of a sheet: what lies upon each other is told by no program. */
const MOST_COLUMNS = 163_840
/** A text that many cells share counts in each. */
const MOST_CHARACTERS = 64 << 20

export async function readXlsx(bytes: Uint8Array): Promise<BinaryReading> {
  const draft = new Draft()
  for (const sheet of await openSheets(bytes)) writeSheet(draft, rowsOf(sheet, shownRows(sheet)))
  return { ...draft.finish(), lines: 'none', notes: [], markup: [] }
}

/** The cells of each sheet that people see, as text; a merged cell stands in all its places. */
export async function sheetRows(bytes: Uint8Array): Promise<string[][][]> {
  return (await openSheets(bytes)).map((sheet) => {
    const rows = shownRows(sheet)
    for (const { startRow, startCol, endRow, endCol } of sheet.merges ?? []) {
      const value = rows[startRow]?.[startCol] ?? ''
      for (const row of rows.slice(startRow, endRow + 1)) {
        for (let c = startCol; c <= Math.min(endCol, row.length - 1); c++) row[c] = value
      }
    }
    return rows
  })
}

interface SeenSheet extends Sheet {
  calendar: Calendar
  /** Texts of numbers that are too large for the library, by `row,column`. */
  beyond: ReadonlyMap<string, string | null>
}

/** The sheets that people see. Rejects with `PlanparseError` for what is no spreadsheet, or made to do harm. */
async function openSheets(bytes: Uint8Array): Promise<SeenSheet[]> {
  refuseOthers(bytes, 'xlsx')
  const archive = await Archive.open(bytes)
  if (!archive.has('[content_types].xml')) throw new PlanparseError('zip-unknown')
  const parts: string[] = []
  await archive.admitAll((name) => {
    if (/worksheets\/[^/]+\.xml$/.test(name)) parts.push(name)
    return lookAt(name)
  })
  const book = await bookOf(bytes)
  const calendar = { from1904: book.dateSystem === '1904', months: await hasMonths(archive) }
  const sheets = book.sheets.filter((sheet) => !sheet.hidden && !sheet.veryHidden)
  const beyond = sheets.some(hasBeyond) ? await numbersBeyond(archive, parts) : new Map()
  return sheets.map(withBoundedMerges).map((sheet) => ({ ...sheet, calendar, beyond }))
}

function hasBeyond({ rows }: Sheet): boolean {
  return rows.some((row) => row.some(isBeyond))
}

/** A number that is none any more, as a date or by its size. */
function isBeyond(value: Sheet['rows'][number][number]): boolean {
  const number = value instanceof Date ? value.getTime() : value
  return typeof number === 'number' && !Number.isFinite(number)
}

/** Merged cells that lie upon each other, as no spreadsheet program writes them, could take every cell many times. */
function withBoundedMerges(sheet: Sheet): Sheet {
  const width = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0)
  const merges = sheet.merges ?? []
  const extent = (start: number, end: number, most: number) => Math.max(Math.min(end, most - 1) - start + 1, 1)
  const cells = merges.reduce(
    (sum, merge) =>
      sum + extent(merge.startRow, merge.endRow, sheet.rows.length) * extent(merge.startCol, merge.endCol, width),
    0,
  )
  if (cells > MOST_CELLS) throw new PlanparseError('truncated', `${merges.length} × mergeCell`)
  return sheet
}

/** True where cells have the formats 2024年9月 that are built into Chinese Excel by number (ECMA-376 Part 1, 18.8.30). */
async function hasMonths(archive: Archive): Promise<boolean> {
  const parts: Uint8Array[] = []
  await archive.read('xl/styles.xml', (bytes) => parts.push(bytes))
  return /numFmtId="(?:27|36|50|52|57)"/.test(Buffer.concat(parts).toString('latin1'))
}

/** Looks at a part before the library sees it: for what has no place in it, and what the library would go through for ever. */
function lookAt(name: string): (bytes: Uint8Array) => void {
  let isHead = /\.(?:xml|rels)$/.test(name)
  let isBeforeRows = isHead
  let columns = 0
  return (bytes) => {
    if (!isBeforeRows) return
    const text = new TextDecoder('latin1').decode(bytes).replaceAll('\0', '')
    // Packages hold no document type (ECMA-376 Part 2, 6.2.5); it stands before the first element.
    if (isHead && /<!DOCTYPE/.test(text)) throw new PlanparseError('doctype-forbidden', 'xlsx')
    isHead = false
    // Columns are told once each (18.3.1.13), but a library goes through all that are told.
    for (const [col] of text.matchAll(/<col\s[^<>]{1,300}/g)) {
      const [from, to] = [/\bmin="(\d{1,9})"/, /\bmax="(\d{1,9})"/].map((edge) => Number(edge.exec(col)?.[1] ?? 0))
      columns += (to as number) - (from as number) + 1
    }
    if (columns > MOST_COLUMNS) throw new PlanparseError('too-large', '<cols>')
    isBeforeRows = !text.includes('<sheetData')
  }
}

async function bookOf(bytes: Uint8Array): Promise<Workbook> {
  try {
    return await parseXlsx(bytes, { readStyles: true })
  } catch (error) {
    const said = error instanceof Error ? error.message : ''
    // The library lays out a whole sheet up to its last cell; one far away makes that too large.
    const [, rows, columns] = /spans (\d{1,9}) rows x (\d{1,9}) columns/.exec(said) ?? []
    if (columns) throw new PlanparseError('too-large', `${rows} × ${columns}`)
    throw new PlanparseError('truncated', said.slice(0, 80))
  }
}

/** The rows with words, with merged cells once each; blank columns at the right edge are left out. */
function rowsOf(sheet: Sheet, shown: readonly string[][]): DraftCell[][] {
  const rows = shown.filter(hasWords)
  const width = rows.reduce((most, row) => Math.max(most, row.findLastIndex((value) => value !== '') + 1), 0)
  if (width * rows.length > MOST_CELLS) throw new PlanparseError('too-large', `${rows.length} × ${width}`)
  const characters = rows.reduce((sum, row) => row.reduce((all, value) => all + value.length, sum), 0)
  if (characters > MOST_CHARACTERS) throw new PlanparseError('too-large', `${characters}`)
  const merges = new Map(mergesOf(sheet, shown).map((merge) => [`${merge.startRow},${merge.startCol}`, merge]))
  const covered = new Set<string>()
  return rows.map((row, r) => {
    const cells: DraftCell[] = []
    for (let c = 0; c < width; c++) {
      if (covered.has(`${r},${c}`)) continue
      const merge = merges.get(`${r},${c}`)
      const down = merge ? merge.endRow - r + 1 : 1
      const across = merge ? Math.min(merge.endCol, width - 1) - c + 1 : 1
      for (let i = 0; i < down; i++) for (let k = 0; k < across; k++) covered.add(`${r + i},${c + k}`)
      cells.push({ paragraphs: paragraphsOf(row[c] ?? ''), rows: down, columns: across })
    }
    return cells
  })
}

/** Where cells are merged, counted in rows with words only. */
function mergesOf({ merges = [] }: Sheet, shown: readonly string[][]): MergeRange[] {
  const before = [0]
  for (const row of shown) before.push((before.at(-1) as number) + (hasWords(row) ? 1 : 0))
  const at = (row: number) => before[Math.min(row, shown.length)] as number
  return merges
    .filter(({ startRow }) => hasWords(shown[startRow] ?? []))
    .map((merge) => ({ ...merge, startRow: at(merge.startRow), endRow: at(merge.endRow + 1) - 1 }))
}

function hasWords(row: readonly string[]): boolean {
  return row.some((value) => value.trim() !== '')
}

function paragraphsOf(value: string): string[][] {
  return value
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .map((line) => [line])
}

function shownRows({ rows, cells, calendar, beyond }: SeenSheet): string[][] {
  return rows.map((row, r) =>
    row.map((value, c) => {
      if (isBeyond(value)) return beyond.get(`${r},${c}`) ?? UNSHOWN
      const isPlain = !(value instanceof Date) && typeof value !== 'number'
      return show(value, isPlain ? undefined : cells?.get(`${r},${c}`)?.style?.numFmt, calendar)
    }),
  )
}

/** What a spreadsheet program shows for a number that has no text. */
const UNSHOWN = '#######'

/** A value as a person reads it: a date, 35%. */
function show(
  value: Sheet['rows'][number][number] | undefined,
  format: string | undefined,
  calendar: Calendar,
): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return showDate(value, format, calendar)
  if (typeof value !== 'number') return String(value)
  const isShare = format !== undefined && /^[0#.,]{1,12}%/.test(format) && Number.isFinite(value * 100)
  return isShare ? `${showNumber(value * 100)}%` : showNumber(value)
}
