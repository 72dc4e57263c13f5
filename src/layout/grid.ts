/**
 * Tables that are still tables in plain text: cells between bars, tabs, or columns of blanks. A row may run over
 * several lines, in quotes as spreadsheets write it or just broken; cells may be missing at its end.
 */
import type { Cell, TableBlock, TextBlock } from '../stages.ts'
import type { Terms } from '../terms/additions.ts'
import { isHeader, isTotal } from '../terms/columns.ts'
import { standsAlone } from '../terms/frame.ts'
import { readMarker } from '../terms/markers.ts'
import { looksLikeUnit } from '../terms/units.ts'
import { narrowDigits } from '../text/chars.ts'
import { BAR } from '../text/signs.ts'
import { View } from '../text/view.ts'
import { cellOf, unwrapCells } from './cells.ts'

interface Piece {
  start: number
  end: number
}
/** How a kind of table is cut. */
interface Grid {
  /** True for a line that holds cells of such a table. */
  holds(line: string): boolean
  cells(line: TextBlock, text: string): Piece[]
}

const BARS: Grid = {
  holds: (line) => /[|｜│┃]/.test(line),
  cells(line, text) {
    const { start, end } = line.view.hull()
    const inner = text.slice(start, end)
    const from = start + (/^[|｜│┃]/.test(inner) ? 1 : 0)
    const to = end - (inner.length > 1 && /[^\\][|｜│┃]$/.test(inner) ? 1 : 0)
    return splitAt(text, from, to, /[|｜│┃]/g)
  },
}

const TABS: Grid = {
  holds: (line) => line.includes('\t'),
  cells(line, text) {
    return splitAt(text, lineStart(line, text), lineEnd(line, text), /\t/g)
  },
}

/** A line that only draws: |---|---|, +===+, ├──┼──┤. */
const RULE = /^[\s+|｜:=\-—─━┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛│┃]*$(?<=[-=—─━]{2}[\s\S]*)/

function lineStart(line: TextBlock, text: string): number {
  let start = line.view.hull().start
  while (start > 0 && /[^\S\r\n]/.test(text[start - 1] as string)) start--
  return start
}

/** With the tabs behind it: blank cells close a row as any others do. */
function lineEnd(line: TextBlock, text: string): number {
  let { end } = line.view.hull()
  while (end < text.length && /[^\S\r\n]/.test(text[end] as string)) end++
  return end
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
  /** The lines up to there, where they had to be cut. */
  lines?: readonly TextBlock[]
}

/** The table that begins at a line with bars or tabs; `null` where the line has none. */
export function readGrid(lines: readonly TextBlock[], at: number, text: string, terms: Terms): GridReading | null {
  const { text: first, signs } = (lines[at] as TextBlock).view
  if ((signs & BAR) === 0 && !/^[+┌┏]/.test(first)) return null
  const drawn = /^[+┌┏]/.test(first) && RULE.test(first)
  if (BARS.holds(first) || (drawn && BARS.holds(lines[at + 1]?.view.text ?? '')))
    return new GridReader(lines, text, BARS, terms).read(at)
  return TABS.holds(first) ? new GridReader(lines, text, TABS, terms).read(at) : null
}

/** Lines below a header that tell whether rows begin with a bar. */
const LINES_BELOW = 3

/** Characters of a body's name in a cell. */
const LONGEST_NAME = 20

/** Lines of a cell that names many. */
const LONGEST_CELL = 12

/** The cell that numbers a row: 3, 12., 三. */
const ROW_NUMBER = /^\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})[.．、]?\s*$/

/** Characters of the heading of a column that stands on two lines. */
const LONGEST_HEADING = 10

/** Characters of a heading of rows that has no number. */
const LONGEST_CATEGORY = 24

