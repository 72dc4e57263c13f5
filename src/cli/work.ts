/** What is done with one document, in this thread or in a worker: bytes → plan → what is asked for of it. */
import type { PlanparseError } from '../error.ts'
import { readPlan } from '../parse.ts'
import type { Message, Plan } from '../plan.ts'
import { isAskedFor, type Selection, select } from '../select.ts'
import { tasks } from '../tasks.ts'
import { byUnit, type UnitTest } from '../units.ts'
import type { Piece, WriteOptions, Writer, Writing } from '../write/writer.ts'
import { milliseconds } from './clock.ts'
import { type Fault, toFault } from './fault.ts'
import { asFault, bytesOf, type Found, type Input } from './inputs.ts'
import type { Io } from './io.ts'
import { withConversion } from './old-word.ts'
import type { Conversion, Reading } from './options.ts'
import { messagesInFile } from './report.ts'
import { decodeUtf8 } from './utf8.ts'

/** A document to read, or a name that stands for none. */
export type Task = Found & {
  /** The hash of its bytes when it was done before: there is nothing to do if it is still the same. */
  known?: string | null
}

/** What came of one document. */
export interface Outcome<Made> {
  /** `null` where a name stands for none. */
  input: Input | null
  /** What there is to say, in order. */
  faults: { path: string; severity: 'error' | 'warning' | 'note'; fault: Fault }[]
  messages: Message[]
  /** `null` where it could not be read, or is unchanged. */
  made: Made | null
  unchanged: boolean
  tasks: number
  sha256: string | null
  ms: number
}

/** A plan as it is asked for. */
export interface Selected {
  plan: Plan
  isAskedFor: UnitTest
}

export function selectedOf(whole: Plan, selection: Selection): Selected {
  return { plan: select(whole, selection), isAskedFor: isAskedFor(whole, selection) }
}

export type Work<Made> = (task: Task) => Promise<Outcome<Made>>

export interface WorkOptions {
  request: Conversion
  io: Pick<Io, 'stdin' | 'env'>
  writer: Writer
  /** Outcomes are to say the hash of the bytes. */
  hashed: boolean
}

/** Reads documents and selects what is asked for of them. */
export function selecting({ request, io, writer, hashed }: WorkOptions): Work<Selected> {
  const withText = request.withText || writer.needsText === true
  const options = { ...readOptions(request), withText }
  const read = withConversion(request, io, (bytes, path) => readPlan(bytes, { ...options, path }))
  return async (task) => {
    const began = milliseconds()
    const outcome: Outcome<Selected> = {
      input: null,
      faults: [],
      messages: [],
      made: null,
      unchanged: false,
      tasks: 0,
      sha256: null,
      ms: 0,
    }
    if ('complaint' in task) {
      outcome.faults.push(task.complaint)
      return outcome
    }
    outcome.input = task.input
    const path = task.input.path ?? '-'
    try {
      const bytes = await bytesOf(task.input, io, request.maxSize)
      if (hashed) outcome.sha256 = (await import('./hash.ts')).sha256(bytes)
      if (hashed && outcome.sha256 === task.known) return { ...outcome, unchanged: true }
      const whole = await read(bytes, task.input.path)
      const made = selectedOf(whole, request.selection)
      const { plan } = made
      outcome.messages = messagesInFile(whole)
      outcome.made = made
      for (const error of (await writer.notes?.(plan)) ?? []) {
        outcome.faults.push({ path, severity: 'note', fault: toFault(error) })
      }
      for (const _ of tasks(plan)) outcome.tasks++
    } catch (error) {
      outcome.faults.push({ path, severity: 'error', fault: toFault(asFault(error)) })
    }
    return { ...outcome, ms: Math.round(milliseconds() - began) }
  }
}

/** The pieces of one plan, in an output that may hold several. */
export function bodyOf(writing: Writing, { plan, isAskedFor }: Selected, options: WriteOptions): Iterable<Piece> {
  return writing.plan(plan, options.by && byUnit(plan, isAskedFor))
}

/** The outcome of a document that took its worker with it. */
export function failedOutcome(task: Task, error: PlanparseError): Outcome<never> {
  const input = 'input' in task ? task.input : null
  const faults = [{ path: input?.path ?? '-', severity: 'error' as const, fault: toFault(error) }]
  return { input, faults, messages: [], made: null, unchanged: false, tasks: 0, sha256: null, ms: 0 }
}

/** The parser's share of the options; `undefined` is not among them, only left out. */
export function readOptions({ lang, from, encoding, year, settings }: Reading) {
  return { lang, format: from, encoding, utf8: decodeUtf8, additions: settings, ...(year !== null && { year }) }
}
