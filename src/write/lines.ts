/** Text cut at whatever ends a line for some program or other. */

const LINE_ENDS = /[\n\r\f\v\u0085\u2028\u2029]+/

/** The lines of a text, without blanks around them and without blank ones; NUL is no character of any of them. */
export function linesOf(text: string): string[] {
  return text
    .replaceAll('\0', ' ')
    .split(LINE_ENDS)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** The text on one line. */
export function oneLine(text: string): string {
  return linesOf(text).join(' ')
}

/** A record as JSON on a line of its own, to readers as well that end lines at more than a line feed. */
export function jsonLine(record: object): string {
  return `${JSON.stringify(record).replace(/[\u0085\u2028\u2029]/g, (character) => ESCAPES[character] as string)}\n`
}
const ESCAPES: Readonly<Record<string, string>> = { '\u0085': '\\u0085', '\u2028': '\\u2028', '\u2029': '\\u2029' }
