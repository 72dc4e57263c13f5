/** The task list as CSV after RFC 4180, one row a task, safe to open in a spreadsheet. */
import { stringify } from 'csv-stringify/sync'
import type { Plan } from '../plan.ts'
import type { ByUnit } from '../units.ts'
import { headingsOf, isOpen, layoutOf, rowsOf, spread } from './layout.ts'
import type { WriteOptions, Writing } from './writer.ts'

export function csv(options: WriteOptions): Writing {
  const guard = options.rawCsv ? (cell: string) => cell : defuse
  const lines = (rows: string[][]) =>
    stringify(
      rows.map((row) => row.map(guard)),
      { record_delimiter: 'windows', quoted_match: /[\r\n]/ },
    )
  const layout = layoutOf(options)
  const head = (columns = layout) => (options.bom ? '\uFEFF' : '') + lines([headingsOf(columns)])
  if (!isOpen(layout))
    return { begin: head, plan: (plan, groups) => [lines([...rowsOf(plan, layout, groups)])], end: () => '' }
  // Which columns there are is known when all plans are.
  const plans: { plan: Plan; groups: ByUnit | undefined }[] = []
  return {
    begin: () => '',
    plan(plan, groups) {
      plans.push({ plan, groups })
      return []
    },
    end() {
      const full = spread(
        layout,
        plans.map(({ plan }) => plan),
      )
      return head(full) + plans.map(({ plan, groups }) => lines([...rowsOf(plan, full, groups)])).join('')
    },
  }
}

/**
 * Puts a `'` before what a spreadsheet could run: `= + - @` in any width, also behind blanks, and a cell that opens
 * with a tab, a line end or NUL (OWASP, CSV injection). The library's own guard misses leading blanks, LF and NUL.
 */
function defuse(cell: string): string {
  if (PLAIN_NUMBER.test(cell)) return cell
  const first = cell.replace(LEADING_BLANKS, '').charAt(0).normalize('NFKC')
  return /^[\t\r\n\0]/.test(cell) || (first !== '' && '=+-@'.includes(first)) ? `'${cell}` : cell
}

const PLAIN_NUMBER = /^[-+]?\d+(?:\.\d+)?%?$/
/** White space, controls, zero-width and direction marks, the byte order mark. */
const LEADING_BLANKS = /^[\s\p{Cc}\p{Cf}]+/u
