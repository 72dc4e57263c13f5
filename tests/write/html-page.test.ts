/** What the review page works out, without the page. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PageTask } from '../../src/write/html/model.ts'
import { pageDocument } from '../../src/write/html/model.ts'
import {
  type Correction,
  corrected,
  correctionOf,
  type Draft,
  fromFile,
  phrasesOf,
  toFile,
} from '../../src/write/html/page/corrections.ts'
import { daysBetween, monthsAcross } from '../../src/write/html/page/dates.ts'
import { entriesOf } from '../../src/write/html/page/entries.ts'
import { normal, standing } from '../../src/write/html/page/filter.ts'
import { ROLES, tallyDates, tallyUnits } from '../../src/write/html/page/tally.ts'
import { date, plan, samplePlan, section, task, unit } from '../plans.ts'

const documents = [pageDocument(samplePlan()), pageDocument(plan([section([task({ text: '别的任务' })])]))]
const entries = entriesOf(documents)
const first = entries[0]?.task as PageTask

function draftOf({ title, text, status, units, ...more }: PageTask): Draft {
  const deadlines = phrasesOf(more)
  return { title: title ?? '', text, status: status ?? '', units, deadlines, remove: false, note: '' }
}

const words = fc.string({ unit: 'grapheme', minLength: 1 })
const drafts: fc.Arbitrary<Draft> = fc.record({
  title: fc.constantFrom('', '标题'),
  text: words,
  status: fc.constantFrom('', '已完成'),
  units: fc.array(fc.record({ name: words, role: fc.constantFrom(...ROLES) })),
  deadlines: fc.uniqueArray(fc.oneof(fc.constantFrom(...phrasesOf(first)), words)),
  remove: fc.boolean(),
  note: fc.constantFrom('', '核对过'),
})

describe('a correction', () => {
  test('of nothing is none', () => {
    for (const { task: one } of entries) if (one) expect(correctionOf(one, draftOf(one))).toBeNull()
  })

  test('makes the task read as the draft says', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const reading = corrected(first, correctionOf(first, draft) ?? undefined)
        expect({ ...draftOf(first), ...draft, deadlines: phrasesOf(reading) }).toEqual(draft)
        expect([reading.title ?? '', reading.text, reading.status ?? '', reading.units]).toEqual([
          draft.title,
          draft.text,
          draft.status,
          draft.units,
        ])
      }),
    )
  })

  test('keeps the dates of deadlines that it leaves', () => {
    const draft = { ...draftOf(first), deadlines: ['9月底前', '年底前'] }
    expect(corrected(first, correctionOf(first, draft) ?? undefined).deadlines).toEqual([
      { raw: '9月底前', kind: 'date', source: 'text', start: null, due: '2023-09-30' },
      { raw: '年底前', kind: 'corrected', source: 'annotation', start: null, due: null },
    ])
  })

  test('comes back from the file that it was saved in', () => {
    fc.assert(
      fc.property(fc.array(drafts, { maxLength: entries.length }), (all) => {
        const corrections = new Map<(typeof entries)[number], Correction>()
        all.forEach((draft, index) => {
          const entry = entries[index]
          const correction = entry?.task && correctionOf(entry.task, draft)
          if (entry && correction) corrections.set(entry, correction)
        })
        const file = JSON.parse(JSON.stringify(toFile(documents, corrections)))
        expect(fromFile(file, documents, entries)).toEqual({ found: corrections, lost: 0 })
      }),
    )
  })

  test('is not made of anything else', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => fromFile(value, documents, entries) === null))
    const file = (changes: unknown) => ({
      ...{ type: 'planparse-corrections', version: 1 },
      documents: [{ file: '通知.txt', title: null, tasks: [{ id: '1', text: '', changes }] }],
    })
    expect(fromFile(file({}), documents, entries)).toEqual({ found: new Map(), lost: 1 })
    for (const changes of [
      null,
      { title: 1 },
      { text: null },
      { status: [] },
      { units: [{ name: '甲' }] },
      { units: [{ name: '甲', role: 'boss' }] },
      { deadlines: '6月' },
      { deadlines: [1] },
    ]) {
      expect(fromFile(file(changes), documents, entries)).toBeNull()
    }
  })
})

test('a unit counts once a task, by its weightiest role', () => {
  const tasks = pageDocument(
    plan([
      task({ units: [unit('甲局', 'support'), unit('甲局', 'lead'), unit('乙局')] }),
      task({ units: [unit('乙局')] }),
    ]),
  ).tasks
  expect(tallyUnits(tasks)).toEqual([
    { name: '乙局', tasks: 2, roles: { lead: 0, responsible: 2, support: 0, supervisor: 0 } },
    { name: '甲局', tasks: 1, roles: { lead: 1, responsible: 0, support: 0, supervisor: 0 } },
  ])
})

test('a task counts at the date that counts', () => {
  const { tasks } = pageDocument(samplePlan())
  const later = pageDocument(plan([task({ deadlines: [date('2023-01-31')] }), task()])).tasks
  expect(tallyDates([...tasks, ...later, ...tasks])).toEqual([
    { date: '2023-01-31', tasks: 1 },
    { date: '2023-06-30', tasks: 2 },
  ])
})

test.each([
  ['2026-06-30', '2026-06-30', 'near'],
  ['2026-06-30', '2026-07-01', 'passed'],
  ['2026-06-30', '2026-05-31', 'near'],
  ['2026-06-30', '2026-05-30', 'later'],
  ['2026-06-30', '', null],
])('due %s, seen on %s: %s', (due, day, expected) => {
  expect(standing(due, day)).toBe(expected)
})

test('months across a year, and in steps that start with one', () => {
  expect(monthsAcross('2025-11-30', '2026-01-15', 1)).toEqual(['2025-11-01', '2025-12-01', '2026-01-01', '2026-02-01'])
  expect(monthsAcross('2025-11-30', '2026-07-15', 6)).toEqual(['2025-07-01', '2026-01-01', '2026-07-01'])
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
})

test('width, capitals and blanks make no difference to a search', () => {
  expect(normal('ＡＢｃ\u3000 1')).toBe('abc 1')
})
