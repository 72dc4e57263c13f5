/**
 * Small Word documents for tests, made of the XML that Word would write: only what a test is about is spelled out.
 */

import { crc32, deflateRawSync } from 'node:zlib'
import { readDocx } from '../../src/read/docx.ts'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const NAMESPACES = [
  `xmlns:w="${W}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:xml="http://www.w3.org/XML/1998/namespace"',
].join(' ')

/** The parts of a document; each is what stands inside its outermost element. */
export interface Parts {
  body: string
  styles?: string
  numbering?: string
  header?: string
  footer?: string
  footnotes?: string
  comments?: string
}

const ROOTS = {
  styles: 'styles',
  numbering: 'numbering',
  header: 'hdr',
  footer: 'ftr',
  footnotes: 'footnotes',
  comments: 'comments',
} as const

/** A document as files of its archive. */
export function filesOf({ body, ...parts }: Parts): Record<string, string> {
  const others = Object.entries(parts) as [keyof typeof ROOTS, string][]
  const relations = others.map(([type], i) => relation(`r${i}`, type, `${type}.xml`))
  return {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>' +
      others
        .map(
          ([type]) =>
            `<Override PartName="/word/${type}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml"/>`,
        )
        .join('') +
      '</Types>',
    '_rels/.rels': relationships([relation('r', 'officeDocument', 'word/document.xml')]),
    'word/_rels/document.xml.rels': relationships(relations),
    'word/document.xml': root('document', `<w:body>${body}</w:body>`),
    ...Object.fromEntries(others.map(([type, xml]) => [`word/${type}.xml`, root(ROOTS[type], xml)])),
  }
}

function root(name: string, inside: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${name} ${NAMESPACES}>${inside}</w:${name}>`
}

export function relation(id: string, type: string, target: string, mode = ''): string {
  return `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`
}

export function relationships(all: readonly string[]): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`
}

/** The bytes of a document. */
export function docx(parts: Parts | string): Uint8Array {
  return zip(filesOf(typeof parts === 'string' ? { body: parts } : parts))
}

export interface ParagraphOptions {
  /** Its list and the level in it, from 0. */
  num?: readonly [numId: number, ilvl: number]
  style?: string
  /** More properties. */
  properties?: string
}

/** A paragraph: of a text, or of runs where it begins with an element. */
export function p(content: string, { num, style, properties = '' }: ParagraphOptions = {}): string {
  const inside = [
    style ? `<w:pStyle w:val="${style}"/>` : '',
    num ? `<w:numPr><w:ilvl w:val="${num[1]}"/><w:numId w:val="${num[0]}"/></w:numPr>` : '',
    properties,
  ].join('')
  const head = inside === '' ? '' : `<w:pPr>${inside}</w:pPr>`
  return `<w:p>${head}${content.startsWith('<') || content === '' ? content : r(content)}</w:p>`
}

/** A run. */
export function r(text: string, properties = ''): string {
  return `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}<w:t xml:space="preserve">${text}</w:t></w:r>`
}

/** A table of rows of cells; a cell is its paragraphs, or a text. */
export function table(...rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]) => row.map((cell) => (cell.startsWith('<w:tc>') ? cell : tc(cell))).join('')
  const width = Math.max(...rows.map((row) => row.length))
  const grid = '<w:gridCol w:w="2000"/>'.repeat(width)
  return `<w:tbl><w:tblPr/><w:tblGrid>${grid}</w:tblGrid>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join('')}</w:tbl>`
}

/** A cell with properties. */
export function tc(content: string, properties = ''): string {
  const inside = content.startsWith('<') ? content : p(content)
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${inside}</w:tc>`
}

export interface LevelOptions {
  start?: number
  /** More properties. */
  more?: string
}

/** A level of a list. */
export function lvl(ilvl: number, format: string, text: string, { start = 1, more = '' }: LevelOptions = {}): string {
  return `<w:lvl w:ilvl="${ilvl}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
}

/** A list's definition. */
export function abstractNum(id: number, ...levels: readonly string[]): string {
  return `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`
}

/** A list made from a definition. */
export function num(id: number, abstract: number, overrides = ''): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${overrides}</w:num>`
}

export function startOverride(ilvl: number, start: number): string {
  return `<w:lvlOverride w:ilvl="${ilvl}"><w:startOverride w:val="${start}"/></w:lvlOverride>`
}

/** A paragraph style. */
export function style(id: string, properties: string, { name = id, basedOn = '', type = 'paragraph' } = {}): string {
  const base = basedOn ? `<w:basedOn w:val="${basedOn}"/>` : ''
  return `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${base}<w:pPr>${properties}</w:pPr></w:style>`
}

export function numPr(numId: number, ilvl: number | null = null): string {
  return `<w:numPr>${ilvl === null ? '' : `<w:ilvl w:val="${ilvl}"/>`}<w:numId w:val="${numId}"/></w:numPr>`
}

export interface Stored {
  /** What its directory entry says of its size; a lie where it is not the truth. */
  size?: number
  /** General purpose flags: 1 for encrypted. */
  flags?: number
}

/** A zip archive of files, deflated. */
export function zip(
  files: Readonly<Record<string, string | Uint8Array>>,
  lies: Readonly<Record<string, Stored>> = {},
): Uint8Array {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(files)) {
    const { local, entry } = zipEntry(name, Buffer.from(content as string), lies[name] ?? {}, offset)
    locals.push(local)
    central.push(entry)
    offset += local.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(central.length, 8)
  end.writeUInt16LE(central.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

function zipEntry(name: string, content: Buffer, { size = content.length, flags = 0 }: Stored, offset: number) {
  const packed = deflateRawSync(content)
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(flags, 2)
  common.writeUInt16LE(8, 4)
  common.writeUInt32LE(crc32(content), 10)
  common.writeUInt32LE(packed.length, 14)
  common.writeUInt32LE(size, 18)
  common.writeUInt16LE(Buffer.byteLength(name), 22)
  const place = Buffer.alloc(14)
  place.writeUInt32LE(offset, 10)
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed])
  const entry = Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), common, place, Buffer.from(name)])
  return { local, entry }
}

/** Each paragraph with its marker, as printed: `一、总体要求`. */
export async function printed(parts: Parts): Promise<string[]> {
  const { blocks } = await readDocx(docx(parts))
  return blocks.flatMap((block) => (block.kind === 'text' ? [(block.generated ?? '') + block.view.text] : []))
}
