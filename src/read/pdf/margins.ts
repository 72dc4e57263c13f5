/** Page numbers and running heads, by where they stand: at the edge of the paper, and on other pages again. */
import { squeeze } from '../../text/chars.ts'
import { type Line, measuresOf, type Page } from './lines.ts'

/** The share of a page's height that its margins take. */
const MARGIN = 0.12
/** 3, — 3 —, 第3页 共5页, 3/5. */
const NUMBER =
  /^[-—–─·.\s]{0,6}(?:第\s?)?(?<number>\d{1,4})(?:\s?页)?(?:\s?(?:[/／,，]\s?共?|共)\s?\d{1,4}(?:\s?页)?)?[-—–─·.\s]{0,6}$/
/** So many lines away from all others a line stands by itself. */
const OFF = 1.5

/** Marks furniture in place. */
export function markMargins(pages: readonly Page[]): void {
  new Margins(pages).mark()
}

class Margins {
  readonly #pages: readonly Page[]
  /** The lines at the upper and lower edge of each page. */
  readonly #edges: readonly (readonly Line[])[]
  /** How often the same words stand at the same place. */
  readonly #times = new Map<string, number>()
  /** On how many pages the number of the page is by so much more than its place. */
  readonly #counts = new Map<number, number>()
  readonly #pitch: number

  constructor(pages: readonly Page[]) {
    this.#pages = pages
    this.#pitch = measuresOf(pages).pitch
    this.#edges = pages.map((page) => page.lines.filter((line) => isAtEdge(line, page)))
    this.#edges.forEach((lines, i) => {
      for (const line of lines) addTo(this.#times, key(line))
      for (const number of new Set(lines.flatMap(numberOf))) addTo(this.#counts, Number(number) - i)
    })
  }

  mark(): void {
    this.#edges.forEach((lines, i) => {
      const numbers = lines.filter((line) => this.#isPageNumber(line, i))
      const heads = lines.filter((line) => this.#isRunningHead(line, i, numbers.length > 0))
      for (const line of [...numbers, ...heads]) line.furniture = true
    })
  }

  /** And no number in the text, as of a row in a table without rules: it has dashes, stands off, or counts on. */
  #isPageNumber(line: Line, i: number): boolean {
    const [number] = numberOf(line)
    if (number === undefined) return false
    return line.text.trim() !== number || (this.#counts.get(Number(number) - i) ?? 0) > 1 || this.#standsOff(line, i)
  }

  /** The same words stand at the same edge of several pages; a page with its number alone is one as well. */
  #isRunningHead(line: Line, i: number, numbered: boolean): boolean {
    const times = this.#times.get(key(line)) ?? 0
    const pages = this.#pages.length
    if (times < 2 || line.text.length >= 80 || pages < 2) return false
    return numbered || times >= Math.max(3, pages * 0.5) || (times >= pages && this.#standsOff(line, i))
  }

  #standsOff(line: Line, i: number): boolean {
    const others = (this.#pages[i] as Page).lines.filter((other) => other !== line && !other.furniture)
    return others.every((other) => Math.abs(other.y - line.y) > this.#pitch * OFF)
  }
}

function isAtEdge(line: Line, { height, lines }: Page): boolean {
  if (line.furniture) return false
  const at = lines.indexOf(line)
  return (line.y < height * MARGIN && at < 2) || (line.y > height * (1 - MARGIN) && at >= lines.length - 3)
}

/** The number in a line that is nothing else. */
function numberOf(line: Line): string[] {
  const number = NUMBER.exec(line.text)?.groups?.number
  return number === undefined ? [] : [number]
}

function key(line: Line): string {
  return `${squeeze(line.text).replace(/\d+/g, '#')} ${Math.round(line.y / 8)}`
}

function addTo<T>(counts: Map<T, number>, key: T): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
