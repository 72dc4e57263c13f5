/** One document takes all the time, or all the memory, that there is: it is given up by its name, the others are done. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { NOTICE, PROGRAM, scratch } from '../cli/hosts.ts'

/** So much text that it keeps a thread busy for many seconds, and takes more memory than it is given below. */
const SIZE = 40_000_000

function longPlan(): string {
  const task = '. 完善台账管理制度，加强业务培训，开展专项检查，及时通报结果。（责任单位：办公室；完成时限：6月底）\n'
  const count = SIZE / Buffer.byteLength(task)
  return `云江县2023年工作要点\n${Array.from({ length: count }, (_, i) => `${i + 1}${task}`).join('')}`
}

let folder: ReturnType<typeof scratch>
beforeAll(() => {
  folder = scratch({ 'in/a.txt': NOTICE, 'in/b.txt': longPlan(), 'in/c.txt': NOTICE })
})
afterAll(() => folder.drop())

/** Runs the program with so many megabytes for objects in each thread; no image of the memory is left behind. */
function run(argv: readonly string[], megabytes?: number) {
  const env = { ...process.env, ...(megabytes && { NODE_OPTIONS: `--max-old-space-size=${megabytes}` }) }
  const script = 'ulimit -c 0; exec "$0" "$@"'
  const child = spawnSync('bash', ['-c', script, process.execPath, PROGRAM, ...argv], { cwd: folder.path, env })
  return { status: child.status, by: child.signal, stderr: child.stderr.toString() }
}

let out = 0
beforeEach(() => {
  out++
})
/** All that is there, hidden files too. */
function written(): string[] {
  const path = join(folder.path, `out${out}`)
  return existsSync(path) ? readdirSync(path).sort() : []
}

describe.skipIf(process.platform === 'win32')('the others are written, and the document is named', () => {
  const others = (format: string) => {
    expect(written()).toEqual([`a.${format}`, `c.${format}`])
    const [a, c] = written().map((name) => folder.read(`out${out}/${name}`))
    expect(a).toContain('夯实基础')
    expect(c).toContain('夯实基础')
  }

  test('one that keeps its thread busy for longer than --timeout', () => {
    const { status, stderr } = run(['-q', '-o', `out${out}/`, '--jobs', '2', '--timeout', '2', 'in'])
    expect(stderr).toMatch(/^in\/b\.txt:1:1: error: .*2 秒.*\[too-slow\]\n$/)
    expect(status).toBe(2)
    others('json')
  })

  test('one for which the memory of a worker does not suffice', () => {
    const argv = ['-q', '-f', 'csv', '-o', `out${out}/`, '--jobs', '2', '--manifest', 'done', 'in']
    const { status, stderr } = run(argv, 60)
    expect(stderr).toMatch(/^in\/b\.txt:1:1: error: .*\[too-large\]\n$/)
    expect(status).toBe(2)
    others('csv')
    const entries = folder.read('done').trim().split('\n')
    expect(entries.map((line) => JSON.parse(line).error)).toEqual([null, 'too-large', null])
  })
})

describe.skipIf(process.platform === 'win32')('in one thread memory ends the program', () => {
  test('with a status that is not 0, and nothing under the name of the output or beside it', () => {
    const { status, by, stderr } = run(['-q', '-f', 'json', '-o', `out${out}/b.json`, 'in/b.txt'], 60)
    expect(stderr).toContain('heap out of memory')
    expect([status, by]).not.toContain(0)
    expect(written()).toEqual([])
  })

  test('an old output stays as it was, and those that are done are whole', () => {
    const old = join(folder.path, 'old.json')
    writeFileSync(old, 'old')
    expect(run(['-q', '-o', 'old.json', 'in/b.txt'], 60).status).not.toBe(0)
    expect(folder.read('old.json')).toBe('old')
    expect(run(['-q', '-o', `out${out}/`, '--jobs', '1', 'in'], 60).status).not.toBe(0)
    expect(written()).toEqual(['a.json'])
    expect(JSON.parse(folder.read(`out${out}/a.json`)).type).toBe('plan')
  })
})
