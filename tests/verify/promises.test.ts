/** A plan that breaks a promise is found out: each is broken here on purpose. */
import { expect, test } from 'vitest'
import { parsePlan, verifyPlan } from '../../src/index.ts'
import type { Paragraph, Plan, Section, Task } from '../../src/plan.ts'
import { type PromiseId, prove } from '../../src/verify/index.ts'

const TEXT = `云江县2023年政务公开工作要点
一、夯实基础
（一）完善台账管理制度。逐项核对。〔责任单位：办公室、法规科；完成时限：6月底〕
（二）加强业务培训，提高工作水平。〔责任单位：人事科；备注：每季一报〕
云江县人民政府办公室
2023年3月1日
`

interface Parts {
  plan: Plan
  title: Paragraph
  section: Section
  first: Task
  second: Task
}

function parts(): Parts {
  const plan = parsePlan(TEXT)
  const [title, section] = plan.children as [Paragraph, Section]
  const [first, second] = section.children as [Task, Task]
  return { plan, title, section, first, second }
}

test('a plan as it was read keeps them all', () => {
  const { plan } = parts()
  expect(verifyPlan(TEXT, plan)).toEqual([])
})

test('a numbered line that says who or when is the heading’s, its number no part of the heading’s', () => {
  const text = '云江县2023年整改方案\n一、河道清理不彻底\n1.整改措施：组织清淤。\n2.责任单位：县水利局\n'
  const plan = parsePlan(text)
  expect(verifyPlan(text, plan)).toEqual([])
  expect(plan.children.at(-1)).toMatchObject({ marker: '一、', units: [{ name: '县水利局' }] })
})

const CASES: Record<string, [PromiseId, (parts: Parts) => void]> = {
  'a character in no span': ['coverage', ({ second }) => second.spans.pop()],
  'a character in two spans': ['coverage', ({ title, section }) => title.spans.push(...section.spans.slice(0, 1))],
  'a node that is not there': ['coverage', ({ section }) => section.children.pop()],
  'a span without a character': ['places', ({ title }) => title.spans.push({ start: 3, end: 3, kind: 'title' })],
  'a span beyond the text': ['places', ({ title }) => title.spans.push({ start: 900, end: 901, kind: 'title' })],
  'a line that is another': ['places', ({ first }) => (first.units[0] as Task['units'][0]).position.start.line++],
  'a column that is another': ['places', ({ plan }) => plan.position.end.column++],
  'a node wider than what it holds': ['places', ({ first }) => Object.assign(first.position.end, { offset: 70 })],
  'a message beyond the text': [
    'places',
    ({ plan, title }) => {
      const end = { line: 9, column: 1, offset: 999 }
      const position = { ...title.position, end }
      plan.messages.push({ code: 'text-unread', severity: 'warning', reason: '', position })
    },
  ],
  'a unit that stands elsewhere': [
    'values',
    ({ first }) => {
      const [one, other] = first.units as [Task['units'][0], Task['units'][0]]
      one.position = other.position
    },
  ],
  'a deadline with another printed form': [
    'values',
    ({ first }) => Object.assign(first.deadlines[0] as object, { raw: '7月底' }),
  ],
  'a printed form with a character left out': [
    'values',
    ({ first }) => Object.assign(first.deadlines[0] as object, { raw: '6月' }),
  ],
  'another label with other words': [
    'values',
    ({ second }) => Object.assign(second.extra[0] as object, { value: '每年一报' }),
  ],
  'words that stand nowhere': ['words', ({ first }) => Object.assign(first, { text: `${first.text}并报备。` })],
  'words that were left out': ['words', ({ second }) => Object.assign(second, { text: '加强业务培训。' })],
  'a title that is another': ['words', ({ first }) => Object.assign(first, { title: '完善台账' })],
  'a number that is another': ['words', ({ section }) => Object.assign(section, { marker: '二、' })],
  'a paragraph with other words': ['words', ({ title }) => Object.assign(title, { value: '工作要点' })],
  'an id that comes twice': ['ids', ({ first, second }) => Object.assign(second, { id: first.id })],
  'tasks in another order': ['order', ({ section }) => section.children.reverse()],
}

test.each(Object.entries(CASES))('%s', (_, [promise, damage]) => {
  const damaged = parts()
  damage(damaged)
  expect(verifyPlan(TEXT, damaged.plan).map((found) => found.promise)).toContain(promise)
})

test('white space and furniture may lie within a value, other words may not', () => {
  const torn = '云江县2023年工作要点\n一、建立台账。（责任单位：县发展和\n— 1 —\n改革局；完成时限：6月底）\n'
  const plan = parsePlan(torn)
  const task = plan.children.find((node): node is Task => node.type === 'task')
  expect(task?.units.map(({ raw }) => raw)).toEqual(['县发展和改革局'])
  expect(verifyPlan(torn, plan)).toEqual([])
  for (const { spans } of plan.children) for (const span of spans) if (span.kind === 'furniture') span.kind = 'note'
  expect(verifyPlan(torn, plan).map(({ promise }) => promise)).toContain('values')
})

test('a cell that takes several lines beside others stands in pieces', () => {
  const table = (unit: string) =>
    `云江县2023年任务表\n序号  任务          完成时限    责任单位\n1     建立管理台账  2023年6     ${unit}\n      制度          月底前      教育股\n`
  const plan = parsePlan(table('县政府'))
  const [task] = plan.children.flatMap((node) => (node.type === 'task' ? [node] : []))
  expect(task?.deadlines.map(({ raw }) => raw)).toEqual(['2023年6月底前'])
  expect(verifyPlan(table('县政府'), plan)).toEqual([])
  expect(verifyPlan(table('县政府').replace('月底前', '月初前'), plan).map(({ promise }) => promise)).toContain(
    'values',
  )
})

test('a task without words of its own may repeat the one before it, only in a format that merges cells', () => {
  const { plan, first, second } = parts()
  const mute = second.spans.filter(({ kind }) => kind !== 'text' && kind !== 'title')
  const broken = (format: Plan['source']['format'], text: string) => {
    const says = { ...second, spans: mute, title: null, text }
    const made = { ...plan, source: { ...plan.source, format } }
    made.children = plan.children.map((node) => (node.type === 'section' ? { ...node, children: [first, says] } : node))
    return verifyPlan(TEXT, made).filter(({ promise }) => promise === 'words').length
  }
  expect(broken('html', first.text)).toBe(0)
  expect(broken('html', second.text)).toBe(1)
  expect(broken('text', first.text)).toBe(1)
})

test('another result the second time is one that is not proved', () => {
  const { plan } = parts()
  expect(prove(TEXT, plan, parsePlan(TEXT)).breaks).toEqual([])
  expect(prove(TEXT, plan, parsePlan(TEXT, { year: 2031 })).breaks.map(({ promise }) => promise)).toEqual(['repeat'])
})

test('what lies where: all of the text, in order', () => {
  const { plan } = parts()
  const { map, characters, held, tasks, values } = prove(TEXT, plan, plan)
  expect(map.map(({ node }) => node)).toEqual([
    'paragraph title',
    'section 1',
    'task 1.1',
    'task 1.2',
    'paragraph signature',
    'paragraph date',
  ])
  expect(map.map(({ start, end }) => TEXT.slice(start, end)).join('\n')).toBe(TEXT.trim())
  expect(characters).toBe(TEXT.replace(/\s/g, '').length)
  expect([...held.values()].reduce((sum, count) => sum + count)).toBe(characters)
  expect([tasks, values]).toEqual([2, 4])
})
