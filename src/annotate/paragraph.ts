/**
 * Cuts a paragraph into its own words and the annotations in it: brackets, labelled lines, labelled sentences.
 */

import { findDeadlines, isDeadlinePhrase } from '../deadline/index.ts'
import { addFields, noFields } from '../fields.ts'
import type { Fields, Segment } from '../stages.ts'
import { isTrouble } from '../terms/columns.ts'
import { isWeekday } from '../terms/times.ts'
import { looksLikePerson, looksLikeUnit, PLACE, roleVerbOf, unitShare } from '../terms/units.ts'
import { append } from '../text/append.ts'
import { type Bracket, findBrackets } from '../text/brackets.ts'
import { isBlank, lengthWithout, squeeze } from '../text/chars.ts'
import { BLANK, BRACKET, BULLETS } from '../text/signs.ts'
import type { View } from '../text/view.ts'
import { findRoleClauses } from './clauses.ts'
import type { ReadingContext } from './context.ts'
import {
  contentOf,
  deadlinesOf,
  findLabels,
  isOffice,
  type Label,
  readBareList,
  readContent,
  readLabelled,
  trimSeparators,
} from './fields.ts'

/** An annotation found in a paragraph, by the paragraph's offsets. */
interface Found {
  start: number
  end: number
  kind: Segment['kind']
  fields: Fields
}

/**
 * The segments of a paragraph, in order; they cover it. `heading` allows a bracket that says but a time; `hasUnits` says
 * that a column of its row names who does the work.
 */
export function cutParagraph(view: View, context: ReadingContext, heading: boolean, hasUnits = false): Segment[] {
  const found = findSentences(view, context, heading)
  const inBrackets = findInBrackets(view, context, heading)
  append(found, hasUnits ? inBrackets.filter((each) => !isOtherName(each, view.text)) : inBrackets)
  if (found.length > 1) found.sort((a, b) => a.start - b.start)
  const segments: Segment[] = []
  let from = 0
  for (const each of found) {
    if (each.start < from) continue
    if (each.start > from) segments.push(textSegment(view.slice(from, each.start), context))
    const end = withStop(view.text, each)
    segments.push({ kind: each.kind, view: view.slice(each.start, end), fields: each.fields })
    from = end
  }
  if (from < view.length) segments.push(textSegment(view.slice(from), context))
  return segments.filter((segment) => !ONLY_SIGNS.test(segment.view.text))
}

/** 应急处置平台（电梯维保中心）: bare names behind a word of the work, not behind a sentence, are other names of that. */
function isOtherName({ kind, start, fields }: Found, text: string): boolean {
  const isBare =
    kind === 'annotation' && fields.deadlines.length === 0 && fields.units.every(({ rule }) => rule === 'list')
  return isBare && !/[。；;！!]\s*$/.test(text.slice(Math.max(0, start - 6), start))
}

/** Blanks, and the bullet or dash before a labelled line. */
const ONLY_SIGNS = new RegExp(`^[\\s${BULLETS}]*$`)

/** Of 。（…）。 the first 。 stays with the text; the other goes with the annotation. */
function withStop(text: string, { start, end }: Found): number {
  const stopsBefore = start === 0 || /[。；;！？][\s*]*$/.test(text.slice(Math.max(0, start - 6), start))
  const stop = (start === 0 ? /^[\s*]*[。；;.，,：:]/ : /^[\s*]*[。；;.，,]/).exec(text.slice(end, end + 6))
  return stop && stopsBefore ? end + stop[0].length : end
}

/** 1.2022年6月底前: the number of a paragraph in a list, and a year. */
const NUMBER_BEFORE_YEAR = /^\s{0,8}\d{1,2}[.．](?=\s{0,2}20\d\d年)/

/** Words of the text, with the role clauses and deadlines in them. */
export function textSegment(view: View, context: ReadingContext): Segment {
  const fields = noFields()
  append(fields.units, findRoleClauses(view, context.terms))
  const words = view.slice(NUMBER_BEFORE_YEAR.exec(view.text)?.[0].length ?? 0)
  for (const reading of findDeadlines(words.text, context)) {
    fields.deadlines.push({ view: words.slice(reading.start, reading.end), reading, source: 'text' })
  }
  return { kind: 'text', view, fields }
}

