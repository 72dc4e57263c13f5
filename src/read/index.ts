/**
 * Input formats: one row and one file each. `auto` asks each format in turn whether the text is its own.
 */
import { PlanparseError } from '../error.ts'
import type { Source } from '../stages.ts'
import { readLines } from './text.ts'

interface Format {
  id: string
  /** File name extensions, without the dot. */
  extensions: readonly string[]
  read(text: string): Pick<Source, 'blocks' | 'lines' | 'notes'>
}

export const FORMATS = [
  { id: 'text', extensions: ['txt', 'text'], read: (text) => ({ blocks: readLines(text), lines: true, notes: [] }) },
] as const satisfies readonly Format[]

export type InputFormat = (typeof FORMATS)[number]['id']

/** Reads a text in a format. Throws `PlanparseError` for one that is not known. */
export function readSource(text: string, format: string, encoding: string): Source {
  const row = format === 'auto' ? FORMATS[0] : FORMATS.find((each) => each.id === format)
  if (!row) throw new PlanparseError('unknown-format', { name: format, known: ['auto', ...FORMATS.map((each) => each.id)] })
  return { text, format: row.id, encoding, ...row.read(text) }
}
