/**
 * The labelled corpus: documents with their one correct reading. It is no part of the package; where it is absent these
 * tests are skipped, unless PLANPARSE_REQUIRE says that it must be there.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { needs, SHARED } from './needs.ts'

const root = join(import.meta.dirname, '..')

function score(script: string, ...args: string[]) {
  const run = spawnSync(process.execPath, [join(SHARED, 'corpus', script), ...args], { cwd: root, encoding: 'utf8' })
  return `${run.stdout}${run.stderr}exit ${run.status}`
}

describe.skipIf(!needs('corpus'))('the labelled corpus', () => {
  test('the founding documents are read perfectly', () => {
    const limits = 'perfect=1,document=1,textDeadlines=0.9'
    expect(score('score.mjs', '--diff', '--min', limits, join(SHARED, 'seeds'))).toMatch(/exit 0$/)
  })

  test('so are nearly all rows of the others', () => {
    const limits = 'perfect=0.98,each=0.9,document=0.97,textDeadlines=0.9,titles=0.95'
    expect(score('score.mjs', '--min', limits, join(SHARED, 'corpus/dev'))).toMatch(/exit 0$/)
  })

  test('every listed deadline phrase is read', () => {
    expect(score('score-deadlines.mjs', '--diff', '--min', '1', join(SHARED, 'corpus/deadlines.json'))).toMatch(
      /exit 0$/,
    )
  })
})
