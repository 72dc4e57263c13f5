/**
 * Which numbers at the start of paragraphs are the numbers of items, and at what depth, by the sequence around them.
 *
 * Open levels are kept from the outside in, one for each family of markers. A family that is open goes on at its
 * level; a new one opens a level below, except that 一、 never stands below （一）, nor （一） below 1. (GB/T
 * 9704—2012, 7.3.3), unless the document itself nests them so. A number that is not the next one is still an item's
 * where the marker is unmistakable: offices skip and double numbers.
 */
import type { TextBlock } from '../stages.ts'
import { asPrinted, type Marker, rankOf, readGenerated, readMarkers, startsWithQuantity } from '../terms/markers.ts'
import { parseNumeral } from '../text/numerals.ts'

interface Level {
  family: string
  ordinal: number
  /** Depth of the heading where the format marks it as one. */
  heading: number | null
  /** The family that a box stands beside: its next number closes the box. */
  beside?: string
}

/** A heading without a number. */
export interface Unnumbered {
  /** The family of the numbers below it, `null` for one below none. */
  family: string | null
  /** Stands below another such heading. */
  inner: boolean
}

/** The rank of 一、, above which chapters and sections stand. */
const OUTERMOST_ITEM = 4

/** How far a number may jump ahead and still be the next one, with some numbers missing. */
const LONGEST_JUMP = 8

export class Sequence {
  /** Open levels from the outside in. */
  #levels: Level[] = []
  /** The last number of families that were closed with their section; numbering may go on across sections. */
  readonly #closed = new Map<string, number>()
  /** Families that the document nests against the rule, each after the one it stands below. */
  readonly #nested = new Set<string>()
  readonly #markersOf: MarkersOf
  readonly #next: (family: string, at: number) => Marker | null

  /** `next` finds the next marker of a family after the `at`-th paragraph. */
  constructor(markersOf: MarkersOf, next: (family: string, at: number) => Marker | null) {
    this.#markersOf = markersOf
    this.#next = next
  }

  /** Reads the start of the `at`-th paragraph: its marker and its depth from 1, or `null` if it begins no item. */
  read(block: TextBlock, at: number): { marker: Marker; depth: number } | null {
    for (const marker of this.#markersOf(block)) {
      if (block.generated !== null || this.#holds(marker, block, at))
        return { marker, depth: this.#enter(marker, block.heading, at) }
    }
    return null
  }

  /** Whether the number fits the sequence. */
  #holds(marker: Marker, { view: { text }, heading }: TextBlock, at: number): boolean {
    const { family, ordinal, weak } = marker
    if (ordinal === null) return true
    // ## 1 筑牢防线: the format marks it as a heading, and what a heading begins with is its number.
    if (heading !== null && marker.style === 'digitBlank' && !startsWithQuantity(text)) return true
    if (marker.style === 'digitBare')
      return this.#next('decimal2', at)?.text.normalize('NFKC').startsWith(`${ordinal}.1`) === true
    if (weak && startsWithQuantity(text)) return false
    if (family.startsWith('decimal')) return this.#decimalHolds(marker, at)
    const open = this.#levels[this.#levelOf(marker, heading)]
    const last = open?.ordinal ?? this.#closed.get(family)
    if (weak)
      return ordinal === (last ?? 0) + 1
        ? last !== undefined || this.#begins(marker, at)
        : !open && this.#begins(marker, at)
    return last === undefined || ordinal === 1 || (ordinal >= last - 2 && ordinal <= last + LONGEST_JUMP)
  }

  /** The first of a run: the next marker of its family is the second. */
  #begins(marker: Marker, at: number): boolean {
    return marker.ordinal === 1 && this.#next(marker.family, at)?.ordinal === 2
  }

