/** Manners in which offices print their plans, each in a small document: what its tasks are. */
import { describe, expect, test } from 'vitest'
import { parsePlan } from '../src/index.ts'
import { headingOf, tasks } from '../src/tasks.ts'

/** Of each task its sections, number and words, its units, its deadlines and its status, a line each. */
function read(text: string): string[] {
  return Array.from(tasks(parsePlan(text)), ({ task, sections }) =>
    [
      [...sections.map(headingOf), `${task.marker}${task.text}`].join(' > '),
      task.units.map(({ name, role }) => `${role} ${name}`).join('、'),
      task.deadlines.map(({ raw }) => raw).join('、'),
      task.status ?? '',
    ]
      .join('｜')
      .replace(/｜+$/, '')
      .replaceAll('\n', '⏎'),
  )
}

describe('paragraphs that close a notice are no words of its last task', () => {
  const notice = (...closing: string[]) =>
    [
      '关于做好2024年清淤工作的通知',
      '各区水务局：',
      '一、排查积水点。建立台账。',
      '二、清理管网。清淤率达到100%。',
      ...closing,
    ].join('\n')
  const items = ['一、排查积水点。建立台账。', '二、清理管网。清淤率达到100%。']

  test.each([
    [['请各区于4月10日前将台账报市水务局。']],
    [['请认真贯彻执行。', '联系人：杜宁，电话：0700-8880456。', '特此通知。']],
    [['本通知自印发之日起施行。', '各区总结于12月10日前报市水务局。']],
    [['此通知']],
    [['专此函达。', '市水务局', '2024年3月1日']],
  ])('%j', (closing) => {
    expect(read(notice(...closing))).toEqual(items)
  })
  test('but by when to report is a deadline of the document', () => {
    const plan = parsePlan(notice('请各区于4月10日前将台账报市水务局。'))
    expect(plan.document.deadlines.map(({ raw }) => raw)).toEqual(['4月10日前'])
  })
  test('they are the words of a last item that has but a heading', () => {
    expect(read(notice('三、报送要求', '请各区于4月10日前将台账报市水务局。'))).toEqual([
      ...items,
      '三、报送要求⏎请各区于4月10日前将台账报市水务局。｜｜4月10日前',
    ])
  })
  test('within a document they are words like others', () => {
    const text = notice('请各区对照清单整改。', '三、备足物资。')
    expect(read(text)[1]).toBe('二、清理管网。清淤率达到100%。⏎请各区对照清单整改。')
  })
})

describe('where a bracket ends each item, the paragraphs behind the last one are no words of it', () => {
  const plan = (...last: string[]) =>
    [
      '云江县2024年护林工作方案',
      '一、巡护山林。每日两次。（县林业局）',
      '二、清理林缘。年内清理40公里。（县林业局、各镇）',
      '三、备足物资。更新机具。（县应急管理局负责）',
      ...last,
      '云江县人民政府办公室',
      '2024年3月1日',
    ].join('\n')
  const remark = '从护林专项资金中安排部分经费，由各镇统筹使用。各镇要管好用好。'
  const items = read(plan())

  test.each([[[remark]], [[remark, '执行中遇到的问题，及时告知县林业局。']]])('%j', (last) => {
    expect(read(plan(...last))).toEqual(items)
  })
  test('but they are, where such words stand behind another item too', () => {
    const text = plan(remark).replace('（县林业局）\n', '（县林业局）\n雨天除外。\n')
    expect(read(text)[2]).toContain(remark)
  })
  test('and so are those that say who does them', () => {
    expect(read(plan('添置水泵。（县水利局）')).at(-1)).toContain('添置水泵')
  })
  test('two brackets are too few to tell', () => {
    const text = plan(remark).replace('（县林业局）\n', '\n')
    expect(read(text)[2]).toContain(remark)
  })
})

test.each([
  ['第一件：', '第二件：'],
  ['第一件实事：', '第二件实事：'],
  ['举措之一：', '举措之二：'],
  ['任务之一、', '任务之二、'],
])('%s is a number', (one, two) => {
  const text = `青川县2024年实施方案\n${one}改造小区。改造18个。\n牵头单位：县住建局\n${two}新增托位150个。\n完成时限：10月底前`
  expect(read(text)).toEqual([`${one}改造小区。改造18个。｜lead 县住建局`, `${two}新增托位150个。｜｜10月底前`])
})

describe('headings without a number, below which the numbers go on', () => {
  const plan = (one: string, two: string) =>
    `青川县2024年工作计划\n${one}\n1.编制目录。（财政所）\n2.公开招标。\n${two}\n3.中期检查。\n4.年度验收。`
  test.each([
    ['【夯实基础】', '【深化共建】'],
    ['第一季度', '第二季度'],
    ['九月份：', '十月份：'],
    ['上半年工作', '下半年工作'],
  ])('%s', (one, two) => {
    expect(read(plan(one, two))).toEqual([
      `${one} > 1.编制目录。｜responsible 财政所`,
      `${one} > 2.公开招标。`,
      `${two} > 3.中期检查。`,
      `${two} > 4.年度验收。`,
    ])
  })
  test.each([
    ['责任单位：县数据局', '责任单位：县数据局、县财政局'],
    ['责任单位：县数据局牵头', '完成时限：6月底前'],
    ['【责任单位：县数据局牵头】', '【责任单位：县财政局】'],
    ['〔县数据局〕', '〔责任单位：县财政局〕'],
  ])('lines between items that end with %s', (one, two) => {
    const text = `云江县2024年工作要点\n夯实数字底座\n1.编制规划。\n${one}\n2.建设机房。\n${two}\n深化数据共享\n3.编制目录。\n${two}\n推进一网通办\n4.整合系统。\n${one}`
    expect(read(text).map((task) => task.split('｜')[0])).toEqual([
      '夯实数字底座 > 1.编制规划。',
      '夯实数字底座 > 2.建设机房。',
      '深化数据共享 > 3.编制目录。',
      '推进一网通办 > 4.整合系统。',
    ])
  })
  test('and of two such lines the upper is the outer heading', () => {
    const item = (number: number, words: string) => `${number}.${words}。（县数据局）`
    const text = [
      '云江县2024年工作要点',
      '夯实数字底座',
      '统筹算力布局',
      item(1, '编制规划'),
      item(2, '建设机房'),
      '深化数据共享',
      item(3, '编制目录'),
      '优化政务服务',
      '推进一网通办',
      item(4, '整合系统'),
    ]
    expect(read(text.join('\n')).map((task) => task.split('｜')[0])).toEqual([
      '夯实数字底座 > 统筹算力布局 > 1.编制规划。',
      '夯实数字底座 > 统筹算力布局 > 2.建设机房。',
      '夯实数字底座 > 深化数据共享 > 3.编制目录。',
      '优化政务服务 > 推进一网通办 > 4.整合系统。',
    ])
  })
  test.each(['县财政局', '2024年6月底前', '周正清', '进展：已开工'])('%s below 责任单位： is no heading', (line) => {
    const item = (number: number) => `${number}.编制规划。\n责任单位：县数据局\n${line}`
    const sections = read(`云江县2024年工作要点\n${[1, 2, 3, 4].map(item).join('\n')}`)
    expect(sections.filter((task) => task.includes(' > '))).toEqual([])
  })
  test('such brackets head what has no number, where nothing has', () => {
    const text = [
      '石榴社区2023年工作要点',
      '【组织建设】',
      '发展党员4名。（社区党委）',
      '轮训党员。（各支部）',
      '【志愿服务】',
      '结对帮扶。（团支部）',
    ]
    expect(read(text.join('\n'))).toEqual([
      '【组织建设】 > 发展党员4名。｜responsible 社区党委',
      '【组织建设】 > 轮训党员。｜responsible 各支部',
      '【志愿服务】⏎结对帮扶。｜responsible 团支部',
    ])
  })
  test('months head what has no number too', () => {
    const months = ['3月', '4月', '5月'].flatMap((month) => [month, `植树。（林业站）`, `巡查。（水利站）`])
    expect(read(['青川镇2024年工作计划', ...months].join('\n')).slice(1, 3)).toEqual([
      '3月 > 巡查。｜responsible 水利站',
      '4月 > 植树。｜responsible 林业站',
    ])
  })
})

