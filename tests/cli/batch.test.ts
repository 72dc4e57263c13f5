/** Many documents in one run: which they are, on how many cores, how a run goes on after it was broken off. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { asProcess, NOTICE, PROGRAM, scratch } from './hosts.ts'

let folder: ReturnType<typeof scratch> | undefined
afterEach(() => folder?.drop())

function given(files: Record<string, string | Uint8Array>) {
  folder = scratch(files)
  const { path } = folder
  return {
    path,
    at: (name: string) => join(path, name),
    run: (...argv: string[]) => asProcess({ argv, cwd: path }),
    fed: (stdin: string, ...argv: string[]) => asProcess({ argv, cwd: path, stdin }),
    read: (name: string) => readFileSync(join(path, name), 'utf8'),
    filesIn: (name: string) => filesIn(join(path, name)),
  }
}

/** What a script of bash gives, in which the program is `planparse`. */
function inBash(script: string, cwd: string) {
  const program = `planparse() { ${JSON.stringify(process.execPath)} ${JSON.stringify(PROGRAM)} "$@"; }`
  return spawnSync('bash', ['-c', `${program}; ${script}`], { cwd, encoding: 'utf8', timeout: 50_000 })
}

function filesIn(path: string): Record<string, string> {
  const names = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const files = names.map((entry) => join(entry.parentPath, entry.name)).sort()
  return Object.fromEntries(files.map((file) => [file.slice(path.length + 1), readFileSync(file, 'utf8')]))
}

/** So many notices, each different, in folders. */
function notices(count: number): Record<string, string> {
  const entries = Array.from({ length: count }, (_, i) => [`in/${i % 7}/n${i}.txt`, NOTICE.replace('夯实', `夯实${i}`)])
  return Object.fromEntries(entries)
}

