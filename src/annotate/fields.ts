/**
 * Labelled content: 责任部门：城建处、计财处，时限要求：持续推进. The content of a label goes on to the next label.
 */

import { readDeadlines } from '../deadline/index.ts'
import { addFields, noFields } from '../fields.ts'
import type { DeadlineField, Fields, UnitField } from '../stages.ts'
import type { Terms } from '../terms/additions.ts'
import { type Field, isPeriod } from '../terms/labels.ts'
import { looksLikeUnit, unitShare } from '../terms/units.ts'
import { append } from '../text/append.ts'
import { closesMore } from '../text/brackets.ts'
import { isBlank, squeeze } from '../text/chars.ts'
import { BLANK, BULLETS, COLON, SQUARE_CLOSE } from '../text/signs.ts'
import type { View } from '../text/view.ts'
import type { ReadingContext } from './context.ts'
import { readUnitList, type UnitList } from './units.ts'

/** A label found in a text: `start` of the label, `content` after its colon. */
export interface Label {
  start: number
  content: number
  field: Field
  text: string
  /** It stands in brackets of its own: 【责任单位】. */
  bracketed: boolean
}

/** What stands behind a label: a colon, or the bracket that holds it. */
const CLOSERS = /[：:∶﹕】〕］\]〗]/g
const NONE: Label[] = []
/** What the last word of a text follows. */
const LAST_BLANK = /\s\S*$/
/** How far before a colon its label may begin, blanks included. */
const REACH = 30

/**
 * The known labels of a text in order: before a colon (责任单位：) or in brackets of their own (【责任单位】). A label
 * stands at the start, after a separator, or after a blank. Where none has a colon, blanks may stand for it.
 */
export function findLabels({ text, signs }: Pick<View, 'text' | 'signs'>, terms: Terms): Label[] {
  if ((signs & (COLON | SQUARE_CLOSE)) === 0) return (signs & BLANK) === 0 ? NONE : spacedLabels(text, terms)
  const labels: Label[] = []
  CLOSERS.lastIndex = 0
  let from = 0
  for (let colon = CLOSERS.exec(text); colon; colon = CLOSERS.exec(text)) {
    const at = Math.max(from, colon.index - REACH)
    const label = /[】〕］\]〗]/.test(colon[0])
      ? inBrackets(text, at, colon.index, terms)
      : labelBefore(text, at, colon.index, terms)
    if (!label) continue
    const content = colon.index + 1 + (/^\s*[：:]/.exec(text.slice(colon.index + 1, colon.index + 4))?.[0].length ?? 0)
    labels.push({ ...label, content })
    from = content
    CLOSERS.lastIndex = content
  }
  return labels.length > 0 ? labels : spacedLabels(text, terms)
}

/** 【责任单位】: the label is all that its brackets hold. */
function inBrackets(text: string, from: number, close: number, terms: Terms): Omit<Label, 'content'> | null {
  const open = lastOf('【〔［[〖', text, from, close)
  if (open < from) return null
  const label = text.slice(open + 1, close)
  // 县住建局【牵头】、各乡镇: said of the name before it.
  const isOfName =
    open > 0 &&
    /[㐀-鿿]/.test(text.charAt(open - 1)) &&
    /^\s?(?:[、，,；;。）)】〕]|$)/.test(text.slice(close + 1, close + 3))
  const field = isOfName || isOffice(label, text, open, close) ? null : terms.fieldOf(label)
  return field ? { start: open, field, text: label.trim(), bracketed: true } : null
}

/** 。【督查考核股】: behind the words and with nothing after it, what could be a label as well is who does the work. */
export function isOffice(label: string, text: string, open: number, close: number): boolean {
  const isLast = text.length - close <= MOST_STOPS && /^[\s。；;]*$/.test(text.slice(close + 1))
  return isLast && !GENERIC.test(label) && looksLikeUnit(label) && text.slice(0, open).trim() !== ''
}

const MOST_STOPS = 6
/** 责任单位, 督办部门: whoever it is. */
const GENERIC = /(?:单位|部门|科室|处室|股室|机构|主体)$/

