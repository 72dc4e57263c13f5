/** Which output each input goes to: one for all on standard output or in a file, or one each in a folder. */
import { type Stats, statSync } from 'node:fs'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { PlanparseError } from '../error.ts'
import type { Input } from './inputs.ts'
import type { Io } from './io.ts'
import { fileSink, type Sink, streamSink } from './output.ts'

export interface Destination {
  kind: 'stream' | 'file' | 'folder'
  /** Opens the output of the input of that number; of a stream or a file there is one for all. */
  open(index: number): Sink
}

interface Place {
  /** Absolute. */
  path: string
  /** As messages name it. */
  shown: string
}

/** Standard output; `guarded` keeps characters from a terminal that could take it over. */
export function streamDestination(io: Io, guarded: boolean): Destination {
  const sink = streamSink(io.stdout, guarded)
  return { kind: 'stream', open: () => sink }
}

/** A folder is one that is there, or a name that ends like one. */
export function isFolder(output: string, cwd: string): boolean {
  return /[\\/]$/.test(output) || (existing(resolve(cwd, output))?.isDirectory() ?? false)
}

/** One file for all inputs. Throws `PlanparseError` where it is one of them. */
export function fileDestination(output: string, inputs: readonly Input[], cwd: string): Destination {
  const place = { path: resolve(cwd, output), shown: output }
  refuseInputs([place], inputs)
  return { kind: 'file', open: () => fileSink(place.path, place.shown) }
}

/** A file per input, found before anything is written. Throws `PlanparseError` where two would be one. */
export function folderDestination(
  output: string,
  extension: string,
  inputs: readonly Input[],
  cwd: string,
): Destination {
  const places = inputs.map((input) => placeIn(output, placeOf(input, extension), cwd))
  refuseCollisions(places, inputs)
  refuseInputs(places, inputs)
  return {
    kind: 'folder',
    open(index) {
      const { path, shown } = places[index] as Place
      return fileSink(path, shown)
    },
  }
}

/** Files of these names in a folder, each for all inputs. Throws `PlanparseError` where one is an input. */
export function filesIn(
  output: string,
  names: readonly string[],
  inputs: readonly Input[],
  cwd: string,
): Destination[] {
  const places = names.map((name) => placeIn(output, name, cwd))
  refuseInputs(places, inputs)
  return places.map(({ path, shown }) => ({ kind: 'file', open: () => fileSink(path, shown) }))
}

/** `notes/a.txt` of the folder that was named becomes `notes/a.json`. */
function placeOf(input: Input, extension: string): string {
  const name = basename(input.place).replace(/(?<=.)\.(?:txt|md)$/i, '') + extension
  return join(dirname(input.place), name)
}

function placeIn(output: string, place: string, cwd: string): Place {
  return { path: join(resolve(cwd, output), place), shown: output.replace(/[\\/]*$/, sep) + place }
}

function refuseCollisions(places: readonly Place[], inputs: readonly Input[]): void {
  const taken = new Map<string, Input>()
  places.forEach(({ path, shown }, index) => {
    const input = inputs[index] as Input
    const other = taken.get(sameName(path))
    if (other) throw new PlanparseError('output-collision', { name: shown, known: [nameOf(other), nameOf(input)] })
    taken.set(sameName(path), input)
  })
}

/** Names that are one file on systems which do not tell capitals, or forms of a character, apart. */
function sameName(path: string): string {
  return process.platform === 'linux' ? path : path.normalize('NFC').toLowerCase()
}

function refuseInputs(places: readonly Place[], inputs: readonly Input[]): void {
  const read = new Set(inputs.flatMap((input) => (input.file === null ? [] : identity(input.file))))
  for (const { path, shown } of places) {
    if (identity(path).some((id) => read.has(id))) throw new PlanparseError('output-is-input', shown)
  }
}

/** What makes a file the same by whatever name; nothing for a file that is not there, or no file. */
function identity(path: string): string[] {
  const found = existing(path)
  return found?.isFile() ? [`${found.dev}:${found.ino}`] : []
}

/** What is there, if anything; a path that cannot be is found out when it is written to. */
function existing(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch {
    return undefined
  }
}

/** An input as messages name it. */
export function nameOf(input: Input): string {
  return input.path ?? '-'
}
