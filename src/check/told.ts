/**
 * What the parser itself said of a document.
 */
import type { MessageCode } from '../message.ts'
import { type Found, quote, type Words } from './rule.ts'
import type { Subject } from './subject.ts'

/** The parser's messages with a code, in the words of a rule; `reason` is given the words they are about. */
export function told({ plan, text }: Subject, code: MessageCode, reason: (words: string) => Words): Found[] {
  return plan.messages
    .filter((message) => message.code === code)
    .map(({ position }) => {
      const at = position && { start: position.start.offset, end: position.end.offset }
      return { at, reason: reason(at ? quote(text.slice(at.start, at.end)) : '') }
    })
}
