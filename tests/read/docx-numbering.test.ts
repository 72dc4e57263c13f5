/** What Word prints before numbered paragraphs, by every way in which a document can say so. */
import { describe, expect, test } from 'vitest'
import { printNumber } from '../../src/read/docx/numerals.ts'
import { readDocx } from '../../src/read/docx.ts'
import { abstractNum, docx, lvl, num, p, printed, startOverride, table, tc } from './docx-build.ts'

const OFFICIAL = abstractNum(
  0,
  lvl(0, 'chineseCountingThousand', '%1、'),
  lvl(1, 'chineseCountingThousand', '（%2）'),
  lvl(2, 'decimal', '%3.'),
  lvl(3, 'decimal', '（%4）'),
)

test.each([
  ['decimal', [1, 12], ['1', '12']],
  ['decimalZero', [1, 12], ['01', '12']],
  ['decimalFullWidth', [1, 12], ['１', '１２']],
  ['decimalEnclosedCircle', [1, 20, 21], ['①', '⑳', '21']],
  ['decimalEnclosedCircleChinese', [3], ['③']],
  ['decimalEnclosedParen', [2], ['⑵']],
  ['decimalEnclosedFullstop', [2], ['⒉']],
  ['chineseCounting', [1, 10, 11, 20, 99, 101], ['一', '十', '十一', '二十', '九十九', '一○一']],
  [
    'chineseCountingThousand',
    [10, 21, 100, 101, 110, 1005],
    ['十', '二十一', '一百', '一百零一', '一百一十', '一千零五'],
  ],
  ['taiwaneseCountingThousand', [12], ['十二']],
  ['japaneseCounting', [10, 11, 100, 123], ['十', '十一', '百', '百二十三']],
  ['ideographDigital', [1, 10, 23], ['一', '一〇', '二三']],
  ['taiwaneseDigital', [10], ['一○']],
  ['chineseLegalSimplified', [1, 10, 21], ['壹', '壹拾', '贰拾壹']],
  ['ideographTraditional', [1, 10, 11], ['甲', '癸', '11']],
  ['ideographZodiac', [12], ['亥']],
  ['upperLetter', [1, 26, 27, 53], ['A', 'Z', 'AA', 'AAA']],
  ['lowerLetter', [2], ['b']],
  ['upperRoman', [1, 4, 12, 14], ['Ⅰ', 'Ⅳ', 'Ⅻ', 'XIV']],
  ['lowerRoman', [9, 19], ['ⅸ', 'xix']],
  ['none', [1], ['']],
  ['a-format-of-tomorrow', [7], ['7']],
] as const)('%s prints %j as %j', (format, values, expected) => {
  expect(values.map((value) => printNumber(format, value))).toEqual(expected)
})

test('一、（一）1.（1）are counted each at its level and begin anew below the next one above', async () => {
  const levels = [0, 1, 2, 3, 3, 2, 1, 2, 0, 1, 2]
  const body = levels.map((level) => p('项', { num: [1, level] })).join('')
  const found = await printed({ body, numbering: OFFICIAL + num(1, 0) })
  expect(found.map((line) => line.slice(0, -1))).toEqual([
    '一、',
    '（一）',
    '1.',
    '（1）',
    '（2）',
    '2.',
    '（二）',
    '1.',
    '二、',
    '（一）',
    '1.',
  ])
})

test('numbers do not stand in the text', async () => {
  const { text, blocks } = await readDocx(
    docx({ body: p('总体要求', { num: [1, 0] }), numbering: OFFICIAL + num(1, 0) }),
  )
  expect(text).toBe('总体要求\n')
  expect(blocks).toMatchObject([{ generated: '一、', list: 0 }])
})

