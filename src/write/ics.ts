/**
 * The deadlines as a calendar (RFC 5545): every date and every recurring deadline of a task an all-day event. No alarm,
 * and nothing of the clock: the same plan gives the same bytes, and importing it again updates what is there.
 */
import ical, { escape as escapeText, type ICalEventData, ICalEventTransparency } from 'ical-generator'
import { PlanparseError } from '../error.ts'
import { hashOf } from '../hash.ts'
import type { Lang } from '../message.ts'
import type { Deadline, DocumentInfo, Plan, Task } from '../plan.ts'
import { headingOf, type PlacedTask, tasks } from '../tasks.ts'
import { type ByUnit, ROLES } from '../units.ts'
import { namesOf } from './columns.ts'
import { type Occurrence, occurrenceFrom } from './occurrence.ts'
import { ROLE_WORDS } from './roles.ts'
import { visible, visibleLine } from './visible.ts'
import { shorten } from './width.ts'
import type { WriteOptions, Writing } from './writer.ts'

const WORDS = {
  zh: { colon: '：', comma: '、', more: '等', due: '时限', sections: '章节', document: '文件' },
  en: { colon: ': ', comma: ', ', more: ' and others', due: 'Due', sections: 'Sections', document: 'Document' },
} as const

export function ics(options: WriteOptions): Writing {
  const lang = options.lang ?? 'zh'
  const calendar = ical({ prodId: { company: 'planparse', product: 'planparse', language: lang.toUpperCase() } })
  const titles = new Set<string>()
  const used = new Map<string, number>()
  return {
    begin: () => '',
    plan(plan, groups) {
      titles.add(plan.document.title ?? '')
      for (const owned of ownedTasks(plan, groups)) {
        for (const entry of entriesOf(plan.document, owned.placed.task)) {
          calendar.createEvent(eventOf(plan, owned, entry, lang, used))
        }
      }
      return []
    },
    end() {
      const [title] = titles
      // The library escapes every text but this one.
      if (title && titles.size === 1) calendar.name(escapeText(visibleLine(title), false))
      return `${calendar.toString()}\r\n`
    },
  }
}

/** What of a plan stands in no calendar: tasks without any day, and recurring deadlines of no known year. */
export function notesOf(plan: Plan): PlanparseError[] {
  const without: string[] = []
  const yearless = new Set<string>()
  for (const { task } of tasks(plan)) {
    if (entriesOf(plan.document, task).length === 0) without.push(task.id)
    for (const deadline of task.deadlines) {
      if (ruleOf(deadline) !== null && beginningOf(plan.document) === null) yearless.add(deadline.raw)
    }
  }
  return [
    ...(yearless.size ? [noteOf('calendar-year-unknown', [...yearless])] : []),
    ...(without.length ? [noteOf('calendar-undated', without)] : []),
  ]
}

/** Names the first few. */
function noteOf(code: 'calendar-year-unknown' | 'calendar-undated', all: readonly string[]): PlanparseError {
  const known = all.length > MOST_NAMED ? [...all.slice(0, MOST_NAMED), '…'] : all
  return new PlanparseError(code, { name: String(all.length), known })
}

const MOST_NAMED = 10

/** A task, and by unit the one that has it. */
interface Owned {
  placed: PlacedTask
  unit: string | null
}

function ownedTasks(plan: Plan, groups: ByUnit | undefined): Owned[] {
  if (!groups) return Array.from(tasks(plan), (placed) => ({ placed, unit: null }))
  const ofUnits = groups.units.flatMap(({ name, tasks }) => tasks.map((placed) => ({ placed, unit: name })))
  return [...ofUnits, ...groups.unassigned.map((placed) => ({ placed, unit: null }))]
}

/** A deadline that has a day: from `start` to `due`, once or by a rule. */
interface Entry {
  /** Its place among the deadlines of the task. */
  index: number
  raw: string
  start: string
  due: string
  rrule: string | null
}

/** Each day once: a deadline in the text often repeats that of the annotation, which comes first. */
function entriesOf(document: DocumentInfo, task: Task): Entry[] {
  const numbered = task.deadlines.map((deadline, index) => ({ deadline, index }))
  const stated = numbered.filter(({ deadline }) => deadline.source !== 'text')
  const found = new Map<string, Entry>()
  for (const { deadline, index } of [...stated, ...numbered.filter((each) => !stated.includes(each))]) {
    const days = daysOf(document, deadline)
    if (days === null) continue
    const key = `${days.start} ${days.due} ${days.rrule}`
    if (!found.has(key)) found.set(key, { index, raw: deadline.raw, ...days })
  }
  return [...found.values()]
}

