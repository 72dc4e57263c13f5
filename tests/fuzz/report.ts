/** What the process that tries the cases tells the one that watches over it. */
import type { Case } from './cases.ts'

/** Some cases of one kind that were tried. */
export interface Batch {
  kind: Case['kind']
  inputs: number
  /** UTF-16 units of texts, bytes of files. */
  size: number
  ms: number
  /** Bytes of memory held afterwards. */
  memory: number
  failure: Failure | null
}

export interface Failure {
  /** As small as it could be made. */
  case: Case
  faults: string[]
}

/** The case under way, for when the process does not come back from it. */
export const CURRENT = 'current.json'

export function sizeOf(each: Case): number {
  return 'base64' in each ? (each.base64.length * 3) / 4 : each.text.length
}