describe('items that run on in one paragraph', () => {
  test.each<[string, string[]]>([
    [
      '一、文化事业　（一）办好文化节。（艺术科）（二）建成书房8座。（公共服务科；10月底前）',
      [
        '一、文化事业 > （一）办好文化节。｜responsible 艺术科',
        '一、文化事业 > （二）建成书房8座。｜responsible 公共服务科｜10月底前',
      ],
    ],
    [
      '（一）办好文化节。开展演出。（二）建成书房8座。（三）修缮塔院。',
      ['（一）办好文化节。开展演出。', '（二）建成书房8座。', '（三）修缮塔院。'],
    ],
    [
      '1.办好文化节。（艺术科）2.建成书房8座。（文物科）',
      ['1.办好文化节。｜responsible 艺术科', '2.建成书房8座。｜responsible 文物科'],
    ],
    ['1.检查下列资料：（1）证照；（2）台账；（3）记录。', ['1.检查下列资料：（1）证照；（2）台账；（3）记录。']],
    [
      '现将进展予以公示。 1.建成书房8座。 责任单位：文化馆 完成情况：建成8座。 2.修缮塔院。 责任单位：文物科 完成情况：已竣工。',
      ['1.建成书房8座。｜responsible 文化馆｜｜建成8座。', '2.修缮塔院。｜responsible 文物科｜｜已竣工。'],
    ],
    ['现将进展予以公示，全长 1.5公里。2.6公里已通车。', []],
    ['1.依照规定（试行）2.5公里以内免费。', ['1.依照规定（试行）2.5公里以内免费。']],
    ['1.依据第二条（一）和（二）办理。（三）不予办理。', ['1.依据第二条（一）和（二）办理。（三）不予办理。']],
  ])('%s', (line, items) => {
    const found = read(`青川县2024年工作要点\n为推动发展，制定本要点。\n${line}`)
    expect(found).toEqual(items)
  })
})

describe('a document that lost all its line ends is cut where its items count on', () => {
  const body = [
    '一、强化防火意识（一）签订责任书。各村逐户签订，6月底前完成。（镇林业站负责）（二）开展宣传。',
    '印发宣传单8000份，每村设立固定标语。（镇宣传办负责）二、严控野外火源（三）严格用火审批。',
    '林区用火一律报批，做好三件事：1.看天气；2.清杂草；3.备人手。（镇林业站、各村负责）',
    '（四）加强巡护。具体措施：1.2024年3月底前增设卡口6处。2.聘用护林员40人。',
  ].join('')
  const items = [
    '一、强化防火意识 > （一）签订责任书。各村逐户签订，6月底前完成。｜responsible 镇林业站｜6月底前',
    '一、强化防火意识 > （二）开展宣传。印发宣传单8000份，每村设立固定标语。｜responsible 镇宣传办',
    '二、严控野外火源 > （三）严格用火审批。林区用火一律报批，做好三件事：1.看天气；2.清杂草；3.备人手。｜responsible 镇林业站、responsible 各村',
    '二、严控野外火源 > （四）加强巡护 > 1.2024年3月底前增设卡口6处。｜｜2024年3月底前',
    '二、严控野外火源 > （四）加强巡护 > 2.聘用护林员40人。',
  ]
  const signed = '青山镇人民政府2024年2月8日（此件公开发布）'

  test.each([
    ['', ''],
    ['为抓好森林防火，现就有关事项通知如下：', signed],
    ['各村、镇直各单位：为抓好森林防火，制定本方案。', signed],
  ])('%s…%s', (before, behind) => {
    const plan = `青山镇2024年森林防火工作方案\n${before}${body}${behind}`
    expect(read(plan)).toEqual(items)
    const { issuer, issuedOn } = parsePlan(plan).document
    expect([issuer, issuedOn]).toEqual(behind ? ['青山镇人民政府', '2024-02-08'] : [null, null])
  })
  test('title, number and addressees are none of its words', () => {
    const { document } = parsePlan(
      `青山镇人民政府关于做好森林防火工作的通知青政发〔2024〕8号\n各村：为抓好森林防火，通知如下：${body}`,
    )
    expect(document).toMatchObject({
      title: '青山镇人民政府关于做好森林防火工作的通知',
      number: '青政发〔2024〕8号',
      addressees: ['各村'],
    })
    expect(parsePlan(`青山镇2024年森林防火方案为切实抓好防火，制定本方案。${body}`).document.title).toBe(
      '青山镇2024年森林防火方案',
    )
  })
  test('even where all that stands on one line', () => {
    const plan = parsePlan(
      `青山镇人民政府关于做好森林防火工作的通知青政发〔2024〕8号各村：为抓好森林防火，通知如下：${body}${signed}`,
    )
    expect(plan.document).toMatchObject({
      title: '青山镇人民政府关于做好森林防火工作的通知',
      number: '青政发〔2024〕8号',
      issuedOn: '2024-02-08',
    })
  })
  test('and where the indents of its paragraphs are left', () => {
    const long = '各村要落实专人，逐户排查，建立台账，及时消除隐患，做到底数清、责任明、措施实。'
    const lines = [
      '一、强化意识',
      `（一）签订责任书。${long}`,
      `（二）开展宣传。${long}`,
      '二、严控火源',
      `林区禁火。${long}`,
    ]
    const text = `青山镇2024年森林防火工作方案\n制定本方案。　　${lines.join('　　')}`
    expect(read(text)).toEqual([`一、强化意识 > ${lines[1]}`, `一、强化意识 > ${lines[2]}`, `二、严控火源⏎${lines[4]}`])
  })
  test('narrative goes on behind its heading', () => {
    const plan = body
      .replace('一、', '一、总体要求以防为主，全镇联动，确保林区不发生较大火灾。二、')
      .replace('二、严控', '三、严控')
    expect(read(`青山镇2024年森林防火工作方案\n${plan}`)).toHaveLength(5)
  })
  test('so are items without another level, where there are three', () => {
    const long = '各村要落实专人，逐户排查，建立台账，及时消除隐患，做到底数清、责任明、措施实。'
    const [one, two, three] = ['清理林缘', '加固水池', '检修机具'].map((words) => `${words}。${long}`)
    const text = `青山镇2024年森林防火工作方案\n现将有关事项通知如下：一、${one}二、${two}三、${three}四、备足物资。`
    expect(read(text)).toEqual([`一、${one}`, `二、${two}`, `三、${three}`, '四、备足物资。'])
  })
  test('but no list within a sentence', () => {
    const list = '一、防火责任要明确到户到人到山头地块；二、防火物资要储备到村到组到卡口岗位'
    const text = `青山镇2024年森林防火工作方案\n1.落实责任。${'各村要逐级签订责任书，'.repeat(12)}做到：${list}；三、值守到位。`
    expect(read(text)).toHaveLength(1)
  })
})

