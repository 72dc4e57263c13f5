/**
 * Ids: the ordinals from the top joined by dots; `#n` for the n-th sibling without a number; `~2` for an ordinal that
 * comes again among siblings.
 */
export class Siblings {
  readonly #prefix: string
  readonly #seen = new Map<number, number>()
  #unnumbered = 0

  /** `prefix` is the id of what stands above, `''` at the top. */
  constructor(prefix: string) {
    this.#prefix = prefix === '' ? '' : `${prefix}.`
  }

  next(ordinal: number | null): string {
    if (ordinal === null) return `${this.#prefix}#${++this.#unnumbered}`
    const times = (this.#seen.get(ordinal) ?? 0) + 1
    this.#seen.set(ordinal, times)
    return `${this.#prefix}${ordinal}${times > 1 ? `~${times}` : ''}`
  }
}
