/** The calendar as another program opens it. */
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { parsePlan } from '../../src/parse-text.ts'
import type { Plan, Task } from '../../src/plan.ts'
import { notesOf } from '../../src/write/ics.ts'
import { writePlan, writerOf } from '../../src/write/index.ts'
import { NOTICE } from '../cli/hosts.ts'
import { AT, date, plan, recurring, samplePlan, section, task, unit } from '../plans.ts'

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return { calendar, events: calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event)) }
}

async function eventsOf(made: Plan, options = {}) {
  return read(await writePlan(made, 'ics', options)).events
}

async function eventsOfTask(more: Partial<Task>) {
  return eventsOf(plan([section([task(more)])]))
}

const shown = (event: ICAL.Event) => `${event.startDate} ${event.endDate}`
const lineOf = (event: ICAL.Event, name: string) => String(event.component.getFirstPropertyValue(name))

/** The first days on which an event takes place. */
function daysOf(event: ICAL.Event, count: number): string[] {
  const days = event.iterator()
  return Array.from({ length: count }, () => String(days.next()))
}

describe('an event', () => {
  test('is a whole day, takes up nobody, rings nothing, and says who has to do what', async () => {
    const [event, ...others] = await eventsOf(samplePlan())
    if (!event) throw new Error('no event')
    expect(shown(event)).toBe('2023-06-30 2023-07-01')
    expect(event.startDate.isDate).toBe(true)
    expect(event.summary).toBe('办公室：完善台账。')
    expect(event.description).toBe(`完善台账。

牵头：办公室
责任：法规科、信息科
配合：财务科
领导：李明
时限：6月底
章节：一、夯实基础
文件：云江县2023年政务公开工作要点（云政办〔2023〕8号）`)
    expect(event.component.getFirstProperty('categories')?.getValues()).toEqual([
      '办公室',
      '法规科',
      '信息科',
      '财务科',
      '李明',
    ])
    expect(lineOf(event, 'dtstamp')).toBe('2023-03-01T00:00:00Z')
    expect(lineOf(event, 'transp')).toBe('TRANSPARENT')
    expect(event.component.getAllSubcomponents('valarm')).toEqual([])
    expect(others.map(shown)).toEqual(['2023-09-30 2023-10-01'])
  })

  test('in English', async () => {
    const [event] = await eventsOf(samplePlan(), { lang: 'en' })
    expect(event?.summary).toBe('办公室: 完善台账。')
    expect(event?.description).toContain('\nSupport: 财务科\n')
  })

  test.each([
    ['three names', [unit('甲局'), unit('乙局'), unit('丙局')], '甲局、乙局等：完善台账。'],
    ['support alone', [unit('丙局', 'support')], '丙局：完善台账。'],
    ['nobody', [], '完善台账。'],
  ])('its summary names %s', async (_name, units, summary) => {
    expect((await eventsOfTask({ units, deadlines: [date('2023-06-30')] }))[0]?.summary).toBe(summary)
  })

  test('its summary is the title, or the beginning of a long text', async () => {
    const deadlines = [date('2023-06-30')]
    const [titled] = await eventsOfTask({ title: '加强培训', text: '加强培训\n每年两次。', deadlines })
    const [long] = await eventsOfTask({ text: '全面梳理重点领域，'.repeat(20), deadlines })
    expect(titled?.summary).toBe('加强培训')
    expect(long?.summary).toMatch(/^全面梳理.{20,}…$/)
    expect(long?.description).toContain('全面梳理重点领域，'.repeat(20))
  })
})

