/**
 * The real program on a full disk, on one that is read-only, without handles, into a pipe that nobody reads, and killed
 * at any moment: what is there afterwards is whole, old or absent, and the exit status says so.
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { NOTICE, PROGRAM, scratch } from '../cli/hosts.ts'
import { needs } from '../needs.ts'
import { column, pdf } from '../read/pdf-writer.ts'

let folder: ReturnType<typeof scratch> | undefined
afterEach(() => folder?.drop())

/** So many notices in a folder `in`. */
function given(count: number, more: Record<string, string | Uint8Array> = {}) {
  const notices = Array.from({ length: count }, (_, i) => [`in/${i}.txt`, NOTICE.replace('夯实', `夯实${i}`)])
  folder = scratch({ ...Object.fromEntries(notices), ...more })
  const { path, read } = folder
  const bash = (script: string) => {
    const command = `planparse() { ${JSON.stringify(process.execPath)} ${JSON.stringify(PROGRAM)} "$@"; }; ${script}`
    const { status, stdout, stderr } = spawnSync('bash', ['-c', command], { cwd: path, encoding: 'utf8' })
    return { status, stdout, stderr }
  }
  return { path, read, bash }
}

/** Files, those that are not whole yet among them, under a folder. */
function filesIn(path: string): string[] {
  return existsSync(path) ? readdirSync(path, { recursive: true, encoding: 'utf8' }).sort() : []
}

const PLAN = /^\{"type":"plan"[\s\S]*\}\n$/
const STACK = /\n\s+at |程序内部错误/

describe.skipIf(!needs('mount'))('a small disk', () => {
  /** Runs on a disk of so many kilobytes at `disk`, then puts what is there into `seen`. */
  function onDisk(size: number, script: string, more: Record<string, string> = {}) {
    const { path, read, bash } = given(40, { 'disk/x': '', 'seen/x': '', ...more })
    const before = 'mount -t tmpfs -o size=$0k tmpfs disk && cd disk'.replace('$0', String(size))
    const inside = `${before}; ${script}; status=$?; cp -a . ../seen; exit $status`
    const planparse = `planparse() { ${JSON.stringify(process.execPath)} ${JSON.stringify(PROGRAM)} "$@"; }`
    const outcome = bash(`unshare -rm bash -c '${planparse}; ${inside}'`)
    return { outcome, read: (name: string) => read(`seen/${name}`), files: filesIn(join(path, 'seen')) }
  }

  test('one output does not fit: there is none', () => {
    const { outcome, files } = onDisk(40, 'planparse -q -f json -o all.json ../in')
    expect(outcome).toMatchObject({ status: 2, stderr: expect.stringMatching(/^planparse: 写不了 all\.json（ENOSPC/) })
    expect(files).toEqual(['x'])
  })

  test('the old output is kept', () => {
    const { read, outcome, files } = onDisk(40, 'echo old >all.json; planparse -q -f json -o all.json ../in')
    expect(outcome.status).toBe(2)
    expect(read('all.json')).toBe('old\n')
    expect(files).toEqual(['all.json', 'x'])
  })

  test.each(['1', '2'])('of many outputs those that are there are whole, --jobs %s', (jobs) => {
    const { read, outcome, files } = onDisk(80, `planparse -q -o ./ --jobs ${jobs} ../in`)
    expect(outcome).toMatchObject({ status: 2, stderr: expect.stringMatching(/写不了 .*（ENOSPC/) })
    expect(outcome.stderr).not.toMatch(STACK)
    const written = files.filter((name) => name !== 'x')
    expect(written.length).toBeGreaterThan(2)
    expect(written.length).toBeLessThan(40)
    for (const name of written) expect(read(name)).toMatch(PLAN)
  })

  test('a correction in place leaves the file as it was', () => {
    const text = `一、完善台账（含清单）。\n二、开展检查(含专项)。\n三、加强培训（含网络）。\n${'四、检查。\n'.repeat(3000)}`
    const script = 'cp ../a.txt .; head -c 60k /dev/zero >fill; planparse check --fix --write a.txt; test $? = 2'
    const { read, outcome, files } = onDisk(80, script, { 'a.txt': text })
    expect(outcome.status).toBe(0)
    expect(outcome.stderr).toMatch(/ENOSPC/)
    expect(read('a.txt')).toBe(text)
    expect(files).toEqual(['a.txt', 'fill', 'x'])
  })

  test('a read-only folder', () => {
    const script = 'mount -o remount,ro . ; planparse -q -o out/ ../in; test $? = 2 && planparse -q -o a.csv ../in'
    const { path, bash } = given(3, { 'disk/x': '' })
    const planparse = `planparse() { ${JSON.stringify(process.execPath)} ${JSON.stringify(PROGRAM)} "$@"; }`
    const outcome = bash(`unshare -rm bash -c '${planparse}; mount -t tmpfs tmpfs disk && cd disk; ${script}'`)
    expect(outcome).toMatchObject({ status: 2, stdout: '' })
    expect(outcome.stderr).toMatch(
      /^planparse: 写不了 out\/0\.json（(?:EROFS|ENOENT).*\nplanparse: 写不了 a\.csv（EROFS.*\n$/,
    )
    expect(filesIn(join(path, 'disk'))).toEqual(['x'])
  })
})