/** Labels that open a line or a sentence, outside brackets; each with its content. */
function findSentences(view: View, context: ReadingContext, heading: boolean): Found[] {
  const labels = findLabels(view, context.terms)
  if (labels.length === 0) return []
  const brackets = findBrackets(view.text).filter((bracket) => bracket.depth === 0)
  let next = 0
  const open = labels.filter((label, i) => {
    while (next < brackets.length && (brackets[next] as Bracket).end < label.content) next++
    const bracket = brackets[next]
    const inside = bracket !== undefined && bracket.start < label.start
    return !inside && opensSentence(view, labels, i)
  })
  const found: Found[] = []
  open.forEach((label, i) => {
    if (tellsTrouble(label, found.at(-1))) {
      const end = open[i + 1]?.start ?? view.length
      const said = { ...noFields(), extra: [{ label: label.text, view: view.slice(label.content, end).trim() }] }
      found.push({ start: label.start, end, kind: 'extra', fields: said })
      return
    }
    if (label.field.kind === 'text' || label.field.kind === 'index' || label.field.kind === 'category') return
    if (open.length === 1 && POST.test(squeeze(label.text))) return
    const next = open[i + 1]
    const end = contentEnd(view.text, label, next?.start ?? view.length)
    if (heading && label.start === 0 && !saysShortly(label, view.slice(label.content, end))) return
    const content = contentOf(label.field, view.slice(label.content, end), next?.start === end)
    const before = found.at(-1)
    const fields = readContent(label.field, label.text, content, context)
    const isNext = i > 0 && before?.end === label.start
    if (label.field.kind === 'extra' && !isNext && !ONLY_SIGNS.test(view.text.slice(0, label.start))) return
    if (label.field.kind === 'unit' && !NOBODY.test(content.text) && !sayUnits(fields, content)) return
    const kind = label.field.kind === 'status' || label.field.kind === 'extra' ? label.field.kind : 'annotation'
    found.push({ start: Math.max(before?.end ?? 0, barBefore(view.text, label.start)), end, kind, fields })
  })
  return found
}

/** 主任：… on a line of its own, as 组长：… above it and 成员：… below: the members of a body. */
const POST = /^(?:主任|[局市县区院校镇]长)$/

/** Where the bar or dash stands that parts a label from the words before it, 扩大消费｜责任股室：…; else the label. */
function barBefore(text: string, start: number): number {
  const bar = /[|｜—–─]{1,2}\s{0,4}$/.exec(text.slice(Math.max(0, start - 6), start))
  return start - (bar?.[0].length ?? 0)
}

/** 进展：已完工45个。存在问题：…: what troubles the work, told after how far it is, is neither of the two. */
function tellsTrouble({ field, start, text }: Label, before: Found | undefined): boolean {
  return field.kind === 'text' && isTrouble(text) && before?.kind === 'status' && before.end === start
}

/** An item that is headed by a label (时间要求：各单位要在…) is no annotation, unless it says but who or when. */
function saysShortly({ field }: Label, content: View): boolean {
  const text = content.text.trim().replace(/[。；;]$/, '')
  if (field.kind === 'deadline') return isDeadlinePhrase(text)
  return field.kind === 'unit' && text.length > 0 && text.length < 60 && unitShare(text) >= 0.5
}

/** 配合单位：无 */
const NOBODY = /^(?:无|暂无|[-—–―/／])?$/

/** A label of units whose content is a sentence is none: 责任人：要按照…要求，落实…. */
function sayUnits(fields: Fields, content: View): boolean {
  return fields.units.length > 0 && (content.length < 60 || !fields.units.some((unit) => unit.view.length > 40))
}

/** What closes a paragraph without a label of its own sentence is short. */
const LONGEST_CLOSING = 80

