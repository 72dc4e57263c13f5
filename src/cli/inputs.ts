/**
 * Names on the command line → the documents to read, in order: files, folders with all in them, patterns such as `*.txt`,
 * lists of names, standard input. Folders are walked as the work goes on, in a fixed order: however many
 * files there are, no list of them is held.
 */
import {
  closeSync,
  constants,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  type Stats,
  statSync,
} from 'node:fs'
import { basename, extname, isAbsolute, join, relative, resolve } from 'node:path'
import { PlanparseError } from '../error.ts'
import { systemReason } from '../system.ts'
import { COMMAND_NAMES } from './commands.ts'
import { type Fault, toError, toFault } from './fault.ts'
import type { Ignored } from './ignored.ts'
import type { Io } from './io.ts'
import { nearest } from './nearest.ts'
import type { Expanded } from './patterns.ts'
import type { Reporter } from './report.ts'

/** One document to read. */
export interface Input {
  /** As it was named, for messages and `source.path`; `null` for standard input. */
  path: string | null
  /** Where it lies; `null` for standard input. */
  file: string | null
  /** Its place under an output folder, with its extension. */
  place: string
}

/** What a name could not be made into: a file that is not there, a folder without a document. */
export interface Complaint {
  path: string
  severity: 'error' | 'warning'
  fault: Fault
}
export type Found = { input: Input } | { complaint: Complaint }

export interface Wanted {
  names: readonly string[]
  cwd: string
  /** What is looked for in folders, with the dot; a file named by itself is read whatever its name. */
  extensions: readonly string[]
  /** A file with further names, one a line, or NUL between them. */
  filesFrom?: { text: string; separator: '\n' | '\0' } | null
  /** Heed the .planparseignore of folders. */
  ignore?: boolean
  /** Absolute paths of what else is read: the list, the configuration. */
  besides?: readonly string[]
}

/** Finds what the names stand for. It can be walked as often as one likes. */
export async function findInputs(wanted: Wanted): Promise<Inputs> {
  const { names, filesFrom, cwd } = wanted
  const patterns = names.filter((name) => isPattern(name, cwd))
  const expanded = new Map<string, Expanded>()
  if (patterns.length > 0) {
    const { expand } = await import('./patterns.ts')
    const without = patterns.filter((name) => name.startsWith('!')).map((name) => name.slice(1))
    for (const name of patterns) if (!name.startsWith('!')) expanded.set(name, expand(name, without, cwd))
  }
  const isFolderAmong = names.some((name) => isFolder(resolve(cwd, name)))
  const load = wanted.ignore !== false && (isFolderAmong || filesFrom) ? (await import('./ignored.ts')).ignoredIn : null
  const several = names.length > 1 || Boolean(filesFrom) || expanded.size > 0 || isFolderAmong
  return new Inputs(wanted, expanded, load, several)
}

type IgnoredIn = (folder: string, name: string) => Ignored

export class Inputs implements Iterable<Found> {
  readonly #wanted: Wanted
  readonly #expanded: ReadonlyMap<string, Expanded>
  readonly #ignoredIn: IgnoredIn | null
  /** There may be several documents, whatever the number found. */
  readonly several: boolean
  /** What is read besides documents, as absolute paths; a .planparseignore is known when its folder has been walked. */
  readonly besides: Set<string>

  constructor(wanted: Wanted, expanded: ReadonlyMap<string, Expanded>, ignoredIn: IgnoredIn | null, several: boolean) {
    this.#wanted = wanted
    this.#expanded = expanded
    this.#ignoredIn = ignoredIn
    this.several = several
    this.besides = new Set(wanted.besides)
  }

  /** A document that is named again, by itself or by a folder or pattern that holds it, is read once, at its first place. */
  *[Symbol.iterator](): Generator<Found> {
    const { names, filesFrom } = this.#wanted
    // Of a folder alone no list is held.
    if (names.length < 2 && !filesFrom) return yield* this.#all()
    const seen = new Set<string | null>()
    for (const found of this.#all()) {
      if ('input' in found) {
        if (seen.has(found.input.file)) continue
        seen.add(found.input.file)
      }
      yield found
    }
  }

