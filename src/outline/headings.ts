/**
 * Headings without a number: short lines on their own after which the numbering begins anew, as school and company
 * plans have them (教学常规, 队伍建设, 德育方面：); lines above a （一） that has no 一、 above it; and, whether the numbering
 * begins anew or goes on, lines that no text has but as headings (【队伍建设】, 第一季度, 九月份：, 有关要求：), and lines
 * between items that end with who does them. Of two such lines one below the other the upper is the outer heading.
 */
import type { Block, TextBlock } from '../stages.ts'
import type { Terms } from '../terms/additions.ts'
import { headingShape, isAlsoHeading, leadsIn } from '../terms/headings.ts'
import type { Marker } from '../terms/markers.ts'
import { looksLikePerson, looksLikeUnit, unitShare } from '../terms/units.ts'
import { endsItem } from './lists.ts'
import type { MarkersOf, Unnumbered } from './sequence.ts'

/** The places of such headings among the blocks. */
export function findHeadings(
  blocks: readonly Block[],
  markersOf: MarkersOf,
  terms: Terms,
): ReadonlyMap<number, Unnumbered> {
  const found = new Map<number, string>()
  const demands = new Set<number>()
  const inBrackets = bracketed(blocks, markersOf, terms)
  const runs = new Map<string, number>()
  let numbered = false
  blocks.forEach((block, at) => {
    const first = block.kind === 'text' && block.role === null ? markersOf(block)[0] : undefined
    if (!first || first.weak || first.ordinal === null) return
    numbered = true
    const above = headingBefore(blocks, at, markersOf, terms, inBrackets)
    const shape = above < 0 ? null : headingShape((blocks[above] as TextBlock).view.text)
    if (shape === 'demands' && first.ordinal === 1) demands.add(above)
    if (first.ordinal !== 1 && shape === null && !standsBetween(blocks, above, markersOf, terms)) return
    runs.set(first.family, (runs.get(first.family) ?? 0) + 1)
    if (above >= 0) found.set(above, first.family)
  })
  // One alone may be anything; where numbers begin anew under each of two or more, they are headings.
  const headed = new Map<string, number>()
  for (const family of found.values()) headed.set(family, (headed.get(family) ?? 0) + 1)
  for (const [at, family] of found) {
    const count = headed.get(family) as number
    if (count < 2 || count * 2 < (runs.get(family) as number)) found.delete(at)
  }
  const outer = outerHeadings(blocks, found, markersOf, terms)
  for (const at of lostFirstLevel(blocks, markersOf, terms)) found.set(at, 'chineseParen')
  for (const at of periods(blocks)) if (!found.has(at)) found.set(at, 'unnumbered')
  if (!numbered || [...inBrackets.headings].some((at) => found.has(at)))
    for (const at of inBrackets.headings) if (!found.has(at)) found.set(at, 'unnumbered')
  const alone = [...demands].filter((at) => !found.has(at))
  return new Map<number, Unnumbered>([
    ...[...found].map(([at, family]) => [at, { family, inner: outer.size > 0 }] as const),
    ...[...outer].map(([at, family]) => [at, { family, inner: false }] as const),
    ...alone.map((at) => [at, { family: null, inner: false }] as const),
  ])
}

/** True for a line, or the lower of two, below an item that has ended with who does it. */
function standsBetween(blocks: readonly Block[], at: number, markersOf: MarkersOf, terms: Terms): boolean {
  if (at < 2 || !isPhrase(blocks[at])) return false
  const above = blocks[at - 1] as Block
  const isPair = isPhrase(above) && isHeadingLine(above, markersOf, terms, false)
  return endsItem(blocks[isPair ? at - 2 : at - 1], terms)
}

/** No name, no time: what a label or a bracket may go on with. */
function isPhrase(block: Block | undefined): block is TextBlock {
  if (block?.kind !== 'text') return false
  const { text } = block.view
  return text.length >= 5 && !/[：:]|^\d|[年月日]底?前?$/.test(text) && !looksLikeUnit(text) && !looksLikePerson(text)
}

/** Headings right above others, once all above them is said; one alone may be the rest of anything. */
function outerHeadings(
  blocks: readonly Block[],
  inner: ReadonlyMap<number, string>,
  markersOf: MarkersOf,
  terms: Terms,
): ReadonlyMap<number, string> {
  const found = new Map<number, string>()
  let said = 0
  let first = Number.POSITIVE_INFINITY
  for (const at of inner.keys()) first = Math.min(first, at)
  for (const [at, family] of inner) {
    const above = blocks[at - 1]
    const before = blocks[at - 2]
    if (!isPhrase(above) || inner.has(at - 1) || !isHeadingLine(above, markersOf, terms, false)) continue
    const isSaid = before?.kind === 'text' && (before.role !== null || /[。！）)]$/.test(before.view.text))
    if (isSaid || endsItem(before, terms)) said++
    // Above the first of all a line of the title may stand.
    else if (at !== first) continue
    found.set(at - 1, family)
  }
  return said < 2 ? new Map() : found
}

/**
 * （一） is the second level: where a document has none of the first, the line above it is a heading that lost its number.
 * Further ones stand above any （四）, whether it counts on or anew.
 */
