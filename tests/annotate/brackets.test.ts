/** Brackets in and behind sentences: which say who has to do it, and which belong to the words. */
import { expect, test } from 'vitest'
import { parsePlan, tasks } from '../../src/index.ts'

function read(...lines: string[]): string[][] {
  const plan = parsePlan(['和川县2024年供水工作方案', ...lines].join('\n'))
  return Array.from(tasks(plan), ({ task }) => [task.text, ...task.units.map(({ name, role }) => `${role} ${name}`)])
}

test('pieces that others guide are one task each', () => {
  expect(
    read('一、改造管网。摸清底数。（县水利局指导）更换老旧水表。（县住建局指导，各镇人民政府参与）', '二、检测水质。'),
  ).toEqual([
    ['摸清底数。', 'supervisor 县水利局'],
    ['更换老旧水表。', 'supervisor 县住建局', 'support 各镇人民政府'],
    ['检测水质。'],
  ])
})

test.each([
  ['县支行、金监支局、银发分会负责', ['县支行', '金监支局', '银发分会']],
  ['县农投、金监支局、银发总会牵头', ['县农投', '金监支局', '银发总会']],
])('a role that is stated counts, though few of the names are known: %s', (list, names) => {
  const [[text, ...units] = []] = read(`一、开立账户。（${list}）`, '二、检测水质。')
  expect(text).toBe('开立账户。')
  expect(units.map((unit) => unit.split(' ')[1])).toEqual(names)
})

test('persons beside a time are in charge', () => {
  expect(
    read(
      '一、安装路灯。（田卫民，3月—5月）',
      '二、补栽行道树。（李秀梅、王大山，9月底前）',
      '三、检测水质。（共八处，5月）',
    ),
  ).toEqual([
    ['安装路灯。', 'supervisor 田卫民'],
    ['补栽行道树。', 'supervisor 李秀梅', 'supervisor 王大山'],
    ['检测水质。（共八处，5月）'],
  ])
})

test.each(['时间待定', '具体时间另行通知', '执行至2026年底', '5月起每月调度一次'])('a time is no unit: %s', (time) => {
  expect(read(`一、检查水厂。（县水利局，${time}）`, '二、检测水质。')[0]).toEqual([
    '检查水厂。',
    'responsible 县水利局',
  ])
})

test.each(['鼓励企业牵头组建联合体。', '支持科研院所、龙头企业共同牵头攻关。'])(
  'who is to be won for the lead has it not yet: %s',
  (text) => expect(read(`一、${text}`, '二、检测水质。')[0]).toEqual([text]),
)

test('where it applies is no unit', () => {
  expect(
    read(
      '一、下放水价审批。（负责单位：县发展改革局；适用范围：各开发区，以下除标注的外，适用范围均为各开发区）',
      '二、检测水质。（负责单位：县水利局；适用范围：北湾新区）',
    ),
  ).toEqual([
    ['下放水价审批。', 'responsible 县发展改革局'],
    ['检测水质。', 'responsible 县水利局'],
  ])
})

test('who does a part of the work is told in its words', () => {
  expect(
    read(
      '一、启动水表检定（家用水表由县市场监管局负责），登记全部水表。（县水利局负责）',
      '二、巡查管网。（城区由县住建局负责，乡村由各镇人民政府负责）',
      '三、检测水质。（具体由县疾控中心负责）',
    ),
  ).toEqual([
    ['启动水表检定（家用水表由县市场监管局负责），登记全部水表。', 'responsible 县市场监管局', 'responsible 县水利局'],
    ['巡查管网。（城区由县住建局负责，乡村由各镇人民政府负责）', 'responsible 县住建局', 'responsible 各镇人民政府'],
    ['检测水质。', 'responsible 县疾控中心'],
  ])
})

test.each([
  ['总结阶段（2025年1月）。1月20日前报送总结，3月底前通报。', ['2025-01', '2025-01-20', '2024-03-31']],
  ['推进阶段（2024年11月—2025年2月）。12月底前自查，2月底前验收。', ['2025-02', '2024-12-31', '2025-02-28']],
  ['更换水表（完成时限：2025年6月底前）。6月20日前自查，9月底前验收。', ['2025-06-30', '2025-06-20', '2024-09-30']],
])('a month within the stage is of its year, any other of the plan’s: %s', (text, dates) => {
  const plan = parsePlan(`和川县2024年供水工作方案\n一、${text}\n二、检测水质。`)
  const [{ task } = expect.fail('no task')] = tasks(plan)
  const due = task.deadlines.map((deadline) => (deadline.kind === 'date' ? deadline.due : deadline.kind))
  expect(due.map((day, i) => day.slice(0, dates[i]?.length))).toEqual(dates)
})

test('behind those who lead in running text stand those who help, and with what', () => {
  expect(
    read('一、清理车辆。由交管站牵头，派出所、边防所和各村委会配合对辖区车辆进行摸排。', '二、检测水质。')[0]?.slice(1),
  ).toEqual(['lead 交管站', 'support 派出所', 'support 边防所', 'support 各村委会'])
})

