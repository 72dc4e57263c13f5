/** What a run does not need it does not load. */
import { spawnSync } from 'node:child_process'
import { basename } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { docx, p } from '../read/docx-build.ts'
import { NOTICE, PROGRAM, scratch } from './hosts.ts'

let folder: ReturnType<typeof scratch> | undefined
afterEach(() => folder?.drop())

/** The parts of the program that a run loads; what it prints holds `output`. */
function loadedBy(argv: readonly string[], output: string): string[] {
  const code = `process.on('exit', () => console.error(Object.keys(require.cache).join('\\n')))
process.argv = [process.execPath, 'planparse', ...${JSON.stringify(argv)}]
require(${JSON.stringify(PROGRAM)})`
  const run = spawnSync(process.execPath, ['-e', code], { cwd: folder?.path, encoding: 'utf8' })
  expect(run.stdout).toContain(output)
  return run.stderr
    .trim()
    .split('\n')
    .map((path) => basename(path))
}

/** In order, without what several parts have in common: which of it there is, the bundler decides. */
const partsIn = (loaded: readonly string[]) => loaded.filter((name) => !name.startsWith('shared-')).sort()

const loadedFor = (name: string) => loadedBy(['-f', 'ndjson', name], '夯实基础')

test('a text loads no reader of another format, nor anything else that it does not need', () => {
  folder = scratch({ 'a.txt': NOTICE })
  expect(loadedFor('a.txt').sort()).toEqual(['planparse.cjs', 'planparse.js'])
})

test('a Word file loads the reader of Word files alone', () => {
  folder = scratch({
    'a.docx': docx(
      NOTICE.trim()
        .split('\n')
        .map((line) => p(line))
        .join(''),
    ),
  })
  expect(partsIn(loadedFor('a.docx'))).toEqual(['planparse.cjs', 'planparse.js', 'read-docx.cjs'])
})

test('a configuration loads what reads it, and only then', () => {
  folder = scratch({ 'a.txt': NOTICE, 'planparse.config.json': '{"year": 2023}' })
  expect(partsIn(loadedFor('a.txt'))).toEqual(['cli-read-config.cjs', 'planparse.cjs', 'planparse.js'])
  expect(loadedBy(['--no-config', '-f', 'ndjson', 'a.txt'], '夯实基础').sort()).toEqual([
    'planparse.cjs',
    'planparse.js',
  ])
})

test('a check loads the rules, and of the reporters what it needs', () => {
  folder = scratch({ 'a.txt': NOTICE })
  const loaded = ['cli-checking.cjs', 'planparse.cjs', 'planparse.js']
  expect(partsIn(loadedBy(['check', '--reporter', 'json', 'a.txt'], '"findings"'))).toEqual(loaded)
  expect(partsIn(loadedBy(['check', 'a.txt'], 'a.txt'))).toEqual([...loaded, 'report-text.cjs'])
})

test('help is there already; what the program tells of itself is loaded when it is asked for', () => {
  folder = scratch()
  const start = ['planparse.cjs', 'planparse.js']
  expect(loadedBy(['-h'], '示例').sort()).toEqual(start)
  expect(partsIn(loadedBy(['completion', 'bash'], 'complete'))).toEqual(['cli-reference.cjs', ...start])
  expect(partsIn(loadedBy(['schema', 'plan'], '$schema'))).toEqual(['cli-reference.cjs', ...start, 'schema.cjs'])
})
