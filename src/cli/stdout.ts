/**
 * Standard output that is no terminal, written to at once: `process.stdout` would have Node's streams loaded, a tenth
 * of what a short run takes.
 */
import { fstatSync, statSync, writeSync } from 'node:fs'
import type { TerminalStream } from './io.ts'

const STDOUT = 1

/** `process.stdout`, or what writes to the same place sooner. */
export function openStdout(): TerminalStream {
  return isPlain() ? new PlainOutput() : process.stdout
}

/** A file, a pipe or the null device. */
function isPlain(): boolean {
  if (process.platform === 'win32') return false
  try {
    const stats = fstatSync(STDOUT)
    return stats.isFile() || stats.isFIFO() || (stats.isCharacterDevice() && stats.rdev === statSync('/dev/null').rdev)
  } catch {
    return false
  }
}

class PlainOutput implements TerminalStream {
  readonly isTTY = false
  write(piece: string | Uint8Array, done: (error?: NodeJS.ErrnoException | null) => void = () => {}): void {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
    let written = 0
    try {
      while (written < bytes.length) written += writeSync(STDOUT, bytes, written)
    } catch (error) {
      const fault = error as NodeJS.ErrnoException
      // Whoever reads is slower, and the pipe was made not to wait: Node's stream knows how to.
      if (fault.code === 'EAGAIN') process.stdout.write(bytes.subarray(written), done)
      else done(fault)
      return
    }
    done()
  }

  on(): void {}
}
