/** The executable's beginning: gives `main` the process. The status is set, not exited with, so that all is written. */
import { fstatSync } from 'node:fs'
import { PlanparseError } from '../error.ts'
import { systemReason } from '../system.ts'
import type { TerminalStream } from './io.ts'
import { main } from './main.ts'
import { openStdout } from './stdout.ts'

function unreadable(name: string, error: unknown): PlanparseError {
  return new PlanparseError('unreadable', { name, known: [systemReason(error)] })
}

export async function start(): Promise<void> {
  let stdout: TerminalStream | undefined
  process.exitCode = await main({
    argv: process.argv.slice(2),
    // Each is opened when it is first used: most runs need only one of them.
    get stdin() {
      // Of a folder Node's stream gives nothing, and no error.
      if (fstatSync(0).isDirectory()) throw unreadable('-', new Error('EISDIR: is a directory'))
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
    get cwd() {
      try {
        return process.cwd()
      } catch (error) {
        throw unreadable('.', error)
      }
    },
  })
}
