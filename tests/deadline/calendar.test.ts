/** Days, months and the stretches that documents name. */
import { expect, test } from 'vitest'
import {
  dayOf,
  daysIn,
  halfYearOf,
  isoDate,
  monthsOf,
  planPeriodOf,
  quarterOf,
  tenDaysOf,
} from '../../src/deadline/calendar.ts'

test('the days of each month', () => {
  const months = Array.from({ length: 12 }, (_, i) => i + 1)
  expect(months.map((month) => daysIn(2023, month))).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
  expect(months.map((month) => daysIn(2024, month))).toEqual([31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
  // Centuries are leap years where 400 divides them (GB/T 7408, ISO 8601).
  expect([1900, 2000, 2023, 2024, 2100].map((year) => daysIn(year, 2))).toEqual([28, 29, 28, 29, 28])
})

test.each([
  [2023, 6, 5, '2023-06-05'],
  [2023, 12, 31, '2023-12-31'],
  [2023, 6, 31, '2023-06-30'],
  [2023, 2, 30, '2023-02-28'],
  [987, 1, 1, '0987-01-01'],
])('%i, %i, %i is %s', (year, month, day, date) => expect(isoDate(year, month, day)).toBe(date))

test.each([
  ['a day', dayOf(2024, 2, 30), '2024-02-29', '2024-02-29', 'day'],
  ['上旬', tenDaysOf(2024, 2, '上'), '2024-02-01', '2024-02-10', 'tenDays'],
  ['中旬', tenDaysOf(2024, 2, '中'), '2024-02-11', '2024-02-20', 'tenDays'],
  ['下旬', tenDaysOf(2024, 2, '下'), '2024-02-21', '2024-02-29', 'tenDays'],
  ['months', monthsOf(2024, 3, 4, 'month'), '2024-03-01', '2024-04-30', 'month'],
  ['the first quarter', quarterOf(2024, 1), '2024-01-01', '2024-03-31', 'quarter'],
  ['the fourth quarter', quarterOf(2024, 4), '2024-10-01', '2024-12-31', 'quarter'],
  ['上半年', halfYearOf(2024, '上'), '2024-01-01', '2024-06-30', 'halfYear'],
  ['下半年', halfYearOf(2024, '下'), '2024-07-01', '2024-12-31', 'halfYear'],
  ['十四五', planPeriodOf(14), '2021-01-01', '2025-12-31', 'planPeriod'],
])('%s', (_, stretch, first, last, precision) => expect(stretch).toEqual({ first, last, precision }))
