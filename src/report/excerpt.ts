/**
 * The line of a finding, cut around the place, and where in it the words stand: in columns of a terminal.
 */
import type { Position } from '../plan.ts'
import { visible } from '../write/visible.ts'
import { graphemes, shorten, width } from '../write/width.ts'

export interface Excerpt {
  line: string
  /** Columns before the words. */
  indent: number
  /** Columns that the words take, at least one. */
  length: number
}

/** How many characters are looked at on each side; keeps the work small on lines of any length. */
const REACH = 160
const ELLIPSIS = '…'

export function excerptOf(text: string, { start, end }: Position, columns: number): Excerpt {
  const lineStart = start.offset - (start.column - 1)
  const before = keepEnd(text.slice(lineStart, start.offset), Math.floor(columns / 2.5))
  const rest = /^[^\r\n]*/.exec(text.slice(start.offset, start.offset + Math.min(REACH, columns * 2)))?.[0] ?? ''
  const words = rest.slice(0, end.offset - start.offset)
  const indent = width(before)
  const shown = shorten(shownOf(rest), columns - indent)
  return { line: before + shown, indent, length: Math.max(1, Math.min(width(shownOf(words)), width(shown))) }
}

/** On one line, each control character to be seen. */
function shownOf(text: string): string {
  return visible(text.replace(/[\t\v\f]/g, ' '))
}

/** The end of a text that fits, with … where its beginning was cut off. */
function keepEnd(text: string, columns: number): string {
  // Few characters take less than a column.
  const reach = Math.min(REACH, columns * 2)
  const near = shownOf(text.slice(-reach).replace(/^[\udc00-\udfff]/, ''))
  const pieces = graphemes(near)
  let from = pieces.length
  let used = 0
  while (from > 0) {
    used += width(pieces[from - 1] as string)
    if (used > columns - width(ELLIPSIS)) break
    from--
  }
  const whole = from === 0 && text.length <= reach
  return whole ? near : ELLIPSIS + pieces.slice(from).join('')
}
