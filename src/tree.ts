/**
 * The types of what planparse gives: the plan tree, the task list, and what is made of them. Each is what its zod schema
 * in `plan.ts` takes, which the compiler holds; here stands what a field means.
 *
 * The tree is a unist tree (https://github.com/syntax-tree/unist). No field is ever left out: an absent value is `null`, an
 * absent list `[]`. Offsets count UTF-16 code units from 0 (a byte order mark not counted), lines and columns count from 1,
 * ranges are half-open. Places are in the extracted text, which is `document.text` where that was asked for. Dates are ISO
 * 8601 calendar dates (`2023-06-30`), durations ISO 8601 durations (`P3M`, `P15D`, `PT24H`).
 */

/** A place in the text. */
export interface Point {
  /** From 1; a line ends at `\n`, `\r\n` or `\r`. */
  line: number
  /** From 1, in UTF-16 code units. */
  column: number
  /** From 0, in UTF-16 code units. */
  offset: number
}

/** A half-open stretch of the text. */
export interface Position {
  start: Point
  /** Behind the last character. */
  end: Point
}

/** Characters `[start, end)` of the extracted text that stand unchanged, in order and within a line in the file. */
export interface SourceSegment {
  /** Offset in the extracted text. */
  start: number
  /** Offset in the extracted text, behind the last character. */
  end: number
  /** Where the first of them stands in the decoded file. */
  source: Point
}

/** Where the document came from. */
export interface SourceInfo {
  /** As it was given; `null` for standard input, and for what has no file. */
  path: string | null
  /** The input format: `text`, `markdown`, `html`, `docx`, `pdf`, `xlsx`, `csv`. */
  format: string
  /** The encoding it was decoded by, as WHATWG names it (`gb18030`); `utf-8` where the format says it itself. */
  encoding: string
  /**
   * Which of the extracted text stands where in the file, in order; `sourcePosition` reads it. `null` where the text is
   * the file's own (text, Markdown), and where words have no place in the file (Word, PDF, spreadsheets).
   */
  map: SourceSegment[] | null
}

/** What a paragraph is; `unknown` is told of by a message, `furniture` are page numbers, menus and the like. */
export type ParagraphRole =
  | 'title'
  | 'number'
  | 'addressee'
  | 'preamble'
  | 'intro'
  | 'narrative'
  | 'note'
  | 'signature'
  | 'date'
  | 'attachment'
  | 'distribution'
  | 'tableHeader'
  | 'furniture'
  | 'unknown'

/** What a piece of a node is: `separator` are table bars, tabs and quote marks, `heading` are a section's own words. */
export type SpanKind =
  | 'marker'
  | 'title'
  | 'text'
  | 'annotation'
  | 'status'
  | 'extra'
  | 'separator'
  | 'heading'
  | ParagraphRole

/** A piece of a node's own text. The spans of all nodes are disjoint and cover all that is not white space. */
export interface Span {
  /** Offset of the first character. */
  start: number
  /** Offset behind the last one. */
  end: number
  kind: SpanKind
}

/** Where a value was read: a bracket, labelled line or table column; a heading above; the running text. */
export type FieldSource = 'annotation' | 'heading' | 'text'

/** 牵头, 责任, 配合, and the person or unit that watches over it (责任领导). */
export type UnitRole = 'lead' | 'responsible' | 'support' | 'supervisor'

/** `group` is 各…, 有关…, …等. */
export type UnitKind = 'unit' | 'group' | 'person'

/** Who has to do something with a task. */
export interface Unit {
  /** `raw` without line wraps and blanks. */
  name: string
  /** As printed at `position`. */
  raw: string
  role: UnitRole
  kind: UnitKind
  source: FieldSource
  /** The full name, where a list of units was given and has one for it. */
  canonical: string | null
  position: Position
}

/** How exact the words are that name a date; `planPeriod` is a five-year plan. */
export type DatePrecision = 'day' | 'tenDays' | 'month' | 'quarter' | 'halfYear' | 'year' | 'planPeriod'

interface Printed {
  /** As printed at `position`. */
  raw: string
  source: FieldSource
  position: Position
}

