/** Page numbers and running heads, by where they stand: at the edge of the paper, and on other pages again. */
import { squeeze } from '../../text/chars.ts'
import { type Line, measuresOf, type Page } from './lines.ts'

/** The share of a page's height that its margins take. */
const MARGIN = 0.12
const NUMBER = /^[-—–─·.\s]{0,6}(?:第\s?)?(?<number>\d{1,4})(?:\s?页)?[-—–─·.\s]{0,6}$/
/** So many lines away from the text a number stands by itself. */
const OFF = 1.5

/** Marks furniture in place. */
export function markMargins(pages: readonly Page[]): void {
  const times = new Map<string, number>()
  const edges = pages.map((page) => page.lines.filter((line) => isAtEdge(line, page)))
  for (const line of edges.flat()) times.set(key(line), (times.get(key(line)) ?? 0) + 1)
  const isPageNumber = pageNumbers(pages, edges)
  pages.forEach((_, i) => {
    const own = edges[i] as Line[]
    const numbered = own.some((line) => isPageNumber(line, i))
    for (const line of own) {
      // The same words stand at the same edge of several pages; a page with its number alone is one as well.
      const repeats = (times.get(key(line)) as number) > 1 && line.text.length < 80 && pages.length > 1
      if (
        isPageNumber(line, i) ||
        (repeats && (numbered || (times.get(key(line)) as number) >= Math.max(3, pages.length * 0.5)))
      )
        line.furniture = true
    }
  })
}

/**
 * Tells page numbers from numbers in the text, as of rows in a table without rules: they stand between dashes or off the
 * text, or count on from page to page.
 */
function pageNumbers(
  pages: readonly Page[],
  edges: readonly (readonly Line[])[],
): (line: Line, page: number) => boolean {
  const { pitch } = measuresOf(pages)
  const numberOf = (line: Line) => NUMBER.exec(line.text)?.groups?.number
  const counted = new Map<number, number>()
  edges.forEach((lines, i) => {
    // A page counts once, however many numbers stand at its edges.
    for (const start of new Set(lines.map((line) => Number(numberOf(line)) - i)))
      counted.set(start, (counted.get(start) ?? 0) + 1)
  })
  return (line, i) => {
    const number = numberOf(line)
    if (number === undefined) return false
    return line.text.trim() !== number || (counted.get(Number(number) - i) as number) > 1 || standsOff(line, i)
  }

  function standsOff(line: Line, i: number): boolean {
    const others = (pages[i] as Page).lines.filter((other) => other !== line && !other.furniture)
    return others.every((other) => Math.abs(other.y - line.y) > pitch * OFF)
  }
}

function isAtEdge(line: Line, { height, lines }: Page): boolean {
  if (line.furniture) return false
  const at = lines.indexOf(line)
  return (line.y < height * MARGIN && at < 2) || (line.y > height * (1 - MARGIN) && at >= lines.length - 3)
}

function key(line: Line): string {
  return `${squeeze(line.text).replace(/\d+/g, '#')} ${Math.round(line.y / 8)}`
}