  *#all(): Generator<Found> {
    const { names, filesFrom } = this.#wanted
    for (const name of names.length > 0 || filesFrom ? names : ['-']) {
      if (name === '-') yield { input: { path: null, file: null, place: 'stdin' } }
      else if (!this.#expanded.has(name)) {
        if (!isExclusion(name, this.#expanded)) yield* this.#named(name)
      } else {
        const { files, unread } = this.#expanded.get(name) as Expanded
        for (const { folder, error } of unread) yield complain(folder, 'error', asFault(error))
        if (files.length + unread.length === 0)
          yield complain(name, 'error', new PlanparseError('pattern-without-file', name))
        for (const file of files) yield* this.#named(file, true)
      }
    }
    for (const name of namesIn(filesFrom)) yield* this.#named(name, true)
  }

  /** The documents alone. */
  *inputs(): Generator<Input> {
    for (const found of this) if ('input' in found) yield found.input
  }

  /** `mirrored`: its folders are kept under an output folder. */
  *#named(name: string, mirrored = false): Generator<Found> {
    const file = resolve(this.#wanted.cwd, name)
    try {
      // An empty name, as of an unset variable, is not the current folder.
      if (name === '') throw new PlanparseError('file-missing')
      if (name.includes('\0')) throw new PlanparseError('names-with-nul')
      if (!statSync(file).isDirectory()) {
        yield { input: { path: name, file, place: mirrored ? mirroredPlace(file, this.#wanted.cwd) : basename(file) } }
        return
      }
    } catch (error) {
      yield complain(name, 'error', isMissing(error) ? missing(name) : asFault(error))
      return
    }
    yield* this.#folder(name, file)
  }

  *#folder(name: string, folder: string): Generator<Found> {
    const { extensions } = this.#wanted
    let isEmpty = true
    for (const found of this.#walk(folder, name, '', [])) {
      isEmpty = false
      yield found
    }
    if (isEmpty) yield complain(name, 'warning', new PlanparseError('empty-folder', { name, known: extensions }))
  }

  /**
   * Regular files only, hidden ones and node_modules left out; links are not followed, so there are no loops. Names
   * are sorted by their characters, which no locale changes.
   */
  *#walk(folder: string, shown: string, place: string, above: readonly Ignored[]): Generator<Found> {
    let entries: ReturnType<typeof list>
    let ignored = above
    try {
      entries = list(folder)
      const own = entries.some(({ name }) => name === IGNORE_FILE) ? this.#ignoredIn?.(folder, IGNORE_FILE) : null
      if (own) {
        ignored = [...above, own]
        this.besides.add(join(folder, IGNORE_FILE))
      }
    } catch (error) {
      yield complain(shown, 'error', asFault(error))
      return
    }
    for (const entry of entries) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
      const path = join(folder, entry.name)
      const isFolder = entry.isDirectory()
      if (!isFolder && !(entry.isFile() && this.#wanted.extensions.includes(extname(entry.name).toLowerCase())))
        continue
      if (ignored.some((each) => each.has(path, isFolder))) continue
      const [shownBelow, placeBelow] = [join(shown, entry.name), join(place, entry.name)]
      if (isGarbled(path, entry.name)) yield complain(shownBelow, 'error', new PlanparseError('name-not-unicode'))
      else if (isFolder) yield* this.#walk(path, shownBelow, placeBelow, ignored)
      else yield { input: { path: shownBelow, file: path, place: placeBelow } }
    }
  }
}

/** Names of files in a folder that are not to be read, in the syntax of .gitignore. */
const IGNORE_FILE = '.planparseignore'

function complain(path: string, severity: Complaint['severity'], error: PlanparseError): Found {
  return { complaint: { path, severity, fault: toFault(error) } }
}

function* namesIn(filesFrom: Wanted['filesFrom']): Generator<string> {
  if (!filesFrom) return
  const { text, separator } = filesFrom
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf(separator, from)
    const to = end < 0 ? text.length : end
    const name = text.slice(from, to)
    const line = separator === '\n' ? name.replace(/\r$/, '') : name
    if (line !== '') yield line
    from = to + 1
  }
}

/** Bytes of a name that are no UTF-8 became �, and under that name there is nothing. */
function isGarbled(path: string, name: string): boolean {
  return name.includes('\ufffd') && !existsSync(path)
}

/** A file that is there under this very name is no pattern. */
function isPattern(name: string, cwd: string): boolean {
  return /[*?[{]|^!/.test(name) && !existsSync(resolve(cwd, name))
}

function isExclusion(name: string, expanded: ReadonlyMap<string, unknown>): boolean {
  return name.startsWith('!') && expanded.size > 0
}

function isFolder(path: string): boolean {
  return existing(path)?.isDirectory() ?? false
}

/** What is there, if anything; why a path cannot be is found out when it is read or written to. */
export function existing(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch {
    return undefined
  }
}

/** Its path from here; of a file that lies elsewhere the name alone. */
function mirroredPlace(file: string, cwd: string): string {
  const path = relative(cwd, file)
  return path.startsWith('..') || isAbsolute(path) ? basename(file) : path
}

function list(folder: string) {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** What was made of one document. */
interface Read<T> {
  input: Input
  value: T
}

/** Reads the documents one by one. One that cannot be read is reported, and the others go on. */
export async function* readEach<T>(
  inputs: Inputs,
  io: Io,
  report: Reporter,
  most: number,
  read: (bytes: Uint8Array, path: string | null) => T | Promise<T>,
): AsyncGenerator<Read<T>> {
  for (const found of inputs) {
    if ('complaint' in found) {
      const { path, severity, fault } = found.complaint
      await report[severity](path, toError(fault))
      continue
    }
    const { input } = found
    let value: T
    try {
      value = await read(await bytesOf(input, io, most), input.path)
    } catch (error) {
      await report.error(input.path ?? '-', asFault(error))
      continue
    }
    yield { input, value }
  }
}

/** The bytes of a document. Rejects with `PlanparseError` (`too-big`) where there are more than `most`. */
export async function bytesOf(input: Input, io: Pick<Io, 'stdin'>, most: number): Promise<Uint8Array> {
  // Standard input is opened when it is first touched.
  if (input.file === null) return readAll(io.stdin, most)
  const file = statSync(input.file)
  if (!file.isFile()) return readAll(chunksOf(input.file, file.isFIFO() && !isOpen(input.file)), most)
  if (file.size > most) throw tooBig(most)
  return readFileSync(input.file)
}

const CHUNK = 1 << 16
/** Milliseconds between two looks at a pipe. */
const PAUSE = 20

/** A pipe that was there when the program was started, as of `<(…)`: who writes to it has opened it. */
function isOpen(path: string): boolean {
  return /^\/(?:dev\/(?:stdin$|fd\/)|proc\/(?:self|\d{1,10})\/fd\/)/.test(path)
}

/**
 * What a pipe or a device gives. A pipe may keep us waiting, and a device has no end: nothing here blocks, so that
 * signals are heard and a worker can be ended. A named pipe (`isAwaited`) that nobody has written to yet is not at its end.
 */
async function* chunksOf(path: string, isAwaited: boolean): AsyncGenerator<Uint8Array> {
  const handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    for (let begun = !isAwaited; ; ) {
      const chunk = Buffer.alloc(CHUNK)
      const size = readNow(handle, chunk)
      if (size === 0 && begun) return
      if (size === null || size === 0) await new Promise((resolve) => setTimeout(resolve, PAUSE))
      else {
        begun = true
        yield chunk.subarray(0, size)
      }
    }
  } finally {
    closeSync(handle)
  }
}

/** So many bytes as there are; `null` where there are none yet. */
function readNow(handle: number, chunk: Uint8Array): number | null {
  try {
    return readSync(handle, chunk)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return null
    throw error
  }
}

/** All of a stream. Rejects with `PlanparseError` (`too-big`) where there are more than `most` bytes. */
async function readAll(stream: AsyncIterable<unknown>, most: number): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    chunks.push(Buffer.from(chunk as Uint8Array))
    size += chunks.at(-1)?.length ?? 0
    if (size > most) throw tooBig(most)
  }
  return Buffer.concat(chunks)
}

function tooBig(most: number): PlanparseError {
  const inMegabytes = most / (1 << 20)
  return new PlanparseError('too-big', Number.isInteger(inMegabytes) ? `${inMegabytes} MB` : `${most} B`)
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

/** A name that is none of a file may be that of a command, mistyped, or one that other programs have. */
function missing(name: string): PlanparseError {
  const near = name === 'help' ? 'planparse --help' : nearest(name, COMMAND_NAMES)
  return new PlanparseError('file-missing', { name, near })
}

/** A system's error is about the file; any other would be a fault of the program. */
export function asFault(error: unknown): PlanparseError {
  if (error instanceof PlanparseError) return error
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return new PlanparseError('file-missing')
  if (code) return new PlanparseError('unreadable', { name: '', known: [systemReason(error)] })
  return new PlanparseError('internal', error instanceof Error ? (error.stack ?? error.message) : String(error))
}
