/**
 * Tables that are still tables in plain text: cells between bars, tabs, or columns of blanks. A row may run over
 * several lines, in quotes as spreadsheets write it or just broken; cells may be missing at its end.
 */
import type { Cell, TableBlock, TextBlock } from '../stages.ts'
import { displayWidth } from '../text/chars.ts'
import { View } from '../text/view.ts'
import { isHeader } from '../terms/columns.ts'
import { fieldOf } from '../terms/labels.ts'
import { readMarker } from '../terms/markers.ts'

interface Piece {
  start: number
  end: number
}
/** How a kind of table is cut: the cells of a line, and whether a line ends its row. */
interface Grid {
  cells(line: TextBlock, text: string): Piece[]
  open(line: TextBlock): boolean
}

const BARS: Grid = {
  cells(line, text) {
    const { start, end } = line.view.hull()
    const inner = text.slice(start, end)
    const from = start + (/^[|｜]/.test(inner) ? 1 : 0)
    const to = end - (inner.length > 1 && /[^\\][|｜]$/.test(inner) ? 1 : 0)
    return splitAt(text, from, to, /[|｜]/g)
  },
  open: (line) => !/[|｜]$/.test(line.view.text),
}

const TABS: Grid = {
  cells(line, text) {
    const { end } = line.view.hull()
    return splitAt(text, lineStart(line, text), end, /\t/g)
  },
  open: () => true,
}

function lineStart(line: TextBlock, text: string): number {
  let start = line.view.hull().start
  while (start > 0 && /[^\S\r\n]/.test(text[start - 1] as string)) start--
  return start
}

function splitAt(text: string, from: number, to: number, separator: RegExp): Piece[] {
  const pieces: Piece[] = []
  let start = from
  separator.lastIndex = from
  for (let match = separator.exec(text); match && match.index < to; match = separator.exec(text)) {
    if (text[match.index - 1] === '\\') continue
    pieces.push({ start, end: match.index })
    start = match.index + 1
  }
  pieces.push({ start, end: to })
  return pieces
}

/** What was read from a line on: a table or none, and the first line not looked at. */
export interface GridReading {
  table: TableBlock | null
  end: number
}

/** The table that begins at a line with bars or tabs; `null` where the line has none. */
export function readGrid(lines: readonly TextBlock[], at: number, text: string): GridReading | null {
  const first = (lines[at] as TextBlock).view.text
  if (/[|｜]/.test(first)) return readCut(lines, at, text, BARS, (line) => /[|｜]/.test(line))
  if (first.includes('\t')) return readCut(lines, at, text, TABS, (line) => line.includes('\t'))
  return null
}

function readCut(
  lines: readonly TextBlock[], at: number, text: string, grid: Grid, holds: (line: string) => boolean,
): GridReading {
  const rows: Piece[][][] = []
  let columns = 0
  let next = at
  while (next < lines.length) {
    const line = lines[next] as TextBlock
    if (line.role === 'furniture') {
      if (!continues(lines, next, holds)) break
      next++
      continue
    }
    if (!holds(line.view.text)) break
    const row = readRow(lines, next, text, grid, columns, holds)
    if (columns === 0) columns = row.cells.length
    if (columns < 2) return { table: null, end: next + 1 }
    if (columns < row.cells.length && rows.length < 2) columns = row.cells.length
    rows.push(row.cells)
    next = row.end
  }
  const isTask = rows.slice(0, 5).some((row) => isHeader(row.map((cell) => textOf(cell, text))))
  const looksLikeTable = rows.length >= 2 && (isTask || (rows.length >= 3 && columns >= 3 && rows.filter((row) => row.length === columns).length * 2 > rows.length))
  if (!looksLikeTable) return { table: null, end: Math.max(next, at + 1) }
  const body = rows.filter((row) => !row.every((cell) => /^[\s:：\-—=+]*$/.test(textOf(cell, text))))
  return { table: { kind: 'table', rows: body.map((row) => row.map((cell) => toCell(cell, text))) }, end: next }
}

/** Furniture in the midst of a table: the table goes on if the next line that is none is a row. */
function continues(lines: readonly TextBlock[], at: number, holds: (line: string) => boolean): boolean {
  let next = at
  while (next < lines.length && next < at + 6 && (lines[next] as TextBlock).role === 'furniture') next++
  const line = lines[next]
  return line !== undefined && line.role !== 'furniture' && holds(line.view.text)
}

