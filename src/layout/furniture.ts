/**
 * Marks page furniture among the lines: page numbers and running heads, and what a web site puts around an article.
 */
import type { TextBlock } from '../stages.ts'
import { displayWidth } from '../text/chars.ts'
import { FOOTER, furnitureOf } from '../terms/furniture.ts'

/** No more lines than this are taken for the foot of a page. */
const LONGEST_FOOT = 40

/** Gives furniture lines their role, in place. */
export function markFurniture(lines: readonly TextBlock[]): void {
  const pageNumbers: number[] = []
  lines.forEach((line, i) => {
    const id = furnitureOf(line.view.text)
    if (id === null) return
    line.role = 'furniture'
    if (id === 'page-number' || id === 'page-of') pageNumbers.push(i)
  })
  markRunningHeads(lines, pageNumbers)
  markFoot(lines)
}

/** The same short line beside two page numbers is a running head. */
function markRunningHeads(lines: readonly TextBlock[], pageNumbers: readonly number[]): void {
  const seen = new Map<string, number[]>()
  for (const at of pageNumbers) {
    for (const beside of [at - 1, at + 1]) {
      const line = lines[beside]
      if (!line || line.role !== null || displayWidth(line.view.text) > 80) continue
      seen.set(line.view.text, [...(seen.get(line.view.text) ?? []).slice(-50), beside])
    }
  }
  for (const places of seen.values()) {
    if (places.length < 2) continue
    for (const at of places) (lines[at] as TextBlock).role = 'furniture'
  }
}

/** From the first line of a page's foot on, all is furniture, where that is but the end of the document. */
function markFoot(lines: readonly TextBlock[]): void {
  const from = Math.max(0, lines.length - LONGEST_FOOT, Math.ceil(lines.length * 0.4))
  const foot = lines.findIndex((line, i) => i >= from && FOOTER.pattern.test(line.view.text))
  if (foot < 0) return
  for (const line of lines.slice(foot)) line.role = 'furniture'
}
