/** Elements. Text of a document becomes text and nothing else, and what would hide or reorder it is shown. */
import { visible } from '../../visible.ts'

export type Child = Node | string | null | false

/** Attributes by name; one that is `null` or `false` is left out, `true` has no value. */
export type Attributes = Record<string, string | number | boolean | null>

export function el<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  return fill(document.createElement(name), attributes, children)
}

export function svg<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: Child[]
): SVGElementTagNameMap[K] {
  return fill(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children)
}

export function button(label: string, attributes: Attributes, action: () => void): HTMLButtonElement {
  const made = el('button', { type: 'button', ...attributes }, label)
  made.addEventListener('click', action)
  return made
}

export function select(label: string, choices: readonly Choice[], chosen: string): HTMLSelectElement {
  const made = el('select', { 'aria-label': label })
  choose(made, choices, chosen)
  return made
}

export interface Choice {
  value: string
  label: string
}

/** Gives a list its choices anew. */
export function choose(list: HTMLSelectElement, choices: readonly Choice[], chosen: string): void {
  replace(
    list,
    choices.map(({ value, label }) => el('option', { value }, label)),
  )
  list.value = chosen
}

/** Puts new children in the place of all that are there. */
export function replace(parent: Element, children: readonly Child[]): void {
  parent.textContent = ''
  append(parent, children)
}

function fill<E extends Element>(element: E, attributes: Attributes, children: readonly Child[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === false) continue
    // The value of a choice is not shown, and is compared with what it stands for.
    element.setAttribute(name, value === true ? '' : name === 'value' ? String(value) : visible(String(value)))
  }
  append(element, children)
  return element
}

function append(parent: Element, children: readonly Child[]): void {
  const all = document.createDocumentFragment()
  for (const child of children) {
    if (typeof child === 'string') all.append(visible(child))
    else if (child) all.append(child)
  }
  parent.append(all)
}

/** What the browser calls the page, as on its tab. */
export function namePage(words: string): void {
  document.title = visible(words)
}
