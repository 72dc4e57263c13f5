import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fileNames } from '../../src/cli/file-names.ts'

test.each([
  ['a unit', '县财政局', '县财政局.csv'],
  ['one with brackets', '县融媒体中心（县新闻办）', '县融媒体中心（县新闻办）.csv'],
  ['a path upwards', '../../x', '_.._x.csv'],
  ['dots', '..', '_.csv'],
  ['a dot', '.', '_.csv'],
  ['nothing', '', '_.csv'],
  ['blanks', ' \u3000 ', '_.csv'],
  ['a path', 'a/b', 'a_b.csv'],
  ['a path from the root', '/etc/passwd', '_etc_passwd.csv'],
  ['a path on Windows', 'C:\\x', 'C__x.csv'],
  ['a stream on Windows', 'a.csv:x', 'a.csv_x.csv'],
  ['wildcards and quotes', 'a*?"<>|b', 'a______b.csv'],
  ['controls', 'a\0b\nc\u001bd\u007f', 'a_b_c_d_.csv'],
  ['marks that turn the line round', 'a\u202egpj\u2066', 'a_gpj_.csv'],
  ['a lone surrogate', 'a\ud800', 'a_.csv'],
  ['a hidden file', '.bashrc', 'bashrc.csv'],
  ['dots and blanks at the ends', ' ..科. ', '科.csv'],
  ['a device', 'CON', '_CON.csv'],
  ['a device in small letters', 'nul', '_nul.csv'],
  ['a device with an extension', 'aux.txt', '_aux.txt.csv'],
  ['a device with a blank', 'com1 .a', '_com1 .a.csv'],
  ['a device with a raised digit', 'LPT²', '_LPT².csv'],
  ['no device', 'CONSUL', 'CONSUL.csv'],
  ['a decomposed name', 'e\u0301', '\u00e9.csv'],
])('%s', (_what, name, file) => {
  expect(fileNames([name], '.csv')).toEqual([file])
})

describe('long names', () => {
  test('are cut at a character, and told apart by what was cut off', () => {
    const [first = '', second = ''] = fileNames(['很'.repeat(120), `${'很'.repeat(119)}长`], '.xlsx')
    expect(first).toMatch(/^很{50,}-[0-9a-f]{8}\.xlsx$/)
    expect(second).toMatch(/^很{50,}-[0-9a-f]{8}\.xlsx$/)
    expect(first).not.toBe(second)
  })

  test('no character is torn', () => {
    const [name = ''] = fileNames(['👩‍👩‍👧'.repeat(40).replaceAll('\u200d', ''), 'x'], '.csv')
    expect(name).not.toMatch(/\p{Surrogate}/u)
  })
})

test.each([
  ['twins', ['科', '科'], ['科.csv', '科~2.csv']],
  ['in case', ['ab', 'AB', 'Ab'], ['ab.csv', 'AB~2.csv', 'Ab~3.csv']],
  ['in form', ['\u00e9', 'e\u0301'], ['\u00e9.csv', '\u00e9~2.csv']],
  ['in width', ['Ａ科', 'A科'], ['Ａ科.csv', 'A科~2.csv']],
  ['made alike', ['a/b', 'a:b', 'a_b'], ['a_b.csv', 'a_b~2.csv', 'a_b~3.csv']],
  ['a name like that of a twin', ['a~2', 'a', 'a'], ['a~2.csv', 'a.csv', 'a~3.csv']],
])('%s', (_what, names, files) => {
  expect(fileNames(names, '.csv')).toEqual(files)
})

test('whatever the names, each file has a name of its own that lies in the folder', () => {
  const odd = fc.constantFrom(
    '.',
    '..',
    '/',
    '\\',
    '\0',
    'CON',
    'nul',
    'a',
    'A',
    'é',
    'e\u0301',
    '局',
    ' ',
    '~2',
    '很'.repeat(70),
  )
  const name = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(odd, { maxLength: 4 }).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(fc.array(name, { maxLength: 30 }), (names) => {
      const files = fileNames(names, '.ndjson')
      expect(new Set(files.map((file) => file.normalize('NFKC').toLowerCase())).size).toBe(names.length)
      for (const file of files) {
        expect(Buffer.byteLength(file)).toBeLessThanOrEqual(200)
        expect(file).toMatch(/^[^.\s/\\:*?"<>|\p{Cc}\p{Cf}\p{Cs}][^/\\:*?"<>|\p{Cc}\p{Cf}\p{Cs}]*\.ndjson$/u)
        expect(file).toBe(file.normalize('NFC'))
        expect(file).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)[. ]/i)
      }
    }),
  )
})
