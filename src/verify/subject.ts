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

/** A text without white space: that is no part of any promise. */
export function bare(text: string): string {
  return text.replace(/\s+/g, '')
}
