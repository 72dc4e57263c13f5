/** Words on a page put together into lines, by their places. */
import { displayWidth } from '../../text/chars.ts'
import type { Item } from './library.ts'
import { withoutRadicals } from './radicals.ts'
import type { GridTable } from './tables.ts'

/** Characters without a blank between them. */
export interface Word {
  text: string
  x: number
  end: number
  /** The base line; it grows downwards. */
  y: number
  size: number
}

export interface Line {
  text: string
  x: number
  end: number
  y: number
  size: number
  furniture: boolean
}

export interface Page {
  width: number
  height: number
  lines: Line[]
  tables: GridTable[]
}

/** The words of a page, those that stand upright; the others, stamps and watermarks, as texts. */
export function wordsOf(items: readonly Item[]): { words: Word[]; turned: string[] } {
  const words: Word[] = []
  const turned: string[] = []
  for (const item of items) {
    const [a, b, , d] = item.matrix
    if (item.text.trim() === '') continue
    if (Math.abs(b) > Math.abs(a) * 0.1 || a <= 0) turned.push(mapped(item.text.trim()))
    else for (const word of cut(item, Math.abs(d))) words.push(word)
  }
  return { words, turned }
}

/** An item may hold several words, even those of neighbouring cells: the blanks take what width the words leave. */
function cut({ text, matrix, width }: Item, size: number): Word[] {
  const [, , , , x, y] = matrix
  const pieces = mapped(text).split(/(\s+)/)
  const natural = pieces.map((piece) => (piece.trim() === '' ? 0 : (displayWidth(piece) * size) / 2))
  const sum = natural.reduce((a, b) => a + b, 0)
  const blanks = pieces.reduce((count, piece) => count + (piece.trim() === '' ? piece.length : 0), 0)
  const scale = blanks === 0 || sum > width ? width / sum : 1
  const blank = blanks === 0 ? 0 : Math.max(0, width - sum * scale) / blanks
  const words: Word[] = []
  let at = x
  pieces.forEach((piece, i) => {
    const wide = piece.trim() === '' ? piece.length * blank : (natural[i] as number) * scale
    if (piece.trim() !== '') words.push({ text: piece, x: at, end: at + wide, y, size })
    at += wide
  })
  return words
}

function mapped(text: string): string {
  return withoutRadicals(text).replace(/[^\P{Cc}\s]/gu, '')
}

/** Words on one base line, from left to right; the gaps between them are blanks. */
export function linesOf(words: readonly Word[]): Line[] {
  return rowsOf(words).map(lineOf)
}

/** Groups words by their base lines, from the top down. */
export function rowsOf(words: readonly Word[]): Word[][] {
  const rows: Word[][] = []
  for (const word of [...words].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row && first && word.y - first.y < Math.min(Math.max(first.size, word.size) * 0.45, 8)) row.push(word)
    else rows.push([word])
  }
  return rows.map((row) => row.sort((a, b) => a.x - b.x))
}

export function lineOf(row: readonly Word[]): Line {
  const size = Math.max(...row.map((word) => word.size))
  let text = ''
  let end = (row[0] as Word).x
  for (const word of row) {
    text += blanks(word.x - end, size, text, word.text) + word.text
    end = word.end
  }
  return { text, x: (row[0] as Word).x, end, y: (row[0] as Word).y, size, furniture: false }
}

/** Between a character and a Latin one a quarter is left by itself; between two of one kind a gap is meant. */
function blanks(gap: number, size: number, before: string, after: string): string {
  if (before === '') return ''
  const [left, right] = [isLatin(before.at(-1) as string), isLatin(after[0] as string)]
  if (gap < size * (left !== right ? 0.35 : left ? 0.12 : 0.2)) return ''
  return ' '.repeat(Math.max(1, Math.round(gap / (size / 2))))
}

function isLatin(c: string): boolean {
  return c < '\u2000'
}

/** What holds for all pages: where lines begin, how large and how far apart they are. */
export interface Measures {
  left: number
  size: number
  pitch: number
}

export function measuresOf(pages: readonly Page[]): Measures {
  const lines = pages.flatMap((page) => page.lines.filter((line) => !line.furniture))
  const size = median(lines.flatMap((line) => Array<number>(Math.min(line.text.length, 50)).fill(line.size))) || 12
  const starts = lines.map((line) => line.x).sort((a, b) => a - b)
  // The margin is where some lines begin, not where one stray line does.
  const least = Math.max(1, Math.min(3, Math.floor(starts.length / 8)))
  const left =
    starts.find((x) => starts.filter((other) => Math.abs(other - x) < size * 0.4).length >= least) ?? starts[0] ?? 0
  const steps = pages
    .flatMap((page) => page.lines.slice(1).map((line, i) => line.y - (page.lines[i] as Line).y))
    .filter((step) => step > 0 && step < size * 4)
  return { left, size, pitch: median(steps) || size * 1.6 }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
