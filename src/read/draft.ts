/**
 * The text that a reader makes of a file which is none: one paragraph a line, the cells of a table row set apart by
 * tabs. Blocks are noted while the text grows, and cut out of it when it is whole.
 */
import type { SourceSegment } from '../plan.ts'
import { LineIndex } from '../position.ts'
import type { Block, Cell, TextBlock } from '../stages.ts'
import { displayWidth, isBlank } from '../text/chars.ts'
import { joinLines, type Range, View } from '../text/view.ts'

/** Words to be written. As a view of the file's own text they keep their places in it. */
type Words = string | View

function textOf(words: Words): string {
  return typeof words === 'string' ? words : words.printed
}

/** What a reader knows of a paragraph besides its words. */
export type Traits = Pick<TextBlock, 'role' | 'heading' | 'generated' | 'apart' | 'list' | 'bullet'>
const NO_TRAITS: Traits = { role: null, heading: null, generated: null, apart: false, list: 0, bullet: false }

/** A cell as the format holds it: where rows or columns are merged it stands but once, with how many it takes. */
export interface DraftCell<Line extends Words = string> {
  /** Paragraphs, each of one line or several wrapped ones. */
  paragraphs: readonly (readonly Line[])[]
  rows: number
  columns: number
  /** See `Cell.generated`. */
  generated?: string | null
}

interface Piece {
  start: number
  end: number
}
type PlacedCell = Omit<DraftCell, 'paragraphs'> & { paragraphs: Piece[][] }
type Note = ({ kind: 'text'; indent: number } & Traits & Piece) | { kind: 'table'; rows: PlacedCell[][] }

export class Draft {
  readonly #parts: string[] = []
  readonly #notes: Note[] = []
  /** What stands in the file as it is: from where in the text, and the file's range. */
  readonly #places: ({ at: number } & Range)[] = []
  #length = 0

  /** One paragraph, or one line of what layout is to see; blanks at its beginning are its indent. */
  line(words: Words, traits: Partial<Traits> = {}): void {
    const { start, end } = this.#words(words)
    if (end > start) {
      const text = textOf(words)
      const indent = displayWidth(text.slice(0, text.length - text.trimStart().length))
      this.#notes.push({ kind: 'text', start, end, indent, ...NO_TRAITS, ...traits })
    }
    this.#write('\n')
  }

  /** Characters that set things apart and are no words: a form feed between pages. */
  separator(text: string): void {
    this.#write(text)
  }

  table(rows: readonly (readonly DraftCell<Words>[])[]): void {
    const placed = rows.map((row) => {
      const cells = row.map((cell, i) => this.#cell(cell, i > 0))
      this.#write('\n')
      return cells
    })
    this.#notes.push({ kind: 'table', rows: placed })
  }

  #cell({ paragraphs, ...traits }: DraftCell<Words>, tab: boolean): PlacedCell {
    if (tab) this.#write('\t')
    let first = true
    const placed = paragraphs.map((lines) =>
      lines.map((line) => {
        if (!first) this.#write('\n')
        first = false
        return this.#words(line)
      }),
    )
    return { ...traits, paragraphs: placed }
  }

  /** Writes a text; gives its place without the blanks around it. */
  #words(words: Words): Piece {
    const text = textOf(words)
    let from = 0
    let to = text.length
    while (from < to && isBlank(text.charCodeAt(from))) from++
    while (to > from && isBlank(text.charCodeAt(to - 1))) to--
    const piece = { start: this.#length + from, end: this.#length + to }
    if (typeof words !== 'string') for (const each of words.pieces()) this.#place(each.at + this.#length, each)
    this.#write(text)
    return piece
  }