/** One row: its cells, each in one or more pieces, and the line after it. */
function readRow(
  lines: readonly TextBlock[], at: number, text: string, grid: Grid, columns: number, holds: (line: string) => boolean,
): { cells: Piece[][]; end: number } {
  const cells = grid.cells(lines[at] as TextBlock, text).map((piece) => [piece])
  let next = at + 1
  while (next < lines.length && next < at + 60) {
    const line = lines[next] as TextBlock
    if (line.role === 'furniture') break
    const quoted = opensQuote(cells.at(-1) as Piece[], text)
    if (!quoted && !brokenRow(cells, line, lines[next - 1] as TextBlock, text, grid, columns, holds)) break
    const more = grid.cells(line, text)
    cells.at(-1)?.push(more[0] as Piece)
    for (const piece of more.slice(1)) cells.push([piece])
    next++
  }
  return { cells, end: next }
}

/** A row that lacks cells goes on in the next line where both together make one row, and no row begins there. */
function brokenRow(
  cells: readonly Piece[][], line: TextBlock, before: TextBlock, text: string, grid: Grid, columns: number,
  holds: (line: string) => boolean,
): boolean {
  if (columns === 0 || !grid.open(before)) return false
  const more = grid.cells(line, text)
  if (grid === BARS && !holds(lineStartText(line)) && cells.length === columns) return more.length === 1
  if (cells.length >= columns) return false
  if (cells.length + more.length - 1 > columns) return false
  const opening = text.slice((more[0] as Piece).start, (more[0] as Piece).end).trim()
  if (opening === '' || /^\d{1,3}$/.test(opening)) return false
  return holds(line.view.text) ? cells.length + more.length - 1 === columns : cells.length < columns - 1 || more.length > 1
}

/** The first characters of a line: a row of a table with bars begins with one. */
function lineStartText(line: TextBlock): string {
  return line.view.text.slice(0, 1)
}

