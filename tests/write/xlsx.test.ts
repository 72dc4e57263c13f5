import fc from 'fast-check'
import readSheets, { readSheet } from 'read-excel-file/node'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { readPlan } from '../../src/parse.ts'
import type { Message, Plan } from '../../src/plan.ts'
import { Archive } from '../../src/read/zip.ts'
import type { WriteOptions } from '../../src/write/index.ts'
import { writePlan, writerOf } from '../../src/write/index.ts'
import { scratch } from '../cli/hosts.ts'
import { convertTo } from '../cli/libreoffice.ts'
import { needs } from '../needs.ts'
import { AT, date, plan, samplePlan, section, task, unit } from '../plans.ts'
import { FORMULAS } from './formulas.ts'

const day = (iso: string) => new Date(`${iso}T00:00:00Z`)
const rowsOf = async (made: Plan, options: WriteOptions = {}) =>
  readSheet(Buffer.from(await writePlan(made, 'xlsx', options)))

/** A part of the package, as text. */
async function part(bytes: Uint8Array, name: string): Promise<string> {
  const chunks: Uint8Array[] = []
  await (await Archive.open(bytes)).read(name.toLowerCase(), (chunk) => chunks.push(chunk))
  return Buffer.concat(chunks).toString()
}

const HEADINGS = [
  ...[
    '序号',
    '一级任务',
    '二级任务',
    '任务内容',
    '牵头单位',
    '责任单位',
    '配合单位',
    '责任领导',
    '完成时限',
    '时限原文',
  ],
  ...['状态', '进展情况', '备注'],
]

describe('the ledger', () => {
  test('a row a task, with real dates beside the words as printed', async () => {
    const [head, first, second, ...more] = await rowsOf(samplePlan())
    expect(more).toEqual([])
    expect(head).toEqual([...HEADINGS, '识别码'])
    expect(first?.slice(0, 13)).toEqual([
      ...['1.1', '一、夯实基础', null, '完善台账。', '办公室', '法规科、信息科', '财务科', '李明'],
      ...[day('2023-06-30'), '6月底；9月底前', null, '已完成初稿。', '每季一报'],
    ])
    // Where no second heading stands above a task, its own is one.
    expect(second?.slice(1, 4)).toEqual(['一、夯实基础', '（二）加强培训', '加强培训\n每年不少于两次，"全员"参加。'])
  })

  test('a state where the report says one clearly', async () => {
    const report = (status: string | null, id: string) => task({ id, status })
    const reports = ['已完成：方案已印发', '正在推进，已开两次会', '尚未启动', '已完成初稿', '见附件', null]
    const rows = await rowsOf(plan(reports.map((status, i) => report(status, `${i + 1}`))))
    expect(rows.slice(1).map((row) => row[10])).toEqual(['已完成', '进行中', '未开始', null, null, null])
  })

  test('other columns of the document follow, those with the name of one of the ledger told apart', async () => {
    const extra = (label: string, value: string) => ({ label, value, position: AT })
    const rows = await rowsOf(
      plan([
        task({ extra: [extra('资金来源', '县级'), extra('备注', '重点')] }),
        task({ id: '1.2', extra: [extra('状态', '在办'), extra('资金 来源', '省级')] }),
      ]),
    )
    expect(rows[0]?.slice(12)).toEqual(['备注', '资金来源', '状态（原文）', '识别码'])
    expect(rows.slice(1).map((row) => row.slice(12, 15))).toEqual([
      ['重点', '县级', null],
      [null, '省级', '在办'],
    ])
  })

  test('documents with more labels than a sheet should have columns put them into one', async () => {
    const extra = Array.from({ length: 300 }, (_, i) => ({ label: `项${i}`, value: '有', position: AT }))
    const [head, row] = await rowsOf(plan([task({ extra })]))
    expect(head?.slice(13)).toEqual(['其他', '识别码'])
    expect(row?.[13]).toMatch(/^项0：有；项1：有；/)
  })

  test('of several plans the first column is the file, and a plan without tasks has headings alone', async () => {
    expect((await rowsOf(samplePlan(), { several: true })).map((row) => row[0])).toEqual([
      '文件',
      '通知.txt',
      '通知.txt',
    ])
    expect(await rowsOf(plan([]))).toEqual([[...HEADINGS, '识别码']])
  })

  test('in English', async () => {
    const sheets = await readSheets(Buffer.from(await writePlan(samplePlan(), 'xlsx', { lang: 'en' })))
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Ledger', 'Units', 'Sources'])
    expect(JSON.stringify(sheets.map(({ data }) => data[0]))).not.toMatch(/\p{Script=Han}/u)
  })

  test('ids that look like numbers or dates are text', async () => {
    const ids = ['1.10', '1.2.3', '3.1', '0012']
    const rows = await rowsOf(plan(ids.map((id) => task({ id }))))
    expect(rows.slice(1).map((row) => row[0])).toEqual(ids)
  })

  test('a date that Excel does not know stays text', async () => {
    const dates = ['1899-12-31', '1900-02-28', '2023-06-30', '9999-99-99']
    const rows = await rowsOf(plan(dates.map((due) => task({ deadlines: [date(due)] }))))
    expect(rows.slice(1).map((row) => row[8])).toEqual(['1899-12-31', '1900-02-28', day('2023-06-30'), '9999-99-99'])
  })
})