describe('which documents', () => {
  const FILES = { 'a/1.txt': NOTICE, 'a/b/2.txt': NOTICE, 'a/b/3.md': NOTICE, 'c [1].txt': NOTICE, 'd.txt': NOTICE }
  const titles = ({ stdout }: { stdout: string }) => [
    ...new Set(stdout.split('\n').flatMap((line) => (line ? [JSON.parse(line).file as string] : []))),
  ]

  test.each([
    [['a/**/*.txt'], ['a/1.txt', 'a/b/2.txt']],
    [
      ['a/**', '!**/*.md'],
      ['a/1.txt', 'a/b/2.txt'],
    ],
    // A file of that very name is no pattern.
    [['c [1].txt'], ['c [1].txt']],
    [['{d,a/1}.txt'], ['a/1.txt', 'd.txt']],
  ])('patterns: %j', async (names, files) => {
    const { run } = given(FILES)
    expect(titles(await run('-f', 'ndjson', ...names))).toEqual(files)
  })

  test.each([
    [['../**/*.txt'], ['../1.txt', 'b [x]/4.txt', '2.txt']],
    [
      ['../../**/*.txt', '../../*.md'],
      ['../../d.txt', '../1.txt', '2.txt', 'b [x]/4.txt', '../../e.md'],
    ],
    [
      ['../w*/*.txt', './*.txt'],
      ['2.txt', '2.txt'],
    ],
    [
      ['../**/*.txt', '!*.txt'],
      ['../1.txt', 'b [x]/4.txt'],
    ],
    [
      ['../**/*.txt', '!../1.*'],
      ['2.txt', 'b [x]/4.txt'],
    ],
    [
      ['../**/*', '!**/4.txt', '!list'],
      ['../1.txt', '2.txt'],
    ],
    [['<up>/*/**/*.txt'], ['2.txt', 'b [x]/4.txt']],
  ])('patterns that lead out of the working folder miss no file: %j', async (names, files) => {
    const { at } = given({
      'd.txt': NOTICE,
      'e.md': NOTICE,
      'up/1.txt': NOTICE,
      'up/w{1,2}k/2.txt': NOTICE,
      'up/w{1,2}k/b [x]/4.txt': NOTICE,
    })
    const cwd = at('up/w{1,2}k')
    const argv = names.map((name) => name.replace('<up>', at('up')))
    const out = await asProcess({ argv: ['-f', 'ndjson', ...argv], cwd })
    expect({ stderr: out.stderr, files: titles(out).sort() }).toEqual({ stderr: '', files: [...new Set(files)].sort() })
  })

  test('a pattern without a file is as wrong as a file that is not there; the others are read', async () => {
    const { run } = given(FILES)
    const out = await run('-f', 'ndjson', 'x*.txt', 'd.txt')
    expect(titles(out)).toEqual(['d.txt'])
    expect(out.status).toBe(2)
    expect(out.stderr).toBe('x*.txt:1:1: error: 没有文件符合这个模式 [pattern-without-file]\n')
  })

  test.each([
    ['d.txt\na/1.txt\n', []],
    ['d.txt\r\n\r\na/1.txt', []],
    ['d.txt\0a/1.txt\0', ['-0']],
  ])('names from a list: %j %j', async (list, more) => {
    const { run, fed } = given({ ...FILES, list })
    const expected = ['d.txt', 'a/1.txt']
    expect(titles(await run('-f', 'ndjson', '--files-from', 'list', ...more))).toEqual(expected)
    expect(titles(await fed(list, '-f', 'ndjson', '--files-from', '-', ...more))).toEqual(expected)
  })

  test('a list keeps its folders under an output folder', async () => {
    const { run, filesIn } = given({ ...FILES, list: 'a/1.txt\na/b/2.txt' })
    expect(await run('-q', '-o', 'out/', '--files-from', 'list')).toMatchObject({ status: 0 })
    expect(Object.keys(filesIn('out'))).toEqual(['a/1.json', 'a/b/2.json'])
  })

  test.runIf(process.platform === 'linux').each([
    ['standard input by its name', 'planparse -f ndjson --files-from /dev/stdin <list'],
    ['a pipe by its name', 'cat list | planparse -f ndjson --files-from /dev/stdin'],
    ['what another program finds', 'planparse -f ndjson --files-from <(sleep 0.1; cat list)'],
  ])('a list comes from %s', (_how, script) => {
    const { at } = given({ ...FILES, list: 'd.txt\na/1.txt\n' })
    expect(titles(inBash(script, at('.')))).toEqual(['d.txt', 'a/1.txt'])
  })

  test.runIf(process.platform === 'linux')('a program that finds nothing has an end as any other', () => {
    const { at } = given(FILES)
    expect(inBash('planparse -f ndjson --files-from <(true)', at('.'))).toMatchObject({ status: 0, stdout: '' })
    expect(inBash('planparse -f ndjson <(true)', at('.')).stderr).toMatch(/\[empty-document\]/)
  })

  test.each<[what: string, argv: string[], files: string[]]>([
    ['twice', ['a.txt', 'b.txt', 'a.txt'], ['a.txt', 'b.txt']],
    ['by another name', ['b.txt', 'in/../b.txt', './b.txt'], ['b.txt']],
    ['and by its folder', ['in/c.txt', 'in', 'a.txt'], ['in/c.txt', 'in/d.txt', 'a.txt']],
    ['by its folder first', ['in', 'in/d.txt'], ['in/c.txt', 'in/d.txt']],
    ['by folders in folders', ['in', '.'], ['in/c.txt', 'in/d.txt', 'a.txt', 'b.txt']],
    ['and by a pattern', ['b.txt', '*.txt'], ['b.txt', 'a.txt']],
    ['in a list', ['--files-from', 'list'], ['b.txt', 'a.txt']],
    ['and in a list', ['a.txt', '--files-from', 'list'], ['a.txt', 'b.txt']],
    ['standard input', ['a.txt', '-', '-'], ['a.txt', '-']],
  ])('a document that is named %s is read once, at its first place', async (_how, argv, files) => {
    const { fed, filesIn } = given({
      'a.txt': NOTICE,
      'b.txt': NOTICE,
      'in/c.txt': NOTICE,
      'in/d.txt': NOTICE,
      list: 'b.txt\n./b.txt\na.txt\nb.txt\n',
    })
    const { stdout, stderr } = await fed(NOTICE, '-f', 'json', ...argv)
    const plans: { source: { path: string | null } }[] = JSON.parse(stdout)
    expect({ stderr, files: plans.map(({ source }) => source.path ?? '-') }).toEqual({ stderr: '', files })
    await fed(NOTICE, '-q', '-o', 'out/', ...argv)
    expect(Object.keys(filesIn('out'))).toHaveLength(files.length)
  })

  test('a list that is not there is wrong use', async () => {
    const { run } = given({})
    expect(await run('--files-from', 'nix')).toMatchObject({ status: 2, stdout: '', stderr: /nix/ })
  })

  test.runIf(process.platform !== 'win32')('a .planparseignore that is no file says nothing', async () => {
    const { run, at } = given(FILES)
    symlinkSync('/dev/zero', at('a/.planparseignore'))
    spawnSync('mkfifo', [at('a/b/.planparseignore')])
    expect(titles(await run('-f', 'ndjson', 'a'))).toEqual(['a/1.txt', 'a/b/2.txt', 'a/b/3.md'])
  })

  test('.planparseignore holds for its folder and those below it, not for files named', async () => {
    const { run } = given({ ...FILES, 'a/.planparseignore': '# drafts\nb/*\n!b/3.md\n' })
    expect(titles(await run('-f', 'ndjson', 'a'))).toEqual(['a/1.txt', 'a/b/3.md'])
    expect(titles(await run('-f', 'ndjson', 'a', 'a/b/2.txt'))).toEqual(['a/1.txt', 'a/b/3.md', 'a/b/2.txt'])
    expect(titles(await run('-f', 'ndjson', '--no-ignore', 'a'))).toEqual(['a/1.txt', 'a/b/2.txt', 'a/b/3.md'])
  })
})

