/**
 * Wrapped lines made paragraphs again: text broken at a fixed width, as out of a PDF, and sentences torn by a page
 * break or a stray line end.
 */

import type { TextBlock } from '../stages.ts'
import { fieldOf } from '../terms/labels.ts'
import { readMarker } from '../terms/markers.ts'
import { append } from '../text/append.ts'
import { findBrackets } from '../text/brackets.ts'
import { displayWidth } from '../text/chars.ts'
import { joinLines } from '../text/view.ts'

/** What can stand at the end of a paragraph. */
const CLOSED = /[。！？!?；;：:…）)〕】」』”"》〉]$/
/** What ends in the midst of a list or clause. */
const OPEN = /[，,、（(〔【“《—]$/

/** The width a text was wrapped at, in columns, and the indent of its paragraphs; `null` where it was not wrapped. */
interface Wrapping {
  width: number
  /** Paragraphs begin with an indent, further lines of them do not. */
  indented: boolean
}

/** Sees from all lines whether the text was wrapped at a fixed width. */
export function wrappingOf(lines: readonly TextBlock[]): Wrapping | null {
  const body = lines.filter((line) => line.role === null)
  const widths = body.map((line) => line.indent + displayWidth(line.view.text))
  const sorted = Float64Array.from(widths).sort()
  const width = sorted[Math.floor(sorted.length * 0.97)] ?? 0
  if (body.length < 8 || width < 30 || width > 130) return null
  const full = body.filter((_, i) => (widths[i] as number) >= width - 5 && (widths[i] as number) <= width + 4)
  const torn = full.filter((line) => !/[。；：]$/.test(line.view.text))
  if (full.length < Math.max(4, body.length * 0.2) || torn.length < full.length * 0.6) return null
  return { width, indented: indents(body, widths, width) }
}

/** True where the lines after full ones are seldom indented and those after short ones mostly are. */
function indents(body: readonly TextBlock[], widths: readonly number[], width: number): boolean {
  let after = 0
  let afterIndented = 0
  let starts = 0
  let startsIndented = 0
  for (let i = 1; i < body.length; i++) {
    const indented = (body[i] as TextBlock).indent >= 2
    if ((widths[i - 1] as number) >= width - 5) {
      after++
      if (indented) afterIndented++
    } else {
      starts++
      if (indented) startsIndented++
    }
  }
  return starts > 2 && startsIndented > starts * 0.6 && afterIndented < after * 0.6
}

/** Joins the lines of a text wrapped at a fixed width; furniture between them follows the paragraph it stood in. */
export function unwrap(lines: readonly TextBlock[], wrapping: Wrapping): TextBlock[] {
  return joinWhere(lines, (before, line, last) => wraps(before, line, last, wrapping))
}

function wraps(paragraph: readonly TextBlock[], line: TextBlock, last: TextBlock, wrapping: Wrapping): boolean {
  const width = last.indent + displayWidth(last.view.text)
  const text = line.view.text
  const first = paragraph[0] as TextBlock
  if (wrapping.indented && line.indent >= 2 && first.indent <= line.indent) return false
  // Paragraphs are indented and this line is not: it goes on, however short the line before was torn.
  const isBody = first.indent >= 2 && first.indent <= 6 && !line.apart
  const runsOn = wrapping.indented && line.indent < 2 && isBody && !CLOSED.test(last.view.text) && !isLabelled(text)
  if (runsOn && !/^[（(〔【]/.test(text)) return true
  if (isLabelled(text)) return false
  const marker = readMarker(text)
  const starts = marker !== null && !marker.weak
  if (width < wrapping.width - 6)
    return isTorn(last.view.text, text) && !starts && (paragraph[0] as TextBlock).indent <= 4
  if (/[。；：]$/.test(last.view.text) && (starts || line.apart)) return false
  if (starts) return wrapping.indented && line.indent < 2
  return !(line.apart && CLOSED.test(last.view.text))
}

/** 责任科室： alone on its line: its content is on the next. */
function isBareLabel(line: string): boolean {
  const field = /[：:]$/.test(line) ? fieldOf(line.slice(0, -1)) : null
  return field?.kind === 'unit' || field?.kind === 'deadline'
}

function isLabelled(text: string): boolean {
  const colon = text.search(/[：:]/)
  return colon > 1 && colon <= 16 && fieldOf(text.slice(0, colon)) !== null
}

/** A line that ends in the midst of a list, or with a bracket or title open that the next one closes. */
function isTorn(before: string, text: string): boolean {
  if (/[，、（(〔“《]$/.test(before)) return true
  return !CLOSED.test(before) && opensInto(before, text)
}

/** Joins what was torn in a text that was not wrapped: sentences over a page break, brackets over a line end. */
export function mend(paragraphs: readonly TextBlock[]): TextBlock[] {
  return joinWhere(
    paragraphs,
    (before, next) => losesIndent(before, next) || isTornApart(joinLines(before.map((line) => line.view)).text, next),
  )
}

function isTornApart(before: string, next: TextBlock): boolean {
  const text = next.view.text
  if (before.length > 3000) return false
  const marker = readMarker(text)
  if ((marker !== null && !marker.weak) || isLabelled(text) || next.heading !== null) return false
  if (opensInto(before, text) || isBareLabel(before) || readMarker(before)?.text === before.trim()) return true
  if (CLOSED.test(before)) return false
  if (/^[（(](?:其中|含|不含|包括|不包括)/.test(text)) return true
  if (OPEN.test(before)) return before.length > 12 || /[，、（(〔“《]$/.test(before)
  // A dangling piece of a sentence after another one, and one that goes on to a full stop.
  const dangling =
    readMarker(before) === null ? /[。；，]/.test(before) && before.length > 20 : /[。；][^。；]{1,40}$/.test(before)
  return dangling && /[\p{Script=Han}\dA-Za-z]$/u.test(before) && /[。；]/.test(text) && !/^[（(〔【[]/.test(text)
}

/** An indented paragraph, not at its end, goes on in a line without the indent. */
function losesIndent(before: readonly TextBlock[], next: TextBlock): boolean {
  const [first, last] = [before[0] as TextBlock, before.at(-1) as TextBlock]
  const isBody = first.indent >= 2 && first.indent <= 6 && first.view.length >= 20
  if (!isBody || next.indent > 0 || next.apart || CLOSED.test(last.view.text) || isLabelled(next.view.text))
    return false
  const marker = readMarker(next.view.text)
  return (marker === null || marker.weak) && !/^[（(〔【]/.test(next.view.text)
}

/** A bracket or 《 left open, which the next line closes before it opens any. */
function opensInto(before: string, text: string): boolean {
  const last = findBrackets(before.slice(-400)).findLast((bracket) => !bracket.closed)
  if (!last) return /“[^”]{0,60}$/.test(before.slice(-80)) && /^[^“”]{0,60}”/.test(text)
  const closing = text.search(/[)）\]］〕】》]/)
  const opening = text.search(/[(（[［〔【《]/)
  return closing >= 0 && closing < 300 && (opening < 0 || closing < opening || last.family === 'title')
}

/** Joins neighbours for which `joins` says so; furniture is passed over and put after the paragraph. */
function joinWhere(
  lines: readonly TextBlock[],
  joins: (paragraph: readonly TextBlock[], line: TextBlock, last: TextBlock) => boolean,
): TextBlock[] {
  const result: TextBlock[] = []
  let paragraph: TextBlock[] = []
  let between: TextBlock[] = []
  const flush = () => {
    const [first] = paragraph
    if (first)
      result.push(paragraph.length === 1 ? first : { ...first, view: joinLines(paragraph.map((line) => line.view)) })
    append(result, between)
    paragraph = []
    between = []
  }
  for (const line of lines) {
    if (line.role !== null) {
      between.push(line)
      continue
    }
    const last = paragraph.at(-1)
    if (last && joins(paragraph, line, last)) paragraph.push(line)
    else {
      flush()
      paragraph = [line]
    }
  }
  flush()
  return result
}
