import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import yazl from 'yazl'
import { readPlan, readStage } from '../../src/parse.ts'
import { sheetRows } from '../../src/read/xlsx.ts'
import { numbersBeyond } from '../../src/read/xlsx-dates.ts'
import { Archive } from '../../src/read/zip.ts'
import { tasks } from '../../src/tasks.ts'
import { relation, relationships } from './docx-build.ts'
import { gbkBytes } from './gbk.ts'
import { lines, summary, utf8 } from './plan-of.ts'

const HEAD = ['序号', '工作任务', '责任单位', '完成时限']
const ROWS = [
  ['1', '开展检查。', '教育局', '6月底'],
  ['2', '通报结果。', '公安局、司法局', '年底前'],
]
const TASKS = ['1开展检查。｜教育局｜6月底', '2通报结果。｜公安局、司法局｜年底前']
const TITLE = '云江县2024年任务分解表'

const csv = (rows: readonly (readonly string[])[], comma = ',') => rows.map((row) => row.join(comma)).join('\r\n')

describe('CSV', () => {
  const files: [name: string, bytes: Uint8Array, path: string][] = [
    ['as a spreadsheet saves it', utf8(`\ufeff${csv([HEAD, ...ROWS])}`), 'a.csv'],
    ['in GBK, as Excel saves it', gbkBytes(csv([HEAD, ...ROWS])), 'a.csv'],
    ['with a title above', utf8(csv([[TITLE, '', '', ''], HEAD, ...ROWS])), 'a.csv'],
    ['named .txt', utf8(csv([HEAD, ...ROWS])), 'a.txt'],
    ['with tabs', utf8(csv([HEAD, ...ROWS], '\t')), 'a.tsv'],
    ['with a line that tells Excel the separator', utf8(`sep=,\r\n${csv([HEAD, ...ROWS])}`), 'a.csv'],
    ['with rows that nobody has filled in', utf8(csv([HEAD, ...ROWS, ['3', '', '', ''], ['4', '', '', '']])), 'a.csv'],
    ['with those who made it below', utf8(csv([HEAD, ...ROWS, ['填表：督查室', '', '审核：李明', '']])), 'a.csv'],
    ['and when', utf8(csv([HEAD, ...ROWS, ['制表人：王芳', '', '', '2024年3月5日']])), 'a.csv'],
    ['with quoted cells', utf8(csv([HEAD, ...ROWS.map((row) => row.map((cell) => `"${cell}"`))])), 'a.csv'],
  ]
  test.each(files)('%s', async (_, bytes, path) => {
    expect(await lines(bytes, { path })).toEqual(TASKS)
  })

  test('cells of several lines and quotation marks', async () => {
    const bytes = utf8('工作任务,责任单位,完成时限\n"推进""一网通办""。\n优化服务。",教育局,6月底\n')
    expect(await lines(bytes)).toEqual(['推进"一网通办"。优化服务。｜教育局｜6月底'])
  })

  test('a quotation mark that never closes', async () => {
    expect((await readPlan(utf8('工作任务,责任单位\n"开展检查。,教育局\n通报结果。,公安局\n'))).type).toBe('plan')
  })
})

test('a table of 150,000 rows', async () => {
  const text = `${HEAD.join(',')}\n${'1,检查,甲局,年底\n'.repeat(150_000)}`
  expect(String(await readStage(utf8(text), 'text')).split('\n')).toHaveLength(150_002)
}, 60_000)

