/** The plan as an outline for a person at a terminal: headings, tasks, and under each who, by when, how far. */
import type { Lang } from '../message.ts'
import type { Deadline, Plan, PlanNode, Section, Task } from '../plan.ts'
import { tasks } from '../tasks.ts'
import { namesOf } from './columns.ts'
import { withMarker } from './marker.ts'
import { type Paints, paints } from './paint.ts'
import { byUnitPlan } from './unit-outline.ts'
import { visibleLine } from './visible.ts'
import { type Fact, flow, shorten } from './width.ts'
import { plain, type WriteOptions, type Writing } from './writer.ts'

const WORDS = {
  zh: {
    lead: '牵头',
    responsible: '责任',
    support: '配合',
    supervisor: '领导',
    due: '时限',
    status: '进展',
    untitled: '（没有标题）',
    number: '文号',
    issuer: '发文机关',
    issuedOn: '日期',
    tasks: (count: number) => `共 ${count} 项任务`,
    doubts: (count: number) => `${count} 处存疑`,
  },
  en: {
    lead: 'lead',
    responsible: 'by',
    support: 'with',
    supervisor: 'supervised by',
    due: 'due',
    status: 'status',
    untitled: '(no title)',
    number: 'number',
    issuer: 'issued by',
    issuedOn: 'on',
    tasks: (count: number) => `${count} task${count === 1 ? '' : 's'}`,
    doubts: (count: number) => `${count} doubtful place${count === 1 ? '' : 's'}`,
  },
} satisfies Record<Lang, object>

interface Style {
  words: (typeof WORDS)[Lang]
  paint: Paints
  width: number
}

export function tree(options: WriteOptions): Writing {
  const lang = options.lang ?? 'zh'
  const style: Style = {
    words: WORDS[lang],
    paint: paints(options.colour ?? false),
    width: options.width ?? Number.POSITIVE_INFINITY,
  }
  const write: Writing['plan'] = function* (plan, groups) {
    if (options.several) yield `${style.paint.aside(visibleLine(plan.source.path ?? '-'))}\n`
    for (const line of head(plan, style)) yield `${line}\n`
    for (const line of outline(byUnitPlan(plan, groups, lang).children, 0, style)) yield `${line}\n`
    yield `\n${summary(plan, style)}\n`
  }
  return { ...plain(write), between: '\n' }
}

function head({ document }: Plan, { words, paint, width }: Style): string[] {
  const known = [
    fact(words.number, document.number, paint.plain),
    fact(words.issuer, document.issuer, paint.plain),
    fact(words.issuedOn, document.issuedOn, paint.plain),
  ].filter(isSaid)
  const title = shorten(visibleLine(document.title ?? words.untitled), width)
  return [paint.title(title), ...flow(known, width, paint.aside)]
}

function* outline(nodes: readonly PlanNode[], depth: number, style: Style): Generator<string> {
  let before: PlanNode['type'] | null = null
  for (const node of nodes) {
    if (node.type === 'paragraph') continue
    if (depth === 0 && (node.type === 'section' || node.type !== before)) yield ''
    yield* node.type === 'section' ? section(node, depth, style) : task(node, depth, style)
    before = node.type
  }
}

/** A heading with its tasks; one over narrative alone says nothing of the work. */
function* section(node: Section, depth: number, style: Style): Generator<string> {
  if (!holdsTasks(node)) return
  const heading = shorten(visibleLine(withMarker(node.marker, node.title)), style.width - indent(depth).length)
  yield indent(depth) + (node.role === 'narrative' ? style.paint.aside(heading) : style.paint.heading(heading))
  yield* outline(node.children, depth + 1, style)
}

function holdsTasks(node: Section): boolean {
  return node.children.some((child) => child.type === 'task' || (child.type === 'section' && holdsTasks(child)))
}

function* task(node: Task, depth: number, style: Style): Generator<string> {
  const line = shorten(visibleLine(withMarker(node.marker || '·', node.text)), style.width - indent(depth).length)
  const heading = visibleLine(withMarker(node.marker || '·', node.title ?? ''))
  // The heading stands out from the body, where a line is wide enough to hold more than the heading.
  const bold = line.startsWith(heading) ? heading.length : 0
  yield indent(depth) + style.paint.title(line.slice(0, bold)) + line.slice(bold)
  const under = indent(depth + 2)
  const width = style.width - under.length
  for (const line of flow(facts(node, style, width), width, style.paint.aside)) yield under + line
}

/** Who does it, by when, how far: what the lines under a task say. */
function facts(node: Task, { words, paint }: Style, width: number): Fact[] {
  const due = [...new Set(countingFirst(node.deadlines).map(deadlineText))].join('；')
  // A report of progress can be long; who and when are never cut.
  const status = shorten(visibleLine(node.status ?? ''), width - MOST_LABEL)
  return [
    fact(words.lead, namesOf(node, 'lead'), paint.lead),
    fact(words.responsible, namesOf(node, 'responsible'), paint.plain),
    fact(words.support, namesOf(node, 'support'), paint.plain),
    fact(words.supervisor, namesOf(node, 'supervisor'), paint.plain),
    fact(words.due, due, paint.due),
    fact(words.status, status, paint.plain),
  ].filter(isSaid)
}

/** Columns that a label before a report of progress takes at most. */
const MOST_LABEL = 7

function fact(label: string, value: string | null, colour: (text: string) => string): Fact {
  return { label, value: visibleLine(value ?? ''), paint: colour }
}

function isSaid({ value }: Fact): boolean {
  return value !== ''
}

/** A date where there is one, else the words of the document. */
/** Those that count before those that the text only mentions. */
function countingFirst(deadlines: readonly Deadline[]): Deadline[] {
  return [
    ...deadlines.filter(({ source }) => source !== 'text'),
    ...deadlines.filter(({ source }) => source === 'text'),
  ]
}

function deadlineText(deadline: Deadline): string {
  if (deadline.kind === 'date') return deadline.start ? `${deadline.start} — ${deadline.due}` : deadline.due
  return deadline.kind === 'unrecognized' ? `${deadline.raw} (?)` : deadline.raw
}

function summary(plan: Plan, { words, paint }: Style): string {
  const doubts = plan.messages.length
  const count = words.tasks(Array.from(tasks(plan)).length)
  return paint.aside(count) + (doubts ? paint.doubt(` · ${words.doubts(doubts)}`) : '')
}

function indent(depth: number): string {
  return '  '.repeat(depth)
}
