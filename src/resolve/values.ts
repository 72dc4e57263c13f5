/**
 * Printed fields made values of the plan, with their positions.
 */
import type { Deadline, Extra, Span, SpanKind, Unit } from '../plan.ts'
import type { LineIndex } from '../position.ts'
import type { DeadlineField, ExtraField, Fields, UnitField } from '../stages.ts'
import { fullNameIn, type Terms } from '../terms/additions.ts'
import { squeeze } from '../text/chars.ts'
import type { View } from '../text/view.ts'

export function toUnit(field: UnitField, index: LineIndex, terms: Terms): Unit {
  const { start, end } = field.view.hull()
  const { role, kind, source } = field
  const name = squeeze(field.view.printed)
  return {
    name,
    raw: field.view.printed,
    role,
    kind,
    source,
    canonical: fullNameIn(terms, name),
    position: index.position(start, end),
  }
}

export function toDeadline(field: DeadlineField, index: LineIndex): Deadline {
  const { start, end } = field.view.hull()
  return {
    raw: field.view.printed,
    source: field.source,
    position: index.position(start, end),
    ...field.reading.value,
  } as Deadline
}

export function toExtra(field: ExtraField, index: LineIndex): Extra {
  const { start, end } = field.view.hull()
  return { label: squeeze(field.label), value: field.view.printed, position: index.position(start, end) }
}

/** Units and deadlines of a piece of work: its own, else those of the nearest heading, and those of its text. */
export function withInherited(own: Fields, inherited: Inherited): { units: UnitField[]; deadlines: DeadlineField[] } {
  return {
    units: unique(displace(own.units, inherited.units)),
    deadlines: displace(own.deadlines, inherited.deadlines),
  }
}

/** What holds for everything under a heading that says nothing else. */
export interface Inherited {
  units: UnitField[]
  deadlines: DeadlineField[]
}

/** Only annotations displace what is inherited; what the running text says is added to it. */
function displace<F extends UnitField | DeadlineField>(own: readonly F[], inherited: readonly F[]): F[] {
  const annotated = own.some((field) => field.source !== 'text')
  const all = annotated ? [...own] : [...inherited.map((field) => ({ ...field, source: 'heading' as const })), ...own]
  return all.sort((a, b) => placeOf(a) - placeOf(b))
}

function placeOf({ place, view }: UnitField | DeadlineField): number {
  return place ?? view.offsetAt(0)
}

/** Without names that the text says again in the same role. */
function unique(units: UnitField[]): UnitField[] {
  if (!units.some((unit) => unit.source === 'text')) return units
  const annotated = new Set(units.filter((unit) => unit.source !== 'text').map(keyOf))
  return units.filter((unit) => unit.source !== 'text' || !annotated.has(keyOf(unit)))
}

function keyOf(unit: UnitField): string {
  return `${squeeze(unit.view.text)}/${unit.role}`
}

/** What a heading's annotation says, over what stands above it; units and deadlines each for themselves. */
export function inheritFrom(fields: Fields, above: Inherited): Inherited {
  const units = fields.units.filter((unit) => unit.source !== 'text')
  const deadlines = fields.deadlines.filter((deadline) => deadline.source !== 'text')
  return {
    units: units.length > 0 ? units : above.units,
    deadlines: deadlines.length > 0 ? deadlines : above.deadlines,
  }
}

/** The spans of a view, without blanks at their ends. */
export function spansOf(view: View, kind: SpanKind): Span[] {
  return view
    .trim()
    .ranges()
    .map(({ start, end }) => ({ start, end, kind }))
}
