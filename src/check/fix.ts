/**
 * What is safe to mend by itself, mended.
 */
import type { Edit, Finding } from '../plan.ts'

/** The edits of findings in the order of the text. They are disjoint: each rule that mends changes other characters. */
export function editsOf(findings: readonly Finding[]): Edit[] {
  return findings.flatMap(({ fix }) => fix ?? []).sort((a, b) => a.start - b.start)
}

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
