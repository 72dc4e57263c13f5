/** `planparse check`: what is wrong with documents, as a report; and `--fix`, what is safe to mend, mended. */
import { isAbsolute, relative, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PlanparseError } from '../error.ts'
import { readPlan } from '../parse.ts'
import type { CheckedFile, Summary } from '../report/reporter.ts'
import { inputsOf, widthOf } from './convert.ts'
import { isStream, nameOf, singleDestination } from './destination.ts'
import { type Input, type Inputs, readEach } from './inputs.ts'
import { hasColour, type Io } from './io.ts'
import type { Mended } from './mend.ts'
import { withConversion } from './old-word.ts'
import type { Checking } from './options.ts'
import { type Sink, writeFile } from './output.ts'
import { type Reporter, reporter } from './report.ts'
import { readOptions } from './work.ts'

/** What only this command needs, loaded when it is used. */
type Parts = typeof import('./checking.ts')

/** Checks, and mends where that is asked for; the exit status. Throws `PlanparseError` for wrong use. */
export async function check(request: Checking, io: Io): Promise<number> {
  const found = await inputsOf(request, io)
  refuseWrongUse(request, found)
  const parts = await import('./checking.ts')
  return new Check(request, found, parts, io).run()
}

function refuseWrongUse({ fix, write }: Checking, inputs: Inputs): void {
  if (write && !fix) throw new PlanparseError('write-without-fix')
  if (write && Array.from(inputs.inputs()).some(({ file }) => file === null))
    throw new PlanparseError('write-standard-input')
  if (fix && !write && inputs.several) throw new PlanparseError('fix-several-inputs')
}

class Check {
  readonly #request: Checking
  readonly #found: Inputs
  readonly #parts: Parts
  readonly #io: Io
  /** What is said on standard error. */
  readonly #messages: Reporter

  constructor(request: Checking, found: Inputs, parts: Parts, io: Io) {
    this.#request = request
    this.#found = found
    this.#parts = parts
    this.#io = io
    this.#messages = reporter(io, request)
  }

  async run(): Promise<number> {
    const { fix, write, failOn } = this.#request
    const sink = this.#sink()
    let summary: Summary
    try {
      summary = fix && !write ? await this.#giveMended(sink) : await this.#report(sink)
      // A text that could not be read is not given as an empty one; a report tells of it.
      if (fix && !write && this.#messages.failed) sink.abandon()
      else await sink.finish()
    } catch (error) {
      sink.abandon()
      throw error
    }
    if (this.#messages.failed) return 2
    return failOn !== null && summary.errors + (failOn === 'warning' ? summary.warnings : 0) > 0 ? 1 : 0
  }

  /** Writes the report: begin, a piece for each file in order, end. */
  async #report(sink: Sink): Promise<Summary> {
    const tally = new this.#parts.Tally()
    const reporting = await this.#parts.reporterOf(this.#request.reporter).open(this.#looks())
    const tell = async (file: CheckedFile) => {
      tally.add(file)
      await sink.write(reporting.file(file))
    }
    let told = 0
    const tellFaults = async () => {
      for (const { path, error } of this.#messages.faults.slice(told)) {
        const fault = { code: error.code, reason: error.in(this.#request.lang) }
        await tell({ ...this.#placeOf(path === '-' ? null : path), plan: null, findings: [], fault })
      }
      told = this.#messages.faults.length
    }
    await sink.write(reporting.begin())
    for await (const { input, value } of this.#read()) {
      const isKept = value.places === 0 || (await this.#writeBack(input, value))
      await tellFaults()
      if (isKept) await tell({ ...this.#placeOf(input.path), ...findingsOf(value) })
      if (sink.closed) break
    }
    await tellFaults()
    await sink.write(reporting.end(tally.summary))
    return tally.summary
  }

  /** Writes the corrected text of the one input; what is left is counted on standard error. */
  async #giveMended(sink: Sink): Promise<Summary> {
    const tally = new this.#parts.Tally()
    const onTerminal = isStream(this.#request.output) && this.#io.stdout.isTTY === true
    for await (const { input, value } of this.#read()) {
      await sink.write(onTerminal ? (value.plan.document.text ?? '') : value.bytes)
      tally.add(findingsOf(value))
      this.#sayMended(input, value.places)
    }
    if (!this.#request.quiet && !this.#messages.failed)
      this.#io.stderr.write(`${this.#parts.summaryLine(tally.summary, this.#request.lang)}\n`)
    return tally.summary
  }

  #read() {
    const { lang, fix, settings } = this.#request
    const options = { lang, additions: settings, ...(settings.rules && { rules: settings.rules }) }
    const { check, mend } = this.#parts
    const parse = (bytes: Uint8Array, path: string | null) =>
      readPlan(bytes, { ...readOptions(this.#request), withText: true, path })
    const read = async (bytes: Uint8Array, path: string | null): Promise<Mended> => {
      if (fix) return mend(bytes, (each) => parse(each, path), options)
      const plan = await parse(bytes, path)
      return { bytes, plan, findings: check(plan, options), places: 0 }
    }
    return readEach(
      this.#found,
      this.#io,
      this.#messages,
      this.#request.maxSize,
      withConversion(this.#request, this.#io, read),
    )
  }

  /** Puts the corrected text in the place of the file, whole; false where that fails, which is said. */
  async #writeBack(input: Input, { bytes, places }: Mended): Promise<boolean> {
    const name = nameOf(input)
    try {
      writeFile(input.file as string, name, bytes)
    } catch (error) {
      if (!(error instanceof PlanparseError)) throw error
      await this.#messages.error(name, error)
      return false
    }
    this.#sayMended(input, places)
    return true
  }

  #sayMended(input: Input, places: number): void {
    if (!this.#request.quiet)
      this.#io.stderr.write(`${this.#parts.mendedLine(nameOf(input), places, this.#request.lang)}\n`)
  }

  #sink(): Sink {
    const { output, reporter: form, fix, write } = this.#request
    // The report for people makes its own text safe: its colours are control characters as well.
    const isSafe = form === 'text' && (!fix || write)
    return singleDestination(output, this.#found, this.#io, isSafe).open(null)
  }

  #looks() {
    const { lang, quiet, colour, output } = this.#request
    const { stdout, env } = this.#io
    return {
      lang,
      quiet,
      colour: isStream(output) && hasColour(stdout, colour, env),
      ...(isStream(output) && widthOf(this.#io)),
    }
  }

  #placeOf(path: string | null): Pick<CheckedFile, 'path' | 'relative' | 'uri'> {
    if (path === null) return { path, relative: null, uri: '-' }
    const file = resolve(this.#io.cwd, path)
    const inside = relative(this.#io.cwd, file)
    if (isAbsolute(inside) || inside.split(sep)[0] === '..')
      return { path, relative: null, uri: pathToFileURL(file).href }
    const steps = inside.split(sep)
    return { path, relative: steps.join('/'), uri: steps.map(encodeURIComponent).join('/') }
  }
}

function findingsOf({ plan, findings }: Mended): Pick<CheckedFile, 'plan' | 'findings' | 'fault'> {
  return { plan, findings, fault: null }
}
