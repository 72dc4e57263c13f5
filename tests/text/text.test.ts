/** Leaves: views, brackets, characters, numerals. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LineIndex } from '../../src/position.ts'
import { append } from '../../src/text/append.ts'
import { findBrackets, splitOutside } from '../../src/text/brackets.ts'
import { fold, isBlank, joinsWithBlank } from '../../src/text/chars.ts'
import { byFirst, byLast } from '../../src/text/first.ts'
import { parseNumeral } from '../../src/text/numerals.ts'
import { lastAtMost } from '../../src/text/search.ts'
import { BLANK, BRACKET, COLON, signsOf } from '../../src/text/signs.ts'
import { joinLines, joinParagraphs, View } from '../../src/text/view.ts'

describe('a view', () => {
  const source = '按照规定，推进PDF\n  2.0工作。'
  const view = joinLines([View.of(source, 0, 10), View.of(source, 13, 19)])

  test('joins wrapped lines with nothing, or a blank between Latin letters and digits', () => {
    expect(view.text).toBe('按照规定，推进PDF 2.0工作。')
    expect(joinsWithBlank('推进', '工作')).toBe(false)
  })
  test('knows where each character stands', () => {
    const at = view.text.indexOf('工作')
    expect(source.slice(view.hull(at, at + 2).start, view.hull(at, at + 2).end)).toBe('工作')
  })
  test('gives the pieces of the source it is made of', () => {
    expect(view.ranges().map(({ start, end }) => source.slice(start, end))).toEqual(['按照规定，推进PDF', '2.0工作。'])
  })

  test('holds words for which the source has others, as one', () => {
    const file = '建&ldquo;甲&rdquo;库'
    const quoted = View.join(
      [
        View.of(file, 0, 1),
        View.rewritten('“', 1, 8),
        View.of(file, 8, 9),
        View.rewritten('”', 9, 16),
        View.of(file, 16, 17),
      ],
      () => '',
    )
    const written = (start: number, end: number) => {
      const { text, ...range } = quoted.slice(start, end).toJSON()
      return [text, file.slice(range.start, range.end)]
    }
    expect(written(1, 4)).toEqual(['“甲”', '&ldquo;甲&rdquo;'])
    expect(written(2, 4)).toEqual(['甲”', '甲&rdquo;'])
    expect(written(1, 2)).toEqual(['“', '&ldquo;'])
    expect(quoted.ranges(1, 3).map(({ start, end }) => file.slice(start, end))).toEqual(['&ldquo;', '甲'])
  })

  test('any slice of any join slices the source', () => {
    const lines = fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(lines, fc.nat(), fc.nat(), (texts, a, b) => {
        const all = texts.join('\n')
        let from = 0
        const views = texts.map((text) => {
          const made = View.of(all, from, from + text.length)
          from += text.length + 1
          return made
        })
        const whole = joinParagraphs(views)
        expect(whole.text).toBe(all)
        const [start, end] = [a % (all.length + 1), b % (all.length + 1)].sort((x, y) => x - y) as [number, number]
        const slice = whole.slice(start, end)
        expect(slice.text).toBe(all.slice(start, end))
        expect(
          slice
            .ranges()
            .map((range) => all.slice(range.start, range.end))
            .join('')
            .replace(/\n/g, ''),
        ).toBe(slice.text.replace(/\n/g, ''))
      }),
    )
  })
})

describe('brackets', () => {
  test.each([
    [
      '（a〔b〕）',
      [
        [0, 6, true],
        [2, 5, true],
      ],
    ],
    ['〔责任科室：甲)', [[0, 8, true]]],
    ['（未完', [[0, 3, false]]],
    [
      '《办法（试行）》',
      [
        [0, 8, true],
        [3, 7, true],
      ],
    ],
    ['））', []],
  ])('%s', (text, found) => {
    expect(findBrackets(text).map(({ start, end, closed }) => [start, end, closed])).toEqual(found)
  })
  test('a list is never cut inside them', () => {
    const text = '各县（市、区）、局办'
    expect(splitOutside(text, /、/g).map(({ start, end }) => text.slice(start, end))).toEqual([
      '各县（市、区）',
      '局办',
    ])
  })
  test('every opening bracket is found, whatever stands between', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('（', '(', '〔', ')', '】', '》', '《', 'x')), (chars) => {
        const text = chars.join('')
        expect(findBrackets(text).length).toBe(chars.filter((c) => '（(〔《'.includes(c)).length)
      }),
    )
  })
})

test.each([
  ['十二', 12],
  ['廿三', 23],
  ['一百零五', 105],
  ['二〇二三', 2023],
  ['二○二四', 2024],
  ['１２', 12],
  ['7', 7],
  ['三十', 30],
  ['甲', null],
  ['', null],
])('the numeral %s is %s', (text, value) => expect(parseNumeral(text)).toBe(value))

test('folding keeps every offset', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fold(text).length === text.length))
  expect(fold('（１２）：Ａ')).toBe('(12):A')
})

test('white space is what \\s says', () => {
  for (let code = 0; code < 0x10000; code++) {
    if (isBlank(code) !== /\s/.test(String.fromCharCode(code))) expect.fail(`U+${code.toString(16)}`)
  }
})

describe('lines and columns', () => {
  test('a line ends at LF, CRLF or CR, and at nothing else', () => {
    const index = new LineIndex('甲\r\n乙\r丙\n丁\f戊\u2028己')
    expect([3, 5, 7, 9, 11].map((offset) => index.point(offset))).toEqual([
      { line: 2, column: 1, offset: 3 },
      { line: 3, column: 1, offset: 5 },
      { line: 4, column: 1, offset: 7 },
      { line: 4, column: 3, offset: 9 },
      { line: 4, column: 5, offset: 11 },
    ])
  })
})

describe('rows of a table by a character', () => {
  const rows = [
    { id: 'digit', class: '0-9' },
    { id: 'dash or one', class: '-1' },
    { id: 'one', class: '一1' },
    { id: 'odd', class: '135' },
    { id: 'seven or dash', class: '7-' },
    { id: 'nine twice', class: '8-99' },
  ]
  const ids = (found: readonly { id: string }[]) => found.map((row) => row.id)

  test('a class holds single characters and ranges, and a dash that begins or ends it', () => {
    const rowsFor = byFirst(rows, (row) => row.class)
    expect(['2月', '5月', '1.', '7.', '9.', '-', '一、', '文', ''].map((text) => ids(rowsFor(text)))).toEqual([
      ['digit'],
      ['digit', 'odd'],
      ['digit', 'dash or one', 'one', 'odd'],
      ['digit', 'seven or dash'],
      ['digit', 'nine twice'],
      ['dash or one', 'seven or dash'],
      ['one'],
      [],
      [],
    ])
  })
  test('the same by the last character', () => {
    const rowsFor = byLast(rows, (row) => row.class)
    expect(['第1', '一', '1、'].map((text) => ids(rowsFor(text)))).toEqual([
      ['digit', 'dash or one', 'one', 'odd'],
      ['one'],
      [],
    ])
  })
})

test.each([
  ['', 0],
  ['夯实基础', 0],
  ['责任单位：县教育局', COLON],
  ['（试行） 一', BRACKET | BLANK],
  ['零宽\u200b空格', BLANK],
])('the signs of %j are %i', (text, signs) => {
  expect(signsOf(text)).toBe(signs)
})

test('of ordered numbers the last that is not above a value is found', () => {
  expect([-1, 0, 4, 5, 99].map((value) => lastAtMost([0, 5, 5, 9], value))).toEqual([0, 0, 0, 2, 3])
})

test('a list is added to another, however long', () => {
  const list = [1]
  append(list, Array<number>(300_000).fill(2))
  append(list, [3])
  expect([list.length, list[0], list[1], list.at(-1)]).toEqual([300_002, 1, 2, 3])
})
