/** Ledgers that come back, as people and spreadsheets leave them. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type MergeOptions, mergeLedgers } from '../../src/merge/index.ts'
import { readLedger } from '../../src/merge/ledger.ts'
import { reportOf } from '../../src/merge/status.ts'
import { readPlan } from '../../src/parse.ts'
import type { Plan } from '../../src/plan.ts'
import { tasks } from '../../src/tasks.ts'
import type { WriteOptions } from '../../src/write/index.ts'
import { writePlan } from '../../src/write/index.ts'
import { scratch } from '../cli/hosts.ts'
import { convertTo } from '../cli/libreoffice.ts'
import { needs } from '../needs.ts'
import { AT, date, plan, section, task, unit } from '../plans.ts'
import { gbkBytes } from '../read/gbk.ts'

type Cell = string | number | Date | null
type Rows = Cell[][]

/** One with a report already, two with the same text, and ids that spreadsheets take for something else. */
function sample(path = '通知.txt'): Plan {
  return plan(
    [
      section([
        task({ units: [unit('办公室', 'lead'), unit('法规科')], deadlines: [date('2023-06-30')] }),
        task({ id: '1.2', text: '加强业务培训，每年不少于两次。', status: '已完成初稿。' }),
        task({ id: '1.10', text: '开展专项检查，及时通报结果。' }),
      ]),
      section([task({ id: '2.1', text: '按时报送情况。' })], { id: '2', marker: '二、', title: '加强监督' }),
      section([task({ id: '3.1', text: '按时报送情况。' })], { id: '3', marker: '三、', title: '强化保障' }),
    ],
    { source: { path, format: 'text', encoding: 'utf-8', map: null } },
  )
}

/** The first sheet of the ledger of a plan, headings and all. */
async function rowsOf(made: Plan, options: WriteOptions = {}): Promise<Rows> {
  return (await readSheet(Buffer.from(await writePlan(made, 'xlsx', options)))) as Rows
}

/** As a spreadsheet program saves it. */
const saved = (rows: Rows) => writeXlsx({ sheets: [{ name: 'Sheet1', rows }] })
/** Dates as Excel shows them in China. */
const shown = (cell: Cell) =>
  cell instanceof Date ? `${cell.getUTCFullYear()}/${cell.getUTCMonth() + 1}/${cell.getUTCDate()}` : cell
const csvOf = (rows: Rows) => stringify(rows.map((row) => row.map(shown)))
const savedAsCsv = (rows: Rows) => Buffer.from(`\ufeff${csvOf(rows)}`)

async function merged(bytes: Uint8Array, plans: Plan[], options: Partial<MergeOptions> = {}, columns = null as never) {
  const copies = structuredClone(plans)
  const ledger = await readLedger(bytes, '台账.xlsx', columns)
  const said = mergeLedgers(copies, [ledger], { lang: 'zh', prefer: 'plan', ...options })
  return {
    status: Object.fromEntries(
      copies.flatMap((copy) =>
        Array.from(tasks(copy), ({ task: { id, status } }) => [id, status] as const).filter(
          ([, status]) => status !== null,
        ),
      ),
    ),
    said: said.map(({ message: { position, code } }) => `${position?.start.line} ${code}`),
    reasons: said.map(({ message }) => message.reason),
    plans: copies,
  }
}

const column = (rows: Rows, heading: string) => (rows[0] as Cell[]).indexOf(heading)
/** The row of a task, by its id. */
const rowOf = (rows: Rows, id: string) => rows.find((row) => row[0] === id) as Cell[]

function fill(rows: Rows, id: string, cells: Record<string, Cell>): void {
  for (const [heading, value] of Object.entries(cells)) rowOf(rows, id)[column(rows, heading)] = value
}

function without(rows: Rows, ...headings: string[]): Rows {
  const out = headings.map((heading) => column(rows, heading))
  return rows.map((row) => row.filter((_, i) => !out.includes(i)))
}

interface Case {
  /** Changes the rows, or gives others. */
  edit: (rows: Rows) => Rows | undefined
  /** Reports by task, besides that of 1.2. */
  status?: Record<string, string | null>
  said?: string[]
}

const filled = (rows: Rows) => {
  fill(rows, '1.1', { 状态: '已完成', 进展情况: '6月10日印发' })
  return rows
}
const FILLED = { '1.1': '已完成：6月10日印发' }

