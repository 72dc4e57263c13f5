import type { Nodes, Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { writePlan } from '../../src/write/index.ts'
import { plan, samplePlan, section, task, unit } from '../plans.ts'

const read = (text: string): Root => unified().use(remarkParse).use(remarkGfm).parse(text)

/**
 * The types of all nodes, outline only: `root(heading(text) list(listItem(paragraph(text))))`. An address printed in
 * a document may become a link to itself (remark finds them after parsing, whatever was escaped): that counts as text.
 */
function shape(node: Nodes): string {
  if (node.type === 'link' && /^(?:https?:\/\/|mailto:)/.test(node.url) && node.url.endsWith(words(node))) return 'text'
  if (!('children' in node)) return node.type
  const children = node.children
    .map(shape)
    .join(' ')
    .replace(/text(?: text)+/g, 'text')
  return `${node.type}(${children})`
}

function words(node: Nodes): string {
  if ('children' in node) return node.children.map(words).join('')
  return 'value' in node ? node.value : ''
}

const NOTE = '（说明：各项末尾〔〕内为单位和时限，其下各行为进展等情况。未写明年份的时限，按2023年计。）'
const HEAD = `# 云江县2023年政务公开工作要点

云政办〔2023〕8号

云江县人民政府办公室

2023年3月1日

${NOTE}
`

test('a task list under its headings', async () => {
  expect(await writePlan(samplePlan(), 'markdown')).toBe(`${HEAD}
## 一、夯实基础

- [ ] （一）完善台账。〔牵头单位：办公室；责任单位：法规科、信息科；配合单位：财务科；责任领导：李明；完成时限：6月底〕
  - 进展情况：已完成初稿。
  - 备注：每季一报
- [ ] （二）**加强培训**

  每年不少于两次，"全员"参加。
`)
})

test('in English the labels are English', async () => {
  const text = await writePlan(samplePlan(), 'markdown', { lang: 'en' })
  expect(text).toContain('〔Lead：办公室；Responsible：法规科、信息科；Support：财务科；Supervisor：李明；Due：6月底〕')
  expect(text).toContain('\n  - Status：已完成初稿。\n')
  expect(text).toContain('Deadlines without a year are in 2023.')
})

test.each([
  ['已完成。', true],
  ['已全部完成，并通过验收。', true],
  ['按期办结', true],
  ['已完成初稿。', false],
  ['已完成8个，其余2个正在建设。', false],
  ['已完成，下一步继续巩固。', false],
  ['未完成', false],
  ['持续推进', false],
])('a box is ticked where the status says so alone: %s', async (status, done) => {
  const text = await writePlan(plan([task({ status })]), 'markdown')
  expect(text.includes('- [x]')).toBe(done)
  expect(text.includes('- [ ]')).toBe(!done)
})

test('a table of the columns that hold something', async () => {
  const text = await writePlan(samplePlan(), 'markdown', { markdown: 'table' })
  const [, table] = read(text).children
  expect(table?.type).toBe('table')
  expect(text).toContain('| 1.2 | 一、夯实基础 | （二） | 加强培训 | 加强培训 每年不少于两次，"全员"参加。 |')
})

const PAYLOADS = [
  '# 标题',
  '## a',
  '- 列表',
  '* a',
  '+ a',
  '1. a',
  '1) a',
  '> 引用',
  '```js',
  '~~~',
  '    code',
  '\tcode',
  '---',
  '***',
  '===',
  '| a | b |',
  'a | b',
  '[x](javascript:alert(1))',
  '![x](http://a/b.png)',
  '<script>alert(1)</script>',
  '<!-- a',
  '<b>',
  '&lt;',
  '&#35;',
  '*强调*',
  '**强调**',
  '_a_',
  '__a__',
  '~~a~~',
  '~a~',
  '`code`',
  '\\',
  'a\\',
  '\\*a\\*',
  'http://example.org',
  'https://example.org/a_b',
  'www.example.org',
  'a@example.org',
  'mailto:a@example.org',
  '[^1]',
  '[^1]: a',
  '[a]: http://b',
  '[ ] a',
  '[x] a',
  '[a]',
  '$a$',
  '^a^',
  '==a==',
  ':---',
  '《a》（b）',
  'a  ',
  '  a',
  'a\u2028b',
  'a\0b',
  'a\rb',
  '行\n# 标题',
  '行\n---',
  '行\n\n- 列表',
  '#',
  '-',
  '+',
  '*',
  '>',
  '1.',
  '|',
  '!',
  '![',
  '](',
]

test.each(PAYLOADS)('only the planned nodes come back: %j', async (payload) => {
  const made = plan([
    section([task({ text: payload, marker: '', units: [unit(payload)] })], { title: payload, marker: '' }),
  ])
  Object.assign(made.document, { title: payload, number: null, issuer: null, issuedOn: null })
  const tree = read(await writePlan(made, 'markdown'))
  const paragraphs = payload.split(/[\n\r\u2028]/).filter((line) => line.trim()).length
  const item = Array.from({ length: paragraphs }, () => 'paragraph(text)').join(' ')
  expect(shape(tree)).toBe(`root(heading(text) paragraph(text) heading(text) list(listItem(${item})))`)
  const squash = (text: string) => text.replace(/[\s\0]+/g, '')
  expect(squash(words(tree)).split(squash(payload)).length).toBeGreaterThan(4)
})

test.each(PAYLOADS)('nor does a table break: %j', async (payload) => {
  const made = plan([task({ text: `a${payload}`, title: payload, marker: '', units: [unit(payload)] })])
  const table = read(await writePlan(made, 'markdown', { markdown: 'table' })).children[1]
  const width = 5
  const row = `tableRow(${Array.from({ length: width }, () => 'tableCell(text)').join(' ')})`
  expect(table && shape(table)).toBe(`table(${row} ${row})`)
})

test('a rule goes back one heading: to a task beside a section', async () => {
  const made = plan([
    section([section([task()], { marker: '（一）', title: '完善制度' }), task({ marker: '（二）' })]),
    task({ id: '2', marker: '二、', title: '加强监督', text: '加强监督。定期通报。' }),
    task({ id: '#1', marker: '', text: '及时总结。' }),
  ])
  expect(await writePlan(made, 'markdown')).toBe(`${HEAD}
## 一、夯实基础

### （一）完善制度

- [ ] （一）完善台账。

---

- [ ] （二）完善台账。

---

- [ ] 二、**加强监督**。定期通报。
- [ ] 及时总结。
`)
})

test('at the top it ends the items of the notice that transmits the plan', async () => {
  const made = plan([section([task({ id: '0.1.1' })], { id: '0.1' }), section([task()])])
  expect(await writePlan(made, 'markdown')).toBe(`${HEAD}
## 一、夯实基础

- [ ] （一）完善台账。

---

---

## 一、夯实基础

- [ ] （一）完善台账。
`)
})

test('a plan without tasks is its title', async () => {
  expect(await writePlan(plan([]), 'markdown')).toBe(HEAD)
  expect(await writePlan(plan([]), 'markdown', { markdown: 'table' })).toBe('# 云江县2023年政务公开工作要点\n')
})