describe('levels', () => {
  const both = abstractNum(
    0,
    lvl(0, 'chineseCounting', '%1、'),
    lvl(1, 'decimal', '%1.%2'),
    lvl(2, 'decimal', '%1.%2.%3'),
  )

  test('numbers of the levels above are printed in their own format', async () => {
    const body = p('甲', { num: [1, 0] }) + p('乙', { num: [1, 1] })
    expect(await printed({ body, numbering: both + num(1, 0) })).toEqual(['一、甲', '一.1乙'])
  })

  test('isLgl prints them all as digits', async () => {
    const legal = abstractNum(
      0,
      lvl(0, 'chineseCounting', '第%1章'),
      lvl(1, 'decimal', '%1.%2', { more: '<w:isLgl/>' }),
    )
    const body =
      p('甲', { num: [1, 0] }) + p('乙', { num: [1, 1] }) + p('丙', { num: [1, 0] }) + p('丁', { num: [1, 1] })
    expect(await printed({ body, numbering: legal + num(1, 0) })).toEqual(['第一章甲', '1.1乙', '第二章丙', '2.1丁'])
  })

  test('a level above that was never used counts as used', async () => {
    const body = p('甲', { num: [1, 1] }) + p('乙', { num: [1, 0] })
    expect(await printed({ body, numbering: both + num(1, 0) })).toEqual(['一.1甲', '二、乙'])
  })

  test('start says where a level begins', async () => {
    const numbering = abstractNum(0, lvl(0, 'decimal', '%1.', { start: 5 })) + num(1, 0)
    expect(await printed({ body: p('甲', { num: [1, 0] }) + p('乙', { num: [1, 0] }), numbering })).toEqual([
      '5.甲',
      '6.乙',
    ])
  })

  test('lvlRestart 0 goes on through the sections: （一）（二） below 一、, （三） below 二、', async () => {
    const running = abstractNum(
      0,
      lvl(0, 'chineseCounting', '%1、'),
      lvl(1, 'chineseCounting', '（%2）', { more: '<w:lvlRestart w:val="0"/>' }),
    )
    const body = [0, 1, 1, 0, 1].map((level) =>
      p('', { num: [1, level] }).replace('</w:p>', '<w:r><w:t>项</w:t></w:r></w:p>'),
    )
    expect(await printed({ body: body.join(''), numbering: running + num(1, 0) })).toEqual([
      '一、项',
      '（一）项',
      '（二）项',
      '二、项',
      '（三）项',
    ])
  })

  test('lvlRestart names the level that restarts it', async () => {
    const numbering = abstractNum(
      0,
      lvl(0, 'chineseCounting', '%1、'),
      lvl(1, 'chineseCounting', '（%2）'),
      lvl(2, 'decimal', '%3.', { more: '<w:lvlRestart w:val="1"/>' }),
    )
    const body = [0, 1, 2, 1, 2, 0, 2].map((level) => p('项', { num: [1, level] })).join('')
    expect(await printed({ body, numbering: numbering + num(1, 0) })).toEqual([
      '一、项',
      '（一）项',
      '1.项',
      '（二）项',
      '2.项',
      '二、项',
      '1.项',
    ])
  })

  test('a custom format pads with zeros', async () => {
    const level =
      '<w:lvl w:ilvl="0"><w:start w:val="9"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>'
    const body = p('甲', { num: [1, 0] }) + p('乙', { num: [1, 0] })
    expect(await printed({ body, numbering: abstractNum(0, level) + num(1, 0) })).toEqual(['009甲', '010乙'])
  })
})

describe('restarts and overrides', () => {
  test('lists of one definition go on counting together', async () => {
    const body = p('甲', { num: [1, 0] }) + p('乙', { num: [2, 0] }) + p('丙', { num: [1, 0] })
    expect(await printed({ body, numbering: OFFICIAL + num(1, 0) + num(2, 0) })).toEqual(['一、甲', '二、乙', '三、丙'])
  })

  test('startOverride begins anew once, and the count goes on from there', async () => {
    const body = [1, 1, 2, 2, 1].map((list) => p('项', { num: [list, 0] })).join('')
    const numbering = OFFICIAL + num(1, 0) + num(2, 0, startOverride(0, 8))
    expect(await printed({ body, numbering })).toEqual(['一、项', '二、项', '八、项', '九、项', '十、项'])
  })

  test('a level overridden as a whole prints in its own way', async () => {
    const body = p('甲', { num: [1, 0] }) + p('乙', { num: [2, 0] })
    const override = `<w:lvlOverride w:ilvl="0">${lvl(0, 'decimal', '%1）')}</w:lvlOverride>`
    expect(await printed({ body, numbering: OFFICIAL + num(1, 0) + num(2, 0, override) })).toEqual(['一、甲', '2）乙'])
  })

  test('numbered paragraphs without text are counted', async () => {
    const body = p('甲', { num: [1, 0] }) + p('', { num: [1, 0] }) + p('丙', { num: [1, 0] })
    expect(await printed({ body, numbering: OFFICIAL + num(1, 0) })).toEqual(['一、甲', '三、丙'])
  })
})

describe('bullets', () => {
  const bullet = (text: string, font = '') =>
    abstractNum(
      0,
      `<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="${text}"/><w:rPr><w:rFonts w:ascii="${font}"/></w:rPr></w:lvl>`,
    ) + num(1, 0)

  test.each([
    ['★', '', '★'],
    ['\uf06c', 'Wingdings', '●'],
    ['\uf075', 'Wingdings', '◆'],
    ['\uf0d8', 'Wingdings', ''],
    ['•', '', ''],
    ['', '', ''],
  ])('%j in %j prints %j', async (text, font, marker) => {
    expect(await printed({ body: p('项', { num: [1, 0] }), numbering: bullet(text, font) })).toEqual([`${marker}项`])
  })
})

test('levels of one style of marker are told apart by their depth', async () => {
  const numbering =
    abstractNum(0, lvl(0, 'decimal', '%1.'), lvl(1, 'decimal', '%2、'), lvl(2, 'decimal', '（%3）')) + num(1, 0)
  const body = [0, 1, 2].map((level) => p('项', { num: [1, level] })).join('')
  const { blocks } = await readDocx(docx({ body, numbering }))
  expect(blocks).toMatchObject([{ list: 0 }, { list: 2 }, { list: 0 }])
})

test('a column of automatic numbers has its numbers in the cells', async () => {
  const number = tc(p('', { num: [1, 0] }))
  const body = table(['序号', '任务'], [number, '推进改革'], [number, '优化服务'])
  const { text, blocks } = await readDocx(
    docx({ body, numbering: abstractNum(0, lvl(0, 'decimal', '%1')) + num(1, 0) }),
  )
  expect(text).toBe('序号\t任务\n\t推进改革\n\t优化服务\n')
  expect(blocks).toMatchObject([{ rows: [{}, [{ paragraphs: [], generated: '1' }, {}], [{ generated: '2' }, {}]] }])
})

test('a document without a numbering part has no numbers', async () => {
  expect(await printed({ body: p('甲', { num: [1, 0] }) })).toEqual(['甲'])
})
