/** Widths, white space, and what is left of a text without it. */
import { describe, expect, test } from 'vitest'
import {
  displayWidth,
  firstBlank,
  fold,
  joinsWithBlank,
  lengthWithout,
  narrowDigits,
  plain,
  squeeze,
  WHITE_SPACE,
} from '../../src/text/chars.ts'
import { toRoman } from '../../src/text/roman.ts'
import { BLANK, signsOf } from '../../src/text/signs.ts'

test.each([
  ['', 0],
  ['abc 1.', 6],
  ['落实', 4],
  ['，。（）', 8],
  ['—…“”', 8],
  ['①⑴', 4],
  ['Ⅰⅰ', 4],
  ['●☆', 4],
  ['é–·', 3],
  ['⺀⓿ⅿ■', 8],
  ['‧⅟⑟─⛿✀', 1 + 1 + 1 + 1 + 2 + 1],
])('%j takes %i columns', (text, width) => expect(displayWidth(text)).toBe(width))

test.each([
  ['落实。；\n', '落实'],
  ['落实 。 ', '落实'],
  ['落。实', '落。实'],
  ['。。', ''],
  ['', ''],
])('%j without blanks and stops at its end is %j', (text, rest) => {
  expect(text.slice(0, lengthWithout('。；', text))).toBe(rest)
})

describe('white space', () => {
  test.each([
    ['甲 乙 丙', 0, 1],
    ['甲 乙 丙', 1, 1],
    ['甲 乙 丙', 2, 3],
    ['甲乙', 0, -1],
    ['\u3000甲', 0, 0],
  ])('of %j from %i on the first is at %i', (text, from, at) => expect(firstBlank(text, from)).toBe(at))

  test.each([
    ['责 任\u3000单 位\n', '责任单位'],
    ['责任单位', '责任单位'],
    [' ', ''],
  ])('%j squeezed is %j', (text, squeezed) => expect(squeeze(text)).toBe(squeezed))
})

test.each([
  ['（１）：', '(1):'],
  ['！～', '!~'],
  ['\u3000', ' '],
  ['、。「', '、。「'],
  ['\uff00\uff5f', '\uff00\uff5f'],
])('%j in half width is %j', (text, half) => expect(fold(text)).toBe(half))

test('labels are looked up without blanks and in half width', () => {
  expect(plain('责 任（牵头）\u3000单位：')).toBe('责任(牵头)单位:')
})

test.each([
  ['PDF', '2.0', true],
  ['第3', 'a组', true],
  ['PDF', '格式', false],
  ['格式', 'PDF', false],
  ['PDF-', 'x', false],
  ['PDF', '-x', false],
  ['', 'x', false],
  ['x', '', false],
])('between %j and %j a blank: %s', (before, after, blank) => expect(joinsWithBlank(before, after)).toBe(blank))

test('every white space is a sign', () => {
  for (const blank of WHITE_SPACE) expect(signsOf(blank) & BLANK).toBe(BLANK)
})

test.each([
  [1, 'I'],
  [4, 'IV'],
  [1949, 'MCMXLIX'],
  [3888, 'MMMDCCCLXXXVIII'],
  [3999, 'MMMCMXCIX'],
  [0, '0'],
  [4000, '4000'],
])('%i in Roman letters is %s', (value, printed) => expect(toRoman(value)).toBe(printed))

test.each([
  ['１．１', '1.1'],
  ['２０２４／６／３０前', '2024/6/30前'],
  ['1．抓好', '1.抓好'],
  ['完成９５．５％', '完成95.5％'],
  ['（１）', '（1）'],
  ['买买提．艾力／教育局', '买买提．艾力／教育局'],
  ['第一季度。', '第一季度。'],
])('%j with narrow digits is %j', (text, narrow) => expect(narrowDigits(text)).toBe(narrow))
