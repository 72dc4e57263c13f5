/**
 * Where a part of a document begins: the plan below the notice that transmits it, further attachments.
 */
import type { ParagraphRole } from '../plan.ts'
import { isMonthLine } from '../terms/frame.ts'
import { readMarker } from '../terms/markers.ts'
import { squeeze } from '../text/chars.ts'
import { parseNumeral } from '../text/numerals.ts'
import type { Frame } from './frame.ts'
import { endsInFile, endsLikeTitle, frameLineOf, readDateLine } from './lines.ts'
import { isTitleLine } from './titles.ts'

/** True where a new part begins: a title after a signature, 附件 or note, or the one that the notice named. */
export function beginsPart(frame: Frame, at: number): boolean {
  const block = frame.text(at)
  // 附件1 and its table, without a title.
  if (!block) return isAfterLabel(frame, at) && frame.signed
  if (block.role !== null) return false
  const before = roleBefore(frame, at)
  if (before === null || !(isAfterFrame(before) || isQuotable(frame))) return false
  if (before !== 'attachment' && isAfterFrame(before) && isAttachedTitle(frame, at)) return true
  if (!isTitleLine(block) || frameLineOf(squeeze(block.view.text)) === 'attachment') return false
  const lines: string[] = []
  for (let i = at; i < at + 4; i++) {
    const line = frame.text(i)
    if (!line || line.role !== null || !isTitleLine(line) || isDay(line.view.text)) break
    lines.push(line.view.text)
    const title = squeeze(lines.join(''))
    if (isQuoted(frame, title)) return true
    if (isAfterFrame(before) && (endsLikeTitle(title) || (i === at && title.length <= 40 && isAfterLabel(frame, at))))
      return true
  }
  return false
}

/** So near below its title an attachment's work begins. */
const WORK_WITHIN = 8

/** 附件1：…任务分解表 with the work below it is the title of the attachment, not one of a list of them. */
export function isAttachedTitle(frame: Frame, at: number): boolean {
  const text = frame.text(at)?.view.text ?? ''
  const label = /^\s*附[件表]\s?[\d０-９一二三四五六七八九十]{0,2}\s?[：:]\s?(?=[^\d０-９\s])/.exec(text)?.[0]
  if (label === undefined || !endsLikeTitle(text.slice(label.length)) || endsInFile(squeeze(text))) return false
  const below = frame.blocks.slice(at + 1, at + 1 + WORK_WITHIN)
  const isListed = below[0]?.kind === 'text' && /^\s*附[件表]|^\s*[\d０-９]{1,2}[.．、]/.test(below[0].view.text)
  return !isListed && below.some((block) => block.kind === 'table' || readMarker(block.view.text)?.weak === false)
}

/** A date alone on its line, be it one that gives no day. */
function isDay(line: string): boolean {
  return readDateLine(line) !== null || isMonthLine(line)
}

/** A notice has named the plan that it transmits, which has not come yet. */
function isQuotable(frame: Frame): boolean {
  return frame.quoted !== null && frame.parts.length === 0
}

function isQuoted(frame: Frame, title: string): boolean {
  if (!isQuotable(frame)) return false
  const name = inFigures(squeeze(frame.quoted as string))
  title = inFigures(title)
  return (
    title === name ||
    (title.endsWith(name) && title.length - name.length < 25) ||
    (name.endsWith(title) && title.length > 8)
  )
}

/** A title with its years in figures: the notice says 2007年…要点, the plan is headed 二〇〇七年…要点. */
function inFigures(title: string): string {
  return title.replace(/[一二三四五六七八九〇○零]{4}(?=年)/g, (year) => String(parseNumeral(year)))
}

/** 附件 or 附件1 alone on the line before. */
function isAfterLabel(frame: Frame, at: number): boolean {
  const label = frame.text(at - 1)
  return (
    label?.role === 'attachment' &&
    /^附(?:件|表)[\d０-９一二三四五六七八九十]{0,2}[：:]?$/.test(squeeze(label.view.text))
  )
}

function isAfterFrame(role: ParagraphRole): boolean {
  return role === 'date' || role === 'signature' || role === 'attachment' || role === 'note' || role === 'distribution'
}

/** The role of the last block before this one that is no furniture. */
function roleBefore(frame: Frame, at: number): ParagraphRole | null {
  for (let i = at - 1; i >= 0; i--) {
    const block = frame.text(i)
    if (!block) return 'tableHeader'
    if (block.role !== 'furniture') return block.role ?? 'unknown'
  }
  return null
}

const ISSUES = '(?:印发|下发|转发|公布)'
const ISSUED = new RegExp(ISSUES)
const ISSUED_BOOK = new RegExp(`${ISSUES}《([^《》]+)》`)

/** The title of what a notice issues: 关于印发《…》的通知, 转发…的通知, 转发区消防大队（制订的）《…》的通知. */
export function quotedIn(title: string): string | null {
  const verb = ISSUED.exec(title)
  if (!verb) return null
  const rest = title.slice(verb.index + verb[0].length)
  const [, whole, book, words] =
    /^[^《》]{0,24}《([^《》]+)》的通知|^《([^》]+)》|^(.+?)的通知/.exec(rest) ?? ISSUED_BOOK.exec(rest) ?? []
  return whole ?? book ?? words ?? null
}
