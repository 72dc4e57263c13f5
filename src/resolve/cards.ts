/**
 * Cards: pieces of work without numbers, each told in lines under labels: 任务：…, 措施：…, 单位：…, 时限：….
 */
import type { AnnotatedItem, AnnotatedText } from '../stages.ts'
import type { NodeMaker } from './nodes.ts'

type Entry = AnnotatedItem['entries'][number]

export const NO_CARDS: ReadonlyMap<Entry, AnnotatedText[]> = new Map()

/**
 * Cards: lines under labels, each card beginning with the same one, of the work (任务：…, 措施：…, 单位：…, 时限：…), and
 * saying who is responsible; two or more, by their first lines.
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
  return cards.size > 1 && [...cards.values()].every(saysWho) ? cards : NO_CARDS
}

/** What stands before the colon of a labelled line, blanks among it or not: 任　务：. */
function labelOf(text: string): string {
  return /^\s*([㐀-鿿](?:[㐀-鿿\s]{0,6}[㐀-鿿])?)\s?[：:]/.exec(text)?.[1] ?? ''
}
