/**
 * The pieces of which the patterns of the rules are composed. Text is matched without blanks and with half-width
 * digits (fold.ts). A fragment that captures takes a suffix, so that both ends of a range have groups of their own.
 */

export const HAN = '〇零○◯一二三四五六七八九十廿卅两'
/** A numeral of at most four signs, Arabic or Chinese. */
export const NUMERAL = `(?:[0-9]{1,4}|[${HAN}百]{1,4})`
/** 一 between Arabic numerals is a dash that was typed, or recognised, wrongly (5月30日一6月4日). */
export const DASH = '(?:[-—–―─－~～〜∼−﹣‐‑→]{1,2}|起?至|起?到|(?<=[年月日号])一(?=[0-9]))'
/** What may close a point in time and changes nothing: the last day it may be met is the same. */
export const BEFORE = '(?:之前|以前|前|以内|之内|内|为?止|期间)?'

const HAN_YEAR = '[一二][〇零○◯oO0九][〇零○◯oO0一二三四五六七八九]{2}'
const SHORT_YEAR = '[2-4][0-9](?=年(?:[0-9]{1,2}月|年?[底末]|[上下]半年|第?[一二三四]季))'
export const FULL_YEAR = `(?:(?:19|20)[0-9]{2}(?![0-9])|${HAN_YEAR}|${SHORT_YEAR})`
const NEAR_YEAR = '今年|本年度?|当年|明年|次年|翌年|来年|后年|下一?年度?'
export const year = (n = '') => `(?:(?<y${n}>${FULL_YEAR})年(?:度(?!假))?|(?<r${n}>${NEAR_YEAR}))`
export const MONTH = '(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九元])'
export const DAY =
  '(?:3[01]|[12][0-9]|0?[1-9]|三十一?|二十[一二三四五六七八九]?|廿[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])'

/** A day is closed by 日 or 号, or by what shows that it was meant (12月25前). */
const DAY_CLOSE = `(?:[日号]|(?=之?前|以前|$|[，。；、]|${DASH}))`
const TENS = (n: string) => `月?份?(?<t${n}>[上中下][、和及]?[上中下]?)旬`
export const day = (n = '') => `(?<m${n}>${MONTH})月份?(?<d${n}>${DAY})${DAY_CLOSE}`
/** What is done once in each span: 一月一调度, but not the name of a mechanism. */
export const ONCE_DONE =
  '一(?:调度|通报|报告?|研判|会商|督[查办]|总结|汇总|分析|考核|评估|检查|更新|推进|简报|排名|碰头|例会|公示|公开|梳理|督导)(?!机制|制度)'
export const tenDays = (n = '') => `(?<m${n}>${MONTH})月${TENS(n)}`
/** 底, 末, 中 and 初 of a month (12月底, 十二月月底). */
export const monthEdge = (n = '') => `(?<m${n}>${MONTH})月份?月?(?<e${n}>[底末中初])`
export const month = (n = '') => `(?<m${n}>${MONTH})月(?:份|(?!份))(?![0-9])`
export const quarter = (n = '') =>
  `(?:第?(?<q${n}>[1-4一二三四])(?:(?:(?<=第.)个)?季度|季(?=[末底])|(?<=第.)季(?=$))|[Qq](?<Q${n}>[1-4])(?:季度)?)[末底]?`
export const halfYear = (n = '') => `(?<h${n}>[上下])半年[末底]?`

/** A month with all that may follow it, in one pattern (an alternation must not name a group twice). */
const monthly = (n: string) =>
  `(?<m${n}>${MONTH})月份?(?:(?<d${n}>${DAY})${DAY_CLOSE}|${TENS(n)}|月?(?<e${n}>[底末中初]))?(?![0-9])`
const part = (n: string) =>
  `(?:${monthly(n)}|${quarter(n)}|${halfYear(n)}|(?:年|(?<=年度?))(?<w${n}>[底末终中](?![小央学间])))`
/** Any point of time, with or without its year. */
export const anyPoint = (n = '') => `(?:${year(n)})?(?:${part(n)})?(?<=[年度月份日号旬底末终中初1-9${HAN}])`

/** 2023.6.30, 2023-06-30, 2023/6, 20230630. */
export const dotted = (n: string) =>
  `(?<y${n}>(?:19|20)[0-9]{2})(?<s${n}>[./-])(?<m${n}>1[0-2]|0?[1-9])` +
  `(?:\\k<s${n}>(?<d${n}>3[01]|[12][0-9]|0?[1-9])日?)?(?![0-9./])`
