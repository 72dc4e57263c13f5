/**
 * Items that lost their line ends and run on in one paragraph: （一）办好文化节。（责任科室：艺术科）（二）建成书房8座。
 * They are cut apart where the numbers count on without a gap from the one that the paragraph begins with, and each
 * stands behind a stop (6、…；7、…) or the bracket that closes an annotation; lists within a sentence
 * (做好三件事：1、证照；2、台账) stay whole. Where the words before the first one run on as well, it stands behind their full
 * stop and a blank: 现予公示。 1.建成书房8座。 2.办好文化节。
 */
import type { Block, TextBlock } from '../stages.ts'
import { DATE } from '../terms/frame.ts'
import { readMarker } from '../terms/markers.ts'
import { type Bracket, findBrackets } from '../text/brackets.ts'
import { isBlank } from '../text/chars.ts'
import { BLANK, BRACKET, COLON } from '../text/signs.ts'

/** What numbers of items begin with, by the family that the first one shows. */
const STARTS: Readonly<Record<string, RegExp>> = {
  chineseParen: /[（(]\s?[一二三四五六七八九十]{1,3}\s?[)）]/g,
  chinese: /[一二三四五六七八九十]{1,3}、/g,
  digit: /\d{1,2}[.．、]/g,
  digitParen: /[（(]\s?\d{1,2}\s?[)）]/g,
}

/** 制定本方案。 一、指导思想: a heading that ends the line of the paragraph before it, a blank between them. */
const HEADING_AT_END = /[。；]\s+(?=[一二三四五六七八九十]{1,3}、[〇㐀-鿿]{2,14}[：:]?$)/

/** [接上页] 三、有关要求, （上接第一版）一、…: where a page or a newspaper goes on with what it began elsewhere. */
const PAGE_TURN = /^\s{0,8}[（(［[【](?:接上页|上接[^（()）。]{1,12})[)）］\]】]\s{0,8}(?=\S)/

/**
 * Lines cut before a heading at their end, which would be taken for a sentence that goes on in the next line, and behind
 * the words by which a page goes on.
 */
export function cutHeadings(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => {
    const turn = block.kind === 'text' && block.role === null ? PAGE_TURN.exec(block.view.text) : null
    if (block.kind === 'text' && turn) {
      const begin = turn[0].length
      return [
        { ...block, view: block.view.slice(0, begin).trim() },
        { ...block, view: block.view.slice(begin), apart: false },
      ]
    }
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

/** What a paragraph begins with that may be cut. */
const NUMERAL = /^\s{0,8}[（(]?\s?[\d一二三四五六七八九十]/
/** And what it then holds. */
const ANOTHER = /[。；;)）〕】\]］\s][（(]?\s?[\d一二三四五六七八九十]/

/** Paragraphs cut where items begin in them. */
export function cutRunOn(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block, i): Block[] => {
    if (block.kind !== 'text') return [block]
    const cuts = mayHold(block) ? cut(block) : [block]
    if (cuts.length > 1) cuts.splice(-1, 1, ...cutSigned(cuts.at(-1) as TextBlock))
    return [...cuts.slice(0, -1), ...cutFirst(cuts.at(-1) as TextBlock, blocks[i + 1])]
  })
}

/** …报送县安委办。 沙溪县安委会 二○二四年一月九日: organ and date behind the last of the items. */
const SIGNED = new RegExp(`(?<=[。！）)])\\s{1,8}(?:(?<organ>[㐀-鿿、]{2,40})\\s{1,8})?${DATE}$`)

function cutSigned(block: TextBlock): TextBlock[] {
  const { text } = block.view
  const from = Math.max(0, text.length - LONGEST_SIGNED)
  const signed = SIGNED.exec(text.slice(from))
  if (!signed) return [block]
  const piece = (start: number, end: number): TextBlock => ({
    ...block,
    view: block.view.slice(start, end).trim(),
    apart: false,
    heading: null,
  })
  const begin = from + signed.index
  const organ = signed.groups?.organ
  const date = organ === undefined ? begin : text.indexOf(organ, begin) + organ.length
  const pieces = organ === undefined ? [piece(date, text.length)] : [piece(begin, date), piece(date, text.length)]
  return [{ ...block, view: block.view.slice(0, begin) }, ...pieces]
}

/** Organ and date are no longer together. */
const LONGEST_SIGNED = 90

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
const LISTS = /^\s*(?:附件|附|注|备注|说明|填表说明)\s?[\d０-９]?\s?[：:]/

const FIRST_BEHIND_COLON = /(?<=[：:]\s?)(?:1\s?[.．、]|[（(]\s?[1一]\s?[)）])/

function mayHold({ role, generated, given, view }: TextBlock): boolean {
  if (role !== null || generated !== null || given !== undefined) return false
  const { text, signs } = view
  if (NUMERAL.test(text) && ANOTHER.test(text)) return true
  return (signs & (BLANK | BRACKET)) !== 0 && BEHIND_WORDS.some(({ first }) => first.test(text))
}

