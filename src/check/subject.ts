/**
 * What the rules look at: a plan laid out once, so that every rule is a short walk over one of these lists.
 */
import { PlanparseError } from '../error.ts'
import type { Paragraph, Plan, PlanNode, Section, Span, SpanKind, Task } from '../plan.ts'
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
  /** Sections and tasks in document order. */
  items: readonly Item[]
  tasks: readonly Task[]
  paragraphs: readonly Paragraph[]
  /** The sections and tasks under one heading, for each heading in turn; the first are those at the top. */
  siblings: readonly { parent: Section | null; items: readonly Item[] }[]
  pieces: readonly Piece[]
}

/** Throws `PlanparseError` for a plan without its text. */
export function subjectOf(plan: Plan): Subject {
  const { text } = plan.document
  if (text === null) throw new PlanparseError('check-without-text')
  const items: Item[] = []
  const paragraphs: Paragraph[] = []
  const siblings: { parent: Section | null; items: Item[] }[] = []
  const pieces: Piece[] = []
  const visit = (parent: Section | null, nodes: readonly PlanNode[]) => {
    const own: Item[] = []
    siblings.push({ parent, items: own })
    for (const node of nodes) {
      addPieces(node, text, pieces)
      if (node.type === 'paragraph') paragraphs.push(node)
      else own.push(node)
      if (node.type !== 'paragraph') items.push(node)
      if (node.type === 'section') visit(node, node.children)
    }
  }
  visit(null, plan.children)
  return { plan, text, items, tasks: items.filter((item) => item.type === 'task'), paragraphs, siblings, pieces }
}

const KINDS: Partial<Record<SpanKind, Piece['kind']>> = { annotation: 'annotation', status: 'status', extra: 'extra' }
/** Not of the document's own words. */
const OUTSIDE: ReadonlySet<SpanKind> = new Set(['marker', 'separator', 'furniture', 'tableHeader', 'unknown'])

function addPieces(node: PlanNode, text: string, pieces: Piece[]): void {
  const last = pieces.at(-1)
  const runs = runsOf(node)
  // A title over several lines is one.
  if (isTitle(node) && last && isTitle(last.node)) {
    const more = runs.map(({ spans }) => viewOf(spans, text))
    pieces[pieces.length - 1] = { ...last, view: View.join([last.view, ...more], () => '') }
    return
  }
  for (const { kind, spans } of runs) pieces.push({ node, kind, view: viewOf(spans, text) })
}

function isTitle(node: PlanNode): boolean {
  return node.type === 'paragraph' && node.role === 'title'
}

function viewOf(spans: readonly Span[], text: string): View {
  return joinParagraphs(spans.map(({ start, end }) => View.of(text, start, end)))
}

/** The spans of a node, those of one kind together that follow one another. */
function runsOf(node: PlanNode): { kind: Piece['kind']; spans: Span[] }[] {
  const runs: { kind: Piece['kind']; spans: Span[] }[] = []
  for (const span of node.spans) {
    if (OUTSIDE.has(span.kind)) continue
    const kind = KINDS[span.kind] ?? 'words'
    const run = runs.at(-1)
    if (run?.kind === kind) run.spans.push(span)
    else runs.push({ kind, spans: [span] })
  }
  return runs
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
