/**
 * Rows of a table of patterns by the character that a text begins with, or ends in: most texts then meet few of the
 * rows, or none.
 */

/** The rows that a text may be of, in their order. */
type RowsOf<R> = (text: string) => readonly R[]

/**
 * Rows by first character. `opens` says with which characters a row's texts begin, as a character class does: single
 * ones and ranges (`0-9`), each of one UTF-16 unit.
 */
export function byFirst<R>(rows: readonly R[], opens: (row: R) => string): RowsOf<R> {
  const found = byCode(rows, (row) => codesOf(opens(row)))
  return (text) => found.get(text.charCodeAt(0)) ?? NONE
}

/** Rows by last character; `closes` is such a class too. */
export function byLast<R>(rows: readonly R[], closes: (row: R) => string): RowsOf<R> {
  const found = byCode(rows, (row) => codesOf(closes(row)))
  return (text) => found.get(text.charCodeAt(text.length - 1)) ?? NONE
}

const NONE: readonly never[] = []

/** Rows by code unit, in their order. */
export function byCode<R>(rows: readonly R[], codes: (row: R) => readonly number[]): ReadonlyMap<number, readonly R[]> {
  const found = new Map<number, R[]>()
  for (const row of rows) {
    for (const code of codes(row)) {
      const list = found.get(code)
      if (list === undefined) found.set(code, [row])
      else if (list[list.length - 1] !== row) list.push(row)
    }
  }
  return found
}

function codesOf(characters: string): number[] {
  const codes: number[] = []
  for (let i = 0; i < characters.length; i++) {
    const first = characters.charCodeAt(i)
    const isRange = characters[i + 1] === '-' && i + 2 < characters.length
    const last = isRange ? characters.charCodeAt(i + 2) : first
    for (let code = first; code <= last; code++) codes.push(code)
    if (isRange) i += 2
  }
  return codes
}
