/**
 * The rules, in the order of `docs/rules.md`. A rule is a row in a file of `rules/`.
 */
import type { Rule } from './rule.ts'
import { BRACKETS } from './rules/brackets.ts'
import { DEADLINES } from './rules/deadlines.ts'
import { FRAME } from './rules/frame.ts'
import { LABELS_OF_ANNOTATIONS } from './rules/labels.ts'
import { LEVELS } from './rules/levels.ts'
import { NAMES } from './rules/names.ts'
import { NUMBERING } from './rules/numbering.ts'
import { READING } from './rules/reading.ts'
import { REFERENCES } from './rules/references.ts'
import { UNITS } from './rules/units.ts'
import { WIDTHS } from './rules/widths.ts'

/** All rules: `id`, `severity`, `title` and `help` in both languages, and whether it is `fixable`. */
export const RULES = [
  ...NUMBERING,
  ...LEVELS,
  ...BRACKETS,
  ...LABELS_OF_ANNOTATIONS,
  ...UNITS,
  ...NAMES,
  ...DEADLINES,
  ...REFERENCES,
  ...WIDTHS,
  ...FRAME,
  ...READING,
] as const satisfies readonly Rule[]

/** The id of a rule, as in docs/rules.md. */
export type RuleId = (typeof RULES)[number]['id']
