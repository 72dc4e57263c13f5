/**
 * Files known by their first bytes: those that have a reader, and those that are refused with what to do instead.
 */
import { type FaultCode, PlanparseError } from '../error.ts'
import { commonness } from './common.ts'

/** Bytes as one character each, so that they can be searched. */
function latin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes)
}

/** True for a PDF; up to 1,024 other bytes may stand before it. */
export function isPdf(bytes: Uint8Array): boolean {
  return latin(bytes.subarray(0, 1029)).includes('%PDF-')
}

const isZip = (head: string) => head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')

/** True for an Office Open XML package that has parts in a folder: `word/`, `xl/`. */
export function hasParts(bytes: Uint8Array, folder: string): boolean {
  if (!isZip(latin(bytes.subarray(0, 4)))) return false
  const names = zipNames(bytes)
  return names.includes('[Content_Types].xml') && names.includes(folder)
}

/** Where the names of a zip's entries stand: its first entries, and its directory at the end. */
function zipNames(bytes: Uint8Array): string {
  return latin(bytes.subarray(0, 65_536)) + latin(bytes.subarray(Math.max(65_536, bytes.length - 1_048_576)))
}

/** False for a zip that was cut off: the end of its directory is the end of the file, but for a comment. */
function hasDirectory(bytes: Uint8Array): boolean {
  return latin(bytes.subarray(Math.max(0, bytes.length - 65_557))).includes('PK\x05\x06')
}

interface Refused {
  /** What the file is, for people. */
  name: string
  fault: FaultCode
  test(head: string, bytes: Uint8Array): boolean
}

const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'
/** A name as the directory of an OLE file holds it, in UTF-16. */
const wide = (name: string) => [...name].join('\0')
const oleHolds = (name: string) => (head: string, bytes: Uint8Array) =>
  head.startsWith(OLE) && latin(bytes.subarray(0, 50_000_000)).includes(wide(name))
/** True for a document of Word before 2007, or of WPS, that is not encrypted whole. */
export function isOldWord(bytes: Uint8Array): boolean {
  const head = latin(bytes.subarray(0, 8))
  return oleHolds('WordDocument')(head, bytes) && !oleHolds('EncryptedPackage')(head, bytes)
}

const starts =
  (...marks: readonly string[]) =>
  (head: string) =>
    marks.some((mark) => head.startsWith(mark))

/** In order: an encrypted .docx is an OLE file as well. */
const REFUSED: readonly Refused[] = [
  { name: '', fault: 'encrypted', test: oleHolds('EncryptedPackage') },
  { name: '.xls', fault: 'old-office-format', test: oleHolds('Workbook') },
  { name: '.ppt', fault: 'old-office-format', test: oleHolds('PowerPoint Document') },
  // Kingsoft's .wps mostly is a .doc by another name.
  { name: '.doc/.wps', fault: 'old-office-format', test: starts(OLE) },
  { name: '.rtf', fault: 'old-office-format', test: starts('{\\rtf') },
  {
    name: 'Word XML',
    fault: 'old-office-format',
    test: (head) => /^[\s\S]{0,200}<\?mso-application progid="(?:Word|Excel)/.test(head),
  },
  {
    name: '.mht',
    fault: 'old-office-format',
    test: (head) =>
      /^[\w-]/.test(head) &&
      /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,12}?Content-Type:\s*multipart\/related/i.test(head),
  },
  { name: 'OFD', fault: 'ofd', test: (head, bytes) => isZip(head) && zipNames(bytes).includes('OFD.xml') },
  { name: '', fault: 'truncated', test: (head, bytes) => isZip(head) && !hasDirectory(bytes) },
  { name: 'ZIP', fault: 'zip-unknown', test: isZip },
  { name: 'PNG', fault: 'not-text', test: starts('\x89PNG') },
  { name: 'JPEG', fault: 'not-text', test: starts('\xff\xd8\xff') },
  { name: 'GIF', fault: 'not-text', test: starts('GIF87a', 'GIF89a') },
  { name: 'TIFF', fault: 'not-text', test: starts('II*\0', 'MM\0*') },
  { name: 'WebP/WAV/AVI', fault: 'not-text', test: starts('RIFF') },
  { name: 'ELF', fault: 'not-text', test: starts('\x7fELF') },
  { name: 'EXE', fault: 'not-text', test: (head) => head.startsWith('MZ') && head.includes('\0') },
  { name: 'RAR', fault: 'not-text', test: starts('Rar!\x1a') },
  { name: '7z', fault: 'not-text', test: starts('7z\xbc\xaf') },
  { name: 'gzip', fault: 'not-text', test: starts('\x1f\x8b') },
]

/** Throws `PlanparseError` for bytes that no reader takes, with what they are and what to do. */
export function refuseKnown(bytes: Uint8Array): void {
  const head = latin(bytes.subarray(0, 4096))
  const row = REFUSED.find((each) => each.test(head, bytes))
  if (row) throw new PlanparseError(row.fault, row.name)
}

/**
 * Throws `PlanparseError` for what was decoded but is no text: more than one character in twenty is a control, or,
 * where the encoding was but guessed, hardly any is common.
 */
export function refuseRubbish(text: string, encoding: string): void {
  const head = text.slice(0, 65_536)
  if (encoding !== 'utf-8' && head.length > 40 && commonness(head) < 0.05) throw new PlanparseError('not-text', '')
  const controls = head.match(/[^\P{Cc}\s\u0080-\u009f]|\ufffd/gu)?.length ?? 0
  if (controls * 20 > head.length && controls > 3) throw new PlanparseError('not-text', '')
}
