/**
 * What is written one way nearly everywhere and another way once or twice.
 */
import type { Range } from '../text/view.ts'

/** One thing that is written in some way. Only those of one kind are compared. */
export interface Written {
  kind: string
  way: string
  /** Things that stand together: a way that comes beside the common one is meant. */
  beside: object
  at: Range
  /** What it is said of, in short; another way for what is never said the common way is meant. */
  about?: string
}

/** One that is written unlike its neighbours, which are all written the common way. */
export interface Odd {
  written: Written
  common: string
  count: number
}

/** The odd ones: at most a fifth as many as the common way, each between neighbours that are written that way. */
export function oddAmong(all: readonly Written[]): Odd[] {
  const odd: Odd[] = []
  for (const same of byKind(all)) {
    const counts = new Map<string, number>()
    for (const { way } of same) counts.set(way, (counts.get(way) ?? 0) + 1)
    const [common = '', count = 0] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a))
    const together = waysBeside(same, common)
    const abouts = new Set(same.filter(({ way }) => way === common).map(({ about }) => about))
    same.forEach((written, i) => {
      const { way, about } = written
      if (way === common || together.has(way) || !abouts.has(about) || (counts.get(way) as number) * 5 > count) return
      const neighbours = [same[i - 1], same[i + 1]]
      if (neighbours.every((each) => each === undefined || each.way === common)) odd.push({ written, common, count })
    })
  }
  return odd
}

function byKind(all: readonly Written[]): Written[][] {
  const kinds = new Map<string, Written[]>()
  for (const written of all) {
    const same = kinds.get(written.kind)
    if (same) same.push(written)
    else kinds.set(written.kind, [written])
  }
  return [...kinds.values()]
}

/** The ways that come beside the common one. */
function waysBeside(same: readonly Written[], common: string): ReadonlySet<string> {
  const places = new Set(same.filter(({ way }) => way === common).map(({ beside }) => beside))
  return new Set(same.filter(({ way, beside }) => way !== common && places.has(beside)).map(({ way }) => way))
}
