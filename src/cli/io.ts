/** What the command line touches of the world around it. Tests give their own. */
/** What is used of a stream that is written to, and may be a terminal. */
export interface TerminalStream {
  readonly isTTY?: boolean
  readonly columns?: number
  /** Calls `done` when the piece is written, or cannot be. */
  write(piece: string | Uint8Array, done?: (error?: Error | null) => void): unknown
  on(event: 'error', listener: (error: Error) => void): unknown
}

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
