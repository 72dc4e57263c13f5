/**
 * The rows of a sheet, whatever file they come from: from the row with the headings on a table, what stands above it
 * text; a sheet without such a row is text, its cells set apart by tabs.
 */
import { isHeader } from '../terms/columns.ts'
import type { Draft, DraftCell } from './draft.ts'

/** Headings stand in the first rows. */
const HEADER_WITHIN = 12

export function writeSheet(draft: Draft, rows: readonly DraftCell[][]): void {
  const filled = rows.filter((row) => row.some(isFilled))
  const at = filled
    .slice(0, HEADER_WITHIN)
    .findIndex((row, i) => isHeader(row.map(textOf)) || isHeader(belowOf(filled, i)))
  const [above, rest] = at < 0 ? [filled, []] : [filled.slice(0, at), filled.slice(at)]
  const table = rest.filter((row) => !isUnused(row))
  const { body, foot } = withoutFoot(table)
  for (const row of above) writeLine(draft, row)
  if (body.length > 0) draft.table(body)
  for (const row of foot) writeLine(draft, row)
}

/** A row of a template that nobody has filled in: nothing but its number. */
function isUnused(row: readonly DraftCell[]): boolean {
  const [only, ...more] = row.filter(isFilled)
  return only !== undefined && more.length === 0 && /^\d{1,4}$/.test(textOf(only).trim())
}

/** Notes under a table, and who filled it in. */
function withoutFoot(table: readonly DraftCell[][]): { body: readonly DraftCell[][]; foot: readonly DraftCell[][] } {
  let end = table.length
  while (end > 1 && isFoot((table[end - 1] as DraftCell[]).filter(isFilled).map(textOf))) end--
  return { body: table.slice(0, end), foot: table.slice(end) }
}

/** One cell that is no number and no heading of rows; several, of which each is a label with what it says, or a date. */
function isFoot([first = '', ...others]: readonly string[]): boolean {
  if (others.length === 0) return /^(?:注|备注|说明|填表|联系人|制表|抄送)/.test(first) || FILLED_IN.test(first)
  return FILLED_IN.test(first) && others.every((cell) => FILLED_IN.test(cell) || /^\s*\d{4}[-/.年]/.test(cell))
}

/** 制表人：…, 审核：…, 填报日期：… */
const FILLED_IN = /^\s*(?:填[报表]|制表|统计|编制|审[核批定]|复核|签[发字]|联系|电话|日期)[㐀-鿿]{0,6}\s?[：:]/

/** A header of two rows: the upper headings, and the lower ones where they are under a merged one. */
function belowOf(rows: readonly DraftCell[][], at: number): string[] {
  const [upper, lower] = [rows[at] ?? [], rows[at + 1] ?? []]
  if (!upper.some((cell) => cell.columns > 1) || !upper.some((cell) => cell.rows === 2)) return []
  return [...upper.filter((cell) => cell.columns === 1), ...lower].map(textOf)
}

function writeLine(draft: Draft, row: readonly DraftCell[]): void {
  const cells = row.filter(isFilled)
  for (const line of cells.length === 1 ? (cells[0] as DraftCell).paragraphs.flat() : [cells.map(textOf).join('\t')])
    draft.line(line, { apart: true })
}

function isFilled(cell: DraftCell): boolean {
  return cell.paragraphs.length > 0
}

function textOf(cell: DraftCell): string {
  return cell.paragraphs.flat().join('')
}