describe('the other sheets', () => {
  test('by unit: how much in which role, the most first, and what is due next of what is not done', async () => {
    const tasks = [
      task({ units: [unit('甲局', 'lead'), unit('乙局')], deadlines: [date('2023-06-30')], status: '已完成' }),
      task({ id: '1.2', units: [unit('乙局', 'lead'), unit('乙局', 'support')], deadlines: [date('2023-09-30')] }),
      task({
        id: '1.3',
        units: [unit('乙局', 'support'), unit('李明', 'supervisor')],
        deadlines: [date('2023-08-31')],
      }),
    ]
    const [, units] = await readSheets(Buffer.from(await writePlan(plan(tasks), 'xlsx')))
    expect(units?.sheet).toBe('按单位')
    expect(units?.data).toEqual([
      ['单位', '牵头', '责任', '配合', '合计', '最近时限'],
      ['乙局', 1, 1, 2, 3, day('2023-08-31')],
      ['甲局', 1, 0, 0, 1, null],
    ])
  })

  test('the source of each row: file, line, words', async () => {
    const made = samplePlan()
    const text = `${' '.repeat(20)}原文四字${' '.repeat(20)}`
    const withText = { ...made, document: { ...made.document, text } }
    const source = async (of: Plan) => (await readSheets(Buffer.from(await writePlan(of, 'xlsx'))))[2]?.data
    expect(await source(withText)).toEqual([
      ['行', '序号', '文件', '行号', '原文'],
      [2, '1.1', '通知.txt', 3, '原文四字'],
      [3, '1.2', '通知.txt', 3, '原文四字'],
    ])
    expect((await source(made))?.[1]?.[4]).toBe('完善台账。')
  })

  test('the words of a row of a table without the bars around it', async () => {
    const table =
      '# 云江县任务分解表\n\n| 序号 | 任务 | 时限 |\n|---|---|---|\n| 1 | 完善台账。 | 6月底 |\n| 2 | 加强培训。 | |\n'
    const made = await readPlan(Buffer.from(table), { path: 'a.md', withText: true })
    const source = (await readSheets(Buffer.from(await writePlan(made, 'xlsx'))))[2]?.data
    expect(source?.slice(1).map((row) => row[4])).toEqual(['1 | 完善台账。 | 6月底', '2 | 加强培训。'])
  })
})

