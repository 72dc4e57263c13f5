/**
 * Items of the outline → sections, narrative, and tasks: a leaf is one task, or as many as there are
 * responsibilities in it.
 */

import type { Paragraph, ParagraphRole, PlanNode, Section, Span } from '../plan.ts'
import type { AnnotatedItem, AnnotatedText, Fields, Item, Segment } from '../stages.ts'
import { append } from '../text/append.ts'
import { joinLines, type View } from '../text/view.ts'
import { cardsOf, NO_CARDS } from './cards.ts'
import { headLabels, leadIn, numberedLabels, problemOf, upToStop } from './labels.ts'
import { markerSpans, type NodeMaker, type Numbered, UNNUMBERED } from './nodes.ts'
import { fieldsOf, groupPieces, isResponsible, type Piece, splitPieces } from './pieces.ts'
import { type Scope, scopeBelow } from './scope.ts'
import { statusRunsOn } from './status.ts'
import { buildTable, hasRows } from './tables.ts'
import { headingLength, stopAfter, titleOf, withoutStop } from './title.ts'
import { inheritFrom, spansOf } from './values.ts'

type Entry = AnnotatedItem['entries'][number]

/** The nodes of what stands directly under a heading, or at the top of a part. */
export function buildEntries(
  entries: readonly Entry[],
  scope: Scope,
  role: ParagraphRole,
  maker: NodeMaker,
): PlanNode[] {
  const nodes: PlanNode[] = []
  const cards = scope.narrative === null ? cardsOf(entries, maker) : NO_CARDS
  const unnumbered = scope.narrative === null && cards.size === 0 ? unnumberedTasks(entries) : NONE
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i] as Entry
    const card = cards.get(entry)
    if (card) {
      nodes.push(buildTask(UNNUMBERED, null, groupPieces(statusRunsOn(card)).flat(), 0, scope, maker))
      i += card.length - 1
    } else if (entry.kind === 'item') append(nodes, buildItem(entry, scope, maker))
    else if (entry.kind === 'table') append(nodes, buildTable(entry, scope, maker))
    else if (unnumbered.has(entry)) {
      const run = runOf(entries, i, unnumbered)
      for (const piece of splitPieces(groupPieces(run))) nodes.push(buildTask(UNNUMBERED, null, piece, 0, scope, maker))
      i += run.length - 1
    } else append(nodes, buildParagraph(entry, role, maker))
  }
  return nodes
}

const NONE: ReadonlySet<AnnotatedText> = new Set()

/** Paragraphs with a responsibility of their own, where there are two or more, are tasks without a number. */
function unnumberedTasks(entries: readonly Entry[]): ReadonlySet<AnnotatedText> {
  const texts = entries.filter((entry): entry is AnnotatedText => entry.kind === 'text' && entry.block.role === null)
  const annotated = texts.filter((text) => groupPieces([text]).some(isResponsible))
  return annotated.length >= 2 ? new Set(annotated) : NONE
}

/** A task's paragraph with the labelled lines after it. */
function runOf(entries: readonly Entry[], from: number, tasks: ReadonlySet<AnnotatedText>): AnnotatedText[] {
  const run: AnnotatedText[] = []
  for (const entry of entries.slice(from)) {
    if (entry.kind !== 'text' || entry.block.role !== null) break
    if (run.length > 0 && (tasks.has(entry) || hasWords(entry.segments))) break
    run.push(entry)
  }
  return run
}

function hasWords(segments: readonly Segment[]): boolean {
  return segments.some((segment) => segment.kind === 'text')
}

function buildParagraph({ block, segments }: AnnotatedText, role: ParagraphRole, maker: NodeMaker): Paragraph[] {
  if (block.role === null || block.role === 'note')
    append(
      maker.deadlines,
      segments.flatMap((segment) => segment.fields.deadlines),
    )
  return maker.paragraph(segments.length === 1 ? (segments[0] as Segment).view : block.view, block.role ?? role)
}

