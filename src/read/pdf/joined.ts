/** A table that runs over pages: header rows that come again, rows and merged cells that the page break cut in two. */
import { squeeze } from '../../text/chars.ts'
import type { DraftCell } from '../draft.ts'

type Row = DraftCell[]

/** How many rows of the second piece say again what the first one begins with. */
export function repeatedRows(before: readonly Row[], after: readonly Row[]): number {
  let count = 0
  for (const row of after) {
    const text = rowText(row)
    if (text === '' || text !== rowText(before[count] ?? [])) break
    count++
  }
  return count
}

/** Both pieces as one; the cells of the first one are changed in place. */
export function joined(before: readonly Row[], after: readonly Row[]): Row[] {
  const [first, ...rest] = after
  if (!first || before.length === 0) return [...before, ...after]
  const pairs = pairsOf(before, first)
  if (isTorn(pairs)) {
    for (const { above, cell } of pairs) glue(above as DraftCell, cell)
    return [...before, ...rest]
  }
  const goesOn = pairs.filter(({ above, cell }) => above !== undefined && isMerged(above, cell))
  for (const { above, cell } of goesOn) (above as DraftCell).rows += cell.rows
  const gone = new Set(goesOn.map(({ cell }) => cell))
  return [...before, first.filter((cell) => !gone.has(cell)), ...rest]
}

/** A cell at the top of a page, and the one at the bottom of the page before in the same columns. */
interface Pair {
  above: DraftCell | undefined
  cell: DraftCell
}

function pairsOf(before: readonly Row[], first: Row): Pair[] {
  const bottom = bottomOf(before)
  let column = 0
  return first.map((cell) => {
    const above = bottom[column]
    column += cell.columns
    return { above: above?.columns === cell.columns ? above : undefined, cell }
  })
}

/** The cell in each column of the last row. */
function bottomOf(rows: readonly Row[]): DraftCell[] {
  const bottom: DraftCell[] = []
  /** How many rows the cell in each column still takes. */
  const left: number[] = []
  for (const row of rows) {
    let column = 0
    for (const cell of row) {
      while ((left[column] ?? 0) > 0) column++
      for (const end = column + cell.columns; column < end; column++) {
        bottom[column] = cell
        left[column] = cell.rows
      }
    }
    left.forEach((count, i) => {
      left[i] = count - 1
    })
  }
  return bottom
}

/** The rest of the last row: it has no number, and that one no end. */
function isTorn(pairs: readonly Pair[]): boolean {
  if (pairs.some(({ above }) => above === undefined)) return false
  const key = pairs.find(({ above }) => above?.rows === 1)
  if (!key || textOf(key.cell) !== '' || textOf(key.above as DraftCell) === '') return false
  return pairs.some(({ above, cell }) => textOf(cell) !== '' && !hasEnded(above as DraftCell))
}

function hasEnded(cell: DraftCell): boolean {
  return /[。；;！]$/.test(textOf(cell))
}

/** A blank cell is the rest of one merged over rows, where one of them is. */
function isMerged(above: DraftCell, cell: DraftCell): boolean {
  return textOf(cell) === '' && textOf(above) !== '' && (above.rows > 1 || cell.rows > 1)
}

function glue(above: DraftCell, { paragraphs, rows }: DraftCell): void {
  const last = above.paragraphs.at(-1) ?? []
  const [first, ...rest] = paragraphs
  above.rows += rows - 1
  if (!first) return
  const runsOn = last.length > 0 && !/[。；;！]$/.test(last.at(-1) ?? '')
  above.paragraphs = runsOn
    ? [...above.paragraphs.slice(0, -1), [...last, ...first], ...rest]
    : [...above.paragraphs, ...paragraphs]
}

function textOf(cell: DraftCell): string {
  return squeeze(cell.paragraphs.flat().join(''))
}

function rowText(row: Row): string {
  return row.map(textOf).join('\t').trim()
}
