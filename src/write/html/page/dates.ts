/** Calendar days, `2023-06-30`; what they compare as text needs none of this. */

const DAY = 86_400_000

/** From one day to another; `null` where one is no date. */
export function daysBetween(from: string, to: string): number | null {
  const days = (Date.parse(to) - Date.parse(from)) / DAY
  return Number.isNaN(days) ? null : days
}

/** The reader's own day. */
export function today(): string {
  const now = new Date()
  return iso(now.getFullYear(), now.getMonth(), now.getDate())
}

/** The first days of the months from the one of a day to the one after another, every `step` of them. */
export function monthsAcross(from: string, to: string, step: number): string[] {
  const [first, last] = [monthOf(from), monthOf(to) + 1]
  const months: string[] = []
  for (let month = first - (first % step); month <= last; month += step) {
    months.push(iso(Math.floor(month / 12), month % 12, 1))
  }
  return months
}

/** Months since the year 0. */
function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
}

function iso(year: number, month: number, day: number): string {
  return [String(year).padStart(4, '0'), two(month + 1), two(day)].join('-')
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
