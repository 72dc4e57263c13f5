/**
 * The thread in which the PDF library takes documents apart. A few kilobytes of PDF can ask for gigabytes and for hours, and
 * the library cannot be asked to stop: a thread can be ended.
 */
import type { MessagePort, Worker } from 'node:worker_threads'
import { PlanparseError } from '../../error.ts'
import { systemFault } from '../../system.ts'

export interface Limits {
  seconds: number
  /**
   * What the process may grow by. Of a thread by itself nobody tells: what it holds beside its objects is not counted,
   * and an array that grows beyond a thread's own limit ends the process.
   */
  gigabytes: number
}

/** For one document. */
const LIMITS: Limits = { seconds: 120, gigabytes: 2 }
/** How often both are looked at, in milliseconds. */
const WATCH = 100

/** What runs in the thread: the half of the library that takes documents apart. */
const PROGRAM = `
const { port, library } = require('node:worker_threads').workerData
import(require('node:url').pathToFileURL(library)).then(({ WorkerMessageHandler }) => {
  WorkerMessageHandler.initializeFromPort(port)
  port.start()
})`

/** What the process holds, in bytes; not a number where the system does not tell, for want of handles. */
function resident(): number {
  try {
    return process.memoryUsage.rss()
  } catch {
    return Number.NaN
  }
}

class Thread {
  readonly port: MessagePort
  readonly #thread: Worker
  readonly #ended: Promise<never>
  isEnded = false

  constructor(library: string) {
    const { Worker, MessageChannel } = process.getBuiltinModule('node:worker_threads')
    const { port1, port2: port } = new MessageChannel()
    const resourceLimits = { maxOldGenerationSizeMb: 2 * LIMITS.gigabytes * 1024 }
    const options = { eval: true, workerData: { port, library }, transferList: [port], resourceLimits }
    this.port = port1
    this.#thread = new Worker(PROGRAM, options)
    this.#ended = new Promise((_, reject) => {
      this.#thread.once('error', (error) => reject(systemFault(error) ?? new PlanparseError('truncated')))
      this.#thread.once('exit', () => reject(new PlanparseError('pdf-limits')))
    })
    this.#ended.catch(() => this.end())
  }

  /** Rejects with `PlanparseError` (`pdf-limits`) where the work takes more time or memory than there is. */
  async run<T>(work: () => Promise<T>, limits: Limits): Promise<T> {
    const began = { time: performance.now(), memory: resident() }
    const watch = setInterval(() => {
      const seconds = (performance.now() - began.time) / 1000
      const gigabytes = (resident() - began.memory) / 2 ** 30
      if (seconds > limits.seconds || gigabytes > limits.gigabytes) this.end()
    }, WATCH)
    this.#thread.ref()
    this.port.ref()
    try {
      return await Promise.race([work(), this.#ended])
    } finally {
      clearInterval(watch)
      this.#thread.unref()
      this.port.unref()
    }
  }

  end(): void {
    if (this.isEnded) return
    this.isEnded = true
    this.port.close()
    void this.#thread.terminate()
  }
}

/** Waits for the next document: to start a thread takes as long as to read some pages. */
let idle: Thread | null = null

/**
 * Runs `work` with the port of the thread. `library`: the path of the half that runs there. Rejects with `PlanparseError`
 * (`pdf-limits`) where it takes more time or memory than there is.
 */
export async function inThread<T>(
  library: string,
  work: (port: MessagePort) => Promise<T>,
  limits = LIMITS,
): Promise<T> {
  const thread = idle ?? new Thread(library)
  idle = null
  try {
    return await thread.run(() => work(thread.port), limits)
  } finally {
    if (idle) thread.end()
    else if (!thread.isEnded) idle = thread
  }
}
