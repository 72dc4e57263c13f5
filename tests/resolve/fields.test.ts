/** Which units and deadlines a piece of work has, and which words are pieces of work. */
import { describe, expect, test } from 'vitest'
import { parsePlan } from '../../src/index.ts'
import type { PlanNode } from '../../src/plan.ts'
import { tasks } from '../../src/tasks.ts'

/** Each task: its words, its units with where they come from, its deadlines. */
function read(lines: string) {
  const text = `云江县2023年工作要点\n${lines.replace(/^ +/gm, '').trim()}\n`
  return Array.from(tasks(parsePlan(text)), ({ task }) =>
    [
      task.text,
      task.units.map(({ name, role, source }) => `${name}/${role}/${source}`).join(' '),
      task.deadlines.map(({ raw, source }) => `${raw}/${source}`).join(' '),
    ]
      .filter((part) => part !== '')
      .join(' · '),
  )
}

describe('what a heading says holds for what stands below it', () => {
  test.each([
    [
      'where that says nothing itself',
      `一、供水（责任单位：水务局；完成时限：6月底前）
       （一）改造管网。
       （二）检测水质。（责任单位：监测站）
       （三）公示水质。（完成时限：9月底前）
       （四）总结。（责任单位：办公室；完成时限：12月底前）`,
      [
        '改造管网。 · 水务局/responsible/heading · 6月底前/heading',
        '检测水质。 · 监测站/responsible/annotation · 6月底前/heading',
        '公示水质。 · 水务局/responsible/heading · 9月底前/annotation',
        '总结。 · 办公室/responsible/annotation · 12月底前/annotation',
      ],
    ],
    [
      'the nearest one counts, units and deadlines each for themselves',
      `一、供水（责任单位：水务局；完成时限：6月底前）
       （一）管网（责任单位：供水科）
       1.改造管网。
       （二）水质（完成时限：9月底前）
       1.检测水质。`,
      [
        '改造管网。 · 供水科/responsible/heading · 6月底前/heading',
        '检测水质。 · 水务局/responsible/heading · 9月底前/heading',
      ],
    ],
    [
      'numbered lines that say but who and when among the work are the heading’s',
      `一、河道保洁
       1.具体措施：清理河面。
       2.整改时限：6月底前
       3.责任单位：水务局
       二、排口登记
       （一）工作时间：7月至9月。
       （二）工作要求：登记全部排口。`,
      [
        '具体措施：清理河面。 · 水务局/responsible/heading · 6月底前/heading',
        '工作要求：登记全部排口。 · 7月至9月/heading',
      ],
    ],
    [
      'what the running text says is added to it',
      `一、供水（责任单位：水务局；完成时限：年底前）
       （一）由监测站牵头，每月检测水质。`,
      ['由监测站牵头，每月检测水质。 · 水务局/responsible/heading 监测站/lead/text · 年底前/heading 每月/text'],
    ],
    [
      'a label in the midst of it names whom it says, where a sentence goes on behind them',
      `一、进展
       1、供水保障工程，牵头部门：水务局。改造管网8公里。
       2、检测水质，牵头部门：另行确定。每月检测。`,
      [
        '供水保障工程，牵头部门：水务局。改造管网8公里。 · 水务局/lead/text',
        '检测水质，牵头部门：另行确定。每月检测。 · 每月/text',
      ],
    ],
    [
      'a person by name is in charge, and how all of them work says nothing',
      `一、供水
       （一）管网改造由王大明同志负责牵头实施。
       （二）检测水质。各有关部门按职责分工，密切配合。`,
      ['管网改造由王大明同志负责牵头实施。 · 王大明同志/supervisor/text', '检测水质。各有关部门按职责分工，密切配合。'],
    ],
    [
      'in the order of the text, where a row says it before the words too',
      `|序号|责任单位|完成时限|工作任务|
       |---|---|---|---|
       |1|供水科|年底前|由监测站牵头，每月检测水质。|`,
      ['由监测站牵头，每月检测水质。 · 供水科/responsible/annotation 监测站/lead/text · 年底前/annotation 每月/text'],
    ],
    [
      'and where a row says 同上',
      `|序号|工作任务|责任单位|
       |---|---|---|
       |1|改造管网。|供水科|
       |2|由监测站牵头，检测水质。|同上|`,
      [
        '改造管网。 · 供水科/responsible/annotation',
        '由监测站牵头，检测水质。 · 监测站/lead/text 供水科/responsible/heading',
      ],
    ],
    [
      'but not by the words of a group in a table to its rows',
      `|序号|工作任务|责任单位|完成时限|
       |---|---|---|---|
       |一、由监测站牵头，每月检测水质||||
       |1|改造管网。|供水科||
       |2|公示水质。||9月底前|`,
      ['改造管网。 · 供水科/responsible/annotation', '公示水质。 · 9月底前/annotation'],
    ],
    [
      'but for a name that stands there already, in the same role',
      `一、供水
       （一）由监测站牵头，检测水质。（牵头单位：监测站）
       （二）由监测站牵头，检测水质。（责任单位：监测站）`,
      [
        '由监测站牵头，检测水质。 · 监测站/lead/annotation',
        '由监测站牵头，检测水质。 · 监测站/lead/text 监测站/responsible/annotation',
      ],
    ],
  ])('%s', (_, lines, wanted) => expect(read(lines)).toEqual(wanted))
})

