/**
 * The zip archive that a Word document is (ECMA-376 Part 2, Open Packaging Conventions). Only the parts that are
 * asked for are unpacked, each within limits, so that an archive made to swell takes no time and no memory.
 */
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { fault } from './faults.ts'

export const LIMITS = {
  entries: 5_000,
  /** Bytes of one part, unpacked. */
  part: 64 * 1024 * 1024,
  /** Bytes of all parts that are read, unpacked. */
  total: 256 * 1024 * 1024,
  /** Unpacked to packed; smaller parts than `ratioFrom` may be packed as tightly as they like. */
  ratio: 200,
  ratioFrom: 16 * 1024 * 1024,
} as const

export class Archive {
  readonly #zip: ZipFile
  readonly #entries: ReadonlyMap<string, Entry>
  #total = 0

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#zip = zip
    this.#entries = entries
  }

  /** Reads the directory of an archive. Throws `PlanparseError` where it is none, is damaged or is too large. */
  static async open(bytes: Uint8Array): Promise<Archive> {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const zip = await unlessDamaged(yauzl.fromBufferPromise(buffer, { decodeStrings: false }))
    if (zip.entryCount > LIMITS.entries) throw fault('too-large')
    return new Archive(zip, await unlessDamaged(directoryOf(zip)))
  }

  has(name: string): boolean {
    return this.#entries.has(name)
  }

  names(): Iterable<string> {
    return this.#entries.keys()
  }

  /** Unpacks a part, piece by piece; nothing where the archive has none of that name. */
  async read(name: string, write: (bytes: Uint8Array) => void): Promise<boolean> {
    const entry = this.#entries.get(name)
    if (!entry) return false
    this.#admit(entry)
    const stream = await unlessDamaged(this.#zip.openReadStreamPromise(entry))
    try {
      await pump(stream[Symbol.asyncIterator](), write)
    } finally {
      stream.destroy()
    }
    return true
  }

  /** Refuses what says that it is too large; that it says the truth is seen while it is unpacked. */
  #admit(entry: Entry): void {
    if (entry.isEncrypted()) throw fault('encrypted')
    const { uncompressedSize: size, compressedSize: packed } = entry
    this.#total += size
    const swells = size > LIMITS.ratioFrom && size > packed * LIMITS.ratio
    if (size > LIMITS.part || this.#total > LIMITS.total || swells) throw fault('too-large')
  }
}

async function pump(chunks: AsyncIterator<Uint8Array>, write: (bytes: Uint8Array) => void): Promise<void> {
  for (;;) {
    const next = await unlessDamaged(chunks.next())
    if (next.done) return
    write(next.value)
  }
}

async function directoryOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  for await (const entry of zip.eachEntry()) {
    const name = nameOf(entry)
    if (!entries.has(name)) entries.set(name, entry)
  }
  return entries
}

/** Part names are compared without case (ECMA-376 Part 2, 6.2.2.3); some programs write a slash before them. */
function nameOf(entry: Entry): string {
  const { generalPurposeBitFlag: flag, fileNameRaw, extraFields } = entry
  return partName(yauzl.getFileNameLowLevel(flag, fileNameRaw, extraFields, false))
}

export function partName(path: string): string {
  return path.replace(/^\/+/, '').toLowerCase()
}

async function unlessDamaged<T>(promise: Promise<T>): Promise<T> {
  try {
    return await promise
  } catch {
    throw fault('damaged')
  }
}
