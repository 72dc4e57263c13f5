/**
 * A list that planparse printed, or that someone keeps in its form, read as it stands (`terms/listing.ts`). Here the
 * outline of such lists is put together, and the plain text of one is taken apart.
 */
import type { Block, Item, Listing, Outlined, TextBlock } from '../stages.ts'
import { closingOf, isRule, isUntitled, type ListingKind, numberOf, readHeadLine, readNote } from '../terms/listing.ts'
import { asPrinted } from '../terms/markers.ts'

/** The note stands within this many paragraphs from the top. */
const DEEPEST_NOTE = 8
/** Deeper levels than these are none. */
const DEEPEST_LEVEL = 32

/** Where the note of a list stands among its paragraphs, and the year it says; `null` where there is no one note. */
export function findNote(lines: readonly TextBlock[], kind: ListingKind): { at: number; year: number | null } | null {
  const notes = lines.slice(0, DEEPEST_NOTE).map(({ view }) => readNote(view.text))
  const at = notes.findIndex((note) => note?.kind === kind)
  const note = notes[at]
  // Several lists one after the other are none.
  if (!note || lines.slice(at + 1).some(({ view }) => readNote(view.text) !== null)) return null
  return { at, year: note.year }
}

/** Puts the outline of a list together, piece by piece in order. */
export class ListingBuilder {
  readonly blocks: Block[] = []
  readonly #frame: Listing['frame'] = { title: null, number: null, issuer: null, issuedOn: null, addressees: [] }
  readonly #year: number | null
  readonly #parts: Outlined[]
  /** The open items, from the root in. */
  #open: Item[]

  constructor(year: number | null) {
    this.#year = year
    this.#open = [newItem(null, null, 0)]
    this.#parts = [{ cover: false, root: this.#open[0] as Item }]
  }

  /** The lines above the list: title, number, issuer, date, and the note. */
  head(lines: readonly TextBlock[]): void {
    const [title, ...more] = lines
    if (title) {
      if (!isUntitled(title.view.text)) this.#frame.title = title.view
      this.#aside({ ...title, role: 'title' })
    }
    for (const line of more) this.#aside({ ...line, role: this.#headLine(line.view.text) })
  }

  #headLine(text: string): TextBlock['role'] {
    if (readNote(text)) return 'note'
    const said = readHeadLine(text)
    if ('date' in said) this.#frame.issuedOn = said.date
    else if ('number' in said) this.#frame.number = said.number
    else this.#frame.issuer = said.issuer
    return 'date' in said ? 'date' : 'number' in said ? 'number' : 'signature'
  }

  /** What is no item stays with what stands before it. */
  #aside(block: Block): void {
    this.blocks.push(block)
    ;(this.#open.at(-1) as Item).entries.push(block)
  }

  /** What the form does not foresee is kept. */
  other(block: Block): void {
    this.#aside(block.kind === 'text' && block.role === null ? { ...block, role: 'note' } : block)
  }

  /** What came so far are the items of the notice that transmits the list. */
  endCover(): void {
    for (const part of this.#parts) part.cover = true
    this.#open = [newItem(null, null, 0)]
    this.#parts.push({ cover: false, root: this.#open[0] as Item })
  }

  /** An item at a depth from 1: its words, a block a paragraph, then the lines of fields below them. */
  item(words: readonly TextBlock[], fields: readonly TextBlock[], depth: number): void {
    const [first, ...more] = withClosing(words) as [TextBlock, ...TextBlock[]]
    const { marker: read, length, bare } = numberOf(first.view.text)
    const marker = read && asPrinted(read, first.view.printed)
    const head = marker ? first : { ...first, view: first.view.slice(length) }
    const item = newItem(marker, { ...head, title: head.title ?? (bare ? 0 : undefined) }, depth)
    while ((this.#open.at(-1) as Item).depth >= depth) this.#open.pop()
    ;(this.#open.at(-1) as Item).entries.push(item)
    this.#open.push(item)
    this.blocks.push(item.head as TextBlock)
    for (const block of [...more, ...fields.map(asFields)]) {
      this.blocks.push(block)
      item.entries.push(block)
    }
  }

  finish(): Listing {
    return { frame: this.#frame, year: this.#year, parts: this.#parts }
  }
}

function newItem(marker: Item['marker'], head: TextBlock | null, depth: number): Item {
  return { kind: 'item', marker, generated: false, head, entries: [], depth }
}

function asFields(block: TextBlock): TextBlock {
  return { ...block, given: 'fields' }
}

/** Paragraphs of words, and by itself the bracket that closes the last. */
function withClosing(paragraphs: readonly TextBlock[]): TextBlock[] {
  const last = paragraphs.at(-1) as TextBlock
  const at = closingOf(last.view.text)
  const words = [...paragraphs.slice(0, -1), { ...last, view: last.view.slice(0, at) }]
  const given = words.map((block): TextBlock => ({ ...block, given: 'words' }))
  return at === last.view.length ? given : [...given, asFields({ ...last, view: last.view.slice(at) })]
}

/** The list that the lines of a text are; `null` where no note says so. */
export function readListing(lines: readonly TextBlock[]): { listing: Listing; blocks: Block[] } | null {
  const note = findNote(lines, 'text')
  if (!note) return null
  const builder = new ListingBuilder(note.year)
  builder.head(lines.slice(0, note.at + 1))
  const indents: number[] = []
  for (const [first, ...more] of groupsOf(lines.slice(note.at + 1))) {
    if (!first) continue
    if (isRule(first.view.text)) {
      builder.other({ ...first, role: 'furniture' })
      builder.endCover()
      indents.length = 0
      continue
    }
    while ((indents.at(-1) ?? -1) >= first.indent) indents.pop()
    indents.push(first.indent)
    const isField = (line: TextBlock) => line.indent > first.indent
    builder.item(
      [first, ...more.filter((line) => !isField(line))],
      more.filter(isField),
      Math.min(indents.length, DEEPEST_LEVEL),
    )
  }
  return { listing: builder.finish(), blocks: builder.blocks }
}

/** Lines between blank lines. */
function groupsOf(lines: readonly TextBlock[]): TextBlock[][] {
  const groups: TextBlock[][] = []
  for (const line of lines) {
    if (line.apart || groups.length === 0) groups.push([line])
    else groups.at(-1)?.push(line)
  }
  return groups
}
