/**
 * The plan tree: the contract with everything that reads planparse's output.
 *
 * The zod schemas below are the one definition. The types are inferred from them, and the JSON Schema is made
 * from them (`planJsonSchema`). Parsing never loads this module at run time: the core imports its types only.
 *
 * The tree is a unist tree (https://github.com/syntax-tree/unist). No field is ever left out: an absent value is
 * `null`, an absent list `[]`. Offsets count UTF-16 code units of the decoded text from 0 (a byte order mark not
 * counted), lines and columns count from 1, ranges are half-open.
 */
import { z } from 'zod'

/** A place in the text: `line` and `column` from 1, `offset` in UTF-16 code units from 0. */
export const Point = z.strictObject({
  line: z.int().positive(),
  column: z.int().positive(),
  offset: z.int().nonnegative(),
})
/** A half-open stretch of the text. */
export const Position = z.strictObject({ start: Point, end: Point })

/**
 * Characters `[start, end)` of the extracted text, by offset, that stand unchanged and in order at `source` in the
 * decoded file, within one line of it.
 */
export const SourceSegment = z.strictObject({
  start: z.int().nonnegative(),
  end: z.int().positive(),
  source: Point,
})

const SourceInfo = z.strictObject({
  /** `null` for standard input. */
  path: z.string().nullable(),
  format: z.string(),
  encoding: z.string(),
  /**
   * Which of the extracted text stands where in the file: disjoint, in order of `start`. What is in no segment
   * (references such as `&nbsp;`, collapsed white space, tabs and line ends between cells and paragraphs) has no exact
   * place. `null` where the text is the file's own (text, markdown), and where the text is made of something else than
   * the characters of a file (docx, pdf, xlsx, csv). `sourcePosition` reads it.
   */
  map: z.array(SourceSegment).nullable(),
})

export const ParagraphRole = z.enum([
  'title',
  'number',
  'addressee',
  'preamble',
  'intro',
  'narrative',
  'note',
  'signature',
  'date',
  'attachment',
  'distribution',
  'tableHeader',
  'furniture',
  'unknown',
])
export const SpanKind = z.enum([
  'marker',
  'title',
  'text',
  'annotation',
  'status',
  'extra',
  'separator',
  'heading',
  ...ParagraphRole.options,
])
/** One piece of a node's own text; the spans of all nodes are disjoint and cover all that is not white space. */
export const Span = z.strictObject({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  kind: SpanKind,
})

/** ISO 8601 calendar date, `2023-06-30`. */
const IsoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
/** ISO 8601 duration, `P3M`, `P15D`, `PT24H`. */
const IsoDuration = z.string().regex(/^P(?:\d+[YMWD])*(?:T\d+H)?$/)

export const FieldSource = z.enum(['annotation', 'heading', 'text'])

export const UnitRole = z.enum(['lead', 'responsible', 'support', 'supervisor'])
export const UnitKind = z.enum(['unit', 'group', 'person'])
/** Who has to do something with a task. `raw` is what stands at `position`; `name` is `raw` without wraps and blanks. */
export const Unit = z.strictObject({
  name: z.string(),
  raw: z.string(),
  role: UnitRole,
  kind: UnitKind,
  source: FieldSource,
  canonical: z.string().nullable(),
  position: Position,
})

