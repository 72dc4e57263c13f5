/**
 * What the rules look at: a plan laid out once, so that every rule is a short walk over one of these lists.
 */
import { PlanparseError } from '../error.ts'
import type { Plan, PlanNode, Section, Span, SpanKind, Task } from '../plan.ts'
import type { Terms } from '../terms/additions.ts'
import { readGenerated } from '../terms/markers.ts'
import { joinParagraphs, type Range, View } from '../text/view.ts'

export type Item = Section | Task

/**
 * Words of one node that read on: its own, or an annotation of it. A line feed stands where they go on elsewhere, be it
 * after a wrap, after a page number or in a paragraph of its own.
 */
export interface Piece {
  node: PlanNode
  kind: 'words' | 'annotation' | 'status' | 'extra'
  view: View
}

export interface Subject {
  plan: Plan
  text: string
  /** The terms it was read by. */
  terms: Terms
  /** Sections and tasks in document order. */
  items: readonly Item[]
  /** The sections and tasks under one heading, for each heading in turn; the first are those at the top. */
  siblings: readonly { parent: Section | null; items: readonly Item[] }[]
  /** The rows of each table, whatever groups part them. */
  tables: readonly (readonly Task[])[]
  pieces: readonly Piece[]
  /** The families of numbered items; those of the notice that transmits a plan are apart. */
  families: ReadonlyMap<Item, string>
}

/** Throws `PlanparseError` for a plan without its text. */
export function subjectOf(plan: Plan, terms: Terms): Subject {
  const { text } = plan.document
  if (text === null) throw new PlanparseError('check-without-text')
  const items: Item[] = []
  const siblings: { parent: Section | null; items: Item[] }[] = []
  const runs: Run[] = []
  const visit = (parent: Section | null, nodes: readonly PlanNode[]) => {
    const own: Item[] = []
    siblings.push({ parent, items: own })
    for (const node of nodes) {
      addRuns(node, runs)
      if (node.type !== 'paragraph') {
        items.push(node)
        own.push(node)
      }
      if (node.type === 'section') visit(node, node.children)
    }
  }
  visit(null, plan.children)
  const isReference = referencesIn(plan)
  const pieces = runs.map(({ node, kind, spans }) => {
    const view = viewOf(
      spans.filter((span) => !isReference(text.slice(span.start, span.end))),
      text,
    )
    return { node, kind, view }
  })
  const families = new Map(items.flatMap((item) => familyOf(item)))
  return { plan, text, terms, items, siblings, tables: tablesIn(plan.children), pieces, families }
}

/** A table begins with its headings and goes on to the next words that are no row, or to a heading of the text. */
function tablesIn(nodes: readonly PlanNode[]): Task[][] {
  const tables: Task[][] = []
  let rows: Task[] | null = null
  for (const node of nodes) {
    if (node.type === 'paragraph') {
      if (node.role !== 'tableHeader') rows = null
      else if (rows?.length !== 0) {
        rows = []
        tables.push(rows)
      }
    } else if (node.type === 'section' && (rows === null || !isGroup(node))) {
      rows = null
      tables.push(...tablesIn(node.children))
    } else rows?.push(...tasksOf(node))
  }
  return tables
}

/** In a table the number of a group stands in a cell, without a sign behind it. */
function isGroup({ marker }: Section): boolean {
  return /^[\p{L}\p{N}]*$/u.test(marker)
}

function tasksOf(node: PlanNode): Task[] {
  if (node.type === 'section') return node.children.flatMap(tasksOf)
  return node.type === 'task' ? [node] : []
}

/** A span that is `&ldquo;` in Markdown is no word: its signs are not to be mended. */
function referencesIn({ source }: Plan): (words: string) => boolean {
  return source.format === 'markdown' ? (words) => /^&#?\w{1,32};$/.test(words) : () => false
}

function viewOf(spans: readonly Span[], text: string): View {
  return joinParagraphs(spans.map(({ start, end }) => View.of(text, start, end)))
}

function familyOf(item: Item): [Item, string][] {
  const family = item.ordinal === null ? undefined : readGenerated(item.marker)[0]?.family
  if (family === undefined) return []
  return [[item, item.id.startsWith('0.') ? `notice/${family}` : family]]
}

/** Spans of one kind that follow one another. */
type Run = Omit<Piece, 'view'> & { spans: Span[] }

const KINDS: Partial<Record<SpanKind, Piece['kind']>> = { annotation: 'annotation', status: 'status', extra: 'extra' }
/** Not of the document's own words. */
const OUTSIDE: ReadonlySet<SpanKind> = new Set(['marker', 'separator', 'furniture', 'tableHeader', 'unknown'])

function addRuns(node: PlanNode, runs: Run[]): void {
  const last = runs.at(-1)
  // A title over several lines is one.
  let run = last && isTitle(node) && isTitle(last.node) ? last : undefined
  for (const span of node.spans) {
    if (OUTSIDE.has(span.kind)) continue
    const kind = KINDS[span.kind] ?? 'words'
    if (run?.kind === kind) run.spans.push(span)
    else {
      run = { node, kind, spans: [span] }
      runs.push(run)
    }
  }
}

function isTitle(node: PlanNode): boolean {
  return node.type === 'paragraph' && node.role === 'title'
}

/** Where an item is named: its number where one is printed, else its first words. */
export function headOf(item: Item): Range {
  const marker = item.spans.find((span) => span.kind === 'marker')
  if (marker) return { start: marker.start, end: marker.end }
  const first = item.spans.find((span) => span.kind !== 'separator')
  const { start, end } = item.position
  if (!first) return { start: start.offset, end: end.offset }
  return { start: first.start, end: Math.min(first.end, first.start + 12) }
}