/** Each with the hidden key, without it, and as CSV that went through Excel. */
const CASES: Record<string, Case> = {
  'nothing filled in': { edit: () => undefined },
  'filled in': { edit: filled, status: FILLED },
  'rows in another order': {
    edit: (rows) => [rows[0] as Cell[], ...filled(rows).slice(1).reverse()],
    status: FILLED,
  },
  'rows taken out': { edit: (rows) => filled(rows).slice(0, 2), status: FILLED },
  'a title and a blank row above the headings': {
    edit: (rows) => [['云江县督查台账'], [null], ...filled(rows)],
    status: FILLED,
  },
  'columns moved': { edit: (rows) => filled(rows).map((row) => [...row].reverse()), status: FILLED },
  'headings changed a little': {
    edit: (rows) => {
      filled(rows)
      const named: Record<string, string> = {
        进展情况: '7月工作进展',
        任务内容: '主要任务',
        状态: '办理状态',
        序号: '编 号',
      }
      rows[0] = (rows[0] as Cell[]).map((heading) => named[String(heading)] ?? heading)
      return rows
    },
    status: FILLED,
  },
  'a column added': {
    edit: (rows) => filled(rows).map((row, i) => [...row.slice(0, 4), i ? '无' : '存在问题', ...row.slice(4)]),
    status: FILLED,
    said: ['1 ledger-column-unread'],
  },
  'a row added': {
    edit: (rows) => [
      ...filled(rows),
      ['9', '二、', null, '新增任务一项。', null, null, null, null, null, null, null, '已安排'],
    ],
    status: FILLED,
    said: ['7 ledger-row-unplaced'],
  },
  'a row added under a number that was taken': {
    edit: (rows) => [
      ...filled(rows),
      ['1.2', '一、', null, '召开现场会。', null, null, null, null, null, null, null, '已安排'],
    ],
    status: FILLED,
    said: ['7 ledger-row-unplaced'],
  },
  'rows numbered anew': {
    edit: (rows) => {
      filled(rows)
      rows.forEach((row, i) => {
        if (i > 0) row[0] = i
      })
      return rows
    },
    status: FILLED,
  },
  'an id made a number': {
    edit: (rows) => {
      fill(rows, '1.10', { 进展情况: '已检查3次' })
      rowOf(rows, '1.10')[0] = 1.1
      return rows
    },
    status: { '1.10': '已检查3次' },
  },
  'ids made dates': {
    edit: (rows) => {
      filled(rows)
      rowOf(rows, '1.1')[0] = new Date('2026-01-01T00:00:00Z')
      rowOf(rows, '1.2')[0] = '1月2日'
      return rows
    },
    status: FILLED,
  },
  'the text edited a little': {
    edit: (rows) => {
      fill(rows, '1.10', { 进展情况: '已检查', 任务内容: '开展专项检查，及时通报结果，限期整改。' })
      return rows
    },
    status: { '1.10': '已检查' },
    said: ['4 ledger-cell-unread'],
  },
  'the text replaced': {
    edit: (rows) => {
      fill(rows, '1.10', { 进展情况: '已检查', 任务内容: '召开年度总结会议' })
      return rows
    },
    said: ['4 ledger-row-unplaced'],
  },
  'units and dates changed': {
    edit: (rows) => {
      fill(rows, '1.1', { 责任单位: '法规科、督查室', 完成时限: new Date('2023-07-31T00:00:00Z') })
      return rows
    },
    said: ['2 ledger-cell-unread', '2 ledger-cell-unread'],
  },
  'names parted otherwise, a date written otherwise': {
    edit: (rows) => {
      fill(rows, '1.1', { 责任单位: ' 法规科 ', 完成时限: '2023/6/30' })
      return filled(rows)
    },
    status: FILLED,
  },
  'the report blanked': {
    edit: (rows) => {
      fill(rows, '1.2', { 进展情况: null })
      return rows
    },
  },
  'two rows of one task, the same': {
    edit: (rows) => [...filled(rows), [...rowOf(rows, '1.1')]],
    status: FILLED,
  },
  'two rows of one task, one of them empty': {
    edit: (rows) => {
      const copy = [...rowOf(rows, '1.1')]
      return [...filled(rows), copy]
    },
    status: FILLED,
  },
  'two rows of one task that differ': {
    edit: (rows) => {
      const copy = [...rowOf(rows, '1.1')]
      copy[column(rows, '进展情况')] = '还在起草'
      return [...filled(rows), copy]
    },
    said: ['7 ledger-rows-differ'],
  },
  'a line of sums below': {
    edit: (rows) => [...filled(rows), [null, null, null, null, '合计', 5], [null]],
    status: FILLED,
  },
  'tasks of the same text, told apart by their headings': {
    edit: (rows) => {
      fill(rows, '3.1', { 进展情况: '已报送' })
      for (const row of rows.slice(1)) row[0] = null
      return rows
    },
    status: { '3.1': '已报送' },
  },
}

