/**
 * Resolve: annotated items → the nodes of the plan, with ids, inherited fields and real dates.
 */
import type { Note } from '../message.ts'
import type { PlanNode } from '../plan.ts'
import type { LineIndex } from '../position.ts'
import type { AnnotatedItem, DeadlineField, Source } from '../stages.ts'
import type { Terms } from '../terms/additions.ts'
import { Siblings } from './ids.ts'
import { buildEntries } from './items.ts'
import { NodeMaker, type Trace } from './nodes.ts'
import { partScope } from './scope.ts'
import { sweep } from './sweep.ts'

export interface Resolved {
  children: PlanNode[]
  /** Deadlines stated outside every task. */
  deadlines: DeadlineField[]
  notes: Note[]
  traces: Trace[]
}

/** The nodes of all parts; items of the notice that transmits stand under `0`. */
export function resolve(
  parts: readonly { root: AnnotatedItem; cover: boolean }[],
  source: Source,
  index: LineIndex,
  terms: Terms,
): Resolved {
  const maker = new NodeMaker(index, terms)
  const siblings = new Siblings('')
  const nodes = parts.flatMap(({ root, cover }) =>
    buildEntries(root.entries, partScope(cover ? new Siblings('0') : siblings), 'preamble', maker),
  )
  const children = sweep(nodes, source, index, maker.notes)
  return { children, deadlines: maker.deadlines, notes: maker.notes, traces: maker.traces }
}
