/**
 * Proves of one plan what planparse promises of all: nothing of the text is lost, nothing is there that does not stand
 * in it, and everything is at its place.
 */
import type { Plan } from '../plan.ts'
import { type Break, PROMISES } from './promises.ts'
import { subjectOf } from './subject.ts'

export type { Break, PromiseId } from './promises.ts'

/** Where the promises are broken; empty where all are kept. `text` is what the plan was read from (`document.text`). */
export function verifyPlan(text: string, plan: Plan): Break[] {
  const subject = subjectOf(text, plan)
  return PROMISES.flatMap(({ id, broken }) => Array.from(broken(subject), (found) => ({ promise: id, ...found })))
}
