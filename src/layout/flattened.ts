/**
 * Tables flattened to one cell a paragraph, as they come out of a web page or a PDF: the headings one after another,
 * then the cells, row by row, with blank cells gone and long cells in several paragraphs.
 *
 * Which paragraph belongs to which column is found as the cheapest way through the columns (Viterbi): a paragraph
 * costs little in a column it looks made for (a number under 序号, names of bodies under 责任单位, a time under
 * 完成时限), and a step costs little where it skips no column that is seldom blank. Leaving the table costs little
 * too, and then every paragraph costs a little more than in a table that fits: so the table ends where it stops
 * fitting. Time is linear in the number of paragraphs.
 */
import type { UnitRole } from '../plan.ts'
import type { Cell, TableBlock, TextBlock } from '../stages.ts'
import type { Terms } from '../terms/additions.ts'
import { type Column, columnsOf, isTrouble } from '../terms/columns.ts'
import { DATE_LINE } from '../terms/frame.ts'
import type { Field } from '../terms/labels.ts'
import { readMarker } from '../terms/markers.ts'
import { looksLikeUnit } from '../terms/units.ts'
import { isBlank, squeeze } from '../text/chars.ts'
import { joinLines, type View } from '../text/view.ts'
import { MOST_HEADINGS } from './bar-lines.ts'
import { lookAt } from './looks.ts'
import { type Step, Walk } from './walk.ts'

interface Header {
  /** Each column with its heading's paragraph. */
  columns: { field: Field; view: View }[]
  /** The heading that stands over several columns, 责任分工 over 牵头单位 and 配合单位. */
  over: View | null
  /** All headings as they are printed. */
  labels: string[]
  end: number
}

/** The headings that begin at a paragraph: three or more labels in a row, one of the work and one of who or when. */
function readHeader(blocks: readonly TextBlock[], at: number, terms: Terms): Header | null {
  const columns: Header['columns'] = []
  let next = at
  const last = headerEnd(blocks, at, terms)
  while (next < blocks.length) {
    const label = readLabel(blocks, next, terms) ?? (next < last ? otherHeading(blocks, next) : null)
    if (!label || columns.some(({ view }) => view.text === label.view.text)) break
    columns.push(label)
    next = label.end
  }
  const has = (kind: Field['kind']) => columns.some((column) => column.field.kind === kind)
  if (columns.length < 3) return null
  if (!has('text') || !(has('unit') || has('deadline') || has('status'))) return null
  return { ...underOne(columns), labels: columns.map(({ view }) => view.text), end: next }
}

/**
 * How far the header of numbered rows goes, others than known headings among them: to the last known one before the
 * first number, all being short enough for headings; -1 where rows are not numbered.
 */
function headerEnd(blocks: readonly TextBlock[], at: number, terms: Terms): number {
  if (terms.fieldOf((blocks[at] as TextBlock).view.text)?.kind !== 'index') return -1
  let end = at
  for (let i = at + 1; i <= at + MOST_HEADINGS && isShort(blocks[i], LONGEST_LABEL); i++) {
    const text = blocks[i]?.view.text ?? ''
    if (ROW_NUMBER.test(text)) return end
    if (terms.fieldOf(text)) end = i
  }
  return -1
}

/** What numbered rows begin with; a part of a table need not begin with the first. */
const ROW_NUMBER = /^(?:[\d０-９]{1,3}|一)[.．、]?$/

/** A heading that no row of labels knows. */
function otherHeading(blocks: readonly TextBlock[], at: number): ReturnType<typeof readLabel> {
  return { field: { kind: 'extra' }, view: (blocks[at] as TextBlock).view, end: at + 1 }
}

/**
 * Headings of two levels come out of a table one level after the other: 任务 责任分工 时限 牵头单位 配合单位. What the last
 * ones part among them stands where the one over them does.
 */
