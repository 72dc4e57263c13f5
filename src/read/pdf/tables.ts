/** Tables by their ruled lines: where level and upright rules meet are cells; a rule that lacks makes them one. */
import { beginsBody } from '../../terms/units.ts'
import type { DraftCell } from '../draft.ts'
import { missingUprights } from './columns.ts'
import { type Line, lineOf, rowsOf, type Word } from './lines.ts'
import type { Rule } from './rules.ts'

export interface GridTable {
  /** Its upper edge. */
  y: number
  /** Where its columns begin and end. */
  xs: number[]
  rows: DraftCell[][]
  words: Word[]
}

/** Rules nearer to each other than this are one; so far may they miss each other where they meet. */
const NEAR = 3
/** No cell is narrower; the size of letters in one is seldom greater. */
const LEAST_CELL = 8
const LINE = 12
const MOST_COLUMNS = 60
const MOST_ROWS = 400

export function findTables(rules: readonly Rule[], words: readonly Word[]): GridTable[] {
  const long = rules.filter((rule) => rule.to - rule.from > 4)
  return groupsOf([...long, ...missingUprights(long, words)]).flatMap((group) => {
    const table = tableOf(group, words)
    return table ? [table] : []
  })
}

/** Rules that meet, directly or through others. */
function groupsOf(rules: readonly Rule[]): Rule[][] {
  const parents = rules.map((_, i) => i)
  const find = (i: number): number => {
    let root = i
    while (parents[root] !== root) root = parents[root] as number
    parents[i] = root
    return root
  }
  const levels = rules
    .flatMap((rule, i) => (rule.level ? [i] : []))
    .sort((a, b) => (rules[a] as Rule).at - (rules[b] as Rule).at)
  rules.forEach((upright, i) => {
    if (upright.level) return
    for (let k = firstFrom(levels, rules, upright.from - NEAR); k < levels.length; k++) {
      const j = levels[k] as number
      const level = rules[j] as Rule
      if (level.at > upright.to + NEAR) break
      if (upright.at >= level.from - NEAR && upright.at <= level.to + NEAR) parents[find(j)] = find(i)
    }
  })
  const groups = new Map<number, Rule[]>()
  rules.forEach((rule, i) => {
    const group = groups.get(find(i))
    if (group) group.push(rule)
    else groups.set(find(i), [rule])
  })
  return [...groups.values()].filter((group) => group.length >= 5)
}

/** The first of the sorted level rules that lies at or below a height. */
function firstFrom(levels: readonly number[], rules: readonly Rule[], y: number): number {
  let low = 0
  let high = levels.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rules[levels[middle] as number] as Rule).at < y) low = middle + 1
    else high = middle
  }
  return low
}

/** Where rules end beyond the last one that they meet: a table open at its sides, or cut by the end of the page. */
function openEdges(met: readonly Rule[], rules: readonly Rule[]): number[] {
  const first = Math.min(...met.map((rule) => rule.at))
  const last = Math.max(...met.map((rule) => rule.at))
  const isEdge = (edge: number, reaches: (rule: Rule) => boolean) =>
    (edge < first - LEAST_CELL || edge > last + LEAST_CELL) && rules.filter(reaches).length * 2 >= rules.length
  const from = Math.min(...rules.map((rule) => rule.from))
  const to = Math.max(...rules.map((rule) => rule.to))
  return [
    ...(isEdge(from, (rule) => rule.from < from + NEAR) ? [from] : []),
    ...(isEdge(to, (rule) => rule.to > to - NEAR) ? [to] : []),
  ]
}

/** Places, sorted; those near to each other are one. */
function placesOf(values: readonly number[], near: number): number[] {
  const places: number[] = []
  for (const value of [...values].sort((a, b) => a - b))
    if (places.length === 0 || value - (places.at(-1) as number) > near) places.push(value)
  return places
}

function tableOf(rules: readonly Rule[], words: readonly Word[]): GridTable | null {
  const uprights = rules.filter((rule) => !rule.level)
  const levels = rules.filter((rule) => rule.level)
  const xs = placesOf([...uprights.map((rule) => rule.at), ...openEdges(uprights, levels)], NEAR)
  const heights = placesOf([...levels.map((rule) => rule.at), ...openEdges(levels, uprights)], NEAR)
  const inside = wordsWithin(words, xs, heights)
  // No row is lower than its text: what is left of a merged cell at the end of a page.
  const low = Math.max(NEAR, Math.min(LINE, ...inside.map((word) => word.size)) * 0.9)
  const ys = placesOf(heights, low)
  if (xs.length < 3 || ys.length < 2 || xs.length + ys.length < 6 || xs.length > MOST_COLUMNS || ys.length > MOST_ROWS)
    return null
  const grid = new Grid(rules, xs, ys, low)
  const cells = grid.cells()
  for (const word of inside) grid.cellAt(...centre(word))?.words.push(word)
  const rows = ys.slice(1).map((_, row) => cells.filter((cell) => cell.row === row).map((cell) => draftCell(cell, xs)))
  const kept = rows.filter((row) => row.length > 0)
  const isTable = kept.some((row) => row.length > 1) && inside.length > 0
  return isTable ? { y: ys[0] as number, xs, rows: kept, words: inside } : null
}

