/**
 * Tables read by their columns: each row a piece of work, names and categories left of it its headings. Cells may be
 * merged, blank, missing or shifted; headers repeat.
 */

import { addFields, noFields } from '../fields.ts'
import type { AnnotatedTable, Cell, Fields, TableBlock, TableEntry } from '../stages.ts'
import { type Column, columnsOf, isHeader, isTotal, placeOver } from '../terms/columns.ts'
import { asPrinted, type Marker, ordinalOf, rankOf, readMarker } from '../terms/markers.ts'
import { looksLikePerson, looksLikeUnit } from '../terms/units.ts'
import { append } from '../text/append.ts'
import { squeeze } from '../text/chars.ts'
import { joinLines, View } from '../text/view.ts'
import { BLANK, fitCells, isDitto, isOwn, textOf } from './cells.ts'
import type { ReadingContext } from './context.ts'
import { findLabels, readContent, readLabelled } from './fields.ts'
import { cutParagraph } from './paragraph.ts'

/** Cells further right belong to the last column: no table of tasks is wider, and each row is laid out to the full. */
const MOST_COLUMNS = 256

export function readTable(table: TableBlock, context: ReadingContext): AnnotatedTable {
  const at = headerAt(table.rows, context)
  if (at < 0) return { kind: 'table', entries: table.rows.map(headerEntry) }
  const [upper, below] = [labelsOf(table.rows[at]), labelsOf(table.rows[at + 1])]
  const lower = belowLast(upper, below, context) ?? belowOver(upper, below, context)
  const header = lower ?? upper
  const body = at + (lower ? 2 : 1)
  const labels = withIndex(spread(header, table.rows.slice(body)), table.rows.slice(body))
  const rows = new Rows(labels, context)
  const entries = table.rows.slice(0, body).map(headerEntry)
  const heads = lower ? [header, ...table.rows.slice(at, body).map((row) => row.map(textOf))] : [header]
  let above: Cell[] | null = null
  let again: TableEntry[] = []
  const show = () => {
    if (above) append(entries, rows.read(above))
    append(entries, again)
    above = null
    again = []
  }
  for (const row of table.rows.slice(body)) {
    if (heads.some((head) => repeats(row, head))) again.push(headerEntry(row))
    else if (above && again.length > 0 && rows.isRest(row, above)) above = rows.joined(above, row)
    else {
      show()
      above = row
    }
  }
  show()
  return { kind: 'table', entries }
}

function labelsOf(row: readonly Cell[] = []): string[] {
  return row.slice(0, MOST_COLUMNS).map(textOf)
}

/** The first row of headings; of those on two lines the upper one, where only both together are headings of tasks. */
function headerAt(rows: readonly Cell[][], context: ReadingContext): number {
  return rows.findIndex(
    (row, i) => isHeader(row.map(textOf), context.terms) || belowLast(labelsOf(row), labelsOf(rows[i + 1]), context),
  )
}

/**
 * 项目名称 | 项目类别 | | | over 工作任务 | 责任单位 | 完成时限: headings under the last of the upper line, which blanks follow to
 * the full width; the lower line lacks the cells of those before it.
 */
function belowLast(upper: readonly string[], lower: readonly string[], { terms }: ReadingContext): string[] | null {
  const count = (labels: readonly string[]) => labels.findLastIndex((label) => label.trim() !== '') + 1
  const [heads, under] = [count(upper), count(lower)]
  const all = [...upper.slice(0, heads - 1), ...lower.slice(0, under)]
  if (heads < 2 || heads === upper.length || under < 2 || all.length !== upper.length) return null
  const known = lower.filter((label) => terms.fieldOf(label) !== null)
  return known.length > 1 && all.every((label) => label.trim() !== '') && isHeader(all, terms) ? all : null
}

function repeats(row: readonly Cell[], labels: readonly string[]): boolean {
  return row.length > 1 && row.every((cell, i) => squeeze(textOf(cell)) === squeeze(labels[i] ?? ''))
}

