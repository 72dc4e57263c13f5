/** What the contract promises of every plan, whatever it was read from. */
import type { Plan, PlanNode, Section, Span, Task } from '../src/plan.ts'

function nodesOf(nodes: readonly PlanNode[]): PlanNode[] {
  return nodes.flatMap((node) => (node.type === 'section' ? [node, ...nodesOf(node.children)] : [node]))
}

/** Promises of the contract that a plan breaks, in words. */
export function broken(plan: Plan, text: string): string[] {
  const nodes = nodesOf(plan.children)
  const spans = nodes.flatMap((node): Span[] => node.spans).sort((a, b) => a.start - b.start)
  const faults: string[] = []
  let end = 0
  for (const span of [...spans, { start: text.length, end: text.length }]) {
    if (span.start < end) faults.push(`overlap at ${span.start}`)
    if (text.slice(end, span.start).trim() !== '') faults.push(`lost ${JSON.stringify(text.slice(end, span.start))}`)
    end = Math.max(end, span.end)
  }
  const items = nodes.filter((node): node is Section | Task => node.type !== 'paragraph')
  if (new Set(items.map((item) => item.id)).size < items.length) faults.push('an id twice')
  const bare = (value: string) => value.replace(/\s+/g, '')
  for (const value of items.flatMap((item) => [...item.units, ...item.deadlines])) {
    const slice = bare(text.slice(value.position.start.offset, value.position.end.offset))
    let at = 0
    for (const c of slice) if (c === [...bare(value.raw)][at]) at++
    if (at < [...bare(value.raw)].length) faults.push(`${value.raw} is not at its place`)
  }
  return faults
}
