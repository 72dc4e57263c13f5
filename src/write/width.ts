/** How wide text is on a terminal: a Chinese character takes two columns. */
import stringWidth from 'string-width'

/** “” and … are drawn in two columns by many terminals with a Chinese font; a line must fit there as well. */
const width = (text: string) => stringWidth(text, { ambiguousIsNarrow: false })

const ELLIPSIS = '…'

/** The text cut to a width, with … where something was cut off. */
export function shorten(text: string, columns: number): string {
  // No character is wider than two columns, and few are narrower than one: this bounds the work on a long text.
  if (text.length <= columns / 2 || (text.length <= columns && width(text) <= columns)) return text
  let used = width(ELLIPSIS)
  let end = 0
  for (const { segment } of new Intl.Segmenter('zh').segment(text)) {
    used += width(segment)
    if (used > columns) return text.slice(0, end).trimEnd() + ELLIPSIS
    end += segment.length
  }
  return text
}

/** Pieces set one after the other, on as many lines as they need; `columns` is what each line may take. */
export function flow(pieces: readonly Piece[], columns: number): string[] {
  const lines: string[] = []
  let room = 0
  for (const { text, painted } of pieces) {
    const needed = width(text)
    const last = lines.length - 1
    if (last >= 0 && needed + GAP.length <= room) {
      lines[last] += GAP + painted
      room -= needed + GAP.length
    } else {
      lines.push(painted)
      room = columns - needed
    }
  }
  return lines
}

/** A piece of a line: as measured, and as written. */
export interface Piece {
  text: string
  painted: string
}

const GAP = '  '
