/** Reading text made of pieces of one source: every character of it, and every stretch, knows its place there. */
import { describe, expect, test } from 'vitest'
import { BLANK, COLON } from '../../src/text/signs.ts'
import { joinLines, joinParagraphs, View } from '../../src/text/view.ts'

const SOURCE = '推进PDF\n  2.0 工作\n—3—\n落实。'
/** 推进PDF 2.0 工作落实。 without the page number between. */
const wrapped = joinLines([View.of(SOURCE, 0, 5), View.of(SOURCE, 8, 14), View.of(SOURCE, 19, 22)])
/** “甲”库 where the file has entities. */
const FILE = '建&ldquo;甲&rdquo;库'
const quoted = View.join(
  [
    View.of(FILE, 0, 1),
    View.rewritten('“', 1, 8),
    View.of(FILE, 8, 9),
    View.rewritten('”', 9, 16),
    View.of(FILE, 16, 17),
  ],
  () => '',
)

const pieces = (source: string, ranges: readonly { start: number; end: number }[]) =>
  ranges.map(({ start, end }) => source.slice(start, end))
const hull = (source: string, { start, end }: { start: number; end: number }) => source.slice(start, end)

describe('wrapped lines', () => {
  test('read as one text', () => {
    expect(wrapped.text).toBe('推进PDF 2.0 工作落实。')
    expect(wrapped.length).toBe(15)
  })

  test.each([
    ['all', 0, 15, ['推进PDF', '2.0 工作', '落实。'], SOURCE],
    ['within a line', 2, 5, ['PDF'], 'PDF'],
    ['over a line end', 3, 7, ['DF', '2'], 'DF\n  2'],
    ['from a line end', 6, 9, ['2.0'], '2.0'],
    ['up to a line end', 10, 12, ['工作'], '工作'],
    ['over page furniture', 11, 13, ['作', '落'], '作\n—3—\n落'],
    ['the last character', 14, 15, ['。'], '。'],
    ['nothing', 4, 4, [], ''],
  ])('%s: the pieces, and the stretch that holds them', (_, start, end, ranges, whole) => {
    expect(pieces(SOURCE, wrapped.ranges(start, end))).toEqual(ranges)
    expect(hull(SOURCE, wrapped.hull(start, end))).toBe(whole)
    const part = wrapped.slice(start, end)
    expect(part.text).toBe(wrapped.text.slice(start, end))
    expect(pieces(SOURCE, part.ranges())).toEqual(ranges)
    expect(hull(SOURCE, part.hull())).toBe(whole)
    // A part of a part is where the part was.
    expect(pieces(SOURCE, part.slice(1).ranges()).join('')).toBe(ranges.join('').slice(1))
    expect(part.offsetAt(0)).toBe(wrapped.offsetAt(start))
  })

  test('the blank between two lines has no source: it stands where the first ends', () => {
    expect(wrapped.text.charAt(5)).toBe(' ')
    expect(wrapped.offsetAt(5)).toBe(5)
    const blank = wrapped.slice(5, 6)
    expect([blank.text, blank.ranges(), blank.pieces(), blank.hull()]).toEqual([' ', [], [], { start: 5, end: 5 }])
    expect(wrapped.slice(5, 8).toJSON()).toEqual({ text: ' 2.', start: 8, end: 10 })
    expect(joinLines([View.of('甲', 0, 1), blank, View.of('ab', 1, 2)]).ranges()).toEqual([
      { start: 0, end: 1 },
      { start: 1, end: 2 },
    ])
  })

  test('each piece with where it begins in the text', () => {
    expect(wrapped.pieces()).toEqual([
      { at: 0, start: 0, end: 5 },
      { at: 6, start: 8, end: 14 },
      { at: 12, start: 19, end: 22 },
    ])
    expect(View.of(SOURCE, 8, 11).pieces()).toEqual([{ at: 0, start: 8, end: 11 }])
  })

  test('every character is where it is in the source', () => {
    for (const [i, character] of Array.from(wrapped.text).entries()) {
      if (i !== 5) expect([i, SOURCE.charAt(wrapped.offsetAt(i))]).toEqual([i, character])
    }
  })
})

describe('one stretch', () => {
  const view = View.of(SOURCE, 8, 14)
  test.each([
    [0, 6, '2.0 工作'],
    [0, 99, '2.0 工作'],
    [2, 5, '0 工'],
    [3, 3, ''],
    [5, 3, ''],
    [6, 99, ''],
  ])('from %i to %i: %j', (start, end, words) => {
    expect(pieces(SOURCE, view.ranges(start, end))).toEqual(words === '' ? [] : [words])
    expect(hull(SOURCE, view.hull(start, end))).toBe(words)
    expect(view.hull(start, end).start).toBe(8 + Math.min(start, 6))
  })
  test('places past its end are its end', () => {
    expect([view.offsetAt(6), view.offsetAt(7)]).toEqual([14, 14])
    expect([wrapped.offsetAt(15), wrapped.offsetAt(16)]).toEqual([22, 22])
  })
  test('a part of it', () => {
    expect(view.slice(2, 5).toJSON()).toEqual({ text: '0 工', start: 10, end: 13 })
    expect(view.slice(4).toJSON()).toEqual({ text: '工作', start: 12, end: 14 })
    expect(view.slice(0)).toBe(view)
  })
})

test.each([
  ['  甲 乙\u3000\n', 2, '甲 乙'],
  ['甲', 0, '甲'],
  [' ', 1, ''],
  ['', 0, ''],
])('%j without the white space around it', (text, start, words) => {
  expect(View.of(text, 0, text.length).trim().toJSON()).toEqual({ text: words, start, end: start + words.length })
})

