/** Lines of a document's frame known by themselves: its date and number, its addressees, the end of its title. */
import { squeeze } from '../text/chars.ts'
import { byFirst } from '../text/first.ts'
import { looksLikeUnit } from './units.ts'

/** A day, as official documents print it; its parts are named groups. */
const YEAR = '(?:\\d{4}|[一二三四五六七八九〇○零OＯ]{4})'
export const DATE = `(?<year>${YEAR})年(?<month>\\d{1,2}|[一二三四五六七八九十元]{1,3})月(?<day>\\d{1,2}|[一二三四五六七八九十廿]{1,3})[日号]`

/** A day alone on its line, or with 印发 after it. */
export const DATE_LINE = new RegExp(`^[（(]?${DATE}[）)]?(?<imprint>印发|印制|发布|印)?$`)

/** The number of a document as it stands in its head: 平农发〔2023〕17号, 新督字〔2023〕第9期, 〔2023〕督字第9号. */
export const NUMBER =
  /^[（(]?(?<number>[〇㐀-鿿A-Za-z]{0,16}[〔[［【（(﹝][\d０-９]{4}[〕\]］】）)﹞](?:[㐀-鿿]{1,4}字)?第?[\d０-９]{1,5}[号期])[）)]?$/

/** The number in brackets behind a title: …工作任务（某政发〔2023〕2号）. */
export const NUMBER_BESIDE = /[（(]([〇㐀-鿿]{1,16}[〔[［【﹝]\d{4}[〕\]］】﹞]\d{1,5}号)[）)]$/

/** The number and the day on one line, or in one bracket as collections of laws print them: （某政办〔2007〕14号 二〇〇七年三月四日）. */
export const NUMBER_AND_DAY = new RegExp(
  `^[（(]?([〇㐀-鿿]{1,16}[〔[［【（(﹝]\\d{4}[〕\\]］】）)﹞]\\d{1,5}号)[，,；;·•|｜]?${DATE}(?:印发|发布)?[）)]?$`,
)

/** 抄送, 附件: who gets it as well, and what comes with it. */
export const DISTRIBUTION = /^(?:抄\s*送|抄\s*报|主\s*送|分\s*送|印?发|送|报)\s?[：:]/
export const ATTACHMENT = /^(?:附\s{0,3}件|附|附表)\s?(?:[\d０-９一二三四五六七八九十]{1,2})?\s?(?:[：:].*)?$/

/** A date, a number, 抄送 or 附件: a line by itself, which goes on with nothing before it. */
export function standsAlone(line: string): boolean {
  if (DISTRIBUTION.test(line)) return true
  // No date is so long; a list of attachments may be.
  if (line.length > LONGEST_DATE && !line.startsWith('附')) return false
  const bare = squeeze(line)
  return isDateOrNumber(bare) || ATTACHMENT.test(bare)
}

const LONGEST_DATE = 80

/** A month alone signs too, though it gives no date: 2024年3月; so do the figures of a day that lost its signs: 2024315. */
export function isMonthLine(line: string): boolean {
  return /^(?:\d{4}|[一二三四五六七八九〇○零]{4})年(?:\d{1,2}|[一二三四五六七八九十元]{1,2})月$|^20\d{4,6}$/.test(
    squeeze(line),
  )
}

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

/** Paragraphs with which a document takes leave of its readers, once all the work is told. */
export interface ClosingRow {
  id: string
  /** What such a paragraph begins with, as a character class. */
  opens: string
  pattern: RegExp
  /** Said nowhere but at the end; the others may be the body of a last item that has but a heading. */
  sure: boolean
  /** Said of work in general, so that it closes only below an item that its annotation ends. */
  belowAnnotation?: true
  examples: readonly string[]
  rejects?: readonly string[]
}

