/** A table that was pasted into Word as text is still read as the table it draws. */
import { expect, test } from 'vitest'
import { readPlan } from '../../src/index.ts'
import { tasks } from '../../src/tasks.ts'
import { docx, p } from './docx-build.ts'

test.each([
  [
    'bars',
    [
      '| 序号 | 重点任务 | 责任单位 | 完成时限 |',
      '| 1 | 建立台账。 | 综合科 | 6月底 |',
      '| 2 | 按月调度。 | 督查室 | 年底前 |',
    ],
  ],
])('with %s', async (_, lines) => {
  const plan = await readPlan(docx({ body: lines.map((line) => p(line)).join('') }))
  const rows = [...tasks(plan)].map(({ task }) => [task.marker, task.text, task.units[0]?.name])
  expect(rows).toEqual([
    ['1', '建立台账。', '综合科'],
    ['2', '按月调度。', '督查室'],
  ])
})
