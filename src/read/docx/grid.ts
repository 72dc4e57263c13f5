/**
 * A table's merged cells, each once with the rows and columns that it takes (ECMA-376 Part 1, 17.4.17 gridSpan,
 * 17.4.84 vMerge: Word has a cell in every row and says that it goes on from the one above).
 */
import type { DraftCell } from '../draft.ts'
import { type GridCell, isBlankParagraph, type Paragraph, type Row, type Table } from './pieces.ts'

/** A cell with the marker of the list that its first paragraph is in: a column of numbers often is nothing else. */
export interface NumberedCell extends DraftCell {
  generated: string | null
}

/** Longer merges are cut here, as the draft cuts them. */
const MOST_ROWS = 2_000

/** The cell that goes on down a column of the grid, and the columns it takes. */
interface Merge {
  cell: NumberedCell
  columns: number
}

export function cellsOf(table: Table): NumberedCell[][] {
  let above = new Map<number, Merge>()
  return table.rows.map((row) => {
    const open = new Map<number, Merge>()
    const cells = cellsOfRow(row, above, open)
    above = open
    return cells
  })
}

function cellsOfRow(row: Row, above: ReadonlyMap<number, Merge>, open: Map<number, Merge>): NumberedCell[] {
  const cells = row.before > 0 ? [newCell([], row.before)] : []
  let column = row.before
  for (const cell of row.cells) {
    const merge = cell.merge === 'goesOn' ? goneOn(cell, above.get(column)) : null
    if (merge) open.set(column, merge)
    else {
      const own = newCell(cell.paragraphs.filter(isShown), cell.span)
      cells.push(own)
      if (cell.merge === 'begins') open.set(column, { cell: own, columns: cell.span })
    }
    column += cell.span
  }
  return row.after > 0 ? [...cells, newCell([], row.after)] : cells
}

/** The cell above with one row more; `null` where this one is a cell of its own after all. */
function goneOn(cell: GridCell, merge: Merge | undefined): Merge | null {
  if (!merge || merge.columns !== cell.span || merge.cell.rows >= MOST_ROWS || cell.paragraphs.some(isShown))
    return null
  merge.cell.rows++
  return merge
}

function newCell(paragraphs: readonly Paragraph[], columns: number): NumberedCell {
  const lines = paragraphs.flatMap((paragraph) => paragraph.lines.filter((line) => line.trim() !== ''))
  return { paragraphs: lines.map((line) => [line]), rows: 1, columns, generated: paragraphs[0]?.generated ?? null }
}

function isShown(paragraph: Paragraph): boolean {
  return !isBlankParagraph(paragraph) || paragraph.generated !== null
}