function cut(block: TextBlock): TextBlock[] {
  const { text } = block.view
  const own = readMarker(text)
  const behind = own ? countOn(text, own.family, 0) : behindWords(text)
  const [first = 0] = behind
  const starts = [0, ...(own ? [] : headOf(text).filter((at) => at < first)), ...behind]
  // 一、文化事业　（一）…: the first of a level below stands behind a heading; 二、体育事业　3.… counts on.
  let last = 0
  const cuts = starts.flatMap((start, i) => {
    const piece = text.slice(start, starts[i + 1] ?? text.length)
    const spaced = headed(piece, last)
    const below = spaced < 0 && behind.length > 0 ? headedClose(piece, last) : spaced
    if (below < 0) return [start]
    const family = familyAt(piece, below)
    const more = countOn(piece, family, below)
    if (family === 'digit') last = (readMarker(piece.slice(below))?.ordinal ?? 0) + more.length
    return [start, start + below, ...more.map((at) => start + at)]
  })
  if (cuts.length === 1) return [block]
  return cuts.map((at, i): TextBlock => {
    const view = block.view.slice(at, cuts[i + 1] ?? text.length).trim()
    return { ...block, view, apart: i === 0 && block.apart, heading: i === 0 ? block.heading : null }
  })
}

/** A heading is not longer. */
const LONGEST_HEADING = 30

/**
 * Where （一） or 1. stands behind a numbered heading and a blank or full stop, with the next after it, or the number that
 * comes after the last one; -1 where none does.
 */
function headed(text: string, last: number): number {
  const at = text.slice(0, LONGEST_HEADING).search(/[（(]一[)）]|(?<=\s)\d{1,2}[.．、](?!\d)/)
  if (at < 3 || readMarker(text)?.family !== 'chinese' || !/[\s。]/.test(text.charAt(at - 1))) return -1
  const ordinal = readMarker(text.slice(at))?.ordinal
  const goesOn = last > 0 && ordinal === last + 1
  return goesOn || (ordinal === 1 && countOn(text, familyAt(text, at), at).length > 0) ? at : -1
}

/** A heading with an item close behind it, which has no blank left to part them: 二、抓好项目1.…。2.…. */
const CLOSE = /^[一二三四五六七八九十]{1,3}、[㐀-鿿，,、“”]{1,28}?[㐀-鿿”](?=[（(]一[)）]|\d{1,2}[.．、](?!\d))/

/**
 * Where （一） or 1. stands close behind such a heading in a paragraph that lost its line ends, with the next after it, or
 * the number that comes after the last one; -1 where none does.
 */
function headedClose(text: string, last = 0): number {
  const at = CLOSE.exec(text)?.[0].length ?? -1
  if (at < 0) return -1
  const ordinal = readMarker(text.slice(at))?.ordinal
  const goesOn = last > 0 && ordinal === last + 1
  return goesOn || (ordinal === 1 && countOn(text, familyAt(text, at), at).length > 0) ? at : -1
}

function familyAt(text: string, at: number): string {
  return readMarker(text.slice(at))?.family ?? ''
}

/** The title that opens such a paragraph, and the number of the document, before those it is written to. */
const HEAD =
  /^(?<title>.{8,140}?(?:通知|意见|决定|通报)\s+)(?<number>[（(]?[㐀-鿿]{1,16}[〔[（(]\d{4}[〕\]）)]\s?\d{1,5}\s?号[）)]?\s+)?(?=各[^。：:]{2,200}[：:])/

/** Where the parts of a head begin that runs on with the items: title, number, addressees, words. */
function headOf(text: string): number[] {
  const { title, number = '' } = HEAD.exec(text)?.groups ?? {}
  if (title === undefined) return []
  const addressees = title.length + number.length
  const words = addressees + text.slice(addressees).search(/[：:]/) + 1
  return number === '' ? [addressees, words] : [title.length, addressees, words]
}

/**
 * The first of items that stand behind words without a number, and how many must count on from it: 某社区工作计划 一、… 二、…
 * 三、…, all of a page that lost its line ends; 现予公示。 1.建成书房8座。 2.办好文化节。
 */
const BEHIND_WORDS = [
  { family: 'chinese', first: /(?<=[。：:]\s{1,8})一、/, least: 1 },
  { family: 'chinese', first: /(?<=[\s。】])一、/, least: 2 },
  { family: 'digit', first: /(?<=[。：:]\s{1,8})1[.．、](?!\d)/, least: 1 },
]

/** Where items stand behind words that bear no number. */
function behindWords(text: string): number[] {
  for (const { family, first, least } of BEHIND_WORDS) {
    const at = text.search(first)
    if (at < 0) continue
    const more = countOn(text, family, at)
    if (more.length >= least || headedClose(text.slice(at)) > 0) return [at, ...more]
  }
  return []
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