describe('XLSX', () => {
  test.each([
    ['yyyy"年"m"月";@', '2024年9月', '2024-09-30'],
    ['[$-804]yyyy\\-mm', '2024年9月', '2024-09-30'],
    ['yyyy"年"m"月"d"日";@', '2024年9月1日', '2024-09-01'],
    ['m"月"d"日"', '2024年9月1日', '2024-09-01'],
  ])('a date shown as %s', async (numFmt, raw, due) => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: '任务',
          rows: [
            [...HEAD, '完成率'],
            [1, '开展检查。', '教育局', new Date(Date.UTC(2024, 8, 1)), 0.35],
          ],
          cells: new Map([
            ['1,3', { value: new Date(Date.UTC(2024, 8, 1)), type: 'date', style: { numFmt } }],
            ['1,4', { value: 0.35, type: 'number', style: { numFmt: '0%' } }],
          ]),
        },
      ],
    })
    const [task] = [...tasks(await readPlan(bytes))]
    expect(task?.task.deadlines).toMatchObject([{ raw, due }])
    expect(task?.task.extra).toMatchObject([{ value: '35%' }])
  })

  const DAY = 'yyyy/m/d'
  test.each<[value: number, numFmt: string, shown: string]>([
    [-1, DAY, '-1'],
    [-45_473.5, DAY, '-45473.5'],
    // What a formula gives of a cell that nobody has filled in.
    [0, DAY, '0'],
    [0.25, DAY, '0.25'],
    [1, DAY, '1900年1月1日'],
    [45_473, DAY, '2024年6月30日'],
    [2_958_465, DAY, '9999年12月31日'],
    [2_958_466, DAY, '2958466'],
    [99_999_999, DAY, '99999999'],
    [1e9, DAY, '1000000000'],
    [1e308, DAY, '1e+308'],
    [-1e308, DAY, '-1e+308'],
    [1e308, 'General', '1e+308'],
    [1e308, '0%', '1e+308'],
    [0.395_833_333_333, 'h:mm', '9:30'],
  ])('a number with the format of a date is a date within the calendar alone: %s, %s', async (value, numFmt, shown) => {
    const rows = [HEAD, ['1', '开展检查。', '教育局', value]]
    const cells = new Map([['1,3', { value, type: 'number' as const, style: { numFmt } }]])
    const bytes = await writeXlsx({ sheets: [{ name: '任务', rows, cells }] })
    expect((await sheetRows(bytes))[0]?.[1]?.[3]).toBe(shown)
  })

  test('numbers that the library cannot hold keep their text; where sheets differ, that of none', async () => {
    const sheet = (...cells: string[]) => Buffer.from(`<sheetData><row>${cells.join('')}</row></sheetData>`)
    const archive = await Archive.open(
      await zip({
        'xl/worksheets/sheet1.xml': sheet(
          '<c r="A1"><v>1e9</v></c>',
          '<c r="B1" s="1"><f ref="B1:B2">9E99*9E99</f><v>-1e400</v></c>',
          '<c r="C1"><v>7</v></c>',
          '<c><v>1e300</v></c>',
        ),
        'xl/worksheets/sheet2.xml': sheet('<x:c r="A1"><x:v>2e9</x:v></x:c>', '<x:c r="AB12"><x:v>3e9</x:v></x:c>'),
      }),
    )
    const found = await numbersBeyond(archive, ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml'])
    expect([...found]).toEqual([
      ['0,0', null],
      ['0,1', '-1e400'],
      ['11,27', '3e9'],
    ])
  })

  test('titles, merged cells, dates', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: '任务',
          rows: [
            [TITLE, null, null, null],
            HEAD,
            [1, '开展检查。', '教育局', new Date(Date.UTC(2024, 5, 30))],
            [2, '通报结果。', null, '年底前'],
          ],
          merges: [
            { startRow: 0, startCol: 0, endRow: 0, endCol: 3 },
            { startRow: 2, startCol: 2, endRow: 3, endCol: 2 },
          ],
        },
      ],
    })
    expect(await summary(bytes)).toMatchObject({ format: 'xlsx', title: TITLE })
    expect(await lines(bytes)).toEqual(['1开展检查。｜教育局｜2024年6月30日', '2通报结果。｜教育局｜年底前'])
  })

  test('a cell merged over a row without words ends with it', async () => {
    const rows = [HEAD, ['1', '开展检查。', '教育局', '6月底'], [], ['2', '通报结果。', '公安局', '7月底']]
    const bytes = await writeXlsx({
      sheets: [{ name: '任务', rows, merges: [{ startRow: 1, startCol: 2, endRow: 2, endCol: 2 }] }],
    })
    expect(await lines(bytes)).toEqual(['1开展检查。｜教育局｜6月底', '2通报结果。｜公安局｜7月底'])
  })

  test('a note in the last row that there can be, a million below the others, is read', async () => {
    const bytes = await withCell('A1048576', '注：每季度报送一次。')
    expect(await lines(bytes)).toEqual(TASKS)
    expect(await readStage(bytes, 'text')).toContain('注：每季度报送一次。')
  })

  test('several sheets, hidden ones left out', async () => {
    const sheet = (name: string, row: string[]) => ({ name, rows: [HEAD, row] })
    const bytes = await writeXlsx({
      sheets: [
        sheet('一', ROWS[0] as string[]),
        { ...sheet('藏', ['9', '不见。', '某局', '']), hidden: true },
        sheet('二', ROWS[1] as string[]),
      ],
    })
    expect(await lines(bytes)).toEqual(TASKS)
  })
})

function zip(files: Record<string, Buffer>): Promise<Uint8Array> {
  const archive = new yazl.ZipFile()
  for (const [name, content] of Object.entries(files)) archive.addBuffer(content, name)
  archive.end()
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    archive.outputStream.on('data', (chunk: Buffer) => chunks.push(chunk))
    archive.outputStream.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    archive.outputStream.on('error', reject)
  })
}

