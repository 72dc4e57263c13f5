/** What runs in a worker thread: documents of a job read and written out, one after the other. */
import { workerData } from 'node:worker_threads'
import type { Config } from '../config.ts'
import type { Message } from '../plan.ts'
import { writerOf } from '../write/index.ts'
import type { Piece, WriteOptions } from '../write/writer.ts'
import type { Io } from './io.ts'
import { type Job, now } from './job.ts'
import { type Conversion, languageOf, readArguments } from './options.ts'
import { bodyOf, type Outcome, type Selected, selecting, type Work } from './work.ts'

/** What a worker is told once. The arguments are read anew: a request holds functions, which no thread can hand on. */
export interface WorkerData {
  argv: readonly string[]
  env: Io['env']
  settings: Config
  /** The writer's name. */
  format: string
  options: WriteOptions
  /** Each document is an output of its own: beginning and end are part of it. */
  alone: boolean
  hashed: boolean
}

const work = worker(workerData as WorkerData)

/** Does a job. Never rejects for what is in a document. */
export default async function run({ tasks, state }: Job): Promise<Outcome<Uint8Array>[]> {
  const outcomes: Outcome<Uint8Array>[] = []
  for (const [at, task] of tasks.entries()) {
    Atomics.store(state, 0, at)
    Atomics.store(state, 1, now())
    outcomes.push(await work(task))
  }
  return outcomes
}

function worker({ argv, env, settings, format, options, alone, hashed }: WorkerData): Work<Uint8Array> {
  const request = readArguments(argv, languageOf(argv, settings.lang), settings) as Conversion
  const writer = writerOf(format)
  const io = { env, stdin: NOTHING }
  const select = selecting({ request, io, writer, hashed })
  return async (task) => {
    const outcome = await select(task)
    const warn = (_path: string | null, message: Message) => outcome.messages.push(message)
    return { ...outcome, made: outcome.made && (await written(outcome.made, { ...options, warn })) }
  }

  async function written(selected: Selected, options: WriteOptions): Promise<Uint8Array> {
    const writing = await writer.open(options)
    const body = [...bodyOf(writing, selected, options)]
    return joined(alone ? [writing.begin(), ...body, await writing.end(1)] : body)
  }
}

const NOTHING: Io['stdin'] = {
  async *[Symbol.asyncIterator]() {},
}

/** In memory of its own: a small `Buffer` lies in one that others share, all of which would be copied to the reader. */
function joined(pieces: readonly Piece[]): Uint8Array {
  if (pieces.every((piece) => typeof piece === 'string')) return new TextEncoder().encode(pieces.join(''))
  return Buffer.concat(pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece)))
}
