/**
 * Tables whose columns stand under their headings with blanks between them, as `pdftotext -layout` gives them. A row
 * may take several lines; where cells are centred, lines above the one with the number belong to it too.
 */
import { isDeadlinePhrase } from '../deadline/index.ts'
import type { Cell, TableBlock, TextBlock } from '../stages.ts'
import type { Terms } from '../terms/additions.ts'
import { columnsOf, isTotal } from '../terms/columns.ts'
import { looksLikeUnit } from '../terms/units.ts'
import { displayWidth } from '../text/chars.ts'
import type { View } from '../text/view.ts'
import { cellOf, unwrapCells } from './cells.ts'
import { cut, overlaps, type Piece, readHeads } from './column-heads.ts'
import { type GridReading, headsRows } from './grid.ts'

/** A piece under its heading. */
interface Placed {
  view: View
  column: number
}
/** The table that begins with a header at a line; `null` where the line is none. */
export function readColumns(lines: readonly TextBlock[], at: number, terms: Terms): GridReading | null {
  const header = readHeads(lines, at, terms)
  if (!header) return null
  const { heads, over } = header
  const reader = new ColumnReader(heads, terms)
  let next = header.end
  while (next < lines.length && !beginsAnother(lines, next, heads, terms)) {
    const line = lines[next] as TextBlock
    if (!reader.take(line, isHeadOfRows(line) || namesRows(lines, next, heads.length))) break
    next++
  }
  // 三、有关要求 after the last row heads what follows the table.
  while (next > header.end && reader.giveBack(lines[next - 1] as TextBlock)) next--
  const rows = reader.rows()
  if (rows.length === 0) return null
  const above = over ? [[{ paragraphs: [over.view], above: true }]] : []
  const head = heads.map(({ view }) => cellOf([view]))
  return { table: { kind: 'table', rows: [head, ...above, ...rows] } as TableBlock, end: next }
}

/** Other headings, or a heading of its own above headings, begin another table; the same headings alone a new page. */
function beginsAnother(lines: readonly TextBlock[], at: number, heads: readonly Piece[], terms: Terms): boolean {
  const line = lines[at] as TextBlock
  if (line.role !== null) return false
  const below = lines[at + 1]
  if (isHeadOfRows(line)) return below?.role === null && readHeads(lines, at + 1, terms) !== null
  const others = readHeads(lines, at, terms)?.heads
  return others?.some(({ view }, i) => view.text !== heads[i]?.view.text) === true
}

/** 二、民生实事 above rows, alone on its line. */
function isHeadOfRows({ view }: TextBlock): boolean {
  return headsRows(view.text) && !/\s{2,}/.test(view.text)
}

/** Columns between a full cell and the next one at most. */
const GAP = 4
/** What a piece of work ends in. */
const STOP = /[。；]$/
/** Characters of a time in a cell. */
const LONGEST_TIME = 40
/** Lines that it takes at most. */
const LINES_OF_TIME = 8
/** Characters of a heading of rows that has no number. */
const LONGEST_NAME = 20

/** 民生项目 without a number: a whole row that begins with its number is right below. */
function namesRows(lines: readonly TextBlock[], at: number, count: number): boolean {
  const [line, next] = [lines[at] as TextBlock, lines[at + 1]]
  if (line.role !== null || !next || next.role !== null) return false
  const { text } = line.view
  if (line.indent > 0 || text.length > LONGEST_NAME || /[，。；：、\s]/.test(text) || isTotal(text)) return false
  const cells = cut(next, /\s{2,}/g)
  return cells.length === count && /^\d{1,9}$/.test(cells[0]?.view.text ?? '')
}
/** What stands below a table, as far in as it may be. */
const NOTE = /^(?:备?注|(?:填表)?说明)[：:]/

/** The lines of one table, made rows once all are there. */
class ColumnReader {
  readonly #heads: readonly Piece[]
  readonly #index: number
  readonly #text: number
  readonly #time: number
  /** Some of the work ends in a full stop: then all of it does, but what goes on in the next line. */
  #stops = false
  /** What the last line says of the work. */
  #words = ''
  readonly #lines: (Placed[] | View)[] = []
  /** The lines that a blank one parts from those above. */
  readonly #apart = new Set<Placed[] | View>()
  /** The pieces of the last line, where it began a row. */
  #broken: Piece[] | null = null
  /** The last line of a row with a piece in each column: what begins right below one of them goes on with it. */
  #whole: readonly Piece[] = []

