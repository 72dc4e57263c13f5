/**
 * Tables with cells merged in ways that no program writes: past the edges, upon each other, over more than there is.
 * Whatever the merges, what is read keeps the promises.
 */
import fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { readPlan } from '../../src/parse.ts'
import { verifyPlan } from '../../src/verify/index.ts'
import { docx, tc } from './docx-build.ts'
import { utf8 } from './plan-of.ts'

const HEADS = [
  ['序号', '工作任务', '责任单位'],
  ['序号', '类别', '工作任务', '责任单位', '完成时限'],
  ['工作任务', '牵头单位', '完成时限', '进展情况', '备注'],
]
const WORDS = [
  '1',
  '2',
  '一、完善台账',
  '开展检查。',
  '县教育局',
  '县教育局、公安局',
  '教育',
  '6月底前',
  '2023年6',
  '月底前',
  '已完成',
  '同上',
  '牵头单位：县教育局',
  '完善台账（责任单位：县财政局）',
  '',
]

interface MergedCell {
  words: string
  rows: number
  columns: number
}
type MergedTable = MergedCell[][]

const span = fc.oneof(
  { weight: 4, arbitrary: fc.constant(1) },
  fc.constantFrom(2, 3, 4),
  fc.constantFrom(0, 1000, 65534),
)
const cell = fc.record({ words: fc.constantFrom(...WORDS), rows: span, columns: span })
const merged: fc.Arbitrary<MergedTable> = fc
  .tuple(fc.constantFrom(...HEADS), fc.array(fc.array(cell, { minLength: 1, maxLength: 7 }), { maxLength: 8 }))
  .map(([head, rows]) => [head.map((words) => ({ words, rows: 1, columns: 1 })), ...rows])

const FILES: Record<string, (rows: MergedTable) => Uint8Array | Promise<Uint8Array>> = {
  'a web page': (rows) => {
    const cells = (row: MergedCell[]) =>
      row.map((each) => `<td rowspan="${each.rows}" colspan="${each.columns}">${each.words}`).join('')
    return utf8(`<html><body><table>${rows.map((row) => `<tr>${cells(row)}`).join('')}</table></body></html>`)
  },
  'a Word document': (rows) => {
    const cells = (row: MergedCell[]) =>
      row.map(({ words, rows: down, columns }) => {
        const merge = down === 1 ? '' : `<w:vMerge${down > 1 ? ' w:val="restart"' : ''}/>`
        return tc(down === 0 ? '' : words, `<w:gridSpan w:val="${columns}"/>${merge}`)
      })
    return docx(`<w:tbl>${rows.map((row) => `<w:tr>${cells(row).join('')}</w:tr>`).join('')}</w:tbl>`)
  },
  'a spreadsheet': (rows) => {
    const merges = rows.flatMap((row, r) =>
      row.flatMap(({ rows: down, columns }, c) =>
        (down > 1 || columns > 1) && down < 9999 && columns < 9999
          ? [{ startRow: r, startCol: c, endRow: r + Math.max(down, 1) - 1, endCol: c + Math.max(columns, 1) - 1 }]
          : [],
      ),
    )
    return writeXlsx({ sheets: [{ name: '任务', rows: rows.map((row) => row.map(({ words }) => words)), merges }] })
  },
}

test.each(Object.entries(FILES))('whatever is merged keeps the promises: %s', async (_, fileOf) => {
  await fc.assert(
    fc.asyncProperty(merged, async (rows) => {
      const plan = await readPlan(await fileOf(rows), { withText: true })
      expect(verifyPlan(plan.document.text ?? '', plan)).toEqual([])
    }),
    { numRuns: 200, seed: 20230601 },
  )
})
