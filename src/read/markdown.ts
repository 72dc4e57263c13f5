/**
 * Markdown: headings, nested lists, tables, quotes, front matter (CommonMark and GFM, by remark). Only the words are
 * reading text; markup stands between the pieces. Offsets are those of the Markdown source.
 */
import type { Nodes, Parents, Root, Table } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Block, Cell, TextBlock } from '../stages.ts'
import type { Terms } from '../terms/additions.ts'
import { readMarker } from '../terms/markers.ts'
import { findBrackets } from '../text/brackets.ts'
import { displayWidth } from '../text/chars.ts'
import { joinLines, type Range, View } from '../text/view.ts'
import type { Reading } from './index.ts'
import { withWideEmphasis } from './markdown-emphasis.ts'
import { editInPlace, hasTooManyMarks, withoutAddresses } from './markdown-linear.ts'
import { readMarkdownListing } from './markdown-listing.ts'
import { Overlay } from './markdown-overlay.ts'
import { readText } from './text.ts'

/** Longer texts are read as plain text: remark's time grows faster than its input. */
const LARGEST = 1_500_000
const DEEPEST = 32
/** Links that are never closed take time that grows with the square of their number. */
const MOST_LINKS = 2000

function isTooMuch(text: string): boolean {
  if (text.length > LARGEST) return true
  const nested = new RegExp(
    `^(?:[ \\t]{${DEEPEST * 2},}\\S|(?:[ \\t]{0,8}(?:>|[-*+](?=[ \\t])|\\d{1,9}[.)](?=[ \\t])|\\[\\^[^\\]\\n]{1,20}\\]:)){${DEEPEST}})`,
    'm',
  )
  if (nested.test(text) || /(?<![[(*_`~])[[(*_`~]{200}/.test(text)) return true
  return (text.match(/\]\(/g) ?? []).length > MOST_LINKS || hasTooManyMarks(text)
}

export function readMarkdown(text: string, terms: Terms): Reading {
  if (isTooMuch(text)) return asText(text)
  try {
    return asMarkdown(text, terms)
  } catch {
    // The parser is recursive: what the guard has not seen overflows its stack.
    return asText(text)
  }
}

function asText(text: string): Reading {
  return { ...readText(text), notes: [{ code: 'markdown-too-deep', range: null }] }
}

function asMarkdown(text: string, terms: Terms): Reading {
  editInPlace()
  const parser = unified().use(remarkParse).use(remarkGfm).use(withoutAddresses).use(withWideEmphasis)
  const [front] = /^\ufeff?(?:---[ \t]*\r?\n(?:.*\r?\n){0,60}?---[ \t]*(?:\r?\n|$))?/.exec(text) as RegExpExecArray
  // What comes before the document is blanked: the parser counts no byte order mark, and its offsets would be too low.
  const blanked = front.replace(/[^\r\n]/g, (c) => (c === '\ufeff' ? '\n' : ' '))
  const decode = (markdown: string) => wordsOf(parser.parse(markdown) as Root)
  const walk = new Walk(text, new Overlay(text, decode), terms)
  walk.frontMatter(front)
  walk.blocks(parser.parse(blanked + text.slice(front.length)) as Root, {
    heading: null,
    list: 0,
  })
  asLine(walk.found)
  return { blocks: walk.found, lines: 'none', notes: [], markup: walk.markup, ...readMarkdownListing(walk) }
}

/**
 * A heading that stands alone in its text, as archives of web pages put the title, parts nothing: it is a line. Sentences
 * above it are what the archive says of the page.
 */
function asLine(blocks: readonly Block[]): void {
  const texts = blocks.filter((block) => block.kind === 'text')
  const headings = texts.filter(({ heading }) => heading !== null)
  const [only] = headings
  if (!only || headings.length > 1) return
  only.heading = null
  for (const block of texts.slice(0, texts.indexOf(only)))
    if (block.role === null && /[。！]$/.test(block.view.text)) block.role = 'furniture'
}

interface Place {
  heading: number | null
  list: number
}

class Walk {
  readonly found: Block[] = []
  readonly markup: Range[] = []
  /** The blocks that items of lists begin with, but for lists within lists. */
  readonly items = new Set<Block>()
  /** Where lines are drawn, and where words are bold; both in order. */
  readonly rules: Range[] = []
  readonly bold: Range[] = []
  readonly #text: string
  readonly #overlay: Overlay
  readonly #terms: Terms

  constructor(text: string, overlay: Overlay, terms: Terms) {
    this.#text = text
    this.#overlay = overlay
    this.#terms = terms
  }

  frontMatter(front: string): void {
    let from = 0
    for (const line of front.split(/(?<=\n)/)) {
      const view = View.of(this.#text, from, from + line.length).trim()
      if (view.length > 0) this.found.push({ ...textBlock(view, { heading: null, list: 0 }), role: 'furniture' })
      from += line.length
    }
  }

  blocks(parent: Parents, place: Place): void {
    for (const node of parent.children) this.#block(node as Nodes, place)
  }

  #block(node: Nodes, place: Place): void {
    switch (node.type) {
      case 'heading':
        this.#lines(this.#inline(node), { ...place, heading: node.depth })
        break
      case 'paragraph':
        this.#lines(this.#inline(node), place)
        break
      case 'list':
        for (const item of node.children)
          this.#item(item as Parents, node.ordered === true, { ...place, list: place.list + 1 })
        break
      case 'table':
        this.found.push({ kind: 'table', rows: this.#rows(node), list: place.list })
        break
      case 'code':
      case 'html':
        this.#raw(node)
        break
      case 'definition':
      case 'footnoteDefinition':
        this.#mark(node)
        break
      case 'thematicBreak':
        this.rules.push(rangeOf(node))
        break
      default:
        if ('children' in node) this.blocks(node as Parents, place)
    }
  }

  /** An item: its own number, which stands in the source, opens its first line. */
  #item(item: Parents, ordered: boolean, place: Place): void {
    const at = this.found.length
    this.blocks(item, place)
    this.#checkbox(item)
    const first = this.found[at]
    if (first?.kind !== 'text' || first.heading !== null) return
    if (place.list === 1) this.items.add(first)
    // Lists in lists say more of the item above; only those right under a heading are items of their own.
    if (!ordered) first.bullet = place.list === 1
    if (!ordered) return
    const { start } = rangeOf(item)
    const marker = View.of(this.#text, start, first.view.offsetAt(0))
    if (/^\s*\d+[.)]\s*[*_~[]*$/.test(marker.text))
      first.view = View.join(
        [marker.slice(0, marker.text.trimEnd().replace(/(?<![*_~[])[*_~[]+$/, '').length), first.view],
        () => '',
      )
  }

  /** [x] before an item of a task list says nothing of the work. */
  #checkbox(item: Parents): void {
    const { start } = rangeOf(item)
    const box = /^\s*(?:[-*+]|\d{1,9}[.)])\s+\[[ xX]\]/.exec(this.#text.slice(start, start + 40))
    if (box && 'checked' in item && typeof item.checked === 'boolean')
      this.markup.push({ start: start + box[0].length - 3, end: start + box[0].length })
  }

  #rows(table: Table): Cell[][] {
    return table.children.map((row) =>
      row.children.map((cell) => ({
        paragraphs: this.#inline(cell)
          .map((view) => view.trim())
          .filter((view) => view.length > 0),
        above: false,
      })),
    )
  }

  /** Lines of one paragraph: joined where one runs on into the next. */
  #lines(lines: readonly View[], place: Place): void {
    let run: View[] = []
    const flush = () => {
      if (run.length > 0) this.found.push(textBlock(joinLines(run), place))
      run = []
    }
    const filled = lines.map((view) => view.trim()).filter((view) => view.length > 0)
    const width = filled.length < 2 ? 0 : filled.reduce((most, { text }) => Math.max(most, displayWidth(text)), 0)
    for (const line of filled) {
      const before = run.at(-1)?.text ?? ''
      if (
        place.heading === null &&
        (/[。；：！？:;)）〕】\]]$/.test(before) ||
          endsShort(before, line.text, width) ||
          opensLabel(before, line.text, this.#terms))
      )
        flush()
      run.push(line)
    }
    flush()
  }

  /** The words of inline content, one view a line. */
  #inline(parent: Parents): View[] {
    const lines: View[][] = [[]]
    const whole = rangeOf(parent)
    let at = whole.start
    const visit = (node: Nodes) => {
      if (node.type === 'text' || node.type === 'inlineCode') {
        // An address that the library finds in the words afterwards leaves them without their places.
        const range = node.position ? rangeOf(node) : { start: at, end: whole.end }
        this.#overlay.lay(node.value, range, node.type === 'inlineCode').forEach((view, i) => {
          if (i > 0) lines.push([])
          lines.at(-1)?.push(view)
          at = view.hull().end
        })
      } else if (node.type === 'break') lines.push([])
      else if (node.type === 'html') {
        if (/^<br\s*\/?>$/i.test(node.value)) lines.push([])
        this.#mark(node)
      } else if ('children' in node) {
        if (node.type === 'strong') this.bold.push(rangeOf(node))
        for (const child of node.children) visit(child as Nodes)
        if (node.position && (node.type === 'link' || node.type === 'linkReference')) this.#mark(node)
      } else this.#mark(node)
      if (node.position) at = rangeOf(node).end
    }
    for (const child of parent.children) visit(child as Nodes)
    return lines.map((views) =>
      View.join(views.length > 0 ? views : [View.of(this.#text, whole.start, whole.start)], () => ''),
    )
  }

  /** Code is text like any other; markup of HTML is furniture. */
  #raw(node: Nodes): void {
    const { start, end } = rangeOf(node)
    const view = View.of(this.#text, start, end).trim()
    if (view.length > 0) this.found.push({ ...textBlock(view, { heading: null, list: 0 }), role: 'furniture' })
  }

  #mark(node: Nodes): void {
    this.markup.push(rangeOf(node))
  }
}

/** A numbered line that ends before half of its paragraph's width, or that another number follows, is not wrapped. */
function endsShort(before: string, line: string, width: number): boolean {
  const isNumbered = (text: string) => readMarker(text)?.weak === false
  return isNumbered(before) && (displayWidth(before) * 2 < width || isNumbered(line))
}

/** A line that begins with a label, after one that leaves neither a list nor a bracket open. */
function opensLabel(before: string, line: string, terms: Terms): boolean {
  const label = /^([^：:]{2,16})[：:]/.exec(line)?.[1]
  if (label === undefined || terms.fieldOf(label) === null) return false
  return !/[，,、；;]$/.test(before) && findBrackets(before).every(({ closed }) => closed)
}

/** The words of a tree. */
function wordsOf(node: Nodes): string {
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(wordsOf).join('') : ''
}

function rangeOf(node: Nodes): Range {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 }
}

function textBlock(view: View, place: Place): TextBlock {
  return {
    kind: 'text',
    view,
    role: null,
    heading: place.heading,
    generated: null,
    indent: 0,
    apart: true,
    list: place.list,
    bullet: false,
  }
}
