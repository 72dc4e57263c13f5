/**
 * What is said on standard error: one line a message, `path:line:column: severity: reason [code]`. Line and column are
 * those of the file where the place there is exact, else those of the extracted text, which `--stage text` prints.
 */
import type { PlanparseError } from '../error.ts'
import type { Lang } from '../message.ts'
import type { Message, Plan, Position } from '../plan.ts'
import { sourcePosition } from '../source.ts'
import { visibleLine } from '../write/visible.ts'
import { hasColour, type Io } from './io.ts'

type Severity = Message['severity']

export interface Reporter {
  /** Whether an input could not be read. Doubts about a document that was read are none. */
  readonly failed: boolean
  /** The inputs that could not be read, in order. */
  readonly faults: readonly Fault[]
  /** Whether there was a warning, shown or not. */
  readonly warned: boolean
  messages(path: string | null, messages: readonly Message[]): Promise<void>
  note(path: string, error: PlanparseError): Promise<void>
  warning(path: string, error: PlanparseError): Promise<void>
  error(path: string, error: PlanparseError): Promise<void>
}

/** Why an input could not be read. */
export interface Fault {
  path: string
  error: PlanparseError
}

export interface ReporterOptions {
  lang: Lang
  quiet: boolean
  colour: boolean
}

/**
 * Standard error is not touched, and colours are not loaded, before there is something to say: most runs are
 * silent. `before` is called each time that something is said.
 */
export function reporter(io: Io, { lang, quiet, colour }: ReporterOptions, before = () => {}): Reporter {
  const faults: Fault[] = []
  let warned = false
  const say = async (path: string, at: Position | null, severity: Severity, reason: string, code: string) => {
    if (severity !== 'info') warned = true
    if (quiet && severity !== 'error') return
    before()
    const { line, column } = at?.start ?? { line: 1, column: 1 }
    const word = hasColour(io.stderr, colour, io.env) ? await painted(severity) : severity
    io.stderr.write(`${visibleLine(path)}:${line}:${column}: ${word}: ${visibleLine(reason)} [${code}]\n`)
  }
  return {
    get failed() {
      return faults.length > 0
    },
    faults,
    get warned() {
      return warned
    },
    async messages(path, messages) {
      for (const { position, severity, reason, code } of messages) {
        await say(path ?? '-', position, severity, reason, code)
      }
    },
    note: (path, error) => say(path, null, 'info', error.in(lang), error.code),
    warning: (path, error) => say(path, null, 'warning', error.in(lang), error.code),
    error(path, error) {
      faults.push({ path, error })
      return say(path, null, 'error', error.in(lang), error.code)
    },
  }
}

/** The messages of a plan, each where it begins in the file if that place is exact. */
export function messagesInFile(plan: Plan): Message[] {
  return plan.messages.map((message) => {
    if (!message.position) return message
    const { start } = message.position
    return { ...message, position: sourcePosition(plan, { start, end: start }) ?? message.position }
  })
}

async function painted(severity: Severity): Promise<string> {
  const { paints } = await import('../write/paint.ts')
  return paints(true)[severity](severity)
}