function buildItem(outlined: Item, scope: Scope, maker: NodeMaker): PlanNode[] {
  const item = problemOf(outlined, maker) ?? maker.annotate(outlined)
  const isSection =
    item.entries.some((entry) => entry.kind === 'item' || (entry.kind === 'table' && hasRows(entry))) ||
    cardsOf(item.entries, maker).size > 1
  if (isGiven(item)) return isSection ? [buildSection(item, scope, null, maker)] : buildLeaf(item, scope, maker)
  const narrative = narrativeAt(item, scope, isSection, maker)
  const table = isSection && !narrative ? tableBeside(item) : -1
  if (table >= 0)
    return [
      ...buildLeaf({ ...item, entries: item.entries.slice(0, table) }, scope, maker),
      ...buildEntries(item.entries.slice(table), scope, 'intro', maker),
    ]
  if (isSection) return [buildSection(item, scope, narrative, maker)]
  return narrative && !isWork(item, maker) ? [buildNarrative(item, scope, maker)] : buildLeaf(item, scope, maker)
}

/** Under 总体要求 too an item that says who is responsible for it is work, where its own words announce no narrative. */
function isWork(item: AnnotatedItem, { terms }: NodeMaker): boolean {
  if (item.marker === null || terms.narrativeOf(headingOf(item)) !== null) return false
  return item.head !== null && groupPieces([item.head]).some(isResponsible)
}

/**
 * Where the table of an item begins that is no part of it, else -1: the item is a sentence that says itself who is
 * responsible, and the rows of the table say it for themselves.
 */
