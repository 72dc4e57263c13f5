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
import { isDeadlinePhrase } from '../deadline/index.ts'
import type { Cell, TableBlock, TextBlock } from '../stages.ts'
import { type Column, columnsOf } from '../terms/columns.ts'
import { type Field, fieldOf } from '../terms/labels.ts'
import { readMarker } from '../terms/markers.ts'
import { looksConditional } from '../terms/times.ts'
import { looksLikePerson, unitShare } from '../terms/units.ts'
import { squeeze } from '../text/chars.ts'
import { joinLines, type View } from '../text/view.ts'

interface Header {
  /** Each column with its heading's paragraph. */
  columns: { field: Field; view: View }[]
  end: number
}

/** The headings that begin at a paragraph: three or more labels in a row, one of the work and one of who or when. */
export function readHeader(blocks: readonly TextBlock[], at: number): Header | null {
  const columns: Header['columns'] = []
  let next = at
  while (next < blocks.length) {
    const label = readLabel(blocks, next)
    if (!label || columns.some(({ view }) => view.text === label.view.text)) break
    columns.push(label)
    next = label.end
  }
  const has = (kind: Field['kind']) => columns.some((column) => column.field.kind === kind)
  if (columns.length < 3) return null
  return has('text') && (has('unit') || has('deadline') || has('status')) ? { columns, end: next } : null
}

/** A label in one paragraph, or split over two or three (责任 / 单位). */
function readLabel(blocks: readonly TextBlock[], at: number): { field: Field; view: View; end: number } | null {
  for (let count = 3; count >= 1; count--) {
    const pieces = blocks.slice(at, at + count)
    if (pieces.length < count || pieces.some((block) => squeeze(block.view.text).length > 12)) continue
    if (count > 1 && pieces.some((block) => squeeze(block.view.text).length > 4)) continue
    if (count > 1 && pieces.every((block) => fieldOf(block.view.text) !== null)) continue
    const view = joinLines(pieces.map((block) => block.view))
    const field = fieldOf(view.text)
    if (field) return { field, view, end: at + count }
  }
  return null
}

const NEVER = 1e6

/** What a blank cell costs in a column. */
function blankCost(field: Field): number {
  switch (field.kind) {
    case 'index':
      return 1.5
    case 'category':
      return 0.2
    case 'extra':
      return 0.3
    case 'text':
      return field.rank >= 2 ? 4 : 0.4
    case 'unit':
      return field.role === 'support' ? 0.8 : 1.5
    case 'status':
      return 1
    default:
      return 1.2
  }
}

/** What it costs to take a paragraph for a further one of the same cell. */
function continuationCost(field: Field, before: string, text: string, indexed: boolean): number {
  switch (field.kind) {
    case 'index':
      return NEVER
    case 'unit':
      return field.role === 'supervisor' ? 0.8 : 0.4
    case 'text':
      if (!/[。；;！]$/.test(before) || /^[（(]?\d{1,2}[)）.、．]|^[①-⑳]/.test(text)) return 0.7
      return indexed ? 0.6 : 2.4
    case 'status':
      return indexed ? 0.6 : 1.5
    default:
      return 1.6
  }
}

/** What a paragraph costs in a column: 0 where it looks made for it. */
function fitCost(field: Field, look: Look): number {
  if (look.blank) return 0.1
  switch (field.kind) {
    case 'index':
      return look.index ? 0 : NEVER
    case 'unit':
      if (look.index) return 8
      if (look.person) return field.role === 'supervisor' ? 0 : 2
      if (field.role === 'supervisor' && look.units < 0.5) return look.short && !look.sentence ? 2 : 6
      return look.deadline && look.units < 0.5 ? 5 : look.units >= 0.5 ? 0 : look.short && !look.sentence ? 3 : 6
    case 'deadline':
      return look.deadline
        ? 0
        : look.index
          ? 8
          : look.units >= 0.5
            ? 4
            : look.conditional
              ? 0.5
              : look.short && !look.sentence
                ? 1.6
                : 6
    case 'status':
      return look.index ? 6 : look.units >= 0.8 && look.short ? 3 : 0.5
    case 'text':
      if (look.index) return 6
      if (field.rank <= 1) return look.sentence ? 2.5 : look.short && look.units < 0.5 && !look.deadline ? 0.3 : 3
      return look.units >= 0.8 ? 3.5 : look.deadline ? 3.5 : look.sentence ? 0 : look.short ? 0.9 : 0.3
    case 'category':
      return look.heading ? 0 : look.short && !look.sentence ? 0.5 : 6
    default:
      return look.index ? 2 : look.short ? 1.2 : 2.5
  }
}

