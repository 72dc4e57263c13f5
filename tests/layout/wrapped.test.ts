/**
 * Lines wrapped at a fixed width and pasted into Word or a web page give what the text gives, whether each line became
 * a paragraph or ends with a line break. True paragraphs are left alone.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readPlan, tasks } from '../../src/index.ts'
import { readStage } from '../../src/parse.ts'
import { abstractNum, docx, lvl, num, p, r, style, table } from '../read/docx-build.ts'
import { summary, utf8 } from '../read/plan-of.ts'
import { type Manner, wrapped } from './wrap.ts'

const PLANS = {
  'a notice with its plan': [
    '石岭县人民政府办公室文件',
    '石政办发〔2024〕16号',
    '关于印发《石岭县2024年城乡环境整治实施方案》的通知',
    '各乡镇人民政府，县直有关单位：',
    '《石岭县2024年城乡环境整治实施方案》已经县政府常务会议审议通过，现印发给你们，请结合实际认真抓好落实，并于每季度末将进展情况报县整治办。',
    '石岭县人民政府办公室',
    '2024年3月18日',
    '石岭县2024年城乡环境整治实施方案',
    '为改善城乡面貌，提升群众居住品质，结合我县实际，制定本方案。',
    '一、整治重点',
    '（一）整治背街小巷。对城区破损路面、缺失井盖、乱拉线缆逐条登记，分批修复，年内完成背街小巷改造38条。（牵头单位：县住房城乡建设局；责任单位：县城市管理局、县供电公司、各街道办事处；完成时限：2024年10月底前）',
    '（二）清理河塘沟渠。全面打捞水面漂浮物，封堵直排口，依据《石岭县河道管理办法》第九条第（三）项规定处置违规占用行为，新增生态护岸4.6公里。（牵头单位：县水利局；责任单位：市生态环境局石岭分局、各乡镇人民政府；完成时限：持续推进）',
    '（三）规范垃圾收运。合理设置收集点，配齐分类运输车辆，做到日产日清，行政村生活垃圾收运覆盖率保持100%。（责任单位：县城市管理局、各乡镇人民政府；完成时限：6月底前）',
    '二、工作要求',
    '（一）压实责任。各单位要明确专人负责，细化措施，倒排工期，确保任务落到实处。',
    '（二）强化督导。县整治办每月开展一次现场检查，对推进缓慢的单位予以通报，检查结果纳入年度考核。（责任单位：县整治办）',
    '抄送：县委办公室，县人大常委会办公室，县政协办公室。',
  ],
  'labelled lines': [
    '望江区2023年社区养老服务提升行动计划',
    '为健全居家社区机构相协调的养老服务体系，让老年人在家门口享受便利服务，制定本计划。',
    '一、完善设施网络',
    '1.新建社区养老服务站。按照就近便利的原则，在人口密集街道建设标准化服务站12个，配置助餐、助浴、康复等功能，满足周边老年人日常需要。',
    '责任单位：区民政局、区自然资源局、各街道办事处',
    '完成时限：9月底前',
    '2.改造困难家庭居室。对生活不能完全自理的老年人家庭，逐户评估需求，加装扶手、坡道和夜灯，全年改造不少于600户。',
    '责任单位：区民政局、区残联',
    '完成时限：11月20日前',
    '二、提高服务质量',
    '3.培训护理人员。依托职业院校举办护理员培训班，全年培训2400人次，考核合格的发给证书，并建立服务评价档案。',
    '责任单位：区人力资源社会保障局、区民政局',
    '完成时限：持续推进',
    '4.开展安全检查。对全区养老机构的消防、食品、用电用气情况每季度检查一次，发现隐患当场交办，限期整改到位。',
    '责任单位：区应急管理局、区市场监管局、区消防救援大队',
    '完成时限：每季度',
  ],
  'labels in running text': [
    '临川市巡察反馈问题整改清单',
    '2023年5月，市委第三巡察组对市林业局党组开展了巡察，8月反馈了意见。现将整改任务明确如下。',
    '一、履行主责主业方面',
    '问题一：护林员队伍管理松散，巡护记录不完整，个别林场以会代训。整改措施：①重新核定护林员名册，一人一档；②每月抽查巡护轨迹，结果与补助挂钩；③举办防火技能培训班。整改时限：2023年12月底前。责任单位：市林业局资源科、各国有林场。',
    '问题二：造林补贴兑付滞后，部分农户三年未领到补贴资金，群众反映较多。整改措施：①全面清理拖欠资金，建立兑付台账；②简化申报资料，推行一次告知。整改时限：2023年11月15日前。责任单位：市林业局财务科、营林科。',
    '二、作风建设方面',
    '问题三：调查研究不深入，到基层一线解决难题不够主动，存在以电话了解代替实地查看的情况。整改措施：局领导班子成员每人联系两个林场，每季度蹲点不少于五天。整改时限：长期坚持。责任单位：市林业局办公室。',
  ],
  'clauses in the text': [
    '青石镇2025年乡村旅游发展工作要点',
    '今年，全镇乡村旅游工作以提升品质为主线，突出特色、补齐短板，重点抓好以下工作：',
    '一、打造精品线路',
    '1、串联沿河五个村的古桥、渡口和老街，推出“一河两岸”游览线路，由镇文旅办牵头，沿线各村配合，于5月底前完成标识标牌安装。',
    '2、支持农户利用闲置房屋发展民宿，引入专业团队统一设计、统一管理，力争年底前新增床位300张，带动就业150人以上。（镇乡村振兴办、镇自然资源所）',
    '二、办好节庆活动',
    '1、举办采茶节、丰收节等主题活动不少于4场，制定安全保障方案，活动前三日组织联合检查，确保秩序良好。（镇文旅办、派出所，10月底前）',
    '2、组织农特产品展销，开通直播销售渠道，每周开展一次直播培训，帮助村民掌握拍摄、介绍、发货等基本技能。（镇农业农村办）',
    '三、优化旅游环境',
    '（一）推进厕所改造，游客集中区域的旱厕在6月30日前全部改为水冲式厕所。（镇村建办、有关村）',
    '（二）规范停车收费和餐饮价格，公布投诉电话，接到投诉后24小时内办结并回复。（镇市场监管所）',
  ],
}

/** Few lines of these are full, and full ones end sentences: what breaks off at the edge goes on below. */
const SPARSE = {
  'a list of problems with labels': [
    '沙溪市贯彻落实省生态环境保护督察反馈意见整改措施清单',
    '一、经开区污水处理厂长期超负荷运行，部分企业废水没有经过有效处理就直接排放。',
    '责任单位：经开区管委会',
    '整改时限：2024年12月底',
    '整改目标：完成扩建工程，出水稳定达到一级A标准。',
    '1.加快二期扩建工程建设，新增日处理能力2万吨。',
    '2.对园区企业废水预处理设施逐一排查，发现一起处置一起。',
    '进展情况：二期主体工程已经完工，设备正在安装。',
    '二、城区黑臭水体治理不彻底，返黑返臭问题突出。',
    '责任单位：市住建局',
    '整改时限：2024年6月底',
    '整改目标：建成区黑臭水体基本消除。',
    '1.对南渠、北渠实施清淤，并完成沿线截污纳管工程。',
    '进展情况：已完成整改，通过市级验收。',
  ],
  'a list of a parliament, signed right below': [
    '白石区人大常委会2024年工作要点任务分解',
    '一、依法开展监督',
    '1.听取和审议区人民政府关于2023年度环境状况和环境保护目标任务完成情况的报告。',
    '时间安排：4月　责任委室：城建环资工委',
    '2.听取和审议区人民政府关于2024年上半年国民经济和社会发展计划执行情况的报告。',
    '时间安排：8月　责任委室：财经工委',
    '3.检查安全生产法律法规实施情况。',
    '时间安排：6月　责任委室：社会建设工委',
    '二、做好代表工作',
    '4.组织代表开展集中视察和专题调研，全年不少于4次。',
    '时间安排：贯穿全年　责任委室：代表工委',
    '白石区人大常委会办公室',
    '2024年2月27日',
  ],
}

