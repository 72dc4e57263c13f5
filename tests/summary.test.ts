import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SummaryReport } from '../src/plan.ts'
import { summaryOf, totalOf } from '../src/summary.ts'
import { date, plan, recurring, section, task, unit } from './plans.ts'

const made = plan(
  [
    section([
      task({ id: '1', units: [unit('甲局'), unit('乙局', 'support')], deadlines: [date('2023-12-31')] }),
      task({ id: '2', units: [unit('乙局', 'lead'), unit('乙局')], deadlines: [date('2023-06-30'), recurring(null)] }),
      task({ id: '3', deadlines: [date('2023-06-15')] }),
      task({ id: '4', units: [{ ...unit('李明', 'supervisor'), kind: 'person' }] }),
    ]),
  ],
  { messages: [{ code: 'text-unread', severity: 'warning', reason: '', position: null }] },
)

test('what a plan holds', () => {
  const summary = summaryOf(made)
  const none = { lead: 0, responsible: 0, support: 0, supervisor: 0 }
  expect(summary).toEqual({
    file: '通知.txt',
    title: '云江县2023年政务公开工作要点',
    tasks: 4,
    units: [
      { name: '乙局', kind: 'unit', tasks: 2, ...none, lead: 1, responsible: 1, support: 1 },
      { name: '甲局', kind: 'unit', tasks: 1, ...none, responsible: 1 },
      { name: '李明', kind: 'person', tasks: 1, ...none, supervisor: 1 },
    ],
    months: [
      { month: '2023-06', tasks: 2 },
      { month: '2023-12', tasks: 1 },
    ],
    recurring: 1,
    relative: 0,
    ongoing: 0,
    unrecognized: 0,
    withoutUnit: [{ file: '通知.txt', id: '3' }],
    withoutDeadline: [{ file: '通知.txt', id: '4' }],
    messages: { error: 0, warning: 1, info: 0 },
  })
  const report = { documents: [summary], total: totalOf([summary]) }
  expect(SummaryReport.parse(report)).toEqual(report)
})

test('the total of documents is what the same tasks in one document give', () => {
  const names = fc.array(fc.tuple(fc.constantFrom('甲局', '乙局', '丙局'), fc.constantFrom('lead', 'support')), {
    maxLength: 3,
  })
  const days = fc.array(fc.constantFrom('2023-06-30', '2023-12-31', '2024-01-01'), { maxLength: 2 })
  const tasksOf = fc.array(fc.tuple(names, days), { maxLength: 6 })
  const built = (list: [[string, string][], string[]][]) =>
    list.map(([units, dues], i) =>
      task({
        id: `${i}`,
        units: units.map(([name, role]) => unit(name, role as 'lead')),
        deadlines: dues.map((due) => date(due)),
      }),
    )
  fc.assert(
    fc.property(tasksOf, tasksOf, (first, second) => {
      const apart = totalOf([summaryOf(plan(built(first))), summaryOf(plan(built(second)))])
      const { file: _file, title: _title, ...joined } = summaryOf(plan([...built(first), ...built(second)]))
      const { withoutUnit: _units, withoutDeadline: _deadlines, ...counts } = joined
      const inOrder = (units: typeof joined.units) => [...units].sort((a, b) => (a.name < b.name ? -1 : 1))
      expect(apart).toMatchObject({ ...counts, units: apart.units })
      expect(inOrder(apart.units)).toEqual(inOrder(joined.units))
      expect(apart.withoutUnit).toHaveLength(joined.withoutUnit.length)
      expect(apart.withoutDeadline).toHaveLength(joined.withoutDeadline.length)
    }),
  )
})
