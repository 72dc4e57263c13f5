/** The two columns of a ledger that say how far a task is, as the one report of a plan: 已完成：6月10日印发方案. */
import { STATES, stateOf } from '../terms/states.ts'

/** Words that only repeat a state chosen before: 进行中：税务环节正在联调. */
const STATE_FIRST = new RegExp(`^(?:${STATES.flatMap(({ zh, en }) => [zh, en]).join('|')})\\s*(?:[：:]\\s*|$)`)

/**
 * The report stands as it was written where it says the state itself; else the state stands before it. `null` where
 * both are empty.
 */
export function reportOf(state: string, progress: string): string | null {
  if (state === '') return progress || null
  const said = stateOf(progress)
  if (said !== null && said === stateOf(state)) return progress
  if (progress.startsWith(`${state}：`)) return progress
  const rest = progress.replace(STATE_FIRST, '')
  return rest === '' ? state : `${state}：${rest}`
}

/**
 * The report of a row that was handed out with another one: whoever writes a new report that says a state, and leaves
 * the column of states as it was, means the new one; whoever takes the old report out says nothing.
 */
export function newReportOf(state: string, progress: string, before: string): string | null {
  const isLeft = stateOf(state) === stateOf(before)
  if (isLeft && (progress === '' || stateOf(progress) !== null)) return progress || null
  return reportOf(state, progress)
}
