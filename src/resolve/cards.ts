/**
 * Cards: pieces of work without numbers, each told in lines under labels: 任务：…, 措施：…, 单位：…, 时限：….
 */
import type { AnnotatedItem, AnnotatedText } from '../stages.ts'
import type { NodeMaker } from './nodes.ts'

type Entry = AnnotatedItem['entries'][number]

export const NO_CARDS: ReadonlyMap<Entry, AnnotatedText[]> = new Map()

/**
 * Cards: lines under labels, each card beginning with the same one, of the work (任务：…, 措施：…, 单位：…, 时限：…), and
 * saying who is responsible; two or more, by their first lines, or one that is all the work there is.
 */
export function cardsOf(entries: readonly Entry[], { terms }: NodeMaker): ReadonlyMap<Entry, AnnotatedText[]> {
  const cards = new Map<Entry, AnnotatedText[]>()
  let [label, card]: [string, AnnotatedText[]] = ['', []]
  for (const entry of entries) {
    const isText = entry.kind === 'text' && entry.block.role === null && entry.block.given === undefined
    const own = isText && entry.segments[0]?.kind === 'text' ? labelOf(entry.block.view.text) : ''
    const field = own === '' || (label !== '' && own !== label) ? null : terms.fieldOf(own)
    if (isText && field?.kind === 'text' && field.rank > 0) {
      label = own
      card = [entry]
      cards.set(entry, card)
    } else if (isText && card.length > 0) card.push(entry)
    else card = []
  }
  const saysWho = (lines: AnnotatedText[]) =>
    lines.some(({ segments }) => segments.some(({ kind, fields }) => kind === 'annotation' && fields.units.length > 0))
  const [only, ...others] = cards.values()
  const isAll = only !== undefined && others.length === 0 && entries.every(({ kind }) => kind === 'text')
  if (isAll) return isWhole(only, terms) ? cards : NO_CARDS
  return cards.size > 1 && [...cards.values()].every(saysWho) ? cards : NO_CARDS
}

/** So many labels one card alone has. */
const FEWEST_LABELS = 3

/** 整改任务：…, 整改目标：…, 整改完成情况：…: one card alone names a task, and tells more of it than that. */
function isWhole(lines: readonly AnnotatedText[], terms: NodeMaker['terms']): boolean {
  const fields = lines.map(({ block }) => terms.fieldOf(labelOf(block.view.text)))
  const [first] = fields
  const isTask = first?.kind === 'text' && first.rank === NAMES_TASK
  const isTold = fields.some((field) => field?.kind === 'status' || field?.kind === 'unit')
  return isTask && isTold && fields.filter((field) => field !== null).length >= FEWEST_LABELS
}

/** The rank of 任务, 事项, 问题; 会议内容 may head what is no work. */
const NAMES_TASK = 2

/** What stands before the colon of a labelled line, blanks among it or not: 任　务：. */
function labelOf(text: string): string {
  return /^\s*([㐀-鿿](?:[㐀-鿿\s]{0,6}[㐀-鿿])?)\s?[：:]/.exec(text)?.[1] ?? ''
}
