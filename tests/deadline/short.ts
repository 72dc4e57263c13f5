import type { DeadlineValue } from '../../src/deadline/index.ts'

/** What a deadline says in a few signs: 2023-05-01/2023-10-31, P1Y x2, P10D working after 受理. */
export function short(value: DeadlineValue): string {
  switch (value.kind) {
    case 'date':
      return value.start === null ? value.due : `${value.start}/${value.due}`
    case 'recurring':
      return [value.every, value.times === null ? '' : `x${value.times}`, value.rrule ?? ''].filter(Boolean).join(' ')
    case 'relative':
      return [value.within, value.workingDays ? 'working' : '', value.after === null ? '' : `after ${value.after}`]
        .filter(Boolean)
        .join(' ')
    default:
      return value.kind
  }
}
