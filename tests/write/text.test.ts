import { expect, test } from 'vitest'
import { writePlan, writerOf } from '../../src/write/index.ts'
import { date, plan, samplePlan, section, task, unit } from '../plans.ts'

const HEAD = `云江县2023年政务公开工作要点
云政办〔2023〕8号
云江县人民政府办公室
2023年3月1日

（说明：各项之间空一行，下级缩进；各项末尾〔〕内为单位和时限，其后缩进的各行为进展等情况。未写明年份的时限，按2023年计。）
`

test('title, number, organ and date, and the items, each closed by who and by when', async () => {
  expect(await writePlan(samplePlan(), 'text')).toBe(`${HEAD}
一、夯实基础

　　（一）完善台账。〔牵头单位：办公室；责任单位：法规科、信息科；配合单位：财务科；责任领导：李明；完成时限：6月底〕
　　　　进展情况：已完成初稿。
　　　　备注：每季一报

　　（二）加强培训
　　每年不少于两次，"全员"参加。
`)
})

test('what is not known is left out', async () => {
  const made = plan([task()])
  Object.assign(made.document, { title: null, number: null, issuer: null, issuedOn: null, year: null })
  expect(await writePlan(made, 'text')).toBe(`（没有标题）

（说明：各项之间空一行，下级缩进；各项末尾〔〕内为单位和时限，其后缩进的各行为进展等情况。）

（一）完善台账。
`)
})

test('headings without a task are left out', async () => {
  const made = plan([
    section([], { title: '总体要求', role: 'narrative' }),
    section([task()], { id: '2', marker: '二、' }),
  ])
  expect(await writePlan(made, 'text')).not.toContain('总体要求')
})

test('a number that no document prints is set off by a tab, and so is none where the words begin with one', async () => {
  const made = plan([
    task({ marker: '序号4' }),
    task({ marker: '', text: '1.5亿元到位。' }),
    task({ marker: '', text: '2' }),
  ])
  expect(await writePlan(made, 'text')).toBe(`${HEAD}
序号4\t完善台账。

—\t1.5亿元到位。

—\t2
`)
})

test('words that would be taken for a bracket of units are followed by one that names nobody', async () => {
  const made = plan([task({ text: '印发《分工》〔责任单位：甲局〕' }), task({ text: '印发〔分工〕' })])
  expect(await writePlan(made, 'text')).toBe(`${HEAD}
（一）印发《分工》〔责任单位：甲局〕〔责任单位：无〕

（一）印发〔分工〕
`)
})

test('names with separators stand in quotation marks', async () => {
  const units = [unit('甲局、乙局联合专班'), unit('各县（市、区）人民政府'), unit('“互联网+”专班'), unit('丙局（丁科')]
  expect(await writePlan(plan([task({ units })]), 'text')).toContain(
    '〔责任单位：“甲局、乙局联合专班”、各县（市、区）人民政府、“互联网+”专班、“丙局（丁科”〕',
  )
})

test('deadlines stand in one phrase', async () => {
  const deadlines = [date('2023-06-30', { raw: '6月底前印发' }), date('2023-12-31', { raw: '12月底前完成' })]
  expect(await writePlan(plan([task({ deadlines })]), 'text')).toContain('〔完成时限：6月底前印发；12月底前完成〕')
})

test('several plans follow each other', async () => {
  const writing = await writerOf('text').open({ several: true })
  const pieces = [samplePlan(), samplePlan()].flatMap((each) => [...writing.plan(each)])
  expect(pieces.join('').split(HEAD)).toHaveLength(3)
})
