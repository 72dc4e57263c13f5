/** Finds time expressions in a folded text, from left to right, and reads each by the first rule that takes it. */
import { isNumeral, nextHead, numeralEnd, QUOTES } from './heads.ts'
import { rulesAt } from './rules.ts'
import type { DeadlineContext, DeadlineReading, DeadlineValue, Groups, Rule, Scope, TextGuard } from './types.ts'
import { YEAR_UNKNOWN } from './types.ts'

/** Where the words stand: in a deadline's own place, or in running text, where a rule's guard must agree. */
export type Place = 'deadline' | 'text'

/** How far before and behind a match a rule or guard may look. */
const WINDOW = 32
/** How far before a match a guard may look. */
const NEAR = 12
/** How far a printed year reaches. */
const LONGEST_STEP = 160
/** Words that may stand between the beginning of a clause and its time. */
const LEAD_WORDS =
  '并|且|于|在|力争|争取|确保|原则上|到|至|自|从|拟|计划|预计|预期|最迟|不迟于|截[至止]|时限|完成|时间|一般|基本|总体|约|首批' +
  '|和|及|以及|[0-9]{1,2}[.]'
const LEAD = new RegExp(`(?:^|[，。；、,;：:！（(）)\\n])(?:${LEAD_WORDS})*$`)
const SENTENCE_END = /[。！？\n]/
const PAST = /(?:[^为除]了(?![解然])|曾|同比|累计完成|先后[^顺]|已(?:经|完成|全[部面]|开展|组织|召开|印发|建成))/
const UNKNOWN: DeadlineValue = { kind: 'unrecognized' }

/** Every time expression of a folded text; offsets are of that text. */
export function scan(text: string, context: DeadlineContext, place: Place): DeadlineReading[] {
  const readings: DeadlineReading[] = []
  let from = 0
  for (let at = nextHead(text, 0); at >= 0; at = nextHead(text, from)) {
    const found = readAt(text, at, context, place, readings)
    if (found === null) from = skip(text, at, place === 'text' || holdsNext(text, readings))
    else if (typeof found === 'number') from = found
    else {
      from = found.end
      append(readings, found, text)
    }
  }
  return readings
}

/** A bracket is entered where no time was read before it, or the last one stood in a bracket too: 夏季（5月）、秋季（9月）. */
function holdsNext(text: string, readings: readonly DeadlineReading[]): boolean {
  const last = readings.at(-1)
  return last === undefined || /[)）]/.test(text.charAt(last.end))
}

/** Past a title or quotation, past a bracket unless it is to be entered, else past one numeral or character. */
function skip(text: string, at: number, enterBrackets: boolean): number {
  const opener = text.charAt(at)
  const quote = QUOTES[opener]
  if (quote === undefined) return isNumeral(text.charCodeAt(at)) ? numeralEnd(text, at) : at + 1
  if ((opener === '（' || opener === '(') && enterBrackets) return at + 1
  const length = text.slice(at, at + quote[1]).indexOf(quote[0], 1)
  return length < 0 ? at + 1 : at + length + 1
}

/** The first rule's reading; else where what was understood but is no deadline ends; else `null`. */
function readAt(
  text: string,
  at: number,
  context: DeadlineContext,
  place: Place,
  earlier: readonly DeadlineReading[],
): DeadlineReading | number | null {
  let refused: number | null = null
  for (const { rule, pattern } of rulesAt(text, at, place)) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match === null) continue
    const words = wordsAround(text, match, earlier)
    if (!allowed(rule, words, place)) {
      refused = Math.max(refused ?? 0, words.end)
      continue
    }
    const reading = readMatch(rule, match.groups ?? {}, words, context, place)
    if (reading !== null) return reading
  }
  return refused
}

/** A match, and the words on both sides of it. */
interface Words {
  text: string
  at: number
  end: number
  earlier: readonly DeadlineReading[]
  before: string
  rest: string
}

