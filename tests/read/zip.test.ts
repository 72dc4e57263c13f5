/** How much an archive (a Word document, a spreadsheet) may hold: what is at the limit is read, what is above is refused. */
import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { readDocx } from '../../src/read/docx.ts'
import { readXlsx } from '../../src/read/xlsx.ts'
import { Archive } from '../../src/read/zip.ts'
import { filesOf, p, zip } from './docx-build.ts'

const MB = 2 ** 20
/** A part that is packed as tightly as can be. */
const PART = new Uint8Array(16 * MB)
const REFUSED = { code: 'zip-bomb', message: expect.stringMatching(/^压缩包.*没有读取$/) }

/** Unpacks everything, as is done with a spreadsheet; the names of what there was. */
async function unpack(files: Record<string, string | Uint8Array>): Promise<string[]> {
  const names: string[] = []
  const archive = await Archive.open(zip(files))
  await archive.admitAll((name) => {
    names.push(name)
    return () => {}
  })
  return names
}

test('256 MB in all are unpacked, and not one byte more', async () => {
  const files = Object.fromEntries(Array.from({ length: 16 }, (_, i) => [`${i}`, PART]))
  expect(await unpack(files)).toHaveLength(16)
  await expect(unpack({ ...files, more: '1' })).rejects.toMatchObject(REFUSED)
})

test('a part may be packed as tightly as it likes up to 16 MB, beyond that 200 to 1', async () => {
  expect(await unpack({ part: PART })).toEqual(['part'])
  await expect(unpack({ part: new Uint8Array(16 * MB + 1) })).rejects.toMatchObject(REFUSED)
})

test('5,000 entries are a document, one more is none', async () => {
  const files = filesOf({ body: p('正文') })
  const more = 5_000 - Object.keys(files).length
  const pictures = Array.from({ length: more }, (_, i) => [`word/media/${i}.png`, ''])
  const full = { ...files, ...Object.fromEntries(pictures) }
  expect((await readDocx(zip(full))).text).toBe('正文\n')
  await expect(readDocx(zip({ ...full, more: '' }))).rejects.toMatchObject(REFUSED)
})

test('a sheet of more than 2 million cells in its rows with words is too large', async () => {
  const head = ['序号', '工作任务', ...Array.from({ length: 997 }, () => null), '备注']
  const rows = [head, ...Array.from({ length: 2_000 }, (_, i) => [i, '开展检查。'])]
  const bytes = await writeXlsx({ sheets: [{ name: '任务', rows }] })
  await expect(readXlsx(bytes)).rejects.toMatchObject({
    code: 'too-large',
    message: expect.stringMatching(/2001 × 1000.*请拆分后再读$/),
  })
})

test('a sheet of more than 64 million characters is too large, though many cells share one text', async () => {
  const text = '开展检查。'.repeat(6_500)
  const rows = [['序号', '工作任务'], ...Array.from({ length: 2_100 }, (_, i) => [i, text])]
  const bytes = await writeXlsx({ sheets: [{ name: '任务', rows }] })
  expect(bytes.length).toBeLessThan(MB)
  await expect(readXlsx(bytes)).rejects.toMatchObject({
    code: 'too-large',
    message: expect.stringMatching(/682\d{5}.*请拆分后再读$/),
  })
})
