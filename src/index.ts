/** The public interface. */
export { type DeadlineContext, type DeadlineReading, readDeadlines } from './deadline/index.ts'
export { PlanparseError } from './error.ts'
export { type ParseOptions, parsePlan, type ReadOptions, readPlan } from './parse.ts'
export type * from './plan.ts'
export { dueOf, tasks, toRecord } from './tasks.ts'
export { writePlan } from './write/index.ts'
