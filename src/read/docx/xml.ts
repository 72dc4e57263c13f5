/**
 * XML as a stream of elements under short names, whatever prefixes and whichever of the two sets of namespaces a
 * program has written (ECMA-376 Part 1, Annex A: strict; Part 4, Annex A: transitional). Of alternate content only
 * one branch is seen (Part 3, 7.6). No entity is expanded and no other file opened.
 */
import { SaxesParser, type SaxesTagNS } from 'saxes'
import { PlanparseError } from '../../error.ts'
import type { Archive } from '../zip.ts'

const NAMESPACES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://www.w3.org/XML/1998/namespace': 'xml',
}

/** Extensions of which a choice may make use and still be read here: shapes, which hold text boxes, and Word's own. */
const UNDERSTOOD = new Set(
  ['wordprocessingShape', 'wordprocessingGroup', 'wordprocessingCanvas', 'wordprocessingDrawing', 'wordml']
    .map((name) => `http://schemas.microsoft.com/office/word/2010/${name}`)
    .concat('http://schemas.microsoft.com/office/word/2012/wordml'),
)

/** Deeper than any document; resolving names takes time that grows with the depth. */
const DEEPEST = 1_000

export interface Element {
  /** Prefix and local name, the prefix by the table above: `w:p`; `?:` where the namespace is none of these. */
  name: string
  /** An attribute by its local name; `null` where it is missing. */
  attr(local: string): string | null
}

export interface Handler {
  /** Returns `true` to pass over the element with all that is in it. */
  open(element: Element): boolean
  close(name: string): void
  text(text: string): void
}

/** Streams one part through a handler; `false` where there is no such part. Throws `PlanparseError`. */
export async function readXml(archive: Archive, part: string, handler: Handler): Promise<boolean> {
  const decoder = new Decoder()
  const parser = new Parser(handler)
  const found = await archive.read(part, (bytes) => parser.write(decoder.decode(bytes)))
  if (found) parser.end(decoder.end())
  return found
}

/** UTF-8, or UTF-16 where the first bytes say so: the only two that the standard allows (Part 2, 6.1.4). */
class Decoder {
  #decoder: InstanceType<typeof TextDecoder> | null = null

  decode(bytes: Uint8Array): string {
    this.#decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true })
    return this.#next(bytes, true)
  }

  end(): string {
    return this.#next(new Uint8Array(), false)
  }

  #next(bytes: Uint8Array, stream: boolean): string {
    try {
      return this.#decoder?.decode(bytes, { stream }) ?? ''
    } catch {
      throw new PlanparseError('truncated')
    }
  }
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
}

class Parser {
  readonly #sax = new SaxesParser({ xmlns: true, position: false })
  readonly #handler: Handler
  readonly #names: string[] = []
  /** For each alternate content that is open, whether a branch was taken. */
  readonly #taken: boolean[] = []
  /** Depth from which everything is passed over. */
  #skipped = Number.POSITIVE_INFINITY

  constructor(handler: Handler) {
    this.#handler = handler
    this.#sax.on('doctype', () => {
      throw new PlanparseError('doctype-forbidden', 'docx')
    })
    this.#sax.on('error', () => {
      throw new PlanparseError('truncated')
    })
    this.#sax.on('opentag', (tag) => this.#open(tag))
    this.#sax.on('closetag', () => this.#close())
    const take = (text: string) => {
      if (this.#names.length < this.#skipped) this.#handler.text(text)
    }
    this.#sax.on('text', take)
    this.#sax.on('cdata', take)
  }

  write(text: string): void {
    this.#sax.write(text)
  }

  end(rest: string): void {
    this.#sax.write(rest).close()
  }

  #open(tag: SaxesTagNS): void {
    const name = `${NAMESPACES[tag.uri] ?? '?'}:${tag.local}`
    const shown = this.#names.length < this.#skipped && !this.#isOtherBranch(name, tag)
    const skip = shown ? !name.startsWith('mc:') && this.#handler.open(elementOf(name, tag)) : true
    if (this.#names.push(name) > DEEPEST) throw new PlanparseError('truncated')
    if (skip && this.#skipped > this.#names.length) this.#skipped = this.#names.length
  }

  /** One branch is taken: the first choice whose extensions are understood, else the fallback (Part 3, 7.6). */
  #isOtherBranch(name: string, tag: SaxesTagNS): boolean {
    if (name === 'mc:AlternateContent') this.#taken.push(false)
    if (name !== 'mc:Choice' && name !== 'mc:Fallback') return false
    const taken = this.#taken.pop() === true
    const takes = !taken && (name === 'mc:Fallback' || this.#understands(tag.attributes.Requires?.value ?? ''))
    this.#taken.push(taken || takes)
    return !takes
  }

  #understands(prefixes: string): boolean {
    return prefixes.split(/\s+/).every((prefix) => prefix === '' || UNDERSTOOD.has(this.#sax.resolve(prefix) ?? ''))
  }

  #close(): void {
    const depth = this.#names.length
    const name = this.#names.pop() as string
    if (depth === this.#skipped) this.#skipped = Number.POSITIVE_INFINITY
    else if (depth < this.#skipped) {
      if (name === 'mc:AlternateContent') this.#taken.pop()
      if (!name.startsWith('mc:')) this.#handler.close(name)
    }
  }
}

function elementOf(name: string, tag: SaxesTagNS): Element {
  return {
    name,
    attr(local) {
      for (const attribute of Object.values(tag.attributes)) {
        if (attribute.local === local && (attribute.uri === '' || NAMESPACES[attribute.uri])) return attribute.value
      }
      return null
    },
  }
}

/** An on/off property (ECMA-376 Part 1, 17.17.4): on where it stands without a value. */
export function isOn(element: Element): boolean {
  return !['0', 'false', 'off'].includes(element.attr('val') ?? '')
}

/** An attribute as a whole number; `null` where it is missing or none. */
export function numberAt(element: Element, local = 'val'): number | null {
  const value = element.attr(local)
  return value !== null && /^-?\d{1,9}$/.test(value) ? Number(value) : null
}
