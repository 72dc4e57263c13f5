/** The keyboard. A key in a field is typing, unless it is Escape. */

export type KeyActions = Record<
  'next' | 'previous' | 'first' | 'last' | 'doubtful' | 'edit' | 'search' | 'save' | 'overview' | 'escape' | 'help',
  () => void
>

const KEYS: Readonly<Record<string, keyof KeyActions>> = {
  j: 'next',
  ArrowDown: 'next',
  k: 'previous',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
  d: 'doubtful',
  Enter: 'edit',
  '/': 'search',
  s: 'save',
  o: 'overview',
  Escape: 'escape',
  '?': 'help',
}

/** Those that a button, a link or a box that scrolls has a use of its own for. */
const OWN: readonly string[] = ['Enter', 'ArrowDown', 'ArrowUp', 'Home', 'End']

export function listenToKeys(actions: KeyActions): void {
  document.addEventListener('keydown', (event) => {
    const action = KEYS[event.key]
    if (!action || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    const target = event.target instanceof Element ? event.target : document.body
    if (target.closest('dialog')) return
    if (event.key !== 'Escape' && target.closest('input:not([type=checkbox]), select, textarea')) return
    if (OWN.includes(event.key) && target.closest('button, summary, a, .source-text, [role=button]')) return
    event.preventDefault()
    actions[action]()
  })
}