describe.skipIf(!existsSync('/dev/full'))('standard output that cannot be written, or that nobody reads', () => {
  const PRINTING = [
    '--help',
    'check --help',
    '--version',
    '--print-config',
    'deadline --year 2023 6月底',
    '--stage text in/0.txt',
    '--explain in/0.txt',
    '--summary in',
    'check in',
    'check --fix in/0.txt',
    '-f ndjson in',
    '-f xlsx in',
  ]

  test.each(PRINTING)('%s', (words) => {
    const { bash } = given(2)
    const full = bash(`planparse ${words} >/dev/full`)
    expect(full.status).toBe(2)
    expect(full.stderr).toMatch(/planparse: 写不了 stdout（ENOSPC/)
    expect(full.stderr).not.toMatch(STACK)
    const closed = bash(`planparse ${words} | true; exit $\{PIPESTATUS[0]}`)
    expect(closed.status).toBe(0)
    expect(closed.stderr).not.toMatch(/EPIPE|\n\s+at /)
  })

  test('--records', () => {
    const { bash } = given(0)
    expect(bash(`echo '{"id":1,"text":"一、甲"}' | planparse --records >/dev/full`)).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/ENOSPC/),
    })
  })

  test('messages that nobody hears change nothing', () => {
    const { bash } = given(2)
    const said = bash('planparse -f ndjson in nowhere')
    expect(said.status).toBe(2)
    for (const stderr of ['2>/dev/full', '2>&-', '2> >(true)'])
      expect(bash(`planparse -f ndjson in nowhere ${stderr}`)).toMatchObject({ status: 2, stdout: said.stdout })
  })
})

