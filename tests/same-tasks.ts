/**
 * What of a plan must come back when it is written and read again: the frame, and of each task where it stands, its
 * number, words, units, deadlines and status. Places, printed forms and ids may differ.
 */
import type { Deadline, Plan, Task, Unit, UnitRole } from '../src/plan.ts'
import { tasks } from '../src/tasks.ts'

const ROLES: readonly UnitRole[] = ['lead', 'responsible', 'support', 'supervisor']

export function frameOf({ document: { title, number, issuer, issuedOn, year } }: Plan) {
  return { title, number, issuer, issuedOn, year }
}

/** The tasks in their order; `stated` is what annotations and headings say, `told` what the running text does. */
export function factsOf(plan: Plan) {
  return Array.from(tasks(plan), ({ task, sections }) => ({
    sections: sections.map(({ marker, title }) => [marker, title]),
    ...factsOfTask(task),
  }))
}

function factsOfTask({ marker, text, units, deadlines, status, extra }: Task) {
  return {
    marker,
    text,
    units: Object.fromEntries(ROLES.map((role) => [role, namesIn(units, role)])),
    stated: deadlines.filter(({ source }) => source !== 'text').map(meaningOf),
    told: deadlines.filter(({ source }) => source === 'text').map(meaningOf),
    status,
    extra: extra.map(({ label, value }) => [label, value]),
  }
}

function namesIn(units: readonly Unit[], role: UnitRole): string[] {
  return units.flatMap((unit) => (unit.role === role ? [`${unit.kind} ${unit.name}`] : []))
}

/** Everything that a deadline says, not how it is printed. */
function meaningOf({ raw: _raw, source: _source, position: _position, ...meaning }: Deadline) {
  return meaning
}
