/** The main job: documents in, their plans out in a format. */
import { PlanparseError } from '../error.ts'
import { readPlan } from '../parse.ts'
import type { Plan } from '../plan.ts'
import { isAskedFor, isSelective, select } from '../select.ts'
import { byUnit, type UnitTest } from '../units.ts'
import { FORMATS, refuseByUnit, summaryWriter, writerOf } from '../write/index.ts'
import { NO_UNIT } from '../write/roles.ts'
import type { WriteOptions, Writer, Writing } from '../write/writer.ts'
import {
  type Destination,
  fileDestination,
  filesIn,
  folderDestination,
  isFolder,
  streamDestination,
} from './destination.ts'
import { fileNames } from './file-names.ts'
import { findInputs, type Inputs, readEach } from './inputs.ts'
import { hasColour, type Io } from './io.ts'
import { extensionsFor, withConversion } from './old-word.ts'
import type { Conversion } from './options.ts'
import type { Sink } from './output.ts'
import { messagesInFile, reporter } from './report.ts'
import { SplitOutput } from './split.ts'

/** Reads and writes; the exit status. Throws `PlanparseError` for wrong use, before anything is written. */
export async function convert(request: Conversion, io: Io): Promise<number> {
  const found = findInputs(request.names, io.cwd, extensionsFor(request))
  const writer = writerFor(request, io)
  const output = outputOf(request, writer, found, io)
  const report = reporter(io, request)
  const withText = request.withText || writer.needsText === true
  const read = withConversion(request, io, (bytes, path) =>
    readPlan(bytes, { ...readOptions(request), withText, path }),
  )
  let isEmpty = true
  try {
    for await (const { index, input, value } of readEach(found, io, report, read)) {
      await report.messages(input.path, messagesInFile(value))
      const plan = select(value, request.selection)
      if (plan.children.length > 0) isEmpty = false
      for (const note of (await writer.notes?.(plan)) ?? []) await report.note(input.path ?? '-', note)
      await output.take(index, plan, isAskedFor(value, request.selection))
      if (output.closed) break
    }
    if (isEmpty && isSelective(request.selection) && !report.failed) {
      await report.warning(request.names.join(' ') || '-', new PlanparseError('nothing-selected'))
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

function outputOf(request: Conversion, writer: Writer, found: Inputs, io: Io): Output | SplitOutput {
  if (request.split) return splitOutput(request, writer, found, io)
  const destination = destinationOf(request, writer, found, io)
  return new Output(writer, writeOptions(request, found.several, destination, io), destination)
}

function splitOutput(request: Conversion, writer: Writer, { inputs, several }: Inputs, io: Io): SplitOutput {
  const { output, lang } = request
  if (isStream(output) || !isFolder(output, io.cwd)) throw new PlanparseError('split-without-folder', output ?? '')
  return new SplitOutput(NO_UNIT[lang], (names) => {
    const files = filesIn(output, fileNames(names, extensionOf(writer)), inputs, io.cwd)
    return files.map((file) => new Output(writer, writeOptions(request, several, file, io), file))
  })
}

/** Writes plans to where they go: each to its own output, or all to one. */
export class Output {
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

  /** `isAskedFor`: the units to be listed where tasks are listed by unit. */
  async take(index: number, plan: Plan, isAskedFor: UnitTest): Promise<void> {
    const { sink, writing } = await this.#opened(index)
    const groups = this.#options.by && byUnit(plan, isAskedFor)
    for (const piece of writing.plan(plan, groups)) await sink.write(piece)
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

function writerFor(request: Conversion, io: Io): Writer {
  if (request.summary) return summaryWriter(request.writer?.id ?? 'tree')
  const writer = request.writer ?? usualWriter(request, io)
  if (request.by) refuseByUnit(writer)
  return writer
}

/** Where neither a format nor an extension is named. */
function usualWriter({ output, split }: Conversion, io: Io): Writer {
  if (split) return writerOf(SPLIT_FORMAT)
  if (isStream(output)) return writerOf(io.stdout.isTTY ? 'tree' : 'json')
  if (isFolder(output, io.cwd)) return writerOf('json')
  throw new PlanparseError('output-without-format', { name: output, known: FORMATS })
}

/** What an office is handed: a table that opens in Excel or WPS. */
const SPLIT_FORMAT = 'csv'

function isStream(output: string | null): output is null {
  return output === null || output === '-'
}

function destinationOf({ output }: Conversion, writer: Writer, { inputs }: Inputs, io: Io): Destination {
  if (isStream(output)) return streamDestination(io, io.stdout.isTTY === true && !writer.paints)
  if (!isFolder(output, io.cwd)) return fileDestination(output, inputs, io.cwd)
  return folderDestination(output, extensionOf(writer), inputs, io.cwd)
}

function extensionOf({ extensions }: Writer): string {
  return extensions[0] ?? '.txt'
}

function writeOptions(request: Conversion, several: boolean, { kind }: Destination, io: Io): WriteOptions {
  const onTerminal = kind === 'stream' && io.stdout.isTTY === true
  return {
    lang: request.lang,
    several: several && kind !== 'folder',
    by: request.summary ? 'unit' : (request.by ?? undefined),
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
  return { lang, format: from, encoding, withText, ...(year !== null && { year }) }
}
