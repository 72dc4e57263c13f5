/** The title of a document, and who signed it. */
import { expect, test } from 'vitest'
import { parsePlan, tasks } from '../../src/index.ts'

const WORK =
  '一、整治河道。（责任单位：县水利局）\n二、清理堤岸。（责任单位：县水利局）\n三、补栽护岸林。（责任单位：县林业局）'

test.each([
  [
    'the organ alone above a title that a blank line parts from it',
    '沙溪区人民政府办公室\n\n2024年河道整治任务表\n',
    '2024年河道整治任务表',
    '沙溪区人民政府办公室',
  ],
  [
    'or that begins with its short name',
    '沙溪县人民政府办公室\n县政府河道整治工作方案\n',
    '县政府河道整治工作方案',
    '沙溪县人民政府办公室',
  ],
  [
    'or that says whose it is',
    '沙溪县人民政府办公室\n2024年全县河道整治工作方案\n',
    '2024年全县河道整治工作方案',
    '沙溪县人民政府办公室',
  ],
  ['附件2 before it is none of it', '附件2 沙溪县2024年河道整治任务表\n', '沙溪县2024年河道整治任务表', null],
  ['nor is 附件2：', '附件2：沙溪县2024年河道整治任务表\n', '沙溪县2024年河道整治任务表', null],
  [
    'also behind the notice that transmits it',
    '关于印发河道整治任务表的通知\n各乡镇：\n请认真落实。\n附件：1.任务表\n2.联系表\n沙溪县水利局\n2024年3月5日\n附件1：沙溪县河道整治任务表\n',
    '沙溪县河道整治任务表',
    '沙溪县水利局',
  ],
  ['of a slip too', '沙溪县政府督查室\n\n督办通知单\n', '督办通知单', '沙溪县政府督查室'],
  ['with which a title begins', '沙溪县水利局\n2024年河道整治工作方案\n', '沙溪县水利局2024年河道整治工作方案', null],
  [
    'so of a title of two lines',
    '沙溪县水利局\n\n关于做好河道整治工作的通知\n',
    '沙溪县水利局关于做好河道整治工作的通知',
    null,
  ],
])('%s', (_name, head, title, issuer) => {
  expect(parsePlan(`${head}${WORK}`).document).toMatchObject({ title, issuer })
})

test('blanks that became question marks do not hide a date', () => {
  const head = '关于分解落实重点任务的通知\n\n各乡镇人民政府：\n现印发给你们，请抓好落实。\n2024年3月5日????????\n\n'
  const { document } = parsePlan(`${head}2024年河道重点工作\n\n及堤岸项目任务分解方案\n\n${WORK}`)
  expect(document).toMatchObject({ title: '2024年河道重点工作及堤岸项目任务分解方案', issuedOn: '2024-03-05' })
})

test('a title alone behind a notice is not what it transmits', () => {
  const head = '沙溪县水利局关于下达河道整治目标的通知\n各乡镇人民政府：\n现将目标予以下达，并通知如下：\n'
  const foot = '沙溪县水利局\n2024年3月5日\n\n2024年河道整治目标分解表\n（详见附件）\n附件：分解表.pdf\n'
  expect(parsePlan(`${head}${WORK}\n${foot}`).document.title).toBe('沙溪县水利局关于下达河道整治目标的通知')
})

test.each([
  ['the organ before its date', '沙溪县水利局\n2024年3月5日', '沙溪县水利局'],
  ['the date before the organ', '2024年3月5日\n沙溪县水利局', '沙溪县水利局'],
  ['and before two', '2024年3月5日\n沙溪县水利局\n沙溪县林业局', '沙溪县水利局'],
  ['an organ behind both signs nothing', '沙溪县水利局\n2024年3月5日\n沙溪县人民政府办公室', '沙溪县水利局'],
])('%s', (_name, foot, issuer) => {
  const plan = parsePlan(`沙溪县河道整治工作方案\n${WORK}\n\n${foot}`)
  expect(plan.document).toMatchObject({ issuer, issuedOn: '2024-03-05' })
  expect(plan.children.filter((node) => node.type === 'task')).toHaveLength(3)
})

