/**
 * Numbered paragraphs that are no items: the list after 整改措施： in a problem that is one task, and the list after
 * 落实情况：, which is all status.
 */
import type { Block, TextBlock } from '../stages.ts'
import type { Terms } from '../terms/additions.ts'
import type { Field } from '../terms/labels.ts'
import { unitShare } from '../terms/units.ts'
import { isBlank } from '../text/chars.ts'
import { BULLETS, COLON } from '../text/signs.ts'

const OPENING = new RegExp(`^[\\s${BULLETS}]+`)

/** What a label at the start of a paragraph names, and whether nothing follows it. */
export function labelAt(block: Block, terms: Terms): { field: Field; alone: boolean } | null {
  if (block.kind !== 'text' || block.role !== null) return null
  return (block.view.signs & COLON) === 0 ? null : labelIn(block.view.text, terms)
}

/** The same of a text. */
export function labelIn(text: string, terms: Terms): { field: Field; alone: boolean } | null {
  const colon = text.slice(0, 20).search(/[：:]/)
  const field = colon > 0 ? terms.fieldOf(text.slice(0, colon).replace(OPENING, '')) : null
  return field ? { field, alone: firstWord(text, colon + 1) < 0 } : null
}

/** Where the first character stands from an index on that is no white space; -1 where there is none. */
function firstWord(text: string, from: number): number {
  for (let i = from; i < text.length; i++) if (!isBlank(text.charCodeAt(i))) return i
  return -1
}

/**
 * Whether a label alone on its line opens a list that belongs to it. 落实情况： always does; 整改措施： where the item
 * says but once who is responsible, before the list or after it: then the measures are one piece of work.
 * `isOuter` tells paragraphs that begin an item at the item's own level or above.
 */
export function opensList(
  blocks: readonly Block[],
  at: number,
  isOuter: (block: TextBlock) => boolean,
  terms: Terms,
): boolean {
  const label = labelAt(blocks[at] as Block, terms)
  if (!label?.alone) return false
  if (label.field.kind === 'status') return true
  return label.field.kind === 'text' && isOneTask(blocks, at, isOuter, terms)
}

/** Whether a paragraph says who does the work or until when, so that an item may end with it. */
export function endsItem(block: Block | undefined, terms: Terms): boolean {
  if (block?.kind !== 'text' || block.role !== null) return false
  const { text } = block.view
  const kind = labelIn(/^[（(〔【〖［[]/.test(text) ? text.slice(1) : text, terms)?.field.kind
  return kind === 'unit' || kind === 'deadline' || closesWithUnits(block.view.text)
}

/** 1.建立项目储备库。（市财政局）: a measure that is put down to somebody by itself. */
function closesWithUnits(text: string): boolean {
  const bracket = /[。；][（(〔【]([^（()）〔〕【】]{2,80})[)）〕】][。；]?$/.exec(text.slice(-LONGEST_CLOSING))
  return bracket !== null && unitShare(bracket[1] as string) >= 0.5
}

const LONGEST_CLOSING = 90

/** How far a problem is looked through for the lines that say who. */
const REACH = 40

function isOneTask(
  blocks: readonly Block[],
  at: number,
  isOuter: (block: TextBlock) => boolean,
  terms: Terms,
): boolean {
  let labelled = 0
  const count = (block: Block | undefined) => {
    if (block?.kind !== 'text' || isOuter(block)) return false
    const kind = labelAt(block, terms)?.field.kind
    if (kind === 'unit' || kind === 'deadline') labelled++
    return true
  }
  let responsible = 0
  let closing = 0
  for (let i = at - 1; i > at - REACH && count(blocks[i]); i--);
  const before = labelled
  for (let i = at + 1; i < at + REACH && count(blocks[i]); i++) {
    const block = blocks[i] as TextBlock
    if (labelAt(block, terms)?.field.kind === 'unit' && ++responsible > 4) return false
    if (closesWithUnits(block.view.text) && ++closing > 1) return false
  }
  return before > 0 || (labelled > 0 && labelled <= 6)
}
