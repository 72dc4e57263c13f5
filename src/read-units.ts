/**
 * The reader of unit lists by itself.
 */
import { findLabels, readBareList, readLabelled } from './annotate/fields.ts'
import { readUnitList } from './annotate/units.ts'
import type { Unit, UnitRole } from './plan.ts'
import type { UnitField } from './stages.ts'
import { type Additions, fullNameIn, type Terms, termsOf } from './terms/additions.ts'
import { findBrackets } from './text/brackets.ts'
import { squeeze } from './text/chars.ts'
import { View } from './text/view.ts'

/** A unit with the words that name it; as in a plan, but for its place there. */
export type PhraseUnit = Omit<Unit, 'source' | 'position'>

/** In what a list of units is read. */
export interface UnitContext {
  /** The role that a label or the heading of a column gives to those of whom the list says none. */
  role?: UnitRole | null
  /** Labels and units of the house, beside those that are known. */
  additions?: Additions
}

/**
 * Reads a list of units as it stands in an annotation or in a cell: `readUnits('县财政局牵头，县税务局、县审计局配合')` gives
 * one `lead` and two `support`. Labels (牵头单位：…；责任单位：…) are read where there are any, brackets around it all are not. Without a word for the role it
 * is `role`, else `responsible`. Pieces that say a time (5月1日前) are left out: `readDeadline` reads these. A blank or a
 * dash gives none. Never throws on any list.
 */
export function readUnits(list: string, { role = null, additions }: UnitContext = {}): PhraseUnit[] {
  const terms = termsOf(additions)
  return fieldsIn(withoutBrackets(View.of(list, 0, list.length).trim()), role, terms).map(({ view, role, kind }) => {
    const name = squeeze(view.printed)
    return { name, raw: view.printed, role, kind, canonical: fullNameIn(terms, name) }
  })
}

function fieldsIn(view: View, role: UnitRole | null, terms: Terms): UnitField[] {
  const context = { year: null, issuedOn: null, terms }
  const labels = findLabels(view, terms)
  if (labels.length > 0) return readLabelled(view, labels, context).units
  return role === null ? readBareList(view, context).fields.units : readUnitList(view, role, terms).units
}

function withoutBrackets(view: View): View {
  const [first] = findBrackets(view.text)
  const isAround = first?.start === 0 && first.end === view.length && first.closed
  return isAround ? view.slice(1, view.length - 1).trim() : view
}
