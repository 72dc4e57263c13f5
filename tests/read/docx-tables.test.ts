/** Tables as Word has them, merged cells and all. */
import { expect, test } from 'vitest'
import { readDocx } from '../../src/read/docx.ts'
import type { TableBlock } from '../../src/stages.ts'
import { docx, p, table, tc } from './docx-build.ts'

const read = (body: string) => readDocx(docx(body))

/** The cells of the first table: `<` before those that go on from above, `/` between paragraphs. */
async function cells(body: string): Promise<string[][]> {
  const { blocks } = await read(body)
  const found = blocks.find((block): block is TableBlock => block.kind === 'table')
  return (found?.rows ?? []).map((row) =>
    row.map(({ above, paragraphs }) => (above ? '<' : '') + paragraphs.map((view) => view.text).join('/')),
  )
}

const merged = (value = '') => `<w:vMerge${value ? ` w:val="${value}"` : ''}/>`

test('cells are parted by tabs, rows by lines', async () => {
  const { text } = await read(p('前') + table(['序号', '任务'], ['1', p('甲') + p('乙')]) + p('后'))
  expect(text).toBe('前\n序号\t任务\n1\t甲\n乙\n后\n')
})

test('cells merged over columns are followed by blank ones', async () => {
  const wide = tc('责任单位', '<w:gridSpan w:val="2"/>')
  expect(await cells(table(['任务', wide], ['甲', '乙', '丙']))).toEqual([
    ['任务', '责任单位', ''],
    ['甲', '乙', '丙'],
  ])
})

test('cells merged over rows go on below', async () => {
  const rows = table(
    ['类别', '任务', '单位'],
    [tc('改革', merged('restart')), '甲', tc('市发展改革委', merged('restart'))],
    [tc('', merged()), '乙', tc('', merged('continue'))],
    [tc('', merged()), '丙', '市教育局'],
  )
  expect(await cells(rows)).toEqual([
    ['类别', '任务', '单位'],
    ['改革', '甲', '市发展改革委'],
    ['<改革', '乙', '<市发展改革委'],
    ['<改革', '丙', '市教育局'],
  ])
  expect((await read(rows)).text).toBe('类别\t任务\t单位\n改革\t甲\t市发展改革委\n乙\n丙\t市教育局\n')
})

test('cells merged over rows and columns at once', async () => {
  const square = (content: string, merge: string) => tc(content, `<w:gridSpan w:val="2"/>${merge}`)
  expect(await cells(table([square('甲', merged('restart')), '1'], [square('', merged()), '2']))).toEqual([
    ['甲', '', '1'],
    ['<甲', '<', '2'],
  ])
})

test('rows that begin late or end early are as wide as the others', async () => {
  const late = `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${tc('乙')}</w:tr>`
  expect(await cells(`<w:tbl><w:tr>${tc('甲')}${tc('乙')}${tc('丙')}</w:tr>${late}</w:tbl>`)).toEqual([
    ['甲', '乙', '丙'],
    ['', '乙'],
  ])
})

test('rows and cells that were deleted are out', async () => {
  const gone = `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${tc('删')}${tc('去')}</w:tr>`
  const rows = `<w:tbl><w:tr>${tc('甲')}${tc('删去', '<w:cellDel/>')}</w:tr>${gone}<w:tr>${tc('乙')}${tc('丙')}</w:tr></w:tbl>`
  expect(await cells(rows)).toEqual([
    ['甲', ''],
    ['乙', '丙'],
  ])
})

test('a table in a cell gives its paragraphs to the cell', async () => {
  expect(await cells(table([p('外') + table(['甲', '乙'], ['丙', '丁']) + p('尾'), '右']))).toEqual([
    ['外/甲/乙/丙/丁/尾', '右'],
  ])
})

test('a line break and a tab in a cell', async () => {
  expect(await cells(table([p('<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t></w:r>'), '右']))).toEqual([
    ['甲/乙 丙', '右'],
  ])
})

test('a table of one column is a frame around paragraphs', async () => {
  const { text, blocks } = await read(p('前') + table([p('一、总体要求') + p('推进')], ['二、任务']))
  expect(text).toBe('前\n一、总体要求\n推进\n二、任务\n')
  expect(blocks.map((block) => block.kind)).toEqual(['text', 'text', 'text', 'text'])
})