function wordsAround(text: string, match: RegExpExecArray, earlier: readonly DeadlineReading[]): Words {
  const at = match.index
  const end = at + match[0].length
  const floor = Math.max(at - WINDOW, earlier.at(-1)?.end ?? 0)
  return { text, at, end, earlier, before: text.slice(floor, at), rest: text.slice(end, end + WINDOW) }
}

function allowed(rule: Rule, words: Words, place: Place): boolean {
  if (place === 'text') return rule.text !== undefined && isStated(rule.text, words)
  return rule.weak === undefined || opensClause(words, rule.lead?.(words.before) ?? 0)
}

function readMatch(
  rule: Rule,
  groups: Groups,
  words: Words,
  context: DeadlineContext,
  place: Place,
): DeadlineReading | null {
  const { at, end, before, rest } = words
  const { year, issuedOn, stage } = context
  const scope: Scope = { year, issuedOn, stage, carried: carriedYear(words), before, rest }
  const result = rule.read(groups, scope)
  if (result === null) return null
  const start = at - (rule.lead?.(before) ?? 0)
  if (result === YEAR_UNKNOWN) return { start, end, value: UNKNOWN, rule: rule.id, yearUnknown: true }
  if (place === 'text' && isPast(result, context)) return null
  return { start, end, value: result, rule: rule.id, yearUnknown: false }
}

/** Nothing but words such as 于 and 力争 stands between the clause's beginning and the phrase. */
function opensClause({ text, at, earlier }: Words, lead: number): boolean {
  const start = at - lead
  const floor = earlier.at(-1)?.end ?? 0
  return LEAD.test(text.slice(Math.max(floor, start - WINDOW), start))
}

function isStated(guard: TextGuard, { text, at, end, rest }: Words): boolean {
  const before = text.slice(Math.max(0, at - NEAR), at)
  if (guard.notAfter?.test(before) || guard.notBefore?.test(rest)) return false
  if (guard.before?.test(before) === false || guard.after?.test(rest) === false) return false
  return guard.notPast === undefined || !tellsPast(text, end)
}

function tellsPast(text: string, end: number): boolean {
  const clause = text.slice(end, end + 2 * WINDOW)
  const close = clause.search(SENTENCE_END)
  return PAST.test(close < 0 ? clause : clause.slice(0, close))
}

/** A printed year before the plan's is a past fact. */
function isPast(value: DeadlineValue, context: DeadlineContext): boolean {
  if (value.kind !== 'date' || value.inferredYear || context.year === null) return false
  return Number(value.due.slice(0, 4)) < context.year
}

/** 2025年6月底前印发，9月底前完成: the year of an earlier deadline holds to the end of its sentence. */
function carriedYear({ text, at, earlier }: Words): number | null {
  const last = earlier.at(-1)
  if (last === undefined || last.value.kind !== 'date' || last.value.inferredYear || FRAMES.has(last.rule)) return null
  if (at - last.end > LONGEST_STEP) return null
  const between = text.slice(last.end, at)
  return SENTENCE_END.test(between) ? null : Number(last.value.due.slice(0, 4))
}

/** A bare year (到2025年) frames a goal; it is not the year of the steps after it. */
const FRAMES = new Set(['until-year', 'year', 'year-bare', 'plan-period', 'plan-period-end', 'range-years'])

/** Adds a reading. What recurs within a stated period (11月至12月每周) is one; so is a time that 持续推进 follows. */
function append(readings: DeadlineReading[], reading: DeadlineReading, text: string): void {
  const last = readings.at(-1)
  const joins = last !== undefined && /^(?:期间|内)?$/.test(text.slice(last.end, reading.start))
  if (!joins || last.value.kind === 'relative') readings.push(reading)
  else if (last.value.kind === 'date' && (reading.value.kind === 'recurring' || last.rule === 'year')) {
    readings[readings.length - 1] = { ...reading, start: last.start }
  } else if (reading.value.kind !== 'ongoing') readings.push(reading)
  else last.end = reading.end
}
