/** From places in the extracted text to places in the file that it was taken from. */
import type { Plan, Point, Position, SourceSegment } from './plan.ts'

/** Formats whose text is the file's own. */
const OWN_TEXT: readonly string[] = ['text', 'markdown']

/**
 * The place in the decoded file (a byte order mark not counted) of a place in the extracted text: from where its first
 * character stands to where its last one does; tags may lie between them. `null` where one of the two has no exact
 * place or the file has them in another order, and for formats in which words have no place (docx, pdf, xlsx, csv).
 */
export function sourcePosition({ source }: Pick<Plan, 'source'>, position: Position): Position | null {
  if (source.map === null) return OWN_TEXT.includes(source.format) ? position : null
  const from = position.start.offset
  const to = position.end.offset
  const start = pointIn(source.map, from, from)
  const end = to > from ? pointIn(source.map, to - 1, to) : start
  return start && end && start.offset <= end.offset ? { start, end } : null
}

/** The place of an offset in the segment that holds a character; `null` where none does. */
function pointIn(map: readonly SourceSegment[], character: number, offset: number): Point | null {
  let low = 0
  let high = map.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((map[middle] as SourceSegment).end <= character) low = middle + 1
    else high = middle
  }
  const segment = map[low]
  if (!segment || segment.start > character) return null
  const { source, start } = segment
  const into = offset - start
  return { line: source.line, column: source.column + into, offset: source.offset + into }
}
