/** The executable's beginning: gives `main` the process. The status is set, not exited with, so that all is written. */
import type { TerminalStream } from './io.ts'
import { main } from './main.ts'
import { openStdout } from './stdout.ts'

export async function start(): Promise<void> {
  let stdout: TerminalStream | undefined
  process.exitCode = await main({
    argv: process.argv.slice(2),
    // Each is opened when it is first used: most runs need only one of them.
    get stdin() {
      return process.stdin
    },
    get stdout() {
      stdout ??= openStdout()
      return stdout
    },
    get stderr() {
      // Nobody listens to the messages any more: no reason to end in a stack trace.
      return process.stderr.listenerCount('error') ? process.stderr : process.stderr.on('error', () => {})
    },
    env: process.env,
    cwd: process.cwd(),
  })
}