test.each([
  ['沙溪县创建国家园林县城\n工作领导小组办公室', '沙溪县创建国家园林县城工作领导小组办公室'],
  ['沙溪县人民政府\n防汛抗旱指挥部', '沙溪县人民政府防汛抗旱指挥部'],
  ['沙溪县人民政府安全生产委员会\n（县应急管理局代章）', '沙溪县人民政府安全生产委员会'],
  ['中共沙溪县委办公室\n沙溪县人民政府办公室', '中共沙溪县委办公室'],
])('an organ whose name goes on with 领导小组 on the next line signs as one: %s', (organ, issuer) => {
  expect(parsePlan(`沙溪县河道整治工作方案\n${WORK}\n\n${organ}\n2024年3月5日`).document.issuer).toBe(issuer)
})

test.each([
  ['沙溪县水利局2024年工作总结和2025年工作计划', '2025-06-30'],
  ['沙溪县水利局2024年工作情况及2025年工作打算', '2025-06-30'],
  ['沙溪县水利局2024年工作计划', '2024-06-30'],
])('what is to be done is of the year of the plan: %s', (title, due) => {
  const plan = parsePlan(
    `${title}\n一、工作总结\n（一）上半年完成清淤。\n二、工作计划\n（一）6月底前整治河道。\n（二）清理堤岸。\n\n沙溪县水利局\n2024年12月5日`,
  )
  const [first, ...more] = Array.from(tasks(plan), ({ task }) => task)
  expect(more).toHaveLength(1)
  expect(first?.deadlines).toMatchObject([{ due }])
})

test.each([
  ['沙溪县水利局2024年工作情况和2025年工作打算', '一、2024年工作开展情况', '二、存在的问题和不足'],
  ['沙溪县水利局上半年工作总结及下半年工作计划', '一、主要成效', '二、工作中存在的困难和问题'],
  ['沙溪县水利局2024年工作总结暨下一步工作安排', '一、主要工作完成情况', '二、主要问题及不足'],
])('what was done and was amiss is no work to be done: %s', (title, done, amiss) => {
  const text = `${title}\n${done}\n（一）完成清淤5公里。\n${amiss}\n（一）资金不足。\n三、下步打算\n（一）整治河道。\n（二）清理堤岸。`
  expect(Array.from(tasks(parsePlan(text)), ({ task }) => task.text)).toEqual(['整治河道。', '清理堤岸。'])
})

test('but it is in a document that tells nothing else', () => {
  const text =
    '沙溪县水利局整改清单\n一、存在的问题和不足\n（一）资金不足。\n（二）人手不足。\n二、主要工作完成情况\n（一）完成清淤5公里。'
  expect(Array.from(tasks(parsePlan(text)))).toHaveLength(3)
})

test('a heading of a few words below a title that is whole is none', () => {
  const plan = parsePlan(
    '柳沟村2025年工作计划\n\n党建工作\n1.发展党员2名。\n2.培训干部。\n\n产业发展\n1.新建大棚20座。\n2.成立合作社1个。',
  )
  expect(plan.document.title).toBe('柳沟村2025年工作计划')
  expect(plan.children.map((node) => node.type === 'section' && node.title)).toEqual(
    expect.arrayContaining(['党建工作', '产业发展']),
  )
})

test.each(['2024315', '20240305', '2024年3月'])(
  'an organ above %s signs, and a plan follows, though no day is read',
  (date) => {
    const notice = '关于印发《沙溪县河道整治工作方案》的通知\n各科室：\n现将方案印发给你们。\n\n沙溪县水利局'
    const { document } = parsePlan(`${notice}\n\n${date}\n\n沙溪县河道整治\n\n工作方案\n${WORK}`)
    expect(document).toMatchObject({ title: '沙溪县河道整治工作方案', issuer: '沙溪县水利局', issuedOn: null })
  },
)

test('the title that a page has said is that of the document, over two lines too', () => {
  const head =
    '沙溪县水利局关于下达2024年河道整治任务的通知\n发布时间：2024-03-05\n\n沙溪县水利局\n\n关于下达2024年河道整治任务的通知\n'
  expect(parsePlan(`${head}\n各乡镇人民政府：\n${WORK}`).document).toMatchObject({
    title: '沙溪县水利局关于下达2024年河道整治任务的通知',
    issuer: null,
  })
})

