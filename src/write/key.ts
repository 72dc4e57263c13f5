/**
 * The key by which a row of a ledger that comes back finds its task: `1.2|9f3a1c77.811c9dc5.811c9dc5|notices/a.txt`, its
 * id; fingerprints of its text, and of the report and the remarks that were handed out with it, by which it is seen what
 * was changed since; and its file, which may hold any character and so comes last. Older keys have that of the text alone.
 */
import type { Plan, Task } from '../plan.ts'
import { squeeze } from '../text/chars.ts'
import { isRemark, valuesOf } from './extras.ts'

export interface Key {
  id: string
  fingerprint: string
  /** What was handed out, as `printOf` has it; `null` in older keys. */
  status: string | null
  remark: string | null
  file: string
}

export function keyOf({ source }: Plan, task: Pick<Task, 'id' | 'text' | 'status' | 'extra'>): string {
  const prints = [fingerprint(task.text), printOf(task.status ?? ''), printOf(valuesOf(task, isRemark))]
  return `${task.id}|${prints.join('.')}|${source.path ?? '-'}`
}

/** `null` for what is no key. */
export function readKey(key: string): Key | null {
  const parts = /^([^|]{1,200})\|([0-9a-f]{8})(?:\.([0-9a-f]{8})\.([0-9a-f]{8}))?\|(.*)$/s.exec(key)
  if (parts === null) return null
  const [, id = '', hash = '', status = null, remark = null, file = ''] = parts
  return { id, fingerprint: hash, status, remark, file }
}

/** The fingerprint of a cell, however a spreadsheet has saved it. */
export function printOf(cell: string): string {
  return fingerprint(bare(cell))
}

/** A text without what spreadsheets add or take away: blanks, the mark of a guarded cell, what XML cannot hold. */
export function bare(text: string): string {
  return squeeze(text.replace(/^'/, '').replace(/[\p{Cc}\p{Cf}\p{Surrogate}\ufffd\ufffe\uffff]/gu, ''))
}

/** Eight hexadecimal digits (FNV-1a over UTF-16 units), white space aside: enough to see that a text is another one. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (const unit of squeeze(text))
    for (let i = 0; i < unit.length; i++) hash = Math.imul(hash ^ unit.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
