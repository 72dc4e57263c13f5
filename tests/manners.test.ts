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

test.each([
  ['第一件：', '第二件：'],
  ['第一件实事：', '第二件实事：'],
  ['举措之一：', '举措之二：'],
  ['任务之一、', '任务之二、'],
])('%s is a number', (one, two) => {
  const text = `青川县2024年实施方案\n${one}改造小区。改造18个。\n牵头单位：县住建局\n${two}新增托位150个。\n完成时限：10月底前`
  expect(read(text)).toEqual([`${one}改造小区。改造18个。｜lead 县住建局`, `${two}新增托位150个。｜｜10月底前`])
})