test('decimal numbers begin paragraphs, whatever the line before ends in', () => {
  const text = [
    '沁河能源集团2024年重点工作计划',
    '1 健全责任体系',
    '1.1 修订责任制，层层签订责任书。责任部门：安环部  完成时间：2024.2.29前',
    '1.2 召开例会，通报隐患整改情况。责任部门：安环部  完成时间：每月5日前',
    '2 强化现场管理',
    '2.1 完成3座加压站改造，压减能耗2.5万吨标准煤。责任部门：生产部  配合部门：各分公司',
    '2.2 保存录像不少于30天。责任部门：各分公司  完成时间：长期',
  ]
  expect(read(text.join('\n'))).toEqual([
    '1健全责任体系 > 1.1修订责任制，层层签订责任书。｜responsible 安环部｜2024.2.29前',
    '1健全责任体系 > 1.2召开例会，通报隐患整改情况。｜responsible 安环部｜每月5日前',
    '2强化现场管理 > 2.1完成3座加压站改造，压减能耗2.5万吨标准煤。｜responsible 生产部、support 各分公司',
    '2强化现场管理 > 2.2保存录像不少于30天。｜responsible 各分公司｜长期',
  ])
})

test.each(['序号：', '编号: '])('cards numbered by a line %s are tasks', (label) => {
  const card = (number: number, work: string, unit: string) =>
    [`${label}${number}`, `工作任务：${work}`, `责任单位：${unit}`, '完成时限：6月底前', '联络员：彭 涛'].join('\n')
  const text = [
    '月湖区2023年改革任务台账',
    card(1, '推行联合验收。', '区住建局'),
    card(2, '压缩审查时限。', '区司法局'),
  ]
  expect(read(text.join('\n\n'))).toEqual([
    '1工作任务：推行联合验收。｜responsible 区住建局｜6月底前',
    '2工作任务：压缩审查时限。｜responsible 区司法局｜6月底前',
  ])
})

test.each(['无', '—', ''])('配合单位：%s is no text of the task', (nobody) => {
  const text = `青川县2024年任务清单\n1.推行联合验收。\n责任单位：县住建局\n配合单位：${nobody}\n2.压缩时限。`
  expect(read(text)).toEqual(['1.推行联合验收。｜responsible 县住建局', '2.压缩时限。'])
})

test('troubles told of the progress are neither work nor status', () => {
  const text = [
    '关于三季度重点项目推进情况的通报',
    '1.智造园二期。厂房封顶。',
    '责任单位：区工信局',
    '完成情况：3栋封顶。',
    '正在安装门窗。',
    '存在问题：资金拨付不及时。',
    '2.冷链中心。安装设备。',
    '完成情况：已完成。',
  ].join('\n')
  expect(read(text)).toEqual([
    '1.智造园二期。厂房封顶。｜responsible 区工信局｜｜3栋封顶。⏎正在安装门窗。',
    '2.冷链中心。安装设备。｜｜｜已完成。',
  ])
  const [first] = Array.from(tasks(parsePlan(text)), ({ task }) => task.extra)
  expect(first?.map(({ label, value }) => `${label} ${value}`)).toEqual(['存在问题 资金拨付不及时。'])
})

test.each([
  ['未完成原因：用地批复较晚。', '下步措施：10月底前完成征迁。'],
  ['滞后原因：雨季停工。', '下一步工作计划：抢抓工期。'],
])('nor is why it is late, or what comes next: %s %s', (...lines) => {
  const text = ['泵站建设进展情况通报', '1.城北泵站。', '进展情况：完成65%。', ...lines, '2.城南泵站。'].join('\n')
  expect(read(text)).toEqual(['1.城北泵站。｜｜｜完成65%。', '2.城南泵站。'])
})

test('a figure among cells one a line is what a column of its own says, and not how far the work is', () => {
  const text = [
    '云江县整改进度表',
    ...['序号', '反馈问题', '整改措施', '责任单位', '整改时限', '完成比例', '整改进展'],
    ...['1', '污水收集率偏低', '新建管网36公里。', '县住建局', '12月底', '88%', '已建成31公里。'],
    ...['扩建污水处理厂。', '县住建局', '9月底', '45%', '主体施工。'],
    ...['2', '矿山破坏', '关闭矿山4家。', '县林业局', '10月底', '100%', '已全部关闭。'],
  ].join('\n')
  expect(read(text)).toEqual([
    '污水收集率偏低 > 1新建管网36公里。｜responsible 县住建局｜12月底｜已建成31公里。',
    '污水收集率偏低 > 扩建污水处理厂。｜responsible 县住建局｜9月底｜主体施工。',
    '矿山破坏 > 2关闭矿山4家。｜responsible 县林业局｜10月底｜已全部关闭。',
  ])
})

