/**
 * Characters: white space, widths, folding. All functions here keep one UTF-16 unit for one, so that offsets hold.
 */

/** True for white space as `\s` sees it, by code unit; the no-break and ideographic spaces are among them. */
export function isBlank(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0x3000 ||
    code === 0xa0 ||
    code === 0xfeff ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f
  )
}

/** The same text without any white space. */
export function squeeze(text: string): string {
  return text.replace(/\s+/g, '')
}

/** Full-width ASCII to half width, unit for unit: `（１）：` → `(1):`. Other characters stay. */
export function fold(text: string): string {
  return text.replace(/[\uFF01-\uFF5E\u3000]/g, (c) =>
    c === '\u3000' ? ' ' : String.fromCharCode(c.charCodeAt(0) - 0xfee0),
  )
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
