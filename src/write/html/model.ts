/** What the review page is given of a plan: its text, cut into pieces that say what they are, and its tasks. */
import type {
  Deadline,
  Message,
  Plan,
  PlanNode,
  Position,
  Section,
  Span,
  SpanKind,
  Task,
  Unit,
  UnitRole,
} from '../../plan.ts'
import { withMarker } from '../marker.ts'

export interface PageDocument {
  file: string | null
  title: string | null
  number: string | null
  issuer: string | null
  issuedOn: string | null
  /** `null` where the plan does not hold it. */
  text: string | null
  /** Together all of the text, in order; none where there is no text. */
  pieces: PagePiece[]
  sections: PageSection[]
  tasks: PageTask[]
  messages: PageMessage[]
}

/** A piece begins where the one before it ends, the first at 0. What does not apply to it is left out. */
export interface PagePiece {
  /** Offset in the text, in UTF-16 units. */
  end: number
  /** Absent for what belongs to no node: white space. */
  kind?: SpanKind
  /** The task that it belongs to, by its place in `tasks`. */
  task?: number
  /** The section whose heading it belongs to, by its place in `sections`. */
  section?: number
  value?: PieceValue
  /** The message that is about it, by its place in `messages`. */
  message?: number
  /** The number that a file format made for what begins here; it stands nowhere in the text. */
  generated?: string
}

/** What a unit or deadline in the text is to its task. */
export type PieceValue = UnitRole | 'deadline'

export interface PageSection {
  heading: string
  /** From 1. */
  depth: number
}

export interface PageTask extends Pick<Task, 'id' | 'marker' | 'title' | 'text' | 'status'> {
  units: Pick<Unit, 'name' | 'role'>[]
  deadlines: PageDeadline[]
  extra: { label: string; value: string }[]
  /** The sections it stands in by their place in `sections`, outermost first. */
  sections: number[]
  messages: number[]
  line: number
}

export interface PageDeadline extends Pick<Deadline, 'raw' | 'kind' | 'source'> {
  /** ISO 8601 dates, where the kind is `date`. */
  start: string | null
  due: string | null
}

export interface PageMessage extends Pick<Message, 'severity' | 'reason'> {
  /** `null` where it is about the whole document. */
  line: number | null
  /** The task that it lies in. */
  task: number | null
  /** The message whose pieces show where it is: itself, or one that takes in the same words. */
  marked: number | null
}

/** A stretch of the text with what is said of it. */
interface Range extends Omit<PagePiece, 'end'> {
  start: number
  end: number
}

export function pageDocument(plan: Plan): PageDocument {
  const { title, number, issuer, issuedOn, text } = plan.document
  const walk = new Walk(plan)
  const spans = disjoint(walk.spans)
  const doubts = plan.messages.flatMap(({ position }, message) => (position ? [{ ...rangeOf(position), message }] : []))
  const marks = disjoint(doubts)
  const messages = plan.messages.map((message) => pageMessage(message, spans, marks))
  messages.forEach(({ task }, index) => {
    if (task !== null) walk.tasks[task]?.messages.push(index)
  })
  return {
    ...{ file: plan.source.path, title, number, issuer, issuedOn, text },
    pieces: text === null ? [] : cut(text.length, [spans, disjoint(walk.values), marks]),
    ...{ sections: walk.sections, tasks: walk.tasks, messages },
  }
}

/** One walk through the tree: the tasks and headings, and which stretch of the text is what. */
class Walk {
  readonly spans: Range[] = []
  readonly values: Range[] = []
  readonly sections: PageSection[] = []
  readonly tasks: PageTask[] = []

  constructor(plan: Plan) {
    this.#addValues({ units: [], deadlines: plan.document.deadlines })
    this.#addNodes(plan.children, [])
  }