/** The headings of two lines, the lower ones under one of the upper; `null` where the second line is none of headings. */
function belowOver(upper: readonly string[], lower: readonly string[], { terms }: ReadingContext): string[] | null {
  const labels = lower.filter((label) => label.trim() !== '')
  const over = placeOver(upper, labels, terms)
  if (over < 0 && !standUnder(upper, lower, labels, terms)) return null
  // Either each stands in its column, or blank cells are lost.
  const isWider = lower.length === upper.length + labels.length - 1
  if (!isWider && (lower.length > labels.length || lower.length === upper.length))
    return lower.length <= upper.length
      ? upper.map((label, i) => ((lower[i] ?? '').trim() === '' ? label : (lower[i] as string)))
      : null
  return [...upper.slice(0, over), ...labels, ...upper.slice(over + 1)]
}

/**
 * 开工时间 and 竣工时间 under 推进节点, 姓名 and 职务 under 责任领导: known headings in runs, each but the first of a run
 * where the upper line is blank.
 */
function standUnder(
  upper: readonly string[],
  lower: readonly string[],
  labels: readonly string[],
  terms: ReadingContext['terms'],
): boolean {
  const isBlankAt = (line: readonly string[], i: number) => (line[i] ?? '').trim() === ''
  if (!isBlankAt(lower, 0) || labels.length < 2 || !labels.every((label) => terms.fieldOf(label) !== null)) return false
  return lower.every(
    (_, i) =>
      isBlankAt(lower, i) ||
      (isBlankAt(upper, i) ? !isBlankAt(lower, i - 1) : isBlankAt(upper, i + 1) && !isBlankAt(lower, i + 1)),
  )
}

function headerEntry(row: readonly Cell[]): TableEntry {
  return { kind: 'header', views: row.filter(isOwn).flatMap((cell) => cell.paragraphs) }
}

/**
 * Headings that stand over several columns each, where the header is filled up with blanks at its end: the last ones
 * stand over the last cells of whole rows, and what is left of them groups rows, or numbers them.
 */
function spread(labels: readonly string[], rows: readonly Cell[][]): readonly string[] {
  const heads = labels.findLastIndex((label) => label.trim() !== '') + 1
  const whole = rows.filter((row) => row.length === labels.length && row.every((cell) => textOf(cell) !== ''))
  const [first] = whole
  if (heads < 3 || heads === labels.length || !first || labels.slice(0, heads).includes('')) return labels
  const numbers = first.findIndex((_, i) => whole.every((row) => isNumber(row[i])))
  const over = labels.length - heads - (numbers < 0 ? 0 : 1)
  const all = [...Array.from({ length: over }, () => '类别'), ...labels.slice(0, heads)]
  return numbers < 0 ? all : all.toSpliced(numbers, 0, '序号')
}

function isNumber(cell: Cell | undefined): boolean {
  return cell !== undefined && /^[\d０-９]{1,3}[.、．]?$/.test(squeeze(textOf(cell)) || (cell.generated ?? ''))
}

/** A cell of figures, as they stand where rows are added up. */
function isSum(cell: Cell): boolean {
  return /^[\d.,，]{1,16}[%％]?$/.test(squeeze(textOf(cell)))
}

/** The labels, with one for a column of numbers that has no heading, or not even a cell in the header. */
function withIndex(labels: readonly string[], rows: readonly Cell[][]): string[] {
  const whole = rows.filter((row) => row.length > 1)
  const wider = whole.filter((row) => row.length === labels.length + 1 && isNumber(row[0]))
  if (wider.length > 0 && wider.length * 2 > whole.length) return ['序号', ...labels]
  return labels.map((label, i) => {
    if (label !== '') return label
    if (whole.filter((row) => isNumber(row[i])).length * 2 > whole.length) return '序号'
    // What stands left of all headings, 第一周, names what its rows belong to.
    return i === 0 && whole.some((row) => row.length === labels.length && textOf(row[0] ?? BLANK) !== '')
      ? '类别'
      : label
  })
}

class Rows {
  readonly #columns: Column[]
  readonly #context: ReadingContext
  /** The printed name of each open group, by level. */
  readonly #groups: string[] = []
  /** The families of numbers of the open category rows, from the outside in. */
  readonly #categories: string[] = []
  /** What 同上 means in each column. */
  readonly #above: (readonly View[])[] = []
  /** The last row, to which belong further names and times below its merged words. */
  #last: Extract<TableEntry, { kind: 'row' }> | null = null
  /** The column in which each cell of the last row was read, by its first words. */
  #placed = new Map<View | undefined, number>()