/** A heading of rows that counts them: 教育关爱（2项）. */
const COUNTED = /^[^。；]{2,20}[（(]共?\d{1,3}[项个件条类][）)]$/

/** What a paragraph looks like. */
interface Look {
  text: string
  blank: boolean
  index: boolean
  units: number
  deadline: boolean
  person: boolean
  /** Says when, if not a date: 防火期内, 按省统一部署. */
  conditional: boolean
  short: boolean
  sentence: boolean
  /** A heading of rows: 一、…, （一）… without a full stop. */
  heading: boolean
  /** Nothing a table holds: 抄送, 注, a signature. */
  ends: boolean
}

const ENDS = /^(?:抄送|主送|附件|附[：:]|备注[：:]|注[：:]|说明[：:]|特此|（此件|\(此件|联系人|联系电话)/

function lookAt(block: TextBlock): Look {
  const text = block.view.text
  const marker = readMarker(text)
  const sentence = /[。；;！]$/.test(text) || text.length > 45
  const heading =
    marker !== null &&
    /^(?:part|chapter|section|chinese|chineseParen)$/.test(marker.family) &&
    !/[。；;]$/.test(text) &&
    text.length <= 45
  return {
    text,
    blank: /^[-—–―/／无]+$/.test(text),
    index: /^[（(]?\d{1,3}[)）]?[.、．]?$/.test(text) || /^[一二三四五六七八九十]{1,3}$/.test(text),
    units: heading ? 0 : unitsIn(text),
    deadline: text.length <= 40 && isDeadlinePhrase(text),
    person: text.length <= 30 && text.split(/[、，,；]/).every((name) => looksLikePerson(name)),
    conditional: looksConditional(text),
    short: text.length <= 24,
    sentence,
    heading,
    ends: ENDS.test(text),
  }
}

/** 牵头：区教育局 — a cell may say its roles itself. */
function unitsIn(text: string): number {
  const colon = text.search(/[：:]/)
  const label = colon > 0 && colon < 10 ? fieldOf(text.slice(0, colon)) : null
  return label?.kind === 'unit' ? 1 : unitShare(text)
}

/** The flattened table that begins at a paragraph with its headings; `null` where none does. */
export function readFlattened(blocks: readonly TextBlock[], at: number): { table: TableBlock; end: number } | null {
  const header = readHeader(blocks, at)
  if (!header) return null
  const labels = header.columns.map((column) => column.view.text)
  const columns = columnsOf(labels)
  if (isNumbered(blocks.slice(header.end, header.end + 60), columns))
    columns.splice(
      columns.findIndex((column) => column.use === 'text'),
      0,
      NUMBERS,
    )
  const fields = columns.map(({ use, field }): Field => (use === 'group' ? { kind: 'text', rank: 1 } : field))
  const path = cheapestPath(fields, blocks, header, familyAbove(blocks, at, header.end))
  const rows = toRows(path, blocks.slice(header.end, header.end + path.length), fields.length)
  if (rows.length === 0) return null
  const views = header.columns.map((column) => column.view)
  const head = columns.map(
    (column): Cell => ({ paragraphs: column === NUMBERS ? [] : [views.shift() as View], above: false }),
  )
  return { table: { kind: 'table', rows: [head, ...rows] }, end: header.end + path.length }
}

/** The column of numbers that has no heading. */
const NUMBERS: Column = { label: '', use: 'index', field: { kind: 'index' } }

/** True where numbers stand among the cells and count on from 1, and no column is headed for them. */
function isNumbered(body: readonly TextBlock[], columns: readonly Column[]): boolean {
  if (columns.some((column) => column.use === 'index')) return false
  const numbers = body.flatMap(({ view }) => (/^\d{1,3}$/.test(view.text) ? [Number(view.text)] : []))
  return numbers.length >= 3 && numbers.every((number, i) => number === i + 1)
}

/** Where a paragraph stands: in a column of a row begun or going on, as a heading of rows, or in a repeated header. */
type Step = { column: number; opens: boolean } | 'heading' | 'header'

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
): Step[] {
  const walk = new Walk(fields)
  const labels = header.columns.map((column) => column.view.text)
  let repeated = header.end
  for (let i = header.end; i < blocks.length; i++) {
    const block = blocks[i] as TextBlock
    if (labels.every((label, k) => blocks[i + k]?.view.text === label)) repeated = i + labels.length
    if (i < repeated) walk.skip()
    else if (outer !== null && readMarker(block.view.text)?.family === outer && lookAt(block).heading) break
    else if (!walk.step(lookAt(block))) break
  }
  return walk.path()
}

