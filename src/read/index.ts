/**
 * Input formats: one row and one file each. What the bytes say comes before what the text says, and both before the
 * name of the file; `auto` asks in this order, and every name can be forced.
 */
import { PlanparseError } from '../error.ts'
import type { Source } from '../stages.ts'
import type { Terms } from '../terms/additions.ts'
import { listingKindOf, looksLikeCsv, looksLikeHtml, looksLikeMarkdown } from './detect.ts'
import { hasParts, isPdf } from './signatures.ts'
import { readText } from './text.ts'

/** What a reader makes of a text; `text` where it makes a text of its own (HTML without its tags), `map` if it knows. */
export type Reading = Pick<Source, 'blocks' | 'lines' | 'notes' | 'markup' | 'map' | 'meta' | 'listing'> & {
  text?: string
}
/** Reads a text; `terms` know the labels of the house. */
export type Reader = (text: string, terms: Terms) => Reading
/** What a reader makes of bytes that are no text. */
export type BinaryReading = Pick<Source, 'text' | 'blocks' | 'lines' | 'notes' | 'markup' | 'meta'> & {
  encoding?: string
}
export type BinaryReader = (bytes: Uint8Array) => Promise<BinaryReading>

interface Row {
  id: string
  /** File name extensions, without the dot. */
  extensions: readonly string[]
}
interface TextFormat extends Row {
  detect(text: string): boolean
  /** What a text must hold where only the name of its file says this format. */
  hint: RegExp
  /** Loads the reader; heavy libraries come with it and not before. */
  load(): Promise<Reader>
}
interface ByteFormat extends Row {
  detectBytes(bytes: Uint8Array): boolean
  loadBinary(): Promise<BinaryReader>
}

const BYTE_FORMATS = [
  {
    id: 'docx',
    extensions: ['docx', 'docm'],
    detectBytes: (bytes) => hasParts(bytes, 'word/'),
    loadBinary: async () => (await import('./docx.ts')).readDocx,
  },
  {
    id: 'pdf',
    extensions: ['pdf'],
    detectBytes: isPdf,
    loadBinary: async () => (await import('./pdf.ts')).readPdf,
  },
  {
    id: 'xlsx',
    extensions: ['xlsx', 'xlsm'],
    detectBytes: (bytes) => hasParts(bytes, 'xl/'),
    loadBinary: async () => (await import('./xlsx.ts')).readXlsx,
  },
] as const satisfies readonly ByteFormat[]

const TEXT_FORMATS = [
  {
    id: 'html',
    extensions: ['html', 'htm', 'shtml', 'xhtml'],
    detect: looksLikeHtml,
    hint: /<[a-z!]/i,
    load: async () => (await import('./html.ts')).readHtml,
  },
  {
    id: 'markdown',
    extensions: ['md', 'markdown'],
    detect: looksLikeMarkdown,
    // Lines of plain text would run together.
    hint: /^(?:#{1,6} |[-*+] |> |\|)|\*\*/m,
    load: async () => (await import('./markdown.ts')).readMarkdown,
  },
  {
    id: 'csv',
    extensions: ['csv', 'tsv'],
    detect: looksLikeCsv,
    hint: /[,\t;]/,
    load: async () => (await import('./csv.ts')).readCsv,
  },
  // The last: every text is plain text.
  { id: 'text', extensions: ['txt', 'text'], detect: () => true, hint: /^/, load: async () => readText },
] as const satisfies readonly TextFormat[]

export type TextFormatName = (typeof TEXT_FORMATS)[number]['id']
/** The name of an input format. */
export type InputFormat = TextFormatName | (typeof BYTE_FORMATS)[number]['id']

const ROWS: readonly Row[] = [...TEXT_FORMATS, ...BYTE_FORMATS]
/** The names of all input formats. */
export const INPUT_FORMATS: readonly string[] = ROWS.map((row) => row.id)
/** The extensions of all input formats, with the dot. */
export const INPUT_EXTENSIONS: readonly string[] = ROWS.flatMap((row) => row.extensions.map((name) => `.${name}`))

/** Throws `PlanparseError` for a name that is no input format. */
export function checkFormat(name: string): void {
  if (name === 'auto' || INPUT_FORMATS.includes(name)) return
  throw new PlanparseError('unknown-format', { name, known: ['auto', ...INPUT_FORMATS] })
}

/** The reader of bytes that are no text, with its format; `null` where they are to be decoded. */
export async function loadBinaryReader(
  bytes: Uint8Array,
  name: string,
): Promise<{ format: string; read: BinaryReader } | null> {
  const rows: readonly ByteFormat[] = BYTE_FORMATS
  const row = rows.find((each) => (name === 'auto' ? each.detectBytes(bytes) : each.id === name))
  if (row && !hasNode()) throw new PlanparseError('not-in-browser', row.id)
  return row ? { format: row.id, read: await row.loadBinary() } : null
}

/** Archives and PDF are opened with what Node brings; a browser has none of it (`browser` in package.json). */
function hasNode(): boolean {
  return typeof process !== 'undefined' && process.versions?.node !== undefined
}

/** The format of a text; its file's name counts where its words do not tell. */
export function formatOf(text: string, name: string, path: string | null = null): TextFormatName {
  const listing = name === 'auto' ? listingKindOf(text) : null
  if (listing) return listing
  const rows: readonly TextFormat[] = TEXT_FORMATS
  const told = rows.find((row) => (name === 'auto' ? row.detect(text) : row.id === name)) as TextFormat
  const extension = /\.([^./\\]+)$/.exec(path ?? '')?.[1]?.toLowerCase() ?? ''
  const named =
    name === 'auto' && told.id === 'text'
      ? rows.find((row) => row.extensions.includes(extension) && row.hint.test(text))
      : undefined
  return (named ?? told).id as TextFormatName
}

/** Loads the reader of a text format. */
export function loadReader(format: TextFormatName): Promise<Reader> {
  return (TEXT_FORMATS.find((row) => row.id === format) as TextFormat).load()
}
