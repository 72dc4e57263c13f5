/**
 * A view: reading text made of pieces of the one source text, in order, with the way back to it. Wrapped lines are
 * joined, page furniture and markup are left out, and every character still knows where it stands in the source.
 */
import { isBlank, joinsWithBlank } from './chars.ts'

/** A half-open stretch of the source text, in UTF-16 units. */
export interface Range {
  start: number
  end: number
}

/** Where the one piece of most views starts: there are very many of them. */
const AT_BEGIN: readonly number[] = [0]

export class View {
  /** The reading text. */
  readonly text: string
  /**
   * Where each piece starts in `text`, where in the source, how long it is, and how long what the source has for it:
   * nearly always the same array, else another number where the source writes the piece another way. Not `#private`:
   * each part of the executable has this class for itself, and their views meet.
   */
  private readonly starts: readonly number[]
  private readonly offsets: readonly number[]
  private readonly lengths: readonly number[]
  private readonly widths: readonly number[]

  private constructor(
    text: string,
    starts: readonly number[],
    offsets: readonly number[],
    lengths: readonly number[],
    widths: readonly number[] = lengths,
  ) {
    this.text = text
    this.starts = starts
    this.offsets = offsets
    this.lengths = lengths
    this.widths = widths
  }

  /** The view of one stretch of the source. */
  static of(source: string, start: number, end: number): View {
    return new View(source.slice(start, end), AT_BEGIN, [start], [end - start])
  }

  /** Words for which the source has others, all for all: “ for `&ldquo;`. Must not be as long as those. */
  static rewritten(text: string, start: number, end: number): View {
    return new View(text, AT_BEGIN, [start], [text.length], [end - start])
  }

  /** Words that stand nowhere in the source. */
  static made(text: string): View {
    return new View(text, AT_BEGIN, AT_BEGIN, AT_BEGIN)
  }

  /** Views joined; `glue` stands between them and has no source. */
  static join(views: readonly View[], glue: (before: string, after: string) => string): View {
    if (views.length === 1) return views[0] as View
    const parts: string[] = []
    const starts: number[] = []
    const offsets: number[] = []
    const lengths: number[] = []
    const widths = views.some((view) => view.widths !== view.lengths) ? [] : lengths
    let length = 0
    let before = ''
    for (const view of views) {
      if (length > 0) {
        const between = glue(before, view.text)
        parts.push(between)
        length += between.length
      }
      for (let i = 0; i < view.starts.length; i++) {
        starts.push(length + (view.starts[i] as number))
        offsets.push(view.offsets[i] as number)
        lengths.push(view.lengths[i] as number)
        if (widths !== lengths) widths.push(view.widths[i] as number)
      }
      parts.push(view.text)
      length += view.text.length
      before = view.text
    }
    return new View(parts.join(''), starts, offsets, lengths, widths)
  }

  /** As plain data, for looking at a stage: the text and the source range it spans. */
  toJSON(): { text: string } & Range {
    return { text: this.text, ...this.hull() }
  }

  get length(): number {
    return this.text.length
  }

