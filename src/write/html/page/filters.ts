/** The controls above the table that say which rows are shown. */
import { button, type Choice, choose, el, select } from './dom.ts'
import { DEADLINE_CLASSES, EVERYTHING, type Filter, NO_UNIT } from './filter.ts'
import { ROLES } from './tally.ts'
import type { Words } from './words.ts'

export interface FilterBar {
  element: HTMLElement
  search: HTMLInputElement
  /** Shows a filter, with the choices that there are now. */
  show(filter: Filter, choices: Choices): void
  /** Says how many rows are shown. */
  count(shown: number, all: number): void
}

export interface Choices {
  units: readonly string[]
  /** Headings by their document and place, `0:3`. */
  sections: readonly Choice[]
}

export interface FilterActions {
  filter(change: Partial<Filter>): void
  doubtfulFirst(first: boolean): void
}

export function filterBar(words: Words, actions: FilterActions): FilterBar {
  const search = el('input', { type: 'search', placeholder: words.searchHint, 'aria-label': words.search })
  const unit = list(words.unit, (value) => actions.filter({ unit: value }))
  const role = list(words.role, (value) => actions.filter({ role: value as Filter['role'] }))
  const deadline = list(words.deadline, (value) => actions.filter({ deadline: value }))
  const section = list(words.section, (value) => actions.filter({ section: value }))
  const doubtful = check(words.doubtful, (checked) => actions.filter({ doubtful: checked }))
  const corrected = check(words.onlyCorrected, (checked) => actions.filter({ corrected: checked }))
  const first = check(words.doubtfulFirst, actions.doubtfulFirst)
  first.input.checked = true
  const clear = button(words.clear, { class: 'quiet' }, () => actions.filter({ ...EVERYTHING }))
  const count = el('output', { class: 'count' })
  search.addEventListener('input', () => actions.filter({ query: search.value }))
  const element = el(
    'div',
    { class: 'filters', role: 'search' },
    el('div', { class: 'row' }, search, unit, role, deadline, section),
    el('div', { class: 'row' }, doubtful.label, corrected.label, first.label, clear, count),
  )
  return {
    element,
    search,
    show(filter, { units, sections }) {
      if (search.value !== filter.query) search.value = filter.query
      choose(unit, unitChoices(units, filter.unit, words), filter.unit)
      choose(role, roleChoices(words), filter.role)
      choose(deadline, deadlineChoices(filter.deadline, words), filter.deadline)
      choose(section, [{ value: '', label: words.anySection }, ...sections], filter.section)
      section.hidden = sections.length === 0
      doubtful.input.checked = filter.doubtful
      corrected.input.checked = filter.corrected
      clear.hidden = isNone(filter)
    },
    count(shown, all) {
      count.textContent = words.shown(shown, all)
    },
  }
}

/** Whether every row is shown, the choice of a document apart. */
export function isNone(filter: Filter): boolean {
  return JSON.stringify({ ...filter, document: null }) === JSON.stringify(EVERYTHING)
}

function list(label: string, change: (value: string) => void): HTMLSelectElement {
  const made = select(label, [], '')
  made.addEventListener('change', () => change(made.value))
  return made
}

function check(label: string, change: (checked: boolean) => void) {
  const input = el('input', { type: 'checkbox' })
  input.addEventListener('change', () => change(input.checked))
  return { input, label: el('label', { class: 'check' }, input, label) }
}

function unitChoices(units: readonly string[], chosen: string, words: Words): Choice[] {
  const gone = chosen !== '' && chosen !== NO_UNIT && !units.includes(chosen)
  return [
    { value: '', label: words.anyUnit },
    { value: NO_UNIT, label: words.noUnit },
    ...[...units, ...(gone ? [chosen] : [])].map((name) => ({ value: name, label: name })),
  ]
}

function roleChoices(words: Words): Choice[] {
  return [{ value: '', label: words.anyRole }, ...ROLES.map((value) => ({ value, label: words.roles[value] }))]
}

/** A single date is a choice while it is chosen: the timeline offers them all. */
function deadlineChoices(chosen: string, words: Words): Choice[] {
  const isDate = /^\d/.test(chosen)
  return [
    { value: '', label: words.anyDeadline },
    ...DEADLINE_CLASSES.map((value) => ({ value, label: words.classes[value] })),
    ...(isDate ? [{ value: chosen, label: chosen }] : []),
  ]
}
