import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Plan, UnitRole } from '../src/plan.ts'
import { isAskedFor, type Selection, select, withTasks } from '../src/select.ts'
import { tasks } from '../src/tasks.ts'
import { date, plan, section, task, unit } from './plans.ts'

const bureau = (name: string, role: UnitRole, canonical: string | null = null) => ({ ...unit(name, role), canonical })

/** Of each task its id says what it is. */
const made = plan([
  section([
    task({ id: 'lead', units: [unit('县财政局', 'lead'), unit('县政府办公室')], deadlines: [date('2023-06-30')] }),
    task({ id: 'responsible', units: [unit('县财政局')], deadlines: [date('2023-12-31')] }),
    section([task({ id: 'inner', units: [unit('办公室')] })], { marker: '1.', title: '政务服务（试点）' }),
  ]),
  section(
    [
      task({ id: 'short', units: [bureau('发改局', 'support', '县发展和改革局')], deadlines: [date('2023-07-01')] }),
      task({ id: 'wide', units: [unit('县融媒体中心（县新闻办）', 'supervisor')] }),
      task({ id: 'nobody' }),
    ],
    { id: '2', marker: '二、', title: '强化监督' },
  ),
])

const idsOf = (whole: Plan) => Array.from(tasks(whole), ({ task }) => task.id)

test.each<[string, Selection, string[]]>([
  ['a unit by its name', { units: ['县财政局'] }, ['lead', 'responsible']],
  ['not one whose name contains it, where one bears it in full', { units: ['办公室'] }, ['inner']],
  ['else those whose names contain it', { units: ['财政'] }, ['lead', 'responsible']],
  ['a unit by its full name', { units: ['县发展和改革局'] }, ['short']],
  ['a unit by a part of its full name', { units: ['改革'] }, ['short']],
  ['in any width, with blanks or without', { units: [' 县融媒体中心(县新闻办) '] }, ['wide']],
  ['any of several units', { units: ['财政', '办公室'] }, ['lead', 'responsible', 'inner']],
  ['a role of any unit', { role: 'support' }, ['short']],
  ['the role of a unit', { units: ['县财政局'], role: 'responsible' }, ['responsible']],
  ['not the role of another unit', { units: ['县政府办公室'], role: 'lead' }, []],
  ['due before a day, not on it', { dueBefore: '2023-07-01' }, ['lead']],
  ['a heading above', { sections: ['监督'] }, ['short', 'wide', 'nobody']],
  ['the number of a heading', { sections: ['二、强化'] }, ['short', 'wide', 'nobody']],
  ['a heading in any width', { sections: ['政务服务(试点)'] }, ['inner']],
  ['any of several headings', { sections: ['服务', '监督'] }, ['inner', 'short', 'wide', 'nobody']],
  ['all at once', { units: ['县财政局'], dueBefore: '2024-01-01', sections: ['基础'], role: 'lead' }, ['lead']],
  ['nobody', { units: ['县教育局'] }, []],
  ['nothing asked for', { units: [], role: null, dueBefore: null, sections: [] }, idsOf(made)],
])('%s', (_name, selection, ids) => {
  expect(idsOf(select(made, selection))).toEqual(ids)
})

describe('what is left', () => {
  test('sections without a task go, the others stay as they were', () => {
    const { children } = select(made, { units: ['办公室'] })
    expect(children).toMatchObject([
      { title: '夯实基础', children: [{ title: '政务服务（试点）', children: [{ id: 'inner' }] }] },
    ])
    expect(children).toHaveLength(1)
  })

  test('a plan of which nothing is asked is the plan itself; what is given is not changed', () => {
    const before = structuredClone(made)
    expect(select(made, {})).toBe(made)
    select(made, { units: ['办公室'] })
    expect(made).toEqual(before)
  })

  test('a task is shown under the units that were asked for', () => {
    const isAsked = isAskedFor(made, { units: ['财政'], role: 'lead' })
    const shown = Array.from(tasks(made), ({ task }) => task.units.filter(isAsked).map(({ name }) => name)).flat()
    expect(shown).toEqual(['县财政局'])
  })

  test('any tasks come back in their places', () => {
    const all = [...tasks(made)]
    fc.assert(
      fc.property(fc.subarray(all), (some) => {
        const placed = [...tasks(withTasks(made, some))]
        expect(placed.map(({ task }) => task)).toEqual(some.map(({ task }) => task))
        expect(placed.map(({ sections }) => sections.map(({ title }) => title))).toEqual(
          some.map(({ sections }) => sections.map(({ title }) => title)),
        )
      }),
    )
  })
})
