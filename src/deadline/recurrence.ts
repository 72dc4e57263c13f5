/** From the named groups of a recurring phrase to its period and recurrence rule (RFC 5545). */
import { parseNumeral } from '../text/numerals.ts'
import { NUMERAL } from './fragments.ts'
import { numberIn } from './points.ts'
import { duration, half } from './relative-rules.ts'
import type { Groups, RecurringValue, RuleResult, Scope } from './types.ts'

const TIMES = new RegExp(`^[^，。；、,;:：（(0-9一二三四五六七八九十]{0,12}(?<k>${NUMERAL})(?:次|期|场|轮|遍|回)`)
const FREQUENCY: Readonly<Record<string, string>> = { D: 'DAILY', W: 'WEEKLY', M: 'MONTHLY', Y: 'YEARLY' }
const WEEKDAYS: Readonly<Record<string, string>> = {
  一: 'MO',
  二: 'TU',
  三: 'WE',
  四: 'TH',
  五: 'FR',
  六: 'SA',
  日: 'SU',
  天: 'SU',
  末: 'SA,SU',
}
export const YEAR_OF_QUARTERS: Readonly<Record<string, string>> = {
  first: '1,4,7,10',
  second: '2,5,8,11',
  last: '3,6,9,12',
}

/** The recurrence rule of a plain duration, where the calendar has one: not of half a month or a term. */
function plainRule(every: string): string | null {
  const [, count, letter = ''] = /^P(\d+)([DWMY])$/.exec(every) ?? []
  const frequency = FREQUENCY[letter]
  if (frequency === undefined || (letter === 'D' && count !== '1')) return null
  return `FREQ=${frequency}${count === '1' ? '' : `;INTERVAL=${count}`}`
}

/** How many times the words after the phrase say, or `null`. */
function timesIn(rest: string): number | null {
  const times = parseNumeral(TIMES.exec(rest)?.groups?.k ?? '')
  return times === 0 ? null : times
}

/** Several times in a period are on no days that a rule could name. */
export function recurring(every: string, rrule: string | null, scope: Scope | null): RecurringValue {
  const times = scope === null ? null : timesIn(scope.rest)
  return { kind: 'recurring', every, times, rrule: times !== null && times > 1 ? null : rrule }
}

/** 10日前、25日 → `10,25`. */
function daysIn(days: string): string {
  return days
    .split(/[、和及,]/)
    .map((day) => parseNumeral(day.replace(/[日号前]/g, '')))
    .join(',')
}

