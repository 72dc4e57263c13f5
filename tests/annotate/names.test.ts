/** Bodies on lines of their own below 责任单位：…, and the years of stages. */
import { expect, test } from 'vitest'
import { parsePlan, tasks } from '../../src/index.ts'

const PLAN = '和川县2024年河道整治工作方案'

function unitsOf(...lines: string[]): string[][] {
  return Array.from(tasks(parsePlan([PLAN, ...lines].join('\n'))), ({ task }) => [
    task.text,
    ...task.units.map(({ name, role }) => `${role} ${name}`),
  ])
}

test.each<[string, string, string[]]>([
  ['a line of bodies goes on with them', '各乡镇（街道）、柳桥建管办', ['各乡镇（街道）', '柳桥建管办']],
  ['one body too', '县农业农村局', ['县农业农村局']],
])('under a label’s line of bodies %s', (_, line, names) => {
  expect(
    unitsOf('一、清理排污口。年底前完成。', '牵头单位：县住建局', '配合单位：县水利局', line, '二、补栽护岸林。'),
  ).toEqual([
    ['清理排污口。年底前完成。', 'lead 县住建局', 'support 县水利局', ...names.map((name) => `support ${name}`)],
    ['补栽护岸林。'],
  ])
})

test.each([
  ['a sentence', '县水利局要每月调度。'],
  ['what is more than names', '县水利局牵头的巡查队伍组建方案'],
])('but %s does not', (_, line) => {
  const [[text, ...units] = []] = unitsOf('一、清理排污口。', '责任单位：县住建局', line, '二、补栽护岸林。')
  expect(units[0]).toBe('responsible 县住建局')
  expect(text).toContain(line.slice(0, 4))
})

test('a bracket that closes on the line of its second label is no part of the name there', () => {
  expect(
    unitsOf('一、清理排污口。', '（牵头领导：许明', '责任单位：县住建局、县水利局）', '二、补栽护岸林。')[0],
  ).toEqual(['清理排污口。', 'supervisor 许明', 'responsible 县住建局', 'responsible 县水利局'])
})

test.each([
  ['集中攻坚（2025年）', '2025-12-31'],
  ['巩固提升（2026年）', '2026-12-31'],
  ['动员部署（2024年4月）', '2024-04-30'],
])('the bracket behind a stage says when: %s', (heading, due) => {
  const plan = parsePlan(
    [PLAN, '一、时间安排', `（一）${heading}。完善制度。`, '（二）总结验收。组织评估。'].join('\n'),
  )
  const [first] = Array.from(tasks(plan), ({ task }) => task)
  expect(first).toMatchObject({ title: heading.slice(0, 4), deadlines: [{ due }] })
})

test('stages told one a line, each with its time behind its name, are tasks', () => {
  const lines = ['第一阶段（4月上旬）：动员部署。', '第二阶段（4月11日至11月30日）：集中整治。每月20日前报送数据。']
  const plan = parsePlan([PLAN, '一、工作步骤', ...lines, '二、清理堤岸。'].join('\n'))
  const [first, second] = Array.from(tasks(plan), ({ task }) => task)
  expect(first).toMatchObject({ marker: '第一阶段', text: '动员部署。', deadlines: [{ due: '2024-04-10' }] })
  expect(second).toMatchObject({ marker: '第二阶段', text: '集中整治。每月20日前报送数据。' })
  expect(second?.deadlines[0]).toMatchObject({ start: '2024-04-11', due: '2024-11-30' })
  expect(plan.messages.filter(({ code }) => code === 'bracket-unclosed')).toEqual([])
})

test.each([
  ['（二）总结提升（2025年3月）。健全机制，3月20日前报送总结。', '2025-03-20'],
  ['（二）总结提升（2024年12月至2025年3月）。健全机制，12月20日前报送总结。', '2024-12-20'],
  ['（二）总结提升，2025年3月底前完成验收。12月20日前报送总结。', '2024-12-20'],
])('days told in a stage are of its year, where it has but one: %s', (line, due) => {
  const plan = parsePlan([PLAN, '一、时间安排', '（一）动员部署（2024年4月）。', line].join('\n'))
  const last = Array.from(tasks(plan), ({ task }) => task).at(-1)
  expect(last?.deadlines.at(-1)).toMatchObject({ due })
})

test('a mere year behind other words is theirs', () => {
  const plan = parsePlan(
    [PLAN, '一、主要任务', '（一）农村公路建设计划（2025年）。完善制度。', '（二）总结经验。'].join('\n'),
  )
  const [first] = Array.from(tasks(plan), ({ task }) => task)
  expect(first?.deadlines).toEqual([])
})
