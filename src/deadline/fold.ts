import { toHalfWidth } from '../text/chars.ts'
import { lastAtMost } from '../text/search.ts'
import { BLANK, signsOf, WIDE_DIGIT } from '../text/signs.ts'

/** A text without blanks and with half-width digits, and the way back to its offsets. */
export interface Folded {
  text: string
  /** Where each piece of the original that was kept begins, in `text` and in the original. */
  starts: readonly number[]
  offsets: readonly number[]
}

const BLANKS = /[\s\u200b-\u200d]+/g
const EVERY_WIDE = /[\uff0e\uff0f\uff10-\uff19]/g
const LINE_END = /[\n\r]/
/** A line that ends with one of these does not run on. */
const STOPS = '。；;：:！!？?，,、）)》”'
/** A numbered step behind a blank: 1.2021年8月 2.2021年12月; 3. 15 behind 2024. is none. */
const STEP = /[0-9]{1,2}[.、](?:[0-9]{4}年|[0-9]{1,2}月|[^0-9\s])/y
const NUMBER_GOES_ON = /[0-9.年\-/]/
const WHOLE: readonly number[] = [0]

/** Folds a text. With `keepLines` a line end after a stop stays: what follows it is another sentence. */
export function foldText(text: string, keepLines: boolean): Folded {
  const signs = signsOf(text)
  const narrow = (signs & WIDE_DIGIT) === 0 ? text : text.replace(EVERY_WIDE, toHalfWidth)
  if ((signs & BLANK) === 0) return { text: narrow, starts: WHOLE, offsets: WHOLE }
  return withoutBlanks(narrow, keepLines)
}

function withoutBlanks(text: string, keepLines: boolean): Folded {
  const pieces: string[] = []
  const starts: number[] = []
  const offsets: number[] = []
  let length = 0
  let from = 0
  const keep = (end: number, close: string): void => {
    if (end === from && close === '') return
    pieces.push(text.slice(from, end), close)
    starts.push(length)
    offsets.push(from)
    length += end - from + close.length
  }
  BLANKS.lastIndex = 0
  for (let blank = BLANKS.exec(text); blank !== null; blank = BLANKS.exec(text)) {
    const before = text.charAt(blank.index - 1)
    const behind = blank.index + blank[0].length
    const stays = (keepLines && LINE_END.test(blank[0]) && STOPS.includes(before)) || opensStep(text, before, behind)
    // The line end takes the place of the first of the blanks.
    keep(blank.index, stays ? '\n' : '')
    from = behind
  }
  keep(text.length, '')
  return { text: pieces.join(''), starts, offsets }
}

function opensStep(text: string, before: string, at: number): boolean {
  STEP.lastIndex = at
  return before !== '' && !NUMBER_GOES_ON.test(before) && STEP.test(text)
}

/** The original half-open range of `start` to `end`. */
export function unfold(folded: Folded, start: number, end: number): { start: number; end: number } {
  return { start: originalOf(folded, start), end: end === 0 ? 0 : originalOf(folded, end - 1) + 1 }
}

function originalOf({ starts, offsets }: Folded, index: number): number {
  const piece = lastAtMost(starts, index)
  return (offsets[piece] ?? 0) + index - (starts[piece] ?? 0)
}