describe.each([
  ['saved by a spreadsheet', (rows: Rows) => rows, saved],
  ['without the hidden key', (rows: Rows) => without(rows, '识别码'), saved],
  ['as CSV', (rows: Rows) => without(rows, '识别码'), savedAsCsv],
])('%s', (_name, prepare, save) => {
  test.each(Object.entries(CASES))('%s', async (_case, { edit, status = {}, said = [] }) => {
    const rows = await rowsOf(sample())
    const outcome = await merged(await save(prepare(edit(rows) ?? rows)), [sample()])
    expect(outcome.status).toEqual({ '1.2': '已完成初稿。', ...status })
    expect(outcome.said).toEqual(said)
  })
})

test('the hidden key finds what neither id nor text tells apart', async () => {
  const twins = plan([task({ text: '按时报送。' }), task({ id: '1.2', text: '按时报送。' })])
  const rows = await rowsOf(twins)
  fill(rows, '1.2', { 进展情况: '已报送' })
  for (const row of rows.slice(1)) row[0] = null
  expect((await merged(await saved(rows), [twins])).status).toEqual({ '1.2': '已报送' })
  const outcome = await merged(await saved(without(rows, '识别码')), [twins])
  expect(outcome.status).toEqual({})
  expect(outcome.said).toEqual(['2 ledger-row-ambiguous', '3 ledger-row-ambiguous'])
})

test('what people see counts where keys stand in the wrong rows', async () => {
  const rows = await rowsOf(sample())
  const key = column(rows, '识别码')
  // Sorted without the hidden column.
  const keys = rows.slice(1).map((row) => row[key] as Cell)
  rows.slice(1).forEach((row, i) => {
    row[key] = keys[(i + 1) % keys.length] as Cell
  })
  expect((await merged(await saved(filled(rows)), [sample()])).status).toEqual({ '1.2': '已完成初稿。', ...FILLED })
})

test('ids alone, where the ledger has no more', async () => {
  const columns = [{ key: 'id' }, { key: 'status' }]
  const rows = await rowsOf(sample(), { columns })
  const last = rows.length - 1
  ;(rows[last] as Cell[])[1] = '已报送'
  ;(rows[3] as Cell[])[1] = '已检查'
  const outcome = await merged(await saved(rows), [sample()])
  expect(outcome.status).toEqual({ '1.2': '已完成初稿。', '1.10': '已检查', '3.1': '已报送' })
  // 1.10 and 1.1 both are 1.1 now: nobody can tell which is which.
  ;(rows[1] as Cell[])[1] = '已印发'
  const csv = await merged(savedAsCsv(rows.map(([id, status]) => [Number(id) || id, status] as Cell[])), [sample()])
  expect(csv.status).toEqual({ '1.2': '已完成初稿。', '3.1': '已报送' })
  expect(csv.said).toEqual(['4 ledger-rows-differ'])
})

describe('several plans', () => {
  const plans = () => [sample('甲.txt'), sample('乙.txt')]

  test('the file tells tasks apart that are the same in all else', async () => {
    const rows = [
      ...(await rowsOf(sample('甲.txt'), { several: true })),
      ...(await rowsOf(sample('乙.txt'), { several: true })).slice(1),
    ]
    const row = rows.findLast((each) => each[1] === '2.1') as Cell[]
    row[column(rows, '进展情况')] = '已报送'
    for (const made of [rows, without(rows, '识别码')]) {
      const outcome = await merged(await saved(made), plans())
      expect(outcome.plans.map((each) => Array.from(tasks(each), ({ task: { status } }) => status)[3])).toEqual([
        null,
        '已报送',
      ])
      expect(outcome.said).toEqual([])
    }
  })

  test('a ledger of one of them, where its file has another name now', async () => {
    const rows = filled(await rowsOf(sample('旧/甲.txt')))
    expect((await merged(await saved(rows), [sample('新/甲.txt')])).status).toMatchObject(FILLED)
  })
})

