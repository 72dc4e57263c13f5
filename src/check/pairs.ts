/**
 * Brackets with both their ends, in the words of the document and in its numbers.
 */

import type { Edit } from '../plan.ts'
import { type Bracket, findBrackets } from '../text/brackets.ts'
import { View } from '../text/view.ts'
import type { Subject } from './subject.ts'

/** The offsets of the two ends, and the characters that stand there. */
export interface Pair {
  open: number
  close: number
  printed: string
  family: Bracket['family']
  /** Chinese words stand in it, or it is a number's: Latin words and figures have half width rightly. */
  isChinese: boolean
}

/** How much of a bracket is looked at; keeps the work small where thousands stand in one another. */
const REACH = 200

export function pairsOf({ text, pieces, items }: Subject): Pair[] {
  const pairs: Pair[] = []
  const add = (view: View, isMarker: boolean) => {
    for (const { start, end, closed, family } of findBrackets(view.text)) {
      if (!closed) continue
      const isChinese = isMarker || /\p{Script=Han}/u.test(view.text.slice(start, Math.min(end, start + REACH)))
      const printed = `${view.text[start]}${view.text[end - 1]}`
      pairs.push({ open: view.offsetAt(start), close: view.offsetAt(end - 1), printed, family, isChinese })
    }
  }
  for (const { view } of pieces) add(view, false)
  for (const { spans } of items) {
    for (const { start, end, kind } of spans) if (kind === 'marker') add(View.of(text, start, end), true)
  }
  return pairs
}

/** Round brackets by their width. */
export interface Widths {
  half: Pair[]
  full: Pair[]
  /** One end of each. */
  mixed: Pair[]
  /** That which most have; full width where neither is commoner, `null` where there are none. */
  common: '()' | '（）' | null
}

export function widthsOf(pairs: readonly Pair[]): Widths {
  const round = pairs.filter(({ isChinese }) => isChinese)
  const half = round.filter(({ printed }) => printed === '()')
  const full = round.filter(({ printed }) => printed === '（）')
  const mixed = pairs.filter(({ printed }) => printed === '(）' || printed === '（)')
  const common = half.length > full.length ? '()' : full.length > 0 ? '（）' : null
  return { half, full, mixed, common }
}

/** Makes the ends of a round bracket of one width; an end that has it is let be. */
export function toWidth({ open, close, printed }: Pair, width: '()' | '（）'): Edit[] {
  const edits = [
    { start: open, end: open + 1, text: width[0] as string },
    { start: close, end: close + 1, text: width[1] as string },
  ]
  return edits.filter(({ text }, i) => text !== printed[i])
}