const printed = { raw: z.string(), source: FieldSource, position: Position }
export const DatePrecision = z.enum(['day', 'tenDays', 'month', 'quarter', 'halfYear', 'year', 'planPeriod'])
/** By when. `due` is the last day it may be met; `start` is set for a range. */
export const DateDeadline = z.strictObject({
  ...printed,
  kind: z.literal('date'),
  start: IsoDate.nullable(),
  due: IsoDate,
  precision: DatePrecision,
  /** The year is not printed with the deadline; it is the plan's. */
  inferredYear: z.boolean(),
})
/** How often. `times` is how many times in each period, where the phrase says it; `rrule` is RFC 5545. */
export const RecurringDeadline = z.strictObject({
  ...printed,
  kind: z.literal('recurring'),
  every: IsoDuration,
  times: z.int().positive().nullable(),
  rrule: z.string().nullable(),
})
/** Within a time after something; `after` is the words it counts from. */
export const RelativeDeadline = z.strictObject({
  ...printed,
  kind: z.literal('relative'),
  within: IsoDuration,
  workingDays: z.boolean(),
  after: z.string().nullable(),
})
export const OngoingDeadline = z.strictObject({ ...printed, kind: z.literal('ongoing') })
/** A deadline by its place that says no time the reader knows. */
export const UnrecognizedDeadline = z.strictObject({ ...printed, kind: z.literal('unrecognized') })
export const Deadline = z.discriminatedUnion('kind', [
  DateDeadline,
  RecurringDeadline,
  RelativeDeadline,
  OngoingDeadline,
  UnrecognizedDeadline,
])

/** A label or column that is none of the others (备注, 资金来源, 目标值), as printed. */
export const Extra = z.strictObject({ label: z.string(), value: z.string(), position: Position })

export const Severity = z.enum(['error', 'warning', 'info'])
/** What was read with doubt. The codes are listed in `docs/messages.md`. */
export const Message = z.strictObject({
  code: z.string(),
  severity: Severity,
  reason: z.string(),
  position: Position.nullable(),
})

const node = { position: Position, spans: z.array(Span) }
const item = {
  ...node,
  /** Unique in the plan: the ordinals from the top, joined by dots (`3.2`, `5.#2`, `0.1`). */
  id: z.string(),
  /** As printed (`(一)`, `1.`, `第三条`), `""` if there is none. */
  marker: z.string(),
  /** A file format made the marker (automatic numbering); it stands nowhere in the text. */
  markerGenerated: z.boolean(),
  /** The last number in the marker (`1.1.3` → 3), else `null`. */
  ordinal: z.int().nonnegative().nullable(),
  /** Depth in the outline, from 1. */
  depth: z.int().positive(),
  units: z.array(Unit),
  deadlines: z.array(Deadline),
}

/** Text that is neither a heading nor a task. */
export const Paragraph = z.strictObject({
  type: z.literal('paragraph'),
  ...node,
  role: ParagraphRole,
  value: z.string(),
})
/** One piece of work. `title` is the heading set apart from its body; `text` is title and body. */
export const Task = z.strictObject({
  type: z.literal('task'),
  ...item,
  title: z.string().nullable(),
  text: z.string(),
  status: z.string().nullable(),
  extra: z.array(Extra),
})
const SectionFields = z.strictObject({
  type: z.literal('section'),
  ...item,
  title: z.string(),
  role: z.enum(['work', 'narrative']),
})
/** A heading with what stands under it; its units and deadlines hold for every task below that has none itself. */
export const Section: z.ZodType<Section> = z.strictObject({
  ...SectionFields.shape,
  // The annotation breaks the circle of inference: a section holds sections.
  get children(): z.ZodType<PlanNode[]> {
    return z.array(z.union([Section, Task, Paragraph]))
  },
})

/** A 《…》 with its 文号 where one follows. */
export const Reference = z.strictObject({ title: z.string(), number: z.string().nullable(), position: Position })
export const DocumentInfo = z.strictObject({
  title: z.string().nullable(),
  number: z.string().nullable(),
  issuer: z.string().nullable(),
  addressees: z.array(z.string()),
  issuedOn: IsoDate.nullable(),
  /** The year in which bare months are read; `null` where none can be known. */
  year: z.int().nullable(),
  references: z.array(Reference),
  /** Deadlines stated outside every task, such as when to report back. */
  deadlines: z.array(Deadline),
  text: z.string().nullable(),
})

export const Plan = z.strictObject({
  type: z.literal('plan'),
  ...node,
  version: z.literal(1),
  source: SourceInfo,
  document: DocumentInfo,
  messages: z.array(Message),
  children: z.array(z.union([Section, Task, Paragraph])),
})

