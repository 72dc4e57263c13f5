/**
 * Paragraphs torn in two, by a page break or a stray line end, made whole again.
 */
import { isTornTime } from '../deadline/index.ts'
import type { TextBlock } from '../stages.ts'
import type { Terms } from '../terms/additions.ts'
import { standsAlone } from '../terms/frame.ts'
import { countsOn, type Marker, readMarker } from '../terms/markers.ts'
import { looksLikeUnit } from '../terms/units.ts'
import { joinWhere, opensInto, textOf } from './join.ts'
import { CLOSED, ENDS_IN_BRACKET, endsInLabel, isBrokenLabel, isLabelled, LABEL } from './wrapping.ts'

/** What ends in the midst of a list or clause. */
const OPEN = /[，,、（(〔【“《—]$/
/** A list of names that ends in the midst of one: 市公安局、市文化广电和|旅游局. */
const TORN_NAME = /、[^、，,；;。\s]{2,12}[和与及]$/

/** Joins what was torn in a text that was not wrapped: sentences over a page break, brackets over a line end. */
export function mend(paragraphs: readonly TextBlock[], terms: Terms): TextBlock[] {
  return joinWhere(paragraphs, (before, next) => {
    if (losesIndent(before, next, terms)) return true
    const text = textOf(before)
    return mayGoOn(text, next, terms) && (leavesOpen(text, next.view.text, terms) || isCut(text, next.view.text, terms))
  })
}

/** Joins true paragraphs where only a line end hit by mistake explains them: one leaves something open. */
export function mendOpen(paragraphs: readonly TextBlock[], terms: Terms): TextBlock[] {
  return joinWhere(paragraphs, (before, next) => {
    const text = textOf(before)
    return mayGoOn(text, next, terms) && leavesOpen(text, next.view.text, terms)
  })
}

function mayGoOn(before: string, next: TextBlock, terms: Terms): boolean {
  if (before.length > 3000) return false
  const { text } = next.view
  const marker = readMarker(text)
  if ((marker !== null && !marker.weak) || countsOn(before, text) || isNext(readMarker(before), marker)) return false
  // A label goes on with an annotation only where one before it has ended, or it is cut itself:
  // （责任单位：市教育局；|完成时限：6月底）, （完|成时限：6月底）, （|责任单位：市教育局）.
  if (isLabelled(text, terms)) {
    const mayBeCut = /[；;，,、]$/.test(before) || ENDS_IN_BRACKET.test(before) || isBrokenLabel(before, text, terms)
    return mayBeCut && opensInto(before, text)
  }
  return !standsAlone(text)
}

/** 第二项 after 第一项: the number of the next item, weak as it may be. */
function isNext(own: Marker | null, marker: Marker | null): boolean {
  return own !== null && marker !== null && own.family === marker.family && (own.ordinal ?? 0) + 1 === marker.ordinal
}

/** A bracket, a list, or what a label or a number stands before is not there yet. */
function leavesOpen(before: string, text: string, terms: Terms): boolean {
  if (opensInto(before, text) || endsInLabel(before, terms) || readMarker(before)?.text === before.trim()) return true
  if (CLOSED.test(before)) return false
  if (cutsDeadline(before, text, terms)) return true
  if (/^[（(](?:其中|含|不含|包括|不包括)/.test(text)) return true
  if (TORN_NAME.test(before)) return true
  return OPEN.test(before) && (before.length > 12 || /[，、（(〔“《]$/.test(before))
}

/** 完成时限：6月30日前，并长期|坚持: a line end in the midst of a time. */
function cutsDeadline(before: string, text: string, terms: Terms): boolean {
  const words = text.replace(/[。；;]$/, '')
  const near = before.slice(-100)
  const colon = Math.max(near.lastIndexOf('：'), near.lastIndexOf(':'))
  const label = colon < 0 ? undefined : LABEL.exec(near.slice(0, colon))?.[0]
  if (words.length > 12 || label === undefined || terms.fieldOf(label)?.kind !== 'deadline') return false
  const value = near.slice(colon + 1).split(/[，,；;、]/)
  return isTornTime(value.at(-1) as string, words)
}

/** A sentence is cut; 完成时限：6月底前 before the item 1.1.2 is not: a label's value needs no stop. */
function isCut(before: string, text: string, terms: Terms): boolean {
  return dangles(before, text) && !(readMarker(text) !== null && isLabelled(before, terms))
}

/** A dangling piece of a sentence after another one, and one that goes on to a full stop. */
function dangles(before: string, text: string): boolean {
  const dangling =
    readMarker(before) === null ? /[。；，]/.test(before) && before.length > 20 : /[。；][^。；]{1,40}$/.test(before)
  return dangling && /[〇㐀-鿿\dA-Za-z]$/.test(before) && /[。；]/.test(text) && !/^[（(〔【[]/.test(text)
}

/** An indented paragraph, not at its end, goes on in a line without the indent. */
function losesIndent(before: readonly TextBlock[], next: TextBlock, terms: Terms): boolean {
  const [first, last] = [before[0] as TextBlock, before.at(-1) as TextBlock]
  const isBody = first.indent >= 2 && first.indent <= 6 && first.view.length >= 20
  if (!isBody || next.indent > 0 || next.apart || CLOSED.test(last.view.text)) return false
  if (isLabelled(next.view.text, terms)) return isBrokenLabel(last.view.text, next.view.text, terms)
  // What closes the document stands without an indent as well: an organ, a date.
  if (standsAlone(next.view.text) || looksLikeUnit(next.view.text)) return false
  const marker = readMarker(next.view.text)
  return (marker === null || marker.weak) && !/^[（(〔【]/.test(next.view.text)
}
