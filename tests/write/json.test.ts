import { expect, test } from 'vitest'
import { Plan, TaskRecord } from '../../src/plan.ts'
import { WRITERS, type WriteOptions, writePlan, writerOf } from '../../src/write/index.ts'
import { plan, samplePlan } from '../plans.ts'

async function several(format: string, options: WriteOptions, count: number): Promise<string> {
  const writing = await writerOf(format).open(options)
  const plans = Array.from({ length: count }, samplePlan)
  const pieces = plans.flatMap((each, i) => [i > 0 ? (writing.between ?? '') : '', ...writing.plan(each)])
  return [writing.begin(), ...pieces, await writing.end(count)].join('')
}

test.each([{}, { indent: true }])('one plan is one object: %j', async (options) => {
  const text = await writePlan(samplePlan(), 'json', options)
  expect(Plan.parse(JSON.parse(text))).toEqual(samplePlan())
  expect(text.trimEnd().split('\n').length > 1).toBe('indent' in options)
})

test.each([
  [{ several: true }, 0],
  [{ several: true }, 1],
  [{ several: true }, 3],
  [{ array: true }, 1],
  [{ several: true, indent: true }, 2],
])('several plans are an array: %j of %i', async (options, count) => {
  const parsed = JSON.parse(await several('json', options, count))
  expect(parsed).toEqual(Array.from({ length: count }, samplePlan))
})

test('lone surrogates and controls survive', async () => {
  const odd = samplePlan()
  odd.document.title = 'a\ud800\u0000\u2028b'
  expect(JSON.parse(await writePlan(odd, 'json')).document.title).toBe('a\ud800\u0000\u2028b')
})

test('ndjson is a record a line', async () => {
  const lines = (await several('ndjson', {}, 2)).trimEnd().split('\n')
  expect(lines).toHaveLength(4)
  for (const line of lines) expect(() => TaskRecord.parse(JSON.parse(line))).not.toThrow()
  expect(await writePlan(plan([]), 'ndjson')).toBe('')
})

test('a format there is none of is refused by name', async () => {
  await expect(writePlan(samplePlan(), 'xml' as 'json')).rejects.toMatchObject({ code: 'unknown-format' })
  await expect(writePlan(samplePlan(), 'pdf' as 'json')).rejects.toMatchObject({ code: 'format-not-built' })
})

test('each writer gives the same twice', async () => {
  for (const { id } of WRITERS) expect(await writePlan(samplePlan(), id)).toEqual(await writePlan(samplePlan(), id))
})
