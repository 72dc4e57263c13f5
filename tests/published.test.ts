/** What published pages print besides plain items: headings on the wrong line, legends in lists, titles printed twice. */
import { describe, expect, test } from 'vitest'
import { parsePlan } from '../src/index.ts'
import { tasks } from '../src/tasks.ts'

/** One line a task: the headings above it, its text, who, and by when. */
function told(...lines: string[]): string[] {
  return Array.from(tasks(parsePlan(lines.join('\n'))), ({ task, sections }) =>
    [
      [...sections.map(({ marker, title }) => marker + title), task.marker + task.text.replaceAll('\n', '/')].join(
        ' > ',
      ),
      ...task.units.map(({ role, name }) => `${role} ${name}`),
      ...task.deadlines.map((deadline) => (deadline.kind === 'date' ? deadline.due : deadline.kind)),
    ].join(' | '),
  )
}

const TITLE = '云江县2024年绿道建设工作方案'

describe('items', () => {
  test.each<[string, string[], string[]]>([
    [
      'one under 总体要求 that says who is responsible is a task',
      ['一、总体要求', '（一）坚持生态优先。保护湿地。', '（二）新增绿道30公里。（县林业局负责）'],
      ['一、总体要求 > （二）新增绿道30公里。 | responsible 县林业局'],
    ],
    [
      'a heading at the end of the line before it, a blank between them',
      ['为建好绿道，制定本方案。 一、工作任务', '（一）编制规划。3月底前完成。', '（二）开工建设。'],
      ['一、工作任务 > （一）编制规划。3月底前完成。 | 2024-03-31', '一、工作任务 > （二）开工建设。'],
    ],
    [
      'a heading with a colon there',
      ['一、编制规划。6月底前完成。 二、开工建设：', '1.新建驿站6座。', '2.补种行道树。'],
      [
        '一、编制规划。6月底前完成。 | 2024-06-30',
        '二、开工建设： > 1.新建驿站6座。',
        '二、开工建设： > 2.补种行道树。',
      ],
    ],
    [
      'all that a text has on one line',
      ['绿道建设工作计划 一、编制规划。 二、新建驿站6座。 三、补种行道树。'],
      ['一、编制规划。', '二、新建驿站6座。', '三、补种行道树。'],
    ],
    [
      'a list that begins on the line of its heading',
      ['一、举办健步活动：1、少年组健步赛', '2、老年组健步赛', '二、印制导览图。'],
      ['一、举办健步活动： > 1、少年组健步赛', '一、举办健步活动： > 2、老年组健步赛', '二、印制导览图。'],
    ],
    [
      'a sentence that heads paragraphs, each with its own annotation',
      ['（一）建好绿道，方便群众出行。', '新建驿站6座。（县林业局负责）', '补种行道树。（县城管局负责）'],
      [
        '（一）建好绿道，方便群众出行 > 新建驿站6座。 | responsible 县林业局',
        '（一）建好绿道，方便群众出行 > 补种行道树。 | responsible 县城管局',
      ],
    ],
    [
      'labels that close a sentence behind a comma',
      ['1.建成驿站6座，完成时限：6月底，责任单位：县林业局、县城管局。', '2.召开推进会。'],
      ['1.建成驿站6座， | responsible 县林业局 | responsible 县城管局 | 2024-06-30', '2.召开推进会。'],
    ],
    [
      'names that a comma parts from their verb',
      ['1.编制绿道规划。', '此项工作由县林业局，县水利局牵头，县财政局、审计局，各镇政府参加。', '2.召开推进会。'],
      [
        '1.编制绿道规划。/此项工作由县林业局，县水利局牵头，县财政局、审计局，各镇政府参加。 | lead 县林业局 | lead 县水利局 | support 县财政局 | support 审计局 | support 各镇政府',
        '2.召开推进会。',
      ],
    ],
    [
      'a table whose headings are set with blanks between their characters',
      ['序号 工 作 任 务 责任部门', '1 新建驿站6座 县林业局', '2 补种行道树900株 县城管局'],
      ['1新建驿站6座 | responsible 县林业局', '2补种行道树900株 | responsible 县城管局'],
    ],
  ])('%s', (_, lines, expected) => {
    expect(told(TITLE, ...lines)).toEqual(expected)
  })

  test.each([
    ['goals of what the plan is about', ['一、禁烧目标', '力争不燃一把火。', '二、建成驿站6座。']],
    ['why it is done', ['一、开展绿道建设的目的和意义', '绿道方便群众出行。', '二、建成驿站6座。']],
    ['notes, though numbered', ['二、建成驿站6座。', '注：1.本表每月更新', '2.备注栏从略。']],
  ])('%s: no task', (_, lines) => {
    expect(told(TITLE, ...lines)).toEqual(['二、建成驿站6座。'])
  })
})

describe('the frame', () => {
  const body = ['一、建成驿站6座。', '二、补种行道树。']
  const documentOf = (...lines: string[]) => parsePlan([...lines, ...body].join('\n')).document

  test('a page prints the title of a notice above it, and the notice prints it again', () => {
    const notice = '关于印发云江县2024年绿道建设工作方案的通知'
    const { title, number } = documentOf(
      notice,
      '云政办发〔2024〕6号',
      '云江县人民政府办公室',
      '关于印发云江县2024年绿道建设',
      '工作方案的通知',
      '各镇人民政府：',
      '现将《云江县2024年绿道建设工作方案》印发给你们。',
      '云江县人民政府办公室',
      '2024年3月6日',
      '云江县2024年绿道建设',
      '工作方案',
    )
    expect({ title, number }).toEqual({ title: TITLE, number: '云政办发〔2024〕6号' })
  })

  test.each<[string, string[], Partial<Record<'title' | 'number' | 'issuedOn', string>>]>([
    ['a bullet before the title is none of it', [`- ${TITLE}`], { title: TITLE }],
    ['a page says what it reprints', [`日前，云江县印发《${TITLE}》。全文如下：`, TITLE], { title: TITLE }],
    ['the state of a document is none of its title', [TITLE, '有效', TITLE], { title: TITLE }],
    [
      'a number before the title, a colon between them',
      [`云政办发〔2024〕6号：${TITLE}`, TITLE],
      { title: TITLE, number: '云政办发〔2024〕6号' },
    ],
    [
      'page data with blanks behind their labels',
      ['发布单位 云江县政府办 发文日期 2024-03-06', '文号 云政发〔2024〕6号 时效 有效', TITLE, '发布时间：2024-03-09'],
      { number: '云政发〔2024〕6号', issuedOn: '2024-03-06' },
    ],
    [
      'the names of other documents make no title too long',
      [`云江县人民政府办公室关于落实《政府工作报告》和《${'绿道'.repeat(20)}规划》重点任务责任分解方案的通知`],
      { title: `云江县人民政府办公室关于落实《政府工作报告》和《${'绿道'.repeat(20)}规划》重点任务责任分解方案的通知` },
    ],
  ])('%s', (_, lines, expected) => {
    expect(documentOf(...lines)).toMatchObject(expected)
  })
})
