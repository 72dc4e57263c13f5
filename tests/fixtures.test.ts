/**
 * Documents written for the project, a folder a case: `input.txt` and what is read from it, `expected.json`; the same
 * document in other formats, `input.docx` and so on, gives the same tasks. UPDATE=1 writes what is expected anew: look
 * at every line of the difference before keeping it.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPlan } from '../src/parse.ts'
import { parsePlan } from '../src/parse-text.ts'
import { Plan, type Unit } from '../src/plan.ts'
import { dueOf, headingOf, tasks } from '../src/tasks.ts'

const FIXTURES = join(import.meta.dirname, '../fixtures')

/** What a person would check: without places in the text, which other tests hold. */
function summary(plan: Plan) {
  const { references, deadlines, text: _text, ...document } = plan.document
  return {
    document: {
      ...document,
      references: references.map((r) => [r.title, r.number]),
      deadlines: deadlines.map((d) => d.raw),
    },
    messages: plan.messages.map(({ code, position }) => `${position?.start.line ?? 1} ${code}`),
    tasks: Array.from(tasks(plan), ({ task, sections }) => ({
      id: task.id,
      sections: sections.map(headingOf),
      marker: task.marker,
      title: task.title,
      text: task.text,
      units: task.units.map(
        (unit: Unit) => `${unit.role} ${unit.name}${unit.source === 'annotation' ? '' : ` (${unit.source})`}`,
      ),
      deadlines: task.deadlines.map(({ position: _position, ...deadline }) => deadline),
      due: dueOf(task),
      status: task.status,
      extra: task.extra.map(({ label, value }) => `${label}：${value}`),
    })),
  }
}

const cases = readdirSync(FIXTURES)
const others = cases.flatMap((name) =>
  readdirSync(join(FIXTURES, name))
    .filter((file) => file.startsWith('input.') && file !== 'input.txt')
    .map((file) => ({ name, file })),
)

test.each(cases)('%s', async (name) => {
  const plan = await readPlan(readFileSync(join(FIXTURES, name, 'input.txt')))
  expect(Plan.parse(plan)).toEqual(plan)
  const expectedFile = join(FIXTURES, name, 'expected.json')
  const found = summary(plan)
  if (process.env.UPDATE) writeFileSync(expectedFile, `${JSON.stringify(found, null, 2)}\n`)
  expect(found).toEqual(JSON.parse(readFileSync(expectedFile, 'utf8')))
})

/** Equal but for widths and white space; a table's cells may be merged where plain text repeats nothing. */
const plain = (value: unknown) =>
  JSON.parse(
    JSON.stringify(value)
      .normalize('NFKC')
      .replace(/\\n|\s/g, ''),
  )

test.each(others)('$name/$file gives the same tasks', async ({ name, file }) => {
  const path = join(FIXTURES, name, file)
  const plan = await readPlan(readFileSync(path), { path })
  expect(Plan.parse(plan)).toEqual(plan)
  expect(plan.source.format).toBe(file.endsWith('.md') ? 'markdown' : file.split('.')[1])
  const expected = JSON.parse(readFileSync(join(FIXTURES, name, 'expected.json'), 'utf8'))
  expect(plain(summary(plan).tasks)).toEqual(plain(expected.tasks))
})

/** Digits as a full-width keyboard types them, with the stops between and behind them. */
function wideDigits(text: string): string {
  return text.replace(/[0-9]|(?<=[0-9])\./g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
}

test.each(cases)('%s, with its digits in full width, says the same', async (name) => {
  const file = readFileSync(join(FIXTURES, name, 'input.txt'), 'utf8')
  const [narrow, wide] = [file, wideDigits(file)].map((text) => summary(parsePlan(text)))
  expect(plain(wide)).toEqual(plain(narrow))
})