export const CLOSINGS: readonly ClosingRow[] = [
  {
    id: 'hereby',
    opens: '特专此妥当以未本自从',
    pattern:
      /^(?:(?:自|从)?本(?:通知|方案|意见|办法|规定)(?:印发|发布|公布|施行)之日起[^。]{0,80}(?:停止执行|废止)|[特专]此(?:[通函报批复公告奉]|$|。)|此复|(?:妥|当)否|以上(?:意见|报告|请示|事项|通知|要求|各项)[^。]{0,20}请|未尽事宜|本(?:通知|方案|意见|办法|计划|要点|清单|细则|规定|预案|措施)(?:由[^。]{2,30}负责解释|自[^。]{2,20}起(?:施行|实施|执行)))/,
    sure: true,
    examples: [
      '专此函达。',
      '特此报告',
      '以上意见，请认真贯彻执行。',
      '本方案自印发之日起施行。',
      '未尽事宜，另行通知。',
      '自本通知印发之日起，《云江县奖补办法》停止执行。',
    ],
    rejects: ['以上项目年底前完工。', '本方案确定的任务，由各单位落实。'],
  },
  {
    id: 'these-were',
    opens: '以',
    pattern: /^以上(?:就)?是[^。；]{0,40}(?:主要|全部|具体|有关)?(?:内容|安排|计划|打算|措施|意见|方案)[。，,！!]/,
    sure: true,
    examples: ['以上是2024年林业工作计划的主要内容。', '以上就是本学期的工作安排，请各班抓好落实。'],
    rejects: ['以上是否达标由县住建局验收。', '以上项目年底前完工。'],
  },
  {
    // Below the items of a ledger: who sees to it that they are done.
    id: 'these-watched',
    opens: '以上',
    pattern:
      /^(?:以上|上述)(?:各?项?(?:问题|隐患|事项|任务|工作|内容))?[，,]?(?:均?由)[^。；，,]{2,30}(?:督办|督查|督导|督促|监督|跟踪|调度|汇总)/,
    sure: true,
    examples: ['以上隐患由镇安监站负责跟踪督办，逾期未改的依法处理。', '上述事项由县政府督查室督办。'],
    rejects: ['以上项目年底前完工。', '以上工作由县教育局牵头。'],
  },
  {
    // A report before deputies turns to them again at its end.
    id: 'to-deputies',
    opens: '各主',
    pattern: /^(?:各位(?:代表|委员|同志)|主任、(?:各位)?副主任)[^。；]{0,20}[，,：:！!]/,
    sure: true,
    examples: ['各位代表，实事连着民心。我们将把好事办好。', '主任、副主任、各位委员：以上报告，请予审议。'],
    rejects: ['各位代表团团长于3月1日前报到。', '主任办公会每月一次。'],
  },
  {
    id: 'please',
    opens: '请望希敬务',
    pattern:
      /^(?:敬请|务请|请|务?望|希望?)(?:你[们局市县区委校院]?|各|有关|相关|上述|以上|认真|遵照|结合|按照?|对照|依照|抓好|切实|贯彻|及时|于\s?\d|在\s?\d|将)/,
    sure: false,
    examples: [
      '请各单位于4月10日前将方案报送至市城管局。',
      '请认真贯彻执行。',
      '望各科室遵照执行。',
      '请将联络员名单于周五前反馈。',
    ],
    rejects: ['请专家授课4次。', '望江路改造工程开工。', '希望小学扩建。'],
  },
  {
    id: 'report-back',
    opens: '各有相上以整工贯落进',
    pattern:
      /^(?:各|有关|相关|上述|以上|整改|工作|贯彻|落实|进展)[^。；]{1,80}(?:[前日底内]|每[月季周])[^。；]{0,60}(?:报送|上报|反馈|报告|报[^。；]{0,4}(?:[省市州县区镇乡局厅委院校集]|办公室))|^各[^。；]{1,80}。[^。；]{1,40}于[^。；]{2,20}前[^。；]{0,20}(?:报|反馈)/,
    sure: false,
    examples: [
      '各单位工作总结于12月10日前报送局办公室。',
      '贯彻落实情况请于6月底前报县政府办公室。',
      '各股室于3月1日将计划报办公室。',
      '各责任单位要倒排工期，确保完成。整改情况于10月31日前报区政府督查室。',
    ],
    rejects: ['各乡镇年底前完成改厕任务。', '各单位要高度重视，压实责任。'],
  },
  {
    id: 'all-heed',
    opens: '各',
    pattern:
      /^各(?:地区|地方|地|级|省|市|县|区|镇|乡)[^。；]{0,30}各(?:有关|相关)?(?:部门|单位)[^。；，]{0,8}要(?:充分|高度|切实|认真|进一步|统一|强化|加强|提高)/,
    sure: false,
    belowAnnotation: true,
    examples: ['各镇、各有关部门要充分认识这项工作的重要性，抓好落实。'],
    rejects: ['各镇、各部门要在6月底前完成自查。'],
  },
  {
    // Below the last progress of a circular: what all are to do now, none of it told of that piece of work.
    id: 'all-next',
    opens: '下',
    pattern:
      /^下一?(?:步|阶段)[，,](?:请|希望|望)?各(?:地|级|有关|相关|责任|牵头|成员|省|市|县|区|镇|乡|街道|单位|部门)[^。；]{0,30}(?:要|应|需|务必)/,
    sure: false,
    examples: [
      '下一步，各单位要对照目标查漏补缺，确保完成任务。',
      '下一步，请各县（市、区）、各有关部门务必倒排工期。',
    ],
    rejects: ['下一步，加快设备安装。', '下一步将督促各镇整改。'],
  },
  {
    id: 'overseen',
    opens: '省市州县区镇乡局厅委院校党纪督考办',
    pattern:
      /^[^。；，：:]{2,20}(?<!主)(?:要|将|应)[^。；]{0,20}(?:上述|以上|各项(?:工作)?任务|任务落实|落实情况)[^。；]{0,20}(?:督查|督办|督导|督促|考核|调度|通报)/,
    sure: false,
    belowAnnotation: true,
    examples: ['市政府督查室要将上述任务纳入专项督查。', '县委办公室将对以上工作推进情况进行督办。'],
    rejects: ['县住建局要加强工地督查。', '县督查办将每月通报一次进展。'],
  },
  {
    id: 'by-analogy',
    opens: '未其各有不',
    pattern:
      /^(?:未[^。；]{2,30}的|不[^。；]{2,30}的|其[他它]|各|有关)[^。；]{0,40}(?:参照|比照)(?:本|此)(?:方案|意见|通知|计划|办法|要点|措施)[^。；]{0,40}。?$/,
    sure: false,
    examples: [
      '未列入试点的其他县（市、区），可参照本方案推进本地区有关工作。',
      '各开发区参照本方案执行。',
      '其他单位可比照本通知办理。',
    ],
    rejects: ['各县参照本方案制定细则。6月底前印发实施。', '其他项目参照省标准验收。'],
  },
  {
    id: 'dissolves',
    opens: '专领指工该本上',
    pattern:
      /^(?:该|本|上述)?(?:工作)?(?:专班|领导小组|指挥部|工作组|协调小组)[^。；]{0,30}(?:不作为[^。；]{0,12}(?:议事)?(?:协调|临时)?机构|(?:自行|自动)(?:撤销|解散))/,
    sure: false,
    examples: ['领导小组不作为县政府议事协调机构，任务完成后自动撤销。', '专班工作任务完成后自行撤销。'],
    rejects: ['专班每周召开一次例会。'],
  },
  {
    id: 'meeting',
    opens: '会',
    pattern: /^会议(?:还|最后)?(?:强调|要求|指出|号召|希望)(?![^。]{0,20}[：:]$)/,
    sure: false,
    examples: ['会议强调，各有关部门要加强协作。', '会议最后要求，各单位要抓好落实。'],
    rejects: ['会议室改造6月底前完工。'],
  },
]

/** So far a closing paragraph is looked at. */
const LONGEST_CLOSING = 200

let closingsFor: ReturnType<typeof byFirst<ClosingRow>> | undefined

/** How a paragraph closes a document, if it does. */
export function leaveTaking(paragraph: string): ClosingRow | null {
  closingsFor ??= byFirst(CLOSINGS, (row) => row.opens)
  const start = paragraph.slice(0, LONGEST_CLOSING)
  return closingsFor(paragraph).find((row) => row.pattern.test(start)) ?? null
}