describe('an item whose sentences each say who is as many tasks', () => {
  test.each([
    [
      'each with its own',
      `一、供水
       改造管网（供水科）。检测水质（监测站）。`,
      ['改造管网。 · 供水科/responsible/annotation', '检测水质。 · 监测站/responsible/annotation'],
    ],
    [
      'the first of them too, however short it is',
      `一、供水
       （一）改造管网（供水科）。检测水质（监测站）。公示结果（办公室）。`,
      [
        '改造管网。 · 供水科/responsible/annotation',
        '检测水质。 · 监测站/responsible/annotation',
        '公示结果。 · 办公室/responsible/annotation',
      ],
    ],
    [
      'but a line of its own heads those below it, and what it says holds for all that say nothing of it',
      `一、供水
       （一）改造管网（供水科，年底前）。
       检测水质，并公示（监测站）。
       公示结果，接受监督（办公室）。`,
      [
        '检测水质，并公示。 · 监测站/responsible/annotation · 年底前/heading',
        '公示结果，接受监督。 · 办公室/responsible/annotation · 年底前/heading',
      ],
    ],
    [
      'what says nothing of who goes with the next, and what is left over with the last',
      `一、供水
       （一）依法依规，先行摸底（6月底前）。改造管网（责任单位：供水科）。检测水质（责任单位：监测站）。及时总结。`,
      [
        '依法依规，先行摸底。改造管网。 · 供水科/responsible/annotation · 6月底前/annotation',
        '检测水质。及时总结。 · 监测站/responsible/annotation',
      ],
    ],
    [
      'brackets one behind the other say it of the same words',
      `一、供水
       改造管网（供水科）（6月底前）。检测水质（监测站）（9月底前）。公示结果（办公室）。`,
      [
        '改造管网。 · 供水科/responsible/annotation · 6月底前/annotation',
        '检测水质。 · 监测站/responsible/annotation · 9月底前/annotation',
        '公示结果。 · 办公室/responsible/annotation',
      ],
    ],
    [
      'who stands before the words goes with them',
      `一、供水
       （一）（责任单位：供水科）改造管网（6月底前）。检测水质（责任单位：监测站）。公示结果（责任单位：办公室）。`,
      [
        '改造管网。 · 供水科/responsible/annotation · 6月底前/annotation',
        '检测水质。 · 监测站/responsible/annotation',
        '公示结果。 · 办公室/responsible/annotation',
      ],
    ],
    [
      'what the running text says makes no task of its own',
      `一、供水
       （一）由监测站牵头，检测水质（6月底前）。改造管网（责任单位：供水科）。`,
      ['由监测站牵头，检测水质。改造管网。 · 监测站/lead/text 供水科/responsible/annotation · 6月底前/annotation'],
    ],
    [
      'one alone is one',
      `一、供水
       （一）先行摸底。改造管网。（责任单位：供水科；完成时限：6月底前）`,
      ['先行摸底。改造管网。 · 供水科/responsible/annotation · 6月底前/annotation'],
    ],
    [
      'paragraphs too, below a heading that is none of them',
      `一、供水
       （一）加强管理
       改造管网。（责任单位：供水科）
       检测水质。（责任单位：监测站）`,
      ['改造管网。 · 供水科/responsible/annotation', '检测水质。 · 监测站/responsible/annotation'],
    ],
  ])('%s', (_, lines, wanted) => expect(read(lines)).toEqual(wanted))
})

