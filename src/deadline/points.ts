/** From the named groups of a match (fragments.ts) to calendar dates. */
import { parseNumeral } from '../text/numerals.ts'
import type { Stretch } from './calendar.ts'
import { dayOf, daysIn, halfYearOf, monthsOf, quarterOf, tenDaysOf } from './calendar.ts'
import type { DateValue, Groups, RuleResult, Scope } from './types.ts'
import { YEAR_UNKNOWN } from './types.ts'

type Part = '上' | '中' | '下'

/** The number a group holds; the patterns let nothing but numerals through. */
export function numberIn(groups: Groups, name: string): number | null {
  const numeral = groups[name]
  if (numeral === undefined) return null
  return numeral === '元' ? 1 : parseNumeral(numeral.replace(/[oO◯]/g, '〇'))
}

const LATER: Readonly<Record<string, number>> = { 明: 1, 次: 1, 翌: 1, 来: 1, 下: 1, 后: 2 }

/** The year of a point: printed, counted from the plan's (明年), or `null` where nothing says it. */
function yearIn(groups: Groups, n: string, scope: Scope): number | null {
  const printed = numberIn(groups, `y${n}`)
  if (printed !== null) return printed < 100 ? 2000 + printed : printed
  const near = groups[`r${n}`]
  if (near === undefined) return null
  // 次年 is the year after the one just spoken of, 明年 the year after the plan's.
  const base = /^[次翌]/.test(near) ? (scope.carried ?? scope.year) : scope.year
  return base === null ? null : base + (LATER[near.charAt(0)] ?? 0)
}

/** The year of a point that does not say it. */
function yearAround(groups: Groups, n: string, { carried, stage, year }: Scope): number | null {
  const month = numberIn(groups, `m${n}`)
  if (carried !== null || stage === undefined || month === null) return carried ?? year
  const years = [stage.to, stage.from].map((edge) => Number(edge.slice(0, 4)))
  const within = years.find((each) => {
    const named = `${each}-${String(month).padStart(2, '0')}`
    return stage.from <= named && named <= stage.to
  })
  return within ?? year
}

/** The days that a point takes up in a year. */
export function stretchIn(groups: Groups, n: string, year: number): Stretch {
  const month = numberIn(groups, `m${n}`)
  if (month !== null) return inMonth(groups, n, year, month)
  const quarter = numberIn(groups, `q${n}`) ?? numberIn(groups, `Q${n}`)
  if (quarter !== null) return quarterOf(year, quarter)
  const half = groups[`h${n}`]
  if (half !== undefined) return halfYearOf(year, half as '上' | '下')
  const edge = groups[`w${n}`] ?? groups[`v${n}`]
  // 2024年中, 2024年年中.
  if (edge?.endsWith('中')) return halfYearOf(year, '上')
  const whole = monthsOf(year, 1, 12, 'year')
  return edge === undefined ? whole : { ...whole, first: whole.last }
}

function inMonth(groups: Groups, n: string, year: number, month: number): Stretch {
  const day = numberIn(groups, `d${n}`)
  if (day !== null) return dayOf(year, month, day)
  const tens = groups[`t${n}`]
  if (tens !== undefined) return tenDaysOf(year, month, tens.charAt(tens.length - 1) as Part)
  const edge = groups[`e${n}`]
  const whole = monthsOf(year, month, month, 'month')
  if (edge === undefined) return whole
  if (edge === '初') return tenDaysOf(year, month, '上')
  return edge === '中' ? tenDaysOf(year, month, '中') : { ...whole, first: whole.last }
}

export function date(start: string | null, last: Stretch, inferredYear: boolean): DateValue {
  return { kind: 'date', start, due: last.last, precision: last.precision, inferredYear }
}

const NO_SUCH_DAY = { kind: 'unrecognized' } as const

/** False for 2月30日 and the like: somebody meant another day, and nobody can say which. */
function isInCalendar(groups: Groups, n: string, year: number): boolean {
  const day = numberIn(groups, `d${n}`)
  return day === null || day <= daysIn(year, numberIn(groups, `m${n}`) ?? 12)
}

/** A single point: the last day of it. */
export function readPoint(groups: Groups, scope: Scope): RuleResult {
  const stated = yearIn(groups, '', scope)
  const year = stated ?? yearAround(groups, '', scope)
  if (year === null) return YEAR_UNKNOWN
  if (!isInCalendar(groups, '', year)) return NO_SUCH_DAY
  const printed = groups.y !== undefined || (stated === null && scope.carried !== null)
  return date(null, stretchIn(groups, '', year), !printed)
}

/** A range from point A to point B; a year said at one end only holds for the other as far as the order allows. */
export function readRange(groups: Groups, scope: Scope): RuleResult {
  const yearA = yearIn(groups, 'A', scope)
  const base = yearA ?? yearAround(groups, 'A', scope)
  const yearB = groups.rB === undefined ? yearIn(groups, 'B', scope) : yearIn(groups, 'B', { ...scope, carried: base })
  if (yearB === null && base === null) return YEAR_UNKNOWN
  const inherited = inheritMonth(groups)
  let first = stretchIn(groups, 'A', base ?? (yearB as number))
  let last = stretchIn(inherited, 'B', yearB ?? (base as number))
  if (first.first > last.last) {
    if (yearA !== null && yearB !== null) return null
    if (yearB === null) last = stretchIn(inherited, 'B', (base as number) + 1)
    else first = stretchIn(groups, 'A', sameOrBefore(groups, yearB, last.last))
  }
  if (!isInCalendar(groups, 'A', yearOf(first)) || !isInCalendar(inherited, 'B', yearOf(last))) return NO_SUCH_DAY
  const printed = groups.yA !== undefined || groups.yB !== undefined || (yearA === null && scope.carried !== null)
  return date(first.first, last, !printed)
}

/** 5月1日—31日 and 3月上旬至中旬: the month is said once. */
function inheritMonth(groups: Groups): Groups {
  if (groups.mB !== undefined || (groups.dB === undefined && groups.tB === undefined)) return groups
  return { ...groups, mB: groups.mA }
}

function yearOf({ last }: Stretch): number {
  return Number(last.slice(0, 4))
}

function sameOrBefore(groups: Groups, year: number, due: string): number {
  return stretchIn(groups, 'A', year).first <= due ? year : year - 1
}
