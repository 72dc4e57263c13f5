/**
 * The plan as Markdown: a GFM task list under its headings, or a table. Made as a Markdown tree, so that the library
 * escapes what a document's own characters would otherwise turn into markup.
 */
import type { List, ListItem, Paragraph, PhrasingContent, Root, RootContent, TableRow } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import type { Lang } from '../message.ts'
import type { Plan } from '../plan.ts'
import type { ByUnit } from '../units.ts'
import { headingsOf, layoutOf, rowsOf, spread } from './layout.ts'
import { type Entry, listOf } from './listing.ts'
import { byUnitPlan } from './unit-outline.ts'
import { plain, type WriteOptions, type Writing } from './writer.ts'

export function markdown(options: WriteOptions): Writing {
  const lang = options.lang ?? 'zh'
  const processor = unified().use(remarkGfm, { tablePipeAlign: false }).use(remarkStringify, { bullet: '-', rule: '-' })
  const write: Writing['plan'] = (plan, groups) => {
    const children = isTable(options) ? table(plan, groups, options) : list(byUnitPlan(plan, groups, lang), lang)
    const root: Root = { type: 'root', children }
    return [processor.stringify(root)]
  }
  return { ...plain(write), between: '\n' }
}

function isTable({ markdown, preset, columns }: WriteOptions): boolean {
  return markdown === 'table' || preset !== undefined || columns !== undefined
}

function list(plan: Plan, lang: Lang): RootContent[] {
  const { title, head, note, cover, entries } = listOf(plan, 'markdown', lang)
  const above = [heading(1, title), ...head.map(paragraph), paragraph(note)]
  return [...above, ...(cover.length > 0 ? [...items(cover), ...rules(cover.at(-1)), RULE] : []), ...items(entries)]
}

const RULE: RootContent = { type: 'thematicBreak' }

/** Headings, and the tasks under each in one list. */
function items(entries: readonly Entry[]): RootContent[] {
  const out: RootContent[] = []
  entries.forEach((entry, i) => {
    if (entry.kind === 'section') out.push(heading(entry.level + 2, entry.paragraphs.join('')))
    else {
      out.push(...rules(entries[i - 1], entry.level))
      intoList(out, item(entry))
    }
  })
  return out
}

/** A rule goes back one heading: to a task that stands beside a section, or to the top. */
function rules(before: Entry | undefined, level = 0): RootContent[] {
  const open = before === undefined ? 0 : before.kind === 'section' ? before.level + 1 : before.level
  return Array.from({ length: Math.max(0, open - level) }, () => RULE)
}

/** Tasks that follow each other stand in one list. */
function intoList(out: RootContent[], listItem: ListItem): void {
  const last = out.at(-1)
  if (last?.type === 'list') last.children.push(listItem)
  else out.push(listOfItems([listItem]))
}

function listOfItems(children: ListItem[]): List {
  return { type: 'list', ordered: false, spread: false, children }
}

function item({ paragraphs, number, title, fields, done }: Entry): ListItem {
  const [first = '', ...more] = paragraphs
  const below = fields.map((line): ListItem => ({ type: 'listItem', spread: false, children: [paragraph(line)] }))
  const children = [titled(first, number, number + title), ...more.map(paragraph)]
  return {
    type: 'listItem',
    checked: done,
    spread: false,
    children: below.length > 0 ? [...children, listOfItems(below)] : children,
  }
}

/** A paragraph with its title in bold, where that can be: between a letter and a sign the stars would stay stars. */
function titled(line: string, from: number, to: number): Paragraph {
  const [before, title, after] = [line.slice(0, from), line.slice(from, to), line.slice(to)]
  const opens = /^[\p{L}\p{N}]/u.test(title) || /[^\p{L}\p{N}]$/u.test(before) || before === ''
  const closes = /[\p{L}\p{N}]$/u.test(title) || /^[^\p{L}\p{N}]/u.test(after) || after === ''
  if (title === '' || !opens || !closes) return paragraph(line)
  const strong: PhrasingContent = { type: 'strong', children: [text(title)] }
  return { type: 'paragraph', children: [text(before), strong, text(after)] }
}

/** The columns that hold something, or those that were asked for, a row a task. */
function table(plan: Plan, groups: ByUnit | undefined, options: WriteOptions): RootContent[] {
  const layout = spread(layoutOf({ ...options, several: false }), [plan])
  const rows = [...rowsOf(plan, layout, groups)]
  const used = layout.columns.map((_, column) => layout.own || rows.some((row) => row[column]))
  const pick = (cells: string[]) => row(cells.filter((_, column) => used[column]))
  const title = plan.document.title ?? plan.source.path
  const head = title ? [heading(1, title)] : []
  if (rows.length === 0) return head
  return [...head, { type: 'table', children: [pick(headingsOf(layout)), ...rows.map(pick)] }]
}

function row(cells: string[]): TableRow {
  return {
    type: 'tableRow',
    children: cells.map((cell) => ({ type: 'tableCell', children: [text(cell.replace(/\s+/g, ' ').trim())] })),
  }
}

function heading(depth: number, words: string): RootContent {
  return { type: 'heading', depth: Math.min(depth, 6) as 1 | 2 | 3 | 4 | 5 | 6, children: [text(words)] }
}

function paragraph(line: string): Paragraph {
  return { type: 'paragraph', children: [text(line)] }
}

/** One line of text: a line end would open a new block, and NUL is not allowed in Markdown. */
function text(words: string): PhrasingContent {
  return { type: 'text', value: words.replace(/[\n\r\f\v\u0085\u2028\u2029\0]+/gu, ' ') }
}
