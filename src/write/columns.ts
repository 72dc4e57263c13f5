/** The columns that a table can have: CSV, XLSX, and Markdown as a table. Which ones it has is said in `layout.ts`. */
import type { Lang } from '../message.ts'
import type { Extra, Plan, Task, UnitRole } from '../plan.ts'
import { dueOf, headingOf, type PlacedTask } from '../tasks.ts'
import { stateOf } from '../terms/states.ts'
import { squeeze } from '../text/chars.ts'
import type { UnitTask } from '../units.ts'
import { isRemark, labelOf, valuesOf } from './extras.ts'
import { keyOf } from './key.ts'
import { withMarker } from './marker.ts'
import { NO_UNIT, ROLE_WORDS } from './roles.ts'

/** What a cell may depend on besides its task. */
export interface CellContext {
  plan: Plan
  lang: Lang
  /** Stands between the names in one cell. */
  comma: string
}

export interface Column {
  /** The name by which `--columns` calls it. */
  key: string
  zh: string
  en: string
  /** In a spreadsheet, in characters of half width. */
  width: number
  /** What a spreadsheet makes of the cell; text if not said. A date is `2023-06-30`. */
  kind?: 'date' | 'number'
  cell: (placed: PlacedTask & Partial<UnitTask>, context: CellContext) => string
}

/** A unit's name ends at the comma that some programs split at, and may hold no mark by which they count work. */
const unitsOf =
  (...roles: UnitRole[]) =>
  ({ task }: PlacedTask, { comma }: CellContext) => {
    const names = task.units.flatMap((unit) => (roles.includes(unit.role) ? [unit.name] : []))
    return comma === ',' ? [...new Set(names)].map(plainName).join(comma) : [...new Set(names)].join(comma)
  }

export const COLUMNS = [
  {
    key: 'unit',
    zh: '单位',
    en: 'Unit',
    width: 22,
    cell: ({ unit }, { lang }) => (unit === null ? NO_UNIT[lang] : (unit ?? '')),
  },
  { key: 'role', zh: '角色', en: 'Role', width: 8, cell: ({ role }, { lang }) => (role ? ROLE_WORDS[lang][role] : '') },
  { key: 'file', zh: '文件', en: 'File', width: 22, cell: (_placed, { plan }) => plan.source.path ?? '-' },
  {
    key: 'document',
    zh: '文件标题',
    en: 'Document',
    width: 30,
    cell: (_placed, { plan }) => plan.document.title ?? '',
  },
  { key: 'number', zh: '文号', en: 'Number', width: 18, cell: (_placed, { plan }) => plan.document.number ?? '' },
  { key: 'id', zh: '序号', en: 'ID', width: 8, cell: ({ task }) => task.id },
  {
    key: 'sections',
    zh: '章节',
    en: 'Sections',
    width: 26,
    cell: ({ sections }) => sections.map(headingOf).join(' / '),
  },
  {
    key: 'section1',
    zh: '一级任务',
    en: 'Section',
    width: 18,
    cell: ({ sections }) => sections.slice(0, 1).map(headingOf).join(),
  },
  { key: 'section2', zh: '二级任务', en: 'Subsection', width: 26, cell: secondHeading },
  {
    key: 'level',
    zh: '大纲级别',
    en: 'Outline level',
    width: 10,
    kind: 'number',
    cell: ({ sections }) => `${sections.length + 1}`,
  },
  { key: 'marker', zh: '编号', en: 'Marker', width: 8, cell: ({ task }) => task.marker },
  { key: 'title', zh: '标题', en: 'Title', width: 24, cell: ({ task }) => task.title ?? '' },
  { key: 'text', zh: '任务内容', en: 'Text', width: 52, cell: ({ task }) => task.text },
  { key: 'summary', zh: '任务名称', en: 'Summary', width: 40, cell: ({ task }) => summaryOf(task) },
  { key: 'lead', zh: '牵头单位', en: 'Lead', width: 19, cell: unitsOf('lead') },
  { key: 'responsible', zh: '责任单位', en: 'Responsible', width: 24, cell: unitsOf('responsible') },
  { key: 'support', zh: '配合单位', en: 'Support', width: 24, cell: unitsOf('support') },
  { key: 'supervisor', zh: '责任领导', en: 'Supervisor', width: 10, cell: unitsOf('supervisor') },
  { key: 'units', zh: '各单位', en: 'Units', width: 28, cell: unitsOf('lead', 'responsible', 'support') },
  { key: 'start', zh: '开始日期', en: 'Start', width: 12, kind: 'date', cell: ({ task }) => startOf(task) },
  { key: 'due', zh: '完成时限', en: 'Due', width: 12, kind: 'date', cell: ({ task }) => dueOf(task) ?? '' },
  {
    key: 'deadlines',
    zh: '时限原文',
    en: 'Deadline as printed',
    width: 19,
    cell: ({ task }) => printedDeadlines(task),
  },
  {
    key: 'state',
    zh: '状态',
    en: 'State',
    width: 10,
    cell: ({ task }, { lang }) => stateOf(task.status)?.[lang] ?? '',
  },
  { key: 'status', zh: '进展情况', en: 'Status', width: 32, cell: ({ task }) => task.status ?? '' },
  { key: 'remark', zh: '备注', en: 'Remarks', width: 18, cell: ({ task }) => valuesOf(task, isRemark) },
  {
    key: 'extra',
    zh: '其他',
    en: 'Other',
    width: 24,
    cell: ({ task }) => task.extra.map((e) => `${e.label}：${e.value}`).join('；'),
  },
  {
    key: 'line',
    zh: '所在行',
    en: 'Line',
    width: 8,
    kind: 'number',
    cell: ({ task }) => `${task.position.start.line}`,
  },
  { key: 'key', zh: '识别码', en: 'Key', width: 12, cell: ({ task }, { plan }) => keyOf(plan, task) },
] as const satisfies readonly Column[]

