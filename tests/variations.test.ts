/** The same document or table, printed as another office or web site prints it, gives the same tasks. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parsePlan, tasks } from '../src/index.ts'
import { saidBy, worksIn, worksOf } from './variations/compare.ts'
import { STRUCTURES } from './variations/structures.ts'
import { TABLE_MANNERS } from './variations/tables.ts'
import { VARIATIONS } from './variations/texts.ts'

const FIXTURES = join(import.meta.dirname, '../fixtures')
const TEXTS = readdirSync(FIXTURES).map((name) => ({
  name,
  text: readFileSync(join(FIXTURES, name, 'input.txt'), 'utf8'),
}))
const isRow = (line: string) => /[\t|]|\S\s{2,}\S/.test(line)

describe('the fixtures', () => {
  test.each(VARIATIONS)('$id', ({ vary, prose }) => {
    for (const { name, text } of TEXTS) {
      if (prose && text.split('\n').some(isRow)) continue
      expect([name, ...saidBy(parsePlan(vary(text)))]).toEqual([name, ...saidBy(parsePlan(text))])
    }
  })

  test.each(VARIATIONS)('$id: some text is changed by it', ({ vary }) => {
    const texts = [...TEXTS.map(({ text }) => text), tableOf(WHOLE.map((row) => row.join('\t'))), ANNOTATED]
    expect(texts.some((text) => vary(text) !== text)).toBe(true)
  })
})

describe('the tasks of the fixtures in another structure', () => {
  test.each(STRUCTURES)('$id', ({ print }) => {
    for (const { name, text } of TEXTS) {
      const works = worksIn(parsePlan(text))
      const printed = parsePlan(tableOf(print(works)))
      expect([name, ...worksOf(worksIn(printed))]).toEqual([name, ...worksOf(works)])
    }
  })

  test('there are some', () => {
    expect(TEXTS.flatMap(({ text }) => worksIn(parsePlan(text))).length).toBeGreaterThan(50)
  })
})

test('in narrow columns, 一、 in the midst of a cell heads no rows', () => {
  const lines = [
    '序号  工作任务                责任单位    完成时限',
    '1     控制书面作业时间（初    教务处      10月底前',
    '      一、初二年级）。',
    '2     建成校本作业库。        教务处      年底前',
  ]
  const said = Array.from(tasks(parsePlan(tableOf(lines))), ({ task }) => task.text.replace(/\s/g, ''))
  expect(said).toEqual(['控制书面作业时间（初一、初二年级）。', '建成校本作业库。'])
})

const ANNOTATED = [
  '和川县2024年工作要点',
  '一、推进“数字和川”建设。（责任单位：县数据局）',
  '二、修缮古桥，6月底前完成。〔牵头单位：县文旅局；责任单位：县住建局、石桥镇；完成时限：2024年6月30日〕',
  '三、改造渡口。',
  '责任单位：县交通局、县水利局',
  '完成时限：2024年9月底',
  '1.更换标志。',
  '2.清理堤岸。',
  '',
].join('\n')

const HEADINGS = ['序号', '重点项目', '具体内容', '年度预算（万元）', '牵头单位', '配合单位', '完成时限']
const WHOLE = [
  HEADINGS,
  ['1', '古桥修缮', '修缮青石桥、永安桥，恢复桥头碑亭。', '85.5', '县文旅局', '县住建局、石桥镇', '2024年6月底前'],
  ['2', '渡口改造', '改造渡口4处，更换救生设备和警示标志。', '120', '县交通局', '县水利局', '9月30日'],
  ['3', '河道清淤', '清理松溪河下游淤积河段6公里。', '460', '县水利局', '各乡镇', '年底前'],
]
/** A merged cell leaves those below it blank, and no body supports the second piece of work. */
const MERGED = [
  ...WHOLE.slice(0, 2),
  ['', '', '补植桥头古树12株，建立养护档案。', '6', '县林业局', '', '11月中旬'],
  ...WHOLE.slice(2),
]
const NUMBERED = /^(?:tabs|Markdown|bars|full-width bars|boxes|columns of blanks|narrow columns)/