test('a number by name, alone on its line, heads the lines below it', () => {
  const text = [
    '云江县住房中心督办任务清单',
    '督办事项1',
    '事项内容：清理逾期贷款。',
    '主办科室：信贷科',
    '办理时限：6月20日',
    '督办事项2',
    '事项内容：升级档案系统。',
    '主办科室：办公室',
  ].join('\n')
  expect(read(text)).toEqual([
    '督办事项1事项内容：清理逾期贷款。｜lead 信贷科｜6月20日',
    '督办事项2事项内容：升级档案系统。｜lead 办公室',
  ])
})

test('a measure in a list may begin with the year', () => {
  const text = [
    '澜溪县督察整改清单',
    '一、污水处理设施停运。',
    '整改时限：2022年底前',
    '责任单位：县住建局',
    '整改措施：',
    '1.2022年6月底前，完成设备检修。',
    '2.引入第三方运维。',
    '二、修复滞后。',
  ].join('\n')
  expect(read(text)[0]?.split('｜').slice(1)).toEqual(['responsible 县住建局', '2022年底前、2022年6月底前'])
})

test('a notice that transmits nothing is the plan itself', () => {
  const notice = [
    '云江县政府办公室关于做好防汛工作的通知',
    '各镇：',
    '现就有关事项通知如下：',
    '一、备足物资。',
    '二、排查险段。',
  ]
  expect(Array.from(tasks(parsePlan(notice.join('\n'))), ({ task }) => task.id)).toEqual(['1', '2'])
  const plan = ['云江县人民政府办公室', '2023年5月30日', '云江县防汛工作要点', '一、修订预案。', '二、开展演练。']
  const both = parsePlan([...notice, ...plan].join('\n').replace('关于做好防汛工作', '关于印发《云江县防汛工作要点》'))
  expect(Array.from(tasks(both), ({ task }) => task.id)).toEqual(['0.1', '0.2', '1', '2'])
})

describe('a table below an item', () => {
  const table = (...head: string[]) =>
    read(
      ['云江县2023年工作要点', ...head, '序号\t任务\t责任单位', '1\t修订制度\t办公室', '2\t开展培训\t人事股'].join(
        '\n',
      ),
    )
  const rows = ['1修订制度｜responsible 办公室', '2开展培训｜responsible 人事股']

  test('stands beside a sentence that says itself who does it', () => {
    expect(
      table('1.推进农田建设。（责任单位：县农业农村局）').map((task) => task.split('｜').slice(0, 2).join('｜')),
    ).toEqual(['1.推进农田建设。｜responsible 县农业农村局', ...rows])
  })

  test('is that of a heading, whoever does it', () => {
    expect(
      table('1.推进农田建设（牵头单位：县农业农村局）').map((task) => task.split('｜').slice(0, 2).join('｜')),
    ).toEqual(rows.map((row) => `1.推进农田建设 > ${row}`))
  })
})

test.each([
  ['（牵头单位：县市场监管局\n责任单位：县财政局\n完成时限：11月底）', []],
  ['（牵头单位：县市场监管局\n责任单位：机关各股（室）\n完成时限：11月底', ['bracket-unclosed']],
  ['（责任单位：县财政局', ['bracket-unclosed']],
])('a bracket may be closed lines below: %j', (annotation, codes) => {
  const { messages } = parsePlan(`云江县2023年工作要点\n一、开展整治。\n${annotation}\n二、修订制度。`)
  expect(messages.map(({ code }) => code)).toEqual(codes)
})

describe('a problem under numbered labels is one task', () => {
  const problem = (...lines: string[]) =>
    read(['澜溪县督察整改方案', '一、河道清淤滞后，水体发黑', ...lines].join('\n'))

  test('its goal and measures stay in the text, who, when and how far do not', () => {
    const lines = [
      '1.整改目标',
      '恢复河道行洪能力。',
      '2.整改措施：',
      '（1）清淤3公里。',
      '（2）设置警示牌。',
      '3.整改时限：立行立改，长期坚持',
      '4.责任领导：周敏',
      '5.责任单位：县水务局、沿河各镇',
      '6.整改进展：已清淤1公里。',
    ]
    expect(problem(...lines)).toEqual([
      '一、河道清淤滞后，水体发黑⏎1.整改目标⏎恢复河道行洪能力。⏎2.整改措施：⏎（1）清淤3公里。⏎（2）设置警示牌。｜' +
        'supervisor 周敏、responsible 县水务局、responsible 沿河各镇｜立行立改，长期坚持｜已清淤1公里。',
    ])
  })

  test('but measures that are put down to somebody one by one are tasks', () => {
    const lines = [
      '（一）整改措施',
      '1.清淤3公里。（责任单位：县水务局）',
      '2.设置警示牌。（责任单位：县住建局）',
      '（二）整改时限：2023年10月底',
    ]
    expect(problem(...lines).map((task) => task.split('｜')[1])).toEqual([
      'responsible 县水务局',
      'responsible 县住建局',
    ])
  })

  test('and so are the items of a plan that has such headings', () => {
    const lines = [
      '（一）工作目标：水清岸绿。',
      '（二）工作措施',
      '1.清淤3公里。',
      '2.设置警示牌。',
      '（三）责任单位：县水务局',
    ]
    expect(problem(...lines)).toHaveLength(2)
  })
})

