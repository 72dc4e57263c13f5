/**
 * What a line of the frame of a document is: 文号, 红头, title, addressee, signature, date, 抄送, 附件. Layout of
 * official documents after GB/T 9704—2012; what else web pages and offices print beside it.
 */

import type { Terms } from '../terms/additions.ts'
import { ATTACHMENT, DATE, DATE_LINE, DISTRIBUTION, NUMBER_BESIDE } from '../terms/frame.ts'
import { looksLikeUnit } from '../terms/units.ts'
import { fold, plain, squeeze } from '../text/chars.ts'
import { byFirst } from '../text/first.ts'
import { parseNumeral } from '../text/numerals.ts'

const DATE_AT_END = new RegExp(`^(?<before>.*?)[（(]?${DATE}[）)]?(?<imprint>印发|印制|发布)?$`)
const DATE_NOTE = new RegExp(`^[（(](?:经)?${DATE}[^（()）]{0,60}(?:通过|印发|发布|公布|批准|制定|审定)[）)]$`)
/** （经局长办公会议审议通过，2024年3月22日印发） */
const NOTE_AND_DATE = new RegExp(
  `^[（(]经?[〇㐀-鿿\\d]{2,40}(?:通过|同意|批准|审定|印发)[后，,]{1,2}${DATE}(?:印发|发布|公布)?[）)]$`,
)
/** ——2021年12月28日在市人大常委会会议上: when and where a report was given, under its title. */
const DATE_GIVEN = new RegExp(`^[-—–―]{1,2}${DATE}在[^。；]{2,40}会议?上?$`)
const NUMERIC_DATE = /(?<year>\d{4})\s?[-/.年]\s?(?<month>\d{1,2})\s?[-/.月]\s?(?<day>\d{1,2})/

/** The ISO date in a match with the groups year, month and day; `null` where there is no such day. */
function isoDate(groups: Record<string, string | undefined> | undefined): string | null {
  const year = parseNumeral((groups?.year ?? '').replace(/[OＯ]/g, '〇'))
  const month = parseNumeral((groups?.month ?? '').replace('元', '1'))
  const day = parseNumeral(groups?.day ?? '')
  if (!year || !month || !day || year < 1900 || year > 2199 || month > 12 || day > 31) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Characters of a date in brackets with 印发 behind it. */
const LONGEST_DATE = 20

/** Blanks that a change of encoding made question marks, about a date. */
const LOST_BLANKS = /[?？]{2,80}/g

/** A line that is a date alone, or one with 印发 after it. */
export function readDateLine(line: string): { date: string; imprint: boolean } | null {
  const squeezed = squeeze(line.replace(LOST_BLANKS, ''))
  if (squeezed.length > LONGEST_DATE) return null
  const text = fold(squeezed)
  const match =
    DATE_LINE.exec(text) ?? /^[（(]?(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})[）)]?$/.exec(text)
  const date = match && isoDate(match.groups)
  return date ? { date, imprint: match.groups?.imprint !== undefined } : null
}

/** A date at the end of a line, and how many squeezed characters stand before it. */
export function readDateAtEnd(line: string): { date: string; before: string; imprint: boolean } | null {
  if (!'日号印发布制）)'.includes(line.trimEnd().slice(-1))) return null
  const match = DATE_AT_END.exec(plain(line))
  const date = match && !/(?:截至|截止|自|至|从|于)$/.test(match.groups?.before ?? '') ? isoDate(match.groups) : null
  return match && date
    ? { date, before: match.groups?.before ?? '', imprint: match.groups?.imprint !== undefined }
    : null
}

/** A date that opens a line, the hour behind it or an organ, or both: 2022-07-22 10:30  清江市政府督查室. */
export function readDateAtStart(line: string, terms: Terms): string | null {
  const match =
    /^\s*\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?\s+(?:(\d{1,2}:\d{2})(?::\d{2})?(?:\s+|$))?(?=\D|$)/.exec(
      line,
    )
  if (!match) return null
  const rest = line.slice(match[0].length).trim()
  return (rest === '' ? match[1] !== undefined : isSignature(rest, terms)) ? readAnyDate(match[0]) : null
}

/** The same the other way round, the hour behind it or not, or the site before it: 市政府督查室  2023-04-21 09:30. */
export function readDateAfterOrgan(line: string, terms: Terms): string | null {
  const match =
    /(?:\s(?:https?:\/\/)?www\.[\w.-]{3,60})?\s\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:\s\d{1,2}:\d{2})?(?::\d{2})?$/.exec(
      line.trimEnd(),
    )
  return match && isSignature(line.slice(0, match.index).trimEnd(), terms) ? readAnyDate(match[0]) : null
}

