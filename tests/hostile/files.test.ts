/** File names and files made to do harm. Names of outputs that are made from units: tests/cli/file-names.test.ts. */
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { asProcess, inProcess, NOTICE, scratch } from '../cli/hosts.ts'
import { needs } from '../needs.ts'
import { pdf } from '../read/pdf-writer.ts'

let folder: ReturnType<typeof scratch> | undefined
afterEach(() => folder?.drop())

function given(files: Record<string, string | Uint8Array>) {
  folder = scratch(files)
  const { path, read, list } = folder
  const run = (...argv: string[]) => inProcess({ argv, cwd: path })
  return { path, read, list, run, asProcess: (...argv: string[]) => asProcess({ argv, cwd: path }) }
}

/** Runs the real program, and ends it where it does not end. */
function asKilled(cwd: string, ...argv: string[]) {
  const program = join(import.meta.dirname, '../../bin/planparse.js')
  return spawnSync(process.execPath, [program, ...argv], { cwd, encoding: 'utf8', timeout: 50_000 })
}

describe('patterns', () => {
  const NAME = `${'a'.repeat(240)}.txt`

  test.each([
    ['many stars', `${'a*'.repeat(30)}b`],
    ['stars and signs', `${'*?'.repeat(40)}b`],
    ['folders in folders', `${'**/'.repeat(40)}b`],
    ['braces', `${'{a,a}'.repeat(60)}b`],
    ['braces in braces', `${'{a*c,'.repeat(40)}b${'}'.repeat(40)}`],
    ['100,000 braces', `${'{a,'.repeat(30_000)}*`],
    ['classes', `${'[a-z]*'.repeat(40)}b`],
  ])('%s take no time', (_what, pattern) => {
    const { path } = given({ [`in/${NAME}`]: NOTICE, [`in/b/c/d/e/${NAME}`]: NOTICE })
    const run = (...argv: string[]) => asKilled(path, '-q', '-f', 'ndjson', ...argv).status
    expect(run(`in/**/${pattern}`)).toBe(2)
    expect(run('in/**/*.txt', `!in/**/${pattern}`)).toBe(0)
  })

  test.each([
    ['many stars', `${'a*'.repeat(30)}b`],
    ['folders in folders', `${'**/'.repeat(40)}b`],
    ['classes', `${'[a-z]*'.repeat(40)}b`],
    ['thousands of lines', `${'*a*a\n'.repeat(2)}${'*a*b\n'.repeat(12_000)}`],
  ])('nor do those of a .planparseignore: %s', (_what, pattern) => {
    const { path } = given({ [`in/${NAME}`]: NOTICE, 'in/b.txt': NOTICE, 'in/.planparseignore': pattern })
    expect(asKilled(path, '-q', '-f', 'ndjson', 'in').status).toBe(0)
  })

  test('a .planparseignore that nobody wrote is not read, nor is its folder', async () => {
    const { run } = given({ 'in/a.txt': NOTICE, 'in/.planparseignore': '*a*b\n'.repeat(20_000), 'b.txt': NOTICE })
    const { status, stdout, stderr } = await run('-f', 'ndjson', 'in', 'b.txt')
    expect(status).toBe(2)
    expect(stderr).toMatch(/^in:1:1: error: 读不了 \.planparseignore（> 64 KB）.*\[unreadable\]\n$/)
    expect(stdout).toContain('夯实基础')
  })
})