describe.skipIf(process.platform === 'win32')('what the program is started with', () => {
  test('a working folder that is gone is told as such', () => {
    const { bash } = given(1)
    expect(bash('mkdir gone; cd gone; rmdir ../gone; planparse a.txt')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^planparse: 读不了 \.（ENOENT.*\n$/),
    })
  })

  test('standard input that is a folder is no empty document', () => {
    const { bash } = given(1)
    expect(bash('planparse <in')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^planparse: 读不了 -（EISDIR.*\n$/),
    })
  })

  test('standard input that is closed is an empty one', () => {
    const { bash } = given(1)
    expect(bash('planparse -f ndjson <&-')).toMatchObject({ status: 0, stdout: '' })
  })

  test.skipIf(!existsSync('/dev/zero'))('deadlines are read as they come, and what is none ends it', () => {
    const { bash } = given(0)
    expect(bash('yes 6月底 | planparse deadline --year 2023 | head -n 2').stdout.split('\n')).toHaveLength(3)
    expect(bash('planparse deadline </dev/zero')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^planparse: 有一行超过 1 MB/),
    })
    expect(
      bash('(echo 6月底; head -c 2M /dev/zero; echo; echo 7月底) | planparse --records --max-size 1M').stdout,
    ).toMatch(
      /^\{"id":null,"error":\{"code":"bad-record".*\n\{"id":null,"error":\{"code":"too-big".*\n\{"id":null,"error":\{"code":"bad-record".*\n$/,
    )
  })
})

describe.skipIf(process.platform === 'win32')('too few handles', () => {
  /** A sentence that names the file or what cannot be done, and what the system said. */
  const SENTENCE = /^(?:planparse: \S|[^:\n]+:1:1: error: )[^\n]+（[^\n]*EMFILE[^\n]*）；[^\n]+$/

  /** Runs with ever more handles: from where the program starts at all to where all is done three times over. */
  function withFew({ bash }: ReturnType<typeof given>, script: string, look: (outcome: Ran) => void) {
    const seen = new Set<number | null>()
    let limit = 12
    while (bash(`ulimit -n ${limit}; planparse --version`).status !== 0) limit++
    for (let done = 0; done < 3; limit++) {
      const outcome = bash(`rm -rf out; ulimit -n ${limit}; ${script}`)
      look(outcome)
      seen.add(outcome.status)
      done = outcome.status === 0 ? done + 1 : 0
    }
    return seen
  }
  type Ran = ReturnType<ReturnType<typeof given>['bash']>

  test.each(['1', '2'])('each limit ends in one way or the other: a sentence, or all is done, --jobs %s', (jobs) => {
    const folder = given(40)
    const seen = withFew(folder, `planparse -q -o out/ --jobs ${jobs} in`, ({ status, stderr }) => {
      const files = filesIn(join(folder.path, 'out'))
      for (const name of files) expect(folder.read(`out/${name}`)).toMatch(PLAN)
      const said = stderr.split('\n').slice(0, -1)
      expect(said.length > 0).toBe(status === 2)
      for (const line of said) expect(line).toMatch(SENTENCE)
      expect(status).toBe(files.length === 40 ? 0 : 2)
    })
    if (jobs === '2') expect(seen).toContain(2)
  })

  test('a PDF, which needs some more, is not said to be damaged', () => {
    const folder = given(0, { 'a.pdf': pdf([{ texts: column(NOTICE.trim().split('\n')) }]) })
    const seen = withFew(folder, 'planparse -q -f ndjson a.pdf', ({ status, stdout, stderr }) => {
      // Node does not tell a library that it has no handle for from one that is not there.
      const sentence = stderr.includes('[pdf-not-installed]') ? /^a\.pdf:/ : SENTENCE
      expect(stderr.trimEnd()).toMatch(status === 0 ? /^$/ : sentence)
      expect(stdout.split('\n').length - 1).toBe(status === 0 ? 3 : 0)
    })
    expect(seen).toEqual(new Set([2, 0]))
  })
})

describe.skipIf(process.platform === 'win32')('killed at any moment', () => {
  // Milliseconds: before it has begun, at its beginning, in the midst, near its end.
  const MOMENTS = [0, 60, 110, 140, 170, 200, 250, 330]

  /** Kills the program after so many milliseconds, or when what is waited for has come. */
  async function killed(
    path: string,
    argv: string[],
    signal: NodeJS.Signals,
    after: number | ((ended: () => boolean) => Promise<void>),
  ) {
    const child = spawn(process.execPath, [PROGRAM, ...argv], { cwd: path, stdio: ['ignore', 'pipe', 'pipe'] })
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (bytes) => (stdout += bytes))
    child.stderr.on('data', (bytes) => (stderr += bytes))
    const ended = once(child, 'close')
    if (typeof after === 'number') await setTimeout(after)
    else await after(() => child.exitCode !== null)
    child.kill(signal)
    const [status, by] = (await ended) as [number | null, NodeJS.Signals | null]
    return { status, by, stdout, stderr }
  }

  describe.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)('%s', (signal) => {
    test('one output: whole or old', async () => {
      const { path, read } = given(60)
      for (const moment of MOMENTS) {
        writeFileSync(join(path, 'out.json'), 'old')
        const { status, by, stderr } = await killed(path, ['-q', '-o', 'out.json', 'in'], signal, moment)
        const content = read('out.json')
        if (status === 0) expect(JSON.parse(content)).toHaveLength(60)
        else {
          expect(by).toBe(signal)
          expect(content === 'old' || JSON.parse(content).length === 60).toBe(true)
        }
        expect(stderr).not.toMatch(STACK)
        if (signal !== 'SIGKILL') expect(filesIn(path).filter((name) => name.endsWith('.tmp'))).toEqual([])
      }
    })

    test('one output that is half written: old', async () => {
      const { path, read, bash } = given(60, { list: 'in/0.txt\npipe', 'out.json': 'old' })
      bash('mkfifo pipe')
      const argv = ['-q', '-o', 'out.json', '--files-from', 'list']
      const { by, stderr } = await killed(path, argv, signal, async (ended) => {
        while (!ended() && !filesIn(path).some((name) => name.endsWith('.tmp'))) await setTimeout(1)
      })
      expect({ by, stderr, out: read('out.json') }).toEqual({ by: signal, stderr: '', out: 'old' })
      expect(filesIn(path).filter((name) => name.endsWith('.tmp'))).toHaveLength(signal === 'SIGKILL' ? 1 : 0)
    })

    // Outputs that are there when the signal is sent. A pipe at the end, to which nobody writes, lets no run come to its end.
    test.each(['1', '2'])('many outputs: each is whole or absent, --jobs %s', async (jobs) => {
      const names = Array.from({ length: 200 }, (_, i) => `in/${i}.txt`)
      const { path, read, bash } = given(names.length, { list: [...names, 'pipe'].join('\n') })
      bash('mkfifo pipe')
      for (const [round, wanted] of [0, 1, 20, 70, 150].entries()) {
        const out = `out${round}`
        const written = () => filesIn(join(path, out, 'in'))
        const argv = ['-q', '-o', `${out}/`, '--jobs', jobs, '--manifest', `m${round}`, '--files-from', 'list']
        const { by, stderr } = await killed(path, argv, signal, async (ended) => {
          while (!ended() && written().filter((name) => name.endsWith('.json')).length < wanted) await setTimeout(1)
        })
        expect(by).toBe(signal)
        const files = written()
        const whole = files.filter((name) => !name.endsWith('.tmp'))
        for (const name of whole) expect(read(`${out}/in/${name}`)).toMatch(PLAN)
        expect(whole.length).toBeGreaterThanOrEqual(wanted)
        expect(whole.length).toBeLessThanOrEqual(names.length)
        if (signal !== 'SIGKILL') expect(files).toEqual(whole)
        expect(stderr).not.toMatch(STACK)
        // What the manifest has as done is done.
        const noted = existsSync(join(path, `m${round}`)) ? read(`m${round}`).split('\n').slice(0, -1) : []
        for (const line of noted) expect(whole).toContain(JSON.parse(line).output.replace(/^in\//, ''))
        expect(noted.length).toBeGreaterThanOrEqual(wanted - 1)
      }
    })

    test('records on standard output: every line that is there is whole', async () => {
      const { path } = given(60)
      for (const moment of MOMENTS) {
        const { status, by, stdout } = await killed(path, ['-q', '-f', 'ndjson', 'in'], signal, moment)
        const lines = stdout.split('\n')
        // A signal may cut the last one off; then it has no line end, and the exit status is that of the signal.
        for (const line of lines.slice(0, -1)) JSON.parse(line)
        if (status === 0) expect(lines).toHaveLength(181)
        else expect(by).toBe(signal)
      }
    })
  })
})