describe('a ledger for the second month: the plan has a report, which was handed out', () => {
  /** A task with a report and remarks, its ledger changed, and the plan changed since. */
  const reported = (status: string | null, remark = '重点') =>
    plan([task({ status, extra: [{ label: '备注', value: remark, position: AT }] })])
  const change = async (
    cells: Record<string, Cell>,
    since = reported('进行中：正在起草'),
    prefer: 'plan' | 'ledger' = 'plan',
  ) => {
    const rows = await rowsOf(reported('进行中：正在起草'))
    fill(rows, '1.1', cells)
    const outcome = await merged(await saved(rows), [since], { prefer })
    const remark = outcome.plans.flatMap((each) => Array.from(tasks(each), ({ task: { extra } }) => extra[0]?.value))
    return [outcome.status['1.1'] ?? null, ...remark, ...outcome.said.map((each) => each.slice(2))]
  }
  const MADE = '进行中：正在起草'

  test.each<[string, Record<string, Cell>, (string | null)[]]>([
    ['nothing is new', {}, [MADE, '重点']],
    ['a new report', { 状态: '已完成', 进展情况: '6月印发' }, ['已完成：6月印发', '重点', 'ledger-updated']],
    ['a new state alone', { 状态: '已完成' }, ['已完成：正在起草', '重点', 'ledger-updated']],
    ['a new report, the state left', { 进展情况: '已完成，6月印发' }, ['已完成，6月印发', '重点', 'ledger-updated']],
    ['a new report that says no state', { 进展情况: '正在审核' }, ['进行中：正在审核', '重点', 'ledger-updated']],
    ['the report taken out', { 进展情况: null }, [MADE, '重点']],
    ['report and state taken out', { 状态: null, 进展情况: null }, [MADE, '重点']],
    ['new remarks', { 备注: '一般' }, [MADE, '一般', 'ledger-updated']],
  ])('%s', async (_case, cells, expected) => {
    expect(await change(cells)).toEqual(expected)
  })

  test('what was left as it was handed out does not speak against a plan that goes on', async () => {
    expect(await change({}, reported('已完成', '一般'))).toEqual(['已完成', '一般'])
    expect(await change({}, reported('已完成', '一般'), 'ledger')).toEqual(['已完成', '一般'])
  })

  test('what both have changed is a conflict, unless they say the same', async () => {
    expect(await change({ 进展情况: '正在审核' }, reported('已印发'))).toEqual(['已印发', '重点', 'ledger-conflict'])
    expect(await change({ 进展情况: '正在审核' }, reported('已印发'), 'ledger')).toEqual([
      '进行中：正在审核',
      '重点',
      'ledger-replaced',
    ])
    expect(await change({ 状态: '已完成', 进展情况: '印发' }, reported('已完成：印发'))).toEqual([
      '已完成：印发',
      '重点',
    ])
  })

  test('of several rows of a task those count that say something new', async () => {
    const made = plan([task({ status: '正在起草', units: [unit('甲局', 'lead'), unit('乙局', 'support')] })])
    const written = await writePlan(made, 'xlsx', { by: 'unit' })
    const rows = (await readSheet(Buffer.from(written))) as Rows
    ;(rows[2] as Cell[])[column(rows, '进展情况')] = '已印发'
    expect(await merged(await saved(rows), [made])).toMatchObject({ status: { '1.1': '已印发' } })
  })

  test('older keys, without what was handed out: a conflict, as ever', async () => {
    const rows = await rowsOf(sample())
    const key = column(rows, '识别码')
    for (const row of rows.slice(1)) row[key] = String(row[key]).replace(/(?:\.[0-9a-f]{8}){2}/, '')
    expect(rows[1]?.[key]).toMatch(/^1\.1\|[0-9a-f]{8}\|通知\.txt$/)
    fill(rows, '1.2', { 进展情况: '培训两次' })
    const outcome = await merged(await saved(rows), [sample()])
    expect(outcome).toMatchObject({ status: { '1.2': '已完成初稿。' }, said: ['3 ledger-conflict'] })
  })

  test('a key that stands in the row of another task does not say what was handed out', async () => {
    const made = plan([task({ status: '正在起草' }), task({ id: '1.2', text: '加强培训。', status: '正在报名' })])
    const rows = await rowsOf(made)
    const key = column(rows, '识别码')
    ;[(rows[1] as Cell[])[key], (rows[2] as Cell[])[key]] = [rows[2]?.[key] as Cell, rows[1]?.[key] as Cell]
    fill(rows, '1.1', { 进展情况: '已印发' })
    expect((await merged(await saved(rows), [made])).said).toEqual(['2 ledger-conflict'])
  })

  test('a report that no cell can hold is not replaced by the part that the ledger had', async () => {
    const made = plan([task({ status: '正'.repeat(40_000) })])
    const outcome = await merged(await writePlan(made, 'xlsx'), [made])
    expect(outcome).toMatchObject({ status: { '1.1': '正'.repeat(40_000) }, said: ['2 ledger-conflict'] })
  })
})

