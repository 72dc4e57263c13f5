/** The report for people: the line, the words in it, the caret under them, the summary. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LineIndex } from '../../src/position.ts'
import { excerptOf } from '../../src/report/excerpt.ts'
import { width } from '../../src/write/width.ts'
import { checked, finding, reportOf, TEXT } from './files.ts'

test('each finding is a line, the words in their line, and a caret under them; then how many', async () => {
  expect(
    await reportOf('text', [checked()]),
  ).toBe(`a.txt:3:7: warning: 全角、半角圆括号混用：半角 1 对，全角 1 对；这是第一处半角 [bracket-width]
  二、开展检查(含专项)。（县审计局
              ^
a.txt:3:13: error: “（县审计局”的括号没有闭合 [bracket-unclosed]
  二、开展检查(含专项)。（县审计局
                        ^^^^^^^^^^
检查了 1 个文件：错误 1，警告 1，提示 0；其中 1 处可用 --fix 修正
`)
})

test('in English, of standard input and of files that could not be read', async () => {
  const fault = { code: 'file-missing', reason: 'there is no such file' }
  const files = [checked({ path: null, findings: [] }), checked({ path: 'b.txt', findings: [], fault })]
  expect(await reportOf('text', files, { lang: 'en' })).toBe('1 file checked: nothing found; 1 file not read\n')
  const whole = checked({ path: null, findings: [finding(TEXT, null, { severity: 'info' })] })
  expect(await reportOf('text', [whole], { lang: 'en' })).toBe(
    '-:1:1: info: 括号 [bracket-width]\n1 file checked: 0 errors, 0 warnings, 1 info\n',
  )
})

test('quiet shows errors only', async () => {
  const report = await reportOf('text', [checked()], { quiet: true })
  expect(report).toMatch(/^a\.txt:3:13: error: [^\n]*\n[^\n]*\n[^\n]*\n$/)
})

test('nothing of a document or a name reaches the terminal raw', async () => {
  const text = '一、\u001b]0;x\u0007加强\u202e培训（'
  const report = await reportOf('text', [checked({ path: '\u001b[2J.txt', text, findings: [finding(text, [12, 13])] })])
  expect(report).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/)
  expect(report).toContain('\\u001b[2J.txt:1:13')
})

describe('excerpts', () => {
  const place = (text: string, words: string) => {
    const start = text.indexOf(words)
    return new LineIndex(text).position(start, start + words.length)
  }
  const shown = (text: string, words: string, columns = 40) => {
    const { line, indent, length } = excerptOf(text, place(text, words), columns)
    return `${line}\n${' '.repeat(indent)}${'^'.repeat(length)}`
  }

  test.each([
    ['a Chinese character takes two columns', '一、加强（培训', '（培训', '一、加强（培训\n        ^^^^^^'],
    ['tabs are one blank', 'a\tb\tc', 'c', 'a b c\n    ^'],
    ['only the line', '上一行\r\n这一行\r\n下一行', '这一', '这一行\n^^^^'],
    ['a blank', '科学编 制计划', ' ', '科学编 制计划\n      ^'],
    ['words over several lines, to the end of the first', '甲（乙\n丙）丁', '（乙\n丙）', '甲（乙\n  ^^^^'],
    ['control characters are to be seen', '甲\u0007乙', '乙', '甲\\u0007乙\n        ^^'],
  ])('%s', (_name, text, words, expected) => {
    expect(shown(text, words)).toBe(expected)
  })

  test('a long line is cut on both sides of the place', () => {
    const text = `${'前'.repeat(300)}（错${'后'.repeat(300)}`
    expect(shown(text, '（错')).toBe(`…前前前前前前前（错${'后'.repeat(9)}…\n${' '.repeat(16)}^^^^`)
  })

  test('of any line and place it fits, and the caret stands under it', () => {
    const property = fc.property(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.nat(400),
      fc.nat(400),
      fc.integer({ min: 20, max: 120 }),
      (text, a, b, columns) => {
        const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)]
        const { line, indent, length } = excerptOf(text, new LineIndex(text).position(start, end), columns)
        expect(line).not.toMatch(/[\n\r\0-\x08]/)
        // An escape may be cut in two by a width, never the line by more than the mark of the cut.
        expect(width(line)).toBeLessThanOrEqual(columns + 2)
        expect(indent + length).toBeLessThanOrEqual(Math.max(columns + 2, indent + 1))
      },
    )
    fc.assert(property, { numRuns: 300 })
  })
})