export type ColumnKey = (typeof COLUMNS)[number]['key']

export function columnOf(key: ColumnKey): Column {
  return COLUMNS.find((column) => column.key === key) as Column
}

/** The column of one label of the documents: 资金来源. */
export function extraColumn(label: string): Column {
  const isIt = (extra: Extra) => labelOf(extra) === squeeze(label)
  return { key: `extra:${label}`, zh: label, en: label, width: 18, cell: ({ task }) => valuesOf(task, isIt) }
}

/** Names of the units in a role, as the documents list them: 甲局、乙局. */
export function namesOf(task: Pick<Task, 'units'>, role: UnitRole): string {
  return task.units.flatMap((unit) => (unit.role === role ? [unit.name] : [])).join('、')
}

/** The deadlines as printed, each once. */
function printedDeadlines(task: Pick<Task, 'deadlines'>): string {
  return [...new Set(task.deadlines.map((deadline) => deadline.raw))].join('；')
}

/** The headings below the first; where there is none, the task's own. */
function secondHeading({ task, sections }: PlacedTask): string {
  if (sections.length > 1) return sections.slice(1).map(headingOf).join(' / ')
  return task.title === null ? '' : withMarker(task.marker, task.title)
}

/** Jira and Project take names of 255 characters at most, on one line. */
const LONGEST_NAME = 255

/** What a task is called: its title, else its first sentence. */
function summaryOf({ title, text }: Task): string {
  const name = (title ?? (text.trim().split(/(?<=[。；])|\n/)[0] as string)).replace(/\s+/g, ' ').trim()
  if (name.length <= LONGEST_NAME) return name
  return `${name.slice(0, LONGEST_NAME - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

/** The day on which the range begins that ends with the date that counts. */
function startOf(task: Task): string {
  const due = dueOf(task)
  const counting = task.deadlines.find((deadline) => deadline.kind === 'date' && deadline.due === due)
  return (counting?.kind === 'date' && counting.start) || ''
}

function plainName(name: string): string {
  return name.replaceAll(',', '，').replaceAll('[', '（').replaceAll(']', '）')
}
