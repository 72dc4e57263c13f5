/**
 * Brackets: every opening bracket with its closing one, of all kinds and widths, mixed or unclosed.
 */

type Family = 'round' | 'square' | 'title' | 'angle'

/** Brackets that set an annotation or an explanation apart; a closing one of the same family is preferred. */
const FAMILIES: readonly (readonly [family: Family, opening: string, closing: string])[] = [
  ['round', '(（﹙', ')）﹚'],
  ['square', '[［〔【〖', ']］〕】〗'],
  ['title', '《', '》'],
  ['angle', '<＜〈', '>＞〉'],
]

/** A sign for less, and a tag, open no bracket: words up to a closing one do. */
const ANGLE = /[<＜〈][㐀-鿿][^<＜〈>＞〉\n]{0,160}[>＞〉]/y

function opensAngle(text: string, at: number): boolean {
  ANGLE.lastIndex = at
  return ANGLE.test(text)
}

/** By code unit: the number of the bracket's family from 1, and whether it closes; 0 for what is no bracket. */
const KIND = new Uint8Array(0x10000)
const CLOSES = 8
FAMILIES.forEach(([, opening, closing], i) => {
  for (const bracket of opening) KIND[bracket.charCodeAt(0)] = i + 1
  for (const bracket of closing) KIND[bracket.charCodeAt(0)] = (i + 1) | CLOSES
})

/** A bracket and what it holds; `end` is past the closing bracket, or the end of the text where none closes it. */
export interface Bracket {
  start: number
  end: number
  closed: boolean
  family: Family
  /** How many brackets lie around it. */
  depth: number
}

/**
 * All brackets of a text in order of their start. A closing bracket closes the nearest open one of its family, and
 * what was left open within it stays unclosed; where none of its family is open it closes the nearest of any but 《.
 */
export function findBrackets(text: string): Bracket[] {
  return pairBrackets(text).brackets
}

/** A bracket of another family closes it too, but not 《, nor where its own stands right behind: [甲局牵头)]. */
function mayClose(top: Bracket | undefined, text: string, at: number): boolean {
  if (top === undefined || top.family === 'title') return false
  const next = KIND[text.charCodeAt(at + 1)] as number
  return !(next >= CLOSES && FAMILIES[(next & ~CLOSES) - 1]?.[0] === top.family)
}

/** The same, and the offsets of closing brackets that close none. */
export function pairBrackets(text: string): { brackets: Bracket[]; strays: number[] } {
  const brackets: Bracket[] = []
  const strays: number[] = []
  const open: Bracket[] = []
  const openOf = { round: 0, square: 0, title: 0, angle: 0 }
  for (let at = 0; at < text.length; at++) {
    const kind = KIND[text.charCodeAt(at)] as number
    if (kind === 0) continue
    const [family] = FAMILIES[(kind & ~CLOSES) - 1] as (typeof FAMILIES)[number]
    if (family === 'angle' && (kind < CLOSES ? !opensAngle(text, at) : openOf.angle === 0)) continue
    if (kind < CLOSES) {
      const bracket: Bracket = { start: at, end: text.length, closed: false, family, depth: open.length }
      brackets.push(bracket)
      open.push(bracket)
      openOf[family]++
      continue
    }
    const closesOther = openOf[family] === 0
    if (closesOther && (family === 'title' || !mayClose(open.at(-1), text, at))) {
      strays.push(at)
      continue
    }
    for (let top = open.pop(); top; top = open.pop()) {
      openOf[top.family]--
      if (top.family !== family && !closesOther) continue
      top.end = at + 1
      top.closed = true
      break
    }
  }
  return { brackets, strays }
}

/**
 * Splits at separators that stand outside every bracket; gives the ranges between them, empty ones too. The separator
 * is a global pattern.
 */
export function splitOutside(text: string, separator: RegExp): { start: number; end: number }[] {
  const brackets = findBrackets(text).filter((bracket) => bracket.depth === 0)
  const parts: { start: number; end: number }[] = []
  let from = 0
  let next = 0
  for (const match of text.matchAll(separator)) {
    while (next < brackets.length && (brackets[next] as Bracket).end <= match.index) next++
    const bracket = brackets[next]
    if (bracket && bracket.start <= match.index && bracket.closed) continue
    parts.push({ start: from, end: match.index })
    from = match.index + match[0].length
  }
  parts.push({ start: from, end: text.length })
  return parts
}

/** True where a text closes a bracket that it has not opened, of whatever kind: 街道））, （街道））. */
export function closesMore(text: string): boolean {
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const kind = KIND[text.charCodeAt(i)] as number
    if (kind === 0) continue
    depth += kind & CLOSES ? -1 : 1
    if (depth < 0) return true
  }
  return false
}
