import { expect, test } from 'vitest'
import { TaskRecord } from '../src/plan.ts'
import { dueOf, tasks, toRecord } from '../src/tasks.ts'
import { date, plan, samplePlan, section, task } from './plans.ts'

test('tasks come in document order, each with the sections above it', () => {
  const inner = section([task({ id: '1.1.1' })], { id: '1.1', title: '内' })
  const found = tasks(plan([section([inner, task({ id: '1.2' })]), task({ id: '2' })]))
  expect(Array.from(found, (placed) => [placed.task.id, placed.sections.map(({ id }) => id)])).toEqual([
    ['1.1.1', ['1', '1.1']],
    ['1.2', ['1']],
    ['2', []],
  ])
})

test.each([
  [
    'the latest of annotations and headings',
    [date('2023-06-30'), date('2023-05-31', { source: 'heading' })],
    '2023-06-30',
  ],
  ['not a later one of the text', [date('2023-06-30'), date('2023-12-31', { source: 'text' })], '2023-06-30'],
  ['the latest of the text where there is no other', [date('2023-06-30', { source: 'text' })], '2023-06-30'],
  ['none without a date', [], null],
] as const)('due: %s', (_name, deadlines, due) => {
  expect(dueOf({ deadlines: [...deadlines] })).toBe(due)
})

test('due: an annotation without a date leaves the text to say it', () => {
  const { raw, source, position } = date('2023-06-30')
  const ongoing = { raw, source, position, kind: 'ongoing' } as const
  expect(dueOf({ deadlines: [ongoing, date('2023-09-30', { source: 'text' })] })).toBe('2023-09-30')
})

test('a record is what the contract says', () => {
  const made = samplePlan()
  for (const placed of tasks(made)) {
    const record = toRecord(made, placed)
    expect(TaskRecord.parse(record)).toEqual(record)
    expect(record.sections).toEqual(['一、夯实基础'])
  }
})
