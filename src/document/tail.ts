/**
 * What closes a part: signature and date, 抄送, 附件, notes, words of leave. Its lines get their role, in place.
 */
import type { Block, TextBlock } from '../stages.ts'
import { type ClosingRow, isMonthLine, leaveTaking, NUMBER } from '../terms/frame.ts'
import { headingShape } from '../terms/headings.ts'
import { readMarker } from '../terms/markers.ts'
import { squeeze } from '../text/chars.ts'
import type { Frame } from './frame.ts'
import { readFrameLine } from './head.ts'
import { endsInFile, frameLineOf, isSignature, readDateAtEnd, readDateLine } from './lines.ts'
import { beginsPart } from './parts.ts'

/** Lines at the end of a part: signature and date, 抄送, 附件. */
export function readTail(frame: Frame, at: number): void {
  const block = frame.text(at)
  if (!block || block.role !== null) return
  const text = block.view.text
  const bare = squeeze(text)
  const role = frameLineOf(bare)
  if (role === 'distribution') block.role = role
  else if (frame.found.number === null && NUMBER.test(bare)) readFrameLine(frame, block, 0)
  else if (role === 'attachment') readAttachments(frame, at)
  else if (bare.length < 80 && endsInFile(bare)) block.role = 'attachment'
  else if (noteGoesOn(frame, at)) block.role = 'note'
  else if (block.generated !== null || readMarker(text) !== null) frame.signed = false
  else if (role === 'note') block.role = role
  else if (!readSignature(frame, at, block) && frame.signed) block.role = 'note'
}

/** 注：1.…, and 2.… on the next line; or 注： alone, and 1.… */
function noteGoesOn(frame: Frame, at: number): boolean {
  const before = frame.text(at - 1)
  if (before?.role !== 'note') return false
  if (/^\s*(?:备?注|(?:填表|填报|制表)?说\s?明)\s?[：:]\s*$/.test(before.view.text))
    return readMarker(frame.text(at)?.view.text ?? '')?.ordinal === 1
  const last = readMarker(before.view.text.replace(/^(?:注|备注|说明)\s?[：:]\s*/, ''))
  const next = readMarker(frame.text(at)?.view.text ?? '')
  return last !== null && next !== null && next.family === last.family && next.ordinal === (last.ordinal ?? 0) + 1
}

/** 附件：1.… and the lines of its list. */
function readAttachments(frame: Frame, at: number): void {
  ;(frame.text(at) as TextBlock).role = 'attachment'
  const listed = /[：:]/.test((frame.text(at) as TextBlock).view.text)
  for (let i = at + 1; listed && i < at + 20; i++) {
    const line = frame.text(i)
    // A page may end within the list.
    if (line?.role === 'furniture') continue
    if (
      !line ||
      line.role !== null ||
      !/^(?:附件)?[（(]?[\d０-９]{1,2}[）)．.、：:]/.test(squeeze((line.generated ?? '') + line.view.text)) ||
      /[。；]$/.test(line.view.text)
    )
      return
    line.role = 'attachment'
  }
}

/** A date alone on its line, with the organ before it; or both on one line. */
function readSignature(frame: Frame, at: number, block: TextBlock): boolean {
  const alone = readDateLine(block.view.text)
  const shared = alone ? null : readDateAtEnd(block.view.text)
  if (shared && (shared.before === '' || !isSignature(shared.before, frame.terms))) return false
  const date = alone ?? shared
  if (!date) return readMonthOnly(frame, at, block)
  block.role = 'date'
  if (date.imprint) frame.found.dates.imprint ??= date.date
  else frame.found.dates.signature ??= date.date
  const before = shared ? [withoutSeal(shared.before)] : organsBeside(frame, at, -1)
  const organs = before.length > 0 || date.imprint ? before : organsBeside(frame, at, 1)
  if (!date.imprint && organs.length > 0) frame.found.signature ??= organs[0] as string
  frame.signed = true
  return true
}

/** An organ and a month: a signature without a date. */
function readMonthOnly(frame: Frame, at: number, block: TextBlock): boolean {
  if (!isMonthLine(block.view.text)) return false
  const organs = organsBeside(frame, at, -1)
  if (organs.length === 0) return false
  block.role = 'date'
  frame.found.signature ??= organs[0] as string
  frame.signed = true
  return true
}

/** Who signs: names alone on the lines next to the date, above it or below, in their order. */
function organsBeside(frame: Frame, at: number, step: 1 | -1): string[] {
  const organs: string[] = []
  for (let i = at + step; Math.abs(i - at) < 8; i += step) {
    const block = frame.text(i)
    if (block?.role === 'furniture') continue
    if (!block || block.role !== null) break
    if (SEALED.test(squeeze(block.view.text))) {
      block.role = 'signature'
      continue
    }
    if (!isSignature(block.view.text, frame.terms) && !(step < 0 && begins(block.view.text, organs.at(-1)))) break
    if (step > 0 && beginsPart(frame, i)) break
    block.role = 'signature'
    organs.push(withoutSeal(block.view.text))
  }
  return joinTorn(step > 0 ? organs : organs.reverse())
}

