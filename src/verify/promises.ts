/** What planparse promises of every plan, a row each: how it is proved of one. `docs/promises.md` says them in words. */
import type { PlanNode, Position } from '../plan.ts'
import { LineIndex } from '../position.ts'
import { bare, type Piece, type Subject, standsAs } from './subject.ts'

/** A place where a promise is broken. */
export interface Break {
  promise: PromiseId
  /** What was found there: quoted words, what they stand as, an id; the same in every language. */
  detail: string
  /** Where in the text, by offset. */
  start: number
  end: number
}

type Found = Omit<Break, 'promise'>

interface PromiseRow {
  id: string
  broken(subject: Subject): Iterable<Found>
}

export const PROMISES = [
  /** Every character that is not white space lies in exactly one span. */
  { id: 'coverage', broken: uncovered },
  /** Every place lies in the text, with its line and column; that of a node is the hull of all it holds. */
  { id: 'places', broken: misplaced },
  /** The place of every value holds its printed form, but for white space and furniture between. */
  { id: 'values', broken: valuesElsewhere },
  /** What a node says is what its own pieces of the text say. */
  { id: 'words', broken: otherWords },
  /** No two nodes have one id. */
  { id: 'ids', broken: idsTwice },
  /** Siblings stand in the order of the text, and so do all tasks. */
  { id: 'order', broken: disordered },
] as const satisfies readonly PromiseRow[]

/** `repeat`: the same bytes give the same plan; it takes a second reading to prove it. */
export type PromiseId = (typeof PROMISES)[number]['id'] | 'repeat'

function* uncovered({ text, pieces }: Subject): Generator<Found> {
  let end = 0
  for (const piece of [...pieces, { start: text.length, end: text.length }]) {
    if (piece.start < end) yield { detail: `2 × ${quoted(text.slice(piece.start, end))}`, start: piece.start, end }
    const gap = text.slice(end, piece.start)
    if (gap.trim() !== '') yield { detail: `0 × ${quoted(gap)}`, start: end, end: piece.start }
    end = Math.max(end, piece.end)
  }
}

function* misplaced({ text, plan, nodes, pieces, items }: Subject): Generator<Found> {
  for (const { start, end, kind } of pieces)
    if (!(start >= 0 && start < end && end <= text.length)) yield { detail: `${kind} [${start}, ${end})`, start, end }
  const index = new LineIndex(text)
  const values = items.flatMap((item) => [
    ...item.units,
    ...item.deadlines,
    ...(item.type === 'task' ? item.extra : []),
  ])
  const { references, deadlines } = plan.document
  const messages = plan.messages.flatMap(({ position }) => position ?? [])
  const all = [...[plan, ...nodes, ...values, ...references, ...deadlines].map(({ position }) => position), ...messages]
  for (const position of all) {
    const start = position.start.offset
    const end = position.end.offset
    const isInside = start <= end && end <= text.length
    if (!isInside || !isSame(position, index.position(start, end))) yield { detail: `[${start}, ${end})`, start, end }
  }
  for (const node of nodes) {
    const hull = stretchOf(node)
    const held = hullOf(node)
    // A row whose number the format made may have no words at all.
    if (held && (held.start !== hull.start || held.end !== hull.end))
      yield { detail: `${nameOf(node)} ≠ [${held.start}, ${held.end})`, ...hull }
  }
}

/** From the first to the last character that a node, or what stands under it, holds; `null` for none. */
function hullOf(node: PlanNode): Offsets | null {
  const below = node.type === 'section' ? node.children.map(stretchOf) : []
  let hull: Offsets | null = null
  for (const { start, end } of [...node.spans, ...below])
    hull = hull ? { start: Math.min(hull.start, start), end: Math.max(hull.end, end) } : { start, end }
  return hull
}

interface Offsets {
  start: number
  end: number
}

function isSame(a: Position, b: Position): boolean {
  return [
    [a.start, b.start],
    [a.end, b.end],
  ].every(([x, y]) => x?.line === y?.line && x?.column === y?.column)
}

function stretchOf({ position }: { position: Position }): Offsets {
  return { start: position.start.offset, end: position.end.offset }
}

function* valuesElsewhere(subject: Subject): Generator<Found> {
  const { items, plan } = subject
  for (const item of items) {
    for (const value of [...item.units, ...item.deadlines]) yield* elsewhere(value.raw, value, subject)
    if (item.type === 'task') for (const extra of item.extra) yield* elsewhere(extra.value, extra, subject)
  }
  for (const deadline of plan.document.deadlines) yield* elsewhere(deadline.raw, deadline, subject)
}