  /** 1.1 stands under 1, 2.3 after 2.2. */
  #decimalHolds(marker: Marker, at: number): boolean {
    const numbers = marker.text.split(/[.．、—－–-]/).map((number) => parseNumeral(number) ?? 0)
    const own = marker.ordinal as number
    const above = numbers[numbers.lastIndexOf(own) - 1] as number
    const open = this.#levels.find((level) => level.family === marker.family)
    if (own === 1) return this.#levels.some((level) => level.ordinal === above) || this.#begins(marker, at)
    return open !== undefined && own >= open.ordinal && own <= open.ordinal + 3
  }

  /** Opens or goes on with the marker's level; gives its depth. */
  #enter(marker: Marker, heading: number | null, at: number): number {
    if (marker.family === 'box') return this.#enterBox(marker.ordinal ?? 0, heading)
    const open = this.#levelOf(marker, heading)
    if (open >= 0) this.#close(open + 1)
    else this.#makeRoom(marker, at)
    const level = { family: marker.family, ordinal: marker.ordinal ?? 0, heading }
    if (open >= 0) this.#levels[open] = level
    else this.#levels.push(level)
    return this.#levels.length
  }

  /**
   * The level that a marker goes on with; -1 where it opens one. Where the format marks 4. as a heading, the 1. that it
   * does not mark begins a list below it.
   */
  #levelOf({ family, ordinal }: Marker, heading: number | null): number {
    const isOf = (level: Level) => level.family === family || level.beside === family
    const marked = this.#levels.findIndex((level) => level.heading !== null && isOf(level))
    const last = this.#levels.findLastIndex(isOf)
    if (heading !== null && marked >= 0) return marked
    return heading === null && marked === last && ordinal === 1 ? -1 : last
  }

  /** A box stands beside the last item, below chapters and sections; the items go on after it. */
  #enterBox(ordinal: number, heading: number | null): number {
    const box = this.#levels.findIndex(({ family }) => family === 'box')
    const last = this.#levels.at(-1)
    const isItem = last !== undefined && (rankOf(last.family) ?? OUTERMOST_ITEM) >= OUTERMOST_ITEM
    const at = box >= 0 ? box : this.#levels.length - (isItem ? 1 : 0)
    const beside = box >= 0 ? this.#levels[box]?.beside : this.#levels[at]?.family
    this.#close(at)
    this.#levels.push({ family: 'box', ordinal, heading, ...(beside === undefined ? {} : { beside }) })
    return this.#levels.length
  }

  /** Closes the levels that a new family may not stand below. */
  #makeRoom(marker: Marker, at: number): void {
    const rank = rankOf(marker.family)
    if (rank === null) return
    const outranked = this.#levels.findIndex((level) => (rankOf(level.family) ?? -1) > rank)
    if (outranked < 0) return
    const above = this.#levels[outranked] as Level
    // The document nests against the rule: 1. has （一） below it where the next 1. goes on with 2.
    const goesOn = marker.ordinal === 1 ? this.#next(above.family, at) : null
    const pair = `${above.family} ${marker.family}`
    if (goesOn !== null && goesOn.ordinal === above.ordinal + 1) this.#nested.add(pair)
    // Nothing goes on after the last 1., but what was below the others is below it too.
    if (!this.#nested.has(pair)) this.#close(outranked)
  }

  #close(from: number): void {
    for (const level of this.#levels.slice(from)) this.#closed.set(level.family, level.ordinal)
    this.#levels = this.#levels.slice(0, from)
  }

  /** True where a paragraph begins with the next number of a level that is open. */
  isOpen(block: TextBlock): boolean {
    return this.#markersOf(block).some(
      ({ family, ordinal, weak }) =>
        !weak && this.#levels.some((level) => level.family === family && (ordinal ?? 0) > level.ordinal),
    )
  }

  /** Enters a heading without a number, under which the numbers of a family begin anew; below none with `null`. */
  enterUnnumbered({ family, inner }: Unnumbered): number {
    const own = inner ? 'unnumberedInner' : 'unnumbered'
    if (family === null) this.#close(0)
    const beside = this.#levels.findIndex(
      (level) => level.family === family || (inner ? level.family === own : level.family.startsWith(own)),
    )
    if (beside >= 0) this.#close(beside)
    this.#levels.push({ family: own, ordinal: 0, heading: null })
    return this.#levels.length
  }

  /** Enters an item of a list without numbers, right under a heading. */
  enterBullet(): number {
    this.#close(this.#levels.findLastIndex((level) => level.heading !== null) + 1)
    this.#levels.push({ family: 'bullet', ordinal: 0, heading: null })
    return this.#levels.length
  }

  /** Enters a heading that the format marks and that has no number; gives its depth. */
  enterHeading(heading: number): number {
    const beside = this.#levels.findIndex((level) => level.heading !== null && level.heading >= heading)
    const above = this.#levels.findLastIndex((level) => level.heading !== null)
    this.#close(beside >= 0 ? beside : above + 1)
    this.#levels.push({ family: 'heading', ordinal: 0, heading })
    return this.#levels.length
  }
}

/** The markers a paragraph may begin with. */
export type MarkersOf = (block: TextBlock) => readonly Marker[]

/** Reads each paragraph's markers once: headings, lists and the sequence all ask for them. */
export function markerReader(): MarkersOf {
  const known = new Map<TextBlock, Marker[]>()
  return (block) => {
    const markers = known.get(block) ?? readBlock(block)
    known.set(block, markers)
    return markers
  }
}

/** Lists nested in lists number their items each for themselves. */
function readBlock(block: TextBlock): Marker[] {
  const { text, printed } = block.view
  const read = block.generated === null ? readMarkers(text) : readGenerated(block.generated)
  const markers = block.generated !== null || printed === text ? read : read.map((each) => asPrinted(each, printed))
  return block.list > 1 ? markers.map((marker) => ({ ...marker, family: `${marker.family}/${block.list}` })) : markers
}