  constructor(labels: readonly string[], context: ReadingContext) {
    this.#columns = columnsOf(labels, context.terms)
    this.#context = context
  }

  /**
   * Words below headings that stand again, where the work of the row above them has not come to its end: those of the
   * work alone, or under cells of a numbered row.
   */
  isRest(row: readonly Cell[], above: readonly Cell[]): boolean {
    const text = this.#columns.findIndex((column) => column.use === 'text')
    const before = textOf(above[text] ?? BLANK).trim()
    if (text <= 0 || before === '' || above.length < 2 || /[。；;！!]$/.test(before)) return false
    if (row.every((cell, i) => isOwn(cell) === (i === text))) return true
    const index = this.#columns.findIndex((column) => column.use === 'index')
    const isUnder = row.length > 1 && row.every((cell, i) => !isOwn(cell) || (i !== index && isOwn(above[i] ?? BLANK)))
    const rest = textOf(row[text] ?? BLANK).trim()
    return isUnder && isNumber(above[index]) && (/[，、：,]$/.test(before) || /[。；]$/.test(rest))
  }

  /** A row that a page break tore, as one: names may end with its page, words go on. */
  joined(row: readonly Cell[], rest: readonly Cell[]): Cell[] {
    return row.map((cell, i) => {
      const more = rest[i]?.paragraphs ?? []
      const [before, last] = [cell.paragraphs.slice(0, -1), cell.paragraphs.slice(-1)]
      if (more.length === 0) return cell
      const isNames = this.#columns[i]?.field.kind === 'unit'
      return {
        ...cell,
        paragraphs: isNames ? [...cell.paragraphs, ...more] : [...before, joinLines([...last, ...more])],
      }
    })
  }

