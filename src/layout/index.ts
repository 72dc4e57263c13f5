/**
 * Layout: lines → paragraphs and tables. Page furniture is marked, tables are found, wrapped and torn lines joined.
 * What a format already knows (Markdown, HTML, Word) it keeps; lines of plain text are all seen here, and those that
 * were pasted into a document of Word.
 */
import type { Block, Cell, Source, TableBlock, TextBlock } from '../stages.ts'
import type { Terms } from '../terms/additions.ts'
import { isHeader } from '../terms/columns.ts'
import { furnitureOf } from '../terms/furniture.ts'
import { append } from '../text/append.ts'
import type { View } from '../text/view.ts'
import { readBarLines } from './bar-lines.ts'
import { readColumns } from './columns.ts'
import { readFlattened } from './flattened.ts'
import { markFurniture } from './furniture.ts'
import { readGrid } from './grid.ts'
import { mend, mendOpen } from './mend.ts'
import { cutHeadings, cutRunOn } from './run-on.ts'
import { cutUndivided } from './undivided.ts'
import { unwrap } from './unwrap.ts'
import { wrappingOf } from './wrapping.ts'

export function layout(source: Source, terms: Terms): Block[] {
  return cutRunOn(cutUndivided(blocksOf(source, terms)))
}

function blocksOf(source: Source, terms: Terms): Block[] {
  const blocks = source.blocks.flatMap((block) => (block.kind === 'table' ? withinLines(block, terms) : [block]))
  const lines = source.lines === 'all' ? cutHeadings(blocks) : blocks
  const texts = lines.filter((block): block is TextBlock => block.kind === 'text')
  markFurniture(texts, terms)
  // Tables drawn with bars or tabs are pasted into documents of every format.
  const withGrids = betweenTables(lines, (run) => findGrids(run, source.text, terms))
  if (source.lines === 'none') return betweenTables(withGrids, (run) => findFlattened(run, terms))
  const wrapping = wrappingOf(
    withGrids.filter((block): block is TextBlock => block.kind === 'text'),
    terms,
  )
  const mended = source.lines === 'all' || wrapping ? mend : mendOpen
  return betweenTables(withGrids, (run) => {
    const paragraphs = wrapping ? unwrap(run, wrapping, terms) : run
    return betweenTables(findFlattened(paragraphs, terms), (torn) => mended(torn, terms))
  })
}

/** Applies a step to each run of text between the tables. */
function betweenTables(blocks: readonly Block[], step: (run: TextBlock[]) => Block[]): Block[] {
  const result: Block[] = []
  let run: TextBlock[] = []
  for (const block of blocks) {
    if (block.kind === 'text') run.push(block)
    else {
      for (const made of step(run)) result.push(made)
      result.push(block)
      run = []
    }
  }
  for (const made of step(run)) result.push(made)
  return result
}

function findGrids(lines: readonly TextBlock[], text: string, terms: Terms): Block[] {
  const blocks: Block[] = []
  let at = 0
  while (at < lines.length) {
    const line = lines[at] as TextBlock
    const reading =
      line.role === null
        ? (readBarLines(lines, at, terms) ?? readGrid(lines, at, text, terms) ?? readColumns(lines, at, terms))
        : null
    const end = reading?.end ?? at + 1
    const read = reading?.lines ?? lines.slice(at, end)
    if (reading?.table) {
      append<Block>(blocks, titlesOf(reading.table, terms))
      blocks.push(reading.table)
      append<Block>(
        blocks,
        read.filter((inside) => inside.role !== null),
      )
    } else for (const plain of read) blocks.push(plain)
    at = end
  }
  return blocks
}

/** A table of a page or of Word, without the lines that stand in it about it: its title, and who filled it in. */
function withinLines(table: TableBlock, terms: Terms): Block[] {
  const titles = hasHeaderBelow(table, terms) ? titlesOf(table, terms) : []
  const [only, ...more] = table.rows.at(-1)?.filter((cell) => cell.paragraphs.length > 0) ?? []
  const isFoot = only !== undefined && more.length === 0 && !only.above && furnitureOf(textOf(only)) === 'filled-in'
  if (!isFoot) return [...titles, table]
  table.rows.pop()
  return [...titles, table, ...only.paragraphs.map(newText)]
}

/** So many rows a title, a number and who filled in the table take above its headings, which may take two. */
const HEADER_WITHIN = 6

/** A table of a page or of Word that has its headings below its first row, which may be its title. */
function hasHeaderBelow({ rows }: TableBlock, terms: Terms): boolean {
  return rows.slice(0, HEADER_WITHIN).findIndex((row) => isHeader(row.map(textOf), terms)) > 0
}

/** Rows of one cell before the header are text: the title that a spreadsheet puts above its table. */
function titlesOf(table: TableBlock, terms: Terms): TextBlock[] {
  const titles: TextBlock[] = []
  for (let row = table.rows[0]; row && table.rows.length > 1; row = table.rows[0]) {
    const [only, ...more] = row.filter((cell) => cell.paragraphs.length > 0)
    // 责任分工 over 牵头单位 and 配合单位 is a heading of columns.
    if (!only || more.length > 0 || terms.fieldOf(textOf(only)) !== null) break
    for (const view of only.paragraphs) titles.push(newText(view))
    table.rows.shift()
  }
  return titles
}

function textOf(cell: Cell): string {
  return cell.paragraphs.map((view) => view.text).join('')
}

function newText(view: View): TextBlock {
  return {
    kind: 'text',
    view,
    role: null,
    heading: null,
    generated: null,
    indent: 0,
    apart: true,
    list: 0,
    bullet: false,
  }
}

function findFlattened(paragraphs: readonly TextBlock[], terms: Terms): Block[] {
  const blocks: Block[] = []
  const furniture = paragraphs.filter((block) => block.role !== null)
  const plain = furniture.length === 0 ? paragraphs : paragraphs.filter((block) => block.role === null)
  let at = 0
  let shown = 0
  // Furniture keeps its place among the paragraphs; within a table it follows the table.
  const showBefore = (offset: number) => {
    while (shown < furniture.length && offsetOf(furniture[shown] as TextBlock) < offset)
      blocks.push(furniture[shown++] as TextBlock)
  }
  while (at < plain.length) {
    showBefore(offsetOf(plain[at] as TextBlock))
    const found = readFlattened(plain, at, terms)
    blocks.push(found?.table ?? (plain[at] as TextBlock))
    at = found?.end ?? at + 1
  }
  showBefore(Number.POSITIVE_INFINITY)
  return blocks
}

function offsetOf(block: TextBlock): number {
  return block.view.offsetAt(0)
}
