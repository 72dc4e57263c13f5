/** Which columns a table has, under which headings: presets, columns of one's own, and the rows under them. */
import { PlanparseError } from '../error.ts'
import type { Lang } from '../message.ts'
import type { Plan, Section, Task } from '../plan.ts'
import { headingOf, type PlacedTask, tasks } from '../tasks.ts'
import { type ByUnit, type UnitTask, unitTasks } from '../units.ts'
import { type CellContext, COLUMNS, type Column, type ColumnKey, columnOf, extraColumn } from './columns.ts'
import { isRemark, labelOf } from './extras.ts'
import { unitOutline } from './unit-outline.ts'
import type { WriteOptions } from './writer.ts'

/** A column by its key; `null` for an empty one, which must have a heading. */
export interface ColumnChoice {
  /** A key of `COLUMNS`, `extra:` and a label, or `extras` for a column of each label that no other column shows. */
  key: string | null
  /** The column's own in the language of the output, if not given. */
  heading?: string
}

interface Preset {
  choices: readonly (ColumnChoice & { key: ColumnKey | 'extras' })[]
  /** Between the names in a cell, 、 if not given. */
  comma?: string
  /** Headings of sections are rows as well. */
  outline?: true
  /** For importing: what is not asked for (more sheets, a hidden column) is not there. */
  bare?: true
}

const keys = (...names: (ColumnKey | 'extras')[]) => names.map((key) => ({ key }))

export const PRESETS = {
  ledger: {
    choices: keys(
      ...(['id', 'section1', 'section2', 'text', 'lead', 'responsible', 'support', 'supervisor', 'due'] as const),
      ...(['deadlines', 'state', 'status', 'remark', 'extras'] as const),
    ),
  },
  // The first column names a record there; a choice of several is read at commas.
  feishu: {
    choices: keys(
      ...(['summary', 'id', 'sections', 'text', 'lead', 'responsible', 'support', 'supervisor', 'due'] as const),
      ...(['deadlines', 'state', 'status', 'extra'] as const),
    ),
    comma: ',',
    bare: true,
  },
  jira: {
    choices: [
      { key: 'summary', heading: 'Summary' },
      { key: 'text', heading: 'Description' },
      { key: 'due', heading: 'Due Date' },
      { key: 'id', heading: 'Task ID' },
      { key: 'sections', heading: 'Section' },
      { key: 'lead', heading: 'Lead Unit' },
      { key: 'responsible', heading: 'Responsible Unit' },
      { key: 'support', heading: 'Supporting Unit' },
      { key: 'deadlines', heading: 'Deadline' },
      { key: 'status', heading: 'Progress' },
    ],
    bare: true,
  },
  project: {
    choices: [
      { key: 'level', heading: 'Outline Level' },
      { key: 'summary', heading: 'Name' },
      { key: 'start', heading: 'Start' },
      { key: 'due', heading: 'Finish' },
      { key: 'units', heading: 'Resource Names' },
      { key: 'text', heading: 'Notes' },
      { key: 'deadlines', heading: 'Text1' },
    ],
    comma: ',',
    outline: true,
    bare: true,
  },
} as const satisfies Record<string, Preset>

/** The name of a choice of columns, for what a table is for (docs/columns.md). */
export type PresetName = keyof typeof PRESETS

/** The columns of CSV and Markdown where nothing else is asked for. */
const USUAL: Preset = {
  choices: keys(
    ...(['id', 'sections', 'marker', 'title', 'text', 'lead', 'responsible', 'support', 'supervisor', 'due'] as const),
    ...(['deadlines', 'status', 'extra', 'line'] as const),
  ),
}

interface HeadedColumn extends Column {
  heading: string
}

export interface Layout {
  lang: Lang
  comma: string
  /** With `extras` in it until the plans are known: `spread`. */
  columns: readonly HeadedColumn[]
  outline: boolean
  bare: boolean
  /** The columns were asked for one by one: none is added. */
  own: boolean
}

/**
 * The layout that the options ask for, else the usual one of the format. Of several plans the first column says which
 * file a row is from; by unit, the next ones, or headings, whose it is. Throws `PlanparseError` for a key or a preset there is none of.
 */
export function layoutOf({ lang = 'zh', several, by, preset, columns }: WriteOptions, usual = USUAL): Layout {
  const chosen: Preset = preset === undefined ? usual : presetOf(preset)
  const first = [...(several ? keys('file') : []), ...(by && !chosen.outline ? keys('unit', 'role') : [])]
  const choices: readonly ColumnChoice[] = columns ?? [...first, ...chosen.choices]
  return {
    lang,
    comma: chosen.comma ?? '、',
    columns: choices.map((choice) => headed(choice, lang)),
    outline: chosen.outline ?? false,
    bare: chosen.bare ?? false,
    own: columns !== undefined,
  }
}

