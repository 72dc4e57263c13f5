/** What planparse tells of itself: JSON Schemas, completion of command lines, the manual page. */
import type { SchemaName } from '../schema.ts'
import { completion, type Shell } from './completion.ts'
import { singleDestination } from './destination.ts'
import type { Io } from './io.ts'
import { manPage } from './man.ts'
import type { Reference } from './options.ts'

export async function reference(request: Reference, io: Io): Promise<number> {
  const { output } = request
  const text = await textOf(request)
  const nothing = { several: false, inputs: () => [], besides: [] }
  const sink = singleDestination(output, nothing, io).open(null)
  await sink.write(text)
  await sink.finish()
  return 0
}

async function textOf({ kind, name, lang }: Reference): Promise<string> {
  if (kind === 'completion') return completion(name as Shell, lang)
  if (kind === 'man') return manPage(lang)
  const { jsonSchema } = await import('../schema.ts')
  return `${JSON.stringify(jsonSchema(name as SchemaName), null, 2)}\n`
}
