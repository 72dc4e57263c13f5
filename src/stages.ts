/**
 * What each stage of the walk hands to the next; types only. The walk itself is `parse.ts`.
 *
 *   read      bytes or text        → Source      one text and its blocks
 *   layout    Source               → Block[]     lines made paragraphs and tables, page furniture marked
 *   document  Block[]              → Division    title, number, dates …, and the parts that hold the work
 *   outline   Part                 → Item        paragraphs ordered under their numbers
 *   annotate  Item                 → Annotated   who, by when, how far, cut out of the text
 *   resolve   Annotated            → Plan        sections and tasks with ids, inherited fields, real dates
 */

import type { DeadlineReading } from './deadline/index.ts'
import type { Note } from './message.ts'
import type { FieldSource, ParagraphRole, SourceSegment, UnitKind, UnitRole } from './plan.ts'
import type { Field } from './terms/labels.ts'
import type { Marker } from './terms/markers.ts'
import type { Range, View } from './text/view.ts'

/** One paragraph, or before layout one line. */
export interface TextBlock {
  kind: 'text'
  view: View
  /** Known role; `null` until a stage knows it. */
  role: ParagraphRole | null
  /** Depth of a heading that the format itself marks (Markdown #, HTML h1, Word styles), from 1. */
  heading: number | null
  /** A marker the format made (automatic numbering); it stands nowhere in the text. */
  generated: string | null
  /** Columns of white space before the text. */
  indent: number
  /** Blank lines stand before it. */
  apart: boolean
  /** Depth of the list it stands in, where the format has lists; 0 outside all. */
  list: number
  /** Opens an item of a list without numbers. */
  bullet: boolean
  /** In a list that is read as it stands (`terms/listing.ts`): words, or fields. */
  given?: 'words' | 'fields'
  /** How many characters of given words, after the number, are the title; to be found out where that is not said. */
  title?: number
}

/**
 * A cell: its paragraphs; `above` where a cell merged over rows goes on. `generated` is the marker that the format made
 * for its first paragraph, as in a column of automatic numbers; such a paragraph may have no words at all.
 */
export interface Cell {
  paragraphs: View[]
  above: boolean
  generated?: string | null
}

/** A table as the format knows it; which column means what is read later. */
export interface TableBlock {
  kind: 'table'
  rows: Cell[][]
  /** Depth of the list it stands in, where the format knows. */
  list?: number
}

export type Block = TextBlock | TableBlock

export interface Source {
  text: string
  format: string
  encoding: string
  blocks: Block[]
  /**
   * Which of the blocks may be lines, that is pieces of wrapped or torn paragraphs: all; those that somebody pasted
   * among true paragraphs; none.
   */
  lines: 'all' | 'pasted' | 'none'
  /** Markup that is no words: addresses of links, tags. */
  markup: Range[]
  notes: Note[]
  /** Which of the text stands where in the file, where the text is made from that of the file. */
  map?: SourceSegment[]
  /** What the file says of itself outside its text (the meta tags of a page). */
  meta?: Meta
  /** A list that says how it is printed: its outline is there, nothing need be found out. */
  listing?: Listing
}

/** What a reader knows of such a list. */
export interface Listing {
  frame: Omit<Division, 'parts'>
  /** The year of bare months. */
  year: number | null
  parts: Outlined[]
}

/** A part with its outline. */
export interface Outlined {
  cover: boolean
  root: Item
}

/** Data about a document that stand nowhere in its text; what the text says comes first. */
export interface Meta {
  title?: string
  /** 文号. */
  number?: string
  /** When it was published, as it stands there. */
  published?: string
}

/** A printed value with its place, before it is resolved. */
export interface UnitField {
  view: View
  role: UnitRole
  kind: UnitKind
  source: FieldSource
  /** Which rule took it, for --explain. */
  rule: string
  /** The source offset it is ordered by, where that is not its own: of 同上, or of a cell torn over lines. */
  place?: number
}
export interface DeadlineField {
  view: View
  reading: DeadlineReading
  source: FieldSource
  place?: number
}
export interface ExtraField {
  label: string
  view: View
}
/** Everything one annotation, or several of one piece of work, say. */
export interface Fields {
  units: UnitField[]
  deadlines: DeadlineField[]
  status: View[]
  extra: ExtraField[]
}

/** One entry of the outline with all that stands under it. */
export interface Item {
  kind: 'item'
  /** `null` for the root, for headings a format marks, and for headings without a number. */
  marker: Marker | null
  generated: boolean
  /** The paragraph it begins with, marker and all; `null` for the root. */
  head: TextBlock | null
  /** What stands under it, in order. */
  entries: (Block | Item)[]
  depth: number
}

/** A piece of a paragraph: its own words, or something set apart from them. */
export interface Segment {
  kind: 'text' | 'annotation' | 'status' | 'extra'
  view: View
  /** What it says; in words of the text, the role clauses and deadlines found in them. */
  fields: Fields
}

/** A paragraph cut into segments that cover it, in order; in a head, after the marker. */
export interface AnnotatedText {
  kind: 'text'
  block: TextBlock
  segments: Segment[]
}

/** An entry of a table, in order. */
export type TableEntry =
  | { kind: 'header'; views: View[] }
  /** A heading of rows, from a category row or a cell left of the work: `level` 0 is the outermost. */
  /** A cell that says again what its group is. */
  | { kind: 'again'; level: number; view: View }
  | { kind: 'group'; level: number; view: View; marker: Marker | null; segments: Segment[] }
  | {
      kind: 'row'
      marker: View | string | null
      text: Segment[][]
      cells: { kind: Segment['kind']; views: View[] }[]
      fields: Fields
    }

export interface AnnotatedTable {
  kind: 'table'
  entries: TableEntry[]
}

/** An item with its own paragraphs and tables annotated; the items below it are when they are come to. */
export interface AnnotatedItem {
  kind: 'item'
  marker: Marker | null
  generated: boolean
  depth: number
  head: AnnotatedText | null
  entries: (AnnotatedText | AnnotatedTable | Item)[]
}

/** A part of the document: the notice that transmits, or the plan. */
export interface Part {
  cover: boolean
  blocks: Block[]
}

export interface Division {
  title: View | null
  number: string | null
  issuer: string | null
  /** ISO date. */
  issuedOn: string | null
  addressees: string[]
  parts: Part[]
}

export type { Field }