describe('its days', () => {
  test.each([
    ['a range', [date('2023-10-31', { start: '2023-05-01' })], ['2023-05-01 2023-11-01']],
    ['the last day of a year', [date('2023-12-31')], ['2023-12-31 2024-01-01']],
    ['the last of February', [date('2024-02-29')], ['2024-02-29 2024-03-01']],
    ['two steps', [date('2023-06-30'), date('2023-12-31')], ['2023-06-30 2023-07-01', '2023-12-31 2024-01-01']],
    ['a day said twice', [date('2023-06-30', { source: 'text' }), date('2023-06-30')], ['2023-06-30 2023-07-01']],
    ['no day', [{ kind: 'ongoing', raw: '持续推进', source: 'annotation', position: AT } as const], []],
    ['no day to repeat on', [recurring(null)], []],
  ])('%s', async (_name, deadlines, days) => {
    expect((await eventsOfTask({ deadlines })).map(shown)).toEqual(days)
  })

  test.each([
    ['FREQ=MONTHLY;BYMONTHDAY=25', ['2023-03-25', '2023-04-25', '2023-05-25']],
    ['FREQ=MONTHLY', ['2023-03-31', '2023-04-30', '2023-05-31']],
    ['FREQ=MONTHLY;INTERVAL=3', ['2023-03-31', '2023-06-30', '2023-09-30']],
    ['FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=5', ['2023-04-05', '2023-07-05', '2023-10-05']],
    ['FREQ=YEARLY', ['2023-12-31', '2024-12-31', '2025-12-31']],
    ['FREQ=WEEKLY', ['2023-03-03', '2023-03-10', '2023-03-17']],
    ['FREQ=WEEKLY;INTERVAL=2', ['2023-03-03', '2023-03-17', '2023-03-31']],
  ])('%s, from the day of issue on', async (rrule, days) => {
    const [event] = await eventsOfTask({ deadlines: [recurring(rrule)] })
    expect(event?.isRecurring()).toBe(true)
    expect(event && daysOf(event, 3)).toEqual(days)
  })

  test.each([
    ['of issue, in the year before', '2022-12-28', 2023, '2023-01-25'],
    ['of a plan without a date', null, 2023, '2023-01-25'],
    ['of issue, after the year', '2024-02-01', 2023, '2024-02-25'],
  ])('a rule begins on the day %s', async (_name, issuedOn, year, first) => {
    const made = plan([task({ deadlines: [recurring('FREQ=MONTHLY;BYMONTHDAY=25')] })])
    Object.assign(made.document, { issuedOn, year })
    expect((await eventsOf(made)).map((event) => daysOf(event, 1))).toEqual([[first]])
  })

  test('the same in every time zone', async () => {
    const here = process.env.TZ
    const written = []
    const hours = new Set<number>()
    for (const zone of ['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati', 'UTC']) {
      process.env.TZ = zone
      hours.add(new Date(0).getHours())
      written.push(await writePlan(samplePlan(), 'ics'))
    }
    if (here === undefined) delete process.env.TZ
    else process.env.TZ = here
    expect(hours.size).toBeGreaterThan(2)
    expect(new Set(written).size).toBe(1)
  })
})

describe('what is in no calendar is said', () => {
  const without = plan([task({ id: '1' }), task({ id: '2', deadlines: [recurring('FREQ=MONTHLY', { raw: '每月' })] })])
  Object.assign(without.document, { issuedOn: null, year: null })

  test('tasks without a day, and a rule of no known year', async () => {
    expect(await eventsOf(without)).toEqual([])
    expect(notesOf(without).map((note) => note.message)).toEqual([
      '不知道“每月”从哪一年开始，没有写入日历；请用 --year 指定年份',
      '2 项任务没有确定的日期，没有写入日历：1、2',
    ])
    expect(notesOf(plan([task({ deadlines: [date('2023-06-30')] })]))).toEqual([])
  })
})

describe('imported again', () => {
  const uidsOf = async (made: Plan, options = {}) => (await eventsOf(made, options)).map(({ uid }) => uid)

  test('from another path, read anew, with words of the text changed: the same events', async () => {
    const first = await uidsOf(parsePlan(NOTICE, { path: 'a.txt' }))
    expect(first.length).toBeGreaterThan(1)
    expect(new Set(first).size).toBe(first.length)
    expect(await uidsOf(parsePlan(NOTICE, { path: 'folder/b.txt' }))).toEqual(first)
    expect(await uidsOf(parsePlan(NOTICE.replace('6月底', '7月底').replace('台账', '总台账')))).toEqual(first)
  })

  test.each<[string, Partial<Plan['document']>]>([
    ['title', { title: '云江县2023年营商环境工作要点' }],
    ['number', { number: '云政办〔2023〕9号' }],
    ['year', { year: 2024 }],
    ['issuer', { issuer: '云江县教育局' }],
  ])('another document, told by its %s: other events', async (_name, document) => {
    const other = samplePlan()
    Object.assign(other.document, document)
    const before = await uidsOf(samplePlan())
    expect((await uidsOf(other)).filter((uid) => before.includes(uid))).toEqual([])
  })

  test('documents that name themselves by nothing are told by their tasks', async () => {
    const nameless = (text: string) => {
      const made = plan([task({ text, deadlines: [date('2023-06-30')] })])
      Object.assign(made.document, { title: null, number: null })
      return made
    }
    expect(await uidsOf(nameless('甲。'))).toEqual(await uidsOf(nameless('甲。')))
    expect(await uidsOf(nameless('甲。'))).not.toEqual(await uidsOf(nameless('乙。')))
  })

  test('a document given twice is there twice', async () => {
    const writing = await writerOf('ics').open({ several: true })
    for (const made of [samplePlan(), samplePlan()]) expect([...writing.plan(made)]).toEqual([])
    const { calendar, events } = read(String(await writing.end(1)))
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(4)
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('云江县2023年政务公开工作要点')
  })
})

