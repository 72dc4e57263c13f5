import type { DatePrecision } from '../plan.ts'

/** A stretch of days, both ends ISO 8601 calendar dates, and how finely it was stated. */
export interface Stretch {
  first: string
  last: string
  precision: DatePrecision
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** Years are told by four digits. */
export function isYear(year: number): boolean {
  return Number.isInteger(year) && year >= 1000 && year <= 9999
}

/** The number of days of a month (1–12). */
export function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && leap ? 29 : (DAYS[month - 1] ?? 31)
}

/** An ISO 8601 calendar date; a day after the last of the month is its last. */
export function isoDate(year: number, month: number, day: number): string {
  const inMonth = Math.min(day, daysIn(year, month))
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(inMonth).padStart(2, '0')}`
}

export function dayOf(year: number, month: number, day: number): Stretch {
  const date = isoDate(year, month, day)
  return { first: date, last: date, precision: 'day' }
}

/** Whole months, both ends included. */
export function monthsOf(year: number, from: number, to: number, precision: DatePrecision): Stretch {
  return { first: isoDate(year, from, 1), last: isoDate(year, to, 31), precision }
}

const TEN_DAYS = { 上: [1, 10], 中: [11, 20], 下: [21, 31] } as const

/** 上旬, 中旬 or 下旬 of a month. */
export function tenDaysOf(year: number, month: number, part: '上' | '中' | '下'): Stretch {
  const [from, to] = TEN_DAYS[part]
  return { first: isoDate(year, month, from), last: isoDate(year, month, to), precision: 'tenDays' }
}

export function quarterOf(year: number, quarter: number): Stretch {
  return monthsOf(year, quarter * 3 - 2, quarter * 3, 'quarter')
}

export function halfYearOf(year: number, half: '上' | '下'): Stretch {
  return half === '上' ? monthsOf(year, 1, 6, 'halfYear') : monthsOf(year, 7, 12, 'halfYear')
}

/** The five years of a numbered plan: the 14th (十四五) is 2021–2025. */
export function planPeriodOf(number: number): Stretch {
  const end = 1955 + 5 * number
  return { first: isoDate(end - 4, 1, 1), last: isoDate(end, 12, 31), precision: 'planPeriod' }
}
