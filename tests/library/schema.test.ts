/** The JSON Schemas: what the program writes is valid by them, as another program's validator sees it. */
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { check, parsePlan, tasks, toRecord, writePlan } from '../../src/index.ts'
import { jsonSchema, SCHEMA_NAMES, type SchemaName } from '../../src/schema.ts'
import { inProcess, NOTICE, scratch } from '../cli/hosts.ts'

function isValid(name: SchemaName, data: unknown): boolean {
  return new Ajv2020({ strict: true }).compile(jsonSchema(name))(data)
}

const plan = parsePlan(`${NOTICE}三、其他（完成时限：适时）\n`, { withText: true })
const lines = (text: string) => text.trimEnd().split('\n')

/** Something that the program made, for each schema. */
const MADE: Record<SchemaName, () => Promise<unknown[]> | unknown[]> = {
  plan: () => [plan],
  task: () => Array.from(tasks(plan), (placed) => toRecord(plan, placed)),
  'unit-list': async () => [JSON.parse(await writePlan(plan, 'json', { by: 'unit' }))],
  'unit-task': async () => lines(await writePlan(plan, 'ndjson', { by: 'unit' })).map((line) => JSON.parse(line)),
  summary: async () => [JSON.parse(await stdoutOf('--summary', '-f', 'json'))],
  message: () => plan.messages,
  check: async () => [JSON.parse(await stdoutOf('check', '--reporter', 'json'))],
  verify: async () => [JSON.parse(await stdoutOf('verify', '--map', '-f', 'json'))],
  config: async () => [JSON.parse(await stdoutOf('--print-config'))],
}

async function stdoutOf(...argv: string[]): Promise<string> {
  const folder = scratch()
  try {
    return (await inProcess({ argv, cwd: folder.path, stdin: NOTICE })).stdout
  } finally {
    folder.drop()
  }
}

describe.each(SCHEMA_NAMES)('%s', (name) => {
  test('takes what the program makes', async () => {
    const made = await MADE[name]()
    expect(made.length).toBeGreaterThan(0)
    for (const data of made) expect(isValid(name, data)).toBe(true)
  })
  test('refuses what it does not', async () => {
    const [first] = await MADE[name]()
    expect(isValid(name, { ...(first as object), colour: 'red' })).toBe(false)
    expect(isValid(name, null)).toBe(false)
  })
  test('tells its version', () => {
    expect(jsonSchema(name)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `urn:planparse:schema:${name}:1`,
      title: expect.any(String),
    })
  })
  test('names its parts', () => {
    for (const part of Object.keys((jsonSchema(name).$defs ?? {}) as object)) expect(part).toMatch(/^[A-Z]/)
  })
})

test('a plan of another version is none of this', () => {
  expect(isValid('plan', { ...plan, version: 2 })).toBe(false)
})

test('what a check finds is not in a plan', () => {
  expect(isValid('message', check(plan)[0])).toBe(false)
})
