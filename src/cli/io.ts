/** What the command line touches of the world around it. Tests give their own. */
import type { Writable } from 'node:stream'

export type TerminalStream = Writable & { isTTY?: boolean; columns?: number }

export interface Io {
  /** The arguments, without the program. */
  argv: readonly string[]
  readonly stdin: AsyncIterable<Uint8Array | string> & { isTTY?: boolean }
  readonly stdout: TerminalStream
  readonly stderr: TerminalStream
  env: Record<string, string | undefined>
  cwd: string
}

/** Whether a stream is to have colours: the option, NO_COLOR, FORCE_COLOR, TERM=dumb, then whether it is a terminal. */
export function hasColour(stream: TerminalStream, wanted: boolean, env: Io['env']): boolean {
  if (!wanted || env.NO_COLOR) return false
  if (env.FORCE_COLOR !== undefined) return !['0', 'false'].includes(env.FORCE_COLOR)
  return env.TERM !== 'dumb' && stream.isTTY === true
}
