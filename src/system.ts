/** What the system refuses (a file, a handle, a thread), told from what is wrong with a document. */
import { PlanparseError } from './error.ts'

/** What the system says, without the path and the call: `ENOENT: no such file or directory`. */
export function systemReason(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return text.split(/, | '/)[0] as string
}

/** `unreadable` where it was the system that failed; `null` for any other error. `name`: what could not be read. */
export function systemFault(error: unknown, name = ''): PlanparseError | null {
  if (!(error instanceof Error)) return null
  const isOfSystem = 'syscall' in error || ('code' in error && error.code === 'ERR_WORKER_INIT_FAILED')
  return isOfSystem ? new PlanparseError('unreadable', { name, known: [systemReason(error)] }) : null
}
