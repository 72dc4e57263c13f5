/**
 * The form of the lists that planparse prints, in text and in Markdown, and that it reads as they stand: a note under
 * the title says how the list is printed, and where it stands nothing need be found out. `docs/roundtrip.md` shows the
 * form; the writers print by what is here, and the readers read by it.
 */
import type { UnitRole } from '../plan.ts'
import { findBrackets } from '../text/brackets.ts'
import { squeeze } from '../text/chars.ts'
import { fieldOf } from './labels.ts'
import { type Marker, ordinalOf, readGenerated, readMarkers } from './markers.ts'

/** What the bracket that closes an item says. */
export type ClosingField = UnitRole | 'deadline'

/** The words of a list, in each language. */
export const LISTING = {
  zh: {
    text: '说明：各项之间空一行，下级缩进；各项末尾〔〕内为单位和时限，其后缩进的各行为进展等情况。',
    markdown: '说明：各项末尾〔〕内为单位和时限，其下各行为进展等情况。',
    year: (year: number | string) => `未写明年份的时限，按${year}年计。`,
    brackets: '（）',
    untitled: '（没有标题）',
    nobody: '无',
    status: '进展情况',
    labels: {
      lead: '牵头单位',
      responsible: '责任单位',
      support: '配合单位',
      supervisor: '责任领导',
      deadline: '完成时限',
    },
  },
  en: {
    text: 'Note: a blank line stands between items, and what is below another is indented; 〔〕 at the end of an item holds units and deadline, the indented lines after it progress and the like. ',
    markdown: 'Note: 〔〕 at the end of an item holds units and deadline, the lines below it progress and the like. ',
    year: (year: number | string) => `Deadlines without a year are in ${year}.`,
    brackets: '()',
    untitled: '(no title)',
    nobody: 'none',
    status: 'Status',
    labels: {
      lead: 'Lead',
      responsible: 'Responsible',
      support: 'Support',
      supervisor: 'Supervisor',
      deadline: 'Due',
    },
  },
} satisfies Record<string, ListingWords>

interface ListingWords {
  /** The note of each kind of list. */
  text: string
  markdown: string
  /** What the note says of the year of bare months. */
  year: (year: number | string) => string
  brackets: string
  /** Stands in place of a title. */
  untitled: string
  /** Stands in place of names. */
  nobody: string
  status: string
  labels: Record<ClosingField, string>
}

const LANGUAGES: readonly ListingWords[] = Object.values(LISTING)

export type ListingKind = 'text' | 'markdown'

/** The note of a list; `year` is that of bare months. */
export function noteOf(kind: ListingKind, year: number | null, lang: keyof typeof LISTING): string {
  const words: ListingWords = LISTING[lang]
  const said = words[kind] + (year === null ? '' : words.year(year))
  return `${words.brackets[0]}${said.trim()}${words.brackets[1]}`
}

/** How each note begins, and what it says before the year; without blanks. */
const NOTES = LANGUAGES.flatMap((words) =>
  (['text', 'markdown'] as const).map((kind) => ({
    kind,
    start: squeeze(words.brackets[0] + words[kind]),
    year: squeeze(words.year('#')).split('#')[0] as string,
  })),
)

/** What a line says if it is the note of a list, else `null`. */
export function readNote(line: string): { kind: ListingKind; year: number | null } | null {
  if (!line.includes('〔〕')) return null
  const bare = squeeze(line)
  const note = NOTES.find(({ start }) => bare.startsWith(start))
  if (!note) return null
  const year = new RegExp(`${note.year}(\\d{4})(?!\\d)`).exec(bare)?.[1]
  return { kind: note.kind, year: year === undefined ? null : Number(year) }
}

/** True where a title only says that there is none. */
export function isUntitled(title: string): boolean {
  return LANGUAGES.some(({ untitled }) => untitled === title)
}