function lostFirstLevel(blocks: readonly Block[], markersOf: MarkersOf, terms: Terms): number[] {
  const found: number[] = []
  for (const [at, block] of blocks.entries()) {
    if (block.kind !== 'text' || block.role !== null) continue
    const [marker] = markersOf(block)
    if (!marker || marker.weak) continue
    if (marker.family === 'chinese') return []
    if (marker.family !== 'chineseParen' || marker.ordinal === null) continue
    const above = headingBefore(blocks, at, markersOf, terms, NO_BRACKETS)
    const stands = above > 0 && standsAlone(blocks, above)
    if (found.length === 0 && (marker.ordinal > 1 || !stands)) return []
    if (stands) found.push(above)
  }
  return found
}

/** Lines in brackets: those that are headings, and those that say who is responsible for what stands above them. */
interface InBrackets {
  headings: ReadonlySet<number>
  bodies: ReadonlySet<number>
}
const NONE: ReadonlySet<number> = new Set()
const NO_BRACKETS: InBrackets = { headings: NONE, bodies: NONE }

/** A phrase of some length below a paragraph that has ended. */
function standsAlone(blocks: readonly Block[], at: number): boolean {
  const [before, line] = [blocks[at - 1], blocks[at]] as [Block, TextBlock]
  const { text } = line.view
  return (
    text.length >= 6 && !/[：:]|如下$/.test(text) && before.kind === 'text' && /[。！][）)]?$/.test(before.view.text)
  )
}

function headingBefore(
  blocks: readonly Block[],
  at: number,
  markersOf: MarkersOf,
  terms: Terms,
  inBrackets: InBrackets,
): number {
  let i = at - 1
  while (i >= 0 && blocks[i]?.kind === 'text' && (blocks[i] as TextBlock).role === 'furniture') i--
  const block = blocks[i]
  if (block?.kind !== 'text' || inBrackets.bodies.has(i)) return -1
  return isHeadingLine(block, markersOf, terms, inBrackets.headings.has(i)) ? i : -1
}

/** 1.1.2 is a number, whether or not the sequence takes it; 5 or 三 with a blank may be a word. */
function mayBeWords({ weak, family }: Marker): boolean {
  return weak && !family.startsWith('decimal')
}

function isHeadingLine(block: TextBlock, markersOf: MarkersOf, terms: Terms, isInBrackets: boolean): boolean {
  const { text } = block.view
  if (block.role !== null || block.heading !== null || block.list > 0 || text.length < 2 || text.length > 22)
    return false
  const shape = headingShape(text)
  if (leadsIn(text)) return false
  if (shape === null && (/[。；，,;！？)）〕】]$/.test(text) || /[，。；]/.test(text))) return false
  const bare = text.replace(/[：:]$/, '').replace(/^[【〖](.*)[】〗]$/, '$1')
  if (saysBehindLabel(bare, terms)) return false
  return (shape === 'period' || isInBrackets || terms.fieldOf(bare) === null) && markersOf(block).every(mayBeWords)
}

/** Months and quarters alone on their lines, each once, where there are so many that they part the year. */
const FEWEST_PERIODS = 3

function periods(blocks: readonly Block[]): number[] {
  const found = new Map<string, number>()
  for (const [at, block] of blocks.entries()) {
    if (block.kind !== 'text' || block.role !== null || block.heading !== null) continue
    const { text } = block.view
    if (headingShape(text) !== 'period') continue
    if (found.has(text)) return []
    found.set(text, at)
  }
  return found.size < FEWEST_PERIODS ? [] : [...found.values()]
}

/**
 * 【…】 alone on two lines or more; not labels, which 【重点工作】 is where it comes again, nor what one says, 【责任单位　县水利局】,
 * nor who is responsible for the item above: the items of a body that heads them are counted from 1.
 */
function bracketed(blocks: readonly Block[], markersOf: MarkersOf, terms: Terms): InBrackets {
  const all = [...blocks.entries()].flatMap(([at, block]) =>
    block.kind === 'text' &&
    block.role === null &&
    block.heading === null &&
    headingShape(block.view.text) === 'bracketed'
      ? [{ at, words: block.view.text.slice(1, -1) }]
      : [],
  )
  if (all.length === 0) return NO_BRACKETS
  const placesOf = (some: typeof all) => new Set(some.map(({ at }) => at))
  const bodies = placesOf(all.filter(({ words }) => saysBehindLabel(words, terms)))
  const found = all.filter(({ at }) => !bodies.has(at))
  const isRepeated = new Set(found.map(({ words }) => words)).size < found.length
  const isLabel = (words: string) => terms.fieldOf(words) !== null && (isRepeated || !isAlsoHeading(words))
  const numberOf = (block: Block | undefined) => (block?.kind === 'text' ? markersOf(block)[0]?.ordinal : undefined)
  const isBelowItem = blocks.slice(0, found[0]?.at).some((block) => numberOf(block) !== undefined)
  const areBodies = isBelowItem && found.every(({ words }) => unitShare(words) >= 0.5)
  if (areBodies && !found.every(({ at }) => numberOf(blocks[at + 1]) === 1))
    return { headings: NONE, bodies: placesOf(all) }
  if (found.length < 2 || found.some(({ words }) => isLabel(words))) return { headings: NONE, bodies }
  return { headings: placesOf(found), bodies }
}

function saysBehindLabel(words: string, terms: Terms): boolean {
  const label = /^\s*(\S{2,8}?)(?:[：:]\s*|\s+)\S/.exec(words)?.[1]
  const kind = label === undefined ? undefined : terms.fieldOf(label)?.kind
  return kind === 'unit' || kind === 'deadline' || kind === 'status'
}
