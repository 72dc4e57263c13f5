/**
 * What a run has done, one line of JSON a document, written as each is finished: the record of an archive, and where
 * `--resume` goes on. A line that a sudden end has torn is as if it had not been written.
 */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { PlanparseError } from '../error.ts'
import { systemReason } from '../system.ts'
import { jsonLine } from '../write/lines.ts'
import { existing } from './inputs.ts'
import { writeFile } from './output.ts'

/** One document of a run. */
export interface Entry {
  /** As it was named. */
  input: string
  /** Of its bytes; `null` where it could not be read. */
  sha256: string | null
  /** The file that was written; `null` where all outputs are one. */
  output: string | null
  tasks: number
  warnings: number
  /** The code of what went wrong, else `null`. */
  error: string | null
  ms: number
  /** Of the program, and of all that shapes the output: another version or another option makes another output. */
  version: string
}

export class Manifest {
  readonly #path: string
  readonly #handle: number
  readonly #before: ReadonlyMap<string, Entry>

  /** `resume` keeps what is there and goes on after it. Throws `PlanparseError` where the file cannot be used. */
  constructor(path: string, shown: string, resume: boolean) {
    this.#path = shown
    refuseOthers(path, shown)
    const entries = resume ? readEntries(path, shown) : []
    this.#before = new Map(entries.map((entry) => [entry.input, entry]))
    writeFile(path, shown, entries.map(jsonLine).join(''))
    this.#handle = this.#attempt(() => openSync(path, 'a'))
  }

  /** What an earlier run noted of an input. */
  before(input: string): Entry | undefined {
    return this.#before.get(input)
  }

  add(entry: Entry): void {
    this.#attempt(() => writeSync(this.#handle, jsonLine(entry)))
  }

  close(): void {
    this.#attempt(() => closeSync(this.#handle))
  }

  #attempt<T>(action: () => T): T {
    try {
      return action()
    } catch (error) {
      throw new PlanparseError('output-unwritable', { name: this.#path, known: [systemReason(error)] })
    }
  }
}

/** A pipe would keep us waiting, a device never ends; why a folder cannot be written the system says. */
function refuseOthers(path: string, shown: string): void {
  const found = existing(path)
  if (found && !found.isFile() && !found.isDirectory())
    throw new PlanparseError('output-unwritable', { name: shown, known: ['not a file'] })
}

function readEntries(path: string, shown: string): Entry[] {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw new PlanparseError('unreadable', { name: shown, known: [systemReason(error)] })
  }
  const lines = text.split('\n')
  const torn = lines.pop()
  const entries = lines.filter((line) => line !== '').map(entryOf)
  if (entries.includes(null) || (lines.length === 0 && !mayBeTorn(torn ?? '')))
    throw new PlanparseError('not-a-manifest', shown)
  return entries as Entry[]
}

/** What a sudden end leaves of a first line. */
function mayBeTorn(line: string): boolean {
  return line.startsWith(OPENING) || OPENING.startsWith(line)
}

const OPENING = '{"input":'

function entryOf(line: string): Entry | null {
  try {
    const entry = JSON.parse(line) as Partial<Entry> | null
    return typeof entry?.input === 'string' && typeof entry.version === 'string' ? (entry as Entry) : null
  } catch {
    return null
  }
}