/** Reads the rows of one table. */
class GridReader {
  readonly #lines: readonly TextBlock[]
  readonly #text: string
  readonly #grid: Grid
  readonly #terms: Terms
  readonly #rows: Piece[][][] = []
  /** Cells in a whole row. */
  #columns = 0
  /** Rows end with a bar. */
  #closed = false
  /** Rows begin with a bar; `null` before the first of them. */
  #opened: boolean | null = null
  /** A line is drawn between rows: what stands between two lines is one row. */
  #drawn = false
  #afterLine = false

  constructor(lines: readonly TextBlock[], text: string, grid: Grid, terms: Terms) {
    this.#lines = lines
    this.#text = text
    this.#grid = grid
    this.#terms = terms
  }

  read(at: number): GridReading {
    let next = at
    this.#drawn = /^[+┌┏]/.test(this.#lines[at]?.view.text ?? '')
    for (let line = this.#lines[next]; line; line = this.#lines[next]) {
      if (line.role === 'furniture' ? this.#continues(next) : RULE.test(line.view.text)) {
        this.#afterLine = true
        next++
      } else if (line.role !== 'furniture' && this.#holds(line)) next = this.#row(next)
      else if (this.#isCategory(line, next) || (this.#rows.length > 0 && isTotal(line.view.text))) {
        this.#rows.push([[line.view.hull()]])
        next++
      } else break
    }
    const end = Math.max(next, at + 1)
    return { table: this.#looksLikeTable() ? this.#table() : null, end }
  }

  #table(): TableBlock {
    const filled = this.#rows.filter((row) => !row.every((cell) => /^[\s:：\-—=+]*$/.test(this.#textOf(cell))))
    const rows = filled.map((row) => row.map((cell) => toCell(cell, this.#text)))
    return { kind: 'table', rows: this.#drawn ? unwrapCells(rows) : rows }
  }

  /** Two rows with the headings of tasks, or three as wide as each other. */
  #looksLikeTable(): boolean {
    const rows = this.#rows
    const isTask = rows.slice(0, 5).some((row) =>
      isHeader(
        row.map((cell) => this.#textOf(cell)),
        this.#terms,
      ),
    )
    const even = rows.filter((row) => row.length === this.#columns).length
    return rows.length >= 2 && (isTask || (rows.length >= 3 && this.#columns >= 3 && even * 2 > rows.length))
  }

  /** Furniture in the midst of a table: the table goes on if the next line that is none is a row. */
  #continues(at: number): boolean {
    let next = at
    while (next < at + 6 && this.#lines[next]?.role === 'furniture') next++
    const line = this.#lines[next]
    return line !== undefined && line.role !== 'furniture' && (this.#holds(line) || this.#isCategory(line, next))
  }

  /** A heading of rows alone on its line, with a row after it, not another header: that heads a table of its own. */
  #isCategory(line: TextBlock, at: number): boolean {
    const isNumbered = headsRows(line.view.text)
    if (this.#rows.length === 0 || !(isNumbered || this.#mayHead(line))) return false
    const after = this.#lines.slice(at + 1, at + 8).find((each) => each.role === null)
    if (!after || !this.#holds(after)) return false
    const cells = this.#grid.cells(after, this.#text).map((piece) => this.#textOf([piece]))
    // Without a number it heads rows only where whole ones, numbered themselves, go on.
    if (!isNumbered && (cells.length < this.#columns - 1 || !/^\s*\d{1,3}\s*$/.test(cells[0] ?? ''))) return false
    return !isHeader(cells, this.#terms)
  }

  /** A few words between the rows of a table that has headings. */
  #mayHead({ view: { text } }: TextBlock): boolean {
    const [header] = this.#rows
    if (!header || text.length > LONGEST_CATEGORY || /[，。；：:]|^[（(]?(?:续|接|附)|表$/.test(text)) return false
    return isHeader(
      header.map((cell) => this.#textOf(cell)),
      this.#terms,
    )
  }

  /** One row, over as many lines as it takes; gives the line after it. */
  #row(at: number): number {
    const cells = this.#cells(at)
    let next = at + 1
    for (; next < at + 60; next++) {
      const line = this.#lines[next]
      if (!line || line.role === 'furniture') break
      const quoted = opensQuote(this.#textOf(cells.at(-1) as Piece[]))
      if (!quoted && !this.#goesOn(cells, next) && !this.#isOfLast(cells, next)) break
      const [first, ...more] = this.#cells(next)
      // Behind a bar the next line brings new cells, else the rest of the last one.
      if (this.#closed && !quoted && endsInBar(this.#lines[next - 1] as TextBlock)) cells.push(first as Piece[])
      else cells.at(-1)?.push(...(first as Piece[]))
      cells.push(...more)
    }
    if (this.#rows.length === 0) {
      this.#closed = endsInBar(this.#lines[next - 1] as TextBlock)
      this.#opened = opensInBar(this.#lines[at] as TextBlock) && !this.#lacksFirst(at)
      // Before the first heading stands a blank cell, where no row has a bar before it.
      if (!this.#opened && opensInBar(this.#lines[at] as TextBlock)) cells.unshift([blankAt(cells)])
    }
    if (this.#rows.length < 2 && cells.length > this.#columns) this.#columns = cells.length
    const above = this.#rows.at(-1)
    if (this.#drawn && !this.#afterLine && above?.length === cells.length) {
      for (const [i, cell] of cells.entries()) above[i]?.push(...cell)
    } else this.#rows.push(cells)
    this.#afterLine = false
    return next
  }

  /** True for a first line with a bar before it, and none before the first of the lines after it. */
  #lacksFirst(at: number): boolean {
    const below = this.#lines.slice(at + 1, at + 1 + LINES_BELOW)
    return (
      below.length === LINES_BELOW &&
      below.every(
        (line) => line.role === null && this.#grid.holds(line.view.text) && !opensInBar(line) && endsInBar(line),
      )
    )
  }

  #cells(at: number): Piece[][] {
    const line = this.#lines[at] as TextBlock
    const cells = this.#grid.cells(line, this.#text).map((piece) => [piece])
    // Where the header has no bar before it, one before a row leaves its first cell blank.
    const isBlank = this.#opened === false && opensInBar(line) && cells.length < this.#columns
    const { start } = line.view.hull()
    return isBlank ? [[{ start, end: start }], ...cells] : cells
  }

  /** A broken row goes on in the next line: no bar closes it, or it lacks cells that the next line has. */
  #goesOn(cells: readonly Piece[][], next: number): boolean {
    const [before, line] = this.#lines.slice(next - 1, next + 1) as [TextBlock, TextBlock]
    const { text } = line.view
    if (this.#rows.length === 0 && this.#tornHeading(cells, line)) return true
    if (this.#columns === 0 || RULE.test(text) || (this.#closed && /^[|｜│┃]/.test(text)) || standsAlone(text))
      return false
    // A row that adds up lacks cells, and so does one after which a blank line ends the table.
    if (cells.some((cell) => isTotal(this.#textOf(cell)))) return false
    if (line.apart && !before.apart && !this.#grid.holds(text) && !this.#closed) return false
    if (this.#closed && !endsInBar(before)) return true
    const more = this.#grid.cells(line, this.#text)
    // Where no bar opens a row, one of a few cells is one under merged ones.
    if (this.#closed && this.#opened === false && more.length > 1) return false
    // Behind a bar stand new cells, and only those that the row lacks.
    if (this.#closed) return endsInBar(line) && cells.length + more.length === this.#columns
    if (cells.length >= this.#columns || headsRows(text)) return false
    const together = cells.length + more.length - 1
    const opening = this.#textOf([more[0] as Piece]).trim()
    if (together > this.#columns || opening === '' || /^\d{1,3}$/.test(opening)) return false
    if (this.#isNextItem(cells, opening)) return false
    // A tab at the end of a line stands before a blank cell.
    if (this.#holds(line) || more.length > 1)
      return together === this.#columns || this.#isTornRow(cells, together, next + 1)
    return cells.length < this.#columns - 1 || this.#completes(cells.length, next + 1)
  }

  /** 3.… below a row of which 2.… is a cell, with others behind it: the next row, under a heading merged over both. */
  #isNextItem(cells: readonly Piece[][], opening: string): boolean {
    const number = numberBefore(opening)
    return number !== null && cells.slice(0, -1).some((cell) => numberBefore(this.#textOf(cell)) === number - 1)
  }

  /** 责任 at the end of the first line and 科室 at the beginning of the next: one heading. */
  #tornHeading(cells: readonly Piece[][], line: TextBlock): boolean {
    if (this.#grid !== TABS || cells.length < 2) return false
    const before = this.#textOf(cells.at(-1) as Piece[]).trim()
    const after = this.#textOf([this.#grid.cells(line, this.#text)[0] as Piece]).trim()
    if (before === '' || after === '' || before.length + after.length > LONGEST_HEADING) return false
    return this.#terms.fieldOf(before) === null && this.#terms.fieldOf(before + after) !== null
  }

  /**
   * A line without tabs under a whole row, with more rows after it, is the rest of the last cell: a further name, or words
   * where they were broken.
   */
  #isOfLast(cells: readonly Piece[][], next: number): boolean {
    const line = this.#lines[next] as TextBlock
    const { text } = line.view
    if (this.#closed || line.apart || this.#columns < 3 || cells.length !== this.#columns) return false
    if (this.#holds(line) || headsRows(text) || standsAlone(text)) return false
    const last = this.#textOf(cells.at(-1) as Piece[]).trim()
    const named =
      (this.#endsInUnits() && text.length <= LONGEST_NAME) ||
      (looksLikeUnit(last.split('\n').at(-1) as string) && looksLikeUnit(text))
    return last !== '' && (named || /[，；、。]/.test(text)) && this.#rowFollows(next + 1)
  }

  /** True where the next line of cells has the rest of a row that its last cell, of several lines, leaves open. */
  #completes(count: number, at: number): boolean {
    for (let next = at; next < at + LONGEST_CELL; next++) {
      const line = this.#lines[next]
      if (!line || line.apart || headsRows(line.view.text)) return false
      if (this.#holds(line)) return count + this.#cells(next).length - 1 === this.#columns
    }
    return false
  }

  /**
   * True where a numbered row, two cells or more of which take several lines, is whole with the lines below it, and the
   * next row is numbered as well.
   */
  #isTornRow(cells: readonly Piece[][], together: number, at: number): boolean {
    if (!ROW_NUMBER.test(this.#textOf(cells[0] as Piece[]))) return false
    let count = together
    for (let next = at; next < at + LONGEST_CELL; next++) {
      const line = this.#lines[next]
      const opens = line && !line.apart && !headsRows(line.view.text) && !this.#opensNumbered(line)
      if (!opens) return false
      count += this.#cells(next).length - 1
      if (count < this.#columns) continue
      const after = this.#lines[next + 1]
      return count === this.#columns && (!after || !this.#holds(after) || this.#opensNumbered(after))
    }
    return false
  }

  #opensNumbered(line: TextBlock): boolean {
    return this.#grid.holds(line.view.text) && ROW_NUMBER.test(line.view.text.split('\t', 1)[0] as string)
  }

  /**
   * A line of cells; of a row whose first cells are blank and whose last are cut off only the tabs before it tell, which
   * stand before a signature as well.
   */
  #holds(line: TextBlock): boolean {
    const { text } = line.view
    if (this.#grid.holds(text)) return true
    if (line.apart || standsAlone(text) || looksLikeUnit(text)) return false
    const { start } = line.view.hull()
    return this.#grid === TABS && start > 0 && this.#text[start - 1] === '\t'
  }

  /** The last column is headed for units. */
  #endsInUnits(): boolean {
    const label = this.#textOf(this.#rows[0]?.at(-1) ?? [])
    return this.#terms.fieldOf(label)?.kind === 'unit'
  }

  /** True where a row comes within a few lines, with nothing between that stands apart or heads rows. */
  #rowFollows(at: number): boolean {
    for (const line of this.#lines.slice(at, at + LONGEST_CELL)) {
      if (line.role === 'furniture') continue
      if (this.#holds(line)) return true
      if (line.apart || standsAlone(line.view.text)) return false
    }
    return false
  }

  #textOf(cell: readonly Piece[]): string {
    return narrowDigits(cell.map((piece) => this.#text.slice(piece.start, piece.end)).join('\n'))
  }
}

/** The blank cell before others. */
function blankAt([first]: readonly Piece[][]): Piece {
  const { start } = first?.[0] ?? { start: 0 }
  return { start, end: start }
}

function opensInBar(line: TextBlock): boolean {
  return /^[|｜│┃]/.test(line.view.text)
}

function endsInBar(line: TextBlock): boolean {
  return /[|｜│┃]$/.test(line.view.text)
}

/** A heading of rows: 一、…, （一）… and nothing else. */
export function headsRows(text: string): boolean {
  const marker = readMarker(text)
  return marker !== null && /^(?:part|chinese|chineseParen)$/.test(marker.family) && !/[。；]$/.test(text)
}

/** The number that an item opens with: 2.…, 3、…. */
function numberBefore(cell: string): number | null {
  const match = /^\s?(\d{1,3})[.．、](?!\d)/.exec(cell)
  return match ? Number(match[1]) : null
}

/** A cell in quotation marks, as spreadsheets write those of several lines, that is not closed yet. */
function opensQuote(cell: string): boolean {
  return cell.trimStart().startsWith('"') && ((cell.match(/"/g) ?? []).length & 1) === 1
}

function toCell(pieces: readonly Piece[], text: string): Cell {
  const paragraphs = pieces
    .flatMap((piece) => linesOf(View.of(text, piece.start, piece.end)))
    .map((view) => view.trim())
  const isMarked = standsInMarks(paragraphs.map((view) => view.text).join('\n'))
  const bare = isMarked ? paragraphs.map((view, i, all) => unquoted(view, i === 0, i === all.length - 1)) : paragraphs
  return cellOf(bare.filter((view) => view.length > 0))
}

/** "甲""乙""丙" is one cell between marks, "雪亮工程"建设 and 实施"智改数转" are words; where a mark is lost it was one of a cell's. */
function standsInMarks(cell: string): boolean {
  const marks = (cell.match(/"/g) ?? []).length
  if ((marks & 1) === 1) return true
  return /^"[\s\S]*"$/.test(cell) && !/"/.test(cell.slice(1, -1).replaceAll('""', ''))
}

/** <br> ends a line in a cell. */
function linesOf(view: View): View[] {
  const lines: View[] = []
  let from = 0
  for (const match of view.text.matchAll(/<br\s{0,2}\/?>/gi)) {
    lines.push(view.slice(from, match.index))
    from = match.index + match[0].length
  }
  return [...lines, view.slice(from)]
}

/** Without the quotation marks a spreadsheet puts around a cell of several lines, and before each that stands in it. */
function unquoted(view: View, first: boolean, last: boolean): View {
  const start = first && view.text.startsWith('"') ? 1 : 0
  const end = last && view.text.endsWith('"') && view.length > start ? view.length - 1 : view.length
  const inner = view.slice(start, end).trim()
  return start === 1 && end < view.length ? withoutDoubled(inner) : inner
}

/** 推行""一件事""联办: a mark in a cell between marks is written twice. */
function withoutDoubled(view: View): View {
  const kept: View[] = []
  let from = 0
  for (let at = view.text.indexOf('""'); at >= 0; at = view.text.indexOf('""', at + 2)) {
    kept.push(view.slice(from, at + 1))
    from = at + 2
  }
  return kept.length === 0 ? view : View.join([...kept, view.slice(from)], () => '')
}
