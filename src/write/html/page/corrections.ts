/**
 * Corrections: what a reader changed of tasks, and the file that they are saved in, which `planparse merge` takes. A
 * task is found again by its id and its text as the page had it.
 */
import type { PageDeadline, PageDocument, PageTask } from '../model.ts'
import type { Entry } from './entries.ts'

type UnitChange = PageTask['units'][number]

/** Only what differs from the page. `deadlines` are phrases as a document would print them. */
export interface Changes {
  title?: string | null
  text?: string
  status?: string | null
  units?: UnitChange[]
  deadlines?: string[]
  remove?: true
}

export interface Correction {
  changes: Changes
  note: string
}

export type Corrections = ReadonlyMap<Entry, Correction>

/** All that can be corrected of a task, as a reader left it. */
export interface Draft {
  title: string
  text: string
  status: string
  units: UnitChange[]
  deadlines: string[]
  remove: boolean
  note: string
}

interface CorrectedTask {
  id: string
  text: string
  changes: Changes
  note?: string
}

interface CorrectedDocument {
  file: string | null
  title: string | null
  tasks: CorrectedTask[]
}

export interface CorrectionsFile {
  type: 'planparse-corrections'
  version: 1
  documents: CorrectedDocument[]
}

/** A deadline as the page shows it; that of a correction is read when it is merged. */
export interface ShownDeadline extends Omit<PageDeadline, 'kind'> {
  kind: PageDeadline['kind'] | 'corrected'
}

export interface ShownTask extends Omit<PageTask, 'deadlines'> {
  deadlines: ShownDeadline[]
}

/** The task as it reads with its correction. */
export function corrected(task: PageTask, correction: Correction | undefined): ShownTask {
  if (!correction) return task
  const { deadlines, remove: _remove, ...changes } = correction.changes
  return { ...task, ...changes, deadlines: deadlines?.flatMap((raw) => deadlinesOf(task, raw)) ?? task.deadlines }
}

/** Phrases that the page had keep their dates. */
function deadlinesOf({ deadlines }: PageTask, raw: string): ShownDeadline[] {
  const known = deadlines.filter((deadline) => deadline.raw === raw)
  return known.length ? known : [{ raw, kind: 'corrected', source: 'annotation', start: null, due: null }]
}

/** The deadlines as printed, each once. */
export function phrasesOf({ deadlines }: { deadlines: readonly ShownDeadline[] }): string[] {
  return [...new Set(deadlines.map(({ raw }) => raw))]
}

/** What a draft changes; `null` where it changes nothing. */
export function correctionOf(task: PageTask, draft: Draft): Correction | null {
  const changes: Changes = {}
  if (draft.title !== (task.title ?? '')) changes.title = draft.title || null
  if (draft.text !== task.text) changes.text = draft.text
  if (draft.status !== (task.status ?? '')) changes.status = draft.status || null
  if (!isSame(draft.units, task.units)) changes.units = draft.units
  if (!isSame(draft.deadlines, phrasesOf(task))) changes.deadlines = draft.deadlines
  if (draft.remove) changes.remove = true
  return Object.keys(changes).length || draft.note ? { changes, note: draft.note } : null
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

export function toFile(documents: readonly PageDocument[], corrections: Corrections): CorrectionsFile {
  const tasks = documents.map((): CorrectedTask[] => [])
  for (const [{ document, task }, { changes, note }] of inOrder(corrections)) {
    if (task) tasks[document]?.push({ id: task.id, text: task.text, changes, ...(note && { note }) })
  }
  const all = documents.map(({ file, title }, index) => ({ file, title, tasks: tasks[index] as CorrectedTask[] }))
  return { type: 'planparse-corrections', version: 1, documents: all.filter((document) => document.tasks.length > 0) }
}

/** In the order of the documents, whatever was corrected first. */
function inOrder(corrections: Corrections): [Entry, Correction][] {
  return [...corrections].sort(([a], [b]) => a.document - b.document || a.index - b.index)
}

/** The corrections of a saved file whose tasks are here, and how many others there are; `null` for any other file. */
export function fromFile(
  saved: unknown,
  documents: readonly PageDocument[],
  entries: readonly Entry[],
): { found: Map<Entry, Correction>; lost: number } | null {
  if (!isCorrectionsFile(saved)) return null
  const byKey = new Map(entries.flatMap((entry) => (entry.task ? [[keyOf(documents, entry, entry.task), entry]] : [])))
  const found = new Map<Entry, Correction>()
  let lost = 0
  for (const { file, title, tasks } of saved.documents) {
    for (const { id, text, changes, note = '' } of tasks) {
      const entry = byKey.get(JSON.stringify([file, title, id, text]))
      if (entry) found.set(entry, { changes: knownOf(changes), note })
      else lost++
    }
  }
  return { found, lost }
}

/** Of what a file says only what can be corrected. */
function knownOf({ title, text, status, units, deadlines, remove }: Changes): Changes {
  return JSON.parse(JSON.stringify({ title, text, status, units, deadlines, remove: remove === true || undefined }))
}

function keyOf(documents: readonly PageDocument[], { document }: Entry, { id, text }: PageTask): string {
  const { file = null, title = null } = documents[document] ?? {}
  return JSON.stringify([file, title, id, text])
}

const ROLES: readonly unknown[] = ['lead', 'responsible', 'support', 'supervisor']

function isCorrectionsFile(value: unknown): value is CorrectionsFile {
  if (!isRecord(value) || value.type !== 'planparse-corrections' || value.version !== 1) return false
  return isListOf(value.documents, (document) => isRecord(document) && isListOf(document.tasks, isCorrectedTask))
}

function isCorrectedTask(task: unknown): boolean {
  if (!isRecord(task) || !isRecord(task.changes)) return false
  const { title, text, status, units, deadlines } = task.changes
  return (
    [title, status].every((value) => value === undefined || value === null || typeof value === 'string') &&
    [text, task.note].every((value) => value === undefined || typeof value === 'string') &&
    (units === undefined || isListOf(units, isUnit)) &&
    (deadlines === undefined || isListOf(deadlines, (phrase) => typeof phrase === 'string'))
  )
}

function isUnit(unit: unknown): boolean {
  return isRecord(unit) && typeof unit.name === 'string' && ROLES.includes(unit.role)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isListOf(value: unknown, isOne: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isOne)
}