describe('what is taken, and what is not', () => {
  test('--prefer ledger takes the report of the ledger, and says so', async () => {
    const rows = await rowsOf(sample())
    fill(rows, '1.2', { 状态: '已完成', 进展情况: '培训两次' })
    const outcome = await merged(await saved(without(rows, '识别码')), [sample()], { prefer: 'ledger' })
    expect(outcome.status).toEqual({ '1.2': '已完成：培训两次' })
    expect(outcome.said).toEqual(['3 ledger-replaced'])
  })

  test('remarks are filled in as reports are', async () => {
    const extra = [{ label: '备注', value: '重点', position: AT }]
    const made = plan([task(), task({ id: '1.2', text: '加强培训。', extra })])
    const rows = await rowsOf(made)
    fill(rows, '1.1', { 备注: '须报县政府' })
    fill(rows, '1.2', { 备注: '一般' })
    const outcome = await merged(await saved(without(rows, '识别码')), [made])
    const values = () =>
      outcome.plans.flatMap((each) => Array.from(tasks(each), ({ task: { extra: all } }) => all[0]?.value))
    expect(values()).toEqual(['须报县政府', '重点'])
    expect(outcome.said).toEqual(['3 ledger-conflict'])
    expect(outcome.reasons[0]).toContain('1.2 备注')
  })

  test('a column of the document is no new one', async () => {
    const extra = [
      { label: '资金来源', value: '县级', position: AT },
      { label: '状态', value: '在办', position: AT },
    ]
    const made = plan([task({ extra })])
    expect((await merged(await saved(await rowsOf(made)), [made])).said).toEqual([])
  })

  test('what is changed in the ledger and not taken is named', async () => {
    const rows = await rowsOf(sample())
    fill(rows, '1.1', { 牵头单位: '督查室' })
    const { reasons } = await merged(await saved(rows), [sample()])
    expect(reasons).toEqual(['台账里改过，但没有采用：1.1 牵头单位'])
    const english = await merged(await saved(rows), [sample()], { lang: 'en' })
    expect(english.reasons).toEqual(['changed in the ledger, but not taken: 1.1 Lead'])
  })

  test('cells that people have merged count for each of their rows', async () => {
    const rows = await rowsOf(sample())
    const c = column(rows, '进展情况')
    ;(rows[4] as Cell[])[c] = '均已报送'
    const merges = [{ startRow: 4, endRow: 5, startCol: c, endCol: c }]
    const bytes = await writeXlsx({ sheets: [{ name: '台账', rows, merges }] })
    expect((await merged(bytes, [sample()])).status).toMatchObject({ '2.1': '均已报送', '3.1': '均已报送' })
  })
})

describe('other ledgers', () => {
  test('one with headings of the office, by the columns it was written with', async () => {
    const columns = [
      { key: 'id', heading: '号' },
      { key: 'text', heading: '事' },
      { key: 'status', heading: '果' },
      { key: null, heading: '签字' },
    ]
    const rows = await rowsOf(sample(), { columns })
    ;(rows[1] as Cell[])[2] = '已印发'
    expect((await merged(await saved(rows), [sample()], {}, columns as never)).status).toMatchObject({
      '1.1': '已印发',
    })
    await expect(merged(await saved(rows), [sample()])).rejects.toMatchObject({ code: 'not-a-ledger' })
  })

  test('CSV as Excel saves it in China', async () => {
    const bytes = gbkBytes(csvOf(without(filled(await rowsOf(sample())), '识别码')))
    expect((await merged(bytes, [sample()])).status).toMatchObject(FILLED)
  })

  test('guarded cells of CSV are what they were', async () => {
    const made = plan([task({ text: '=1+1' }), task({ id: '1.2', text: '＋加强培训' })])
    const written = await writePlan(made, 'csv')
    expect(await merged(Buffer.from(written), [made])).toMatchObject({ said: [], status: {} })
  })

  test.each([
    ['no table', '今天天气很好。'],
    ['nothing to know tasks by', '单位,进展情况\n甲局,已完成\n'],
    ['nothing to take', '序号,任务内容\n1.1,完善台账。\n'],
    ['an empty file', ''],
  ])('%s', async (_case, text) => {
    await expect(merged(Buffer.from(text), [sample()])).rejects.toMatchObject({ code: 'not-a-ledger' })
  })
})

