/**
 * The last look: what no span covers yet is given to a node, so that nothing of the input is lost, and every node
 * gets its position. Bars, tabs and markup between pieces are separators of the node before them; words that no
 * stage read become a paragraph of their own, with a message.
 */
import type { Note } from '../message.ts'
import type { Paragraph, PlanNode, Span } from '../plan.ts'
import type { LineIndex } from '../position.ts'
import type { Source } from '../stages.ts'
import { INVISIBLE, isBlank } from '../text/chars.ts'
import { NO_PLACE } from './nodes.ts'

/** U+0085 ends a line of a text, and is no white space; the others nobody sees. */
const UNSEEN = new RegExp(`^[\\s\\u0085${INVISIBLE}]*$`)
/** Characters that only set things apart. */
const SEPARATORS = new RegExp(
  `^[\\s\\u0085${INVISIBLE}|｜\\t"'“”*＊#>＞\`_~\\-—–=+:：\\\\/，。；;,.、·•!！<>br●○◆◇■□★☆▲△▶►➢➤▪◎※・│┃┌┬┐├┼┤└┴┘()（）[\\]［］〔〕【】]*$`,
)

/** The text with markup blanked out, so that offsets hold. */
function withoutMarkup({ text, markup }: Pick<Source, 'text' | 'markup'>): string {
  if (markup.length === 0) return text
  const parts: string[] = []
  let from = 0
  for (const { start, end } of [...markup].sort((a, b) => a.start - b.start)) {
    if (start < from) continue
    parts.push(text.slice(from, start), '|'.repeat(end - start))
    from = end
  }
  parts.push(text.slice(from))
  return parts.join('')
}

/** Covers the whole text and sets all positions, in place; gives the nodes with what was missing put in. */
export function sweep(
  nodes: readonly PlanNode[],
  source: Pick<Source, 'text' | 'markup'>,
  index: LineIndex,
  notes: Note[],
): PlanNode[] {
  const text = withoutMarkup(source)
  const missing: Paragraph[] = []
  let end = 0
  let before: PlanNode | null = null
  inOrder(nodes, (span, node) => {
    if (span.start < end) span.start = Math.min(end, span.end)
    fill(text, end, span.start, before ?? node, missing, notes)
    end = Math.max(end, span.end)
    before = node
  })
  fill(text, end, text.length, before, missing, notes)
  for (const paragraph of missing)
    paragraph.value = source.text.slice(paragraph.spans[0]?.start, paragraph.spans[0]?.end)
  const all = [...nodes, ...missing]
  for (const node of all) place(node, index)
  return all.sort(byPlace)
}

type Visit = (span: Span, node: PlanNode) => void

/** Visits all spans in their order. Nearly always the nodes, and the spans of each, stand in it already. */
function inOrder(nodes: readonly PlanNode[], visit: Visit): void {
  let last = 0
  let isOrdered = true
  eachSpan(nodes, ({ start }) => {
    isOrdered &&= start >= last
    last = start
  })
  if (isOrdered) {
    eachSpan(nodes, visit)
    return
  }
  const all: { span: Span; node: PlanNode }[] = []
  eachSpan(nodes, (span, node) => all.push({ span, node }))
  all.sort((a, b) => a.span.start - b.span.start)
  for (const { span, node } of all) visit(span, node)
}

function eachSpan(nodes: readonly PlanNode[], visit: Visit): void {
  for (const node of nodes) {
    const { spans } = node
    // The visit may add separators: those are not visited.
    const count = spans.length
    for (let i = 0; i < count; i++) visit(spans[i] as Span, node)
    if (node.type === 'section') eachSpan(node.children, visit)
  }
}

/** Gives the gap between two spans to the node before it, or to a new paragraph. */
function fill(
  text: string,
  from: number,
  to: number,
  node: PlanNode | null,
  missing: Paragraph[],
  notes: Note[],
): void {
  let start = from
  let end = to
  while (start < end && isBlank(text.charCodeAt(start))) start++
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--
  if (start >= end) return
  const words = text.slice(start, end)
  if (node && SEPARATORS.test(words)) {
    node.spans.push({ start, end, kind: 'separator' })
    return
  }
  const role = UNSEEN.test(words) ? 'furniture' : 'unknown'
  missing.push({ type: 'paragraph', position: NO_PLACE, spans: [{ start, end, kind: role }], role, value: words })
  if (role === 'unknown') notes.push({ code: 'text-unread', range: { start, end }, detail: words })
}

function byPlace(a: PlanNode, b: PlanNode): number {
  return a.position.start.offset - b.position.start.offset
}

/** True for a span that holds something and does not begin before the one that stands before it. */
function isInPlace(span: Span, i: number, spans: readonly Span[]): boolean {
  return span.end > span.start && (i === 0 || (spans[i - 1] as Span).start <= span.start)
}

/** Sorts a node's spans, drops empty ones and sets its position to their hull, its children's included. */
function place(node: PlanNode, index: LineIndex): { start: number; end: number } {
  if (!node.spans.every(isInPlace))
    node.spans = node.spans.filter((span) => span.end > span.start).sort((a, b) => a.start - b.start)
  let start = node.spans[0]?.start ?? Number.POSITIVE_INFINITY
  let end = node.spans.at(-1)?.end ?? 0
  if (node.type === 'section') {
    for (const child of node.children) {
      const hull = place(child, index)
      start = Math.min(start, hull.start)
      end = Math.max(end, hull.end)
    }
    node.children.sort(byPlace)
  }
  if (start > end) start = end
  node.position = index.position(start, end)
  return { start, end }
}
