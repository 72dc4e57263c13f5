/**
 * Where paragraphs go as they end: the body of a story or a text box, or the cell of a table that is open in it. A
 * table inside a cell has its paragraphs put into that cell.
 */
import { PlanparseError } from '../../error.ts'
import type { GridCell, Paragraph, Piece, Row, Table } from './pieces.ts'

/** More columns than Word allows (63) are none. */
const WIDEST = 63
/** As of spreadsheets. */
const MOST_CELLS = 2_000_000

export class Place {
  readonly pieces: Piece[] = []
  #table: Table | null = null
  #row: Row | null = null
  #cell: GridCell | null = null
  #cells = 0
  /** Tables that are open inside the open one. */
  #nested = 0
  /** The row, or the cell, was deleted: a tracked change. */
  #rowDeleted = false
  #cellDeleted = false
  /** Lines of a paragraph whose mark was deleted: they run on into the next one. */
  #carried: Paragraph | null = null

  add(paragraph: Paragraph): void {
    const carried = this.#carried
    this.#carried = null
    if (carried) paragraph.lines = runOn(carried.lines, paragraph.lines)
    ;(this.#cell?.paragraphs ?? this.pieces).push(paragraph)
  }

  carry(paragraph: Paragraph): void {
    if (this.#carried) paragraph.lines = runOn(this.#carried.lines, paragraph.lines)
    this.#carried = paragraph
  }

  /** Ends what runs on: nothing follows in this place. */
  settle(): void {
    const carried = this.#carried
    this.#carried = null
    if (carried) this.add(carried)
  }

  /** Puts in what stood in a text box. */
  addAll(pieces: readonly Piece[]): void {
    for (const piece of pieces) {
      if (piece.kind === 'paragraph') this.add(piece)
      else if (this.#cell) for (const paragraph of paragraphsOf(piece)) this.add(paragraph)
      else this.pieces.push(piece)
    }
  }

  openTable(): void {
    if (this.#table) this.#nested++
    else {
      this.settle()
      this.#table = { kind: 'table', rows: [] }
    }
  }

  closeTable(): void {
    if (this.#nested > 0) this.#nested--
    else if (this.#table) {
      this.pieces.push(this.#table)
      this.#table = null
    }
  }

  openRow(): void {
    if (this.#nested > 0 || !this.#table) return
    this.#row = { before: 0, after: 0, cells: [] }
    this.#rowDeleted = false
  }

  closeRow(): void {
    if (this.#nested > 0 || !this.#table) return
    if (this.#row && !this.#rowDeleted) this.#table.rows.push(this.#row)
    this.#row = null
  }

  openCell(): void {
    if (this.#nested > 0 || !this.#row) return
    if (++this.#cells > MOST_CELLS) throw new PlanparseError('too-large', `> ${MOST_CELLS} w:tc`)
    this.#cell = { span: 1, merge: 'none', paragraphs: [] }
    this.#cellDeleted = false
    this.#row.cells.push(this.#cell)
  }

  closeCell(): void {
    if (this.#nested > 0) return
    this.settle()
    this.#cell = null
  }

  /** What the open row or cell says of itself. */
  property(name: string, value: string | null): void {
    if (this.#nested > 0) return
    const count = Math.min(Math.max(Number(value) || 0, 0), WIDEST)
    if (this.#cell) cellSays(this.#cell, name, value, count)
    else if (this.#row && name === 'w:gridBefore') this.#row.before = count
    else if (this.#row && name === 'w:gridAfter') this.#row.after = count
  }

  deleteRow(): void {
    if (this.#nested === 0) this.#rowDeleted = true
  }

  deleteCell(): void {
    if (this.#nested === 0) this.#cellDeleted = true
  }

  /** Nothing that comes now is part of the document. */
  get deleted(): boolean {
    return (this.#row !== null && this.#rowDeleted) || (this.#cell !== null && this.#cellDeleted)
  }

  get inCell(): boolean {
    return this.#cell !== null
  }
}

function cellSays(cell: GridCell, name: string, value: string | null, count: number): void {
  if (name === 'w:gridSpan') cell.span = Math.max(count, 1)
  else if (name === 'w:vMerge') cell.merge = value === 'restart' ? 'begins' : 'goesOn'
  else if (name === 'w:hMerge' && value !== 'restart') cell.merge = 'beside'
}

function paragraphsOf(table: Table): Paragraph[] {
  return table.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs))
}

/** The last line of the one goes on in the first of the other. */
function runOn(before: readonly string[], after: readonly string[]): string[] {
  return [...before.slice(0, -1), (before.at(-1) ?? '') + (after[0] ?? ''), ...after.slice(1)]
}
