/**
 * The zip archive that a Word document or a spreadsheet is (ECMA-376 Part 2, Open Packaging Conventions). Parts are
 * unpacked within limits, so that an archive made to swell takes no time and no memory.
 */
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { PlanparseError } from '../error.ts'

const MB = 1024 * 1024
const LIMITS = {
  entries: 5_000,
  /** Bytes of one part, unpacked. */
  part: 64 * MB,
  /** Bytes of all parts that are read, unpacked. */
  total: 256 * MB,
  /** Unpacked to packed; smaller parts than `ratioFrom` may be packed as tightly as they like. */
  ratio: 200,
  ratioFrom: 16 * MB,
} as const

/** An archive of which only the parts that are asked for are unpacked. */
export class Archive {
  readonly #zip: ZipFile
  readonly #all: readonly Entry[]
  readonly #entries = new Map<string, Entry>()
  #total = 0

  private constructor(zip: ZipFile, all: readonly Entry[]) {
    this.#zip = zip
    this.#all = all
    for (const entry of all) {
      const name = nameOf(entry)
      if (!this.#entries.has(name)) this.#entries.set(name, entry)
    }
  }

  /** Reads the directory of an archive. Throws `PlanparseError` where it is none, is damaged or is too large. */
  static async open(bytes: Uint8Array): Promise<Archive> {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const zip = await unlessDamaged(yauzl.fromBufferPromise(buffer, { decodeStrings: false }))
    if (zip.entryCount > LIMITS.entries) throw new PlanparseError('zip-bomb', `${zip.entryCount}`)
    return new Archive(zip, await unlessDamaged(directoryOf(zip)))
  }

  has(name: string): boolean {
    return this.#entries.has(name)
  }

  /** Unpacks a part, piece by piece; `false` where the archive has none of that name. */
  async read(name: string, write: (bytes: Uint8Array) => void): Promise<boolean> {
    const entry = this.#entries.get(name)
    if (entry) await this.#unpack(entry, write)
    return entry !== undefined
  }

  /**
   * Unpacks everything to nowhere: for a library that unpacks by itself and knows no limits. `look` sees the beginning
   * of each part.
   */
  async admitAll(look: (name: string, bytes: Uint8Array) => void): Promise<void> {
    for (const entry of this.#all) {
      let isFirst = true
      await this.#unpack(entry, (bytes) => {
        if (isFirst) look(nameOf(entry), bytes)
        isFirst = false
      })
    }
  }

  async #unpack(entry: Entry, write: (bytes: Uint8Array) => void): Promise<void> {
    this.#admit(entry)
    const stream = await unlessDamaged(this.#zip.openReadStreamPromise(entry))
    try {
      await pump(stream[Symbol.asyncIterator](), write)
    } finally {
      stream.destroy()
    }
  }

  /** Refuses what says that it is too large; that it says the truth is seen while it is unpacked. */
  #admit(entry: Entry): void {
    if (entry.isEncrypted()) throw new PlanparseError('encrypted')
    const { uncompressedSize: size, compressedSize: packed } = entry
    this.#total += size
    const swells = size > LIMITS.ratioFrom && size > packed * LIMITS.ratio
    if (size <= LIMITS.part && this.#total <= LIMITS.total && !swells) return
    throw new PlanparseError('zip-bomb', `${Math.round(this.#total / MB)} MB`)
  }
}

async function pump(chunks: AsyncIterator<Uint8Array>, write: (bytes: Uint8Array) => void): Promise<void> {
  for (;;) {
    const next = await unlessDamaged(chunks.next())
    if (next.done) return
    write(next.value)
  }
}

async function directoryOf(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = []
  for await (const entry of zip.eachEntry()) entries.push(entry)
  return entries
}

/** Part names are compared without case (ECMA-376 Part 2, 6.2.2.3); some programs write a slash before them. */
function nameOf(entry: Entry): string {
  const { generalPurposeBitFlag: flag, fileNameRaw, extraFields } = entry
  return partName(yauzl.getFileNameLowLevel(flag, fileNameRaw, extraFields, false))
}

/** The name under which a part is kept. */
export function partName(path: string): string {
  return path.replace(/^\/+/, '').toLowerCase()
}

async function unlessDamaged<T>(promise: Promise<T>): Promise<T> {
  try {
    return await promise
  } catch {
    throw new PlanparseError('truncated')
  }
}