function underOne(columns: Header['columns']): Pick<Header, 'columns' | 'over'> {
  const roleAt = (i: number) =>
    columns[i]?.field.kind === 'unit' ? (columns[i].field as { role: UnitRole }).role : null
  let first = columns.length
  while (roleAt(first - 1) === 'lead' || roleAt(first - 1) === 'support') first--
  const over = columns.findIndex((_, i) => roleAt(i) === 'responsible')
  const isOver = over < first - 1 || /分工$/.test(columns[over]?.view.text ?? '')
  if (columns.length - first < 2 || over < 0 || over >= first || !isOver) return { columns, over: null }
  return {
    columns: [...columns.slice(0, over), ...columns.slice(first), ...columns.slice(over + 1, first)],
    over: columns[over]?.view ?? null,
  }
}

/** Characters of a label, and of a piece of one, blanks not counted. */
const LONGEST_LABEL = 12
const LONGEST_PIECE = 4

function isShort(block: TextBlock | undefined, most: number): boolean {
  let length = 0
  const text = block?.view.text ?? ''
  for (let i = 0; i < text.length; i++) if (!isBlank(text.charCodeAt(i)) && ++length > most) return false
  return true
}

/** A label in one paragraph, or split over two or three (责任 / 单位). */
function readLabel(
  blocks: readonly TextBlock[],
  at: number,
  terms: Terms,
): { field: Field; view: View; end: number } | null {
  if (!isShort(blocks[at], LONGEST_LABEL)) return null
  for (let count = 3; count >= 1; count--) {
    const pieces = blocks.slice(at, at + count)
    const longest = count > 1 ? LONGEST_PIECE : LONGEST_LABEL
    if (pieces.length < count || !pieces.every((block) => isShort(block, longest))) continue
    if (count > 1 && pieces.every((block) => terms.fieldOf(block.view.text) !== null)) continue
    const view = joinLines(pieces.map((block) => block.view))
    const field = terms.fieldOf(view.text)
    if (field) return { field, view, end: at + count }
  }
  return null
}
/** The flattened table that begins at a paragraph with its headings; `null` where none does. */
export function readFlattened(
  blocks: readonly TextBlock[],
  at: number,
  terms: Terms,
): { table: TableBlock; end: number } | null {
  const header = readHeader(blocks, at, terms)
  if (!header) return null
  const labels = header.columns.map((column) => column.view.text)
  const columns = columnsOf(labels, terms)
  if (isNumbered(blocks.slice(header.end, header.end + 60), columns))
    columns.splice(
      columns.findIndex((column) => column.use === 'text'),
      0,
      NUMBERS,
    )
  const fields = columns.map(asPlaced)
  const path = cheapestPath(fields, blocks, header, familyAbove(blocks, at, header.end), terms)
  const rows = toRows(path, blocks.slice(header.end, header.end + path.length), fields.length)
  if (rows.length === 0) return null
  const views = header.columns.map((column) => column.view)
  const head = columns.map(
    (column): Cell => ({ paragraphs: column === NUMBERS ? [] : [views.shift() as View], above: false }),
  )
  const above = header.over ? [[{ paragraphs: [header.over], above: true }]] : []
  return { table: { kind: 'table', rows: [head, ...above, ...rows] }, end: header.end + path.length }
}

/**
 * What a column holds in its place: left of the work a name, or a problem in sentences; right of it (存在问题 after
 * 完成情况) what is told.
 */
function asPlaced({ use, field, label }: Column): Field {
  // A goal or a standard that is all the work a table tells is told in sentences.
  if (use === 'text' && field.kind === 'text' && field.rank === 0) return { kind: 'text', rank: 2 }
  if (use === 'group') return isTrouble(label) ? { kind: 'extra', told: true } : { kind: 'text', rank: 1 }
  return use === 'extra' && field.kind !== 'extra' ? { kind: 'extra', told: true } : field
}

/** The column of numbers that has no heading. */
const NUMBERS: Column = { label: '', use: 'index', field: { kind: 'index' } }

