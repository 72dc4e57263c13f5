/**
 * The plan tree: the contract with everything that reads planparse's output.
 *
 * What a field means stands with the types, in `tree.ts`. The zod schemas below say the same to a program that runs, and
 * the compiler holds the two equal; the JSON Schemas are made from them (`jsonSchema` of `schema.ts`). Parsing never
 * loads this module: the core imports its types only.
 */
import * as z from 'zod'
import type * as tree from './tree.ts'

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

/** Where the document came from. */
export const SourceInfo = z.strictObject({
  path: z.string().nullable(),
  format: z.string(),
  encoding: z.string(),
  map: z.array(SourceSegment).nullable(),
})

/** What a paragraph is; `unknown` is told of by a message. */
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
/** What a piece of a node is: `separator` are table bars, tabs and quote marks, `heading` is a section's own words. */
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

/** Where a value was read: a bracket, labelled line or table column; a heading above; the running text. */
export const FieldSource = z.enum(['annotation', 'heading', 'text'])

/** 牵头, 责任, 配合, and the person or unit that watches over it (责任领导). */
export const UnitRole = z.enum(['lead', 'responsible', 'support', 'supervisor'])
/** `group` is 各…, 有关…, …等. */
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
/** How exact the words are that name a date; `planPeriod` is a five-year plan. */
export const DatePrecision = z.enum(['day', 'tenDays', 'month', 'quarter', 'halfYear', 'year', 'planPeriod'])
/** By when. `due` is the last day it may be met; `start` is set for a range. */
export const DateDeadline = z.strictObject({
  ...printed,
  kind: z.literal('date'),
  start: IsoDate.nullable(),
  due: IsoDate,
  precision: DatePrecision,
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
/** Always, without an end: 长期坚持, 持续推进. */
export const OngoingDeadline = z.strictObject({ ...printed, kind: z.literal('ongoing') })
/** A deadline by its place that says no time the reader knows. */
export const UnrecognizedDeadline = z.strictObject({ ...printed, kind: z.literal('unrecognized') })
/** By when; `kind` tells which fields there are. */
export const Deadline = z.discriminatedUnion('kind', [
  DateDeadline,
  RecurringDeadline,
  RelativeDeadline,
  OngoingDeadline,
  UnrecognizedDeadline,
])

/** A label or column that is none of the others (备注, 资金来源, 目标值), as printed. */
export const Extra = z.strictObject({ label: z.string(), value: z.string(), position: Position })

/** `error` is only found by rules; what the parser says of a document is a `warning` or an `info`. */
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
  id: z.string(),
  marker: z.string(),
  markerGenerated: z.boolean(),
  ordinal: z.int().nonnegative().nullable(),
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
/** What a document says of itself. */
export const DocumentInfo = z.strictObject({
  title: z.string().nullable(),
  number: z.string().nullable(),
  issuer: z.string().nullable(),
  addressees: z.array(z.string()),
  issuedOn: IsoDate.nullable(),
  year: z.int().nullable(),
  references: z.array(Reference),
  deadlines: z.array(Deadline),
  text: z.string().nullable(),
})

/** The root of the tree. */
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
      name: z.string(),
      kind: UnitKind,
      lead: z.array(TaskRecord),
      responsible: z.array(TaskRecord),
      support: z.array(TaskRecord),
      supervisor: z.array(TaskRecord),
    }),
  ),
  unassigned: z.array(TaskRecord),
})

/** A task by the file it is from and its id there. */
const TaskReference = z.strictObject({ file: z.string().nullable(), id: z.string() })
const Count = z.int().nonnegative()
/** How much there is of what (`--summary --format json`). */
export const Summary = z.strictObject({
  tasks: Count,
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
  months: z.array(z.strictObject({ month: z.string(), tasks: Count })),
  recurring: Count,
  relative: Count,
  ongoing: Count,
  unrecognized: Count,
  withoutUnit: z.array(TaskReference),
  withoutDeadline: z.array(TaskReference),
  messages: z.strictObject({ error: Count, warning: Count, info: Count }),
})
/** `--summary --format json`: each document, and all together. */
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
  position: Position.nullable(),
  fix: z.array(Edit).nullable(),
})
/** What `planparse check --reporter json` prints. */
export const CheckReport = z.strictObject({
  version: z.literal(1),
  files: z.array(
    z.strictObject({
      path: z.string().nullable(),
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
      path: z.string().nullable(),
      fault: z.strictObject({ code: z.string(), reason: z.string() }).nullable(),
      proved: z.boolean(),
      characters: Count,
      held: z.partialRecord(SpanKind, Count),
      breaks: z.array(z.strictObject({ promise: z.string(), detail: z.string(), position: Position })),
      map: z.array(z.strictObject({ node: z.string(), position: Position })).nullable(),
    }),
  ),
})

