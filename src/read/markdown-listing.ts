/**
 * A list in Markdown that is read as it stands (`terms/listing.ts`): headings are sections, each item of a list under one
 * is a task with its title in bold, lists within it are its fields, and a rule goes back one heading.
 */
import type { Block, Listing, TextBlock } from '../stages.ts'
import { numberOf } from '../terms/listing.ts'
import type { Range, View } from '../text/view.ts'
import { findNote, ListingBuilder } from './listing.ts'

/** What the reader of Markdown has found. */
interface Found {
  found: readonly Block[]
  /** The blocks that items of lists begin with, but for lists within lists. */
  items: ReadonlySet<Block>
  /** Where lines are drawn, and where words are bold; both in order. */
  rules: readonly Range[]
  bold: readonly Range[]
}

/** The list that the blocks of a text are; `null` where no note says so. */
export function readMarkdownListing(found: Found): { listing: Listing; blocks: Block[] } | null {
  const blocks = found.found
  const texts = blocks.filter((block): block is TextBlock => block.kind === 'text' && block.role === null)
  const note = findNote(texts, 'markdown')
  if (!note) return null
  const above = texts.slice(0, note.at + 1)
  const builder = new ListingBuilder(note.year)
  for (const block of blocks.slice(0, blocks.indexOf(above[0] as Block))) builder.other(block)
  builder.head(above)
  const walk = new ListWalk(builder, found)
  for (const block of blocks.slice(blocks.indexOf(above.at(-1) as Block) + 1)) walk.take(block)
  walk.finish()
  return { listing: builder.finish(), blocks: builder.blocks }
}

class ListWalk {
  readonly #builder: ListingBuilder
  readonly #found: Found
  #nextRule = 0
  #nextBold = 0
  /** How many headings are open. */
  #open = 0
  #words: TextBlock[] = []
  #fields: TextBlock[] = []

  constructor(builder: ListingBuilder, found: Found) {
    this.#builder = builder
    this.#found = found
  }

  take(block: Block): void {
    const isText = block.kind === 'text' && block.role === null
    const goesOn = isText && block.list > 0 && this.#words.length > 0 && !this.#found.items.has(block)
    if (goesOn) (block.list > 1 ? this.#fields : this.#words).push(block)
    else {
      this.#flush()
      if (block.kind === 'text') this.#passRules(block.view.offsetAt(0))
      if (isText && block.heading !== null) {
        this.#open = Math.max(1, block.heading - 1)
        this.#builder.item([block], [], this.#open)
      } else if (isText && block.list > 0) this.#words.push(this.#titled(block))
      else this.#builder.other(block)
    }
  }

  /** Passes the rules before an offset. */
  #passRules(offset: number): void {
    for (
      let rule = this.#found.rules[this.#nextRule];
      rule && rule.start < offset;
      rule = this.#found.rules[++this.#nextRule]
    ) {
      if (this.#open > 0) this.#open--
      else this.#builder.endCover()
    }
  }

  /** With its title: the words right behind the number that are bold. */
  #titled(block: TextBlock): TextBlock {
    const { start, end } = block.view.hull()
    while ((this.#found.bold[this.#nextBold]?.end ?? end) <= start) this.#nextBold++
    const bold = this.#found.bold[this.#nextBold]
    const from = numberOf(block.view.text).length
    const isFirst = bold !== undefined && bold.start < end && indexAt(block.view, bold.start) === from
    return { ...block, title: isFirst ? indexAt(block.view, bold.end) - from : 0 }
  }

  finish(): void {
    this.#flush()
    this.#passRules(Number.POSITIVE_INFINITY)
  }

  /** Gives the item that was gathered. */
  #flush(): void {
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
