/** Two ways to run the command line: in this process, and as a real program. The same cases go through both. */
import { spawnSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { expect } from 'vitest'
import { main } from '../../src/cli/main.ts'

export interface Run {
  argv: string[]
  cwd: string
  stdin?: string | Uint8Array
  env?: Record<string, string>
  /** In this process only: standard output is a terminal of so many columns. */
  columns?: number
  /** In this process only: standard input is a terminal, nobody types. */
  idle?: boolean
}

export interface Outcome {
  status: number | null
  stdout: string
  stderr: string
}

/** A command line, and what is expected of it. */
export interface Case {
  argv: string[]
  stdin?: string | Uint8Array
  env?: Record<string, string>
  status?: number
  /** `''`: nothing may be there. Absent: not looked at. */
  stdout?: string | RegExp
  /** Absent: nothing may be there. */
  stderr?: string | RegExp
  also?: (outcome: Outcome) => void
}

export function expectOutcome(outcome: Outcome, { status = 0, stdout, stderr = '', also }: Case): void {
  if (typeof stderr === 'string') expect(outcome.stderr).toBe(stderr)
  else expect(outcome.stderr).toMatch(stderr)
  expect(outcome.status).toBe(status)
  if (typeof stdout === 'string') expect(outcome.stdout).toBe(stdout)
  else if (stdout) expect(outcome.stdout).toMatch(stdout)
  also?.(outcome)
}

export type Host = (run: Run) => Promise<Outcome>

export const inProcess: Host = async ({ argv, cwd, stdin = '', env = {}, columns, idle }) => {
  const stdout = new Collector(columns)
  const stderr = new Collector()
  const input = Object.assign(Readable.from([Buffer.from(stdin)]), { isTTY: idle === true })
  const status = await main({ argv, cwd, env, stdin: input, stdout, stderr })
  return { status, stdout: stdout.text, stderr: stderr.text }
}

export const PROGRAM = join(import.meta.dirname, '../../bin/planparse.js')

export const asProcess: Host = async ({ argv, cwd, stdin = '', env = {} }) => {
  const { NO_COLOR, FORCE_COLOR, COLUMNS, ...clean } = process.env
  const run = spawnSync(process.execPath, [PROGRAM, ...argv], { cwd, input: stdin, env: { ...clean, ...env } })
  return { status: run.status, stdout: run.stdout.toString(), stderr: run.stderr.toString() }
}

class Collector extends Writable {
  readonly #chunks: Buffer[] = []
  readonly isTTY: boolean
  readonly columns: number

  constructor(columns = 0) {
    super()
    this.isTTY = columns > 0
    this.columns = columns
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.#chunks.push(chunk)
    done()
  }

  get text(): string {
    return Buffer.concat(this.#chunks).toString()
  }
}

/** A folder of files for one test; removed by `drop`. */
export function scratch(files: Record<string, string | Uint8Array> = {}) {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'planparse-test-')))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true })
    writeFileSync(join(path, name), content)
  }
  return {
    path,
    read: (name: string) => readFileSync(join(path, name), 'utf8'),
    list: () =>
      readdirSync(path, { recursive: true, encoding: 'utf8' })
        .filter((name) => statSync(join(path, name)).isFile())
        .sort(),
    drop: () => rmSync(path, { recursive: true, force: true }),
  }
}

export const NOTICE = `云江县2023年政务公开工作要点
一、夯实基础
（一）完善台账管理制度。〔责任单位：办公室、法规科；完成时限：6月底〕
（二）加强业务培训，提高工作水平。〔责任单位：人事科；完成时限：年底前〕
二、加强监督
（一）开展专项检查，及时通报结果。〔责任单位：督查室；完成时限：持续推进〕
`
/** A text in which there is nothing to do. */
export const IDLE = '今天天气很好。\n'
