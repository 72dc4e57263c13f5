/** How many tasks each unit has, and each date. */
import type { UnitRole } from '../../../plan.ts'
import { dueOf } from '../../../tasks.ts'
import type { ShownTask } from './corrections.ts'

/** The roles, the weightiest first. */
export const ROLES = ['lead', 'responsible', 'support', 'supervisor'] as const satisfies readonly UnitRole[]

export interface UnitTally {
  name: string
  tasks: number
  /** Tasks by the weightiest role in each. */
  roles: Record<UnitRole, number>
}

/** The units, those with most tasks first, among equals in the order they come in. */
export function tallyUnits(tasks: readonly ShownTask[]): UnitTally[] {
  const tallies = new Map<string, UnitTally>()
  for (const { units } of tasks) {
    for (const name of new Set(units.map((unit) => unit.name))) {
      const role = ROLES.find((one) => units.some((unit) => unit.name === name && unit.role === one))
      const tally = tallies.get(name) ?? newTally(name)
      tally.tasks++
      if (role) tally.roles[role]++
      tallies.set(name, tally)
    }
  }
  return [...tallies.values()].sort((a, b) => b.tasks - a.tasks)
}

function newTally(name: string): UnitTally {
  return { name, tasks: 0, roles: { lead: 0, responsible: 0, support: 0, supervisor: 0 } }
}

export interface DateTally {
  date: string
  tasks: number
}

/** The dates that count, in order. */
export function tallyDates(tasks: readonly ShownTask[]): DateTally[] {
  const tallies = new Map<string, number>()
  for (const task of tasks) {
    const due = dueOf(task)
    if (due !== null) tallies.set(due, (tallies.get(due) ?? 0) + 1)
  }
  return [...tallies].map(([date, count]) => ({ date, tasks: count })).sort((a, b) => (a.date < b.date ? -1 : 1))
}
