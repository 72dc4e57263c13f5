/**
 * Fields: what the annotations of a piece of work say.
 */

import type { Fields } from './stages.ts'
import { append } from './text/append.ts'

export function noFields(): Fields {
  return { units: [], deadlines: [], status: [], extra: [] }
}

/** Adds what `more` says to `fields`. */
export function addFields(fields: Fields, more: Fields): void {
  append(fields.units, more.units)
  append(fields.deadlines, more.deadlines)
  append(fields.status, more.status)
  append(fields.extra, more.extra)
}
