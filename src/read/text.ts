/**
 * Plain text: every line that is not blank is a block. Wraps, tables and furniture are layout's to see.
 */
import type { TextBlock } from '../stages.ts'
import { displayWidth, isBlank } from '../text/chars.ts'
import { View } from '../text/view.ts'
import type { Reading } from './index.ts'
import { readListing } from './listing.ts'

export function readText(text: string): Reading {
  const lines = readLines(text)
  return { blocks: lines, lines: 'all', notes: [], markup: [], ...readListing(lines) }
}

/** The lines of a text; a line ends at `\n`, `\r\n`, `\r`, and for reading also at a form feed or U+2028. */
function readLines(text: string): TextBlock[] {
  const blocks: TextBlock[] = []
  const ends = /\r\n|[\n\r\f\u2028\u2029\u0085]|$/g
  let apart = false
  for (let from = 0; from < text.length; ) {
    ends.lastIndex = from
    const match = ends.exec(text) as RegExpExecArray
    const line = lineBlock(text, from, match.index, apart)
    if (line) blocks.push(line)
    apart = line === null
    from = match.index + Math.max(match[0].length, 1)
  }
  return blocks
}

function lineBlock(text: string, from: number, to: number, apart: boolean): TextBlock | null {
  let start = from
  let end = to
  while (start < end && isBlank(text.charCodeAt(start))) start++
  if (start === end) return null
  while (isBlank(text.charCodeAt(end - 1))) end--
  const view = View.of(text, start, end).trim()
  if (view.length === 0) return null
  const indent = displayWidth(text.slice(from, start))
  return {
    kind: 'text',
    view,
    role: null,
    heading: null,
    generated: null,
    indent,
    apart,
    list: 0,
    bullet: false,
  }
}
