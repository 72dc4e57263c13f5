/** Tables of a page: those that hold data, with their merged cells; others only lay the page out. */
import { isHeader } from '../../terms/columns.ts'
import { furnitureOf } from '../../terms/furniture.ts'
import type { View } from '../../text/view.ts'
import type { DraftCell } from '../draft.ts'
import { attribute, childrenOf, type Element, isElement, isHidden, type Measures, nodesOf, textOf } from './tree.ts'

/** The lines that a cell shows. */
type LinesOf = (cell: Element) => View[]

/** Longer tables are none of data of the page. */
const LONGEST_DATA = 20

/** More tables than these within one: it lays the page out. */
const MOST_TABLES = 20

/** The rows of a table of data; `null` for one that lays out and, around the article, for all but tables of tasks. */
export function readRows(
  table: Element,
  measures: Measures,
  around: boolean,
  linesOf: LinesOf,
): DraftCell<View>[][] | null {
  const { words = 0, links = 0, tables = 0 } = measures.get(table) ?? {}
  if (words + links === 0 || tables > MOST_TABLES) return null
  const rows = rowsOf(table)
  if (tables > 0 && !rows.some((row) => row.length > 1 && row.every((cell) => (measures.get(cell)?.tables ?? 0) === 0)))
    return null
  const wide = rows.filter((row) => row.length > 1)
  if (wide.length === 0) return null
  const cellOf = (cell: Element): DraftCell<View> => ({
    paragraphs: linesOf(cell).map((line) => [line]),
    rows: spanOf(cell, 'rowspan'),
    columns: spanOf(cell, 'colspan'),
  })
  const draft = withoutBlank(rows.map((row) => row.map(cellOf)))
  if (draft.slice(0, 6).some(isHeaderRow)) return draft
  if (around) return null
  const most = rows.flat().reduce((so, cell) => Math.max(so, measures.get(cell)?.words ?? 0), 0)
  const laysOut = tables > 0 || wide.length < 2 || (most > 200 && most > words * 0.6)
  return laysOut ? null : draft
}

/** The rows that hold words; a cell that is merged over others too reaches over so many fewer. */
function withoutBlank(rows: readonly DraftCell<View>[][]): DraftCell<View>[][] {
  const hasWords = rows.map((row) => row.some((cell) => cell.paragraphs.length > 0))
  const before = [0]
  for (const has of hasWords) before.push((before.at(-1) as number) + (has ? 1 : 0))
  const between = (from: number, to: number) => (before[Math.min(to, rows.length)] as number) - (before[from] as number)
  return rows
    .map((row, i) => row.map((cell) => ({ ...cell, rows: between(i, i + cell.rows) })))
    .filter((_, i) => hasWords[i])
}

function isHeaderRow(row: readonly DraftCell<View>[]): boolean {
  return isHeader(
    row.map((cell) =>
      cell.paragraphs
        .flat()
        .map(({ text }) => text)
        .join(''),
    ),
  )
}

/** True for a table of what a site says of a document: 索引号, 发文字号 … */
export function isPageData(table: Element, measures: Measures): boolean {
  if ((measures.get(table)?.tables ?? 0) > 0) return false
  const rows = rowsOf(table).filter((row) => row.some((cell) => (measures.get(cell)?.words ?? 0) > 0))
  const isData = (row: readonly Element[]) =>
    furnitureOf(row.map((cell) => nodesOf(cell).map(textOf).join('').trim()).join('\t')) === 'page-data'
  return rows.length <= LONGEST_DATA && rows.filter(isData).length * 2 > rows.length
}

/** The rows of a table itself, through its groups; not those of tables in it. */
function rowsOf(table: Element): Element[][] {
  const groups = childrenOf(table).filter(isElement)
  const rows = groups.flatMap((each) =>
    /^(?:tbody|thead|tfoot)$/.test(each.tagName) ? childrenOf(each).filter(isElement) : [each],
  )
  return rows
    .filter((each) => each.tagName === 'tr' && !isHidden(each))
    .map((row) =>
      childrenOf(row).filter(
        (cell): cell is Element => isElement(cell) && /^t[dh]$/.test(cell.tagName) && !isHidden(cell),
      ),
    )
}

function spanOf(cell: Element, name: string): number {
  const value = Number(attribute(cell, name) || 1)
  // 0 means down to the end of the table.
  return name === 'rowspan' && value === 0 ? 1000 : Number.isInteger(value) && value > 0 ? value : 1
}