describe('lines about a title', () => {
  const of = (...lines: string[]) =>
    parsePlan([...lines, '1.新辟公交线路10条。', '2.改造农贸市场15家。'].join('\n')).document
  const title = '2022年清江市民生实事进展情况'

  test.each([
    ['2022-07-22    清江市政府督查室', '2022-07-22'],
    ['（2022年2月14日市政府常务会议通过）', '2022-02-14'],
    ['（2022年2月14日清江市第十届人民代表大会常务委员会第二十次主任会议通过）', '2022-02-14'],
    ['——2022年2月14日在清江市第十届人民代表大会第二次会议上', '2022-02-14'],
    ['（2022年2月14日起施行）', null],
  ])('%s dates the document: %s', (line, date) => {
    expect(of(title, line)).toMatchObject({ title, issuedOn: date, issuer: null })
  })
  test('a breadcrumb and the words of a newspaper are none of it', () => {
    expect(of('工作报告', '您所在的位置：政务公开 > 工作报告', title).title).toBe(title)
    const plan = '清江市蓝天保卫战实施方案（2019—2020年）'
    expect(of(`日前，清江市印发《${plan}》。全文如下：`, plan).title).toBe(plan)
  })
  test('the column of the site above it is none of it', () => {
    const text = `民生工程\n\n${title}\n\n1.新辟公交线路10条。\n2.改造农贸市场15家。`
    expect(parsePlan(text).document.title).toBe(title)
  })
  test('a page that says the title twice has data of its own between', () => {
    const whole = '清江市人民政府办公室关于做好2022年民生实事的通知'
    const data = ['11370000000000000A/2022-4059841', '综合政务', '清政办字〔2022〕3号', '2022-04-01', '有效']
    const document = of(whole, ...data, whole, '各区人民政府：')
    expect(document).toMatchObject({ title: whole, number: '清政办字〔2022〕3号', issuedOn: '2022-04-01' })
  })
  test('neither the brackets around it nor words of welcome are of it', () => {
    expect(of(`《${title}》`).title).toBe(title)
    expect(of('欢迎来到清江市人民政府！', title).title).toBe(title)
  })
  test('the data of the page name what has no title', () => {
    const name = '清江市人民政府办公室关于印发2022年任务分解表的通知'
    expect(of(`标 题: | ${name} | ||`, '各区人民政府：', '现印发给你们。').title).toBe(name)
    expect(of(`标 题: | ${name} | ||`, title).title).toBe(title)
  })
  test('sentences may stand above the title of a table', () => {
    const rows = ['序号\t重点任务\t责任单位', '1\t新辟公交线路10条。\t市交通局', '2\t改造农贸市场15家。\t市商务局']
    const text = ['近日，市政府下发通知，明确了任务分工。', '2022年公共服务任务分工表', ...rows].join('\n')
    expect(parsePlan(text).document.title).toBe('2022年公共服务任务分工表')
  })
  test.each(['清督字〔2022〕第9期', '清政〔２０２２〕４６号', '〔2022〕11号'])('%s is its number', (number) => {
    expect(of(title, number)).toMatchObject({ title, number })
  })
  test('data of a collection of laws are none of the title', () => {
    const data = [
      '文章属性',
      '∙【制定机关】清江市人民政府',
      '∙【公布日期】2022.03.25',
      '∙【字 号】清政〔2022〕12号',
      '正文',
    ]
    expect(of(...data, title)).toMatchObject({
      title,
      issuedOn: '2022-03-25',
      number: '清政〔2022〕12号',
      issuer: null,
    })
  })
})

test.each([
  ['（组织委员周文礼负责）', 'supervisor 组织委员周文礼'],
  ['（责任人：副镇长刘伟）', 'supervisor 副镇长刘伟'],
  ['（党委书记牵头，副局长王建国负责）', 'supervisor 副局长王建国'],
  ['（市委办公室、区长江水务局）', 'responsible 市委办公室、responsible 区长江水务局'],
])('%s names %s', (bracket, units) => {
  expect(read(`石榴社区2023年工作要点\n1.做好党员发展工作，发展党员4名。${bracket}\n2.缴纳党费。`)[0]).toContain(units)
})

test.each([
  ['【9月30日前】完成立面改造。', '完成立面改造。｜｜9月30日前'],
  ['【长期】推行“民情茶室”。', '推行“民情茶室”。｜｜长期'],
  ['【城建办】完成立面改造。', '【城建办】完成立面改造。'],
  ['【网格】管理全覆盖。', '【网格】管理全覆盖。'],
  ['【2024】号文件落实。', '【2024】号文件落实。'],
])('what a bracket before the work says: %s', (item, task) => {
  expect(read(`滨江街道2024年工作推进表\n1.${item}\n2.接待居民。`)[0]).toBe(`1.${task}`)
})

test.each([
  ['城北热力公司负责5月底前进场施工。', 'responsible 城北热力公司'],
  ['市教育局牵头对各校工作进行督办。', 'lead 市教育局'],
  [
    '县发改局牵头，县住建局配合，完成核准；热力公司负责进场施工。',
    'lead 县发改局、support 县住建局、responsible 热力公司',
  ],
  ['由护林员牵头，民兵应急分队配合，实行登记入山。', 'lead 护林员、support 民兵应急分队'],
  ['各单位负责本领域隐患排查。', ''],
  ['县住建局负责人要带队检查。', ''],
  ['落实负责制，完善台账。', ''],
])('who does it, said in the text: %s', (sentence, units) => {
  expect(read(`宁阜县2024年工作要点\n1.${sentence}\n2.建立台账。`)[0]?.split('｜')[1] ?? '').toBe(units)
})

test('labels without a colon, a wide blank between them', () => {
  const text = [
    '梧溪县2024年任务清单',
    '1.检修农机6000台。',
    '责任单位 县农机中心　完成时限 5月25日前',
    '2.加强气象服务。',
    '责任单位 县气象局',
    '',
    '梧溪县农业农村局',
    '2024年5月20日',
  ].join('\n')
  expect(read(text)).toEqual([
    '1.检修农机6000台。｜responsible 县农机中心｜5月25日前',
    '2.加强气象服务。｜responsible 县气象局',
  ])
  expect(parsePlan(text).document.issuer).toBe('梧溪县农业农村局')
})

test('a period behind a label is what that label names, whatever label follows a blank', () => {
  const text = [
    '平川区人大常委会2024年工作要点任务分解',
    '1.听取供水工作情况的报告。',
    '时间安排：8月　责任委室：财经工委',
    '2.检查节水条例实施情况。',
    '完成时限：上半年 责任委室：城建工委',
  ].join('\n')
  expect(read(text)).toEqual([
    '1.听取供水工作情况的报告。｜responsible 财经工委｜8月',
    '2.检查节水条例实施情况。｜responsible 城建工委｜上半年',
  ])
})

test('a table of motions: their subject is the work, who moved them is not asked to do it', () => {
  const text = [
    '平川区2024年代表建议办理分工表',
    '编号\t案由\t领衔代表\t主办单位\t会办单位\t督办领导',
    '1\t关于增设公交站点的建议\t田野\t区交通局\t区城管局\t唐建',
    '2\t关于改造老旧管网的建议\t孟丽\t区住建局\t\t唐建',
  ].join('\n')
  expect(read(text)).toEqual([
    '1关于增设公交站点的建议｜lead 区交通局、support 区城管局、supervisor 唐建',
    '2关于改造老旧管网的建议｜lead 区住建局、supervisor 唐建',
  ])
})

