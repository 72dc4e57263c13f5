/**
 * Cells of a row put under the columns of their table: where cells are missing, what the others look like tells which.
 */
import { isDeadlinePhrase } from '../deadline/index.ts'
import type { Cell } from '../stages.ts'
import type { Column } from '../terms/columns.ts'
import { looksConditional } from '../terms/times.ts'
import { looksLikePerson, looksLikeUnit, unitShare } from '../terms/units.ts'
import { squeeze } from '../text/chars.ts'

export const BLANK: Cell = { paragraphs: [], above: false }

/** True for words that stand in the row itself. */
export function isOwn(cell: Cell): boolean {
  return cell.paragraphs.length > 0 && !cell.above
}

export function textOf(cell: Cell): string {
  return cell.paragraphs.map((view) => view.text).join('')
}

const DITTO = /^(?:同上|同前|[〃″〞”])$/

/** 同上: a cell says what the one above it says. */
export function isDitto(cell: Cell): boolean {
  return DITTO.test(squeeze(textOf(cell)))
}

/** Cells under their columns: where cells are missing, the blanks go where the others fit best. */
export function fitCells(row: readonly Cell[], columns: readonly Column[]): Cell[] {
  const width = columns.length
  let count = row.length
  while (count > 0 && (row[count - 1] as Cell).paragraphs.length === 0) count--
  const cells = row.slice(0, count)
  if (count >= width) return foldOver(cells, width)
  const padded = (at: number) => [
    ...cells.slice(0, at),
    ...Array.from({ length: width - count }, () => BLANK),
    ...cells.slice(at),
  ]
  let best = padded(count)
  // Blank cells that are printed at the end of a row are seldom those that it lacks.
  let bestFit = fitOf(best, columns) + (row.length < width ? 0.5 : WHOLE_ROW)
  for (let at = 0; at < count; at++) {
    const fit = fitOf(padded(at), columns)
    if (fit > bestFit) {
      bestFit = fit
      best = padded(at)
    }
  }
  return best
}

/** Cells past the last column belong to it, unless they are merged over this row: there they have been read. */
function foldOver(cells: readonly Cell[], width: number): Cell[] {
  const over = cells.slice(width - 1).filter(isOwn)
  const [first] = over
  if (!first) return cells.slice(0, width)
  return [...cells.slice(0, width - 1), { ...first, paragraphs: over.flatMap((cell) => cell.paragraphs) }]
}

function fitOf(cells: readonly Cell[], columns: readonly Column[]): number {
  return columns.reduce((sum, column, i) => {
    const text = textOf(cells[i] as Cell)
    return sum + (text === '' && column.use === 'text' ? NO_WORK : fits(column, text))
  }, 0)
}

/** So much better must the cells of a row of full length fit elsewhere. */
const WHOLE_ROW = 1.5
/** Characters of a time that ends in a stop. */
const LONGEST_TIME = 10
/** A row says what is to be done, if its cells do not surely stand elsewhere. */
const NO_WORK = -2

/** How well a text fits a column; only the clear cases count. */
function fits(column: Column, text: string): number {
  if (text === '') return 0
  if (/^[-—–―/／\s]+$/.test(text) || DITTO.test(squeeze(text))) return column.use === 'text' ? -2 : 0.2
  switch (column.field.kind) {
    case 'index':
      return /^[（(]?[\d０-９]{1,3}[)）.、．]?$/.test(squeeze(text)) ? 3 : -3
    case 'unit':
      if (column.field.role === 'supervisor' && text.split(/[、，,；\s]/).every(looksLikePerson)) return 3
      return isDeadlinePhrase(text) ? -2 : unitShare(text) >= 0.5 ? 2 : -1
    case 'deadline':
      return isDeadlinePhrase(text) || looksConditional(text)
        ? 3
        : unitShare(text) >= 0.5
          ? -2
          : text.length > 30
            ? -2
            : 0
    case 'text':
      if (column.use === 'group') return text.length <= 20 && !/[。；](?!$)/.test(text) ? 1 : -2
      if (/[。；]$/.test(text) && text.length > LONGEST_TIME) return 2
      return isDeadlinePhrase(text) || looksLikeUnit(text) ? -2 : text.length > 15 || /[。；]/.test(text) ? 2 : 1
    case 'status':
      return looksLikeUnit(text) ? -1 : 0.5
    default:
      return 0
  }
}
