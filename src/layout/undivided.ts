/**
 * Documents that lost all their line ends, as collections of pages hold them: …提出以下意见。一、稳岗位（一）返还保费。……
 * （人社局负责）（二）……二、扩培训（三）……县政府2024年3月1日. Headings and items are cut apart by their numbers: each counts on
 * from the one before it, or is the first below a heading, and stands behind a stop, a bracket, or the heading itself.
 * Then the head, the addressees and the signature, which no number shows, are cut off.
 */
import type { Block, TextBlock } from '../stages.ts'
import { DATE } from '../terms/frame.ts'
import { narrativeAtStart } from '../terms/headings.ts'
import { readMarker } from '../terms/markers.ts'
import { endsLikeUnit, looksLikeUnit, unitShare } from '../terms/units.ts'
import { findBrackets } from '../text/brackets.ts'

/** Shorter paragraphs hold no document. */
const SHORTEST = 150

/** The levels from the outside in: 一、, （一）, 1. */
const LEVELS = ['chinese', 'chineseParen', 'digit'] as const

const NUMBER = /[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[.．、](?!\d(?!\d{3}年))/g

/** 3.2024年底前…… is an item, whatever a number behind a number may be elsewhere. */
const BEFORE_YEAR = /^\d{1,2}[.．、]\d{4}年/

/** Blocks cut where a document without line ends has its paragraphs. */
export function cutUndivided(lines: readonly Block[]): Block[] {
  const blocks = lines.flatMap((line): Block[] => (isPlain(line) ? cutAt(line, indentsOf(line.view.text)) : [line]))
  const cuts = blocks.map((block) => (isPlain(block) && block.view.length >= SHORTEST ? itemsOf(block.view.text) : []))
  if (blocks.length === lines.length && cuts.every((at) => at.length === 0)) return [...blocks]
  return blocks.flatMap((block, i): Block[] => {
    if (!isPlain(block)) return [block]
    return cutAt(block, cuts[i] as number[]).flatMap(cutFrame)
  })
}

function isPlain(block: Block): block is TextBlock {
  return block.kind === 'text' && block.role === null && block.generated === null && block.given === undefined
}

function cutAt(block: TextBlock, cuts: readonly number[]): TextBlock[] {
  const starts = [0, ...cuts.filter((at) => at > 0)]
  if (starts.length === 1) return [block]
  return starts.map((at, i) => {
    const view = block.view.slice(at, starts[i + 1] ?? block.view.length).trim()
    return i === 0 ? { ...block, view } : { ...block, view, apart: false, heading: null }
  })
}

/** The indent of a paragraph, which stays where only the line end before it is lost. */
const INDENT = /(?<=\S)\u3000[\u3000\u00a0 ]{1,4}(?=\S)/g
/** So many indents behind sentences that have ended are no gaps between words. */
const FEWEST_INDENTS = 3

function indentsOf(text: string): number[] {
  if (text.length < SHORTEST || !text.includes('\u3000')) return []
  const indents = [...text.matchAll(INDENT)].map(({ index }) => index)
  const ended = indents.filter((at) => /[。！]/.test(text.charAt(at - 1)))
  return ended.length < FEWEST_INDENTS ? [] : indents
}

/** Where headings and items begin; nowhere without 一、 to 三、, or two headings with an item close behind them. */
function itemsOf(text: string): number[] {
  const last = [0, 0, 0]
  const found: { at: number; level: number }[] = []
  let close = 0
  const brackets = findBrackets(text).filter((bracket) => bracket.depth === 0 && bracket.closed)
  let next = 0
  for (const { index: at } of text.matchAll(NUMBER)) {
    while ((brackets[next]?.end ?? at + 1) <= at) next++
    if ((brackets[next]?.start ?? at) < at) continue
    const start = text.slice(at, at + MOST_LOOKED_AT)
    const marker = readMarker(start)
    const isNumber = marker !== null && (!marker.weak || BEFORE_YEAR.test(start))
    const level = !isNumber ? -1 : LEVELS.indexOf(marker.family as (typeof LEVELS)[number])
    if (level < 0 || (level > 0 && last[0] === 0)) continue
    const above = found.at(-1)
    const isFirst = marker?.ordinal === 1 && (last[level] === 0 || (above !== undefined && above.level < level))
    if (!isFirst && marker?.ordinal !== (last[level] as number) + 1) continue
    const isClose = above !== undefined && above.level < level && heads(text.slice(above.at, at))
    if (!isClose && !standsApart(text, at, level)) continue
    if (isClose && !/\s/.test(text.charAt(at - 1))) close++
    last[level] = marker?.ordinal as number
    found.push({ at, level })
  }
  return (last[0] as number) >= 3 || close >= 2 ? found.map(({ at }) => at) : []
}

/** So much of an item tells its number. */
const MOST_LOOKED_AT = 40

/** A numbered heading and nothing else. */
function heads(text: string): boolean {
  return text.length <= 60 && /[㐀-鿿”）)]\s{0,8}$/.test(text) && !/[。；：:]/.test(text)
}

