/**
 * Pieces → the one text and the blocks that point into it. Markers of lists stand in the blocks and not in the text.
 */
import type { Draft } from '../draft.ts'
import { cellsOf } from './grid.ts'
import { isBlankParagraph, type Paragraph, type Piece, type Table } from './pieces.ts'

/** Writes the body of a document. */
export function writeBody(draft: Draft, pieces: readonly Piece[]): void {
  let apart = false
  for (const piece of pieces) {
    if (piece.kind === 'table') writeTable(draft, piece)
    else writeParagraph(draft, piece, piece.furniture, apart)
    apart = piece.kind === 'paragraph' && isBlankParagraph(piece)
  }
}

/** Writes notes, headers and footers: whatever in them has words. */
export function writeFurniture(draft: Draft, pieces: readonly Piece[]): void {
  const paragraphs = pieces.flatMap((piece) => (piece.kind === 'table' ? paragraphsOf(piece) : [piece]))
  for (const paragraph of paragraphs) if (!isBlankParagraph(paragraph)) writeParagraph(draft, paragraph, true, false)
}

/** Every line is a block; the first with words begins the paragraph. */
function writeParagraph(draft: Draft, paragraph: Paragraph, furniture: boolean, apart: boolean): void {
  const { heading, generated, list } = paragraph
  const head = paragraph.lines.findIndex((line) => line.trim() !== '')
  paragraph.lines.forEach((line, i) => {
    if (furniture) draft.line(line, { role: 'furniture' })
    else draft.line(line, i === head ? { heading, generated, list, apart } : {})
  })
}

/** A table of one column is a frame around paragraphs. */
function writeTable(draft: Draft, table: Table): void {
  const isFrame = table.rows.every((row) => row.before + row.after + row.cells.length <= 1)
  if (isFrame) writeBody(draft, paragraphsOf(table))
  else draft.table(cellsOf(table))
}

function paragraphsOf(table: Table): Paragraph[] {
  return table.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs))
}
