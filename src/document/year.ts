/**
 * The year in which bare months are read: the single year in the title, else that of issue.
 */
import { squeeze } from '../text/chars.ts'
import { parseNumeral } from '../text/numerals.ts'

const YEARS = /(?:19|20|21)\d{2}|[二][〇○零一二三四五六七八九]{3}(?=年)/g
/** 2023—2025年, 2024至2026年: a range names no single year. */
const RANGE = /\d{4}年?(?:[-—–~～－至]|到)+\d{2,4}年?/

export function yearOf(title: string | null, issuedOn: string | null): number | null {
  const bare = squeeze(title ?? '').replace(RANGE, '')
  const years = new Set([...bare.matchAll(YEARS)].map((match) => parseNumeral(match[0])))
  if (years.size === 1) return [...years][0] ?? null
  return issuedOn ? Number(issuedOn.slice(0, 4)) : null
}