describe('words for which the source has others', () => {
  test.each([
    ['建', 0, 1, ['建'], '建'],
    ['“', 1, 2, ['&ldquo;'], '&ldquo;'],
    ['“甲', 1, 3, ['&ldquo;', '甲'], '&ldquo;甲'],
    ['甲”库', 2, 5, ['甲', '&rdquo;', '库'], '甲&rdquo;库'],
    ['建“甲”库', 0, 5, ['建', '&ldquo;', '甲', '&rdquo;', '库'], FILE],
  ])('%s', (text, start, end, ranges, whole) => {
    const part = quoted.slice(start, end)
    expect(part.text).toBe(text)
    expect(pieces(FILE, quoted.ranges(start, end))).toEqual(ranges)
    expect(pieces(FILE, part.ranges())).toEqual(ranges)
    expect(hull(FILE, part.hull())).toBe(whole)
    expect(hull(FILE, quoted.hull(start, end))).toBe(whole)
  })

  test('begin and end with them, as a whole', () => {
    const source = '由&hellip;&hellip;办'
    const view = View.rewritten('……', 1, 17)
    expect([0, 1, 2].map((at) => view.offsetAt(at))).toEqual([1, 1, 17])
    expect(hull(source, view.slice(1, 2).hull())).toBe('&hellip;&hellip;')
    expect(view.hull(1, 1)).toEqual({ start: 1, end: 1 })
  })

  test('stay so in a longer text, whichever of its parts has them', () => {
    const plain = View.of(FILE, 16, 17)
    const both = joinParagraphs([plain, quoted.slice(1, 3)])
    expect(both.text).toBe('库\n“甲')
    expect(both.hull(2, 3)).toEqual({ start: 1, end: 8 })
    expect(both.ranges()).toEqual([
      { start: 16, end: 17 },
      { start: 1, end: 8 },
      { start: 8, end: 9 },
    ])
  })
})

test('words that stand nowhere in the source have no place', () => {
  const made = View.made('建议')
  expect([made.text, made.ranges(), made.pieces(), made.hull()]).toEqual(['建议', [], [], { start: 0, end: 0 }])
  expect(joinParagraphs([View.of('甲', 0, 1), made]).ranges()).toEqual([{ start: 0, end: 1 }])
})

describe('joined', () => {
  const view = View.of('甲乙', 0, 1)
  test('one alone is itself', () => expect(joinParagraphs([view])).toBe(view))
  test('none is nothing', () => expect(joinParagraphs([]).toJSON()).toEqual({ text: '', start: 0, end: 0 }))
  test('nothing stands before the first words', () => {
    expect(joinParagraphs([View.of('甲乙', 0, 0), view]).text).toBe('甲')
  })
  test('with a blank up to a later one', () => {
    expect(view.upTo(View.of('甲，乙', 2, 3)).toJSON()).toEqual({ text: '甲 乙', start: 0, end: 3 })
  })
  test.each([
    [['推进', '工作'], '推进工作'],
    [['PDF', '2.0'], 'PDF 2.0'],
    [['PDF', '格式'], 'PDF格式'],
    [['格式', 'PDF'], '格式PDF'],
    [['（PDF）', '2.0'], '（PDF）2.0'],
    [['PDF', '—2'], 'PDF—2'],
  ])('lines %j: %s', (lines, text) => {
    expect(joinLines(lines.map((line) => View.of(line, 0, line.length))).text).toBe(text)
  })
})

test('it knows its signs, each time it is asked', () => {
  const view = View.of('责任 单位：甲', 2, 7)
  expect([view.signs, view.signs]).toEqual([BLANK | COLON, BLANK | COLON])
  expect(view.slice(1, 3).signs).toBe(0)
})

describe('digits of full width are read as narrow ones', () => {
  const source = '１．于２０２４年\n６月底前办结'
  const view = joinLines([View.of(source, 0, 8), View.of(source, 9, 15)])
  test('and are printed as they are', () => {
    expect([view.text, view.printed]).toEqual(['1.于2024年6月底前办结', '１．于２０２４年６月底前办结'])
    expect([view.slice(3, 12).text, view.slice(3, 12).printed]).toEqual(['2024年6月底前', '２０２４年６月底前'])
    expect(view.slice(12).printed).toBe('办结')
  })
  test('at their own places', () =>
    expect(pieces(source, view.slice(3, 12).ranges())).toEqual(['２０２４年', '６月底前']))
  test('in words for which the source has others too', () => {
    expect([View.rewritten('９月', 0, 9).text, View.made('９月').printed]).toEqual(['9月', '９月'])
  })
  test('which no blank parts from Latin letters on the line above', () => {
    expect(joinLines([View.of('PDF', 0, 3), View.of('２', 0, 1)]).text).toBe('PDF2')
  })
})

describe('characters that nobody sees are in no words', () => {
  const source = '县\u200b教育\u2060局\u00ad'
  const view = View.of(source, 0, source.length)
  test('but the others keep their places', () => {
    expect([view.text, view.printed]).toEqual(['县教育局', '县教育局'])
    expect(pieces(source, view.ranges())).toEqual(['县', '教育', '局'])
    expect(view.slice(1).hull()).toEqual({ start: 2, end: 6 })
  })
  test('and alone they are no words at all', () => {
    expect(View.of('甲\u200b乙', 1, 2).toJSON()).toEqual({ text: '', start: 1, end: 1 })
  })
})
