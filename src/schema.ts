/**
 * The schemas of what planparse writes and of its configuration: zod schemas, and the JSON Schemas made from them.
 * The only module of the library that loads zod.
 */
import * as z from 'zod'
import { Config } from './config.ts'
import * as contract from './plan.ts'

export { Config } from './config.ts'
export * from './plan.ts'

/** The names of all JSON Schemas, as `planparse schema` takes them. */
export const SCHEMA_NAMES = [
  'plan',
  'task',
  'unit-list',
  'unit-task',
  'summary',
  'message',
  'check',
  'verify',
  'config',
] as const
/** The name of a JSON Schema. */
export type SchemaName = (typeof SCHEMA_NAMES)[number]

/** What there is a JSON Schema of: its version, what it is, its zod schema. */
const SCHEMAS: Readonly<Record<SchemaName, { version: number; title: string; schema: z.ZodType }>> = {
  plan: { version: 1, title: 'The plan tree (planparse -f json, of one input)', schema: contract.Plan },
  task: { version: 1, title: 'A line of the task list (planparse -f ndjson)', schema: contract.TaskRecord },
  'unit-list': { version: 1, title: 'The plan by unit (planparse -f json --by unit)', schema: contract.UnitList },
  'unit-task': {
    version: 1,
    title: 'A line of the task list by unit (planparse -f ndjson --by unit)',
    schema: contract.UnitTaskRecord,
  },
  summary: { version: 1, title: 'How much there is of what (planparse --summary)', schema: contract.SummaryReport },
  message: { version: 1, title: 'A message about a document', schema: contract.Message },
  check: { version: 1, title: 'What planparse check --reporter json prints', schema: contract.CheckReport },
  verify: { version: 1, title: 'What planparse verify -f json prints', schema: contract.VerifyReport },
  config: { version: 1, title: 'planparse.config.json', schema: Config },
}

/**
 * A JSON Schema (draft 2020-12) as plain data, with an `$id` that tells its version: `urn:planparse:schema:plan:1`.
 * Within a version fields may be added, none goes and none changes its meaning.
 */
export function jsonSchema(name: SchemaName): Record<string, unknown> {
  const { version, title, schema } = SCHEMAS[name]
  const { $schema, ...rest } = z.toJSONSchema(schema, { metadata: names() })
  return { $schema, $id: `urn:planparse:schema:${name}:${version}`, title, ...rest }
}

/** Parts go by their names, each once. */
function names(): z.core.$ZodRegistry<{ id: string }> {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(contract)) registry.add(schema as z.ZodType, { id })
  return registry
}
