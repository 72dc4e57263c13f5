/**
 * Headings of columns with blanks between them: on one line, or narrow ones on several; and how a line is cut at blanks.
 */
import type { TextBlock } from '../stages.ts'
import type { Terms } from '../terms/additions.ts'
import { isHeader, isTotal, placeOver } from '../terms/columns.ts'
import { displayWidth } from '../text/chars.ts'
import { BLANK } from '../text/signs.ts'
import { joinLines, type View } from '../text/view.ts'
import { headsRows } from './grid.ts'

/** A piece of a line, with the display column it begins at. */
export interface Piece {
  view: View
  at: number
}
/** Headings, the one that stands over several of them (责任分工 over 牵头单位 and 配合单位), and the line after them. */
export interface Heads {
  heads: Piece[]
  over: Piece | null
  end: number
}

/** A header is a short line; a longer one is not cut for trial. */
const LONGEST_HEADER = 400
const MOST_HEADER_LINES = 3
/** A row on one line. */
const LONGEST_ROW = 1000
/** Characters of a heading that has blanks between them. */
const LONGEST_SPACED = 8

/** The headings that begin at a line; narrow ones may take several lines: 序 above 号, 完成 above 时限. */
export function readHeads(lines: readonly TextBlock[], at: number, terms: Terms): Heads | null {
  const first = lines[at] as TextBlock
  if (first.view.length > LONGEST_HEADER || (first.view.signs & BLANK) === 0) return null
  const wide = cut(first, /\s{2,}/g)
  const narrow = wide.length >= 3 ? parted(wide, first, terms) : unspaced(cut(first, /\s+/g), terms)
  if (isHeads(narrow, terms) || headsNext(wide, lines, at + 1, terms))
    return withLower(narrow, lines[at + 1], at + 1, terms)
  if (wide.length < 2) return null
  let heads = wide
  for (let end = at + 1; end < at + MOST_HEADER_LINES; end++) {
    const line = lines[end]
    if (!line || line.role !== null || line.view.length > LONGEST_HEADER) return null
    heads = stacked(heads, cut(line, /\s{2,}/g))
    if (isHeads(heads, terms)) return { heads, over: null, end: end + 1 }
  }
  return null
}

/** Two headings with one blank between them (序号 工作任务) parted, where each of them is a label and both are none. */
function parted(wide: readonly Piece[], line: TextBlock, terms: Terms): Piece[] {
  const isLabel = ({ view }: Piece) => terms.fieldOf(view.text) !== null
  const single = cut(line, /\s+/g)
  return wide.flatMap((piece, i) => {
    const end = wide[i + 1]?.at ?? Number.POSITIVE_INFINITY
    const within = single.filter(({ at }) => at >= piece.at && at < end)
    return within.length > 1 && !isLabel(piece) && within.every(isLabel) ? within : [piece]
  })
}

/** Headings set with blanks between their characters (工 作 任 务), put together again where the characters make labels. */
function unspaced(pieces: readonly Piece[], terms: Terms): Piece[] {
  const heads: Piece[] = []
  for (let at = 0; at < pieces.length; ) {
    const first = pieces[at] as Piece
    let end = at
    while (end < at + LONGEST_SPACED && pieces[end]?.view.length === 1) end++
    const upTo = (to: number) => joinLines(pieces.slice(at, to).map(({ view }) => view))
    while (end > at + 1 && terms.fieldOf(upTo(end).text) === null) end--
    end = Math.max(end, at + 1)
    heads.push({ at: first.at, view: upTo(end) })
    at = end
  }
  return heads
}

function withLower(heads: Piece[], line: TextBlock | undefined, end: number, terms: Terms): Heads {
  const isShort = line !== undefined && line.role === null && line.view.length <= LONGEST_HEADER
  const lower = isShort ? cut(line, /\s+/g) : []
  const labels = (pieces: readonly Piece[]) => pieces.map(({ view }) => view.text)
  const over = heads[placeOver(labels(heads), labels(lower), terms)]
  if (!over) return { heads, over: null, end }
  const columns = [...heads.filter((head) => head !== over), ...lower].sort((a, b) => a.at - b.at)
  return { heads: columns, over, end: end + 1 }
}

function isHeads(heads: readonly Piece[], terms: Terms): boolean {
  const labels = heads.map((head) => head.view.text)
  return labels.length >= 3 && labels.every((label) => terms.fieldOf(label) !== null) && isHeader(labels, terms)
}

/** A total and the heading of the first rows, of two levels. */
const MOST_ABOVE_ROWS = 3
/** Characters of a heading; a cell of work has more. */
const LONGEST_HEADING = 14
/** Fewer pieces are found in prose. */
const LEAST_COLUMNS = 4
const LEAST_CELLS = 3

/**
 * Headings some of which no row of labels knows (资金预算（万元）): the line below has as many pieces as they are, or
 * begins with the number that the first of them heads, some cells being blank.
 */
function headsNext(heads: readonly Piece[], lines: readonly TextBlock[], at: number, terms: Terms): boolean {
  const labels = heads.map(({ view }) => view.text)
  if (heads.length < LEAST_COLUMNS || !labels.every((label) => isHeading(label)) || !isHeader(labels, terms))
    return false
  // 合计（7个）　1865 and 一、续建项目 or 民生项目 stand above the first row.
  const isAboveRows = ({ view: { text } }: TextBlock) =>
    headsRows(text) || (!/\s/.test(text) && isHeading(text)) || isTotal(text.split(/\s{2,}/, 1)[0] ?? '')
  const next = lines.slice(at, at + MOST_ABOVE_ROWS + 1).find((line) => !isAboveRows(line))
  if (!next || next.role !== null || next.view.length > LONGEST_ROW) return false
  const cells = cut(next, /\s{2,}/g)
  if (terms.fieldOf(labels[0] as string)?.kind !== 'index') return cells.length === heads.length
  return (
    cells.length >= LEAST_CELLS && cells.length <= heads.length && /^\d{1,9}[.．、]?$/.test(cells[0]?.view.text ?? '')
  )
}

function isHeading(label: string): boolean {
  return label.length <= LONGEST_HEADING && !/[，。；：]/.test(label)
}

/** Pieces of a line put below those that they stand under; the others stand between them. */
function stacked(heads: readonly Piece[], pieces: readonly Piece[]): Piece[] {
  const columns = heads.map((head) => ({ ...head }))
  for (const piece of pieces) {
    const above = columns.find((column) => overlaps(column, piece))
    if (above) {
      above.at = Math.min(above.at, piece.at)
      above.view = joinLines([above.view, piece.view])
    } else columns.push(piece)
  }
  return columns.sort((a, b) => a.at - b.at)
}

export function overlaps(one: Piece, other: Piece): boolean {
  const end = ({ at, view }: Piece) => at + displayWidth(view.printed)
  return one.at < end(other) && other.at < end(one)
}

/** The pieces of a line between blanks. */
export function cut({ view, indent }: TextBlock, blanks: RegExp): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  const push = (to: number) =>
    pieces.push({ view: view.slice(from, to), at: indent + displayWidth(view.printed.slice(0, from)) })
  for (const match of view.text.matchAll(blanks)) {
    push(match.index)
    from = match.index + match[0].length
  }
  push(view.length)
  return pieces
}
