/** Text cut at whatever ends a line for some program or other. */

const LINE_ENDS = /[\n\r\f\v\u0085\u2028\u2029\0]+/

/** The lines of a text, without blanks around them and without blank ones. */
export function linesOf(text: string): string[] {
  return text
    .split(LINE_ENDS)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** The text on one line. */
export function oneLine(text: string): string {
  return linesOf(text).join(' ')
}