test('so where the page has it with its number before it, right above', () => {
  const page = '标 题 | 沙水发〔2024〕3 号 关于印发 2024 年河道整治工作要点的通知 |\n---|---|\n'
  const said = '沙水发〔2024〕3 号 关于印发 2024 年河道整治工作要点的通知\n'
  const title = '关于印发2024年\n河道整治工作要点\n的通知\n'
  expect(parsePlan(`${page}${said}${title}各乡镇人民政府：\n${WORK}`).document.title).toBe(
    '关于印发2024年河道整治工作要点的通知',
  )
})

test('what a site says before a text is none of it', () => {
  const said = '小编整理了几篇方案，希望能够帮助到大家。\n'
  expect(parsePlan(`${said}沙溪县河道整治方案 篇1\n为做好整治，制定本方案。\n${WORK}`).document.title).toBe(
    '沙溪县河道整治方案 篇1',
  )
})

test('those who are written to sign nothing, though their colon is lost', () => {
  const head = '沙溪县河道整治工作方案\n各乡镇人民政府、县直各单位\n'
  expect(parsePlan(`${head}${WORK}`).document).toMatchObject({ title: '沙溪县河道整治工作方案', issuer: null })
})

test('an organ below the date of a web page is where the page has the text from', () => {
  const title = '沙溪县河道整治工作方案'
  expect(parsePlan(`${title}\n2024-03-05\n沙溪县水利局\n${WORK}`).document).toMatchObject({ title, issuer: null })
  expect(parsePlan(`${title}\n沙溪县水利局\n${WORK}`).document).toMatchObject({ title, issuer: '沙溪县水利局' })
})

test('an organ between a date and a title opens the title of what follows', () => {
  const plan = parsePlan(
    `关于印发《2024年河道整治要点》的通知\n各科室：\n现将《2024年河道整治要点》印发给你们。\n2024年3月5日\n\n沙溪县水利局\n2024年河道整治要点\n${WORK}`,
  )
  expect(plan.document.title).toBe('沙溪县水利局2024年河道整治要点')
})

test('the time of a meeting is no date of issue', () => {
  const head = '沙溪县河道整治会议纪要\n\n时间：2024年4月18日\n'
  expect(parsePlan(`${head}来源：县水利局\n${WORK}`).document.issuedOn).toBe('2024-04-18')
  expect(parsePlan(`${head}地点：三楼会议室\n${WORK}`).document.issuedOn).toBeNull()
})

test.each(['沙水发〔2024〕3号', '沙督字〔2024〕第9期', '〔2024〕督字第18号'])('the number %s', (number) => {
  expect(parsePlan(`沙溪县河道整治工作方案\n${number}\n\n${WORK}`).document).toMatchObject({
    title: '沙溪县河道整治工作方案',
    number,
  })
})

test('what stands below a heading in lenticular brackets is its text, and no leave taken', () => {
  const work = [
    '【河道】',
    '1.疏浚。',
    '2.清淤。',
    '【堤岸】',
    '1.加固。',
    '2.补栽。',
    '【工作要求】',
    '各村12月10日前报送总结。',
  ]
  const plan = parsePlan(['沙溪县河道整治任务清单', ...work, '', '沙溪县水利局', '2024年3月5日'].join('\n'))
  expect(plan.children.filter((node) => node.type === 'task')).toMatchObject([
    { text: '【工作要求】\n各村12月10日前报送总结。', deadlines: [{ due: '2024-12-10' }] },
  ])
})

test('the number in brackets behind a title is the document’s, and no part of the title', () => {
  const plan = parsePlan(`2024年县政府重点工作任务（沙政发〔2024〕2号）\n\n${WORK}`)
  expect(plan.document).toMatchObject({ title: '2024年县政府重点工作任务', number: '沙政发〔2024〕2号' })
})

test('number and day in one bracket under the title, and the plan named with its year in other figures', () => {
  const plan = parsePlan(
    `沙水市人民政府办公室关于印发2007年全市水务工作要点的通知\n（沙政办字〔2007〕14号　二○○七年三月十四日）\n各县人民政府：\n《二○○七年全市水务工作要点》已经市政府同意，现印发你们。\n二○○七年全市水务工作要点\n${WORK}`,
  )
  expect(plan.document).toMatchObject({
    title: '二○○七年全市水务工作要点',
    number: '沙政办字〔2007〕14号',
    issuedOn: '2007-03-14',
  })
})

