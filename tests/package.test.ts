/** What the package promises about itself. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FAULTS, PlanparseError } from '../src/error.ts'
import { MESSAGES } from '../src/message.ts'
import { VERSION } from '../src/version.ts'

const root = join(import.meta.dirname, '..')
const read = (name: string) => readFileSync(join(root, name), 'utf8')

test('the version stands in one place more, and is the same there', () => {
  expect(JSON.parse(read('package.json')).version).toBe(VERSION)
  expect(read('CHANGELOG.md')).toContain(`## ${VERSION}`)
})

test('docs/messages.md lists every code, and no other', () => {
  const listed = Array.from(read('docs/messages.md').matchAll(/^\| `([a-z-]+)`/gm), ([, code]) => code)
  expect(listed.sort()).toEqual([...Object.keys(MESSAGES), ...Object.keys(FAULTS)].sort())
})

test.each(Object.keys(FAULTS) as (keyof typeof FAULTS)[])('%s is one sentence in each language', (code) => {
  const error = new PlanparseError(code, { name: 'x', near: 'y', known: ['y', 'z'] })
  expect(error.in('zh')).toBe(error.message)
  for (const lang of ['zh', 'en'] as const) expect(error.in(lang)).toMatch(/^[^\n]{5,}[^。.\n]$/)
  expect(error.in('en')).not.toMatch(/\p{Script=Han}/u)
})
