/** SHA-256 of bytes, in hexadecimal. */
import { createHash } from 'node:crypto'

export function hashOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}
