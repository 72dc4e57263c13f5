/**
 * Signs: kinds of characters that rules look for. A text is looked through once for all of them; what it holds none of
 * no rule need look for in it.
 */
import { WHITE_SPACE } from './chars.ts'

/** What may stand before a label or an item on its line, for the end of a class of a pattern. */
export const BULLETS = '—–─●○•·・★☆◆◇■□▲△▶►➢➤▪◎※-'

/** White space, the zero-width characters too. */
export const BLANK = 1
/** A colon of any width. */
export const COLON = 2
/** A bracket of any kind, opening or closing. */
export const BRACKET = 4
/** A square bracket that closes. */
export const SQUARE_CLOSE = 8
/** What parts the cells of a table in plain text: bars and tabs. */
export const BAR = 16
/** A full-width digit, full stop or slash. */
export const WIDE_DIGIT = 32
/** “ and ”. */
export const QUOTE = 64
/** What only the page around a text has, not the text: see `terms/furniture.ts`. */
export const PAGE = 128

const CHARACTERS: readonly (readonly [sign: number, characters: string])[] = [
  [BLANK, `${WHITE_SPACE}\u200b\u200c\u200d`],
  [COLON, '：:∶﹕'],
  [BRACKET, '()（）﹙﹚[]［］〔〕【】〖〗《》<＜〈'],
  [SQUARE_CLOSE, '】〕］]〗'],
  [BAR, '|｜│┃\t'],
  [WIDE_DIGIT, '．／０１２３４５６７８９'],
  [QUOTE, '“”'],
  [PAGE, '>＞»›|｜/·页藏Pp网版碍者'],
]

const SIGNS = new Uint8Array(0x10000)
for (const [sign, characters] of CHARACTERS) {
  for (const character of characters) SIGNS[character.charCodeAt(0)] = (SIGNS[character.charCodeAt(0)] as number) | sign
}

/** All signs of which a text holds a character. */
export function signsOf(text: string): number {
  let signs = 0
  for (let i = 0; i < text.length; i++) signs |= SIGNS[text.charCodeAt(i)] as number
  return signs
}