function closes(text: string, { content }: Label): boolean {
  const said = text.slice(content)
  return said.length <= LONGEST_CLOSING && !/[。；;\n]/.test(said.slice(0, lengthWithout('。；;', said)))
}

/** Nothing but blanks and bullets since a sentence or a line ended. */
const OPENS_LINE = new RegExp(`(?:^|[。；;！.．\\n])[\\s*${BULLETS}]{0,12}$`)

function opensSentence(view: View, labels: readonly Label[], at: number): boolean {
  const { text } = view
  const [previous, label, next] = [labels[at - 1], labels[at] as Label, labels[at + 1]]
  if (label.start === 0 || label.bracketed) return true
  const before = text.slice(Math.max(0, label.start - 12), label.start)
  if (OPENS_LINE.test(before)) return true
  // After a wide blank, a bracket, a bar or a dash it opens too, where it says who or when.
  const says = label.field.kind === 'unit' || label.field.kind === 'deadline'
  if (says && /[\t\u3000]$|\s\s$|[)）〕】|｜]\s*$|[—–─]{2}\s*$/.test(before)) return true
  // ……改造户厕3000户。（责任单位：县农业农村局）进展：已完工.
  if (label.field.kind === 'status' && /[)）〕】]\s*$/.test(before)) return true
  // After a comma where it closes the paragraph: ……建成投用，责任单位：县住建局，完成时限：6月底。
  // Or where another label follows: 新建公园两处，牵头单位：市城管局。完成时限：6月底。进展情况：已开工。
  if (says && /[，,]\s*$/.test(before)) {
    if (closes(text, label)) return true
    const end = contentEnd(text, label, Math.min(next?.start ?? text.length, label.content + LONGEST_CLOSING))
    if (next?.start === end && saysShortly(label, trimSeparators(view.slice(label.content, end)))) return true
  }
  // After another label's content, a comma or a wide blank is enough.
  return previous !== undefined && previous.field.kind !== 'text' && /[，,；;。|｜\s]\**$/.test(before)
}

/** Content ends with its sentence; a status, and a label's content that runs to the next label, goes on. */
function contentEnd(text: string, label: Label, limit: number): number {
  if (label.field.kind === 'status' || label.field.kind === 'extra') return limit
  const stop = text.slice(label.content, limit).search(/[。\n]/)
  return stop < 0 ? limit : label.content + stop + 1
}

/** Brackets that hold labels, or a list of units and times at the end of a sentence. */
function findInBrackets(view: View, context: ReadingContext, heading: boolean): Found[] {
  const found: Found[] = []
  if ((view.signs & BRACKET) === 0) return found
  const brackets = findBrackets(view.text)
  /** Around the outermost that counts there are so many that somebody forgot to close. */
  let forgotten = 0
  for (const [i, bracket] of brackets.entries()) {
    if (bracket.depth > forgotten || bracket.family === 'title') continue
    if (isForgotten(bracket, brackets[i + 1], view, context)) {
      forgotten++
      continue
    }
    const content = withoutRemark(view.slice(bracket.start + 1, bracket.closed ? bracket.end - 1 : bracket.end))
    const fields = readBracket(view.text, bracket, content, context, heading)
    if (fields) found.push({ start: bracket.start, end: bracket.end, kind: kindOf(fields), fields })
  }
  return found
}

/** A sentence behind the units that tells how others are named: …负责。以下任务均需各乡镇落实，不再列出。 */
const REMARK = /下同|均需|均涉及|不再(?:一一|逐一)?(?:做|作)?(?:列出|列明|分工|重复|赘述)/

function withoutRemark(content: View): View {
  const stop = content.text.indexOf('。')
  return stop >= 0 && REMARK.test(content.text.slice(stop)) ? content.slice(0, stop) : content
}

/** Left open before an annotation: （含专项检查。（责任单位：县审计局）. */
function isForgotten(bracket: Bracket, next: Bracket | undefined, view: View, context: ReadingContext): boolean {
  if (bracket.closed || !next?.closed || next.depth !== bracket.depth + 1) return false
  const opensWithLabel = (start: number, end: number) =>
    findLabels(view.slice(start + 1, Math.min(end, start + LONGEST_LABEL)), context.terms)[0]?.start === 0
  return opensWithLabel(next.start, next.end) && !opensWithLabel(bracket.start, next.start)
}

