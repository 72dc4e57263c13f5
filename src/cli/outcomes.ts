/** The documents of a run worked on: here one after the other, or by workers on several cores; in order all the same. */
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { PlanparseError } from '../error.ts'
import { hashOf } from '../hash.ts'
import { VERSION } from '../version.ts'
import type { WriteOptions, Writer } from '../write/writer.ts'
import type { Destination } from './destination.ts'
import type { Input, Inputs } from './inputs.ts'
import type { Io } from './io.ts'
import type { Entry, Manifest } from './manifest.ts'
import type { Conversion } from './options.ts'
import { whenInterrupted } from './output.ts'
import type { Made } from './outputs.ts'
import { type Outcome, selecting, type Task } from './work.ts'

/** One run of the program. */
export interface Run {
  request: Conversion
  io: Io
  inputs: Inputs
  writer: Writer
  options: WriteOptions
  /** `null` where what is written is known only when all has been read. */
  destination: Destination | null
  /** Says where the run stood when it is broken off. */
  interrupted: () => void
}

/** On several cores where it is worth it, else here, one after the other. */
export async function* outcomesOf(run: Run, manifest: Manifest | null): AsyncGenerator<Outcome<Made>> {
  const tasks = tasksOf(run, manifest)
  const jobs = jobsFor(run)
  const forget = run.inputs.several ? whenInterrupted(run.interrupted) : () => {}
  try {
    yield* jobs === 0
      ? outcomesHere(run, tasks, manifest !== null)
      : outcomesOfWorkers(run, tasks, manifest !== null, jobs)
  } finally {
    forget()
  }
}

async function* outcomesHere(run: Run, tasks: Iterable<Task>, hashed: boolean): AsyncGenerator<Outcome<Made>> {
  const { request, io, writer } = run
  const work = selecting({ request, io, writer, hashed })
  for (const task of tasks) {
    yield work(task)
    // So that signals are heard between two documents.
    await new Promise((resolve) => setImmediate(resolve))
  }
}

async function* outcomesOfWorkers(
  { request, io, writer, options, destination }: Run,
  tasks: Iterable<Task>,
  hashed: boolean,
  jobs: number,
): AsyncGenerator<Outcome<Made>> {
  const { Pool } = await import('./pool.ts')
  const alone = destination?.kind === 'folder'
  const pool = new Pool({
    filename: WORKER,
    jobs,
    limit: (request.timeout ?? SLOWEST) * 1000,
    data: { argv: io.argv, env: io.env, settings: request.settings, format: writer.id, options, alone, hashed },
  })
  try {
    yield* pool.run(tasks)
  } finally {
    await pool.close()
  }
}

/** Made by the build; the sources alone have none, and do all in one thread. */
const WORKER = join(import.meta.dirname, 'cli-worker.cjs')
/** Seconds that a document may take where several are worked on at once. */
const SLOWEST = 120
/** Fewer documents than these are done before a worker has started. */
const FEW = 100

/** How many workers; 0 where all is done in this thread. */
function jobsFor({ request, inputs, writer, options, destination }: Run): number {
  const gathers = typeof writer.gathers === 'function' ? writer.gathers(options) : writer.gathers
  const isApart = destination?.kind === 'folder' || !gathers
  if (request.timeout !== null && !existsSync(WORKER)) throw new PlanparseError('timeout-without-workers')
  if (destination === null || !isApart || !existsSync(WORKER)) return 0
  if (request.jobs !== null && request.jobs > 1) return request.jobs
  if (request.timeout !== null) return 1
  return request.jobs === null && isMoreThan(FEW, inputs) ? availableParallelism() : 0
}

function isMoreThan(count: number, inputs: Inputs): boolean {
  let found = 0
  for (const { file } of inputs.inputs()) {
    if (file === null) return false
    if (++found > count) return true
  }
  return false
}

function* tasksOf(run: Run, manifest: Manifest | null): Generator<Task> {
  const { inputs, destination } = run
  const version = manifest && versionOf(run)
  for (const found of inputs) {
    if (!('input' in found) || manifest === null) yield found
    else yield { ...found, known: knownHash(found.input, manifest, version as string, destination) }
  }
}

/** Of an input that an earlier run has done in the same manner, if what it made is still there. */
function knownHash(input: Input, manifest: Manifest, version: string, destination: Destination | null): string | null {
  const before = manifest.before(input.path ?? '-')
  if (!before || before.error !== null || before.version !== version) return null
  return destination?.outputOf?.(input).exists ? before.sha256 : null
}

/** The line of the manifest about a document; none about one that is unchanged. */
export function entryOf(outcome: Outcome<unknown>, run: Run): Entry | null {
  const { input, sha256, tasks, messages, faults, ms, unchanged } = outcome
  if (input === null || unchanged) return null
  const output = outcome.made ? (run.destination?.outputOf?.(input).place ?? null) : null
  const warnings = messages.filter(({ severity }) => severity === 'warning').length
  const error = faults.find(({ severity }) => severity === 'error')?.fault.code ?? null
  return { input: input.path ?? '-', sha256, output, tasks, warnings, error, ms, version: versionOf(run) }
}

/** The program and all that shapes the output: another version or another option makes another output. */
function versionOf({ request, writer, options }: Run): string {
  const { selection, from, encoding, convert, year, withText, settings } = request
  const { labels, units, narrative } = settings
  const shape = [writer.id, options, selection, from, encoding, convert, year, withText, labels, units, narrative]
  return `${VERSION} ${hashOf(JSON.stringify(shape))}`
}
