/**
 * Lines of a text wrapped at a fixed width made paragraphs again.
 */
import type { TextBlock } from '../stages.ts'
import type { Terms } from '../terms/additions.ts'
import { isAddressee, isDateOrNumber, isMonthLine, leaveTaking, STRONG_END, standsAlone } from '../terms/frame.ts'
import { countsOn, isCounted, type Marker, readMarker, startsWithQuantity } from '../terms/markers.ts'
import { looksLikeUnit } from '../terms/units.ts'
import { findBrackets } from '../text/brackets.ts'
import { squeeze } from '../text/chars.ts'
import { joinWhere, opensInto, textOf } from './join.ts'
import {
  CLOSED,
  ENDS_IN_BRACKET,
  endsInLabel,
  isBrokenLabel,
  isFull,
  isFullBefore,
  isLabelled,
  type Wrapping,
} from './wrapping.ts'

/** Joins the lines of a text wrapped at a fixed width; furniture between them follows the paragraph it stood in. */
export function unwrap(lines: readonly TextBlock[], wrapping: Wrapping, terms: Terms): TextBlock[] {
  /** The last of the paragraphs that begin with a number such as 2.1: 2.2 is the next, whatever stands between. */
  let counted = ''
  const closing = closingLines(lines)
  return joinWhere(lines, (before, line, last) => {
    const first = (before[0] as TextBlock).view.text
    if (isCounted(first)) counted = first
    if (SET_OFF_NUMBER.test(line.view.text) && countsOn(counted, line.view.text)) return false
    if (closing.has(line) && !OPEN_LIST.test(last.view.text) && !opensInto(textOf(before), line.view.text)) return false
    return wraps(before, line, last, wrapping, terms)
  })
}

/** A list of names that goes on. */
const OPEN_LIST = /[、，,和与及]$/

/** An organ with the day or month of signing below it, which stand by themselves however full the lines before are. */
function closingLines(lines: readonly TextBlock[]): Set<TextBlock> {
  const closing = new Set<TextBlock>()
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1]
    if (!next || !looksLikeUnit(line.view.text)) continue
    const below = squeeze(next.view.text)
    if (isDateOrNumber(below) || isMonthLine(below)) closing.add(line).add(next)
  }
  return closing
}

/** 2.2, or 3 with a blank behind it. */
const SET_OFF_NUMBER = /^[\d０-９]{1,2}[.．\s]/

function wraps(
  paragraph: readonly TextBlock[],
  line: TextBlock,
  last: TextBlock,
  wrapping: Wrapping,
  terms: Terms,
): boolean {
  const { indented, spaced, stops } = wrapping
  const [first] = paragraph as [TextBlock]
  const text = line.view.text
  const apart = spaced && line.apart
  if (isSetIn(first) !== isSetIn(line) || endsFrame(paragraph, text)) return false
  if (countsOn(first.view.text, text)) return false
  if (indented && line.indent >= 2 && first.indent <= line.indent) return false
  if (CLOSED.test(last.view.text) && leaveTaking(text)?.sure) return false
  const starts = startsAnew(text, paragraph)
  const full = isFullBefore(paragraph, line, wrapping)
  if (full && goesOnInBracket(paragraph, text, starts, terms)) return true
  // Paragraphs are indented and this line is not: it goes on, however short the line before was torn.
  const isBody = first.indent >= 2 && first.indent <= 6 && !apart
  const runsOn = indented && line.indent < 2 && isBody && !CLOSED.test(last.view.text) && !isLabelled(text, terms)
  // A signature stands by itself, wherever it stands.
  if (runsOn && !/^[（(〔【]/.test(text) && (full || !looksLikeUnit(text))) return true
  if (isLabelled(text, terms))
    return ENDS_IN_BRACKET.test(last.view.text) || (full && isBrokenLabel(last.view.text, text, terms))
  if (!full) return isTorn(last.view.text, text) && !starts && first.indent <= 4
  if (!starts && endsInLabel(last.view.text, terms)) return true
  if (stops && (CLOSED.test(last.view.text) || !(/[，；。]/.test(last.view.text) || /[；。]$/.test(text)))) return false
  if (/[。；：]$/.test(last.view.text) && (starts || apart || isAlone(line, wrapping))) return false
  if (starts) return indented && line.indent < 2 && !(apart && CLOSED.test(last.view.text))
  return !(apart && CLOSED.test(last.view.text))
}

/** Neither full nor ended: no rest of a paragraph whose sentence ended before it, but a signature or a date. */
function isAlone(line: TextBlock, { width }: Wrapping): boolean {
  return !isFull(line, width) && !CLOSED.test(line.view.text)
}

/** Further in than any paragraph: centred, or at the right edge. */
function isSetIn(line: TextBlock): boolean {
  return line.indent > 8
}

/** So much of a paragraph is looked at: no annotation takes more lines. */
const LONGEST_ANNOTATION = 8

/** No title takes more lines than these. */
const LONGEST_TITLE = 3

/** Lines about the work: a date, a number, a title that is whole, addressees, 抄送 and 附件 stand by themselves. */
function endsFrame(paragraph: readonly TextBlock[], text: string): boolean {
  if (standsAlone(text)) return true
  if (paragraph.length > LONGEST_TITLE) return false
  const before = squeeze(textOf(paragraph))
  if (isDateOrNumber(before)) return true
  const mayBeTitle = !/[，、；。：:]/.test(before) && readMarker(before) === null
  return mayBeTitle && (STRONG_END.test(before) || isAddressee(text))
}

/**
 * True where a line begins with the number of an item; not with one that the line before leads to, as in 第十二条第|（三）项,
 * nor with one that goes on counting within the paragraph: ①核定名册；|②抽查轨迹.
 */
function startsAnew(text: string, paragraph: readonly TextBlock[]): boolean {
  const marker = readMarker(text)
  if (marker === null || (marker.weak && !isDecimal(marker, text))) return false
  const tail = textOf(paragraph.slice(-LONGEST_ANNOTATION))
  // 1.1 begins an item after a sentence that has ended; 下降|1.5个百分点 goes on.
  if (marker.weak && !CLOSED.test(tail)) return false
  if (!CLOSED.test(tail) && (tail.endsWith('第') || /[，,]$/.test(marker.text))) return false
  const isBefore = (piece: string) => {
    const other = readMarker(piece)
    return other?.family === marker.family && other.ordinal !== null && other.ordinal + 1 === marker.ordinal
  }
  return (
    isBefore(tail) ||
    !tail
      .split(/[。；;：:，]/)
      .slice(1)
      .some(isBefore)
  )
}

function isDecimal({ family }: Marker, text: string): boolean {
  return family.startsWith('decimal') && !startsWithQuantity(text)
}

/** True where a full line leaves a bracket open: what follows stands in it, unless a new item begins. */
function goesOnInBracket(paragraph: readonly TextBlock[], text: string, starts: boolean, terms: Terms): boolean {
  const tail = textOf(paragraph.slice(-LONGEST_ANNOTATION))
  if (starts) return opensInto(tail, text)
  if (isLabelled(text, terms) && !/[；;，,、。：:(（〔【[［]$/.test(tail) && !isBrokenLabel(tail, text, terms))
    return false
  const open = findBrackets(tail).findLast((bracket) => !bracket.closed)
  return open !== undefined && tail.length - open.start < 200
}

/** A line that ends in the midst of a list, or with a bracket or title open that the next one closes. */
function isTorn(before: string, text: string): boolean {
  if (/[，、（(〔“《]$/.test(before)) return true
  return !CLOSED.test(before) && opensInto(before, text)
}
