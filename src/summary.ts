/** How much there is of what in a plan: tasks, units, deadlines by month, and what lacks a unit or a deadline. */
import type { Deadline, Plan, Summary, SummaryReport } from './plan.ts'
import { dueOf, tasks } from './tasks.ts'
import { type ByUnit, byUnit, type UnitGroup } from './units.ts'

export type DocumentSummary = SummaryReport['documents'][number]
type UnitCount = Summary['units'][number]

/** What a plan holds; `groups` are its tasks by unit, where only some units are asked for. */
export function summaryOf(plan: Plan, groups: ByUnit = byUnit(plan)): DocumentSummary {
  const file = plan.source.path
  const all = Array.from(tasks(plan), ({ task }) => task)
  const having = (kind: Deadline['kind']) =>
    all.filter(({ deadlines }) => deadlines.some((d) => d.kind === kind)).length
  const months = new Map<string, number>()
  for (const task of all) addTo(months, dueOf(task)?.slice(0, 7), 1)
  const messages = { error: 0, warning: 0, info: 0 }
  for (const { severity } of plan.messages) messages[severity]++
  return {
    file,
    title: plan.document.title,
    tasks: all.length,
    units: mostFirst(groups.units.map(countOf)),
    months: inOrder(months),
    recurring: having('recurring'),
    relative: having('relative'),
    ongoing: having('ongoing'),
    unrecognized: having('unrecognized'),
    withoutUnit: groups.unassigned.map(({ task }) => ({ file, id: task.id })),
    withoutDeadline: all.filter(({ deadlines }) => deadlines.length === 0).map(({ id }) => ({ file, id })),
    messages,
  }
}

/** Several summaries as one; a unit of the same name is the same. */
export function totalOf(summaries: readonly Summary[]): Summary {
  const sum = (count: (summary: Summary) => number) => summaries.reduce((all, each) => all + count(each), 0)
  const months = new Map<string, number>()
  for (const { month, tasks } of summaries.flatMap((each) => each.months)) addTo(months, month, tasks)
  return {
    tasks: sum((each) => each.tasks),
    units: mostFirst(merged(summaries.flatMap((each) => each.units))),
    months: inOrder(months),
    recurring: sum((each) => each.recurring),
    relative: sum((each) => each.relative),
    ongoing: sum((each) => each.ongoing),
    unrecognized: sum((each) => each.unrecognized),
    withoutUnit: summaries.flatMap((each) => each.withoutUnit),
    withoutDeadline: summaries.flatMap((each) => each.withoutDeadline),
    messages: {
      error: sum((each) => each.messages.error),
      warning: sum((each) => each.messages.warning),
      info: sum((each) => each.messages.info),
    },
  }
}

function countOf({ name, kind, tasks, roles }: UnitGroup): UnitCount {
  const { lead, responsible, support, supervisor } = roles
  return {
    name,
    kind,
    tasks: tasks.length,
    lead: lead.length,
    responsible: responsible.length,
    support: support.length,
    supervisor: supervisor.length,
  }
}

function merged(counts: readonly UnitCount[]): UnitCount[] {
  const units = new Map<string, UnitCount>()
  for (const count of counts) {
    const known = units.get(count.name)
    if (!known) units.set(count.name, { ...count })
    else for (const key of ['tasks', 'lead', 'responsible', 'support', 'supervisor'] as const) known[key] += count[key]
  }
  return [...units.values()]
}

/** The sort is stable: equals stay in the order in which they first appear. */
function mostFirst(units: UnitCount[]): UnitCount[] {
  return units.sort((a, b) => b.tasks - a.tasks)
}

function addTo(counts: Map<string, number>, key: string | undefined, count: number): void {
  if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + count)
}

function inOrder(months: ReadonlyMap<string, number>): Summary['months'] {
  return [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, tasks]) => ({ month, tasks }))
}
