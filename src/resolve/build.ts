/**
 * Resolve: annotated items → sections, tasks and paragraphs with ids, inherited fields and real values.
 */
import type { Note } from '../message.ts'
import type { Paragraph, ParagraphRole, PlanNode, Section, Span, Task } from '../plan.ts'
import type { LineIndex } from '../position.ts'
import type { AnnotatedItem, AnnotatedTable, AnnotatedText, DeadlineField, Fields, Segment, TableEntry } from '../stages.ts'
import { joinLines, type View } from '../text/view.ts'
import { narrativeOf } from '../terms/headings.ts'
import { type Marker, ordinalOf } from '../terms/markers.ts'
import { Siblings } from './ids.ts'
import { fieldsOf, groupPieces, isResponsible, type Piece, splitPieces } from './pieces.ts'
import { firstStop, headingLength, titleLength } from './title.ts'
import { type Inherited, inheritFrom, spansOf, toDeadline, toExtra, toUnit, withInherited } from './values.ts'

/** What holds where a node is made. */
interface Scope {
  siblings: Siblings
  id: string
  depth: number
  inherited: Inherited
  narrative: 'principle' | 'overview' | null
}

type Entry = AnnotatedItem['entries'][number]
const NO_PLACE = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } }

export class Builder {
  readonly notes: Note[] = []
  /** Deadlines stated outside every task. */
  readonly deadlines: DeadlineField[] = []
  readonly #index: LineIndex

  constructor(index: LineIndex) {
    this.#index = index
  }

  /** The nodes of one part; `prefix` is `0` for the notice that transmits. */
  part(root: AnnotatedItem, prefix: string, siblings: Siblings): PlanNode[] {
    const scope: Scope = { siblings, id: prefix, depth: 0, inherited: { units: [], deadlines: [] }, narrative: null }
    return this.#inside(root.entries, scope, 'preamble')
  }

  /** What stands directly under a heading, or at the top: items, tables, paragraphs, unnumbered tasks. */
  #inside(entries: readonly Entry[], scope: Scope, role: ParagraphRole): PlanNode[] {
    const nodes: PlanNode[] = []
    const texts = entries.filter((entry): entry is AnnotatedText => entry.kind === 'text' && entry.block.role === null)
    const annotated = new Set(texts.filter((text) => isResponsible({ segments: text.segments.map((segment) => ({ segment, paragraph: 0 })) })))
    const unnumbered = annotated.size >= 2 && scope.narrative === null
    for (let i = 0; i < entries.length; i++) {
      const entry = entries[i] as Entry
      if (entry.kind === 'item') nodes.push(...this.#item(entry, scope))
      else if (entry.kind === 'table') nodes.push(...this.#table(entry, scope))
      else if (unnumbered && entry.block.role === null && annotated.has(entry)) {
        const run = runOf(entries, i, annotated)
        nodes.push(...this.#unnumbered(run, scope))
        i += run.length - 1
      } else nodes.push(...this.#paragraph(entry, role))
    }
    return nodes
  }

  #paragraph(text: AnnotatedText, role: ParagraphRole): Paragraph[] {
    const { block, segments } = text
    if (block.role === null) this.deadlines.push(...segments.flatMap((segment) => segment.fields.deadlines))
    return this.#words(joinSegments(segments, block.view), block.role ?? role)
  }

  #words(view: View, role: ParagraphRole): Paragraph[] {
    const spans = spansOf(view, role)
    return spans.length === 0 ? [] : [{ type: 'paragraph', position: NO_PLACE, spans, role, value: view.trim().text }]
  }

  /** A paragraph of its own responsibility and the unannotated ones after it, as one task. */
  #unnumbered(run: readonly AnnotatedText[], scope: Scope): PlanNode[] {
    return splitPieces(groupPieces(run)).map((piece) => this.#task(null, piece, 0, scope))
  }

  #item(item: AnnotatedItem, scope: Scope): PlanNode[] {
    const isSection = item.entries.some((entry) => entry.kind === 'item' || (entry.kind === 'table' && hasRows(entry)))
    const narrative = this.#narrativeOf(item, scope, isSection)
    if (isSection) return this.#section(item, scope, narrative)
    return narrative ? this.#narrative(item, scope) : this.#leaf(item, scope)
  }

