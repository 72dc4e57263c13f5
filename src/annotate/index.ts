/**
 * Annotate: who, by when and how far, found in the paragraphs and tables of an outline and set apart from the words
 * of the work itself.
 */
import { noFields } from '../fields.ts'
import type { AnnotatedItem, AnnotatedText, Item, Segment, TextBlock } from '../stages.ts'
import type { View } from '../text/view.ts'
import type { ReadingContext } from './context.ts'
import { readBareList, readContent } from './fields.ts'
import { readGiven } from './given.ts'
import { cutParagraph, textSegment } from './paragraph.ts'
import { readTable } from './table.ts'

/** Annotates an item, but not yet those below it: what is said of one need not be kept while the next are read. */
export function annotate(item: Item, context: ReadingContext): AnnotatedItem {
  const read = annotateIn(item, context)
  const stage = stageOf(read)
  const isOfOneYear = stage && [stage.from, stage.to].every((month) => month.startsWith(`${context.year}-`))
  return stage && !isOfOneYear ? annotateIn(item, { ...context, stage }) : read
}

function annotateIn(item: Item, context: ReadingContext): AnnotatedItem {
  const head = item.head ? annotateText(item.head, afterMarker(item), context, true) : null
  let before: AnnotatedText | null = head
  const entries = item.entries.map((entry) => {
    if (entry.kind === 'text') {
      const text = annotateText(entry, entry.view, context, false)
      const isTold = before?.segments.at(-1)?.kind === 'text' && /。\s*$/.test(before.block.view.text)
      if (before && namesGoOn(before, text, context)) before = withNames(before, text, context)
      else before = (isTold && namesAlone(text, context)) || text
      return before
    }
    before = null
    return entry.kind === 'item' ? entry : readTable(entry, context)
  })
  return { kind: 'item', marker: item.marker, generated: item.generated, depth: item.depth, head, entries }
}

/** 总结阶段（2025年1月）。1月20日前报送总结: a month that lies in what an item is given is the one of that year. */
function stageOf({ head, entries }: AnnotatedItem): ReadingContext['stage'] {
  const texts = [head, ...entries].filter((entry) => entry?.kind === 'text')
  const said = texts.flatMap(({ segments }) => segments.filter(({ kind }) => kind === 'annotation'))
  const [{ reading } = {}, ...more] = said.flatMap(({ fields }) => fields.deadlines)
  if (reading?.value.kind !== 'date' || more.length > 0 || reading.value.inferredYear) return undefined
  const [from, to] = [reading.value.start ?? reading.value.due, reading.value.due].map((day) => day.slice(0, 7))
  return { from: from as string, to: to as string }
}

/** Characters of a line of names. */
const LONGEST_NAMES = 80

/** 配合单位：县水利局、县农业农村局|各乡镇、开发区管委会: a line of bodies alone right under a label's line of them. */
function namesGoOn({ block, segments }: AnnotatedText, next: AnnotatedText, context: ReadingContext): boolean {
  const label = segments.length === 1 ? segments[0] : undefined
  const [names, ...more] = next.segments
  if (label?.kind !== 'annotation' || names?.kind !== 'text' || more.length > 0 || next.block.role !== null)
    return false
  const { units, deadlines } = label.fields
  const { text } = names.view
  if (units.length === 0 || units.at(-1)?.role === 'supervisor' || deadlines.length > 0) return false
  if (
    /[。；;）)】〕]$/.test(label.view.text.trim().replace(/[（(](?:牵头|主办|配合)[)）]$/, '')) ||
    (next.block.apart && !block.apart)
  )
    return false
  return text.length <= LONGEST_NAMES && !/[。；：:]/.test(text) && readBareList(names.view, context).share === 1
}

/**
 * 业务科　观测中心　时限：6月底: bodies alone on a line below the words of an item, with no label before them, and what
 * else is said behind one; `null` where the line is none.
 */
function namesAlone(text: AnnotatedText, context: ReadingContext): AnnotatedText | null {
  const { block, segments } = text
  const [names, ...said] = segments
  if (
    names?.kind !== 'text' ||
    block.role !== null ||
    block.given !== undefined ||
    said.some(({ kind }) => kind === 'text')
  )
    return null
  const view = names.view.trim()
  if (view.length === 0 || view.length > LONGEST_NAMES || /[。；：:]/.test(view.text)) return null
  const { fields, share, list } = readBareList(view, context)
  if (share < 1 || list.units.length === 0 || list.units.some((unit) => unit.view.length > LONGEST_NAME)) return null
  return { ...text, segments: [{ kind: 'annotation', view: names.view, fields }, ...said] }
}

/** Characters of a body's name on such a line. */
const LONGEST_NAME = 20

function withNames(before: AnnotatedText, text: AnnotatedText, context: ReadingContext): AnnotatedText {
  // 县文化馆（牵头）: the bracket is said of that name alone.
  const units = before.segments[0]?.fields.units.filter(({ rule }) => !rule.endsWith('+bracket'))
  const role = units?.at(-1)?.role ?? 'responsible'
  const { view } = text.segments[0] as Segment
  return {
    ...text,
    segments: [{ kind: 'annotation', view, fields: readContent({ kind: 'unit', role }, '', view, context) }],
  }
}

function afterMarker({ marker, generated, head }: Item): View {
  const view = (head as TextBlock).view
  return marker && !generated ? view.slice(marker.length) : view
}

function annotateText(block: TextBlock, view: View, context: ReadingContext, heading: boolean): AnnotatedText {
  return { kind: 'text', block, segments: segmentsOf(block, view, context, heading) }
}

/**
 * Frame and furniture hold no annotations, but a note may say by when to report; a list that says how it is printed has
 * them set apart already.
 */
function segmentsOf(block: TextBlock, view: View, context: ReadingContext, heading: boolean): Segment[] {
  if (block.role === 'note') return [textSegment(view, context)]
  if (block.role !== null) return [{ kind: 'text', view, fields: noFields() }]
  if (block.given === 'fields') return readGiven(view, context)
  return block.given === 'words' ? [textSegment(view, context)] : cutParagraph(view, context, heading)
}
