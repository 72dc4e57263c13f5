/** Lists that say how they are printed, also after someone has worked in them. */
import { describe, expect, test } from 'vitest'
import { parsePlan } from '../../src/index.ts'
import { tasks } from '../../src/tasks.ts'
import { noteOf, readClosing, readNote } from '../../src/terms/listing.ts'

const HEAD = `乙县2024年工作要点
乙县人民政府办公室
2024年3月1日

${noteOf('text', 2024, 'zh')}
`
const MARKDOWN = `# 乙县2024年工作要点\n\n${noteOf('markdown', 2024, 'zh')}\n`

function rows(text: string) {
  return Array.from(tasks(parsePlan(text)), ({ task, sections }) => ({
    at: [...sections.map(({ marker, title }) => marker + title), task.marker],
    text: task.text,
    units: task.units.map(({ name, role }) => `${role} ${name}`),
    due: task.deadlines.map(({ raw }) => raw),
    status: task.status,
    extra: task.extra.map(({ label, value }) => `${label} ${value}`),
  }))
}
const row = (at: string[], text: string, more: object = {}) => ({
  ...{ at, text, units: [], due: [], status: null, extra: [] },
  ...more,
})

describe('text', () => {
  test('blank lines part the items, indents say what is below what', () => {
    expect(
      rows(`${HEAD}
一、夯实基础〔责任单位：办公室〕

  （一）完善台账
  1.摸底；
  2.整改。〔完成时限：6月底〕
     进展情况：已摸底。
     进展情况：正在整改。
     资金（万元）：12

  责任单位要压实

二、总体要求
`),
    ).toEqual([
      row(['一、夯实基础', '（一）'], '完善台账\n1.摸底；\n2.整改。', {
        units: ['responsible 办公室'],
        due: ['6月底'],
        status: '已摸底。\n正在整改。',
        extra: ['资金（万元） 12'],
      }),
      row(['一、夯实基础', ''], '责任单位要压实', { units: ['responsible 办公室'] }),
      row(['二、'], '总体要求'),
    ])
  })

  test('what was added or corrected by hand is read like any other', () => {
    expect(
      rows(`${HEAD}
（一）完善台账。〔牵头单位:甲局,乙局 责任人：张三；时限:6月底〕
    配合单位：丙局、丁局
    落实情况：已完成。
    按月通报。
`),
    ).toEqual([
      row(['（一）'], '完善台账。', {
        units: ['lead 甲局', 'lead 乙局', 'supervisor 张三', 'support 丙局', 'support 丁局'],
        due: ['6月底'],
        status: '已完成。\n按月通报。',
      }),
    ])
  })

  test('brackets in the words are words', () => {
    expect(rows(`${HEAD}\n1. 印发方案（甲局）。报送总结〔2024〕5号〔责任单位：乙局〕\n`)).toEqual([
      row(['1.'], '印发方案（甲局）。报送总结〔2024〕5号', { units: ['responsible 乙局'] }),
    ])
  })

  test('without the note the same lines are read by the general rules', () => {
    const text = `${HEAD}\n一、夯实基础\n\n　　（一）总体要求\n`
    expect(rows(text)).toHaveLength(1)
    expect(rows(text.replace(/（说明.*\n/, ''))).toHaveLength(0)
  })
})

describe('Markdown', () => {
  test('headings, items with bold titles and lists in them, rules that go back', () => {
    const text = `${MARKDOWN}
## 一、夯实基础

- [x] （一）**完善台账**。及时更新，
  逐项销号。

  全县通报。〔责任单位：甲局〕
  - 进展情况：已完成。
- 加强**宣传**

---

1. 及时总结。

自行说明。
`
    expect(rows(text)).toEqual([
      row(['一、夯实基础', '（一）'], '完善台账。及时更新，逐项销号。\n全县通报。', {
        units: ['responsible 甲局'],
        status: '已完成。',
      }),
      row(['一、夯实基础', ''], '加强宣传'),
      row(['1.'], '及时总结。'),
    ])
    expect(Array.from(tasks(parsePlan(text)), ({ task }) => task.title)).toEqual(['完善台账', null, null])
  })

  test('front matter, a table and a quotation are kept, and are no tasks', () => {
    const plan = parsePlan(
      `---\na: b\n---\n\n${MARKDOWN}\n- [ ] 完善台账。\n\n> 引用\n\n| a | b |\n|---|---|\n| 1 | 2 |\n`,
    )
    expect([...tasks(plan)]).toHaveLength(1)
    expect(plan.document.title).toBe('乙县2024年工作要点')
    expect(plan.messages).toEqual([])
  })

  test('a second title is a heading', () => {
    expect(rows(`${MARKDOWN}\n# 附件\n\n- 完善台账\n`)).toEqual([row(['附件', ''], '完善台账')])
  })

  test('words around an address that has no markup of its own keep their places', () => {
    const text = '# 计划\n\n## 一、总结\n\n1. 报送总结，邮箱：zjj@example.com。（责任单位：综合科）\n'
    expect(rows(text)).toEqual([
      row(['一、总结', '1.'], '报送总结，邮箱：zjj@example.com。', { units: ['responsible 综合科'] }),
    ])
  })
})

test.each([
  ['zh', 'text', 2024],
  ['zh', 'markdown', null],
  ['en', 'text', null],
  ['en', 'markdown', 1999],
] as const)('a note says of which kind it is, and the year: %s %s %s', (lang, kind, year) => {
  expect(readNote(noteOf(kind, year, lang))).toEqual({ kind, year })
})

test('other notes are none', () => {
  expect(readNote('（说明：〔〕内为责任单位。）')).toBeNull()
  expect(readNote('说明')).toBeNull()
})

test.each([
  ['〔责任单位：甲局、乙局；完成时限：6月底；12月底〕', ['responsible 甲局 乙局', 'deadline 6月底；12月底']],
  ['〔完成时限：6月底；完成时限：12月底〕', ['deadline 6月底', 'deadline 12月底']],
  ['〔责任单位：“甲、乙”、各县（市、区）〕', ['responsible 甲、乙 各县（市、区）']],
  ['〔责任单位：“丙”办〕', ['responsible “丙”办']],
  ['〔责任单位：无〕', ['responsible']],
  ['〔Lead：甲局；Due：6月底〕', ['lead 甲局', 'deadline 6月底']],
  ['〔责任单位：〕', null],
  ['〔责任单位：甲局、〕', null],
  ['〔责任单位：甲局〕、', null],
  ['〔责任单位：甲局〕〔完成时限：6月底〕', null],
  ['〔责任单位：甲局（乙科〕', null],
  ['〔责任单位：甲局；乙局〕', null],
  ['〔甲局〕', null],
  ['责任单位：甲局', null],
])('a closing bracket: %s', (text, fields) => {
  const read = readClosing(text)?.map(({ field, values }) =>
    [field, ...values.map(({ start, end }) => text.slice(start, end))].join(' '),
  )
  expect(read ?? null).toEqual(fields)
})

test.each([
  ['brackets', `（一）${'〔责任单位：“甲'.repeat(20_000)}〕`],
  ['items', Array.from({ length: 4_000 }, (_, i) => `${i}. 完善台账。〔责任单位：甲局〕`).join('\n\n')],
  ['levels', Array.from({ length: 3000 }, (_, i) => `${' '.repeat(i)}一、完善台账`).join('\n\n')],
])('many %s', (_, body) => {
  expect([...tasks(parsePlan(`${HEAD}\n${body}\n`))].length).toBeGreaterThan(0)
})
