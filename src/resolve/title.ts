/**
 * The title of an item: the heading set apart from its body, as its own first line or its first sentence.
 */
import { findBrackets } from '../text/brackets.ts'

/** A first line longer than this is a sentence, whatever it ends in. */
const LONGEST_LINE = 50
/** A first line that is a sentence with commas is still a heading where it is as short as this. */
const SHORT_SENTENCE = 28
const LONGEST_SENTENCE = 60

/**
 * How many characters of an item's first paragraph are its title, the stop after it not counted; 0 where it has none.
 * `more` says where the item goes on with words of its own: on the same line, in further paragraphs, or not at all.
 */
export function titleLength(text: string, more: 'line' | 'paragraphs' | null): number {
  const trimmed = text.trimEnd()
  const stop = firstStop(trimmed)
  const whole = stop < 0 || stop === trimmed.length - 1
  if (whole && more !== 'line') return more && isHeadingLine(trimmed) ? withoutStop(trimmed).length : 0
  const sentence = stop < 0 ? trimmed : trimmed.slice(0, stop)
  const goesOn = more !== null || /[^\s。；;]/.test(trimmed.slice(stop + 1))
  return stop >= 0 && goesOn && isHeadingSentence(sentence) ? withoutStop(sentence).length : 0
}

function isHeadingLine(line: string): boolean {
  if (!/[。；;]$/.test(line)) return line.length <= LONGEST_LINE
  return isHeadingSentence(withoutStop(line)) || line.length <= SHORT_SENTENCE
}

function isHeadingSentence(sentence: string): boolean {
  return sentence.length > 0 && sentence.length <= LONGEST_SENTENCE && !/[，；,;！？]/.test(sentence)
}

function withoutStop(text: string): string {
  return text.replace(/[\s。：:]+$/, '')
}

/** The first 。 or ： that stands outside brackets and quotation marks; -1 where there is none. */
export function firstStop(text: string): number {
  const brackets = findBrackets(text).filter((bracket) => bracket.depth === 0 && bracket.closed)
  let quoted = 0
  let next = 0
  for (let i = 0; i < text.length; i++) {
    while (next < brackets.length && (brackets[next] as { end: number }).end <= i) next++
    const bracket = brackets[next]
    if (bracket && bracket.start <= i) {
      i = bracket.end - 1
      continue
    }
    const c = text[i]
    if (c === '“') quoted++
    else if (c === '”') quoted = Math.max(0, quoted - 1)
    else if (quoted === 0 && (c === '。' || isColon(text, i))) return i
  }
  return -1
}

/** A colon that ends words, not one of 1:3 or 09:30. */
function isColon(text: string, at: number): boolean {
  return (text[at] === '：' || text[at] === ':') && !/\d/.test(text[at + 1] ?? '')
}

/**
 * How a section's heading is cut: the title, and where the lead-in begins that follows on the same line.
 */
export function headingLength(text: string): number {
  const stop = text.search(/[。]/)
  if (stop < 0) return withoutFullStop(text).length
  return withoutFullStop(text.slice(0, stop)).length
}

function withoutFullStop(text: string): string {
  return text.replace(/[\s。；;]+$/, '')
}
