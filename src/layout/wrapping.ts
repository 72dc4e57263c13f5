/**
 * Whether the lines of a text were wrapped at a fixed width, as lines of a PDF or an e-mail are that were pasted into
 * Word or a web page, each a paragraph of its own: many lines break off in the midst of a sentence, nearly all of
 * these end at one column, and hardly a line goes beyond it. True paragraphs end where their sentences do.
 */
import type { TextBlock } from '../stages.ts'
import type { Terms } from '../terms/additions.ts'
import { countsOn, readMarker } from '../terms/markers.ts'
import { unitShare } from '../terms/units.ts'
import { displayWidth } from '../text/chars.ts'
import { BULLETS } from '../text/signs.ts'
import { BLANK_CELL } from './looks.ts'

/** What can stand at the end of a paragraph. */
export const CLOSED = /[。！？!?；;：:…）)〕】\]］」』”"》〉]$/
/** What never does: a bracket that opens, be it for an annotation whose label begins the next line. */
export const ENDS_IN_BRACKET = /[(（〔【[［]$/

/** How a text was wrapped, and how its paragraphs are told apart; all in columns. */
export interface Wrapping {
  width: number
  /** So many full lines end a sentence that each of them ends a paragraph. */
  stops: boolean
  /**
   * The most room that full lines leave after what opens the next one; below 0 where that would not have fitted. The
   * first line of a paragraph may leave more: its indent was lost.
   */
  room: { first: number; further: number }
  /** Paragraphs begin with an indent, further lines of them do not. */
  indented: boolean
  /** Blank lines stand between paragraphs, not between the lines of one. */
  spaced: boolean
}

/** Full lines end so far before the width at most, and so far beyond it with marks that hang over. */
const SLACK = 6
const HANGING = 4
/** Narrower lines are cells, wider ones paragraphs. */
const NARROWEST = 30
const WIDEST = 130
/** Fewer lines than these are no sign of anything. */
const LEAST_LINES = 8
const LEAST_TORN = 3
/** No page is narrower: where not a line goes beyond its edge, one that breaks off there is enough. */
const NARROWEST_PAGE = 44
/** The first lines break off as titles do. */
const LONGEST_TITLE = 4
/** Half a character: letters and digits are not all as wide as they are counted. */
const LEAST_ROOM = 1

/** A line that breaks off in the midst of a sentence, and the one that goes on with it. */
interface Torn {
  line: TextBlock
  next: TextBlock
}

/** Sees from all lines whether the text was wrapped; `null` where it was not. */
export function wrappingOf(lines: readonly TextBlock[], terms: Terms): Wrapping | null {
  const body = lines.filter((line) => line.role === null)
  if (body.length < LEAST_LINES) return null
  const torn = tornOf(body, terms).filter(({ line }) => widthOf(line) >= NARROWEST && widthOf(line) <= WIDEST)
  const width = edgeOf(torn.map(({ line }) => widthOf(line)))
  const wrapped = torn.filter(({ line }) => isFull(line, width))
  const full = body.filter((line) => isFull(line, width))
  const over = body.filter((line) => widthOf(line) > width + HANGING)
  const isBelowTitle = ({ line }: Torn) => !body.slice(0, LONGEST_TITLE).includes(line)
  const isPage =
    over.length === 0 &&
    width >= NARROWEST_PAGE &&
    wrapped.some(goesOnToStop) &&
    torn.filter(isBelowTitle).every(({ line }) => isFull(line, width))
  const isEdge = wrapped.length >= (isPage ? 1 : LEAST_TORN) && wrapped.length * 2 >= torn.length
  const isProse = wrapped.filter(({ line }) => /[，。；,;]/.test(line.view.text)).length * 2 >= wrapped.length
  const ended = full.filter((line) => line.view.text.endsWith('。'))
  const indented = indents(body, width)
  // Where indents do not show what begins a paragraph, lists of names and many full lines that end a sentence are none.
  const isText = indented || (isProse && ended.length <= full.length * 0.4)
  if (!isEdge || !(isText || isPage) || wrapped.length < over.length * 2) return null
  return {
    width,
    stops: !isText,
    room: roomOf(wrapped, width),
    indented,
    spaced: wrapped.filter(({ next }) => next.apart).length < wrapped.length * 0.3,
  }
}

/** A clause is cut, and the next line ends it: 部分工业废水未经有效|处理直排。 */
function goesOnToStop({ line, next }: Torn): boolean {
  return /[，。；]/.test(line.view.text) && /[。；]$/.test(next.view.text)
}

function tornOf(body: readonly TextBlock[], terms: Terms): Torn[] {
  return body.flatMap((line, i) => {
    const next = body[i + 1]
    return next && breaksOff(line, next, terms) ? [{ line, next }] : []
  })
}

/** A line that stops in the midst of a sentence, where the next one begins nothing new. */
function breaksOff(line: TextBlock, next: TextBlock, terms: Terms): boolean {
  if (line.heading !== null || begins(next) || CLOSED.test(line.view.text) || isLabelled(next.view.text, terms))
    return false
  if (isCell(next.view.text)) return false
  const marker = readMarker(next.view.text)
  return (marker === null || marker.weak) && !countsOn(line.view.text, next.view.text)
}

/** Bodies and nothing else, 医务部、质控科: more likely a cell of a table with one a line than the rest of a sentence. */
function isCell(text: string): boolean {
  return BLANK_CELL.test(text) || (!CLOSED.test(text) && unitShare(text) === 1)
}

/** The column at or shortly before which most lines end; 0 for none. */
function edgeOf(widths: readonly number[]): number {
  const sorted = Float64Array.from(widths).sort()
  let edge = 0
  let most = 0
  let from = 0
  sorted.forEach((width, i) => {
    while ((sorted[from] as number) < width - SLACK) from++
    if (i + 1 - from <= most) return
    most = i + 1 - from
    edge = width
  })
  return edge
}

function roomOf(wrapped: readonly Torn[], width: number): Wrapping['room'] {
  const isFurther = ({ line }: Torn, i: number) => wrapped[i - 1]?.next === line
  const further = wrapped.filter(isFurther)
  const first = mostRoom(
    wrapped.filter((each, i) => !isFurther(each, i)),
    width,
  )
  return { first, further: further.length > 0 ? mostRoom(further, width) : first }
}

/** But for the few that have most: these are no wrapped lines. */
function mostRoom(torn: readonly Torn[], width: number): number {
  const rooms = torn.map(({ line, next }) => roomAfter(line, next, width)).sort((a, b) => a - b)
  return Math.max(LEAST_ROOM, rooms[Math.floor(rooms.length * 0.95)] ?? 0)
}

/** True where the lines after full ones are seldom indented and those after short ones mostly are. */
function indents(body: readonly TextBlock[], width: number): boolean {
  const isShort = (line: TextBlock | undefined) => line !== undefined && widthOf(line) < width - SLACK
  const starts = body.filter((_, i) => isShort(body[i - 1]))
  const after = body.slice(1).filter((_, i) => !isShort(body[i]))
  const indented = (some: readonly TextBlock[]) => some.filter((line) => line.indent >= 2).length
  return starts.length > 2 && indented(starts) > starts.length * 0.6 && indented(after) < after.length * 0.6
}

/** What no line end cuts: a word or a character, with the brackets and marks that stay with it. */
const OPENING = /^[（《〈「『【〔“‘([]{0,3}(?:[A-Za-z0-9.%]+|.)[，。、；：？！）》〉」』】〕”’)\],;:?!]{0,3}/u

/** The columns that a line would leave if what opens the next one stood in it as well. */
function roomAfter(line: TextBlock, next: TextBlock, width: number): number {
  return width - widthOf(line) - displayWidth(OPENING.exec(next.view.printed)?.[0] ?? '')
}

/** True for a line that ends about where wrapped ones do. */
export function isFull(line: TextBlock, width: number): boolean {
  return widthOf(line) >= width - SLACK && widthOf(line) <= width + HANGING
}

function widthOf(line: TextBlock): number {
  return line.indent + displayWidth((line.generated ?? '') + line.view.printed)
}

/** True where the last line of a paragraph so far is as full as wrapped ones are before such a line. */
export function isFullBefore(paragraph: readonly TextBlock[], next: TextBlock, { width, room }: Wrapping): boolean {
  const last = paragraph.at(-1) as TextBlock
  const most = paragraph.length > 1 ? room.further : room.first
  return widthOf(last) <= width + HANGING && roomAfter(last, next, width) <= most
}

/** True for a line that begins a paragraph of its own, as its format says. */
export function begins(line: TextBlock): boolean {
  return line.generated !== null || line.heading !== null || line.bullet
}

/** 责任单位：… or 【责任单位】…; not （责任单位：…） or 整改（完成时限：…）, which closes what stands before it. */
export function isLabelled(text: string, terms: Terms): boolean {
  const alone = /^\s*[【〖［[]([^【】〖〗［］[\]：:]{2,12})[】〗］\]]/.exec(text)?.[1]
  if (alone !== undefined && terms.fieldOf(alone) !== null) return true
  const colon = text.search(/[：:]/)
  if (colon <= 1 || colon > 16) return false
  const label = text.slice(0, colon).replace(OPENING_BULLETS, '')
  return !/[（(〔【[［][^（(〔【[［）)〕】\]］]*$/.test(label) && terms.fieldOf(label) !== null
}

/** A label cut by the line end: ；完成|时限：, 。责|任单位：. */
export function isBrokenLabel(before: string, text: string, terms: Terms): boolean {
  const opening = /[^；;，,。、：:（(〔【[［\s]{0,9}$/.exec(before)?.[0] ?? ''
  if (opening.length === 0 || opening.length > 3) return false
  // What stands behind a colon is what a label names: 完成时限：1月|进展情况：.
  if (/[：:]$/.test(before.slice(0, -opening.length))) return false
  return terms.fieldOf(opening + text.slice(0, text.search(/[：:]/))) !== null
}

/** What may be a label, at the end of what stands before a colon. */
export const LABEL = /(?:[^；;，,。、：:（(〔【[［\s]|[（(][㐀-鿿]{1,4}[)）]){2,12}$/

/** ★责任科室：. */
const OPENING_BULLETS = new RegExp(`^[${BULLETS}]+`)

/** 责任科室： alone on its line, or after other labels: its content is on the next. */
export function endsInLabel(text: string, terms: Terms): boolean {
  if (!/[：:]$/.test(text)) return false
  const label = LABEL.exec(text.slice(-40, -1))?.[0].replace(OPENING_BULLETS, '')
  const field = label === undefined ? null : terms.fieldOf(label)
  return field?.kind === 'unit' || field?.kind === 'deadline'
}
