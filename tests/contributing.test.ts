/** What CONTRIBUTING.md shows as the change that something takes can be made: every diff in it applies. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8')
const sections = text.split(/^## /m).filter((section) => section.includes('```diff'))

test('there is one for a label, a deadline phrase, a format and a rule', () => {
  expect(sections).toHaveLength(4)
})

test.each(sections.map((section) => [section.split('\n', 1)[0] as string, section] as const))(
  '%s',
  (_title, section) => {
    const [, diff = ''] = /```diff\n([\s\S]*?\n)```/.exec(section) ?? []
    expect(diff).toMatch(/^\+ /m)
    const { status, stderr } = spawnSync('git', ['apply', '--check', '-'], { cwd: root, input: diff, encoding: 'utf8' })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  },
)

test('a new format stands on the pages that list them all', () => {
  const section = sections.find((each) => each.startsWith('A new output format'))
  for (const page of ['README.md', 'README.zh-CN.md', 'docs/formats.md']) expect(section).toContain(`+++ b/${page}\n`)
})

test('scripts that it names are there', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  for (const [, name = ''] of text.matchAll(/npm run ([a-z]+)/g)) expect(scripts).toHaveProperty(name)
})
