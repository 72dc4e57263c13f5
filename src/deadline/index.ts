/** The deadline reader: Chinese words for a time → what they say. A leaf; it knows no stage and no clock. */
export { findDeadlines } from './find.ts'
export { isDeadlinePhrase, isTornTime, readDeadlines } from './read.ts'
export type { DeadlineContext, DeadlineReading, DeadlineValue } from './types.ts'
