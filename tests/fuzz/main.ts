/** Watches over the process that tries the cases: keeps what fails, ends what hangs, counts, and tells what came of it. */
import { type ChildProcess, fork } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { hashOf } from '../../src/hash.ts'
import { type Batch, CURRENT, type Failure } from './report.ts'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    /** Failures after which it stops. */
    most: { type: 'string', default: '10' },
    keep: { type: 'string', default: 'tests/regressions' },
  },
})
const LIMIT = Number(values.minutes) * 60_000
/** Milliseconds for one case, on a machine that may be busy. */
const HANGS = 120_000
const CHILD = join(dirname(fileURLToPath(import.meta.url)), 'child.mjs')

interface Sum {
  inputs: number
  size: number
  ms: number
  failures: number
}

class Watch {
  readonly #folder = mkdtempSync(join(tmpdir(), 'planparse-fuzz-'))
  readonly #began = Date.now()
  readonly #sums = new Map<string, Sum>()
  #batches = 0
  #memory = 0
  #failures = 0
  #ended = false

  async run(): Promise<number> {
    process.on('SIGINT', () => this.#end()).on('SIGTERM', () => this.#end())
    while (!this.#ended) await this.#watch()
    rmSync(this.#folder, { recursive: true, force: true })
    this.#tell()
    return this.#failures > 0 ? 1 : 0
  }

  #end(): void {
    this.#ended = true
  }

  /** One process, until it ends or has to be ended. */
  async #watch(): Promise<void> {
    const child = fork(CHILD, [this.#folder, values.seed, String(this.#batches)], {
      execArgv: ['--max-old-space-size=1024'],
    })
    const over = new Promise((done) => child.once('exit', done))
    child.on('message', (batch: Batch) => this.#take(batch))
    const timer = setInterval(() => this.#look(child), 1000)
    await over
    clearInterval(timer)
    if (child.killed) return
    this.#keep({ case: this.#current(), faults: [`the process ended: ${child.signalCode ?? child.exitCode}`] })
    this.#batches++
  }

  #look(child: ChildProcess): void {
    if (Date.now() - this.#began > LIMIT || this.#failures >= Number(values.most)) this.#end()
    const current = statSync(join(this.#folder, CURRENT), { throwIfNoEntry: false })
    const since = current ? Date.now() - current.mtimeMs : 0
    if (since > HANGS) {
      this.#keep({ case: this.#current(), faults: ['takes more than two minutes'] })
      this.#batches++
    }
    if (this.#ended || since > HANGS) child.kill('SIGKILL')
  }

  #current(): Failure['case'] {
    return JSON.parse(readFileSync(join(this.#folder, CURRENT), 'utf8'))
  }

  #take({ kind, inputs, size, ms, memory, failure }: Batch): void {
    const sum = this.#sums.get(kind) ?? { inputs: 0, size: 0, ms: 0, failures: 0 }
    sum.inputs += inputs
    sum.size += size
    sum.ms += ms
    if (failure) sum.failures++
    this.#sums.set(kind, sum)
    this.#batches++
    this.#memory = Math.max(this.#memory, memory)
    if (failure) this.#keep(failure)
  }

  #keep(failure: Failure): void {
    this.#failures++
    const text = JSON.stringify({ ...failure.case, faults: failure.faults }, null, 2)
    const path = join(values.keep, `${failure.case.kind}-${hashOf(JSON.stringify(failure.case)).slice(0, 8)}.json`)
    mkdirSync(values.keep, { recursive: true })
    writeFileSync(path, `${text}\n`)
    console.log(`${path}\n  ${failure.faults.join('\n  ').slice(0, 2000)}`)
  }

  #tell(): void {
    const minutes = (ms: number) => `${(ms / 60_000).toFixed(1)} min`
    for (const [kind, { inputs, size, ms, failures }] of [...this.#sums].sort()) {
      const megabytes = `${(size / 1e6).toFixed(1)} MB`
      console.log(`${kind.padEnd(8)} ${inputs} inputs, ${megabytes}, ${minutes(ms)}, ${failures} failed`)
    }
    const held = `${Math.round(this.#memory / 2 ** 20)} MB held at most`
    console.log(`seed ${values.seed}, ${minutes(Date.now() - this.#began)}, ${held}, ${this.#failures} failures`)
  }
}

process.exitCode = await new Watch().run()
