/** CSV (RFC 4180) and tab-separated values, as spreadsheets save them: one sheet. */
import { parse } from 'csv-parse/sync'
import { Draft, type DraftCell } from './draft.ts'
import type { Reading } from './index.ts'
import { writeSheet } from './sheet.ts'

/** `sep=;` at the top tells Excel the separator and is no part of the table. */
const SEPARATOR_LINE = /^sep=[,;\t](?:\r\n|\n|\r)/i

export function readCsv(text: string): Reading {
  const draft = new Draft()
  writeSheet(
    draft,
    csvRows(text.replace(SEPARATOR_LINE, '')).map((row) => row.map(cellOf)),
  )
  return { ...draft.finish(), lines: 'none', notes: [], markup: [] }
}

/** The cells as they stand; a blank line is a row as well. */
export function csvRows(text: string): string[][] {
  const options = { relax_quotes: true, relax_column_count: true, delimiter: delimiterOf(text) }
  try {
    return parse(text, options)
  } catch {
    // A quotation mark that never closes: then they are marks like others.
    return parse(text, { ...options, quote: null })
  }
}

/** What stands oftenest in the first lines: commas, tabs or semicolons. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 4000)
  const times = (c: string) => head.split(c).length
  return [',', '\t', ';'].reduce((best, each) => (times(each) > times(best) ? each : best))
}

function cellOf(value: string): DraftCell {
  // A single quotation mark in front is how formulas are made harmless.
  const lines = value.replace(/^'(?=[=+\-@])/, '').split(/\r\n|\n|\r/)
  return { paragraphs: lines.filter((line) => line.trim() !== '').map((line) => [line]), rows: 1, columns: 1 }
}