  constructor(heads: readonly Piece[], terms: Terms) {
    const columns = columnsOf(
      heads.map((head) => head.view.text),
      terms,
    )
    this.#heads = heads
    this.#index = columns.findIndex((column) => column.use === 'index')
    this.#text = columns.findIndex((column) => column.use === 'text')
    this.#time = columns.findIndex((column) => column.use === 'field' && column.field.kind === 'deadline')
  }

  /** Takes a line, which may head rows; false where it is none of the table. */
  take(line: TextBlock, mayHead: boolean): boolean {
    if (line.role === 'furniture') return true
    const headsRows = mayHead && !this.#isWithinWork(line)
    if (!headsRows && this.#mend(line)) return true
    this.#broken = null
    if (headsRows) {
      this.#words = ''
      this.#lines.push(line.view)
    } else {
      const pieces = this.#place(line)
      if (!pieces) return false
      this.#lines.push(pieces)
      this.#words = pieces.find(({ column }) => column === this.#text)?.view.text ?? ''
      this.#stops ||= STOP.test(this.#words)
      if (line.apart) this.#apart.add(pieces)
      if (pieces[0] && this.#begins(pieces, null)) {
        const cells = cut(line, /\s{2,}/g)
        this.#broken = cells
        if (cells.length === this.#heads.length) this.#whole = cells
      }
    }
    return true
  }

  /** 一、初二年级）… right below words that fill the column of the work goes on with them, and heads nothing. */
  #isWithinWork({ indent }: TextBlock): boolean {
    const columns = this.#whole.length > 0 ? this.#whole : this.#heads
    const [start = 0, next = 0] = columns.slice(this.#text, this.#text + 2).map(({ at }) => at)
    const isFull = start + displayWidth(this.#words) >= next - GAP
    return this.#stops && indent > 0 && indent === start && this.#words !== '' && isFull && !STOP.test(this.#words)
  }

  /** A row that lacks cells is broken in a list of names; the next line, from its very start, gives the rest. */
  #mend(line: TextBlock): boolean {
    const [before, count] = [this.#broken, this.#heads.length]
    if (!before || before.length >= count || line.indent > 0) return false
    const [rest, ...more] = cut(line, /\s{2,}/g) as [Piece, ...Piece[]]
    const { view } = before.at(-1) as Piece
    const lists = /[、，,]$/.test(view.text) || looksLikeUnit(view.text)
    if (before.length + more.length !== count || !lists || !looksLikeUnit(rest.view.text)) return false
    const placed = [...before, ...more].map((piece, column): Placed => ({ view: piece.view, column }))
    placed.splice(before.length, 0, { view: rest.view, column: before.length - 1 })
    this.#lines[this.#lines.length - 1] = placed
    this.#broken = null
    return true
  }

  /** Lets go of the last line where it heads rows that never came. */
  giveBack(line: TextBlock): boolean {
    const heads = line.role === null && isHeadOfRows(line)
    if (heads) this.#lines.pop()
    return heads
  }

  /** The pieces of a line under their headings; where one blank stands between cells, two leave a cell blank. */
  #place(line: TextBlock): Placed[] | null {
    const wide = this.#cells(line)
    const count = this.#heads.length
    const single = cut(line, /\s+/g)
    if (this.#isHeads(single)) return single.map(({ view }, column) => ({ view, column }))
    // Each right below the start of a heading: blank cells are between them.
    if (wide.length >= 3 && wide.length < count && wide.every(({ at }) => this.#heads.some((head) => head.at === at)))
      return wide.map((piece) => ({ view: piece.view, column: columnUnder(piece, this.#heads) }))
    for (const pieces of [wide, single, cut(line, /\s/g)]) {
      const fitting = pieces.length > count ? mergedUnits(pieces, count) : pieces
      if (fitting.length === count)
        return fitting.map(({ view }, column) => ({ view, column })).filter(({ view }) => view.length > 0)
    }
    if (wide.length < 2 && (line.indent < 4 || NOTE.test(line.view.text))) return null
    return wide.map((piece) => ({ view: piece.view, column: this.#columnOf(piece) }))
  }

  #columnOf(piece: Piece): number {
    const below = this.#whole.findIndex(({ at }) => at === piece.at)
    return below >= 0 ? below : columnUnder(piece, this.#heads)
  }

  /**
   * Pieces between wide blanks, or as full as their column; a name spread over its width (李　明) is one, a number and
   * the words after it are two.
   */
  #cells(line: TextBlock): Piece[] {
    const pieces: Piece[] = []
    for (const piece of cut(line, /\s{2,}/g).flatMap((each) => this.#parted(each))) {
      const before = pieces.at(-1)
      if (before && isSpread(before, piece))
        pieces[pieces.length - 1] = { at: before.at, view: before.view.upTo(piece.view) }
      else pieces.push(piece)
    }
    const [first, ...others] = pieces as [Piece, ...Piece[]]
    const number = this.#index === 0 ? /^\d{1,9}\s(?=\S)/.exec(first.view.text)?.[0].length : undefined
    if (number === undefined || pieces.length >= this.#heads.length) return pieces
    return [
      { at: first.at, view: first.view.slice(0, number - 1) },
      { at: first.at + number, view: first.view.slice(number) },
      ...others,
    ]
  }

  /** A cell so full that one blank stands before the next, which begins below its heading, or a blank further. */
  #parted(piece: Piece): Piece[] {
    let [at, measured] = [piece.at, 0]
    for (const match of piece.view.text.matchAll(/(?<=\S)\s(?=\S)/g)) {
      const from = match.index + 1
      at += displayWidth(piece.view.printed.slice(measured, from))
      measured = from
      const head = this.#heads.findIndex((each) => at === each.at || at === each.at + 1)
      const before = this.#heads[head - 1]
      if (before && piece.at < before.at + displayWidth(before.view.printed))
        return [
          { ...piece, view: piece.view.slice(0, match.index) },
          { view: piece.view.slice(from), at },
        ]
    }
    return [piece]
  }

  rows(): Cell[][] {
    const centred = this.#isCentred()
    const rows: Cell[][] = []
    let row: Cell[] | null = null
    let pending: Placed[][] = []
    let isBelowHeader = false
    // What stands below headings on a new page and above a blank line, where the row before is not told to its end.
    let isTorn = false
    const begin = () => {
      row = this.#heads.map(() => cellOf([]))
      rows.push(row)
      for (const pieces of pending) this.#add(row, pieces)
      pending = []
      return row
    }
    for (const line of this.#lines) {
      if (isTorn && pending.length > 0 && this.#apart.has(line)) {
        begin()
        row = null
        isTorn = false
      }
      if (!Array.isArray(line)) {
        rows.push([cellOf([line])])
        row = null
      } else if (this.#isHeader(line)) {
        // On each page anew.
        isTorn = centred && row !== null && !this.#isTold(row)
        rows.push(line.map(({ view }) => cellOf([view])))
        row = null
        isBelowHeader = true
        continue
      } else if (this.#begins(line, row)) this.#add(begin(), line)
      // What a page break tore off the last row stands below the headings; the columns tell whether it is one.
      else if (row === null && !centred && isBelowHeader) this.#add(begin(), line)
      else if (row === null || (centred && this.#isClosed(row, line))) pending.push(line)
      else this.#add(row, line)
      isBelowHeader = false
    }
    if (pending.length > 0) begin()
    return unwrapCells(rows)
  }

  /**
   * A number begins a row, be it one of a register (20240017), and 合计 does; without numbers, what begins in the first
   * column.
   */
  #begins(line: readonly Placed[], row: readonly Cell[] | null): boolean {
    const [first] = line
    if (isTotal(first?.view.text ?? '') || (row !== null && this.#isRow(line, row))) return true
    if (this.#index >= 0) return line.some(({ view, column }) => column === this.#index && isNumber(view.text))
    if (row === null || first?.column === 0) return true
    return row[0]?.paragraphs.length === 0 && (!this.#stops || this.#isTold(row))
  }

  /** A line with work and a time of its own, below a row that has its own: what names both stands in a merged cell. */
  #isRow(line: readonly Placed[], row: readonly Cell[]): boolean {
    const textAt = (column: number) => line.find((piece) => piece.column === column)?.view.text ?? ''
    const isTime = (text: string) => text.length <= LONGEST_TIME && isDeadlinePhrase(text)
    if (textAt(this.#text) === '' || (this.#stops && !this.#isTold(row))) return false
    const own = row[this.#time]?.paragraphs ?? []
    if (own.length === 0 || own.length > LINES_OF_TIME || !isTime(textAt(this.#time))) return false
    return isTime(own.map(({ text }) => text).join(''))
  }

  #isHeader(line: readonly Placed[]): boolean {
    return line.every(({ column }, i) => column === i) && this.#isHeads(line)
  }

  /** The headings once more, whatever blanks are between them. */
  #isHeads(pieces: readonly { view: View }[]): boolean {
    return (
      pieces.length === this.#heads.length && pieces.every(({ view }, i) => view.text === this.#heads[i]?.view.text)
    )
  }

  #add(row: Cell[], line: readonly Placed[]): void {
    for (const { view, column } of line) (row[column] as Cell).paragraphs.push(view)
  }

  /** The work of the row is told to its end, and no list of the line's columns is open. */
  #isClosed(row: readonly Cell[], line: readonly Placed[]): boolean {
    return this.#isTold(row) && line.every(({ column }) => !/[、，,]$/.test(lastOf(row, column)))
  }

  #isTold(row: readonly Cell[]): boolean {
    return STOP.test(lastOf(row, this.#text))
  }

  /**
   * True where words of the work stand after a row told to its end and above the next number, which they lead to: a
   * sentence may end with a line in the midst of a cell as well, but the last line of a cell ends one.
   */
  #isCentred(): boolean {
    if (this.#index < 0) return false
    const isParted = this.#isParted()
    let closed = Array.isArray(this.#lines[0]) && !this.#begins(this.#lines[0], null)
    let above: string | null = null
    for (const line of this.#lines) {
      if (!Array.isArray(line) || this.#isHeader(line)) continue
      const words = line.find(({ column }) => column === this.#text)?.view.text
      const begins = this.#begins(line, null)
      if (begins && above !== null && !STOP.test(above)) return true
      if (begins) above = null
      else if (words !== undefined && (above !== null || (closed && (!isParted || this.#apart.has(line)))))
        above = words
      if (words !== undefined) closed = STOP.test(words)
    }
    return false
  }

  /** True where a blank line stands before every row: what follows without one is of the same row. */
  #isParted(): boolean {
    let isApart = true
    for (const line of this.#lines) {
      if (!Array.isArray(line) || this.#apart.has(line)) isApart = true
      if (!Array.isArray(line) || !this.#begins(line, null)) continue
      if (!isApart) return false
      isApart = false
    }
    return true
  }
}

/** 3, 一, 议案3, and the heading of rows that stands in the column of numbers: 一、续建项目（4个）. */
function isNumber(text: string): boolean {
  return /^(?:[㐀-鿿]{0,3}\d{1,9}|[一二三四五六七八九十]{1,3})$/.test(text) || headsRows(text)
}

/** The last words of a row's cell. */
function lastOf(row: readonly Cell[], column: number): string {
  return row[column]?.paragraphs.at(-1)?.text ?? ''
}

/** A surname and a name of a sign each, two columns or so from each other. */
function isSpread(one: Piece, other: Piece): boolean {
  const gap = other.at - one.at - displayWidth(one.view.printed)
  return gap <= 2 && /^[㐀-鿿]$/.test(one.view.text) && /^[㐀-鿿](?:等|$)/.test(other.view.text)
}

/** Two units with a blank between them are one cell, where a line has more pieces than the table columns. */
function mergedUnits(pieces: readonly Piece[], count: number): Piece[] {
  const merged: Piece[] = []
  let over = pieces.length - count
  for (const piece of pieces) {
    const before = merged.at(-1)
    if (
      over > 0 &&
      before &&
      looksLikeUnit(before.view.text.split(/\s+/).at(-1) ?? '') &&
      looksLikeUnit(piece.view.text)
    ) {
      merged[merged.length - 1] = { at: before.at, view: before.view.upTo(piece.view) }
      over--
    } else merged.push(piece)
  }
  return merged
}

/** The column whose heading stands over a piece; else the nearest, whether pieces begin below headings or are centred. */
function columnUnder(piece: Piece, heads: readonly Piece[]): number {
  const over = heads.findIndex((head) => overlaps(head, piece))
  if (over >= 0 && !heads.slice(over + 1).some((head) => overlaps(head, piece))) return over
  const distances = heads.map((head) =>
    Math.min(Math.abs(head.at - piece.at), Math.abs(middleOf(head) - middleOf(piece))),
  )
  return distances.indexOf(Math.min(...distances))
}

function middleOf({ at, view }: Piece): number {
  return at + displayWidth(view.printed) / 2
}
