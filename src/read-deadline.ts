/**
 * The deadline reader by itself.
 */
import { isYear } from './deadline/calendar.ts'
import { type DeadlineContext, type DeadlineValue, readDeadlines } from './deadline/index.ts'
import { PlanparseError } from './error.ts'

/** A deadline with the part of the phrase that says it. */
export type PhraseDeadline = { raw: string } & DeadlineValue

/**
 * Reads a phrase that stands in a deadline's place: `readDeadline('9月底前', { year: 2023 })` gives one `date` due on
 * 2023-09-30. A phrase of several steps gives several deadlines, one that says no time an `unrecognized`, a blank or
 * a dash none. A bare month without a `year` or `issuedOn` is `unrecognized`. Never throws on any phrase;
 * a year of other than four digits is refused (`PlanparseError`, `bad-year`).
 */
export function readDeadline(phrase: string, context: Partial<DeadlineContext> = {}): PhraseDeadline[] {
  if (typeof context.year === 'number' && !isYear(context.year))
    throw new PlanparseError('bad-year', String(context.year))
  const issuedOn = context.issuedOn ?? null
  const year = context.year ?? (issuedOn ? Number(issuedOn.slice(0, 4)) : null)
  const readings = readDeadlines(phrase, { year, issuedOn })
  return readings.map(({ start, end, value }) => ({ raw: phrase.slice(start, end), ...value }))
}
