/** The package as it is published: packed, put into an empty project, and used there as its readers will. */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, normalize, resolve } from 'node:path'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { transformSync } from 'esbuild'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NOTICE } from './cli/hosts.ts'

const root = resolve(import.meta.dirname, '..')
const bin = (name: string) => join(root, 'node_modules/.bin', name)

let folder: string
/** The project in which it is installed. */
let project: string
let tarball: Buffer
let packed: string[]
const installed = (name: string) => readFileSync(join(project, 'node_modules/planparse', name), 'utf8')

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'planparse-packed-'))
  project = join(folder, 'project')
  // A copy of what is in the repository, built: what is packed is as the sources are, and nobody's build is touched.
  const stage = join(folder, 'stage')
  for (const name of [
    'package.json',
    'README.md',
    'README.zh-CN.md',
    'CHANGELOG.md',
    'SECURITY.md',
    'LICENSE',
    'bin',
    'docs',
    'tests',
    'fixtures',
  ])
    cpSync(join(root, name), join(stage, name), { recursive: true })
  execFileSync(process.execPath, [bin('tsc'), '-p', root, '--outDir', join(stage, 'dist')])
  execFileSync(process.execPath, [join(root, 'scripts/library.mjs'), join(stage, 'dist')])
  for (const name of ['bin', 'offline', 'THIRD-PARTY.txt'])
    cpSync(join(root, 'dist', name), join(stage, 'dist', name), { recursive: true })
  const told = execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
    cwd: stage,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [{ filename, files }] = JSON.parse(told.toString())
  packed = files.map(({ path }: { path: string }) => path)
  tarball = readFileSync(join(folder, filename))
  install(join(folder, filename))
}, 300_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** As npm would, but that what it depends on is that of the repository: tests need no network. */
function install(file: string): void {
  const target = join(project, 'node_modules/planparse')
  mkdirSync(join(project, 'node_modules/.bin'), { recursive: true })
  mkdirSync(target)
  execFileSync('tar', ['xzf', file, '-C', target, '--strip-components', '1'])
  symlinkSync('../planparse/bin/planparse.js', join(project, 'node_modules/.bin/planparse'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(project, 'package.json'), '{"name":"office","type":"module","private":true}')
  writeFileSync(join(project, '通知.txt'), NOTICE)
}

function run(program: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: project, encoding: 'utf8' })
  return { status, stdout, stderr }
}