/** One line of the task list (`--format ndjson`). */
export const TaskRecord = z.strictObject({
  file: z.string().nullable(),
  document: DocumentInfo.pick({ title: true, number: true, issuer: true, issuedOn: true, year: true }),
  ...Task.pick({
    id: true,
    marker: true,
    title: true,
    text: true,
    units: true,
    deadlines: true,
    status: true,
    extra: true,
    position: true,
  }).shape,
  sections: z.array(z.string()),
  due: IsoDate.nullable(),
})

/** One line of the task list by unit (`--format ndjson --by unit`); both `null` where nobody is named. */
export const UnitTaskRecord = z.strictObject({
  unit: z.string().nullable(),
  role: UnitRole.nullable(),
  ...TaskRecord.shape,
})
/** The plan by unit (`--format json --by unit`): units in the order in which they first appear. */
export const UnitList = z.strictObject({
  type: z.literal('unitList'),
  version: z.literal(1),
  source: Plan.shape.source,
  document: TaskRecord.shape.document,
  messages: z.array(Message),
  units: z.array(
    z.strictObject({
      /** The full name, where the document gives one. */
      name: z.string(),
      kind: UnitKind,
      lead: z.array(TaskRecord),
      responsible: z.array(TaskRecord),
      support: z.array(TaskRecord),
      supervisor: z.array(TaskRecord),
    }),
  ),
  /** Tasks for which nobody is named. */
  unassigned: z.array(TaskRecord),
})

/** A task by the file it is from and its id there. */
const TaskReference = z.strictObject({ file: z.string().nullable(), id: z.string() })
const Count = z.int().nonnegative()
/** How much there is of what (`--summary --format json`). */
export const Summary = z.strictObject({
  tasks: Count,
  /** Those with most tasks first. */
  units: z.array(
    z.strictObject({
      name: z.string(),
      kind: UnitKind,
      tasks: Count,
      lead: Count,
      responsible: Count,
      support: Count,
      supervisor: Count,
    }),
  ),
  /** Tasks by the month of the date that counts, `2023-06`. */
  months: z.array(z.strictObject({ month: z.string(), tasks: Count })),
  /** Tasks that have a deadline of the kind. */
  recurring: Count,
  relative: Count,
  ongoing: Count,
  unrecognized: Count,
  withoutUnit: z.array(TaskReference),
  withoutDeadline: z.array(TaskReference),
  messages: z.strictObject({ error: Count, warning: Count, info: Count }),
})
export const SummaryReport = z.strictObject({
  documents: z.array(z.strictObject({ file: z.string().nullable(), title: z.string().nullable(), ...Summary.shape })),
  total: Summary,
})

/** A correction: what stands from `start` to `end` in the text is to be `text`. */
export const Edit = z.strictObject({ start: z.int().nonnegative(), end: z.int().nonnegative(), text: z.string() })
/** What a rule found in a plan (`planparse check`). The rules are listed in `docs/rules.md`. */
export const Finding = z.strictObject({
  rule: z.string(),
  severity: Severity,
  reason: z.string(),
  /** The words it is about; `null` where it is about the whole document. */
  position: Position.nullable(),
  /** What mends it, where that is safe; the edits of all findings of a document are disjoint. */
  fix: z.array(Edit).nullable(),
})
/** What `planparse check --reporter json` prints. */
export const CheckReport = z.strictObject({
  version: z.literal(1),
  files: z.array(
    z.strictObject({
      /** `null` for standard input. */
      path: z.string().nullable(),
      /** Why the file could not be read; `null` where it was. */
      fault: z.strictObject({ code: z.string(), reason: z.string() }).nullable(),
      findings: z.array(Finding),
    }),
  ),
  summary: z.strictObject({
    files: z.int().nonnegative(),
    unread: z.int().nonnegative(),
    errors: z.int().nonnegative(),
    warnings: z.int().nonnegative(),
    infos: z.int().nonnegative(),
    fixable: z.int().nonnegative(),
  }),
})

