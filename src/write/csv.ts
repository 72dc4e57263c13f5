/** The task list as CSV after RFC 4180, one row a task, safe to open in a spreadsheet. */
import { stringify } from 'csv-stringify/sync'
import { columnsOf, headingsOf, rowsOf } from './columns.ts'
import type { WriteOptions, Writing } from './writer.ts'

export function csv(options: WriteOptions): Writing {
  const columns = columnsOf(options)
  const guard = options.rawCsv ? (cell: string) => cell : defuse
  const lines = (rows: string[][]) => stringify(rows, { record_delimiter: 'windows', quoted_match: /[\r\n]/ })
  return {
    begin: () => (options.bom ? '\uFEFF' : '') + lines([headingsOf(columns, options.lang ?? 'zh')]),
    plan: (plan, groups) => [lines(Array.from(rowsOf(plan, columns, groups), (row) => row.map(guard)))],
    end: () => '',
  }
}

/**
 * Puts a `'` before what a spreadsheet could run: `= + - @` in any width, also behind blanks, and a cell that opens
 * with a tab, a line end or NUL (OWASP, CSV injection). The library's own guard misses leading blanks, LF and NUL.
 */
export function defuse(cell: string): string {
  if (PLAIN_NUMBER.test(cell)) return cell
  const first = cell.replace(LEADING_BLANKS, '').charAt(0).normalize('NFKC')
  return /^[\t\r\n\0]/.test(cell) || (first !== '' && '=+-@'.includes(first)) ? `'${cell}` : cell
}

const PLAIN_NUMBER = /^[-+]?\d+(?:\.\d+)?%?$/
/** White space, controls, zero-width and direction marks, the byte order mark. */
const LEADING_BLANKS = /^[\s\p{Cc}\p{Cf}]+/u
