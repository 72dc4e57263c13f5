/**
 * The title of an item: the heading set apart from its body, as its own first line or its first sentence.
 */
import type { AnnotatedText, Segment } from '../stages.ts'
import { findBrackets } from '../text/brackets.ts'
import { lengthWithout } from '../text/chars.ts'

/** A first line longer than this is a sentence, whatever it ends in. */
const LONGEST_LINE = 50
/** A first line that is a sentence with commas is still a heading where it is as short as this. */
const SHORT_SENTENCE = 20
const LONGEST_SENTENCE = 60

/** How many characters of an item's first paragraph are its title; 0 where it has none. A problem is told at length. */
export function titleOf(paragraphs: readonly AnnotatedText[], isProblem = false): number {
  const [head, ...rest] = paragraphs
  const first = head?.segments[0]
  if (first?.kind !== 'text') return 0
  const words = (head?.segments ?? []).filter((segment) => segment.kind === 'text').map((segment) => segment.view.text)
  const line = words.join('')
  const goesOn = words.slice(1).some((text) => SAYS.test(text))
  // A heading, its annotation, then words without a stop between: set apart by the annotation.
  const more = goesOn ? (firstStop(line) >= 0 ? 'line' : 'paragraphs') : rest.some(hasWords) ? 'paragraphs' : null
  const length = Math.min(titleLength(line, more), first.view.text.trimEnd().length)
  return isProblem && /[，,；;]/.test(line.slice(0, length)) ? 0 : length
}

const SAYS = /[^\s。；;.]/

function hasWords({ segments }: { segments: readonly Segment[] }): boolean {
  return segments.some((segment) => segment.kind === 'text' && SAYS.test(segment.view.text))
}

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
  if (sentence.length === 0 || sentence.length > LONGEST_SENTENCE) return false
  // 关于“重建轻管，巡查不够”的问题: what is quoted parts no clauses.
  return !/[，；,;！？]/.test(sentence.replace(/“[^“”]*”/g, ''))
}

/** A text without the stop and blanks at its end. */
export function withoutStop(text: string): string {
  return text.slice(0, lengthWithout('。；;：:', text))
}

/** Where a heading of a given length ends, with the stop and blanks after it. */
export function stopAfter(text: string, length: number): number {
  return length + (/^\s*[。；;：:]?\s*/.exec(text.slice(length))?.[0].length ?? 0)
}

const STOP = /[。：:]/

/** The first 。 or ： that stands outside brackets and quotation marks; -1 where there is none. */
function firstStop(text: string): number {
  if (!STOP.test(text)) return -1
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

/** How many characters of a section's first line are its heading: up to the first 。, which is not counted. */
export function headingLength(text: string): number {
  const stop = text.indexOf('。')
  return lengthWithout('；;', stop < 0 ? text : text.slice(0, stop))
}