/** The sheet of tasks with one more cell somewhere. */
function withCell(at: string, words: string, columns = ''): Promise<Uint8Array> {
  const cell = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`
  const rows = [HEAD, ...ROWS].map(
    (row, r) => `<row r="${r + 1}">${row.map((text, c) => cell(`${'ABCD'[c]}${r + 1}`, text)).join('')}</row>`,
  )
  const far = `<row r="${at.replace(/\D/g, '')}">${cell(at, words)}</row>`
  const parts = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    '_rels/.rels': relationships([relation('r1', 'officeDocument', 'xl/workbook.xml')]),
    'xl/_rels/workbook.xml.rels': relationships([relation('r1', 'worksheet', 'worksheets/sheet1.xml')]),
    'xl/workbook.xml': `<workbook xmlns="${SHEETS}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="任务" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${SHEETS}">${columns && `<cols>${columns}</cols>`}<sheetData>${rows.join('')}${far}</sheetData></worksheet>`,
  }
  return zip(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, Buffer.from(xml)])))
}

/** With the longer record of the directory (APPNOTE 4.3.14) before the short one, which names another. */
function withSecondDirectory(bytes: Uint8Array): Buffer {
  const archive = Buffer.from(bytes)
  const end = archive.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  const record = Buffer.alloc(56)
  record.writeUInt32LE(0x06064b50, 0)
  record.writeBigUInt64LE(44n, 4)
  // All entries but the last: both directories can be read.
  record.writeBigUInt64LE(BigInt(archive.readUInt16LE(end + 10) - 1), 24)
  record.writeBigUInt64LE(BigInt(archive.readUInt16LE(end + 10) - 1), 32)
  record.writeBigUInt64LE(BigInt(archive.readUInt32LE(end + 12)), 40)
  record.writeBigUInt64LE(BigInt(archive.readUInt32LE(end + 16)), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(end), 8)
  return Buffer.concat([archive.subarray(0, end), record, locator, archive.subarray(end)])
}

const SHEETS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

describe('refused with one sentence', () => {
  const TYPES = { '[Content_Types].xml': Buffer.from('<Types/>') }
  const cases: [name: string, bytes: () => Promise<Uint8Array>, code: string][] = [
    [
      'a zip bomb',
      () =>
        zip({
          ...TYPES,
          'xl/workbook.xml': Buffer.from('<a/>'),
          'xl/worksheets/sheet1.xml': Buffer.alloc(60_000_000, 32),
        }),
      'zip-bomb',
    ],
    [
      'merged cells upon each other',
      () => {
        const rows = [HEAD, ...Array.from({ length: 1000 }, () => Array.from({ length: 400 }, () => 'x'))]
        const merges = Array.from({ length: 300 }, (_, i) => ({
          startRow: i + 1,
          startCol: 300 - i,
          endRow: 1000,
          endCol: 399,
        }))
        return writeXlsx({ sheets: [{ name: 'a', rows, merges }] })
      },
      'truncated',
    ],
    [
      'two directories, of which one reader sees the one and another the other',
      async () => withSecondDirectory(await writeXlsx({ sheets: [{ name: 'a', rows: [HEAD] }] })),
      'truncated',
    ],
    ['a cell in the last row and column that there can be', () => withCell('XFD1048576', '远处'), 'too-large'],
    [
      'columns that are told again and again',
      () => withCell('D9', '甲', '<col min="1" max="16384" hidden="1"/>'.repeat(100_000)),
      'too-large',
    ],
    [
      'a cut workbook',
      async () => (await writeXlsx({ sheets: [{ name: 'a', rows: [HEAD] }] })).slice(0, 2000),
      'truncated',
    ],
    [
      'a DOCTYPE with entities',
      () => zip({ ...TYPES, 'xl/workbook.xml': Buffer.from('<!DOCTYPE d [<!ENTITY a "甲">]><a>&a;</a>') }),
      'doctype-forbidden',
    ],
    ['a zip of other things', () => zip({ 'a.txt': Buffer.from('一') }), 'zip-unknown'],
  ]
  test.each([
    ['docx', '这不是 Word 文档（.docx）；请确认文件类型，或不写 --from'],
    ['xlsx', '这不是 Excel 表格（.xlsx）；请确认文件类型，或不写 --from'],
    ['pdf', '这不是 PDF 文件（.pdf）；请确认文件类型，或不写 --from'],
  ] as const)('a text read as %s', async (format, message) => {
    const reading = readStage(Buffer.from('一、开展检查。'), 'text', { format })
    await expect(reading).rejects.toMatchObject({ code: 'not-this-format', message })
  })
  test.each(cases)('%s', async (_, bytes, code) => {
    await expect(readStage(await bytes(), 'text')).rejects.toMatchObject({ code })
  })
})