/** Characters of a label, with its colon and the bracket before it. */
const LONGEST_LABEL = 20

function kindOf(fields: Fields): Segment['kind'] {
  if (fields.units.length + fields.deadlines.length > 0) return 'annotation'
  return fields.status.length > 0 ? 'status' : fields.extra.length > 0 ? 'extra' : 'annotation'
}

function readBracket(
  text: string,
  bracket: Bracket,
  content: View,
  context: ReadingContext,
  heading: boolean,
): Fields | null {
  const labels = findLabels(content, context.terms).filter(
    (label) => label.field.kind !== 'text' && label.field.kind !== 'index',
  )
  if (labels.length > 0 && opensContent(labels[0] as Label)) return readLabelled(content, labels, context)
  const unmarked = readUnmarkedLabel(content, context)
  if (unmarked) return unmarked
  // 【责任单位】 is a label; （督查室） is an office.
  const isLabel = bracket.family === 'square' && context.terms.fieldOf(content.text) !== null
  if (isLabel && !isOffice(content.text, text, bracket.start, bracket.end - 1)) return null
  // 【办公室】 alone on its line is the heading itself.
  if (heading && bracket.family === 'square' && bracket.end - bracket.start === text.trim().length) return null
  const opens = heading && bracket.family === 'square' && signBefore(text, bracket.start) === ''
  const atEnd = standsAtEnd(text, bracket, heading)
  if (!atEnd && !opens && !saysRoles(content.text)) return null
  if ((atEnd || opens) && isTime(content.text, text, bracket, heading)) {
    const fields = noFields()
    append(fields.deadlines, deadlinesOf(trimSeparators(content), context))
    return fields
  }
  if (FOR_PART.test(content.text)) return null
  const { fields, share, list } = readBareList(content, context)
  if (!atEnd && (share < 1 || !saysRoles(content.text))) return null
  if (list.times.length > 0 && share < 1 && list.units.every(({ view }) => looksLikePerson(view.text)))
    return { ...fields, units: list.units.map((unit) => ({ ...unit, role: 'supervisor', kind: 'person' })) }
  const units = list.known - list.times.length
  // 责任单位各村: what its label stands before is a body.
  const isLabelled = list.units[0]?.rule.startsWith('label:') === true
  const only = list.pieces === 1 && !isLabelled ? content.text.trim() : ''
  if ((PLACE.test(only) && signBefore(text, bracket.start) !== '。') || KIND.test(only)) return null
  if (heading && looksLikeUnit(only) && isCalledAlso(text, bracket)) return null
  return units > 0 &&
    (share >= 0.5 || ((units >= 2 || saysRoles(content.text)) && list.units.every((unit) => unit.view.length <= 12))) &&
    !/^(?:其中|含|不含|如|例如|包括|详见|见|附)/.test(content.text)
    ? fields
    : null
}

/** （城区由住建局负责，乡村由各镇负责）: of parts of the work, which the words tell; a role clause of theirs (clauses.ts). */
const FOR_PART = /^(?!具体|主要|统一|日常)[^，,；;、由]{2,16}(?<!自)由(?!于)[^，,；;]{2,80}(?:牵头|负责|承办|组织实施)/

/** 县创建工作办公室（县创建办）：负责…: a body whose duties an item tells, and what it is called for short. */
function isCalledAlso(text: string, { start, end }: Bracket): boolean {
  return /^\s*[：:]/.test(text.slice(end, end + 8)) && looksLikeUnit(text.slice(0, start))
}

/** 工业企业（场所）: a word for a kind of body, which explains the one before it. */
const KIND = /^(?:场所|处所|企业|单位|机构|部门|学校|站点|街道|乡镇|村|村居|社区)$/

