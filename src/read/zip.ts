/**
 * The look at a zip before anything unpacks it: an archive may be made to fill all memory. Sizes are not believed but
 * counted, without keeping what is unpacked.
 */
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { PlanparseError } from '../error.ts'

const MB = 1024 * 1024
const LIMITS = { entries: 5000, entry: 64 * MB, all: 256 * MB, ratio: 200, ratioFrom: 16 * MB } as const

/** Throws `PlanparseError` for a zip that is damaged, encrypted, or unpacks to too much. */
export async function admitZip(bytes: Uint8Array): Promise<void> {
  const zip = await opened(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  if (zip.entryCount > LIMITS.entries) throw new PlanparseError('zip-bomb', `${zip.entryCount}`)
  let all = 0
  try {
    for await (const entry of zip.eachEntry()) all += await sizeOf(zip, entry, all)
  } catch (error) {
    throw error instanceof PlanparseError ? error : damaged(error)
  }
}

async function opened(buffer: Buffer): Promise<ZipFile> {
  try {
    return await yauzl.fromBufferPromise(buffer)
  } catch (error) {
    throw damaged(error)
  }
}

/** Unpacks an entry to nowhere; its size. */
async function sizeOf(zip: ZipFile, entry: Entry, before: number): Promise<number> {
  if (entry.isEncrypted()) throw new PlanparseError('encrypted')
  admit(entry.uncompressedSize, entry.compressedSize, before)
  let size = 0
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    size += (chunk as Uint8Array).length
    admit(size, entry.compressedSize, before)
  }
  return size
}

function admit(size: number, packed: number, before: number): void {
  const swells = size > LIMITS.ratioFrom && size > packed * LIMITS.ratio
  if (size <= LIMITS.entry && before + size <= LIMITS.all && !swells) return
  throw new PlanparseError('zip-bomb', `${Math.round((before + size) / MB)} MB`)
}

function damaged(error: unknown): PlanparseError {
  return new PlanparseError('truncated', error instanceof Error ? error.message.slice(0, 80) : '')
}
