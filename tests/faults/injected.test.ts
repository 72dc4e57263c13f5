/**
 * Every call that the program makes of the file system fails once, in every command that writes. Afterwards what is
 * there is whole, old or absent, nothing half-written lies beside it, the exit status says so, and where that is 2 a
 * sentence names the file or folder and what the system said.
 */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { inProcess, NOTICE, scratch } from '../cli/hosts.ts'

const CALLS = [
  'chmodSync',
  'closeSync',
  'lstatSync',
  'mkdirSync',
  'openSync',
  'readFileSync',
  'readdirSync',
  'realpathSync',
  'renameSync',
  'rmSync',
  'statSync',
  'writeSync',
] as const
type Call = (typeof CALLS)[number]
type AnyFunction = (...args: unknown[]) => unknown

const CODES = ['EIO', 'ENOSPC', 'EROFS', 'EMFILE', 'EACCES'] as const

/** The first call of a kind fails with every code; the others with two of them, in turn. */
function codesFor(at: number): readonly string[] {
  return at === 1 ? CODES : [CODES[at % CODES.length] as string, CODES[(at + 2) % CODES.length] as string]
}

/** A fault of one file, `a.txt:1:1: error: 读不了（EIO…`, or of the run, `planparse: 写不了 out.json（EIO…`. */
const SENTENCE =
  /^(?:planparse: [^ （]+ (?<written>[^（]+)|(?<read>[^\n:]+):1:1: error: [^（\n]+)（(?<code>[A-Z]+): it fails）；./m

/** The calls made within a folder are counted, and the one of that number fails. */
const watch = {
  folder: null as string | null,
  counts: new Map<Call, number>(),
  handles: new Set<unknown>(),
  fails: null as { call: Call; at: number; code: string } | null,
}
const originals = new Map<Call, AnyFunction>()

beforeAll(() => {
  for (const call of CALLS) {
    const original = fs[call] as AnyFunction
    originals.set(call, original)
    ;(fs as Record<string, unknown>)[call] = Object.assign(
      (...args: unknown[]) => watched(call, original, args),
      original,
    )
  }
  syncBuiltinESMExports()
})
afterAll(() => {
  for (const [call, original] of originals) (fs as Record<string, unknown>)[call] = original
  syncBuiltinESMExports()
})

function watched(call: Call, original: AnyFunction, args: unknown[]): unknown {
  const [first] = args
  const isWithin = typeof first === 'string' ? first.startsWith(`${watch.folder}/`) : watch.handles.has(first)
  if (watch.folder === null || !isWithin) return original(...args)
  const count = (watch.counts.get(call) ?? 0) + 1
  watch.counts.set(call, count)
  const { fails } = watch
  if (fails?.call === call && fails.at === count) {
    // A handle is gone even where closing it fails.
    if (call === 'closeSync') original(...args)
    throw Object.assign(new Error(`${fails.code}: it fails, ${call}`), { code: fails.code })
  }
  const result = original(...args)
  if (call === 'openSync') watch.handles.add(result)
  if (call === 'closeSync') watch.handles.delete(first)
  return result
}

/** Runs a command while calls are watched; how often each was made. */
async function run(path: string, argv: readonly string[], fails: typeof watch.fails = null) {
  Object.assign(watch, { folder: path, counts: new Map(), handles: new Set(), fails })
  const outcome = await inProcess({ argv: [...argv], cwd: path }).finally(() => {
    watch.folder = null
  })
  return { outcome, counts: watch.counts }
}