  /** Whether a heading announces narrative: by its own words, or by those of the heading above. */
  #narrativeOf(item: AnnotatedItem, scope: Scope, isSection: boolean): Scope['narrative'] {
    const own = narrativeOf(headingOf(item))
    if (own === 'goal') return isSection ? null : 'overview'
    return own ?? scope.narrative
  }

  #section(item: AnnotatedItem, scope: Scope, narrative: Scope['narrative']): PlanNode[] {
    const { lead, rest } = headLabels(item)
    const head = this.#heading(item, lead, scope)
    const inner = this.#innerScope(head.section, head.fields, scope, narrative)
    const { section } = head
    if (narrative && narrativeOf(section.title) !== null) section.role = 'narrative'
    section.children = [...head.intro, ...this.#inside(rest, inner, narrative ? 'narrative' : 'intro')]
    return [section]
  }

  #innerScope(section: Section, fields: Fields, scope: Scope, narrative: Scope['narrative']): Scope {
    return {
      siblings: new Siblings(section.id),
      id: section.id,
      depth: section.depth,
      inherited: inheritFrom(fields, scope.inherited),
      narrative,
    }
  }

  /** A section from an item's head and the labelled lines right under it; running text on its line is its lead-in. */
  #heading(item: AnnotatedItem, lead: readonly AnnotatedText[], scope: Scope): { section: Section; fields: Fields; intro: Paragraph[] } {
    const segments = [...(item.head?.segments ?? []), ...lead.flatMap((text) => text.segments)]
    const section = this.#newSection(item.marker, item.generated, segments, scope)
    const intro: Paragraph[] = []
    const texts = segments.filter((segment) => segment.kind === 'text')
    texts.forEach((segment, i) => {
      const length = i === 0 ? headingLength(segment.view.text) : 0
      const title = segment.view.slice(0, stopAfter(segment.view.text, length))
      section.spans.push(...spansOf(title, 'heading'))
      if (i === 0) section.title = segment.view.slice(0, length).trim().text
      const rest = segment.view.slice(title.length)
      if (rest.text.trim() === '') return
      intro.push(...this.#words(rest, 'intro'))
      this.deadlines.push(...segment.fields.deadlines)
    })
    if (item.marker && !item.generated && item.head) section.spans.push(...markerSpans(item.head.block.view, item.marker))
    return { section, fields: fieldsOf(segments.filter((segment) => segment.kind !== 'text').map((segment) => ({ segment }))), intro }
  }

  /** A section with its annotations; title and children are the caller's. */
  #newSection(marker: Marker | null, generated: boolean, segments: readonly Segment[], scope: Scope): Section {
    const annotations = segments.filter((segment) => segment.kind !== 'text')
    const fields = fieldsOf(annotations.map((segment) => ({ segment })))
    this.#doubts(fields, annotations)
    return {
      type: 'section',
      position: NO_PLACE,
      spans: annotations.flatMap((segment) => spansOf(segment.view, segment.kind)),
      id: scope.siblings.next(marker?.ordinal ?? null),
      marker: marker?.text ?? '',
      markerGenerated: generated,
      ordinal: marker?.ordinal ?? null,
      depth: scope.depth + 1,
      units: fields.units.map((unit) => toUnit(unit, this.#index)),
      deadlines: fields.deadlines.map((deadline) => toDeadline(deadline, this.#index)),
      title: '',
      role: 'work',
      children: [],
    }
  }

  /** A heading over prose: no task. */
  #narrative(item: AnnotatedItem, scope: Scope): PlanNode[] {
    const { section, intro } = this.#heading(item, [], scope)
    section.role = 'narrative'
    section.children = [
      ...intro.map((paragraph) => ({ ...paragraph, role: 'narrative' as const, spans: paragraph.spans.map((span) => ({ ...span, kind: 'narrative' as const })) })),
      ...item.entries.flatMap((entry) => (entry.kind === 'text' ? this.#paragraph(entry, 'narrative') : entry.kind === 'table' ? this.#table(entry, scope) : [])),
    ]
    return [section]
  }

  /** An item without items below it: one task, or as many as there are responsibilities in it. */
  #leaf(item: AnnotatedItem, scope: Scope): PlanNode[] {
    const own = [item.head, ...item.entries].filter((entry): entry is AnnotatedText => entry?.kind === 'text' && entry.block.role === null)
    const others = item.entries.flatMap((entry) =>
      entry.kind === 'table' ? this.#table(entry, scope) : entry.kind === 'text' && entry.block.role !== null ? this.#paragraph(entry, 'unknown') : [],
    )
    const paragraphs = statusRunsOn(own)
    const title = titleOf(paragraphs)
    const pieces = groupPieces(paragraphs)
    const responsible = pieces.filter(isResponsible)
    const first = responsible[0]
    const headingOnly = first !== undefined && first === pieces[0] && wordsLength(first) <= title
    if (responsible.length - (headingOnly ? 1 : 0) < 2) {
      const whole = { segments: pieces.flatMap((piece) => piece.segments) }
      return [this.#task(item, whole, title, scope), ...others]
    }
    return [this.#split(item, pieces, title, scope), ...others]
  }

  /** A section of the item's pieces; its title, if it has one, is the section's. */
  #split(item: AnnotatedItem, pieces: readonly Piece[], title: number, scope: Scope): Section {
    const split = splitPieces(pieces)
    const first = (split[0] as Piece).segments[0] as Piece['segments'][number]
    const section = this.#newSection(item.marker, item.generated, [], scope)
    if (item.marker && !item.generated && item.head) section.spans.push(...markerSpans(item.head.block.view, item.marker))
    if (title > 0) {
      const { view } = first.segment
      const end = stopAfter(view.text, title)
      section.title = view.slice(0, title).trim().text
      section.spans.push(...spansOf(view.slice(0, end), 'heading'))
      first.segment = { ...first.segment, view: view.slice(end) }
    }
    const inner = this.#innerScope(section, fieldsOf([]), scope, null)
    section.children = split.map((piece) => this.#task(null, piece, 0, inner))
    return section
  }

  /** One task from its segments; `title` counts the characters of its heading. */
  #task(item: AnnotatedItem | null, piece: Piece, title: number, scope: Scope): Task {
    const words = piece.segments.filter(({ segment }) => segment.kind === 'text')
    const set = piece.segments.filter(({ segment }) => segment.kind !== 'text').map(({ segment }) => segment)
    const paragraphs = new Map<number, View[]>()
    for (const { segment, paragraph } of words) paragraphs.set(paragraph, [...(paragraphs.get(paragraph) ?? []), segment.view])
    const body = [...paragraphs.values()].map((views) => joinPieces(views)).filter((view) => view.text.trim() !== '')
    const spans = taskSpans(body, title)
    if (item?.marker && !item.generated && item.head) spans.push(...markerSpans(item.head.block.view, item.marker))
    for (const segment of set) spans.push(...spansOf(segment.view, segment.kind))
    this.#doubts(fieldsOf(piece.segments), set)
    return this.#newTask(item?.marker ?? null, item?.generated ?? false, body, title, fieldsOf(piece.segments), spans, scope)
  }

  #newTask(
    marker: Marker | null, generated: boolean, body: readonly View[], title: number, fields: Fields, spans: Span[], scope: Scope,
  ): Task {
    const { units, deadlines } = withInherited(fields, scope.inherited)
    const text = body.map((view) => view.trim().text).join('\n')
    const status = fields.status.map((view) => view.trim().text).filter((part) => part !== '').join('\n')
    return {
      type: 'task',
      position: NO_PLACE,
      spans,
      id: scope.siblings.next(marker?.ordinal ?? null),
      marker: marker?.text ?? '',
      markerGenerated: generated,
      ordinal: marker?.ordinal ?? null,
      depth: scope.depth + 1,
      title: title > 0 ? (body[0]?.trim().text.slice(0, title).trim() ?? null) : null,
      text,
      units: units.map((unit) => toUnit(unit, this.#index)),
      deadlines: deadlines.map((deadline) => toDeadline(deadline, this.#index)),
      status: status === '' ? null : status,
      extra: fields.extra.map((extra) => toExtra(extra, this.#index)),
    }
  }

  /** The rows of a table under its headings. */
  #table(table: AnnotatedTable, scope: Scope): PlanNode[] {
    const nodes: PlanNode[] = []
    const open: { section: Section; scope: Scope }[] = []
    const heading = hasRows(table) ? 'tableHeader' : 'note'
    for (const entry of table.entries) {
      const inner = () => open.at(-1)?.scope ?? scope
      const into = () => open.at(-1)?.section.children ?? nodes
      if (entry.kind === 'header') {
        for (const view of entry.views) into().push(...this.#words(view, heading))
      } else if (entry.kind === 'row') into().push(this.#row(entry, inner()))
      else {
        open.length = Math.min(open.length, entry.level)
        const opened = this.#group(entry, inner())
        into().push(opened.section)
        open.push(opened)
      }
    }
    return nodes
  }

  #group(entry: Extract<TableEntry, { kind: 'group' }>, scope: Scope): { section: Section; scope: Scope } {
    const section = this.#newSection(entry.marker, false, entry.segments, scope)
    const [title] = entry.segments.filter((segment) => segment.kind === 'text')
    section.title = title ? title.view.slice(0, withoutStop(title.view.text)).trim().text : ''
    for (const segment of entry.segments) if (segment.kind === 'text') section.spans.push(...spansOf(segment.view, 'heading'))
    if (entry.marker) section.spans.push(...markerSpans(entry.view, entry.marker))
    return { section, scope: this.#innerScope(section, fieldsOf(entry.segments.map((segment) => ({ segment }))), scope, null) }
  }

  #row(entry: Extract<TableEntry, { kind: 'row' }>, scope: Scope): Task {
    const segments = entry.text.flatMap((paragraph, i) => paragraph.map((segment) => ({ segment, paragraph: i })))
    const words = segments.filter(({ segment }) => segment.kind === 'text')
    const fields = fieldsOf(segments)
    fields.units.push(...entry.fields.units)
    fields.deadlines.push(...entry.fields.deadlines)
    fields.status.push(...entry.fields.status)
    fields.extra.push(...entry.fields.extra)
    const body = words.map(({ segment }) => segment.view).filter((view) => view.text.trim() !== '')
    const spans = body.flatMap((view) => spansOf(view, 'text'))
    for (const { segment } of segments) if (segment.kind !== 'text') spans.push(...spansOf(segment.view, segment.kind))
    for (const { kind, views } of entry.cells) for (const view of views) spans.push(...spansOf(view, kind))
    if (entry.marker) spans.push(...spansOf(entry.marker, 'marker'))
    this.#doubts(fields, [])
    const marker = entry.marker ? rowMarker(entry.marker.text) : null
    return this.#newTask(marker, false, body, 0, fields, spans, scope)
  }

  /** Messages about what could not be read. */
  #doubts(fields: Fields, annotations: readonly Segment[]): void {
    for (const { reading, view } of fields.deadlines) {
      const range = view.hull()
      if (reading.yearUnknown) this.notes.push({ code: 'year-unknown', range, detail: view.text })
      else if (reading.value.kind === 'unrecognized') this.notes.push({ code: 'deadline-unrecognized', range, detail: view.text })
    }
    for (const { view } of annotations) {
      const text = view.text.trim()
      if (/^[（(〔【[［]/.test(text) && !/[)）〕】\]］][。；;.，,\s]*$/.test(text)) this.notes.push({ code: 'bracket-unclosed', range: view.hull(), detail: text })
    }
  }
}

/** A task and the paragraphs after it that say nothing of who, up to the next that does. */
function runOf(entries: readonly Entry[], from: number, annotated: ReadonlySet<AnnotatedText>): AnnotatedText[] {
  const run: AnnotatedText[] = []
  for (const entry of entries.slice(from)) {
    if (entry.kind !== 'text' || entry.block.role !== null) break
    if (run.length > 0 && (annotated.has(entry) || entry.segments.some((segment) => segment.kind === 'text'))) break
    run.push(entry)
  }
  return run
}

function hasRows(table: AnnotatedTable): boolean {
  return table.entries.some((entry) => entry.kind === 'row')
}

/** Labelled lines right under a heading are the heading's. */
function headLabels(item: AnnotatedItem): { lead: AnnotatedText[]; rest: Entry[] } {
  const lead: AnnotatedText[] = []
  for (const entry of item.entries) {
    if (entry.kind !== 'text' || entry.block.role !== null || entry.segments.some((segment) => segment.kind === 'text')) break
    lead.push(entry)
  }
  return { lead, rest: item.entries.slice(lead.length) }
}

/** The words of an item's heading, for knowing narrative. */
function headingOf(item: AnnotatedItem): string {
  const text = item.head?.segments.find((segment) => segment.kind === 'text')?.view.text ?? ''
  const stop = text.search(/[。：:]/)
  return (stop < 0 ? text : text.slice(0, stop)).trim()
}

function titleOf(paragraphs: readonly AnnotatedText[]): number {
  const [head, ...rest] = paragraphs
  const first = head?.segments[0]
  if (!first || first.kind !== 'text') return 0
  const hasWords = (segments: readonly Segment[]) => segments.some((segment) => segment.kind === 'text' && /[^\s。；;.]/.test(segment.view.text))
  const more = hasWords(head.segments.slice(1)) ? 'line' : rest.some((paragraph) => hasWords(paragraph.segments)) ? 'paragraphs' : null
  const words = head.segments.filter((segment) => segment.kind === 'text').map((segment) => segment.view.text).join('')
  const length = titleLength(words, more === 'line' && head.segments.length > 1 ? (firstStop(words) >= 0 ? 'line' : 'paragraphs') : more)
  return Math.min(length, first.view.text.trimEnd().length)
}

/** An unlabelled paragraph right after a status belongs to it. */
function statusRunsOn(paragraphs: readonly AnnotatedText[]): AnnotatedText[] {
  let open = false
  return paragraphs.map((paragraph) => {
    const only = paragraph.segments.length === 1 ? paragraph.segments[0] : undefined
    if (open && only?.kind === 'text') {
      const fields = { units: [], deadlines: [], status: [only.view], extra: [] }
      return { ...paragraph, segments: [{ kind: 'status' as const, view: only.view, fields }] }
    }
    open = paragraph.segments.at(-1)?.kind === 'status'
    return paragraph
  })
}

function wordsLength(piece: Piece): number {
  const texts = piece.segments.filter(({ segment }) => segment.kind === 'text').map(({ segment }) => withoutStop(segment.view.text))
  return texts.reduce((sum, length) => sum + length, 0)
}

function withoutStop(text: string): number {
  return text.replace(/[\s。；;：:]+$/, '').length
}

/** Where a heading of a given length ends with the stop and blanks after it. */
function stopAfter(text: string, length: number): number {
  const stop = /^[\s]*[。；;：:]?[\s]*/.exec(text.slice(length))
  return length + (stop?.[0].length ?? 0)
}

function joinSegments(segments: readonly Segment[], whole: View): View {
  return segments.length === 1 ? (segments[0] as Segment).view : whole
}

/** Words of one paragraph with the annotations between them left out. */
function joinPieces(views: readonly View[]): View {
  return joinLines(views).trim()
}

function taskSpans(body: readonly View[], title: number): Span[] {
  return body.flatMap((view, i) => {
    if (i > 0 || title === 0) return spansOf(view, 'text')
    const start = view.length - view.text.trimStart().length
    const end = stopAfter(view.text, start + title)
    return [...spansOf(view.slice(0, end), 'title'), ...spansOf(view.slice(end), 'text')]
  })
}

function markerSpans(view: View, marker: Marker): Span[] {
  return spansOf(view.slice(0, marker.text.length), 'marker')
}

/** The number of a row: `3`, `3.`, （三）. */
function rowMarker(text: string): Marker {
  const numeral = /[0-9０-９]+|[〇零一二三四五六七八九十百]+/.exec(text)
  return { text, family: 'row', ordinal: numeral ? ordinalOf(numeral[0]) : null, length: text.length, weak: false }
}