test('how a body went about its rectification is narrative, what was found is not', () => {
  const text = [
    '平川县水务局党组关于巡察整改进展情况的通报',
    '一、党组履行整改主体责任情况',
    '召开会议4次，建立三张清单。',
    '二、巡察反馈意见整改落实情况',
    '（一）关于“巡查不够”的问题',
    '整改进展：巡河40次。',
    '（二）关于“台账不清”的问题',
    '整改进展：建账12本。',
  ].join('\n')
  expect(read(text)).toEqual([
    '二、巡察反馈意见整改落实情况 > （一）关于“巡查不够”的问题｜｜｜巡河40次。',
    '二、巡察反馈意见整改落实情况 > （二）关于“台账不清”的问题｜｜｜建账12本。',
  ])
})

describe('tables as they are pasted', () => {
  test('another table with headings of its own, under the next heading', () => {
    const text = [
      '安平县2023年重点工作完成情况',
      '一、重点工作',
      '序号    工作任务    责任单位    完成情况',
      '1    开工建设东门大桥    县交通局    已开工。',
      '二、民生实事',
      '序号    实事项目    责任单位    完成情况',
      '1    新建村卫生室6个    县卫健局    已建成。',
      '三、有关要求',
      '1.各单位要加快进度。',
      '2.县政府督查室要跟踪督办。',
    ].join('\n')
    expect(read(text)).toEqual([
      '一、重点工作 > 1开工建设东门大桥｜responsible 县交通局｜｜已开工。',
      '二、民生实事 > 1新建村卫生室6个｜responsible 县卫健局｜｜已建成。',
      '三、有关要求 > 1.各单位要加快进度。',
      '三、有关要求 > 2.县政府督查室要跟踪督办。',
    ])
  })
  const flattened = (heads: string[], ...rows: string[][]) =>
    ['安平县2024年交办事项清单', ...heads, ...rows.flat()].join('\n')
  test('what is said to all after a table of one cell a line is none of its cells', () => {
    const text = flattened(
      ['序号', '交办事项', '责任单位', '办结时限', '备注'],
      ['1', '修复东湖堤防。', '县水利局', '5月底前'],
      ['2', '检修西河泵站。', '县水利局', '6月底前'],
      ['有关要求：', '一、各单位要明确专人负责。', '二、对逾期未办结的予以通报。'],
    )
    expect(read(text).map((line) => line.split('｜')[0])).toEqual([
      '1修复东湖堤防。',
      '2检修西河泵站。',
      '有关要求： > 一、各单位要明确专人负责。',
      '有关要求： > 二、对逾期未办结的予以通报。',
    ])
  })
  test('无 in a column behind the progress is no progress', () => {
    const text = flattened(
      ['序号', '工作任务', '责任单位', '完成情况', '存在问题', '下一步打算'],
      ['1', '改造管网3公里。', '县住建局', '完成2公里。', '施工难度大。', '增加班组。'],
      ['2', '引进项目5个。', '县商务局', '签约4个。', '无', '加大力度。'],
    )
    expect(read(text)[1]).toBe('2引进项目5个。｜responsible 县商务局｜｜签约4个。')
  })
})

test.each([
  ['填报单位：县安委办    填报日期：2024年5月20日', '2024-05-20'],
  ['县政府督查室  2024-05-20', '2024-05-20'],
  ['2024-05-20 09:30', '2024-05-20'],
  ['2024-05-20 09:30 县政府督查室', '2024-05-20'],
  ['县政府督查室 www.qingchuan.example 2024-05-20 09:30', '2024-05-20'],
])('%s under the title dates a document', (line, date) => {
  const plan = parsePlan(['安平县安全隐患整改清单', line, '一、修复护栏。', '二、更换电缆。'].join('\n'))
  expect(plan.document.issuedOn).toBe(date)
})

test.each([
  ['〔市商务局、市财政局按职责分工负责。具体任务均涉及各区政府，不再列出，下同。〕', '市商务局、市财政局'],
  ['（市商务局、市财政局，下同）', '市商务局、市财政局'],
])('how others are named is no annotation of the task: %s', (bracket, units) => {
  const text = `清江市2024年要点\n一、办好展会。${bracket}\n二、建成市场。`
  const names = units.split('、').map((name) => `responsible ${name}`)
  expect(read(text)[0]).toBe(`一、办好展会。｜${names.join('、')}`)
})

test('the heads of bodies that make up a group are in charge of nothing', () => {
  expect(read('清江市2024年要点\n一、成立专班。成员由县安委会各成员单位负责人组成。\n二、建成市场。')[0]).toBe(
    '一、成立专班。成员由县安委会各成员单位负责人组成。',
  )
})

test('a stage may be headed by an event', () => {
  expect(read('清江市2024年方案\n一、检查阶段（汛期结束前）。查堤防。\n二、整改阶段（12月底前）。补缺口。')).toEqual([
    '一、检查阶段。查堤防。｜｜汛期结束前',
    '二、整改阶段。补缺口。｜｜12月底前',
  ])
})

test('a word for a kind of body explains the one before it', () => {
  expect(read('清江市2024年要点\n一、建成20个智慧社区（村居）。\n二、建成市场。')[0]).toBe(
    '一、建成20个智慧社区（村居）。',
  )
  expect(read('清江市2024年要点\n一、整治小作坊（场所）。开展排查。\n二、建成市场。')[0]).toBe(
    '一、整治小作坊（场所）。开展排查。',
  )
})

test('a year and a figure to reach are a deadline', () => {
  const text = '安平县2024年要点\n一、垃圾分类。2025年，覆盖率达到60%。\n二、排查。2025年，工作经费达到标准。'
  expect(read(text)).toEqual([
    '一、垃圾分类。2025年，覆盖率达到60%。｜｜2025年',
    '二、排查。2025年，工作经费达到标准。',
  ])
})

describe('a bar or a dash parts a label from the words before it', () => {
  test.each(['｜', '|', '——'])('%s', (bar) => {
    const text = [
      '石泉县2024年要点',
      `一、扩大消费${bar}责任股室：市场股、流通股${bar}完成时限：年底前`,
      '1．办好展会。发放消费券。',
      `2．建成市场。${bar}责任股室：办公室${bar}完成时限：6月底`,
    ].join('\n')
    expect(read(text)).toEqual([
      '一、扩大消费 > 1．办好展会。发放消费券。｜responsible 市场股、responsible 流通股｜年底前',
      '一、扩大消费 > 2．建成市场。｜responsible 办公室｜6月底',
    ])
  })
})

test('units between < and >, and one of them 〈牵头〉', () => {
  const text = [
    '临洮区2025年要点',
    '一、辅具适配。为600人适配。<区残联 区财政局>',
    '二、技能培训。举办8期。［区残联〈牵头〉、区人社局；3月至11月］',
    '三、水质达标。PM2.5<35，氨氮>1的断面清零。（区生态环境局）',
  ].join('\n')
  expect(read(text)).toEqual([
    '一、辅具适配。为600人适配。｜responsible 区残联、responsible 区财政局',
    '二、技能培训。举办8期。｜lead 区残联、responsible 区人社局｜3月至11月',
    '三、水质达标。PM2.5<35，氨氮>1的断面清零。｜responsible 区生态环境局',
  ])
})

