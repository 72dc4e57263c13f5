/**
 * The labelled corpus: documents with their one correct reading. It is no part of the package; where it is absent these
 * tests are skipped, unless PLANPARSE_REQUIRE says that it must be there.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const shared = resolve(root, process.env.PLANPARSE_CORPUS ?? '../shared')
const isThere = existsSync(join(shared, 'corpus/score.mjs'))
const isRequired = (process.env.PLANPARSE_REQUIRE ?? '').split(',').includes('corpus')

function score(script: string, ...args: string[]) {
  const run = spawnSync(process.execPath, [join(shared, 'corpus', script), ...args], { cwd: root, encoding: 'utf8' })
  return `${run.stdout}${run.stderr}exit ${run.status}`
}

describe.skipIf(!isThere && !isRequired)('the labelled corpus', () => {
  test('the founding documents are read perfectly', () => {
    const limits = 'perfect=1,document=1,textDeadlines=0.9'
    expect(score('score.mjs', '--diff', '--min', limits, join(shared, 'seeds'))).toMatch(/exit 0$/)
  })

  test('so are nearly all rows of the others', () => {
    const limits = 'perfect=0.98,each=0.9,document=0.97,textDeadlines=0.9,titles=0.95'
    expect(score('score.mjs', '--min', limits, join(shared, 'corpus/dev'))).toMatch(/exit 0$/)
  })

  test('every listed deadline phrase is read', () => {
    expect(score('score-deadlines.mjs', '--diff', '--min', '1', join(shared, 'corpus/deadlines.json'))).toMatch(
      /exit 0$/,
    )
  })
})
