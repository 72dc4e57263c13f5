/**
 * The walk of a document through the program. Each stage takes what the one before it made; only this file sees
 * several stages.
 */
import { annotate } from './annotate/index.ts'
import { isYear } from './deadline/calendar.ts'
import { divide } from './document/index.ts'
import { isSummaryAndPlan, yearOf } from './document/year.ts'
import { PlanparseError } from './error.ts'
import { layout } from './layout/index.ts'
import { type Lang, type Note, toMessage } from './message.ts'
import { outline } from './outline/index.ts'
import type { DocumentInfo, Message, Plan, PlanNode } from './plan.ts'
import { LineIndex } from './position.ts'
import { decode, type Utf8 } from './read/decode.ts'
import {
  checkFormat,
  formatOf,
  type InputFormat,
  loadBinaryReader,
  loadReader,
  type Reader,
  type TextFormatName,
} from './read/index.ts'
import { refuseKnown, refuseRubbish } from './read/signatures.ts'
import { resolve } from './resolve/index.ts'
import type { Annotate, Trace } from './resolve/nodes.ts'
import { findReferences } from './resolve/references.ts'
import { toDeadline } from './resolve/values.ts'
import type { Block, DeadlineField, Division, Item, Listing, Source } from './stages.ts'
import { type Additions, type Terms, termsBesideSummary, termsOf } from './terms/additions.ts'
import { narrowDigits } from './text/chars.ts'

export { INPUT_EXTENSIONS, INPUT_FORMATS, type InputFormat } from './read/index.ts'
export { isOldWord } from './read/signatures.ts'

/** What every way of reading a document is told. */
export interface CommonOptions {
  /** The year of bare months, four digits; without it the title's, else that of issue. */
  year?: number
  /** The language of messages; `zh` where not said. */
  lang?: Lang
  /** What `source.path` shall say; `null` where not said. Nothing is read from it, but its extension helps `auto`. */
  path?: string | null
  /** Puts the text itself into `document.text`, in which all places (`position`) are; `check` needs it. */
  withText?: boolean
  /** Labels, units and headings of the house, beside those that are known; for this document alone. */
  additions?: Additions
}

/** The options of `parsePlan`. */
export interface ParseOptions extends CommonOptions {
  /** `auto` (not said) tells plain text and Markdown apart. */
  format?: 'auto' | 'text' | 'markdown'
}

/** The options of `readPlan`. */
export interface ReadOptions extends CommonOptions {
  /** `auto` (not said) goes by what the bytes are, then by the extension of `path`. */
  format?: 'auto' | InputFormat
  /** `auto` (not said), or a WHATWG encoding label such as `gb18030`, of a text. */
  encoding?: string
  /** A decoder of UTF-8 that is faster than the platform's. */
  utf8?: Utf8
}

/**
 * Decodes and parses a document of any format. Rejects with `PlanparseError` where it cannot be read: a format or
 * encoding that there is none of (`unknown-format`, `unknown-encoding`), a scan without text (`no-text-in-pdf`), a
 * password (`encrypted`), a file that is cut off (`truncated`); docs/messages.md lists all codes. In a browser it reads
 * text, Markdown, HTML and CSV (`not-in-browser`).
 */
export async function readPlan(bytes: Uint8Array | ArrayBuffer, options: ReadOptions = {}): Promise<Plan> {
  const given = bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : bytes
  return planOf(await readSource(given, options), options)
}

/** Stages that can be looked at by themselves, in the order of the walk. */
export const STAGES = ['text', 'paragraphs', 'outline', 'annotations'] as const
export type Stage = (typeof STAGES)[number]

/** What one stage makes of a document, as plain data for looking at. */
export async function readStage(bytes: Uint8Array, name: Stage, options: ReadOptions = {}): Promise<unknown> {
  const source = await readSource(bytes, options)
  if (name === 'text') return source.text
  const walk = walkOf(source, options)
  if (name === 'paragraphs') return walk.blocks
  return name === 'outline' ? walk.parts.map(({ root }) => root) : walk.parts.map(({ root }) => annotateAll(root, walk))
}

/** An item annotated with all below it. */
function annotateAll(item: Item, walk: Walk): unknown {
  const annotated = walk.annotate(item)
  const entries = annotated.entries.map((entry) => (entry.kind === 'item' ? annotateAll(entry, walk) : entry))
  return { ...annotated, entries }
}

async function readSource(bytes: Uint8Array, options: ReadOptions): Promise<Source> {
  const named = options.format ?? 'auto'
  checkFormat(named)
  const binary = await loadBinaryReader(bytes, named)
  if (binary) return { encoding: 'utf-8', format: binary.format, ...(await binary.read(bytes)) }
  if (named === 'auto') refuseKnown(bytes)
  const { text, encoding, notes } = decode(bytes, options.encoding ?? 'auto', options.utf8)
  if (named === 'auto' && (options.encoding ?? 'auto') === 'auto') refuseRubbish(text, encoding)
  const format = formatOf(text, named, options.path)
  return sourceOf(text, format, encoding, await loadReader(format), options, notes)
}