const FIXTURES = join(import.meta.dirname, '../../fixtures')

test.each(readdirSync(FIXTURES))('the ledger of %s, untouched, changes nothing', async (name) => {
  const made = await readPlan(readFileSync(join(FIXTURES, name, 'input.txt')), { path: `${name}.txt` })
  const csv = (options: WriteOptions) => writePlan(made, 'csv', { bom: true, ...options }).then(Buffer.from)
  for (const bytes of [await writePlan(made, 'xlsx'), await csv({}), await csv({ preset: 'ledger' })]) {
    const { said, plans } = await merged(bytes, [made])
    expect(said).toEqual([])
    expect(plans).toEqual([made])
  }
})

test('rows in any order, any of them: each report goes to its task', async () => {
  const many = plan(
    Array.from({ length: 30 }, (_, i) => task({ id: `${1 + (i % 3)}.${i}`, text: `任务${i}：完善第${i}项制度。` })),
  )
  const rows = await rowsOf(many)
  const body = rows.slice(1)
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(body), fc.boolean(), async (some, hasKey) => {
      const report = (row: Cell[]) => `${row[0]}办结情况`
      const filledIn = [rows[0] as Cell[], ...some.map((row) => row.with(column(rows, '进展情况'), report(row)))]
      const outcome = await merged(await saved(hasKey ? filledIn : without(filledIn, '识别码')), [many])
      expect(outcome.said).toEqual([])
      expect(outcome.status).toEqual(Object.fromEntries(some.map((row) => [row[0], report(row)])))
    }),
    { numRuns: 20 },
  )
})

test.each([
  ['', '', null],
  ['', '已开会', '已开会'],
  ['已完成', '', '已完成'],
  ['已完成', '方案已印发', '已完成：方案已印发'],
  ['已完成', '已办结，群众满意', '已办结，群众满意'],
  ['已完成', '进行中：正在联调', '已完成：正在联调'],
  ['进行中', '进行中', '进行中'],
  ['进行中', '完成60%', '完成60%'],
  ['已延期', '等待批复', '已延期：等待批复'],
  ['Done', 'In progress: draft', 'Done：draft'],
])('the state %j and the progress %j are the report %j', (state, progress, report) => {
  expect(reportOf(state, progress)).toBe(report)
  // What was merged is the same when it is written, and merged again.
  if (report) expect(reportOf(state, report)).toBe(report)
})

describe.skipIf(!needs('soffice'))('saved again by LibreOffice', () => {
  let folder: ReturnType<typeof scratch>
  beforeAll(async () => {
    folder = scratch()
    const { path } = folder
    const rows = filled(await rowsOf(sample()))
    const read = await writePlan(sample(), 'xlsx')
    writeFileSync(`${path}/台账.xlsx`, read)
    writeFileSync(`${path}/改.xlsx`, await saved(rows))
    convertTo('xlsx:Calc MS Excel 2007 XML', [`${path}/台账.xlsx`, `${path}/改.xlsx`], `${path}/再存`)
  }, 120_000)
  afterAll(() => folder.drop())

  test('as written: nothing is different, the hidden key is there', async () => {
    const bytes = readFileSync(`${folder.path}/再存/台账.xlsx`)
    expect((await readSheet(bytes))[0]?.at(-1)).toBe('识别码')
    expect(await merged(bytes, [sample()])).toMatchObject({ said: [], status: { '1.2': '已完成初稿。' } })
  })

  test('filled in', async () => {
    const outcome = await merged(readFileSync(`${folder.path}/再存/改.xlsx`), [sample()])
    expect(outcome).toMatchObject({ said: [], status: FILLED })
  })
})