function tableBeside({ head, entries }: AnnotatedItem): number {
  const at = entries.findIndex((entry) => entry.kind === 'table' && hasRows(entry))
  const table = entries[at]
  if (head === null || table?.kind !== 'table' || entries.some((entry) => entry.kind === 'item')) return -1
  const isTold = head.segments.some(({ kind, view }) => kind === 'text' && /。[）)”"]?\s*$/.test(view.text))
  const saysWho = table.entries.some((entry) => entry.kind === 'row' && entry.fields.units.length > 0)
  return isTold && saysWho && groupPieces([head]).some(isResponsible) ? at : -1
}

/** In a list that is read as it stands, what has nothing below it is a task, whatever its words are. */
function isGiven({ head }: AnnotatedItem): boolean {
  return head?.block.given !== undefined
}

/** Whether a heading announces narrative: by its own words, or by those of the heading above. */
function narrativeAt(item: AnnotatedItem, scope: Scope, isSection: boolean, { terms }: NodeMaker): Scope['narrative'] {
  const own = terms.narrativeOf(headingOf(item))
  if (own === 'goal') return isSection ? null : 'overview'
  if (own === 'trouble') return isSection || !isTold(item) ? scope.narrative : 'overview'
  return own ?? scope.narrative
}

/** A heading alone on its line, and below it nothing but words. */
function isTold({ head, entries }: AnnotatedItem): boolean {
  const texts = [head, ...entries]
  const isWords = texts.every((text) => text?.kind === 'text' && text.segments.every(({ kind }) => kind === 'text'))
  return isWords && entries.length > 0 && !/[。；：:].*\S/.test(head?.block.view.text ?? '')
}

function headingOf(item: AnnotatedItem): string {
  return upToStop(item.head?.segments.find((segment) => segment.kind === 'text')?.view.text ?? '')
}

function buildSection(item: AnnotatedItem, scope: Scope, narrative: Scope['narrative'], maker: NodeMaker): Section {
  const { labels, rest: under } = headLabels(item)
  const { lead, rest: below } = leadIn(under)
  const { numbered, rest } = numberedLabels(below, maker)
  const said = [...labels, ...(lead ? [lead] : []), ...numbered.flatMap(({ head }) => head ?? [])]
  const { section, fields, intro } = buildHeading(item, said, scope, maker)
  // Their numbers are no marker of the section.
  for (const label of numbered)
    append(
      section.spans,
      ownMarker(label).map((span): Span => ({ ...span, kind: 'annotation' })),
    )
  if (narrative && maker.terms.narrativeOf(headingOf(item)) !== null) section.role = 'narrative'
  const inner = scopeBelow(section, inheritFrom(fields, scope.inherited), narrative)
  section.children = [...intro, ...buildEntries(rest, inner, narrative ? 'narrative' : 'intro', maker)]
  return section
}

/** A section from an item's head and its labelled lines; running text on the heading's line is its lead-in. */
function buildHeading(
  item: AnnotatedItem,
  labels: readonly AnnotatedText[],
  scope: Scope,
  maker: NodeMaker,
): { section: Section; fields: Fields; intro: Paragraph[] } {
  const segments = [...(item.head?.segments ?? []), ...labels.flatMap((text) => text.segments)]
  const section = maker.section(item, segments, scope)
  const intro: Paragraph[] = []
  const words = segments.filter((segment) => segment.kind === 'text')
  words.forEach(({ view, fields }, i) => {
    const length = i > 0 ? 0 : isGiven(item) ? view.length : headingLength(view.text)
    const title = view.slice(0, i === 0 ? stopAfter(view.text, length) : 0)
    if (i === 0) section.title = view.slice(0, length).trim().printed
    append(section.spans, spansOf(title, 'heading'))
    const rest = maker.paragraph(view.slice(title.length), 'intro')
    if (rest.length > 0) append(maker.deadlines, fields.deadlines)
    append(intro, rest)
  })
  append(section.spans, ownMarker(item))
  return { section, fields: fieldsOf(segments.filter((segment) => segment.kind !== 'text')), intro }
}

/** The marker's spans, where it stands in the text. */
function ownMarker({ marker, generated, head }: AnnotatedItem): Span[] {
  return marker && !generated && head ? markerSpans(head.block.view, marker) : []
}

/** A heading over prose: no task. */
function buildNarrative(item: AnnotatedItem, scope: Scope, maker: NodeMaker): Section {
  const { section, intro } = buildHeading(item, [], scope, maker)
  section.role = 'narrative'
  for (const paragraph of intro) {
    paragraph.role = 'narrative'
    for (const span of paragraph.spans) span.kind = 'narrative'
  }
  section.children = [...intro, ...item.entries.flatMap((entry) => narrativeEntry(entry, scope, maker))]
  return section
}

function narrativeEntry(entry: Entry, scope: Scope, maker: NodeMaker): PlanNode[] {
  if (entry.kind === 'text') return buildParagraph(entry, 'narrative', maker)
  return entry.kind === 'table' ? buildTable(entry, scope, maker) : buildItem(entry, scope, maker)
}

/** An item without items below it. */
function buildLeaf(item: AnnotatedItem, scope: Scope, maker: NodeMaker): PlanNode[] {
  const isOwn = (entry: Entry | null): entry is AnnotatedText => entry?.kind === 'text' && entry.block.role === null
  const paragraphs = statusRunsOn([item.head, ...item.entries].filter(isOwn))
  const others = item.entries.filter((entry) => !isOwn(entry)).flatMap((entry) => narrativeEntry(entry, scope, maker))
  const isProblem = item.marker?.family.startsWith('label:问题') === true
  const pieces = groupPieces(paragraphs)
  const responsible = pieces.filter(isResponsible)
  const [first, second] = responsible
  const opening = item.head?.block.title ?? titleOf(paragraphs, isProblem)
  const isOpening = first !== undefined && first === pieces[0] && wordsLength(first) <= opening
  // 改造管网（供水科）。检测水质（监测站）。 in one line are two pieces; a line of its own heads those below it.
  const headed = isOpening && second?.[0]?.paragraph !== first[0]?.paragraph
  const title = isOpening && !headed && second ? 0 : opening
  if (headed && responsible.length >= 3) return [buildHeaded(item, pieces, scope, maker), ...others]
  if (!headed && responsible.length >= 2)
    return [buildSplit(item, pieces, title > 0 ? title : headLine(paragraphs), scope, maker), ...others]
  return [buildTask(item, item, pieces.flat(), title, scope, maker), ...others]
}

/** A sentence alone on the first line, however told, heads the pieces below it, each with an annotation of its own. */
function headLine([head]: readonly AnnotatedText[]): number {
  const [only, ...more] = head?.segments ?? []
  if (only?.kind !== 'text' || more.length > 0) return 0
  const { text } = only.view
  const length = headingLength(text)
  return length <= LONGEST_HEAD_LINE && withoutStop(text).length <= length ? length : 0
}

const LONGEST_HEAD_LINE = 60

function wordsLength(piece: Piece): number {
  const words = piece.filter(({ segment }) => segment.kind === 'text')
  return words.reduce((sum, { segment }) => sum + withoutStop(segment.view.text).length, 0)
}

/** A section of the item's pieces; the item's title, if it has one, is the section's. */
function buildSplit(
  item: AnnotatedItem,
  pieces: readonly Piece[],
  title: number,
  scope: Scope,
  maker: NodeMaker,
): Section {
  const split = splitPieces(pieces)
  const section = maker.section(item, [], scope)
  append(section.spans, ownMarker(item))
  const first = split[0]?.[0]
  if (title > 0 && first) {
    const { view } = first.segment
    const end = stopAfter(view.text, title)
    section.title = view.slice(0, title).trim().printed
    append(section.spans, spansOf(view.slice(0, end), 'heading'))
    first.segment = withoutHead(first.segment, end)
  }
  const inner = scopeBelow(section, scope.inherited, null)
  section.children = split.map((piece) => buildTask(UNNUMBERED, null, piece, 0, inner, maker))
  return section
}

/** The same, where the first piece is a heading with an annotation of its own: that is the section's. */
function buildHeaded(
  item: AnnotatedItem,
  [head, ...pieces]: readonly Piece[],
  scope: Scope,
  maker: NodeMaker,
): Section {
  const segments = head?.map(({ segment }) => segment) ?? []
  const words = segments.filter(({ kind }) => kind === 'text')
  const section = maker.section(item, segments, scope)
  section.title = withoutStop(words[0]?.view.printed ?? '')
  append(section.spans, ownMarker(item))
  for (const { view } of words) append(section.spans, spansOf(view, 'heading'))
  const inherited = inheritFrom(fieldsOf(segments.filter(({ kind }) => kind !== 'text')), scope.inherited)
  const inner = scopeBelow(section, inherited, null)
  section.children = splitPieces(pieces).map((piece) => buildTask(UNNUMBERED, null, piece, 0, inner, maker))
  return section
}

/** A segment without its first characters, and without what those say. */
function withoutHead(segment: Segment, length: number): Segment {
  const view = segment.view.slice(length)
  const isLeft = (said: { view: View }) => said.view.offsetAt(0) >= view.offsetAt(0)
  const { units, deadlines } = segment.fields
  return {
    ...segment,
    view,
    fields: { ...segment.fields, units: units.filter(isLeft), deadlines: deadlines.filter(isLeft) },
  }
}

/** One task from its piece; `title` counts the characters of its heading. */
function buildTask(
  numbered: Numbered,
  item: AnnotatedItem | null,
  piece: Piece,
  title: number,
  scope: Scope,
  maker: NodeMaker,
): PlanNode {
  const annotations = piece.filter(({ segment }) => segment.kind !== 'text').map(({ segment }) => segment)
  const body = wordsOf(piece)
  const spans = bodySpans(body, title)
  if (item) append(spans, ownMarker(item))
  for (const segment of annotations) append(spans, spansOf(segment.view, segment.kind))
  const fields = fieldsOf(piece.map(({ segment }) => segment))
  return maker.task(numbered, body, title, { fields, annotations }, spans, scope)
}

/** The words of a piece, a view for each of its paragraphs. */
function wordsOf(piece: Piece): View[] {
  const words: View[] = []
  let views: View[] = []
  const close = () => {
    const view = joinLines(views)
    if (view.text.trim() !== '') words.push(view)
    views = []
  }
  let last = -1
  for (const { segment, paragraph } of piece) {
    if (segment.kind !== 'text') continue
    if (paragraph !== last && views.length > 0) close()
    views.push(segment.view)
    last = paragraph
  }
  if (views.length > 0) close()
  return words
}

function bodySpans(body: readonly View[], title: number): Span[] {
  const spans: Span[] = []
  body.forEach((view, i) => {
    const start = view.length - view.text.trimStart().length
    const end = i > 0 || title === 0 ? 0 : stopAfter(view.text, start + title)
    append(spans, spansOf(view.slice(0, end), 'title'))
    append(spans, spansOf(view.slice(end), 'text'))
  })
  return spans
}