/** The source that a reader makes of a text. */
export function sourceOf(
  text: string,
  format: TextFormatName,
  encoding: string,
  read: Reader,
  options: CommonOptions,
  notes: readonly Note[] = [],
): Source {
  const reading = read(text, termsOf({ labels: options.additions?.labels ?? {} }))
  // A place in a text that the reader has left behind says nothing.
  const placed = reading.text === undefined ? notes : notes.map((note) => ({ ...note, range: null }))
  return { text, format, encoding, ...reading, notes: [...placed, ...reading.notes] }
}

interface Walk extends Listing {
  blocks: Block[]
  annotate: Annotate
  terms: Terms
}

function walkOf(source: Source, options: CommonOptions): Walk {
  checkOptions(options)
  const house = termsOf(options.additions)
  const walk = source.listing ? { blocks: source.blocks, ...source.listing } : outlined(source, house)
  const terms = isSummaryAndPlan(titleOf(walk.frame, source)) ? termsBesideSummary(house) : house
  const year = options.year ?? walk.year
  const context = { year, issuedOn: walk.frame.issuedOn, terms }
  return { ...walk, year, terms, annotate: (item) => annotate(item, context) }
}

function checkOptions({ year, lang }: CommonOptions): void {
  if (year !== undefined && !isYear(year)) throw new PlanparseError('bad-year', String(year))
  if (lang !== undefined && lang !== 'zh' && lang !== 'en')
    throw new PlanparseError('unknown-value', { name: `lang ${lang}`, known: ['zh', 'en'] })
}

function outlined(source: Source, terms: Terms): Omit<Walk, 'annotate' | 'terms'> {
  const blocks = layout(source, terms)
  const { parts, ...frame } = divide(blocks, terms, source.meta)
  const year = yearOf(titleOf(frame, source), frame.issuedOn)
  return { blocks, frame, year, parts: parts.map(({ blocks, cover }) => ({ root: outline(blocks, terms), cover })) }
}

/** Parses what a reader made of a document. */
export function planOf(source: Source, options: CommonOptions): Plan {
  return walkThrough(source, options)
}

/** Parses a document and tells of each task which rule took what from which words. */
export async function explainPlan(
  bytes: Uint8Array,
  options: ReadOptions = {},
): Promise<{ plan: Plan; traces: Trace[] }> {
  const traces: Trace[] = []
  return { plan: walkThrough(await readSource(bytes, options), options, traces), traces }
}

function walkThrough(source: Source, options: CommonOptions, traces?: Trace[]): Plan {
  const walk = walkOf(source, options)
  const index = new LineIndex(source.text)
  const { children, deadlines, notes } = resolve(walk, source, index, traces)
  const messages = [...source.notes, ...notes, ...emptiness(source.text, children)]
  return {
    type: 'plan',
    position: index.position(0, source.text.length),
    spans: [],
    version: 1,
    source: {
      path: options.path ?? null,
      format: source.format,
      encoding: source.encoding,
      map: source.map ?? null,
    },
    document: documentOf(walk, deadlines, source, index, options),
    messages: toMessages(messages, index, options.lang ?? 'zh'),
    children,
  }
}

function documentOf(
  walk: Walk,
  deadlines: readonly DeadlineField[],
  source: Source,
  index: LineIndex,
  options: CommonOptions,
): DocumentInfo {
  const { frame, year } = walk
  return {
    title: titleOf(frame, source),
    number: frame.number && printedIn(source.text, frame.number),
    issuer: frame.issuer,
    addressees: frame.addressees,
    issuedOn: frame.issuedOn,
    year,
    references: findReferences(source.text, index),
    deadlines: deadlines.map((deadline) => toDeadline(deadline, index)),
    text: options.withText ? source.text : null,
  }
}

/** A value as the text has it, whose digits have been read as narrow ones. */
function printedIn(text: string, value: string): string {
  if (text.includes(value)) return value
  const at = narrowDigits(text).indexOf(value)
  return at < 0 ? value : text.slice(at, at + value.length)
}

function titleOf({ title }: Pick<Division, 'title'>, { meta }: Source): string | null {
  return title?.printed ?? meta?.title ?? null
}

function emptiness(text: string, children: readonly PlanNode[]): Note[] {
  if (text.trim() === '') return [{ code: 'empty-document', range: null }]
  return hasTask(children) ? [] : [{ code: 'no-tasks', range: null }]
}

function hasTask(nodes: readonly PlanNode[]): boolean {
  return nodes.some((node) => node.type === 'task' || (node.type === 'section' && hasTask(node.children)))
}

function toMessages(notes: readonly Note[], index: LineIndex, lang: Lang): Message[] {
  const at = (note: Note) => note.range?.start ?? -1
  return [...notes]
    .sort((a, b) => at(a) - at(b))
    .map((note) => toMessage(note, note.range && index.position(note.range.start, note.range.end), lang))
}
