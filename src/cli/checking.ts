/** What only `planparse check` needs, in one piece: it is loaded when it is used. */
export { check, RULES } from '../check/index.ts'
export { reporterOf, Tally } from '../report/index.ts'
export { mendedLine, summaryLine } from '../report/summary.ts'
export { mend } from './mend.ts'