describe('what is in it', () => {
  test('is less than 980 KB', () => {
    expect(tarball.length).toBeLessThan(980_000)
  })

  test('is the program, the library and the documentation; no tests, no pictures, no sources', () => {
    const folders = new Set(
      packed.map((path) =>
        path
          .split('/')
          .slice(0, path.startsWith('dist/') ? 2 : 1)
          .join('/'),
      ),
    )
    for (const name of ['bin', 'docs', 'dist/bin', 'dist/index.js', 'dist/index.d.ts', 'LICENSE', 'README.md'])
      expect(folders).toContain(name)
    expect(
      packed.filter((path) => /^(?:tests|fixtures|src|scripts|docs\/images|dist\/(?:cli|offline))\b|\.map$/.test(path)),
    ).toEqual([])
  })

  test('is whole: every file that one of the library names is there', () => {
    const IMPORT = /(?:from\s|import\(|import\s)['"](\.[^'"]+)['"]/g
    const missing = packed
      .filter((path) => /^dist\/(?!bin).*\.(?:js|d\.ts)$/.test(path))
      .flatMap((path) =>
        Array.from(installed(path).matchAll(IMPORT), ([, to = '']) => normalize(join(dirname(path), to)))
          .flatMap((to) => (path.endsWith('.d.ts') ? to.replace(/\.(?:js|ts)$/, '.d.ts') : to))
          .filter((to) => !packed.includes(to))
          .map((to) => `${path} → ${to}`),
      )
    expect(missing).toEqual([])
  })

  test('names every package that it imports', () => {
    const { dependencies, optionalDependencies } = JSON.parse(installed('package.json'))
    const IMPORT = /(?:from\s|import\(|import\s)['"]((?:@[^/'"]+\/)?[a-z][^/'"]*)/g
    const used = packed
      .filter((path) => /^dist\/(?!bin).*\.(?:js|d\.ts)$/.test(path))
      .flatMap((path) => Array.from(installed(path).matchAll(IMPORT), ([, name = '']) => name))
    const known = [...Object.keys(dependencies), ...Object.keys(optionalDependencies)]
    expect([...new Set(used)].filter((name) => !known.includes(name)).sort()).toEqual([])
  })

  test('has the licences of what is built into the executable', () => {
    const { dependencies } = JSON.parse(installed('package.json'))
    // A file of its own in each worker.
    const { piscina: _, ...builtIn } = dependencies
    for (const [name, version] of Object.entries(builtIn))
      expect(installed('dist/THIRD-PARTY.txt')).toContain(`${name} ${version}, `)
  })

  test('publint finds nothing', async () => {
    const buffer = tarball.buffer.slice(tarball.byteOffset, tarball.byteOffset + tarball.byteLength) as ArrayBuffer
    const { messages, pkg } = await publint({ pack: { tarball: buffer }, strict: true })
    // It would have names of our own for what a browser has otherwise; every bundler knows the field.
    const told = messages.filter(({ code }) => code !== 'USE_EXPORTS_OR_IMPORTS_BROWSER')
    expect(told.map((each) => formatMessage(each, pkg as Record<string, unknown>, { color: false }))).toEqual([])
  })

  test('are the types wrong? Not for an ES module', async () => {
    const result = await checkPackage(createPackageFromTarballData(tarball))
    expect(result.types).toBeTruthy()
    // It is for `import`: `require` and resolution without `exports` are not promised.
    const others = ['node10', 'node16-cjs']
    const problems = 'problems' in result ? result.problems : []
    expect(problems.filter((each) => !('resolutionKind' in each && others.includes(each.resolutionKind)))).toEqual([])
    expect('entrypoints' in result && Object.keys(result.entrypoints).sort()).toEqual([
      '.',
      './package.json',
      './schema',
      './unified',
    ])
  })
})

describe('the command line', () => {
  const program = () => join(project, 'node_modules/.bin/planparse')
  test('tells its version, which is that of the package', () => {
    expect(run(program(), '--version')).toEqual({
      status: 0,
      stdout: `${JSON.parse(installed('package.json')).version}\n`,
      stderr: '',
    })
  })
  test('reads a notice and writes every format', () => {
    for (const name of ['json', 'ndjson', 'csv', 'xlsx', 'md', 'txt', 'ics', 'html'])
      expect(run(program(), '-q', '-o', `out.${name}`, '通知.txt')).toEqual({ status: 0, stdout: '', stderr: '' })
    expect(readdirSync(project).filter((name) => name.startsWith('out.'))).toHaveLength(8)
    expect(run(program(), '-f', 'ndjson', 'out.xlsx').stdout).toContain('完善台账管理制度')
    expect(run(program(), 'check', '通知.txt').stdout).toContain('[document-without-date]')
    expect(run(program(), 'merge', 'out.xlsx', 'out.json').status).toBe(0)
  })
  test('works on several cores', () => {
    const outcome = run(program(), '-o', 'several/', '--jobs', '2', '通知.txt')
    expect(outcome).toEqual({ status: 0, stdout: '', stderr: '' })
    expect(readdirSync(join(project, 'several'))).toEqual(['通知.json'])
  })
  test('has its manual where man looks', () => {
    const { man } = JSON.parse(installed('package.json'))
    expect(installed(man)).toMatch(/^\.TH PLANPARSE 1 /)
  })
})

/** What a program does with the library; every line is checked by the compiler, and then run. */
const CONSUMER = `
import { readFile } from 'node:fs/promises'
import { unified } from 'unified'
import { check, dueOf, parsePlan, PlanparseError, readDeadline, readPlan, readUnits, tasks, writePlan } from 'planparse'
import type { Deadline, Plan, PlanNode, Task } from 'planparse'
import planparse from 'planparse/unified'
import { jsonSchema, Plan as PlanSchema } from 'planparse/schema'

const plan: Plan = await readPlan(await readFile('通知.txt'), { year: 2023, withText: true, lang: 'en' })
const found: { task: Task; due: string | null }[] = []
for (const { task, sections } of tasks(plan)) {
  found.push({ task, due: dueOf(task) })
  const heading: string | undefined = sections[0]?.title
  void heading
}

// Unions narrow.
function when(deadline: Deadline): string {
  switch (deadline.kind) {
    case 'date': return deadline.due
    case 'recurring': return deadline.rrule ?? deadline.every
    case 'relative': return deadline.within
    case 'ongoing': case 'unrecognized': return deadline.raw
  }
}
function words(node: PlanNode): string {
  if (node.type === 'section') return node.children.map(words).join('')
  return node.type === 'task' ? node.text : node.value
}
for (const deadline of readDeadline('9月底前', { year: 2023 })) if (deadline.kind === 'date') deadline.due satisfies string

const csv: string = await writePlan(plan, 'csv')
const bytes: Uint8Array = await writePlan(plan, 'xlsx')
const again: Plan = unified().use(planparse, { year: 2023 }).parse('一、办结。')
const code = await readPlan(new Uint8Array(), { encoding: 'klingon' }).catch((error: unknown) =>
  error instanceof PlanparseError ? error.code : null)
if (code === 'unknown-encoding') void 0

// @ts-expect-error There is no such format.
await writePlan(plan, 'docs').catch(() => {})
// @ts-expect-error Nor such an option.
parsePlan('', { yaer: 2023 })

console.log(JSON.stringify({
  tasks: found.map(({ due }) => due),
  when: found.flatMap(({ task }) => task.deadlines.map(when)),
  words: words(plan.children[1]!),
  rules: check(plan).length > 0,
  units: readUnits('县财政局牵头').map(({ name, role }) => [name, role]),
  csv: csv.split('\\n').length,
  xlsx: bytes[0],
  again: again.type,
  code,
  valid: PlanSchema.safeParse(plan).success,
  schema: jsonSchema('plan').$id,
}))
`

describe('the library', () => {
  const OPTIONS = ['--noEmit', '--strict', '--target', 'es2022', '--types', 'node', '--noUncheckedIndexedAccess']
  test.each(['nodenext', 'bundler'])('compiles, with types that narrow, by the rules of %s', (resolution) => {
    writeFileSync(join(project, 'consumer.ts'), CONSUMER)
    const module = resolution === 'bundler' ? 'esnext' : resolution
    const outcome = run(
      process.execPath,
      bin('tsc'),
      ...OPTIONS,
      '--module',
      module,
      '--moduleResolution',
      resolution,
      'consumer.ts',
    )
    expect(outcome).toEqual({ status: 0, stdout: '', stderr: '' })
  })

  test('runs', () => {
    writeFileSync(join(project, 'consumer.js'), transformSync(CONSUMER, { loader: 'ts', format: 'esm' }).code)
    const outcome = run(process.execPath, 'consumer.js')
    expect(outcome).toMatchObject({ status: 0, stderr: '' })
    expect(JSON.parse(outcome.stdout)).toEqual({
      tasks: ['2023-06-30', '2023-12-31', null],
      when: ['2023-06-30', '2023-12-31', '持续推进'],
      words: expect.stringContaining('完善台账管理制度'),
      rules: true,
      units: [['县财政局', 'lead']],
      csv: 5,
      xlsx: 0x50,
      again: 'plan',
      code: 'unknown-encoding',
      valid: true,
      schema: 'urn:planparse:schema:plan:1',
    })
  })
})
