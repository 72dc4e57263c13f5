/** The tasks by unit as an outline, for the writers that print headings: a section a unit, and in it one a role. */
import type { Lang } from '../message.ts'
import type { Plan, Section, Task } from '../plan.ts'
import type { PlacedTask } from '../tasks.ts'
import { type ByUnit, ROLES } from '../units.ts'
import { NO_UNIT, ROLE_WORDS } from './roles.ts'

/** Away from its headings （二） says little: a task goes by its id. */
export function unitOutline({ units, unassigned }: ByUnit, lang: Lang): Section[] {
  const outline = units.map(({ name, roles }) => {
    const held = ROLES.filter((role) => roles[role].length > 0)
    return section(
      name,
      1,
      held.map((role) => section(ROLE_WORDS[lang][role], 2, tasksOf(roles[role]))),
    )
  })
  return unassigned.length ? [...outline, section(NO_UNIT[lang], 1, tasksOf(unassigned))] : outline
}

/** The plan with its tasks under their units, where they are asked for so. */
export function byUnitPlan(plan: Plan, groups: ByUnit | undefined, lang: Lang): Plan {
  return groups ? { ...plan, children: unitOutline(groups, lang) } : plan
}

function tasksOf(placed: readonly PlacedTask[]): Task[] {
  return placed.map(({ task }) => ({ ...task, marker: task.id }))
}

/** A heading that stands in no document: it has no place there. */
function section(title: string, depth: number, children: Section['children']): Section {
  const nowhere = { line: 1, column: 1, offset: 0 }
  return {
    type: 'section',
    position: { start: nowhere, end: nowhere },
    spans: [],
    id: '',
    marker: '',
    markerGenerated: false,
    ordinal: null,
    depth,
    units: [],
    deadlines: [],
    title,
    role: 'work',
    children,
  }
}
