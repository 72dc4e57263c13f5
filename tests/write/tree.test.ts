import { stripVTControlCharacters } from 'node:util'
import stringWidth from 'string-width'
import { expect, test } from 'vitest'
import { writePlan } from '../../src/write/index.ts'
import { date, plan, samplePlan, section, task, unit } from '../plans.ts'

test('headings, tasks, and under each who, by when, how far', async () => {
  expect(await writePlan(samplePlan(), 'tree')).toBe(`云江县2023年政务公开工作要点
文号 云政办〔2023〕8号  发文机关 云江县人民政府办公室  日期 2023-03-01

一、夯实基础
  （一）完善台账。
      牵头 办公室  责任 法规科、信息科  配合 财务科  领导 李明  时限 2023-06-30；2023-09-30  进展 已完成初稿。
  （二）加强培训 每年不少于两次，"全员"参加。

共 2 项任务
`)
})

test('no line is wider than the terminal', async () => {
  const long = plan([
    section(
      [
        task({
          text: '全面梳理重点公开领域，“制定”重点领域信息公开专项提升落实工作安排，报县政府办公室备案。'.repeat(4),
          units: Array.from({ length: 30 }, (_, i) => unit(`第${i}信息科`)),
          deadlines: [date('2023-06-30')],
          status: '已完成初稿，正在征求意见。'.repeat(5),
        }),
      ],
      { title: '夯实基础，'.repeat(20) },
    ),
  ])
  const text = await writePlan(long, 'tree', { width: 60 })
  for (const line of text.split('\n')) expect(stringWidth(line, { ambiguousIsNarrow: false })).toBeLessThanOrEqual(60)
  expect(text).toContain('…')
})

test('colours add nothing but colours', async () => {
  const coloured = await writePlan(samplePlan(), 'tree', { colour: true })
  expect(coloured).toContain('\u001b[')
  expect(stripVTControlCharacters(coloured)).toBe(await writePlan(samplePlan(), 'tree'))
})

test('a doubtful plan says so, in English as well', async () => {
  const made = plan([task()], { messages: [{ code: 'no-tasks', severity: 'warning', reason: '', position: null }] })
  expect(await writePlan(made, 'tree', { lang: 'en' })).toContain('1 task · 1 doubtful place')
})

test('nothing of a document can take over the terminal', async () => {
  const evil = '\u001b]0;x\u0007\u009b31m\u202e\u2066a\rb\u0008\u007f\ud800'
  const made = plan(
    [
      section(
        [task({ text: evil, marker: evil, status: evil, units: [unit(evil)], deadlines: [date('2023-06-30')] })],
        { title: evil },
      ),
    ],
    { source: { path: evil, format: 'text', encoding: 'utf-8', map: null } },
  )
  Object.assign(made.document, { title: evil, number: evil, issuer: evil })
  const text = await writePlan(made, 'tree', { several: true })
  expect(text).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u)
  expect(text).toContain('\\u001b]0;x')
})
