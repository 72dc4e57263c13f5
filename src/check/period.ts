/**
 * The years a plan is made for, by its title: 2023年工作要点, 三年行动方案（2023—2025年）, “十四五”规划.
 */
import { planPeriodOf } from '../deadline/calendar.ts'
import { squeeze } from '../text/chars.ts'
import { parseNumeral } from '../text/numerals.ts'

const RANGE = /(?:19|20|21)\d{2}年?(?:[-—–~～－至到]+)((?:19|20|21)\d{2})/
const YEAR = /(?:19|20|21)\d{2}/g
const FIVE_YEARS = /十([一二三四五六七八九])五/

/** The last year of a plan; `null` where its title names none. */
export function lastYearOf(title: string | null): number | null {
  const bare = squeeze(title ?? '')
  const end = RANGE.exec(bare)?.[1]
  if (end !== undefined) return Number(end)
  const years = bare.match(YEAR)
  if (years) return Math.max(...years.map(Number))
  const number = parseNumeral(FIVE_YEARS.exec(bare)?.[1] ?? '')
  return number === null ? null : Number(planPeriodOf(number + 10).last.slice(0, 4))
}
