/**
 * What the pages show is what happens. A fence that names a file (```` ```text 通知.txt ````) is that file; the commands of a
 * page's `console` fences run one after the other in a folder with these files and must print what is shown; those of
 * its `sh` fences must succeed; programs must run. A table under 序号, 状态, 进展情况 is filled into the page's ledger.
 * UPDATE=1 writes what is printed into the pages: look at what it changed.
 */
import { spawnSync } from 'node:child_process'
import { chmodSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inProcess, NOTICE, type Outcome, PROGRAM, scratch } from '../cli/hosts.ts'
import { needs } from '../needs.ts'
import { type Command, commandsOf, type Fence, fencesOf, PAGES, ROOT, tablesOf, textOf } from './pages.ts'

const isWindows = process.platform === 'win32'
const LEDGER = ['序号', '状态', '进展情况']

/** The folder in which a page is tried, with `planparse` on its PATH. */
function folderFor(files: Record<string, string | Uint8Array>) {
  const folder = scratch({
    '.bin/planparse': `#!/bin/sh\nexec "${process.execPath}" "${PROGRAM}" "$@"\n`,
    '.bin/npx': '#!/bin/sh\nexec "$@"\n',
    ...files,
  })
  for (const name of ['planparse', 'npx']) chmodSync(join(folder.path, '.bin', name), 0o755)
  symlinkSync(join(ROOT, 'fixtures'), join(folder.path, 'fixtures'), 'junction')
  return folder
}

