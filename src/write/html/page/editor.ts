/** The form in which a task is corrected. */
import type { UnitRole } from '../../../plan.ts'
import { visible } from '../../visible.ts'
import type { PageTask } from '../model.ts'
import { type Correction, corrected, type Draft, phrasesOf } from './corrections.ts'
import { button, el, select } from './dom.ts'
import { ROLES } from './tally.ts'
import type { Words } from './words.ts'

export interface Editor {
  element: HTMLFormElement
  focus(): void
  draft(): Draft
}

export interface EditorActions {
  apply(): void
  cancel(): void
  /** Takes the correction back. */
  revert(): void
}

export function editorOf(
  task: PageTask,
  correction: Correction | undefined,
  names: readonly string[],
  words: Words,
  actions: EditorActions,
): Editor {
  const now = corrected(task, correction)
  const title = field(el('input', { type: 'text' }), now.title ?? '')
  const text = field(el('textarea', { rows: 4 }), now.text)
  const status = field(el('input', { type: 'text' }), now.status ?? '')
  const note = field(el('input', { type: 'text' }), correction?.note ?? '')
  const remove = el('input', { type: 'checkbox' })
  remove.checked = correction?.changes.remove === true
  const units = unitList(now.units, names, words)
  const deadlines = deadlineList(phrasesOf(now), words)
  const element = el(
    'form',
    { class: 'editor', 'aria-label': words.editing(task.id) },
    labelled(words.title, title.input),
    labelled(words.text, text.input),
    el('div', { class: 'pair' }, units.element, deadlines.element),
    el('div', { class: 'pair' }, labelled(words.status, status.input), labelled(words.note, note.input)),
    el('label', { class: 'check' }, remove, words.remove),
    buttons(correction !== undefined, words, actions),
  )
  element.addEventListener('submit', (event) => {
    event.preventDefault()
    actions.apply()
  })
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) actions.apply()
  })
  return {
    element,
    focus: () => title.input.focus(),
    draft: () => ({
      title: title.value().trim(),
      text: text.value(),
      status: status.value().trim(),
      units: units.value(),
      deadlines: deadlines.value(),
      remove: remove.checked,
      note: note.value().trim(),
    }),
  }
}

interface Field<E> {
  input: E
  value(): string
}

/** What would be hidden or reorder the text is shown; left as it is, the field still stands for what it stood for. */
function field<E extends HTMLInputElement | HTMLTextAreaElement>(input: E, value: string): Field<E> {
  input.value = visible(value)
  // The browser may write what it is given otherwise: other line ends, none in one line.
  const before = input.value
  return { input, value: () => (input.value === before ? value : input.value) }
}

function labelled(label: string, input: HTMLElement): HTMLLabelElement {
  return el('label', { class: 'field' }, el('span', {}, label), input)
}

function buttons(isCorrected: boolean, words: Words, actions: EditorActions): HTMLElement {
  return el(
    'p',
    { class: 'actions' },
    el('button', { type: 'submit', class: 'main' }, words.apply),
    button(words.cancel, {}, actions.cancel),
    isCorrected && button(words.revert, { class: 'quiet' }, actions.revert),
  )
}

interface List<T> {
  element: HTMLFieldSetElement
  value(): T[]
}

function unitList(units: PageTask['units'], names: readonly string[], words: Words): List<PageTask['units'][number]> {
  const known = el('datalist', { id: 'unit-names' }, ...names.map((name) => el('option', { value: visible(name) })))
  const roles = ROLES.map((value) => ({ value, label: words.roles[value] }))
  const rowOf = (unit: PageTask['units'][number]) => {
    const name = field(el('input', { type: 'text', list: 'unit-names', 'aria-label': words.unitName }), unit.name)
    const role = select(words.role, roles, unit.role)
    return {
      inputs: [name.input, role],
      value: () => ({ name: name.value().trim(), role: role.value as UnitRole }),
    }
  }
  const list = listOf(
    words.units,
    units.map(rowOf),
    () => rowOf({ name: '', role: 'responsible' }),
    words.addUnit,
    words,
  )
  list.element.append(known)
  return { ...list, value: () => list.value().filter(({ name }) => name !== '') }
}

function deadlineList(phrases: readonly string[], words: Words): List<string> {
  const rowOf = (phrase: string) => {
    const hints = { 'aria-label': words.deadlines, placeholder: words.deadlineHint }
    const { input, value } = field(el('input', { type: 'text', ...hints }), phrase)
    return { inputs: [input], value: () => value().trim() }
  }
  const list = listOf(words.deadlines, phrases.map(rowOf), () => rowOf(''), words.addDeadline, words)
  return { ...list, value: () => list.value().filter(Boolean) }
}

interface ListRow<T> {
  inputs: HTMLElement[]
  value(): T
}

/** Rows that can be taken out, and one more added. */
function listOf<T>(
  legend: string,
  rows: readonly ListRow<T>[],
  newRow: () => ListRow<T>,
  addLabel: string,
  words: Words,
): List<T> {
  const list = new Set<ListRow<T>>()
  const items = el('div', { class: 'items' })
  const add = (row: ListRow<T>) => {
    const takeOut = button('×', { class: 'quiet', 'aria-label': words.takeOut, title: words.takeOut }, () => {
      list.delete(row)
      item.remove()
      more.focus()
    })
    const item = el('div', { class: 'item' }, ...row.inputs, takeOut)
    list.add(row)
    items.append(item)
  }
  const more = button(`+ ${addLabel}`, { class: 'quiet' }, () => {
    const row = newRow()
    add(row)
    row.inputs[0]?.focus()
  })
  rows.forEach(add)
  return {
    element: el('fieldset', {}, el('legend', {}, legend), items, more),
    value: () => [...list].map((row) => row.value()),
  }
}
