/** The pages written down: lines with their indents, tables whole though they run over pages. */
import { squeeze } from '../../text/chars.ts'
import type { Draft, DraftCell } from '../draft.ts'
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
    if (this.#table && isSame(this.#table.xs, xs)) this.#table.rows = joined(this.#table.rows, rows)
    else {
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

function isSame(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((x, i) => Math.abs(x - (other[i] as number)) < 8)
}

/** The first row of a page may be the rest of the last row of the page before: it has no number, and that one no end. */
function joined(before: DraftCell[][], after: readonly DraftCell[][]): DraftCell[][] {
  const last = before.at(-1)
  const [first, ...rest] = after
  if (!last || !first || !isTorn(last, first)) return [...before, ...after]
  return [...before.slice(0, -1), last.map((cell, i) => glue(cell, first[i] as DraftCell)), ...rest]
}

function isTorn(last: readonly DraftCell[], first: readonly DraftCell[]): boolean {
  if (last.length !== first.length || textOf(first[0] as DraftCell) !== '' || textOf(last[0] as DraftCell) === '')
    return false
  return first.some((cell, i) => textOf(cell) !== '' && !/[。；;！]$/.test(textOf(last[i] as DraftCell)))
}

function glue(one: DraftCell, other: DraftCell): DraftCell {
  const last = one.paragraphs.at(-1) ?? []
  const [first, ...rest] = other.paragraphs
  if (!first) return one
  const runsOn = last.length > 0 && !/[。；;！]$/.test(last.at(-1) ?? '')
  const paragraphs = runsOn
    ? [...one.paragraphs.slice(0, -1), [...last, ...first], ...rest]
    : [...one.paragraphs, ...other.paragraphs]
  return { ...one, paragraphs }
}

function textOf(cell: DraftCell): string {
  return squeeze(cell.paragraphs.flat().join(''))
}