describe('names', () => {
  test('that look like options are read after --', async () => {
    const { run } = given({ '-rf.txt': NOTICE, '--help': NOTICE })
    expect((await run('-f', 'ndjson', '--', '-rf.txt', '--help')).stdout).toMatch(
      /"file":"-rf\.txt"[\s\S]*"file":"--help"/,
    )
  })

  test('that are those of commands are read after --', async () => {
    const { run } = given({ check: NOTICE })
    expect((await run('-f', 'ndjson', '--', 'check')).stdout).toMatch(/"file":"check"/)
  })

  test.runIf(process.platform === 'linux')(
    'twins in case or in Unicode form are two files where they are two',
    async () => {
      const { run, list } = given({
        'in/a.txt': NOTICE,
        'in/A.txt': NOTICE,
        'in/\u00e9.txt': NOTICE,
        'in/e\u0301.txt': NOTICE,
      })
      expect((await run('-q', '-o', 'out/', 'in')).status).toBe(0)
      expect(list().filter((name) => name.startsWith('out/'))).toHaveLength(4)
    },
  )

  test.each([
    ['in case', 'a.txt', 'A.txt'],
    ['in Unicode form', '\u00e9.txt', 'e\u0301.txt'],
  ])('twins %s are refused where they would be one file, before anything is written', async (_what, one, other) => {
    const { run, list } = given({ [`x/${one}`]: NOTICE, [`y/${other}`]: NOTICE })
    const platform = Object.getOwnPropertyDescriptor(process, 'platform') as PropertyDescriptor
    Object.defineProperty(process, 'platform', { ...platform, value: 'darwin' })
    try {
      const outcome = await run('-o', 'out/', `x/${one}`, `y/${other}`)
      expect(outcome).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(/会写到同一个文件/) })
    } finally {
      Object.defineProperty(process, 'platform', platform)
    }
    expect(list().filter((name) => name.startsWith('out'))).toEqual([])
  })

  test.each([['很'.repeat(90)], ['a'.repeat(300)]])('longer than 255 bytes: %s', async (name) => {
    const { run, list } = given({ 'a.txt': NOTICE })
    expect(await run(`${name}.txt`)).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/ENAMETOOLONG/),
    })
    for (const argv of [
      ['-o', `${name}.json`],
      ['-o', `${name}/`],
      ['-o', 'out/', '--manifest', name],
    ]) {
      const outcome = await run(...argv, 'a.txt')
      expect(outcome).toMatchObject({
        status: 2,
        stdout: '',
        stderr: expect.stringMatching(/^(?:planparse: |a\.txt:1:1: ).*ENAMETOOLONG/),
      })
    }
    expect(await run('--config', name, 'a.txt')).toMatchObject({ status: 2, stdout: '' })
    expect(await run('--files-from', name)).toMatchObject({ status: 2, stdout: '' })
    expect(list()).toEqual(['a.txt'])
  })

  test('with escapes are mirrored as they are, and shown harmless', async () => {
    const name = '\u001b]0;x\u0007\u202e.txt'
    const { run, path } = given({ [`in/${name}`]: '明日起放假。' })
    const outcome = await run('-o', 'out/', 'in')
    expect(outcome.stderr).toMatch(/^in\/\\u001b\]0;x\\u0007\\u202e\.txt:1:1: warning/)
    expect(readdirSync(join(path, 'out'))).toEqual([name.replace('.txt', '.json')])
  })
})

describe.skipIf(process.platform === 'win32')('links', () => {
  test('that lead to themselves', async () => {
    const { path, run } = given({ 'a.txt': NOTICE, 'in/a.txt': NOTICE })
    symlinkSync('two', join(path, 'one'))
    symlinkSync('one', join(path, 'two'))
    symlinkSync('.', join(path, 'in/self'))
    mkdirSync(join(path, 'in/b'))
    symlinkSync('../..', join(path, 'in/b/up'))
    const loop = expect.stringMatching(/ELOOP/)
    expect(await run('one')).toMatchObject({ status: 2, stdout: '', stderr: loop })
    expect(await run('--files-from', 'one')).toMatchObject({ status: 2, stderr: loop })
    expect(await run('--config', 'one', 'a.txt')).toMatchObject({ status: 2, stderr: loop })
    expect(await run('-f', 'json', '-o', 'one', 'a.txt')).toMatchObject({ status: 2, stderr: loop })
    expect(await run('-o', 'one/', 'a.txt')).toMatchObject({ status: 2, stderr: loop })
    expect(JSON.parse((await run('in')).stdout)).toHaveLength(1)
    expect(JSON.parse((await run('in/**/*.txt')).stdout)).toHaveLength(1)
    expect(existsSync(join(path, 'in/a.txt'))).toBe(true)
  })

  test('on several cores too', async () => {
    const { path, asProcess } = given({ 'a.txt': NOTICE })
    symlinkSync('two', join(path, 'one'))
    symlinkSync('one', join(path, 'two'))
    const { status, stdout, stderr } = await asProcess('-f', 'ndjson', '--jobs', '2', 'one', 'a.txt')
    expect(status).toBe(2)
    expect(stderr).toMatch(/^one:1:1: error: .*ELOOP.*\[unreadable\]\n$/)
    expect(stdout).toContain('夯实基础')
  })
})