describe('one bad name costs no other file', () => {
  test.each(['1', '2'])('an output that cannot have its name, --jobs %s', async (jobs) => {
    const { run, read, filesIn } = given({
      [`in/${'a'.repeat(251)}.txt`]: NOTICE,
      'in/b.txt': NOTICE,
      'in/c.txt': NOTICE,
    })
    mkdirSync(join(folder?.path ?? '', 'out/b.json'), { recursive: true })
    const { status, stderr } = await run('-o', 'out/', '--jobs', jobs, '--manifest', 'm', 'in')
    expect(status).toBe(2)
    expect(stderr).toMatch(/^in\/a+\.txt:1:1: error: .*\[output-name\]\nin\/b\.txt:1:1: error: .*\[output-name\]\n/)
    expect(stderr).toMatch(/完成 1 份，读不了 2 份/)
    expect(Object.keys(filesIn('out'))).toEqual(['c.json'])
    expect(read('m').match(/"error":"output-name"/g)).toHaveLength(2)
  })

  test.each(['1', '2'])('a name in the list that is not there, --jobs %s', async (jobs) => {
    const { run, filesIn } = given({ 'b.txt': NOTICE, 'empty/x': '', list: 'nix.txt\nempty\nb.txt\n' })
    const { status, stderr } = await run('-o', 'out/', '--jobs', jobs, '--files-from', 'list')
    expect(status).toBe(2)
    expect(stderr).toMatch(/^nix\.txt:1:1: error: .*\[file-missing\]\nempty:1:1: warning: .*\[empty-folder\]\n/)
    expect(Object.keys(filesIn('out'))).toEqual(['b.json'])
  })

  test.runIf(process.platform === 'linux')('a name that is not in UTF-8', async () => {
    const { run, path } = given({ 'in/b.txt': NOTICE })
    writeFileSync(
      Buffer.concat([Buffer.from(join(path, 'in/')), Buffer.from([0xb9, 0xab]), Buffer.from('.txt')]),
      NOTICE,
    )
    const { status, stdout, stderr } = await run('-f', 'ndjson', 'in')
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: expect.stringMatching(/^in\/\ufffd.*\.txt:1:1: error: .*\[name-not-unicode\]\n$/),
    })
    expect(stdout).toContain('夯实基础')
  })
})

