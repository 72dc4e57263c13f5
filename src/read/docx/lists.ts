/**
 * The list a paragraph is in, by its own word or its style's, and its marker there (ECMA-376 Part 1, 17.3.1.19).
 */
import { Counters, depthOf } from './counters.ts'
import type { List, Numbering } from './numbering.ts'
import type { ResolvedStyle, Said } from './styles.ts'

/** Numbers the paragraphs of one story in their order. */
export class Lists {
  readonly #numbering: Numbering
  readonly #counters = new Counters()

  constructor(numbering: Numbering) {
    this.#numbering = numbering
  }

  /** Counts a paragraph on. */
  number(said: Said, style: ResolvedStyle): { generated: string | null; list: number } {
    const numId = said.numId ?? style.numId
    const list = numId === null ? null : this.#numbering.list(numId)
    if (numId === null || !list) return { generated: null, list: 0 }
    const ilvl = said.ilvl ?? levelOf(list, style)
    const generated = this.#counters.next(numId, list, ilvl)
    return { generated, list: generated === null ? 0 : depthOf(list, ilvl) }
  }
}

/** The level that names the style (17.9.23), else the one that the style names. */
function levelOf(list: List, style: ResolvedStyle): number {
  if (style.listStyle !== null) {
    for (const [ilvl, level] of list.levels) if (level.style === style.listStyle) return ilvl
  }
  return style.ilvl ?? 0
}
