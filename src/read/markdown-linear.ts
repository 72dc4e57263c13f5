/**
 * What keeps the time of the Markdown parser in step with its input. Two things are mended in the library: for each
 * container that ends it copies all that it has read so far, and it looks for addresses in words by a pattern that
 * starts anew at each of them. Where it looks back at all marks of a paragraph for each of them, they are counted.
 */

import { EditMap } from 'micromark-util-edit-map'
import type { Processor } from 'unified'

type Event = Parameters<EditMap['add']>[2][number]

/** Lets the library change the end of a list of events without copying what stands before it. */
export function editInPlace(): void {
  EditMap.prototype.consume = function (this: EditMap, events: Event[]) {
    const edits = this.map.splice(0).sort(([a], [b]) => a - b)
    this.index.clear()
    const from = edits[0]?.[0] ?? events.length
    const tail = events.splice(from)
    let at = 0
    const keepTo = (end: number) => {
      for (; at < end && at < tail.length; at++) events.push(tail[at] as Event)
    }
    for (const [index, removed, added] of edits) {
      keepTo(index - from)
      for (const event of added) events.push(event)
      at = Math.max(at, index - from + removed)
    }
    keepTo(tail.length)
  }
}

/** A plug-in for remark, after others: addresses in words are left to be words, as which they are read anyway. */
export function withoutAddresses(this: Processor): void {
  const data = this.data()
  data.fromMarkdownExtensions = data.fromMarkdownExtensions
    ?.flat(Number.POSITIVE_INFINITY)
    .map((extension) => ({ ...extension, transforms: [] }))
}

/** Marks in what is one paragraph for certain, and in what may be one. */
const MOST_MARKS = 1000
const MOST_IN_LINES = 5000

/** Lines that no paragraph goes on over, and those that it does not go on over where they are what they look like. */
const ENDS = /^ {0,3}(?:> ?)*(?:$|#{1,6}\s|[-*+] {1,4}\S)/
const MAY_END = /^[ \t>]*(?:[-*+]\s|\d{1,9}[.)]\s|\||\[\^)/

/** Lines of one paragraph in which an address may begin. */
const MOST_LINES = 5000

/**
 * True where a paragraph has more marks of emphasis and ends of links than can be held against each other, or more lines in
 * which addresses are looked for.
 */
export function hasTooManyMarks(text: string): boolean {
  let sure = 0
  let perhaps = 0
  let lines = 0
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (ENDS.test(line)) perhaps = lines = 0
    if (perhaps === 0 || MAY_END.test(line)) sure = 0
    const marks = line.match(/[*_~]+|\]/g)?.length ?? 0
    sure += marks
    perhaps += marks
    if (/[A-Za-z]/.test(line)) lines++
    if (sure > MOST_MARKS || perhaps > MOST_IN_LINES || lines > MOST_LINES) return true
  }
  return false
}
