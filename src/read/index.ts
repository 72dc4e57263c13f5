/**
 * Input formats: one row and one file each. `auto` asks the formats in order whether a text is their own.
 */
import { PlanparseError } from '../error.ts'
import type { Source } from '../stages.ts'
import { looksLikeMarkdown } from './detect.ts'
import { readText } from './text.ts'

/** What a reader makes of a text. */
export type Reading = Pick<Source, 'blocks' | 'lines' | 'notes' | 'markup'>
export type Reader = (text: string) => Reading

interface Format {
  id: string
  /** File name extensions, without the dot. */
  extensions: readonly string[]
  detect(text: string): boolean
  /** Loads the reader; heavy libraries come with it and not before. */
  load(): Promise<Reader>
}

export const FORMATS = [
  {
    id: 'markdown',
    extensions: ['md', 'markdown'],
    detect: looksLikeMarkdown,
    load: async () => (await import('./markdown.ts')).readMarkdown,
  },
  // The last: every text is plain text.
  { id: 'text', extensions: ['txt', 'text'], detect: () => true, load: async () => readText },
] as const satisfies readonly Format[]

export type InputFormat = (typeof FORMATS)[number]['id']

/** The format of a text. Throws `PlanparseError` for a name that is not known. */
export function formatOf(text: string, format: string): InputFormat {
  const row = (FORMATS as readonly Format[]).find((each) =>
    format === 'auto' ? each.detect(text) : each.id === format,
  )
  if (!row)
    throw new PlanparseError('unknown-format', { name: format, known: ['auto', ...FORMATS.map((each) => each.id)] })
  return row.id as InputFormat
}

/** Loads the reader of a format. */
export function loadReader(format: InputFormat): Promise<Reader> {
  return (FORMATS.find((row) => row.id === format) as Format).load()
}
