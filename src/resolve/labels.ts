/**
 * Items that only say what a label names: （一）整改目标：…, 2.整改措施：…, 3.整改时限：…, 4.责任单位：….
 */
import { noFields } from '../fields.ts'
import type { AnnotatedItem, AnnotatedText, Item, Segment, TextBlock } from '../stages.ts'
import type { View } from '../text/view.ts'
import type { NodeMaker } from './nodes.ts'

type Entry = AnnotatedItem['entries'][number]

/** Words up to the stop that ends a heading or a label. */
export function upToStop(text: string): string {
  const stop = text.search(/[。：:]/)
  return (stop < 0 ? text : text.slice(0, stop)).trim()
}

/** The words an item begins with, up to their stop. */
function namedBy({ head, marker }: Item): string {
  return upToStop((head?.view.text ?? '').slice(marker?.length ?? 0))
}

/** Labelled lines right under a heading are the heading's, though a page number stands among them. */
export function headLabels({ entries }: AnnotatedItem): { labels: AnnotatedText[]; rest: Entry[] } {
  const isPage = (entry: Entry) => entry.kind === 'text' && entry.block.role === 'furniture'
  const isLabels = (entry: Entry): entry is AnnotatedText =>
    entry.kind === 'text' && entry.block.role === null && entry.segments.every(({ kind }) => kind !== 'text')
  const end = entries.findIndex((entry) => !isPage(entry) && !isLabels(entry))
  const near = entries.slice(0, end < 0 ? entries.length : end)
  return { labels: near.filter(isLabels), rest: entries.filter((entry, i) => i >= near.length || isPage(entry)) }
}

/**
 * One paragraph that leads in the items below a heading and closes with who is in charge: what it says of that is the
 * heading's, as that of labelled lines is.
 */
export function leadIn(entries: Entry[]): { lead: AnnotatedText | null; rest: Entry[] } {
  const [lead, next] = entries
  const saysWho = ({ kind, fields }: Segment) => kind === 'annotation' && fields.units.length > 0
  const isLead = lead?.kind === 'text' && lead.block.role === null && next?.kind === 'item'
  if (!isLead || !lead.segments.some(saysWho)) return { lead: null, rest: entries }
  return { lead, rest: entries.slice(1) }
}

/** A numbered label with who or when behind it is no longer. */
const LONGEST_LABELLED = 120

/**
 * Numbered lines that say nothing but who or when (3.整改时限：…, 4.责任单位：…) are the heading's too, where other items
 * of it tell the work.
 */
export function numberedLabels(entries: Entry[], maker: NodeMaker): { numbered: AnnotatedItem[]; rest: Entry[] } {
  const isLabelled = (item: Item) => {
    if (item.entries.length > 0 || item.head === null || item.head.given !== undefined) return false
    const kind = item.head.view.length <= LONGEST_LABELLED ? maker.terms.fieldOf(namedBy(item))?.kind : undefined
    return kind === 'unit' || kind === 'deadline'
  }
  const numbered = new Map<Entry, AnnotatedItem>()
  for (const entry of entries) {
    if (entry.kind !== 'item' || !isLabelled(entry)) continue
    const item = maker.annotate(entry)
    if (saysOnlyWhoOrWhen(item.head as AnnotatedText)) numbered.set(entry, item)
  }
  if (numbered.size === 0) return { numbered: [], rest: entries }
  const rest = entries.filter((entry) => !numbered.has(entry))
  const isTold = rest.some((entry) => entry.kind === 'item' && maker.terms.narrativeOf(namedBy(entry)) === null)
  return isTold ? { numbered: [...numbered.values()], rest } : { numbered: [], rest: entries }
}

function saysOnlyWhoOrWhen({ segments }: AnnotatedText): boolean {
  return segments.length > 0 && segments.every(({ kind }) => kind === 'annotation')
}

/** What only lists of problems have for labels: 整改目标, 整改措施; a 方案 of its own has 工作目标, 工作措施. */
const OF_PROBLEM = /^(?:存在|反馈|具体|主要)?问题|整改/

/**
 * A problem told under numbered labels is one task, as it is where they have no numbers: the item with their lines for
 * paragraphs. `null` where other items are among them, or where the measures are put down to somebody one by one.
 */
export function problemOf(item: Item, maker: NodeMaker): AnnotatedItem | null {
  const below = item.entries.filter((entry) => entry.kind === 'item').map(namedBy)
  if (!below.some((name) => OF_PROBLEM.test(name))) return null
  const kinds = below.map((name) => maker.terms.fieldOf(name)?.kind)
  const isTold = below.some((name, i) => kinds[i] === 'text' && OF_PROBLEM.test(name))
  const saysOf = kinds.includes('unit') || kinds.includes('deadline')
  if (!isTold || !saysOf || kinds.includes(undefined)) return null
  const lines: TextBlock[] = []
  const numbers = new Map<TextBlock, View>()
  for (const entry of item.entries) {
    if (entry.kind === 'table') return null
    if (entry.kind === 'text') lines.push(entry)
    else if (!addLines(entry, lines, numbers, maker)) return null
  }
  const annotated = maker.annotate({ ...item, entries: lines })
  return { ...annotated, entries: annotated.entries.map((entry) => withNumber(entry, numbers)) }
}

/** Adds what stands under a label, itself first; false where that is more than paragraphs. */
function addLines(item: Item, lines: TextBlock[], numbers: Map<TextBlock, View>, maker: NodeMaker): boolean {
  const { head, marker, entries } = item
  if (head === null || head.given !== undefined) return false
  const isWork = maker.terms.fieldOf(namedBy(item))?.kind === 'text'
  const length = isWork || item.generated ? 0 : (marker?.length ?? 0)
  const line = { ...head, view: head.view.slice(length) }
  if (length > 0) numbers.set(line, head.view.slice(0, length))
  lines.push(line)
  for (const entry of entries) {
    if (entry.kind === 'text') lines.push(entry)
    else if (entry.kind === 'table' || entry.head === null || entry.entries.length > 0 || saysWho(entry, maker))
      return false
    else lines.push(entry.head)
  }
  return true
}

function saysWho(item: Item, maker: NodeMaker): boolean {
  const segments = maker.annotate(item).head?.segments ?? []
  return segments.some(({ kind, fields }) => kind !== 'text' && fields.units.length > 0)
}

/** The number before a label of who, when or how far is set apart with it. */
function withNumber(entry: Entry, numbers: ReadonlyMap<TextBlock, View>): Entry {
  const view = entry.kind === 'text' ? numbers.get(entry.block) : undefined
  if (entry.kind !== 'text' || view === undefined) return entry
  const kind = entry.segments[0]?.kind ?? 'text'
  return { ...entry, segments: [{ kind, view, fields: noFields() }, ...entry.segments] }
}