describe.skipIf(process.platform !== 'linux')('files that are none', () => {
  test('in a folder a pipe, a socket and a link to a device are no documents', async () => {
    const { path } = given({ 'in/a.txt': NOTICE })
    spawnSync('mkfifo', [join(path, 'in/pipe.txt')])
    symlinkSync('/dev/zero', join(path, 'in/zero.txt'))
    const socket = createServer().listen(join(path, 'in/socket.txt'))
    try {
      await once(socket, 'listening')
      expect(readdirSync(join(path, 'in'))).toEqual(['a.txt', 'pipe.txt', 'socket.txt', 'zero.txt'])
      for (const argv of [['in'], ['--files-from', '-']]) {
        const { stdout, stderr, status } = await inProcess({ argv, cwd: path, stdin: 'in\n' })
        expect({ status, stderr, count: JSON.parse(stdout).length }).toEqual({ status: 0, stderr: '', count: 1 })
      }
    } finally {
      socket.close()
    }
  })

  test('a socket that is named cannot be read, and the others are', async () => {
    const { path, run } = given({ 'a.txt': NOTICE })
    const socket = createServer().listen(join(path, 'socket.txt'))
    try {
      await once(socket, 'listening')
      const { status, stdout, stderr } = await run('-f', 'ndjson', 'socket.txt', 'a.txt')
      expect([status, stderr]).toEqual([
        2,
        expect.stringMatching(/^socket\.txt:1:1: error: .*ENXIO.*\[unreadable\]\n$/),
      ])
      expect(stdout).toContain('夯实基础')
    } finally {
      socket.close()
    }
  })

  test.skipIf(!needs('mknod'))('in a folder a device is no document', async () => {
    const { path, run } = given({ 'in/a.txt': NOTICE })
    expect(spawnSync('mknod', [join(path, 'in/zero.txt'), 'c', '1', '5']).status).toBe(0)
    const { status, stdout, stderr } = await run('--max-size', '1M', 'in')
    expect({ status, stderr, count: JSON.parse(stdout).length }).toEqual({ status: 0, stderr: '', count: 1 })
  })

  test('a pipe is read as it is written', () => {
    const { path } = given({ 'a.txt': NOTICE })
    const script = 'mkfifo pipe; (sleep 0.1; cat a.txt) >pipe & "$0" "$1" -f ndjson pipe'
    const program = join(import.meta.dirname, '../../bin/planparse.js')
    const { stdout } = spawnSync('bash', ['-c', script, process.execPath, program], { cwd: path, encoding: 'utf8' })
    expect(stdout.trim().split('\n')).toHaveLength(3)
  })

  test.each(['/dev/zero', '/dev/urandom'])('%s has no end', async (device) => {
    const { run } = given({ 'a.txt': NOTICE })
    expect(await run('--max-size', '1M', device)).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/\[too-big\]/),
    })
    expect(await run('check', '--max-size', '1M', device)).toMatchObject({ status: 2 })
    expect(await run('--config', device, 'a.txt')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/not a file/),
    })
  })

  test.each(['/dev/zero', '/dev/urandom'])('a list that has no end is refused: %s', async (device) => {
    const { run } = given({})
    expect(await run('--files-from', device)).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^planparse: 读不了文件名列表 \/dev\/\w+（> 256 MB）/),
    })
  })

  test('a list with a line that can be no name is refused', async () => {
    const { run } = given({ list: `a.txt\n${'甲'.repeat(40_000)}\n`, 'a.txt': NOTICE })
    const { status, stdout, stderr } = await run('--files-from', 'list')
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(/^planparse: 读不了文件名列表 list（a name > 32768）/)
  })

  test.each(['/dev/zero', '/dev/full', 'pipe'])('a manifest that is no file is refused: %s', (name) => {
    const { path, list } = given({ 'a.txt': NOTICE })
    spawnSync('mkfifo', [join(path, 'pipe')])
    for (const more of [[], ['--resume']]) {
      const { status, stderr } = asKilled(path, '-o', 'out/', '--manifest', name, ...more, 'a.txt')
      expect({ status, stderr }).toEqual({
        status: 2,
        stderr: expect.stringMatching(/^planparse: 写不了 .*（not a file）/),
      })
    }
    expect(list()).toEqual(['a.txt'])
  })

  test('/dev/null is empty', async () => {
    const { run } = given({})
    expect(await run('/dev/null')).toMatchObject({ status: 0, stderr: expect.stringMatching(/\[empty-document\]/) })
  })
})

test('a PDF whose font holds a script runs none', async () => {
  const good = Buffer.from(pdf([{ texts: [] }])).toString('latin1')
  const script = '(1\\); globalThis.polluted = true; process.exitCode = 99; //)'
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    '<</Length 40>>stream\nBT /F1 12 Tf 20 100 Td (planofwork) Tj ET\nendstream',
    `<</Type/Font/Subtype/Type1/BaseFont/Evil/FirstChar 32/LastChar 32/Widths[500]/FontMatrix[0.001 0 0 0.001 0 ${script}]/FontDescriptor 6 0 R>>`,
    `<</Type/FontDescriptor/FontName/Evil/Flags 4/FontMatrix[0.001 0 0 0.001 0 ${script}]>>`,
  ]
  const body = objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join('')
  const made = `${good.slice(0, 8)}\n${body}trailer<</Root 1 0 R/Size 7>>\n%%EOF\n`
  const { asProcess: run } = given({ 'evil.pdf': Buffer.from(made, 'latin1') })
  const outcome = await run('-f', 'json', 'evil.pdf')
  expect(outcome.status === 0 || outcome.status === 2).toBe(true)
  expect(outcome.stderr).not.toMatch(/\n\s+at /)
  if (outcome.status === 0) expect(outcome.stdout).toContain('planofwork')
})
