/** Marks what was searched for, where the browser can do that without touching the page's elements. */

const NAME = 'found'

/** In the text below these elements, each of the words as it was typed, capitals or not. */
export function highlight(words: readonly string[], ...within: Element[]): void {
  if (!('highlights' in CSS)) return
  const ranges = words.length ? within.flatMap((element) => [...rangesIn(element, words)]) : []
  if (ranges.length) CSS.highlights.set(NAME, new Highlight(...ranges))
  else CSS.highlights.delete(NAME)
}

function* rangesIn(element: Element, words: readonly string[]): Generator<Range> {
  const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    const text = (node.nodeValue ?? '').toLowerCase()
    for (const word of words) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
        yield rangeOf(node, at, word)
    }
  }
}

/** A letter whose small form is longer moves what follows it; the range stays within its text. */
function rangeOf(node: Node, at: number, word: string): Range {
  const range = document.createRange()
  const length = node.nodeValue?.length ?? 0
  range.setStart(node, Math.min(at, length))
  range.setEnd(node, Math.min(at + word.length, length))
  return range
}
