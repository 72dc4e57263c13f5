/** Markdown: only the words are read, and every one of them keeps its place in the source. */
import fc from 'fast-check'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import { parsePlan, readPlan, verifyPlan } from '../../src/index.ts'
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

  test('with labels on lines of their own, and with one that goes on with a list', () => {
    const text =
      '# 平川市2024年要点\n\n### （一）改造管网\n\n完成20公里，\n分两批。\n\n**责任科室：** 供水科、\n维修科\n**配合科室：** 财务科\n完成时限：6月底\n\n' +
      '### （二）巡查\n\n巡查水源（责任科室：供水科，\n完成时限：年底\n）。\n'
    const [first, second] = rows(text)
    expect(first).toMatchObject({
      text: '改造管网\n完成20公里，分两批。',
      units: ['供水科/responsible', '维修科/responsible', '财务科/support'],
      deadlines: ['6月底'],
    })
    expect(second).toMatchObject({ units: ['供水科/responsible'], deadlines: ['年底'] })
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

  const TABLE = ['| 序号 | 任务 | 责任单位 |', '|---|---|---|', '| 1 | 开展检查 | 供水科 |', '']
  test.each<[what: string, list: string[], table: string[], texts: string[]]>([
    ['numbered', ['1. 完善机制', '   1. 建立台账（责任科室：财务科）'], TABLE, ['建立台账', '开展检查']],
    ['with a stop', ['1. 完善机制', '   1. 建立台账。'], TABLE, ['建立台账。', '开展检查']],
    ['of three depths', ['1. 甲项', '   1. 乙项', '      1. 丙项'], TABLE, ['丙项', '开展检查']],
    ['without numbers', ['- 完善机制', '  - 建立台账'], TABLE, ['完善机制\n建立台账', '开展检查']],
    ['and goes on', ['1. 完善机制', '   1. 建立台账'], [...TABLE, '2. 加强宣传'], ['建立台账', '开展检查', '加强宣传']],
    // Within the list, and below one that lies in no other, it is what the item holds.
    ['that holds it', ['1. 完善机制', '   1. 建立台账', ''], TABLE.map((line) => `      ${line}`), ['开展检查']],
    ['of one depth', ['1. 完善机制', '2. 建立台账'], TABLE, ['完善机制', '开展检查']],
  ])('a table below a list within a list makes no heading of its last item: %s', (_what, list, table, texts) => {
    const text = ['# 计划', '', '## 一、保障', '', ...list, '', ...table, ''].join('\n')
    expect(rows(text).map((row) => row.text)).toEqual(texts)
    expect(verifyPlan(text, read(text))).toEqual([])
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

describe('bold words without blanks beside them', () => {
  test.each([
    ['**压实责任。**各科按月调度。', '压实责任。各科按月调度。'],
    ['办好**“一件事”**和**（一）**项。', '办好“一件事”和（一）项。'],
    ['**周调度：**2024年起每周调度（**重点**）。', '周调度：2024年起每周调度（重点）。'],
    ['*压实责任。*各科调度，**甲**乙**丙。**丁。', '压实责任。各科调度，甲乙丙。丁。'],
    // What opens nothing is a star: of Latin words as the standard has it, beside a blank, behind a name.
    ['按**a.**b办。', '按**a.**b办。'],
    ['满10** 、20**。', '满10** 、20**。'],
    ['甲局*、乙局。', '甲局*、乙局。'],
  ])('%s', (words, text) => {
    const markdown = `# 计划\n\n1. ${words}\n`
    expect(rows(markdown).map((row) => row.text)).toEqual([text])
    expect(verifyPlan(markdown, read(markdown))).toEqual([])
  })
})

describe('references to characters are the characters', () => {
  const plan = (words: string) => read(`# 计划\n\n1. ${words}\n`)
  const only = (words: string) => [...tasks(plan(words))].map(({ task }) => task)[0]

  test.each([
    ['建&ldquo;甲&rdquo;库。', '建“甲”库。'],
    ['推进&#39;甲&#39;、&#x4e59;。', "推进'甲'、乙。"],
    ['按A&nbsp;B办。', '按A\u00a0B办。'],
    ['甲&amp;amp;、&bne;乙&Tab;丙。', '甲&amp;、=\u20e5乙\t丙。'],
    ['&#24314;&#31435;&#21488;&#36134;。', '建立台账。'],
    ['参照 `&lt;甲&gt;` 和 `` `乙` ``办。', '参照 &lt;甲&gt; 和 `乙`办。'],
    ['写\\&lt;、\\\\、&bogus;、&notit;、&lt。', '写&lt;、\\、&bogus;、&notit;、&lt。'],
    ['见 `甲\n   乙` 办。', '见 甲乙 办。'],
    ['见<!-- 乙丙 -->乙，www.example.org/a&amp;b 乙&hellip;', '见乙，www.example.org/a&b 乙…'],
  ])('%s', (words, text) => {
    expect(only(words)?.text).toBe(text)
  })

  test('a value with them stands where they are written', () => {
    const words = '建立台账。（责任单位：&ldquo;甲&rdquo;办、县&#65;办&#x516C;室；完成时限：6&#26376;底）'
    const text = `# 计划\n\n1. ${words}\n`
    const task = only(words)
    const values = [...(task?.units ?? []), ...(task?.deadlines ?? [])]
    expect(values.map(({ raw, position: { start, end } }) => [raw, text.slice(start.offset, end.offset)])).toEqual([
      ['“甲”办', '&ldquo;甲&rdquo;办'],
      ['县A办公室', '县&#65;办&#x516C;室'],
      ['6月底', '6&#26376;底'],
    ])
    expect(verifyPlan(text, plan(words))).toEqual([])
  })

  test('any of them, wherever they stand, are told from words', () => {
    const piece = fc.constantFrom(
      ...[
        '甲',
        '&',
        '&amp;',
        '&lt;',
        '&ldquo;',
        '&#39;',
        '&#;',
        '&x;',
        '\\',
        '\\&',
        '\\\\',
        '；',
        '#',
        'a',
        '`',
        '* ',
        ';',
      ],
    )
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 30 }), (pieces) => {
        const words = `推进乙${pieces.join('')}丙。`
        const values: string[] = []
        visit(unified().use(remarkParse).parse(words), (node) => {
          if ('value' in node) values.push(node.value)
        })
        expect(only(words)?.text).toBe(values.join(''))
      }),
    )
  })
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

describe('a page that an archive keeps with its title for the only heading', () => {
  const head =
    '---\n标题: 沙溪县人民政府办公室转发县消防大队制定的《沙溪县消防三年行动计划》的通知\n文号: 沙政办发〔2024〕9号\n发布日期: 2024-03-06\n---\n\n> 本文由程序提取，以[官方页面](https://example.org)为准。\n\n# 沙溪县人民政府办公室转发县消防大队制定的《沙溪县消防三年行动计划》的通知\n\n各镇人民政府：\n\n县消防大队制定的《沙溪县消防三年行动计划》已经县政府同意，现转发给你们。\n\n沙溪县消防三年行动计划\n\n'

  test('is read as its lines say: the heading is the title of the notice, no section', () => {
    const plan = read(
      `${head}一、工作任务\n\n1．建立机制。定期会商。（责任单位：县应急局）\n\n2．补建水源。增设水鹤。（责任单位：县水利局）\n`,
    )
    expect(plan.document).toMatchObject({ title: '沙溪县消防三年行动计划', number: '沙政办发〔2024〕9号' })
    expect([...tasks(plan)].map(({ sections }) => sections.map(({ title }) => title))).toEqual([
      ['工作任务'],
      ['工作任务'],
    ])
  })

  test('numbered lines that no blank line parts are lines', () => {
    const body =
      '一、职责分工\n1.县消防大队。牵头开展排查，每月汇总各镇情况，督促各单位落实整改责任。\n2.各镇。组织村居定期巡查。\n二、工作要求\n（一）统一思想。各单位要充分认识消防工作的重要性，切实把各项措施落到实处。\n（二）加强宣传。\n'
    expect(rows(head + body).map(({ sections, marker }) => [...sections, marker])).toEqual([
      ['一、职责分工', '1.'],
      ['一、职责分工', '2.'],
      ['二、工作要求', '（一）'],
      ['二、工作要求', '（二）'],
    ])
  })

  test('but a wrapped line goes on', () => {
    const body =
      '一、工作任务\n\n1．建立县镇两级联动的消防工作机制并按月会商研究\n解决问题。（责任单位：县应急局）\n\n2．补建水源。（责任单位：县水利局）\n'
    expect(rows(head + body)[0]?.text).toBe('建立县镇两级联动的消防工作机制并按月会商研究解决问题。')
  })
})
