/** Page numbers and running heads, by where they stand: at the edge of the paper, and on other pages again. */
import { squeeze } from '../../text/chars.ts'
import { type Line, measuresOf, type Page } from './lines.ts'

/** The share of a page's height that its margins take. */
const MARGIN = 0.12
/** 3, — 3 —, 第3页 共5页, 3/5. */
const NUMBER =
  /^[-—–─·.\s]{0,6}(?:第\s?)?(?<number>\d{1,4})(?:\s?页)?(?:\s?(?:[/／,，]\s?共?|共)\s?\d{1,4}(?:\s?页)?)?[-—–─·.\s]{0,6}$/
/** A running head is no longer, blanks apart: a browser prints the address of the page and its number, far from each other. */
const LONGEST = 160
/** What a browser prints last on a page, far behind its address: 2/5. */
const COUNTED = /\s{2}(?<page>\d{1,4})\/(?<pages>\d{1,4})$/
/** What it prints first, before the title: 2024/3/12 14:05, 3/12/24, 2:05 PM. */
const PRINTED =
  /^\d{1,4}[/年.-]\d{1,2}[/月.-]\d{1,4}日?[,，]?\s{1,4}(?:上午|下午)?\s?\d{1,2}:\d{2}(?:\s{0,3}[AP]M)?(?:\s{2}|$)/
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
      const counted = lines.filter((line) => this.#isCounted(line, i))
      const numbers = [...counted, ...lines.filter((line) => this.#isPageNumber(line, i))]
      const heads = lines.filter(
        (line) => (counted.length > 0 && PRINTED.test(line.text)) || this.#isRunningHead(line, i, numbers.length > 0),
      )
      for (const line of [...numbers, ...heads]) line.furniture = true
    })
  }

  /** An address with the number of this very page and of all. */
  #isCounted(line: Line, i: number): boolean {
    const { page, pages } = COUNTED.exec(line.text)?.groups ?? {}
    return Number(page) === i + 1 && Number(pages) === this.#pages.length
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
    if (times < 2 || squeeze(line.text).length >= LONGEST || pages < 2) return false
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
