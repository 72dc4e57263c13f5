/** Files that are no readable Word document: one clear sentence each, in bounded time and memory. */
import { buffer } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import yazl from 'yazl'
import { type FaultCode, PlanparseError } from '../../src/error.ts'
import { readDocx } from '../../src/read/docx.ts'
import { docx, filesOf, p, relation, relationships, table, tc, zip } from './docx-build.ts'

async function codeOf(bytes: Uint8Array): Promise<FaultCode | 'read'> {
  try {
    await readDocx(bytes)
    return 'read'
  } catch (error) {
    if (error instanceof PlanparseError) return error.code
    throw error
  }
}

const GOOD = docx(p('正文'))
const compound = (inside: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512), Buffer.from(inside, 'utf16le')])
const documentOf = (xml: string) => zip({ ...filesOf({ body: '' }), 'word/document.xml': xml })
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

test.each<[what: string, code: FaultCode, bytes: Uint8Array]>([
  ['an empty file', 'not-this-format', new Uint8Array()],
  ['a text', 'not-this-format', Buffer.from('关于印发工作要点的通知')],
  ['an image', 'not-this-format', Buffer.from('89504e470d0a1a0a', 'hex')],
  ['a zip archive that is no document', 'zip-unknown', zip({ 'a.txt': '甲', 'b/c.png': '乙' })],
  ['a spreadsheet', 'not-this-format', zip({ ...filesOf({ body: '' }), 'word/document.xml': '<workbook/>' })],
  ['another kind of document part', 'not-this-format', documentOf(`<w:styles ${W}/>`)],
  ['a document that was cut off', 'truncated', GOOD.subarray(0, GOOD.length >> 1)],
  ['a document cut off in its last bytes', 'truncated', GOOD.subarray(0, GOOD.length - 5)],
  ['only the first bytes of one', 'truncated', GOOD.subarray(0, 4)],
  ['an old document', 'old-office-format', compound('WordDocument')],
  ['a document under a password', 'encrypted', compound('EncryptedPackage')],
  ['a part under a password', 'encrypted', zip(filesOf({ body: p('甲') }), { 'word/document.xml': { flags: 1 } })],
  [
    'a part that is longer than it says',
    'truncated',
    zip(filesOf({ body: p('甲'.repeat(999)) }), { 'word/document.xml': { size: 99 } }),
  ],
  [
    'a part that is shorter than it says',
    'truncated',
    zip(filesOf({ body: p('甲') }), { 'word/document.xml': { size: 9_999 } }),
  ],
  ['XML that breaks off', 'truncated', documentOf(`<w:document ${W}><w:body><w:p>`)],
  ['XML that is none', 'truncated', documentOf('正文')],
  ['an empty document part', 'truncated', documentOf('')],
  [
    'bytes that are no UTF-8',
    'truncated',
    zip({ ...filesOf({ body: '' }), 'word/document.xml': Buffer.from(`<w:document ${W}>\xff</w:document>`, 'latin1') }),
  ],
  ['an entity that nothing defines', 'truncated', docx(p('<w:r><w:t>&secret;</w:t></w:r>'))],
  [
    'a DOCTYPE',
    'doctype-forbidden',
    documentOf(`<!DOCTYPE d [<!ENTITY a "甲"><!ENTITY b "&a;&a;&a;">]><w:document ${W}>&b;</w:document>`),
  ],
  [
    'an entity that names another file',
    'doctype-forbidden',
    documentOf(`<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document ${W}>&a;</w:document>`),
  ],
  [
    'a DOCTYPE among the styles',
    'doctype-forbidden',
    zip({ ...filesOf({ body: p('甲'), styles: '' }), 'word/styles.xml': '<!DOCTYPE d><styles/>' }),
  ],
  [
    'more entries than any document has',
    'zip-bomb',
    zip(Object.fromEntries(Array.from({ length: 5_001 }, (_, i) => [`${i}`, '']))),
  ],
  [
    'a part that says it is huge',
    'zip-bomb',
    zip(filesOf({ body: p('甲') }), { 'word/document.xml': { size: 65 * 1024 * 1024 } }),
  ],
])('%s', async (_, code, bytes) => {
  expect(await codeOf(bytes)).toBe(code)
})