/** 责任领导 刘芳  责任单位 县人社局: each label opens the line or follows a wide blank, and a blank follows it. */
function spacedLabels(text: string, terms: Terms): Label[] {
  if (text.length > 200) return []
  const labels: Label[] = []
  for (const match of text.matchAll(
    /(?:^|\s\s|[\u3000\t]|[；;，,]\s?)([^\s（(〔【［[]\S{3,7})[ \u00a0\u3000]{1,3}(?=\S)/g,
  )) {
    const label = match[1] as string
    const field = terms.fieldOf(label)
    const start = match.index + match[0].indexOf(label)
    if (field?.kind === 'unit' || field?.kind === 'deadline')
      labels.push({ start, content: match.index + match[0].length, field, text: label, bracketed: false })
  }
  const isRow = labels.some((label) => terms.fieldOf(text.slice(label.content).split(/\s/, 1)[0] ?? '') !== null)
  return labels[0]?.start === 0 && !isRow ? labels : []
}

function labelBefore(text: string, from: number, colon: number, terms: Terms): Omit<Label, 'content'> | null {
  const before = text.slice(from, colon)
  // 责任处（科）室: a short bracket within a label does not part it.
  const flat = /[)）]/.test(before)
    ? before.replace(/[（(][㐀-鿿]{1,4}[)）]/g, (bracket) => 'x'.repeat(bracket.length))
    : before
  let start = lastOf(`，,；;。、|｜\n〔（([［【〖＊*）)${BULLETS}`, flat, 0, flat.length) + 1
  for (;;) {
    const label = before.slice(start)
    const blanks = label.length - label.trimStart().length
    const next = label.slice(blanks).search(/\s/)
    // 时间安排：8月　责任科室：…, 牵头单位：县政府办　配合单位：…: what stands behind a colon is what that label names.
    const named = from > 0 && next > 0 ? squeeze(label.slice(0, LAST_BLANK.exec(label)?.index)) : ''
    const isContent = named !== '' && ((start === 0 && isPeriod(named)) || looksLikeUnit(named))
    const field = isContent
      ? null
      : (terms.fieldOf(label) ?? ofBodies(label, text.slice(colon + 1, colon + LONGEST_LIST)))
    if (field) return { start: from + start + blanks, field, text: label.trim(), bracketed: false }
    if (next < 0) return null
    start += blanks + next
  }
}

/** 单位：县住建局（牵头）、各乡镇 and 责任：县住建局 name bodies, 单位：万元 what is counted, 责任：层层压实 what is to be. */
function ofBodies(label: string, content: string): Field | null {
  const [names = ''] = /^(?:单位|责任)$/.test(squeeze(label)) ? content.split(/[。；;\n]/, 1) : []
  const bare = names.replace(/[（(](?:牵头|配合)[)）]/g, '')
  return bare !== '' && unitShare(bare) >= 0.5 ? { kind: 'unit', role: 'responsible' } : null
}

/** Characters of a list of bodies that tell whether it is one. */
const LONGEST_LIST = 120

/** Where the last of some characters stands in a part of a text; before the part where none does. */
function lastOf(characters: string, text: string, from: number, to: number): number {
  let at = to - 1
  while (at >= from && !characters.includes(text.charAt(at))) at--
  return at
}

/** The fields that labelled content says; text before the first label is read as a list without one. */
export function readLabelled(view: View, labels: readonly Label[], context: ReadingContext): Fields {
  const fields = noFields()
  const first = labels[0]
  if (first && first.start > 0) addFields(fields, readBareList(view.slice(0, first.start), context).fields)
  labels.forEach((label, i) => {
    const next = labels[i + 1]
    const content = contentOf(label.field, view.slice(label.content, next?.start ?? view.length), next !== undefined)
    addFields(fields, readContent(label.field, label.text, content, context))
  })
  return fields
}

/** Without blanks and separators around it. */
export function trimSeparators(view: View): View {
  const { text } = view
  let start = 0
  let end = text.length
  while (start < end && isSeparator(text, start, SEPARATORS)) start++
  while (end > start && isSeparator(text, end - 1, `${SEPARATORS}。—─`)) end--
  return view.slice(start, end)
}

const SEPARATORS = '，,；;、|｜*＊'

function isSeparator(text: string, at: number, separators: string): boolean {
  return separators.includes(text.charAt(at)) || isBlank(text.charCodeAt(at))
}

/**
 * The content of a label: a list without the separators around it; prose as it stands, but for the separator before the
 * next label, where one follows: 备注：甲；进展情况：乙.
 */
export function contentOf(field: Field, view: View, isFollowed: boolean): View {
  if (field.kind !== 'status' && field.kind !== 'extra') return withoutStrayClose(trimSeparators(view))
  const prose = trimMarkup(view)
  return isFollowed && /[，,；;、|｜]$/.test(prose.text) ? prose.slice(0, prose.length - 1).trim() : prose
}

/** 县水利局）: the bracket was opened on a line above, （牵头领导：许明|责任单位：县水利局）. */
function withoutStrayClose(view: View): View {
  const isStray = /[)）〕】]$/.test(view.text) && closesMore(view.text)
  return isStray ? trimSeparators(view.slice(0, view.length - 1)) : view
}