function daysOf(document: DocumentInfo, deadline: Deadline): Pick<Entry, 'start' | 'due' | 'rrule'> | null {
  if (deadline.kind === 'date') return { start: deadline.start ?? deadline.due, due: deadline.due, rrule: null }
  const found = occurrenceOf(document, deadline)
  return found && { start: found.first, due: found.first, rrule: found.rrule }
}

function occurrenceOf(document: DocumentInfo, deadline: Deadline): Occurrence | null {
  const rule = ruleOf(deadline)
  const beginning = beginningOf(document)
  return rule !== null && beginning !== null ? occurrenceFrom(rule, beginning) : null
}

function ruleOf(deadline: Deadline): string | null {
  return deadline.kind === 'recurring' ? deadline.rrule : null
}

/** The first day on which the plan holds: that of issue, or the first of its year where that is later or alone known. */
function beginningOf({ issuedOn, year }: DocumentInfo): string | null {
  const newYear = year === null ? null : `${year}-01-01`
  return issuedOn !== null && (newYear === null || issuedOn > newYear) ? issuedOn : newYear
}

function eventOf(
  plan: Plan,
  { placed, unit }: Owned,
  entry: Entry,
  lang: Lang,
  used: Map<string, number>,
): ICalEventData {
  const { task } = placed
  const { colon } = WORDS[lang]
  const owner = unit ?? ownersOf(task, lang)
  const what = shorten(visibleLine(task.title ?? task.text), SUMMARY_COLUMNS)
  return {
    id: uidOf(plan.document, task, entry.index, unit, used),
    stamp: day(plan.document.issuedOn ?? `${plan.document.year ?? 1970}-01-01`),
    allDay: true,
    start: day(entry.start),
    // The day after: an end is exclusive.
    end: day(entry.due, 1),
    repeating: entry.rrule,
    summary: owner ? `${visibleLine(owner)}${colon}${what}` : what,
    description: descriptionOf(plan.document, placed, entry, lang),
    categories: categoriesOf(task, unit),
    // A deadline takes up nobody's day.
    transparency: ICalEventTransparency.TRANSPARENT,
  }
}

/** Of a text that is its own title. */
const SUMMARY_COLUMNS = 60

/** Who has to do it, as far as a line holds them: those who lead, else who do it, else who support. */
function ownersOf(task: Task, lang: Lang): string {
  const role = ROLES.find((each) => task.units.some((unit) => unit.role === each))
  const names = task.units.flatMap((unit) => (unit.role === role ? [unit.name] : []))
  return names.slice(0, 2).join(WORDS[lang].comma) + (names.length > 2 ? WORDS[lang].more : '')
}

function descriptionOf({ title, number }: DocumentInfo, { task, sections }: PlacedTask, { raw }: Entry, lang: Lang) {
  const words = WORDS[lang]
  const facts = [
    ...ROLES.map((role) => [ROLE_WORDS[lang][role], namesOf(task, role)]),
    [words.due, raw],
    [words.sections, sections.map(headingOf).join(' / ')],
    [words.document, (title ?? '') + (number ? `（${number}）` : '')],
  ]
  const lines = facts.flatMap(([label, value]) => (value ? [label + words.colon + visibleLine(value)] : []))
  return [visible(task.text), '', ...lines].join('\n')
}

function categoriesOf(task: Task, unit: string | null): { name: string }[] {
  const names = unit === null ? task.units.map(({ name }) => name) : [unit]
  return [...new Set(names.map(visibleLine))].filter(Boolean).map((name) => ({ name }))
}

/**
 * The same for the same deadline of the same document, wherever it was read from; a document that names itself by
 * nothing is told by the task's own words. What comes twice in one calendar (a document given twice) is numbered.
 */
function uidOf(
  { title, number, issuer, year }: DocumentInfo,
  { id, text }: Task,
  index: number,
  unit: string | null,
  used: Map<string, number>,
): string {
  const own = title === null && number === null ? text : null
  const hash = hashOf(JSON.stringify([title, number, issuer, year, own, id, index, unit]))
  const count = (used.get(hash) ?? 0) + 1
  used.set(hash, count)
  return `${hash}${count > 1 ? `-${count}` : ''}@planparse`
}

/** Midnight in UTC, which the library prints as the bare date. */
function day(date: string, after = 0): Date {
  const time = new Date(`${date}T00:00:00Z`)
  time.setUTCDate(time.getUTCDate() + after)
  return time
}