/** A date in brackets under a title, with what was done on it: （2025年2月14日院务会通过）. */
export function readDateNote(bare: string): string | null {
  const text = fold(bare)
  const match = DATE_NOTE.exec(text) ?? NOTE_AND_DATE.exec(text) ?? DATE_GIVEN.exec(text)
  return match ? isoDate(match.groups) : null
}

/** The first date anywhere in a line of page data: 发布时间：2022-02-28 16:42. */
export function readAnyDate(line: string): string | null {
  return isoDate(NUMERIC_DATE.exec(plain(line))?.groups)
}

/** 发布日期：2023-05-06 and the like in a line of page data; of a table of such data the bars do not count. */
export function readPageData(line: string): { signed: string | null; published: string | null; number: string | null } {
  const text = squeeze(line)
  const signedAt = text.search(
    /(?:成文|发文)日期[：:|｜\d]|^[>【[]*(?:生成日期|印发日期)|(?:填报|填表|制表|编制)(?:日期|时间)|^(?:填报|填表|制表|编制)(?:单位|部门|人)?[：:]/,
  )
  const publishedAt = text.search(
    /(?:发布|发文|公开|更新)?(?:日期|时间)[：:]|(?:公布|发布)日期】|(?:发布|公开)(?:日期|时间)\d|发布于|^(?:最近|最后)?更新[：:]|^发布\d{4}[-/.年]|^\d{4}[-/.年]/,
  )
  const number = NUMBER_OF_PAGE.exec(text)
  // 作者：校办　点击：1029　2023-02-10 15:22: the hour tells that it is when the page was put up.
  const stamp = STAMP.exec(line)
  return {
    signed: signedAt >= 0 ? readAnyDate(text.slice(signedAt)) : null,
    published: publishedAt >= 0 ? readAnyDate(text.slice(publishedAt)) : stamp && readAnyDate(stamp[0]),
    number: number?.[1] ?? null,
  }
}

const STAMP = /(?<!\d)\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?=\s\d{1,2}:\d{2})/

const NUMBER_OF_PAGE =
  /(?:发文字号|文号|字号|文件编号)[：:|｜】]{0,3}([㐀-鿿]{1,16}[〔[［【（(]\d{4}[〕\]］】）)]\d{1,5}号)/

/** What titles of documents end in. */
const TITLE_END =
  /(?:方案|要点|计划|清单|分解表|任务表|分工表|通知|通知单|督办单|交办单|意见|安排|通报|情况|报告|台账|指引|办法|措施|规划|分工|目标|决定|函|纪要|细则|要求|任务|公示|公告|请示|汇总表|一览表|统计表|进展表|情况表|明细表|安排表|表|实施|行动|责任书|分解|决议|批复|指南|规定|规程|规则|制度|守则|预案|举措|条例|实事|部署|事项|项目|进展|工作|建议|说明|要闻|指标|进度|图|书|稿|案|名单|名册|花名册|联系方式|通讯录|第?[一二三四五六七八九十\d]{1,2}篇|篇[一二三四五六七八九十\d]{1,2})$/

/** The names of other documents in a title do not count for its length. */
function isTitleLong(bare: string): boolean {
  return bare.length <= 160 && bare.replace(/《[^《》]*》/g, '').length <= 70
}

/** True for a line that may be (the end of) a title: short, no full stop, ending as titles end. */
export function endsLikeTitle(line: string): boolean {
  const whole = squeeze(line).replace(/^《([^《》]{8,})》$/, '$1')
  const bare = !/[）)]$/.test(whole)
    ? whole
    : whole
        .replace(NUMBER_BESIDE, '')
        .replace(
          /(?:[（(](?:试行|修订|暂行|修订版|修订稿|征求意见稿|送审稿|审议稿|讨论稿|草案|初稿|样表|\d{4}年版|\d{4}年度?|\d{4}年?[-—–~至一]{1,2}\d{4}年度?|\d{4}年修订|[〇㐀-鿿\d]{1,12}版)[）)]){1,2}$/,
          '',
        )
  return bare.length >= 4 && isTitleLong(bare) && TITLE_END.test(bare) && !/[。；！？]/.test(bare)
}

