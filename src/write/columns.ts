/** The columns of every table: CSV, and Markdown as a table. */
import type { Lang } from '../message.ts'
import type { Plan, Task, UnitRole } from '../plan.ts'
import { dueOf, headingOf, type PlacedTask, tasks } from '../tasks.ts'
import { type ByUnit, type UnitTask, unitTasks } from '../units.ts'
import { NO_UNIT, ROLE_WORDS } from './roles.ts'
import type { WriteOptions } from './writer.ts'

interface Column {
  zh: string
  en: string
  cell: (placed: PlacedTask & Partial<UnitTask>, plan: Plan) => string
}

const unitsOf = (role: UnitRole) => (placed: PlacedTask) => namesOf(placed.task, role)

export const COLUMNS = [
  { zh: '序号', en: 'ID', cell: ({ task }) => task.id },
  { zh: '章节', en: 'Sections', cell: ({ sections }) => sections.map(headingOf).join(' / ') },
  { zh: '编号', en: 'Marker', cell: ({ task }) => task.marker },
  { zh: '标题', en: 'Title', cell: ({ task }) => task.title ?? '' },
  { zh: '任务内容', en: 'Text', cell: ({ task }) => task.text },
  { zh: '牵头单位', en: 'Lead', cell: unitsOf('lead') },
  { zh: '责任单位', en: 'Responsible', cell: unitsOf('responsible') },
  { zh: '配合单位', en: 'Support', cell: unitsOf('support') },
  { zh: '责任领导', en: 'Supervisor', cell: unitsOf('supervisor') },
  { zh: '完成时限', en: 'Due', cell: ({ task }) => dueOf(task) ?? '' },
  { zh: '时限原文', en: 'Deadline as printed', cell: ({ task }) => printedDeadlines(task) },
  { zh: '进展情况', en: 'Status', cell: ({ task }) => task.status ?? '' },
  { zh: '其他', en: 'Other', cell: ({ task }) => task.extra.map((e) => `${e.label}：${e.value}`).join('；') },
  { zh: '所在行', en: 'Line', cell: ({ task }) => String(task.position.start.line) },
] as const satisfies readonly Column[]

const FILE: Column = { zh: '文件', en: 'File', cell: (_placed, plan) => plan.source.path ?? '-' }

/** The columns of an output; the first say which file a row is from, of several plans, and whose row it is, by unit. */
export function columnsOf({ several, by, lang = 'zh' }: WriteOptions): readonly Column[] {
  return [...(several ? [FILE] : []), ...(by ? ownerColumns(lang) : []), ...COLUMNS]
}

/** Whose the row is. */
function ownerColumns(lang: Lang): Column[] {
  return [
    { zh: '单位', en: 'Unit', cell: ({ unit }) => unit ?? NO_UNIT[lang] },
    { zh: '角色', en: 'Role', cell: ({ role }) => (role ? ROLE_WORDS[lang][role] : '') },
  ]
}

export function headingsOf(columns: readonly Column[], lang: Lang): string[] {
  return columns.map((column) => column[lang])
}

/** One row a task; by unit, one for each unit of the task in each of its roles. */
export function* rowsOf(plan: Plan, columns: readonly Column[], groups?: ByUnit): Generator<string[]> {
  for (const placed of groups ? unitTasks(groups) : tasks(plan))
    yield columns.map((column) => column.cell(placed, plan))
}

/** Names of the units in a role, as the documents list them: 甲局、乙局. */
export function namesOf(task: Pick<Task, 'units'>, role: UnitRole): string {
  return task.units.flatMap((unit) => (unit.role === role ? [unit.name] : [])).join('、')
}

/** The deadlines as printed, each once. */
export function printedDeadlines(task: Pick<Task, 'deadlines'>): string {
  return [...new Set(task.deadlines.map((deadline) => deadline.raw))].join('；')
}
