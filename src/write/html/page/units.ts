/** A bar per unit: how many tasks it has, and in which roles. */
import { button, el, replace, svg } from './dom.ts'
import { ROLES, type UnitTally } from './tally.ts'
import type { Words } from './words.ts'

export interface UnitBars {
  element: HTMLElement
  show(units: readonly UnitTally[], chosen: string): void
}

/** A bar for so many tasks at least is full: one task alone is not to look like much. */
const FEW = 4

export function unitBars(words: Words, pick: (name: string) => void): UnitBars {
  const list = el('ul', { class: 'unit-bars', lang: 'zh-CN' })
  let drawn: readonly UnitTally[] | null = null
  let buttons: { name: string; button: HTMLButtonElement }[] = []

  function draw(units: readonly UnitTally[]) {
    drawn = units
    const most = Math.max(FEW, units[0]?.tasks ?? 0)
    buttons = units.map((unit) => ({ name: unit.name, button: unitButton(unit, most, words, pick) }))
    const items = buttons.map(({ button }) => el('li', {}, button))
    replace(list, items.length ? items : [el('li', { class: 'empty' }, words.noUnits)])
  }

  return {
    element: list,
    show(units, chosen) {
      if (units !== drawn) draw(units)
      for (const { name, button } of buttons) button.setAttribute('aria-pressed', String(name === chosen))
    },
  }
}

function unitButton(unit: UnitTally, most: number, words: Words, pick: (name: string) => void): HTMLButtonElement {
  const label = words.unitTally(unit.name, unit.tasks)
  const made = button('', { 'aria-label': label, title: label }, () => pick(unit.name))
  made.append(
    el('span', { class: 'name' }, unit.name),
    svg('svg', { class: 'unit-bar', height: 8, width: '100%', 'aria-hidden': 'true' }, ...segments(unit, most)),
    el('span', { class: 'number' }, String(unit.tasks)),
  )
  return made
}

/** One after the other, by role. */
function segments({ roles }: UnitTally, most: number): SVGElement[] {
  let done = 0
  return ROLES.filter((role) => roles[role] > 0).map((role) => {
    const from = done
    done += roles[role]
    return svg('rect', { class: role, x: percent(from / most), width: percent(roles[role] / most), y: 0, height: 8 })
  })
}

function percent(part: number): string {
  return `${Math.round(part * 10_000) / 100}%`
}
