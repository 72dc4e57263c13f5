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
    if (hasTwoDirectories(buffer)) throw new PlanparseError('truncated')
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
   * Unpacks everything to nowhere: for a library that unpacks by itself and knows no limits. What `lookAt` gives for a part
   * sees all of it, piece by piece.
   */
  async admitAll(lookAt: (name: string) => (bytes: Uint8Array) => void): Promise<void> {
    for (const entry of this.#all) await this.#unpack(entry, lookAt(nameOf(entry)))
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

/** APPNOTE 4.3: the records at the end of an archive, and the marks of fields that stand in the longer one alone. */
const END = 'PK\x05\x06'
const LOCATOR = 0x07064b50
const [SHORT, LONG] = [0xffff, 0xffffffff]

/**
 * Readers differ in which of the two records at the end they go by: where these do not name the same directory, one that is
 * within the limits could be shown to us, and another be unpacked.
 */
function hasTwoDirectories(zip: Buffer): boolean {
  const end = zip.lastIndexOf(END, undefined, 'latin1')
  const locator = end - 20
  if (locator < 0 || zip.readUInt32LE(locator) !== LOCATOR || end + 22 > zip.length) return false
  const at = Number(zip.readBigUInt64LE(locator + 8))
  if (at + 56 > end) return true
  const fields = [
    [zip.readUInt16LE(end + 10), SHORT, zip.readBigUInt64LE(at + 32)],
    [zip.readUInt32LE(end + 12), LONG, zip.readBigUInt64LE(at + 40)],
    [zip.readUInt32LE(end + 16), LONG, zip.readBigUInt64LE(at + 48)],
  ] as const
  return fields.some(([short, elsewhere, long]) => short !== elsewhere && BigInt(short) !== long)
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