describe('on several cores', () => {
  test('the output does not depend on how many', async () => {
    const { run, filesIn } = given({ ...notices(90), 'in/bad.docx': 'PK\u0003\u0004', 'in/empty.txt': '' })
    const outputs = await Promise.all(
      ['1', '2', '4'].map(async (jobs) => {
        const stream = await run('-f', 'json', '--jobs', jobs, 'in')
        const table = await run('-f', 'csv', '--jobs', jobs, 'in')
        const each = await run('-q', '-o', `out${jobs}/`, '--jobs', jobs, 'in')
        return { stream, table, each, files: filesIn(`out${jobs}`) }
      }),
    )
    expect(outputs[0]?.stream.status).toBe(2)
    expect(outputs[0]?.stream.stderr).toMatch(/^in\/bad\.docx:1:1: error: .*\nin\/empty\.txt:1:1: warning: /m)
    expect(JSON.parse(outputs[0]?.stream.stdout ?? '')).toHaveLength(91)
    expect(Object.keys(outputs[0]?.files ?? {})).toHaveLength(91)
    expect(outputs[1]).toEqual(outputs[0])
    expect(outputs[2]).toEqual(outputs[0])
  })

  test('two manifests of the same run are equal but for the milliseconds', async () => {
    const { run, read } = given({
      ...notices(90),
      'in/bad.docx': 'PK\u0003\u0004',
      'in/doubtful.txt': NOTICE.replace('6月底', '适时'),
      'in/empty.txt': '',
      'in/print.pdf': '%PDF-1.4',
    })
    const manifests = await Promise.all(
      ['1', '2', '3'].map(async (jobs) => {
        expect((await run('-q', '-o', `out${jobs}/`, '--jobs', jobs, '--manifest', `m${jobs}`, 'in')).status).toBe(2)
        const text = read(`m${jobs}`)
        return { keys: Object.keys(JSON.parse(text.split('\n')[0] ?? '')), text: text.replace(/"ms":\d+/g, '"ms":0') }
      }),
    )
    expect(manifests[0]?.keys).toContain('ms')
    expect(manifests[0]?.text).toMatch(/"error":"truncated"/)
    expect(manifests[0]?.text).toMatch(/"warnings":[1-9]/)
    expect(manifests[0]?.text.split('\n')).toHaveLength(95)
    for (const other of manifests.slice(1)) expect(other).toEqual(manifests[0])
  })

  test.runIf(process.platform === 'linux')(
    'a document that takes too long is given up, the others are read',
    async () => {
      const { run, path, filesIn } = given(notices(5))
      spawnSync('mkfifo', [join(path, 'pipe')])
      const list = ['in/0/n0.txt', 'pipe', 'in/1/n1.txt'].join('\n')
      writeFileSync(join(path, 'list'), list)
      const outcome = await run('-q', '-o', 'out/', '--timeout', '1', '--files-from', 'list')
      expect(outcome).toMatchObject({ status: 2, stderr: expect.stringMatching(/^pipe:1:1: error: .*\[too-slow\]\n$/) })
      expect(Object.keys(filesIn('out'))).toEqual(['in/0/n0.json', 'in/1/n1.json'])
    },
  )

  test('a document that is too large is not read', async () => {
    const { run } = given({ 'a.txt': NOTICE.repeat(100), 'b.txt': NOTICE })
    const outcome = await run('-f', 'ndjson', '--max-size', '2K', 'a.txt', 'b.txt')
    expect(outcome).toMatchObject({ status: 2, stderr: expect.stringMatching(/^a\.txt:1:1: error: .*\[too-big\]\n$/) })
    expect(outcome.stdout).toContain('夯实基础')
  })

  test.runIf(existsSync('/dev/zero'))('nor one that has no end', async () => {
    const { run } = given({})
    expect(await run('--max-size', '1M', '/dev/zero')).toMatchObject({ status: 2, stdout: '' })
  })

  test.each(['0', '-1', 'two', '1.5'])('--jobs %s is wrong use', async (jobs) => {
    const { run } = given({ 'a.txt': NOTICE })
    expect(await run('--jobs', jobs, 'a.txt')).toMatchObject({ status: 2, stdout: '' })
  })
})

