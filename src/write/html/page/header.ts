/** The head of the page: what is looked at, how much there is of it, and what can be done with the whole. */
import type { PageDocument } from '../model.ts'
import { button, el, namePage, replace } from './dom.ts'
import type { Words } from './words.ts'

export interface Header {
  element: HTMLElement
  /** `document` is `null` where several are looked at. */
  show(document: PageDocument | null, documents: number, stats: Stats): void
}

export type Stats = Record<keyof Words['stats'], number>

export interface HeaderActions {
  save(): void
  /** A file that the reader chose. */
  load(text: string): void
  theme(): void
  help(): void
}

export function header(words: Words, actions: HeaderActions): Header {
  const title = el('h1', { lang: 'zh-CN' })
  const about = el('p', { class: 'about', lang: 'zh-CN' })
  const stats = el('dl', { class: 'stats' })
  const save = button(words.save, { class: 'main' }, actions.save)
  const element = el(
    'header',
    { class: 'top' },
    el('div', { class: 'titles' }, title, about),
    stats,
    el(
      'div',
      { class: 'tools' },
      save,
      loading(words, actions),
      button(words.print, { class: 'quiet' }, () => print()),
      button('◐', { class: 'quiet sign', 'aria-label': words.theme, title: words.theme }, actions.theme),
      button('?', { class: 'quiet sign', 'aria-label': words.help, title: words.help }, actions.help),
    ),
  )
  return {
    element,
    show(document, documents, numbers) {
      const name = document && (document.title ?? document.file ?? words.untitled)
      namePage(name === null ? words.page : `${name} · ${words.page}`)
      replace(title, [name ?? words.page])
      replace(about, [document ? aboutOf(document) : words.documentsOf(documents)])
      replace(
        stats,
        Object.entries(numbers).map(([key, number]) => stat(key as keyof Stats, number, words)),
      )
      save.disabled = numbers.corrected === 0
    },
  }
}

function aboutOf({ number, issuer, issuedOn }: PageDocument): string {
  return [number, issuer, issuedOn].filter(Boolean).join('　')
}

function stat(key: keyof Stats, number: number, words: Words): HTMLElement {
  const isQuiet = number === 0 && (key === 'corrected' || key === 'doubts')
  return el(
    'div',
    { class: `stat stat-${key}${isQuiet ? ' none' : ''}` },
    el('dt', {}, words.stats[key]),
    el('dd', {}, String(number)),
  )
}

/** A button that asks for a file; the field for one looks different everywhere. */
function loading(words: Words, { load }: HeaderActions): HTMLElement {
  const input = el('input', { type: 'file', accept: '.json,application/json', hidden: true, 'aria-label': words.load })
  input.addEventListener('change', () => {
    const file = input.files?.[0]
    input.value = ''
    file?.text().then(load)
  })
  return el(
    'span',
    {},
    input,
    button(words.load, { class: 'quiet' }, () => input.click()),
  )
}
