/** docs/ci: the workflows are run against an archive, as far as they are shell commands. */
import { spawnSync } from 'node:child_process'
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { SaxesParser } from 'saxes'
import { afterEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { NOTICE, PROGRAM, scratch } from '../cli/hosts.ts'
import { SarifLog } from '../report/sarif-shape.ts'
import { fencesOf, ROOT, textOf } from './pages.ts'

const BROKEN = NOTICE.replace('开展专项检查', '开展（专项检查')
const CHANGED = NOTICE.replace('办公室、法规科', '办公室')
const REPORT = /完成 (\d+) 份(?:，未变 (\d+) 份)?/

/** A command of a workflow; `always` where it is run though one before it has failed. */
interface Step {
  run: string
  always: boolean
}
type Workflow = Record<string, Step[]>

interface GitHub {
  jobs: Record<string, { steps: { uses?: string; run?: string; if?: string; with?: Record<string, string> }[] }>
}
interface GitLab {
  default: { before_script: string[] }
  [job: string]: { before_script?: string[]; script?: string[]; cache?: object; artifacts?: object }
}

const github: GitHub = parse(textOf('docs/ci/github.yml'))
const gitlab: GitLab = parse(textOf('docs/ci/gitlab.yml'))

/** All that is run but the installation. */
const isOurs = ({ run }: Step) => !run.startsWith('npm install')
const WORKFLOWS: Record<string, Workflow> = {
  github: Object.fromEntries(
    Object.entries(github.jobs).map(([name, { steps }]) => [
      name,
      steps.flatMap((step) =>
        step.run ? [{ run: step.run, always: step.if?.includes('!cancelled()') === true }] : [],
      ),
    ]),
  ),
  gitlab: Object.fromEntries(
    Object.entries(gitlab).flatMap(([name, { script }]) =>
      script ? [[name, [...gitlab.default.before_script, ...script].map((run) => ({ run, always: false }))]] : [],
    ),
  ),
}

let folder: ReturnType<typeof scratch> | undefined
afterEach(() => folder?.drop())

function archive(files: Record<string, string>) {
  const made = scratch({ 'bin/planparse': `#!/bin/sh\nexec "${process.execPath}" "${PROGRAM}" "$@"\n`, ...files })
  chmodSync(join(made.path, 'bin/planparse'), 0o755)
  folder = made
  return made
}

/** Runs a push through a workflow: what every job printed, and whether it failed. */
function push(workflow: Workflow, cwd: string) {
  const env = { ...process.env, PATH: `${join(cwd, 'bin')}${delimiter}${process.env.PATH}`, LANG: 'C.UTF-8' }
  let printed = ''
  let failed = false
  for (const steps of Object.values(workflow)) {
    let stopped = false
    for (const step of steps.filter(isOurs)) {
      if (stopped && !step.always) continue
      const done = spawnSync('bash', ['-e', '-c', step.run], { cwd, env, encoding: 'utf8' })
      printed += done.stdout + done.stderr
      stopped ||= done.status !== 0
    }
    failed ||= stopped
  }
  return { printed, failed }
}

const counted = (printed: string) =>
  REPORT.exec(printed)
    ?.slice(1)
    .map((count) => Number(count ?? 0))

test('the page shows the very files', () => {
  const shown = fencesOf('docs/recipes.md').filter(({ language }) => language === 'yaml')
  expect(shown.map(({ body }) => body)).toEqual([textOf('docs/ci/github.yml'), textOf('docs/ci/gitlab.yml')])
})

describe.skipIf(process.platform === 'win32').each(Object.entries(WORKFLOWS))('%s', (name, workflow) => {
  const FILES = { 'archive/2023/a.txt': NOTICE, 'archive/2023/b.txt': NOTICE, 'archive/c.txt': NOTICE }

  test('converts an archive, and passes', () => {
    const { path, list } = archive(FILES)
    const { printed, failed } = push(workflow, path)
    expect(failed).toBe(false)
    expect(counted(printed)).toEqual([3, 0])
    expect(list()).toEqual(
      expect.arrayContaining(['results/plans/2023/a.json', 'results/plans/2023/b.json', 'results/plans/c.json']),
    )
  })

  test('leaves out what is unchanged, and does what is', () => {
    const { path, read } = archive(FILES)
    push(workflow, path)
    expect(counted(push(workflow, path).printed)).toEqual([0, 3])
    writeFileSync(join(path, 'archive/c.txt'), CHANGED)
    expect(counted(push(workflow, path).printed)).toEqual([1, 2])
    expect(read('results/plans/c.json')).not.toContain('法规科')
  })

  test('fails on what the check finds, says where, and converts all the same', () => {
    const { path, read } = archive({ ...FILES, 'archive/bad.txt': BROKEN })
    const { printed, failed } = push(workflow, path)
    expect(failed).toBe(true)
    expect(counted(printed)).toEqual([4, 0])
    if (name === 'github') {
      expect(printed).toMatch(/^::error file=archive\/bad\.txt,line=6,/m)
      const sarif = SarifLog.parse(JSON.parse(read('plans.sarif')))
      expect(JSON.stringify(sarif)).toContain('bracket-unclosed')
    } else {
      expect(() => new SaxesParser().write(read('plans.xml')).close()).not.toThrow()
      expect(read('plans.xml')).toContain('bracket-unclosed')
    }
  })

  test('fails on what cannot be read, and does the rest', () => {
    const { path, list } = archive({ ...FILES, 'archive/cut.pdf': '%PDF-1.4' })
    expect(push(workflow, path).failed).toBe(true)
    expect(list()).toContain('results/plans/c.json')
    rmSync(join(path, 'archive/cut.pdf'))
    const again = push(workflow, path)
    expect([again.failed, counted(again.printed)]).toEqual([false, [0, 3]])
  })
})

test('what is kept from push to push holds the results and the manifest', () => {
  const caches = github.jobs.plans?.steps.filter(({ uses }) => uses?.startsWith('actions/cache/'))
  expect(caches?.map((step) => step.with?.path)).toEqual(['results', 'results'])
  expect(gitlab.convert?.cache).toMatchObject({ paths: ['results/'], when: 'always' })
  for (const [file, text] of [
    ['github', readFileSync(join(ROOT, 'docs/ci/github.yml'), 'utf8')],
    ['gitlab', readFileSync(join(ROOT, 'docs/ci/gitlab.yml'), 'utf8')],
  ] as const) {
    expect([file, text.match(/--manifest results\/\S+ --resume/g)?.length]).toEqual([file, 1])
  }
})

test('what is uploaded is what is written', () => {
  const uploads = github.jobs.plans?.steps.flatMap(({ with: given }) => given?.sarif_file ?? [])
  expect(uploads).toEqual(['plans.sarif'])
  expect(gitlab.check?.artifacts).toMatchObject({ reports: { junit: 'plans.xml' } })
})