/** Runs a command as on a terminal of 88 columns where it is planparse alone, else in a shell. */
async function run(command: string, cwd: string): Promise<Pick<Outcome, 'status' | 'stdout'>> {
  const alone = /^(?:npx )?planparse ([^|<>"'$;&*\\]*)$/.exec(command)
  if (alone) {
    const argv = (alone[1] ?? '').trim().split(/ +/)
    const { status, stdout, stderr } = await inProcess({ argv, cwd, columns: 88, env: { NO_COLOR: '1' } })
    return { status, stdout: stdout + stderr }
  }
  const PATH = `${join(cwd, '.bin')}${delimiter}${process.env.PATH}`
  // What writes into the home writes into the folder.
  const home = { HOME: cwd, PROFILE: join(cwd, 'profile.ps1') }
  const env = { ...process.env, ...home, PATH, LANG: 'C.UTF-8', NO_COLOR: '1', PYTHONUTF8: '1' }
  const done = spawnSync('sh', ['-c', `exec 2>&1\n${command}`], { cwd, env, encoding: 'utf8' })
  return { status: done.status, stdout: done.stdout }
}

/** Whether the machine has what a command needs beside planparse. */
function canRun(command: string, files: Record<string, string>): boolean {
  const script = /python3 (\S+)/.exec(command)?.[1]
  const imported = script === undefined ? undefined : /^import (pandas|duckdb)$/m.exec(files[script] ?? '')?.[1]
  if (isWindows && /[|<>"'$;&*\\]/.test(command)) return false
  return (!/\bjq\b/.test(command) || needs('jq')) && (!imported || needs(imported as 'pandas' | 'duckdb'))
}

/** What people use; CONTRIBUTING.md and the changelog are for those who work on the program. */
const SHOWN = PAGES.filter((page) => /^(?:README|docs\/)/.test(page))
const fences = SHOWN.flatMap(fencesOf)
const filesOf = (page: string): Record<string, string> =>
  Object.fromEntries(
    fences.filter((each) => each.page === page && each.word.includes('.')).map((f) => [f.word, f.body]),
  )
const isLedger = ({ rows: [head] }: { rows: string[][] }) => LEDGER.every((name, i) => head?.[i] === name)

/** Writes reports into a ledger, as people do. */
async function fill(path: string, [head = [], ...reports]: string[][]): Promise<void> {
  const rows = (await readSheet(readFileSync(path))) as (string | number | Date | null)[][]
  const at = (name: string) => rows[0]?.indexOf(name) ?? -1
  for (const report of reports) {
    const row = rows.find((each) => each[at('序号')] === report[0])
    for (const [i, name] of head.entries()) if (i > 0 && row && report[i]) row[at(name)] = report[i] as string
  }
  writeFileSync(path, await writeXlsx({ sheets: [{ name: '台账', rows }] }))
}

/** Puts what commands print in place of what a page shows. */
function rewrite(page: string, printed: Map<Command, string>): void {
  const lines = textOf(page).split(/(?<=\n)/)
  for (const [{ line, command, output }, now] of [...printed].reverse()) {
    const from = line - 1 + command.split('\n').length
    lines.splice(from, output.split('\n').length - 1, now)
  }
  writeFileSync(join(ROOT, page), lines.join(''))
}

type Step = Command | { line: number; rows: string[][] }

describe.each(SHOWN.filter((page) => fences.some((each) => each.page === page && each.language === 'console')))(
  '%s',
  (page) => {
    const files = filesOf(page)
    let folder: ReturnType<typeof scratch>
    beforeAll(() => {
      folder = folderFor(files)
    })
    const printed = new Map<Command, string>()
    afterAll(() => {
      folder.drop()
      if (process.env.UPDATE) rewrite(page, printed)
    })

    const commands = fences.filter((each) => each.page === page && each.language === 'console').flatMap(commandsOf)
    const steps: Step[] = [...commands, ...tablesOf(page).filter(isLedger)].sort((a, b) => a.line - b.line)
    for (const step of steps) {
      if ('rows' in step) test(`line ${step.line}: filled in`, () => fill(join(folder.path, '台账.xlsx'), step.rows))
      else {
        test.skipIf(!canRun(step.command, files))(`line ${step.line}: ${step.command}`, async () => {
          const { status, stdout } = await run(step.command, folder.path)
          if (process.env.UPDATE && status === 0) printed.set(step, stdout)
          else expect(stdout).toBe(step.output)
          expect(status).toBe(0)
        })
      }
    }
  },
)

test('every fence is of a kind that is tried, or shows what a program reads or writes', () => {
  const tried = ['console', 'sh', 'js', 'ts']
  const read = ['text', 'json', 'yaml', 'html', 'markdown', 'python']
  expect(fences.filter(({ language }) => ![...tried, ...read].includes(language))).toEqual([])
  for (const page of SHOWN) {
    const marks = textOf(page).match(/^```/gm) ?? []
    expect([page, marks.length]).toEqual([page, 2 * fences.filter((each) => each.page === page).length])
  }
  expect(fences.filter(({ language, word }) => language === 'python' && !word.endsWith('.py'))).toEqual([])
})

test('both READMEs show the same', () => {
  const shown = (page: string) =>
    fences.filter((each) => each.page === page).map(({ language, word }) => [language, word])
  const commands = (page: string) =>
    fences.filter((each) => each.page === page && each.language === 'console').map((each) => each.body)
  expect(commands('README.md')).toHaveLength(2)
  expect(shown('README.zh-CN.md')).toEqual(shown('README.md'))
  expect(commands('README.zh-CN.md')).toEqual(commands('README.md'))
})

describe('commands that print nothing to show', async () => {
  /** They install, need what is installed, or several machines. */
  const beyond = /\bnpm (?:install|cit|run)\b|\bparallel\b/
  const needsInstalled = /\bman (?:planparse|-l)\b/
  const shell = fences.filter(({ language, word, body }) => language === 'sh' && word === '' && !beyond.test(body))

  /** Everything that they name. */
  const made = scratch({ '通知.txt': NOTICE })
  for (const name of ['计划.json', '台账.xlsx'])
    await inProcess({ argv: ['-q', '-o', name, '通知.txt'], cwd: made.path })
  const ledger = readFileSync(join(made.path, '台账.xlsx'))
  const plan = made.read('计划.json')
  made.drop()
  const word = readFileSync(join(ROOT, 'fixtures/docx-numbering/input.docx'))
  const pdf = readFileSync(join(ROOT, 'fixtures/pdf-text/input.pdf'))
  const table = readFileSync(join(ROOT, 'fixtures/task-table/input.xlsx'))
  const FILES = {
    '通知.txt': NOTICE,
    '通知.docx': word,
    '通知.pdf': pdf,
    '附件.xlsx': table,
    '分解表.xlsx': table,
    '台账.xlsx': ledger,
    '计划.json': plan,
    '各单位交回/甲.xlsx': ledger,
    '文件夹/通知.txt': NOTICE,
    '2023/一季度/通知.docx': word,
    'notices.ndjson': `${JSON.stringify({ id: 1, text: NOTICE })}\n`,
    上次: '',
    'planparse.cjs': readFileSync(join(ROOT, 'dist/offline/planparse.cjs')),
    '.zfunc/other': '',
    '.config/fish/completions/other': '',
  }

  test('there are such', () => expect(shell.length).toBeGreaterThan(6))

  describe.each(shell)('$page, line $line', (fence: Fence) => {
    let folder: ReturnType<typeof scratch>
    beforeAll(() => {
      folder = folderFor(FILES)
    })
    afterAll(() => folder.drop())

    for (const line of fence.body.replaceAll(/ *\\\n */g, ' ').split('\n')) {
      const command = line.replace(/(?:^| {2,})#.*$/, '').trim()
      if (command === '' || needsInstalled.test(command)) continue
      test.skipIf(!canRun(command, {}))(command, async () => {
        expect(await run(command, folder.path)).toMatchObject({ status: 0 })
      })
    }
  })
})

describe('programs', () => {
  const MODULES: Record<string, string> = {
    planparse: 'index',
    'planparse/unified': 'unified',
    'planparse/schema': 'schema',
  }
  const load = (name: string) => (MODULES[name] ? import(`../../src/${MODULES[name]}.ts`) : import(name))
  // Those of docs/library.md print what is below them: tests/library/docs.test.ts.
  const programs = fences.filter(
    ({ language, page }) => (language === 'js' || language === 'ts') && page !== 'docs/library.md',
  )

  test.each(programs)('$page, line $line', async ({ body }) => {
    const printed: unknown[][] = []
    const source = body.replaceAll(/^import (.+) from '(.+)'$/gm, (_, names: string, from: string) => {
      const taken = names.startsWith('{') ? names : `{ default: ${names} }`
      return `const ${taken} = await load('${from}')`
    })
    const Program = Object.getPrototypeOf(async () => {}).constructor
    await new Program('load', 'text', 'console', source)(load, NOTICE, {
      log: (...all: unknown[]) => printed.push(all),
    })
    expect(printed.length > 0).toBe(body.includes('console.log'))
  })
})