export type Point = tree.Point
export type Position = tree.Position
export type SourceSegment = tree.SourceSegment
export type SourceInfo = tree.SourceInfo
export type ParagraphRole = tree.ParagraphRole
export type SpanKind = tree.SpanKind
export type Span = tree.Span
export type FieldSource = tree.FieldSource
export type UnitRole = tree.UnitRole
export type UnitKind = tree.UnitKind
export type Unit = tree.Unit
export type DatePrecision = tree.DatePrecision
export type DateDeadline = tree.DateDeadline
export type RecurringDeadline = tree.RecurringDeadline
export type RelativeDeadline = tree.RelativeDeadline
export type OngoingDeadline = tree.OngoingDeadline
export type UnrecognizedDeadline = tree.UnrecognizedDeadline
export type Deadline = tree.Deadline
export type Extra = tree.Extra
export type Message = tree.Message
export type Paragraph = tree.Paragraph
export type Task = tree.Task
export type Section = tree.Section
export type PlanNode = tree.PlanNode
export type Reference = tree.Reference
export type DocumentInfo = tree.DocumentInfo
export type Plan = tree.Plan
export type TaskRecord = tree.TaskRecord
export type UnitTaskRecord = tree.UnitTaskRecord
export type UnitList = tree.UnitList
export type Summary = tree.Summary
export type SummaryReport = tree.SummaryReport
export type Edit = tree.Edit
export type Finding = tree.Finding
export type CheckReport = tree.CheckReport
export type VerifyReport = tree.VerifyReport

/** True where both are the same but for their names. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false
/** What the types say is what the schemas take: the compiler refuses anything else here. */
type Schemas = {
  Point: Same<Point, z.infer<typeof Point>>
  Position: Same<Position, z.infer<typeof Position>>
  SourceSegment: Same<SourceSegment, z.infer<typeof SourceSegment>>
  SourceInfo: Same<SourceInfo, z.infer<typeof SourceInfo>>
  ParagraphRole: Same<ParagraphRole, z.infer<typeof ParagraphRole>>
  SpanKind: Same<SpanKind, z.infer<typeof SpanKind>>
  Span: Same<Span, z.infer<typeof Span>>
  FieldSource: Same<FieldSource, z.infer<typeof FieldSource>>
  UnitRole: Same<UnitRole, z.infer<typeof UnitRole>>
  UnitKind: Same<UnitKind, z.infer<typeof UnitKind>>
  Unit: Same<Unit, z.infer<typeof Unit>>
  DatePrecision: Same<DatePrecision, z.infer<typeof DatePrecision>>
  DateDeadline: Same<DateDeadline, z.infer<typeof DateDeadline>>
  RecurringDeadline: Same<RecurringDeadline, z.infer<typeof RecurringDeadline>>
  RelativeDeadline: Same<RelativeDeadline, z.infer<typeof RelativeDeadline>>
  OngoingDeadline: Same<OngoingDeadline, z.infer<typeof OngoingDeadline>>
  UnrecognizedDeadline: Same<UnrecognizedDeadline, z.infer<typeof UnrecognizedDeadline>>
  Deadline: Same<Deadline, z.infer<typeof Deadline>>
  Extra: Same<Extra, z.infer<typeof Extra>>
  Message: Same<Message, z.infer<typeof Message>>
  Paragraph: Same<Paragraph, z.infer<typeof Paragraph>>
  Task: Same<Task, z.infer<typeof Task>>
  Reference: Same<Reference, z.infer<typeof Reference>>
  DocumentInfo: Same<DocumentInfo, z.infer<typeof DocumentInfo>>
  Plan: Same<Plan, z.infer<typeof Plan>>
  TaskRecord: Same<TaskRecord, z.infer<typeof TaskRecord>>
  UnitTaskRecord: Same<UnitTaskRecord, z.infer<typeof UnitTaskRecord>>
  UnitList: Same<UnitList, z.infer<typeof UnitList>>
  Summary: Same<Summary, z.infer<typeof Summary>>
  SummaryReport: Same<SummaryReport, z.infer<typeof SummaryReport>>
  Edit: Same<Edit, z.infer<typeof Edit>>
  Finding: Same<Finding, z.infer<typeof Finding>>
  CheckReport: Same<CheckReport, z.infer<typeof CheckReport>>
  VerifyReport: Same<VerifyReport, z.infer<typeof VerifyReport>>
  Section: Same<Omit<Section, 'children'>, z.infer<typeof SectionFields>>
}
true satisfies Schemas extends Record<keyof Schemas, true> ? true : never
