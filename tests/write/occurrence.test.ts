import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { RECURRING_RULES } from '../../src/deadline/recurring-rules.ts'
import { occurrenceFrom } from '../../src/write/occurrence.ts'

test.each([
  ['每月25日前', 'FREQ=MONTHLY;BYMONTHDAY=25', '2023-03-20', '2023-03-25'],
  ['the day of issue itself', 'FREQ=MONTHLY;BYMONTHDAY=25', '2023-03-25', '2023-03-25'],
  ['the month after', 'FREQ=MONTHLY;BYMONTHDAY=5', '2023-12-20', '2024-01-05'],
  ['每月底前', 'FREQ=MONTHLY;BYMONTHDAY=-1', '2024-02-10', '2024-02-29'],
  ['每月', 'FREQ=MONTHLY', '2023-03-20', '2023-03-31'],
  ['每季度', 'FREQ=MONTHLY;INTERVAL=3', '2023-04-20', '2023-06-30'],
  ['每半年', 'FREQ=MONTHLY;INTERVAL=6', '2023-01-01', '2023-06-30'],
  ['每季度末', 'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1', '2023-07-01', '2023-09-30'],
  ['每周', 'FREQ=WEEKLY', '2023-03-20', '2023-03-24'],
  ['每周二、周四', 'FREQ=WEEKLY;BYDAY=TU,TH', '2023-03-22', '2023-03-23'],
  ['每日', 'FREQ=DAILY', '2023-03-20', '2023-03-20'],
  ['每年', 'FREQ=YEARLY', '2023-03-20', '2023-12-31'],
  ['每年三月', 'FREQ=YEARLY;BYMONTH=3', '2023-04-01', '2024-03-31'],
  ['每年2月29日', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', '2097-01-01', '2104-02-29'],
])('%s: %s from %s begins on %s', (_phrase, rrule, from, first) => {
  expect(occurrenceFrom(rrule, from)?.first).toBe(first)
})

test.each(['', 'FREQ=HOURLY', 'FREQ=MONTHLY;COUNT=3', 'FREQ=MONTHLY\r\nATTENDEE:x', 'FREQ=MONTHLY;BYMONTHDAY=32'])(
  'no rule of a deadline: %j',
  (rrule) => expect(occurrenceFrom(rrule, '2023-01-01')).toBeNull(),
)

/** The rules of all examples of the deadline tables: `P1M x1 FREQ=MONTHLY` → `FREQ=MONTHLY`. */
const RULES = [
  ...new Set(
    RECURRING_RULES.flatMap(({ examples }) => Object.values(examples)).flatMap((value) => /FREQ=\S+/.exec(value) ?? []),
  ),
  // The other reader counts the last day of every second month by the length of another one (2015-03-30).
].filter((rule) => !/BYMONTH=(?:1,3|2,4),[\d,]+(?:;BYMONTHDAY=-1)?$/.test(rule))

test('another reader of such rules begins on the same day, for every rule that deadlines have', () => {
  expect(RULES.length).toBeGreaterThan(20)
  const day = fc.date({ min: new Date('2015-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(fc.constantFrom(...RULES), day, (rule, date) => {
      const from = date.toISOString().slice(0, 10)
      const found = occurrenceFrom(rule, from)
      if (!found) throw new Error(`nothing for ${rule}`)
      expect(found.first >= from).toBe(true)
      const recur = ICAL.Recur.fromString(found.rrule)
      const firstFrom = (day: string) => recur.iterator(ICAL.Time.fromDateString(day)).next()?.toString()
      expect(firstFrom(found.first)).toBe(found.first)
      // Where the rule leaves out no period, its first day is the same wherever one begins to look for it.
      if (recur.interval === 1) expect(firstFrom(from)).toBe(found.first)
    }),
  )
})
