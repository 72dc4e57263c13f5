/** What a run does not need it does not load. */
import { spawnSync } from 'node:child_process'
import { basename } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { docx, p } from '../read/docx-build.ts'
import { NOTICE, PROGRAM, scratch } from './hosts.ts'

let folder: ReturnType<typeof scratch> | undefined
afterEach(() => folder?.drop())

/** The parts of the program that reading a file loads. */
function loadedFor(name: string): string[] {
  const code = `process.on('exit', () => console.error(Object.keys(require.cache).join('\\n')))
process.argv = [process.execPath, 'planparse', '-f', 'ndjson', ${JSON.stringify(name)}]
require(${JSON.stringify(PROGRAM)})`
  const run = spawnSync(process.execPath, ['-e', code], { cwd: folder?.path, encoding: 'utf8' })
  expect(run.stdout).toContain('夯实基础')
  return run.stderr
    .trim()
    .split('\n')
    .map((path) => basename(path))
}

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
  expect(loadedFor('a.docx').sort()).toEqual(['planparse.cjs', 'planparse.js', 'read-docx.cjs'])
})
