/** Tables of bars and blanks, their rows and headings broken over lines. */
import { expect, test } from 'vitest'
import { parsePlan, tasks } from '../../src/index.ts'
import { lines, summary, utf8 } from '../read/plan-of.ts'

test.each([
  [
    'a row that goes on behind a bar',
    [
      '| 序号 | 重点任务 | 责任单位 | 完成时限 |',
      '| 1 | 改造避难场所8处，统一设置标识。 | 县教育体育局 |',
      '2025年6月底前 |',
      '| 2 | 通报结果。 | 督查室 | 年底前 |',
    ],
  ],
  [
    'a row that goes on within a cell',
    [
      '| 序号 | 重点任务 | 责任单位 | 完成时限 |',
      '| 1 | 改造避难场所8处，',
      '统一设置标识。 | 县教育体育局 | 2025年6月底前 |',
      '| 2 | 通报结果。 | 督查室 | 年底前 |',
    ],
  ],
  [
    'headings over two lines, centred over their columns',
    [
      '序         重点任务           责任        完成',
      '号                            单位        时限',
      '1   改造避难场所8处，         县教育体    2025年6月底前',
      '    统一设置标识。            育局',
      '2   通报结果。                督查室      年底前',
    ],
  ],
  [
    'headings that stand again above a row, as on another page',
    [
      '序号  重点任务                      责任单位      完成时限',
      '1     改造避难场所8处，             县教育体      2025年6',
      '      统一设置标识。                育局          月底前',
      '序号  重点任务                      责任单位      完成时限',
      '2     通报结果。                    督查室        年底前',
    ],
  ],
])('%s', async (_, rows) => {
  expect(await lines(utf8(['和川县2024年重点任务分解表', ...rows].join('\n')))).toEqual([
    '1改造避难场所8处,统一设置标识。｜县教育体育局｜2025年6月底前',
    '2通报结果。｜督查室｜年底前',
  ])
})

test.each(['同上', '〃', '同 上'])('%s in a cell says what the cell above it says', async (ditto) => {
  const rows = [
    ['序号', '重点任务', '责任单位', '完成时限'],
    ['1', '改造避难场所8处。', '县教育局、督查室', '年底前'],
    ['2', '通报结果。', ditto, '9月底前'],
    ['3', '建立台账。', ditto, ditto],
  ]
  const text = ['和川县2024年重点任务分解表', ...rows.map((row) => row.join('\t'))].join('\n')
  expect(await lines(utf8(text))).toEqual([
    '1改造避难场所8处。｜县教育局、督查室｜年底前',
    '2通报结果。｜县教育局、督查室｜9月底前',
    '3建立台账。｜县教育局、督查室｜9月底前',
  ])
})

test.each([
  ['a deadline behind it', ['序号', '重点任务', '责任分工', '完成时限', '牵头单位', '配合单位'], true],
  ['nothing behind it', ['序号', '重点任务', '责任分工', '牵头单位', '配合单位'], false],
])('a heading over two others, one cell a line, with %s', async (_, heads, timed) => {
  const row = (n: string, work: string, lead: string, support: string, due: string) =>
    [n, work, lead, support, ...(timed ? [due] : [])].join('\n')
  const rows = [
    row('1', '改造避难场所8处，统一设置标识。', '县教育局', '督查室、县财政局', '年底前'),
    row('2', '建立避难物资台账。', '县应急局', '各乡镇', '9月底前'),
    row('3', '每季度通报结果。', '督查室', '县应急局', '持续推进'),
  ]
  const { tasks } = await summary(utf8(['和川县2024年重点任务分解表', ...heads, ...rows].join('\n')))
  expect(tasks.map(({ units }) => units.join(' '))).toEqual([
    'lead 县教育局 support 督查室 support 县财政局',
    'lead 县应急局 support 各乡镇',
    'lead 督查室 support 县应急局',
  ])
})

test.each([
  [
    'tabs',
    [
      '序号\t重点任务\t责任分工\t\t完成时限',
      '\t\t牵头单位\t配合单位\t',
      '1\t改造避难场所8处。\t县教育局\t督查室、县财政局\t年底前',
      '2\t建立台账。\t县应急局\t各乡镇\t9月底前',
    ],
  ],
  [
    'bars',
    [
      '| 序号 | 重点任务 | 责任分工 | | 完成时限 |',
      '| | | 牵头单位 | 配合单位 | |',
      '| 1 | 改造避难场所8处。 | 县教育局 | 督查室、县财政局 | 年底前 |',
      '| 2 | 建立台账。 | 县应急局 | 各乡镇 | 9月底前 |',
    ],
  ],
  [
    'tabs, blank cells lost',
    [
      '序号\t重点任务\t责任单位\t完成时限',
      '牵头单位\t配合单位',
      '1\t改造避难场所8处。\t县教育局\t督查室、县财政局\t年底前',
      '2\t建立台账。\t县应急局\t各乡镇\t9月底前',
    ],
  ],
  [
    'blanks',
    [
      '序号    重点任务                 责任分工                  完成时限',
      '                          牵头单位     配合单位',
      '1       改造避难场所8处。   县教育局     督查室、县财政局    年底前',
      '2       建立台账。          县应急局     各乡镇              9月底前',
    ],
  ],
])('a heading over two others, with %s', async (_, rows) => {
  const { tasks, title } = await summary(utf8(['和川县2024年重点任务分解表', ...rows].join('\n')))
  expect(title).toBe('和川县2024年重点任务分解表')
  expect(tasks.map(({ marker, text, units, deadlines }) => [marker, text, ...units, ...deadlines].join(' '))).toEqual([
    '1 改造避难场所8处。 lead 县教育局 support 督查室 support 县财政局 年底前',
    '2 建立台账。 lead 县应急局 support 各乡镇 9月底前',
  ])
})

