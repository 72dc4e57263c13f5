/**
 * Changes a few characters of a file and leaves every other byte as it is: encoding, line ends, byte order mark. A
 * character that is put in takes its bytes from where it stands elsewhere in the file, so that no encoder is needed.
 */
import type { Edit } from '../plan.ts'

/** The bytes with the edits made; `null` where a new character stands nowhere in the file. */
export function rewrite(bytes: Uint8Array, encoding: string, edits: readonly Edit[]): Uint8Array | null {
  const { text, starts } = placed(bytes, encoding)
  const parts: Uint8Array[] = []
  const known = new Map<string, Uint8Array | null>()
  const bytesOf = (character: string) => {
    const at = text.indexOf(character)
    return at < 0 ? null : bytes.subarray(starts[at], starts[at + character.length])
  }
  let from = 0
  for (const edit of edits) {
    parts.push(bytes.subarray(from, starts[edit.start]))
    for (const character of edit.text) {
      if (!known.has(character)) known.set(character, bytesOf(character))
      const own = known.get(character)
      if (!own) return null
      parts.push(own)
    }
    from = starts[edit.end] as number
  }
  parts.push(bytes.subarray(from))
  return Buffer.concat(parts)
}

/** The text without a byte order mark, and where each of its UTF-16 units begins in the bytes; one more for the end. */
function placed(bytes: Uint8Array, encoding: string): { text: string; starts: number[] } {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  const parts: string[] = []
  const starts: number[] = []
  let begun = 0
  for (let at = 0; at < bytes.length; at++) {
    const part = decoder.decode(bytes.subarray(at, at + 1), { stream: true })
    if (part === '') continue
    for (let unit = 0; unit < part.length; unit++) starts.push(begun)
    parts.push(part)
    begun = at + 1
  }
  starts.push(begun)
  const text = parts.join('')
  const isMarked = text.startsWith('\ufeff')
  return { text: isMarked ? text.slice(1) : text, starts: isMarked ? starts.slice(1) : starts }
}
