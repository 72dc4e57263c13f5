/**
 * Bytes → text. A byte order mark decides; then strict UTF-8; then, of the encodings Chinese text comes in, the one
 * whose reading holds the most common characters. Broken bytes are shown as U+FFFD, with a message.
 */
import { PlanparseError } from '../error.ts'
import type { Note } from '../message.ts'

export interface Decoded {
  text: string
  /** The WHATWG name of the encoding. */
  encoding: string
  notes: Note[]
}

/** Decodes a file; `encoding` is `auto` or a WHATWG label. Throws `PlanparseError` for an unknown label. */
export function decode(bytes: Uint8Array, encoding: string): Decoded {
  const name = encoding === 'auto' ? detect(bytes) : nameOf(encoding)
  const text = stripMark(new TextDecoder(name, { ignoreBOM: true }).decode(bytes))
  const broken = text.includes('\ufffd') ? firstBroken(bytes, name) : null
  const at = broken === null ? -1 : text.indexOf('\ufffd')
  const notes: Note[] =
    broken === null ? [] : [{ code: 'bytes-broken', range: { start: at, end: at + 1 }, detail: String(broken) }]
  return { text, encoding: name, notes }
}

function stripMark(text: string): string {
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

function detect(bytes: Uint8Array): string {
  const marked = MARKS.find(([mark]) => mark.every((byte, i) => bytes[i] === byte))
  if (marked) return marked[1]
  if (isUtf8(bytes)) return 'utf-8'
  const head = bytes.subarray(0, 65_536)
  // A file of UTF-8 with a fault in it is far likelier than one of another encoding that reads as UTF-8 so long.
  let best = { encoding: 'utf-8', score: score(head, 'utf-8') }
  for (const encoding of ['gb18030', 'big5', 'utf-16le', 'utf-16be']) {
    const each = score(head, encoding)
    if (each > best.score) best = { encoding, score: each }
  }
  return best.encoding
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Characters that fill Chinese official prose, in both scripts, and its punctuation. */
const COMMON = new Set(
  '的一是不了人在有和大中国为上会来到时要出以生作地于对成能可下而子得里自年发后方多工行学经高进力同理政市县区省局部门办公室单位责任完成推进落实强化建设管理信息开服务重点导组织机制度项目安全全面实施工作任务月日前底牵头配合各级相关制定计划的國會來時為對發後經進實強設務點導組織機項，。、；：“”（）《》〔〕\n '.split(
    '',
  ),
)

/** Share of common characters, less what no text holds. */
function score(head: Uint8Array, encoding: string): number {
  const text = new TextDecoder(encoding).decode(head)
  let good = 0
  let bad = 0
  for (const c of text) {
    const code = c.codePointAt(0) as number
    if (COMMON.has(c) || (code >= 0x20 && code < 0x7f)) good++
    else if (
      code === 0xfffd ||
      (code >= 0xe000 && code <= 0xf8ff) ||
      (code < 0x20 && code !== 13 && code !== 9 && code !== 12)
    )
      bad += 2
  }
  return text.length === 0 ? 0 : (good - bad) / text.length
}

/** The offset of the first byte that does not decode, or `null`; finds it by halving. */
function firstBroken(bytes: Uint8Array, encoding: string): number | null {
  const fails = (end: number, stream: boolean) => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, end), { stream })
      return false
    } catch {
      return true
    }
  }
  if (!fails(bytes.length, false)) return null
  let low = 0
  let high = bytes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (fails(middle + 1, true)) high = middle
    else low = middle + 1
  }
  return Math.min(low, bytes.length - 1)
}