test('bodies alone on a line below the work do it, with a time beside them or none', () => {
  const text = [
    '云澜市2024年要点',
    '一、加密自动站12个。',
    '业务科　观测中心（牵头）　各县（区）气象局',
    '二、更新作业点5个。',
    '人工影响天气办公室　时限：6月底',
    '三、建设服务站。',
    '其他工作按部署推进。',
  ].join('\n')
  expect(read(text)).toEqual([
    '一、加密自动站12个。｜responsible 业务科、lead 观测中心、responsible 各县（区）气象局',
    '二、更新作业点5个。｜responsible 人工影响天气办公室｜6月底',
    '三、建设服务站。⏎其他工作按部署推进。',
  ])
})

describe('cards of labelled lines, without numbers', () => {
  const card = (work: string, units: string, time: string) => [
    `任务：${work}`,
    '措施：摸清底数。',
    `单位：${units}`,
    `时限：${time}`,
  ]

  test('are one task each', () => {
    const text = ['锦屏县2024年任务分解表', '一、文化', ...card('建设书房', '文化股（牵头）、县图书馆', '6月底')]
    expect(read([...text, '', ...card('办好演出', '县剧团', '长期'), '二、体育', '1.办好赛事。'].join('\n'))).toEqual([
      '一、文化 > 任务：建设书房⏎措施：摸清底数。｜lead 文化股、responsible 县图书馆｜6月底',
      '一、文化 > 任务：办好演出⏎措施：摸清底数。｜responsible 县剧团｜长期',
      '二、体育 > 1.办好赛事。',
    ])
  })
  test('names may go on below the first', () => {
    const text = ['锦屏县2024年任务分解表', '一、文化', ...card('建设书房', '县文化馆（牵头）', '6月底')]
    text.splice(5, 0, '      县剧团', '      各乡镇文化站')
    expect(read([...text, ...card('办好演出', '县剧团', '长期')].join('\n'))[0]).toBe(
      '一、文化 > 任务：建设书房⏎措施：摸清底数。｜lead 县文化馆、responsible 县剧团、responsible 各乡镇文化站｜6月底',
    )
  })
  test('one alone is a task where there is no other work', () => {
    const lines = [
      '锦屏县督察反馈问题整改情况公示',
      '现将第三项问题整改情况公示如下：',
      '整改任务：沿河养殖户粪污直排。',
      '整改目标：实现达标排放。',
      '责任单位：县农业农村局。',
      '整改时限：2024年6月底前。',
      '整改完成情况：',
      '1、已配建粪污池18处。',
      '2、已关停2家。',
      '特此公示。',
      '公示时间：2024年7月1日至7月5日。',
    ]
    expect(read(lines.join('\n'))).toEqual([
      '整改任务：沿河养殖户粪污直排。⏎整改目标：实现达标排放。｜responsible 县农业农村局｜2024年6月底前｜1、已配建粪污池18处。⏎2、已关停2家。',
    ])
    expect(read(['锦屏县会议通知', '会议内容：部署防汛。', '时间：6月1日', '参加单位：各乡镇'].join('\n'))).toEqual([])
  })
  test('what is counted is no unit', () => {
    expect(read('锦屏县2024年计划\n一、下达投资。\n单位：万元\n二、建成市场。')).toEqual([
      '一、下达投资。⏎单位：万元',
      '二、建成市场。',
    ])
  })
})

test('who must lead or help has that role too, if it is told by name', () => {
  const text = [
    '锦屏县2024年工作计划',
    '1.县教育局要牵头制定办法，县财政局要配合做好保障。',
    '2.县水利局应负责河道清淤。',
    '3.发起部门要牵头做好协商，各乡镇要负责本地事务。',
  ]
  expect(read(text.join('\n'))).toEqual([
    '1.县教育局要牵头制定办法，县财政局要配合做好保障。｜lead 县教育局、support 县财政局',
    '2.县水利局应负责河道清淤。｜responsible 县水利局',
    '3.发起部门要牵头做好协商，各乡镇要负责本地事务。',
  ])
})

test('what is told behind how far the work is belongs neither to it nor to the work', () => {
  const text = [
    '云城县2024年任务落实情况',
    '一、建成通车（县交通局，4月底前）',
    '——进展情况：4月26日通车。',
    '——存在问题：路灯未装。',
    '——下一步措施：5月底前装好。',
    '——销号时间：2024年5月6日',
    '二、清理用房。（责任单位：县事务中心）完成情况：调剂63间。下一步：调剂余下的。',
  ].join('\n')
  expect(read(text)).toEqual([
    '一、建成通车｜responsible 县交通局｜4月底前｜4月26日通车。',
    '二、清理用房。｜responsible 县事务中心｜｜调剂63间。',
  ])
})

test('notes below 填表说明 are no tasks, and a seal is no part of the name that signs', () => {
  const plan = parsePlan(
    [
      '新城2024年督办台账',
      '序号\t督办事项\t责任单位\t办结时限\t进展情况\t销号日期',
      '1\t取缔洗砂点7处\t水务局\t3月底前\t已拆除\t2024-03-22',
      '2\t增设天桥\t交通局\t年底前\t正在施工\t',
      '',
      '填表说明：',
      '1.办结后申请销号。',
      '2.空白的为未销号。',
      '',
      '新城党政办公室（代章）',
      '2024年7月3日',
    ].join('\n'),
  )
  expect(plan.document.issuer).toBe('新城党政办公室')
  expect(Array.from(tasks(plan), ({ task }) => [task.text, ...task.deadlines.map(({ raw }) => raw)])).toEqual([
    ['取缔洗砂点7处', '3月底前'],
    ['增设天桥', '年底前'],
  ])
})

test('（1）…（2）… run on below their heading are items; a list within a sentence is none', () => {
  const text = [
    '平川市2023年要点',
    '一、强化监管',
    '（1）抽查320家次（市场科）。（2）整治校园周边（执法支队）。',
    '二、守住底线。做好三件事：（1）摸底；（2）整改。',
  ].join('\n')
  expect(read(text)).toEqual([
    '一、强化监管 > （1）抽查320家次。｜responsible 市场科',
    '一、强化监管 > （2）整治校园周边。｜responsible 执法支队',
    '二、守住底线。做好三件事：（1）摸底；（2）整改。',
  ])
})

