/**
 * Spreadsheets (.xlsx): each sheet that people see, with its merged cells and its values as they are shown; dates as
 * dates. Formulas give what they last gave.
 */
import { readXlsx as parseXlsx, type Sheet } from 'hucre/xlsx'
import { PlanparseError } from '../error.ts'
import { refuseOthers } from './container.ts'
import { Draft, type DraftCell } from './draft.ts'
import type { BinaryReading } from './index.ts'
import { writeSheet } from './sheet.ts'
import { Archive } from './zip.ts'

/** More cells than these are no plan. */
const MOST_CELLS = 2_000_000

export async function readXlsx(bytes: Uint8Array): Promise<BinaryReading> {
  const draft = new Draft()
  for (const sheet of await openSheets(bytes)) writeSheet(draft, rowsOf(sheet))
  return { ...draft.finish(), lines: 'none', notes: [], markup: [] }
}

/** The cells of each sheet that people see, as text; a merged cell stands in all its places. */
export async function sheetRows(bytes: Uint8Array): Promise<string[][][]> {
  return (await openSheets(bytes)).map((sheet) => {
    const rows = sheet.rows.map((row) => row.map(show))
    for (const { startRow, startCol, endRow, endCol } of sheet.merges ?? []) {
      const value = rows[startRow]?.[startCol] ?? ''
      for (const row of rows.slice(startRow, endRow + 1)) {
        for (let c = startCol; c <= Math.min(endCol, row.length - 1); c++) row[c] = value
      }
    }
    return rows
  })
}

/** The sheets that people see. Rejects with `PlanparseError` for what is no spreadsheet, or made to do harm. */
async function openSheets(bytes: Uint8Array): Promise<Sheet[]> {
  refuseOthers(bytes, 'xlsx')
  const archive = await Archive.open(bytes)
  if (!archive.has('[content_types].xml')) throw new PlanparseError('zip-unknown')
  await archive.admitAll(refuseDoctype)
  return (await sheetsOf(bytes)).filter((sheet) => !sheet.hidden && !sheet.veryHidden)
}

/** Packages hold no document type (ECMA-376 Part 2, 6.2.5); it stands before the first element. */
function refuseDoctype(name: string, bytes: Uint8Array): void {
  const isXml = /\.(?:xml|rels)$/.test(name)
  const head = new TextDecoder('latin1').decode(bytes).replaceAll('\0', '')
  if (isXml && /<!DOCTYPE/.test(head)) throw new PlanparseError('doctype-forbidden', 'xlsx')
}

async function sheetsOf(bytes: Uint8Array): Promise<Sheet[]> {
  try {
    return (await parseXlsx(bytes)).sheets
  } catch (error) {
    throw new PlanparseError('truncated', error instanceof Error ? error.message.slice(0, 80) : '')
  }
}

/** The rows with merged cells once each; blank rows and columns at the edges are left out. */
function rowsOf(sheet: Sheet): DraftCell[][] {
  const width = Math.max(0, ...sheet.rows.map((row) => row.findLastIndex((value) => show(value) !== '') + 1))
  if (width * sheet.rows.length > MOST_CELLS) throw new PlanparseError('too-large', `${sheet.rows.length} × ${width}`)
  const merges = new Map(sheet.merges?.map((merge) => [`${merge.startRow},${merge.startCol}`, merge]))
  const covered = new Set<string>()
  const rows: DraftCell[][] = []
  sheet.rows.forEach((row, r) => {
    const cells: DraftCell[] = []
    for (let c = 0; c < width; c++) {
      if (covered.has(`${r},${c}`)) continue
      const merge = merges.get(`${r},${c}`)
      const down = merge ? Math.min(merge.endRow, sheet.rows.length - 1) - r + 1 : 1
      const across = merge ? Math.min(merge.endCol, width - 1) - c + 1 : 1
      for (let i = 0; i < down; i++) for (let k = 0; k < across; k++) covered.add(`${r + i},${c + k}`)
      cells.push({ paragraphs: paragraphsOf(show(row[c])), rows: down, columns: across })
    }
    rows.push(cells)
  })
  return rows
}

function paragraphsOf(value: string): string[][] {
  return value
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .map((line) => [line])
}

/** A value as a person reads it: 2024年6月30日 for a date, no digits that only the binary form has. */
function show(value: Sheet['rows'][number][number] | undefined): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date)
    return Number.isNaN(value.getTime())
      ? ''
      : `${value.getUTCFullYear()}年${value.getUTCMonth() + 1}月${value.getUTCDate()}日`
  if (typeof value === 'number') return String(Number(value.toPrecision(12)))
  return String(value)
}
