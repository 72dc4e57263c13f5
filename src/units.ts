/** The tasks of a plan by who has to do something with them: each unit with its tasks, in each of its roles. */
import type { Plan, TaskRecord, Unit, UnitKind, UnitList, UnitRole, UnitTaskRecord } from './plan.ts'
import { type PlacedTask, tasks, toRecord } from './tasks.ts'

/** All roles, in the order of lists. */
export const ROLES = ['lead', 'responsible', 'support', 'supervisor'] as const satisfies readonly UnitRole[]

/** A unit, or a person, with what it has to do. */
export interface UnitGroup {
  /** Its full name, where the document gives one, else as printed. */
  name: string
  kind: UnitKind
  /** Its tasks in document order, each once. */
  tasks: PlacedTask[]
  /** The same by role; a task in which it has two roles stands in both. */
  roles: Record<UnitRole, PlacedTask[]>
}

export interface ByUnit {
  /** In the order in which they first appear. */
  units: UnitGroup[]
  /** Tasks for which nobody is named. */
  unassigned: PlacedTask[]
}

/** A task as one unit has it in one role; both `null` where nobody is named. */
export interface UnitTask extends PlacedTask {
  unit: string | null
  role: UnitRole | null
}

/** Whether a unit of a task is one that is asked for. */
export type UnitTest = (unit: Unit) => boolean

/** The tasks of a plan by unit: all units, or those that are asked for. */
export function byUnit(plan: Plan, isAskedFor: UnitTest = () => true): ByUnit {
  const groups = new Map<string, UnitGroup>()
  const unassigned: PlacedTask[] = []
  for (const placed of tasks(plan)) {
    if (placed.task.units.length === 0) unassigned.push(placed)
    for (const unit of placed.task.units) {
      if (!isAskedFor(unit)) continue
      const group = groupOf(unit, groups)
      addOnce(group.tasks, placed)
      addOnce(group.roles[unit.role], placed)
    }
  }
  return { units: [...groups.values()], unassigned }
}

/** The name by which a unit is the same wherever it is named. */
export function fullName({ name, canonical }: Unit): string {
  return canonical ?? name
}

function groupOf(unit: Unit, groups: Map<string, UnitGroup>): UnitGroup {
  const full = fullName(unit)
  const found = groups.get(full)
  if (found) return found
  const roles = { lead: [], responsible: [], support: [], supervisor: [] }
  const made: UnitGroup = { name: full, kind: unit.kind, tasks: [], roles }
  groups.set(full, made)
  return made
}

/** A task comes with all its units at once: only the last can be the same. */
function addOnce(list: PlacedTask[], placed: PlacedTask): void {
  if (list.at(-1) !== placed) list.push(placed)
}

/** One by one: by unit, then by role, the tasks without a unit last. */
export function* unitTasks({ units, unassigned }: ByUnit): Generator<UnitTask> {
  for (const { name, roles } of units) {
    for (const role of ROLES) for (const placed of roles[role]) yield { ...placed, unit: name, role }
  }
  for (const placed of unassigned) yield { ...placed, unit: null, role: null }
}

/** One line of the task list by unit (`--format ndjson --by unit`). */
export function toUnitRecord(plan: Plan, placed: UnitTask): UnitTaskRecord {
  return { unit: placed.unit, role: placed.role, ...toRecord(plan, placed) }
}

/** The plan by unit (`--format json --by unit`). */
export function toUnitList(plan: Plan, { units, unassigned }: ByUnit): UnitList {
  const records = (placed: readonly PlacedTask[]): TaskRecord[] => placed.map((each) => toRecord(plan, each))
  const { title, number, issuer, issuedOn, year } = plan.document
  return {
    type: 'unitList',
    version: plan.version,
    source: plan.source,
    document: { title, number, issuer, issuedOn, year },
    messages: plan.messages,
    units: units.map(({ name, kind, roles: { lead, responsible, support, supervisor } }) => ({
      name,
      kind,
      lead: records(lead),
      responsible: records(responsible),
      support: records(support),
      supervisor: records(supervisor),
    })),
    unassigned: records(unassigned),
  }
}
