/**
 * Files that are said to be a Word document or a spreadsheet and are something else, by their first bytes.
 */
import { PlanparseError } from '../error.ts'

/** Compound files: documents of old Office, and new ones under a password ([MS-OFFCRYPTO], 2.3.4). */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const ZIP = [0x50, 0x4b]
/** The older format of each. */
const OLDER = { docx: '.doc', xlsx: '.xls' } as const

/** Throws `PlanparseError` for what is no zip archive. */
export function refuseOthers(bytes: Uint8Array, format: keyof typeof OLDER): void {
  if (startsWith(bytes, COMPOUND)) {
    throw isEncrypted(bytes) ? new PlanparseError('encrypted') : new PlanparseError('old-office-format', OLDER[format])
  }
  if (!startsWith(bytes, ZIP)) throw new PlanparseError('not-this-format', format)
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte)
}

/** The name of the stream that holds an encrypted package, in UTF-16 in the file's directory. */
function isEncrypted(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return buffer.includes(Buffer.from('EncryptedPackage', 'utf16le'))
}
