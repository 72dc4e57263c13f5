/** What the documents hold, in numbers: for a person at a terminal, or as JSON. */
import type { Lang } from '../message.ts'
import type { Summary } from '../plan.ts'
import { type DocumentSummary, summaryOf, totalOf } from '../summary.ts'
import { ROLES } from '../units.ts'
import { type Paints, paints } from './paint.ts'
import { ROLE_WORDS } from './roles.ts'
import { visibleLine } from './visible.ts'
import { type Fact, flow, pad, shorten, width } from './width.ts'
import { plain, type WriteOptions, type Writing } from './writer.ts'

const WORDS = {
  zh: {
    untitled: '（没有标题）',
    total: (documents: number) => `合计 ${documents} 个文件`,
    tasks: '任务',
    units: '单位',
    persons: '人员',
    messages: '存疑',
    deadlines: '时限（任务数）',
    recurring: '周期',
    relative: '相对期限',
    ongoing: '长期',
    unrecognized: '无法换算',
    withoutUnit: '没有单位',
    withoutDeadline: '没有时限',
    more: (count: number) => `另有 ${count} 个，-f json 全部列出`,
  },
  en: {
    untitled: '(no title)',
    total: (documents: number) => `${documents} documents in all`,
    tasks: 'tasks',
    units: 'units',
    persons: 'persons',
    messages: 'doubtful places',
    deadlines: 'deadlines (tasks)',
    recurring: 'recurring',
    relative: 'relative',
    ongoing: 'ongoing',
    unrecognized: 'not worked out',
    withoutUnit: 'without a unit',
    withoutDeadline: 'without a deadline',
    more: (count: number) => `and ${count} more, which -f json lists`,
  },
} satisfies Record<Lang, object>

/** Units that are listed; JSON has all of them. */
const MOST_UNITS = 15
/** Columns that a unit's name takes: as many as there is room for, within these. */
const MOST_NAME = 36
const LEAST_NAME = 8

interface Style {
  lang: Lang
  words: (typeof WORDS)[Lang]
  paint: Paints
  /** Of the terminal. */
  columns: number
}

export function summaryJson(options: WriteOptions): Writing {
  const documents: DocumentSummary[] = []
  return {
    begin: () => '',
    plan(plan, groups) {
      documents.push(summaryOf(plan, groups))
      return []
    },
    end: () => `${JSON.stringify({ documents, total: totalOf(documents) }, null, options.indent ? 2 : 0)}\n`,
  }
}

export function summaryText(options: WriteOptions): Writing {
  const lang = options.lang ?? 'zh'
  const style: Style = {
    lang,
    words: WORDS[lang],
    paint: paints(options.colour ?? false),
    columns: options.width ?? Number.POSITIVE_INFINITY,
  }
  const documents: DocumentSummary[] = []
  const each = plain(function* (plan, groups) {
    const summary = summaryOf(plan, groups)
    if (documents.push(summary) > 1) yield '\n'
    if (options.several) yield `${style.paint.aside(visibleLine(summary.file ?? '-'))}\n`
    yield `${block(summary.title ?? style.words.untitled, summary, style, true)}\n`
  })
  const end = () => {
    if (!options.several || documents.length === 0) return ''
    return `\n${block(style.words.total(documents.length), totalOf(documents), style, false)}\n`
  }
  return { ...each, end }
}

/** `listed`: of what lacks something the ids are said, not the number alone. */
function block(title: string, summary: Summary, style: Style, listed: boolean): string {
  const { paint, columns } = style
  const parts = [
    [paint.title(shorten(visibleLine(title), columns)), ...flow(headFacts(summary, style), columns, paint.aside)],
    unitTable(summary, style),
    deadlineLines(summary, style),
    missingFacts(summary, style, listed).flatMap((lacking) => flow([lacking], columns, paint.aside)),
  ]
  return parts.flatMap((lines) => (lines.length ? [lines.join('\n')] : [])).join('\n\n')
}

function headFacts({ tasks, units, messages }: Summary, { words, paint }: Style): Fact[] {
  const persons = units.filter(({ kind }) => kind === 'person').length
  const doubts = messages.error + messages.warning + messages.info
  return [
    fact(words.tasks, tasks, paint.plain),
    fact(words.units, units.length - persons, paint.plain),
    ...(persons ? [fact(words.persons, persons, paint.plain)] : []),
    ...(doubts ? [fact(words.messages, doubts, paint.doubt)] : []),
  ]
}

/** A row a unit, those with most tasks first, with the roles that occur. */
function unitTable({ units }: Summary, { lang, words, paint, columns }: Style): string[] {
  if (units.length === 0) return []
  const shown = units.slice(0, MOST_UNITS)
  const roles = ROLES.filter((role) => units.some((unit) => unit[role] > 0))
  const headings = [words.tasks, ...roles.map((role) => ROLE_WORDS[lang][role])].map((heading) => `  ${heading}`)
  const room = columns - width(headings.join(''))
  const names = shown.map(({ name }) => shorten(visibleLine(name), Math.max(LEAST_NAME, Math.min(MOST_NAME, room))))
  const widest = Math.max(...[words.units, ...names].map(width))
  const row = (name: string, counts: readonly number[]) =>
    pad(name, widest, 'end') +
    counts.map((count, i) => pad(String(count || ''), width(headings[i] ?? ''), 'start')).join('')
  return [
    paint.aside(pad(words.units, widest, 'end') + headings.join('')),
    ...shown.map((unit, i) => row(names[i] ?? '', [unit.tasks, ...roles.map((role) => unit[role])]).trimEnd()),
    ...(units.length > shown.length ? [paint.aside(words.more(units.length - shown.length))] : []),
  ]
}

/** Tasks by the month in which they are due, and those whose deadline is no date. */
function deadlineLines(summary: Summary, { words, paint, columns }: Style): string[] {
  const kinds = (['recurring', 'relative', 'ongoing', 'unrecognized'] as const).filter((kind) => summary[kind] > 0)
  const facts = [
    ...summary.months.map(({ month, tasks }) => fact(month, tasks, paint.due)),
    ...kinds.map((kind) => fact(words[kind], summary[kind], kind === 'unrecognized' ? paint.doubt : paint.plain)),
  ]
  return facts.length ? [paint.aside(words.deadlines), ...flow(facts, columns, paint.aside)] : []
}

function missingFacts(summary: Summary, { words, paint }: Style, listed: boolean): Fact[] {
  return (['withoutUnit', 'withoutDeadline'] as const).flatMap((kind) => {
    const lacking = summary[kind]
    if (lacking.length === 0) return []
    if (!listed) return [fact(words[kind], lacking.length, paint.doubt)]
    const ids = lacking.map(({ id }) => visibleLine(id)).join('、')
    return [fact(`${words[kind]} (${lacking.length})`, ids, paint.doubt)]
  })
}

function fact(label: string, value: number | string, paint: (text: string) => string): Fact {
  return { label, value: String(value), paint }
}
