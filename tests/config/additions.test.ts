/** Terms of the house, given with one call: they are read by, and nothing of them stays. */
import { describe, expect, test } from 'vitest'
import { type Additions, check, type Plan, parsePlan, readPlan, type Section, tasks } from '../../src/index.ts'
import { byUnit } from '../../src/units.ts'

const HEAD = '云江县2023年重点工作要点\n'
const FOOT = '\n云江县人民政府办公室\n2023年1月10日\n'
const read = (body: string, additions?: Additions) =>
  parsePlan(HEAD + body + FOOT, { withText: true, ...(additions && { additions }) })
const tasksIn = (plan: Plan) => Array.from(tasks(plan), ({ task }) => task)
const unitsIn = (plan: Plan) => tasksIn(plan).flatMap(({ units }) => units.map(({ role, name }) => `${role} ${name}`))
const twoNames = (plan: Plan, additions?: Additions) =>
  check(plan, { ...(additions && { additions }) }).filter(({ rule }) => rule === 'unit-two-names')

const LABELS: Additions = {
  labels: {
    lead: ['主抓专班'],
    responsible: ['包打单位'],
    deadline: ['收官节点'],
    status: ['战果'],
    extra: ['挂图编号'],
  },
}

describe('labels', () => {
  test('open a line of their own in a paragraph of Markdown', () => {
    const text = `# ${HEAD}\n1. 加强培训，覆盖全员\n   战果：已办两期\n2. 开展检查\n`
    const [task] = tasksIn(parsePlan(text, { format: 'markdown', additions: LABELS }))
    expect(task).toMatchObject({ text: '加强培训，覆盖全员', status: '已办两期' })
  })

  test('a line that a label opens is no signature', () => {
    const body = `${HEAD}一、加强培训。\n包打单位  县教育局\n2023年1月10日\n`
    expect(parsePlan(body).document.issuer).not.toBeNull()
    expect(parsePlan(body, { additions: LABELS }).document.issuer).toBeNull()
  })

  const places: [where: string, body: string][] = [
    ['in brackets', '一、加强培训。（主抓专班：人事科；收官节点：6月底）'],
    ['in brackets of their own', '一、加强培训。【主抓专班】人事科【收官节点】6月底'],
    ['on lines of their own', '一、加强培训。\n主抓专班：人事科\n收官节点：6月底'],
    [
      'in a table with bars',
      '| 序号 | 任务 | 主抓专班 | 收官节点 |\n|---|---|---|---|\n| 1 | 加强培训。 | 人事科 | 6月底 |',
    ],
    ['in a table with tabs', '任务\t主抓专班\t收官节点\n加强培训。\t人事科\t6月底'],
    [
      'in a flattened table',
      '序号\n工作任务\n主抓专班\n收官节点\n1\n加强培训。\n人事科\n6月底\n2\n加强检查。\n法规科\n7月底',
    ],
    ['in columns of blanks', '序号    工作任务      主抓专班    收官节点\n1       加强培训。    人事科      6月底'],
  ]
  test.each(places)('%s', (_, body) => {
    const [task] = tasksIn(read(body, LABELS))
    expect(task?.text).toBe('加强培训。')
    expect(task?.units.map(({ name, role }) => [name, role])).toEqual([['人事科', 'lead']])
    expect(task?.deadlines).toMatchObject([{ kind: 'date', due: '2023-06-30' }])
  })

  const files: [format: 'html' | 'markdown' | 'csv', text: string][] = [
    ['csv', '任务,主抓专班,收官节点\n加强培训。,人事科,6月底\n'],
    [
      'html',
      '<table><tr><td>任务<td>主抓专班<td>收官节点<tr><td>加强培训。<td>人事科<td>6月底<tr><td>开展检查。<td>法规科<td>7月底</table>',
    ],
    ['markdown', '| 任务 | 主抓专班 | 收官节点 |\n|---|---|---|\n| 加强培训。 | 人事科 | 6月底 |\n'],
  ]
  test.each(files)('in a table of %s that has no other label of who or when', async (format, text) => {
    const plan = await readPlan(new TextEncoder().encode(text), { format, year: 2023, additions: LABELS })
    expect(tasksIn(plan)[0]).toMatchObject({
      text: '加强培训。',
      units: [{ name: '人事科', role: 'lead' }],
      deadlines: [{ due: '2023-06-30' }],
    })
  })

  test('a status and anything else worth keeping', () => {
    const [task] = tasksIn(read('一、加强培训。\n挂图编号：甲3\n战果：已办两期。', LABELS))
    expect(task).toMatchObject({ status: '已办两期。', extra: [{ label: '挂图编号', value: '甲3' }] })
  })

  test('as a wrapped text has them: cut by the line end', () => {
    const line = '一、加强对全县各单位政务公开工作人员的业务培训和日常指导并且及时通报结果。'
    const body = `${`${line}（责任单位：人事科；主抓\n专班：法规科）\n`.repeat(10)}`
    expect(unitsIn(read(body, LABELS))).toContain('lead 法规科')
  })

  test('they go before what is known of the same wording', () => {
    const body = '一、加强培训。（责任单位：人事科）'
    expect(unitsIn(read(body, { labels: { support: ['责任单位'] } }))).toEqual(['support 人事科'])
  })

  test('blanks and widths do not part them', () => {
    expect(unitsIn(read('一、加强培训。（主抓 专班：人事科）', LABELS))).toEqual(['lead 人事科'])
    expect(unitsIn(read('一、加强培训。（主抓(牵头)组：人事科）', { labels: { lead: ['主抓（牵头）组'] } }))).toEqual([
      'lead 人事科',
    ])
  })

  test('a check tells of added labels that differ from their neighbours', () => {
    const items = Array.from('一二三四五', (n) => `${n}、完成第${n}项工作。（包打单位：人事科）`)
    const body = [...items, '六、完成第六项工作。（责任单位：人事科）'].join('\n')
    const found = check(read(body, LABELS), { additions: LABELS }).map(({ rule }) => rule)
    expect(found).toContain('label-differs')
    expect(check(read(body)).map(({ rule }) => rule)).not.toContain('label-differs')
  })
})

