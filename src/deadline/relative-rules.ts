/** Phrases that say a time after something: 印发后30日内, 3个工作日内. */
import { parseNumeral } from '../text/numerals.ts'
import { NUMERAL } from './fragments.ts'
import type { Groups, Rule, RuleResult, Scope, TextGuard } from './types.ts'

// 三月内 is in March, 一季度内 in the first quarter: a span of months or quarters has its 个.
const UNIT = '(?<unit>个?工作日|个?自然日|日|天|个月|(?<=半个?|[两])月|周|个?星期|个季度|年|个?小时|分钟)'
const COUNT = `(?:(?<n>${NUMERAL})(?<half>个半)?|(?<n2>半)个?)`

/** ISO 8601 duration of a number of Chinese units; `null` where the two do not go together. */
export function duration(count: number, unit: string): string | null {
  const bare = unit.replace('个', '')
  if (count <= 0) return null
  if (bare === '小时') return `PT${count}H`
  if (bare === '分钟') return `PT${count}M`
  if (bare === '季度' || bare === '季') return `P${3 * count}M`
  if (bare === '旬') return `P${10 * count}D`
  const letter = bare === '月' ? 'M' : bare === '年' ? 'Y' : bare === '周' || bare === '星期' ? 'W' : 'D'
  return `P${count}${letter}`
}

/** Half a unit: 半个月 is 15 days, 半年 six months, 半天 twelve hours. */
export function half(unit: string): string | null {
  if (unit.endsWith('月')) return 'P15D'
  if (unit === '年') return 'P6M'
  return unit === '天' || unit === '日' ? 'PT12H' : null
}

/** What stands between the words counted from and the time. */
const AFTER = ['之日起', '当日起', '次日起', '之后', '以后', '后', '起'] as const
const STOPS = '，。；：、,;:.！？!?（）()《》“”" \n\t'
const MOST_WORDS = 24
/** What introduces those words and is none of them. */
const LEAD_IN = new RegExp(
  '^.*(?:自(?![查主])|(?<!服)从|应当|必须|(?<![响对适供])应(?![急用对答])|(?<!必)须|(?<![主需重必])要(?![求素点件])' +
    '|(?<![存内现所正])在(?![线建校])|(?<![由关对基属位])于|(?<!合)并|需(?![求要]))(?=..)',
)

/** The words counted from, and how many characters before the time belong to the phrase; `null` if there are none. */
function countedFrom(before: string): { words: string; lead: number } | null {
  const close = /(?:的|算起?)$/.test(before) ? before.length - (before.endsWith('算起') ? 2 : 1) : before.length
  const after = AFTER.find((word) => before.endsWith(word, close))
  if (after === undefined || before.endsWith('最后', close)) return null
  const end = close - after.length
  let start = end
  while (start > 0 && end - start < MOST_WORDS && !STOPS.includes(before.charAt(start - 1))) start--
  const words = before.slice(start, end)
  const lead = LEAD_IN.exec(words)?.[0] ?? ''
  // 自 and 从 open the phrase; other words before it are the sentence's.
  const from = start + lead.length - (/[自从]$/.test(lead) ? 1 : 0)
  return words.length === lead.length ? null : { words: words.slice(lead.length), lead: before.length - from }
}

function readWithin(groups: Groups, scope: Scope): RuleResult {
  const unit = groups.unit ?? ''
  const within = groups.n2 === undefined ? whole(groups, unit) : half(unit)
  if (within === null) return null
  return {
    kind: 'relative',
    within,
    workingDays: unit.endsWith('工作日'),
    after: countedFrom(scope.before)?.words ?? null,
  }
}

const leadOf = (before: string): number => countedFrom(before)?.lead ?? 0

function whole(groups: Groups, unit: string): string | null {
  const count = parseNumeral(groups.n ?? '')
  // 1998年内 and the like say a year, 一个半月 is 45 days.
  if (count === null || count > 999 || (unit === '年' && count > 50)) return null
  if (groups.half !== undefined) return unit.endsWith('月') ? `P${30 * count + 15}D` : null
  return duration(count, unit)
}

/** Shortened times and periods that describe the content; what has happened within a time. */
const SERVICE: TextGuard = {
  notAfter:
    /(?:压[缩减]|缩[短减]|减少|控制|限定|稳定|降低?|延长|[^起]至|由|[^受接收达]到|近|过去|最近|连续|未来|往前|前|提前|第|周期|有效期|每|上|满|[0-9.])[在至到为]?$|(?:压[缩减]|缩[短减]|减少|控制)[在至到为](?:\d{1,3}(?:个?工作日|个|天|日)?[、和与]){1,3}$/,
  notBefore: /^(?:不得(?!超)|不再|可达|车程|路程|通勤|有效|未|曾|累计|发生的|的|从业|参加|已)/,
}

export const RELATIVE_RULES: readonly Rule[] = [
  {
    id: 'within',
    heads: ['number-unit', 'half'],
    pattern: `${COUNT}${UNIT}(?:之内|以内|内)(?![部设容涵控江蒙])`,
    read: readWithin,
    lead: leadOf,
    text: SERVICE,
    examples: {
      '30日以内': 'P30D',
      '3个工作日内': 'P3D working',
      三个月内: 'P3M',
      半年内: 'P6M',
      半个月内: 'P15D',
      '24小时内': 'PT24H',
      '10分钟内': 'PT10M',
      接警后5分钟内: 'PT5M after 接警',
      '1周内': 'P1W',
      印发后30日内: 'P30D after 印发',
      自印发之日起30日内: 'P30D after 印发',
      收到申请后20个工作日内: 'P20D working after 收到申请',
      一个半月内: 'P45D',
      自2024年5月1日起30日内: 'P30D after 2024年5月1日',
      '2年内完成': 'P2Y',
    },
    rejects: ['2024年内', '三月内', '年内'],
  },
  {
    id: 'duration',
    heads: ['number-unit', 'half'],
    // A bare duration is a deadline only by its place.
    pattern: `${COUNT}(?<unit>个工作日|工作日|个自然日|天|个月|(?<=半个?|[两])月|周|个?星期|个季度|年|个?小时|分钟)(?=完成|办结|$)`,
    read: readWithin,
    lead: leadOf,
    weak: true,
    examples: {
      半个月: 'P15D',
      '30天': 'P30D',
      '3个月': 'P3M',
      '15个工作日': 'P15D working',
      一年: 'P1Y',
      印发后两个月: 'P2M after 印发',
    },
    rejects: ['3月', '2024年', '三年行动'],
  },
]
