/**
 * What a story is made of, before it is text: paragraphs with all that Word says of them, and tables on their grid.
 */

export interface Paragraph {
  kind: 'paragraph'
  /** Its text, cut at line breaks. */
  lines: string[]
  /** Level in the outline from 1; `null` for body text. */
  heading: number | null
  /** The marker of its list; `null` where it has none. */
  generated: string | null
  /** See `TextBlock.list`. */
  list: number
  /** It is no part of the text proper: a table of contents. */
  furniture: boolean
}

export interface GridCell {
  /** Columns of the grid that it takes. */
  span: number
  /** Its place in a cell merged over rows, or over columns in the way of old files. */
  merge: 'none' | 'begins' | 'goesOn' | 'beside'
  paragraphs: Paragraph[]
}

export interface Row {
  /** Columns left out at its beginning and end. */
  before: number
  after: number
  cells: GridCell[]
}

export interface Table {
  kind: 'table'
  rows: Row[]
}

export type Piece = Paragraph | Table

export function isBlankParagraph(paragraph: Paragraph): boolean {
  return paragraph.lines.every((line) => line.trim() === '')
}
