/**
 * The head of a part: title, number, red head, date, addressees. Its lines get their role, in place.
 */
import type { ParagraphRole } from '../plan.ts'
import type { TextBlock } from '../stages.ts'
import { isAddressee, NUMBER, NUMBER_AND_DAY, NUMBER_BESIDE, STRONG_END } from '../terms/frame.ts'
import { headingShape } from '../terms/headings.ts'
import { readMarker } from '../terms/markers.ts'
import { squeeze } from '../text/chars.ts'
import { joinLines } from '../text/view.ts'
import type { Frame } from './frame.ts'
import {
  endsLikeTitle,
  frameLineOf,
  isSignature,
  readDateAfterOrgan,
  readDateAtEnd,
  readDateAtStart,
  readDateLine,
  readDateNote,
  readRedHead,
} from './lines.ts'
import { LEADS_TO_TEXT, PAGE_HEAD } from './page.ts'
import { isAttachedTitle, quotedIn } from './parts.ts'
import { goesOn, IN_TITLE, isColumnTag, isTitleLine, isTitleTail, joined, titleOf } from './titles.ts'

/** Reads title, number, addressees … from a block on; gives the first block of the body. */
export function readHead(frame: Frame, from: number): number {
  const groups: TextBlock[][] = []
  let group: TextBlock[] = []
  /** The level of the first line that the format marks as a heading. */
  let above: number | null = null
  let titled = false
  let at = from
  const close = () => {
    if (group.length === 0) return
    groups.push(group)
    titled ||= endsLikeTitle(joined(group))
    group = []
  }
  for (; at < frame.blocks.length; at++) {
    const block = frame.text(at)
    if (!block) break
    if (at === from && block.role === null && isAttachedTitle(frame, at)) {
      group.push(block)
      close()
      continue
    }
    const opensAgain = titled && isTitleAgain(frame, at, groups)
    if (block.role !== null || (!opensAgain && readFrameLine(frame, block, groups.length + group.length))) {
      close()
      continue
    }
    const text = block.view.text
    if (groups.length + group.length === 0 && LEADS_TO_TEXT.test(text)) {
      block.role = 'note'
      continue
    }
    if (isAddressee(text) && (groups.length > 0 || group.length > 0 || from === 0)) {
      close()
      at = readAddressees(frame, at)
      break
    }
    if (isSubtitle(text) && !IN_TITLE.test(squeeze(text)) && groups.length + group.length > 0) {
      block.role = 'note'
      frame.found.dates.head ??= readDateNote(squeeze(text)) ?? undefined
      close()
      continue
    }
    // Below a heading that the format marks, a deeper one heads the work.
    if (above !== null && block.heading !== null && block.heading > above) break
    const repeats = () =>
      opensAgain ||
      (group.length > 0 && isTitleTail(squeeze(text))) ||
      (titled && isPieceOf(text, joined(groups[0] ?? group)))
    if (!isTitleLine(block) || (titled && !endsLikeTitle(text) && !repeats()) || group.length >= 4) break
    if (isMasthead(frame, group, block)) {
      for (const line of group) line.role = 'signature'
      frame.found.redHead ??= joined(group)
      group = []
    } else if (group.length > 0 && !goesOn(joined(group), text)) close()
    // What follows a whole title and goes on with none heads the work.
    const heads = !endsLikeTitle(text) || headingShape(text) !== null || headsNumbers(frame, at, groups)
    if (titled && group.length === 0 && !repeats() && heads) break
    group.push(block)
    above ??= block.heading
  }
  close()
  takeTitle(frame, groups)
  return at
}

/** A heading is no longer than this. */
const LONGEST_HEADING = 8

/** 党建工作 above 1.…, below 柳沟村2025年工作计划: a few words that head the numbers are no title after a whole one. */
function headsNumbers(frame: Frame, at: number, groups: readonly TextBlock[][]): boolean {
  const bare = squeeze(frame.text(at)?.view.text ?? '')
  const above = joined(groups[0] ?? [])
  if (bare.length > LONGEST_HEADING || STRONG_END.test(bare) || !STRONG_END.test(above) || !/\d{4}/.test(above))
    return false
  const marker = readMarker(frame.text(at + 1)?.view.text ?? '')
  return marker !== null && !marker.weak && marker.ordinal === 1
}

/** A note on a line of its own, in brackets or behind a dash; not （一）… that closes with its annotation. */
function isSubtitle(text: string): boolean {
  const bare = squeeze(text)
  return (
    (/^[（(].*[）)]$/.test(bare) && readMarker(text) === null) || (/^[-—–―]/.test(bare) && readDateNote(bare) !== null)
  )
}

/**
 * An organ's name and the line below it are together in a title that the page has said, or they are that title with the
 * organ before it: the first line of it again, as the document has it.
 */
function isTitleAgain(frame: Frame, at: number, groups: readonly TextBlock[][]): boolean {
  const below = frame.text(at + 1)?.view.text ?? ''
  const both = squeeze((frame.text(at)?.view.text ?? '') + below)
  if (!endsLikeTitle(below)) return false
  return groups.slice(0, PAGE_HEAD).some((lines) => {
    const title = joined(lines)
    return title.includes(both) || (both.endsWith(title) && isSignature(both.slice(0, -title.length), frame.terms))
  })
}

/** A page prints the title above the document, the document prints it again, over several lines. */
function isPieceOf(line: string, title: string): boolean {
  const bare = squeeze(line)
  return bare.length > 8 && title.includes(bare)
}

