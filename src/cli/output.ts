/** Where results go: standard output with its back-pressure, or files that are whole or not there at all. */
import {
  chmodSync,
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { PlanparseError } from '../error.ts'
import { systemReason } from '../system.ts'
import { visible } from '../write/visible.ts'
import type { Piece } from '../write/writer.ts'
import type { TerminalStream } from './io.ts'

export interface Sink {
  /** Nobody reads any more (`| head`): there is no use in going on. */
  readonly closed: boolean
  write(piece: Piece): Promise<void> | void
  /** All is written: makes a file appear under its name. */
  finish(): Promise<void> | void
  /** Leaves nothing behind. */
  abandon(): void
}

/** Pieces are gathered up to this many characters: few large writes. */
const FULL = 1 << 16

/**
 * Standard output. A terminal gets no character that could take it over, unless what is written `isSafe`: a writer that
 * makes colours has seen to that itself.
 */
export function streamSink(stream: TerminalStream, isSafe = false): Sink {
  const guarded = stream.isTTY === true && !isSafe
  let gathered = ''
  let broken: NodeJS.ErrnoException | null = null
  const onError = (error: NodeJS.ErrnoException | null | undefined) => {
    broken ??= error ?? null
  }
  stream.on('error', onError)
  async function send(piece: Piece) {
    if (piece.length === 0 || broken) return
    await new Promise<void>((resolve) => {
      // The callback comes with an error as well, and after the error event: nobody waits for a drain in vain.
      stream.write(piece, (error) => {
        onError(error)
        resolve()
      })
    })
    refuseBroken(broken)
  }
  function flush() {
    const piece = guarded ? visible(gathered) : gathered
    gathered = ''
    return send(piece)
  }
  return {
    get closed() {
      return broken !== null
    },
    write(piece) {
      if (typeof piece !== 'string') return flush().then(() => send(piece))
      gathered += piece
      return gathered.length >= FULL ? flush() : undefined
    },
    finish: flush,
    abandon() {},
  }
}

/** Prints a text on standard output; the exit status. Rejects with `PlanparseError` where it cannot be written. */
export async function print(text: string, stdout: TerminalStream): Promise<number> {
  const sink = streamSink(stdout)
  await sink.write(text)
  await sink.finish()
  return 0
}

/** Whoever closed the pipe has read what they wanted; any other failure is one. */
function refuseBroken(error: NodeJS.ErrnoException | null): void {
  if (error === null || error.code === 'EPIPE') return
  throw new PlanparseError('output-unwritable', { name: 'stdout', known: [systemReason(error)] })
}

/** Files that are not whole yet. */
const underWay = new Set<string>()

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/** What is to be said when a run is broken off. */
let farewell: (() => void) | null = null

/** Has something said when a signal breaks the run off; gives what takes that back. */
export function whenInterrupted(say: () => void): () => void {
  farewell = say
  listen()
  return () => {
    farewell = null
    unlisten()
  }
}

/** Only while there is something to do: a handler would otherwise hold up Ctrl-C during a long parse. */
function listen(): void {
  for (const signal of SIGNALS) if (!process.listeners(signal).includes(interrupted)) process.on(signal, interrupted)
}

/** Not at once: a signal may have come that nobody has been told of yet. */
function unlisten(): void {
  setImmediate(() => {
    if (underWay.size === 0 && farewell === null) for (const signal of SIGNALS) process.off(signal, interrupted)
  })
}

function begin(path: string): void {
  listen()
  underWay.add(path)
}

function end(path: string): boolean {
  const wasUnderWay = underWay.delete(path)
  if (underWay.size === 0) unlisten()
  return wasUnderWay
}

/** Leaves nothing half written behind, and ends as the signal would have ended the program. */
function interrupted(signal: NodeJS.Signals): void {
  for (const path of underWay) quietly(() => rmSync(path, { force: true }))
  underWay.clear()
  farewell?.()
  for (const each of SIGNALS) process.off(each, interrupted)
  process.kill(process.pid, signal)
}

const TEMPORARY = /^\.planparse-(\d+)-\d+\.tmp$/

/** Removes what runs that were killed have left in a folder and those below it, as far as they can be looked through. */
export function removeLeftovers(folder: string): void {
  quietly(() => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      const [, owner] = TEMPORARY.exec(entry.name) ?? []
      if (entry.isDirectory()) removeLeftovers(path)
      else if (owner !== undefined && !isRunning(Number(owner))) rmSync(path, { force: true })
    }
  })
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** What the system says where a name is the trouble, not the disk: too long, of a folder, below a file. */
const NAME_TROUBLES = ['ENAMETOOLONG', 'EISDIR', 'ENOTDIR', 'EEXIST', 'EILSEQ', 'EINVAL']

