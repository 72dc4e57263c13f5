/**
 * Resolve: annotated items → the nodes of the plan, with ids, inherited fields and real dates.
 */
import type { Note } from '../message.ts'
import type { PlanNode } from '../plan.ts'
import type { LineIndex } from '../position.ts'
import type { DeadlineField, Item, Source } from '../stages.ts'
import type { Terms } from '../terms/additions.ts'
import { Siblings } from './ids.ts'
import { buildEntries } from './items.ts'
import { type Annotate, NodeMaker, type Trace } from './nodes.ts'
import { partScope } from './scope.ts'
import { sweep } from './sweep.ts'

export interface Resolved {
  children: PlanNode[]
  /** Deadlines stated outside every task. */
  deadlines: DeadlineField[]
  notes: Note[]
}

interface Readings {
  parts: readonly { root: Item; cover: boolean }[]
  annotate: Annotate
  terms: Terms
}

/**
 * The nodes of all parts; items of the notice that transmits stand under `0`. Each item is annotated when it is come
 * to. `traces`, where given, is told of every task.
 */
export function resolve(
  { parts, annotate, terms }: Readings,
  source: Pick<Source, 'text' | 'markup'>,
  index: LineIndex,
  traces?: Trace[],
): Resolved {
  const maker = new NodeMaker(index, annotate, terms, traces)
  const siblings = new Siblings('')
  const nodes = parts.flatMap(({ root, cover }) =>
    buildEntries(annotate(root).entries, partScope(cover ? new Siblings('0') : siblings), 'preamble', maker),
  )
  const children = sweep(nodes, source, index, maker.notes)
  return { children, deadlines: maker.deadlines, notes: maker.notes }
}
