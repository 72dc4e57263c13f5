/**
 * Makes the nodes of the plan from views and fields, and notes what was read with doubt.
 */
import type { Note } from '../message.ts'
import type { Paragraph, ParagraphRole, Position, Section, Span, Task } from '../plan.ts'
import type { LineIndex } from '../position.ts'
import type { AnnotatedItem, DeadlineField, Fields, Item, Segment, UnitField } from '../stages.ts'
import type { Terms } from '../terms/additions.ts'
import type { Marker } from '../terms/markers.ts'
import { closesMore } from '../text/brackets.ts'
import type { View } from '../text/view.ts'
import { fieldsOf } from './pieces.ts'
import type { Scope } from './scope.ts'
import { spansOf, toDeadline, toExtra, toUnit, withInherited } from './values.ts'

/** Positions are the hulls of the spans; the sweep sets them once all spans are known. */
export const NO_PLACE: Position = {
  start: { line: 1, column: 1, offset: 0 },
  end: { line: 1, column: 1, offset: 0 },
}

/** The number of an item and whether its format made it. */
export interface Numbered {
  marker: Marker | null
  generated: boolean
}
export const UNNUMBERED: Numbered = { marker: null, generated: false }

/** Which rule took what of a task from which words; for --explain. */
export interface Trace {
  task: Task
  style: string | null
  units: UnitField[]
  deadlines: DeadlineField[]
}

/** Sets who, by when and how far apart from the words of an item; those below it stay as they are. */
export type Annotate = (item: Item) => AnnotatedItem

export class NodeMaker {
  readonly notes: Note[] = []
  readonly annotate: Annotate
  /** Deadlines stated outside every task. */
  readonly deadlines: DeadlineField[] = []
  /** The terms the document is read by. */
  readonly terms: Terms
  readonly #index: LineIndex
  readonly #traces: Trace[] | undefined

  constructor(index: LineIndex, annotate: Annotate, terms: Terms, traces?: Trace[]) {
    this.#index = index
    this.annotate = annotate
    this.terms = terms
    this.#traces = traces
  }

  /** A paragraph node; none where the view is blank. */
  paragraph(view: View, role: ParagraphRole): Paragraph[] {
    const spans = spansOf(view, role)
    return spans.length === 0
      ? []
      : [{ type: 'paragraph', position: NO_PLACE, spans, role, value: view.trim().printed }]
  }

  /** A section with the annotations among its segments; title and children are the caller's. */
  section({ marker, generated }: Numbered, segments: readonly Segment[], scope: Scope): Section {
    const annotations = segments.filter((segment) => segment.kind !== 'text')
    const fields = fieldsOf(annotations)
    this.#doubt(fields, annotations)
    return {
      type: 'section',
      position: NO_PLACE,
      spans: annotations.flatMap((segment) => spansOf(segment.view, segment.kind)),
      id: scope.siblings.next(marker?.ordinal ?? null),
      marker: marker?.text ?? '',
      markerGenerated: generated,
      ordinal: marker?.ordinal ?? null,
      depth: scope.depth + 1,
      units: fields.units.map((unit) => toUnit(unit, this.#index, this.terms)),
      deadlines: fields.deadlines.map((deadline) => toDeadline(deadline, this.#index)),
      title: '',
      role: 'work',
      children: [],
    }
  }

  /** A task; `body` are its paragraphs, of whose first `title` characters are its heading. */
  task(
    { marker, generated }: Numbered,
    body: readonly View[],
    title: number,
    said: Said,
    spans: Span[],
    scope: Scope,
  ): Task {
    this.#doubt(said.fields, said.annotations)
    const { units, deadlines } = withInherited(said.fields, scope.inherited)
    const task: Task = {
      type: 'task',
      position: NO_PLACE,
      spans,
      id: scope.siblings.next(marker?.ordinal ?? null),
      marker: marker?.text ?? '',
      markerGenerated: generated,
      ordinal: marker?.ordinal ?? null,
      depth: scope.depth + 1,
      title: title > 0 ? (body[0]?.trim().printed.slice(0, title).trim() ?? null) : null,
      text: joined(body),
      units: units.map((unit) => toUnit(unit, this.#index, this.terms)),
      deadlines: deadlines.map((deadline) => toDeadline(deadline, this.#index)),
      status: joined(said.fields.status) || null,
      extra: said.fields.extra.map((extra) => toExtra(extra, this.#index)),
    }
    this.#traces?.push({ task, style: marker?.style ?? null, units, deadlines })
    return task
  }

  /** Notes deadlines that say no date, and brackets that were never closed. */
  #doubt(fields: Fields, annotations: readonly Segment[]): void {
    for (const { reading, view } of fields.deadlines) {
      const note = { range: view.hull(), detail: view.printed }
      if (reading.yearUnknown) this.notes.push({ code: 'year-unknown', ...note })
      else if (reading.value.kind === 'unrecognized') this.notes.push({ code: 'deadline-unrecognized', ...note })
    }
    // Of a bracket around several labelled lines the first has the opening, the last the closing.
    let isClosed = false
    for (const { view } of annotations.toReversed()) {
      const opens = /^\s*[（(〔【[［]/.test(view.text)
      const endsClosed = /[)）〕】\]］][。；;.，,：:\s]*$/.test(view.text)
      const isOpen = opens && !endsClosed && !isClosed
      isClosed = !opens && (isClosed || (endsClosed && closesMore(view.text)))
      if (isOpen) this.notes.push({ code: 'bracket-unclosed', range: view.hull(), detail: view.printed.trim() })
    }
  }
}

/** What a task's annotations say, and the annotations themselves. */
export interface Said {
  fields: Fields
  annotations: readonly Segment[]
}

function joined(views: readonly View[]): string {
  return views
    .map((view) => view.trim().printed)
    .filter((text) => text !== '')
    .join('\n')
}

/** The spans of a marker that stands in the text, at the start of a view. */
export function markerSpans(view: View, marker: Marker): Span[] {
  const { label = 0, text } = marker
  const spans = (from: number, to: number, kind: Span['kind']) =>
    view.ranges(from, to).map(({ start, end }): Span => ({ start, end, kind }))
  return [...spans(0, label, 'annotation'), ...spans(label, label + text.length, 'marker')]
}
