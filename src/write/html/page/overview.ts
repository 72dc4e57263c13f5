/** The picture of all tasks: when they are due, and whose they are. */
import { today } from './dates.ts'
import { el } from './dom.ts'
import type { Filter } from './filter.ts'
import { recall, remember } from './store.ts'
import { type DateTally, ROLES, type UnitTally } from './tally.ts'
import { timeline } from './timeline.ts'
import { unitBars } from './units.ts'
import type { Words } from './words.ts'

export interface Overview {
  element: HTMLDetailsElement
  /** The reader's day, `2023-06-30`; `''` where they took it away. */
  day(): string
  show(units: readonly UnitTally[], dates: readonly DateTally[], filter: Filter): void
}

export interface OverviewActions {
  filter(change: Partial<Filter>): void
  /** The reader's day is another. */
  day(): void
}

export function overview(words: Words, actions: OverviewActions): Overview {
  let chosen: Filter | null = null
  const dates = timeline(words, (deadline) =>
    actions.filter({ deadline: chosen?.deadline === deadline ? '' : deadline }),
  )
  const units = unitBars(words, (unit) => actions.filter({ unit: chosen?.unit === unit ? '' : unit }))
  const day = el('input', { type: 'date', title: words.asOfTitle })
  day.value = today()
  day.addEventListener('change', actions.day)
  const element = el(
    'details',
    { class: 'overview' },
    el('summary', {}, words.overview),
    el(
      'div',
      { class: 'cards' },
      el('section', { class: 'card dates' }, cardHead(words.timeline, asOf(day, words)), dates.element),
      el('section', { class: 'card' }, cardHead(words.byUnit, roleLegend(words)), units.element),
    ),
  )
  element.open = (recall('overview') ?? (hasRoom() ? 'open' : 'closed')) === 'open'
  element.addEventListener('toggle', () => remember('overview', element.open ? 'open' : 'closed'))
  return {
    element,
    day: () => day.value,
    show(unitTallies, dateTallies, filter) {
      chosen = filter
      units.show(unitTallies, filter.unit)
      dates.show(dateTallies, filter.deadline, day.value)
    },
  }
}

/** Whether the table still has more than half of the window. */
function hasRoom(): boolean {
  return innerWidth > 860 && innerHeight > 680
}

function cardHead(title: string, more: HTMLElement): HTMLElement {
  return el('header', {}, el('h2', {}, title), more)
}

function asOf(day: HTMLInputElement, words: Words): HTMLElement {
  return el('label', { class: 'as-of' }, words.asOf, ' ', day)
}

function roleLegend(words: Words): HTMLElement {
  return el('p', { class: 'legend' }, ...ROLES.map((role) => el('span', { class: `swatch ${role}` }, words.lead[role])))
}
