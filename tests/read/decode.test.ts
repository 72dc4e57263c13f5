import { describe, expect, test } from 'vitest'
import { decode } from '../../src/read/decode.ts'
import { gbkBytes as gbk } from './gbk.ts'

const SIMPLE = '完善台账管理制度，明确责任单位和完成时限。'
const TRADITIONAL = '完善臺賬管理制度，明確責任單位和完成時限。'

/** Encodes by asking the decoder about every pair of bytes; characters of the basic plane only. */
function encoder(label: string) {
  const codes = new Map<string, number[]>()
  const decoder = new TextDecoder(label)
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      const c = decoder.decode(new Uint8Array([high, low]))
      if (c.length === 1 && !codes.has(c)) codes.set(c, [high, low])
    }
  }
  return (text: string) => new Uint8Array([...text].flatMap((c) => codes.get(c) ?? [c.charCodeAt(0)]))
}

const big5 = encoder('big5')
const utf16 = (text: string, little: boolean) =>
  new Uint8Array(
    [...text].flatMap((c) => {
      const code = c.charCodeAt(0)
      return little ? [code & 255, code >> 8] : [code >> 8, code & 255]
    }),
  )
const utf8 = (text: string) => new TextEncoder().encode(text)
const marked = (mark: number[], bytes: Uint8Array) => new Uint8Array([...mark, ...bytes])

const cases: [name: string, bytes: Uint8Array, encoding: string, text: string][] = [
  ['UTF-8', utf8(SIMPLE), 'utf-8', SIMPLE],
  ['UTF-8 with a mark', marked([0xef, 0xbb, 0xbf], utf8(SIMPLE)), 'utf-8', SIMPLE],
  ['GBK, an old archive', gbk(SIMPLE), 'gb18030', SIMPLE],
  ['GBK, 30 bytes', gbk(SIMPLE).subarray(0, 30), 'gb18030', SIMPLE.slice(0, 15)],
  ['Big5', big5(TRADITIONAL), 'big5', TRADITIONAL],
  ['Big5, 30 bytes', big5(TRADITIONAL).subarray(0, 30), 'big5', TRADITIONAL.slice(0, 15)],
  ['UTF-16 LE with a mark', marked([0xff, 0xfe], utf16(SIMPLE, true)), 'utf-16le', SIMPLE],
  ['UTF-16 LE without', utf16(SIMPLE, true), 'utf-16le', SIMPLE],
  ['UTF-16 BE with a mark', marked([0xfe, 0xff], utf16(SIMPLE, false)), 'utf-16be', SIMPLE],
  ['UTF-16 BE without, 30 bytes', utf16(SIMPLE, false).subarray(0, 30), 'utf-16be', SIMPLE.slice(0, 15)],
  [
    'a page that names its encoding',
    gbk(`<meta charset="gb2312"><p>${SIMPLE}`),
    'gb18030',
    `<meta charset="gb2312"><p>${SIMPLE}`,
  ],
  [
    'a page that names a wrong one',
    utf8(`<meta charset="gb2312"><p>${SIMPLE}`),
    'utf-8',
    `<meta charset="gb2312"><p>${SIMPLE}`,
  ],
  [
    'GBK after a long script',
    gbk(`${'var a = 1\n'.repeat(9000)}${SIMPLE}`),
    'gb18030',
    `${'var a = 1\n'.repeat(9000)}${SIMPLE}`,
  ],
  ['nothing', new Uint8Array(), 'utf-8', ''],
  ['Latin letters', utf8('plan'), 'utf-8', 'plan'],
]

test.each(cases)('%s', (_, bytes, encoding, text) => {
  expect(decode(bytes, 'auto')).toEqual({ text, encoding, notes: [] })
})

test('gbk and gb2312 are read as gb18030', () => {
  expect(decode(gbk(SIMPLE), 'gb2312')).toMatchObject({ encoding: 'gb18030', text: SIMPLE })
})

test('an encoding nobody knows is refused', () => {
  expect(() => decode(utf8(SIMPLE), 'utf-99')).toThrow(/utf-99/)
})

describe('broken bytes', () => {
  test('are shown, and the first is named', () => {
    const bytes = utf8(SIMPLE)
    bytes[9] = 0xff
    const { text, encoding, notes } = decode(bytes, 'auto')
    expect(encoding).toBe('utf-8')
    expect(text.slice(0, 3)).toBe(SIMPLE.slice(0, 3))
    expect(notes).toEqual([{ code: 'bytes-broken', range: { start: 3, end: 4 }, detail: '9' }])
  })

  test('a file that stops within a character', () => {
    const { encoding, notes } = decode(utf8(SIMPLE).subarray(0, 31), 'auto')
    expect(encoding).toBe('utf-8')
    expect(notes).toMatchObject([{ code: 'bytes-broken', detail: '30' }])
  })

  test('GBK after UTF-8', () => {
    const { notes } = decode(new Uint8Array([...utf8(SIMPLE.repeat(3)), ...gbk(SIMPLE)]), 'auto')
    expect(notes).toMatchObject([{ code: 'bytes-broken', detail: String(utf8(SIMPLE).length * 3) }])
  })
})
