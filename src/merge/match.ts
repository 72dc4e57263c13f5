/**
 * Which task a row of a ledger is of. People sort, filter and renumber, and spreadsheets make numbers and dates of ids:
 * the hidden key, the text, the id, the file and the headings each speak for a task, and the text can speak against it.
 */
import type { Plan } from '../plan.ts'
import { type PlacedTask, tasks } from '../tasks.ts'
import { columnOf } from '../write/columns.ts'
import { bare, type Key, keyOf, readKey } from '../write/key.ts'
import type { LedgerRow } from './ledger.ts'

/** A task that rows may be of. */
export interface Entry extends PlacedTask {
  plan: Plan
  /** The texts by which it is known: whole, title, summary. */
  texts: readonly string[]
}

export type Match = { entry: Entry } | 'unplaced' | 'ambiguous'

/** So many tasks of one id, or of one text, are looked at: with more, only a better sign tells them apart. */
const MOST = 50
/** Texts that share so much are the same one, edited. */
const ALIKE = 0.5

/** The key of a row, if it is one of this task: it may have come into the row of another. */
export function ownKey({ cells }: LedgerRow, { task, plan }: Entry): Key | null {
  const key = readKey(cells.get('key') ?? '')
  const isOwn = key !== null && (key.id === task.id || key.fingerprint === readKey(keyOf(plan, task))?.fingerprint)
  return isOwn ? key : null
}

export class TaskIndex {
  readonly entries: readonly Entry[]
  readonly #byKey = new Map<string, Entry[]>()
  readonly #byText = new Map<string, Entry[]>()
  readonly #byId = new Map<string, Entry[]>()

  constructor(plans: readonly Plan[]) {
    this.entries = plans.flatMap((plan) => Array.from(tasks(plan), (placed) => entryOf(plan, placed)))
    for (const entry of this.entries) {
      const key = keyOf(entry.plan, entry.task)
      for (const form of [key, readKey(key)?.fingerprint ?? '']) addTo(this.#byKey, form, entry)
      for (const text of new Set(entry.texts)) addTo(this.#byText, text, entry)
      for (const form of idForms(entry.task.id)) addTo(this.#byId, form, entry)
    }
  }

  match(row: LedgerRow): Match {
    const evidence = evidenceOf(row)
    let best = { score: 1, entries: [] as Entry[] }
    for (const entry of this.#candidates(evidence)) {
      const score = scoreOf(evidence, entry)
      if (score > best.score) best = { score, entries: [entry] }
      else if (score === best.score) best.entries.push(entry)
    }
    const [entry, ...others] = best.score > 1 ? best.entries : []
    if (entry === undefined) return 'unplaced'
    return others.length > 0 ? 'ambiguous' : { entry }
  }

  #candidates({ row, key, text, ids }: Evidence): Set<Entry> {
    const lists = [
      this.#byKey.get(row.cells.get('key') ?? ''),
      this.#byKey.get(key?.fingerprint ?? ''),
      this.#byText.get(text),
      ...ids.map((form) => this.#byId.get(form)),
    ]
    return new Set(lists.flatMap((list) => list?.slice(0, MOST) ?? []))
  }
}

interface Evidence {
  row: LedgerRow
  key: ReturnType<typeof readKey>
  /** Empty where the ledger has none. */
  text: string
  ids: readonly string[]
}

function evidenceOf(row: LedgerRow): Evidence {
  const cell = (key: string) => row.cells.get(key) ?? ''
  const id = cell('id')
  return {
    row,
    key: readKey(cell('key')),
    text: bare(cell('text') || cell('title') || cell('summary')),
    ids: id === '' ? [] : idForms(id),
  }
}

function entryOf(plan: Plan, placed: PlacedTask): Entry {
  const summary = columnOf('summary').cell(placed, { plan, lang: 'zh', comma: '、' })
  const { text, title } = placed.task
  return { ...placed, plan, texts: [text, title ?? '', summary].map(bare).filter((each) => each !== '') }
}

/** Nought where the text of the row is another one. */
function scoreOf({ row, key, text, ids }: Evidence, entry: Entry): number {
  const { task, plan } = entry
  const ofText = text === '' ? 0 : entry.texts.includes(text) ? 4 : isAlike(text, entry.texts) ? 2 : null
  if (ofText === null) return 0
  const own = readKey(keyOf(plan, task))
  const isSame = key !== null && key.fingerprint === own?.fingerprint
  const ofKey = (isSame ? 2 : 0) + (key?.id === task.id ? 1 : 0) + (isSame && key.file === own?.file ? 1 : 0)
  const ofId = row.cells.get('id') === task.id ? 2 : idForms(task.id).some((form) => ids.includes(form)) ? 1 : 0
  const ofFile = row.cells.get('file') === (plan.source.path ?? '-') ? 1 : 0
  return ofText + ofKey + ofId + ofFile + (standsUnder(row, entry) ? 1 : 0)
}

/** The headings of the row, where it has some, are those of the task. */
function standsUnder(row: LedgerRow, entry: Entry): boolean {
  const shown = (['sections', 'section1', 'section2'] as const).filter((key) => row.cells.has(key))
  const context = { plan: entry.plan, lang: 'zh', comma: '、' } as const
  return (
    shown.length > 0 &&
    shown.every((key) => bare(row.cells.get(key) ?? '') === bare(columnOf(key).cell(entry, context)))
  )
}

/**
 * The forms in which an id may come back: 1.10 as the number 1.1, 3.2 as a day of March, 1.2.3 as one of 2001, (1) as
 * -1. Two ids may share a form.
 */
function idForms(id: string): string[] {
  const groups = (id.match(/\d+/g) ?? []).slice(0, 12).map(Number)
  const [first = 0, ...rest] = groups
  const forms = [groups]
  if (groups.length === 2) forms.push([Number(`${groups.join('.')}`)])
  // A date: with a year that was none, or whose last two digits were the first number.
  if (groups.length === 3 && first >= 1900) forms.push(rest, [first % 100, ...rest])
  const others = id.replace(/[\d.\s()（）\-/年月日]/g, '')
  return [...new Set(forms.map((form) => `${others} ${form.join('.')}`))]
}

/** Pairs of characters of the shorter text that the other has as well, as a share. */
function isAlike(text: string, others: readonly string[]): boolean {
  return others.some((other) => {
    const [less, more] = [pairsOf(text), pairsOf(other)].sort((a, b) => a.size - b.size) as [Set<string>, Set<string>]
    let shared = 0
    for (const pair of less) if (more.has(pair)) shared++
    return less.size > 0 && shared / less.size >= ALIKE
  })
}

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>()
  for (let i = 0; i + 1 < text.length; i++) pairs.add(text.slice(i, i + 2))
  return pairs
}

/** Adds a value to the list of a key. */
export function addTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
