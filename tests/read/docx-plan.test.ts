/** A plan numbered by Word is the plan that is numbered by hand. */
import { expect, test } from 'vitest'
import { planOf, readPlan } from '../../src/parse.ts'
import { readDocx } from '../../src/read/docx.ts'
import { type PlacedTask, tasks } from '../../src/tasks.ts'
import { abstractNum, docx, lvl, num, type Parts, p, startOverride, table, tc } from './docx-build.ts'

const planOfDocx = async (parts: Parts) =>
  planOf({ ...(await readDocx(docx(parts))), format: 'text', encoding: 'utf-8' }, {})

const NUMBERING =
  abstractNum(
    0,
    lvl(0, 'chineseCountingThousand', '%1、'),
    lvl(1, 'chineseCountingThousand', '（%2）'),
    lvl(2, 'decimal', '%3.'),
    lvl(3, 'decimalEnclosedCircle', '%4'),
  ) +
  abstractNum(1, lvl(0, 'decimal', '%1')) +
  abstractNum(2, lvl(0, 'decimal', '【%1】')) +
  num(1, 0) +
  num(2, 1) +
  num(3, 2) +
  num(4, 0, startOverride(0, 6))

/** What is the same however a plan was saved. */
const said = ({ task, sections }: PlacedTask) => ({
  id: task.id,
  marker: task.marker,
  title: task.title,
  text: task.text,
  sections: sections.map((section) => section.marker + section.title),
  units: task.units.map((unit) => unit.name),
  deadlines: task.deadlines.map((deadline) => deadline.raw),
})

const TITLE = '某市2023年政务服务工作要点'

/** Paragraphs with the level at which Word numbers them, and what it prints. */
const PARAGRAPHS: readonly (readonly [level: number | null, printed: string, text: string])[] = [
  [null, '', TITLE],
  [0, '一、', '深化审批改革'],
  [1, '（一）', '压缩审批时限。2023年6月底前完成。（责任单位：市行政审批局）'],
  [1, '（二）', '推进“一网通办”'],
  [2, '1.', '归集数据。（责任单位：市大数据局）'],
  [2, '2.', '统一入口。'],
  [3, '①', '整合现有平台。（责任单位：市政府办公室）'],
  [3, '②', '关停旧平台。（责任单位：市财政局）'],
  [0, '二、', '加强队伍建设'],
  [1, '（一）', '开展业务培训。每季度不少于一次。（责任单位：市人力资源社会保障局）'],
  [2, '1.', '编写教材。'],
  [2, '2.', '组织考试。'],
]

test('outline, markers, ids, units and deadlines are those of the text', async () => {
  const text = PARAGRAPHS.map(([, printed, words]) => printed + words).join('\n')
  const body = PARAGRAPHS.map(([level, , words]) => p(words, level === null ? {} : { num: [1, level] })).join('')
  const byHand = Array.from(tasks(await readPlan(Buffer.from(text))), said)
  const plan = await planOfDocx({ body, numbering: NUMBERING })
  expect(Array.from(tasks(plan), said)).toEqual(byHand)
  expect(byHand.length).toBe(6)
  expect(Array.from(tasks(plan)).every(({ task }) => task.markerGenerated)).toBe(true)
})

test('numbers that jump, as Word was told, are kept', async () => {
  const body =
    p(TITLE) + p('推进改革。', { num: [1, 0] }) + p('优化服务。', { num: [4, 0] }) + p('加强监管。', { num: [4, 0] })
  const plan = await planOfDocx({ body, numbering: NUMBERING })
  expect(Array.from(tasks(plan), ({ task }) => [task.id, task.marker])).toEqual([
    ['1', '一、'],
    ['6', '六、'],
    ['7', '七、'],
  ])
})

test('markers of a style that no table knows are markers still', async () => {
  const body = p(TITLE) + p('推进改革。', { num: [3, 0] }) + p('优化服务。', { num: [3, 0] })
  const plan = await planOfDocx({ body, numbering: NUMBERING })
  expect(Array.from(tasks(plan), ({ task }) => [task.id, task.marker, task.ordinal])).toEqual([
    ['1', '【1】', 1],
    ['2', '【2】', 2],
  ])
})

test('rows with automatic numbers have them as their markers', async () => {
  const number = tc(p('', { num: [2, 0] }))
  const rows = table(
    ['序号', '工作任务', '责任单位', '完成时限'],
    [number, '推进“一网通办”。', '市大数据局', '2023年6月底'],
    [number, '开展业务培训。', '市教育局', '2023年9月底'],
  )
  const plan = await planOfDocx({ body: p(TITLE) + rows, numbering: NUMBERING })
  expect(Array.from(tasks(plan), ({ task }) => [task.id, task.marker, task.markerGenerated, task.text])).toEqual([
    ['1', '1', true, '推进“一网通办”。'],
    ['2', '2', true, '开展业务培训。'],
  ])
})

test('a numbered heading right after the title is no part of the title', async () => {
  const body =
    p('2023年工作要点') +
    p('总体要求', { num: [1, 0] }) +
    p('重点任务', { num: [1, 0] }) +
    p('推进改革。', { num: [1, 1] })
  const plan = await planOfDocx({ body, numbering: NUMBERING })
  expect(plan.document.title).toBe('2023年工作要点')
  expect(Array.from(tasks(plan), ({ task }) => task.id)).toContain('2.1')
})

test('a list of attachments that Word numbers is no work', async () => {
  const body =
    p('关于做好政务服务工作的通知') +
    p('各单位：') +
    p('推进改革。', { num: [1, 0] }) +
    p('附件：') +
    p('任务分解表', { num: [2, 0] }) +
    p('责任清单', { num: [2, 0] })
  const numbering = NUMBERING.replace('w:val="%1"/>', 'w:val="%1."/>')
  const plan = await planOfDocx({ body, numbering })
  expect(Array.from(tasks(plan), ({ task }) => task.text)).toEqual(['推进改革。'])
})
