/** The public interface. */
export type { DeadlineContext, DeadlineValue } from './deadline/index.ts'
export { PlanparseError } from './error.ts'
export { type ParseOptions, type ReadOptions, readPlan } from './parse.ts'
export { parsePlan } from './parse-text.ts'
export type * from './plan.ts'
export { type PhraseDeadline, readDeadline } from './read-deadline.ts'
export { dueOf, tasks, toRecord } from './tasks.ts'
export { writePlan } from './write/index.ts'
