/** The output formats: a row each. */
import { PlanparseError } from '../error.ts'
import type { Plan } from '../plan.ts'
import { json } from './json.ts'
import { ndjson } from './ndjson.ts'
import type { WriteOptions, Writer } from './writer.ts'

export type { WriteOptions, Writing } from './writer.ts'

/** Writers that need a library are loaded when they are used: starting the program costs none of them. */
export const WRITERS = [
  { id: 'tree', extensions: [], open: async (options) => (await import('./tree.ts')).tree(options) },
  { id: 'json', extensions: ['.json'], open: json },
  { id: 'ndjson', extensions: ['.ndjson', '.jsonl'], open: ndjson },
  { id: 'csv', extensions: ['.csv'], open: async (options) => (await import('./csv.ts')).csv(options) },
  {
    id: 'markdown',
    extensions: ['.md', '.markdown'],
    open: async (options) => (await import('./markdown.ts')).markdown(options),
  },
  { id: 'text', extensions: ['.txt'], open: async (options) => (await import('./text.ts')).text(options) },
] as const satisfies readonly Writer[]

/** Formats that are planned, by the names and extensions they will have; until then they are refused by name. */
const PLANNED = ['xlsx', 'ics', 'html', 'docx', 'pdf']

export type Format = (typeof WRITERS)[number]['id']
export const FORMATS: readonly Format[] = WRITERS.map((writer) => writer.id)

/** The writer of a name. Throws `PlanparseError` for a name there is none of. */
export function writerOf(format: string, near?: string): Writer {
  const writer = WRITERS.find(({ id }) => id === format)
  if (writer) return writer
  const code = PLANNED.includes(format) ? 'format-not-built' : 'unknown-format'
  throw new PlanparseError(code, { name: format, near, known: FORMATS })
}

/** The format that a file name's extension names, built or planned; `null` for any other. */
export function formatOfName(name: string): string | null {
  const extension = /\.[^./\\]+$/.exec(name)?.[0].toLowerCase() ?? ''
  const writer = WRITERS.find(({ extensions }) => (extensions as readonly string[]).includes(extension))
  if (writer) return writer.id
  return PLANNED.includes(extension.slice(1)) ? extension.slice(1) : null
}

/** A plan in a format, as text. Rejects with `PlanparseError` (`unknown-format`) for a name there is none of. */
export async function writePlan(plan: Plan, format: Format, options: WriteOptions = {}): Promise<string> {
  const writing = await writerOf(format).open(options)
  return [writing.begin(), ...writing.plan(plan), await writing.end()].join('')
}