test.each(Object.entries(SPARSE))('%s, of which but few lines are full', async (_, plan) => {
  const expected = await summary(utf8(plan.join('\n')))
  for (const width of [56, 64, 72]) {
    const found = await summary(utf8(wrapped(plan, { width, indent: 0 }).join('\n')))
    expect({ width, title: found.title, issuedOn: found.issuedOn, tasks: found.tasks }).toEqual({
      width,
      title: expected.title,
      issuedOn: expected.issuedOn,
      tasks: expected.tasks,
    })
  }
})

test('an organ and the month below the last line stand by themselves, however full that is', async () => {
  const lines = wrapped(PLANS['clauses in the text'], { width: 56, indent: 0 })
  const full = `3、清理沿街杂物，规范摊点摆放，全面改善集镇的市容环境`
  const text = [...lines, full, '青石镇人民政府', '2025年3月'].join('\n')
  const found = await readPlan(utf8(text))
  expect(found.document.issuer).toBe('青石镇人民政府')
  expect(Array.from(tasks(found)).at(-1)?.task.text).toBe(full.slice(2))
})

const MANNERS: Manner[] = [56, 68, 80].flatMap((width) => [
  { width, indent: 0 },
  { width, indent: 4 },
  { width, indent: 4, lost: true },
])

const html = (content: string) => utf8(`<!DOCTYPE html><html><body><div class="content">${content}</div></body></html>`)
const kept = (line: string) =>
  line
    .replace(/^ +/, (blanks) => '&nbsp;'.repeat(blanks.length))
    .replaceAll('\t', '<span style="white-space: pre">\t</span>')
