/**
 * A view: reading text made of pieces of the one source text, in order, with the way back to it. Wrapped lines are
 * joined, page furniture and markup are left out, and every character still knows where it stands in the source.
 */
import { hasInvisible, isBlank, joinsWithBlank, narrowDigits, visiblePieces } from './chars.ts'
import { lastAtMost } from './search.ts'
import { signsOf } from './signs.ts'

/** A half-open stretch of the source text, in UTF-16 units. */
export interface Range {
  start: number
  end: number
}

/** No text has these signs. */
const UNKNOWN = -1

/** Where each piece starts in the reading text, where in the source, and how long it is. */
interface Pieces {
  readonly starts: readonly number[]
  readonly offsets: readonly number[]
  readonly lengths: readonly number[]
  /**
   * How long what the source has for each: nearly always the same array, else another number where the source writes a
   * piece another way.
   */
  readonly widths: readonly number[]
}

export class View {
  /** The reading text: as printed, but for its digits (`narrowDigits`). */
  readonly text: string
  /** What is printed, unit for unit; `null` where that is the reading text, as nearly always. */
  private readonly wide: string | null
  /**
   * Where the source has the first character. Not `#private`: each part of the executable has this class for itself,
   * and their views meet.
   */
  private readonly offset: number
  /** `null` where the text is one stretch of the source, as most are. */
  private readonly parts: Pieces | null
  private known = UNKNOWN

  private constructor(text: string, offset: number, pieces: Pieces | null, wide: string | null) {
    this.text = text
    this.wide = wide
    this.offset = offset
    this.parts = pieces
  }

  /** The view of one stretch of the source, without characters that nobody sees. */
  static of(source: string, start: number, end: number): View {
    const printed = source.slice(start, end)
    if (!hasInvisible(printed)) return View.folded(printed, start, null)
    const pieces = visiblePieces(printed).map(({ at, words }) => View.folded(words, start + at, null))
    return pieces.length > 0 ? View.join(pieces, () => '') : View.folded('', start, null)
  }

  private static folded(printed: string, offset: number, pieces: Pieces | null): View {
    const text = narrowDigits(printed)
    return new View(text, offset, pieces, text === printed ? null : printed)
  }

  /** Words for which the source has others, all for all: “ for `&ldquo;`. Must not be as long as those. */
  static rewritten(text: string, start: number, end: number): View {
    const pieces = { starts: WHOLE, offsets: [start], lengths: [text.length], widths: [end - start] }
    return View.folded(text, 0, pieces)
  }

  /** Words that stand nowhere in the source. */
  static made(text: string): View {
    return View.folded(text, 0, glueAt(0))
  }

  /** Views joined; `glue` stands between them and has no source. */
  static join(views: readonly View[], glue: (before: string, after: string) => string): View {
    if (views.length < 2) return views[0] ?? View.of('', 0, 0)
    const parts: string[] = []
    const isWide = views.some((view) => view.wide !== null)
    const printed: string[] = []
    const starts: number[] = []
    const offsets: number[] = []
    const lengths: number[] = []
    const widths = views.some(({ parts }) => parts !== null && parts.widths !== parts.lengths) ? [] : lengths
    let length = 0
    let before = ''
    for (const view of views) {
      if (length > 0) {
        const between = glue(before, view.printed)
        parts.push(between)
        if (isWide) printed.push(between)
        length += between.length
      }
      const own = view.allPieces()
      for (let i = 0; i < own.starts.length; i++) {
        starts.push(length + (own.starts[i] as number))
        offsets.push(own.offsets[i] as number)
        lengths.push(own.lengths[i] as number)
        if (widths !== lengths) widths.push(own.widths[i] as number)
      }
      parts.push(view.text)
      if (isWide) printed.push(view.printed)
      length += view.text.length
      before = view.printed
    }
    const wide = isWide ? printed.join('') : null
    return new View(parts.join(''), 0, { starts, offsets, lengths, widths }, wide)
  }

  private allPieces(): Pieces {
    if (this.parts !== null) return this.parts
    const lengths = [this.text.length]
    return { starts: WHOLE, offsets: [this.offset], lengths, widths: lengths }
  }

  /** As plain data, for looking at a stage: the text and the source range it spans. */
  toJSON(): { text: string } & Range {
    return { text: this.text, ...this.hull() }
  }

  get length(): number {
    return this.text.length
  }

  /** What is printed: for the reader, where `text` is for rules. */
  get printed(): string {
    return this.wide ?? this.text
  }

  /** The signs of the text; see `signs.ts`. Looked for when they are first asked for. */
  get signs(): number {
    if (this.known === UNKNOWN) this.known = signsOf(this.text)
    return this.known
  }