const SPECIAL: Readonly<Record<string, [every: string, rrule: string | null]>> = {
  工作日: ['P1D', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
  学期: ['P6M', null],
  学年: ['P1Y', null],
}

function everyOf(unit: string, count: number): [every: string, rrule: string | null] | null {
  const bare = unit.replace(/[个度]/g, '')
  const special = SPECIAL[bare]
  if (special !== undefined) return count === 1 ? special : null
  const every = duration(count, bare)
  return every === null ? null : [every, plainRule(every)]
}

export function readEach(groups: Groups, scope: Scope): RuleResult {
  if (groups.half !== undefined) {
    const every = groups.half === '年' ? 'P6M' : 'P15D'
    return recurring(every, plainRule(every), scope)
  }
  const found = everyOf(groups.unit ?? '', groups.n === undefined ? 1 : (parseNumeral(groups.n) ?? 0))
  return found === null ? null : recurring(found[0], found[1], scope)
}

/** 每6小时; no number is one. Calendars of days have no rule for it. */
export function readHours(n: string | undefined): RuleResult {
  const count = n === undefined ? 1 : parseNumeral(n)
  return count ? recurring(`PT${count}H`, null, null) : null
}

/** 隔周: every second one. */
export function readOther(groups: Groups): RuleResult {
  const found = everyOf(groups.unit ?? '', 2)
  return found === null ? null : recurring(found[0], found[1], null)
}

export function readMonthDay(groups: Groups): RuleResult {
  return recurring('P1M', `FREQ=MONTHLY;BYMONTHDAY=${daysIn(groups.days ?? '')}`, null)
}

const LAST_OF_TENS: Readonly<Record<string, number>> = { 上: 10, 初: 10, 中: 20, 下: -1, 底: -1, 末: -1 }

export function readMonthPart(groups: Groups): RuleResult {
  return recurring('P1M', `FREQ=MONTHLY;BYMONTHDAY=${LAST_OF_TENS[groups.part ?? ''] ?? -1}`, null)
}

export function readQuarterDay(groups: Groups): RuleResult {
  const which = /[末三3后]/.test(groups.which ?? '') ? 'last' : /[二2中]/.test(groups.which ?? '') ? 'second' : 'first'
  const day = numberIn(groups, 'd') ?? -1
  return recurring('P3M', `FREQ=YEARLY;BYMONTH=${YEAR_OF_QUARTERS[which]};BYMONTHDAY=${day}`, null)
}

export function readYearMonth(groups: Groups): RuleResult {
  const months = (groups.months ?? '').split(/月份?[底末]?[、和及]|[、和及]/).map((m) => numberIn({ m }, 'm'))
  const rule = `FREQ=YEARLY;BYMONTH=${months.join(',')}`
  const day = numberIn(groups, 'd') ?? (groups.part === undefined ? null : (LAST_OF_TENS[groups.part] ?? null))
  return recurring('P1Y', day === null ? rule : `${rule};BYMONTHDAY=${day}`, null)
}

export function readYearPart(groups: Groups): RuleResult {
  const quarter = numberIn(groups, 'q')
  const month = quarter !== null ? quarter * 3 : groups.half === '上' || groups.edge === '中' ? 6 : 12
  return recurring('P1Y', `FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=-1`, null)
}

/** 逢双月, 单月10日前: every second month. */
export function readAlternateMonths(groups: Groups): RuleResult {
  const months = groups.which === '双' ? '2,4,6,8,10,12' : '1,3,5,7,9,11'
  const rule = `FREQ=YEARLY;BYMONTH=${months}`
  const day = numberIn(groups, 'd') ?? (groups.edge === undefined ? null : -1)
  return recurring('P2M', day === null ? rule : `${rule};BYMONTHDAY=${day}`, null)
}

const WEEK = '一二三四五六日'

/** 每周一至周五: the days from one to the other. */
export function readWeekdaySpan(groups: Groups): RuleResult {
  const from = WEEK.indexOf(groups.from ?? '')
  const to = WEEK.indexOf(groups.to?.replace('天', '日') ?? '')
  return from < to ? readWeekdays({ days: WEEK.slice(from, to + 1) }) : null
}

export function readWeekdays(groups: Groups): RuleResult {
  const days = (groups.days ?? '').replace(/[周、和及至星期]/g, '')
  return recurring('P1W', `FREQ=WEEKLY;BYDAY=${Array.from(days, (day) => WEEKDAYS[day]).join(',')}`, null)
}

/** 一年两次: the period divided by the times; where it does not divide, the period with its times. */
export function readRate(groups: Groups): RuleResult {
  const times = groups.k === undefined ? 1 : parseNumeral(groups.k)
  if (times === null || times === 0) return null
  const unit = (groups.unit ?? '').replace(/[个度]/g, '')
  const count = groups.n === '半' ? 0.5 : (parseNumeral(groups.n ?? '') ?? 0)
  if (groups.least !== undefined) return readShortRate(unit, count, times)
  const months = { 年: 12, 季: 3, 月: 1, 学期: 6 }[unit]
  if (months === undefined) return readShortRate(unit, count, times)
  const each = (months * count) / times
  if (each === 0.5) return recurring('P15D', null, null)
  if (!Number.isInteger(each)) return readShortRate(unit, count, times)
  const every = each % 12 === 0 ? `P${each / 12}Y` : `P${each}M`
  return recurring(every, plainRule(every), null)
}

function readShortRate(unit: string, count: number, times: number): RuleResult {
  const every = count === 0.5 ? half(unit) : duration(count, unit)
  if (every === null) return null
  return times === 1 ? recurring(every, plainRule(every), null) : { kind: 'recurring', every, times, rrule: null }
}

export function readYearlyAtLeast(groups: Groups, scope: Scope): RuleResult {
  const every = { 年: 'P1Y', 季: 'P3M', 月: 'P1M' }[groups.unit ?? '']
  return every === undefined ? null : recurring(every, plainRule(every), scope)
}
