/** What the program hands to its workers, and what they hand back while they work. */
import type { Task } from './work.ts'

/** Several documents, done by one worker one after the other. */
export interface Job {
  tasks: readonly Task[]
  /** `[number of the task under way, when it began]`, kept by the worker. */
  state: Int32Array
}

/** Milliseconds since some time, in 31 bits: the same in all threads. */
export function now(): number {
  return Date.now() % 0x7fffffff
}
