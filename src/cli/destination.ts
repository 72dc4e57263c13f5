/** Which output each input goes to: one for all on standard output or in a file, or one each in a folder. */
import { basename, dirname, join, resolve, sep } from 'node:path'
import { PlanparseError } from '../error.ts'
import { existing, type Input, type Inputs } from './inputs.ts'
import type { Io } from './io.ts'
import { fileSink, type Sink, streamSink } from './output.ts'

export interface Destination {
  kind: 'stream' | 'file' | 'folder'
  /** Opens the output of an input; of a stream or a file there is one for all. */
  open(input: Input | null): Sink
  /** A file of this path, absolute, is what an output goes to. */
  takes(path: string): boolean
  /** A folder: the file that an input goes to, as it is named in the folder, and whether it is there. */
  outputOf?(input: Input): { place: string; exists: boolean }
}

/** Documents that are read, walked as often as is needed; and what is read besides. */
export type InputList = Pick<Inputs, 'several'> & { inputs(): Iterable<Input>; besides: Iterable<string> }

interface Place {
  /** Absolute. */
  path: string
  /** As messages name it. */
  shown: string
}

/** Standard output; for `isSafe` see `streamSink`. */
export function streamDestination(io: Io, isSafe = false): Destination {
  const sink = streamSink(io.stdout, isSafe)
  return { kind: 'stream', open: () => sink, takes: () => false }
}

/** Standard output is what no name, or a dash, stands for. */
export function isStream(output: string | null): output is null {
  return output === null || output === '-'
}

/** One for all inputs: standard output, or a file. Throws `PlanparseError` where that is one of them. */
export function singleDestination(output: string | null, inputs: InputList, io: Io, isSafe = false): Destination {
  return isStream(output) ? streamDestination(io, isSafe) : fileDestination(output, inputs, io.cwd)
}

/** A folder is one that is there, or a name that ends like one. */
export function isFolder(output: string, cwd: string): boolean {
  return /[\\/]$/.test(output) || (existing(resolve(cwd, output))?.isDirectory() ?? false)
}

/** One file for all inputs. Throws `PlanparseError` where it is one of them. */
function fileDestination(output: string, inputs: InputList, cwd: string): Destination {
  const place = { path: resolve(cwd, output), shown: output }
  refuseInputs([place], inputs)
  return toFile(place)
}

/** A file per input, found before anything is written. Throws `PlanparseError` where two would be one. */
export function folderDestination(output: string, extension: string, inputs: InputList, cwd: string): Destination {
  const placed = (input: Input) => placeIn(output, placeOf(input, extension), cwd)
  refuseCollisions(inputs, placed)
  refuseInputs(placesOf(inputs, placed), inputs)
  return {
    kind: 'folder',
    open(input) {
      const { path, shown } = placed(input as Input)
      return fileSink(path, shown)
    },
    takes(path) {
      for (const place of placesOf(inputs, placed)) if (isSame(place.path, path)) return true
      return false
    },
    outputOf: (input) => ({ place: placeOf(input, extension), exists: existing(placed(input).path) !== undefined }),
  }
}

function* placesOf(inputs: InputList, placed: (input: Input) => Place): Generator<Place> {
  for (const input of inputs.inputs()) yield placed(input)
}

/** Files of these names in a folder, each for all inputs. Throws `PlanparseError` where one is an input. */
export function filesIn(output: string, names: readonly string[], inputs: InputList, cwd: string): Destination[] {
  const places = names.map((name) => placeIn(output, name, cwd))
  refuseInputs(places, inputs)
  return places.map(toFile)
}

function toFile({ path, shown }: Place): Destination {
  return { kind: 'file', open: () => fileSink(path, shown), takes: (other) => isSame(path, other) }
}

/** By its name, or as the file that is there. */
function isSame(path: string, other: string): boolean {
  return sameName(path) === sameName(other) || (identity(path) ?? path) === identity(other)
}

/** `notes/a.txt` of the folder that was named becomes `notes/a.json`. */
function placeOf(input: Input, extension: string): string {
  const name = basename(input.place).replace(/(?<=.)\.(?:txt|md)$/i, '') + extension
  return join(dirname(input.place), name)
}

function placeIn(output: string, place: string, cwd: string): Place {
  return { path: join(resolve(cwd, output), place), shown: output.replace(/(?<![\\/])[\\/]*$/, sep) + place }
}

function refuseCollisions(inputs: InputList, placed: (input: Input) => Place): void {
  const taken = new Map<string, string>()
  for (const input of inputs.inputs()) {
    const { path, shown } = placed(input)
    const other = taken.get(sameName(path))
    if (other) throw new PlanparseError('output-collision', { name: shown, known: [other, nameOf(input)] })
    taken.set(sameName(path), nameOf(input))
  }
}

/** Names that are one file on systems which do not tell capitals, or forms of a character, apart. */
function sameName(path: string): string {
  return process.platform === 'linux' ? path : path.normalize('NFC').toLowerCase()
}

/** Throws `PlanparseError` where a place is that of a file that is read. Most outputs are not there yet: only where some are is it asked which files the inputs are. */
export function refuseInputs(
  places: Iterable<Place>,
  inputs: InputList,
  code: 'output-is-input' | 'manifest-is-input' = 'output-is-input',
): void {
  const there = new Map<string, string>()
  for (const { path, shown } of places) {
    const id = identity(path)
    if (id !== null) there.set(id, shown)
  }
  if (there.size === 0) return
  const refuse = (file: string | null) => {
    const shown = there.get((file !== null && identity(file)) || '')
    if (shown !== undefined) throw new PlanparseError(code, shown)
  }
  for (const { file } of inputs.inputs()) refuse(file)
  for (const file of inputs.besides) refuse(file)
}

/** What makes a file the same by whatever name; `null` for a file that is not there, or no file. */
function identity(path: string): string | null {
  const found = existing(path)
  return found?.isFile() ? `${found.dev}:${found.ino}` : null
}

/** An input as messages name it. */
export function nameOf(input: Input): string {
  return input.path ?? '-'
}
