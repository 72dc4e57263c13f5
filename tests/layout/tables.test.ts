/** Tables of bars and blanks, their rows and headings broken over lines. */
import { describe, expect, test } from 'vitest'
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

describe('cells that stand each on a line, with their bars', () => {
  const rows = [
    ['序号', '决策事项名称', '决策程序', '承办单位', '决策时间'],
    ['1', '和川县公共停车管理办法', '公开征求意见、合法性审查', '县城市管理局', '2024年7月'],
    ['2', '和川县养老服务专项规划', '', '县民政局', '2024年11月'],
  ]
  test.each<[string, (cells: string[]) => string]>([
    ['behind each', (cells) => cells.map((cell) => `${cell} |`).join('\n')],
    ['on lines of their own', (cells) => cells.map((cell) => `${cell}\n|`).join('\n')],
  ])('%s', async (_, print) => {
    const text = ['和川县2024年度重大行政决策事项目录', ...rows.map(print)].join('\n')
    expect(await lines(utf8(text))).toEqual([
      '1和川县公共停车管理办法｜县城市管理局｜2024年7月',
      '2和川县养老服务专项规划｜县民政局｜2024年11月',
    ])
  })
})

test('a category over many rows before the numbers, its cells broken over lines, and a star for who leads', async () => {
  const cells = [
    ...[
      '类别',
      '序号',
      '任务名称',
      '任务要求及举措',
      '责任部门\n（加*号为牵头部门，\n其余为参与部门）',
      '完成时间节点',
    ],
    ...['（一）\n护好\n“三条\n河道”', '1', '清理\n河道', '清理河道12公里。', '县水利局*、\n县住建局', '2024年10月底'],
    ...['2', '加固\n堤岸', '加固堤岸3处。', '县水利局*', '2024年12月底'],
  ]
  const { tasks } = await summary(utf8(cells.map((cell) => `${cell}\n|`).join('\n')))
  expect(tasks.map(({ sections, text, units }) => [...sections, text, ...units].join('｜'))).toEqual([
    '(一)护好“三条河道”｜清理河道｜清理河道12公里。｜lead 县水利局｜support 县住建局',
    '(一)护好“三条河道”｜加固堤岸｜加固堤岸3处。｜lead 县水利局',
  ])
})

test('part of a table that begins with a later number, under a heading that no one knows', async () => {
  const rows = [
    ['序号', '重点任务', '牵头单位', '1-5月推进情况', '1-6月推进情况', '是否达序', '说明'],
    ['24', '改造避难场所8处。', '县教育局', '已改造3处。', '已改造4处。', '是', '按计划推进。'],
    ['25', '新建绿道6公里。', '县城管局', '已进场施工。', '已铺路2公里。', '否', '雨天停工，延后一个月。'],
  ]
  const text = rows.map((row) => row.map((cell) => `${cell} |`).join('\n')).join('\n')
  expect(await lines(utf8(text))).toEqual(['24改造避难场所8处。｜县教育局｜', '25新建绿道6公里。｜县城管局｜'])
  expect([...tasks(parsePlan(text))].map(({ task }) => task.status)).toEqual([
    '已改造3处。\n已改造4处。',
    '已进场施工。\n已铺路2公里。',
  ])
})

test('rows that lack cells, one cell and its bar a line, under headings with bars for blank cells', async () => {
  const text = [
    '和川县2024年政务公开任务分解表',
    ...['工作任务|', '工作要求|', '牵头单位|', '责任单位|'],
    ...['一、公开规划|', '|||', '专项规划|', '|||'],
    ...['公开规划文本。|', '县发展改革局|', '各镇街|', '解读规划要点。|', '县统计局|', '各镇街|'],
  ].join('\n')
  const { tasks } = await summary(utf8(text))
  expect(tasks.map(({ sections, text, units }) => [...sections, text, ...units].join('｜'))).toEqual([
    '一、公开规划｜专项规划｜公开规划文本。｜lead 县发展改革局｜responsible 各镇街',
    '一、公开规划｜专项规划｜解读规划要点。｜lead 县统计局｜responsible 各镇街',
  ])
})