  /** Notes a place, as one with that before it where they go on from each other in text and file. */
  #place(at: number, { start, end }: Range): void {
    const last = this.#places.at(-1)
    if (last?.end === start && last.at + last.end - last.start === at) last.end = end
    else this.#places.push({ at, start, end })
  }

  #write(text: string): void {
    this.#parts.push(text)
    this.#length += text.length
  }

  /** The whole text and its blocks. */
  finish(): { text: string; blocks: Block[] } {
    const text = this.#parts.join('')
    const blocks = this.#notes.map((note): Block => {
      if (note.kind === 'table') return { kind: 'table', rows: gridOf(note.rows, text) }
      const { start, end, ...traits } = note
      return { ...traits, view: View.of(text, start, end) }
    })
    return { text, blocks }
  }

  /** Which of the text stands where in the file that the words are views of. No view may hold a line end. */
  segments(file: string): SourceSegment[] {
    const index = new LineIndex(file)
    return this.#places.map(({ at, start, end }) => ({ start: at, end: at + end - start, source: index.point(start) }))
  }
}

/**
 * More rows or columns than these no cell takes, whatever a file says; nor does one that stands further right go on
 * downwards, or each row would be wider than that above it.
 */
const MOST_ROWS = 2000
const MOST_COLUMNS = 100

/**
 * The rows of a table as the stages take them: a cell merged over rows stands in each of them, from the second on
 * marked; one merged over columns is followed by blank ones; one that is a whole row is alone in it.
 */
function gridOf(rows: readonly PlacedCell[][], text: string): Cell[][] {
  const grid: Cell[][] = []
  /** For each column the cell from above that still goes on, and for how many rows. */
  const open: { cell: Cell; rows: number }[] = []
  const width = rows.reduce((most, row) => Math.max(most, widthOf(row)), 0)
  for (const row of rows) {
    const cells: Cell[] = []
    const takeOpen = () => {
      for (let above = open[cells.length]; above && above.rows > 0; above = open[cells.length]) {
        above.rows--
        cells.push(above.cell)
      }
    }
    for (const placed of row) {
      takeOpen()
      const { cell, rows: down, columns } = cellOf(placed, text)
      for (let i = 0; i < columns; i++) {
        const each: Cell = i === 0 ? cell : { paragraphs: [], above: false }
        const under = open[cells.length]
        if (under) under.rows--
        if (down > 1 && cells.length < MOST_COLUMNS)
          open[cells.length] = { cell: { ...each, above: true }, rows: down - 1 }
        cells.push(each)
      }
    }
    takeOpen()
    grid.push(row.length === 1 && widthOf(row) >= width ? cells.slice(0, 1) : cells)
  }
  return withOneHeader(grid, rows)
}

function cellOf(placed: PlacedCell, text: string): { cell: Cell; rows: number; columns: number } {
  const views = placed.paragraphs.map((lines) => joinLines(lines.map(({ start, end }) => View.of(text, start, end))))
  return {
    cell: { paragraphs: views.filter((view) => view.length > 0), above: false, generated: placed.generated ?? null },
    rows: Math.min(Math.max(placed.rows, 1), MOST_ROWS),
    columns: Math.min(Math.max(placed.columns, 1), MOST_COLUMNS),
  }
}

function widthOf(row: readonly PlacedCell[]): number {
  return row.reduce((sum, cell) => sum + Math.min(Math.max(cell.columns, 1), MOST_COLUMNS), 0)
}

/**
 * A header of two rows (责任单位 over 牵头 and 配合) as one row: the lower heading of each column, and before it, as
 * a row of its own, each heading that stands over several.
 */
function withOneHeader(grid: Cell[][], rows: readonly PlacedCell[][]): Cell[][] {
  const at = rows.findIndex((row) => row.length > 1)
  const first = rows[at]
  if (!first?.some((cell) => cell.columns > 1) || !first.some((cell) => cell.rows === 2)) return grid
  if (first.some((cell) => cell.rows > 2) || first.some((cell) => cell.columns > 1 && cell.rows > 1)) return grid
  const [upper, lower] = [grid[at] ?? [], grid[at + 1] ?? []]
  if (lower.length !== upper.length) return grid
  const over = upper.filter((cell, i) => cell.paragraphs.length > 0 && !lower[i]?.above)
  const header = upper.map((cell, i) => (lower[i]?.above ? cell : (lower[i] as Cell)))
  return [...grid.slice(0, at), ...over.map((cell) => [cell]), header, ...grid.slice(at + 2)]
}