describe('a run that goes on', () => {
  const entries = (text: string) => text.split('\n').flatMap((line) => (line ? [JSON.parse(line)] : []))

  test('the manifest notes what was done', async () => {
    const { run, read } = given({ 'in/a.txt': NOTICE, 'in/b.docx': 'PK\u0003\u0004', 'in/c/d.txt': '九月底前完成。' })
    await run('-o', 'out/', '--manifest', 'done.ndjson', 'in')
    expect(entries(read('done.ndjson'))).toMatchObject([
      { input: 'in/a.txt', sha256: expect.stringMatching(/^[0-9a-f]{64}$/), output: 'a.json', tasks: 3, error: null },
      { input: 'in/b.docx', output: null, tasks: 0, error: 'truncated' },
      { input: 'in/c/d.txt', output: 'c/d.json', tasks: 0, warnings: 1, error: null },
    ])
  })

  test('what is unchanged is left out; what has changed, is gone or failed is done again', async () => {
    const { run, read, at } = given({
      'in/a.txt': NOTICE,
      'in/b.txt': NOTICE,
      'in/c.txt': NOTICE,
      'in/d.docx': 'PK\u0003\u0004',
    })
    const again = () => run('-o', 'out/', '--manifest', 'done.ndjson', '--resume', 'in')
    await run('-o', 'out/', '--manifest', 'done.ndjson', 'in')
    const before = entries(read('done.ndjson'))
    writeFileSync(at('in/b.txt'), NOTICE.replace('夯实', '巩固'))
    rmSync(at('out/c.json'))
    const outcome = await again()
    expect(outcome.stderr).toMatch(/完成 2 份，未变 1 份，读不了 1 份/)
    expect(read('out/b.json')).toContain('巩固')
    expect(existsSync(at('out/c.json'))).toBe(true)
    expect(
      entries(read('done.ndjson'))
        .slice(before.length)
        .map(({ input }) => input),
    ).toEqual(['in/b.txt', 'in/c.txt', 'in/d.docx'])
    expect((await again()).stderr).toMatch(/完成 0 份，未变 3 份/)
  })

  test('the output depends on no time zone and no language of the system', () => {
    const { path } = given({ 'a.txt': NOTICE })
    const FORMATS = ['json', 'ndjson', 'csv', 'xlsx', 'markdown', 'text', 'html', 'ics', 'tree']
    const [first, ...others] = [
      ['UTC', 'C'],
      ['Pacific/Kiritimati', 'tr_TR.UTF-8'],
      ['America/Los_Angeles', 'en_US.UTF-8'],
    ].map(([TZ, language]) =>
      FORMATS.map((format) => {
        const env = { ...process.env, TZ, LANG: language, LC_ALL: language }
        return spawnSync(process.execPath, [PROGRAM, '-q', '-f', format, 'a.txt'], { cwd: path, env }).stdout.toString(
          'base64',
        )
      }),
    )
    for (const other of others) expect(other).toEqual(first)
  })

  test('other options make other outputs', async () => {
    const { run } = given({ 'in/a.txt': NOTICE })
    await run('-o', 'out/', '--manifest', 'm', 'in')
    expect((await run('-o', 'out/', '--manifest', 'm', '--resume', '--with-text', 'in')).stderr).toMatch(/完成 1 份/)
  })

  test('a torn last line is as if it had not been written', async () => {
    const { run, read, at } = given({ 'in/a.txt': NOTICE, 'in/b.txt': NOTICE })
    await run('-o', 'out/', '--manifest', 'm', 'in')
    writeFileSync(at('m'), read('m').slice(0, -20))
    expect((await run('-o', 'out/', '--manifest', 'm', '--resume', 'in')).stderr).toMatch(/完成 1 份，未变 1 份/)
    expect(entries(read('m'))).toHaveLength(2)
  })

  test('what is larger than 256 MB is not read, unless one says so', async () => {
    const { run, at } = given({ 'big.txt': '' })
    truncateSync(at('big.txt'), 256 * 2 ** 20 + 1)
    expect(await run('big.txt')).toMatchObject({ status: 2, stderr: expect.stringContaining('[too-big]') })
  })

  test('what a killed run has left goes, what another still writes stays', async () => {
    const mine = `out/.planparse-${process.pid}-0.tmp`
    const { run, at } = given({ 'in/a.txt': NOTICE, 'out/b/.planparse-999999999-0.tmp': 'x', [mine]: 'y' })
    await run('-q', '-o', 'out/', '--manifest', 'm', '--resume', 'in')
    expect([existsSync(at('out/b/.planparse-999999999-0.tmp')), existsSync(at(mine))]).toEqual([false, true])
  })

  test('and so is a torn line that is the only one', async () => {
    const { run, read, at } = given({ 'in/a.txt': NOTICE })
    writeFileSync(at('m'), '{"input":"in/a.t')
    expect(await run('-o', 'out/', '--manifest', 'm', '--resume', 'in')).toMatchObject({ status: 0 })
    expect(entries(read('m')).map(({ input }) => input)).toEqual(['in/a.txt'])
  })

  test.each([
    [['--resume', '-o', 'out/', 'in']],
    [['--resume', '--manifest', 'm', '-f', 'csv', 'in']],
    [['--resume', '--manifest', 'in/a.txt', '-o', 'out/', 'in']],
    [['--manifest', 'in/a.txt', '-o', 'out/', 'in']],
  ])('wrong use: %j', async (argv) => {
    const { run, read, at } = given({ 'in/a.txt': NOTICE })
    expect(await run(...argv)).toMatchObject({ status: 2, stdout: '' })
    expect(read('in/a.txt')).toBe(NOTICE)
    expect(existsSync(at('out'))).toBe(false)
  })

  test('killed at any moment, and gone on with, it gives the same files', async () => {
    const { run, path, at, filesIn } = given(notices(60))
    await run('-q', '-o', 'whole/', 'in')
    const argv = ['-q', '-o', 'out/', '--jobs', '2', '--manifest', 'm', '--resume', 'in']
    for (const lines of [1, 20, 40]) {
      const child = spawn(process.execPath, [PROGRAM, ...argv], { cwd: path, stdio: 'ignore' })
      const ended = once(child, 'exit')
      while (child.exitCode === null && linesIn(at('m')) < lines) await new Promise((resolve) => setTimeout(resolve, 1))
      child.kill('SIGKILL')
      await ended
      for (const text of Object.values(existsSync(at('out')) ? visibleFiles(at('out')) : {})) JSON.parse(text)
    }
    expect(await run(...argv)).toMatchObject({ status: 0 })
    expect(visibleFiles(at('out'))).toEqual(filesIn('whole'))
    expect(Object.keys(filesIn('out'))).toEqual(Object.keys(visibleFiles(at('out'))))
  })

  test.each(['1', '2'])('Ctrl-C leaves whole files and says how to go on, --jobs %s', async (jobs) => {
    const { path, at } = given(notices(200))
    const argv = ['-o', 'out/', '--jobs', jobs, '--manifest', 'm', 'in']
    const child = spawn(process.execPath, [PROGRAM, ...argv], { cwd: path, stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.on('data', (bytes) => {
      said += bytes
    })
    const ended = once(child, 'close')
    while (child.exitCode === null && linesIn(at('m')) < 5) await new Promise((resolve) => setTimeout(resolve, 1))
    child.kill('SIGINT')
    expect((await ended)[1]).toBe('SIGINT')
    expect(said).toMatch(/^planparse: 已中断，完成了 \d+ 份；用同样的命令加上 --resume 继续\n$/)
    expect(Object.keys(filesIn(at('out'))).filter((name) => !name.endsWith('.json'))).toEqual([])
  })
})

function linesIn(path: string): number {
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').length - 1 : 0
}

/** Without those that a killed run left behind. */
function visibleFiles(path: string): Record<string, string> {
  return Object.fromEntries(Object.entries(filesIn(path)).filter(([name]) => !/(?:^|\/)\./.test(name)))
}

describe('--records', () => {
  const RECORD = { id: 1, text: NOTICE }
  const answers = (stdout: string) => stdout.split('\n').flatMap((line) => (line ? [JSON.parse(line)] : []))

  test('a line for each record, in order, an error in its place', async () => {
    const { fed } = given({ 'a.txt': NOTICE })
    const lines = [
      JSON.stringify(RECORD),
      '',
      '{"id":"b","path":"a.txt"}',
      '{"id":"c","path":"nix"}',
      'x',
      '[]',
      '{"id":{}}',
      // Numbers that would come back as others.
      '{"id":1785230914563276801,"text":"一、甲"}',
      '{"id":1e400,"text":"一、甲"}',
    ]
    const { status, stdout, stderr } = await fed(lines.join('\r\n'), '--records')
    expect({ status, stderr }).toEqual({ status: 2, stderr: '' })
    expect(answers(stdout)).toMatchObject([
      { id: 1, plan: { type: 'plan', source: { path: null, encoding: 'utf-8' } } },
      { id: 'b', plan: { source: { path: 'a.txt' } } },
      { id: 'c', error: { code: 'file-missing' } },
      ...Array.from({ length: 5 }, () => ({ id: null, error: { code: 'bad-record' } })),
    ])
  })

  test('-f ndjson gives the tasks of each', async () => {
    const { fed } = given({})
    const { status, stdout } = await fed(`${JSON.stringify(RECORD)}\n`.repeat(3), '--records', '-f', 'ndjson')
    expect(status).toBe(0)
    const counts = answers(stdout).map(({ tasks }) => tasks.length)
    expect(counts).toEqual([3, 3, 3])
  })

  test.each([['a.ndjson'], ['-f csv'], ['--jobs 2'], ['--timeout 5']])('wrong use: %s', async (words) => {
    const { fed } = given({ 'a.ndjson': '' })
    const { status, stdout, stderr } = await fed(JSON.stringify(RECORD), '--records', ...words.split(' '))
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(/--records/)
  })

  test('nothing in, nothing out', async () => {
    const { fed } = given({})
    expect(await fed('', '--records')).toEqual({ status: 0, stdout: '', stderr: '' })
  })
})