describe('ready to be used', () => {
  let bytes: Uint8Array
  let sheet: string
  beforeAll(async () => {
    bytes = await writePlan(samplePlan(), 'xlsx')
    sheet = await part(bytes, 'xl/worksheets/sheet1.xml')
  })

  test('the headings stay in sight and have filters over all columns, the hidden one too; nothing is merged', () => {
    expect(sheet).toMatch(/<pane ySplit="1" topLeftCell="A2" state="frozen"/)
    // A column outside the filter would stay behind when the rows are sorted.
    expect(sheet).toContain('<autoFilter ref="A1:N3"/>')
    expect(sheet).toMatch(/<col min="14" max="14" [^>]*hidden="(?:true|1)"\/>/)
    expect(sheet).not.toContain('mergeCell')
  })

  test('the state is chosen from a list', () => {
    const [, range, list] =
      /<dataValidation type="list" sqref="([^"]+)"[^>]*><formula1>"([^"]+)"<\/formula1>/.exec(sheet) ?? []
    expect(list).toBe('未开始,进行中,已完成')
    expect(range).toMatch(/^K2:K\d+$/)
  })

  test('what is late is red, what is due within 30 days amber, by the day it is looked at, and unless it is done', () => {
    const formulas = Array.from(sheet.matchAll(/<cfRule type="expression"[^>]*><formula>([^<]*)</g), ([, f]) => f)
    expect(formulas).toContain('AND(ISNUMBER($I2),NOT($K2="已完成"),$I2&lt;TODAY())')
    expect(formulas).toContain('AND(ISNUMBER($I2),NOT($K2="已完成"),$I2&gt;=TODAY(),$I2&lt;=TODAY()+30)')
  })

  test('there is no formula in any cell', async () => {
    for (const n of [1, 2, 3]) expect(await part(bytes, `xl/worksheets/sheet${n}.xml`)).not.toMatch(/<f[ >]/)
  })
})

describe('the same plan gives the same bytes', () => {
  const zone = process.env.TZ
  afterEach(() => {
    vi.useRealTimers()
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  })

  test('whatever the clock and the time zone', async () => {
    const at = async (now: string, tz: string) => {
      vi.useFakeTimers({ now: new Date(now), toFake: ['Date'] })
      process.env.TZ = tz
      return Buffer.from(await writePlan(samplePlan(), 'xlsx'))
    }
    const first = await at('2023-01-01T00:00:00Z', 'Pacific/Kiritimati')
    expect((await at('2031-12-31T23:59:59Z', 'America/Los_Angeles')).equals(first)).toBe(true)
  })

  test('its time stamps are the date of the document', async () => {
    const core = await part(await writePlan(samplePlan(), 'xlsx'), 'docProps/core.xml')
    expect(core.match(/\d{4}-\d{2}-\d{2}T[\d:]+Z/g)).toEqual(['2023-03-01T00:00:00Z', '2023-03-01T00:00:00Z'])
    expect(core).toContain('<dc:title>云江县2023年政务公开工作要点</dc:title>')
  })
})

describe('what documents may hold', () => {
  test.each(FORMULAS)('%j stays text', async (text) => {
    const bytes = await writePlan(plan([task({ text, units: [unit(text)] })]), 'xlsx')
    expect((await readSheet(Buffer.from(bytes), { trim: false }))[1]?.[3]).toBe(
      text.replace(/\r/g, '\n').replace('\0', '�'),
    )
    expect(await part(bytes, 'xl/worksheets/sheet1.xml')).not.toMatch(/<f[ >]|t="e"/)
  })

  test.each(['#N/A', '#REF!', '#DIV/0!', '#1 重点'])('%s is no error value', async (text) => {
    expect((await rowsOf(plan([task({ text })])))[1]?.[3]).toBe(text)
    expect(await part(await writePlan(plan([task({ text })]), 'xlsx'), 'xl/worksheets/sheet1.xml')).not.toContain(
      't="e"',
    )
  })

  test('any characters make a file that opens, with nothing lost but what XML cannot hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), async (text) => {
        const rows = await readSheet(Buffer.from(await writePlan(plan([task({ text: `甲${text}乙` })]), 'xlsx')))
        const held = text
          .replace(/\r\n?/g, '\n')
          .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '�')
          .replace(/\p{Surrogate}/gu, '�')
        expect(rows[1]?.[3]).toBe(`甲${held}乙`)
      }),
      { numRuns: 60 },
    )
  })

  test('a text too long for a cell is cut with a warning, and whole in the third sheet', async () => {
    const text = `${'完善台账'.repeat(9000)}𠀀`
    // A character of two units stands on the border.
    const border = `${'a'.repeat(32_766)}𠀀末`
    const warned: [string | null, Message][] = []
    const warn = (...said: [string | null, Message]) => {
      warned.push(said)
    }
    const made = plan([task({ text }), task({ id: '1.2', text: border })])
    const sheets = await readSheets(Buffer.from(await writePlan(made, 'xlsx', { warn })))
    expect(sheets[0]?.data.slice(1).map((row) => row[3])).toEqual([text.slice(0, 32_767), 'a'.repeat(32_766)])
    expect(sheets[2]?.data.slice(1).map((row) => row.slice(4).join(''))).toEqual([text, border])
    expect(sheets[2]?.data[0]?.slice(4)).toEqual(['原文', '原文（续）'])
    expect(warned).toMatchObject([
      ['通知.txt', { code: 'cell-cut', severity: 'warning', reason: expect.stringContaining('第 2 行“任务内容”') }],
      ['通知.txt', { code: 'cell-cut', severity: 'warning' }],
    ])
  })

  test('letters that stand for a character in a spreadsheet are letters', async () => {
    const shared = await part(await writePlan(plan([task({ text: '_x0041_ _x41_' })]), 'xlsx'), 'xl/sharedStrings.xml')
    expect(shared).toContain('<t>_x005F_x0041_ _x41_</t>')
  })
})

