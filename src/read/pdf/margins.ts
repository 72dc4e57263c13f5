/** Page numbers and running heads, by where they stand: at the edge of the paper, and on other pages again. */
import { squeeze } from '../../text/chars.ts'
import type { Line, Page } from './lines.ts'

/** The share of a page's height that its margins take. */
const MARGIN = 0.12
const NUMBER = /^[-—–─·.\s]{0,6}(?:第\s?)?\d{1,4}(?:\s?页)?[-—–─·.\s]{0,6}$/

/** Marks furniture in place. */
export function markMargins(pages: readonly Page[]): void {
  const times = new Map<string, number>()
  const edges = pages.flatMap((page) => page.lines.filter((line) => isAtEdge(line, page)))
  for (const line of edges) times.set(key(line), (times.get(key(line)) ?? 0) + 1)
  for (const page of pages) {
    const own = page.lines.filter((line) => isAtEdge(line, page))
    const numbered = own.some((line) => NUMBER.test(line.text))
    for (const line of own) {
      // The same words stand at the same edge of several pages; a page with its number alone is one as well.
      const repeats = (times.get(key(line)) as number) > 1 && line.text.length < 80 && pages.length > 1
      if (
        NUMBER.test(line.text) ||
        (repeats && (numbered || (times.get(key(line)) as number) >= Math.max(3, pages.length * 0.5)))
      )
        line.furniture = true
    }
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
