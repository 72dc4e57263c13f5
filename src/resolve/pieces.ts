/**
 * The pieces of an item: words that go together with the annotations after them. An item whose sentences or
 * paragraphs each end with a responsibility of their own is as many tasks.
 */
import type { AnnotatedText, Fields, Segment } from '../stages.ts'

/** Words and what is said of them. */
export interface Piece {
  segments: { segment: Segment; paragraph: number }[]
}

/** Words, then annotations, as often as that comes. */
export function groupPieces(paragraphs: readonly AnnotatedText[]): Piece[] {
  const pieces: Piece[] = []
  let annotated = true
  paragraphs.forEach(({ segments }, paragraph) => {
    for (const segment of segments) {
      const isText = segment.kind === 'text'
      if (isText && annotated && !isStop(segment)) {
        pieces.push({ segments: [] })
        annotated = false
      }
      if (pieces.length === 0) pieces.push({ segments: [] })
      pieces.at(-1)?.segments.push({ segment, paragraph })
      if (!isText) annotated = true
    }
  })
  return pieces
}

/** A full stop left over after a bracket. */
function isStop(segment: Segment): boolean {
  return /^[\s。；;，,.]*$/.test(segment.view.text)
}

/** Has words, and an annotation that says who is responsible. */
export function isResponsible(piece: Piece): boolean {
  return (
    piece.segments.some(({ segment }) => segment.kind === 'annotation' && segment.fields.units.length > 0) &&
    piece.segments.some(({ segment }) => segment.kind === 'text' && !isStop(segment))
  )
}

/** Merges pieces that say nothing of who into the next, and what is left over into the last. */
export function splitPieces(pieces: readonly Piece[]): Piece[] {
  const split: Piece[] = []
  let pending: Piece['segments'] = []
  for (const piece of pieces) {
    pending.push(...piece.segments)
    if (!isResponsible({ segments: pending })) continue
    split.push({ segments: pending })
    pending = []
  }
  if (split.length === 0) return [{ segments: pending }]
  split.at(-1)?.segments.push(...pending)
  return split
}

/** Everything the segments of a piece say. */
export function fieldsOf(segments: readonly { segment: Segment }[]): Fields {
  const fields: Fields = { units: [], deadlines: [], status: [], extra: [] }
  for (const { segment } of segments) {
    fields.units.push(...segment.fields.units)
    fields.deadlines.push(...segment.fields.deadlines)
    fields.status.push(...segment.fields.status)
    fields.extra.push(...segment.fields.extra)
  }
  return fields
}