test('a plan of inspections: whom and how often they inspect is no work', async () => {
  const text = [
    '2024年“双随机、一公开”抽查工作计划 | ||||||',
    '序号 | 检查主体 | 年度计划名称 | 检查内容 | 计划开展时间 | 股室 | 抽查比例 |',
    '1 | 和川县市场监督管理局 | 价格检查 | 检查明码标价情况。 | 3月—6月 | 价监股 | 5% |',
    '2 | 和川县市场监督管理局 | 广告检查 | 检查广告发布情况。 | 7月—9月 | 广告股 | 3% |',
  ].join('\n')
  expect(await lines(utf8(text))).toEqual([
    '1检查明码标价情况。｜和川县市场监督管理局、价监股｜3月—6月',
    '2检查广告发布情况。｜和川县市场监督管理局、广告股｜7月—9月',
  ])
})

test('a heading that no one knows among those of numbered rows, one cell a line', async () => {
  const rows = [
    ['序号', '重点任务', '是否听证', '责任单位', '完成时限'],
    ['1', '改造避难场所8处。', '否', '县教育局', '年底前'],
    ['2', '通报结果。', '否', '督查室', '9月底前'],
  ]
  const text = ['和川县2024年重点任务分解表', ...rows.flat()].join('\n')
  expect(await lines(utf8(text))).toEqual(['1改造避难场所8处。｜县教育局｜年底前', '2通报结果。｜督查室｜9月底前'])
})

test('cells with one blank between them, and more where cells are blank', async () => {
  const text = [
    '和川县2024年河长制任务分解表',
    '序号 类别 主要任务 细化措施 牵头单位 责任单位',
    '1 水资源保护 严守用水红线 核定用水计划。 县水务局 各镇人民政府',
    '2   推广节水器具。 县住建局 各镇人民政府',
  ].join('\n')
  const { tasks } = await summary(utf8(text))
  expect(tasks.map(({ text, units }) => `${text}${units.join()}`)).toEqual([
    '核定用水计划。lead 县水务局,responsible 各镇人民政府',
    '推广节水器具。lead 县住建局,responsible 各镇人民政府',
  ])
})

test('weeks left of the days, with no heading of their own', async () => {
  const text = [
    '和川中学2024年春季学期校历',
    '起止日期 | 主要工作 | 责任处室 | |',
    '第一周 | 2月26日—3月3日 | 开学典礼 | 德育处 |',
    '2024年度党员大会及民主评议 | 办公室 | ||',
    '第二周 | 3月4日—3月10日 | 教研组长会 | 教务处 |',
  ].join('\n')
  expect(await lines(utf8(text))).toEqual([
    '开学典礼｜德育处｜2月26日—3月3日',
    '2024年度党员大会及民主评议｜办公室｜',
    '教研组长会｜教务处｜3月4日—3月10日',
  ])
})

