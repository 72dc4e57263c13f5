/** How the sheets look, and what a cell of a kind is. */
import type { CellStyle, CellValue, ColumnDef, WriteSheet } from 'hucre/xlsx'
import { displayWidth } from '../../text/chars.ts'
import type { Column } from '../columns.ts'

/** A name that Windows knows in every language; elsewhere the system's own takes its place. */
export const FONT = { name: 'Microsoft YaHei', size: 10 }

const line = { style: 'thin', color: { rgb: 'D0D7DE' } } as const
const border = { top: line, bottom: line, left: line, right: line }
export const fill = (rgb: string) =>
  ({ type: 'pattern', pattern: 'solid', fgColor: { rgb }, bgColor: { rgb } }) as const

const HEADER: CellStyle = {
  font: { ...FONT, bold: true, color: { rgb: 'FFFFFF' } },
  fill: fill('1F4E79'),
  border,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
}
/** Text, also where it is typed over: 1.10 is no number. */
const TEXT: CellStyle = {
  numFmt: '@',
  border,
  alignment: { horizontal: 'left', vertical: 'center', wrapText: true, indent: 1 },
}
const CENTRED: CellStyle = { border, alignment: { horizontal: 'center', vertical: 'center', wrapText: true } }

const STYLES = {
  date: { ...CENTRED, numFmt: 'yyyy-mm-dd' },
  // Nought is left blank.
  number: { ...CENTRED, numFmt: '0;-0;;@' },
  short: { ...CENTRED, numFmt: '@' },
  text: TEXT,
} satisfies Record<string, CellStyle>

type SheetColumn = Pick<Column, 'key' | 'kind' | 'width'> & { heading: string }

/** A sheet of rows under one row of headings, which stays in sight and has filters; the column `key` is hidden. */
export function tableSheet(name: string, columns: readonly SheetColumn[], body: readonly CellValue[][]): WriteSheet {
  const rows = [columns.map(({ heading }) => heading), ...body]
  return {
    name,
    columns: columns.map(columnDef),
    rows,
    cells: cellsOf(rows),
    rowDefs: new Map(rows.map((row, r) => [r, { height: r === 0 ? 26 : heightOf(row, columns) }])),
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${letterOf(columns.length - 1)}${rows.length}` },
    pageSetup: {
      paperSize: 'a3',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '$1:$1',
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&C&P / &N' },
  }
}

function columnDef({ key, kind, width }: SheetColumn): ColumnDef {
  const style = STYLES[kind ?? (width <= 10 ? 'short' : 'text')]
  return { width, style, ...(key === 'key' && { hidden: true }) }
}

/** In points. Not every program makes room for wrapped text by itself; Excel takes no more than 409. */
function heightOf(row: readonly CellValue[], columns: readonly SheetColumn[]): number {
  const lines = row.map((value, c) => (typeof value === 'string' ? linesOf(value, columns[c]) : 1))
  return Math.min(6 + 15 * Math.max(1, ...lines), 409)
}

function linesOf(text: string, column: SheetColumn | undefined): number {
  if (!column || column.key === 'key') return 1
  const room = column.width - 2
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / room)), 0)
}

/** What single cells are besides the manner of their column. */
function cellsOf(rows: readonly CellValue[][]): NonNullable<WriteSheet['cells']> {
  const cells: NonNullable<WriteSheet['cells']> = new Map()
  rows.forEach((row, r) => {
    row.forEach((value, c) => {
      const header = r === 0 ? { style: HEADER } : {}
      // The library takes the text #N/A for the error of that name; a text with a format of its own stays one.
      const rich = typeof value === 'string' && value.startsWith('#') ? { richText: [{ text: value }] } : {}
      if (r === 0 || 'richText' in rich) cells.set(`${r},${c}`, { ...header, ...rich })
    })
  })
  return cells
}

/** The cell of a text: a real date or number where the column is of such. */
export function cellValue(text: string, kind: Column['kind']): CellValue {
  if (text === '') return null
  if (kind === 'number') return Number(text)
  return (kind === 'date' && dayOf(text)) || text
}

/** `2023-06-30` as a date; `null` for what is none, and before Excel knows days rightly. */
export function dayOf(text: string): Date | null {
  const date = new Date(`${text}T00:00:00Z`)
  return text < '1900-03-01' || Number.isNaN(date.getTime()) ? null : date
}

/** 0 → A, 26 → AA. */
export function letterOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : letterOf(Math.floor(column / 26) - 1) + last
}
