/**
 * What is safe to mend by itself, mended.
 */
import type { Edit, Finding } from '../plan.ts'

/** The edits of findings in the order of the text. They are disjoint: each rule that mends changes other characters. */
export function editsOf(findings: readonly Finding[]): Edit[] {
  return editsInOrder(findings.flatMap(({ fix }) => fix ?? []))
}

function editsInOrder(edits: readonly Edit[]): Edit[] {
  return [...edits].sort((a, b) => a.start - b.start)
}

/** How many places are changed by what mends a finding: the two ends of a bracket are one. */
export function placesIn({ fix }: Finding): number {
  let places = 0
  let open = 0
  for (const { text } of editsInOrder(fix ?? [])) {
    const isClosed = CLOSING.test(text) && open > 0
    if (OPENING.test(text)) open++
    if (isClosed) open--
    else places++
  }
  return places
}

const OPENING = /^[(（]$/
const CLOSING = /^[)）]$/

/** The text that findings are about with all their fixes made. */
export function applyFixes(text: string, findings: readonly Finding[]): string {
  const parts: string[] = []
  let from = 0
  for (const edit of editsOf(findings)) {
    parts.push(text.slice(from, edit.start), edit.text)
    from = edit.end
  }
  parts.push(text.slice(from))
  return parts.join('')
}
