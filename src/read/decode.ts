/**
 * Bytes → text. A byte order mark decides; then what an HTML page says of itself, where its bytes bear it out; then
 * strict UTF-8; then, of the encodings Chinese text comes in, the one whose reading holds the most common characters.
 * Broken bytes are shown as U+FFFD, with a message.
 */
import { PlanparseError } from '../error.ts'
import type { Note } from '../message.ts'
import { commonness } from './common.ts'

export interface Decoded {
  text: string
  /** The WHATWG name of the encoding. */
  encoding: string
  notes: Note[]
}

/** Strict UTF-8, a byte order mark kept; `null` where a byte does not decode. */
export type Utf8 = (bytes: Uint8Array) => string | null

const strictUtf8: Utf8 = (bytes) => strictly(bytes, 'utf-8')

/** Decodes a file; `encoding` is `auto` or a WHATWG label. Throws `PlanparseError` for an unknown label. */
export function decode(bytes: Uint8Array, encoding: string, utf8: Utf8 = strictUtf8): Decoded {
  const known = encoding === 'auto' ? detect(bytes, utf8) : { name: nameOf(encoding) }
  const { name, whole = name === 'utf-8' ? utf8(bytes) : strictly(bytes, name) } = known
  if (whole !== null) return { text: withoutMark(whole), encoding: name, notes: [] }
  const text = withoutMark(new TextDecoder(name, { ignoreBOM: true }).decode(bytes))
  return { text, encoding: name, notes: [brokenNote(text, firstBroken(bytes, name))] }
}

function brokenNote(text: string, offset: number): Note {
  const at = text.indexOf('\ufffd')
  return { code: 'bytes-broken', range: at < 0 ? null : { start: at, end: at + 1 }, detail: String(offset) }
}

function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}

/** GBK and GB2312 are read as their superset GB18030. */
function nameOf(label: string): string {
  try {
    const name = new TextDecoder(label).encoding
    return name === 'gbk' ? 'gb18030' : name
  } catch {
    throw new PlanparseError('unknown-encoding', { name: label })
  }
}

const MARKS: readonly (readonly [mark: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]

/** What is looked at to tell encodings apart. */
const SAMPLE = 32_768

/** The beginning, or where the first words stand that are not Latin: pages can begin with long scripts. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80)
  // Two bytes are one character in UTF-16.
  const start = first > SAMPLE / 2 ? first - (first % 2) : 0
  return bytes.subarray(start, start + SAMPLE)
}

/** The name of the encoding, and the text where it had to be decoded for that. */
function detect(bytes: Uint8Array, utf8: Utf8): { name: string; whole?: string } {
  const marked = MARKS.find(([mark]) => mark.every((byte, i) => bytes[i] === byte))
  if (marked) return { name: marked[1] }
  const head = sampleOf(bytes)
  const stated = statedEncoding(bytes)
  const whole = utf8(bytes)
  // The bytes of UTF-16 can be good UTF-8 by chance, but then they hold characters that no text does.
  if (whole !== null && !holdsControls(whole))
    return stated !== null && isLikelier(head, stated, 'utf-8') ? { name: stated } : { name: 'utf-8', whole }
  if (
    stated !== null &&
    stated !== 'utf-8' &&
    (strictly(bytes, stated) !== null || commonness(shown(head, stated)) > 0.3)
  )
    return { name: stated }
  return { name: likeliest(head) }
}

/** The name in `<meta charset>` or an XML declaration; UTF-16 cannot be said so. */
function statedEncoding(bytes: Uint8Array): string | null {
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  if (!text.includes('<')) return null
  const declarations = text.match(/<meta\s[^<>]*|^\s*<\?xml\s[^<>]*/gi) ?? []
  const labels = declarations.map((words) => /(?:charset|encoding)\s*=[\s"']*([\w-]{3,20})/i.exec(words)?.[1])
  const label = labels.find((each) => each !== undefined)
  try {
    const name = label ? nameOf(label) : null
    return name?.startsWith('utf-16') ? null : name
  } catch {
    return null
  }
}

function isLikelier(head: Uint8Array, one: string, other: string): boolean {
  return one !== other && strictly(head, one) !== null && commonness(shown(head, one)) > commonness(shown(head, other))
}

function likeliest(head: Uint8Array): string {
  // A file of UTF-8 with a fault in it is far likelier than one of another encoding that reads as well.
  let best = { encoding: 'utf-8', score: commonness(shown(head, 'utf-8')) }
  for (const encoding of ['gb18030', 'big5', 'utf-16le', 'utf-16be']) {
    const score = commonness(shown(head, encoding))
    if (score > best.score) best = { encoding, score }
  }
  return best.encoding
}

/** Decoded as far as it goes; a character cut at the end of the sample is no fault. */
function shown(head: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(head, { stream: true })
}

function holdsControls(text: string): boolean {
  return /[^\P{Cc}\s\u007f-\u009f]/u.test(text)
}

/** The text, or `null` where a byte does not decode. */
function strictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The offset at which the first character that does not decode begins; found by halving. */
function firstBroken(bytes: Uint8Array, encoding: string): number {
  const fails = (end: number) => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, end), { stream: true })
      return false
    } catch {
      return true
    }
  }
  let low = 0
  let high = bytes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (fails(middle + 1)) high = middle
    else low = middle + 1
  }
  while (low > 0 && strictly(bytes.subarray(0, low), encoding) === null) low--
  return low
}