/** What a line between the title and the note says; `date` is ISO. */
export function readHeadLine(line: string): { number: string } | { date: string } | { issuer: string } {
  const [, year, month = '', day = ''] = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(line) ?? []
  if (year !== undefined) return { date: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` }
  return /号[）)]?$/.test(line) ? { number: line } : { issuer: line }
}

/** A line between the items of the notice that transmits a plan and those of the plan. */
export function isRule(line: string): boolean {
  return /^[-—─]{3,}$/.test(line)
}

/** The number an item begins with, and how many characters stand before its own words. */
export interface Numbering {
  marker: Marker | null
  length: number
  /** As rows of tables and pieces of items begin, which have no title. */
  bare: boolean
}

/** Stands before the tab where an item has no number. */
export const UNNUMBERED = '—'

/**
 * The number at the start of an item of a list, whatever the items around it are. What stands before a tab is the number,
 * even where no document numbers so.
 */
export function numberOf(line: string): Numbering {
  const tab = line.indexOf('\t')
  const marker =
    tab >= 0 ? markerOf(line.slice(0, tab).trim()) : (wholeMarker(line.trimEnd()) ?? readMarkers(line)[0] ?? null)
  const length = tab >= 0 ? tab + 1 : Math.min(marker?.length ?? 0, line.length)
  const bare = tab < 0 && (marker === null || /^\d+$/.test(marker.text))
  return { marker: marker && { ...marker, length }, length, bare }
}

/** A number without words after it. */
function wholeMarker(text: string): Marker | null {
  return readMarkers(`${text}\u3000文`).find((marker) => marker.text === text) ?? null
}

function markerOf(text: string): Marker | null {
  if (text === '' || text === UNNUMBERED) return null
  return wholeMarker(text) ?? readGenerated(text)[0] ?? unknownMarker(text)
}

/** A number in letters of its own: what of it is a numeral counts. */
function unknownMarker(text: string): Marker {
  const numeral = /[0-9０-９]+|[〇零一二三四五六七八九十百]+/.exec(text)?.[0]
  const ordinal = numeral === undefined ? null : ordinalOf(numeral)
  return { style: 'listed', text, family: 'listed', ordinal, length: text.length, weak: false }
}

/** One field of a closing bracket; `values` are ranges of the text: names, or one phrase. */
export interface Closing {
  field: ClosingField
  label: string
  values: { start: number; end: number }[]
}

const FIELDS: ReadonlyMap<string, ClosingField> = new Map(
  LANGUAGES.flatMap(({ labels }) =>
    Object.entries(labels).map(([field, label]) => [label, field as ClosingField] as const),
  ),
)
const LABEL = new RegExp(`(${[...FIELDS.keys()].join('|')})：`, 'y')
const NOBODY: ReadonlySet<string> = new Set(LANGUAGES.map(({ nobody }) => nobody))
/** A value in quotation marks is no longer than this. */
const LONGEST_QUOTED = 400

/**
 * Reads a closing bracket, 〔牵头单位：甲局、乙局；完成时限：6月底〕, label by label; `null` where a text is none. A
 * name or phrase that holds separators stands in quotation marks. `from` is where the bracket opens.
 */
export function readClosing(text: string, from = 0): Closing[] | null {
  const fields: Closing[] = []
  let at = from
  while (fields.length === 0 ? text[at] === '〔' : text[at] === '；') {
    const label = labelAt(text, at + 1)
    if (label === null) return null
    const field = FIELDS.get(label) as ClosingField
    const list = readValues(text, at + 1 + label.length + 1, field === 'deadline')
    if (list === null) return null
    fields.push({ field, label, values: list.values })
    at = list.end
  }
  return fields.length > 0 && at === text.length - 1 && text[at] === '〕' ? fields : null
}

function labelAt(text: string, at: number): string | null {
  LABEL.lastIndex = at
  return LABEL.exec(text)?.[1] ?? null
}

function readValues(text: string, from: number, phrase: boolean): { values: Closing['values']; end: number } | null {
  const values: Closing['values'] = []
  for (let at = from; ; at++) {
    const quoted = quotedAt(text, at, phrase)
    const end = quoted?.end ?? plainEnd(text, at, phrase)
    if (end === at) return null
    const value = quoted ? { start: at + 1, end: end - 1 } : { start: at, end }
    if (quoted || !NOBODY.has(text.slice(at, end))) values.push(value)
    if (phrase || text[end] !== '、') return { values, end }
    at = end
  }
}

/** A value in quotation marks, with nothing between it and the next separator. */
function quotedAt(text: string, at: number, phrase: boolean): { end: number } | null {
  if (text[at] !== '“') return null
  let depth = 0
  for (let i = at; i < text.length && i - at < LONGEST_QUOTED; i++) {
    if (text[i] === '“') depth++
    if (text[i] === '”') depth--
    if (depth === 0) return endsValue(text, i + 1, phrase) ? { end: i + 1 } : null
  }
  return null
}

/** Where a value without quotation marks ends; at its beginning where it is none. */
function plainEnd(text: string, from: number, phrase: boolean): number {
  let depth = 0
  for (let i = from; i < text.length; i++) {
    const c = text[i] as string
    if ('（('.includes(c)) depth++
    else if ('）)'.includes(c)) depth--
    else if (c === '〔') return from
    else if ((c === '〕' && i < text.length - 1) || depth < 0) return from
    else if ((phrase || depth === 0) && endsValue(text, i, phrase)) return i
  }
  return from
}

/** A phrase goes on over 、 and ；, but for a ； before another label. */
function endsValue(text: string, at: number, phrase: boolean): boolean {
  const c = text[at]
  if (c === '；') return !phrase || labelAt(text, at + 1) !== null
  return c === '〕' || (c === '、' && !phrase)
}

/**
 * Where the bracket that closes a line begins; the line's length where none does. A bracket that was not printed so,
 * as after a correction by hand, closes a line too, where a label of who, when or how far opens it.
 */
export function closingOf(line: string): number {
  if (!line.endsWith('〕')) return line.length
  for (let at = line.indexOf('〔'); at >= 0; at = line.indexOf('〔', at + 1)) {
    if (readClosing(line, at) !== null) return at
  }
  const last = findBrackets(line).findLast(({ depth, family }) => depth === 0 && family === 'square')
  if (!last?.closed || last.end !== line.length) return line.length
  const label = /^[^：:]{2,16}(?=[：:])/.exec(line.slice(last.start + 1))?.[0]
  const kind = label === undefined ? undefined : fieldOf(label)?.kind
  return kind === 'unit' || kind === 'deadline' || kind === 'status' ? last.start : line.length
}

/** The label of a line of its own (进展情况：…), and where its content begins; `null` where it has none. */
export function labelOf(line: string): { label: string; content: number } | null {
  const label = /^[^：:]{1,40}(?=[：:])/.exec(line)?.[0]
  return label === undefined ? null : { label, content: label.length + 1 }
}
