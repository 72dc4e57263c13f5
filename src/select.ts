/** A part of a plan: the tasks that are asked for, under the headings they stand in. */
import type { Plan, PlanNode, Section, Unit, UnitRole } from './plan.ts'
import { dueOf, headingOf, type PlacedTask, tasks } from './tasks.ts'
import { plain } from './text/chars.ts'
import type { UnitTest } from './units.ts'

/** What is asked for; a task must meet all that is given. Names and words match in any width, with blanks or without. */
export interface Selection {
  /** It has one of these units. A name that no unit of the plan bears in full is looked for inside the names. */
  units?: readonly string[]
  /** It has a unit in that role: one of `units`, where these are given. */
  role?: UnitRole | null
  /** The date that counts (`dueOf`) is before this one, `2023-07-01`. */
  dueBefore?: string | null
  /** A heading above it contains one of these words. */
  sections?: readonly string[]
}

/**
 * The plan with the tasks that match alone; sections left without a task, and all paragraphs, are left out. Without
 * anything asked for it is the plan itself.
 */
export function select(plan: Plan, selection: Selection): Plan {
  if (!isSelective(selection)) return plan
  const { units = [], role, dueBefore, sections = [] } = selection
  const byUnit = units.length > 0 || role ? isAskedFor(plan, selection) : null
  const words = sections.map(plain)
  return withTasks(
    plan,
    Array.from(tasks(plan)).filter((placed) => {
      const due = dueOf(placed.task)
      if (byUnit && !placed.task.units.some(byUnit)) return false
      if (dueBefore && !(due !== null && due < dueBefore)) return false
      return words.length === 0 || placed.sections.some((above) => contains(plain(headingOf(above)), words))
    }),
  )
}

export function isSelective({ units = [], role, dueBefore, sections = [] }: Selection): boolean {
  return units.length > 0 || Boolean(role) || Boolean(dueBefore) || sections.length > 0
}

/** Whether a unit of a task of this plan is one that a selection names, in the role it names. */
export function isAskedFor(plan: Plan, { units = [], role }: Selection): UnitTest {
  if (units.length === 0) return (unit) => !role || unit.role === role
  const borne = new Set<string>()
  for (const { task } of tasks(plan)) for (const unit of task.units) for (const name of namesOf(unit)) borne.add(name)
  const wanted = units.map(plain)
  const whole = new Set(wanted.filter((name) => borne.has(name)))
  const parts = wanted.filter((name) => !borne.has(name))
  const isNamed = (name: string) => whole.has(name) || contains(name, parts)
  return (unit) => (!role || unit.role === role) && namesOf(unit).some(isNamed)
}

function namesOf({ name, canonical }: Unit): string[] {
  return canonical === null ? [plain(name)] : [plain(name), plain(canonical)]
}

function contains(text: string, words: readonly string[]): boolean {
  return words.some((word) => text.includes(word))
}

/** The plan with these of its tasks alone, given in document order, under their headings. */
export function withTasks(plan: Plan, placed: readonly PlacedTask[]): Plan {
  const children: PlanNode[] = []
  const open: { from: Section; to: Section }[] = []
  for (const { task, sections } of placed) {
    let shared = 0
    while (shared < open.length && open[shared]?.from === sections[shared]) shared++
    open.length = shared
    for (const from of sections.slice(shared)) {
      const to = { ...from, children: [] }
      innermost(open, children).push(to)
      open.push({ from, to })
    }
    innermost(open, children).push(task)
  }
  return { ...plan, children }
}

function innermost(open: readonly { to: Section }[], top: PlanNode[]): PlanNode[] {
  return open.at(-1)?.to.children ?? top
}