/**
 * The columns are states 0 … k-1; state k is a heading of rows, state k+1 is past the table.
 * `from[i]` remembers for each state after paragraph i the state before and whether a row was opened.
 */
class Walk {
  readonly #fields: readonly Field[]
  readonly #skip: number[]
  readonly #indexed: boolean
  readonly #from: (Int16Array | null)[] = []
  #cost: Float64Array
  #before = ''

  constructor(fields: readonly Field[]) {
    this.#fields = fields
    this.#indexed = fields.some((field) => field.kind === 'index')
    this.#skip = [0]
    for (const field of fields) this.#skip.push((this.#skip.at(-1) as number) + blankCost(field))
    this.#cost = new Float64Array(fields.length + 2).fill(NEVER * 10)
    this.#cost[fields.length] = 0
  }

  /** Cost of leaving the columns from `a` up to, not with, `b` blank. */
  #blank(a: number, b: number): number {
    return (this.#skip[b] as number) - (this.#skip[a] as number)
  }

  /** A paragraph of a repeated header changes nothing. */
  skip(): void {
    this.#from.push(null)
  }

  /** Takes one paragraph; false once the table is surely over. */
  step(look: Look): boolean {
    const k = this.#fields.length
    const next = new Float64Array(k + 2).fill(NEVER * 10)
    const from = new Int16Array(k + 2).fill(-1)
    const take = (state: number, cost: number, before: number, opens: boolean) => {
      if (cost >= (next[state] as number)) return
      next[state] = cost
      from[state] = before * 2 + (opens ? 1 : 0)
    }
    for (let before = 0; before < k + 2; before++) {
      const spent = this.#cost[before] as number
      if (spent >= NEVER * 10) continue
      const trailing = before < k ? this.#blank(before + 1, k) : 0
      if (before === k + 1) {
        take(k + 1, spent + 1.1, before, false)
        continue
      }
      take(k + 1, spent + trailing + 1.6, before, false)
      if (look.ends) continue
      take(k, spent + trailing + this.#headingCost(look), before, false)
      for (let column = 0; column < k; column++) this.#column(column, look, before, spent, trailing, take)
    }
    this.#cost = next
    this.#from.push(from)
    this.#before = look.text
    const inTable = Math.min(...next.subarray(0, k + 1))
    return (next[k + 1] as number) > inTable - 60
  }

  #column(
    column: number,
    look: Look,
    before: number,
    spent: number,
    trailing: number,
    take: (state: number, cost: number, before: number, opens: boolean) => void,
  ): void {
    const k = this.#fields.length
    const field = this.#fields[column] as Field
    const fit = spent + fitCost(field, look)
    if (fit >= NEVER) return
    take(column, fit + trailing + this.#blank(0, column), before, true)
    if (before < k && column > before) take(column, fit + this.#blank(before + 1, column), before, false)
    if (column === before)
      take(column, fit + continuationCost(field, this.#before, look.text, this.#indexed), before, false)
  }

  #headingCost(look: Look): number {
    return look.heading
      ? look.units >= 0.5
        ? 1
        : 0
      : COUNTED.test(look.text)
        ? 0.5
        : look.short && !look.sentence && !look.index && look.units < 0.5 && !look.deadline
          ? 4
          : NEVER
  }

  /** The cheapest way, up to where the table ends. */
  path(): Step[] {
    const k = this.#fields.length
    let state = 0
    for (let s = 0; s < k + 2; s++) if ((this.#cost[s] as number) < (this.#cost[state] as number)) state = s
    const steps: (Step | null)[] = []
    for (let i = this.#from.length - 1; i >= 0; i--) {
      const from = this.#from[i]
      if (!from) {
        steps.push(state === k + 1 ? null : 'header')
        continue
      }
      const link = from[state] as number
      steps.push(state === k + 1 ? null : state === k ? 'heading' : { column: state, opens: (link & 1) === 1 })
      state = link >> 1
    }
    steps.reverse()
    const end = steps.indexOf(null)
    return (end < 0 ? steps : steps.slice(0, end)) as Step[]
  }
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