test.each([
  ['沙水办〔2024〕31号 · 2024年4月8日', '沙水办〔2024〕31号', '2024-04-08'],
  ['沙水办〔2024〕31号　2024年4月8日印发', '沙水办〔2024〕31号', '2024-04-08'],
  ['（经局长办公会议审议通过，2024年4月8日印发）', null, '2024-04-08'],
])('below the title the line %s', (line, number, issuedOn) => {
  const title = '沙溪县2024年河道管护任务清单'
  expect(parsePlan(`${title}\n${line}\n\n${WORK}`).document).toMatchObject({ title, number, issuedOn })
})

test('who printed a table is no word of its last task, and has not signed it', () => {
  const plan = parsePlan(`沙溪县2024年河道管护任务清单\n${WORK}\n\n沙溪县水利局办公室印制`)
  expect(Array.from(tasks(plan)).at(-1)?.task.text).not.toContain('印制')
  expect(plan.document.issuer).toBeNull()
})

test('what all are to do next closes a circular, and is no progress of its last item', () => {
  const items = '1.疏浚河道。\n进展情况：完成65%。\n2.加固堤岸。\n进展情况：已完工。'
  const last = (closing: string) => Array.from(tasks(parsePlan(`关于河道治理进展的通报\n${items}\n${closing}`))).at(-1)
  expect(last('下一步，各有关单位要倒排工期，确保完成任务。')?.task.status).toBe('已完工。')
  expect(last('下一步，加快竣工验收。')?.task.status).toBe('已完工。\n下一步，加快竣工验收。')
})

test('page data without a sign behind their labels', () => {
  const head = '发文机关沙水市人民政府\n发文日期2023年08月18日\n时效性现行有效\n发文字号沙政办〔2023〕11号\n'
  const { document } = parsePlan(`${head}各县人民政府：\n现提出如下意见。\n${WORK}`)
  expect(document).toMatchObject({ title: null, number: '沙政办〔2023〕11号', issuedOn: '2023-08-18' })
})

test('a table below 附件1 without a title of its own stands under none of the headings before it', () => {
  const notice = '关于制定2024年度抽查计划的通知\n各股室：\n一、各股室要更新检查对象。\n二、各股室要公开抽查结果。'
  const table = '附件1\n序号|抽查事项|责任股室|抽查时间\n1|校外培训机构检查|培训股|7月\n2|学校食堂检查|后勤中心|9月'
  const plan = parsePlan(`${notice}\n附件：1.抽查计划\n沙溪县教育局\n2024年2月24日\n${table}`)
  const top = plan.children.map((node) => node.type)
  expect(top.filter((type) => type === 'task')).toHaveLength(4)
  expect(top).not.toContain('section')
})

test('the day under a title with blanks in it', () => {
  const { document } = parsePlan(`沙溪区重点工作安排\n2024 年 3 月 1 日 来源：区市场监管局 点击数：126\n\n${WORK}`)
  expect(document).toMatchObject({ title: '沙溪区重点工作安排', issuedOn: '2024-03-01' })
})

test('page data with its value on the next line', () => {
  const head = '• 发文字号：\n\n  沙政发〔2024〕7号\n• 发文日期：\n\n  2024年04月06日 16:40\n• 主题分类：\n'
  const { document } = parsePlan(`${head}\n沙溪县2024年重点工作任务清单\n${WORK}`)
  expect(document).toMatchObject({ number: '沙政发〔2024〕7号', issuedOn: '2024-04-06' })
})

test('an opinion with work of its own keeps its title, whatever table is attached', () => {
  const opinion = '沙溪县人民政府关于加强河道管护的意见\n各镇人民政府：\n现就加强河道管护提出以下意见。\n'
  const table = '\n沙溪县人民政府\n2024年3月5日\n附件\n河道管护考核指标\n序号|指标|责任单位\n1|断面达标|县水利局'
  expect(parsePlan(`${opinion}${WORK}${table}`).document.title).toBe('沙溪县人民政府关于加强河道管护的意见')
})

test('what is said to all below the last annotation closes the document', () => {
  const closing =
    '各镇、各有关部门要充分认识河道管护的重要意义，抓好落实。\n各镇管护计划于2024年4月30日前报送县水利局。\n自本方案印发之日起，《沙溪县河道管护办法》停止执行。'
  const last = Array.from(tasks(parsePlan(`沙溪县2024年河道管护方案\n${WORK}\n${closing}`))).at(-1)
  expect(last?.task).toMatchObject({ text: '补栽护岸林。', deadlines: [] })
})

