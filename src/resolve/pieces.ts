/**
 * The pieces of an item: words that go together with the annotations after them. An item whose sentences or
 * paragraphs each end with a responsibility of their own is as many tasks.
 */

import { addFields, noFields } from '../fields.ts'
import type { AnnotatedText, Fields, Segment } from '../stages.ts'
import { append } from '../text/append.ts'

/** Words and what is said of them; each segment with the number of its paragraph. */
export type Piece = { segment: Segment; paragraph: number }[]

/** Words, then annotations, as often as that comes. */
export function groupPieces(paragraphs: readonly AnnotatedText[]): Piece[] {
  const pieces: Piece[] = []
  let annotated = true
  paragraphs.forEach(({ segments }, paragraph) => {
    for (const segment of segments.flatMap(apartFromStop)) {
      const begins = pieces.length === 0 || (segment.kind === 'text' && annotated && !isStop(segment))
      if (begins) pieces.push([])
      if (begins) annotated = false
      if (segment.kind !== 'text') annotated = true
      pieces.at(-1)?.push({ segment, paragraph })
    }
  })
  return pieces
}

/** Of 完善台账（甲局）。加强培训 the stop is no part of the words after it. */
function apartFromStop(segment: Segment, at: number, all: readonly Segment[]): Segment[] {
  const stop =
    at > 0 && all[at - 1]?.kind !== 'text' ? (/^\s*[。；;]\s*(?=\S)/.exec(segment.view.text)?.[0].length ?? 0) : 0
  if (segment.kind !== 'text' || stop === 0) return [segment]
  const { view } = segment
  return [
    { kind: 'text', view: view.slice(0, stop), fields: noFields() },
    { ...segment, view: view.slice(stop) },
  ]
}

/** A full stop left over after a bracket. */
function isStop(segment: Segment): boolean {
  return /^[\s。；;，,.]*$/.test(segment.view.text)
}

/** Has words, and an annotation that says who is responsible. */
export function isResponsible(piece: Piece): boolean {
  return (
    piece.some(({ segment }) => segment.kind === 'annotation' && segment.fields.units.length > 0) &&
    piece.some(({ segment }) => segment.kind === 'text' && !isStop(segment))
  )
}

/**
 * Merges pieces that say nothing of who into the next, and what is left over into the last; at least one piece must say
 * who.
 */
export function splitPieces(pieces: readonly Piece[]): Piece[] {
  const split: Piece[] = []
  let pending: Piece = []
  for (const piece of pieces) {
    append(pending, piece)
    if (!isResponsible(pending)) continue
    split.push(pending)
    pending = []
  }
  append(split.at(-1) as Piece, pending)
  return split
}

/** Everything that segments say. */
export function fieldsOf(segments: readonly Segment[]): Fields {
  const fields = noFields()
  for (const segment of segments) addFields(fields, segment.fields)
  return fields
}
