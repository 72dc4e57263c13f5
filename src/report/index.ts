/** The reporters of `planparse check`: a row each. */
import { PlanparseError } from '../error.ts'
import { github } from './github.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import type { Reporter } from './reporter.ts'
import { sarif } from './sarif.ts'

export { type CheckedFile, type ReportOptions, Tally } from './reporter.ts'

/** What a reporter needs a library for is loaded when it is used. */
export const REPORTERS = [
  { id: 'text', open: async (options) => (await import('./text.ts')).text(options) },
  { id: 'json', open: json },
  { id: 'sarif', open: sarif },
  { id: 'github', open: github },
  { id: 'junit', open: junit },
] as const satisfies readonly Reporter[]

/** The reporter of a name. Throws `PlanparseError` for a name there is none of. */
export function reporterOf(id: string): Reporter {
  const reporter = REPORTERS.find((each) => each.id === id)
  if (!reporter)
    throw new PlanparseError('unknown-value', { name: `--reporter ${id}`, known: REPORTERS.map(({ id }) => id) })
  return reporter
}
