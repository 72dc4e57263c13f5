/**
 * The task list as Markdown: a GFM task list under its headings, or a table. Made as a Markdown tree, so that the
 * library escapes what a document's own characters would otherwise turn into markup.
 */
import type { BlockContent, ListItem, Paragraph, PhrasingContent, Root, RootContent, TableRow } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import type { Lang } from '../message.ts'
import type { Plan, PlanNode, Task, UnitRole } from '../plan.ts'
import type { ByUnit } from '../units.ts'
import { namesOf, printedDeadlines } from './columns.ts'
import { headingsOf, layoutOf, rowsOf, spread } from './layout.ts'
import { withMarker } from './marker.ts'
import { unitOutline } from './unit-outline.ts'
import { plain, type WriteOptions, type Writing } from './writer.ts'

/** Labels as such documents print them, so that the list can be read again. */
const LABELS = {
  zh: {
    lead: '牵头单位',
    responsible: '责任单位',
    support: '配合单位',
    supervisor: '责任领导',
    due: '完成时限',
    status: '进展情况',
    other: '其他',
  },
  en: {
    lead: 'Lead',
    responsible: 'Responsible',
    support: 'Support',
    supervisor: 'Supervisor',
    due: 'Due',
    status: 'Status',
    other: 'Other',
  },
} satisfies Record<Lang, Record<UnitRole | 'due' | 'status' | 'other', string>>

type Labels = (typeof LABELS)[Lang]

export function markdown(options: WriteOptions): Writing {
  const lang = options.lang ?? 'zh'
  const processor = unified().use(remarkGfm, { tablePipeAlign: false }).use(remarkStringify, { bullet: '-', rule: '-' })
  const write: Writing['plan'] = (plan, groups) => {
    const nodes = groups ? unitOutline(groups, lang) : plan.children
    const body = isTable(options) ? table(plan, groups, options) : listed(nodes, 2, LABELS[lang])
    const root: Root = { type: 'root', children: [...title(plan), ...body] }
    return [processor.stringify(root)]
  }
  return { ...plain(write), between: '\n' }
}

function isTable({ markdown, preset, columns }: WriteOptions): boolean {
  return markdown === 'table' || preset !== undefined || columns !== undefined
}

function title({ document, source }: Plan): RootContent[] {
  const words = document.title ?? source.path
  return words ? [heading(1, words)] : []
}

function listed(nodes: readonly PlanNode[], depth: number, labels: Labels): RootContent[] {
  const out: RootContent[] = []
  let afterSection = false
  for (const node of nodes) {
    if (node.type === 'section') {
      afterSection = true
      out.push(heading(depth, withMarker(node.marker, node.title)), ...listed(node.children, depth + 1, labels))
    } else if (node.type === 'task') {
      // Without a heading of its own it would seem to belong to the section before it.
      if (afterSection) out.push(heading(depth, withMarker(node.marker, node.title ?? '') || labels.other))
      intoList(out, afterSection ? item(withoutHeading(node), labels) : item(node, labels))
    }
  }
  return out
}

function heading(depth: number, words: string): RootContent {
  return { type: 'heading', depth: Math.min(depth, 6) as 1 | 2 | 3 | 4 | 5 | 6, children: [text(words)] }
}

/** The task as it stands under a heading that says its marker and title. */
function withoutHeading(task: Task): Task {
  const title = task.title ?? ''
  const body = task.text.startsWith(title) ? task.text.slice(title.length).replace(/^[。：:\s]+/, '') : task.text
  return { ...task, marker: '', text: body || task.text }
}

/** Tasks that follow each other stand in one list. */
function intoList(out: RootContent[], listItem: ListItem): void {
  const last = out.at(-1)
  if (last?.type === 'list') last.children.push(listItem)
  else out.push({ type: 'list', ordered: false, spread: false, children: [listItem] })
}

/** A paragraph a line of the task, and at the end 〔牵头单位：…；完成时限：…〕. */
function item(task: Task, labels: Labels): ListItem {
  const lines = task.text.split('\n')
  const words = lines.map((line, index) => {
    return (
      (index === 0 ? withMarker(task.marker, line) : line) +
      (index === lines.length - 1 ? annotation(task, labels) : '')
    )
  })
  const children: BlockContent[] = words.filter((line) => line.trim() !== '').map(paragraph)
  return { type: 'listItem', checked: false, spread: false, children: children.length ? children : [paragraph('·')] }
}

function annotation(task: Task, labels: Labels): string {
  const fields = [
    ...(['lead', 'responsible', 'support', 'supervisor'] as const).map((role) => [labels[role], namesOf(task, role)]),
    [labels.due, printedDeadlines(task)],
    [labels.status, task.status ?? ''],
  ]
  const shown = fields.flatMap(([label, value]) => (value ? [`${label}：${value}`] : []))
  return shown.length ? `〔${shown.join('；')}〕` : ''
}

/** The columns that hold something, or those that were asked for, a row a task. */
function table(plan: Plan, groups: ByUnit | undefined, options: WriteOptions): RootContent[] {
  const layout = spread(layoutOf({ ...options, several: false }), [plan])
  const rows = [...rowsOf(plan, layout, groups)]
  const used = layout.columns.map((_, column) => layout.own || rows.some((row) => row[column]))
  const pick = (cells: string[]) => row(cells.filter((_, column) => used[column]))
  if (rows.length === 0) return []
  return [{ type: 'table', children: [pick(headingsOf(layout)), ...rows.map(pick)] }]
}

function row(cells: string[]): TableRow {
  return { type: 'tableRow', children: cells.map((cell) => ({ type: 'tableCell', children: [text(cell)] })) }
}

function paragraph(line: string): Paragraph {
  return { type: 'paragraph', children: [text(line)] }
}

/** One line of text: a line end would open a new block, and NUL is not allowed in Markdown. */
function text(words: string): PhrasingContent {
  return { type: 'text', value: words.replace(/[\s\0]+/gu, ' ').trim() }
}