  #addNodes(nodes: readonly PlanNode[], above: readonly number[]): void {
    for (const node of nodes) {
      if (node.type === 'paragraph') this.#addSpans(node.spans, {})
      else if (node.type === 'task') this.#addTask(node, above)
      else this.#addSection(node, above)
    }
  }

  #addSection(node: Section, above: readonly number[]): void {
    const section = this.sections.length
    this.sections.push({ heading: withMarker(node.marker, node.title), depth: above.length + 1 })
    this.#addSpans(node.spans, { section }, node)
    this.#addValues(node)
    this.#addNodes(node.children, [...above, section])
  }

  #addTask(node: Task, sections: readonly number[]): void {
    const { id, marker, title, text, status } = node
    this.#addSpans(node.spans, { task: this.tasks.length }, node)
    this.#addValues(node)
    this.tasks.push({
      ...{ id, marker, title, text, status },
      units: node.units.map(({ name, role }) => ({ name, role })),
      deadlines: node.deadlines.map(pageDeadline),
      extra: node.extra.map(({ label, value }) => ({ label, value })),
      sections: [...sections],
      messages: [],
      line: node.position.start.line,
    })
  }

  #addSpans(spans: readonly Span[], owner: Omit<PagePiece, 'end'>, item?: Section | Task): void {
    spans.forEach((span, index) => {
      const isNumber = index === 0 && item?.markerGenerated
      this.spans.push({ ...span, ...owner, ...(isNumber && { generated: item.marker }) })
    })
  }

  #addValues({ units, deadlines }: Pick<Task, 'units' | 'deadlines'>): void {
    for (const { role, position } of units) this.values.push({ ...rangeOf(position), value: role })
    for (const { position } of deadlines) this.values.push({ ...rangeOf(position), value: 'deadline' })
  }
}

function rangeOf({ start, end }: Position): { start: number; end: number } {
  return { start: start.offset, end: end.offset }
}

function pageDeadline(deadline: Deadline): PageDeadline {
  const { raw, kind, source } = deadline
  const dates = deadline.kind === 'date' ? { start: deadline.start, due: deadline.due } : { start: null, due: null }
  return { raw, kind, source, ...dates }
}

function pageMessage({ severity, reason, position }: Message, spans: Range[], marks: Range[]): PageMessage {
  if (position === null) return { severity, reason, line: null, task: null, marked: null }
  const range = rangeOf(position)
  return {
    ...{ severity, reason, line: position.start.line },
    task: firstWithin(spans, range)?.task ?? null,
    marked: firstWithin(marks, range)?.message ?? null,
  }
}

/** The first of ordered ranges that has a part in another; an empty one takes what it stands before. */
function firstWithin(ranges: readonly Range[], { start, end }: { start: number; end: number }): Range | undefined {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle] as Range).end > start) high = middle
    else low = middle + 1
  }
  const found = ranges[low]
  return found && found.start < Math.max(end, start + 1) ? found : undefined
}

/** In order, without those that share words with one before: what a heading says of ten tasks comes ten times. */
function disjoint(ranges: readonly Range[]): Range[] {
  let end = 0
  return [...ranges]
    .sort((a, b) => a.start - b.start)
    .filter((range) => {
      if (range.start < end || range.start >= range.end) return false
      end = range.end
      return true
    })
}

/** The text cut wherever a range of a layer begins or ends. */
function cut(length: number, layers: readonly Range[][]): PagePiece[] {
  const edges = new Set(layers.flat().flatMap(({ start, end }) => [start, end]))
  const ends = [...edges.add(length)].filter((edge) => edge > 0 && edge <= length).sort((a, b) => a - b)
  const coverings = layers.map(covering)
  let start = 0
  return ends.map((end) => {
    const piece: PagePiece = { end }
    for (const coveringOf of coverings) Object.assign(piece, coveringOf(start))
    start = end
    return piece
  })
}

/** What the range over an offset says; offsets are asked for in order. */
function covering(ranges: readonly Range[]): (offset: number) => Omit<PagePiece, 'end'> {
  let next = 0
  return (offset) => {
    while (next < ranges.length && (ranges[next] as Range).end <= offset) next++
    const range = ranges[next]
    if (!range || range.start > offset) return {}
    const { start, end: _end, generated, ...said } = range
    return { ...said, ...(generated && start === offset && { generated }) }
  }
}