const OLD = 'old'
/** A line of the manifest of an earlier run. */
const BEFORE = '{"input":"x","sha256":null,"output":null,"tasks":0,"warnings":0,"error":null,"ms":1,"version":"0"}'
/** What each needs, what it writes, and what was there before. */
const COMMANDS: Record<string, { argv: string[]; given: Record<string, string | Uint8Array>; writes: string[] }> = {
  'one file': { argv: ['-o', 'out.json', 'a.txt'], given: { 'a.txt': NOTICE, 'out.json': OLD }, writes: ['out.json'] },
  'a spreadsheet': { argv: ['-o', 'out.xlsx', 'a.txt'], given: { 'a.txt': NOTICE }, writes: ['out.xlsx'] },
  'a folder, with its manifest': {
    argv: ['-q', '-o', 'out/', '--manifest', 'm', '--resume', 'in'],
    given: { 'in/a.txt': NOTICE, 'in/b/c.txt': NOTICE, 'out/a.json': OLD, m: `${BEFORE}\n` },
    writes: ['out/a.json', 'out/b/c.json'],
  },
  'a list and a configuration': {
    argv: ['--config', 'own.yaml', '--files-from', 'list', '-f', 'csv', '-o', 'out.csv'],
    given: { 'own.yaml': 'year: 2031\n', list: 'a.txt\n', 'a.txt': NOTICE },
    writes: ['out.csv'],
  },
  'patterns, and a .planparseignore': {
    argv: ['-q', '-o', 'out/', 'in/**/*.txt', '!in/d*', 'in'],
    given: {
      'in/a.txt': NOTICE,
      'in/b/c.txt': NOTICE,
      'in/b/e.md': NOTICE,
      'in/d.txt': NOTICE,
      'in/.planparseignore': 'd.txt\n',
    },
    writes: ['out/in/a.json', 'out/in/b/c.json', 'out/b/e.json'],
  },
  'a file for each unit': {
    argv: ['--split', 'unit', '-f', 'csv', '-o', 'out/', 'a.txt'],
    given: { 'a.txt': NOTICE },
    writes: ['办公室', '法规科', '人事科', '督查室'].map((name) => `out/${name}.csv`),
  },
  'a correction in place': {
    argv: ['check', '--fix', '--write', 'a.txt'],
    given: { 'a.txt': '一、完善台账（含清单）。\n二、开展检查(含专项)。\n三、加强培训（含网络）。\n' },
    writes: ['a.txt'],
  },
  'a merge': {
    argv: ['merge', 'back.csv', 'plan.json', '-o', 'new.json'],
    given: { 'back.csv': '序号,进展情况\n1.1,已完成\n' },
    writes: ['new.json'],
  },
}

let folder: ReturnType<typeof scratch> | undefined
afterEach(() => folder?.drop())

async function prepared({ given }: { given: Record<string, string | Uint8Array> }): Promise<string> {
  folder?.drop()
  folder = scratch({ ...given, 'notice.txt': NOTICE })
  if ('back.csv' in given) await inProcess({ argv: ['-o', 'plan.json', 'notice.txt'], cwd: folder.path })
  return folder.path
}

function contentOf(path: string): string | null {
  return fs.existsSync(path) ? fs.readFileSync(path, 'latin1') : null
}

describe.each(Object.entries(COMMANDS))('%s', (_name, command) => {
  const { argv, writes, given } = command

  test('each call of the file system fails in turn: a sentence names the file and what the system said', async () => {
    // Once to have everything loaded, once to see what there is to fail.
    await run(await prepared(command), argv)
    const path = await prepared(command)
    const { outcome, counts } = await run(path, argv)
    expect(outcome.status).toBe(0)
    const whole = new Map(writes.map((name) => [name, contentOf(join(path, name))]))
    const before = new Map(
      writes.map((name) => [name, name in given ? Buffer.from(given[name] as string).toString('latin1') : null]),
    )
    for (const name of writes) expect(whole.get(name)).not.toBe(before.get(name))

    // What a sentence may name: a file that is read or written, the folder that it is in, or the manifest.
    const files = [...Object.keys(given), ...writes, 'plan.json']
    const names = new Set([...files, ...files.map((name) => dirname(name))])

    const failures = [...counts].flatMap(([call, count]) =>
      Array.from({ length: count }, (_, i) => codesFor(i + 1).map((code) => ({ call, at: i + 1, code }))).flat(),
    )
    expect(failures.length).toBeGreaterThan(40)
    for (const { call, at, code } of failures) {
      const fresh = await prepared(command)
      const { outcome } = await run(fresh, argv, { call, at, code })
      const found = writes.map((name) => [name, contentOf(join(fresh, name))] as const)
      const what = `${call} ${at} ${code}: ${outcome.stderr}`
      for (const [name, content] of found)
        expect([whole.get(name), before.get(name)], `${what} ${name}`).toContain(content)
      if (found.some(([name, content]) => content !== whole.get(name))) expect(outcome.status, what).toBe(2)
      expect(outcome.status === 0 || outcome.status === 2, what).toBe(true)
      if (outcome.status === 2) {
        const { written, read, code: said } = SENTENCE.exec(outcome.stderr)?.groups ?? {}
        expect(said, what).toBe(code)
        expect(names, what).toContain(written ?? read)
      }
      expect(outcome.stderr, what).not.toMatch(/程序内部错误|\n\s+at /)
      expect(
        fs.readdirSync(fresh, { recursive: true }).filter((name) => String(name).endsWith('.tmp')),
        what,
      ).toEqual([])
    }
  })
})
