/** Corrections saved from the review page. */
import { expect, test } from 'vitest'
import { Corrections, correct } from '../../src/merge/corrections.ts'
import { checked, readPlans } from '../../src/merge/plans.ts'
import { Plan, type Task } from '../../src/plan.ts'
import { tasks } from '../../src/tasks.ts'
import { AT, date, plan, samplePlan, section, task, unit } from '../plans.ts'

type Correction = Corrections['documents'][number]['tasks'][number]

const TITLE = '云江县2023年政务公开工作要点'
const file = (tasksOf: Correction[], more: Partial<Corrections['documents'][number]> = {}): Corrections => ({
  type: 'planparse-corrections',
  version: 1,
  documents: [{ file: '通知.txt', title: TITLE, tasks: tasksOf, ...more }],
})

function corrected(made: Plan | Plan[], ...files: Corrections[]) {
  const plans = structuredClone([made].flat())
  const said = correct(
    plans,
    files.map((corrections, i) => ({ path: `更正${i + 1}.json`, corrections })),
    'zh',
  )
  for (const each of plans) expect(Plan.parse(each)).toEqual(each)
  return {
    plans,
    tasks: plans.flatMap((each) => Array.from(tasks(each), ({ task: found }) => found)),
    said: said.map(({ path, message: { code, reason } }) => `${path} ${code} ${reason.split('：').at(-1)}`),
  }
}

const made = plan([
  section([
    task({ units: [{ ...unit('法规科'), canonical: '县司法局法规科' }], deadlines: [date('2023-06-30')] }),
    task({ id: '1.2', text: '加强培训。' }),
  ]),
])
const correction = (changes: Correction['changes'], more: Partial<Correction> = {}): Correction => ({
  id: '1.1',
  text: '完善台账。',
  changes,
  ...more,
})

test.each<[string, Correction['changes'], Partial<Task>]>([
  ['a title', { title: '完善台账' }, { title: '完善台账' }],
  ['no title', { title: null }, { title: null }],
  ['a text', { text: '完善工作台账。' }, { text: '完善工作台账。' }],
  ['a report', { status: '已完成' }, { status: '已完成' }],
  [
    'deadlines, read in the year of the plan',
    { deadlines: ['9月底前', '每季度', '春节前', ''] },
    {
      deadlines: [
        { ...date('2023-09-30'), raw: '9月底前', source: 'annotation', position: AT } as never,
        expect.objectContaining({ raw: '每季度', kind: 'recurring', every: 'P3M', position: AT }),
        expect.objectContaining({ raw: '春节前', kind: 'unrecognized' }),
      ],
    },
  ],
  ['a deadline that was there', { deadlines: ['6月底'] }, { deadlines: [date('2023-06-30')] }],
  [
    'units, those that were there as they were read',
    {
      units: [
        { name: '法规科', role: 'responsible' },
        { name: ' 各乡镇 ', role: 'support' },
        { name: '周文远', role: 'supervisor' },
        { name: '法规科', role: 'lead' },
        { name: '  ', role: 'lead' },
      ],
    },
    {
      units: [
        { ...unit('法规科'), canonical: '县司法局法规科' },
        { ...unit('各乡镇', 'support'), raw: ' 各乡镇 ', kind: 'group' },
        { ...unit('周文远', 'supervisor'), kind: 'person' },
        unit('法规科', 'lead'),
      ],
    },
  ],
])('%s', (_case, changes, expected) => {
  const { tasks: found, said } = corrected(made, file([correction(changes)]))
  expect(found[0]).toEqual({ ...Array.from(tasks(made))[0]?.task, ...expected })
  expect(said).toEqual([])
})

test('what is no task becomes a paragraph: its words stay covered', () => {
  const { plans, tasks: found } = corrected(made, file([correction({ remove: true })]))
  expect(found.map(({ id }) => id)).toEqual(['1.2'])
  expect(plans[0]?.children[0]).toMatchObject({
    children: [
      {
        type: 'paragraph',
        role: 'narrative',
        value: '（一）完善台账。',
        spans: [{ start: 20, end: 24, kind: 'narrative' }],
      },
      { id: '1.2' },
    ],
  })
})

test('a note of the reviewer is kept, once', () => {
  const noted = file([correction({}, { note: ' 单位待定 ' })])
  const { tasks: found } = corrected(made, noted, noted)
  expect(found[0]?.extra).toEqual([{ label: '核对意见', value: '单位待定', position: AT }])
})