test('but it is the body of a last item without one', () => {
  const text = '沙溪县2024年河道管护方案\n一、整治河道。\n二、强化保障。\n各镇、各有关部门要高度重视，抓好落实。'
  const last = Array.from(tasks(parsePlan(text))).at(-1)
  expect(last?.task.text).toContain('抓好落实')
})

test('a numbered note below a table is no work', () => {
  const table = '沙溪县2024年河道管护任务表\n序号|重点任务|责任单位\n1|整治河道|县水利局\n2|清理堤岸|县水利局'
  const plan = parsePlan(`${table}\n\n注：\n1.长度以勘测为准。\n2.堤岸含支流。`)
  expect(Array.from(tasks(plan), ({ task }) => task.text)).toEqual(['整治河道', '清理堤岸'])
})

test.each([
  ['alone', (heading: string) => heading],
  ['with dots and a page', (heading: string) => `${heading}……3`],
  ['with a page', (heading: string) => `　${heading}    12`],
])('a table of contents, its headings %s, is no work', (_, entry) => {
  const headings = ['1 总则', '1.1 启动条件', '2 响应', '2.1 巡查河道']
  const body = '1 总则\n1.1 启动条件\n水位超过警戒线。\n2 响应\n2.1 巡查河道\n各镇每日巡查两次。'
  const plan = parsePlan(`沙溪县防汛应急预案\n目  录\n${headings.map(entry).join('\n')}\n沙溪县防汛应急预案\n${body}`)
  expect(plan.document.title).toBe('沙溪县防汛应急预案')
  expect(Array.from(tasks(plan), ({ task }) => task.marker)).toEqual(['1.1', '2.1'])
})

test('a request that is passed on has its own title, not that of the table attached to it', () => {
  const notice =
    '沙溪县人民政府办公室转发县教育局关于扩大寄宿班规模有关问题请示的通知\n各镇人民政府：\n县教育局《关于扩大寄宿班规模有关问题的请示》已经县政府同意，现转发给你们。\n沙溪县人民政府办公室\n2024年3月5日'
  const table = '县教育局\n2024年3月1日\n附件\n寄宿班招生计划表\n学校|人数\n一中|50'
  expect(parsePlan(`${notice}\n关于扩大寄宿班规模有关问题的请示\n县人民政府：\n${WORK}\n${table}`).document.title).toBe(
    '关于扩大寄宿班规模有关问题的请示',
  )
})

test.each([
  [
    'a chapter numbered right before its words',
    '沙溪镇防汛应急预案（暂行）\n1总则\n1.1编制目的\n保障安全。\n',
    '沙溪镇防汛应急预案（暂行）',
  ],
  ['5 that belongs to the title', '5大行动实施方案\n', '5大行动实施方案'],
])('a title ends before %s', (_name, head, title) => {
  expect(parsePlan(`${head}${WORK}`).document.title).toBe(title)
})

test('a day with its hour among data of a page is when it was put up', () => {
  const head = '沙溪县河道整治工作方案\n作者：办公室    点击：102    2024-03-05 15:22:08\n'
  expect(parsePlan(`${head}${WORK}`).document.issuedOn).toBe('2024-03-05')
})

test('an office in lenticular brackets heads its list, and is no unit of it', () => {
  const plan = parsePlan(
    '沙溪街道本周工作安排\n\n【党建办公室】\n1.召开例会。（周二上午，责任人：陈洁）\n2.走访企业。\n\n【执法队】\n1.拆除违建。\n2.清理占道。（周五）\n',
  )
  const [first, second] = plan.children.filter((node) => node.type === 'section')
  expect([first, second]).toMatchObject([
    {
      title: '【党建办公室】',
      units: [],
      children: [{ units: [{ name: '陈洁' }], deadlines: [{ raw: '周二上午' }] }, { units: [] }],
    },
    { title: '【执法队】', children: [{}, { text: '清理占道。', deadlines: [{ raw: '周五' }] }] },
  ])
})