  read(whole: readonly Cell[]): TableEntry[] {
    const row = whole.map((cell) => (cell.above && !this.#placed.has(cell.paragraphs[0]) ? BLANK : cell))
    if (!row.some(isOwn)) return []
    if (row.some((cell) => isTotal(textOf(cell)))) return [headerEntry(row)]
    const category = this.#category(row)
    if (category) return [this.#group(this.#categoryLevel(category), category)]
    const counted = this.#summedCategory(row) ?? this.#numberedCategory(row)
    if (counted) return counted
    const cells = this.#place(fitCells(row, this.#columns))
    const entries = this.#groupsOf(cells)
    const saysMore = cells.some((cell, i) => isOwn(cell) && this.#columns[i]?.use !== 'group')
    if (!saysMore) return entries
    const said = this.#row(cells)
    if (this.#last && this.#isBelowMerged(row, cells)) {
      append(this.#last.cells, said.cells)
      addFields(this.#last.fields, said.fields)
      return entries
    }
    this.#last = said
    return [...entries, said]
  }

  /** 2024.8 | 城投公司 below 改造道路3条 | 5月 | 建设局: names and times alone, in a row that lacks the cells merged over it. */
  #isBelowMerged(row: readonly Cell[], cells: readonly Cell[]): boolean {
    const own = cells.flatMap((cell, i) => (isOwn(cell) ? [this.#columns[i] as Column] : []))
    const filled = row.findLastIndex((cell) => cell.paragraphs.length > 0) + 1
    return (
      filled < this.#columns.length &&
      isOwn(row[0] ?? BLANK) &&
      !row.some((cell) => cell.above) &&
      own.length > 1 &&
      own.every(({ use, field }) => use === 'field' && (field.kind === 'unit' || field.kind === 'deadline'))
    )
  }

  /** Category rows nest by their numbers: （一） below 一、. */
  #categoryLevel(view: View): number {
    const family = readMarker(view.text)?.family ?? ''
    const open = this.#categories.indexOf(family)
    const level =
      open >= 0
        ? open
        : (rankOf(family) ?? 99) > (rankOf(this.#categories.at(-1) ?? '') ?? 99)
          ? this.#categories.length
          : 0
    this.#categories.length = level
    this.#categories[level] = family
    return level
  }

  /** A category row with its number in the column of numbers, and maybe the sums of its rows: 一 | 促进就业 | | 98600 |. */
  #numberedCategory(cells: readonly Cell[]): TableEntry[] | null {
    const filled = cells.filter((cell) => cell.paragraphs.length > 0)
    const [number, title, ...sums] = filled
    if (
      !filled.every(isOwn) ||
      !sums.every(isSum) ||
      !number ||
      !title ||
      !/^[（(]?[一二三四五六七八九十]{1,3}[)）、.]?$/.test(squeeze(textOf(number)))
    )
      return null
    if (this.#columns[cells.indexOf(number)]?.use !== 'index') return null
    const text = squeeze(textOf(number))
    const marker: Marker = {
      style: 'row',
      text,
      family: 'row',
      ordinal: ordinalOf(text.replace(/[^一二三四五六七八九十]/g, '')),
      length: text.length,
      weak: false,
    }
    const view = joinLines(title.paragraphs)
    this.#categories.length = 1
    this.#categories[0] = 'row'
    this.#groups.length = 0
    this.#groups[0] = squeeze(view.text)
    const whole = View.join([joinLines(number.paragraphs), view], () => '')
    const segments = cutParagraph(view, this.#context, true)
    const group: TableEntry = { kind: 'group', level: 0, view: whole, marker, segments }
    return sums.length === 0 ? [group] : [group, headerEntry(sums)]
  }

  /** The one cell of a category row. */
  #category(row: readonly Cell[]): View | null {
    const filled = row.filter((cell) => cell.paragraphs.length > 0)
    const texts = new Set(filled.map(textOf))
    if (texts.size !== 1) return null
    const cell = filled.find(isOwn) as Cell
    if (row.length > 1 && filled.length === 1) {
      const marker = readMarker(textOf(cell))
      const heads = marker !== null && /^(?:chinese|chineseParen|part|chapter|section)/.test(marker.family)
      const first = row.indexOf(cell) === 0
      if (!heads && !(first && this.#columns[0]?.use === 'index' && !/^\d+$/.test(textOf(cell)))) return null
    }
    return joinLines(cell.paragraphs)
  }

  /** A category row with the sums of its rows: 一、续建项目（4个） | | 112000 | 46500 |. */
  #summedCategory(row: readonly Cell[]): TableEntry[] | null {
    const [first, ...others] = row.filter(isOwn)
    const family = first && readMarker(textOf(first))?.family
    if (!first || others.length === 0 || !/^(?:chinese|chineseParen|part)$/.test(family ?? '')) return null
    if (!others.every(isSum)) return null
    const view = joinLines(first.paragraphs)
    return [this.#group(this.#categoryLevel(view), view), headerEntry(others)]
  }

  #group(level: number, view: View): TableEntry {
    this.#last = null
    this.#groups.length = level
    this.#groups[level] = squeeze(view.text)
    const read = readMarker(view.text)
    const marker = read && asPrinted(read, view.printed)
    const title = marker ? view.slice(marker.length) : view
    return { kind: 'group', level: level, view, marker, segments: cutParagraph(title, this.#context, true) }
  }

  /** A cell merged over rows is read in the column where it stands, and in no other. */
  #place(cells: readonly Cell[]): Cell[] {
    const placed = new Map<View | undefined, number>()
    const own = cells.map((cell, i) => {
      if (cell.above && this.#placed.get(cell.paragraphs[0]) !== i) return BLANK
      placed.set(cell.paragraphs[0], i)
      return cell
    })
    this.#placed = placed
    return own
  }

  /** Headings of the row: cells of group columns that are not blank and not those of the row above. */
  #groupsOf(cells: readonly Cell[]): TableEntry[] {
    const entries: TableEntry[] = []
    let level = this.#categories.length
    this.#columns.forEach((column, i) => {
      if (column.use !== 'group') return
      const cell = cells[i] as Cell
      const view = cell.paragraphs.length > 0 ? joinLines(cell.paragraphs) : null
      const isSame =
        view !== null &&
        (this.#groups[level] === squeeze(view.text) || (isDitto(cell) && this.#groups[level] !== undefined))
      if (isSame && !cell.above) entries.push({ kind: 'again', level, view })
      else if (view && !isSame && !/^[-—–/]+$/.test(view.text)) entries.push(this.#group(level, view))
      level++
    })
    return entries
  }

  #row(cells: readonly Cell[]): Extract<TableEntry, { kind: 'row' }> {
    const fields = noFields()
    const used: { kind: 'annotation' | 'status' | 'extra'; views: View[] }[] = []
    let marker: View | string | null = null
    let ofText: string | null = null
    let text: View[] = []
    let isNumbered = true
    let place = 0
    this.#columns.forEach((column, i) => {
      const { paragraphs, above, generated } = cells[i] as Cell
      // A number merged over rows is that of the first of them.
      if (above && column.use === 'index') return
      if (above && column.use === 'text') isNumbered = false
      if (column.use === 'index' && generated) marker = generated
      if (column.use === 'text' && generated && !above) ofText = generated
      if (paragraphs.length === 0) return
      if (column.use === 'text') text = paragraphs
      else if (column.use === 'index') marker ??= joinLines(paragraphs)
      else if (column.use !== 'group') {
        const repeated = isDitto(cells[i] as Cell) ? this.#above[i] : undefined
        const said = readCell(column, repeated ?? paragraphs, this.#context)
        this.#above[i] = repeated ?? paragraphs
        // Cells side by side over several lines are read one after the other.
        if (!above) place = Math.max(place, joinLines(paragraphs).offsetAt(0))
        for (const field of [...said.units, ...said.deadlines]) {
          if (above || repeated) field.source = 'heading'
          if (!above) field.place = place
        }
        addFields(fields, said)
        used.push({
          kind: column.use === 'extra' ? 'extra' : column.field.kind === 'status' ? 'status' : 'annotation',
          views: paragraphs,
        })
      }
    })
    const { marker: own, ...body } = this.#numbered(marker ?? ofText, text, fields.units.length > 0)
    return { kind: 'row', marker: isNumbered ? own : marker, ...body, cells: used, fields }
  }

  /** A number that opens the text is the row's marker only where no column holds numbers. */
  #numbered(index: View | string | null, text: readonly View[], hasUnits: boolean) {
    const first = text[0]
    const own =
      typeof index === 'string' || this.#columns.some((column) => column.use === 'index') || !first
        ? null
        : readMarker(first.text)
    const marker = own && first && own.family !== 'bullet' ? first.slice(0, own.text.length) : index
    const views = own && first && own.family !== 'bullet' ? [first.slice(own.length), ...text.slice(1)] : text
    return { marker, text: views.map((view) => cutParagraph(view, this.#context, false, hasUnits)) }
  }
}

function readCell(column: Column, paragraphs: readonly View[], context: ReadingContext): Fields {
  const view =
    column.field.kind === 'unit'
      ? joinNames(paragraphs)
      : column.field.kind === 'status'
        ? joinStatus(paragraphs)
        : joinLines(paragraphs)
  if (column.use === 'extra') return extraOf(column.label, view)
  const labels =
    column.field.kind === 'unit' ? findLabels(view, context.terms).filter((label) => label.field.kind === 'unit') : []
  const said =
    labels.length > 0 ? readLabelled(view, labels, context) : readContent(column.field, column.label, view, context)
  said.status = said.status.filter((status) => !/^[-—–/\s]+$/.test(status.text))
  return said
}

/** A column that is none of the others; a dash in it says nothing. */
function extraOf(label: string, view: View): Fields {
  const fields = noFields()
  if (!/^[-—–―/／\s]*$/.test(view.text)) fields.extra.push({ label, view })
  return fields
}

function joinStatus(paragraphs: readonly View[]): View {
  return View.join(paragraphs, () => '\n')
}

/** Alone no name, but the end of one: 各重点项目责任|单位. */
const GENERIC_END = /^(?:单位|部门|科室|处室|股室)$/

/** Lines of a cell of names: each line its own names, but for a name torn by the line end. */
function joinNames(paragraphs: readonly View[]): View {
  return View.join(paragraphs, (before, after) => {
    const last = before.split(/[、，,；;：:]/).at(-1) ?? ''
    const first = after.split(/[、，,；;：:]/)[0] ?? ''
    // 梁   敏: a name of two characters is set as wide as one of three.
    if (last.length === 1 && first.length === 1 && looksLikePerson(last + first)) return ' '
    // 高新园（柳桥镇）, 各街道: a bracket ends a name, and 各 goes on with none.
    if (last !== '' && GENERIC_END.test(first)) return ''
    if (/^各/.test(first) || (/[)）]$/.test(last) && looksLikeUnit(first))) return '\n'
    return last !== '' && !looksLikeUnit(last) && looksLikeUnit(last + first) ? '' : '\n'
  })
}
