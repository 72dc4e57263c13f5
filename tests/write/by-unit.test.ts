/** Every format by unit: whose task it is, in which role, and nothing lost of the tasks without a unit. */
import { expect, test } from 'vitest'
import { UnitList, UnitTaskRecord } from '../../src/plan.ts'
import { type Format, WRITERS, writePlan } from '../../src/write/index.ts'
import type { Writer } from '../../src/write/writer.ts'
import { date, plan, section, task, unit } from '../plans.ts'

const made = plan([
  section([
    task({ units: [unit('县财政局', 'lead'), unit('县教育局', 'support')], deadlines: [date('2023-06-30')] }),
    task({ id: '1.2', marker: '（二）', text: '加强培训。' }),
  ]),
])

const write = async (format: Format, lang: 'zh' | 'en' = 'zh') =>
  String(await writePlan(made, format, { by: 'unit', lang }))

test('tree', async () => {
  expect(await write('tree')).toBe(`云江县2023年政务公开工作要点
文号 云政办〔2023〕8号  发文机关 云江县人民政府办公室  日期 2023-03-01

县财政局
  牵头
    1.1 完善台账。
        牵头 县财政局  配合 县教育局  时限 2023-06-30

县教育局
  配合
    1.1 完善台账。
        牵头 县财政局  配合 县教育局  时限 2023-06-30

（未明确单位）
  1.2 加强培训。

共 2 项任务
`)
})

test('markdown', async () => {
  expect(await write('markdown', 'en')).toBe(`# 云江县2023年政务公开工作要点

云政办〔2023〕8号

云江县人民政府办公室

2023年3月1日

(Note: 〔〕 at the end of an item holds units and deadline, the lines below it progress and the like. Deadlines without a year are in 2023.)

## 县财政局

### Lead

- [ ] 1.1 完善台账。〔Lead：县财政局；Support：县教育局；Due：6月底〕

## 县教育局

### Support

- [ ] 1.1 完善台账。〔Lead：县财政局；Support：县教育局；Due：6月底〕

## (no unit)

- [ ] 1.2 加强培训。
`)
})

test('markdown as a table', async () => {
  const text = await writePlan(made, 'markdown', { by: 'unit', markdown: 'table' })
  expect(text).toContain('| 单位 | 角色 | 序号 |')
  expect(text).toContain('| 县教育局 | 配合 | 1.1 |')
  expect(text).toContain('| （未明确单位） | | 1.2 |')
})

test('csv: unit and role before the columns, the file before these', async () => {
  const rows = (await write('csv')).split('\r\n')
  expect(rows.map((row) => row.split(',').slice(0, 3))).toEqual([
    ['单位', '角色', '序号'],
    ['县财政局', '牵头', '1.1'],
    ['县教育局', '配合', '1.1'],
    ['（未明确单位）', '', '1.2'],
    [''],
  ])
  expect(await writePlan(made, 'csv', { by: 'unit', several: true, lang: 'en' })).toMatch(/^File,Unit,Role,ID,/)
})

test('columns of one’s own say whose row it is; without --by unit nobody is missing', async () => {
  const columns = ['unit', 'role', 'id'].map((key) => ({ key }))
  expect(await writePlan(made, 'csv', { by: 'unit', columns })).toBe(
    '单位,角色,序号\r\n县财政局,牵头,1.1\r\n县教育局,配合,1.1\r\n（未明确单位）,,1.2\r\n',
  )
  expect(await writePlan(made, 'csv', { columns })).toBe('单位,角色,序号\r\n,,1.1\r\n,,1.2\r\n')
})

test('where headings are rows, they are units and roles: no level is left out', async () => {
  const rows = (await writePlan(made, 'csv', { by: 'unit', preset: 'project' })).split('\r\n')
  expect(rows.map((row) => row.split(',').slice(0, 2))).toEqual([
    ['Outline Level', 'Name'],
    ['1', '县财政局'],
    ['2', '牵头'],
    ['3', '完善台账。'],
    ['1', '县教育局'],
    ['2', '配合'],
    ['3', '完善台账。'],
    ['1', '（未明确单位）'],
    ['2', '加强培训。'],
    [''],
  ])
})

test('json: a list of units, no tree', async () => {
  const list = UnitList.parse(JSON.parse(await write('json')))
  expect(list.units.map(({ name, lead, support }) => [name, lead.length, support.length])).toEqual([
    ['县财政局', 1, 0],
    ['县教育局', 0, 1],
  ])
  expect(list.unassigned.map(({ id }) => id)).toEqual(['1.2'])
})

test('ndjson: a record for each unit and role of a task', async () => {
  const records = (await write('ndjson'))
    .trimEnd()
    .split('\n')
    .map((line) => UnitTaskRecord.parse(JSON.parse(line)))
  expect(records.map(({ unit, role, id }) => [unit, role, id])).toEqual([
    ['县财政局', 'lead', '1.1'],
    ['县教育局', 'support', '1.1'],
    [null, null, '1.2'],
  ])
})

test('a format either can or says that it cannot', async () => {
  for (const writer of WRITERS as readonly Writer[]) {
    const written = writePlan(made, writer.id as Format, { by: 'unit' })
    if (!writer.byUnit) await expect(written).rejects.toMatchObject({ code: 'by-not-for-format' })
    else if (writer.binary) expect(await written).toBeInstanceOf(Uint8Array)
    else expect(await written).toContain('县教育局')
  }
})
