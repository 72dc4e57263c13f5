/**
 * Offsets to lines and columns. A line ends at `\n`, `\r\n` or `\r`; `\f` and U+2028 are characters.
 */
import type { Point, Position } from './plan.ts'
import { lastAtMost } from './text/search.ts'

/** So many lines are looked at one by one before the place is searched for. */
const NEAR = 8

/** Finds line and column (from 1, in UTF-16 code units) of any offset of one text. */
export class LineIndex {
  /** Offset of the first character of each line. */
  readonly #starts: number[] = [0]
  /** The line, from 0, that was found last. */
  #last = 0

  constructor(text: string) {
    const hasCarriageReturn = text.includes('\r')
    if (!hasCarriageReturn) {
      for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) this.#starts.push(i + 1)
      return
    }
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) this.#starts.push(i + 1)
    }
  }

  point(offset: number): Point {
    const line = this.#lineOf(offset)
    return { line: line + 1, column: offset - (this.#starts[line] as number) + 1, offset }
  }

  /** Places are asked for nearly in their order: mostly it is the line of the last one, or the next. */
  #lineOf(offset: number): number {
    const starts = this.#starts
    let line = this.#last
    if (offset < (starts[line] as number) || offset >= (starts[line + NEAR] ?? Number.POSITIVE_INFINITY))
      line = lastAtMost(starts, offset)
    else while (offset >= (starts[line + 1] ?? Number.POSITIVE_INFINITY)) line++
    this.#last = line
    return line
  }

  position(start: number, end: number): Position {
    return { start: this.point(start), end: this.point(end) }
  }
}
