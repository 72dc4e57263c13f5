/** What is known of a document while its frame is read. */
import type { Block, Part, TextBlock } from '../stages.ts'
import type { Terms } from '../terms/additions.ts'
import type { View } from '../text/view.ts'

/** What is gathered on the way; the first of a kind wins, `dates` by their weight. */
export interface Found {
  titles: { view: View; notice: boolean; part: number }[]
  number: string | null
  redHead: string | null
  signature: string | null
  addressees: string[]
  /** What the page's data call the document. */
  named: View | null
  dates: Partial<Record<'signature' | 'head' | 'imprint' | 'page', string>>
}

export class Frame {
  readonly found: Found = {
    titles: [],
    number: null,
    redHead: null,
    signature: null,
    addressees: [],
    named: null,
    dates: {},
  }
  readonly blocks: readonly Block[]
  readonly terms: Terms
  /** Those that are read. */
  readonly parts: Part[] = []
  /** The title of the plan that a notice transmits. */
  quoted: string | null = null
  /** A date as web pages print it stands under the title: an organ below it is where the page has the text from. */
  pageDated = false
  /** The part has been signed: what follows without a number is no work. */
  signed = false
  #dense: boolean | null = null

  constructor(blocks: readonly Block[], terms: Terms) {
    this.blocks = blocks
    this.terms = terms
  }

  text(at: number): TextBlock | null {
    const block = this.blocks[at]
    return block?.kind === 'text' ? block : null
  }

  /** Blank lines part few of the lines; looked for when it is first asked. */
  get dense(): boolean {
    this.#dense ??= isDense(this.blocks)
    return this.#dense
  }
}

function isDense(blocks: readonly Block[]): boolean {
  const texts = blocks.filter((block): block is TextBlock => block.kind === 'text')
  return texts.filter(({ apart }) => apart).length * 2 < texts.length
}