describe('presets and columns of one’s own', () => {
  const nested = plan([
    section([
      task({ units: [unit('甲局', 'lead'), unit('乙,局')], deadlines: [date('2023-06-30', { start: '2023-05-01' })] }),
      section([task({ id: '1.2.1', title: '加强培训', text: '加强培训\n全员参加。' })], {
        id: '1.2',
        marker: '（二）',
        title: '能力',
      }),
    ]),
    task({ id: '2' }),
  ])

  test('project: headings are rows, and the level tells what stands under what', async () => {
    const sheets = await readSheets(Buffer.from(await writePlan(nested, 'xlsx', { preset: 'project' })))
    expect(sheets).toHaveLength(1)
    expect(sheets[0]?.data).toEqual([
      ['Outline Level', 'Name', 'Start', 'Finish', 'Resource Names', 'Notes', 'Text1'],
      [1, '一、夯实基础', null, null, null, null, null],
      [2, '完善台账。', day('2023-05-01'), day('2023-06-30'), '甲局,乙，局', '完善台账。', '6月底'],
      [2, '（二）能力', null, null, null, null, null],
      [3, '加强培训', null, null, null, '加强培训\n全员参加。', null],
      [1, '完善台账。', null, null, null, '完善台账。', null],
    ])
  })

  test('jira: a summary of one line and 255 characters at most', async () => {
    const text = `${'长'.repeat(300)}。第二句。`
    const rows = await rowsOf(plan([task({ text }), task({ title: '甲\n乙', text: '甲\n乙\n丙' })]), { preset: 'jira' })
    expect(rows[0]?.slice(0, 3)).toEqual(['Summary', 'Description', 'Due Date'])
    expect(rows.slice(1).map((row) => row[0])).toEqual([`${'长'.repeat(254)}…`, '甲 乙'])
  })

  test('feishu: the name first, names parted by commas, nothing hidden, one sheet', async () => {
    const bytes = await writePlan(samplePlan(), 'xlsx', { preset: 'feishu' })
    const sheets = await readSheets(Buffer.from(bytes))
    expect(sheets).toHaveLength(1)
    expect(sheets[0]?.data[0]?.slice(0, 2)).toEqual(['任务名称', '序号'])
    expect(sheets[0]?.data[1]?.[5]).toBe('法规科,信息科')
    expect(await part(bytes, 'xl/worksheets/sheet1.xml')).not.toContain('hidden')
  })

  test('columns: free headings and order, empty columns, single labels; nothing is added', async () => {
    const columns = [
      { key: 'title', heading: '督办事项' },
      { key: null, heading: '存在问题' },
      { key: 'extra:备注', heading: '说明' },
      { key: 'due' },
      { key: 'id', heading: '督办事项' },
    ]
    const rows = await rowsOf(samplePlan(), { columns, several: true })
    expect(rows).toEqual([
      ['督办事项', '存在问题', '说明', '完成时限', '督办事项'],
      [null, null, '每季一报', day('2023-06-30'), '1.1'],
      ['加强培训', null, null, null, '1.2'],
    ])
  })

  test('the colours follow the columns', async () => {
    const colours = async (...keys: string[]) => {
      const bytes = await writePlan(samplePlan(), 'xlsx', { columns: keys.map((key) => ({ key })) })
      return /<formula>([^<]*)<\/formula><\/cfRule>/.exec(await part(bytes, 'xl/worksheets/sheet1.xml'))?.[1]
    }
    expect(await colours('due', 'state')).toBe('AND(ISNUMBER($A2),NOT($B2="已完成"),$A2&lt;TODAY())')
    expect(await colours('id', 'due')).toBe('AND(ISNUMBER($B2),NOT(FALSE),$B2&lt;TODAY())')
    expect(await colours('id', 'state')).toBeUndefined()
  })

  test.each(['nope', '__proto__', 'constructor'])('there is no preset or column %s', async (name) => {
    const options = [{ preset: name }, { columns: [{ key: name }] }] as WriteOptions[]
    for (const each of options) {
      await expect(writePlan(samplePlan(), 'csv', each)).rejects.toMatchObject({ name: 'PlanparseError' })
    }
  })
})