  /** The piece that holds the index, or the one before it where glue stands there. */
  #pieceAt(index: number): number {
    let low = 0
    let high = this.starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.starts[middle] as number) <= index) low = middle
      else high = middle - 1
    }
    return low
  }

  /** The source offset of the character at an index. */
  offsetAt(index: number): number {
    const piece = this.#pieceAt(index)
    return this.#sourceAt(piece, index - (this.starts[piece] as number))
  }

  /** Where in the source the character after so many of a piece begins; what is rewritten is one there. */
  #sourceAt(piece: number, count: number): number {
    return count < (this.lengths[piece] as number) && this.#isRewritten(piece)
      ? (this.offsets[piece] as number)
      : this.#endAt(piece, count)
  }

  /** Where in the source so many characters of a piece end. */
  #endAt(piece: number, count: number): number {
    const width = this.widths[piece] as number
    return (this.offsets[piece] as number) + (this.#isRewritten(piece) ? width : Math.min(count, width))
  }

  #isRewritten(piece: number): boolean {
    return this.widths[piece] !== this.lengths[piece]
  }

  /** The smallest source range that holds the characters from `start` to `end`. */
  hull(start = 0, end = this.length): Range {
    if (end <= start) return { start: this.offsetAt(start), end: this.offsetAt(start) }
    const last = this.#pieceAt(end - 1)
    return { start: this.offsetAt(start), end: this.#endAt(last, end - (this.starts[last] as number)) }
  }

  /** The source ranges of the characters from `start` to `end`, without what lies between the pieces. */
  ranges(start = 0, end = this.length): Range[] {
    const ranges: Range[] = []
    for (let i = this.#pieceAt(start); i < this.starts.length && (this.starts[i] as number) < end; i++) {
      const at = this.starts[i] as number
      const from = Math.max(start, at)
      const to = Math.min(end, at + (this.lengths[i] as number))
      if (to > from) ranges.push({ start: this.#sourceAt(i, from - at), end: this.#endAt(i, to - at) })
    }
    return ranges
  }

  /** The pieces that stand in the source, each with where it begins in the reading text. */
  pieces(): ({ at: number } & Range)[] {
    return this.offsets
      .map((start, i) => ({ at: this.starts[i] as number, start, end: start + (this.lengths[i] as number) }))
      .filter(({ start, end }) => end > start)
  }

  slice(start: number, end = this.length): View {
    if (start === 0 && end === this.length) return this
    const first = this.#pieceAt(start)
    if ((this.starts[first + 1] ?? end) >= end) return this.#sliceOfPiece(first, start, end)
    const starts: number[] = []
    const offsets: number[] = []
    const lengths: number[] = []
    const widths = this.widths === this.lengths ? lengths : []
    for (let i = first; i < this.starts.length && (this.starts[i] as number) < end; i++) {
      const at = this.starts[i] as number
      const from = Math.max(start, at)
      const to = Math.min(end, at + (this.lengths[i] as number))
      if (to <= from) continue
      starts.push(from - start)
      offsets.push(this.#sourceAt(i, from - at))
      lengths.push(to - from)
      if (widths !== lengths) widths.push(this.#isRewritten(i) ? (this.widths[i] as number) : to - from)
    }
    if (starts.length === 0) return new View(this.text.slice(start, end), [0], [this.offsetAt(start)], [0])
    return new View(this.text.slice(start, end), starts, offsets, lengths, widths)
  }

  /** Nearly all slices are of one piece; arrays that grow would take several times their room. */
  #sliceOfPiece(piece: number, start: number, end: number): View {
    const at = this.starts[piece] as number
    const from = Math.max(start, at)
    const to = Math.min(end, at + (this.lengths[piece] as number))
    const text = this.text.slice(start, end)
    if (to <= from) return new View(text, AT_BEGIN, [this.offsetAt(start)], [0])
    const lengths = [to - from]
    const widths = this.#isRewritten(piece) ? [this.widths[piece] as number] : lengths
    return new View(
      text,
      from === start ? AT_BEGIN : [from - start],
      [this.#sourceAt(piece, from - at)],
      lengths,
      widths,
    )
  }

  /** This view and a later one with a blank between them, whatever stands there in the source. */
  upTo(later: View): View {
    return View.join([this, later], () => ' ')
  }

  /** Without white space at both ends. */
  trim(): View {
    let start = 0
    let end = this.length
    while (start < end && isBlank(this.text.charCodeAt(start))) start++
    while (end > start && isBlank(this.text.charCodeAt(end - 1))) end--
    return this.slice(start, end)
  }
}

/** Joins the lines of one paragraph: with nothing, or one blank between two Latin letters or digits. */
export function joinLines(lines: readonly View[]): View {
  return View.join(lines, (before, after) => (joinsWithBlank(before, after) ? ' ' : ''))
}

/** Joins paragraphs with a line feed. */
export function joinParagraphs(paragraphs: readonly View[]): View {
  return View.join(paragraphs, () => '\n')
}
