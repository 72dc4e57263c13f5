/**
 * The year in which bare months are read: the single year in the title, of a summary and plan the
 * plan's, else that of issue.
 */
import { plain } from '../text/chars.ts'
import { parseNumeral } from '../text/numerals.ts'

const YEARS = /(?:19|20|21)\d{2}|[二][〇○零一二三四五六七八九]{3}(?=年)/g
/** 2023—2025年, 2024至2026年: a range names no single year. */
const RANGE = /\d{4}年?(?:[-—–~～－至]|到)+\d{2,4}年?/
/** 2024年工作总结和2025年工作计划: what is to be done is of the second year. */
const SUMMED_UP_AND_PLANNED =
  /(?:总结|回顾|情况|成效).{1,3}(?<planned>(?:20|21)\d{2})年.{0,8}(?:计划|打算|安排|要点|思路|谋划|部署|设想)/

/** The same without years: 上半年工作总结及下半年工作打算. */
const SUMMARY_AND_PLAN = /(?:总结|回顾)[^。]{1,12}(?:计划|打算|安排|要点|思路|谋划|部署|设想)/

/** True for the title of a document that first tells what was done, and then what is to be done. */
export function isSummaryAndPlan(title: string | null): boolean {
  const bare = plain(title ?? '')
  return !bare.endsWith('通知') && (SUMMED_UP_AND_PLANNED.test(bare) || SUMMARY_AND_PLAN.test(bare))
}

export function yearOf(title: string | null, issuedOn: string | null): number | null {
  const bare = plain(title ?? '').replace(RANGE, '')
  const years = new Set([...bare.matchAll(YEARS)].map((match) => parseNumeral(match[0])))
  if (years.size === 1) return [...years][0] ?? null
  const planned = SUMMED_UP_AND_PLANNED.exec(bare)?.groups?.planned
  if (planned) return parseNumeral(planned)
  return issuedOn ? Number(issuedOn.slice(0, 4)) : null
}