describe('by unit', () => {
  test('an event for each unit of a task, whatever its roles', async () => {
    const units = [unit('县财政局', 'lead'), unit('县财政局'), unit('县教育局', 'support')]
    const made = plan([
      task({ units, deadlines: [date('2023-06-30')] }),
      task({ id: '2', deadlines: [date('2023-07-01')] }),
    ])
    const events = await eventsOf(made, { by: 'unit' })
    expect(events.map(({ summary }) => summary)).toEqual(['县财政局：完善台账。', '县教育局：完善台账。', '完善台账。'])
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(3)
    expect(events[1]?.component.getFirstProperty('categories')?.getValues()).toEqual(['县教育局'])
  })
})

const PAYLOADS = [
  'a\r\nATTENDEE:mailto:x@example.org',
  'a\nEND:VEVENT\nBEGIN:VEVENT',
  'a\rX-EVIL:1',
  'a\u2028X-EVIL:1',
  'a\u0085X-EVIL:1',
  'a\u000bX-EVIL:1',
  'a\0b',
  'a\u001b]0;x\u0007',
  'a;b,c\\d\\n"e":f',
  '\\',
  ';VALUE=TEXT:x',
  '\ud800a',
  '\udc00',
  '👩‍👩‍👧'.repeat(40),
  '完善台账，'.repeat(60),
]

test.each(PAYLOADS)('no text of a document becomes more than text: %j', async (payload) => {
  const made = plan([
    section(
      [
        task({
          id: payload,
          text: payload,
          units: [unit(payload)],
          deadlines: [date('2023-06-30', { raw: payload }), recurring('FREQ=DAILY', { raw: payload })],
        }),
      ],
      { title: payload },
    ),
  ])
  Object.assign(made.document, { title: payload, number: payload })
  const text = await writePlan(made, 'ics')
  const { calendar, events } = read(text)
  const names = ({ component }: ICAL.Event) => component.getAllProperties().map(({ name }) => name)
  const plain = await eventsOf(
    plan([task({ units: [unit('甲局')], deadlines: [date('2023-06-30'), recurring('FREQ=DAILY')] })]),
  )
  expect(events.map(names)).toEqual(plain.map(names))
  expect(calendar.getAllProperties().map(({ name }) => name)).toEqual(['version', 'prodid', 'name', 'x-wr-calname'])
  for (const line of text.split('\r\n')) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(line).not.toMatch(/[\0-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029]/)
  }
  const squash = (words: string) => words.replace(/\s+/g, '')
  if (!/[\0-\x08\x0b-\x1f\x7f-\x9f\u2028]|\p{Surrogate}/u.test(payload)) {
    expect(squash(events[0]?.description ?? '')).toContain(squash(payload))
    // The reader does not know that this is text, and leaves the escapes.
    const name = String(calendar.getFirstPropertyValue('name')).replace(/\\([\\;,])/g, '$1')
    expect(squash(name)).toBe(squash(payload))
  }
})

test('a calendar without an event can be opened', async () => {
  expect(read(await writePlan(plan([]), 'ics')).events).toEqual([])
  const writing = await writerOf('ics').open({})
  expect(read(`${writing.begin()}${await writing.end(1)}`).events).toEqual([])
})
