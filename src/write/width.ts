/** How wide text is on a terminal: a Chinese character takes two columns. */
import stringWidth from 'string-width'

/**
 * Printable ASCII, Chinese characters and signs: what nearly all of a document is. None of them joins another, so that
 * their widths add up, which is found many times faster than that of any text.
 */
const PLAIN = /^[ -~‘’“”…、-】〔-〟一-鿿！-｠]*$/

/** “” and … are drawn in two columns by many terminals with a Chinese font; a line must fit there as well. */
export function width(text: string): number {
  if (!PLAIN.test(text)) return stringWidth(text, { ambiguousIsNarrow: false })
  let columns = 0
  for (let i = 0; i < text.length; i++) columns += text.charCodeAt(i) < 0x80 ? 1 : 2
  return columns
}

/** Making one takes longer than cutting a line with it. */
const SEGMENTER = new Intl.Segmenter('zh')

/** What is drawn as one character. */
export function graphemes(text: string): string[] {
  return PLAIN.test(text) ? [...text] : Array.from(SEGMENTER.segment(text), ({ segment }) => segment)
}

const ELLIPSIS = '…'

/** The text cut to a width, with … where something was cut off. */
export function shorten(text: string, columns: number): string {
  // No character is wider than two columns, and few are narrower than one: this bounds the work on a long text.
  if (text.length <= columns / 2 || (text.length <= columns && width(text) <= columns)) return text
  let used = width(ELLIPSIS)
  let end = 0
  // What is drawn as one character is seldom longer than eight units: more of a long text is not looked at.
  for (const segment of graphemes(text.slice(0, columns * 8))) {
    used += width(segment)
    if (used > columns) return text.slice(0, end).trimEnd() + ELLIPSIS
    end += segment.length
  }
  return end < text.length ? text.slice(0, end) + ELLIPSIS : text
}

/** The text with blanks up to a width, before it (`start`) or behind it (`end`). */
export function pad(text: string, columns: number, where: 'start' | 'end'): string {
  const blanks = ' '.repeat(Math.max(0, columns - width(text)))
  return where === 'start' ? blanks + text : text + blanks
}

/** Something said on a line: what it is, and what it says. */
export interface Fact {
  label: string
  value: string
  paint: (text: string) => string
}

/** Facts set one after the other on as many lines as they need; a list that is too long goes on under itself. */
export function flow(facts: readonly Fact[], columns: number, paintLabel: (text: string) => string): string[] {
  const lines: string[] = []
  let room = 0
  for (const { label, value, paint } of facts) {
    const indent = label ? width(label) + 1 : 0
    const [first = '', ...more] = wrap(value, columns - indent)
    const needed = indent + width(first)
    const painted = (label ? `${paintLabel(label)} ` : '') + paint(first)
    if (lines.length > 0 && more.length === 0 && needed + GAP.length <= room) {
      lines[lines.length - 1] += GAP + painted
      room -= needed + GAP.length
    } else {
      lines.push(painted, ...more.map((line) => ' '.repeat(indent) + paint(line)))
      room = more.length ? 0 : columns - needed
    }
  }
  return lines
}

/** Cut after 、 and ； so that every line fits; a single name that does not is shortened. */
function wrap(value: string, columns: number): string[] {
  if (columns === Number.POSITIVE_INFINITY) return [value]
  const lines: string[] = []
  let line = ''
  for (const piece of value.split(/(?<=[、；])/)) {
    if (line !== '' && width(line + piece) > columns) {
      lines.push(line)
      line = ''
    }
    line += piece
  }
  return [...lines, line].map((each) => shorten(each, columns))
}

const GAP = '  '
