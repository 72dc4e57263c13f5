/** What planparse promises of every text: nothing is lost, nothing is invented, nothing throws. */
import fc from 'fast-check'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { parsePlan, readDeadline, readPlan, verifyPlan } from '../src/index.ts'
import { Plan } from '../src/plan.ts'
import { tasks } from '../src/tasks.ts'
import planparse from '../src/unified.ts'
import { planLike } from './fuzz/texts.ts'

const anything = planLike().map(({ text }) => text)

describe('of any text', () => {
  test('every character that is not white space lies in exactly one span, and every value at its place', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(verifyPlan(text, parsePlan(text))).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  test('the plan is what the schema says', () => {
    fc.assert(
      fc.property(anything, (text) => {
        Plan.parse(parsePlan(text, { withText: true }))
      }),
      { numRuns: 60 },
    )
  })

  test('the same text gives the same plan', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(parsePlan(text)).toEqual(parsePlan(text))
      }),
      { numRuns: 60 },
    )
  })

  test('bytes of any kind are read, or refused as no text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const made = await readPlan(bytes).catch((error: { code?: string }) => error.code ?? error)
        expect(typeof made === 'object' ? (made as { type?: string }).type : made).toMatch(/^(?:plan|not-text)$/)
      }),
      { numRuns: 100 },
    )
  })
})

const NOTICE = `平川县2024年水务工作要点

一、保障供水
（一）改造老旧管网。完成城区管网改造20公里。（责任单位：供水科、各水厂；完成时限：6月底前）
（二）开展水质检测。每月公示一次。（监测科牵头，各水厂配合）
`

describe('a notice', () => {
  const plan = parsePlan(NOTICE)
  test('gives its tasks with the sections above them', () => {
    const found = [...tasks(plan)].map(({ task, sections }) => [
      sections.map((section) => section.title),
      task.id,
      task.title,
    ])
    expect(found).toEqual([
      [['保障供水'], '1.1', '改造老旧管网'],
      [['保障供水'], '1.2', '开展水质检测'],
    ])
  })
  test('line ends and a byte order mark change nothing', async () => {
    const texts = (text: string) =>
      [...tasks(parsePlan(text))].map(({ task }) => [task.text, task.units.map((unit) => unit.name)])
    expect(texts(NOTICE.replaceAll('\n', '\r\n'))).toEqual(texts(NOTICE))
    const marked = await readPlan(new TextEncoder().encode(`\ufeff${NOTICE}`))
    expect(marked.children).toEqual(plan.children)
  })
})

test.each([
  ['', 'empty-document'],
  [' \n\t ', 'empty-document'],
  ['关于放假的通知\n各科室：\n明日起放假。', 'no-tasks'],
])('of %j it says %s', (text, code) => {
  expect(parsePlan(text).messages.map((message) => message.code)).toEqual([code])
})

test.each<[string, string | null, Record<string, string>]>([
  ['〔责任单位：办公室；备注：甲；进展情况：乙〕', '乙', { 备注: '甲' }],
  [
    '〔备注：甲，资金来源：县级、进展情况：初稿已成；下一步印发〕',
    '初稿已成；下一步印发',
    { 备注: '甲', 资金来源: '县级' },
  ],
  ['〔进展情况：已完成。；备注：甲〕', '已完成。', { 备注: '甲' }],
  ['\n责任单位：办公室；备注：甲；进展情况：乙。', '乙。', { 备注: '甲' }],
  ['\n进展情况：已办；备注：丙；', '已办', { 备注: '丙；' }],
])('of labels in one line, %j, the separator is of neither', (labels, status, extra) => {
  const plan = parsePlan(`云江县2023年工作要点\n一、夯实基础\n（一）完善台账管理制度。${labels}\n`)
  const [found] = [...tasks(plan)].map(({ task }) => task)
  expect(found?.status).toBe(status)
  expect(Object.fromEntries((found?.extra ?? []).map(({ label, value }) => [label, value]))).toEqual(extra)
})

describe('with unified', () => {
  test('the parser gives the plan tree, and the messages go to the file', () => {
    const file = new VFile({ value: '一、开展检查（完成时限：适时）', path: '通知.txt' })
    const plan = unified().use(planparse).parse(file)
    expect(plan.type).toBe('plan')
    expect(plan.source.path).toBe('通知.txt')
    expect(file.messages.map((message) => [message.ruleId, message.line])).toEqual([['deadline-unrecognized', 1]])
  })
  test('options are those of the parser', () => {
    const plan = unified().use(planparse, { year: 2031 }).parse('一、办结（完成时限：6月底）')
    expect(plan.document.year).toBe(2031)
  })
})

test('the deadline reader by itself', () => {
  expect(readDeadline('9月底前', { year: 2023 })).toMatchObject([{ raw: '9月底前', kind: 'date', due: '2023-09-30' }])
  expect(readDeadline('9月底前')).toMatchObject([{ kind: 'unrecognized' }])
  expect(() => readDeadline('9月底前', { year: 23 })).toThrow('四位数的年份')
  expect(readDeadline('6月底前印发，12月底前完成', { year: 2024 }).map((deadline) => deadline.raw)).toEqual([
    '6月底前印发',
    '12月底前完成',
  ])
  expect(readDeadline(' ')).toEqual([])
})
