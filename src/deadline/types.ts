import type {
  DateDeadline,
  OngoingDeadline,
  RecurringDeadline,
  RelativeDeadline,
  UnrecognizedDeadline,
} from '../plan.ts'

/** In what a deadline is read; no clock is ever asked. */
export interface DeadlineContext {
  /** The year of bare months, `null` where none can be known. */
  year: number | null
  /** ISO date on which the document was issued. */
  issuedOn: string | null
  /** Months, as `2025-01`, of a stage that the words are about: a bare month among them is that one. */
  stage?: { from: string; to: string } | undefined
}

type Printed = 'raw' | 'source' | 'position'
export type DateValue = Omit<DateDeadline, Printed>
export type RecurringValue = Omit<RecurringDeadline, Printed>
export type RelativeValue = Omit<RelativeDeadline, Printed>
export type OngoingValue = Omit<OngoingDeadline, Printed>
export type UnrecognizedValue = Omit<UnrecognizedDeadline, Printed>
/** What a deadline says, without where it stands. */
export type DeadlineValue = DateValue | RecurringValue | RelativeValue | OngoingValue | UnrecognizedValue

/** One deadline read. `start` and `end` are half-open UTF-16 offsets in the given string. */
export interface DeadlineReading {
  start: number
  end: number
  value: DeadlineValue
  /** The id of the rule that read it, `''` where none did. */
  rule: string
  /** The phrase was understood but for its year, which neither it nor the context says. */
  yearUnknown: boolean
}

/** The named groups of a rule's match. */
export type Groups = Readonly<Record<string, string | undefined>>

/** What a rule may look at besides its match. */
export interface Scope extends DeadlineContext {
  /** The year printed with an earlier deadline of the same sentence. */
  carried: number | null
  /** Some words before the match. */
  before: string
  /** Some words after it. */
  rest: string
}

/** What a rule gives where only the year is missing. */
export const YEAR_UNKNOWN = 'year-unknown'
export type RuleResult = DeadlineValue | typeof YEAR_UNKNOWN | null

/** When a rule's match in running text is a deadline. `before` is tested on the words before it, `after` behind it. */
export interface TextGuard {
  before?: RegExp
  notBefore?: RegExp
  after?: RegExp
  notAfter?: RegExp
  /** Not where the clause tells of something past. */
  notPast?: true
}

/** One kind of phrase. */
export interface Rule {
  id: string
  /** The kinds of beginning its pattern has; see `HEADS`. */
  heads: readonly string[]
  pattern: string
  read: (groups: Groups, scope: Scope) => RuleResult
  /** How many characters before the match belong to the phrase (自受理之日起10日内). */
  lead?: (before: string) => number
  /** In a deadline's place: only at the beginning of a clause. */
  weak?: true
  /** Absent: never in running text. */
  text?: TextGuard
  /** Phrases it reads, with the value in short, in the year 2023, issued on 2023-05-30; of several readings the first is its. */
  examples: Readonly<Record<string, string>>
  /** Phrases that look alike and that it must leave. */
  rejects: readonly string[]
}
