import fc from 'fast-check'
import { expect, test } from 'vitest'
import { UnitList, UnitTaskRecord } from '../src/plan.ts'
import { tasks } from '../src/tasks.ts'
import { byUnit, ROLES, toUnitList, toUnitRecord, unitTasks } from '../src/units.ts'
import { plan, section, task, unit } from './plans.ts'

const made = plan([
  section([
    task({ id: '1', units: [unit('县财政局', 'lead'), unit('县教育局'), unit('县财政局'), unit('县财政局')] }),
    task({ id: '2' }),
    task({ id: '3', units: [unit('县教育局', 'support'), { ...unit('财政局'), canonical: '县财政局' }] }),
  ]),
])

test('units in the order in which they first appear, with their tasks by role, each once', () => {
  const { units, unassigned } = byUnit(made)
  const shown = units.map(({ name, tasks, roles }) => [
    name,
    tasks.map(({ task }) => task.id),
    ...ROLES.map((role) => roles[role].map(({ task }) => task.id)),
  ])
  expect(shown).toEqual([
    ['县财政局', ['1', '3'], ['1'], ['1', '3'], [], []],
    ['县教育局', ['1', '3'], [], ['1'], ['3'], []],
  ])
  expect(unassigned.map(({ task }) => task.id)).toEqual(['2'])
})

test('one by one: by unit, then by role, what nobody has at the end', () => {
  const shown = Array.from(unitTasks(byUnit(made)), ({ unit, role, task }) => [unit, role, task.id])
  expect(shown).toEqual([
    ['县财政局', 'lead', '1'],
    ['县财政局', 'responsible', '1'],
    ['县财政局', 'responsible', '3'],
    ['县教育局', 'responsible', '1'],
    ['县教育局', 'support', '3'],
    [null, null, '2'],
  ])
})

test('records and lists are what the schema says', () => {
  const groups = byUnit(made)
  for (const placed of unitTasks(groups)) {
    const record = toUnitRecord(made, placed)
    expect(UnitTaskRecord.parse(record)).toEqual(record)
    expect(Object.keys(record).slice(0, 2)).toEqual(['unit', 'role'])
  }
  const list = toUnitList(made, groups)
  expect(UnitList.parse(list)).toEqual(list)
})

test('every unit of every task is there once in each role, and no other', () => {
  const units = fc.array(fc.tuple(fc.constantFrom('甲局', '乙局', '丙局', '__proto__'), fc.constantFrom(...ROLES)))
  fc.assert(
    fc.property(fc.array(units), (all) => {
      const random = plan(
        all.map((pairs, i) => task({ id: `${i}`, units: pairs.map(([name, role]) => unit(name, role)) })),
      )
      const expected = Array.from(tasks(random), ({ task: { id, units } }) =>
        units.length ? units.map(({ name, role }) => `${id} ${name} ${role}`) : [`${id} null null`],
      )
      const found = Array.from(unitTasks(byUnit(random)), ({ task, unit, role }) => `${task.id} ${unit} ${role}`)
      expect(found.sort()).toEqual([...new Set(expected.flat())].sort())
    }),
  )
})
