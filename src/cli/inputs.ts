/** Names on the command line → the documents to read, in order. Folders are walked in a fixed order. */
// `promises` is loaded when it is first used: it takes a good part of the start.
import { promises, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, extname, join, relative, resolve } from 'node:path'
import { PlanparseError } from '../error.ts'
import type { Io } from './io.ts'
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

export interface Inputs {
  inputs: Input[]
  /** Names that could not be read at all. */
  faults: { path: string; error: PlanparseError }[]
  /** Folders that hold no document. */
  empty: { path: string; error: PlanparseError }[]
  /** There may be several documents, whatever the number found. */
  several: boolean
}

/**
 * The documents that names stand for: files, folders with all in them, `-` for standard input. A folder is searched
 * for files with one of the extensions; a file named by itself is read whatever its name.
 */
export function findInputs(names: readonly string[], cwd: string, extensions: readonly string[]): Inputs {
  const found: Inputs = { inputs: [], faults: [], empty: [], several: names.length > 1 }
  for (const name of names.length ? names : ['-']) {
    if (name === '-') found.inputs.push({ path: null, file: null, place: 'stdin' })
    else addNamed(name, cwd, extensions, found)
  }
  return found
}

function addNamed(name: string, cwd: string, extensions: readonly string[], found: Inputs): void {
  const file = resolve(cwd, name)
  try {
    // An empty name, as of an unset variable, is not the current folder.
    if (name === '') throw new PlanparseError('file-missing')
    if (statSync(file).isDirectory()) {
      addFolder(name, file, extensions, found)
      return
    }
    found.inputs.push({ path: name, file, place: basename(file) })
  } catch (error) {
    found.faults.push({ path: name, error: asFault(error) })
  }
}

function addFolder(name: string, folder: string, extensions: readonly string[], found: Inputs): void {
  found.several = true
  let count = 0
  for (const file of walk(folder, name, found)) {
    if (!extensions.includes(extname(file).toLowerCase())) continue
    const place = relative(folder, file)
    found.inputs.push({ path: join(name, place), file, place })
    count++
  }
  if (count === 0) {
    found.empty.push({ path: name, error: new PlanparseError('empty-folder', { name, known: extensions }) })
  }
}

/**
 * Regular files only, hidden ones and node_modules left out; links are not followed, so there are no loops. Names
 * are sorted by their characters, which no locale changes.
 */
function* walk(folder: string, shown: string, found: Inputs): Generator<string> {
  let entries: ReturnType<typeof list>
  try {
    entries = list(folder)
  } catch (error) {
    found.faults.push({ path: shown, error: asFault(error) })
    return
  }
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* walk(path, join(shown, entry.name), found)
    else if (entry.isFile()) yield path
  }
}

function list(folder: string) {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** What was made of one document. */
interface Read<T> {
  index: number
  input: Input
  value: T
}

/** Reads the documents one by one. One that cannot be read is reported, and the others go on. */
export async function* readEach<T>(
  found: Inputs,
  io: Io,
  report: Reporter,
  read: (bytes: Uint8Array, path: string | null) => T | Promise<T>,
): AsyncGenerator<Read<T>> {
  for (const { path, error } of found.faults) await report.error(path, error)
  for (const { path, error } of found.empty) await report.warning(path, error)
  for (const [index, input] of found.inputs.entries()) {
    let value: T
    try {
      value = await read(await bytesOf(input, io), input.path)
    } catch (error) {
      await report.error(input.path ?? '-', asFault(error))
      continue
    }
    yield { index, input, value }
  }
}

async function bytesOf(input: Input, io: Io): Promise<Uint8Array> {
  // Standard input is opened when it is first touched.
  if (input.file === null) return readAll(io.stdin)
  // A pipe may keep us waiting: signals must still be heard.
  return statSync(input.file).isFile() ? readFileSync(input.file) : promises.readFile(input.file)
}

/** All of a stream. */
export async function readAll(stream: Io['stdin']): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array))
  return Buffer.concat(chunks)
}

/** A system's error is about the file; any other would be a fault of the program. */
function asFault(error: unknown): PlanparseError {
  if (error instanceof PlanparseError) return error
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return new PlanparseError('file-missing')
  if (code) return new PlanparseError('unreadable', { name: '', known: [systemReason(error)] })
  return new PlanparseError('internal', error instanceof Error ? (error.stack ?? error.message) : String(error))
}

/** What the system says, without the path and the call: `ENOENT: no such file or directory`. */
export function systemReason(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return text.split(/, | '/)[0] as string
}
