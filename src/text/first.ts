/** Rows of a table of patterns by the character that a text begins with: most texts then meet few of the rows, or none. */

/**
 * Gives the rows that a text may be of, in their order. `opens` says with which characters a row's texts begin, as a
 * character class does: single ones and ranges (`0-9`), each of one UTF-16 unit.
 */
export function byFirst<R>(rows: readonly R[], opens: (row: R) => string): (text: string) => readonly R[] {
  const found = new Map<number, R[]>()
  for (const row of rows) {
    for (const code of codesOf(opens(row))) {
      const list = found.get(code)
      if (list) list.push(row)
      else found.set(code, [row])
    }
  }
  return (text) => found.get(text.charCodeAt(0)) ?? NONE
}

const NONE: readonly never[] = []

function codesOf(characters: string): Set<number> {
  const codes = new Set<number>()
  for (let i = 0; i < characters.length; i++) {
    const first = characters.charCodeAt(i)
    const isRange = characters[i + 1] === '-' && i + 2 < characters.length
    const last = isRange ? characters.charCodeAt(i + 2) : first
    for (let code = first; code <= last; code++) codes.add(code)
    if (isRange) i += 2
  }
  return codes
}
