/**
 * References: every 《…》 with the 文号 that follows it.
 */
import type { Reference } from '../plan.ts'
import type { LineIndex } from '../position.ts'
import { narrowDigits, squeeze } from '../text/chars.ts'

const REFERENCE =
  /《(?<title>[^《》]{1,120}(?:《[^《》]{1,80}》[^《》]{0,60})?)》(?:\s{0,3}[（(](?<number>[^（()）《》]{1,24}[〔[［][^〔[［（()）]{1,8}[〕\]］]\s{0,2}第?\s{0,2}\d{1,5}\s{0,2}号|[^（()）《》]{1,20}令\s{0,2}第?\s{0,2}\d{1,4}\s{0,2}号)[）)，,、；;])?/g

export function findReferences(text: string, index: LineIndex): Reference[] {
  const references: Reference[] = []
  if (!text.includes('《')) return references
  for (const match of narrowDigits(text).matchAll(REFERENCE)) {
    const { title = '', number } = match.groups ?? {}
    const end = match.index + match[0].length
    const at = match.index + 1
    references.push({
      title: squeeze(text.slice(at, at + title.length)),
      number: number ? squeeze(number) : null,
      position: index.position(match.index, end),
    })
  }
  return references
}