/** What `planparse verify -f json` prints. */
export const VerifyReport = z.strictObject({
  version: z.literal(1),
  files: z.array(
    z.strictObject({
      /** `null` for standard input. */
      path: z.string().nullable(),
      /** Why the file could not be read; `null` where it was. */
      fault: z.strictObject({ code: z.string(), reason: z.string() }).nullable(),
      proved: z.boolean(),
      /** That are not white space, in UTF-16 units. */
      characters: Count,
      /** How many of them pieces of each kind hold. */
      held: z.partialRecord(SpanKind, Count),
      /** Where a promise is broken. */
      breaks: z.array(z.strictObject({ promise: z.string(), detail: z.string(), position: Position })),
      /** With `--map`: which of the text belongs to which node, `task 1.2` or `paragraph title`. */
      map: z.array(z.strictObject({ node: z.string(), position: Position })).nullable(),
    }),
  ),
})

export type Point = z.infer<typeof Point>
export type Position = z.infer<typeof Position>
export type SourceSegment = z.infer<typeof SourceSegment>
export type ParagraphRole = z.infer<typeof ParagraphRole>
export type SpanKind = z.infer<typeof SpanKind>
export type Span = z.infer<typeof Span>
export type FieldSource = z.infer<typeof FieldSource>
export type UnitRole = z.infer<typeof UnitRole>
export type UnitKind = z.infer<typeof UnitKind>
export type Unit = z.infer<typeof Unit>
export type DatePrecision = z.infer<typeof DatePrecision>
export type DateDeadline = z.infer<typeof DateDeadline>
export type RecurringDeadline = z.infer<typeof RecurringDeadline>
export type RelativeDeadline = z.infer<typeof RelativeDeadline>
export type OngoingDeadline = z.infer<typeof OngoingDeadline>
export type UnrecognizedDeadline = z.infer<typeof UnrecognizedDeadline>
export type Deadline = z.infer<typeof Deadline>
export type Extra = z.infer<typeof Extra>
export type Message = z.infer<typeof Message>
export type Paragraph = z.infer<typeof Paragraph>
export type Task = z.infer<typeof Task>
export interface Section extends z.infer<typeof SectionFields> {
  children: PlanNode[]
}
export type PlanNode = Section | Task | Paragraph
export type Reference = z.infer<typeof Reference>
export type DocumentInfo = z.infer<typeof DocumentInfo>
export type Plan = z.infer<typeof Plan>
export type TaskRecord = z.infer<typeof TaskRecord>
export type UnitTaskRecord = z.infer<typeof UnitTaskRecord>
export type UnitList = z.infer<typeof UnitList>
export type Summary = z.infer<typeof Summary>
export type SummaryReport = z.infer<typeof SummaryReport>
export type Edit = z.infer<typeof Edit>
export type Finding = z.infer<typeof Finding>
export type CheckReport = z.infer<typeof CheckReport>
export type VerifyReport = z.infer<typeof VerifyReport>

/** The JSON Schema (draft 2020-12) of the plan tree. */
export function planJsonSchema(): object {
  return z.toJSONSchema(Plan)
}
/** The JSON Schema (draft 2020-12) of one line of the task list. */
export function taskRecordJsonSchema(): object {
  return z.toJSONSchema(TaskRecord)
}
/** The JSON Schema (draft 2020-12) of the plan by unit. */
export function unitListJsonSchema(): object {
  return z.toJSONSchema(UnitList)
}
/** The JSON Schema (draft 2020-12) of one line of the task list by unit. */
export function unitTaskRecordJsonSchema(): object {
  return z.toJSONSchema(UnitTaskRecord)
}
/** The JSON Schema (draft 2020-12) of the summary. */
export function summaryJsonSchema(): object {
  return z.toJSONSchema(SummaryReport)
}
/** The JSON Schema (draft 2020-12) of what `planparse check --reporter json` prints. */
export function checkReportJsonSchema(): object {
  return z.toJSONSchema(CheckReport)
}
/** The JSON Schema (draft 2020-12) of what `planparse verify -f json` prints. */
export function verifyReportJsonSchema(): object {
  return z.toJSONSchema(VerifyReport)
}
