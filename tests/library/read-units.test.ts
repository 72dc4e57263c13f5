/** The reader of unit lists by itself. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readUnits, type UnitContext } from '../../src/index.ts'

const short = (list: string, context?: UnitContext) =>
  readUnits(list, context)
    .map(({ name, role }) => `${role} ${name}`)
    .join(' · ')

test.each([
  ['县财政局、县税务局', 'responsible 县财政局 · responsible 县税务局'],
  ['县财政局牵头，县税务局、县审计局配合', 'lead 县财政局 · support 县税务局 · support 县审计局'],
  ['牵头单位：县财政局；责任单位：各乡镇，县直各单位', 'lead 县财政局 · responsible 各乡镇 · responsible 县直各单位'],
  ['〔牵头单位：县财政局，完成时限：6月底前〕', 'lead 县财政局'],
  ['（县图书馆）', 'responsible 县图书馆'],
  ['疾控科、区疾控中心，5月1日前', 'responsible 疾控科 · responsible 区疾控中心'],
  ['县教育局、县民政局等部门', 'responsible 县教育局 · responsible 县民政局'],
  [' 县 财政局 ', 'responsible 县财政局'],
  ['', ''],
  ['—', ''],
])('%s', (list, units) => {
  expect(short(list)).toBe(units)
})

test('the role of a column holds for those of whom nothing else is said', () => {
  expect(short('县财政局、县税务局', { role: 'lead' })).toBe('lead 县财政局 · lead 县税务局')
  expect(short('县财政局（配合）', { role: 'lead' })).toBe('support 县财政局')
})

test('a unit has what it has in a plan, but for its place', () => {
  const additions = { units: [{ name: '云江县财政局', short: ['财政局'] }] }
  expect(readUnits('财政局 ', { additions })).toEqual([
    { name: '财政局', raw: '财政局', role: 'responsible', kind: 'unit', canonical: '云江县财政局' },
  ])
  expect(readUnits('责任领导：周文远')).toMatchObject([{ name: '周文远', role: 'supervisor', kind: 'person' }])
  expect(readUnits('各乡镇人民政府')).toMatchObject([{ kind: 'group' }])
})

describe('of any list', () => {
  const piece = fc.constantFrom(
    '县',
    '财政局',
    '、',
    '，',
    '（',
    '）',
    '〔',
    '：',
    '牵头单位',
    '配合',
    '6月底前',
    ' ',
    'a',
    '😀',
  )
  const list = fc.oneof(
    fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
    fc.string(),
  )
  test('it never throws, and every name stands in it', () => {
    fc.assert(
      fc.property(list, (text) => {
        for (const { raw, name } of readUnits(text)) {
          expect(text).toContain(raw)
          expect(name).not.toBe('')
        }
      }),
    )
  })
})
