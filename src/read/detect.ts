/**
 * What a text is written in, by its own markup.
 */

/** True where headings, or one heading with other markup, say that a text is Markdown. */
export function looksLikeMarkdown(text: string): boolean {
  const head = text.slice(0, 200_000)
  const headings = (head.match(/^#{1,6} +\S/gm) ?? []).length
  if (headings >= 2) return true
  return headings === 1 && /^\|?\s*:?-{2,}:?\s*\||\*\*[^*\n]{1,60}\*\*|^[-*+] \S|^> /m.test(head)
}
