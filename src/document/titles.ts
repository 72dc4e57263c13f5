/**
 * Titles: which lines may be pieces of one, where it goes on over several lines, and what is no part of it.
 */
import type { TextBlock } from '../stages.ts'
import type { Terms } from '../terms/additions.ts'
import { NUMBER_BESIDE, STRONG_END } from '../terms/frame.ts'
import { type Marker, readMarker } from '../terms/markers.ts'
import { squeeze } from '../text/chars.ts'
import type { View } from '../text/view.ts'
import { endsInFile, endsLikeTitle, isSignature, mayBeTitle } from './lines.ts'

/** The text of title lines, joined without blanks. */
export function joined(lines: readonly TextBlock[]): string {
  return squeeze(lines.map((line) => line.view.text).join(''))
}

/** 1 总则 and 任务一 alone on its line head an item, doubtful as they are. */
const HEADS_ITEM: ReadonlySet<string> = new Set(['digitBlank', 'labelAlone'])

/** True for a line that may be a piece of a title: no number, no file, no sentence. */
export function isTitleLine(block: TextBlock): boolean {
  const text = block.view.text
  if (block.generated !== null || !mayBeTitle(text) || endsInFile(squeeze(text))) return false
  const marker = readMarker(text)
  return (
    marker === null ||
    (marker.weak && !HEADS_ITEM.has(marker.style) && !headsDecimals(marker, text)) ||
    (marker.family === 'digit' && /^\d{4}/.test(text))
  )
}

/** 1总则 and 1.1编制目的 begin the text below a title; 5大行动实施方案 is one. */
function headsDecimals({ style, family }: Marker, text: string): boolean {
  return (style === 'digitBare' || family.startsWith('decimal')) && !endsLikeTitle(text)
}

/** A line in brackets that belongs to a title: its years, its version. */
export const IN_TITLE =
  /^[（(](?:\d{4}\s?年?(?:度|[-—–~至]+\d{4}年?)?|试行|暂行|修订|修订版|修订稿|草案|征求意见稿|送审稿|样表|第[一二三四五六七八九十\d]+[批版稿])[）)](?:的(?:通知|函|通报))?$/

/** 的通知 alone on the last line of a title. */
export function isTitleTail(bare: string): boolean {
  return /^的(?:通知|通报|函|决定|意见|公告|批复)$/.test(bare)
}

/** Whether a line goes on with the title so far. */
export function goesOn(title: string, line: string): boolean {
  const bare = squeeze(line)
  if (isTitleTail(bare)) return true
  if (title.includes(bare) || bare.includes(title)) return false
  if (/[《（(“]$/.test(title) || (title.includes('《') && !title.includes('》'))) return true
  if (/^[（(]/.test(bare)) return IN_TITLE.test(bare)
  if (STRONG_END.test(title)) return false
  return title.length + bare.length <= 90
}

/** A title without a site's column tag, a bullet or 附件2 before it, the site's name after it, or a date beside it. */
export function titleOf(view: View): View {
  let text = view.text
  const tag =
    /^\s*(?:[【[［][^】\]］]{1,20}[】\]］]|[-–•·●](?=\s)|附[件表]\s?[\d０-９一二三四五六七八九十]{0,2}(?:\s{1,4}|\s?[：:]))\s*/.exec(
      text,
    )
  const start = tag && tag[0].length < text.length ? tag[0].length : 0
  text = text.slice(start)
  // A spreadsheet writes a cell that holds a comma or a mark between marks.
  const book = /^《([^《》]{8,})》$/.exec(text) ?? /^"([^"]{8,})"$/.exec(text)
  if (book) return view.slice(start + 1, start + 1 + (book[1] as string).length)
  const tail =
    NUMBER_BESIDE.exec(text) ??
    /[（(]\s*\d{4}\s*[-年./]\s*\d{1,2}\s*[-月./]\s*\d{1,2}(?:\s*日)?\s*[）)]\s*$|[_|｜]\s*[〇㐀-鿿]{2,24}$/.exec(text)
  return view.slice(start, start + (tail ? tail.index : text.length)).trim()
}

/** No column of a site has a longer name. */
const LONGEST_TAG = 6

/** True where the first line is the column of the site that the page stands in: 民生工程 above a title that is whole. */
export function isColumnTag([first, ...rest]: readonly TextBlock[], terms: Terms): boolean {
  if (!first || !rest[0]?.apart) return false
  const [tag, title] = [squeeze(first.view.text), joined(rest)]
  const isWhole = /\d{4}年|^关于|关于印发/.test(title) && endsLikeTitle(title)
  return isWhole && /^[㐀-鿿]+$/.test(tag) && tag.length <= LONGEST_TAG && !isSignature(tag, terms)
}

/** The title among the data of a page: 标 题： | 某县人民政府办公室关于印发…的通知 |. */
export function nameIn(view: View): View | null {
  const label = /^[|｜\s]{0,4}(?:信息|公文|文件)?(?:名\s{0,4}称|标\s{0,4}题)\s{0,4}(?:[：:]\s?[|｜]?|[|｜])\s?/.exec(
    view.text,
  )
  if (!label) return null
  const name = view.slice(label[0].length)
  const end = name.text.search(/\s*[|｜]|\s{3}/)
  const title = end < 0 ? name : name.slice(0, end)
  return endsLikeTitle(title.text) ? title : null
}
