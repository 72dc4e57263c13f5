import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysIn } from '../../src/deadline/calendar.ts'
import type { DeadlineReading } from '../../src/deadline/index.ts'
import { findDeadlines, isDeadlinePhrase, readDeadlines } from '../../src/deadline/index.ts'
import { RULES } from '../../src/deadline/rules.ts'

const words = [
  '2023',
  '2024年',
  '年',
  '月',
  '日',
  '12',
  '6',
  '底',
  '前',
  '旬',
  '上',
  '中',
  '下',
  '半年',
  '季度',
  '一',
  '三',
  '十',
  '二〇二三年',
  '每',
  '按',
  '至',
  '—',
  '-',
  '、',
  '，',
  '。',
  '（',
  '）',
  '“',
  '”',
  '《',
  '》',
  '内',
  '后',
  '个',
  '工作日',
  '印发',
  '自',
  '起',
  '全年',
  '持续',
  '推进',
  '长期',
  '十四五',
  '末',
  '期间',
  '次',
  '明年',
  '次年',
  '.',
  '/',
  ' ',
  '\n',
  '完成',
  '了',
  '到',
  '周',
  '第',
  '半',
]
const phrase = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...words), { maxLength: 14 }).map((w) => w.join('')),
)
const context = fc.record({
  year: fc.option(fc.integer({ min: 1990, max: 2060 })),
  issuedOn: fc.constantFrom(null, '2023-05-30', '2024-12-31'),
})

function expectDate(iso: string): void {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso) ?? []
  expect(Number(month)).toBeGreaterThanOrEqual(1)
  expect(Number(month)).toBeLessThanOrEqual(12)
  expect(Number(day)).toBeGreaterThanOrEqual(1)
  expect(Number(day)).toBeLessThanOrEqual(daysIn(Number(year), Number(month)))
}

function expectSound(readings: readonly DeadlineReading[], length: number): void {
  let floor = 0
  for (const { start, end, value } of readings) {
    expect(start).toBeGreaterThanOrEqual(floor)
    expect(end).toBeGreaterThan(start)
    expect(end).toBeLessThanOrEqual(length)
    floor = end
    if (value.kind === 'recurring') expect(value.every).toMatch(/^P\d+[YMWD]$/)
    if (value.kind === 'relative') expect(value.within).toMatch(/^P(?:\d+[YMWD]|T\d+H)$/)
    if (value.kind !== 'date') continue
    expectDate(value.due)
    if (value.start !== null) {
      expectDate(value.start)
      expect(value.start <= value.due || value.start === '2023-05-30' || value.start === '2024-12-31').toBe(true)
    }
  }
}

const values = (readings: readonly DeadlineReading[]) => readings.map((reading) => reading.value)
const printed = fc.constantFrom(...RULES.flatMap((rule) => Object.keys(rule.examples)))
const plan = { year: 2023, issuedOn: '2023-05-30' }

describe('for every text', () => {
  it('nothing throws, and readings are in bounds, in order, disjoint, and hold real dates', () => {
    fc.assert(
      fc.property(phrase, context, (text, known) => {
        expectSound(readDeadlines(text, known), text.length)
        expectSound(findDeadlines(text, known), text.length)
        isDeadlinePhrase(text)
      }),
      { numRuns: 3000 },
    )
  })

  it('running text never holds an unrecognized deadline, but for its year', () => {
    fc.assert(
      fc.property(phrase, context, (text, known) => {
        for (const { value, yearUnknown } of findDeadlines(text, known)) {
          expect(value.kind === 'unrecognized').toBe(yearUnknown)
        }
      }),
    )
  })
})

describe('for every phrase', () => {
  it('blanks between its characters change nothing', () => {
    fc.assert(
      fc.property(printed, fc.constantFrom(' ', '\u3000', '\u00a0', '\n', '  '), (text, blank) => {
        const spaced = Array.from(text).join(blank)
        expect(values(readDeadlines(spaced, plan))).toEqual(values(readDeadlines(text, plan)))
        if (blank !== '\n') expect(values(findDeadlines(spaced, plan))).toEqual(values(findDeadlines(text, plan)))
      }),
      { numRuns: 1000 },
    )
  })

  it('full-width digits change nothing', () => {
    fc.assert(
      fc.property(printed, (text) => {
        const wide = text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
        const halfWidth = (readings: DeadlineReading[]) => values(readings)
        expect(halfWidth(readDeadlines(wide, plan))).toEqual(halfWidth(readDeadlines(text, plan)))
      }),
    )
  })
})
