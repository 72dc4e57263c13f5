/**
 * Cells of a table whose lines were wrapped at the width of their column.
 */
import type { Cell } from '../stages.ts'
import { readMarker } from '../terms/markers.ts'
import { beginsBody } from '../terms/units.ts'
import { displayWidth } from '../text/chars.ts'
import { joinLines, type View } from '../text/view.ts'

/** Lines of a cell as full as its column is wide are one paragraph; a row of one cell heads others. */
export function unwrapCells(rows: readonly Cell[][]): Cell[][] {
  const widths: number[] = []
  for (const row of rows)
    if (row.length > 1)
      for (const [i, { paragraphs }] of row.entries())
        for (const view of paragraphs) widths[i] = Math.max(widths[i] ?? 0, displayWidth(view.printed))
  return rows.map((row) =>
    row.length > 1 ? row.map((cell, i) => cellOf(paragraphsOf(cell.paragraphs, widths[i] ?? 0))) : row,
  )
}

/** What a line of a cell begins with that no line end cuts. */
const OPENING = /^.[，。、；：？！）》”’%]{0,2}/u

function paragraphsOf(lines: readonly View[], width: number): View[] {
  const paragraphs: View[][] = []
  for (const [i, line] of lines.entries()) {
    const last = paragraphs.at(-1)?.at(-1)
    const text = line.text + (lines[i + 1]?.text ?? '')
    const needs = displayWidth(OPENING.exec(line.printed)?.[0] ?? '')
    const isFull = last !== undefined && displayWidth(last.printed) + needs > width
    if (isFull && readMarker(line.text) === null && !beginsBody(text, last.text)) paragraphs.at(-1)?.push(line)
    else paragraphs.push([line])
  }
  return paragraphs.map(joinLines)
}

export function cellOf(paragraphs: View[]): Cell {
  return { paragraphs, above: false }
}
