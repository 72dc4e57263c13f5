/**
 * Makes text safe for a terminal. Control characters can move the cursor, change the window or hide text, and
 * direction marks can reorder it: a file name or a document must never bring them there raw.
 */

/** C0 but for tab and line ends, DEL and C1, direction marks and isolates, line separators, lone surrogates. */
const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu

/** The text with each unsafe character as `\u001b`; within JSON that is the same character. */
export function visible(text: string): string {
  return text.replace(/\r(?!\n)/g, '\\u000d').replace(UNSAFE, escaped)
}

/** The same on one line: any white space is one blank. */
export function visibleLine(text: string): string {
  return visible(text.replace(/[\t\n\v\f\r ]+/g, ' ').trim())
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
