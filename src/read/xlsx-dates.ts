/**
 * Dates in spreadsheets: numbers of days that a format makes dates (ECMA-376 Part 1, 18.17.4.1). What lies outside
 * the calendar a spreadsheet program shows as #######; here it stays the number that it is.
 */
import type { Archive } from './zip.ts'

export interface Calendar {
  /** Days are counted from 1904, as once on the Macintosh. */
  from1904: boolean
  /** Dates of a format that is not known may be months. */
  months: boolean
}

const DAY = 86_400_000
/** Day 0. */
const FROM_1900 = Date.UTC(1899, 11, 31)
const FROM_1904 = Date.UTC(1904, 0, 1)
/** No spreadsheet has days after 9999-12-31. */
const END = Date.UTC(10_000, 0, 1)

/** 2024年6月30日, or 2024年6月 where no day is shown; 9:30 for a time; a number where there is no such day. */
export function showDate(date: Date, format: string | undefined, { from1904, months }: Calendar): string {
  const days = (date.getTime() - (from1904 ? FROM_1904 : FROM_1900)) / DAY
  if (isTimeFormat(format) && days >= 0 && days < 1) return timeOf(date)
  // Before the first day of the calendar there is none: 0 stands where nothing has been filled in.
  if (days < (from1904 ? 0 : 1)) return showNumber(days)
  // 1900 was a leap year to the first spreadsheets, and is to all others since.
  if (date.getTime() >= END) return showNumber(from1904 ? days : days + 1)
  const day = date.getUTCDate()
  const isMonth = format === undefined ? months && day === 1 : isMonthFormat(format)
  return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${isMonth ? '' : `${day}日`}`
}

/** Without the digits that only the binary form has. */
export function showNumber(value: number): string {
  return String(Number(value.toPrecision(12)))
}

function timeOf(date: Date): string {
  return `${date.getUTCHours()}:${String(date.getUTCMinutes()).padStart(2, '0')}`
}

/** What stands in quotation marks or brackets is no part of a date. */
function bare(format: string): string {
  return format.replace(/"[^"]*"?|\[[^\]]*\]?|\\./g, '')
}

/** Year and month and no day. */
function isMonthFormat(format: string): boolean {
  return /y/i.test(bare(format)) && /m/i.test(bare(format)) && !/d/i.test(bare(format))
}

function isTimeFormat(format = ''): boolean {
  return /h/i.test(bare(format)) && !/[yd]/i.test(bare(format))
}

/** A number of a cell; where it is one that no date and no sum can be, its text is looked for in the file. */
const NUMBER = /<(?:\w{1,20}:)?v>\s{0,20}([-+.\deE]{1,400})\s{0,20}<\//g
const LARGEST_DAY = 1e8
/** Characters of a cell before its number: what it is called, its formula. */
const REACH = 10_000

/**
 * The texts of numbers that are too large to be told otherwise, by `row,column` from 0; `null` where sheets have
 * different ones in one place.
 */
export async function numbersBeyond(archive: Archive, parts: readonly string[]): Promise<Map<string, string | null>> {
  const found = new Map<string, string | null>()
  for (const part of parts) {
    const pieces: Uint8Array[] = []
    await archive.read(part, (bytes) => pieces.push(bytes))
    const xml = Buffer.concat(pieces).toString('latin1')
    for (const { 1: text = '', index } of xml.matchAll(NUMBER)) {
      if (Math.abs(Number(text)) <= LARGEST_DAY) continue
      const place = placeOf(xml.slice(Math.max(0, index - REACH), index))
      if (place !== null) found.set(place, (found.get(place) ?? text) === text ? text : null)
    }
  }
  return found
}

/** Where the cell stands that the XML before its number opens: `<c r="B3"` → `2,1`. */
function placeOf(before: string): string | null {
  const open = before.slice(before.lastIndexOf(' r="'))
  const [, letters, row] = /^ r="([A-Z]{1,3})(\d{1,7})"/.exec(open) ?? []
  if (letters === undefined || open.includes('c>')) return null
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return `${Number(row) - 1},${column - 1}`
}
