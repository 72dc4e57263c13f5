/** Markdown: only the words are read, and every one of them keeps its place in the source. */
import { describe, expect, test } from 'vitest'
import { parsePlan, readPlan } from '../../src/index.ts'
import { tasks } from '../../src/tasks.ts'

const read = (text: string) => parsePlan(text, { format: 'markdown' })
const rows = (text: string) =>
  [...tasks(read(text))].map(({ task, sections }) => ({
    sections: sections.map((section) => `${section.marker}${section.title}`),
    marker: task.marker,
    text: task.text,
    units: task.units.map((unit) => `${unit.name}/${unit.role}`),
    deadlines: task.deadlines.map((deadline) => deadline.raw),
  }))

describe('items', () => {
  test('of a list, with bold labels below them', () => {
    const text =
      '# 平川市2024年要点\n\n## 一、保障供水\n\n1. **改造管网。** 完成20公里。\n   - **责任科室：** 供水科\n   - **完成时限**：6月底\n'
    expect(rows(text)).toEqual([
      {
        sections: ['一、保障供水'],
        marker: '1.',
        text: '改造管网。 完成20公里。',
        units: ['供水科/responsible'],
        deadlines: ['6月底'],
      },
    ])
  })

  test('without numbers, right under a heading', () => {
    const text = '# 计划\n\n## 一、保障\n\n- 压实责任，按月调度。\n- [x] 强化督办，按季通报。\n'
    expect(rows(text).map((row) => [row.marker, row.text])).toEqual([
      ['', '压实责任，按月调度。'],
      ['', '强化督办，按季通报。'],
    ])
    expect(read(text).messages).toEqual([])
  })

  test('nested lists number their items each for themselves', () => {
    const text = '# 计划\n\n1. 完善机制\n   1. 建立台账。\n   2. 按月调度。\n2. 加强宣传。\n'
    expect([...tasks(read(text))].map(({ task }) => task.id)).toEqual(['1.1', '1.2', '2'])
  })

  test('headings without numbers are sections', () => {
    expect(rows('# 计划\n\n## 工作任务\n\n1. 建立台账。\n').map((row) => row.sections)).toEqual([['工作任务']])
  })
})

test('a table, with a line break, a bar and bold words in its cells', () => {
  const text =
    '# 清单\n\n| 序号 | 重点任务 | 责任单位 | 完成时限 |\n|:-:|---|---|--:|\n| 1 | **建成**甲\\|乙两库，<br>并投用。 | 水务局<br>住建局 | 年底前 |\n'
  expect(rows(text)).toEqual([
    {
      sections: [],
      marker: '1',
      text: '建成甲|乙两库，\n并投用。',
      units: ['水务局/responsible', '住建局/responsible'],
      deadlines: ['年底前'],
    },
  ])
})

test('escapes, entities, links and code: the words stand, their places hold', () => {
  const text =
    '# 计划\n\n1\\. 参照[《办法》](https://example.org/a)推进\\*甲\\*&amp;乙，用 `码` 办。（责任单位：综合科）\n'
  const [only] = [...tasks(read(text))].map(({ task }) => task)
  expect(only?.text).toContain('《办法》推进*甲*&乙')
  const place = only?.units[0]?.position
  expect(text.slice(place?.start.offset, place?.end.offset)).toBe('综合科')
})

test('front matter is furniture', () => {
  expect(rows('---\ntitle: 计划\ntags: [a]\n---\n\n# 计划\n\n1. 建立台账。\n')).toHaveLength(1)
})

describe('what is too much for a Markdown parser is read as text, with a message', () => {
  test.each([
    ['a list nested 2,000 deep', Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i * 2)}- 推进`).join('\n')],
    ['quotes and lists nested on one line', `# a\n${'> - '.repeat(1500)}a\n`],
    ['numbers nested on one line', `# a\n${'1. '.repeat(2000)}a\n`],
    ['footnotes nested on one line', `# a\n${'[^a]: '.repeat(20_000)}a\n`],
    ['links never closed', `# a\n# b\n${'[a](b '.repeat(20_000)}`],
  ])('%s', (_, text) => {
    const plan = parsePlan(text, { format: 'markdown' })
    expect(plan.messages.map((message) => message.code)).toContain('markdown-too-deep')
  })
})

test('auto takes a text for Markdown only where its own markup says so', async () => {
  const format = async (text: string) => (await readPlan(new TextEncoder().encode(text))).source.format
  expect(await format('# 计划\n\n## 一、任务\n\n1. 建立台账。\n')).toBe('markdown')
  expect(await format('计划\n\n一、任务\n\n1. 建立台账。\n- 责任单位：综合科\n')).toBe('text')
})
