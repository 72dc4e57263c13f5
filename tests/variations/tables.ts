/**
 * Manners in which one table is printed in plain text, a row each. Rows are lists of cells, the first the headings; a
 * blank cell belongs to the one above it.
 */
import { displayWidth } from '../../src/text/chars.ts'

type Rows = readonly (readonly string[])[]

/** A manner, by the name that a failing test prints. */
export interface TableManner {
  id: string
  print(rows: Rows): string[]
  /** Blank cells are lost in print: only rows that have none say the same. */
  whole?: true
}

/** Columns of a cell in a narrow print. */
const NARROW = 24

export const TABLE_MANNERS: readonly TableManner[] = [
  { id: 'tabs', print: (rows) => rows.map((row) => row.join('\t')) },
  {
    id: 'tabs, and a column of notes that is blank',
    print: (rows) => rows.map((row, i) => [...row, i === 0 ? '备注' : ''].join('\t')),
  },
  {
    id: 'Markdown',
    print: ([head = [], ...rows]) => [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`),
  },
  { id: 'bars between cells', print: (rows) => rows.map((row) => row.join(' | ')) },
  { id: 'full-width bars between cells', print: (rows) => rows.map((row) => row.join('｜')) },
  { id: 'boxes', print: (rows) => boxed(rows, Number.POSITIVE_INFINITY) },
  { id: 'boxes of narrow columns', print: (rows) => boxed(rows, NARROW) },
  { id: 'columns of blanks', print: (rows) => columns(rows, Number.POSITIVE_INFINITY) },
  { id: 'narrow columns of blanks', print: (rows) => columns(rows, NARROW) },
  { id: 'three blanks between cells', print: (rows) => rows.map((row) => row.join('   ')), whole: true },
  { id: 'a cell a line', print: (rows) => rows.flat(), whole: true },
  {
    id: 'a cell a line, blank lines between',
    print: (rows) => rows.flatMap((row) => row.flatMap((cell) => [cell, ''])),
    whole: true,
  },
  {
    id: 'a cell a line, a tab behind it',
    print: (rows) => rows.flatMap((row) => row.map((cell) => `${cell}\t`)),
    whole: true,
  },
]

/** The lines of cells, each as wide as its column: the widest cell's, but no wider than `most`. */
function laid(rows: Rows, most: number): string[][][] {
  const widths = (rows[0] ?? []).map((_, i) =>
    Math.min(most, Math.max(...rows.map((row) => displayWidth(row[i] ?? '')))),
  )
  return rows.map((row) => {
    const cells = row.map((cell, i) => wrappedCell(cell, widths[i] ?? 0))
    const height = Math.max(...cells.map((lines) => lines.length))
    return Array.from({ length: height }, (_, line) =>
      cells.map((lines, i) => padded(lines[line] ?? '', widths[i] ?? 0)),
    )
  })
}

function columns(rows: Rows, most: number): string[] {
  return laid(rows, most).flatMap((lines) => lines.map((cells) => cells.join('  ').trimEnd()))
}

function boxed(rows: Rows, most: number): string[] {
  const made = laid(rows, most)
  const widths = made[0]?.[0]?.map((cell) => Math.ceil(displayWidth(cell) / 2) + 1) ?? []
  const rule = (left: string, between: string, right: string) =>
    left + widths.map((width) => '─'.repeat(width)).join(between) + right
  const body = made.flatMap((lines, i) => [
    i === 0 ? rule('┌', '┬', '┐') : rule('├', '┼', '┤'),
    ...lines.map((cells) => `│${cells.map((cell) => ` ${cell} `).join('│')}│`),
  ])
  return [...body, rule('└', '┴', '┘')]
}

function wrappedCell(cell: string, width: number): string[] {
  const lines = ['']
  for (const sign of cell) {
    if (displayWidth(lines.at(-1) + sign) > width) lines.push('')
    lines[lines.length - 1] += sign
  }
  return lines
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)))
}
