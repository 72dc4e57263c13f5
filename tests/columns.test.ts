/** docs/columns.md lists the columns and presets that there are. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { COLUMNS } from '../src/write/columns.ts'
import { KEYS, PRESETS } from '../src/write/layout.ts'

const page = readFileSync(join(import.meta.dirname, '../docs/columns.md'), 'utf8')

/** The rows of the table whose first heading is `head`, without the headings. */
function tableOf(head: string): string[][] {
  const table = page.split('\n\n').find((block) => block.startsWith(`| ${head} |`)) ?? ''
  const rows = table.trim().split('\n').slice(2)
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

test('docs/columns.md lists every column with its headings', () => {
  expect(tableOf('key').map((row) => row.slice(0, 3))).toEqual(COLUMNS.map(({ key, zh, en }) => [`\`${key}\``, zh, en]))
})

test('docs/columns.md lists every preset with its columns', () => {
  const presets = Object.entries(PRESETS).map(([name, { choices }]) => [
    `\`${name}\``,
    choices.map(({ key }) => `\`${key}\``).join(' '),
  ])
  expect(tableOf('preset').map(([name, , columns]) => [name, columns])).toEqual(presets)
})

test('keys and headings are unique: each can be named by itself', () => {
  const names = [...COLUMNS.flatMap(({ key, zh }) => [key, zh]), 'extras']
  expect(new Set(names).size).toBe(names.length)
  expect(new Set(COLUMNS.map(({ en }) => en)).size).toBe(COLUMNS.length)
  expect(KEYS).toContain('extras')
})
