/** The main job: documents in, their plans out in a format. */
import { existsSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import { PlanparseError } from '../error.ts'
import { isSelective } from '../select.ts'
import { systemReason } from '../system.ts'
import { EXTENSIONS, FORMATS, refuseByUnit, summaryWriter, TABLES, writerOf } from '../write/index.ts'
import { NO_UNIT } from '../write/roles.ts'
import type { WriteOptions, Writer } from '../write/writer.ts'
import {
  type Destination,
  filesIn,
  folderDestination,
  type InputList,
  isFolder,
  isStream,
  refuseInputs,
  singleDestination,
} from './destination.ts'
import { toError, toFault } from './fault.ts'
import { fileNames } from './file-names.ts'
import { bytesOf, findInputs, type Inputs } from './inputs.ts'
import { hasColour, type Io } from './io.ts'
import type { Manifest } from './manifest.ts'
import { nearest } from './nearest.ts'
import { extensionsFor } from './old-word.ts'
import type { Conversion, Reading } from './options.ts'
import { entryOf, outcomesOf, type Run } from './outcomes.ts'
import { removeLeftovers } from './output.ts'
import { type Made, Output } from './outputs.ts'
import { type Reporter, reporter } from './report.ts'
import { SplitOutput } from './split.ts'
import { Tally } from './tally.ts'
import type { Outcome } from './work.ts'

/** Reads and writes; the exit status. Throws `PlanparseError` for wrong use, before anything is written. */
export async function convert(request: Conversion, io: Io): Promise<number> {
  const inputs = await inputsOf(request, io)
  const writer = writerFor(request, io)
  const destination = request.split ? null : destinationOf(request, writer, inputs, io)
  const options = writeOptions(request, inputs.several, destination?.kind ?? 'file', io)
  const run: Run = { request, io, inputs, writer, options, destination, interrupted: () => tally.interrupted() }
  const manifest = await manifestOf(run)
  const tally = new Tally(run)
  const report = reporter(io, request, () => tally.progress.clear())
  const output = destination
    ? new Output(writer, options, destination, report)
    : splitOutput(request, inputs, report, io)
  try {
    for await (const outcome of outcomesOf(run, manifest)) {
      await say(outcome, report)
      await take(outcome, run, output, report)
      const entry = manifest && entryOf(outcome, run)
      if (entry) manifest?.add(entry)
      tally.add(outcome)
      if (output.closed) break
    }
    if (tally.tasks === 0 && isSelective(request.selection) && !report.failed) {
      await report.warning(inShort(request.names), new PlanparseError('nothing-selected'))
    }
    // Where no input could be read there is nothing to be the beginning and end of.
    await output.finish(!report.failed)
  } catch (error) {
    output.abandon()
    throw error
  } finally {
    manifest?.close()
    tally.progress.clear()
  }
  tally.sum()
  if (report.failed) return 2
  return request.strict && report.warned ? 1 : 0
}

/** The documents that the arguments name. Rejects with `PlanparseError` where the list of them cannot be read. */
export async function inputsOf(request: Reading, io: Io): Promise<Inputs> {
  const { names, filesFrom, nul, ignore, config } = request
  const separator = nul ? '\0' : '\n'
  const text = filesFrom === null ? null : await listOf(filesFrom, separator, io)
  return findInputs({
    names,
    cwd: io.cwd,
    extensions: extensionsFor(request),
    filesFrom: text === null ? null : { text, separator },
    ignore,
    besides: [filesFrom, config].flatMap((name) => (name && name !== '-' ? resolve(io.cwd, name) : [])),
  })
}

/** Bytes that a list of names may have, and characters one of them: no system knows a longer one. */
const LARGEST_LIST = 256 << 20
const LONGEST_NAME = 1 << 15

/** A file, or a pipe as of `<(…)`; a device that never ends is refused. */
async function listOf(name: string, separator: string, io: Io): Promise<string> {
  const refuse = (reason: string) => new PlanparseError('list-unreadable', { name, known: [reason] })
  let text: string
  try {
    const file = name === '-' ? null : resolve(io.cwd, name)
    text = new TextDecoder().decode(await bytesOf({ path: name, file, place: name }, io, LARGEST_LIST))
  } catch (error) {
    throw error instanceof PlanparseError ? refuse('> 256 MB') : refuse(systemReason(error))
  }
  if (hasLongerPart(text, separator, LONGEST_NAME)) throw refuse(`a name > ${LONGEST_NAME}`)
  return text
}

function hasLongerPart(text: string, separator: string, most: number): boolean {
  for (let from = 0; text.length - from > most; ) {
    const last = text.lastIndexOf(separator, from + most)
    if (last < from) return true
    from = last + 1
  }
  return false
}

/** What a request says of the output. */
type OutputRequest = Omit<Conversion, 'kind'>

/** The output that a request asks for. Throws `PlanparseError` where it cannot be, before anything is written. */
export function outputFor(request: OutputRequest, inputs: InputList, report: Reporter, io: Io): Output | SplitOutput {
  if (request.split) return splitOutput(request, inputs, report, io)
  const writer = writerFor(request, io)
  const destination = destinationOf(request, writer, inputs, io)
  return new Output(writer, writeOptions(request, inputs.several, destination.kind, io), destination, report)
}

/** Throws `PlanparseError` where it cannot be used. */
async function manifestOf({ request, io, inputs, destination }: Run): Promise<Manifest | null> {
  const { manifest, resume, output } = request
  if (resume && (manifest === null || destination?.kind !== 'folder')) throw new PlanparseError('resume-without-folder')
  if (manifest === null) return null
  const path = resolve(io.cwd, manifest)
  refuseInputs([{ path, shown: manifest }], inputs, 'manifest-is-input')
  if (destination?.takes(path)) throw new PlanparseError('manifest-is-output', manifest)
  // Files that are named after units are known when all has been read.
  inputs.besides.add(path)
  const folder = resolve(io.cwd, output ?? '')
  if (resume && existsSync(folder)) removeLeftovers(folder)
  const { Manifest } = await import('./manifest.ts')
  return new Manifest(path, manifest, resume)
}

async function say({ input, faults, messages }: Outcome<unknown>, report: Reporter): Promise<void> {
  await report.messages(input?.path ?? null, messages)
  for (const { path, severity, fault } of faults) await report[severity](path, toError(fault))
}

/** A shell may have made thousands of names of one pattern. */
function inShort(names: readonly string[]): string {
  return (names.length > 3 ? [names[0], '…', names.at(-1)] : names).join(' ') || '-'
}

/** A list of work for the eye does not name documents without any. */
function isLeftOut({ tasks }: Outcome<Made>, { request, writer, inputs, destination }: Run): boolean {
  if (tasks > 0 || !writer.leavesOutEmpty || destination?.kind === 'folder') return false
  return inputs.several && isSelective(request.selection)
}

/** A name that an output cannot have is a fault of one input; the others of the folder are written. */
async function take(outcome: Outcome<Made>, run: Run, output: Output | SplitOutput, report: Reporter): Promise<void> {
  if (!outcome.made || isLeftOut(outcome, run)) return
  try {
    await output.take(outcome.input, outcome.made)
  } catch (error) {
    const isOfOne =
      run.destination?.kind === 'folder' && error instanceof PlanparseError && error.code === 'output-name'
    if (!isOfOne) throw error
    const path = outcome.input?.path ?? '-'
    outcome.made = null
    outcome.faults.push({ path, severity: 'error', fault: toFault(error) })
    await report.error(path, error)
  }
}

function splitOutput(request: OutputRequest, inputs: InputList, report: Reporter, io: Io): SplitOutput {
  const { output, lang } = request
  const writer = writerFor(request, io)
  const options = writeOptions(request, inputs.several, 'file', io)
  if (isStream(output) || !isFolder(output, io.cwd)) throw new PlanparseError('split-without-folder', output ?? '')
  return new SplitOutput(NO_UNIT[lang], (names) => {
    const files = filesIn(output, fileNames(names, extensionOf(writer)), inputs, io.cwd)
    return files.map((file) => new Output(writer, options, file, report))
  })
}

function writerFor(request: OutputRequest, io: Io): Writer {
  if (request.summary) return summaryWriter(request.writer?.id ?? 'tree')
  const writer = request.writer ?? usualWriter(request, io)
  if (request.by) refuseByUnit(writer)
  const { id: name } = writer
  if ((request.preset || request.columns) && !writer.tabular) {
    throw new PlanparseError('no-table', { name, known: TABLES })
  }
  if (writer.binary && isStream(request.output) && io.stdout.isTTY) throw new PlanparseError('binary-to-terminal', name)
  return writer
}

/** Where neither a format nor an extension is named. */
function usualWriter({ output, split }: OutputRequest, io: Io): Writer {
  if (split) return writerOf(SPLIT_FORMAT)
  if (isStream(output)) return writerOf(io.stdout.isTTY ? 'tree' : 'json')
  if (isFolder(output, io.cwd)) return writerOf('json')
  const near = nearest(extname(output), EXTENSIONS)
  throw new PlanparseError('output-without-format', { name: output, near, known: FORMATS })
}

/** What an office is handed: a table that opens in Excel or WPS. */
const SPLIT_FORMAT = 'xlsx'

function destinationOf({ output }: OutputRequest, writer: Writer, inputs: InputList, io: Io): Destination {
  if (isStream(output) || !isFolder(output, io.cwd)) return singleDestination(output, inputs, io, writer.paints)
  return folderDestination(output, extensionOf(writer), inputs, io.cwd)
}

function extensionOf({ extensions }: Writer): string {
  return extensions[0] ?? '.txt'
}

function writeOptions(request: OutputRequest, several: boolean, kind: Destination['kind'], io: Io): WriteOptions {
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
    ...(request.preset && { preset: request.preset }),
    ...(request.columns && { columns: request.columns }),
    colour: kind === 'stream' && hasColour(io.stdout, request.colour, io.env),
    ...(kind === 'stream' && widthOf(io)),
  }
}

/** Columns of the terminal; a pipe is not cut unless COLUMNS says so. */
export function widthOf({ stdout, env }: Io): { width: number } | undefined {
  const columns = stdout.isTTY ? stdout.columns || 80 : Number(env.COLUMNS)
  return columns >= 20 ? { width: columns } : undefined
}
