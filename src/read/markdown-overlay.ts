/**
 * The words of Markdown laid over their source, which writes them another way here and there: escapes, character
 * references, the indents and quote marks of further lines (CommonMark 0.31, 2.4, 2.5 and 5.1).
 */
import { type Range, View } from '../text/view.ts'

const REFERENCE = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][\da-zA-Z]{0,31});/y
const ESCAPE = /\\[!-/:-@[-`{-~]/y

/** More different names of characters than HTML has are none: what goes beyond is not decoded. */
const MOST_NAMES = 2500

export class Overlay {
  readonly #text: string
  readonly #decode: (markdown: string) => string
  readonly #names = new Map<string, string>()

  /** `decode` gives the words of a piece of Markdown. */
  constructor(text: string, decode: (markdown: string) => string) {
    this.#text = text
    this.#decode = decode
  }

  /** A value that was read from a range of the source, one view a line. Code has neither escapes nor references. */
  lay(value: string, { start, end }: Range, isCode: boolean): View[] {
    const lines: View[][] = [[]]
    const text = this.#text
    const push = (view: View) => {
      if (view.length > 0) lines.at(-1)?.push(view)
    }
    /** Where the source and the value have begun to run alike, where they are now in the source and in the value. */
    let from = start
    let at = start
    let i = 0
    const cut = (next: number) => {
      push(View.of(text, from, at))
      at = next
      from = next
    }
    while (i < value.length && at < end) {
      const reference = isCode ? null : this.#referenceAt(at, value, i)
      if (reference) {
        const { printed, shown } = reference
        const place = at
        cut(at + printed.length)
        if (isLineEnd(shown)) lines.push([])
        else push(View.rewritten(shown, place, at))
        i += shown.length
        continue
      }
      if (!isCode && matchAt(ESCAPE, text, at)) cut(at + 1)
      const c = value[i] as string
      if (isLineEnd(c) && text[at] === c) {
        const ends = c === '\r' && value[i + 1] === '\n' ? 2 : 1
        cut(at + ends)
        lines.push([])
        i += ends
      } else if (text[at] === c || (text[at] === '\0' && c === '\ufffd')) {
        at++
        i++
      } else cut(at + 1)
    }
    cut(at)
    // What does not stand there after all is shown nevertheless.
    push(View.rewritten(value.slice(i), at, at))
    return lines.map((views) => (views.length > 0 ? View.join(views, () => '') : View.of(text, at, at)))
  }

  /** The reference that stands at an offset of the source for what the value has at `i`. */
  #referenceAt(at: number, value: string, i: number): { printed: string; shown: string } | null {
    const printed = matchAt(REFERENCE, this.#text, at)
    if (!printed) return null
    const shown = printed.startsWith('&#') ? String.fromCodePoint(value.codePointAt(i) as number) : this.#named(printed)
    return shown !== printed && value.startsWith(shown, i) ? { printed, shown } : null
  }

  #named(printed: string): string {
    const known = this.#names.get(printed)
    if (known !== undefined || this.#names.size >= MOST_NAMES) return known ?? printed
    // A letter before it, so that it is no white space at the beginning.
    const shown = this.#decode(`a${printed}`).slice(1)
    this.#names.set(printed, shown)
    return shown
  }
}

function isLineEnd(c: string): boolean {
  return c === '\n' || c === '\r'
}

/** What a sticky pattern finds at an offset. */
function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}
