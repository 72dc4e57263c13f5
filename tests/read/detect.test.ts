/** Which reader takes a file: by its content, then by its name; what no reader takes is refused with advice. */
import { describe, expect, test } from 'vitest'
import { readPlan } from '../../src/parse.ts'
import { column, pdf } from './pdf-writer.ts'
import { utf8 } from './plan-of.ts'

const bytes = (latin: string) => Uint8Array.from(latin, (c) => c.charCodeAt(0))
const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'
const wide = (name: string) => [...name].join('\0')

const known: [name: string, content: Uint8Array, path: string, format: string][] = [
  ['plain text', utf8('一、开展检查。'), 'a.txt', 'text'],
  ['a page named .txt', utf8('<!DOCTYPE html><html><body><p>一、开展检查。</p></body></html>'), 'a.txt', 'html'],
  ['a page without a head', utf8('<p>一、</p><p>二、</p><p>三、</p>'), 'a', 'html'],
  ['a page after a comment', utf8('<!-- saved -->\n<html><body>一、</body></html>'), 'a.htm', 'html'],
  ['text with one tag', utf8('一、推进<br>改革。'), 'a.txt', 'text'],
  ['Markdown named .txt', utf8('# 要点\n## 一\n- 甲'), 'a.txt', 'markdown'],
  ['little Markdown named .md', utf8('- 开展检查。'), 'a.md', 'markdown'],
  ['PDF named .txt', pdf([{ texts: column(['一、开展检查。']) }]), 'a.txt', 'pdf'],
]

test.each(known)('%s', async (_, content, path, format) => {
  expect((await readPlan(content, { path })).source.format).toBe(format)
})

test('--from forces', async () => {
  const page = utf8('<!DOCTYPE html><p>一、开展检查。</p>')
  expect((await readPlan(page, { format: 'text' })).source.format).toBe('text')
  await expect(readPlan(page, { format: 'docs' as 'docx' })).rejects.toMatchObject({ code: 'unknown-format' })
})

describe('refused with what to do', () => {
  const refused: [name: string, content: Uint8Array, code: string, sentence: RegExp][] = [
    ['a .doc', bytes(`${OLE}${'\0'.repeat(600)}${wide('WordDocument')}`), 'old-office-format', /另存为 \.docx/],
    ['an .xls', bytes(`${OLE}${'\0'.repeat(600)}${wide('Workbook')}`), 'old-office-format', /\.xlsx/],
    ['an encrypted .docx', bytes(`${OLE}${'\0'.repeat(600)}${wide('EncryptedPackage')}`), 'encrypted', /密码/],
    ['an .rtf', bytes('{\\rtf1\\ansi'), 'old-office-format', /\.docx/],
    [
      'a page saved as .mht',
      bytes('From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n'),
      'old-office-format',
      /\.docx/,
    ],
    ['a PNG renamed .txt', bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'not-text', /PNG/],
    ['a JPEG', bytes('\xff\xd8\xff\xe0\0\x10JFIF'), 'not-text', /JPEG/],
    ['a program', bytes(`\x7fELF\x02\x01\x01${'\0'.repeat(100)}`), 'not-text', /ELF/],
    ['rubbish', Uint8Array.from({ length: 5000 }, (_, i) => ((i * 7919) % 251) % 32), 'not-text', /不是文本/],
  ]
  test.each(refused)('%s', async (_, content, code, sentence) => {
    const reading = readPlan(content, { path: 'a.txt' })
    await expect(reading).rejects.toMatchObject({ code })
    await expect(reading).rejects.toThrow(sentence)
  })
})

test('a Markdown list nested 2,000 deep is read as text, with a message', async () => {
  const list = Array.from({ length: 2000 }, (_, i) => `${'  '.repeat(i)}- 甲`).join('\n')
  const plan = await readPlan(utf8(`# 要点\n## 一\n${list}`))
  expect(plan.messages.map(({ code }) => code)).toContain('markdown-too-deep')
}, 10_000)
