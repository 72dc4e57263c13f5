/** A plan and the text it was read from, laid out for proving: every node, and every piece of text that one holds. */
import type { Plan, PlanNode, Section, Span, Task } from '../plan.ts'

/** One span and the node it belongs to. */
export interface Piece extends Span {
  node: PlanNode
}

export interface Subject {
  text: string
  plan: Plan
  /** In the order of the tree, a section before what stands under it. */
  nodes: PlanNode[]
  /** Sections and tasks. */
  items: (Section | Task)[]
  /** By where they begin. */
  pieces: Piece[]
}

export function subjectOf(text: string, plan: Plan): Subject {
  const nodes = [...nodesOf(plan.children)]
  const pieces = nodes.flatMap((node) => node.spans.map((span) => ({ ...span, node })))
  pieces.sort((a, b) => a.start - b.start || a.end - b.end)
  const items = nodes.filter((node): node is Section | Task => node.type !== 'paragraph')
  return { text, plan, nodes, items, pieces }
}

function* nodesOf(nodes: readonly PlanNode[]): Generator<PlanNode> {
  for (const node of nodes) {
    yield node
    if (node.type === 'section') yield* nodesOf(node.children)
  }
}

/** `&lt;`, `&#60;`: in Markdown a character may be written by its name or number. */
const REFERENCE = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/y
/** The names of white space. */
const BLANK = /^&(?:\w*sp|\w*Space|Tab|NewLine);$/

/** True where words stand in a text so, but for characters that Markdown writes as references; both bare. */
export function standsAs(words: string, printed: string, format: string): boolean {
  if (words === printed) return true
  if (format !== 'markdown') return false
  let at = 0
  let i = 0
  while (i < printed.length) {
    REFERENCE.lastIndex = i
    const reference = REFERENCE.exec(printed)?.[0] ?? ''
    if (reference !== '' && !words.startsWith(reference, at)) {
      i += reference.length
      // A few names write a sign with a stroke through it.
      if (!writesBlank(reference)) at += /^.\p{M}*/u.exec(words.slice(at, at + 8))?.[0].length ?? 0
    } else if (words[at] === printed[i] || (words[at] === '\ufffd' && printed[i] === '\0')) {
      at++
      i++
    } else return false
  }
  return at === words.length
}

function writesBlank(reference: string): boolean {
  if (!reference.startsWith('&#')) return BLANK.test(reference)
  const code = Number(reference.slice(2, -1).replace(/^x/i, '0x'))
  return code <= 0x10ffff && bare(String.fromCodePoint(code)) === ''
}

/** A text without white space, and without U+0085, which ends a line as well: these are no part of any promise. */
export function bare(text: string): string {
  return text.replace(/[\s\u0085\u00ad\u200b-\u200f\u2060]+/g, '')
}
