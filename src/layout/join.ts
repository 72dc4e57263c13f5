/** Lines put together to paragraphs, and what a paragraph so far leaves open. */
import type { TextBlock } from '../stages.ts'
import { append } from '../text/append.ts'
import { closesMore, findBrackets } from '../text/brackets.ts'
import { joinLines } from '../text/view.ts'
import { BLANK_CELL } from './looks.ts'
import { begins } from './wrapping.ts'

/**
 * Joins neighbours for which `joins` says so, and no format speaks against it; furniture between them is passed over and
 * put after the paragraph.
 */
export function joinWhere(
  lines: readonly TextBlock[],
  joins: (paragraph: readonly TextBlock[], line: TextBlock, last: TextBlock) => boolean,
): TextBlock[] {
  const result: TextBlock[] = []
  let paragraph: TextBlock[] = []
  let between: TextBlock[] = []
  const flush = () => {
    const [first] = paragraph
    if (first)
      result.push(paragraph.length === 1 ? first : { ...first, view: joinLines(paragraph.map((line) => line.view)) })
    append(result, between)
    paragraph = []
    between = []
  }
  for (const line of lines) {
    if (line.role !== null) {
      between.push(line)
      continue
    }
    const last = paragraph.at(-1)
    const mayGoOn = last && last.heading === null && !begins(line) && !BLANK_CELL.test(line.view.text)
    if (mayGoOn && joins(paragraph, line, last)) paragraph.push(line)
    else {
      flush()
      paragraph = [line]
    }
  }
  flush()
  return result
}

/** The text of lines joined. */
export function textOf(lines: readonly TextBlock[]): string {
  return joinLines(lines.map((line) => line.view)).text
}

/** A bracket or 《 left open, which the next line closes. */
export function opensInto(before: string, text: string): boolean {
  const last = findBrackets(before.slice(-400)).findLast((bracket) => !bracket.closed)
  if (!last) return /“[^“”]{0,60}$/.test(before.slice(-80)) && /^[^“”]{0,60}”/.test(text)
  const words = text.slice(0, 300)
  return closesMore(words) || (last.family === 'title' && /[)）\]］〕】》]/.test(words))
}
