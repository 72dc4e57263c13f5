/** What the page is for and which keys it knows. */
import { button, el } from './dom.ts'
import type { Words } from './words.ts'

export function helpDialog(words: Words): HTMLDialogElement {
  const keys = words.keys.map(([key, does]) =>
    el('tr', {}, el('th', { scope: 'row' }, ...key.split(/ {2}/).map((one) => el('kbd', {}, one))), el('td', {}, does)),
  )
  const dialog = el(
    'dialog',
    { class: 'help', 'aria-label': words.help },
    el('h2', {}, words.help),
    el('p', {}, words.about),
    el('table', {}, el('tbody', {}, ...keys)),
    button(words.close, { class: 'main' }, () => dialog.close()),
  )
  return dialog
}
