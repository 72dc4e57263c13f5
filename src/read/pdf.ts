/**
 * PDF: words put together by their places into lines with their indents, ruled tables into tables; which lines were
 * one paragraph is layout's to see. Page numbers and running heads, known by where they stand, are furniture.
 */
import { PlanparseError } from '../error.ts'
import { Draft } from './draft.ts'
import type { BinaryReading } from './index.ts'
import { type Pdf, withPdf } from './pdf/library.ts'
import { type Line, linesOf, measuresOf, type Page, wordsOf } from './pdf/lines.ts'
import { markMargins } from './pdf/margins.ts'
import { readRules } from './pdf/rules.ts'
import { findTables, type GridTable } from './pdf/tables.ts'
import { Writer } from './pdf/writer.ts'
import { isPdf } from './signatures.ts'

const MOST_PAGES = 3000

export async function readPdf(bytes: Uint8Array): Promise<BinaryReading> {
  if (!isPdf(bytes)) throw new PlanparseError('not-this-format', 'pdf')
  refuseCut(bytes)
  const pages = await readPages(bytes)
  markMargins(pages)
  if (!pages.some(hasWords)) throw new PlanparseError('no-text-in-pdf')
  const draft = new Draft()
  new Writer(draft, measuresOf(pages)).write(pages)
  return { ...draft.finish(), lines: 'all', notes: [], markup: [] }
}

/** A file that stops before its table of contents was cut off: half a plan would be read as a whole one. */
function refuseCut(bytes: Uint8Array): void {
  const tail = new TextDecoder('latin1').decode(bytes.subarray(Math.max(0, bytes.length - 4096)))
  if (!/startxref|%%EOF/.test(tail)) throw new PlanparseError('truncated')
}

function readPages(bytes: Uint8Array): Promise<Page[]> {
  return withPdf(bytes, async (pdf) => {
    if (pdf.numPages > MOST_PAGES) throw new PlanparseError('too-large', `${pdf.numPages} > ${MOST_PAGES}`)
    const pages: Page[] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      // The others are counted all the same.
      await readPage(pdf, number).then(
        (page) => pages.push(page),
        () => {},
      )
    }
    if (pages.length < pdf.numPages) throw new PlanparseError('truncated', `${pages.length}/${pdf.numPages}`)
    return pages
  })
}

async function readPage(pdf: Pdf, number: number): Promise<Page> {
  const { width, height, items, operations } = await pdf.page(number)
  const { words, turned } = wordsOf(items)
  const tables: GridTable[] = findTables(readRules(operations), words)
  const inTables = new Set(tables.flatMap((table) => table.words))
  const lines: Line[] = linesOf(words.filter((word) => !inTables.has(word)))
  for (const text of turned) lines.push({ text, x: 0, y: height, size: 1, end: 0, furniture: true })
  return { width, height, lines, tables }
}

/** A scan may bear the name of the program that made it. */
const STAMP = /^(?:由?\s*扫描全能王(?:\s*扫描)?(?:\s*创建)?|CamScanner(?:\s*创建)?|Scanned (?:with|by) .{0,40})$/i

function hasWords({ lines, tables }: Page): boolean {
  return tables.length > 0 || lines.some((line) => !line.furniture && !STAMP.test(line.text.trim()))
}
