/** The deadlines that running text states. */
import { foldText, unfold } from './fold.ts'
import { scan } from './scan.ts'
import type { DeadlineContext, DeadlineReading } from './types.ts'

/**
 * Finds the deadlines stated in running text: by when, or how often, the work itself must be done. Years that name a
 * plan, past facts and periods that describe the content are none. A reading covers the time expression only. What
 * stands in 《》, 〔〕 or quotation marks is not looked at; a line end after a stop ends the sentence.
 */
export function findDeadlines(text: string, context: DeadlineContext): DeadlineReading[] {
  const folded = foldText(text, true)
  const readings = scan(folded.text, context, 'text')
  if (folded.text === text) return readings
  return readings.map((reading) => ({ ...reading, ...unfold(folded, reading.start, reading.end) }))
}
