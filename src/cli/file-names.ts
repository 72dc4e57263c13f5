/** Names of units → names of files that are safe on every system and in every folder. */
import { hashOf } from '../hash.ts'

/** Bytes of UTF-8 that a whole name takes at most; most file systems allow 255. */
const MOST_BYTES = 200
/** Of these, for what tells twins apart: `~2`. */
const TWIN_BYTES = 8

/** What no name may hold somewhere: path separators, what Windows forbids, characters that are not seen. */
const FORBIDDEN = /[/\\:*?"<>|\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu
/** Devices on Windows, whatever extension follows. */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=[. ]|$)/i

/** One file name each, in order; names that are one on some system (in case, in form) get `~2`, `~3` … . */
export function fileNames(names: readonly string[], extension: string): string[] {
  const taken = new Set<string>()
  const twins = new Map<string, number>()
  return names.map((name) => {
    const stem = safeStem(name, MOST_BYTES - TWIN_BYTES - bytesOf(extension))
    const key = sameName(stem)
    let count = twins.get(key) ?? 1
    let free = stem
    while (taken.has(sameName(free))) free = `${stem}~${++count}`
    twins.set(key, count)
    taken.add(sameName(free))
    return free + extension
  })
}

function sameName(stem: string): string {
  return stem.normalize('NFKC').toLowerCase()
}

function safeStem(name: string, mostBytes: number): string {
  const clean = name.normalize('NFC').replace(FORBIDDEN, '_').replace(/\s+/g, ' ')
  const bare = withoutEdges(clean) || '_'
  const stem = RESERVED.test(bare) ? `_${bare}` : bare
  if (bytesOf(stem) <= mostBytes) return stem
  const mark = `-${hashOf(name).slice(0, 8)}`
  return withoutEdges(cutToBytes(stem, mostBytes - mark.length)) + mark
}

/** A leading dot hides a file, a trailing one or a blank is dropped by Windows. */
function withoutEdges(name: string): string {
  let start = 0
  let end = name.length
  while (start < end && '. '.includes(name[start] as string)) start++
  while (end > start && '. '.includes(name[end - 1] as string)) end--
  return name.slice(start, end)
}

function cutToBytes(text: string, most: number): string {
  let bytes = 0
  let end = 0
  for (const { segment } of new Intl.Segmenter('zh').segment(text)) {
    bytes += bytesOf(segment)
    if (bytes > most) break
    end += segment.length
  }
  return text.slice(0, end)
}

function bytesOf(text: string): number {
  return Buffer.byteLength(text)
}