/**
 * A file, written beside its name and renamed when it is whole. Throws `PlanparseError`: `output-name` where it cannot
 * have this name, else `output-unwritable`.
 */
export function fileSink(path: string, shown: string): Sink {
  const attempt = <T>(action: () => T): T => {
    try {
      return action()
    } catch (error) {
      const code = NAME_TROUBLES.includes((error as NodeJS.ErrnoException).code ?? '')
        ? 'output-name'
        : 'output-unwritable'
      throw new PlanparseError(code, { name: shown, known: [systemReason(error)] })
    }
  }
  const target = attempt(() => openTarget(path))
  let gathered = ''
  const flush = () => {
    const piece = gathered
    gathered = ''
    if (piece.length > 0) writeAll(target.handle, piece)
  }
  return {
    closed: false,
    write(piece) {
      if (typeof piece === 'string' && gathered.length + piece.length < FULL) {
        gathered += piece
        return
      }
      attempt(() => {
        flush()
        writeAll(target.handle, piece)
      })
    },
    finish: () =>
      attempt(() => {
        flush()
        target.finish()
      }),
    abandon: () => target.abandon(),
  }
}

/** Writes all of a file at once: afterwards it is whole, or as it was. Throws `PlanparseError` as `fileSink` does. */
export function writeFile(path: string, shown: string, piece: Piece): void {
  const sink = fileSink(path, shown)
  try {
    sink.write(piece)
    sink.finish()
  } catch (error) {
    sink.abandon()
    throw error
  }
}

interface Target {
  handle: number
  finish(): void
  abandon(): void
}

let opened = 0

function openTarget(path: string): Target {
  mkdirSync(dirname(path), { recursive: true })
  const before = statSync(path, { throwIfNoEntry: false })
  // A device or a pipe (/dev/stdout) is written to as it is: renaming would put a file in its place.
  if (before && !before.isFile()) return direct(openSync(path, 'w'))
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false
  const place = before && isLink ? realpathSync(path) : path
  const temporary = join(dirname(place), `.planparse-${process.pid}-${opened++}.tmp`)
  const handle = openTemporary(temporary)
  return {
    handle,
    finish() {
      closeSync(handle)
      if (before) chmodSync(temporary, before.mode)
      renameSync(temporary, place)
      end(temporary)
    },
    abandon() {
      if (!end(temporary)) return
      quietly(() => closeSync(handle))
      quietly(() => rmSync(temporary, { force: true }))
    },
  }
}

/** A signal may come as soon as the file is there: it is known before. */
function openTemporary(path: string): number {
  begin(path)
  try {
    return openSync(path, 'w')
  } catch (error) {
    end(path)
    throw error
  }
}

function direct(handle: number): Target {
  return { handle, finish: () => closeSync(handle), abandon: () => quietly(() => closeSync(handle)) }
}

/** Tidies up: where that fails, what matters has been said, or will be. */
function quietly(action: () => void): void {
  try {
    action()
  } catch {
    // A handle that is closed already, a disk that gives no more.
  }
}

/** `writeSync` may write less than it was given. */
function writeAll(handle: number, piece: Piece): void {
  const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
  for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done)
}
