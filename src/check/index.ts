/** Check: is a plan complete and well formed? Rules over a plan; they know no stage and no reader. */
export { applyFixes, editsOf, placesIn } from './fix.ts'
export { RULES, type RuleId } from './rules.ts'
export { type CheckOptions, check } from './run.ts'
