/**
 * Paragraphs torn in two, by a page break or a stray line end, made whole again.
 */
import type { TextBlock } from '../stages.ts'
import type { Terms } from '../terms/additions.ts'
import { countsOn, readMarker } from '../terms/markers.ts'
import { joinWhere, opensInto, textOf } from './join.ts'
import { CLOSED, isLabelled } from './wrapping.ts'

/** What ends in the midst of a list or clause. */
const OPEN = /[，,、（(〔【“《—]$/

/** Joins what was torn in a text that was not wrapped: sentences over a page break, brackets over a line end. */
export function mend(paragraphs: readonly TextBlock[], terms: Terms): TextBlock[] {
  return joinWhere(paragraphs, (before, next) => {
    if (losesIndent(before, next, terms)) return true
    const text = textOf(before)
    return mayGoOn(text, next, terms) && (leavesOpen(text, next.view.text, terms) || dangles(text, next.view.text))
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
  if ((marker !== null && !marker.weak) || countsOn(before, text)) return false
  // A label goes on with an annotation only where one before it has ended: （责任单位：市教育局；|完成时限：6月底）.
  return !isLabelled(text, terms) || (/[；;，,、]$/.test(before) && opensInto(before, text))
}

/** A bracket, a list, or what a label or a number stands before is not there yet. */
function leavesOpen(before: string, text: string, terms: Terms): boolean {
  if (opensInto(before, text) || isBareLabel(before, terms) || readMarker(before)?.text === before.trim()) return true
  if (CLOSED.test(before)) return false
  if (/^[（(](?:其中|含|不含|包括|不包括)/.test(text)) return true
  return OPEN.test(before) && (before.length > 12 || /[，、（(〔“《]$/.test(before))
}

/** A dangling piece of a sentence after another one, and one that goes on to a full stop. */
function dangles(before: string, text: string): boolean {
  const dangling =
    readMarker(before) === null ? /[。；，]/.test(before) && before.length > 20 : /[。；][^。；]{1,40}$/.test(before)
  return dangling && /[\p{Script=Han}\dA-Za-z]$/u.test(before) && /[。；]/.test(text) && !/^[（(〔【[]/.test(text)
}

/** An indented paragraph, not at its end, goes on in a line without the indent. */
function losesIndent(before: readonly TextBlock[], next: TextBlock, terms: Terms): boolean {
  const [first, last] = [before[0] as TextBlock, before.at(-1) as TextBlock]
  const isBody = first.indent >= 2 && first.indent <= 6 && first.view.length >= 20
  if (!isBody || next.indent > 0 || next.apart || CLOSED.test(last.view.text) || isLabelled(next.view.text, terms))
    return false
  const marker = readMarker(next.view.text)
  return (marker === null || marker.weak) && !/^[（(〔【]/.test(next.view.text)
}

/** 责任科室： alone on its line: its content is on the next. */
function isBareLabel(line: string, terms: Terms): boolean {
  const field = /[：:]$/.test(line) ? terms.fieldOf(line.slice(0, -1)) : null
  return field?.kind === 'unit' || field?.kind === 'deadline'
}
