/** The task list, one JSON record a line. */
import { tasks, toRecord } from '../tasks.ts'
import { plain, type WriteOptions, type Writing } from './writer.ts'

export function ndjson(_options: WriteOptions): Writing {
  return plain(function* (plan) {
    for (const placed of tasks(plan)) yield `${JSON.stringify(toRecord(plan, placed))}\n`
  })
}
