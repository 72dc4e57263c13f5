/** What the command line tells of itself: help, completion of every shell, the manual; all from one tree. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { COMMANDS, type CommandRow } from '../../src/cli/commands.ts'
import { completion, type Shell } from '../../src/cli/completion.ts'
import { namesOf } from '../../src/cli/flags.ts'
import type { Io } from '../../src/cli/io.ts'
import { manPage } from '../../src/cli/man.ts'
import { readArguments } from '../../src/cli/options.ts'
import { progressOn } from '../../src/cli/progress.ts'
import { SCHEMA_NAMES } from '../../src/schema.ts'
import { VERSION } from '../../src/version.ts'
import { asProcess, inProcess, scratch } from './hosts.ts'

const root = join(import.meta.dirname, '../..')
const ROWS: readonly CommandRow[] = COMMANDS
const LANGS = ['zh', 'en'] as const

const runs = (program: string) => spawnSync(program, ['--version']).status === 0

let folder: ReturnType<typeof scratch> | undefined
afterEach(() => {
  folder?.drop()
  folder = undefined
})

test('the names of schemas that the command line knows are those there are', () => {
  expect(ROWS.find(({ name }) => name === 'schema')?.argument?.values).toEqual(SCHEMA_NAMES)
})

describe.each(ROWS.map((row) => [`planparse ${row.name}`.trim(), row] as const))('%s', (_name, row) => {
  const help = async (...argv: string[]) => {
    const run = await inProcess({ argv: [...(row.name ? [row.name] : []), ...argv], cwd: root })
    expect(run).toMatchObject({ status: 0, stderr: '' })
    return run.stdout
  }
  test.each(LANGS)('the full help names every option, the short one what is used most: %s', async (lang) => {
    const [full, short] = [await help('--help', '--lang', lang), await help('-h', '--lang', lang)]
    for (const option of row.options) {
      const { common } = option
      for (const name of namesOf(option)) {
        expect(full).toContain(name)
        if (common) expect(short).toContain(name)
      }
    }
    expect(short.length).toBeLessThan(full.length)
    for (const line of short.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
  })

  test('tells the version', async () => {
    expect(await help('--version')).toBe(`${VERSION}\n`)
    expect(await help('-V')).toBe(`${VERSION}\n`)
  })

  const lines = LANGS.flatMap((lang) => row.examples.map((example) => example[lang][0]))
  test.each(lines)('an example is understood: %s', (line) => {
    const [args = ''] = line.split(/(?:^| )[|>]+ /)
    const argv = [row.name, ...args.split(' ')].filter((word) => word !== '')
    expect(readArguments(argv, 'zh').kind).not.toBe('print')
  })
})

test('the short help takes precedence over nothing: --help is the full one wherever it stands', async () => {
  const full = await inProcess({ argv: ['--help'], cwd: root })
  expect(await inProcess({ argv: ['-h', '--help'], cwd: root })).toEqual(full)
})

test.each(LANGS)('who asks for help as of other programs is told how: %s', async (lang) => {
  folder = scratch({})
  const { status, stderr } = await inProcess({ argv: ['help', '--lang', lang], cwd: folder.path })
  expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining('planparse --help') })
})

describe('completion', () => {
  const shells = ['bash', 'zsh', 'fish', 'powershell'] satisfies Shell[]
  test.each(shells)('%s knows every command and every option', (shell) => {
    const script = completion(shell, 'zh')
    for (const { name, options } of ROWS) {
      expect(script).toContain(name)
      for (const option of options)
        for (const flag of namesOf(option)) expect(script).toContain(shell === 'fish' ? flag.replace(/^--?/, '') : flag)
    }
  })

  test('that of PowerShell is in ASCII, whatever the language: its console may read another encoding', () => {
    expect(completion('powershell', 'zh')).toMatch(/^[\n -~]+$/)
  })

  for (const shell of ['bash', 'zsh', 'fish'] as const) {
    test.skipIf(!runs(shell))(`${shell} finds no fault in it`, () => {
      folder = scratch({ script: completion(shell, 'zh') })
      const { status, stderr } = spawnSync(shell, ['-n', 'script'], { cwd: folder.path, encoding: 'utf8' })
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    })
  }

  test.skipIf(!runs('bash')).each([
    ['planparse --fo', '--format'],
    ['planparse -f x', 'xlsx'],
    ['planparse --format = x', 'xlsx'],
    ['planparse me', 'merge'],
    ['planparse -o no', 'notice one.txt notice.txt'],
    ['planparse no', 'notice one.txt notice.txt'],
    ['planparse check --rep', '--reporter'],
    ['planparse check --reporter g', 'github'],
    ['planparse -q check --reporter g', 'github'],
    ['planparse completion f', 'fish'],
    ['planparse schema unit-t', 'unit-task'],
    ['planparse deadline no', ''],
    ['planparse --year no', ''],
  ])('in bash: %s', (line, found) => {
    folder = scratch({ 'notice.txt': '', 'notice one.txt': '', script: completion('bash', 'en') })
    const code = `source ./script; COMP_WORDS=(${line}); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _planparse; echo "\${COMPREPLY[*]}"`
    const { stdout, stderr } = spawnSync('bash', ['-c', code], { cwd: folder.path, encoding: 'utf8' })
    expect({ stdout, stderr }).toEqual({ stdout: `${found}\n`, stderr: '' })
  })
})

describe('the manual', () => {
  test.each([
    ['en', 'docs/man/man1/planparse.1'],
    ['zh', 'docs/man/zh_CN/man1/planparse.1'],
  ] as const)('%s is as the program makes it now; npm run docs makes it anew', (lang, file) => {
    expect(readFileSync(join(root, file), 'utf8')).toBe(manPage(lang))
  })

  test.skipIf(!runs('groff'))('is set without a warning, and shows what it is given', () => {
    const { stdout, stderr } = spawnSync('groff', ['-man', '-ww', '-k', '-Tutf8', '-P-cbou'], {
      input: manPage('en'),
      encoding: 'utf8',
    })
    expect(stderr).toBe('')
    for (const { name } of ROWS) expect(stdout).toContain(`planparse ${name}`.trim())
    expect(stdout).toMatch(/-f, --format name\n/)
    expect(stdout).toContain('~/.bashrc')
  })
})

test('a long run shows how far it is, but not on a dumb terminal, in CI, or in a file', () => {
  const shown = (more: Partial<Io['env']>, isTTY = true) => {
    const written: string[] = []
    const stderr = { isTTY, write: (text: string) => written.push(text) }
    let time = 0n
    const clock = vi.spyOn(process.hrtime, 'bigint').mockImplementation(() => {
      time += 150_000_000n
      return time
    })
    progressOn({ stderr, env: more } as unknown as Io, 'zh', false, () => 9).done(3)
    clock.mockRestore()
    return written.join('')
  }
  expect(shown({})).toContain('3 / 9 份')
  expect(shown({ TERM: 'dumb' })).toBe('')
  expect(shown({ CI: '1' })).toBe('')
  expect(shown({}, false)).toBe('')
})

test('what it prints about itself goes to a file as well', async () => {
  folder = scratch()
  const run = await asProcess({ argv: ['schema', 'config', '-o', 'planparse.schema.json'], cwd: folder.path })
  expect(run).toEqual({ status: 0, stdout: '', stderr: '' })
  expect(JSON.parse(folder.read('planparse.schema.json')).$id).toBe('urn:planparse:schema:config:1')
})
