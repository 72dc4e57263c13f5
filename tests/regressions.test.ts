/** What fuzzing has found, tried again: each file of `tests/regressions` is a case that failed once (`npm run fuzz`). */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Case, faultsOf } from './fuzz/cases.ts'

const FOLDER = join(import.meta.dirname, 'regressions')

test.each(readdirSync(FOLDER))('%s', async (name) => {
  expect(await faultsOf(JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Case)).toEqual([])
})