test('headings that a format marks bear their numbers, lists below one of them or none', () => {
  const text = [
    '# 2024年要点',
    '## 1 筑牢防线',
    '### 1.1 健全机制',
    '1. 修订规范。',
    '2. 联合会商。',
    '## 2 服务经济',
    '### 2.1 农业服务',
    '建设服务站。',
    '### 2.2 人工影响天气',
    '更新作业点。',
    '## 3 深化改革',
    '### 3.1 数据共享',
    '完成汇聚。',
  ].join('\n\n')
  const plan = parsePlan(text)
  expect(
    Array.from(tasks(plan), ({ task, sections }) => [...sections.map(headingOf), task.marker].join(' > ')),
  ).toEqual([
    '1筑牢防线 > 1.1健全机制 > 1.',
    '1筑牢防线 > 1.1健全机制 > 2.',
    '2服务经济 > 2.1',
    '2服务经济 > 2.2',
    '3深化改革 > 3.1',
  ])
})

describe('troubles told between the work done and the work to come', () => {
  const report = (...troubles: string[]) =>
    read(
      ['澜溪镇2024年治水工作情况', '一、清理河道。清淤3公里。', ...troubles, '三、下步打算', '1.新建护岸。'].join('\n'),
    )
  const around = ['一、清理河道。清淤3公里。', '三、下步打算 > 1.新建护岸。']

  test('are narrative where they are told as prose', () => {
    expect(report('二、存在的主要问题', '治理资金不足，个别河段保洁不及时。')).toEqual(around)
  })

  test('are work where they are numbered, or where someone is to put them right', () => {
    expect(report('二、存在的主要问题', '1.治理资金不足。', '2.保洁不及时。')).toHaveLength(4)
    expect(report('二、存在的问题', '治理资金不足。', '责任单位：镇财政所')[1]).toBe(
      '二、存在的问题⏎治理资金不足。｜responsible 镇财政所',
    )
    expect(report('二、存在问题：治理资金不足。')).toHaveLength(3)
  })
})

test('of two columns of names in a flattened table, the outer one is merged over more rows', () => {
  const cells = [
    ...['项目', '目标任务', '工作措施', '责任站所', '完成时限'],
    ...['乡村振兴', '种粮2.8万亩', '推广带状种植，遏制撂荒。', '农业服务中心', '10月底前'],
    ...['建和美乡村2个', '实施道路硬化、污水治理。', '村镇建设办', '11月底前'],
    ...['项目建设', '招引项目1个', '开展以商招商。', '经济发展办', '12月底前'],
    ...['投资1.6亿元', '落实包项目制度。', '经济发展办', '12月底前'],
  ]
  expect(read(['澜溪镇2024年任务分解表', ...cells].join('\n\n')).map((task) => task.split('｜')[0])).toEqual([
    '乡村振兴 > 种粮2.8万亩 > 推广带状种植，遏制撂荒。',
    '乡村振兴 > 建和美乡村2个 > 实施道路硬化、污水治理。',
    '项目建设 > 招引项目1个 > 开展以商招商。',
    '项目建设 > 投资1.6亿元 > 落实包项目制度。',
  ])
})

test('labels in brackets come again on every page and are no running heads', () => {
  const page = (n: string, i: number, what: string) => [
    `（${n}）${what}`,
    '',
    '〖牵头领导〗周远',
    '',
    `— ${i} —`,
    '',
    '〖牵头单位〗县水利局',
    '',
  ]
  const items = page('一', 1, '清淤3公里。')
  expect(read(['澜溪县2024年治水任务', '一、治理河道', ...items, ...page('二', 2, '新建护岸。')].join('\n'))).toEqual([
    '一、治理河道 > （一）清淤3公里。｜supervisor 周远、lead 县水利局',
    '一、治理河道 > （二）新建护岸。｜supervisor 周远、lead 县水利局',
  ])
})

test('a page number may stand between a heading and the lines that say who does what is below it', () => {
  const text = [
    '一、治理河道',
    '',
    '— 2 —',
    '',
    '责任单位：县水利局',
    '完成时限：6月底',
    '1.清淤3公里。',
    '2.新建护岸。',
  ]
  expect(read(['澜溪县2024年治水任务', ...text].join('\n'))).toEqual([
    '一、治理河道 > 1.清淤3公里。｜responsible 县水利局｜6月底',
    '一、治理河道 > 2.新建护岸。｜responsible 县水利局｜6月底',
  ])
})

test('numbers of attachments and of rows may be full-width', () => {
  const cells = [
    '序号',
    '任务',
    '责任单位',
    '完成时限',
    '１',
    '清淤3公里。',
    '县水利局',
    '6月底',
    '２',
    '新建护岸。',
    '县住建局',
    '9月底',
  ]
  const text = [
    '关于印发任务表的通知',
    '各镇：',
    '现将任务表印发给你们，请认真执行。',
    '附件：１.任务表',
    '２.样表',
    '县水利局',
    '2024年3月1日',
    '附件１',
    '澜溪县2024年治水任务表',
    ...cells,
  ]
  expect(parsePlan(text.join('\n\n')).document.title).toBe('澜溪县2024年治水任务表')
  expect(read(text.join('\n\n'))).toEqual([
    '１清淤3公里。｜responsible 县水利局｜6月底',
    '２新建护岸。｜responsible 县住建局｜9月底',
  ])
})

test.each([
  ['【责任单位：县水利局】', '【责任单位：县住建局、各镇】'],
  ['【牵头单位 县水利局】', '【牵头单位 县住建局】'],
  ['（责任领导 周远  责任单位 县水利局  完成时限 6月底）', '（责任领导 周远  责任单位 县住建局  完成时限 9月底）'],
])('annotations on lines of their own head nothing: %s', (first, second) => {
  const text = [
    '一、治理河道',
    '1.清淤3公里。',
    first,
    '2.新建护岸。',
    second,
    '二、工作要求',
    '1.按月调度。',
    '2.加强宣传。',
  ]
  expect(read(['澜溪县2024年治水任务', ...text].join('\n')).map((task) => task.split('｜')[0])).toEqual([
    '一、治理河道 > 1.清淤3公里。',
    '一、治理河道 > 2.新建护岸。',
    '二、工作要求 > 1.按月调度。',
    '二、工作要求 > 2.加强宣传。',
  ])
  const [work, done] = tasks(parsePlan(['澜溪县2024年治水任务', ...text].join('\n')))
  expect(work?.task.units.at(-1)?.name).toBe('县水利局')
  expect(done?.task.units.some(({ name }) => name === '县住建局')).toBe(true)
})
