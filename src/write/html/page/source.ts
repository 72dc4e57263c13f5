/** The text of a document, every piece marked with what it is; a piece of a task leads to its row. */
import type { PageDocument, PagePiece } from '../model.ts'
import { el, replace } from './dom.ts'
import type { Entry } from './entries.ts'
import { isInView } from './scroll.ts'
import type { Words } from './words.ts'

export interface SourcePane {
  element: HTMLElement
  /** Shows a document and lights what an entry is about; with `scroll` brings it into view. */
  show(document: number, lit: Entry | null, scroll: boolean): void
}

/** The text of one document, made when it is first looked at. */
interface Sheet {
  element: HTMLElement
  lines: HTMLElement[]
  tasks: Map<number, HTMLElement[]>
  messages: Map<number, HTMLElement[]>
}

export function sourcePane(
  documents: readonly PageDocument[],
  words: Words,
  pick: (document: number, task: number) => void,
): SourcePane {
  const sheets: Sheet[] = []
  const heading = el('p', { class: 'source-name' })
  const body = el('div', {
    class: 'source-text',
    tabindex: 0,
    role: 'region',
    'aria-label': words.source,
    lang: 'zh-CN',
  })
  const element = el('section', { class: 'source' }, sourceHead(words, heading), body)
  let shown = -1
  let lit: HTMLElement[] = []

  body.addEventListener('click', (event) => {
    const task = taskAt(event.target, documents[shown])
    if (task !== null && String(getSelection()) === '') pick(shown, task)
  })

  function turnTo(index: number): Sheet | null {
    const document = documents[index]
    if (!document) return null
    sheets[index] ??= sheetOf(document, words)
    const sheet = sheets[index] as Sheet
    if (shown !== index) {
      shown = index
      replace(heading, [document.file ?? words.stdin])
      replace(body, [sheet.element])
      body.scrollTop = 0
    }
    return sheet
  }

  return {
    element,
    show(index, entry, scroll) {
      for (const piece of lit) piece.classList.remove('lit')
      const sheet = turnTo(index)
      lit = sheet && entry ? piecesOf(sheet, entry) : []
      for (const piece of lit) piece.classList.add('lit')
      const [first] = lit
      if (scroll && first && !isInView(first, body)) first.scrollIntoView({ block: 'center' })
    },
  }
}

function sourceHead(words: Words, heading: HTMLElement): HTMLElement {
  const values = { ...words.roles, deadline: words.deadline }
  const signs = Object.entries(values).map(([value, name]) => el('span', { class: `piece value ${value}` }, name))
  const doubt = el('span', { class: 'piece doubt' }, words.doubtMark)
  return el('header', { class: 'pane-head' }, heading, el('p', { class: 'legend' }, ...signs, doubt))
}

/** The pieces of a task, or those where a doubt is; where it has none of its own, its line. */
function piecesOf(sheet: Sheet, { task, index, messages }: Entry): HTMLElement[] {
  if (task) return sheet.tasks.get(index) ?? []
  const [message] = messages
  const marked = sheet.messages.get(message?.marked ?? -1)
  const line = sheet.lines[(message?.line ?? 0) - 1]
  return marked ?? (line ? [line] : [])
}

/** The task of what was clicked; of a heading, the first below it. */
function taskAt(target: EventTarget | null, document: PageDocument | undefined): number | null {
  const piece = target instanceof Element ? target.closest<HTMLElement>('.piece') : null
  const { task, section } = piece?.dataset ?? {}
  if (task !== undefined) return Number(task)
  const first = document?.tasks.findIndex(({ sections }) => sections.indexOf(Number(section)) >= 0) ?? -1
  return first < 0 ? null : first
}

function sheetOf({ text, pieces }: PageDocument, words: Words): Sheet {
  if (text === null) {
    return { element: el('p', { class: 'empty' }, words.noSource), lines: [], tasks: new Map(), messages: new Map() }
  }
  const sheet: Sheet = { element: el('div', { class: 'lines' }), lines: [], tasks: new Map(), messages: new Map() }
  let line = addLine(sheet)
  let start = 0
  for (const piece of pieces) {
    for (const [i, part] of text.slice(start, piece.end).split(LINE_END).entries()) {
      if (i > 0) line = addLine(sheet)
      if (part !== '')
        line.append(...piecesFor(part, i === 0 ? piece : { ...piece, generated: undefined }, sheet, words))
    }
    start = piece.end
  }
  for (const each of sheet.lines) if (!each.firstChild) each.classList.add('blank')
  return sheet
}

const LINE_END = /\r\n|\r|\n/

function addLine(sheet: Sheet): HTMLElement {
  const line = el('div', { class: 'line', 'data-line': sheet.lines.length + 1 })
  sheet.lines.push(line)
  sheet.element.append(line)
  return line
}

/** A piece of the text, and before it the number that a file format made for it. */
function piecesFor(part: string, piece: PagePiece, sheet: Sheet, words: Words): Node[] {
  const { kind, task, message, generated } = piece
  if (!kind) return [el('span', {}, part)]
  const made = pieceElement(part, piece, words)
  const number =
    generated === undefined ? null : pieceElement(generated, { ...piece, kind: 'marker', value: undefined }, words)
  number?.classList.add('generated')
  const all = number ? [number, made] : [made]
  for (const element of all) {
    if (task !== undefined) listUnder(sheet.tasks, task, element)
    if (message !== undefined) listUnder(sheet.messages, message, element)
  }
  return all
}

function pieceElement(part: string, piece: PagePiece, words: Words): HTMLElement {
  const { kind = 'unknown', task, section, value, message } = piece
  const classes = [
    ...['piece', `k-${kind}`, value ? `value ${value}` : ''],
    ...[message === undefined ? '' : 'doubt', task === undefined ? '' : `task ${task % 2 ? 'odd' : 'even'}`],
  ]
  const name = kind === 'title' && task === undefined ? words.documentTitle : words.kinds[kind]
  return el(
    'span',
    {
      class: classes.filter(Boolean).join(' '),
      title: value ? words.values[value] : name,
      'data-task': task ?? null,
      'data-section': section ?? null,
    },
    part,
  )
}

function listUnder(map: Map<number, HTMLElement[]>, key: number, element: HTMLElement): void {
  const list = map.get(key)
  if (list) list.push(element)
  else map.set(key, [element])
}
