/**
 * Outline: the paragraphs of a part ordered under their numbers. An item is a paragraph that begins with a number
 * (or that the format marks as a heading), with all that stands under it until the next one at its depth or above.
 */
import type { Block, Item, TableBlock, TextBlock } from '../stages.ts'
import type { Terms } from '../terms/additions.ts'
import type { Marker } from '../terms/markers.ts'
import { lastAtMost } from '../text/search.ts'
import { findHeadings } from './headings.ts'
import { labelAt, labelIn, opensList } from './lists.ts'
import { type MarkersOf, markerReader, Sequence, type Unnumbered } from './sequence.ts'

/** The outline of one part: a root item that holds the others. */
export function outline(blocks: readonly Block[], terms: Terms): Item {
  const root = newItem(null, null, 0)
  const walk = new Walk(blocks, terms)
  const open: Item[] = [root]
  for (const [at, block] of blocks.entries()) {
    const start = walk.startAt(at)
    if (!start) {
      if (block.kind === 'table') leaveList(open, block, blocks[at - 1])
      ;(isFrame(block) ? root : (open.at(-1) as Item)).entries.push(block)
      continue
    }
    while ((open.at(-1) as Item).depth >= start.depth) open.pop()
    const item = newItem(start.marker, block as TextBlock, start.depth)
    ;(open.at(-1) as Item).entries.push(item)
    open.push(item)
  }
  return root
}

/**
 * A table that stands less deep than the list within a list before it is no part of its last item: that would be a heading
 * then. It belongs to what holds that item.
 */
function leaveList(open: Item[], { list }: TableBlock, before: Block | undefined): void {
  if (list === undefined || before?.kind !== 'text' || before.list < 2) return
  const isPast = ({ head, entries }: Item) =>
    head !== null && head.list > list && entries.every(({ kind }) => kind !== 'item')
  while (isPast(open.at(-1) as Item)) open.pop()
}

interface Start {
  marker: Marker | null
  depth: number
}

/** Decides for each block in turn whether an item begins there. */
class Walk {
  readonly #blocks: readonly Block[]
  readonly #terms: Terms
  readonly #sequence: Sequence
  readonly #headings: ReadonlyMap<number, Unnumbered>
  /** A label's list is being read: its numbers are no items. */
  #inList = false

  constructor(blocks: readonly Block[], terms: Terms) {
    this.#blocks = blocks
    const markersOf = markerReader()
    this.#terms = terms
    this.#sequence = new Sequence(markersOf, nextMarkers(blocks, markersOf))
    this.#headings = findHeadings(blocks, markersOf, terms)
  }

  startAt(at: number): Start | null {
    const block = this.#blocks[at] as Block
    if (block.kind !== 'text' || block.role !== null) return null
    const isOuter = (other: TextBlock) => this.#sequence.isOpen(other)
    const label = labelAt(block, this.#terms)
    if (label || isOuter(block)) this.#inList = opensList(this.#blocks, at, isOuter, this.#terms)
    const isCard = label?.field.kind === 'index'
    if (label && label.field.kind !== 'text' && !isCard && block.generated === null) return null
    return this.#inList ? null : this.#start(block, at)
  }

  #start(block: TextBlock, at: number): Start | null {
    const heading = this.#headings.get(at)
    if (heading) return { marker: null, depth: this.#sequence.enterUnnumbered(heading) }
    const numbered = this.#sequence.read(block, at)
    if (numbered) return isLabelledBullet(block, numbered.marker, this.#terms) ? null : numbered
    if (block.bullet) return { marker: null, depth: this.#sequence.enterBullet() }
    return block.heading === null ? null : { marker: null, depth: this.#sequence.enterHeading(block.heading) }
  }
}

/** ● 责任单位：… is a line of the item above it. */
function isLabelledBullet(block: TextBlock, marker: Marker, terms: Terms): boolean {
  if (!marker.family.startsWith('bullet')) return false
  const kind = labelIn(block.view.text.slice(marker.length), terms)?.field.kind
  return kind === 'unit' || kind === 'deadline' || kind === 'status'
}

/** Signatures, dates and the like belong to the document, wherever the last item ends. */
function isFrame(block: Block): boolean {
  return block.kind === 'text' && block.role !== null && block.role !== 'furniture'
}

function newItem(marker: Marker | null, head: TextBlock | null, depth: number): Item {
  return { kind: 'item', marker, generated: head?.generated != null, head, entries: [], depth }
}

/** Finds the next marker of a family after a paragraph; each family's markers are gathered once. */
function nextMarkers(blocks: readonly Block[], markersOf: MarkersOf): (family: string, at: number) => Marker | null {
  const places = new Map<string, { at: number[]; markers: Marker[] }>()
  let gathered = false
  const gather = () => {
    gathered = true
    blocks.forEach((block, at) => {
      if (block.kind !== 'text' || block.role !== null) return
      const [marker] = markersOf(block)
      if (!marker) return
      const found = places.get(marker.family) ?? { at: [], markers: [] }
      places.set(marker.family, found)
      found.at.push(at)
      found.markers.push(marker)
    })
  }
  return (family, at) => {
    if (!gathered) gather()
    const found = places.get(family)
    if (!found) return null
    const last = lastAtMost(found.at, at)
    return found.markers[(found.at[last] as number) <= at ? last + 1 : last] ?? null
  }
}
