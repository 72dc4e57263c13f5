/**
 * What a house adds to the tables of terms: labels, names of its units, headings of narrative. The stages look terms up
 * in a `Terms` that is made for one document, so that two readings with other additions know nothing of each other.
 */
import type { UnitRole } from '../plan.ts'
import { plain } from '../text/chars.ts'
import { headingKey, looksBack, type NarrativeKind, narrativeOf } from './headings.ts'
import { type Field, fieldOf, labelKey } from './labels.ts'

/** All of them: a role of units, or a field. */
export const LABEL_MEANINGS = ['lead', 'responsible', 'support', 'supervisor', 'deadline', 'status', 'extra'] as const
/** What an added label can mean. */
export type LabelMeaning = (typeof LABEL_MEANINGS)[number]

/** A unit by its full name, and the short names under which it is printed. */
export interface UnitName {
  name: string
  short?: readonly string[]
}

/** Terms beside those of the program; they go before them. */
export interface Additions {
  /** Wordings of labels and column headings, by what they mean: `{lead: ['抓总处室']}`. */
  labels?: { readonly [Meaning in LabelMeaning]?: readonly string[] }
  /** The units of the house: what is printed by a name or short name gets the full name as its `canonical`. */
  units?: readonly UnitName[]
  /** Headings under which nothing is a task: `['工作导向']`. */
  narrative?: readonly string[]
}

/** The terms by which a document is read. */
export interface Terms {
  /** The field a label names, or `null`. */
  fieldOf(label: string): Field | null
  /** Which kind of narrative a heading announces, or `null` for work. */
  narrativeOf(title: string): NarrativeKind | null
  /** The full names that a printed name stands for: none that is not in a list of units, several where it is ambiguous. */
  fullNamesOf(name: string): readonly string[]
}

const NONE: readonly string[] = []
/** The program's own. */
export const TERMS: Terms = { fieldOf, narrativeOf, fullNamesOf: () => NONE }

/** The program's own terms with those that are added. */
export function termsOf({ labels = {}, units = [], narrative = [] }: Additions = {}): Terms {
  const fields = new Map<string, Field>()
  for (const meaning of LABEL_MEANINGS)
    for (const label of labels[meaning] ?? []) fields.set(labelKey(label), fieldMeant(meaning))
  const headings = new Set(narrative.map(headingKey))
  const names = namesIn(units)
  return {
    fieldOf: fields.size === 0 ? fieldOf : (label) => fields.get(labelKey(label)) ?? fieldOf(label),
    narrativeOf:
      headings.size === 0
        ? narrativeOf
        : (title) => (headings.has(headingKey(title)) ? 'principle' : narrativeOf(title)),
    fullNamesOf: names.size === 0 ? TERMS.fullNamesOf : (name) => names.get(plain(name)) ?? NONE,
  }
}

/** The terms of a document that tells what was done before what is to be done: the former holds no task. */
export function termsBesideSummary(terms: Terms): Terms {
  return { ...terms, narrativeOf: (title) => (looksBack(title) ? 'principle' : terms.narrativeOf(title)) }
}

/** The full name of a unit, where the list has exactly one for what is printed. */
export function fullNameIn(terms: Terms, printed: string): string | null {
  const [name = null, ...others] = terms.fullNamesOf(printed)
  return others.length === 0 ? name : null
}

function fieldMeant(meaning: LabelMeaning): Field {
  if (meaning === 'deadline' || meaning === 'status' || meaning === 'extra') return { kind: meaning }
  return { kind: 'unit', role: meaning satisfies UnitRole }
}

/** Full names by what is printed; a full name stands for itself, whatever unit has it as a short one. */
function namesIn(units: readonly UnitName[]): Map<string, string[]> {
  const names = new Map<string, string[]>()
  for (const { name, short = [] } of units) {
    for (const printed of short.map(plain)) {
      const full = names.get(printed)
      if (!full) names.set(printed, [name])
      else if (!full.includes(name)) full.push(name)
    }
  }
  for (const { name } of units) names.set(plain(name), [name])
  return names
}
