/** Which rows are shown, and in what order. */
import type { UnitRole } from '../../../plan.ts'
import { dueOf } from '../../../tasks.ts'
import { type Corrections, corrected, type ShownTask } from './corrections.ts'
import { daysBetween } from './dates.ts'
import type { Entry } from './entries.ts'

export interface Filter {
  query: string
  /** A name; `''` for any, `NO_UNIT` for tasks without one. */
  unit: string
  role: UnitRole | ''
  /** A class of deadlines, or one date that counts, `2023-06-30`; `''` for any. */
  deadline: string
  /** A heading of a document, `0:3`; `''` for any. */
  section: string
  /** `null` for all. */
  document: number | null
  doubtful: boolean
  corrected: boolean
}

export const EVERYTHING: Filter = {
  query: '',
  unit: '',
  role: '',
  deadline: '',
  section: '',
  document: null,
  doubtful: false,
  corrected: false,
}

/** No name of a unit is blank. */
export const NO_UNIT = ' '

/** Days before its date in which a deadline is near. */
export const NEAR = 30

/** What can be asked of a deadline, in the order of the list. */
export const DEADLINE_CLASSES = [
  'passed',
  'near',
  'later',
  'dated',
  'recurring',
  'relative',
  'ongoing',
  'unrecognized',
  'none',
] as const
export type DeadlineClass = (typeof DEADLINE_CLASSES)[number]

/** Where a date stands, seen from a day; `null` where no day is given. */
export function standing(due: string, day: string): 'passed' | 'near' | 'later' | null {
  const days = daysBetween(day, due)
  if (days === null) return null
  if (days < 0) return 'passed'
  return days <= NEAR ? 'near' : 'later'
}

/** Tells whether a row is to be shown. `day` is the reader's, `2023-06-30`. */
export function matcher(filter: Filter, corrections: Corrections, day: string): (entry: Entry) => boolean {
  const terms = normal(filter.query).split(' ').filter(Boolean)
  return (entry) => {
    if (filter.document !== null && entry.document !== filter.document) return false
    if (filter.doubtful && entry.messages.length === 0) return false
    if (filter.corrected && !corrections.has(entry)) return false
    const task = entry.task && corrected(entry.task, corrections.get(entry))
    if (!task) return !asksOfTasks(filter) && holdsAll(wordsOf(entry, null), terms)
    return (
      hasSection(entry, filter.section) &&
      hasUnit(task, filter) &&
      (filter.deadline === '' || hasDeadline(task, filter.deadline, day)) &&
      holdsAll(wordsOf(entry, task), terms)
    )
  }
}

function asksOfTasks({ unit, role, deadline, section }: Filter): boolean {
  return [unit, role, deadline, section].some((asked) => asked !== '')
}

function hasSection({ document, task }: Entry, section: string): boolean {
  return section === '' || (task?.sections.some((index) => `${document}:${index}` === section) ?? false)
}

function hasUnit({ units }: ShownTask, { unit, role }: Filter): boolean {
  if (unit === NO_UNIT) return !units.some((one) => role === '' || one.role === role)
  if (unit === '' && role === '') return true
  return units.some((one) => (unit === '' || one.name === unit) && (role === '' || one.role === role))
}

function hasDeadline(task: ShownTask, asked: string, day: string): boolean {
  const due = dueOf(task)
  if (asked === 'none') return task.deadlines.length === 0
  if (asked === 'dated') return due !== null
  if (asked === 'passed' || asked === 'near' || asked === 'later') return due !== null && standing(due, day) === asked
  return due === asked || task.deadlines.some(({ kind }) => kind === asked)
}

function holdsAll(words: string, terms: readonly string[]): boolean {
  return terms.every((term) => words.includes(term))
}

function wordsOf({ messages }: Entry, task: ShownTask | null): string {
  const said = task
    ? [
        ...[task.id, task.marker, task.title ?? '', task.text, task.status ?? ''],
        ...task.units.map(({ name }) => name),
        ...task.deadlines.flatMap(({ raw, due }) => [raw, due ?? '']),
        ...task.extra.flatMap(({ label, value }) => [label, value]),
      ]
    : []
  return normal([...said, ...messages.map(({ reason }) => reason)].join('\n'))
}

/** Width, capitals and white space make no difference to a search. */
export function normal(words: string): string {
  return words.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ')
}

export const SORTS = ['order', 'task', 'unit', 'due', 'status'] as const
export type SortKey = (typeof SORTS)[number]

export interface Sort {
  by: SortKey
  descending: boolean
  /** Rows with a message before the others. */
  doubtfulFirst: boolean
}

/** The rows in another order; `entries` are in that of the documents, which decides where nothing else does. */
export function sorted(entries: readonly Entry[], sort: Sort, corrections: Corrections): Entry[] {
  const sign = sort.descending ? -1 : 1
  const keyed = entries.map((entry, order) => ({ entry, order, key: keyOf(entry, sort.by, corrections) }))
  keyed.sort((a, b) => {
    const doubt = sort.doubtfulFirst ? Number(isSure(a.entry)) - Number(isSure(b.entry)) : 0
    if (doubt !== 0) return doubt
    // What has no value stands last whichever way.
    if (a.key === '' || b.key === '') return Number(a.key === '') - Number(b.key === '') || a.order - b.order
    if (a.key !== b.key) return a.key < b.key ? -sign : sign
    return sort.by === 'order' ? sign * (a.order - b.order) : a.order - b.order
  })
  return keyed.map(({ entry }) => entry)
}

function isSure({ messages }: Entry): boolean {
  return messages.length === 0
}

function keyOf(entry: Entry, by: SortKey, corrections: Corrections): string {
  const task = entry.task && corrected(entry.task, corrections.get(entry))
  if (!task || by === 'order') return by === 'order' ? '·' : ''
  if (by === 'due') return dueOf(task) ?? ''
  if (by === 'status') return task.status ?? ''
  if (by === 'task') return task.title ?? task.text
  return (task.units.find(({ role }) => role === 'lead') ?? task.units[0])?.name ?? ''
}
