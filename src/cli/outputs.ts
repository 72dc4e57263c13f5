/** Plans → outputs: each to one of its own, or all to one. */
import type { WriteOptions, Writer, Writing } from '../write/writer.ts'
import type { Destination } from './destination.ts'
import type { Input } from './inputs.ts'
import type { Sink } from './output.ts'
import type { Reporter } from './report.ts'
import { bodyOf, type Selected } from './work.ts'

/** A plan, or what a worker has written of it. */
export type Made = Selected | Uint8Array

export class Output {
  readonly #writer: Writer
  readonly #options: WriteOptions
  readonly #destination: Destination
  readonly #report: Reporter
  /** What the writer has to say of what it has written. */
  readonly #remarks: Parameters<NonNullable<WriteOptions['warn']>>[] = []
  #open: { sink: Sink; writing: Writing; count: number } | null = null
  #begun = false

  constructor(writer: Writer, options: WriteOptions, destination: Destination, report: Reporter) {
    this.#writer = writer
    this.#options = { ...options, warn: (...remark) => this.#remarks.push(remark) }
    this.#destination = destination
    this.#report = report
  }

  get closed(): boolean {
    return this.#open?.sink.closed ?? false
  }

  async take(input: Input | null, made: Made): Promise<void> {
    if (made instanceof Uint8Array && this.#destination.kind === 'folder') return this.#whole(input, made)
    const open = await this.#opened(input)
    if (open.count++ > 0 && open.writing.between) await open.sink.write(open.writing.between)
    const body = made instanceof Uint8Array ? [made] : bodyOf(open.writing, made, this.#options)
    for (const piece of body) await open.sink.write(piece)
    if (this.#destination.kind === 'folder') await this.#close()
  }

  /** `always`: one output for all is made even where no plan came. */
  async finish(always: boolean): Promise<void> {
    if (this.#destination.kind === 'folder') return
    if (always || this.#begun) await this.#opened(null)
    await this.#close()
  }

  abandon(): void {
    this.#open?.sink.abandon()
  }

  async #whole(input: Input | null, bytes: Uint8Array): Promise<void> {
    const sink = this.#destination.open(input)
    try {
      await sink.write(bytes)
      await sink.finish()
    } catch (error) {
      sink.abandon()
      throw error
    }
  }

  async #opened(input: Input | null): Promise<{ sink: Sink; writing: Writing; count: number }> {
    if (this.#open) return this.#open
    const writing = await this.#writer.open(this.#options)
    const sink = this.#destination.open(input)
    this.#open = { sink, writing, count: 0 }
    this.#begun = true
    await sink.write(writing.begin())
    return this.#open
  }

  async #close(): Promise<void> {
    if (!this.#open) return
    const { sink, writing, count } = this.#open
    await sink.write(await writing.end(count))
    await sink.finish()
    this.#open = null
    for (const [path, message] of this.#remarks.splice(0)) await this.#report.messages(path, [message])
  }
}
