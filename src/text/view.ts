/**
 * A view: reading text made of pieces of the one source text, in order, with the way back to it. Wrapped lines are
 * joined, page furniture and markup are left out, and every character still knows where it stands in the source.
 */
import { isBlank, joinsWithBlank } from './chars.ts'
import { lastAtMost } from './search.ts'
import { signsOf } from './signs.ts'

/** A half-open stretch of the source text, in UTF-16 units. */
export interface Range {
  start: number
  end: number
}

/** No text has these signs. */
const UNKNOWN = -1

/** Where each piece starts in the reading text, where in the source, and how long it is there. */
interface Pieces {
  readonly starts: readonly number[]
  readonly offsets: readonly number[]
  readonly lengths: readonly number[]
}

export class View {
  /** The reading text. */
  readonly text: string
  /**
   * Where the source has the first character. Not `#private`: each part of the executable has this class for itself,
   * and their views meet.
   */
  private readonly offset: number
  /** `null` where the text is one stretch of the source, as most are. */
  private readonly parts: Pieces | null
  private known = UNKNOWN

  private constructor(text: string, offset: number, pieces: Pieces | null) {
    this.text = text
    this.offset = offset
    this.parts = pieces
  }

  /** The view of one stretch of the source. */
  static of(source: string, start: number, end: number): View {
    return new View(source.slice(start, end), start, null)
  }

  /** Words that stand nowhere in the source. */
  static made(text: string): View {
    return new View(text, 0, glueAt(0))
  }

  /** Views joined; `glue` stands between them and has no source. */
  static join(views: readonly View[], glue: (before: string, after: string) => string): View {
    const [first] = views
    if (views.length === 1) return first as View
    const parts: string[] = []
    const starts: number[] = []
    const offsets: number[] = []
    const lengths: number[] = []
    let length = 0
    let before = ''
    for (const view of views) {
      if (length > 0) {
        const between = glue(before, view.text)
        parts.push(between)
        length += between.length
      }
      const { starts: ownStarts, offsets: ownOffsets, lengths: ownLengths } = view.allPieces()
      for (let i = 0; i < ownStarts.length; i++) {
        starts.push(length + (ownStarts[i] as number))
        offsets.push(ownOffsets[i] as number)
        lengths.push(ownLengths[i] as number)
      }
      parts.push(view.text)
      length += view.text.length
      before = view.text
    }
    return new View(parts.join(''), first?.offset ?? 0, { starts, offsets, lengths })
  }

  private allPieces(): Pieces {
    return this.parts ?? { starts: WHOLE, offsets: [this.offset], lengths: [this.text.length] }
  }

  /** As plain data, for looking at a stage: the text and the source range it spans. */
  toJSON(): { text: string } & Range {
    return { text: this.text, ...this.hull() }
  }

  get length(): number {
    return this.text.length
  }

  /** The signs of the text; see `signs.ts`. Looked for when they are first asked for. */
  get signs(): number {
    if (this.known === UNKNOWN) this.known = signsOf(this.text)
    return this.known
  }

  /** The source offset of the character at an index; of glue, where the piece before it ends. */
  offsetAt(index: number): number {
    const { parts: pieces } = this
    if (pieces === null) return this.offset + Math.min(index, this.text.length)
    const piece = lastAtMost(pieces.starts, index)
    const into = Math.min(index - (pieces.starts[piece] as number), pieces.lengths[piece] as number)
    return (pieces.offsets[piece] as number) + into
  }

  /** The smallest source range that holds the characters from `start` to `end`. */
  hull(start = 0, end = this.length): Range {
    const from = this.offsetAt(start)
    return { start: from, end: end <= start ? from : this.#offsetAfter(end - 1) }
  }

  /** Where the character at an index ends in the source. */
  #offsetAfter(index: number): number {
    const offset = this.offsetAt(index)
    return this.#isGlue(index) ? offset : offset + 1
  }

  #isGlue(index: number): boolean {
    if (this.parts === null) return index >= this.text.length
    const piece = lastAtMost(this.parts.starts, index)
    return index >= (this.parts.starts[piece] as number) + (this.parts.lengths[piece] as number)
  }

  /** The source ranges of the characters from `start` to `end`, without what lies between the pieces. */
  ranges(start = 0, end = this.length): Range[] {
    const { offset, parts: pieces } = this
    if (pieces === null) {
      const to = Math.min(end, this.text.length)
      return to > start ? [{ start: offset + start, end: offset + to }] : []
    }
    const { starts, offsets, lengths } = cut(pieces, start, end)
    return starts.map((_, i) => {
      const from = offsets[i] as number
      return { start: from, end: from + (lengths[i] as number) }
    })
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
    if (pieces === null) return new View(text.slice(start, end), this.offsetAt(start), null)
    const inside = cut(pieces, start, end)
    const [offset = this.offsetAt(start)] = inside.offsets
    if (inside.starts.length === 0) return new View(text.slice(start, end), offset, glueAt(offset))
    return new View(text.slice(start, end), offset, inside)
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
  return { starts: WHOLE, offsets: [offset], lengths: WHOLE }
}

/** The pieces from one index of the reading text to another. */
function cut({ starts, offsets, lengths }: Pieces, start: number, end: number): Pieces {
  const inside = { starts: [] as number[], offsets: [] as number[], lengths: [] as number[] }
  for (let i = lastAtMost(starts, start); i < starts.length && (starts[i] as number) < end; i++) {
    const at = starts[i] as number
    const from = Math.max(start, at)
    const to = Math.min(end, at + (lengths[i] as number))
    if (to <= from) continue
    inside.starts.push(from - start)
    inside.offsets.push((offsets[i] as number) + from - at)
    inside.lengths.push(to - from)
  }
  return inside
}

/** Joins the lines of one paragraph: with nothing, or one blank between two Latin letters or digits. */
export function joinLines(lines: readonly View[]): View {
  return View.join(lines, (before, after) => (joinsWithBlank(before, after) ? ' ' : ''))
}

/** Joins paragraphs with a line feed. */
export function joinParagraphs(paragraphs: readonly View[]): View {
  return View.join(paragraphs, () => '\n')
}
