/**
 * What a page shows, line by line: block elements and `<br>` end lines, white space is collapsed as browsers do,
 * tables of data are tables, tables for layout are text, all around the article is furniture.
 */
import type { SourceSegment } from '../../plan.ts'
import type { Block } from '../../stages.ts'
import { NUMBER } from '../../terms/frame.ts'
import { looksLikeUnit } from '../../terms/units.ts'
import { squeeze } from '../../text/chars.ts'
import { View } from '../../text/view.ts'
import { Draft, type DraftCell, type Traits } from '../draft.ts'
import { isFurniture, isSiteName, isTitle } from './article.ts'
import { markerOf } from './list.ts'
import type { WordsOf } from './parse.ts'
import { isPageData, readRows } from './table.ts'
import { attribute, childrenOf, type Element, isElement, isHidden, type Measures, type Node } from './tree.ts'

const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
)

/** Words of one line; raw ones keep their white space. */
interface Run {
  words: View
  raw: boolean
}

interface Line {
  words: View
  traits: Partial<Traits>
  /** The element of a title that it stands in. */
  title: Element | null
}
type Piece = Line | { rows: DraftCell<View>[][] }

/** What holds within an element. */
interface Frame {
  element: Element
  /** Its children come next; else it ends. */
  entered: boolean
  furniture: boolean
  title: Element | null
  /** Within the head of the site. */
  site: boolean
  heading: number | null
  list: number
  raw: boolean
}

export class Page {
  readonly #article: Element
  readonly #measures: Measures
  /** What the file says that its title is. */
  readonly #titles: readonly string[]
  readonly #wordsOf: WordsOf
  readonly #pieces: Piece[] = []
  #line: Run[] = []
  #apart = true
  #marker: string | null = null
  /** The first piece of the article; what stands before it may be its title. */
  #begin = -1

  constructor(article: Element, measures: Measures, titles: readonly (string | undefined)[], wordsOf: WordsOf) {
    this.#article = article
    this.#measures = measures
    this.#wordsOf = wordsOf
    this.#titles = titles.filter((title) => title !== undefined).map(squeeze)
  }

