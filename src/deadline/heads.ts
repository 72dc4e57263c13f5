/**
 * Where a time expression may begin. A text is walked once, by character code; only where a numeral with a unit behind
 * it stands, or one of a few openings, are rules tried, and only those that name that head.
 */
import { HAN } from './fragments.ts'

const DIGITS = '0123456789'
const DASHES = '-—–―─－~～〜∼−﹣‐‑→至到'
const EACH_OF_FOUR = Array.from('一二三四1234')

/** Heads that are numerals: the characters that may follow, `''` for any. */
export const NUMBER_HEADS: Readonly<Record<string, string>> = {
  number: '',
  'number-year': '年',
  'number-month': '月',
  'number-quarter': '季个',
  'number-dot': './-',
  'number-span': `${DASHES}、起`,
  'number-unit': '年月日天周个工小分星自季旬',
}

/** Heads that are words: how they may open. */
export const WORD_HEADS: Readonly<Record<string, readonly string[]>> = {
  half: ['半个月', '半月', '半年', '半天'],
  newYear: ['元月'],
  ordinal: EACH_OF_FOUR.flatMap((n) => [
    `第${n}季`,
    `第${n}个季`,
    `第${n}至`,
    `第${n}到`,
    `第${n}-`,
    `第${n}—`,
    `第${n}、`,
  ]),
  latin: ['Q1', 'Q2', 'Q3', 'Q4', 'q1', 'q2', 'q3', 'q4'],
  nearYear: ['今年', '本年', '当年', '明年', '次年', '翌年', '来年', '后年', '下一年', '下年'],
  yearEnd: ['年底', '年末', '年终', '年内', '年中', '年度内'],
  wholeYear: ['全年'],
  halfYear: ['上半年', '下半年', '上下半年', '上、下半年', '上和下半年'],
  monthEnd: ['月底', '月末', '月内', '本月底', '本月末', '本月内', '当月底', '当月末', '下月底', '下月末', '下月内'],
  firstQuarters: ['前二季度', '前三季度', '前两个季度', '前三个季度', '前2季度', '前3季度', '前2个季度', '前3个季度'],
  period: Array.from('一二三四五六七八九').flatMap((n) => [`十${n}五`, `“十${n}五`, `"十${n}五`]),
  until: ['到20', '到19', '到二〇', '到二○', '到二零'],
  issue: ['即日', '自即日', '印发之日起至', '发文之日起至', '下发之日起至', '发布之日起至', '印发之日起到'],
  each: ['每'],
  other: ['隔日', '隔天', '隔周', '隔月', '隔年', '双周'],
  alternate: ['逢单', '逢双', '单月', '双月', '单数月', '双数月'],
  rhythm: Array.from('日周旬月季年').flatMap((unit) =>
    ['调度', '通报', '督', '研判', '会商', '分析', '评估', '考核', '汇报', '点评', '排名', '小结', '例会'].map(
      (act) => unit + act,
    ),
  ),
  by: [
    '按半',
    '按日',
    '按天',
    '按周',
    '按旬',
    '按月',
    '按季',
    '按年',
    '按学期',
    '逐日',
    '逐周',
    '逐旬',
    '逐月',
    '逐季',
    '逐年',
  ],
  doubled: ['天天', '周周', '月月', '季季', '年年'],
  ofYear: ['年度至少', '年度不', '年度一次', '季度至少', '季度不', '季度一次', '月度至少', '月度不', '月度一次'],
  ongoing: [
    '持续',
    '持之以恒',
    '长期',
    '长效',
    '常态',
    '常年',
    '常抓',
    '贯穿',
    '始终',
    '坚持不懈',
    '坚持常态',
    '坚持长期',
    '经常',
    '日常',
    '不间断',
    '一以贯之',
    '全年持',
    '全年常',
    '全年长',
    '全年推',
    '全年坚',
    '全年贯',
    '全年实',
    '全年不',
  ],
}

/** What is left out of a scan (titles, cited numbers, quoted names, brackets): its closer and greatest length. */
export const QUOTES: Readonly<Record<string, readonly [closer: string, longest: number]>> = {
  '《': ['》', 120],
  '〔': ['〕', 12],
  '“': ['”', 40],
  '"': ['"', 40],
  '‘': ['’', 40],
  '「': ['」', 40],
  '（': ['）', 80],
  '(': [')', 80],
}

const NUMERAL = 1
const WORD = 2
const QUOTE = 4
const kinds = new Uint8Array(0x10000)
const openings = new Map<number, string[]>()

function mark(chars: string, kind: number): void {
  for (const char of chars) kinds[char.charCodeAt(0)] = (kinds[char.charCodeAt(0)] ?? 0) | kind
}
// 二o二四年: Latin letters stand for 〇.
mark(`${DIGITS}${HAN}oO`, NUMERAL)
mark(Object.keys(QUOTES).join(''), QUOTE)
for (const opening of Object.values(WORD_HEADS).flat()) {
  mark(opening.charAt(0), WORD)
  const code = opening.charCodeAt(0)
  openings.set(code, [...(openings.get(code) ?? []), opening])
}

/** Of two characters, the second after 个 too: 3个月, 15个工作日, 24小时. */
const PAIRS: Readonly<Record<string, string>> = { 工: '作', 小: '时', 分: '钟', 星: '期', 自: '然' }
const AFTER_NUMERAL = new Set(`年月日天周季旬${DASHES}`)

/** The index of the next head or quotation at or after `from`, else -1. */
export function nextHead(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const kind = kinds[text.charCodeAt(i)] as number
    if (kind === 0) continue
    if ((kind & QUOTE) !== 0 || ((kind & WORD) !== 0 && opensWord(text, i))) return i
    if ((kind & NUMERAL) === 0) continue
    const end = numeralEnd(text, i)
    if (opensNumber(text, i, end)) return i
    i = end - 1
  }
  return -1
}

function opensWord(text: string, at: number): boolean {
  const words = openings.get(text.charCodeAt(at)) as readonly string[]
  for (const word of words) if (text.startsWith(word, at)) return true
  return false
}

/** Where the numeral that begins at an index ends, looking at `most` characters. */
export function numeralEnd(text: string, at: number, most = text.length): number {
  const last = Math.min(text.length, at + most)
  let end = at + 1
  while (end < last && isNumeral(text.charCodeAt(end))) end++
  return end
}

export function isNumeral(code: number): boolean {
  return ((kinds[code] as number) & NUMERAL) !== 0
}

/** The number of a step: ；3. before 3月底前. */
const LIST_NUMBER = /(?:^|[。；;：:\n])[0-9]{1,2}[.]$/

/** 20230630. */
export const LONGEST_NUMERAL = 8

function opensNumber(text: string, at: number, end: number): boolean {
  const length = end - at
  if (length > LONGEST_NUMERAL) return false
  if (at > 0 && '.第'.includes(text.charAt(at - 1)) && !LIST_NUMBER.test(text.slice(Math.max(0, at - 4), at)))
    return false
  if (length === 8 || (length === 4 && end === text.length)) return text.startsWith('20', at)
  const next = text.charAt(end)
  if (AFTER_NUMERAL.has(next) || next === '.' || next === '/') return true
  if (next === '、') return isNumeral(text.charCodeAt(end + 1))
  const unit = next === '个' ? end + 1 : end
  const first = text.charAt(unit)
  return PAIRS[first] === text.charAt(unit + 1) || (next === '个' && '月季半'.includes(first))
}
