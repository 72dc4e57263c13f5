/** `planparse merge` as people use it: ledgers out, filled in, and back. */
import { writeXlsx } from 'hucre/xlsx'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPlan } from '../../src/parse.ts'
import { Plan } from '../../src/plan.ts'
import { tasks } from '../../src/tasks.ts'
import { writePlan } from '../../src/write/index.ts'
import { asProcess, type Case, expectOutcome, inProcess, NOTICE, type Outcome, scratch } from './hosts.ts'

type Rows = (string | number | Date | null)[][]

/** The ledger of a plan with reports in the rows of some tasks. */
async function filledLedger(plan: Plan, reports: Record<string, string>): Promise<Uint8Array> {
  const rows = (await readSheet(Buffer.from(await writePlan(plan, 'xlsx')))) as Rows
  for (const row of rows) if (typeof row[0] === 'string' && reports[row[0]]) row[11] = reports[row[0]] as string
  return writeXlsx({ sheets: [{ name: '台账', rows }] })
}

const CORRECTIONS = JSON.stringify({
  type: 'planparse-corrections',
  version: 1,
  documents: [
    {
      file: 'a.txt',
      title: null,
      tasks: [
        { id: '1.2', text: '加强业务培训，提高工作水平。', changes: { units: [{ name: '人事处', role: 'lead' }] } },
      ],
    },
  ],
})

async function files(): Promise<Record<string, string | Uint8Array>> {
  const plan = await readPlan(Buffer.from(NOTICE), { path: 'a.txt' })
  const other = await readPlan(Buffer.from(NOTICE), { path: 'b.txt' })
  const merged = structuredClone(plan)
  for (const { task } of tasks(merged)) if (task.id === '1.1') task.status = '正在起草'
  return {
    'a.txt': NOTICE,
    'plan.json': JSON.stringify(plan),
    'reported.json': JSON.stringify(merged),
    'plans.json': JSON.stringify([plan, other]),
    'broken.json': '{"type":"plan"}',
    'ledger.xlsx': await filledLedger(plan, { '1.1': '已印发' }),
    'other.xlsx': await filledLedger(plan, { '1.1': '未印发', '2.1': '已通报' }),
    'returned/b.xlsx': await filledLedger(plan, { '1.1': '已印发' }),
    'returned/a.csv': `序号,任务内容,进展情况\n2.1,开展专项检查，及时通报结果。,已通报\n`,
    'corrections.json': CORRECTIONS,
    'jira.csv': 'Summary,Description,Task ID,Progress\n完善台账,完善台账管理制度。,1.1,已导入\n',
    'office.csv': '事项,落实\n完善台账管理制度。,已落实\n',
    'list.csv': '单位,电话\n甲局,1\n',
    'old.xls': Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  }
}

const reports = (outcome: Outcome): (string | null)[] => {
  const plans = [JSON.parse(outcome.stdout)].flat().map((each) => Plan.parse(each))
  return plans.flatMap((plan) => Array.from(tasks(plan), ({ task }) => task.status))
}
const isReported =
  (...expected: (string | null)[]) =>
  (outcome: Outcome) =>
    expect(reports(outcome)).toEqual(expected)

