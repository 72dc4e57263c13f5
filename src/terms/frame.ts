/** Lines of a document's frame known by themselves: its date and number, its addressees, the end of its title. */
import { squeeze } from '../text/chars.ts'
import { looksLikeUnit } from './units.ts'

/** A day, as official documents print it; its parts are named groups. */
const YEAR = '(?:\\d{4}|[一二三四五六七八九〇○零OＯ]{4})'
export const DATE = `(?<year>${YEAR})年(?<month>\\d{1,2}|[一二三四五六七八九十元]{1,3})月(?<day>\\d{1,2}|[一二三四五六七八九十廿]{1,3})[日号]`

/** A day alone on its line, or with 印发 after it. */
export const DATE_LINE = new RegExp(`^[（(]?${DATE}[）)]?(?<imprint>印发|发布|印)?$`)

/** The number of a document as it stands in its head: 平农发〔2023〕17号, 第12号. */
export const NUMBER =
  /^[（(]?(?<number>[\p{Script=Han}A-Za-z]{1,16}[〔[［【（(﹝]\d{4}[〕\]］】）)﹞]第?\d{1,5}号)[）)]?$/u

/** 抄送, 附件: who gets it as well, and what comes with it. */
export const DISTRIBUTION = /^(?:抄\s*送|抄\s*报|主\s*送|分\s*送|印?发|送|报)\s?[：:]/
export const ATTACHMENT = /^(?:附\s{0,3}件|附|附表)\s?(?:[\d一二三四五六七八九十]{1,2})?\s?(?:[：:].*)?$/

/** A date, a number, 抄送 or 附件: a line by itself, which goes on with nothing before it. */
export function standsAlone(line: string): boolean {
  if (DISTRIBUTION.test(line)) return true
  // No date is so long; a list of attachments may be.
  if (line.length > LONGEST_DATE && !line.startsWith('附')) return false
  const bare = squeeze(line)
  return isDateOrNumber(bare) || ATTACHMENT.test(bare)
}

const LONGEST_DATE = 80

/** A date or the number of a document, without blanks. */
export function isDateOrNumber(bare: string): boolean {
  return bare.length < 40 && (DATE_LINE.test(bare) || NUMBER.test(bare))
}

/** What ends a title surely, so that the next line is none of it. */
export const STRONG_END =
  /(?:通知|方案|要点|计划|清单|分解表|任务表|分工表|台账|通报|纪要|汇总表|一览表|公告|公示|分工|规划|细则|办法|安排|指引)(?:[（(].{1,12}[）)])?$/

/** The bodies that a document is sent to, on a line that a colon ends. */
export function isAddressee(line: string): boolean {
  const bare = squeeze(line)
  if (!/[：:]$/.test(bare) || bare.length > 300 || /。/.test(bare)) return false
  const pieces = bare.slice(0, -1).split(/[，,、；;]/)
  return pieces.filter((piece) => looksLikeUnit(piece) || /同志|^各/.test(piece)).length * 2 >= pieces.length
}
