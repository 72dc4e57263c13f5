/** docs/recognised.md says what is recognised; it is made from the tables (UPDATE=1 writes it anew). */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { RULES } from '../src/deadline/rules.ts'
import { NARRATIVE_HEADINGS } from '../src/terms/headings.ts'
import { type Field, LABELS } from '../src/terms/labels.ts'
import { MARKERS } from '../src/terms/markers.ts'
import { STATES } from '../src/terms/states.ts'
import { ROLE_VERBS } from '../src/terms/units.ts'

const FILE = join(import.meta.dirname, '../docs/recognised.md')
const code = (text: string) => `\`${text.replaceAll('|', '\\|')}\``
const list = (texts: readonly string[]) => texts.map(code).join(' ')

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

function fieldName(field: Field): string {
  return field.kind === 'unit' ? field.role : field.kind === 'text' ? 'the work' : field.kind
}

const PAGE = `# What is recognised

Made from the tables of the program by a test; edit the tables, not this page. Each row shows examples, not a list of
all it takes: wordings of the same build are read alike, in full and half width, with blanks inside.

## Numbering

Rows of one family are siblings however they are printed. Whether a number really is an item's is decided by the
sequence around it.

${table(
  ['style', 'family', 'examples'],
  MARKERS.map((row) => [row.id, row.family, list(Object.keys(row.examples))]),
)}

## Labels and column headings

${table(
  ['row', 'stands for', 'examples'],
  LABELS.map((row) => [row.id, fieldName(row.field), list(row.examples)]),
)}

## Roles in a clause

${table(
  ['role', 'examples'],
  ROLE_VERBS.map((row) => [row.role, list(row.examples)]),
)}

## Headings over narrative

${table(
  ['row', 'examples'],
  NARRATIVE_HEADINGS.map((row) => [row.id, list(row.examples)]),
)}

## States

How far a task is, where a report of progress opens with such words; 已完成初稿 says nothing of the task.

${table(
  ['state', 'examples', 'left alone'],
  STATES.map((row) => [row.zh, list(row.examples), list(row.rejects)]),
)}

## Deadlines

Read with the year 2023 and issued on 2023-05-30 where the phrase needs them.

${table(
  ['rule', 'examples'],
  RULES.map((rule) => [rule.id, list(Object.keys(rule.examples))]),
)}
`

test('the page of what is recognised is that of the tables', () => {
  if (process.env.UPDATE) writeFileSync(FILE, PAGE)
  expect(readFileSync(FILE, 'utf8')).toBe(PAGE)
})
