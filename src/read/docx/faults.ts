/**
 * Why a file cannot be read as a Word document.
 */
import { type FaultCode, type FaultDetail, PlanparseError } from '../../error.ts'

const FAULTS = {
  encrypted: ['encrypted', ''],
  'old-word': ['old-office-format', '.doc'],
  damaged: ['truncated', ''],
  'not-word': ['unreadable', { name: '', known: ['这不是 Word 文档（.docx）'] }],
  'other-zip': ['zip-unknown', ''],
  'too-large': ['zip-bomb', '.docx'],
  // Part 2, 6.2.5: packages hold no DTD.
  forbidden: ['unreadable', { name: '', known: ['文件里有 Word 文档不允许的 DOCTYPE 声明'] }],
} as const satisfies Record<string, readonly [FaultCode, string | FaultDetail]>

export type Reason = keyof typeof FAULTS

/** The error for a file that cannot be read. */
export function fault(reason: Reason): PlanparseError {
  const [code, detail] = FAULTS[reason]
  return new PlanparseError(code, detail)
}