test('a short name set as wide as a longer one is one name', async () => {
  const rows = [
    '序号    重点工作                责任科室      分管领导    完成时间',
    '1       完成复审自评。          医务部        程远航      3月底前',
    '2       新开设治未病中心。      治未病科      梁   敏     6月底前',
  ]
  const { tasks } = await summary(utf8(['安陵县医院2025年任务分解表', ...rows].join('\n')))
  expect(tasks[1]?.units).toEqual(['responsible 治未病科', 'supervisor 梁敏'])
})

test.each(['合计\t\t\t\t', '合计\t\t2项\t\t', '小计\t\t\t\t1'])('a row %j that adds up is nothing', async (total) => {
  const rows = [
    '序号\t重点任务\t责任单位\t完成时限\t备注',
    '1\t改造避难场所8处。\t县教育局\t年底前\t',
    total,
    '2\t建立台账。\t督查室\t9月底前\t',
    total,
  ]
  const { tasks } = await summary(utf8(['和川县2024年任务分解表', ...rows].join('\n')))
  expect(tasks.map(({ sections, marker }) => [...sections, marker])).toEqual([['1'], ['2']])
})

test('words between the rows of a table head them, their blank cells lost', async () => {
  const rows = [
    '序号\t项目名称\t建设内容\t责任单位\t完成时间',
    '产业项目',
    '1\t产业园\t新建厂房12万平方米\t区工信局\t2024年12月',
    '民生项目',
    '2\t区医院迁建\t完成主体工程\t区卫健局\t11月底前',
    '填表人：李明',
  ]
  const { tasks } = await summary(utf8(['2024年沙坪区项目推进计划表', '', ...rows].join('\n')))
  expect(tasks.map(({ sections, marker, text }) => [...sections, marker + text])).toEqual([
    ['产业项目', '产业园', '1新建厂房12万平方米'],
    ['民生项目', '区医院迁建', '2完成主体工程'],
  ])
})

test.each(['3\t通报结果。', '合计\t\t2项'])(
  'a signature after a last row %j that lacks cells is none of it',
  async (last) => {
    const rows = [
      '序号\t重点任务\t责任单位\t配合单位\t完成时限',
      '1\t改造场所。\t县教育局\t督查室\t年底前',
      '2\t建立台账。\t督查室\t各乡镇\t9月底前',
    ]
    const text = ['和川县2024年任务分解表', ...rows, last, '', '和川县应急管理局', '2024年3月12日'].join('\n')
    const found = await summary(utf8(text))
    expect(found.issuedOn).toBe('2024-03-12')
    expect(found.tasks.at(-1)?.units.join()).not.toContain('和川县应急管理局')
  },
)

test.each([
  [
    'what is told after how far the work is',
    ['工程名称', '进展情况', '存在问题', '下一步打算', '责任单位'],
    [
      ['敬老院迁建', '主体完工。', '配套道路征地受阻。', '一是做好协商。二是9月底前通水通电。', '县民政局'],
      ['公墓扩建', '已完成选址。', '无', '加快办理用地手续。', '县自然资源局'],
    ],
    [
      '敬老院迁建｜主体完工。｜存在问题=配套道路征地受阻。；下一步打算=一是做好协商。二是9月底前通水通电。',
      '公墓扩建｜已完成选址。｜存在问题=无；下一步打算=加快办理用地手续。',
    ],
  ],
  [
    'problems left of the measures',
    ['序号', '存在问题', '整改措施', '下一步打算', '责任单位'],
    [
      ['1', '档案归集不及时。', '逐户补齐档案。已补120份。', '每季度抽查一次。', '档案股'],
      ['2', '窗口排队时间长。', '增设两个窗口。', '推行预约办理，减少等候。', '服务股'],
    ],
    [
      '档案归集不及时 / 逐户补齐档案。已补120份。｜｜下一步打算=每季度抽查一次。',
      '窗口排队时间长 / 增设两个窗口。｜｜下一步打算=推行预约办理，减少等候。',
    ],
  ],
])('sentences one a line, %s', (_, header, rows, wanted) => {
  const plan = parsePlan(
    ['和川县民生实事台账', '', ...header, ...rows.flat(), '', '和川县民政局', '2024年3月2日'].join('\n'),
  )
  const read = [...tasks(plan)].map(({ task, sections }) => {
    const extra = task.extra.map(({ label, value }) => `${label}=${value}`).join('；')
    return `${[...sections.map(({ title }) => title), task.text].join(' / ')}｜${task.status ?? ''}｜${extra}`
  })
  expect(read).toEqual(wanted)
})
