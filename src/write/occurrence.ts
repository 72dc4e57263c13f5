/** From a recurring deadline's rule (RFC 5545) to one that a calendar can hold: with a day, and a day to begin on. */

export interface Occurrence {
  rrule: string
  /** The first day the rule names, `2023-03-25`. */
  first: string
}

/**
 * The rule from a day on, `2023-03-01`. A rule that names no day means the end of its period: Friday of a week, the last
 * day of a month (of every third month for a quarter) or of a year. `null` for a rule that no deadline phrase gives.
 */
export function occurrenceFrom(rrule: string, from: string): Occurrence | null {
  const rule = withDay(partsOf(rrule))
  const first = rule && firstDay(rule, from)
  if (!rule || !first) return null
  return { rrule: Array.from(rule, ([name, value]) => `${name}=${value}`).join(';'), first }
}

type Rule = ReadonlyMap<string, string>

const PART = /^(FREQ|INTERVAL|BYMONTH|BYMONTHDAY|BYDAY)=([-0-9A-Z,]+)$/

/** Empty where anything in it is not of the few parts that deadlines have. */
function partsOf(rrule: string): Rule {
  const parts = rrule.split(';').map((part) => PART.exec(part))
  return new Map(parts.every((part) => part !== null) ? parts.map(([, name = '', value = '']) => [name, value]) : [])
}

function withDay(rule: Rule): Rule | null {
  switch (rule.get('FREQ')) {
    case 'DAILY':
      return rule
    case 'WEEKLY':
      return rule.has('BYDAY') ? rule : new Map([...rule, ['BYDAY', 'FR']])
    case 'MONTHLY':
      return rule.has('BYMONTHDAY') ? rule : new Map([...rule, ['BYMONTHDAY', '-1']])
    case 'YEARLY':
      return rule.has('BYMONTHDAY')
        ? rule
        : new Map([...rule, ['BYMONTH', rule.get('BYMONTH') ?? '12'], ['BYMONTHDAY', '-1']])
    default:
      return null
  }
}

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']
/** 29 February comes at least once in so many days, also across 1900 and 2100. */
const FARTHEST = 8 * 366

function firstDay(rule: Rule, from: string): string | null {
  const date = new Date(`${from}T00:00:00Z`)
  for (let tried = 0; tried < FARTHEST; tried++) {
    if (isOn(rule, date)) return date.toISOString().slice(0, 10)
    date.setUTCDate(date.getUTCDate() + 1)
  }
  return null
}

function isOn(rule: Rule, date: Date): boolean {
  const month = date.getUTCMonth() + 1
  const day = date.getUTCDate()
  const length = new Date(Date.UTC(date.getUTCFullYear(), month, 0)).getUTCDate()
  // Every third month is the third, sixth …: quarters are those of the calendar.
  const interval = rule.get('FREQ') === 'MONTHLY' ? Number(rule.get('INTERVAL') ?? 1) : 1
  return (
    month % interval === 0 &&
    isIn(rule.get('BYMONTH'), month) &&
    isIn(rule.get('BYMONTHDAY'), day, day - length - 1) &&
    isIn(rule.get('BYDAY'), WEEKDAYS[date.getUTCDay()] as string)
  )
}

function isIn(list: string | undefined, ...values: (number | string)[]): boolean {
  return list === undefined || list.split(',').some((item) => values.some((value) => item === String(value)))
}
