/**
 * Deadlines in words that are read as the same again. The words of the document come first; where they would be read
 * otherwise, because the year stood in another phrase, they say the year.
 */
import { type DeadlineContext, type DeadlineValue, readDeadlines } from '../deadline/index.ts'
import type { DateDeadline, Deadline } from '../plan.ts'
import { oneLine } from './lines.ts'

/** Deadlines in one phrase where that is read the same, else in a phrase each. */
export function phrasesOf(deadlines: readonly Deadline[], context: DeadlineContext): string[] {
  if (deadlines.length === 0) return []
  const raws = deadlines.map(({ raw }) => oneLine(raw))
  const printed = [raws.join('；'), raws.join('，')].find((phrase) => isRead(phrase, deadlines, context))
  if (printed !== undefined) return [printed]
  const each = deadlines.map((deadline) => byItself(deadline, context))
  const phrases = each.map(({ phrase }) => phrase)
  const joined = phrases.join('；')
  const meant = each.map(({ deadline }) => deadline)
  return isRead(joined, meant, context) ? [joined] : phrases
}

/** A deadline as printed where that says it by itself, else in words that say its year, and what they say. */
function byItself(deadline: Deadline, context: DeadlineContext): { phrase: string; deadline: Deadline } {
  const raw = oneLine(deadline.raw)
  if (deadline.kind !== 'date' || isRead(raw, [deadline], context)) return { phrase: raw, deadline }
  const stated: Deadline = { ...deadline, inferredYear: false }
  const forms = [`${deadline.due.slice(0, 4)}年${raw}`, inWords(deadline)]
  const phrase = forms.find((form) => isRead(form, [stated], context))
  return phrase === undefined ? { phrase: raw, deadline } : { phrase, deadline: stated }
}

function isRead(phrase: string, deadlines: readonly Deadline[], context: DeadlineContext): boolean {
  const readings = readDeadlines(phrase, context)
  return (
    readings.length === deadlines.length &&
    readings.every(({ value }, i) => meaningOf(value) === meaningOf(deadlines[i] as Deadline))
  )
}

const PRINTED: ReadonlySet<string> = new Set(['raw', 'source', 'position'])

/** What a deadline says, without where and how it is printed; the same for the same meaning. */
export function meaningOf(deadline: Deadline | DeadlineValue): string {
  const said = Object.entries(deadline).filter(([key]) => !PRINTED.has(key))
  return JSON.stringify(said.sort())
}

/** A date with its year, whatever the document printed. */
function inWords({ due, start, precision }: DateDeadline): string {
  const [year, month, day] = partsOf(due)
  const end = {
    day: `${month}月${day}日`,
    tenDays: `${month}月${day <= 10 ? '上' : day <= 20 ? '中' : '下'}旬`,
    month: `${month}月`,
    quarter: `第${'一二三四'[month / 3 - 1]}季度`,
    halfYear: `${month === 6 ? '上' : '下'}半年`,
    year: '',
    planPeriod: '',
  }[precision]
  return `${start === null ? '' : `${dateInWords(start)}至`}${year}年${end}`
}

function partsOf(date: string): [year: number, month: number, day: number] {
  return date.split('-').map(Number) as [number, number, number]
}

/** 2023-03-20 → 2023年3月20日. */
export function dateInWords(date: string): string {
  const [year, month, day] = partsOf(date)
  return `${year}年${month}月${day}日`
}
