/** The output formats: a row each. */
import { PlanparseError } from '../error.ts'
import type { Plan } from '../plan.ts'
import { byUnit } from '../units.ts'
import { json } from './json.ts'
import { ndjson } from './ndjson.ts'
import type { Piece, WriteOptions, Writer } from './writer.ts'

export type { WriteOptions, Writing } from './writer.ts'

/** Writers that need a library are loaded when they are used: starting the program costs none of them. */
export const WRITERS = [
  {
    id: 'tree',
    extensions: [],
    byUnit: true,
    paints: true,
    leavesOutEmpty: true,
    open: async (options) => (await import('./tree.ts')).tree(options),
  },
  { id: 'json', extensions: ['.json'], byUnit: true, open: json },
  { id: 'ndjson', extensions: ['.ndjson', '.jsonl'], byUnit: true, open: ndjson },
  {
    id: 'csv',
    extensions: ['.csv'],
    tabular: true,
    byUnit: true,
    gathers: ({ preset, columns }) => preset !== undefined || columns !== undefined,
    open: async (options) => (await import('./csv.ts')).csv(options),
  },
  {
    id: 'xlsx',
    extensions: ['.xlsx'],
    tabular: true,
    byUnit: true,
    binary: true,
    needsText: true,
    gathers: true,
    open: async (options) => (await import('./xlsx.ts')).xlsx(options),
  },
  {
    id: 'markdown',
    extensions: ['.md', '.markdown'],
    tabular: true,
    byUnit: true,
    open: async (options) => (await import('./markdown.ts')).markdown(options),
  },
  {
    id: 'text',
    extensions: ['.txt'],
    byUnit: true,
    open: async (options) => (await import('./text.ts')).text(options),
  },
  {
    id: 'ics',
    extensions: ['.ics'],
    byUnit: true,
    gathers: true,
    notes: async (plan) => (await import('./ics.ts')).notesOf(plan),
    open: async (options) => (await import('./ics.ts')).ics(options),
  },
  {
    id: 'html',
    extensions: ['.html', '.htm'],
    needsText: true,
    open: async (options) => (await import('./html.ts')).html(options),
  },
] as const satisfies readonly Writer[]

/** Formats that are planned, by the names and extensions they will have; until then they are refused by name. */
const PLANNED = ['docx', 'pdf']

/** The name of an output format. */
export type Format = (typeof WRITERS)[number]['id']
export const FORMATS: readonly Format[] = WRITERS.map((writer) => writer.id)
export const EXTENSIONS: readonly string[] = WRITERS.flatMap((writer): readonly string[] => writer.extensions)

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

/** The writer of `--summary`, in place of one for the tasks. Throws `PlanparseError` for a format that has none. */
export function summaryWriter(format: string): Writer {
  if (format === 'json') {
    return {
      id: 'json',
      extensions: ['.json'],
      gathers: true,
      open: async (o) => (await import('./summary.ts')).summaryJson(o),
    }
  }
  // `text` is what `-o summary.txt` names.
  if (!['tree', 'text'].includes(format)) throw new PlanparseError('summary-not-in-format', format)
  return {
    id: 'tree',
    extensions: [],
    paints: true,
    gathers: true,
    open: async (o) => (await import('./summary.ts')).summaryText(o),
  }
}

/** Throws `PlanparseError` where tasks are asked for by unit of a writer that cannot. */
export function refuseByUnit(writer: Writer): void {
  if (writer.byUnit) return
  const able: readonly Writer[] = WRITERS.filter((each: Writer) => each.byUnit)
  throw new PlanparseError('by-not-for-format', { name: writer.id, known: able.map(({ id }) => id) })
}

type BinaryFormat = Extract<(typeof WRITERS)[number], { binary: true }>['id']
/** Formats with columns, which `preset` and `columns` choose. */
export const TABLES: readonly string[] = WRITERS.filter((writer: Writer) => writer.tabular).map(({ id }) => id)

/**
 * A plan in a format: bytes of a spreadsheet, text of all others. Rejects with `PlanparseError` for a name of a
 * format, a preset or a column that there is none of.
 */
export function writePlan(plan: Plan, format: BinaryFormat, options?: WriteOptions): Promise<Uint8Array>
export function writePlan(plan: Plan, format: Exclude<Format, BinaryFormat>, options?: WriteOptions): Promise<string>
export function writePlan(plan: Plan, format: Format, options?: WriteOptions): Promise<string | Uint8Array>
export async function writePlan(plan: Plan, format: Format, options: WriteOptions = {}): Promise<string | Uint8Array> {
  const writer = writerOf(format)
  if (options.by) refuseByUnit(writer)
  const writing = await writer.open(options)
  const groups = options.by && byUnit(plan)
  const pieces = [writing.begin(), ...writing.plan(plan, groups), await writing.end(1)]
  return writer.binary ? bytesOf(pieces) : pieces.join('')
}

function bytesOf(pieces: readonly Piece[]): Uint8Array {
  const parts = pieces.map((piece) => (typeof piece === 'string' ? new TextEncoder().encode(piece) : piece))
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