const CASES: Record<string, Case> = {
  'a ledger fills the reports': { argv: ['ledger.xlsx', 'plan.json'], also: isReported('已印发', null, null) },
  'written in any format': { argv: ['-f', 'csv', 'ledger.xlsx', 'plan.json'], stdout: /,已印发,/ },
  'as a ledger again': {
    argv: ['-f', 'csv', '--preset', 'ledger', 'ledger.xlsx', 'plan.json'],
    stdout: /^序号,一级任务,[\s\S]*,已印发,/,
  },
  'a plan from standard input': {
    argv: ['ledger.xlsx', '-'],
    stdin: 'plan.json',
    also: isReported('已印发', null, null),
  },
  'an array stays one': {
    argv: ['ledger.xlsx', 'plans.json'],
    also: (outcome) => {
      expect(JSON.parse(outcome.stdout)).toHaveLength(2)
      isReported('已印发', null, null, null, null, null)(outcome)
    },
  },
  'all that came back into a folder': { argv: ['returned', 'plan.json'], also: isReported('已印发', null, '已通报') },
  'two ledgers that differ': {
    argv: ['ledger.xlsx', 'other.xlsx', 'plan.json'],
    stderr: /^other\.xlsx:2:1: warning: 同一任务有内容不同的几行.*：1\.1 进展情况 \[ledger-rows-differ\]\n$/,
    also: isReported(null, null, '已通报'),
  },
  'the plan has another report': {
    argv: ['ledger.xlsx', 'reported.json'],
    stderr: /^ledger\.xlsx:2:1: warning: 计划里已有不同的内容.*：1\.1 进展情况 \[ledger-conflict\]\n$/,
    also: isReported('正在起草', null, null),
  },
  'that of the ledger is taken on demand': {
    argv: ['--prefer', 'ledger', 'ledger.xlsx', 'reported.json'],
    stderr: /^ledger\.xlsx:2:1: info: .* \[ledger-replaced\]\n$/,
    also: isReported('已印发', null, null),
  },
  '--strict counts a conflict as failure': {
    argv: ['--strict', '-q', 'ledger.xlsx', 'reported.json'],
    status: 1,
    also: isReported('正在起草', null, null),
  },
  'corrections of the review page': {
    argv: ['corrections.json', 'plan.json'],
    also: ({ stdout }) => {
      const found = Array.from(tasks(Plan.parse(JSON.parse(stdout))), ({ task: { units } }) =>
        units.map(({ name }) => name),
      )
      expect(found[1]).toEqual(['人事处'])
    },
  },
  'corrections and a ledger': {
    argv: ['corrections.json', 'ledger.xlsx', 'plan.json'],
    stderr: /^ledger\.xlsx:3:1: warning: .*1\.2 牵头单位 \[ledger-cell-unread\]\n/,
    also: isReported('已印发', null, null),
  },
  'a table with the headings of another program': {
    argv: ['--preset', 'jira', 'jira.csv', 'plan.json'],
    also: isReported('已导入', null, null),
  },
  'a table with the headings of an office, and one like it': {
    argv: ['--columns', '事项=text,落实=status', '-f', 'csv', 'office.csv', 'plan.json'],
    stdout:
      '事项,落实\r\n完善台账管理制度。,已落实\r\n加强业务培训，提高工作水平。,\r\n开展专项检查，及时通报结果。,\r\n',
  },
  'in English': {
    argv: ['--lang', 'en', 'ledger.xlsx', 'reported.json'],
    stderr: /the plan says otherwise.*: 1\.1 Status/,
    also: isReported('正在起草', null, null),
  },

  'only the tasks of a unit': {
    argv: ['--unit', '督查室', 'other.xlsx', 'plan.json'],
    also: isReported('已通报'),
  },
  'no task that is asked for': {
    argv: ['--unit', '无此局', 'ledger.xlsx', 'plan.json'],
    stderr: /^plan\.json:1:1: warning: .* \[nothing-selected\]\n$/,
    also: isReported(),
  },
  'by unit': {
    argv: ['--by', 'unit', '-f', 'csv', '--columns', 'unit,status', 'ledger.xlsx', 'plan.json'],
    stdout: '单位,进展情况\r\n办公室,已印发\r\n法规科,已印发\r\n人事科,\r\n督查室,\r\n',
  },
  'in numbers': { argv: ['--summary', 'ledger.xlsx', 'plan.json'], stdout: /任务 3 {2}单位 4/ },
  'a plan alone, in another format': { argv: ['-f', 'csv', 'reported.json'], stdout: /,正在起草,/ },
  'a plan alone is not overwritten': {
    argv: ['-o', 'plan.json', 'plan.json'],
    status: 2,
    stderr: /^planparse: 输出文件 plan\.json 就是输入文件/,
  },
  'nothing named': { argv: [], status: 2, stdout: '', stderr: /^planparse: merge 需要.*merge 台账\.xlsx/ },
  'a ledger without its plan': {
    argv: ['ledger.xlsx'],
    status: 2,
    stdout: '',
    stderr: /^planparse: merge 需要.*merge 台账\.xlsx/,
  },
  'no plan': {
    argv: ['ledger.xlsx', 'broken.json'],
    status: 2,
    stdout: '',
    stderr: /^broken\.json:1:1: error: 这不是 planparse 写出的计划（.*）；.* \[not-a-plan\]\n$/,
  },
  'no ledger: the others are merged all the same': {
    argv: ['list.csv', 'ledger.xlsx', 'plan.json'],
    status: 2,
    stderr: /^list\.csv:1:1: error: .* \[not-a-ledger\]\n$/,
    also: isReported('已印发', null, null),
  },
  'an old spreadsheet': {
    argv: ['old.xls', 'plan.json'],
    status: 2,
    stderr: /^old\.xls:1:1: error: .*\.xlsx.* \[old-office-format\]\n$/,
  },
  'no corrections': {
    argv: ['broken.json', 'plan.json'],
    status: 2,
    stderr: /^broken\.json:1:1: error: .* \[not-corrections\]\n$/,
  },
  'nothing is there': {
    argv: ['nowhere.xlsx', 'plan.json'],
    status: 2,
    stderr: /^nowhere\.xlsx:1:1: error: 没有这个文件/,
  },
  'the plan is not overwritten': {
    argv: ['-o', 'plan.json', 'ledger.xlsx', 'plan.json'],
    status: 2,
    stderr: /^planparse: 输出文件 plan\.json 就是输入文件/,
  },
  'nor is the ledger': {
    argv: ['-o', './ledger.xlsx', 'ledger.xlsx', 'plan.json'],
    status: 2,
    stderr: /^planparse: 输出文件 \.\/ledger\.xlsx 就是输入文件/,
  },
  'a folder is no output': {
    argv: ['-o', 'out/', 'ledger.xlsx', 'plan.json'],
    status: 2,
    stderr: /^planparse: merge 写到一个文件/,
  },
  'an unknown preference': {
    argv: ['--prefer', 'leger', 'ledger.xlsx', 'plan.json'],
    status: 2,
    stderr: /是不是 --prefer ledger？/,
  },
  'an option that merge has not': {
    argv: ['--yaer', '2023', 'ledger.xlsx', 'plan.json'],
    status: 2,
    stderr: /没有选项 --yaer/,
  },
  'its help': { argv: ['--help'], stdout: /planparse merge \[选项\] \[台账\.\.\.\] <计划\.json>[\s\S]*--prefer/ },
}