/** By when: 6月底前, 2023年9月25日前, 三季度, 3月至5月. */
export interface DateDeadline extends Printed {
  kind: 'date'
  /** The first day of a range, else `null`. */
  start: string | null
  /** The last day on which it may be met. */
  due: string
  precision: DatePrecision
  /** The year is not printed with the deadline; it is the plan's. */
  inferredYear: boolean
}

/** How often: 每季度, 每月25日前, 每年不少于两次. */
export interface RecurringDeadline extends Printed {
  kind: 'recurring'
  /** The period, as a duration. */
  every: string
  /** How many times in each period, where the phrase says it. */
  times: number | null
  /** RFC 5545, where the phrase fixes one: `FREQ=MONTHLY;BYMONTHDAY=25`. */
  rrule: string | null
}

/** Within a time after something: 印发后30日内. */
export interface RelativeDeadline extends Printed {
  kind: 'relative'
  /** A duration. */
  within: string
  /** It counts working days. */
  workingDays: boolean
  /** The words it counts from, where they are printed. */
  after: string | null
}

/** Always, without an end: 长期坚持, 持续推进. */
export interface OngoingDeadline extends Printed {
  kind: 'ongoing'
}

/** A deadline by its place that says no time the reader knows, or none without a year. */
export interface UnrecognizedDeadline extends Printed {
  kind: 'unrecognized'
}

/** By when; `kind` tells which fields there are. */
export type Deadline = DateDeadline | RecurringDeadline | RelativeDeadline | OngoingDeadline | UnrecognizedDeadline

/** A label or column that is none of the others (备注, 资金来源, 目标值), as printed. */
export interface Extra {
  label: string
  value: string
  position: Position
}

/** `error` is only found by rules; what the parser says of a document is a `warning` or an `info`. */
export type Severity = 'error' | 'warning' | 'info'

/** What was read with doubt. */
export interface Message {
  /** What it is about: a `MessageCode`; docs/messages.md lists them. */
  code: string
  severity: Severity
  /** One sentence, in the language that was asked for. */
  reason: string
  /** The words it is about; `null` where it is about the whole document. */
  position: Position | null
}

interface Node {
  /** The hull of the node; a section's takes in its children. */
  position: Position
  /** The node's own pieces, in order. */
  spans: Span[]
}

interface Item extends Node {
  /**
   * Unique in the plan: the ordinals from the top, joined by dots (`3.2` is 三、（二）); `5.#2` for the second without a
   * number, `3~2` where an ordinal comes again, `0.1` in the notice that transmits a plan.
   */
  id: string
  /** The number as printed (`（一）`, `1.`, `第三条`), `''` if there is none. */
  marker: string
  /** A file format made the number (Word's numbering): it stands nowhere in the text. */
  markerGenerated: boolean
  /** The last number in the marker (`1.1.3` → 3, Ⅱ → 2), else `null`. */
  ordinal: number | null
  /** Depth in the outline, from 1. */
  depth: number
  /** In printed order. */
  units: Unit[]
  /** In printed order. */
  deadlines: Deadline[]
}

/** Text that is neither a heading nor a task. */
export interface Paragraph extends Node {
  type: 'paragraph'
  role: ParagraphRole
  value: string
}

/** One piece of work. */
export interface Task extends Item {
  type: 'task'
  /** The heading set apart from its body, else `null`. */
  title: string | null
  /** Title and body as printed; wrapped lines are joined, paragraphs parted by `\n`. */
  text: string
  /** How far it is, as printed, else `null`. */
  status: string | null
  /** Labels and columns that are none of the above, in printed order. */
  extra: Extra[]
}

/** A heading with what stands under it; its units and deadlines hold for every task below that has none itself. */
export interface Section extends Item {
  type: 'section'
  title: string
  /** Under `narrative` nothing is a task. */
  role: 'work' | 'narrative'
  children: PlanNode[]
}

/** A node of the tree; `type` tells which. */
export type PlanNode = Section | Task | Paragraph

/** A 《…》 of the document. */
export interface Reference {
  title: string
  /** Its 文号, where one follows. */
  number: string | null
  position: Position
}

/** What a document says of itself. */
export interface DocumentInfo {
  title: string | null
  /** 文号. */
  number: string | null
  /** 发文机关. */
  issuer: string | null
  /** 主送机关. */
  addressees: string[]
  /** 成文日期. */
  issuedOn: string | null
  /** The year in which bare months were read; `null` where none could be known. */
  year: number | null
  references: Reference[]
  /** Those stated outside every task, such as when to report back. */
  deadlines: Deadline[]
  /** The extracted text, in which all places are, where it was asked for (`withText`). */
  text: string | null
}

