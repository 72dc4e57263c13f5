/** The second sheet: what each unit has to do, by role, and the first deadline of what is not done yet. */
import type { WriteSheet } from 'hucre/xlsx'
import type { Lang } from '../../message.ts'
import type { Plan, Task, UnitRole } from '../../plan.ts'
import { dueOf, tasks } from '../../tasks.ts'
import { stateOf } from '../../terms/states.ts'
import { cellValue, tableSheet } from './looks.ts'
import { pieces } from './text.ts'
import { urgency } from './urgency.ts'

const WORDS = {
  zh: { name: '按单位', columns: ['单位', '牵头', '责任', '配合', '合计', '最近时限'] },
  en: { name: 'Units', columns: ['Unit', 'Lead', 'Responsible', 'Support', 'Total', 'Next due'] },
} satisfies Record<Lang, object>

const COLUMNS = [
  { key: 'name', width: 32 },
  { key: 'lead', width: 10, kind: 'number' },
  { key: 'responsible', width: 12, kind: 'number' },
  { key: 'support', width: 10, kind: 'number' },
  { key: 'total', width: 10, kind: 'number' },
  { key: 'next', width: 14, kind: 'date' },
] as const

type Count = Record<Exclude<UnitRole, 'supervisor'>, number> & { total: number; next: string }

export function unitsSheet(plans: readonly Plan[], lang: Lang): WriteSheet {
  const { name, columns } = WORDS[lang]
  const counted = [...countUnits(plans)].sort(([, a], [, b]) => b.total - a.total)
  const rows = counted.map(([unit, { lead, responsible, support, total, next }]) => [
    pieces(unit)[0] as string,
    ...[lead, responsible, support, total],
    cellValue(next, 'date'),
  ])
  const headed = COLUMNS.map((column, i) => ({ ...column, heading: columns[i] as string }))
  const rules = urgency(COLUMNS.length, rows.length + 1, COLUMNS.length - 1)
  return { ...tableSheet(name, headed, rows), ...(rows.length > 0 && { conditionalRules: rules }) }
}

/** In the order in which the units are first met. */
function countUnits(plans: readonly Plan[]): Map<string, Count> {
  const counts = new Map<string, Count>()
  for (const plan of plans) for (const { task } of tasks(plan)) countTask(task, counts)
  return counts
}

/** A task counts once for a unit in each of its roles, and once in all. */
function countTask(task: Task, counts: Map<string, Count>): void {
  const due = stateOf(task.status)?.id === 'done' ? null : dueOf(task)
  const seen = new Set<string>()
  for (const { name, canonical, role } of task.units) {
    if (role === 'supervisor' || seen.has(`${role} ${canonical ?? name}`)) continue
    const unit = canonical ?? name
    const count = counts.get(unit) ?? { lead: 0, responsible: 0, support: 0, total: 0, next: '' }
    counts.set(unit, count)
    count[role]++
    if (!seen.has(unit)) count.total++
    seen.add(unit).add(`${role} ${unit}`)
    if (due !== null && (count.next === '' || due < count.next)) count.next = due
  }
}
