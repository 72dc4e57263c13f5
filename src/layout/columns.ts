/**
 * Tables whose columns stand under their headings with blanks between them, as `pdftotext -layout` gives them. A row
 * may take several lines; where cells are centred, lines above the one with the number belong to it too.
 */
import type { Cell, TableBlock, TextBlock } from '../stages.ts'
import { columnsOf, isHeader } from '../terms/columns.ts'
import { fieldOf } from '../terms/labels.ts'
import { looksLikeUnit } from '../terms/units.ts'
import { displayWidth } from '../text/chars.ts'
import { BLANK } from '../text/signs.ts'
import type { View } from '../text/view.ts'
import { type GridReading, headsRows } from './grid.ts'

/** A piece of a line, with the display column it begins at. */
interface Piece {
  view: View
  at: number
}
/** A piece under its heading. */
interface Placed {
  view: View
  column: number
}

/** A header is a short line; a longer one is not cut for trial. */
const LONGEST_HEADER = 400

/** The table that begins with a header at a line; `null` where the line is none. */
export function readColumns(lines: readonly TextBlock[], at: number): GridReading | null {
  const header = lines[at] as TextBlock
  if (header.view.length > LONGEST_HEADER || (header.view.signs & BLANK) === 0) return null
  const heads = headings(header)
  const labels = heads.map((head) => head.view.text)
  if (labels.length < 3 || !labels.every((label) => fieldOf(label) !== null) || !isHeader(labels)) return null
  const reader = new ColumnReader(heads)
  let next = at + 1
  while (next < lines.length && reader.take(lines[next] as TextBlock)) next++
  const rows = reader.rows()
  if (rows.length === 0) return null
  return { table: { kind: 'table', rows: [heads.map(({ view }) => cellOf([view])), ...rows] } as TableBlock, end: next }
}

/** What may be headings: pieces of the line between wide blanks, else between any. */
function headings(line: TextBlock): Piece[] {
  const wide = cut(line, /\s{2,}/g)
  return wide.length >= 3 ? wide : cut(line, /\s+/g)
}

/** The lines of one table, made rows once all are there. */
class ColumnReader {
  readonly #starts: readonly number[]
  readonly #index: number
  readonly #text: number
  readonly #lines: (Placed[] | View)[] = []

  constructor(heads: readonly Piece[]) {
    const columns = columnsOf(heads.map((head) => head.view.text))
    this.#starts = heads.map((head) => head.at)
    this.#index = columns.findIndex((column) => column.use === 'index')
    this.#text = columns.findIndex((column) => column.use === 'text')
  }

  /** Takes a line; false where it is none of the table. */
  take(line: TextBlock): boolean {
    if (line.role === 'furniture') return true
    if (headsRows(line.view.text) && !/\s{2,}/.test(line.view.text)) this.#lines.push(line.view)
    else {
      const pieces = this.#place(line)
      if (!pieces) return false
      this.#lines.push(pieces)
    }
    return true
  }

  /** The pieces of a line under their headings. */
  #place(line: TextBlock): Placed[] | null {
    const wide = cut(line, /\s{2,}/g)
    const count = this.#starts.length
    for (const pieces of [wide, cut(line, /\s+/g)]) {
      const fitting = pieces.length > count ? mergedUnits(pieces, count) : pieces
      if (fitting.length === count) return fitting.map(({ view }, column) => ({ view, column }))
    }
    if (wide.length < 2 && line.indent < 4) return null
    return wide.map(({ view, at }) => ({ view, column: nearest(at, this.#starts) }))
  }

  rows(): Cell[][] {
    const centred = this.#isCentred()
    const rows: Cell[][] = []
    let row: Cell[] | null = null
    let pending: Placed[][] = []
    const begin = () => {
      row = this.#starts.map(() => cellOf([]))
      rows.push(row)
      for (const pieces of pending) this.#add(row, pieces)
      pending = []
      return row
    }
    for (const line of this.#lines) {
      if (!Array.isArray(line)) {
        rows.push([cellOf([line])])
        row = null
      } else if (this.#begins(line, row)) this.#add(begin(), line)
      else if (row === null || (centred && this.#isClosed(row, line))) pending.push(line)
      else this.#add(row, line)
    }
    if (pending.length > 0) begin()
    return rows
  }

  /** A number begins a row; without numbers, what begins in the first column does. */
  #begins(line: readonly Placed[], row: readonly Cell[] | null): boolean {
    if (this.#index >= 0) return line.some(({ view, column }) => column === this.#index && /^\d{1,3}$/.test(view.text))
    return row === null || line[0]?.column === 0 || row[0]?.paragraphs.length === 0
  }

  #add(row: Cell[], line: readonly Placed[]): void {
    for (const { view, column } of line) (row[column] as Cell).paragraphs.push(view)
  }

  /** The work of the row is told to its end, and no list of the line's columns is open. */
  #isClosed(row: readonly Cell[], line: readonly Placed[]): boolean {
    const last = (column: number) => row[column]?.paragraphs.at(-1)?.text ?? ''
    return /[。；]$/.test(last(this.#text)) && line.every(({ column }) => !/[、，,]$/.test(last(column)))
  }

  /** True where words of the work stand after a row told to its end and above the next number. */
  #isCentred(): boolean {
    let closed = this.#index >= 0 && Array.isArray(this.#lines[0]) && !this.#begins(this.#lines[0], null)
    for (const line of this.#lines) {
      if (!Array.isArray(line)) continue
      const words = line.find(({ column }) => column === this.#text)?.view.text
      if (words !== undefined && closed && !this.#begins(line, null)) return this.#index >= 0
      if (words !== undefined) closed = /[。；]$/.test(words)
    }
    return false
  }
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

function cellOf(paragraphs: View[]): Cell {
  return { paragraphs, above: false }
}

function nearest(at: number, starts: readonly number[]): number {
  let best = 0
  starts.forEach((start, i) => {
    if (Math.abs(start - at) < Math.abs((starts[best] as number) - at)) best = i
  })
  return best
}

/** The pieces of a line between blanks. */
function cut({ view, indent }: TextBlock, blanks: RegExp): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  const push = (to: number) =>
    pieces.push({ view: view.slice(from, to), at: indent + displayWidth(view.text.slice(0, from)) })
  for (const match of view.text.matchAll(blanks)) {
    push(match.index)
    from = match.index + match[0].length
  }
  push(view.length)
  return pieces
}
