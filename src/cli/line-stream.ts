/** Lines of a stream as they come: what goes on without end is worked on meanwhile, and held as far as one line. */
import type { Io } from './io.ts'

/** Each line as bytes, without its end; `null`, as soon as it is known, for one of more than `most` bytes. */
export async function* linesOf(stream: Io['stdin'], most: number): AsyncGenerator<Buffer | null> {
  let pieces: Buffer[] = []
  let size = 0
  /** The line is too long, has been told so, and goes on. */
  let isGivenUp = false
  const add = (piece: Buffer) => {
    size += piece.length
    pieces.push(piece)
    const isNew = size > most && !isGivenUp
    isGivenUp ||= isNew
    if (isGivenUp) pieces = []
    return isNew
  }
  const end = () => {
    const line = isGivenUp ? null : Buffer.concat(pieces)
    pieces = []
    size = 0
    isGivenUp = false
    return line
  }
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Uint8Array)
    let from = 0
    for (let to = bytes.indexOf(10); to >= 0; to = bytes.indexOf(10, from)) {
      if (add(bytes.subarray(from, to))) yield null
      const line = end()
      if (line !== null) yield line
      from = to + 1
    }
    if (add(bytes.subarray(from))) yield null
  }
  if (size > 0 && !isGivenUp) yield end()
}
