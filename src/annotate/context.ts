import type { DeadlineContext } from '../deadline/index.ts'
import type { Terms } from '../terms/additions.ts'

/** What holds for a whole document: when it was issued and for which year, and the terms it is read by. */
export interface ReadingContext extends DeadlineContext {
  terms: Terms
}
