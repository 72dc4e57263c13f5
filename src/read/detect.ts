/**
 * What a text is written in, by its own markup.
 */
import { isHeader } from '../terms/columns.ts'
import { type ListingKind, readNote } from '../terms/listing.ts'

/** What a list says that it is, whatever its words look like; `null` for any other text. */
export function listingKindOf(text: string): ListingKind | null {
  for (const line of text.slice(0, 4000).split(/\r\n|[\n\r]/, 30)) {
    const note = readNote(line)
    if (note) return note.kind
  }
  return null
}

/** True where headings, or one heading with other markup, say that a text is Markdown. */
export function looksLikeMarkdown(text: string): boolean {
  const head = text.slice(0, 200_000)
  const headings = (head.match(/^#{1,6} +\S/gm) ?? []).length
  if (headings >= 2) return true
  return headings === 1 && /^\|?[ \t]{0,9}:?-+:?[ \t]{0,9}\||\*\*[^*\n]{1,60}\*\*|^[-*+] \S|^> /m.test(head)
}

const TAG =
  /<\/?(?:p|div|span|table|tbody|tr|td|th|br|ul|ol|li|h[1-6]|a|b|strong|em|font|meta|link|script|style|img|center|section|article)(?:\s[^<>]{0,2000})?\/?>/gi

/** True for a page, and for a piece of one: a document type, html, head or body before anything else, or many tags. */
export function looksLikeHtml(text: string): boolean {
  const head = text.slice(0, 100_000)
  if (!head.includes('<')) return false
  if (
    /^(?:\s|<\?xml[^>]{0,200}>|<!--(?:(?!-->)[\s\S]){0,2000}-->){0,10}<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])/i.test(
      head,
    )
  )
    return true
  const tags = (head.match(TAG) ?? []).length
  return tags >= 6 && /^\s*</.test(head)
}

/** True where the first lines, cut at their commas, hold the headings of a task table. */
export function looksLikeCsv(text: string): boolean {
  const lines = text.slice(0, 20_000).split(/\r\n|\n|\r/, 8)
  return lines.some(
    (line) =>
      line.length < 400 && line.includes(',') && isHeader(line.split(',').map((cell) => cell.replace(/^"|"$/g, ''))),
  )
}
