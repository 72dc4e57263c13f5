/** The task list, one JSON record a line. */
import { tasks, toRecord } from '../tasks.ts'
import { toUnitRecord, unitTasks } from '../units.ts'
import { plain, type WriteOptions, type Writing } from './writer.ts'

export function ndjson(_options: WriteOptions): Writing {
  return plain(function* (plan, groups) {
    if (groups) for (const placed of unitTasks(groups)) yield line(toUnitRecord(plan, placed))
    else for (const placed of tasks(plan)) yield line(toRecord(plan, placed))
  })
}

function line(record: object): string {
  return `${JSON.stringify(record)}\n`
}