/** The root of the tree. */
export interface Plan extends Node {
  type: 'plan'
  /** Of this form; within a version it only grows. */
  version: 1
  source: SourceInfo
  document: DocumentInfo
  /** In the order of the text; a node is doubtful where a message lies in it. */
  messages: Message[]
  children: PlanNode[]
}

/** A line of the task list (`--format ndjson`). */
export interface TaskRecord
  extends Pick<Task, 'id' | 'marker' | 'title' | 'text' | 'units' | 'deadlines' | 'status' | 'extra' | 'position'> {
  /** As `source.path`. */
  file: string | null
  document: Pick<DocumentInfo, 'title' | 'number' | 'issuer' | 'issuedOn' | 'year'>
  /** The headings above, outermost first, each marker and title. */
  sections: string[]
  /** The date that counts: `dueOf`. */
  due: string | null
}

/** A line of the task list by unit (`--format ndjson --by unit`); both `null` where nobody is named. */
export interface UnitTaskRecord extends TaskRecord {
  /** Its full name, where one is known. */
  unit: string | null
  role: UnitRole | null
}

/** The plan by unit (`--format json --by unit`). */
export interface UnitList {
  type: 'unitList'
  version: 1
  source: SourceInfo
  document: TaskRecord['document']
  messages: Message[]
  /** In the order in which they first appear; a task in which a unit has two roles stands in both. */
  units: ({ name: string; kind: UnitKind } & Record<UnitRole, TaskRecord[]>)[]
  /** Tasks for which nobody is named. */
  unassigned: TaskRecord[]
}

/** A task by the file it is from and its id there. */
interface TaskReference {
  file: string | null
  id: string
}

/** How much there is of what. */
export interface Summary {
  tasks: number
  /** Those with most tasks first; a number of tasks by role. */
  units: ({ name: string; kind: UnitKind; tasks: number } & Record<UnitRole, number>)[]
  /** Tasks by the month of the date that counts, `2023-06`. */
  months: { month: string; tasks: number }[]
  /** Tasks that have a deadline of the kind. */
  recurring: number
  relative: number
  ongoing: number
  unrecognized: number
  withoutUnit: TaskReference[]
  withoutDeadline: TaskReference[]
  messages: Record<Severity, number>
}

/** `--summary --format json`: each document, and all together. */
export interface SummaryReport {
  documents: ({ file: string | null; title: string | null } & Summary)[]
  total: Summary
}

/** A correction: what stands from `start` to `end` in the text, by offset, is to be `text`. */
export interface Edit {
  start: number
  end: number
  text: string
}

/** What a rule found in a plan. */
export interface Finding {
  /** A `RuleId`; docs/rules.md lists them. */
  rule: string
  severity: Severity
  /** One sentence, in the language that was asked for. */
  reason: string
  /** The words it is about; `null` where it is about the whole document. */
  position: Position | null
  /** What mends it, where that is safe; the edits of all findings of a document are disjoint. */
  fix: Edit[] | null
}

/** What `planparse check --reporter json` prints. */
export interface CheckReport {
  version: 1
  files: {
    /** `null` for standard input. */
    path: string | null
    /** Why the file could not be read; `null` where it was. */
    fault: { code: string; reason: string } | null
    findings: Finding[]
  }[]
  summary: { files: number; unread: number; errors: number; warnings: number; infos: number; fixable: number }
}

/** What `planparse verify -f json` prints. */
export interface VerifyReport {
  version: 1
  files: {
    /** `null` for standard input. */
    path: string | null
    /** Why the file could not be read; `null` where it was. */
    fault: { code: string; reason: string } | null
    proved: boolean
    /** That are not white space, in UTF-16 units. */
    characters: number
    /** How many of them pieces of each kind hold. */
    held: Partial<Record<SpanKind, number>>
    /** Where a promise is broken. */
    breaks: { promise: string; detail: string; position: Position }[]
    /** With `--map`: which of the text belongs to which node, `task 1.2` or `paragraph title`. */
    map: { node: string; position: Position }[] | null
  }[]
}