function opensQuote(cell: readonly Piece[], text: string): boolean {
  const all = textOf(cell, text).trimStart()
  if (!all.startsWith('"')) return false
  return ((all.match(/"/g) ?? []).length & 1) === 1
}

function textOf(cell: readonly Piece[], text: string): string {
  return cell.map((piece) => text.slice(piece.start, piece.end)).join('\n')
}

function toCell(pieces: readonly Piece[], text: string): Cell {
  const paragraphs = pieces
    .map((piece) => View.of(text, piece.start, piece.end).trim())
    .map((view, i, all) => unquoted(view, i === 0, i === all.length - 1))
    .filter((view) => view.length > 0)
  return { paragraphs, above: false }
}

/** Without the quotation marks a spreadsheet puts around a cell of several lines. */
function unquoted(view: View, first: boolean, last: boolean): View {
  const start = first && view.text.startsWith('"') ? 1 : 0
  const end = last && view.text.endsWith('"') && view.length > start ? view.length - 1 : view.length
  return view.slice(start, end).trim()
}

/**
 * A table with every cell and every bar on a line of its own, as some editors paste them. Where the cells between the
 * bars make whole rows they are taken so, blank ones too; else the bars are dropped, and the cells read as flattened.
 */
export function readBarLines(lines: readonly TextBlock[], at: number): GridReading | null {
  const isBar = (line: TextBlock | undefined) => line !== undefined && /^[|｜]$/.test(line.view.text)
  if (!isBar(lines[at + 1]) && !isBar(lines[at])) return null
  const cells: View[][] = [[]]
  let next = at
  for (; next < lines.length; next++) {
    const line = lines[next] as TextBlock
    if (line.role === 'furniture') continue
    const ahead = lines.slice(next, next + 4)
    if (!isBar(line) && !ahead.some(isBar)) break
    if (isBar(line)) cells.push([])
    else cells.at(-1)?.push(line.view)
  }
  const rows = barRows(cells.map((views) => ({ paragraphs: views, above: false })))
  if (rows) return { table: { kind: 'table', rows }, end: next }
  for (const line of lines.slice(at, next)) if (isBar(line)) line.role = 'furniture'
  return null
}

/** Rows of as many cells as the header has; a numbered heading is a row by itself. `null` where it does not fit. */
function barRows(cells: readonly Cell[]): Cell[][] | null {
  const labels = cells.findIndex((cell) => cell.paragraphs.length > 0 && fieldOf(wordsOf(cell)) === null)
  const opening = cells.findIndex((cell) => cell.paragraphs.length > 0)
  const width = labels - opening
  if (width < 3 || !isHeader(cells.slice(opening, labels).map(wordsOf))) return null
  const rows: Cell[][] = [cells.slice(opening, labels)]
  const indexed = fieldOf(wordsOf(cells[opening] as Cell))?.kind === 'index'
  if (!indexed && cells.filter((cell) => /^\d{1,3}$/.test(wordsOf(cell))).length >= 3) return null
  for (let from = labels; from < cells.length; ) {
    const first = cells[from] as Cell
    if (isCategory(first)) {
      rows.push([first])
      from++
      continue
    }
    if (first.paragraphs.length === 0 && cells.slice(from).every((cell) => cell.paragraphs.length === 0)) break
    if (indexed && !/^\d{1,3}$/.test(wordsOf(first))) return null
    rows.push(cells.slice(from, from + width))
    from += width
  }
  return rows
}

function wordsOf(cell: Cell): string {
  return cell.paragraphs.map((view) => view.text).join('')
}

/** Headings of columns are short; cutting a line at its blanks takes time by the square of its length. */
const LONGEST_HEADER = 400

/** A table whose columns stand under their headings, two blanks or more between them (one where none is doubtful). */
export function readColumns(lines: readonly TextBlock[], at: number): GridReading | null {
  const header = lines[at] as TextBlock
  if (header.view.length > LONGEST_HEADER) return null
  const wide = piecesOf(header.view, /\s{2,}/g)
  const heads = wide.length >= 3 ? wide : piecesOf(header.view, /\s+/g)
  const labels = heads.map((head) => head.view.text)
  if (labels.length < 3 || !labels.every((label) => fieldOf(label) !== null) || !isHeader(labels)) return null
  const columns = heads.map((head) => head.column + header.indent)
  const rows: Cell[][] = [heads.map((head) => ({ paragraphs: [head.view], above: false }))]
  let next = at + 1
  for (; next < lines.length; next++) {
    const line = lines[next] as TextBlock
    if (line.role === 'furniture') continue
    const pieces = rowPieces(line, columns)
    if (!pieces && isCategory(cellOf([line.view]))) {
      rows.push([cellOf([line.view])])
      continue
    }
    if (!pieces) break
    const row = rows.at(-1) as Cell[]
    if (rows.length > 1 && continuesRow(pieces, row)) {
      for (const { view, column } of pieces) (row[column] as Cell).paragraphs.push(view)
    } else rows.push(columns.map((_, i) => cellOf(pieces.filter((piece) => piece.column === i).map((piece) => piece.view))))
  }
  return rows.length > 1 ? { table: { kind: 'table', rows }, end: next } : null
}

/** A heading of rows: 一、…, （一）… and nothing else. */
function isCategory(cell: Cell): boolean {
  const marker = readMarker(wordsOf(cell))
  return marker !== null && /^(?:part|chinese|chineseParen)$/.test(marker.family) && !/[。；]$/.test(wordsOf(cell))
}

function cellOf(paragraphs: View[]): Cell {
  return { paragraphs, above: false }
}

/** A line that begins right of the first columns goes on with the row above. */
function continuesRow(pieces: readonly { column: number }[], row: readonly Cell[]): boolean {
  const first = pieces[0]?.column ?? 0
  return first > 0 && (row[0] as Cell).paragraphs.length > 0
}

function rowPieces(line: TextBlock, columns: readonly number[]): { view: View; column: number }[] | null {
  const wide = piecesOf(line.view, /\s{2,}/g)
  if (wide.length === columns.length) return wide.map(({ view }, column) => ({ view, column }))
  const narrow = piecesOf(line.view, /\s+/g)
  if (narrow.length === columns.length) return narrow.map(({ view }, column) => ({ view, column }))
  if (wide.length < 2 && line.indent < 4) return null
  return wide.map(({ view, column }) => ({ view, column: nearest(column + line.indent, columns) }))
}

function nearest(column: number, columns: readonly number[]): number {
  let best = 0
  columns.forEach((at, i) => {
    if (Math.abs(at - column) < Math.abs((columns[best] as number) - column)) best = i
  })
  return best
}

function piecesOf(view: View, blanks: RegExp): { view: View; column: number }[] {
  const pieces: { view: View; column: number }[] = []
  let from = 0
  for (const match of view.text.matchAll(blanks)) {
    pieces.push({ view: view.slice(from, match.index), column: displayWidth(view.text.slice(0, from)) })
    from = match.index + match[0].length
  }
  pieces.push({ view: view.slice(from), column: displayWidth(view.text.slice(0, from)) })
  return pieces
}