function* elsewhere(raw: string, value: { position: Position }, subject: Subject): Generator<Found> {
  const stretch = stretchOf(value)
  const printed = printedIn(subject, stretch)
  if (!standsAs(bare(raw), printed, subject.plan.source.format) && !standsInLines(bare(raw), subject.text, stretch))
    yield { detail: `${quoted(raw)} ≠ ${quoted(printed)}`, ...stretch }
}

/** Characters of a cell that takes several lines beside others. */
const LONGEST_CELL = 300

/** True where each line has a piece of the words, in order: a cell with others beside it, all of several lines. */
function standsInLines(words: string, text: string, { start, end }: Offsets): boolean {
  if (words.length > LONGEST_CELL) return false
  const lines = text
    .slice(start, end)
    .split(/\r\n|\n|\r/)
    .map(bare)
  let rest = words
  for (const [i, line] of lines.entries()) {
    let length = rest.length
    const stands = (piece: string) => (i === 0 ? line.startsWith(piece) : line.includes(piece))
    while (length > 0 && !stands(rest.slice(0, length))) length--
    if (length === 0) return false
    if (i === lines.length - 1) return lines.length > 1 && length === rest.length && line.endsWith(rest)
    rest = rest.slice(length)
  }
  return false
}

/** Kinds of pieces that may lie within a value and are no part of it. */
const BETWEEN: readonly string[] = ['furniture', 'separator', 'tableHeader']

/** The words of a stretch of the text, without white space and what only lies between them. */
function printedIn({ text, pieces }: Subject, { start, end }: Offsets): string {
  let printed = ''
  let from = start
  for (let i = firstAfter(pieces, start); i < pieces.length; i++) {
    const piece = pieces[i] as Piece
    if (piece.start >= end) break
    if (!BETWEEN.includes(piece.kind)) continue
    printed += text.slice(from, Math.max(from, piece.start))
    from = Math.min(end, piece.end)
  }
  return bare(printed + text.slice(from, end))
}

/** The first of pieces in order that ends after an offset. */
function firstAfter(pieces: readonly Piece[], offset: number): number {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pieces[middle] as Piece).end <= offset) low = middle + 1
    else high = middle
  }
  return low
}

function* otherWords({ text, nodes, plan }: Subject): Generator<Found> {
  let before = ''
  for (const node of nodes) {
    const said = (...kinds: string[]) =>
      bare(
        node.spans
          .filter(({ kind }) => kinds.includes(kind))
          .map(({ start, end }) => text.slice(start, end))
          .join(''),
      )
    const wrong = (what: string, says: string, stands: string) =>
      standsAs(says, stands, plan.source.format)
        ? []
        : [{ detail: `${nameOf(node)} ${what}: ${quoted(says)} ≠ ${quoted(stands)}`, ...stretchOf(node) }]
    if (node.type === 'paragraph') {
      yield* wrong('value', bare(node.value), said(node.role))
      continue
    }
    const mayRepeat = !UNMERGED.includes(plan.source.format)
    const isSaidAbove = node.type === 'section' && said('marker', 'heading') === '' && mayRepeat
    if (!isSaidAbove) yield* wrong('marker', node.markerGenerated ? '' : bare(node.marker), said('marker'))
    if (node.type === 'task') {
      const says = bare(node.text)
      const stands = said('title', 'text')
      const isRepeated = stands === '' && says === before && mayRepeat
      if (!isRepeated) yield* wrong('text', says, stands)
      before = says
      yield* wrong('title', bare(node.title ?? '').replace(STOP, ''), said('title').replace(STOP, ''))
    }
  }
}

/** A cell merged over rows stands in the first of them, and says the same of the others; in these none is merged. */
const UNMERGED: readonly string[] = ['text', 'markdown', 'csv']

/** What closes a title may be left out of it. */
const STOP = /(?<![。；;：:])[。；;：:]+$/

function* idsTwice({ items }: Subject): Generator<Found> {
  const seen = new Set<string>()
  for (const item of items) {
    if (seen.has(item.id)) yield { detail: item.id, ...stretchOf(item) }
    seen.add(item.id)
  }
}

function* disordered({ plan, items, nodes }: Subject): Generator<Found> {
  const siblings = [plan.children, ...nodes.flatMap((node) => (node.type === 'section' ? [node.children] : []))]
  // A page number within a section may stand beside it in the tree: of all nodes only the tasks are in one order.
  for (const group of [...siblings, items.filter(({ type }) => type === 'task')]) {
    let before = 0
    for (const node of group) {
      const stretch = stretchOf(node)
      if (stretch.start < before) yield { detail: nameOf(node), ...stretch }
      before = stretch.start
    }
  }
}

/** A node as messages and maps name it: its id, of a paragraph its role. */
export function nameOf(node: PlanNode): string {
  return `${node.type} ${node.type === 'paragraph' ? node.role : node.id}`
}

const LONGEST = 60

function quoted(text: string): string {
  return JSON.stringify(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)
}
