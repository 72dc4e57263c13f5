/**
 * Tables ruled between their rows only: the upright rules that would stand between their columns, in the gaps between
 * the headings where least text is.
 */
import { isHeader } from '../../terms/columns.ts'
import { lineOf, rowsOf, type Word } from './lines.ts'
import type { Rule } from './rules.ts'

/** Rules begin and end at one place where they miss each other by no more. */
const NEAR = 3
/** Around a row of headings and two rows below it; a rule below the headings alone tells no rows. */
const LEAST_LEVELS = 4
/** More are no rows of a table. */
const MOST_LEVELS = 400

/** Upright rules for tables that have none. */
export function missingUprights(rules: readonly Rule[], words: readonly Word[]): Rule[] {
  const levels = rules.filter((rule) => rule.level)
  const uprights = rules.filter((rule) => !rule.level)
  if (levels.length > MOST_LEVELS || uprights.length > MOST_LEVELS) return []
  const bare = levels.filter((level) => !uprights.some((upright) => meet(level, upright)))
  return runsOf(bare).flatMap((run) => uprightsOf(run, words))
}

function meet(level: Rule, upright: Rule): boolean {
  const isOn = (place: number, rule: Rule) => place > rule.from - NEAR && place < rule.to + NEAR
  return isOn(upright.at, level) && isOn(level.at, upright)
}

/** Level rules one below another that begin and end at one place. */
function runsOf(levels: readonly Rule[]): Rule[][] {
  const runs: Rule[][] = []
  for (const level of [...levels].sort((a, b) => a.at - b.at)) {
    const last = runs.at(-1)?.at(-1)
    const isNext = last && Math.abs(last.from - level.from) < NEAR && Math.abs(last.to - level.to) < NEAR
    if (isNext) runs.at(-1)?.push(level)
    else runs.push([level])
  }
  return runs.filter((run) => run.length >= LEAST_LEVELS)
}

function uprightsOf(run: readonly Rule[], words: readonly Word[]): Rule[] {
  const [top, below] = run as [Rule, Rule]
  const bottom = run.at(-1) as Rule
  const inside = words.filter((word) => word.x > top.from - NEAR && word.end < top.to + NEAR && word.y < bottom.at)
  const heads = headingsOf(inside.filter((word) => word.y > top.at && word.y < below.at))
  if (!isHeader(heads.map((head) => head.text))) return []
  const body = inside.filter((word) => word.y > below.at)
  const between = heads.slice(1).map((head, i) => gapBetween(heads[i] as Heading, head, body))
  return [top.from, ...between, top.to].map((at) => ({ level: false, at, from: top.at, to: bottom.at }))
}

interface Heading {
  text: string
  x: number
  end: number
}

/** The headings of columns; one may take several lines. */
function headingsOf(words: readonly Word[]): Heading[] {
  const columns: Word[][] = []
  for (const word of [...words].sort((a, b) => a.x - b.x)) {
    const last = columns.at(-1)
    if (last?.some((other) => word.x < other.end + word.size / 2)) last.push(word)
    else columns.push([word])
  }
  return columns.map((column) => ({
    text: rowsOf(column)
      .map((row) => lineOf(row).text)
      .join(''),
    x: Math.min(...column.map((word) => word.x)),
    end: Math.max(...column.map((word) => word.end)),
  }))
}

/** The middle of the widest gap between two headings into which the fewest words reach. */
function gapBetween(left: Heading, right: Heading, words: readonly Word[]): number {
  const [from, to] = [(left.x + left.end) / 2, (right.x + right.end) / 2]
  const steps = words
    .filter((word) => word.end > from && word.x < to)
    .flatMap(({ x, end }) => [
      { at: Math.max(x, from), more: 1 },
      { at: Math.min(end, to), more: -1 },
    ])
  steps.sort((a, b) => a.at - b.at)
  let best = { reach: Number.POSITIVE_INFINITY, width: 0, middle: (left.end + right.x) / 2 }
  let reach = 0
  let start = from
  for (const { at, more } of [...steps, { at: to, more: 0 }]) {
    const width = at - start
    if (width > 0 && (reach < best.reach || (reach === best.reach && width > best.width)))
      best = { reach, width, middle: start + width / 2 }
    reach += more
    start = at
  }
  return best.middle
}
