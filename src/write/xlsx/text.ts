/** Text as a cell can hold it. */

/** The most characters of a cell in Excel, in UTF-16 units. */
export const LONGEST = 32_767

/** What XML cannot hold becomes �; line ends become `\n`. */
export function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(ILLEGAL, '\ufffd')
}

const ILLEGAL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu

/** A text in pieces that cells can hold, one where it is short enough. */
export function pieces(text: string): string[] {
  const whole = plain(text)
  const parts: string[] = []
  for (let start = 0; start < whole.length || start === 0; ) {
    const end = start + LONGEST
    // A character of two units is not parted.
    const next = /[\ud800-\udbff]/.test(whole[end - 1] ?? '') && end < whole.length ? end - 1 : end
    parts.push(escapeEscapes(whole.slice(start, next)))
    start = next
  }
  return parts
}

/** `_x000A_` in a cell stands for a character (ECMA-376 Part 1, 22.9.2.19): the letters themselves are written so. */
function escapeEscapes(text: string): string {
  return text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
}