test('a bomb is refused before it is unpacked', async () => {
  const bomb = zip(filesOf({ body: `<w:p><w:r><w:t>${'0'.repeat(40 * 1024 * 1024)}</w:t></w:r></w:p>` }))
  expect(bomb.length).toBeLessThan(100_000)
  expect(await codeOf(bomb)).toBe('zip-bomb')
})

test('parts that are not read may be as large as they like', async () => {
  const files = { ...filesOf({ body: p('正文') }), 'word/media/a.bin': Buffer.alloc(20 * 1024 * 1024) }
  expect((await readDocx(zip(files))).text).toBe('正文\n')
})

describe('parts that a document has no use for are not unpacked', () => {
  const files = filesOf({ body: p('正文') })
  test.each([
    [
      'names that lead out of the archive',
      { '../x': '甲', '/etc/passwd': '乙', 'C:\\x': '丙', '../../word/document.xml': '丁' },
    ],
    ['an archive within it', { 'word/embeddings/a.zip': zip({ 'word/document.xml': '甲' }), 'a.docx': docx(p('乙')) }],
  ])('%s', async (_, more) => {
    expect((await readDocx(zip({ ...files, ...more }))).text).toBe('正文\n')
  })

  test('a document that is said to stand outside of the archive is none', async () => {
    const target = relationships([relation('r', 'officeDocument', '../../../../etc/hostname')])
    await expect(readDocx(zip({ ...files, '_rels/.rels': target }))).rejects.toMatchObject({ code: 'zip-unknown' })
  })
})

test('an archive in the form for more than 4 GB is read', async () => {
  const archive = new yazl.ZipFile()
  for (const [name, content] of Object.entries(filesOf({ body: p('正文') })))
    archive.addBuffer(Buffer.from(content), name, { forceZip64Format: true })
  archive.end({ forceZip64Format: true, comment: '' })
  const bytes = await buffer(archive.outputStream)
  expect((await readDocx(bytes)).text).toBe('正文\n')
})

describe('documents made to be slow', () => {
  test.each<[what: string, found: string, body: string]>([
    ['elements nested without end', 'truncated', '<w:ins>'.repeat(100_000)],
    ['tables in tables', 'read', '<w:tbl><w:tr><w:tc>'.repeat(300) + p('甲') + '</w:tc></w:tr></w:tbl>'.repeat(300)],
    [
      'a row of very many cells above very many rows',
      'read',
      table(
        Array.from({ length: 20_000 }, () => '甲'),
        ...Array.from({ length: 20_000 }, () => ['乙']),
      ),
    ],
    [
      'cells that say they are wider than any table',
      'read',
      table(...Array.from({ length: 5_000 }, () => [tc('甲', '<w:gridSpan w:val="999999999"/>'), '乙'])),
    ],
    ['a paragraph of very many runs', 'read', p('<w:r><w:t>甲</w:t></w:r>'.repeat(200_000))],
    [
      'more cells than a sheet may have',
      'too-large',
      `<w:tbl>${`<w:tr>${'<w:tc/>'.repeat(40)}</w:tr>`.repeat(50_001)}</w:tbl>`,
    ],
    ['very many line breaks', 'read', p(`<w:r>${'<w:br/>'.repeat(200_000)}</w:r>`)],
    ['fields that are never ended', 'read', p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(100_000))],
    [
      'content controls in content controls',
      'read',
      '<w:sdt><w:sdtContent>'.repeat(400) + p('甲').repeat(10_000) + '</w:sdtContent></w:sdt>'.repeat(400),
    ],
  ])(
    '%s',
    async (_, expected, body) => {
      expect(await codeOf(docx(body))).toBe(expected)
    },
    10_000,
  )
})