const run = (line: string) => r(line).replaceAll('\t', '</w:t><w:tab/><w:t xml:space="preserve">')

const FORMATS: Record<string, (lines: readonly string[]) => Uint8Array> = {
  text: (lines) => utf8(lines.join('\n')),
  'Word, a paragraph a line': (lines) => docx(lines.map((line) => p(run(line))).join('')),
  'Word, line breaks': (lines) => docx(p(lines.map((line) => `${run(line)}<w:r><w:br/></w:r>`).join(''))),
  'HTML, a paragraph a line': (lines) => html(lines.map((line) => `<p>${kept(line)}</p>`).join('\n')),
  'HTML, line breaks': (lines) => html(lines.map((line) => `${kept(line)}<br>`).join('\n')),
}

describe.each(Object.entries(PLANS))('%s', (_, plan) => {
  test.each(Object.entries(FORMATS))('%s', async (_, write) => {
    const expected = await summary(utf8(plan.join('\n')))
    expect(expected.tasks.length).toBeGreaterThan(2)
    for (const manner of MANNERS) {
      const { title, issuedOn, number, tasks } = await summary(write(wrapped(plan, manner)))
      expect({ manner, title, issuedOn, number, tasks }).toEqual({
        manner,
        title: expected.title,
        issuedOn: expected.issuedOn,
        number: expected.number,
        tasks: expected.tasks,
      })
    }
  })
})

const FIXTURES = join(import.meta.dirname, '../../fixtures')

test.each(readdirSync(FIXTURES).filter((name) => existsSync(join(FIXTURES, name, 'input.txt'))))(
  'fixture %s, its lines pasted',
  async (name) => {
    const text = readFileSync(join(FIXTURES, name, 'input.txt'), 'utf8').replace(/^\uFEFF/, '')
    const expected = (await summary(utf8(text), { format: 'text' })).tasks
    for (const [format, write] of Object.entries(FORMATS).filter(([format]) => format !== 'text'))
      expect({ format, tasks: (await summary(write(text.split(/\r?\n/)))).tasks }).toEqual({ format, tasks: expected })
  },
)

/** The paragraphs that are left after layout. */
async function paragraphs(bytes: Uint8Array): Promise<string[]> {
  const blocks = (await readStage(bytes, 'paragraphs')) as { view?: { text: string } }[]
  return blocks.flatMap(({ view }) => (view ? [view.text] : []))
}

describe('true paragraphs of Word stay what they are', () => {
  const stays: Record<string, string[]> = {
    'entries of one length': Array.from(
      { length: 24 },
      (_, i) => `上午${8 + (i % 4)}时 县政府第${i % 7}会议室 专题研究重点水利工程建设推进`,
    ),
    'measures of one length without a full stop': Array.from(
      { length: 20 },
      (_, i) => `推动第${i + 1}批城镇老旧小区改造项目加快实施${'早日建成'.slice(0, i % 5)}`,
    ),
    'a paragraph without a full stop before another': [
      '各单位要提高认识。要压实责任，层层传导压力，形成工作合力',
      '市督查室将适时开展检查。检查结果在全市通报。',
      '各单位负责人为第一责任人，要亲自部署、亲自过问，确保取得实效。',
    ],
  }
  test.each(Object.entries(stays))('%s', async (_, lines) => {
    expect(await paragraphs(docx(lines.map((line) => p(line)).join('')))).toEqual(lines)
  })

  test('items that Word numbers, of one length', async () => {
    const items = Array.from(
      { length: 16 },
      (_, i) => `完成第${String(i + 10)}个乡镇便民服务中心标准化改造，方便群众办事`,
    )
    const numbering = abstractNum(0, lvl(0, 'decimal', '%1.')) + num(1, 0)
    const plan = await readPlan(docx({ body: items.map((item) => p(item, { num: [1, 0] })).join(''), numbering }))
    expect([...tasks(plan)].map(({ task }) => task.text)).toEqual(items)
  })
})

