/**
 * The key by which a row of a ledger that comes back finds its task: `1.2|9f3a1c77|notices/a.txt`, its id, a
 * fingerprint of its text, and its file, which may hold any character and so comes last.
 */
import type { Plan, Task } from '../plan.ts'
import { squeeze } from '../text/chars.ts'

export interface Key {
  id: string
  fingerprint: string
  file: string
}

export function keyOf({ source }: Plan, { id, text }: Task): string {
  return `${id}|${fingerprint(text)}|${source.path ?? '-'}`
}

/** `null` for what is no key. */
export function readKey(key: string): Key | null {
  const [, id, hash, file] = /^([^|]{1,200})\|([0-9a-f]{8})\|(.*)$/s.exec(key) ?? []
  return id === undefined || hash === undefined || file === undefined ? null : { id, fingerprint: hash, file }
}

/** Eight hexadecimal digits (FNV-1a over UTF-16 units), white space aside: enough to see that a text is another one. */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (const unit of squeeze(text))
    for (let i = 0; i < unit.length; i++) hash = Math.imul(hash ^ unit.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
