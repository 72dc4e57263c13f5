/**
 * Items that lost their line ends and run on in one paragraph: （一）办好文化节。（责任科室：艺术科）（二）建成书房8座。
 * They are cut apart where the numbers count on from 1 without a gap and each stands behind a full stop or the bracket
 * that closes an annotation; lists within a sentence (（1）证照；（2）台账) stay whole. Where the words before the first
 * one run on as well, it stands behind their full stop and a blank: 现予公示。 1.建成书房8座。 2.办好文化节。
 */
import type { Block, TextBlock } from '../stages.ts'
import { readMarker } from '../terms/markers.ts'
import { isBlank } from '../text/chars.ts'
import { BLANK, BRACKET } from '../text/signs.ts'

/** What numbers of items begin with, by the family that the first one shows. */
const STARTS: Readonly<Record<string, RegExp>> = {
  chineseParen: /[（(]\s?[一二三四五六七八九十]{1,3}\s?[)）]/g,
  chinese: /[一二三四五六七八九十]{1,3}、/g,
  digit: /\d{1,2}[.．、]/g,
}

/** Paragraphs cut where items begin in them. */
export function cutRunOn(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => (block.kind === 'text' && mayHold(block) ? cut(block) : [block]))
}

function mayHold({ role, generated, given, view }: TextBlock): boolean {
  return role === null && generated === null && given === undefined && (view.signs & (BRACKET | BLANK)) !== 0
}

function cut(block: TextBlock): TextBlock[] {
  const { text } = block.view
  const own = readMarker(text)
  const starts = [0, ...(own ? countOn(text, own.family, 0) : behindWords(text))]
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

/** Where items stand behind words that bear no number. */
function behindWords(text: string): number[] {
  const at = text.search(/(?<=[。：:]\s{1,8})1[.．、](?!\d)/)
  const more = at < 0 ? [] : countOn(text, 'digit', at)
  return more.length > 0 ? [at, ...more] : []
}

/** Where the second, third … of a family stand that begins with the first at a place. */
function countOn(text: string, family: string, from: number): number[] {
  const start = STARTS[family]
  const first = readMarker(text.slice(from))
  const found: number[] = []
  if (!start || first?.ordinal !== 1 || first.family !== family) return found
  start.lastIndex = from + first.length
  for (let match = start.exec(text); match; match = start.exec(text)) {
    if (!standsApart(text, match.index)) continue
    const marker = readMarker(text.slice(match.index, match.index + MOST_LOOKED_AT))
    if (marker?.family !== family || marker.weak) continue
    if (marker.ordinal !== found.length + 2) return found
    found.push(match.index)
  }
  return found
}

/** So much of an item tells its number. */
const MOST_LOOKED_AT = 40

/** Behind a full stop, or a bracket that closes a sentence. */
function standsApart(text: string, at: number): boolean {
  let before = at - 1
  while (before >= 0 && isBlank(text.charCodeAt(before))) before--
  return /[。)）〕】\]］]/.test(text.charAt(before))
}