  /** The source offset of the character at an index; of glue, where the piece before it ends, or the first begins. */
  offsetAt(index: number): number {
    const { parts: pieces } = this
    if (pieces === null) return this.offset + Math.min(index, this.text.length)
    const piece = lastAtMost(pieces.starts, index)
    return sourceAt(pieces, piece, index - (pieces.starts[piece] as number))
  }

  /** The smallest source range that holds the characters from `start` to `end`. */
  hull(start = 0, end = this.length): Range {
    const from = this.offsetAt(start)
    return { start: from, end: end <= start ? from : this.#offsetAfter(end - 1) }
  }

  /** Where the character at an index ends in the source. */
  #offsetAfter(index: number): number {
    const { parts: pieces } = this
    if (pieces === null) return this.offset + Math.min(index + 1, this.text.length)
    const piece = lastAtMost(pieces.starts, index)
    return endAt(pieces, piece, index + 1 - (pieces.starts[piece] as number))
  }

  /** The source ranges of the characters from `start` to `end`, without what lies between the pieces. */
  ranges(start = 0, end = this.length): Range[] {
    const { offset, parts: pieces } = this
    if (pieces === null) {
      const to = Math.min(end, this.text.length)
      return to > start ? [{ start: offset + start, end: offset + to }] : []
    }
    const { offsets, widths } = cut(pieces, start, end)
    return offsets.map((from, i) => ({ start: from, end: from + (widths[i] as number) }))
  }

  /** The pieces that stand in the source, each with where it begins in the reading text. */
  pieces(): ({ at: number } & Range)[] {
    const { starts, offsets, lengths } = this.allPieces()
    return offsets
      .map((start, i) => ({ at: starts[i] as number, start, end: start + (lengths[i] as number) }))
      .filter(({ start, end }) => end > start)
  }

  slice(start: number, end = this.length): View {
    const { parts: pieces, text } = this
    if (start === 0 && end === text.length) return this
    const wide = this.wide === null ? null : this.wide.slice(start, end)
    if (pieces === null) return new View(text.slice(start, end), this.offsetAt(start), null, wide)
    const inside = cut(pieces, start, end)
    const [offset = this.offsetAt(start)] = inside.offsets
    if (inside.starts.length === 0) return new View(text.slice(start, end), offset, glueAt(offset), wide)
    return new View(text.slice(start, end), offset, inside, wide)
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

const WHOLE: readonly number[] = [0]

/** No source but a place: that of glue. */
function glueAt(offset: number): Pieces {
  return { starts: WHOLE, offsets: [offset], lengths: WHOLE, widths: WHOLE }
}

/** The pieces from one index of the reading text to another. */
function cut(pieces: Pieces, start: number, end: number): Pieces {
  const { starts, lengths } = pieces
  const inside = { starts: [] as number[], offsets: [] as number[], lengths: [] as number[] }
  const widths = pieces.widths === lengths ? inside.lengths : []
  for (let i = lastAtMost(starts, start); i < starts.length && (starts[i] as number) < end; i++) {
    const at = starts[i] as number
    const from = Math.max(start, at)
    const to = Math.min(end, at + (lengths[i] as number))
    if (to <= from) continue
    inside.starts.push(from - start)
    inside.offsets.push(sourceAt(pieces, i, from - at))
    inside.lengths.push(to - from)
    if (widths !== inside.lengths) widths.push(isRewritten(pieces, i) ? (pieces.widths[i] as number) : to - from)
  }
  return { ...inside, widths }
}

/** Where in the source the character after so many of a piece begins; what is rewritten is one there. */
function sourceAt(pieces: Pieces, piece: number, count: number): number {
  return isRewritten(pieces, piece) && count < (pieces.lengths[piece] as number)
    ? (pieces.offsets[piece] as number)
    : endAt(pieces, piece, count)
}

/** Where in the source so many characters of a piece end. */
function endAt(pieces: Pieces, piece: number, count: number): number {
  const width = pieces.widths[piece] as number
  return (pieces.offsets[piece] as number) + (isRewritten(pieces, piece) ? width : Math.max(0, Math.min(count, width)))
}

function isRewritten({ lengths, widths }: Pieces, piece: number): boolean {
  return widths[piece] !== lengths[piece]
}

/** Joins the lines of one paragraph: with nothing, or one blank between two Latin letters or digits. */
export function joinLines(lines: readonly View[]): View {
  return View.join(lines, (before, after) => (joinsWithBlank(before, after) ? ' ' : ''))
}

/** Joins paragraphs with a line feed. */
export function joinParagraphs(paragraphs: readonly View[]): View {
  return View.join(paragraphs, () => '\n')
}
