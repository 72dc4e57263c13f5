/** The task list of a plan: each task with the headings above it. */
import type { Deadline, Plan, PlanNode, Section, Task, TaskRecord } from './plan.ts'

/** A task and the sections it stands in, outermost first. */
export interface PlacedTask {
  task: Task
  sections: readonly Section[]
}

/** The tasks of a plan in document order. */
export function tasks(plan: Pick<Plan, 'children'>): Generator<PlacedTask> {
  return tasksIn(plan.children, [])
}

function* tasksIn(nodes: readonly PlanNode[], sections: readonly Section[]): Generator<PlacedTask> {
  for (const node of nodes) {
    if (node.type === 'task') yield { task: node, sections }
    else if (node.type === 'section') yield* tasksIn(node.children, [...sections, node])
  }
}

/** A heading as printed: marker and title. */
export function headingOf(item: Pick<Section, 'marker' | 'title'>): string {
  return item.marker + item.title
}

/**
 * The date that counts, `2023-06-30`: the latest among the deadlines of annotations and headings, else among those
 * of the running text, else `null`.
 */
export function dueOf(task: { deadlines: readonly Dated[] }): string | null {
  const stated = task.deadlines.filter((deadline) => deadline.source !== 'text')
  return latest(stated) ?? latest(task.deadlines)
}

/** What matters of a deadline here; only one of kind `date` has a `due`. */
type Dated = Pick<Deadline, 'source'> & { due?: string | null }

function latest(deadlines: readonly Dated[]): string | null {
  let last: string | null = null
  // ISO 8601 dates sort as text.
  for (const { due } of deadlines) if (due && (last === null || due > last)) last = due
  return last
}

/** One line of the task list (`--format ndjson`). */
export function toRecord(plan: Plan, { task, sections }: PlacedTask): TaskRecord {
  const { title, number, issuer, issuedOn, year } = plan.document
  return {
    file: plan.source.path,
    document: { title, number, issuer, issuedOn, year },
    id: task.id,
    sections: sections.map(headingOf),
    marker: task.marker,
    title: task.title,
    text: task.text,
    units: task.units,
    deadlines: task.deadlines,
    due: dueOf(task),
    status: task.status,
    extra: task.extra,
    position: task.position,
  }
}
