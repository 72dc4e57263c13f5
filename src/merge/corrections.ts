/** Corrections saved from the review page: what they may hold, and how they go into the plans. */
import * as z from 'zod'
import { type Lang, type MessageCode, toMessage } from '../message.ts'
import { type Deadline, type Plan, type PlanNode, type Task, type Unit, UnitRole } from '../plan.ts'
import { readDeadline } from '../read-deadline.ts'
import { fullNameIn, TERMS, type Terms } from '../terms/additions.ts'
import { isGroup, looksLikePerson, looksLikeUnit } from '../terms/units.ts'
import { bare } from '../write/key.ts'
import type { Said } from './index.ts'

const TaskCorrection = z.strictObject({
  id: z.string(),
  /** The task's text as the page had it, to know it by. */
  text: z.string(),
  changes: z.strictObject({
    title: z.string().nullable().optional(),
    text: z.string().optional(),
    status: z.string().nullable().optional(),
    units: z.array(z.strictObject({ name: z.string(), role: UnitRole })).optional(),
    /** Phrases, read as in a deadline's place. */
    deadlines: z.array(z.string()).optional(),
    /** It is no task. */
    remove: z.literal(true).optional(),
  }),
  note: z.string().optional(),
})
export const Corrections = z.strictObject({
  type: z.literal('planparse-corrections'),
  version: z.literal(1),
  documents: z.array(
    z.strictObject({ file: z.string().nullable(), title: z.string().nullable(), tasks: z.array(TaskCorrection) }),
  ),
})
export type Corrections = z.infer<typeof Corrections>
type TaskCorrection = z.infer<typeof TaskCorrection>
type Changes = TaskCorrection['changes']

/** Under which label a reviewer's note goes into the plan. */
const NOTE = '核对意见'

/** What has been corrected of a task: its text before that, and the changes. */
interface Done {
  text: string
  changes: Changes
}
type Say = (code: MessageCode, detail: string) => void

/** Corrects the plans in place; what is to be said of it. */
export function correct(
  plans: readonly Plan[],
  files: readonly { path: string; corrections: Corrections }[],
  lang: Lang,
  terms: Terms = TERMS,
): Said[] {
  const said: Said[] = []
  const places = new Map(plans.map((plan) => [plan, placesOf(plan)]))
  const done = new Map<Task, Done>()
  for (const { path, corrections } of files) {
    const say: Say = (code, detail) => {
      said.push({ path, message: toMessage({ code, range: null, detail }, null, lang) })
    }
    for (const document of corrections.documents) {
      const plan = planOf(document, plans)
      if (plan === undefined) say('correction-unplaced', document.title ?? document.file ?? '-')
      else for (const each of document.tasks) correctTask(plan, places.get(plan)?.get(each.id), each, done, say, terms)
    }
  }
  return said
}

/** The plan of a document: by file and title, else by file, else by title, where there is but one such. */
function planOf({ file, title }: Corrections['documents'][number], plans: readonly Plan[]): Plan | undefined {
  const ofFile = plans.filter((plan) => plan.source.path === file)
  const ofTitle = plans.filter((plan) => title !== null && plan.document.title === title)
  const ofBoth = ofFile.filter((plan) => plan.document.title === title)
  return [ofBoth, ofFile, ofTitle].find((found) => found.length === 1)?.[0]
}

/** A task and the list it stands in. */
interface Place {
  task: Task
  among: PlanNode[]
}

function placesOf(plan: Plan): Map<string, Place> {
  const places = new Map<string, Place>()
  const lists: PlanNode[][] = [plan.children]
  for (const among of lists) {
    for (const node of among) {
      if (node.type === 'task') places.set(node.id, { task: node, among })
      else if (node.type === 'section') lists.push(node.children)
    }
  }
  return places
}

function correctTask(
  plan: Plan,
  place: Place | undefined,
  correction: TaskCorrection,
  all: Map<Task, Done>,
  say: Say,
  terms: Terms,
): void {
  const { id, text, changes, note } = correction
  if (place === undefined) {
    say('correction-unplaced', id)
    return
  }
  const { task, among } = place
  const done = all.get(task) ?? { text: task.text, changes: {} }
  if (bare(done.text) !== bare(text)) {
    say('correction-text-differs', id)
    return
  }
  const fresh = withoutConflicts(changes, done, (field) => say('correction-conflict', `${id} ${field}`))
  all.set(task, { text: done.text, changes: { ...done.changes, ...fresh } })
  change(task, fresh, plan, terms)
  if (note?.trim()) addNote(task, note.trim())
  if (fresh.remove) among[among.indexOf(task)] = asParagraph(task)
}

/** The changes that no earlier correction of the task speaks against. */
function withoutConflicts(changes: Changes, done: Done, report: (field: string) => void): Changes {
  const kept = Object.entries(changes).filter(([field, value]) => {
    const before = (done.changes as Record<string, unknown>)[field]
    if (before === undefined || JSON.stringify(before) === JSON.stringify(value)) return true
    report(field)
    return false
  })
  return Object.fromEntries(kept)
}

function change(task: Task, { title, text, status, units, deadlines }: Changes, plan: Plan, terms: Terms): void {
  if (title !== undefined) task.title = title
  if (text !== undefined) task.text = text
  if (status !== undefined) task.status = status
  if (units) task.units = units.filter(({ name }) => name.trim() !== '').map((unit) => correctedUnit(unit, task, terms))
  if (deadlines) task.deadlines = deadlines.flatMap((phrase) => correctedDeadlines(phrase, task, plan))
}

/** A unit that was there stays as it was read; another has no place of its own in the text. */
function correctedUnit({ name, role }: Pick<Unit, 'name' | 'role'>, task: Task, terms: Terms): Unit {
  const known = task.units.find((unit) => unit.name === name && unit.role === role)
  if (known) return known
  const trimmed = name.trim()
  const isPerson = role === 'supervisor' && looksLikePerson(trimmed) && !looksLikeUnit(trimmed)
  const full = fullNameIn(terms, trimmed)
  const kind = isPerson ? 'person' : isGroup(trimmed) ? 'group' : 'unit'
  return { name: trimmed, raw: name, role, kind, source: 'annotation', canonical: full, position: task.position }
}

function correctedDeadlines(phrase: string, task: Task, { document }: Plan): Deadline[] {
  const known = task.deadlines.filter(({ raw }) => raw === phrase)
  if (known.length > 0) return known
  const { year, issuedOn } = document
  return readDeadline(phrase, { year, issuedOn }).map((reading) => ({
    ...reading,
    source: 'annotation',
    position: task.position,
  }))
}

function addNote(task: Task, value: string): void {
  if (task.extra.some((extra) => extra.label === NOTE && extra.value === value)) return
  task.extra.push({ label: NOTE, value, position: task.position })
}

/** What a reviewer says is no task stays in the plan: nothing of a document is lost. */
function asParagraph({ position, spans, marker, text }: Task): PlanNode {
  const role = 'narrative'
  return {
    type: 'paragraph',
    position,
    spans: spans.map((span) => ({ ...span, kind: role })),
    role,
    value: marker + text,
  }
}
