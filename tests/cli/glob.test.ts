/** What a pattern means, in arguments and in a .planparseignore. */
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { Glob } from '../../src/cli/glob.ts'
import { inProcess, NOTICE, scratch } from './hosts.ts'

const means = (pattern: string, path: string, options = { braces: true, dots: false }) =>
  new Glob(pattern, options).has(path)

test.each<[pattern: string, meant: string[], not: string[]]>([
  ['a.txt', ['a.txt'], ['a_txt', 'b/a.txt', 'a.txt2', 'A.txt']],
  ['*.txt', ['a.txt', '通知.txt'], ['.txt', '.a.txt', 'b/a.txt', 'a.txt/']],
  ['*', ['a', 'a.b'], ['.a', 'a/b']],
  ['.*', ['.a', '.'], ['a']],
  ['a*b*c', ['abc', 'axbxc', 'abcbc'], ['ab', 'acb', 'ab/c']],
  ['?.txt', ['a.txt', '甲.txt', '\u{20000}.txt'], ['.txt', 'ab.txt', '/.txt']],
  ['[a-c]', ['a', 'b', 'c'], ['d', 'A', '-']],
  ['[!a-c]x', ['dx', '甲x'], ['ax', '/x', 'x']],
  ['[^a]x', ['bx'], ['ax', '.x']],
  ['[]-]', [']', '-'], ['a']],
  ['[a\\]b]', ['a', ']', 'b'], ['\\']],
  ['[丙-甲]', ['丙', '县', '甲'], ['x', '一']],
  ['a[b', ['a[b'], ['ab']],
  ['[a/b]', ['[a/b]'], ['a']],
  ['**', ['a', 'a/b/c'], ['.a', 'a/.b']],
  ['**/*.txt', ['a.txt', 'a/b/c.txt'], ['a/.b/c.txt', 'a/.txt']],
  ['a/**', ['a/b', 'a/b/c'], ['a', 'b/a']],
  ['a/**/b', ['a/b', 'a/x/b', 'a/x/y/b'], ['a/xb', 'ab']],
  ['a**b', ['ab', 'axb'], ['a/b']],
  ['**/**/a', ['a', 'x/a'], ['b']],
  ['{a,b/c}.txt', ['a.txt', 'b/c.txt'], ['b.txt', '{a,b/c}.txt']],
  ['{a,{b,c*}}', ['a', 'b', 'c', 'cd'], ['d']],
  ['{,a}b', ['b', 'ab'], ['aab']],
  ['{.a,b}', ['.a', 'b'], ['a']],
  ['x{.a,*}', ['x.a', 'x', 'xy'], ['.a']],
  ['{**,a}/b', ['x/y/b', 'a/b'], ['b/c']],
  ['{a}', ['{a}'], ['a']],
  ['{a,b', ['{a,b'], ['a']],
  ['a,b}', ['a,b}'], ['a']],
  ['\\*', ['*'], ['a']],
  ['\\{a,b}', ['{a,b}'], ['a']],
  ['a\\', ['a\\'], ['a']],
  ['', [''], ['a']],
])('%j', (pattern, meant, not) => {
  expect({
    meant: meant.filter((path) => !means(pattern, path)),
    not: not.filter((path) => means(pattern, path)),
  }).toEqual({ meant: [], not: [] })
})

test('dots and braces are as one asks', () => {
  expect(means('*/?b', '.a/.b', { braces: true, dots: true })).toBe(true)
  expect(means('**/b', 'a/.x/b', { braces: true, dots: true })).toBe(true)
  expect(means('{a,b}', '{a,b}', { braces: false, dots: true })).toBe(true)
})

test('any text is a pattern, and its signs escaped it means itself', () => {
  const signs = fc.string({
    unit: fc.constantFrom('*', '?', '[', ']', '{', ',', '}', '!', '\\', '/', '.', '-', 'a', '甲'),
  })
  fc.assert(
    fc.property(signs, signs, (pattern, path) => {
      expect(() => means(pattern, path)).not.toThrow()
      expect(means(path.replace(/[^/]/g, '\\$&'), path)).toBe(true)
    }),
  )
})

describe('a .planparseignore', () => {
  let folder: ReturnType<typeof scratch> | undefined
  afterEach(() => folder?.drop())

  const NAMES = ['a.txt', 'b c.txt', 'b/a.txt', 'b/c/a.txt', '稿/d.txt', '#x.txt', '!y.txt']

  test.each<[lines: string, left: string[]]>([
    ['', NAMES],
    ['a.txt', NAMES.filter((name) => !name.endsWith('a.txt'))],
    ['/a.txt', NAMES.filter((name) => name !== 'a.txt')],
    ['b/', NAMES.filter((name) => !name.startsWith('b/'))],
    ['a.txt/', NAMES],
    ['c', NAMES.filter((name) => name !== 'b/c/a.txt')],
    ['b/*.txt', NAMES.filter((name) => name !== 'b/a.txt')],
    ['b/**/a.txt', NAMES.filter((name) => !name.startsWith('b/'))],
    ['# a.txt\n\n   \n', NAMES],
    ['\\#x.txt\n\\!y.txt', NAMES.filter((name) => !/^[#!]/.test(name))],
    ['a.txt   \r\nb\\ c.txt\r\n', NAMES.filter((name) => !/a\.txt|b c/.test(name))],
    ['*.txt\n!b c.txt', ['b c.txt']],
    // What lies in a folder that is left out is not looked at.
    ['b\n!b/a.txt', NAMES.filter((name) => !name.startsWith('b/'))],
    ['\ufeff稿', NAMES.filter((name) => !name.startsWith('稿'))],
    ['{a,d}.txt', NAMES],
  ])('%j', async (lines, left) => {
    const files = Object.fromEntries(NAMES.map((name) => [`in/${name}`, NOTICE]))
    folder = scratch({ ...files, 'in/.planparseignore': lines })
    const { stdout } = await inProcess({ argv: ['--array', '-f', 'json', 'in'], cwd: folder.path })
    const read = (JSON.parse(stdout) as { source: { path: string } }[]).map(({ source }) => source.path.slice(3))
    expect(read.sort()).toEqual([...left].sort())
  })
})
