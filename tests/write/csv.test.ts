import { expect, test } from 'vitest'
import { writePlan, writerOf } from '../../src/write/index.ts'
import { AT, plan, samplePlan, task } from '../plans.ts'
import { FORMULAS } from './formulas.ts'

/** RFC 4180, as strict as it is printed: CRLF between records, quotes doubled inside quotes. */
function readCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (let at = 0; at < text.length; ) {
    const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y
    field.lastIndex = at
    const match = field.exec(text)
    if (!match) throw new Error(`not CSV at ${at}: ${text.slice(at, at + 20)}`)
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (match[3] === '\r\n') {
      rows.push(row)
      row = []
    }
    at = field.lastIndex
  }
  return rows
}

async function rowsOf(text: string, options = {}): Promise<string[][]> {
  return readCsv(await writePlan(plan([task({ text })]), 'csv', options))
}

test('one row a task, with its columns apart', async () => {
  const [head, first, second, ...more] = readCsv(await writePlan(samplePlan(), 'csv'))
  expect(more).toEqual([])
  expect(head).toEqual([
    '序号',
    '章节',
    '编号',
    '标题',
    '任务内容',
    '牵头单位',
    '责任单位',
    '配合单位',
    '责任领导',
    '完成时限',
    '时限原文',
    '进展情况',
    '其他',
    '所在行',
  ])
  expect(first).toEqual([
    '1.1',
    '一、夯实基础',
    '（一）',
    '',
    '完善台账。',
    '办公室',
    '法规科、信息科',
    '财务科',
    '李明',
    '2023-06-30',
    '6月底；9月底前',
    '已完成初稿。',
    '备注：每季一报',
    '3',
  ])
  expect(second?.[4]).toBe('加强培训\n每年不少于两次，"全员"参加。')
})

test('English headings, a BOM, a column for the file', async () => {
  const text = await writePlan(samplePlan(), 'csv', { lang: 'en', bom: true, several: true })
  expect(text.startsWith('\uFEFFFile,ID,Sections,')).toBe(true)
  expect(readCsv(text)[1]?.[0]).toBe('通知.txt')
})

test('every line ends in CRLF, a line end inside a cell is quoted', async () => {
  for (const inner of ['a\nb', 'a\rb', 'a\r\nb', 'a"b', 'a,b', '"']) expect((await rowsOf(inner))[1]?.[4]).toBe(inner)
})

test.each(FORMULAS)('no formula: %j', async (payload) => {
  expect((await rowsOf(payload))[1]?.[4]).toBe(`'${payload}`)
  expect((await rowsOf(payload, { rawCsv: true }))[1]?.[4]).toBe(payload)
})

test.each(['-5', '+3.5%', '12', '——做好', '一、=1', '(1)', "'=1", ''])('left alone: %j', async (payload) => {
  expect((await rowsOf(payload))[1]?.[4]).toBe(payload)
})

test('the file name and every other cell are guarded as well', async () => {
  const made = samplePlan()
  made.source.path = '=1.txt'
  expect(readCsv(await writePlan(made, 'csv', { several: true }))[1]?.[0]).toBe("'=1.txt")
})

test('headings are guarded as well, those that a document gave among them', async () => {
  const made = plan([task({ extra: [{ label: '=1+1', value: '甲', position: AT }] })])
  const columns = [{ key: 'id', heading: '@x' }, { key: 'extras' }]
  expect(readCsv(await writePlan(made, 'csv', { columns }))).toEqual([
    ["'@x", "'=1+1"],
    ['1.1', '甲'],
  ])
})

test('the ledger’s columns, with one for each label of all plans', async () => {
  const writing = await writerOf('csv').open({ preset: 'ledger', several: true, bom: true })
  const other = plan([task({ extra: [{ label: '资金来源', value: '县级', position: AT }] })])
  const text = [writing.begin(), ...writing.plan(samplePlan()), ...writing.plan(other), await writing.end(2)].join('')
  expect(text.startsWith('\ufeff文件,序号,一级任务,')).toBe(true)
  const [head, ...rows] = readCsv(text)
  expect(head?.slice(-2)).toEqual(['备注', '资金来源'])
  expect(rows.map((row) => row.slice(-2))).toEqual([
    ['每季一报', ''],
    ['', ''],
    ['', '县级'],
  ])
})
