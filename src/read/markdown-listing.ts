/**
 * A list in Markdown that is read as it stands (`terms/listing.ts`): headings are sections, each item of a list under one
 * is a task with its title in bold, lists within it are its fields, and a rule goes back one heading.
 */
import type { Block, Listing, TextBlock } from '../stages.ts'
import { numberOf } from '../terms/listing.ts'
import type { Range, View } from '../text/view.ts'
import { findNote, ListingBuilder } from './listing.ts'

/** The list that the blocks of a text are; `null` where no note says so. `rules` and `bold` are in order. */
export function readMarkdownListing(
  blocks: readonly Block[],
  rules: readonly Range[],
  bold: readonly Range[],
): { listing: Listing; blocks: Block[] } | null {
  const texts = blocks.filter((block): block is TextBlock => block.kind === 'text' && block.role === null)
  const note = findNote(texts, 'markdown')
  if (!note) return null
  const above = texts.slice(0, note.at + 1)
  const builder = new ListingBuilder(note.year)
  for (const block of blocks.slice(0, blocks.indexOf(above[0] as Block))) builder.other(block)
  builder.head(above)
  const walk = new ListWalk(builder, rules, bold)
  for (const block of blocks.slice(blocks.indexOf(above.at(-1) as Block) + 1)) walk.take(block)
  walk.finish()
  walk.passRules(Number.POSITIVE_INFINITY)
  return { listing: builder.finish(), blocks: builder.blocks }
}

class ListWalk {
  readonly #builder: ListingBuilder
  readonly #rules: readonly Range[]
  readonly #bold: readonly Range[]
  #nextRule = 0
  #nextBold = 0
  /** How many headings are open. */
  #open = 0
  #words: TextBlock[] = []
  #fields: TextBlock[] = []

  constructor(builder: ListingBuilder, rules: readonly Range[], bold: readonly Range[]) {
    this.#builder = builder
    this.#rules = rules
    this.#bold = bold
  }

  take(block: Block): void {
    const isText = block.kind === 'text' && block.role === null
    if (isText && block.list > 1 && this.#words.length > 0) this.#fields.push(block)
    else if (isText && block.list === 1 && !block.bullet && this.#words.length > 0) this.#words.push(block)
    else {
      this.finish()
      if (block.kind === 'text') this.passRules(block.view.offsetAt(0))
      if (isText && block.heading !== null) {
        this.#open = block.heading - 1
        this.#builder.item([block], [], this.#open)
      } else if (isText && block.list > 0) this.#words.push(this.#titled(block))
      else this.#builder.other(block)
    }
  }

  /** Passes the rules before an offset. */
  passRules(offset: number): void {
    for (let rule = this.#rules[this.#nextRule]; rule && rule.start < offset; rule = this.#rules[++this.#nextRule]) {
      if (this.#open > 0) this.#open--
      else this.#builder.endCover()
    }
  }

  /** With its title: the words right behind the number that are bold. */
  #titled(block: TextBlock): TextBlock {
    const { start, end } = block.view.hull()
    while ((this.#bold[this.#nextBold]?.end ?? end) <= start) this.#nextBold++
    const bold = this.#bold[this.#nextBold]
    const from = numberOf(block.view.text).length
    const isFirst = bold !== undefined && bold.start < end && indexAt(block.view, bold.start) === from
    return { ...block, title: isFirst ? indexAt(block.view, bold.end) - from : 0 }
  }

  /** Gives the item that was gathered. */
  finish(): void {
    if (this.#words.length > 0) this.#builder.item(this.#words, this.#fields, this.#open + 1)
    this.#words = []
    this.#fields = []
  }
}

/** How many characters of a view stand before an offset of the source. */
function indexAt(view: View, offset: number): number {
  let index = 0
  while (index < view.length && view.offsetAt(index) < offset) index++
  return index
}
