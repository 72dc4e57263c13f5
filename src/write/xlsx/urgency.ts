/** Colours for what is late or soon due. */
import type { CellStyle, ConditionalRule } from 'hucre/xlsx'
import { fill, letterOf } from './looks.ts'

const LATE = fill('FBE3E1')
const LATE_DATE = { font: { bold: true, color: { rgb: 'B42318' } }, fill: LATE }
const SOON = fill('FFF3CD')
const SOON_DATE = { font: { bold: true, color: { rgb: '945B00' } }, fill: SOON }
const DONE = { font: { color: { rgb: '808A94' } } }
/** In days. */
const SOON_WITHIN = 30

/**
 * Rules that colour the rows from the second to `last` by the date in one column: red where it is past, amber where it
 * is near, grey where the state in another column, if there is one, says that all is done. They are reckoned in the
 * spreadsheet, on the day it is looked at.
 */
export function urgency(columns: number, last: number, date: number, state?: { column: number; done: string }) {
  const cell = `$${letterOf(date)}2`
  const isDone = state ? `$${letterOf(state.column)}2="${state.done}"` : 'FALSE'
  const late = `AND(ISNUMBER(${cell}),NOT(${isDone}),${cell}<TODAY())`
  const soon = `AND(ISNUMBER(${cell}),NOT(${isDone}),${cell}>=TODAY(),${cell}<=TODAY()+${SOON_WITHIN})`
  const row = `A2:${letterOf(columns - 1)}${last}`
  const dates = `${letterOf(date)}2:${letterOf(date)}${last}`
  const rules: [string, string, CellStyle][] = [
    [dates, late, LATE_DATE],
    [dates, soon, SOON_DATE],
    [row, late, { fill: LATE }],
    [row, soon, { fill: SOON }],
    [row, isDone, DONE],
  ]
  return rules.map(
    ([range, formula, style], index): ConditionalRule => ({
      type: 'expression',
      priority: index + 1,
      range,
      formula,
      style,
    }),
  )
}
