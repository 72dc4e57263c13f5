/**
 * Items that lost their line ends and run on in one paragraph: （一）办好文化节。（责任科室：艺术科）（二）建成书房8座。
 * They are cut apart where the numbers count on without a gap from the one that the paragraph begins with, and each
 * stands behind a stop (6、…；7、…) or the bracket that closes an annotation; lists within a sentence
 * (做好三件事：1、证照；2、台账) stay whole.
 */
import type { Block, TextBlock } from '../stages.ts'
import { readMarker } from '../terms/markers.ts'
import { type Bracket, findBrackets } from '../text/brackets.ts'
import { isBlank } from '../text/chars.ts'

/** What numbers of items begin with, by the family that the first one shows. */
const STARTS: Readonly<Record<string, RegExp>> = {
  chineseParen: /[（(]\s?[一二三四五六七八九十]{1,3}\s?[)）]/g,
  chinese: /[一二三四五六七八九十]{1,3}、/g,
  digit: /\d{1,2}[.．、]/g,
}

/** What a paragraph begins with that may be cut. */
const NUMERAL = /^\s{0,8}[（(]?\s?[\d一二三四五六七八九十]/
/** And what it then holds. */
const ANOTHER = /[。；;)）〕】\]］\s][（(]?\s?[\d一二三四五六七八九十]/

/** Paragraphs cut where items begin in them. */
export function cutRunOn(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => (block.kind === 'text' && mayHold(block) ? cut(block) : [block]))
}

function mayHold({ role, generated, given, view }: TextBlock): boolean {
  if (role !== null || generated !== null || given !== undefined) return false
  return NUMERAL.test(view.text) && ANOTHER.test(view.text)
}

function cut(block: TextBlock): TextBlock[] {
  const { text } = block.view
  const own = readMarker(text)
  const starts = [0, ...(own ? countOn(text, own.family, 0) : [])]
  // 一、文化事业　（一）…: the first of a level below stands behind a heading.
  const cuts = starts.flatMap((start, i) => {
    const end = starts[i + 1] ?? text.length
    const below = headed(text.slice(start, end))
    return below < 0
      ? [start]
      : [start, ...[below, ...countOn(text.slice(start, end), 'chineseParen', below)].map((at) => start + at)]
  })
  if (cuts.length === 1) return [block]
  return cuts.map((at, i): TextBlock => {
    const view = block.view.slice(at, cuts[i + 1] ?? text.length).trim()
    return { ...block, view, apart: i === 0 && block.apart, heading: i === 0 ? block.heading : null }
  })
}

/** A heading is not longer. */
const LONGEST_HEADING = 30

/** Where （一） stands behind a numbered heading and a blank or full stop, with （二） after it; -1 where it does not. */
function headed(text: string): number {
  const at = text.slice(0, LONGEST_HEADING).search(/[（(]一[)）]/)
  if (at < 3 || readMarker(text)?.family !== 'chinese' || !/[\s。]/.test(text.charAt(at - 1))) return -1
  return countOn(text, 'chineseParen', at).length > 0 ? at : -1
}

/** Where the next ones of a family stand after the one at a place; below a heading it is the first. */
function countOn(text: string, family: string, from: number): number[] {
  const start = STARTS[family]
  const first = readMarker(text.slice(from))
  const found: number[] = []
  if (!start || first?.ordinal == null || first.family !== family) return found
  start.lastIndex = from + first.length
  let brackets: Bracket[] | undefined
  let next = 0
  for (let match = start.exec(text); match; match = start.exec(text)) {
    const at = match.index
    if (!standsApart(text, at)) continue
    brackets ??= findBrackets(text).filter((bracket) => bracket.depth === 0 && bracket.closed)
    while ((brackets[next]?.end ?? at + 1) <= at) next++
    // A list in a bracket; （二） is in none but its own.
    if ((brackets[next]?.start ?? at) < at) continue
    const marker = readMarker(text.slice(at, at + MOST_LOOKED_AT))
    if (marker?.family !== family || marker.weak) continue
    if (marker.ordinal !== first.ordinal + found.length + 1) return found
    found.push(at)
  }
  return found
}

/** So much of an item tells its number. */
const MOST_LOOKED_AT = 40

/** Behind a stop, or a bracket that closes a sentence. */
function standsApart(text: string, at: number): boolean {
  let before = at - 1
  while (before >= 0 && isBlank(text.charCodeAt(before))) before--
  return /[。；;)）〕】\]］]/.test(text.charAt(before))
}