test('headings over several columns each, with blanks at the end of their row', async () => {
  const text = [
    '和川县2024年政务公开任务清单',
    '工作任务 | 具体要求 | 责任单位 | 时限要求 | ||',
    '一、公开规划 | （一）专项规划 | 1 | 公开专项规划文本。 | 县发展改革局 | 9月底前 |',
    '2 | 解读规划要点。 | 县统计局 | 持续推进 | ||',
    '（二）国土规划。 | 3 | 公开国土规划图件。 | 县自然资源局 | 12月底前 |',
  ].join('\n')
  expect(await lines(utf8(text))).toEqual([
    '1公开专项规划文本。｜县发展改革局｜9月底前',
    '2解读规划要点。｜县统计局｜持续推进',
    '3公开国土规划图件。｜县自然资源局｜12月底前',
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

describe('rows of tabs as pages print them', () => {
  const head = ['和川县2024年民生实事分解表', '序号\t项目名称\t主要内容\t牵头单位\t配合单位']
  const unitsOf = async (...rows: string[]) => {
    const { tasks } = await summary(utf8([...head, ...rows].join('\n')))
    return tasks.map(({ sections, marker, text, units }) => [...sections, marker + text, ...units].join('｜'))
  }

  test('further names of the last cell stand each on a line', async () => {
    expect(
      await unitsOf(
        '1\t校园建设\t新建小学2所。\t县教育局\t县住建局',
        '高新园(柳桥镇)',
        '各街道',
        '2\t养老\t建食堂5家。\t县民政局\t各镇',
      ),
    ).toEqual([
      '校园建设｜1新建小学2所。｜lead 县教育局｜support 县住建局｜support 高新园(柳桥镇)｜support 各街道',
      '养老｜2建食堂5家。｜lead 县民政局｜support 各镇',
    ])
  })

  test('further names of the last cell but one, and the rest of the row behind the last of them', async () => {
    expect(
      await unitsOf(
        '1\t校园建设\t新建小学2所。\t县教育局',
        '县住建局',
        '柳桥镇\t各街道',
        '2\t养老\t建食堂5家。\t县民政局\t各镇',
      ),
    ).toEqual([
      '校园建设｜1新建小学2所。｜lead 县教育局｜lead 县住建局｜lead 柳桥镇｜support 各街道',
      '养老｜2建食堂5家。｜lead 县民政局｜support 各镇',
    ])
  })

  test('a row that has but its work, the cells before it merged with those above', async () => {
    expect(
      await unitsOf(
        '1\t养老\t建食堂5家。\t县民政局\t各镇',
        '\t\t为300户老人改造居室。',
        '2\t校园建设\t新建小学2所。\t县教育局\t各镇',
      ),
    ).toEqual([
      '养老｜1建食堂5家。｜lead 县民政局｜support 各镇',
      '养老｜为300户老人改造居室。',
      '校园建设｜2新建小学2所。｜lead 县教育局｜support 各镇',
    ])
  })

  test('an organ and a date behind tabs sign the table', async () => {
    const rows = ['1\t养老\t建食堂5家。\t县民政局\t各镇', '2\t校园\t新建小学2所。\t县教育局\t各镇']
    const text = [...head, ...rows, '', '\t\t\t和川县人民政府办公室', '\t\t\t2024年3月1日'].join('\n')
    expect(await summary(utf8(text))).toMatchObject({ issuedOn: '2024-03-01', tasks: { length: 2 } })
  })
})

test('a bar before the first cell of each row and behind every cell, a cell a line', async () => {
  const rows = [
    ['抽查计划编号', '任务 名称', '抽查对象', '发起 部门', '参与 部门', '起止时间', '抽查事项'],
    ['2024001', '食堂抽查', '学校食堂', '县市场监管局', '县教育局', '3月—5月', '检查食品留样情况。'],
    ['2024002', '用工抽查', '用人单位', '县人社局', '县总工会', '6月—9月', '检查工资支付情况。'],
  ]
  const text = [
    '和川县2024年抽查计划表',
    ...rows.map((cells) => `| ${cells.map((cell) => `${cell} |`).join('\n')}`),
  ].join('\n')
  expect(await lines(utf8(text))).toEqual([
    '2024001检查食品留样情况。｜县市场监管局、县教育局｜3月—5月',
    '2024002检查工资支付情况。｜县人社局、县总工会｜6月—9月',
  ])
})

test('a row of blanks broken in a list of names, its rest from the start of the next line', async () => {
  const text = [
    '和川县2024年重点任务分解表',
    '序号    工作任务    牵头单位    协办单位    完成时间',
    '1    完成岸线规划报批。    县交通局    县发改局、',
    '县水利局    9月底',
    '2    改造内涝点6处。    县住建局    各街道    12月底',
  ].join('\n')
  expect(await lines(utf8(text))).toEqual([
    '1完成岸线规划报批。｜县交通局、县发改局、县水利局｜9月底',
    '2改造内涝点6处。｜县住建局、各街道｜12月底',
  ])
})

test('a short rest of a cell goes on with the cell above it, also below the headings of the next page', async () => {
  const head = '序号          重点任务             责任单位        完成时限'
  const text = [
    '和川县2024年重点任务分解表',
    head,
    ' 1    争取中央预算内投资和专项债券资金     各重点项目责    6月底',
    '      15亿元。                             任单位',
    ' 2    培育农业龙头企业，品牌价值突破       县农业农村局    9月底',
    '                 - 1 -',
    head,
    '      10亿元。',
    ' 3    通报结果。                           县政府督查室    年底前',
  ].join('\n')
  expect(await lines(utf8(text))).toEqual([
    '1争取中央预算内投资和专项债券资金15亿元。｜各重点项目责任单位｜6月底',
    '2培育农业龙头企业,品牌价值突破10亿元。｜县农业农村局｜9月底',
    '3通报结果。｜县政府督查室｜年底前',
  ])
})

test('a line of a cell of names that is but 单位 ends the name above it', async () => {
  const text = '工作任务,责任单位,完成时限\n开展检查。,"各重点项目责任\n单位\n教育局",6月底\n'
  expect(await lines(utf8(text))).toEqual(['开展检查。｜各重点项目责任单位、教育局｜6月底'])
})

test('quarters beside the work are headings of columns too', async () => {
  const text = [
    '# 和川县2024年重点项目季度计划',
    '',
    '| 任务名称 | 年度目标 | 一季度 | 二季度 | 三季度 | 四季度 | 牵头单位 |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    '| 城市书房 | 新建8座 | 选址 | 开工 | 建成4座 | 全部建成 | 县文旅局 |',
  ].join('\n')
  expect(await lines(utf8(text))).toEqual(['城市书房｜县文旅局｜'])
})

test('what is to be done this year is the work behind its name', async () => {
  const text = [
    '类别 | 民生事项名称 | 2024年度任务目标 | 责任单位 | 完成时限 |',
    '一、文化 | 1.城市书房 | 新建8座，更新图书2万册。 | 县文旅局 | 10月底 |',
    '2.送戏下乡 | 演出40场，覆盖全部乡镇。 | 县文旅局 | 11月底 |',
  ].join('\n')
  const { tasks } = await summary(utf8(text))
  expect(tasks.map(({ sections, text }) => [...sections, text].join('｜'))).toEqual([
    '一、文化｜1.城市书房｜新建8座,更新图书2万册。',
    '一、文化｜2.送戏下乡｜演出40场,覆盖全部乡镇。',
  ])
})

test.each([
  [
    'which are padded to the full width',
    [
      '项目名称 | 项目类别 | |||',
      '工作任务 | 责任单位 | 完成时限 | 完成情况 | |',
      '云江县实验高级中学及其附属学校二期扩建和改造项目。 | 竣工1所 | 县教育局 | 6月底 | 已完成 |',
      '老年学校。 | 2024年改造2所 | 县教育局 | 9月底 | 正在推进 |',
    ],
  ],
  [
    'between bars',
    [
      '| 项目名称 | 任务分工 |  |  |  |',
      '| 工作任务 | 责任单位 | 完成时限 | 完成情况 |',
      '| 云江县实验高级中学及其附属学校二期扩建和改造项目 | 竣工1所 | 县教育局 | 6月底 | 已完成 |',
      '| 老年学校 | 2024年改造2所 | 县教育局 | 9月底 | 正在推进 |',
    ],
  ],
])('headings below the last one of the line above, %s', async (_name, rows) => {
  const { tasks } = await summary(utf8(['云江县2024年民生实事进展', ...rows].join('\n')))
  expect(tasks.map(({ sections, text, units }) => [...sections, text, ...units].join('｜'))).toEqual([
    '云江县实验高级中学及其附属学校二期扩建和改造项目｜竣工1所｜responsible 县教育局',
    '老年学校｜2024年改造2所｜responsible 县教育局',
  ])
})

test('names and times alone, below words merged over them, belong to the row above', async () => {
  const text = [
    '和川县2024年民生实事进展表',
    '项目名称 | 工作任务 | 计划完成时间 | 牵头单位 |',
    '道路提升 | 改造城区道路3条。 | 5月 | 住建局 |',
    '2024.8 | 城投公司 | ||',
    '新建停车场2处。 | 9月 | 住建局 | |',
    '公园建设 | 建成口袋公园4处。 | 11月 | 城管局 |',
  ].join('\n')
  const { tasks } = await summary(utf8(text))
  expect(tasks.map(({ text, units, deadlines }) => [text, ...units, ...deadlines].join('｜'))).toEqual([
    '改造城区道路3条。｜lead 住建局｜lead 城投公司｜5月｜2024.8',
    '新建停车场2处。｜lead 住建局｜9月',
    '建成口袋公园4处。｜lead 城管局｜11月',
  ])
})

test('of three bodies under 牵头单位 and 配合单位, one cell a line, one leads', async () => {
  const rows = [
    ['序号', '重点任务', '牵头单位', '配合单位', '完成时限'],
    ['1', '改造避难场所8处。', '县教育局', '县住建局', '县消防大队', '年底前'],
    ['2', '通报结果。', '县督查室', '各乡镇', '9月底前'],
  ]
  const { tasks } = await summary(utf8(['和川县2024年重点任务分解表', ...rows.flat()].join('\n')))
  expect(tasks.map(({ units }) => units.join('｜'))).toEqual([
    'lead 县教育局｜support 县住建局｜support 县消防大队',
    'lead 县督查室｜support 各乡镇',
  ])
})

test('headings under one of the line above, and a bar that leaves the first cell blank', async () => {
  const text = [
    '和川县2024年重点项目推进计划表',
    '序号 | 项目名称 | 建设内容 | 推进节点 || 责任单位 | 县级联系领导',
    '| | | 开工时间 | 竣工时间 | |',
    '1 | 滨河路北延 | 新建道路4公里。 | 3月 | 12月 | 县住建局 | 许明',
    '| 污水厂扩建 | 日处理规模5万吨。 | 5月 | 11月 | 县城管局 | 许明',
  ].join('\n')
  const { tasks } = await summary(utf8(text))
  expect(
    tasks.map(({ sections, text, units, deadlines }) => [...sections, text, ...units, ...deadlines].join('｜')),
  ).toEqual([
    '滨河路北延｜新建道路4公里。｜responsible 县住建局｜supervisor 许明｜3月｜12月',
    '污水厂扩建｜日处理规模5万吨。｜responsible 县城管局｜supervisor 许明｜5月｜11月',
  ])
})

describe('columns of blanks with numbers of a register', () => {
  test('a blank between number and words, names spread over their width, and cells left blank', async () => {
    const text = [
      '沙溪区2024年提案办理分工表',
      '',
      '编号    案由                        提案人      主办单位      会办单位      答复时限',
      '2024001 关于增设公交站点的建议      周  敏      区交通局      区城管局      5月31日前',
      '2024002 关于修缮社区步道的建议      何明远      区住建局      区财政局      6月15日前',
      '2024003 关于整治占道停车的建议      李  强      区公安分局                  5月31日前',
    ].join('\n')
    expect(await lines(utf8(text))).toEqual([
      '2024001关于增设公交站点的建议｜区交通局、区城管局｜5月31日前',
      '2024002关于修缮社区步道的建议｜区住建局、区财政局｜6月15日前',
      '2024003关于整治占道停车的建议｜区公安分局｜5月31日前',
    ])
  })
})

test('a standard is the work of a table that has no other, one cell a line, be a row called as a foot of a page is', async () => {
  const rows = [
    ['类别', '分值', '考核标准', '考核科室'],
    ['主动公开', '10', '及时公开应公开的信息，超期一条扣1分。', '公开科'],
    ['依申请公开', '15', '规范答复申请，超期一件扣5分。', '法规科'],
    ['政策解读', '12', '文件与解读材料同步发布，少一件扣2分。', '网管中心'],
  ]
  const text = ['沙溪区2024年政务公开考核标准表', ...rows.flat()].join('\n')
  const { tasks } = await summary(utf8(text))
  expect(tasks.map(({ sections, text, units }) => [...sections, text, ...units].join('｜'))).toEqual([
    '主动公开｜及时公开应公开的信息,超期一条扣1分。｜supervisor 公开科',
    '依申请公开｜规范答复申请,超期一件扣5分。｜supervisor 法规科',
    '政策解读｜文件与解读材料同步发布,少一件扣2分。｜supervisor 网管中心',
  ])
})

describe('rows of tables as spreadsheets and long tables print them', () => {
  const read = async (...rows: string[]) => {
    const { tasks } = await summary(utf8(['和川县2024年重点工作台账', '', ...rows].join('\n')))
    return tasks.map(({ sections, marker, text, units, deadlines }) =>
      [...sections, marker + text, ...units, ...deadlines].join('｜'),
    )
  }

  test('headings of two lines under two headings, and both again on another page', async () => {
    const head = ['序号\t主要任务\t包保领导\t\t责任单位\t\t完成时限\t备注', '\t\t姓名\t职务\t牵头单位\t配合单位\t\t']
    expect(
      await read(
        ...head,
        '1\t划定控制线。\t沈立\t副县长\t县自然资源局\t县应急管理局\t9月底\t',
        ...head,
        '2\t组建消防队。\t马兆\t副县长\t县消防大队\t\t年底前\t已备案',
      ),
    ).toEqual([
      '1划定控制线。｜supervisor 沈立｜lead 县自然资源局｜support 县应急管理局｜9月底',
      '2组建消防队。｜supervisor 马兆｜lead 县消防大队｜年底前',
    ])
  })

  test.each([
    ['tabs', '\t', ''],
    ['bars', ' | ', '|'],
  ])('a category with the sums of its rows, with %s; what a project measures does not name it', async (_, by, end) => {
    const rows = [
      ['序号', '项目名称', '建设规模及内容', '总投资', '2024年计划投资', '年度目标任务', '责任单位'],
      ['一、续建项目（2个）', '', '', '112000', '46,500.5', '', ''],
      ['1', '县医院迁建', '8.6万平方米', '62000', '22000', '主体封顶。', '县卫健局'],
      ['2', '管网改造', '46公里', '9000', '6000', '全面完工。', '县水利局'],
      ['二、新开工项目（1个）', '', '', '74500', '27300', '', ''],
      ['3', '职教实训楼', '3栋', '16500', '7300', '完成桩基。', '县教育局'],
    ]
    expect(await read(...rows.map((row) => `${end}${row.join(by)}${end}`))).toEqual([
      '一、续建项目(2个)｜县医院迁建｜1主体封顶。｜responsible 县卫健局',
      '一、续建项目(2个)｜管网改造｜2全面完工。｜responsible 县水利局',
      '二、新开工项目(1个)｜职教实训楼｜3完成桩基。｜responsible 县教育局',
    ])
  })

  test('a category with its own number and the sums of its rows', async () => {
    expect(
      await read(
        '序号\t项目名称\t建设内容\t年度投资\t责任单位',
        '一\t供水工程\t\t8600.5\t',
        '1\t西郊水厂\t完成取水口土建。\t8600.5\t县水利局',
        '二\t绿化工程\t\t310\t',
        '2\t滨河绿道\t建成绿道9公里。\t310\t县林业局',
      ),
    ).toEqual([
      '一供水工程｜西郊水厂｜1完成取水口土建。｜responsible 县水利局',
      '二绿化工程｜滨河绿道｜2建成绿道9公里。｜responsible 县林业局',
    ])
  })

  test('by what a piece of work is told to be done is a heading among cells one a line', async () => {
    expect(
      await read(
        ...['责任科室', '任务名称', '任务内容', '完成标志', '起止时间'],
        ...['资源科', '目录编制', '更新数据目录，公布清单。', '目录上线', '1月至4月'],
        ...['经济科', '企业培育', '培育数据商20家，给予奖补。', '公布名单', '4月至9月'],
      ),
    ).toEqual([
      '目录编制｜更新数据目录,公布清单。｜responsible 资源科｜1月至4月',
      '企业培育｜培育数据商20家,给予奖补。｜responsible 经济科｜4月至9月',
    ])
  })

  test('a note below columns of blanks is no row, as far in as they stand', async () => {
    expect(
      await read(
        '　　单位名称    普法内容    普法时间',
        '　　县水利局    宣传节水条例。    3月下旬',
        '　　县民政局    宣传慈善条例。    9月上旬',
        '　　注：各单位12月10日前报送总结。',
      ),
    ).toEqual(['宣传节水条例。｜responsible 县水利局｜3月下旬', '宣传慈善条例。｜responsible 县民政局｜9月上旬'])
  })

  test('the names of those who do it may stand left of the work', async () => {
    expect(
      await read('单位名称\t重点普法内容\t普法对象\t普法时间', '县水利局\t宣传节水条例。\t社会公众\t3月下旬'),
    ).toEqual(['宣传节水条例。｜responsible 县水利局｜3月下旬'])
  })

  test.each(['续表', '（续表）', '续上表', '（接上页）'])(
    'a row that a page break tore, its rest below %s and the headings',
    async (word) => {
      const head = '序号\t考核指标\t目标任务\t分值\t责任科室'
      expect(
        await read(
          head,
          '一、业务质量（40分）',
          '1\t预警发布\t预警信息公众\t15\t气象台',
          '',
          '— 1 —',
          '',
          word,
          head,
          '\t\t覆盖率达到96%以上。\t\t',
          '2\t观测质量\t数据可用性达到99%。\t10\t观测站',
          '小计\t\t\t25\t',
        ),
      ).toEqual([
        '一、业务质量(40分)｜预警发布｜1预警信息公众覆盖率达到96%以上。｜responsible 气象台',
        '一、业务质量(40分)｜观测质量｜2数据可用性达到99%。｜responsible 观测站',
      ])
    },
  )

  test('a further piece of work below headings that stand again is a row of its own', async () => {
    const head = '序号\t项目名称\t主要内容\t责任单位'
    expect(
      await read(head, '1\t养老\t建食堂5家。\t县民政局', head, '\t\t改造300户。\t', '2\t教育\t建小学2所。\t县教育局'),
    ).toEqual([
      '养老｜1建食堂5家。｜responsible 县民政局',
      '养老｜改造300户。',
      '教育｜2建小学2所。｜responsible 县教育局',
    ])
  })

  test('marks in a cell between marks are written twice, and who made the table is no row', async () => {
    expect(
      await read(
        '序号\t工作任务\t责任单位\t完成时限',
        '1\t"推行出生""八件事""联办，""一表""申请。"\t社会事务科\t9月底',
        '2\t"编制指南；',
        '上线试运行。"\t登记科\t年底前',
        '制表：信息科\t\t\t2024年5月8日',
      ),
    ).toEqual([
      '1推行出生"八件事"联办,"一表"申请。｜responsible 社会事务科｜9月底',
      '2编制指南;上线试运行。｜responsible 登记科｜年底前',
    ])
  })

  test('a blank cell before the first heading, whose bar alone is left of it', async () => {
    expect(
      await read(
        ' | 起止日期 | 主要工作 | 责任处室 |',
        '开学前 | 8月27日 | 教职工大会 | 办公室 |',
        '8月29日 | 新生报到 | 教务处 |',
        '第一周 | 9月1日-9月3日 | 开学典礼 | 学生处 |',
        '督导迎检 | 督导室 |',
        '备课组长会 | 教务处 |',
      ),
    ).toEqual([
      '开学前｜教职工大会｜responsible 办公室｜8月27日',
      '开学前｜新生报到｜responsible 教务处｜8月29日',
      '第一周｜开学典礼｜responsible 学生处｜9月1日-9月3日',
      '第一周｜督导迎检｜responsible 督导室',
      '第一周｜备课组长会｜responsible 教务处',
    ])
  })

  test('headings and cells broken over lines, none of them in marks', async () => {
    expect(
      await read(
        '序号\t工作任务\t责任领导\t责任',
        '科室\t完成',
        '时限',
        '1\t制定培训计划，',
        '组织培训4期。\t王强\t人事科\t3月底',
        '2\t完善档案管理。\t李梅\t办公室',
        '档案室\t6月底',
        '3\t开展内控评估。\t王强\t财务科\t长期',
      ),
    ).toEqual([
      '1制定培训计划,组织培训4期。｜supervisor 王强｜responsible 人事科｜3月底',
      '2完善档案管理。｜supervisor 李梅｜responsible 办公室｜responsible 档案室｜6月底',
      '3开展内控评估。｜supervisor 王强｜responsible 财务科｜长期',
    ])
  })

  test('numbered rows with several cells over lines', async () => {
    expect(
      await read(
        '周次\t完成时间\t工作内容\t责任部门\t备注',
        '一\t2月25日前\t举行开学典礼。\t教导处\t',
        '二\t3月3日前\t布置学雷锋活动。',
        '开展卫生检查。\t少先队',
        '德育处\t',
        '三\t3月10日前\t检查校舍、',
        '围墙。\t总务处',
        '保卫处\t',
        '四\t3月17日前\t植树。\t德育处\t',
      ),
    ).toEqual([
      '一｜举行开学典礼。｜responsible 教导处｜2月25日前',
      '二｜布置学雷锋活动。开展卫生检查。｜responsible 少先队｜responsible 德育处｜3月3日前',
      '三｜检查校舍、围墙。｜responsible 总务处｜responsible 保卫处｜3月10日前',
      '四｜植树。｜responsible 德育处｜3月17日前',
    ])
  })

  test('headings over two others, the upper line with one cell for both', async () => {
    expect(
      await read(
        '| 序号 | 项目 | 主要内容 | 责任单位 | 完成时限 |',
        '| | | | 牵头 | 配合 | |',
        '| 1 | 幼儿园 | 新建公办园3所 | 教育局 | 住建局 | 8月底 |',
        '| 2 | 中小学 | 改造操场5块 | 教育局 | | 9月底 |',
      ),
    ).toEqual([
      '幼儿园｜1新建公办园3所｜lead 教育局｜support 住建局｜8月底',
      '中小学｜2改造操场5块｜lead 教育局｜9月底',
    ])
  })

  test('who helps is no supervisor; a team is a heading, what it checks the work', async () => {
    expect(
      await read(
        '组别 | 检查重点 | 检查区域 | 带队领导 | 责任人 | 协助人 | 检查时间',
        '第一组 | 月饼生产企业 | 城关镇 | 汪长海 | 左明 | 秦岚 | 9月2日—9月6日',
        '第二组 | 学校食堂 | 全县中小学 | 凌峰 | 施雯 | 执法大队 | 9月上旬',
      ),
    ).toEqual([
      '第一组｜月饼生产企业｜supervisor 汪长海｜supervisor 左明｜support 秦岚｜9月2日—9月6日',
      '第二组｜学校食堂｜supervisor 凌峰｜supervisor 施雯｜support 执法大队｜9月上旬',
    ])
  })
})

test('a row that lost its category cell to the rows above is no rest of a row that lacks one too', () => {
  const table = [
    '河道整治任务分解表',
    '工作任务\t工作要求\t牵头单位\t责任单位',
    '一、清淤\t1.摸清底数，建立台账。\t\t各镇人民政府',
    '2.完成主河道清淤。\t\t各镇人民政府',
    '3.公布清淤进度。\t"县水利局',
    '县住建局"\t各镇人民政府',
    '4.处置淤泥。\t县水利局\t各镇人民政府',
  ]
  const read = Array.from(tasks(parsePlan(table.join('\n'))), ({ task, sections }) =>
    [
      sections.map(({ title }) => title),
      task.marker,
      task.text,
      ...task.units.map(({ name, role }) => `${role} ${name}`),
    ].flat(),
  )
  const all = 'responsible 各镇人民政府'
  expect(read).toEqual([
    ['清淤', '1.', '摸清底数，建立台账。', all],
    ['清淤', '2.', '完成主河道清淤。', all],
    ['清淤', '3.', '公布清淤进度。', 'lead 县水利局', 'lead 县住建局', all],
    ['清淤', '4.', '处置淤泥。', 'lead 县水利局', all],
  ])
})

test('where a column says who does the work, a name in brackets behind its words is a name of that', () => {
  const table = [
    '河道整治任务表',
    '序号\t工作任务\t责任单位\t完成时限',
    '1\t建立应急处置平台（水情调度中心）\t县水利局\t6月底',
    '2\t清理堤岸\t县住建局\t9月底',
    '3\t补栽护岸林（县林业局）\t\t9月底',
  ]
  const read = Array.from(tasks(parsePlan(table.join('\n'))), ({ task }) => [
    task.text,
    ...task.units.map(({ name }) => name),
  ])
  expect(read).toEqual([
    ['建立应急处置平台（水情调度中心）', '县水利局'],
    ['清理堤岸', '县住建局'],
    ['补栽护岸林', '县林业局'],
  ])
})

describe('columns of blanks as a PDF prints them', () => {
  const HEAD = '序号 工作任务              牵头单位        责任单位          工作要求'

  test('a heading one blank from the next, a row of several cells torn over pages', async () => {
    const text = [
      '港区2024年任务分工方案',
      HEAD,
      '',
      '1    建设智慧卡口          港区信息中心    港务集团          9月上线运行；',
      '                                                             逐月通报。',
      '',
      '2    落实收费目录清单公    港区发展改革    港区市场监管局、  完成价格公示，',
      '                  — 5 —',
      HEAD,
      '',
      '     示制度                局              各收费单位        清单之外不收费。',
      '',
      '3    扩大直提试点          港务集团        港区海事局        增加到6种。',
    ].join('\n')
    const plan = parsePlan(text)
    expect(Array.from(tasks(plan), ({ task, sections }) => [...sections.map(({ title }) => title), task.text])).toEqual(
      [
        ['建设智慧卡口', '9月上线运行；\n逐月通报。'],
        ['落实收费目录清单公示制度', '完成价格公示，清单之外不收费。'],
        ['扩大直提试点', '增加到6种。'],
      ],
    )
    expect(await lines(utf8(text))).toContain(
      '2完成价格公示,清单之外不收费。｜港区发展改革局、港区市场监管局、各收费单位｜',
    )
  })

  test('units of cells side by side are those of one cell after the other', () => {
    const text = [
      '荆山区2024年任务分解表',
      '序号  治理内容                        牵头单位            配合单位            完成时限',
      '                                      ',
      '      整治乱停乱放，施划限时停车泊    区城管局、          各街道办事处、',
      '1     位600个，医院和学校周边增设     区交警大队、        区教育局            6月底前',
      '      接送专用区。                    区交通局',
      '',
      '2     更新破损站牌。                  区交通局            区公交公司          年底前',
    ].join('\n')
    const [first] = tasks(parsePlan(text))
    expect(first?.task.units.map(({ name }) => name)).toEqual([
      '区城管局',
      '区交警大队',
      '区交通局',
      '各街道办事处',
      '区教育局',
    ])
  })
})
