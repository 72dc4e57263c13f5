/** The table of tasks: a row each, the doubtful places that lie in no task among them. */
import { dueOf } from '../../../tasks.ts'
import { withMarker } from '../../marker.ts'
import type { PageDocument } from '../model.ts'
import { type Correction, type Corrections, corrected, phrasesOf, type ShownTask } from './corrections.ts'
import { daysBetween } from './dates.ts'
import { button, type Child, el, replace } from './dom.ts'
import type { Entry } from './entries.ts'
import { SORTS, type Sort, type SortKey, standing } from './filter.ts'
import { ROLES } from './tally.ts'
import type { Words } from './words.ts'

/** What a row depends on besides its task. */
export interface RowContext {
  documents: readonly PageDocument[]
  corrections: Corrections
  /** The reader's day, `2023-06-30`. */
  day: string
  words: Words
}

export interface TaskTable {
  element: HTMLTableElement
  show(entries: readonly Entry[], sort: Sort): void
  /** Makes the rows of these anew when they are shown next; all of them, if none are named. */
  forget(entry?: Entry): void
  /** Marks a row as the one chosen, and takes the mark from the one before. */
  choose(entry: Entry | null): void
  rowOf(entry: Entry): HTMLTableRowElement
  /** Puts the editor under a row, or away. */
  edit(entry: Entry | null, editor: HTMLElement | null): void
}

export interface TableActions {
  choose(entry: Entry): void
  edit(entry: Entry): void
  sort(by: SortKey): void
}

export function taskTable(context: RowContext, actions: TableActions): TaskTable {
  const { words } = context
  const heads = SORTS.map((by) => columnHead(by, words, actions))
  const body = el('tbody', { role: 'rowgroup' })
  const last = el('th', { role: 'columnheader', class: 'c-edit', 'aria-label': words.edit })
  const head = el('tr', { role: 'row' }, ...heads.map(({ cell }) => cell), last)
  const element = el(
    'table',
    { role: 'grid', class: 'tasks', 'aria-label': words.tasks, lang: 'zh-CN' },
    el('thead', { role: 'rowgroup' }, head),
    body,
  )
  const rows = new Map<Entry, HTMLTableRowElement>()
  const entryOf = new WeakMap<Element, Entry>()
  let chosen: Entry | null = null
  let edited: { entry: Entry; row: HTMLTableRowElement } | null = null

  function rowOf(entry: Entry): HTMLTableRowElement {
    const known = rows.get(entry)
    if (known) return known
    const row = entry.task
      ? taskRow(entry, corrected(entry.task, context.corrections.get(entry)), context, () => actions.edit(entry))
      : placeRow(entry, context)
    rows.set(entry, row)
    entryOf.set(row, entry)
    mark(row, entry === chosen)
    return row
  }

  function entryAt(target: EventTarget | null): Entry | undefined {
    const row = target instanceof Element ? target.closest('tr') : null
    return row ? entryOf.get(row) : undefined
  }

  body.addEventListener('click', ({ target }) => {
    const entry = entryAt(target)
    const isButton = target instanceof Element && target.closest('button')
    if (entry && !isButton && String(getSelection()) === '') actions.choose(entry)
  })
  // Reached by the tabulator.
  body.addEventListener('focusin', ({ target }) => {
    const entry = target instanceof HTMLTableRowElement ? entryOf.get(target) : undefined
    if (entry && entry !== chosen) actions.choose(entry)
  })
  body.addEventListener('dblclick', ({ target }) => {
    const entry = entryAt(target)
    if (entry) actions.edit(entry)
  })

  return {
    element,
    rowOf,
    show(entries, sort) {
      for (const { by, cell } of heads) {
        cell.setAttribute('aria-sort', by === sort.by ? (sort.descending ? 'descending' : 'ascending') : 'none')
      }
      const made = entries.flatMap((entry) => (entry === edited?.entry ? [rowOf(entry), edited.row] : [rowOf(entry)]))
      const empty = el('tr', { role: 'row' }, wide(6, el('p', { class: 'empty' }, words.nothing)))
      replace(body, made.length ? made : [empty])
      element.classList.toggle('with-status', hasStatus(context))
      const first = entries[0]
      if (first && (!chosen || !entries.includes(chosen))) rowOf(first).tabIndex = 0
    },
    forget(entry) {
      if (entry) rows.delete(entry)
      else rows.clear()
    },
    choose(entry) {
      for (const row of body.rows) if (row.tabIndex === 0) row.tabIndex = -1
      if (chosen) mark(rowOf(chosen), false)
      chosen = entry
      if (entry) mark(rowOf(entry), true)
    },
    edit(entry, editor) {
      edited?.row.remove()
      edited = null
      if (!entry || !editor) return
      const row = el('tr', { role: 'row', class: 'editing' }, wide(6, editor))
      edited = { entry, row }
      rowOf(entry).after(row)
    },
  }
}

function mark(row: HTMLTableRowElement, chosen: boolean): void {
  row.setAttribute('aria-selected', String(chosen))
  row.tabIndex = chosen ? 0 : -1
}

/** Whether any task says how far it is: without, there is no such column. */
function hasStatus({ documents, corrections }: RowContext): boolean {
  const isCorrected = [...corrections.values()].some(({ changes }) => changes.status)
  return isCorrected || documents.some(({ tasks }) => tasks.some(({ status }) => status !== null))
}

