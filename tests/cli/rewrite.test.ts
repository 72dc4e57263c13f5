/** Edits in the bytes of a file: all other bytes stay, whatever the encoding. */
import { describe, expect, test } from 'vitest'
import { rewrite } from '../../src/cli/rewrite.ts'
import { gbkBytes } from '../read/gbk.ts'

const TEXT = '（一）加强培训。\r\n(二)开展 检查𠀀。\n'
const EDITS = [
  { start: 10, end: 11, text: '（' },
  { start: 12, end: 13, text: '）' },
  { start: 15, end: 16, text: '' },
]
const MENDED = '（一）加强培训。\r\n（二）开展检查𠀀。\n'
const PLAIN = (text: string) => text.replace('𠀀', '乙')

const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16()

describe('the corrected text is in the encoding of the file, with its line ends and mark', () => {
  test.each([
    ['utf-8', 'utf-8', Buffer.from(TEXT), Buffer.from(MENDED)],
    ['utf-8 with a byte order mark', 'utf-8', Buffer.from(`\ufeff${TEXT}`), Buffer.from(`\ufeff${MENDED}`)],
    ['utf-16le', 'utf-16le', Buffer.from(`\ufeff${TEXT}`, 'utf16le'), Buffer.from(`\ufeff${MENDED}`, 'utf16le')],
    [
      'utf-16be',
      'utf-16be',
      swapped(Buffer.from(`\ufeff${TEXT}`, 'utf16le')),
      swapped(Buffer.from(`\ufeff${MENDED}`, 'utf16le')),
    ],
  ])('%s', (_name, encoding, before, after) => {
    expect(Buffer.from(rewrite(before, encoding, EDITS) ?? [])).toEqual(after)
  })

  test('gb18030', () => {
    const edits = EDITS
    expect(Buffer.from(rewrite(gbkBytes(PLAIN(TEXT)), 'gb18030', edits) ?? [])).toEqual(
      Buffer.from(gbkBytes(PLAIN(MENDED))),
    )
  })
})

test('bytes that mean the same as others are left as they are', () => {
  // Four bytes of GB18030, then the two that are written for 一 in GBK.
  const bytes = Buffer.from('8130813020d2bb', 'hex')
  expect(Buffer.from(rewrite(bytes, 'gb18030', [{ start: 1, end: 2, text: '' }]) ?? []).toString('hex')).toBe(
    '81308130d2bb',
  )
})

test('a character that stands nowhere in the file cannot be put in', () => {
  expect(rewrite(Buffer.from('(一)'), 'utf-8', [{ start: 0, end: 1, text: '（' }])).toBeNull()
})

test('no edits, the same bytes', () => {
  const bytes = Buffer.from([0xff, 0xfe, 0x61])
  expect(Buffer.from(rewrite(bytes, 'utf-16le', []) ?? [])).toEqual(bytes)
})
