/**
 * Characters: white space, widths, folding. All functions here keep one UTF-16 unit for one, so that offsets hold.
 */

/** White space as `\s` sees it; the no-break and ideographic spaces are among it. */
export const WHITE_SPACE =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff'

/** By code unit: 1 for white space. */
const BLANKS = new Uint8Array(0x10000)
for (const blank of WHITE_SPACE) BLANKS[blank.charCodeAt(0)] = 1

/** True for white space as `\s` sees it, by code unit. */
export function isBlank(code: number): boolean {
  return BLANKS[code] === 1
}

/** Where the first white space stands from an index on; -1 where there is none. */
export function firstBlank(text: string, from = 0): number {
  for (let i = from; i < text.length; i++) if (BLANKS[text.charCodeAt(i)] === 1) return i
  return -1
}

/**
 * Characters that nobody sees, and that no word has, for a class of a pattern: what editors of web pages leave in a text.
 * Not white space as `\s` sees it.
 */
export const INVISIBLE = '\\u00ad\\u200b-\\u200f\\u2060'
const ANY_INVISIBLE = new RegExp(`[${INVISIBLE}]`)
const VISIBLE = new RegExp(`[^${INVISIBLE}]+`, 'g')

/** True where a text has a character that nobody sees. */
export function hasInvisible(text: string): boolean {
  return ANY_INVISIBLE.test(text)
}

/** The pieces between such characters. */
export function visiblePieces(text: string): { at: number; words: string }[] {
  return Array.from(text.matchAll(VISIBLE), (match) => ({ at: match.index, words: match[0] }))
}

/** The same text without any white space. */
export function squeeze(text: string): string {
  return firstBlank(text) < 0 ? text : text.replace(/\s+/g, '')
}

/** The length of a text without white space and some further characters at its end; a pattern would look at each run anew. */
export function lengthWithout(characters: string, text: string): number {
  let end = text.length
  while (end > 0 && (isBlank(text.charCodeAt(end - 1)) || characters.includes(text.charAt(end - 1)))) end--
  return end
}

/** A full-width sign of ASCII in half width. */
export function toHalfWidth(sign: string): string {
  return String.fromCharCode(sign.charCodeAt(0) - 0xfee0)
}

/** Full-width ASCII to half width, unit for unit: `（１）：` → `(1):`. Other characters stay. */
export function fold(text: string): string {
  return text.replace(/[\uFF01-\uFF5E\u3000]/g, (c) => (c === '\u3000' ? ' ' : toHalfWidth(c)))
}

/**
 * Digits in half width, with the full stops and slashes behind them, unit for unit: `１．１` → `1.1`, `２０２４／６／３０` →
 * `2024/6/30`. Whole offices type so; what a number means does not hang on it.
 */
export function narrowDigits(text: string): string {
  if (!/[０-９．／]/.test(text)) return text
  return text.replace(/[０-９]|(?<=[0-9０-９])[．／]/g, toHalfWidth)
}

/** Squeezed and folded: the form in which labels and headings are looked up. */
export function plain(text: string): string {
  return fold(squeeze(text))
}

/** Columns a text takes on paper or a terminal: two for a full-width character, one for others. */
export function displayWidth(text: string): number {
  let width = 0
  for (let i = 0; i < text.length; i++) width += isWide(text.charCodeAt(i)) ? 2 : 1
  return width
}

function isWide(code: number): boolean {
  return (
    code >= 0x2e80 ||
    (code >= 0x2014 && code <= 0x2026) ||
    (code >= 0x2460 && code <= 0x24ff) ||
    (code >= 0x2160 && code <= 0x217f) ||
    (code >= 0x25a0 && code <= 0x26ff)
  )
}

/** True where two wrapped lines are joined with a blank: between two Latin letters or digits. */
export function joinsWithBlank(before: string, after: string): boolean {
  return /[A-Za-z0-9]$/.test(before) && /^[A-Za-z0-9]/.test(after)
}
