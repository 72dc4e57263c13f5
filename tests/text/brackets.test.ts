/** Which bracket closes which, and lists that are cut outside all of them. */
import { describe, expect, test } from 'vitest'
import { closesMore, findBrackets, pairBrackets, splitOutside } from '../../src/text/brackets.ts'

const held = (text: string) =>
  findBrackets(text).map(({ start, end, closed, depth }) => `${depth}${closed ? '' : '?'} ${text.slice(start, end)}`)

test.each([
  [
    'every kind and width',
    '(a)（b）﹙c﹚[d]［e］〔f〕【g】〖h〗《i》',
    '(a) （b） ﹙c﹚ [d] ［e］ 〔f〕 【g】 〖h〗 《i》',
  ],
  ['mixed widths of one family', '（a)〔b】', '（a) 〔b】'],
])('%s', (_, text, brackets) => {
  expect(held(text)).toEqual(brackets.split(' ').map((bracket) => `0 ${bracket}`))
})

describe('brackets in brackets', () => {
  test.each([
    [
      'a bracket knows how many lie around it',
      '（a〔b（c）〕）（d）',
      ['0 （a〔b（c）〕）', '1 〔b（c）〕', '2 （c）', '0 （d）'],
    ],
    ['one that is left open within ends with the text', '（a〔b）c', ['0 （a〔b）', '1? 〔b）c']],
    ['after which those around count no more', '（a〔b）〔c〕', ['0 （a〔b）', '1? 〔b）〔c〕', '0 〔c〕']],
    ['the nearest open one of the family is closed', '（a（b）', ['0? （a（b）', '1 （b）']],
    ['one of another family closes where none of its own is open', '〔a）b', ['0 〔a）']],
    ['but not where its own stands right behind', '〔a）〕b', ['0 〔a）〕']],
    ['the nearest only', '（〔a》〕', ['0? （〔a》〕', '1 〔a》〕']],
    ['and again', '〔a）〔b）', ['0 〔a）', '0 〔b）']],
    ['a title is closed by its own alone', '《a）b》', ['0 《a）b》']],
    ['and closes no other', '（a》b）', ['0 （a》b）']],
    ['a bracket within a title', '《a（b）》', ['0 《a（b）》', '1 （b）']],
    ['a title in a bracket that closes around it', '（《a）b', ['0 （《a）', '1? 《a）b']],
  ])('%s: %s', (_, text, brackets) => expect(held(text)).toEqual(brackets))
})

test.each([
  ['a)b（c））', [1, 6]],
  ['《a）》》', [2, 4]],
  ['（《a）〕', [4]],
  ['〔《a）', [3]],
  ['（a》）', [2]],
  ['（a）', []],
])('closing brackets that close none: %s', (text, strays) => expect(pairBrackets(text).strays).toEqual(strays))

test('each with the family it is of', () => {
  expect(findBrackets('（【《').map(({ family }) => family)).toEqual(['round', 'square', 'title'])
})

describe('a list', () => {
  const parts = (text: string, separator = /[、，]/g) =>
    splitOutside(text, separator).map(({ start, end }) => text.slice(start, end))
  test.each([
    ['甲、乙，丙', ['甲', '乙', '丙']],
    ['甲', ['甲']],
    ['', ['']],
    ['、甲、、乙、', ['', '甲', '', '乙', '']],
    ['甲（a、b）、乙（c）、丙', ['甲（a、b）', '乙（c）', '丙']],
    ['（a（b、c）、d）、乙', ['（a（b、c）、d）', '乙']],
    ['甲（a、乙、丙', ['甲（a', '乙', '丙']],
    ['（a）、（b、c）、（d、e）', ['（a）', '（b、c）', '（d、e）']],
    ['《a、b》、乙', ['《a、b》', '乙']],
  ])('%s', (text, wanted) => expect(parts(text)).toEqual(wanted))
  test('at separators of any length', () => {
    expect(parts('甲  及 乙', /\s*及\s*/g)).toEqual(['甲', '乙'])
  })
  test('at what follows a bracket at once', () => expect(parts('（a）、b', /、/g)).toEqual(['（a）', 'b']))
})

test.each([
  ['限：长期坚持）', true],
  ['街道））、（二）', true],
  ['）完成（一）', true],
  ['（一）完成', false],
  ['（一〔二】', false],
  ['', false],
])('%j closes a bracket that it has not opened: %s', (text, closes) => expect(closesMore(text)).toBe(closes))
