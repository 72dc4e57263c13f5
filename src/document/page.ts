/**
 * What a web page or a newspaper prints around a document: its data, the title once more, words that lead to the text.
 */
import type { Block, TextBlock } from '../stages.ts'
import { NUMBER } from '../terms/frame.ts'
import { readMarker } from '../terms/markers.ts'
import { squeeze } from '../text/chars.ts'
import type { Frame } from './frame.ts'
import { endsLikeTitle, readAnyDate, readPageData } from './lines.ts'
import { isTitleLine, nameIn, titleOf } from './titles.ts'

/** What a newspaper or a page says before a plan that it prints: 近日，某市印发《…》，全文如下：, 希望能够帮助到大家。 */
export const LEADS_TO_TEXT =
  /(?:全文|原文|正文|详情|内容)(?:内容)?(?:公布|刊发|转发|发布|附|抄录)?如下[：:。]?$|小编.{0,12}整理|(?:希望|欢迎)[^。]{0,8}(?:帮助|参考|借鉴|阅读)[^。]{0,8}[。！!]$/

/** So many blocks at the top may be the head of a page; what they hold is short, and a title said twice is not. */
export const PAGE_HEAD = 24
const LONGEST_DATUM = 70
const SHORTEST_REPEATED = 12

/** Dates and numbers among the data a web page prints around an article. */
export function readData(frame: Frame): void {
  for (const [at, block] of frame.blocks.entries()) {
    if (block.kind !== 'text' || block.role !== 'furniture' || isOfMeeting(frame, at)) continue
    const { signed, published, number } = readPageData(datumAt(frame, at))
    frame.found.dates.head ??= signed ?? undefined
    frame.found.dates.page ??= published ?? undefined
    frame.found.number ??= number
    frame.found.named ??= nameIn(block.view)
  }
}

/** A line of page data, with the next one where its label stands alone: 发文日期：|2024年4月6日. */
function datumAt(frame: Frame, at: number): string {
  const { text } = (frame.text(at) as TextBlock).view
  const below = /[：:]\s*$/.test(text) ? (frame.text(at + 1)?.view.text ?? '') : ''
  return below.length <= LONGEST_DATUM && !/[：:]\s*$/.test(below) ? text + below : text
}

/** 时间：, with 地点： or who took part below it, says when a meeting was. */
function isOfMeeting(frame: Frame, at: number): boolean {
  const below = frame.text(at + 1)?.view.text ?? ''
  return /^\s*时\s?间/.test(frame.text(at)?.view.text ?? '') && /^\s*(?:会议)?(?:地\s?点|主\s?持|参|出席)/.test(below)
}

/**
 * The head of a page prints its title, data of the document without their labels, and the title again, as the
 * document has it: the second one counts, and what stands between them is the page's.
 */
export function readPageHead(frame: Frame): void {
  // What bears a number is work, though the format made that.
  const isLine = (block: Block): block is TextBlock => block.kind === 'text' && block.generated === null
  const top = frame.blocks.slice(0, PAGE_HEAD).map((block) => (isLine(block) ? squeeze(block.view.text) : ''))
  const first = top.findIndex(
    (text, i) => text.length >= SHORTEST_REPEATED && endsLikeTitle(text) && top.includes(text, i + 1),
  )
  const second = top.indexOf(top[first] as string, first + 1)
  if (first < 0 || !top.slice(first, second).every(mayBeDatum)) return
  for (let i = first; i < second; i++) {
    const block = frame.text(i) as TextBlock
    if (block.role !== null) continue
    frame.found.number ??= NUMBER.exec(top[i] as string)?.groups?.number ?? null
    frame.found.dates.page ??= readAnyDate(block.view.text) ?? undefined
    block.role = 'furniture'
  }
}

/** The foot of a page names the file that it offers for loading: the last line says the title at the top once more. */
export function readPageFoot(frame: Frame): void {
  const last = frame.blocks.findLast((block) => block.kind === 'table' || block.role === null)
  if (last?.kind !== 'text' || !endsLikeTitle(last.view.text)) return
  const name = squeeze(last.view.text)
  const isSaid = (block: Block) => block.kind === 'text' && block !== last && squeeze(block.view.text) === name
  if (name.length >= SHORTEST_REPEATED && frame.blocks.slice(0, PAGE_HEAD).some(isSaid)) last.role = 'attachment'
}

/** No table, no item and no sentence. */
function mayBeDatum(text: string): boolean {
  return text !== '' && text.length <= LONGEST_DATUM && !/[。；]$/.test(text) && readMarker(text)?.weak !== false
}

/** A title right above the first table, with nothing but sentences before it: a newspaper that prints a plan. */
export function titleOverTable(frame: Frame): void {
  const table = frame.blocks.findIndex((block) => block.kind === 'table')
  const above = frame.text(table - 1)
  if (frame.found.titles.length > 0 || above?.role !== null || !isTitleLine(above)) return
  const before = frame.blocks.slice(0, table) as TextBlock[]
  if (!endsLikeTitle(above.view.text) || before.some(({ view }) => readMarker(view.text) !== null)) return
  above.role = 'title'
  frame.found.titles.push({ view: titleOf(above.view), notice: false, part: frame.parts.length })
}
