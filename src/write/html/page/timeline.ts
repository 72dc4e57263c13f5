/** The deadlines on a line of time: a bar a date, as high as it has tasks. */
import { daysBetween, monthsAcross } from './dates.ts'
import { el, replace, svg } from './dom.ts'
import { standing } from './filter.ts'
import type { DateTally } from './tally.ts'
import type { Words } from './words.ts'

export interface Timeline {
  element: HTMLElement
  show(dates: readonly DateTally[], chosen: string, day: string): void
}

/** Heights in CSS pixels; places from left to right are shares of the width, whatever it is. */
const HEIGHT = 116
const BASE = 92
const HIGHEST = 66
const LABELS = 13
/** A bar for so many tasks at least has the full height. */
const FEW = 3

export function timeline(words: Words, pick: (date: string) => void): Timeline {
  const element = el('div', { class: 'timeline' })
  element.addEventListener('click', ({ target }) => {
    const bar = target instanceof Element ? target.closest<SVGElement>('[data-date]') : null
    if (bar?.dataset.date) pick(bar.dataset.date)
  })
  element.addEventListener('keydown', (event) => {
    const date = event.target instanceof SVGElement ? event.target.dataset.date : undefined
    if (!date || (event.key !== 'Enter' && event.key !== ' ')) return
    event.preventDefault()
    event.stopPropagation()
    pick(date)
  })
  let drawn = ''
  return {
    element,
    show(dates, chosen, day) {
      const drawing = JSON.stringify([dates, day])
      if (drawing !== drawn) replace(element, [chart(dates, day, words)])
      drawn = drawing
      for (const bar of element.querySelectorAll<SVGElement>('[data-date]')) {
        bar.setAttribute('aria-pressed', String(bar.dataset.date === chosen))
      }
    },
  }
}

function chart(dates: readonly DateTally[], day: string, words: Words): Element {
  const [first, last] = [dates[0], dates[dates.length - 1]]
  if (!first || !last) return el('p', { class: 'empty' }, words.noDates)
  const axis = axisOf(first.date, last.date)
  const most = Math.max(FEW, ...dates.map(({ tasks }) => tasks))
  const today = axis.at(day)
  return svg(
    'svg',
    { height: HEIGHT, width: '100%', role: 'group', 'aria-label': words.timeline },
    svg('line', { class: 'axis', x1: '0', x2: '100%', y1: BASE, y2: BASE }),
    ...axis.months.map((month) => tick(month, axis)),
    today > 0 && today < 1 && svg('line', { class: 'day', x1: share(today), x2: share(today), y1: 8, y2: BASE }),
    ...dates.map((tally) => bar(tally, most, axis, day, words)),
  )
}

interface Axis {
  months: string[]
  /** The share of the width at which a day stands, 0 to 1; beyond it, where the day is. */
  at(day: string): number
}

/** Whole months around the dates, in steps that leave room for their names. */
function axisOf(first: string, last: string): Axis {
  const span = monthsAcross(first, last, 1).length - 1
  const step = [1, 2, 3, 6, 12, 24, 60].find((months) => span / months < LABELS) ?? 120
  const months = monthsAcross(first, last, step)
  const from = months[0] as string
  const days = daysBetween(from, monthsAcross(last, last, 1)[1] as string) as number
  return { months, at: (day) => (daysBetween(from, day) ?? -1) / days }
}

function tick(month: string, axis: Axis): SVGElement | null {
  const at = axis.at(month)
  if (at >= 1) return null
  const isYear = month.slice(5, 7) === '01'
  const name = isYear || at === 0 ? month.slice(0, 7) : month.slice(5, 7)
  return svg(
    'g',
    { class: isYear ? 'tick year' : 'tick' },
    svg('line', { x1: share(at), x2: share(at), y1: BASE, y2: BASE + 5 }),
    svg('text', { x: share(at), y: BASE + 18, dx: 2 }, name),
  )
}

function bar({ date, tasks }: DateTally, most: number, axis: Axis, day: string, words: Words): SVGElement {
  const height = Math.max(5, Math.round((HIGHEST * tasks) / most))
  const x = share(axis.at(date))
  const label = words.onDate(date, tasks)
  return svg(
    'g',
    {
      class: `bar ${standing(date, day) ?? ''}`,
      ...{ role: 'button', tabindex: 0, 'aria-label': label, 'data-date': date },
    },
    svg('title', {}, label),
    svg('rect', { class: 'hit', x, y: 0, width: 16, height: BASE, transform: 'translate(-8)' }),
    svg('rect', { class: 'fill', x, y: BASE - height, width: 8, height, rx: 2, transform: 'translate(-4)' }),
    tasks > 1 && svg('text', { x, y: BASE - height - 5, 'text-anchor': 'middle' }, String(tasks)),
  )
}

function share(part: number): string {
  return `${Math.round(part * 10_000) / 100}%`
}