/** （技术部、办公室负责，6月底前完成）: a role stated in the midst of a sentence is one all the same. */
function saysRoles(content: string): boolean {
  return content.split(/[，,；;]/).some((clause) => roleVerbOf(clause.trim()) !== null)
}

/** Labels count where they open the bracket, or follow a list of units. */
function opensContent(label: Label): boolean {
  return label.start === 0 || label.field.kind !== 'extra'
}

/** 责任单位 市教育局: a label without its colon. */
function readUnmarkedLabel(content: View, context: ReadingContext): Fields | null {
  const label = (content.signs & BLANK) === 0 ? null : /^\s*(\S{3,8}?)[\s　]+(?=\S)/.exec(content.text)
  const field = label ? context.terms.fieldOf(label[1] as string) : null
  if (!label || !field || (field.kind !== 'unit' && field.kind !== 'deadline')) return null
  const fields = noFields()
  addFields(fields, readContent(field, label[1] as string, trimSeparators(content.slice(label[0].length)), context))
  return fields
}

/** At the end of the paragraph, or between two sentences, or after one on a line of its own. */
function standsAtEnd(text: string, bracket: Bracket, heading: boolean): boolean {
  // Further brackets may follow: （机关党委、各支部）（4月—7月）。
  const after = text
    .slice(bracket.end, bracket.end + 120)
    .replace(/^(?:\s*[（(〔【[［<＜〈][^（()）〔〕【】[\]［］<＜〈>＞〉]{1,50}[)）〕】\]］>＞〉]){1,3}/, '')
  if (/^[\s*]*(?:[。；;.！][\s*]*)?$/.test(after) || /^[\s*]*[。；;]/.test(after)) return true
  if (heading && /^[\s*]*[：:]/.test(after)) return true
  // After a stop, with another bracket behind it.
  if (/^\s*[（(〔【[［]/.test(after) && /[。；;！]/.test(signBefore(text, bracket.start))) return true
  return /[。；;！?？][\s*]*$/.test(text.slice(Math.max(0, bracket.start - 6), bracket.start))
}

/** The last character before an index that is neither white space nor a star. */
function signBefore(text: string, index: number): string {
  let at = index - 1
  while (at >= 0 && (text[at] === '*' || isBlank(text.charCodeAt(at)))) at--
  return text.charAt(at)
}

/** How far before a time the words of its heading are looked for. */
const LONGEST_HEADING = 400

/** Before or after an event: 汛期结束前, 全县动员会后. */
const UNTIL_EVENT = /^[^，,。；;、：:]{2,24}(?:[前后]|期间)$/

/** A stage is headed by its time, be it one that no calendar knows: 检查阶段（汛期结束前）. */
const CALLED_STAGE = /(?:阶段|时期)\s{0,4}$/

/** What a stage is called, 阶段 or not: 集中攻坚（2021年）, （三）巩固提升（2022年）. */
const STAGE =
  /阶段|时期|步|^(?:[^㐀-鿿]{0,4}[一二三四五六七八九十]{0,2}[^㐀-鿿]{0,4})(?:全面|集中|深入|宣传|动员|安排|部署|启动|摸底|自查|自纠|排查|整治|整改|攻坚|推进|实施|突破|见效|巩固|提升|提高|深化|检查|督查|验收|总结|评估|完善){2,3}$/

/** A time alone: 启动阶段（3月—4月） on a heading, （6月底前） after a sentence; not a mere year of a plan's name. */
function isTime(content: string, text: string, bracket: Bracket, heading: boolean): boolean {
  const before = text.slice(Math.max(0, bracket.start - LONGEST_HEADING), bracket.start)
  if (heading && CALLED_STAGE.test(before) && UNTIL_EVENT.test(content)) return true
  if (isWeekday(content)) return true
  if (!isDeadlinePhrase(content) || /[，,；;]/.test(content.replace(/立行立改[，,]/, ''))) return false
  if (/^\s*\d{4}(?:\s*年)?(?:\s*[-—–~至]+\s*\d{4}(?:\s*年)?)?\s*$/.test(content)) return heading && STAGE.test(before)
  return true
}