function columnHead(by: SortKey, words: Words, actions: TableActions) {
  const order = button(words.sort[by], {}, () => actions.sort(by))
  return { by, cell: el('th', { role: 'columnheader', scope: 'col', class: `c-${by}` }, order) }
}

/** A doubtful place outside every task. */
function placeRow(entry: Entry, context: RowContext): HTMLTableRowElement {
  const { words } = context
  const [message] = entry.messages
  const line = message?.line ?? null
  const where = crumb(entry, line === null ? words.wholeDocument : words.line(line), context)
  return el(
    'tr',
    { role: 'row', class: 'place' },
    cell('order', badge('doubt', '!', words.doubtMark)),
    wide(5, where, el('p', { class: 'message' }, message?.reason ?? '')),
  )
}

function taskRow(entry: Entry, task: ShownTask, context: RowContext, edit: () => void): HTMLTableRowElement {
  const { words, corrections } = context
  const correction = corrections.get(entry)
  const row = el(
    'tr',
    { role: 'row', class: correction?.changes.remove ? 'removed' : null },
    cell('order', el('p', { class: 'id' }, task.id), el('p', {}, ...badges(entry, correction, words))),
    cell('task', ...content(entry, task, correction, context)),
    cell('unit', ...units(task, words)),
    cell('due', ...deadlines(task, context)),
    cell('status', task.status),
    cell('edit', button(words.edit, { class: 'quiet', tabindex: -1 }, edit)),
  )
  return row
}

function cell(column: SortKey | 'edit', ...children: Child[]): HTMLTableCellElement {
  return el('td', { role: 'gridcell', class: `c-${column}` }, ...children)
}

/** A cell over so many columns. Not by `colspan`, which on paper would make columns that are hidden. */
function wide(columns: number, ...children: Child[]): HTMLTableCellElement {
  return el('td', { role: 'gridcell', 'aria-colspan': columns }, ...children)
}

function badges({ messages }: Entry, correction: Correction | undefined, words: Words): Child[] {
  const removed = correction?.changes.remove === true
  return [
    messages.length > 0 && badge('doubt', '!', words.doubtMark),
    correction !== undefined &&
      badge('corrected', removed ? '×' : '✎', removed ? words.removedMark : words.correctedMark),
  ]
}

/** A sign, and the word that it stands for. */
function badge(kind: string, sign: string, label: string): HTMLElement {
  return el('span', { class: `badge ${kind}`, role: 'img', 'aria-label': label, title: label }, sign)
}

/** Where a row is from: its document, where several are shown, and the place in it. */
function crumb({ document }: Entry, place: string, { documents, words }: RowContext): HTMLElement {
  const { title = null, file = null } = documents[document] ?? {}
  const from = title ?? file ?? words.stdin
  return el('p', { class: 'crumb' }, el('span', { class: 'document' }, place ? `${from} › ` : from), place)
}

function content(entry: Entry, task: ShownTask, correction: Correction | undefined, context: RowContext): Child[] {
  const sections = context.documents[entry.document]?.sections ?? []
  const above = task.sections.map((index) => sections[index]?.heading ?? '').join(' › ')
  const notes = [...task.extra, { label: context.words.note, value: correction?.note ?? '' }]
  return [
    crumb(entry, above, context),
    el('p', { class: 'words' }, ...headed(task)),
    ...entry.messages.map(({ reason }) => el('p', { class: 'message' }, reason)),
    ...notes.flatMap(({ label, value }) =>
      value ? [el('p', { class: 'extra' }, el('b', {}, label), ` ${value}`)] : [],
    ),
  ]
}

/** Number and heading stand out from the body, which mostly begins with the heading. */
function headed({ id, marker, title, text }: ShownTask): Child[] {
  // In a table the number is the id, which stands in its own column.
  const number = marker === id ? '' : marker
  if (title === null) return [number !== '' && el('span', { class: 'marker' }, withMarker(number, '')), text]
  const rest = text.startsWith(title) ? text.slice(title.length) : `\n${text}`
  return [el('strong', {}, withMarker(number, title)), rest]
}

function units(task: ShownTask, words: Words): Child[] {
  return ROLES.flatMap((role) => {
    const names = task.units.flatMap((unit) => (unit.role === role ? [unit.name] : []))
    if (names.length === 0) return []
    return [el('p', { class: `who ${role}` }, el('span', { class: 'role' }, words.lead[role]), ' ', names.join('、'))]
  })
}

/** The date that counts and how far it is off, and the phrases as printed. */
function deadlines(task: ShownTask, { day, words }: RowContext): Child[] {
  const due = dueOf(task)
  const unread = task.deadlines.some(({ kind }) => kind === 'corrected')
  return [
    due !== null && el('p', { class: 'date' }, el('time', { datetime: due }, due)),
    due !== null && distance(due, day, words),
    ...phrasesOf(task).map((raw) => el('p', { class: 'phrase' }, raw)),
    unread && el('p', { class: 'distance' }, words.readOnMerge),
  ]
}

function distance(due: string, day: string, words: Words): HTMLElement | null {
  const where = standing(due, day)
  const days = daysBetween(day, due)
  if (where === null || days === null) return null
  return el('p', { class: `distance ${where}` }, days < 0 ? words.passed(-days) : words.left(days))
}