function trimMarkup(view: View): View {
  const start = /^[\s*＊]*/.exec(view.text)?.[0].length ?? 0
  return view.slice(start).trim()
}

/** What the content of a label or a cell of a column says. */
export function readContent(field: Field, label: string, content: View, context: ReadingContext): Fields {
  const fields = noFields()
  if (content.length === 0) return fields
  if (field.kind === 'unit') {
    const list = readUnitList(content, field.role, context.terms, `label:${squeeze(label)}`)
    addList(fields, { ...list, units: rolesByStar(list.units, label) }, context)
  } else if (field.kind === 'deadline') append(fields.deadlines, deadlinesOf(content, context))
  else if (field.kind === 'status') fields.status.push(content)
  else if (field.kind === 'extra' || field.kind === 'category') fields.extra.push({ label, view: content })
  return fields
}

/** 责任部门（标*为牵头部门，其余为参与部门）: a star behind a name is the sign of its role. */
function rolesByStar(units: UnitField[], label: string): UnitField[] {
  if (!/[*＊★☆▲△][”"]?号?[的者]?(?:单位|部门)?[为是]?(?:牵头|主办|主责)/.test(label)) return units
  const others = /(?:其余|其他|其它)[^，；]{0,6}(?:参与|配合|协办)/.test(label)
  return units.map((unit): UnitField => {
    const star = /\s?[*＊★☆▲△]$/.exec(unit.view.text)
    if (star) return { ...unit, view: unit.view.slice(0, star.index), role: 'lead' }
    return others ? { ...unit, role: 'support' } : unit
  })
}

/** The deadlines that a phrase in a deadline's place says. */
export function deadlinesOf(view: View, context: ReadingContext): DeadlineField[] {
  return readDeadlines(view.text, context).map((reading) => ({
    view: view.slice(reading.start, reading.end),
    reading,
    source: 'annotation',
  }))
}

/** 立即启动，长期坚持 is one that goes on: beside what can be read, what cannot says nothing of when. */
function readable(deadlines: DeadlineField[]): DeadlineField[] {
  const read = deadlines.filter(({ reading }) => reading.value.kind !== 'unrecognized' || reading.yearUnknown)
  return read.length > 0 ? read : deadlines
}

function addList(fields: Fields, list: UnitList, context: ReadingContext): void {
  append(fields.units, list.units)
  append(fields.status, list.states)
  append(fields.extra, list.others)
  append(fields.deadlines, readable(list.times.flatMap((time) => deadlinesOf(time, context))))
}

/** A list without labels: （疾控科、区疾控中心，5月1日前）; `share` is how much of it reads as units and times. */
export function readBareList(view: View, context: ReadingContext): { fields: Fields; share: number; list: UnitList } {
  const fields = noFields()
  const list = readUnitList(trimSeparators(view), null, context.terms)
  addList(fields, list, context)
  return { fields, share: list.pieces === 0 ? 0 : list.known / list.pieces, list }
}
