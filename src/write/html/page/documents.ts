/** The list of documents, where there are several. */
import type { PageDocument } from '../model.ts'
import { button, el } from './dom.ts'
import type { Words } from './words.ts'

export interface DocumentList {
  element: HTMLElement
  /** `null` for all. */
  show(chosen: number | null): void
}

export function documentList(
  documents: readonly PageDocument[],
  words: Words,
  pick: (document: number | null) => void,
): DocumentList {
  const items = [null, ...documents.keys()].map((index) => {
    const document = index === null ? null : (documents[index] as PageDocument)
    const made = button('', {}, () => pick(index))
    made.append(...(document ? labelOf(document, words) : allLabel(documents, words)))
    return { index, made }
  })
  return {
    element: el(
      'nav',
      { class: 'documents', 'aria-label': words.documents, lang: 'zh-CN' },
      el('ul', {}, ...items.map(({ made }) => el('li', {}, made))),
    ),
    show(chosen) {
      for (const { index, made } of items) {
        if (index === chosen) made.setAttribute('aria-current', 'true')
        else made.removeAttribute('aria-current')
      }
    },
  }
}

function labelOf({ title, file, tasks, messages }: PageDocument, words: Words): HTMLElement[] {
  return label(title ?? words.untitled, file ?? words.stdin, tasks.length, messages.length, words)
}

function allLabel(documents: readonly PageDocument[], words: Words): HTMLElement[] {
  const sum = (count: (document: PageDocument) => number) => documents.reduce((all, one) => all + count(one), 0)
  const tasks = sum((document) => document.tasks.length)
  const doubts = sum((document) => document.messages.length)
  return label(words.allDocuments, words.documentsOf(documents.length), tasks, doubts, words)
}

function label(title: string, under: string, tasks: number, doubts: number, words: Words): HTMLElement[] {
  return [
    el('span', { class: 'name' }, title),
    el('span', { class: 'under' }, under),
    el(
      'span',
      { class: 'under' },
      words.tasksOf(tasks),
      doubts > 0 && el('span', { class: 'doubts' }, ` · ${words.doubtsOf(doubts)}`),
    ),
  ]
}