/** True for a line that may be a piece of a title: no sentence, no list. */
export function mayBeTitle(line: string): boolean {
  const bare = squeeze(line)
  return (
    bare.length >= 2 &&
    isTitleLong(bare) &&
    !/[。；！？：:]/.test(bare.replace(/《[^《》]*》|[（(][^（()）]*[)）]/g, ''))
  )
}

/** 红头: the issuer's name with 文件 after it. */
export function readRedHead(line: string): string | null {
  const bare = squeeze(line)
  if (!bare.endsWith('文件')) return null
  const match = /^(?<issuer>[〇㐀-鿿（）()、]{3,40}?)文件$/.exec(bare)
  return match && looksLikeUnit(match.groups?.issuer ?? '') ? (match.groups?.issuer ?? null) : null
}

interface FrameRow {
  role: 'distribution' | 'attachment' | 'note'
  /** What such a line begins with, as a character class. */
  opens: string
  pattern: RegExp
}

/** Lines about the document that no work begins with; without blanks. */
const FRAME_LINES: readonly FrameRow[] = [
  {
    role: 'distribution',
    opens: '抄主分印发送报',
    pattern: DISTRIBUTION,
  },
  {
    role: 'attachment',
    opens: '附',
    pattern: ATTACHMENT,
  },
  {
    role: 'note',
    opens: '（(公信密紧联主依不注说备填制出列参记请缺整审签欢监举咨特此本以电邮传',
    pattern:
      /^[（(](?:此件|本文|联系人|联系单位|联系电话|联系科室|信息公开|公开方式|主动公开|依申请公开|不予公开|共印).{0,60}[）)]?$|^(?:公开方式|公开属性|信息公开选项|密级|紧急程度|联系人|联系方式|联系电话|电子邮[箱件]|邮箱|传真)\s?[：:].{0,60}$|^(?:主动公开|依申请公开|不予公开)$|^注\s?[：:]|^(?:说明|备注)\s?[：:]\s?1[.．、]|^(?:填表|填报|制表)说明\s?[：:]|^(?:出席|列席|参会|参加|出席人员|参会人员|列席人员|记录|主持|请假|缺席|整理|审核|签发)(?:人|人员)?\s?[：:]|^欢迎.{2,40}(?:监督|举报)|^(?:监督|举报|咨询|公示)(?:电话|期)|^公示(?:起止)?(?:时间|日期)\s?[：:]|^特?此(?:通知|通报|公告|报告|函告)[。！]?$|^特此(?:通知|通报|公告|报告|函告)|^[（(]?(?:本页无正文|以下无正文)/,
  },
]

let frameLinesFor: ReturnType<typeof byFirst<FrameRow>> | undefined

/** What a line of the frame is, by how it begins: 抄送：, 附件, 注：; `null` for any other. It is given without blanks. */
export function frameLineOf(bare: string): FrameRow['role'] | null {
  frameLinesFor ??= byFirst(FRAME_LINES, (row) => row.opens)
  return frameLinesFor(bare).find((row) => row.pattern.test(bare))?.role ?? null
}

const ATTACHED_FILE = /\.(?:xlsx?|docx?|pdf|wps|et|zip|rar|ofd|pptx?)(?:[（(].{0,20}[）)])?$/i

/** The name of a file alone, or a line that ends in one. */
export function endsInFile(bare: string): boolean {
  return bare.includes('.') && ATTACHED_FILE.test(bare)
}

/**
 * A line that may be the signature: the name of an organ alone, or several; not 1 健全责任体系, nor 责任单位 县气象局, nor
 * those that are written to (各镇人民政府).
 */
export function isSignature(line: string, terms: Terms): boolean {
  const opening = /^\s*(\S{1,8})\s/.exec(line)?.[1]
  if (opening && (/^\d{1,2}(?:[.．]\d{1,2}){0,3}$/.test(opening) || terms.fieldOf(opening)?.kind === 'unit'))
    return false
  const pieces = line
    .split(/\s{2,}|[、，]/)
    .map(squeeze)
    .filter((piece) => piece !== '')
  return (
    pieces.length > 0 &&
    pieces.length <= 8 &&
    !/[【〔[［]|^\s*各/.test(line) &&
    pieces.every(
      (piece) =>
        (looksLikeUnit(piece) || terms.fullNamesOf(piece).length > 0) &&
        !/^[（(]?[一二三四五六七八九十\d０-９]+[）)、.．]|^第[一二三四五六七八九十\d]{1,3}(?:[编章节条]|部分)/.test(
          piece,
        ),
    ) &&
    squeeze(line).length <= 80
  )
}