describe.each([
  ['in process', inProcess],
  ['as a process', asProcess],
])('%s', (_name, host) => {
  let folder: ReturnType<typeof scratch>
  beforeAll(async () => {
    folder = scratch(await files())
  })
  afterAll(() => folder.drop())

  test.each(Object.entries(CASES))('%s', async (_case, expected) => {
    const { argv, stdin } = expected
    const input = stdin === undefined ? {} : { stdin: folder.read(String(stdin)) }
    const outcome = await host({ argv: ['merge', ...argv], cwd: folder.path, ...input })
    expectOutcome(outcome, expected)
  })

  test('a ledger that nobody has touched changes nothing, to the byte', async () => {
    const run = (...argv: string[]) => host({ argv, cwd: folder.path })
    await run('-o', 'untouched.xlsx', 'a.txt')
    await run('-o', 'written.json', 'a.txt')
    expect((await run('merge', 'untouched.xlsx', 'written.json')).stdout).toBe(folder.read('written.json'))
  })

  test('what came back is handed out again, a ledger for each unit', async () => {
    const run = (...argv: string[]) => host({ argv, cwd: folder.path })
    const made = await run('merge', '--split', 'unit', '-o', 'next/', 'ledger.xlsx', 'plan.json')
    expect(made).toEqual({ status: 0, stdout: '', stderr: '' })
    const ledgers = folder.list().filter((name) => name.startsWith('next/'))
    expect(ledgers).toEqual(['人事科', '办公室', '法规科', '督查室'].map((name) => `next/${name}.xlsx`))
    await run('merge', '-o', 'merged.json', 'ledger.xlsx', 'plan.json')
    const again = await run('merge', 'next', 'merged.json')
    expect(again).toEqual({ status: 0, stdout: folder.read('merged.json'), stderr: '' })
    const over = await run('merge', '--split', 'unit', '-o', 'next/', 'next', 'merged.json')
    expect(over).toMatchObject({ status: 2, stderr: expect.stringMatching(/next\/.*就是输入文件/) })
  })

  test('a plan alone is written to the byte', async () => {
    const run = (...argv: string[]) => host({ argv, cwd: folder.path })
    await run('-o', 'alone.json', 'a.txt')
    expect(await run('merge', 'alone.json')).toEqual({ status: 0, stdout: folder.read('alone.json'), stderr: '' })
  })

  test('a ledger of merged reports, merged again, changes nothing either', async () => {
    const run = (...argv: string[]) => host({ argv, cwd: folder.path })
    await run('merge', '-o', 'merged.json', 'ledger.xlsx', 'plan.json')
    await run('merge', '-o', 'merged.xlsx', 'ledger.xlsx', 'plan.json')
    const again = await run('merge', 'merged.xlsx', 'merged.json')
    expect(again).toEqual({ status: 0, stdout: folder.read('merged.json'), stderr: '' })
  })
})