/** A title that says itself whose it is. */
const NAMES_PLACE = /^(?:\d{4}年度?)?(?:[省市县区镇乡](?:委|政府|人民政府|人大|政协|直)|全[省市县区镇乡])/

/**
 * The organ alone on the first line, above a title that is whole without it: a blank line parts them in a text that has
 * few, or the title says again whose it is (县政府专题会议纪要, 2025年全市…). Mostly an organ's name opens the title.
 */
function isMasthead(frame: Frame, group: readonly TextBlock[], { view: { text }, apart }: TextBlock): boolean {
  const [organ, ...others] = group
  if (!organ || others.length > 0 || !isSignature(organ.view.text, frame.terms) || !endsLikeTitle(text)) return false
  if (NAMES_PLACE.test(text)) return true
  if (!apart || /^(?:关于|印发|转发)/.test(text)) return false
  return frame.dense
}

/** 2024-03-05, which no office writes under a title. */
const PAGE_DATE = /^\d{4}-\d{1,2}-\d/

/** Number, red head, date, notes: lines of the frame that may stand about the title. */
export function readFrameLine(frame: Frame, block: TextBlock, titles: number): boolean {
  const text = block.view.text
  const bare = squeeze(text)
  const lineRole = frameLineOf(bare)
  const number = NUMBER.exec(bare.replace(/(?:签发人|签发|会签人?)[：:].*/, '')) ?? numberBefore(bare)
  const dated = number ? null : NUMBER_AND_DAY.exec(bare)
  const redHead = number || dated ? null : readRedHead(text)
  const date = readDateLine(text) ?? dateAndSource(frame, text, titles)
  if (number) frame.found.number ??= number.groups?.number ?? null
  else if (dated) {
    frame.found.number ??= dated[1] as string
    frame.found.dates.head ??= readDateAtEnd(bare)?.date
  } else if (redHead) frame.found.redHead ??= redHead
  else if (date) {
    frame.found.dates.head ??= date.date
    frame.pageDated ||= PAGE_DATE.test(bare)
  }
  const role: ParagraphRole | null =
    number || dated ? 'number' : redHead ? 'note' : date ? 'date' : lineRole === 'distribution' ? null : lineRole
  block.role = role ?? organAndDate(frame, text)
  const maySign = block.role === null && block.generated === null && titles > 0
  if (maySign && isSignature(text, frame.terms) && !endsLikeTitle(text)) {
    block.role = frame.pageDated ? 'furniture' : 'signature'
    if (!frame.pageDated) frame.found.redHead ??= bare
  }
  return block.role !== null
}

/** 云政办函〔2023〕23号：云江县人民政府办公室关于…的通知: a page's own heading. */
function numberBefore(bare: string): RegExpExecArray | null {
  const colon = bare.search(/[：:]/)
  return colon > 0 && endsLikeTitle(bare.slice(colon + 1)) ? NUMBER.exec(bare.slice(0, colon)) : null
}

/** 2022-07-22  清江市政府督查室 under a title, or the organ first: the organ need not be the one that issued it. */
function dateAndSource(frame: Frame, text: string, titles: number): { date: string } | null {
  const date = titles > 0 ? (readDateAtStart(text, frame.terms) ?? readDateAfterOrgan(text, frame.terms)) : null
  return date === null ? null : { date }
}

/** 青川镇人民政府办公室      2024年5月8日 under a masthead. */
function organAndDate(frame: Frame, text: string): ParagraphRole | null {
  const shared = readDateAtEnd(text)
  if (!shared || shared.before === '' || !isSignature(shared.before, frame.terms)) return null
  frame.found.dates.head ??= shared.date
  frame.found.redHead ??= shared.before
  return 'date'
}

function readAddressees(frame: Frame, at: number): number {
  const block = frame.text(at) as TextBlock
  block.role = 'addressee'
  const names = squeeze(block.view.printed)
    .replace(/[：:]$/, '')
    .split(/[，,；;]/)
  if (frame.found.addressees.length === 0) frame.found.addressees = names.filter((name) => name !== '')
  return at + 1
}

/** The last complete group of lines is the title; where none is complete, the first. */
function takeTitle(frame: Frame, groups: readonly TextBlock[][]): void {
  const complete = new Set(groups.filter((lines) => endsLikeTitle(joined(lines))))
  for (const lines of groups) frame.found.number ??= NUMBER_BESIDE.exec(joined(lines))?.[1] ?? null
  const chosen = [...complete].at(-1) ?? groups[0]
  if (!chosen) return
  if (isColumnTag(chosen, frame.terms)) (chosen.shift() as TextBlock).role = 'furniture'
  for (const lines of groups)
    for (const line of lines) line.role = lines === chosen || !complete.has(lines) ? 'title' : 'furniture'
  const view = titleOf(joinLines(chosen.map((line) => line.view)))
  const text = squeeze(view.text)
  const beside = readDateAtEnd(joined(chosen).replace(/[（(]\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*[）)]$/, '$1年$2月$3日'))
  if (beside) frame.found.dates.head ??= beside.date
  frame.found.titles.push({
    view,
    notice: /(?:通知|函|通报)$/.test(text) || /^关于(?:印发|下发|转发)/.test(text),
    part: frame.parts.length,
  })
  frame.quoted ??= quotedIn(text)
}