function wordsWithin(words: readonly Word[], xs: readonly number[], ys: readonly number[]): Word[] {
  const isWithin = (place: number, places: readonly number[]) =>
    place > (places[0] as number) - NEAR && place < (places.at(-1) as number) + NEAR
  return words.filter((word) => {
    const [x, y] = centre(word)
    return isWithin(x, xs) && isWithin(y, ys)
  })
}

function centre(word: Word): [number, number] {
  return [(word.x + word.end) / 2, word.y - word.size * 0.35]
}

interface GridCell {
  row: number
  column: number
  rows: number
  columns: number
  words: Word[]
}

class Grid {
  readonly #xs: readonly number[]
  readonly #ys: readonly number[]
  /** By place: the rules there. */
  readonly #uprights: Rule[][]
  readonly #levels: Rule[][]
  /** The cell that covers each field. */
  readonly #fields = new Map<number, GridCell>()

  constructor(rules: readonly Rule[], xs: readonly number[], ys: readonly number[], low: number) {
    this.#xs = xs
    this.#ys = ys
    this.#uprights = xs.map((x) => rules.filter((rule) => !rule.level && rule.at >= x - 0.01 && rule.at <= x + NEAR))
    this.#levels = ys.map((y) => rules.filter((rule) => rule.level && rule.at >= y - 0.01 && rule.at <= y + low))
  }

  #key(row: number, column: number): number {
    return row * MOST_COLUMNS * 2 + column
  }

  /** All cells, in order. */
  cells(): GridCell[] {
    const cells: GridCell[] = []
    for (let row = 0; row < this.#ys.length - 1; row++) {
      for (let column = 0; column < this.#xs.length - 1; column++) {
        if (this.#fields.has(this.#key(row, column))) continue
        const cell = this.#cell(row, column)
        for (let r = 0; r < cell.rows; r++)
          for (let c = 0; c < cell.columns; c++) this.#fields.set(this.#key(row + r, column + c), cell)
        cells.push(cell)
      }
    }
    return cells
  }

  #cell(row: number, column: number): GridCell {
    let columns = 1
    while (
      column + columns < this.#xs.length - 1 &&
      !this.#isUpright(row, column + columns) &&
      !this.#fields.has(this.#key(row, column + columns))
    )
      columns++
    let rows = 1
    while (row + rows < this.#ys.length - 1 && !this.#isLevel(row + rows, column)) rows++
    return { row, column, rows, columns, words: [] }
  }

  /** Whether a rule stands left of a field, be it broken off: a browser draws but a piece below a page break. */
  #isUpright(row: number, column: number): boolean {
    const [top, bottom] = [this.#ys[row] as number, this.#ys[row + 1] as number]
    return (this.#uprights[column] as Rule[]).some(
      (rule) => Math.min(rule.to, bottom) - Math.max(rule.from, top) > NEAR * 2,
    )
  }

  /** Whether a rule lies above a field. */
  #isLevel(row: number, column: number): boolean {
    const x = ((this.#xs[column] as number) + (this.#xs[column + 1] as number)) / 2
    return (this.#levels[row] as Rule[]).some((rule) => rule.from <= x && rule.to >= x)
  }

  cellAt(x: number, y: number): GridCell | undefined {
    return this.#fields.get(this.#key(indexOf(this.#ys, y), indexOf(this.#xs, x)))
  }
}

function indexOf(places: readonly number[], value: number): number {
  let index = 0
  while (index < places.length - 2 && (places[index + 1] as number) <= value) index++
  return index
}

function draftCell({ column, rows, columns, words }: GridCell, xs: readonly number[]): DraftCell {
  const width = (xs[column + columns] as number) - (xs[column] as number)
  return { paragraphs: paragraphsOf(words, width), rows, columns }
}

/**
 * A line with room for what opens the next one ends its paragraph; so does one before a wider gap, and the name of a
 * body before that of another.
 */
function paragraphsOf(words: readonly Word[], width: number): string[][] {
  const lines = rowsOf(words).map(lineOf)
  const widest = Math.max(width - 14, ...lines.map((line) => line.end - line.x))
  const pitch = Math.min(...lines.slice(1).map((line, i) => line.y - (lines[i] as Line).y))
  const paragraphs: string[][] = []
  lines.forEach((line, i) => {
    const last = lines[i - 1]
    const opening = OPENING.exec(line.text)?.[0].length ?? 1
    const isFull = last !== undefined && widest - (last.end - last.x) < last.size * (opening + 0.4)
    if (last && isFull && line.y - last.y < pitch * 1.3 && !beginsBody(textFrom(lines, i), last.text))
      paragraphs.at(-1)?.push(line.text)
    else paragraphs.push([line.text])
  })
  return paragraphs
}

function textFrom(lines: readonly Line[], at: number): string {
  const [line, next] = lines.slice(at)
  return (line as Line).text + (next?.text ?? '')
}

/** A character and the marks that no line begins with. */
const OPENING = /^.[，。、；：？！）》”’%]{0,2}/u
