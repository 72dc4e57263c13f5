/**
 * Offsets to lines and columns. A line ends at `\n`, `\r\n` or `\r`; `\f` and U+2028 are characters.
 */
import type { Point, Position } from './plan.ts'

/** Finds line and column (from 1, in UTF-16 code units) of any offset of one text. */
export class LineIndex {
  /** Offset of the first character of each line. */
  readonly #starts: number[] = [0]

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
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#starts[middle] as number) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (this.#starts[low] as number) + 1, offset }
  }

  position(start: number, end: number): Position {
    return { start: this.point(start), end: this.point(end) }
  }
}