test('who leads, after a comma, where other labels follow', () => {
  const plan = parsePlan(
    '沙溪县2024年实事进展通报\n1.新建幼儿园2所，牵头单位：县教育局。完成时限：8月底前。进展情况：主体封顶。\n2.明确各方责任，责任单位：要定期研究，并按要求报告进展，不得拖延推诿。要加强调度。\n',
  )
  expect(plan.children.filter((node) => node.type === 'task')).toMatchObject([
    { units: [{ name: '县教育局' }], deadlines: [{ due: '2024-08-31' }], status: '主体封顶。' },
    { units: [] },
  ])
})

test.each([
  '编制单位：沙溪镇平安办        编制日期：2024年3月5日',
  '填报单位：沙溪县水利局\t\t\t2024年3月5日',
  '填表时间：2024年3月5日',
  '制表：水政科  2024年3月5日',
])('%j below the title says when a list was made, not whose it is', (line) => {
  expect(parsePlan(`沙溪县河道整治台账\n\n${line}\n${WORK}`).document).toMatchObject({
    title: '沙溪县河道整治台账',
    issuer: null,
    issuedOn: '2024-03-05',
  })
})

test('a title that a spreadsheet wrote between marks', () => {
  expect(parsePlan(`"沙溪县2024年河道整治任务台账"\n${WORK}`).document.title).toBe('沙溪县2024年河道整治任务台账')
})

const PAGE_TITLE = '关于分解2024年河道整治重点工作任务'
const STAMP = '时间：2024-03-05 15:02 微信 微博 QQ空间'

test.each([
  ['on one line', `沙溪县水利局${PAGE_TITLE}`],
  ['or on two', `沙溪县水利局关于\n${PAGE_TITLE.slice(2)}`],
])('below the title of a page the document’s own, with the organ before it, is the title: %s', (_name, title) => {
  const head = `${PAGE_TITLE}\n${STAMP}\n全真版 文字版 文件下载\n相关链接：\n-->\n${title}\n各科室：\n现将任务分解如下。\n`
  expect(parsePlan(head + WORK).document.title).toBe(`沙溪县水利局${PAGE_TITLE}`)
})

test('the title once more as the last line of a page is the name of its file', () => {
  const title = '沙溪县水利局关于印发2024年河道整治工作方案的通知'
  const plan = parsePlan(`${title}\n${WORK.replaceAll(/（[^（）]+）/g, '')}\n${title}`)
  expect(Array.from(tasks(plan), ({ task }) => task.text)).toEqual(['整治河道。', '清理堤岸。', '补栽护岸林。'])
})

test('items numbered without a sign, and not ended by a stop, are not run together', () => {
  const text =
    '沙溪县河道整治工作方案\n第一项 整治河道。清淤5公里。责任人：李强；落实单位：县水利局、各村\n第二项 清理堤岸。落实单位：县水利局、各村\n'
  expect(Array.from(tasks(parsePlan(text)), ({ task }) => task.marker)).toEqual(['第一项', '第二项'])
})

test('of what a letter sends along, the list of those who get it is not the plan', () => {
  const text = `沙溪市水利局关于征求《沙溪市河道整治三年行动方案》意见的函\n\n市有关部门：\n请研究提出意见，于8月18日前反馈。\n附件:1.有关部门名单\n2.沙溪市河道整治三年行动方案\n\n沙溪市水利局\n2021年8月17日\n\n附件1\n市有关部门名单\n市财政局、市林业局\n\n附件2\n沙溪市河道整治三年行动方案(2021—2023年)(送审稿)\n\n为加快河道整治，制定本方案。\n${WORK}`
  expect(parsePlan(text).document.title).toBe('沙溪市河道整治三年行动方案(2021—2023年)(送审稿)')
})

test.each([
  ['a year in full width', '沙溪县２０２４年河道整治要点\n一、整治河道。（县水利局，６月底前）\n二、清理堤岸。'],
  [
    'a first heading with a full-width stop',
    '沙溪县2024年河道整治要点\n1．领导小组\n（1）清理堤岸。（县水利局，6月底前）\n（2）补栽护岸林。',
  ],
])('%s is read as others are', (_name, text) => {
  const plan = parsePlan(text)
  const [{ task } = expect.fail('no task')] = tasks(plan)
  expect(plan.document).toMatchObject({ year: 2024, issuer: null })
  expect(task.deadlines).toMatchObject([{ due: '2024-06-30' }])
})