const whoIn = (body: string) => {
  const [first] = [...tasks(parsePlan(`沙溪县2024年方案\n一、任务\n1.清理河道。${body}\n2.巡查堤岸。\n`))]
  return first?.task.units.map((unit) => `${unit.name}/${unit.role}`)
}

test.each([
  [
    '东浦、西河、北岭公司牵头，南岸公司配合，3月底前试点。',
    ['东浦/lead', '西河/lead', '北岭公司/lead', '南岸公司/support'],
  ],
  ['由教育、卫健等部门负责，年底前完成。', ['教育/responsible', '卫健/responsible']],
  ['围绕设备、人员、北岭公司牵头推进。', []],
])('names of a list may share what the last of them ends in: %s', (body, units) => {
  expect(whoIn(body)).toEqual(units)
})

test.each([
  ['县水利局牵头，会同县财政局、县林业局制定方案。', ['县水利局/lead', '县财政局/support', '县林业局/support']],
  ['由县水利局牵头，会同各通信企业对杆线进行排查。', ['县水利局/lead', '各通信企业/support']],
  ['县水利局牵头，会同教育、卫健等部门，及时研究。', ['县水利局/lead', '教育/support', '卫健/support']],
  ['县水利局负责，会同其他力量，及时处置。', ['县水利局/responsible']],
])('whom a lead takes along helps: %s', (body, units) => {
  expect(whoIn(body)).toEqual(units)
})

test.each([
  ['教务处组织，各年级组参加。', ['教务处/responsible', '各年级组/support']],
  ['县水利局及各镇水利站牵头组织推进清淤。', ['县水利局/lead', '各镇水利站/lead']],
  ['县水利局和各镇水利站负责巡查堤岸。', ['县水利局/responsible', '各镇水利站/responsible']],
  ['各镇水利站负责巡查堤岸。', []],
])('who organises, and groups beside a body by its name: %s', (body, units) => {
  expect(whoIn(body)).toEqual(units)
})

test('the short name of a body whose duties an item tells is no annotation', () => {
  const text =
    '沙溪县2024年方案\n一、职责\n（一）县创建工作办公室(县创建办)：负责巡查。\n（二）河道清淤(县水利局)：6月底前完成。\n'
  const [body, work] = [...tasks(parsePlan(text))].map(({ task }) => task)
  expect(body).toMatchObject({ title: '县创建工作办公室(县创建办)', units: [] })
  expect(work).toMatchObject({ title: '河道清淤', units: [{ name: '县水利局' }] })
})

test('who closes the paragraph that leads in the items of a heading is in charge of them, but where they say it themselves', () => {
  const lead = '建立机制，形成合力。（县水利局牵头，县财政局配合）'
  const text = `沙溪县2024年方案\n一、完善机制\n${lead}\n（一）采购。签订合同。\n（二）管理。定期检查。（县审计局负责）\n`
  const rows = [...tasks(parsePlan(text))].map(({ task }) => task.units.map((unit) => `${unit.name}/${unit.source}`))
  expect(rows).toEqual([['县水利局/heading', '县财政局/heading'], ['县审计局/annotation']])
})

test('a post alone before its colon heads the members of a body, and watches over no work', () => {
  const text =
    '沙溪县2024年方案\n一、机构\n（一）成立工作团队\n主  任：王秀兰\n成  员：李建国\n职责：负责编制方案。\n（二）定期会商。\n'
  const [team] = [...tasks(parsePlan(text))]
  expect(team?.task.units).toEqual([])
  expect(team?.task.text).toContain('王秀兰')
})

test.each([
  // Words that are a label too, 督查考核 and 股, behind a sentence that has ended.
  ['一、评选标兵。〔督查考核股〕', ['responsible 督查考核股']],
  ['一、督办进度。【督办科】', ['responsible 督办科']],
  // A place explains words of the sentence, and does the work behind its stop.
  ['一、补栽行道树。（国有林场）', ['responsible 国有林场']],
  ['一、整修码头（石桥镇）。', []],
  // The colon of the label was forgotten.
  ['一、修缮古桥。（责任单位县文旅局、石桥镇）', ['responsible 县文旅局', 'responsible 石桥镇']],
  ['一、修缮古桥。（责任单位各村）', ['responsible 各村']],
  ['一、修缮古桥。（牵头单位县文旅局，配合单位县住建局）', ['lead 县文旅局', 'support 县住建局']],
  ['一、修缮古桥。（责任单位文旅股牵头，各镇配合）', ['lead 文旅股', 'support 各镇']],
  ['一、修缮古桥。（责任：县文旅局、石桥镇）', ['responsible 县文旅局', 'responsible 石桥镇']],
  ['一、修缮古桥。（责任：层层压实）', []],
])('%s: %j', (item, units) => {
  expect(read(item, '二、检测水质。')[0]?.slice(1)).toEqual(units)
})
