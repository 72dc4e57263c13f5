/** What a document says of a task under labels of its own, as columns show it. */
import type { Extra, Task } from '../plan.ts'
import { squeeze } from '../text/chars.ts'

/** The label of an extra as a column's heading. */
export function labelOf({ label }: Extra): string {
  return squeeze(label)
}

/** True for what goes into the column of remarks. */
export function isRemark(extra: Extra): boolean {
  return /^(?:备注|附注)$/.test(labelOf(extra))
}

/** The values of some labels, as one cell. */
export function valuesOf({ extra }: Pick<Task, 'extra'>, isIt: (extra: Extra) => boolean): string {
  return extra.flatMap((each) => (isIt(each) ? [each.value] : [])).join('；')
}