/** Whose seal it bears: （县应急管理局代章）, （盖章）. */
const SEALED = /^[（(](?:[^（()）]{2,20}代章|代章|盖章|印章|公章)[)）]$/

/** 县应急管理局（代章）, 县公安局（印）: a seal is no part of the name that it stands behind. */
function withoutSeal(line: string): string {
  return squeeze(line).replace(/[（(](?:代章|盖章|印章|公章|印|章)[)）]/g, '')
}

/** What no organ is called by itself; 县政府 with 防汛抗旱指挥部 below it is one name. */
const REST_OF_NAME =
  /^(?:工作|推进|协调|防汛|抗旱|安全生产|食品安全|消防安全|森林防灭火|森林防火|防灾减灾救灾|爱国卫生运动)*(?:领导小组|指挥部|委员会|联席会议|专班|协调小组)(?:办公室)?$|^办公室$/

/** 县创建国家园林县城, below which 工作领导小组 stands, begins its name. */
function begins(line: string, rest: string | undefined): boolean {
  return rest !== undefined && REST_OF_NAME.test(rest) && /^[㐀-鿿“”]{4,24}$/.test(squeeze(line))
}

/** 县创建全国文明城市|工作领导小组办公室: one name on two lines. */
function joinTorn(organs: readonly string[]): string[] {
  const names: string[] = []
  for (const organ of organs) {
    const before = names.at(-1)
    if (before !== undefined && REST_OF_NAME.test(organ)) names[names.length - 1] = before + organ
    else names.push(organ)
  }
  return names
}

/** 县水利局制, 县水利局办公室印制: who printed a table, at its foot. */
const PRINTED_BY = /(?:[印编监])?制\s*$/

/** An organ's name alone as the last line signs, with no date too; one that says it printed the table does not. */
export function readUnsigned(frame: Frame): void {
  const last = frame.blocks.findLast((block) => block.kind === 'table' || block.role === null)
  if (last?.kind !== 'text') return
  const { text } = last.view
  if (PRINTED_BY.test(text) && isSignature(text.replace(PRINTED_BY, ''), frame.terms)) last.role = 'note'
  if (last.role !== null || frame.found.dates.signature !== undefined || !isSignature(text, frame.terms)) return
  last.role = 'signature'
  frame.found.signature ??= withoutSeal(last.view.text)
}

/** What ends a paragraph that is no mere heading. */
const ENDED = /[。；;！!）)〕】]$/

/** A sentence with a bracket behind it. */
const ANNOTATED = /[。；;！][（(〔【][^（()）〔〕【】]{2,200}[)）〕】]。?$/

/** The paragraphs with which a part closes are no words of its last item, but where that has only a heading before them. */
export function markClosing(blocks: readonly Block[]): void {
  const closing: { line: TextBlock; said: Pick<ClosingRow, 'sure' | 'belowAnnotation'> }[] = []
  const isLast = endsItemsAnnotated(blocks) ? isRemark : () => false
  for (const block of blocks.toReversed()) {
    if (block.kind === 'text' && block.role !== null) continue
    const closes = block.kind === 'text' && isUnnumbered(block)
    const said = closes ? (leaveTaking(block.view.text) ?? (isLast(block.view.text) ? REMARK : null)) : null
    if (closes && said) {
      closing.push({ line: block, said })
      continue
    }
    const isTold =
      block.kind === 'table' || (ENDED.test(block.view.text) && headingShape(block.view.text) !== 'bracketed')
    const isAnnotated = block.kind === 'text' && ANNOTATED.test(block.view.text.trimEnd())
    for (const { line, said } of closing)
      if (said.sure || (isTold && (isAnnotated || !said.belowAnnotation))) line.role = 'note'
    return
  }
}

function isUnnumbered({ generated, view }: TextBlock): boolean {
  return generated === null && readMarker(view.text) === null
}

/** Sentences without a label and without a bracket of their own. */
function isRemark(text: string): boolean {
  return /[。！]$/.test(text) && !/^[㐀-鿿]{2,8}[：:]/.test(text) && !ANNOTATED.test(text)
}

const REMARK = { sure: false, belowAnnotation: true } as const

/** So many items, each ended by its bracket, show that the bracket ends an item. */
const FEWEST_ANNOTATED = 3

/** Whether a bracket ends each item that has one: no sentences follow it but behind the last of them. */
function endsItemsAnnotated(blocks: readonly Block[]): boolean {
  let annotated = 0
  let remarks = 0
  let isBehind = false
  for (const block of blocks) {
    if (block.kind !== 'text') isBehind = false
    if (block.kind !== 'text' || block.role !== null) continue
    const { text } = block.view
    if (ANNOTATED.test(text)) {
      // What stood behind an item that is not the last was a part of it.
      if (remarks > 0) return false
      annotated++
      isBehind = true
    } else if (isBehind && isUnnumbered(block) && isRemark(text)) remarks++
    else isBehind = false
  }
  return annotated >= FEWEST_ANNOTATED
}
