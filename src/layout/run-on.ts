/**
 * Items that lost their line ends and run on in one paragraph: （一）办好文化节。（责任科室：艺术科）（二）建成书房8座。
 * They are cut apart where the numbers count on from 1 without a gap and each stands behind a full stop or the bracket
 * that closes an annotation; lists within a sentence (（1）证照；（2）台账) stay whole.
 */
import type { Block, TextBlock } from '../stages.ts'
import { readMarker } from '../terms/markers.ts'
import { isBlank } from '../text/chars.ts'
import { BLANK, BRACKET, COLON } from '../text/signs.ts'

/** What numbers of items begin with, by the family that the first one shows. */
const STARTS: Readonly<Record<string, RegExp>> = {
  chineseParen: /[（(]\s?[一二三四五六七八九十]{1,3}\s?[)）]/g,
  chinese: /[一二三四五六七八九十]{1,3}、/g,
  digit: /\d{1,2}[.．、]/g,
}

/** 制定本方案。 一、指导思想: a heading that ends the line of the paragraph before it, a blank between them. */
const HEADING_AT_END = /[。；]\s+(?=[一二三四五六七八九十]{1,3}、\p{Script=Han}{2,14}[：:]?$)/u

/** Lines cut before a heading at their end, which would be taken for a sentence that goes on in the next line. */
export function cutHeadings(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => {
    const blank =
      block.kind === 'text' && (block.view.signs & BLANK) !== 0 ? HEADING_AT_END.exec(block.view.text) : null
    if (block.kind !== 'text' || block.role !== null || !blank) return [block]
    const end = blank.index + blank[0].length
    return [
      { ...block, view: block.view.slice(0, blank.index + 1) },
      { ...block, view: block.view.slice(end), apart: false },
    ]
  })
}

/** Paragraphs cut where items begin in them. */
export function cutRunOn(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block, i): Block[] => {
    if (block.kind !== 'text') return [block]
    const cuts = mayHold(block) ? cut(block) : [block]
    return [...cuts.slice(0, -1), ...cutFirst(cuts.at(-1) as TextBlock, blocks[i + 1])]
  })
}

/** 主要措施：1、… where 2、… opens the next paragraph: the first of a list on the line of its heading. */
function cutFirst(block: TextBlock, next: Block | undefined): TextBlock[] {
  const { text, signs } = block.view
  if (block.role !== null || block.generated !== null || block.given !== undefined || (signs & COLON) === 0)
    return [block]
  if (next?.kind !== 'text' || next.role !== null || next.generated !== null) return [block]
  if (LISTS.test(text)) return [block]
  const second = readMarker(next.view.text)
  const at = second?.ordinal === 2 && !second.weak ? text.slice(0, LONGEST_HEADING).search(FIRST_BEHIND_COLON) : -1
  if (at < 0 || readMarker(text.slice(at))?.family !== second?.family || readMarker(text)?.family === second?.family)
    return [block]
  return [
    { ...block, view: block.view.slice(0, at).trim() },
    { ...block, view: block.view.slice(at), apart: false, heading: null },
  ]
}

/** Lists that are no items: 附件：1.…, 注：1.…. */
const LISTS = /^\s*(?:附件|附|注|备注|说明|填表说明)\s?\d?\s?[：:]/

const FIRST_BEHIND_COLON = /(?<=[：:]\s?)(?:1\s?[.．、]|[（(]\s?[1一]\s?[)）])/

function mayHold({ role, generated, given, view }: TextBlock): boolean {
  return role === null && generated === null && given === undefined && (view.signs & (BLANK | BRACKET)) !== 0
}

function cut(block: TextBlock): TextBlock[] {
  const { text } = block.view
  const own = readMarker(text)
  const starts = [0, ...(own ? countOn(text, own.family, 0) : within(text))]
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

/** 某社区工作计划 一、… 二、… 三、…: all that a text has, on one line, as pages that lose line ends print it. */
function within(text: string): number[] {
  const at = text.search(/(?<=[\s。】])一、/)
  const more = at < 0 ? [] : countOn(text.slice(at), 'chinese', 0)
  return more.length < 2 ? [] : [at, ...more.map((further) => at + further)]
}

/** A heading is not longer. */
const LONGEST_HEADING = 30

/** Where （一） stands behind a numbered heading and a blank or full stop, with （二） after it; -1 where it does not. */
function headed(text: string): number {
  const at = text.slice(0, LONGEST_HEADING).search(/[（(]一[)）]/)
  if (at < 3 || readMarker(text)?.family !== 'chinese' || !/[\s。]/.test(text.charAt(at - 1))) return -1
  return countOn(text, 'chineseParen', at).length > 0 ? at : -1
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
