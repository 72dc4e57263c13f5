import { describe, expect, test } from 'vitest'
import { readStage } from '../../src/parse.ts'
import { column, pdf, table } from './pdf-writer.ts'
import { lines, summary } from './plan-of.ts'

const TEXT = [
  '      云江县2023年政务公开工作要点',
  '',
  '    一、夯实工作基础',
  '    （一）完善台账管理制度，建立健全重点工作任务台账，',
  '实行销号管理。（责任单位：办公室、法规科；完成时限：6月',
  '底）',
  '    （二）加强业务培训，全面提高干部队伍的业务工作水平',
  '和服务群众的能力。（责任单位：人事科；完成时限：年底',
  '前）',
  '    二、加强监督检查',
  '    （一）开展专项检查，及时通报发现的问题并且逐项督促',
  '整改到位。（责任单位：督查室；完成时限：持续推进）',
]
const TASKS = [
  '(一)完善台账管理制度,建立健全重点工作任务台账,实行销号管理。｜办公室、法规科｜6月底',
  '(二)加强业务培训,全面提高干部队伍的业务工作水平和服务群众的能力。｜人事科｜年底前',
  '(一)开展专项检查,及时通报发现的问题并且逐项督促整改到位。｜督查室｜持续推进',
]
const number = (n: number) => ({ x: 290, y: 800, text: `— ${n} —`, size: 10 })

test('wrapped lines in a font that is not embedded (GBK-EUC-H)', async () => {
  const bytes = pdf([{ texts: [...column(TEXT), number(1)] }])
  expect(await summary(bytes)).toMatchObject({ format: 'pdf', title: '云江县2023年政务公开工作要点' })
  expect(await lines(bytes)).toEqual(TASKS)
})

test('a paragraph over a page break, with running heads and bare page numbers', async () => {
  const head = { x: 250, y: 50, text: '云江县政务公开', size: 9 }
  const bytes = pdf([
    { texts: [head, ...column(TEXT.slice(0, 7)), { x: 295, y: 800, text: '1', size: 10 }] },
    { texts: [head, ...column(TEXT.slice(7)), { x: 295, y: 800, text: '2', size: 10 }] },
  ])
  expect(await lines(bytes)).toEqual(TASKS)
  expect(await readStage(bytes, 'text')).toContain('\f')
})

test('bytes as Node reads them from a file', async () => {
  expect(await lines(Buffer.from(pdf([{ texts: column(TEXT) }])))).toEqual(TASKS)
})

const XS = [70, 110, 320, 430, 520]
const HEAD = ['序号', '工作任务', '责任单位', '完成时限']

describe('a ruled table', () => {
  test('with several lines a cell', async () => {
    const rows = [
      HEAD,
      ['1', '完善台账管理制度，建立健全台账，\n实行销号管理。', '县政府办公室、县\n教育局', '6月底'],
      ['2', '加强业务培训。', '人事科', '年底前'],
    ]
    const bytes = pdf([
      {
        texts: [{ x: 180, y: 80, text: '云江县2023年任务分解表', size: 18 }, ...table(XS, 120, rows).texts],
        rules: table(XS, 120, rows).rules,
      },
    ])
    expect(await lines(bytes)).toEqual([
      '1完善台账管理制度,建立健全台账,实行销号管理。｜县政府办公室、县教育局｜6月底',
      '2加强业务培训。｜人事科｜年底前',
    ])
  })

  test('over two pages, a row torn between them', async () => {
    const first = table(XS, 600, [
      HEAD,
      ['1', '开展检查。', '教育局', '6月底'],
      ['2', '完善台账管理制度，建立健全台账，', '人事科', '年底前'],
    ])
    const second = table(XS, 80, [
      ['', '实行销号管理。', '', ''],
      ['3', '通报结果。', '督查室', '7月底'],
    ])
    const title = { x: 180, y: 80, text: '云江县2023年任务分解表', size: 18 }
    const bytes = pdf([
      { texts: [title, ...first.texts, number(1)], rules: first.rules },
      { texts: [...second.texts, number(2)], rules: second.rules },
    ])
    expect(await lines(bytes)).toEqual([
      '1开展检查。｜教育局｜6月底',
      '2完善台账管理制度,建立健全台账,实行销号管理。｜人事科｜年底前',
      '3通报结果。｜督查室｜7月底',
    ])
  })

  test('cells merged over rows lack a rule', async () => {
    const rows = [HEAD, ['1', '开展检查。', '教育局', '6月底'], ['2', '通报结果。', '', '7月底']]
    const { texts, rules } = table(XS, 120, rows)
    // The rule between the two rows is not drawn under 教育局.
    const [top, header, between, ...rest] = rules
    const cut = [
      { ...(between as (typeof rules)[number]), x2: 320 },
      { ...(between as (typeof rules)[number]), x1: 430 },
    ]
    const bytes = pdf([{ texts, rules: [top, header, ...cut, ...rest] as typeof rules }])
    expect(await lines(bytes)).toEqual(['1开展检查。｜教育局｜6月底', '2通报结果。｜教育局｜7月底'])
  })
})

describe('refused with one sentence', () => {
  const whole = pdf([{ texts: column(TEXT) }])
  const cases: [name: string, bytes: Uint8Array, code: string][] = [
    ['a scan', pdf([{}, {}]), 'no-text-in-pdf'],
    [
      'a scan with the stamp of its program',
      pdf([{ texts: [{ x: 400, y: 820, text: '扫描全能王 创建', size: 8 }] }]),
      'no-text-in-pdf',
    ],
    ['one protected by a password', pdf([{ texts: column(TEXT) }], { encrypt: true }), 'encrypted'],
    ['one cut off', whole.subarray(0, whole.length / 2), 'truncated'],
    ['one of rubbish', new TextEncoder().encode(`%PDF-1.4\n${'x'.repeat(5000)}\nstartxref\n0\n%%EOF`), 'truncated'],
  ]
  test.each(cases)('%s', async (_, bytes, code) => {
    await expect(readStage(bytes, 'text')).rejects.toMatchObject({ code })
  })
})