test.each<[string, Corrections, string[]]>([
  [
    'another text',
    file([correction({ status: '已完成' }, { text: '完善制度。' })]),
    ['更正1.json correction-text-differs 1.1'],
  ],
  ['no such task', file([correction({ status: '已完成' }, { id: '9' })]), ['更正1.json correction-unplaced 9']],
  [
    'no such document',
    file([correction({ status: '已完成' })], { file: 'a', title: 'b' }),
    ['更正1.json correction-unplaced b'],
  ],
])('%s: not taken, and said', (_case, corrections, expected) => {
  const { said, tasks: found } = corrected(made, corrections)
  expect(said).toEqual(expected)
  expect(found).toEqual(Array.from(tasks(made), ({ task: each }) => each))
})

test('two reviewers: the first one stands where they differ, both where they agree', () => {
  const first = file([correction({ text: '完善工作台账。', status: '已完成' })])
  const second = file([correction({ text: '完善工作台账。', status: '进行中', title: '台账' })])
  const { tasks: found, said } = corrected(made, first, second)
  expect(found[0]).toMatchObject({ text: '完善工作台账。', status: '已完成', title: '台账' })
  expect(said).toEqual(['更正2.json correction-conflict 1.1 status'])
})

test('blanks do not make another text', () => {
  expect(corrected(made, file([correction({ status: '已完成' }, { text: '完善\n台账。 ' })])).said).toEqual([])
})

test('the document is known by file and title, by file, or by title', () => {
  const other = { ...samplePlan(), source: { ...made.source, path: '乙.txt' } }
  const named = (fileName: string | null, title: string | null) => {
    const { plans } = corrected([made, other], file([correction({ status: '已改' })], { file: fileName, title }))
    return plans.map((each) => Array.from(tasks(each))[0]?.task.status === '已改')
  }
  expect(named('乙.txt', TITLE)).toEqual([false, true])
  expect(named('通知.txt', '另一标题')).toEqual([true, false])
  expect(named(null, TITLE)).toEqual([false, false])
  const single = corrected(other, file([correction({ status: '已改' })], { file: '旧名.txt' }))
  expect(single.tasks[0]?.status).toBe('已改')
})

test.each([
  ['{"type":"planparse-corrections","version":2,"documents":[]}', 'version'],
  [
    '{"type":"planparse-corrections","version":1,"documents":[{"file":null,"title":null,"tasks":[{"id":1}]}]}',
    'documents.0.tasks.0.id',
  ],
  ['{"type":"planparse-corrections","version":1,"documents":[],"__proto__":{"x":1}}', ''],
])('%s are none', (text, at) => {
  expect(() => checked(Corrections, JSON.parse(text), 'not-corrections')).toThrow(
    expect.objectContaining({ code: 'not-corrections', detail: { name: at } }),
  )
  expect(({} as { x?: unknown }).x).toBeUndefined()
})

const bytes = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value))

test('plans are an object or an array, and stay as they were written', () => {
  expect(readPlans(bytes(made))).toEqual({ plans: [made], several: false })
  expect(readPlans(bytes([made, made]))).toEqual({ plans: [made, made], several: true })
  expect(readPlans(bytes('[]'))).toEqual({ plans: [], several: true })
})

test.each<[string, unknown, string]>([
  ['no JSON', '{', 'JSON'],
  ['a task list', '{"id":"1"}\n{"id":"2"}', 'JSON'],
  ['something else', { type: 'plan' }, 'position'],
  ['a task without a text', { ...made, children: [{ ...task(), text: 1 }] }, 'children.0'],
  ['a task without a text, in an array', [made, { ...made, version: 2 }], '1.version'],
  ['a field too many', { ...made, polluted: 1 }, ''],
  ['a prototype', JSON.stringify(made).replace('{', '{"__proto__":{"polluted":1},'), ''],
  ['nesting without end', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, '0'],
])('%s is no plan', (_case, value, at) => {
  expect(() => readPlans(bytes(value))).toThrow(expect.objectContaining({ code: 'not-a-plan', detail: { name: at } }))
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
})

test('a plan nested too deep to be looked through is none', () => {
  const opening = (node: object) => `${JSON.stringify(node).replace(/,"children":\[.*$/, '')},"children":[`
  const depth = 20_000
  const text = opening(plan([])) + opening({ ...section([]), children: [] }).repeat(depth) + ']}'.repeat(depth + 1)
  expect(JSON.parse(text)).toBeTruthy()
  expect(() => readPlans(bytes(text))).toThrow(expect.objectContaining({ code: 'not-a-plan', detail: { name: '' } }))
})
