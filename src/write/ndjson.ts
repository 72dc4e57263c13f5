/** The task list, one JSON record a line. */
import { tasks, toRecord } from '../tasks.ts'
import { toUnitRecord, unitTasks } from '../units.ts'
import { jsonLine } from './lines.ts'
import { plain, type WriteOptions, type Writing } from './writer.ts'

export function ndjson(_options: WriteOptions): Writing {
  return plain(function* (plan, groups) {
    if (groups) for (const placed of unitTasks(groups)) yield jsonLine(toUnitRecord(plan, placed))
    else for (const placed of tasks(plan)) yield jsonLine(toRecord(plan, placed))
  })
}
