/**
 * Outline: the paragraphs of a part ordered under their numbers. An item is a paragraph that begins with a number
 * (or that the format marks as a heading), with all that stands under it until the next one at its depth or above.
 */
import type { Block, Item, TextBlock } from '../stages.ts'
import type { Marker } from '../terms/markers.ts'
import { markersOf, Sequence } from './sequence.ts'

/** The outline of one part: a root item that holds the others. */
export function outline(blocks: readonly Block[]): Item {
  const root = newItem(null, null, 0)
  const sequence = new Sequence(nextMarkers(blocks))
  const open: Item[] = [root]
  for (const [at, block] of blocks.entries()) {
    const start = block.kind === 'text' && block.role === null ? startOf(block, sequence, at) : null
    if (!start) {
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

/** Signatures, dates and the like belong to the document, wherever the last item ends. */
function isFrame(block: Block): boolean {
  return block.kind === 'text' && block.role !== null && block.role !== 'furniture'
}

function newItem(marker: Marker | null, head: TextBlock | null, depth: number): Item {
  return { kind: 'item', marker, generated: head?.generated != null, head, entries: [], depth }
}

/** The marker and depth of a paragraph that begins an item. */
function startOf(block: TextBlock, sequence: Sequence, at: number): { marker: Marker | null; depth: number } | null {
  const numbered = sequence.read(block, at)
  if (numbered || block.heading === null) return numbered
  return { marker: null, depth: sequence.enterHeading(block.heading) }
}

/** Finds the next marker of a family after a paragraph; each family's markers are gathered once. */
function nextMarkers(blocks: readonly Block[]): (family: string, at: number) => Marker | null {
  const places = new Map<string, { at: number; marker: Marker }[]>()
  let gathered = false
  const gather = () => {
    gathered = true
    blocks.forEach((block, at) => {
      if (block.kind !== 'text' || block.role !== null) return
      for (const marker of markersOf(block)) {
        const list = places.get(marker.family)
        if (list) list.push({ at, marker })
        else places.set(marker.family, [{ at, marker }])
      }
    })
  }
  return (family, at) => {
    if (!gathered) gather()
    const list = places.get(family) ?? []
    let low = 0
    let high = list.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((list[middle] as { at: number }).at <= at) low = middle + 1
      else high = middle
    }
    return list[low]?.marker ?? null
  }
}
