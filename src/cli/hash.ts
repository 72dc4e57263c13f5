/** SHA-256 of bytes, in hexadecimal. */
import { createHash } from 'node:crypto'

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}
