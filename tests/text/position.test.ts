/** Line and column of every place, in whatever order they are asked for. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LineIndex } from '../../src/position.ts'

/** Counted by hand: each line end before the place begins a line. */
function counted(text: string, offset: number) {
  const before = text.slice(0, offset).replace(/\r$/, text.charAt(offset) === '\n' ? 'x' : '\r')
  const lines = before.split(/\r\n|\n|\r/)
  return { line: lines.length, column: (lines.at(-1) as string).length + 1, offset }
}

test.each([
  ['', 0, 1, 1],
  ['甲', 0, 1, 1],
  ['甲', 1, 1, 2],
  ['甲\n', 1, 1, 2],
  ['甲\n', 2, 2, 1],
  ['\n\n', 1, 2, 1],
  ['甲\r\n乙', 1, 1, 2],
  ['甲\r\n乙', 2, 1, 3],
  ['甲\r\n乙', 3, 2, 1],
  ['甲\r', 2, 2, 1],
  ['甲\r\r\n乙', 2, 2, 1],
  ['甲\r\r\n乙', 4, 3, 1],
  ['甲\f\u2028乙', 3, 1, 4],
])('in %j the offset %i is line %i, column %i', (text, offset, line, column) => {
  expect(new LineIndex(text).point(offset)).toEqual({ line, column, offset })
})

test('a position holds both ends', () => {
  expect(new LineIndex('甲\n乙丙').position(0, 4)).toEqual({
    start: { line: 1, column: 1, offset: 0 },
    end: { line: 2, column: 3, offset: 4 },
  })
})

test('places far apart, back and forth, are those that counting gives', () => {
  const lines = fc.array(fc.constantFrom('\n', '\r\n', '\r', '甲', '乙丙'), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(lines, fc.array(fc.nat(), { minLength: 1 }), (parts, wanted) => {
      const text = parts.join('')
      const index = new LineIndex(text)
      const offsets = wanted.map((n) => n % (text.length + 1))
      expect(offsets.map((offset) => index.point(offset))).toEqual(offsets.map((offset) => counted(text, offset)))
    }),
    { seed: 1, numRuns: 200 },
  )
})

test('from the first line to the last and back, one by one or at a leap', () => {
  const text = '甲\n'.repeat(40)
  const index = new LineIndex(text)
  const lines = [1, 2, 9, 10, 18, 27, 36, 40, 41, 40, 32, 1, 41, 8, 16, 17, 26]
  expect(lines.map((line) => index.point((line - 1) * 2).line)).toEqual(lines)
  expect(lines.slice(0, -9).map((line) => index.point((line - 1) * 2 + 1))).toMatchObject(
    lines.slice(0, -9).map((line) => ({ line, column: 2 })),
  )
})