  /** Walks an element, without recursion. */
  read(root: Element): void {
    const outside = root !== this.#article
    const open: (Frame | { node: Node; frame: Frame })[] = [
      {
        element: root,
        entered: false,
        furniture: outside,
        title: null,
        site: false,
        heading: null,
        list: 0,
        raw: false,
      },
    ]
    for (let next = open.pop(); next; next = open.pop()) {
      if ('node' in next) {
        this.#text(this.#wordsOf(next.node), next.frame)
        continue
      }
      if (next.entered) {
        this.#leave(next)
        continue
      }
      if (!this.#enter(next)) continue
      open.push({ ...next, entered: true })
      const children = childrenOf(next.element)
      for (let i = children.length - 1; i >= 0; i--) {
        const child = children[i] as Node
        if (!isElement(child)) open.push({ node: child, frame: next })
        else if (!isHidden(child)) open.push(this.#frame(child, next))
      }
    }
  }

  #frame(element: Element, above: Frame): Frame {
    const name = element.tagName
    const isArticle = element === this.#article
    const site = above.site || isSiteName(element)
    const heading = /^h[1-6]$/.test(name) ? Number(name[1]) : above.heading
    return {
      element,
      entered: false,
      furniture: isArticle ? false : above.furniture || this.#isFurniture(element),
      title: isArticle || site ? null : isTitle(element) ? element : above.title,
      site,
      heading,
      list: above.list + (name === 'ul' || name === 'ol' ? 1 : 0),
      raw: above.raw || name === 'pre' || /white-space\s*:\s*(?:pre|break-spaces)/i.test(attribute(element, 'style')),
    }
  }

  #isFurniture(element: Element): boolean {
    if (element.tagName === 'table' && isPageData(element, this.#measures)) return true
    return isFurniture(element, this.#measures, this.#article)
  }

  /** False where nothing more is to be read of the element. */
  #enter(frame: Frame): boolean {
    const { element, furniture } = frame
    const name = element.tagName
    if (element === this.#article) {
      this.#flush(frame)
      this.#begin = this.#pieces.length
    }
    if (name === 'br') {
      this.#flush(frame)
      this.#apart = false
      return false
    }
    const rows = name === 'table' ? readRows(element, this.#measures, furniture, (cell) => this.#linesOf(cell)) : null
    if (rows) {
      this.#flush(frame)
      this.#pieces.push({ rows })
      return false
    }
    if (name === 'td' || name === 'th' || name === 'dd') this.#tab()
    else if (BLOCKS.has(name)) this.#flush(frame)
    if (name === 'li' && !furniture) this.#marker = markerOf(element)
    return true
  }

  #leave(frame: Frame): void {
    const name = frame.element.tagName
    if (BLOCKS.has(name) && name !== 'dt') this.#flush(frame)
    if (frame.element === this.#article) this.#flush(frame)
  }

  #tab(): void {
    if (this.#line.some(({ words }) => words.text.trim() !== '')) this.#line.push({ words: TAB, raw: true })
  }

  #text(words: View, frame: Frame): void {
    if (words.length === 0) return
    let from = 0
    if (frame.raw) {
      for (const { 0: end, index } of words.text.matchAll(/\r\n|\n|\r/g)) {
        this.#push(words.slice(from, index), frame)
        this.#flush(frame)
        from = index + end.length
      }
    }
    this.#push(words.slice(from), frame)
  }

  #push(words: View, frame: Frame): void {
    this.#line.push({ words, raw: frame.raw })
    this.#frameOfLine ??= frame
  }

  /** Where the first words of the line stand. */
  #frameOfLine: Frame | null = null

  #flush(after: Frame): void {
    const words = collapse(this.#line)
    const frame = this.#frameOfLine ?? after
    this.#line = []
    this.#frameOfLine = null
    if (words.text.trim() === '') {
      this.#apart = true
      return
    }
    const traits: Partial<Traits> = {
      role: frame.furniture ? 'furniture' : null,
      heading: frame.furniture ? null : frame.heading,
      apart: this.#apart,
      list: frame.list,
      generated: words.text.startsWith(this.#marker ?? '\0') ? null : this.#marker,
    }
    this.#marker = null
    this.#apart = true
    this.#pieces.push({ words, traits, title: frame.title })
  }

  /** The text with its blocks, and which of it stands where in the file. */
  finish(file: string): { text: string; blocks: Block[]; map: SourceSegment[] } {
    this.#markTitle()
    const draft = new Draft()
    for (const piece of joinLabels(this.#pieces)) {
      if ('words' in piece) draft.line(piece.words, piece.traits)
      else draft.table(piece.rows)
    }
    return { ...draft.finish(), map: draft.segments(file) }
  }

  /** The lines alone, without tables. */
  get lines(): View[] {
    return this.#pieces.flatMap((piece) => ('words' in piece ? [piece.words] : []))
  }

  /** The lines of a cell; a table within it is lines as well. */
  #linesOf(cell: Element): View[] {
    const page = new Page(cell, new Map(), [], this.#wordsOf)
    page.read(cell)
    return page.lines
  }

  /**
   * The last title before the article, and rather one that the file itself names, is no furniture; nor is the number of
   * the document right below it.
   */
  #markTitle(): void {
    const before = this.#pieces.slice(0, Math.max(0, this.#begin)).filter((piece): piece is Line => 'words' in piece)
    const isNamed = ({ words: { text } }: Line) =>
      squeeze(text).length >= 6 &&
      !looksLikeUnit(squeeze(text)) &&
      this.#titles.some((title) => title.startsWith(squeeze(text)))
    const named = before.findLast(isNamed)
    const titled =
      named?.title ??
      before.findLast((line) => line.title !== null && squeeze(line.words.text).length >= 6)?.title ??
      null
    let isBelow = false
    for (const line of before) {
      const isTitleLine = line === named || (titled !== null && line.title === titled)
      if (isTitleLine || (isBelow && NUMBER.test(squeeze(line.words.text))))
        line.traits = { ...line.traits, role: null }
      isBelow = isTitleLine
    }
  }
}

const TAB = View.made('\t')
const BLANK = View.made(' ')
const NOTHING = () => ''

/** The words of a line, white space collapsed but in raw ones. */
function collapse(line: readonly Run[]): View {
  const all = (words: readonly View[]) => View.join(words, NOTHING)
  if (!line.some(({ raw }) => raw)) return stripped(collapseBlanks(all(line.map(({ words }) => words))), false)
  return stripped(all(line.map(({ words, raw }) => (raw ? words : collapseBlanks(words)))), true)
}

/** Runs of white space become one blank, and nothing where a line of the source was only broken between characters. */
function collapseBlanks(words: View): View {
  const { text } = words
  const parts: View[] = []
  let from = 0
  for (const { 0: blanks, index } of text.matchAll(/[ \t\r\n\f]+/g)) {
    if (blanks === ' ') continue
    const to = index + blanks.length
    parts.push(words.slice(from, index))
    const isOnlyBroken = /[\r\n]/.test(blanks) && (isWide(text[index - 1] ?? '') || isWide(text[to] ?? ''))
    if (!isOnlyBroken) parts.push(BLANK)
    from = to
  }
  return parts.length === 0 ? words : View.join([...parts, words.slice(from)], NOTHING)
}

/** Without blanks at the end and, if not raw, at the beginning. */
function stripped(words: View, raw: boolean): View {
  const { text } = words
  let start = 0
  let end = text.length
  while (!raw && text[start] === ' ') start++
  while (end > start && text[end - 1] === ' ') end--
  return words.slice(start, end)
}

function isWide(c: string): boolean {
  return c >= '\u2e80'
}

/** 发文字号： and what stands after it on a line of its own are one line, among the data of a page. */
function joinLabels(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    const isFurnitureLine = (each: Piece | undefined): each is Line =>
      each !== undefined && 'words' in each && each.traits.role === 'furniture'
    if (
      isFurnitureLine(last) &&
      isFurnitureLine(piece) &&
      /^.{2,10}[：:]$/.test(squeeze(last.words.text)) &&
      !/[：:]$/.test(piece.words.text.trim())
    ) {
      joined[joined.length - 1] = { ...last, words: View.join([last.words, piece.words], () => '\t') }
    } else joined.push(piece)
  }
  return joined
}