/** True where numbers stand among the cells and count on from 1, and no column is headed for them. */
function isNumbered(body: readonly TextBlock[], columns: readonly Column[]): boolean {
  if (columns.some((column) => column.use === 'index')) return false
  const numbers = body.flatMap(({ view }) => (/^\d{1,3}$/.test(view.text) ? [Number(view.text)] : []))
  return numbers.length >= 3 && numbers.every((number, i) => number === i + 1)
}

/** The family of numbers that the heading right above a table bears, where its own rows do not begin anew with it. */
function familyAbove(blocks: readonly TextBlock[], at: number, body: number): string | null {
  const above = blocks[at - 1]?.view.text ?? ''
  const family = readMarker(above)?.family ?? null
  if (family === null || /[。；;：:]$/.test(above) || above.length > 45) return null
  return readMarker(blocks[body]?.view.text ?? '')?.family === family ? null : family
}

function cheapestPath(
  fields: readonly Field[],
  blocks: readonly TextBlock[],
  header: Header,
  outer: string | null,
  terms: Terms,
): Step[] {
  const walk = new Walk(fields)
  const { labels } = header
  const holds = (kind: Field['kind']) => fields.some((field) => field.kind === kind)
  const rows = { timed: holds('deadline'), numbered: holds('index') }
  let repeated = header.end
  for (let i = header.end; i < blocks.length; i++) {
    const block = blocks[i] as TextBlock
    if (labels.every((label, k) => blocks[i + k]?.view.text === label)) repeated = i + labels.length
    if (i < repeated) walk.skip()
    else if (outer !== null && readMarker(block.view.text)?.family === outer && lookAt(block, terms).heading) break
    else if (signs(blocks, i, rows, terms)) break
    else if (!walk.step(lookAt(block, terms))) break
  }
  return walk.path()
}

/**
 * A body and a date sign the document, where they cannot be the cells of a row: it has no time, or has it already, and
 * the number of the next row is not right below.
 */
function signs(blocks: readonly TextBlock[], at: number, rows: Rows, terms: Terms): boolean {
  const date = blocks[at + 1]?.view.text ?? ''
  if (date.length > LONGEST_DATE || !DATE_LINE.test(squeeze(date))) return false
  if (rows.numbered && ROW_NUMBER.test(blocks[at + 2]?.view.text ?? '')) return false
  return looksLikeUnit((blocks[at] as TextBlock).view.text) && (!rows.timed || hasTime(blocks, at, rows, terms))
}

/** With blanks between its figures. */
const LONGEST_DATE = 40
/** No row is looked back over further. */
const LONGEST_ROW = 8

/** Whether the rows of a table have a time, and a number. */
interface Rows {
  timed: boolean
  numbered: boolean
}

/**
 * Whether there is a time, or a dash in its place, between a line and the number that opened its row; where rows have no
 * numbers, other words may open it.
 */
function hasTime(blocks: readonly TextBlock[], at: number, { numbered }: Rows, terms: Terms): boolean {
  for (let i = at - 1; i > Math.max(0, at - LONGEST_ROW); i--) {
    const look = lookAt(blocks[i] as TextBlock, terms)
    if (look.blank || look.deadline) return true
    if (look.index || !(numbered || look.units)) return false
  }
  return false
}

function toRows(path: readonly Step[], body: readonly TextBlock[], columns: number): Cell[][] {
  const rows: Cell[][] = []
  let row: Cell[] | undefined
  path.forEach((step, i) => {
    const view = (body[i] as TextBlock).view
    if (step === 'header') rows.push([{ paragraphs: [view], above: true }])
    else if (step === 'heading') rows.push([{ paragraphs: [view], above: false }])
    else {
      if (step.opens) {
        row = Array.from({ length: columns }, () => ({ paragraphs: [], above: false }))
        rows.push(row)
      }
      row?.[step.column]?.paragraphs.push(view)
    }
  })
  return rows
}
