/** Damaged documents: bytes turned, cut, doubled, swapped, numbers made huge, encodings mixed; packages also from within. */
import { readdirSync, readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { zip } from '../read/docx-build.ts'
import { gbkBytes } from '../read/gbk.ts'

export interface Damaged {
  /** As the file would be called: its extension says what it was. */
  name: string
  bytes: Uint8Array
}

interface Original extends Damaged {
  /** The files in a package, else `null`. */
  files: Record<string, Uint8Array> | null
}

/** What is done to bytes; places are shares of their length, so that they hold for any document. */
type Mutation =
  | { kind: 'turn'; at: number; byte: number }
  | { kind: 'cut' | 'double'; at: number; share: number; times: number }
  | { kind: 'end'; at: number }
  | { kind: 'swap'; at: number; to: number; share: number }
  | { kind: 'insert'; at: number; bytes: Uint8Array }
  | { kind: 'number'; at: number; value: string }

const place = fc.double({ min: 0, max: 1, noNaN: true })
const share = fc.oneof(fc.double({ min: 0, max: 0.002, noNaN: true }), fc.double({ min: 0, max: 0.3, noNaN: true }))
const HUGE = ['0', '-1', '999999999', '4294967296', '1048577', '65536', '1e9', '0.0000001', '20000']
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '（',
    '<',
    '</w:p>',
    '<table><tr><td>',
    '<!--',
    '"',
    '|',
    '\t',
    '\u0000',
    '\u202e',
    '\ud800',
    '# ',
    '  - ',
    '```',
    '&#x10ffff;',
    '〔牵头单位：',
  ),
)
const inserted = fc.oneof(
  fc.uint8Array({ maxLength: 24 }),
  text.map((each) => new TextEncoder().encode(each)),
  fc.constantFrom('责任单位：县教育局', '（一）').map(gbkBytes),
  fc.constantFrom('责任单位：县教育局', '（一）').map((each) => new Uint8Array(Buffer.from(each, 'utf16le'))),
)

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constant('turn' as const), at: place, byte: fc.integer({ min: 0, max: 255 }) }),
  fc.record({
    kind: fc.constantFrom('cut' as const, 'double' as const),
    at: place,
    share,
    times: fc.constantFrom(1, 1, 2, 50),
  }),
  fc.record({ kind: fc.constant('end' as const), at: place }),
  fc.record({ kind: fc.constant('swap' as const), at: place, to: place, share }),
  fc.record({ kind: fc.constant('insert' as const), at: place, bytes: inserted }),
  fc.record({ kind: fc.constant('number' as const), at: place, value: fc.constantFrom(...HUGE) }),
)

/** No damaged part is larger: what is larger on purpose has tests of its own. */
const MOST = 1 << 21

function mutated(bytes: Uint8Array, mutation: Mutation): Uint8Array {
  const at = Math.floor(mutation.at * bytes.length)
  switch (mutation.kind) {
    case 'turn':
      return spliced(bytes, at, at + 1, Uint8Array.of(mutation.byte))
    case 'end':
      return bytes.slice(0, at)
    case 'cut':
      return spliced(bytes, at, at + Math.ceil(mutation.share * bytes.length), new Uint8Array())
    case 'double': {
      const piece = bytes.slice(at, at + Math.ceil(mutation.share * bytes.length))
      const times = Math.min(mutation.times, Math.floor(MOST / Math.max(1, piece.length)))
      return spliced(bytes, at, at, Buffer.concat(Array<Uint8Array>(times).fill(piece)))
    }
    case 'swap': {
      const length = Math.ceil(mutation.share * bytes.length)
      const from = bytes.slice(at, at + length)
      const without = spliced(bytes, at, at + length, new Uint8Array())
      const to = Math.floor(mutation.to * without.length)
      return spliced(without, to, to, from)
    }
    case 'insert':
      return spliced(bytes, at, at, mutation.bytes)
    case 'number': {
      const digits = (byte: number | undefined) => byte !== undefined && byte >= 48 && byte <= 57
      let start = at
      while (start < bytes.length && !digits(bytes[start])) start++
      let end = start
      while (digits(bytes[end])) end++
      return end === start ? bytes : spliced(bytes, start, end, new TextEncoder().encode(mutation.value))
    }
  }
}

function spliced(bytes: Uint8Array, start: number, end: number, by: Uint8Array): Uint8Array {
  return new Uint8Array(Buffer.concat([bytes.subarray(0, start), by, bytes.subarray(end)]))
}

/** The files of a zip archive by their names. */
function unzip(bytes: Uint8Array): Record<string, Uint8Array> {
  const archive = Buffer.from(bytes)
  const end = archive.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  const files: Record<string, Uint8Array> = {}
  let entry = archive.readUInt32LE(end + 16)
  for (let count = archive.readUInt16LE(end + 10); count > 0; count--) {
    const [method, size] = [archive.readUInt16LE(entry + 10), archive.readUInt32LE(entry + 20)]
    const [name, extra, comment] = [28, 30, 32].map((at) => archive.readUInt16LE(entry + at)) as [
      number,
      number,
      number,
    ]
    const local = archive.readUInt32LE(entry + 42)
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
    const packed = archive.subarray(start, start + size)
    files[archive.toString('utf8', entry + 46, entry + 46 + name)] = method === 0 ? packed : inflateRawSync(packed)
    entry += 46 + name + extra + comment
  }
  return files
}

/** Documents in every format, from a folder of cases. */
export function originals(folder: string): Original[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /input\.\w+$/.test(file))
    .sort()
    .map((file) => {
      const bytes = new Uint8Array(readFileSync(`${folder}/${file}`))
      const name = file.replace(/^.*[\\/]/, '')
      return { name, bytes, files: /\.(?:docx|xlsx)$/.test(name) ? unzip(bytes) : null }
    })
}

/** Documents damaged once or several times; every format as often as any other. */
export function damaged(all: readonly Original[]): fc.Arbitrary<Damaged> {
  const names = [...new Set(all.map(({ name }) => name))]
  const original = fc.oneof(...names.map((each) => fc.constantFrom(...all.filter(({ name }) => name === each))))
  return fc
    .tuple(
      original,
      fc.array(mutation, { minLength: 1, maxLength: 6 }),
      fc.nat(),
      fc.boolean(),
      fc.constantFrom('utf8', 'gbk', 'utf16le'),
    )
    .map(([{ name, bytes, files }, mutations, which, within, encoding]) => {
      if (files !== null && within) {
        const names = Object.keys(files).filter((file) => file.endsWith('.xml'))
        const part = names[which % names.length] as string
        return { name, bytes: zip({ ...files, [part]: mutations.reduce(mutated, files[part] as Uint8Array) }) }
      }
      return { name, bytes: mutations.reduce(mutated, files === null ? encoded(name, bytes, encoding) : bytes) }
    })
}

/** Texts in another encoding, so that what is inserted mixes the two. */
function encoded(name: string, bytes: Uint8Array, encoding: string): Uint8Array {
  if (encoding === 'utf8' || name.endsWith('.pdf')) return bytes
  const text = new TextDecoder().decode(bytes)
  return encoding === 'gbk' ? gbkBytes(text) : new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))
}
