/** The pages written down: lines with their indents, tables whole though they run over pages. */
import type { Draft, DraftCell } from '../draft.ts'
import { joined, repeatedRows } from './joined.ts'
import type { Line, Measures, Page } from './lines.ts'
import type { GridTable } from './tables.ts'

export class Writer {
  readonly #draft: Draft
  readonly #measures: Measures
  /** A table that may go on, and the furniture met since. */
  #table: Pick<GridTable, 'xs' | 'rows'> | null = null
  #between: Line[] = []

  constructor(draft: Draft, measures: Measures) {
    this.#draft = draft
    this.#measures = measures
  }

  write(pages: readonly Page[]): void {
    pages.forEach((page, i) => {
      if (i > 0 && !this.#table) this.#draft.separator('\f')
      this.#page(page)
    })
    this.#close()
  }

  #page({ lines, tables }: Page): void {
    let before: Line | null = null
    const places = [
      ...lines.map((line) => ({ y: line.y, line, table: null })),
      ...tables.map((table) => ({ y: table.y, line: null, table })),
    ]
    for (const { line, table } of places.sort((a, b) => a.y - b.y)) {
      if (table) this.#addTable(table)
      else if (line) this.#line(line, before)
      before = line
    }
  }

  #line(line: Line, before: Line | null): void {
    if (line.furniture && this.#table) {
      this.#between.push(line)
      return
    }
    this.#close()
    this.#write(line, before !== null && line.y - before.y > this.#measures.pitch * 1.7)
  }

  #write({ text, x, furniture }: Line, apart: boolean): void {
    const indent = Math.max(0, Math.round((x - this.#measures.left) / (this.#measures.size / 2)))
    this.#draft.line(' '.repeat(Math.min(indent, 120)) + text, { role: furniture ? 'furniture' : null, apart })
  }

  /** Goes on with the table before it where its columns are the same. */
  #addTable({ xs, rows }: GridTable): void {
    if (this.#table && isSame(this.#table.xs, xs)) {
      const repeated = repeatedRows(this.#table.rows, rows)
      for (const row of rows.slice(0, repeated)) this.#between.push(furnitureOf(row))
      this.#table.rows = joined(this.#table.rows, rows.slice(repeated))
    } else {
      this.#close()
      this.#table = { xs, rows }
    }
  }

  #close(): void {
    const rows = this.#table?.rows ?? []
    // One row alone is no table: a frame around some words.
    if (rows.length > 1) this.#draft.table(rows)
    else
      for (const cell of rows.flat())
        for (const lines of cell.paragraphs) this.#draft.line(lines.join(''), { apart: true })
    this.#table = null
    for (const line of this.#between) this.#write(line, false)
    this.#between = []
  }
}

/** A header row that comes again says nothing new. */
function furnitureOf(row: readonly DraftCell[]): Line {
  const text = row.map((cell) => cell.paragraphs.flat().join('')).join(' ')
  return { text, x: 0, end: 0, y: 0, size: 1, furniture: true }
}

function isSame(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((x, i) => Math.abs(x - (other[i] as number)) < 8)
}
