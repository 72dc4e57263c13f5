/**
 * Counts paragraphs in their lists and prints the marker of each, as Word does (ECMA-376 Part 1, 17.9).
 */

import type { Level, List } from './numbering.ts'
import { printNumber } from './numerals.ts'

/** Bullets that offices print before pieces of work; others only lay text out. */
const BULLETS = '★●■◆▲'

export class Counters {
  /** The numbers of each level, by abstract definition. */
  readonly #counts = new Map<string, number[]>()
  /** Lists and levels whose own start was taken: it counts only when the list first comes to the level. */
  readonly #started = new Set<string>()

  /** Counts one paragraph on and gives its marker; `null` where none is printed. */
  next(numId: string, list: List, ilvl: number): string | null {
    const level = list.levels.get(ilvl)
    if (!level) return null
    const counts = this.#countsOf(list)
    const own = this.#ownStart(numId, list, ilvl)
    const last = counts[ilvl]
    counts[ilvl] = own ?? (last === undefined ? startOf(list, ilvl) : last + 1)
    openAbove(counts, list, ilvl)
    restartBelow(counts, list, ilvl)
    return markerOf(level, list, counts)
  }

  #countsOf(list: List): number[] {
    const counts = this.#counts.get(list.counts) ?? []
    this.#counts.set(list.counts, counts)
    return counts
  }

  #ownStart(numId: string, list: List, ilvl: number): number | null {
    const key = `${numId}/${ilvl}`
    const start = list.starts.get(ilvl)
    if (start === undefined || this.#started.has(key)) return null
    this.#started.add(key)
    return start
  }
}

function startOf(list: List, ilvl: number): number {
  return list.starts.get(ilvl) ?? list.levels.get(ilvl)?.start ?? 1
}

/** A level above that no paragraph has used counts as used: after 1.1 the next one at the first level is 2. */
function openAbove(counts: number[], list: List, ilvl: number): void {
  for (let above = 0; above < ilvl; above++) counts[above] ??= startOf(list, above)
}

/** A level begins anew after any level above it, or after the one that it names (17.9.10). */
function restartBelow(counts: number[], list: List, ilvl: number): void {
  for (let below = ilvl + 1; below < counts.length; below++) {
    const restart = list.levels.get(below)?.restart ?? null
    if (restart === null || (restart !== 0 && ilvl < restart)) delete counts[below]
  }
}

function markerOf(level: Level, list: List, counts: readonly number[]): string | null {
  const marker = level.text
    .replace(/%([1-9])/g, (_, digit: string) => {
      const above = Number(digit) - 1
      return numberOf(level, list.levels.get(above), counts[above] ?? 0)
    })
    .trim()
  if (level.format === 'bullet') return BULLETS.includes(marker) && marker !== '' ? marker : null
  return marker === '' ? null : marker
}

function numberOf(level: Level, of: Level | undefined, value: number): string {
  if (of === undefined) return ''
  if (of.format === 'custom') return String(value).padStart(of.width, '0')
  const hasNumber = of.format !== 'none' && of.format !== 'bullet'
  return printNumber(level.legal && hasNumber ? 'decimal' : of.format, value)
}

/**
 * How deep a paragraph stands in a list whose levels print the same style of marker, 1. below 1.; 0 where the marker
 * itself tells the level.
 */
export function depthOf(list: List, ilvl: number): number {
  const style = styleOf(list, ilvl)
  for (let above = 0; above < ilvl; above++) if (styleOf(list, above) === style) return ilvl + 1
  return 0
}

/** （1） and (1) are one style, and 1. and 1、. */
function styleOf(list: List, ilvl: number): string {
  const level = list.levels.get(ilvl)
  if (!level) return ''
  const text = level.text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[、.．,，]$/, '.')
  const one = level.legal ? 'decimal' : level.format
  return text.replace(/%[1-9]/g, '%') + (level.format === 'bullet' ? '' : printNumber(one, 1))
}
