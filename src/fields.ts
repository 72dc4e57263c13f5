/**
 * Fields: what the annotations of a piece of work say.
 */
import type { Fields } from './stages.ts'

export function noFields(): Fields {
  return { units: [], deadlines: [], status: [], extra: [] }
}

/** Adds what `more` says to `fields`. */
export function addFields(fields: Fields, more: Fields): void {
  fields.units.push(...more.units)
  fields.deadlines.push(...more.deadlines)
  fields.status.push(...more.status)
  fields.extra.push(...more.extra)
}
