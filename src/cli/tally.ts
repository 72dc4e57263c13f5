/** How a run of many documents goes, and what it came to: for a person, on standard error. */
import { milliseconds } from './clock.ts'
import type { Run } from './outcomes.ts'
import { type Progress, progressOn } from './progress.ts'
import { type Sum, WORDS } from './words.ts'
import type { Outcome } from './work.ts'

export class Tally {
  readonly progress: Progress
  readonly #run: Run
  readonly #began = milliseconds()
  readonly #sum: Sum = { done: 0, unchanged: 0, failed: 0, tasks: 0, warnings: 0, seconds: 0 }

  constructor(run: Run) {
    const { request, io, inputs } = run
    this.#run = run
    const total = isLong(run) && io.stderr.isTTY ? () => count(inputs.inputs()) : null
    this.progress = progressOn(io, request.lang, request.quiet || !inputs.several, total)
  }

  get tasks(): number {
    return this.#sum.tasks
  }

  add({ input, made, unchanged, tasks, messages, faults }: Outcome<unknown>): void {
    const sum = this.#sum
    if (unchanged) sum.unchanged++
    else if (made) sum.done++
    if (faults.some(({ severity }) => severity === 'error')) sum.failed++
    sum.tasks += tasks
    sum.warnings += messages.filter(({ severity }) => severity === 'warning').length
    if (input) this.progress.done(sum.done + sum.unchanged + sum.failed)
  }

  /** Says what the run came to, where it made a file of each of several documents. */
  sum(): void {
    if (isLong(this.#run)) this.#say(WORDS[this.#run.request.lang].sum(this.#whole()))
  }

  /** Says where a run stood that was broken off, and how to go on. */
  interrupted(): void {
    this.progress.clear()
    const { manifest, lang } = this.#run.request
    if (this.#run.inputs.several) this.#say(WORDS[lang].interrupted(this.#whole(), manifest))
  }

  #whole(): Sum {
    return { ...this.#sum, seconds: (milliseconds() - this.#began) / 1000 }
  }

  #say(words: string): void {
    const { request, io } = this.#run
    if (!request.quiet) io.stderr.write(`planparse: ${words}\n`)
  }
}

function isLong({ inputs, destination }: Run): boolean {
  return inputs.several && destination?.kind === 'folder'
}

function count(things: Iterable<unknown>): number {
  let found = 0
  for (const _ of things) found++
  return found
}
