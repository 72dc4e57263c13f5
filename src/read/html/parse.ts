/**
 * The tree of a page, and where in its file the words stand. parse5 knows the first and the last place of a text, but
 * one text may be put together from pieces that lie apart (what stands loose in a table is shown before it), and
 * references such as `&nbsp;` are characters of which the file has none.
 */
import { defaultTreeAdapter, parse, parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { View } from '../../text/view.ts'
import { type Node, textOf } from './tree.ts'

/** The text of a text node as a view of the file; nothing of other nodes. */
export type WordsOf = (node: Node) => View

export function parsePage(file: string): { root: Tree.Document; wordsOf: WordsOf } {
  const root = parse(withoutOpenFormats(file), { sourceCodeLocationInfo: true, treeAdapter: placing })
  return { root, wordsOf: wordsIn(file) }
}

/** A piece of a text, up to `end` of its value, and the range of the file that it was read from. */
interface Piece {
  end: number
  from: number
  to: number
}
interface PlacedText extends Tree.TextNode {
  pieces?: Piece[]
}

/** Notes each piece of a text as it comes: a place that is not known yet is told in full. Other places are not kept. */
const placing: typeof defaultTreeAdapter = {
  ...defaultTreeAdapter,
  getNodeSourceCodeLocation: () => undefined,
  updateNodeSourceCodeLocation() {},
  setNodeSourceCodeLocation(node, location) {
    if (location && isText(node)) notePiece(node, location.startOffset, location.endOffset)
  },
}

function isText(node: Node): node is PlacedText {
  return node.nodeName === '#text'
}

function notePiece(node: PlacedText, from: number, to: number): void {
  const end = node.value.length
  const last = node.pieces?.at(-1)
  if (last?.to === from) Object.assign(last, { end, to })
  else if (last) node.pieces?.push({ end, from, to })
  // An array of one takes far less room than one that grows.
  else node.pieces = [{ end, from, to }]
}

function wordsIn(file: string): WordsOf {
  const decode = decoder()
  return (node) => {
    const value = textOf(node)
    const { pieces = [] } = node as PlacedText
    // What the page shows never hangs on places: a text that they do not cover has none.
    if (pieces.at(-1)?.end !== value.length || value.trim() === '') return View.made(value)
    let at = 0
    const views = pieces.map(({ end, from, to }) => {
      const view = aligned(value.slice(at, end), file, from, to, decode)
      at = end
      return view
    })
    return View.join(views, () => '')
  }
}

/** What the file may have another way than the page shows it: references, line ends. */
const REWRITTEN = /&(?:#[xX]?[\da-fA-F]+|[a-zA-Z][\da-zA-Z]*);?|\r\n?/g

/** A text laid over its range of the file; without a place where it is not exactly what the file says there. */
function aligned(value: string, file: string, from: number, to: number, decode: (reference: string) => string): View {
  const source = file.slice(from, to)
  if (source === value) return View.of(file, from, to)
  const parts: View[] = []
  let at = from
  for (const { 0: printed, index } of source.matchAll(REWRITTEN)) {
    const shown = printed.startsWith('&') ? decode(printed) : '\n'
    if (shown === printed) continue
    parts.push(View.of(file, at, from + index), View.made(shown))
    at = from + index + printed.length
  }
  const words = View.join([...parts, View.of(file, at, to)], () => '')
  if (words.text === value) return words
  // A line end right after <pre> is not shown.
  return words.text === `\n${value}` ? words.slice(1) : View.made(value)
}

/** More different references than HTML has names for no page needs: what goes beyond has no place. */
const MOST_REFERENCES = 2500

/** What references stand for; each is parsed once. */
function decoder(): (reference: string) => string {
  const known = new Map<string, string>()
  return (reference) => {
    let text = known.get(reference)
    if (text === undefined && known.size < MOST_REFERENCES) {
      text = parseFragment(reference).childNodes.map(textOf).join('')
      known.set(reference, text)
    }
    return text ?? reference
  }
}

const FORMATS = /<(\/?)(?:b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?:[\s/][^<>]{0,2000})?>/gi
/** So many left open no page has. */
const MOST_OPEN = 500

/**
 * Each paragraph opens anew all that bold, font … before it left open, and time and memory grow with the square of
 * them: where there are very many they are made comments of the same length, so that all places stay.
 */
function withoutOpenFormats(html: string): string {
  let open = 0
  for (const [, close] of html.matchAll(FORMATS)) open += close ? -1 : 1
  return open > MOST_OPEN ? html.replace(FORMATS, (tag) => `<!${' '.repeat(tag.length - 3)}>`) : html
}
