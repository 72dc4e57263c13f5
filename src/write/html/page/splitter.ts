/** Two columns, and between them a bar that is dragged, or moved with the arrow keys. */
import { el } from './dom.ts'
import { recall, remember } from './store.ts'

/** Shares of the width for the left column, in per cent. */
const LEAST = 20
const MOST = 75
const USUAL = 42
const STEP = 2

export function splitter(left: HTMLElement, right: HTMLElement, label: string): HTMLElement {
  const bar = el('div', {
    class: 'splitter',
    role: 'separator',
    tabindex: 0,
    'aria-label': label,
    'aria-orientation': 'vertical',
    'aria-valuemin': LEAST,
    'aria-valuemax': MOST,
  })
  const panes = el('div', { class: 'panes' }, left, bar, right)
  let share = USUAL
  const set = (wanted: number) => {
    share = Math.min(MOST, Math.max(LEAST, Math.round(wanted * 10) / 10))
    panes.style.setProperty('--left', `${share}%`)
    bar.setAttribute('aria-valuenow', String(Math.round(share)))
  }
  set(Number(recall('split')) || USUAL)
  const keep = () => remember('split', String(share))

  bar.addEventListener('pointerdown', (event) => {
    bar.setPointerCapture(event.pointerId)
    event.preventDefault()
  })
  bar.addEventListener('pointermove', ({ pointerId, clientX }) => {
    if (!bar.hasPointerCapture(pointerId)) return
    const { left: start, width } = panes.getBoundingClientRect()
    set(((clientX - start) / width) * 100)
  })
  bar.addEventListener('pointerup', keep)
  bar.addEventListener('keydown', (event) => {
    const move = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key]
    if (move === undefined) return
    event.preventDefault()
    event.stopPropagation()
    set(share + move)
    keep()
  })
  return panes
}
