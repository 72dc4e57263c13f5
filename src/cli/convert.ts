/** The main job: documents in, their plans out in a format. */
import { PlanparseError } from '../error.ts'
import { readPlan } from '../parse.ts'
import type { Plan } from '../plan.ts'
import { FORMATS, writerOf } from '../write/index.ts'
import type { WriteOptions, Writer, Writing } from '../write/writer.ts'
import { type Destination, fileDestination, folderDestination, isFolder, streamDestination } from './destination.ts'
import { findInputs, type Inputs, readEach } from './inputs.ts'
import { hasColour, type Io } from './io.ts'
import { extensionsFor, withConversion } from './old-word.ts'
import type { Conversion } from './options.ts'
import type { Sink } from './output.ts'
import { reporter } from './report.ts'
import { decodeUtf8 } from './utf8.ts'

/** Reads and writes; the exit status. Throws `PlanparseError` for wrong use, before anything is written. */
export async function convert(request: Conversion, io: Io): Promise<number> {
  const found = findInputs(request.names, io.cwd, extensionsFor(request))
  const writer = writerFor(request, io)
  const destination = destinationOf(request, writer, found, io)
  const output = new Output(writer, writeOptions(request, found.several, destination, io), destination)
  const report = reporter(io, request)
  const read = withConversion(request, io, (bytes, path) => readPlan(bytes, { ...readOptions(request), path }))
  try {
    for await (const { index, input, value } of readEach(found, io, report, read)) {
      await report.messages(input.path, value.messages)
      await output.take(index, value)
      if (output.closed) break
    }
    // Where no input could be read there is nothing to be the beginning and end of.
    await output.finish(!report.failed)
  } catch (error) {
    output.abandon()
    throw error
  }
  if (report.failed) return 2
  return request.strict && report.warned ? 1 : 0
}

/** Writes plans to where they go: each to its own output, or all to one. */
class Output {
  readonly #writer: Writer
  readonly #options: WriteOptions
  readonly #destination: Destination
  #open: { sink: Sink; writing: Writing } | null = null
  #begun = false

  constructor(writer: Writer, options: WriteOptions, destination: Destination) {
    this.#writer = writer
    this.#options = options
    this.#destination = destination
  }

  get closed(): boolean {
    return this.#open?.sink.closed ?? false
  }

  async take(index: number, plan: Plan): Promise<void> {
    const { sink, writing } = await this.#opened(index)
    for (const piece of writing.plan(plan)) await sink.write(piece)
    if (this.#destination.kind === 'folder') await this.#close()
  }

  /** `always`: one output for all is made even where no plan came. */
  async finish(always: boolean): Promise<void> {
    if (this.#destination.kind === 'folder') return
    if (always || this.#begun) await this.#opened(0)
    await this.#close()
  }

  abandon(): void {
    this.#open?.sink.abandon()
  }

  async #opened(index: number): Promise<{ sink: Sink; writing: Writing }> {
    if (this.#open) return this.#open
    const writing = await this.#writer.open(this.#options)
    const sink = this.#destination.open(index)
    this.#open = { sink, writing }
    this.#begun = true
    await sink.write(writing.begin())
    return this.#open
  }

  async #close(): Promise<void> {
    if (!this.#open) return
    const { sink, writing } = this.#open
    await sink.write(await writing.end())
    await sink.finish()
    this.#open = null
  }
}

function writerFor({ writer, output }: Conversion, io: Io): Writer {
  if (writer) return writer
  if (isStream(output)) return writerOf(io.stdout.isTTY ? 'tree' : 'json')
  if (isFolder(output, io.cwd)) return writerOf('json')
  throw new PlanparseError('output-without-format', { name: output, known: FORMATS })
}

function isStream(output: string | null): output is null {
  return output === null || output === '-'
}

function destinationOf({ output }: Conversion, writer: Writer, { inputs }: Inputs, io: Io): Destination {
  // The tree makes its own text safe: its colours are control characters as well.
  if (isStream(output)) return streamDestination(io, io.stdout.isTTY === true && writer.id !== 'tree')
  if (!isFolder(output, io.cwd)) return fileDestination(output, inputs, io.cwd)
  return folderDestination(output, writer.extensions[0] ?? '.txt', inputs, io.cwd)
}

function writeOptions(request: Conversion, several: boolean, { kind }: Destination, io: Io): WriteOptions {
  const onTerminal = kind === 'stream' && io.stdout.isTTY === true
  return {
    lang: request.lang,
    several: several && kind !== 'folder',
    array: request.array,
    indent: onTerminal,
    bom: request.bom ?? kind !== 'stream',
    rawCsv: request.rawCsv,
    markdown: request.markdown,
    colour: kind === 'stream' && hasColour(io.stdout, request.colour, io.env),
    ...(kind === 'stream' && widthOf(io)),
  }
}

/** Columns of the terminal; a pipe is not cut unless COLUMNS says so. */
function widthOf({ stdout, env }: Io): { width: number } | undefined {
  const columns = stdout.isTTY ? stdout.columns || 80 : Number(env.COLUMNS)
  return columns >= 20 ? { width: columns } : undefined
}

/** The parser's share of the options; `undefined` is not among them, only left out. */
export function readOptions({ lang, from, encoding, year, withText }: Conversion) {
  return { lang, format: from, encoding, withText, utf8: decodeUtf8, ...(year !== null && { year }) }
}
