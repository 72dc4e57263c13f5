/**
 * Documents read on several cores: jobs of several files each, handed to worker threads, their outcomes in the order
 * of the files. A document that takes too long, or takes its worker with it, is one that could not be read: the others
 * of its job are done all the same. The one file that knows piscina.
 */
import { setFlagsFromString } from 'node:v8'
import { Piscina } from 'piscina'
import { PlanparseError } from '../error.ts'
import { systemReason } from '../system.ts'
import { existing } from './inputs.ts'
import { type Job, now } from './job.ts'
import { inOrder } from './ordered.ts'
import { failedOutcome, type Outcome, type Task } from './work.ts'

/** A job: so many files, or so many bytes. */
const FILES = 32
const BYTES = 1 << 20
/** Megabytes that a worker takes for what it has just made: one document; V8 would let several times as much pile up. */
const YOUNG = 12
/** How often a running document's time is looked at, in milliseconds. */
const WATCH = 250

/** The engine of Node 20 and 21, of which this was measured; another would tell of a flag that it does not know. */
const MEASURED = '11.'

/**
 * Several hundred functions get warm in each worker at once. Compiled as soon as usual, and with all put into them that
 * they call, they take a quarter of the processor's time.
 */
function compileLess(): void {
  if (!process.versions.v8.startsWith(MEASURED)) return
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=200')
  setFlagsFromString('--interrupt-budget=264000')
}

export interface PoolOptions {
  /** The worker's file. */
  filename: string
  /** Handed to each worker once. */
  data: unknown
  jobs: number
  /** Milliseconds that a document may take. */
  limit: number
}

export class Pool {
  readonly #piscina: Piscina
  readonly #options: PoolOptions
  /** Ends the jobs that no worker can do. */
  readonly #stop = new AbortController()
  #broken: PlanparseError | null = null

  constructor(options: PoolOptions) {
    const { filename, jobs, data } = options
    this.#options = options
    compileLess()
    const resourceLimits = { maxYoungGenerationSizeMb: YOUNG }
    this.#piscina = new Piscina({ filename, minThreads: jobs, maxThreads: jobs, workerData: data, resourceLimits })
    this.#piscina.on('error', (error) => this.#break(error))
  }

  /** The outcomes of all documents, in order. Throws `PlanparseError` (`no-workers`) where no worker can be started. */
  async *run(tasks: Iterable<Task>): AsyncGenerator<Outcome<Uint8Array>> {
    for await (const outcomes of inOrder(jobsOf(tasks), this.#options.jobs * 2, (job) => this.#do(job))) {
      if (this.#broken) throw this.#broken
      yield* outcomes
    }
  }

  close(): Promise<void> {
    return this.#piscina.destroy()
  }

  async #do(tasks: readonly Task[]): Promise<Outcome<Uint8Array>[]> {
    const state = new Int32Array(new SharedArrayBuffer(8))
    const watch = this.#watch(state)
    try {
      return (await this.#piscina.run({ tasks, state } satisfies Job, {
        signal: AbortSignal.any([watch.signal, this.#stop.signal]),
      })) as Outcome<Uint8Array>[]
    } catch (error) {
      if (Atomics.load(state, 1) === 0) this.#break(error)
      if (this.#broken) return []
      const at = Atomics.load(state, 0)
      const reason = watch.signal.aborted ? new PlanparseError('too-slow', seconds(this.#options.limit)) : crash(error)
      const culprit = failedOutcome(tasks[at] as Task, reason)
      const [before, after] = [tasks.slice(0, at), tasks.slice(at + 1)]
      return [...(await this.#redo(before)), culprit, ...(await this.#redo(after))]
    } finally {
      watch.end()
    }
  }

  #redo(tasks: readonly Task[]): Promise<Outcome<Uint8Array>[]> {
    return tasks.length === 0 ? Promise.resolve([]) : this.#do(tasks)
  }

  /** A worker that fails before its first document: that is no document's fault, and the next would fail as well. */
  #break(error: unknown): void {
    this.#broken ??= new PlanparseError('no-workers', systemReason(error))
    this.#stop.abort()
  }

  #watch(state: Int32Array) {
    const controller = new AbortController()
    const timer = setInterval(() => {
      const began = Atomics.load(state, 1)
      if (began > 0 && now() - began > this.#options.limit) controller.abort()
    }, WATCH)
    return { signal: controller.signal, end: () => clearInterval(timer) }
  }
}

function seconds(milliseconds: number): string {
  return String(milliseconds / 1000)
}

function crash(error: unknown): PlanparseError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return new PlanparseError('too-large', 'memory')
  return new PlanparseError('internal', error instanceof Error ? error.message : String(error))
}

function* jobsOf(tasks: Iterable<Task>): Generator<Task[]> {
  let job: Task[] = []
  let bytes = 0
  for (const task of tasks) {
    job.push(task)
    bytes += sizeOf(task)
    if (job.length === FILES || bytes >= BYTES) {
      yield job
      job = []
      bytes = 0
    }
  }
  if (job.length > 0) yield job
}

function sizeOf(task: Task): number {
  const file = 'input' in task ? task.input.file : null
  return file === null ? 0 : (existing(file)?.size ?? 0)
}
