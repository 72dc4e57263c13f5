/** A phrase that stands in a deadline's place, and a piece of a list that may be one. */
import type { Folded } from './fold.ts'
import { foldText, unfold } from './fold.ts'
import { WORK_FOLLOWS } from './guards.ts'
import { nextHead } from './heads.ts'
import { scan } from './scan.ts'
import type { DeadlineContext, DeadlineReading } from './types.ts'

/** Nothing is said: a blank, a dash, 无. */
const NOTHING = /^(?:[-—–―─－/／\\~～…·*]*|无|暂无)$/
const SEPARATORS = '，。；、,;：: \t\n\r\u3000'
const CONJUNCTION = /[并且和及]/
const MOST_PIECE = 40
/** 2、 on its line belongs to the step that it numbers. */
const STEP_NUMBER = /(?<=\n)[0-9]{1,2}、$/

/**
 * Reads a phrase that stands in a deadline's place (a label's content, a table cell).
 *
 * Several dated steps give several readings, each with its own part of the phrase; a single reading covers the whole
 * trimmed phrase, and so does the one `unrecognized` where nothing can be read. A blank or a dash gives none.
 */
export function readDeadlines(phrase: string, context: DeadlineContext): DeadlineReading[] {
  const folded = foldText(phrase, false)
  if (NOTHING.test(folded.text)) return []
  const readings = scan(folded.text, context, 'deadline')
  if (readings.length < 2) return [whole(phrase, readings[0])]
  return readings.map((reading, i) => ({ ...reading, ...partOf(phrase, folded, readings, i) }))
}

function whole(phrase: string, reading: DeadlineReading | undefined): DeadlineReading {
  const start = phrase.length - phrase.trimStart().length
  const end = phrase.trimEnd().length
  if (reading === undefined) return { start, end, value: { kind: 'unrecognized' }, rule: '', yearUnknown: false }
  return { ...reading, start, end }
}

/** A step goes from the end of the clause before it to where the next step's begins. */
function partOf(phrase: string, folded: Folded, readings: readonly DeadlineReading[], i: number) {
  const from = i === 0 ? 0 : stepStart(folded.text, readings, i)
  const to = i === readings.length - 1 ? folded.text.length : stepStart(folded.text, readings, i + 1)
  const { start, end } = unfold(folded, from, to)
  return trimmed(phrase, start, end)
}

/** After the last separator between two steps, else where the second one's time begins. */
function stepStart(text: string, readings: readonly DeadlineReading[], i: number): number {
  const floor = readings[i - 1]?.end ?? 0
  const time = readings[i]?.start ?? 0
  let at = time
  while (at > floor && !SEPARATORS.includes(text.charAt(at - 1))) at--
  if (at > floor) return at - (STEP_NUMBER.exec(text.slice(Math.max(floor, at - 3), at))?.[0].length ?? 0)
  // 完成并长期坚持: the conjunction belongs to neither, so to the second.
  return CONJUNCTION.test(text.charAt(time - 1)) ? time - 1 : time
}

function trimmed(phrase: string, start: number, end: number): { start: number; end: number } {
  let from = start
  let to = end
  while (to > from && SEPARATORS.includes(phrase.charAt(to - 1))) to--
  while (from < to && SEPARATORS.includes(phrase.charAt(from))) from++
  return { start: from, end: to }
}

/** Times that cannot be dated, but that no unit is called. */
const UNDATED =
  /^(?:.{0,14}(?:节|汛期?|防火期|[枯丰]水期|开学|会议?|检查|迎检|[春夏秋冬]季|供暖季?|放假|换届)[之以]?前.{0,4}|[㐀-鿿]{2,8}期间|“五一”前|“十一”前|汛期|立行立改|立即整改|立即|即时|即时办理|即知即改|随时|即日起)$/
/** How units end. */
const UNIT_END =
  /(?:办|办公室|中心|[处科股局室组部委厅院站所队会校]|专班|公司|银行|单位|部门|政府|街道|[镇乡村县市区]|学会|协会|集团)$/
/** A time closed by one of these cannot open a unit's name. */
const CLOSED = /(?:[前底末内旬号止]|(?<![每按逐])日|期间)$/

/** True where a piece of a bare list such as （疾控科，5月1日前） is a deadline and no unit. */
export function isDeadlinePhrase(phrase: string): boolean {
  if (phrase.length > MOST_PIECE) return false
  const { text } = foldText(phrase, false)
  if (/[前汛立即随间]/.test(text) && UNDATED.test(text)) return true
  if (nextHead(text, 0) < 0) return false
  const [first] = scan(text, { year: 2000, issuedOn: '2000-01-01' }, 'deadline')
  if (first === undefined || !LEAD.test(text.slice(0, first.start))) return false
  // 持续优化校园周边环境 says what is to be done, and how: no time.
  if (first.value.kind === 'ongoing' && LONG_CLAUSE.test(text.slice(first.end))) return false
  // Nor does 2024年组织生活会及民主评议.
  const rest = text.slice(first.end)
  if (first.rule === 'year' && LONG_CLAUSE.test(rest) && !WORK_FOLLOWS.test(rest)) return false
  return CLOSED.test(text.slice(first.start, first.end)) || !UNIT_END.test(text)
}

/** True where two pieces of a phrase are one time, and the phrase ends with it: 长期|坚持, 2024年6月|30日前. */
export function isTornTime(before: string, after: string): boolean {
  const { text } = foldText(before + after, false)
  const at = foldText(before, false).text.length
  const readings = scan(text, { year: 2000, issuedOn: '2000-01-01' }, 'deadline')
  return readings.some(({ start, end }) => start < at && end > at) && readings.at(-1)?.end === text.length
}

const LONG_CLAUSE = /^[^，。；、,;\s]{7}/
const LEAD =
  /^(?:并|于|在|力争|争取|确保|原则上|到|至|自|从|拟|计划|最迟|不迟于|截[至止]|执行|延续|延长|年度(?:任务|目标)|[0-9]{1,2}月份?起)*$/