test('more tasks than a spreadsheet has rows are refused', async () => {
  const many = plan(Array.from<Plan['children'][number]>({ length: 1_000_001 }).fill(task()))
  await expect(writePlan(many, 'xlsx')).rejects.toMatchObject({ code: 'too-many-rows', detail: { name: '1000001' } })
})

test('a spreadsheet is bytes to whoever writes several plans', async () => {
  const writing = await writerOf('xlsx').open({ several: true })
  expect([writing.begin(), ...writing.plan(samplePlan()), ...writing.plan(samplePlan())].join('')).toBe('')
  const rows = await readSheet(Buffer.from((await writing.end(2)) as Uint8Array))
  expect(rows).toHaveLength(5)
})

describe.skipIf(!needs('soffice'))('in LibreOffice', () => {
  let folder: ReturnType<typeof scratch>
  beforeAll(async () => {
    folder = scratch()
    const { path } = folder
    const { writeFileSync } = await import('node:fs')
    const formulas = plan(FORMULAS.map((text, i) => task({ id: `1.${i + 10}`, text: `${text}` })))
    writeFileSync(`${path}/sample.xlsx`, await writePlan(samplePlan(), 'xlsx'))
    writeFileSync(`${path}/formulas.xlsx`, await writePlan(formulas, 'xlsx'))
    writeFileSync(`${path}/guarded.csv`, await writePlan(formulas, 'csv', { bom: true }))
    // UTF-8, all sheets, as shown, quoted where needed.
    const format = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'
    convertTo(format, [`${path}/sample.xlsx`, `${path}/formulas.xlsx`], path)
    convertTo('fods', [`${path}/formulas.xlsx`], path)
    convertTo('fods', [`${path}/guarded.csv`], path, '--infilter=CSV:44,34,76')
  }, 120_000)
  afterAll(() => folder.drop())

  test('it shows the values, dates as dates', () => {
    const text = folder.read('sample-台账.csv')
    expect(text).toMatch(
      /^序号,一级任务,.*,识别码\n1\.1,一、夯实基础,,完善台账。,办公室,法规科、信息科,财务科,李明,2023-06-30,/,
    )
    expect(folder.read('sample-按单位.csv')).toContain('\n办公室,1,')
    expect(folder.read('sample-来源.csv')).toContain('\n2,1.1,通知.txt,3,完善台账。')
  })

  test.each(['formulas', 'guarded'])('no cell of %s is a formula, ids are kept', (name) => {
    const cells = folder.read(`${name}.fods`)
    expect(cells).not.toContain('table:formula')
    expect(cells).toContain('完')
    if (name === 'formulas')
      for (const i of FORMULAS.keys()) expect(folder.read('formulas-台账.csv')).toContain(`\n1.${i + 10},`)
  })
})
