/**
 * The public interface. What stands in a document is never a reason to throw. A file that cannot be read, or an option
 * with a value that it cannot have, throws or rejects with `PlanparseError`, whose `code` tells why; arguments of another
 * type than theirs are not looked for (`TypeError`).
 */
export { applyFixes, type CheckOptions, check, RULES, type RuleId } from './check/index.ts'
export type { DeadlineContext, DeadlineValue } from './deadline/index.ts'
export { type FaultCode, type FaultDetail, PlanparseError } from './error.ts'
export type { Lang, MessageCode } from './message.ts'
export { type CommonOptions, type InputFormat, type ParseOptions, type ReadOptions, readPlan } from './parse.ts'
export { parsePlan } from './parse-text.ts'
export type * from './plan.ts'
export { type PhraseDeadline, readDeadline } from './read-deadline.ts'
export { type PhraseUnit, readUnits, type UnitContext } from './read-units.ts'
export { type Selection, select } from './select.ts'
export { sourcePosition } from './source.ts'
export { dueOf, type PlacedTask, tasks, toRecord } from './tasks.ts'
export type { Additions, LabelMeaning, UnitName } from './terms/additions.ts'
export { type Break, type PromiseId, verifyPlan } from './verify/index.ts'
export { type Format, type WriteOptions, writePlan } from './write/index.ts'
export type { ColumnChoice, PresetName } from './write/layout.ts'
