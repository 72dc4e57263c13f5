import { describe, expect, test } from 'vitest'
import { readStage } from '../../src/parse.ts'
import { withoutRadicals } from '../../src/read/pdf/radicals.ts'
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

describe('at the edge of the paper', () => {
  const title = { x: 180, y: 130, text: '云江县2023年任务分解表', size: 16 }
  const cells = ['序号', '工作任务', '责任单位', '完成时限', '1', '完善台账管理制度。', '办公室', '6月底']
  const rest = ['加强业务培训。', '人事科', '年底前', '3', '开展专项检查。', '督查室', '8月底']

  test('a number that neither stands off nor counts on is one of the text', async () => {
    const first = column([...cells, '2'], { y: 540, pitch: 26 })
    const second = column(rest, { y: 100 })
    expect(await lines(pdf([{ texts: [title, ...first] }, { texts: second }]))).toEqual([
      '1完善台账管理制度。｜办公室｜6月底',
      '2加强业务培训。｜人事科｜年底前',
      '3开展专项检查。｜督查室｜8月底',
    ])
  })

  test.each(['第1页 共2页', '1/2'])('%s counts the pages, and what is above both is a running head', async (shown) => {
    const head = { x: 250, y: 40, text: '云江县人民政府办公室', size: 9 }
    const foot = (text: string) => ({ x: 480, y: 810, text, size: 9 })
    const bytes = pdf([
      { texts: [head, ...column(TEXT.slice(0, 7)), foot(shown)] },
      { texts: [head, ...column(TEXT.slice(7)), foot(shown.replace('1', '2'))] },
    ])
    expect(await lines(bytes)).toEqual(TASKS)
    expect((await summary(bytes)).title).toBe('云江县2023年政务公开工作要点')
  })
})

test.each([1, 2])('what a browser prints around a page, on %d', async (pages) => {
  const around = (page: number) => [
    { x: 24, y: 22, text: '2024/3/12 14:05', size: 8 },
    { x: 250, y: 22, text: '云江县2023年政务公开工作要点-云江县人民政府', size: 8 },
    {
      x: 24,
      y: 828,
      text: 'https://www.example.org/zwgk/zcwj/202303/t20230320_1234567.html?from=timeline&isappinstalled=0',
      size: 8,
    },
    { x: 560, y: 828, text: `${page}/${pages}`, size: 8 },
  ]
  const split = pages === 1 ? [TEXT] : [TEXT.slice(0, 7), TEXT.slice(7)]
  const bytes = pdf(split.map((texts, i) => ({ texts: [...around(i + 1), ...column(texts, { y: 36 })] })))
  expect(await lines(bytes)).toEqual(TASKS)
  expect((await summary(bytes)).title).toBe('云江县2023年政务公开工作要点')
})

test('radicals that a browser prints for characters', () => {
  expect(withoutRadicals('\u2f08\u2ea0政府、\u2ed3城\u2ed4\u2f3e、全\u2f1e')).toBe('人民政府、长城门户、全囗')
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

  /** Cells in the middle of their rows. */
  const ROWS = [
    HEAD,
    [
      '\n1',
      '开展专项检查，及时通报发现的问题，\n逐项督促整改，对落实不力的严肃追究责任，\n并且公开曝光',
      '\n教育局',
      '\n6月底',
    ],
    ['\n2', '通报整改结果，推广经验做法，\n形成长效机制', '\n督查室', '\n7月底'],
  ]
  const READ = [
    '1开展专项检查,及时通报发现的问题,逐项督促整改,对落实不力的严肃追究责任,并且公开曝光｜教育局｜6月底',
    '2通报整改结果,推广经验做法,形成长效机制｜督查室｜7月底',
  ]
  const { texts, rules } = table(XS, 120, ROWS)
  const isUpright = ({ x1, x2 }: (typeof rules)[number]) => x1 === x2

  test('open at its sides', async () => {
    const inner = rules.filter((rule) => !isUpright(rule) || (rule.x1 > 70 && rule.x1 < 520))
    expect(await lines(pdf([{ texts, rules: inner }]))).toEqual(READ)
  })

  test('ruled between its rows only', async () => {
    expect(await lines(pdf([{ texts, rules: rules.filter((rule) => !isUpright(rule)) }]))).toEqual(READ)
  })

  test.each([
    ['dashed', 2.5, 2],
    ['drawn cell by cell', 20, 0.5],
  ])('%s', async (_, length, gap) => {
    const pieces = rules.flatMap((rule) => cutRule(rule, length, gap))
    expect(await lines(pdf([{ texts, rules: pieces }]))).toEqual(READ)
  })

  test('over two pages, its headings again, a row torn and a merged cell going on', async () => {
    const first = table(XS, 600, [
      HEAD,
      ['1', '开展检查。', '教育局', '6月底'],
      ['2', '完善制度，建立台账，', '', '8月底'],
    ])
    const second = table(XS, 80, [HEAD, ['', '实行销号管理。', '', ''], ['3', '通报结果。', '', '7月底']])
    const merged = [cutOut(first.rules, 2), cutOut(second.rules, 2)]
    const bytes = pdf([
      { texts: [...first.texts, number(1)], rules: merged[0] as typeof rules },
      { texts: [...second.texts, number(2)], rules: merged[1] as typeof rules },
    ])
    expect(await lines(bytes)).toEqual([
      '1开展检查。｜教育局｜6月底',
      '2完善制度,建立台账,实行销号管理。｜教育局｜8月底',
      '3通报结果。｜教育局｜7月底',
    ])
  })
})

type Rules = ReturnType<typeof table>['rules']

/** A rule drawn in pieces. */
function cutRule({ x1, y1, x2, y2 }: Rules[number], length: number, gap: number): Rules {
  const whole = x2 - x1 + (y2 - y1)
  return Array.from({ length: Math.ceil(whole / (length + gap)) }, (_, i) => {
    const [from, to] = [i * (length + gap), Math.min(i * (length + gap) + length, whole)]
    return y1 === y2 ? { x1: x1 + from, y1, x2: x1 + to, y2 } : { x1, y1: y1 + from, x2, y2: y1 + to }
  })
}

/** The rules without the level one below a row in the third column: the two cells there are one. */
function cutOut(rules: Rules, row: number): Rules {
  return rules.flatMap((rule, i) =>
    i === row
      ? [
          { ...rule, x2: 320 },
          { ...rule, x1: 430 },
        ]
      : [rule],
  )
}

test('columns without rules, their headings and cells over several lines', async () => {
  const rows = [
    ['序', '工作任务', '责任', '完成'],
    ['号', '', '单位', '时限'],
    ['1', '开展专项检查，及时通报发现的问题，', '县市场监管', '6月底'],
    ['', '逐项督促整改到位。', '局', ''],
    ['2', '加强业务培训。', '县住房城乡', '年底前'],
    ['', '', '建设局', ''],
  ]
  const texts = rows.flatMap((row, i) =>
    row.map((text, k) => ({ x: XS[k] as number, y: 120 + i * 18, text, size: 11 })),
  )
  expect(await lines(pdf([{ texts: texts.filter(({ text }) => text !== '') }]))).toEqual([
    '1开展专项检查,及时通报发现的问题,逐项督促整改到位。｜县市场监管局｜6月底',
    '2加强业务培训。｜县住房城乡建设局｜年底前',
  ])
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