function tableOf(lines: readonly string[]): string {
  return ['和川县2024年重点项目任务分解表', '', ...lines, '', '和川县人民政府办公室', '2024年2月6日', ''].join('\n')
}

const READ = saidBy(parsePlan(tableOf(WHOLE.map((row) => row.join('\t')))))

describe('a table', () => {
  test('as spreadsheets paste it', () => {
    expect(READ).toHaveLength(3)
    expect(READ[0]).toContain('县文旅局')
  })

  test.each(TABLE_MANNERS)('$id', ({ print }) => {
    expect(saidBy(parsePlan(tableOf(print(WHOLE))))).toEqual(READ)
  })

  test.each(TABLE_MANNERS.filter(({ whole, id }) => !whole && NUMBERED.test(id)))(
    'with merged cells: $id',
    ({ print }) => {
      const tabs = saidBy(parsePlan(tableOf(MERGED.map((row) => row.join('\t')))))
      expect(tabs).toHaveLength(4)
      expect(saidBy(parsePlan(tableOf(print(MERGED))))).toEqual(tabs)
    },
  )

  test.each([
    ['民生项目', '民生项目'],
    ['一、民生项目', '一、民生项目'],
    ['（一）民生项目', '（一）民生项目'],
  ])('with three blanks between cells, and %s above its rows', (_, heading) => {
    const [head, ...rows] = WHOLE.map((row) => row.join('   '))
    const said = saidBy(parsePlan(tableOf([head as string, heading, ...rows])))
    expect(said).toHaveLength(3)
    expect(said.every((task) => task.includes('民生项目'))).toBe(true)
  })

  test('a cell a line: bodies in general terms, and a day below a body, end no table', () => {
    const rows = [
      ['序号', '工作任务', '牵头单位', '责任单位', '完成时限'],
      ['1', '修缮青石桥、永安桥，恢复桥头碑亭。', '—', '县文旅局', '2024年6月30日'],
      ['2', '改造渡口4处，更换救生设备。', '县交通局', '相关乡镇', '9月底'],
      ['3', '清理松溪河下游淤积河段。', '县水利局', '相关部门', '年底前'],
    ]
    const tabs = saidBy(parsePlan(tableOf(rows.map((row) => row.join('\t')))))
    expect(tabs).toHaveLength(3)
    expect(saidBy(parsePlan(tableOf(rows.flat())))).toEqual(tabs)
  })

  test('a sentence that ends with a line in the midst of a cell leaves the rest of the row where it is', () => {
    const lines = [
      '序号  工作任务                          责任单位            完成时限',
      '1     修缮青石桥、永安桥，恢复碑亭。    县文旅局、石桥镇    6月底前',
      '      补植古树。                        人民政府',
      '2     改造渡口4处，更换救生设备。       县交通局、县水利    9月底',
      '      设置标志。                        局',
    ]
    const said = Array.from(tasks(parsePlan(tableOf(lines))), ({ task }) => [
      task.text.replace(/\s/g, ''),
      ...task.units.map(({ name }) => name),
    ])
    expect(said).toEqual([
      ['修缮青石桥、永安桥，恢复碑亭。补植古树。', '县文旅局', '石桥镇人民政府'],
      ['改造渡口4处，更换救生设备。设置标志。', '县交通局', '县水利局'],
    ])
  })

  test.each(['合计', '小计', '合计（3个）'])('with blanks between cells, %s is no row of work', (total) => {
    const lines = TABLE_MANNERS.find(({ id }) => id === 'columns of blanks')?.print([
      ...WHOLE,
      [total, '', '', '665.5', '', '', ''],
    ])
    expect(saidBy(parsePlan(tableOf(lines ?? [])))).toEqual(READ)
  })
})
