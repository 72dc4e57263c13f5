/**
 * Tables in plain text with every cell on a line of its own, its bar behind it or on the next line, as some editors paste
 * them.
 */
import type { Cell, TextBlock } from '../stages.ts'
import type { Terms } from '../terms/additions.ts'
import { isHeader } from '../terms/columns.ts'
import { unitShare } from '../terms/units.ts'
import { append } from '../text/append.ts'
import { BAR } from '../text/signs.ts'
import type { View } from '../text/view.ts'
import { type GridReading, headsRows } from './grid.ts'

/**
 * Where the cells between the bars make whole rows they are taken so, blank ones too; else the bars are dropped, and the
 * cells read as flattened. `null` where no such table begins.
 */
export function readBarLines(lines: readonly TextBlock[], at: number, terms: Terms): GridReading | null {
  const [first, second] = [lines[at], lines[at + 1]]
  // Bars that were dropped are not looked at again.
  if (first?.role === 'furniture' || second?.role === 'furniture') return null
  const opened = readOpenedRows(lines, at, terms)
  if (opened) return opened
  if (!isBar(first) && !isBar(second) && !(endsCell(first) && endsCell(second))) return null
  const pieces: TextBlock[] = []
  let next = at
  for (; next < lines.length; next++) {
    const line = lines[next] as TextBlock
    if (line.role !== 'furniture' && !lines.slice(next, next + CELL_LINES).some(endsCell)) break
    append(pieces, endsCell(line) && !isBar(line) ? cellAndBar(line) : [line])
  }
  const cells: View[][] = [[]]
  for (const piece of pieces) {
    if (piece.role === 'furniture') continue
    // Bars without words between them leave cells blank.
    if (isBar(piece)) for (let i = 0; i < piece.view.length; i++) cells.push([])
    else cells.at(-1)?.push(piece.view)
  }
  const rows = barRows(
    cells.map((views) => ({ paragraphs: views, above: false })),
    terms,
  )
  if (rows) return { table: { kind: 'table', rows }, end: next, lines: pieces }
  for (const piece of pieces) if (isBar(piece)) piece.role = 'furniture'
  return pieces.length > next - at ? { table: null, end: next, lines: pieces } : null
}

/** A cell with its bar takes no more lines. */
const CELL_LINES = 8

/** Every cell on a line of its own, and a bar before the first of each row as well: | 1 | , 检查食堂 | , 教育股 |. */
function readOpenedRows(lines: readonly TextBlock[], at: number, terms: Terms): GridReading | null {
  if (!opensRow(lines[at]) || !endsCell(lines[at + 1])) return null
  const header = lines.slice(at, at + MOST_HEADINGS + 1)
  const width = header.findIndex((line, i) => i > 0 && opensRow(line))
  if (
    width < 0 ||
    !isHeader(
      header.slice(0, width).map((line) => wordsOf(cellOf(line))),
      terms,
    )
  )
    return null
  const rows: Cell[][] = []
  let next = at
  for (let line = lines[next]; line; line = lines[++next]) {
    if (line.role === 'furniture') continue
    if (opensRow(line)) rows.push([])
    else if (!endsCell(line)) break
    rows.at(-1)?.push(cellOf(line))
  }
  return { table: { kind: 'table', rows }, end: next }
}

/** The cell on a line, without its bars. */
function cellOf(line: TextBlock): Cell {
  const end = Math.max(line.view.length - 1, 0)
  const words = line.view.slice(opensRow(line) ? 1 : 0, end).trim()
  return { paragraphs: words.length > 0 ? [words] : [], above: false }
}

function opensRow(line: TextBlock | undefined): boolean {
  return line !== undefined && (line.view.signs & BAR) !== 0 && /^[|｜][^|｜\t]+[|｜]$/.test(line.view.text)
}

function isBar(line: TextBlock | undefined): boolean {
  return line !== undefined && (line.view.signs & BAR) !== 0 && /^[|｜]+$/.test(line.view.text)
}

/** True for bars alone, and for one cell with its bar behind it. */
function endsCell(line: TextBlock | undefined): boolean {
  return line !== undefined && (line.view.signs & BAR) !== 0 && /^(?:[^|｜\t]*[|｜]|[|｜]+)$/.test(line.view.text)
}

function cellAndBar(line: TextBlock): TextBlock[] {
  const bar = line.view.length - 1
  return [line.view.slice(0, bar).trim(), line.view.slice(bar)].map((view) => ({ ...line, view }))
}

/** Rows of as many cells as the header has; a numbered heading is a row by itself. `null` where it does not fit. */
function barRows(cells: readonly Cell[], terms: Terms): Cell[][] | null {
  const words = cells.map(wordsOf)
  const opening = words.findIndex((text) => text !== '')
  // The numbers may stand behind a column of categories, a cell of which holds for many rows.
  const [first, second] = words.slice(Math.max(opening, 0), opening + 2).map((text) => terms.fieldOf(text)?.kind)
  const index = first === 'index' ? 0 : first !== undefined && second === 'index' ? 1 : -1
  const indexed = opening >= 0 && index >= 0
  // Where rows are numbered the first number ends the header, whatever else it heads.
  const isBody = indexed
    ? (text: string) => FIRST_NUMBER.test(text) || headsRows(text)
    : (text: string) => text !== '' && terms.fieldOf(text) === null
  const body = words.findIndex(isBody)
  const width = body - opening
  if (width < 3 || width > MOST_HEADINGS || !isHeader(words.slice(opening, body), terms)) return null
  if (!indexed && words.filter((text) => /^\d{1,3}$/.test(text)).length >= 3) return null
  const rows: Cell[][] = [cells.slice(opening, body)]
  const end = words.findLastIndex((text) => text !== '') + 1
  for (let from = body; from < end; ) {
    const isNumber = (i: number) => /^\d{1,3}$/.test(words[i] ?? '')
    if (headsRows(words[from] as string) && !(index > 0 && isNumber(from + 1))) {
      rows.push([cells[from] as Cell])
      from++
      while (words[from] === '') from++
      continue
    }
    // A row whose number comes first lacks the category, which stands above.
    const lacks = index > 0 && isNumber(from) ? 1 : 0
    if (indexed && !isNumber(from + index - lacks)) return null
    rows.push([...Array.from({ length: lacks }, noCell), ...cells.slice(from, from + width - lacks)])
    from += width - lacks
  }
  return indexed || namesUnits(rows, terms) ? rows : null
}

function noCell(): Cell {
  return { paragraphs: [], above: false }
}

/** Where rows have no numbers to tell that they are whole, those under the headings of units must be names. */
function namesUnits([header = [], ...rows]: readonly Cell[][], terms: Terms): boolean {
  const columns = header.flatMap((cell, i) => (terms.fieldOf(wordsOf(cell))?.kind === 'unit' ? [i] : []))
  return rows.every((row) =>
    columns.every((i) => {
      const words = row[i] ? wordsOf(row[i]) : ''
      return words === '' || row.length === 1 || unitShare(words) >= 0.5
    }),
  )
}

/** What the first of numbered rows begins with. */
const FIRST_NUMBER = /^[1１一][.．、]?$/

/** No header has more columns, where not all of its words are known. */
export const MOST_HEADINGS = 16

function wordsOf(cell: Cell): string {
  return cell.paragraphs.map((view) => view.text).join('')
}