test('headings of narrative hold no task', () => {
  const body = '一、工作导向\n（一）坚持为民。\n（二）坚持务实。\n二、任务\n（一）加强培训。'
  const plan = read(body, { narrative: ['工作导向'] })
  expect(tasksIn(plan).map(({ id }) => id)).toEqual(['2.1'])
  expect(plan.children.find((node): node is Section => node.type === 'section')?.role).toBe('narrative')
  expect(
    tasksIn(read('一、工作导向：\n坚持为民，坚持务实。\n二、加强培训。', { narrative: ['工作导向'] })),
  ).toHaveLength(1)
})

describe('units', () => {
  test('sign', () => {
    const text = `${HEAD}一、加强培训。\n二、开展检查。\n\n云江智谷\n2023年1月10日\n`
    expect(parsePlan(text).document.issuer).toBeNull()
    expect(parsePlan(text, { additions: { units: [{ name: '云江智谷' }] } }).document.issuer).toBe('云江智谷')
  })

  const additions: Additions = {
    units: [
      { name: '云江县发展和改革局', short: ['县发改局', '县发改委', '发改局'] },
      { name: '云江市发展和改革局', short: ['发改局'] },
      { name: '县纪委监委(派驻组)', short: ['派驻组'] },
      { name: '县创文指挥部', short: ['创文指'] },
    ],
  }
  const fullNames = (body: string) =>
    tasksIn(read(body, additions)).flatMap(({ units }) => units.map(({ name, canonical }) => [name, canonical]))

  const cases: [printed: string, canonical: string | null][] = [
    ['县发改局', '云江县发展和改革局'],
    ['云江县发展和改革局', '云江县发展和改革局'],
    ['县纪委监委（派驻组）', '县纪委监委(派驻组)'],
    ['发改局', null],
    ['县教育局', null],
  ]
  test.each(cases)('%s stays as printed; its full name is %s', (printed, canonical) => {
    expect(fullNames(`一、加强培训。（责任单位：${printed}）`)).toEqual([[printed, canonical]])
  })

  test('inherited from a heading, in a table, in running text', () => {
    expect(fullNames('一、任务（责任单位：县发改局）\n（一）加强培训。')).toEqual([['县发改局', '云江县发展和改革局']])
    const table = '| 序号 | 任务 | 责任单位 | 完成时限 |\n|---|---|---|---|\n| 1 | 加强培训。 | 县发改局 | 6月底 |'
    expect(fullNames(table)).toEqual([['县发改局', '云江县发展和改革局']])
    expect(fullNames('一、由县发改局牵头，加强培训。')).toEqual([['县发改局', '云江县发展和改革局']])
  })

  test('a name of the list is known for a unit, whatever it ends in', () => {
    expect(fullNames('一、加强培训。（创文指）')).toEqual([['创文指', '县创文指挥部']])
    expect(unitsIn(read('一、加强培训。（创文指）'))).toEqual([])
  })

  const body =
    '一、加强培训。（责任单位：县发改局）\n二、开展检查。（责任单位：县发改委）\n三、通报结果。（责任单位：发改局）'

  test('tasks are grouped by full name', () => {
    const groups = byUnit(read(body, additions)).units.map(({ name, tasks: some }) => [name, some.length])
    expect(groups).toEqual([
      ['云江县发展和改革局', 2],
      ['发改局', 1],
    ])
  })

  test('a check is silent about spellings that the list makes one, and tells of those it leaves open', () => {
    const plain = '一、加强培训。（责任单位：县发展改革局）\n二、开展检查。（责任单位：县发改局）'
    const one: Additions = { units: [{ name: '县发展改革局', short: ['县发改局'] }] }
    const two: Additions = { units: [{ name: '县发展改革局' }, { name: '县发改局' }] }
    expect(twoNames(read(plain))).toHaveLength(1)
    expect(twoNames(read(plain, one), one)).toEqual([])
    expect(twoNames(read(plain, two), two)).toEqual([])
    const [open, ...more] = twoNames(read(body, additions), additions)
    expect(open?.reason).toBe('“发改局”在单位名单里是几个单位的简称：云江县发展和改革局、云江市发展和改革局；请写全称')
    expect(more.every(({ reason }) => !reason.includes('名单'))).toBe(true)
  })
})

test('calls know nothing of each other', async () => {
  const body = '一、加强培训。（主抓专班：人事科）'
  const text = new TextEncoder().encode(HEAD + body + FOOT)
  const before = read(body)
  const support: Additions = { labels: { support: ['主抓专班'] }, units: [{ name: '县人事科', short: ['人事科'] }] }
  const [one, other, bare] = await Promise.all([
    readPlan(text, { additions: LABELS, withText: true }),
    readPlan(text, { additions: support, withText: true }),
    readPlan(text, { withText: true }),
  ])
  expect([one, other].map(unitsIn)).toEqual([['lead 人事科'], ['support 人事科']])
  expect(tasksIn(other)[0]?.units[0]?.canonical).toBe('县人事科')
  expect(bare.children).toEqual(before.children)
  expect(read(body)).toEqual(before)
  expect(read(body, {})).toEqual(before)
})