function presetOf(name: string): Preset {
  if (Object.hasOwn(PRESETS, name)) return PRESETS[name as PresetName]
  throw new PlanparseError('unknown-value', { name: `preset ${name}`, known: Object.keys(PRESETS) })
}

/** All keys that a choice may have; `extra:` with any label besides. */
export const KEYS: readonly string[] = [...COLUMNS.map((column) => column.key), 'extras']

function headed({ key, heading }: ColumnChoice, lang: Lang): HeadedColumn {
  const column = key === null ? EMPTY : columnNamed(key)
  return { ...column, heading: heading ?? column[lang] }
}

const EMPTY: Column = { key: '', zh: '', en: '', width: 18, cell: () => '' }

function columnNamed(key: string): Column {
  if (key === 'extras') return { ...EMPTY, key }
  if (key.startsWith('extra:')) return extraColumn(key.slice('extra:'.length))
  if (KEYS.includes(key)) return columnOf(key as ColumnKey)
  throw new PlanparseError('unknown-column', { name: key, known: KEYS })
}

/** True where the columns depend on what all plans hold. */
export function isOpen({ columns }: Layout): boolean {
  return columns.some(({ key }) => key === 'extras')
}

/** More labels than these share one column. */
const MOST_LABELS = 100

/** The layout with a column for each label of the plans that no other column shows. */
export function spread(layout: Layout, plans: readonly Plan[]): Layout {
  if (!isOpen(layout)) return layout
  const shown = new Set(layout.columns.map(({ key }) => key))
  const taken = new Set(layout.columns.map(({ heading }) => heading))
  const extras = plans.flatMap((plan) => Array.from(tasks(plan), ({ task }) => task.extra)).flat()
  const labels = new Set(extras.filter((extra) => !(shown.has('remark') && isRemark(extra))).map(labelOf))
  // A document's own 状态 beside that of the ledger.
  const own = layout.lang === 'zh' ? '（原文）' : ' (document)'
  const each = [...labels]
    .filter((label) => !shown.has(`extra:${label}`))
    .map((label) => ({ ...extraColumn(label), heading: taken.has(label) ? label + own : label }))
  const more = each.length > MOST_LABELS ? [headed({ key: 'extra' }, layout.lang)] : each
  return { ...layout, columns: layout.columns.flatMap((column) => (column.key === 'extras' ? more : [column])) }
}

export function headingsOf({ columns }: Layout): string[] {
  return columns.map(({ heading }) => heading)
}

/** One row a task; by unit, one for each unit of the task in each of its roles. */
export function* rowsOf(plan: Plan, layout: Layout, groups?: ByUnit): Generator<string[]> {
  const { columns, lang, comma, outline } = layout
  const context: CellContext = { plan, lang, comma }
  const placed = groups ? (outline ? underUnits(groups, lang) : unitTasks(groups)) : tasks(plan)
  for (const each of outline ? withHeadings(placed) : placed) {
    yield columns.map((column) => column.cell(each, context))
  }
}

/** The tasks, and before them each heading that they stand under. */
function* withHeadings(tasks: Iterable<PlacedTask & Partial<UnitTask>>): Generator<PlacedTask & Partial<UnitTask>> {
  let above: readonly Section[] = []
  for (const placed of tasks) {
    for (const [level, section] of placed.sections.entries()) {
      if (above[level] === section) continue
      const role = level === 0 ? null : placed.role
      yield { ...placed, role, task: headingRow(section), sections: placed.sections.slice(0, level) }
    }
    above = placed.sections
    yield placed
  }
}

/** The tasks by unit, under headings that are their units and roles. */
function* underUnits(groups: ByUnit, lang: Lang): Generator<UnitTask> {
  const outline = tasks({ children: unitOutline(groups, lang) })
  for (const placed of unitTasks(groups)) yield { ...placed, sections: outline.next().value?.sections ?? [] }
}

/** A heading as a row: who and when stand with its tasks. */
function headingRow(section: Section): Task {
  const { children: _children, role: _role, ...item } = section
  return {
    ...item,
    type: 'task',
    title: headingOf(section),
    text: '',
    units: [],
    deadlines: [],
    status: null,
    extra: [],
  }
}