/**
 * At the start, behind a stop or a bracket, or behind what leads in all of them (通知如下：一、…) or those of an item
 * (……负责）具体措施：1.…).
 */
function standsApart(text: string, at: number, level: number): boolean {
  const before = text.slice(Math.max(0, at - 12), at).trimEnd()
  if (before === '') return true
  return /[。！）)]$/.test(before) || (level === 0 ? /[：:]$/ : /(?:[。）)]|^)[㐀-鿿]{2,8}[：:]$/).test(before)
}

/** Cuts off what stands about the items: title and number, addressees, a narrative heading, signature and date. */
function cutFrame(block: TextBlock): TextBlock[] {
  const { text } = block.view
  const begins = beginOf(text)
  const ends = endOf(text)
  return cutAt(
    block,
    [...new Set([...begins, ...ends])].sort((a, b) => a - b),
  )
}

/** 关于……的通知|云政办发〔2024〕3号|, and addressees or nothing behind it */
const TITLE =
  /^(?<title>[^。；：:]{8,100}?(?:通知|意见|决定|通报|函))(?<number>[㐀-鿿]{1,10}[〔[（(]\d{4}[〕\]）)]\d{1,5}号)(?=各|\s|$)/
/** 云江县2024年工作要点|为深入贯彻…… */
const PLAN =
  /^[^。；：:，,]{6,60}?(?:要点|方案|计划|规划|安排|意见)(?=(?:为(?:了|深入|认真|贯彻|进一步|全面|切实|落实|做好|推动|推进|加快|加强|扎实)|根据|按照)[^。]{4})/
/** 各县人民政府，市政府各部门：|为…… */
const ADDRESSEES = /^各[^。；：:]{1,200}[：:](?=.)/

function beginOf(text: string): number[] {
  const { title = '', number = '' } = TITLE.exec(text)?.groups ?? {}
  const plan = title === '' ? (PLAN.exec(text)?.[0].length ?? narrativeHeading(text)) : title.length
  const from = plan + number.length
  const addressees = ADDRESSEES.exec(text.slice(from))?.[0].length ?? 0
  return [plan, from, from + addressees].filter((at) => at > 0 && at < text.length)
}

/** 一、总体要求|以……为指导: how long a heading is that is known by itself; 0 where none is. */
function narrativeHeading(text: string): number {
  const marker = readMarker(text)
  const length = marker === null || marker.weak ? 0 : narrativeAtStart(text.slice(marker.length))
  return marker === null || length === 0 ? 0 : marker.length + length
}

const SIGNED = new RegExp(`[。！）)](?<organ>[㐀-鿿、]{2,40}?)(?<date>${DATE})(?<note>[（(][^（()）]{2,20}[)）])?$`)

/** Where organ, date and note begin at the end of a paragraph, and what is said behind the bracket of the last item. */
function endOf(text: string): number[] {
  const signed = SIGNED.exec(text.slice(-120))
  const { organ = '', note = '' } = signed?.groups ?? {}
  const isSigned = signed !== null && looksLikeUnit(organ) && endsLikeUnit(organ)
  const begin = isSigned ? text.length - signed[0].length + 1 : text.length
  const cuts = isSigned ? [begin, begin + organ.length, text.length - note.length] : []
  const remark = readMarker(text) === null ? -1 : remarkAt(text.slice(0, begin))
  return remark > 0 ? [remark, ...cuts.filter((at) => at < text.length)] : cuts.filter((at) => at < text.length)
}

/** Where sentences stand behind the last bracket that says who does an item. */
function remarkAt(text: string): number {
  const said = [...text.matchAll(/。[（(]([^（()）]{2,300})[)）]/g)]
  const last = said.findLast(({ 1: list }) => unitShare(list as string) >= 0.5)
  const end = last ? last.index + last[0].length : -1
  return end < text.length - 1 ? end : -1
}