test('the words of each are one span, and the stop behind its bracket another', () => {
  const text =
    '云江县2023年工作要点\n一、供水\n改造管网（供水科）。检测水质（责任单位：监测站）及时汇总。通报（责任单位：办公室）'
  const spans = Array.from(tasks(parsePlan(text)), ({ task }) =>
    task.spans.map(({ start, end }) => text.slice(start, end)),
  )
  expect(spans).toEqual([
    ['改造管网', '（供水科）', '。'],
    ['检测水质', '（责任单位：监测站）'],
    ['及时汇总。通报', '（责任单位：办公室）'],
  ])
})

test('no span begins or ends with a blank', () => {
  const text = '云江县2023年工作要点\n\n 一、供水 （责任单位：水务局 ） \n （一） 改造管网。 （完成时限：6月底前） \n'
  const plan = parsePlan(text)
  const spansIn = (nodes: readonly PlanNode[]): string[] =>
    nodes.flatMap((node) => [
      ...node.spans.map(({ start, end }) => text.slice(start, end)),
      ...(node.type === 'section' ? spansIn(node.children) : []),
    ])
  const spans = spansIn(plan.children)
  expect(spans).toContain('改造管网。')
  expect(spans).toEqual(spans.map((span) => span.trim()))
})

test('printed forms keep their blanks, names lose them', () => {
  const text = '一、开展检查。（责任单位：县 财政局；责 任 领 导：周 文远；资金 来源：县 级）'
  const [task] = Array.from(tasks(parsePlan(text)), ({ task }) => task)
  expect(task?.units.map(({ name, raw }) => [name, raw])).toEqual([
    ['县财政局', '县 财政局'],
    ['周文远', '周 文远'],
  ])
  expect(task?.extra.map(({ label, value }) => [label, value])).toEqual([['资金来源', '县 级']])
})

describe('how far the work is', () => {
  const told = (text: string) =>
    Array.from(tasks(parsePlan(`云江县2023年重点工作落实情况\n${text}`)), ({ task }) => [
      task.text,
      task.status,
      ...task.extra.map(({ label, value }) => `${label}=${value}`),
    ])

  test.each([
    ['一、改造户厕3000户。（责任单位：县农业农村局；完成时限：10月底前）进展：完成3105户。', []],
    ['一、改造户厕3000户。进展：完成3105户。存在问题：个别村进度慢。', ['存在问题=个别村进度慢。']],
    ['一、改造户厕3000户。完成情况：完成3105户。主要问题：雨季停工。', ['主要问题=雨季停工。']],
  ])('%s', (line, extra) => {
    expect(told(`${line}\n二、新建绿道。`)[0]?.slice(1)).toEqual([expect.stringMatching(/^完成3105户。?$/), ...extra])
  })

  test('a list of troubles is no part of how far it is', () => {
    const text =
      '一、改造户厕3000户。\n完成情况：完成2100户。\n存在问题：\n资金不足；\n雨季停工。\n责任单位：县农业农村局'
    expect(told(`${text}\n二、新建绿道。`)[0]).toEqual([
      '改造户厕3000户。',
      '完成2100户。',
      '存在问题=资金不足；',
      '存在问题=雨季停工。',
    ])
  })

  test('troubles behind a label in brackets are none either', () => {
    const text = '一、改造户厕3000户。\n【完成情况】完成2100户。\n【存在问题】雨季停工。\n二、新建绿道。'
    expect(told(text)[0]).toEqual(['改造户厕3000户。', '完成2100户。', '存在问题=雨季停工。'])
  })

  test('who sees to all of it is told of none', () => {
    const text = '问题1：消防通道被占用。\n责任单位：物业公司\n整改状态：未完成\n\n以上隐患由街道平安办跟踪督办。'
    expect(told(text)).toEqual([['消防通道被占用。', '未完成']])
  })
})