test('lines pasted below paragraphs typed in Word', async () => {
  const typed = PLANS['a notice with its plan'].slice(0, 7)
  const pasted = PLANS['a notice with its plan'].slice(7)
  const expected = await summary(utf8([...typed, ...pasted].join('\n')))
  const body = [...typed, ...wrapped(pasted, { width: 60, indent: 4 })].map((line) => p(line)).join('')
  const { title, tasks } = await summary(docx(body))
  expect({ title, tasks }).toEqual({ title: expected.title, tasks: expected.tasks })
})

test('lines pasted between headings and a table of Word', async () => {
  const heading = style('1', '<w:outlineLvl w:val="0"/>', { name: 'heading 1' })
  const [first, second] = PLANS['labelled lines'].filter((line) => /^[13]\./.test(line)) as [string, string]
  const lines = (text: string) =>
    wrapped([text], { width: 44, indent: 0 })
      .map((line) => p(line))
      .join('')
  const rows = table(['序号', '重点任务', '责任单位', '完成时限'], ['1', '建立工作台账', '区民政局', '6月底前'])
  const body = `${p('一、完善设施网络', { style: '1' })}${lines(first)}${p('二、提高服务质量', { style: '1' })}${lines(second)}${p('三、任务分解', { style: '1' })}${rows}`
  const plan = await readPlan(docx({ body, styles: heading }))
  expect([...tasks(plan)].map(({ task }) => task.marker + task.text)).toEqual([first, second, '1建立工作台账'])
})

test('a line end hit by mistake within a bracket is mended in Word too', async () => {
  const lines = [
    '2024年工作要点',
    '1.清理占道经营。（责任单位：县城市管理局、',
    '县公安局；完成时限：8月底前）',
    '2.整治非法广告。（责任单位：县市场监管局）',
  ]
  const plan = await readPlan(docx(lines.map((line) => p(line)).join('')))
  expect([...tasks(plan)].map(({ task }) => task.units.map(({ name }) => name))).toEqual([
    ['县城市管理局', '县公安局'],
    ['县市场监管局'],
  ])
})

test('a list of names that a line end cuts behind 和 is one', async () => {
  const text =
    '2024年工作要点\n1.打造商业街区。\n责任单位：县公安局、县文化广电和\n旅游局\n2.整治非法广告。\n责任单位：县市场监管局'
  expect((await summary(utf8(text))).tasks.map(({ units }) => units)).toEqual([
    ['responsible 县公安局', 'responsible 县文化广电和旅游局'],
    ['responsible 县市场监管局'],
  ])
})

test.each<[lines: string, deadlines: string[], text: string]>([
  ['整改时限：2024年6月30日前，并长期\n坚持', ['2024年6月30日前', '并长期坚持'], '完善台账。'],
  ['责任单位：县财政局，完成时限：2024年\n6月底前', ['2024年6月底前'], '完善台账。'],
  ['完成时限：12月\n15日前', ['12月15日前'], '完善台账。'],
  ['完成时限：6月\n底前完成并长期坚持。', ['6月底前完成', '并长期坚持'], '完善台账。'],
  // What says what is to be done is no time.
  ['完成时限：6月底前\n加强宣传。', ['6月底前'], '完善台账。\n加强宣传。'],
  ['完成时限：长期\n坚持督导检查', ['长期'], '完善台账。\n坚持督导检查'],
  ['主要措施：每月\n15日前报送', [], '完善台账。\n主要措施：每月\n15日前报送'],
])('a time behind a label that a line end cuts is one: %j', async (lines, deadlines, text) => {
  const plan = await readPlan(utf8(`云江县2024年工作要点\n一、完善台账。\n${lines}\n二、开展检查。\n`))
  const [{ task } = expect.fail()] = [...tasks(plan)]
  expect(task.deadlines.filter(({ source }) => source === 'annotation').map(({ raw }) => raw)).toEqual(deadlines)
  expect(task.text).toBe(text)
})
