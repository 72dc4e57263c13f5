/**
 * Document: the frame around the work (title, 文号, addressees, signature, date, 抄送, 附件) and the parts it holds: a
 * notice that transmits, the plan, further attachments. Frame paragraphs get their role, in place.
 */
import type { Block, Division, Meta } from '../stages.ts'
import type { Terms } from '../terms/additions.ts'
import { squeeze } from '../text/chars.ts'
import { Frame } from './frame.ts'
import { readHead } from './head.ts'
import { readAnyDate } from './lines.ts'
import { readData, readPageFoot, readPageHead, titleOverTable } from './page.ts'
import { beginsPart } from './parts.ts'
import { markClosing, readTail, readUnsigned } from './tail.ts'

/** Divides the blocks of a document; gives the frame's values and the parts. `meta` speaks where the text does not. */
export function divide(blocks: readonly Block[], terms: Terms, meta: Meta = {}): Division {
  const frame = new Frame(blocks, terms)
  readFrame(frame)
  const { found, parts } = frame
  const [first, ...others] = parts
  // A notice with nothing behind it, or with nothing but titles, transmits nothing: it is the plan itself.
  if (first && !others.some(({ blocks: below }) => below.some(isWork))) first.cover = false
  const isNotice = first?.cover === true
  const sent = isNotice ? found.titles.filter(({ part }) => part > 0) : []
  const title = sent.find(({ view }) => !LISTS_NAMES.test(squeeze(view.text))) ?? sent[0] ?? found.titles[0]
  const { signature, head, imprint, page } = found.dates
  return {
    title: title?.view ?? found.named,
    number: found.number ?? meta.number ?? null,
    issuer: found.signature ?? found.redHead,
    issuedOn: signature ?? head ?? imprint ?? page ?? readAnyDate(meta.published ?? '') ?? null,
    addressees: found.addressees,
    parts,
  }
}

/** A table, or words that are none of the frame. */
function isWork(block: Block): boolean {
  return block.kind === 'table' || block.role === null
}

/** An attachment that only says who: the plan is another one, if there is any. */
const LISTS_NAMES = /(?:名单|名册|通讯录|联系方式|联系表|回执)$/

function readFrame(frame: Frame): void {
  readData(frame)
  readPageHead(frame)
  readPageFoot(frame)
  let at = readHead(frame, 0)
  let from = 0
  for (; at < frame.blocks.length; at++) {
    if (!beginsPart(frame, at)) {
      readTail(frame, at)
      continue
    }
    addPart(frame, from, at)
    frame.signed = false
    from = at
    at = Math.max(at, readHead(frame, at) - 1)
  }
  readUnsigned(frame)
  titleOverTable(frame)
  addPart(frame, from, frame.blocks.length)
}

function addPart(frame: Frame, from: number, to: number): void {
  const title = frame.found.titles.find((each) => each.part === frame.parts.length)
  const blocks = frame.blocks.slice(from, to)
  markClosing(blocks)
  const transmits = blocks.some(
    (block) => block.kind === 'text' && block.role === null && TRANSMITS.test(block.view.text),
  )
  frame.parts.push({ cover: frame.parts.length === 0 && (title?.notice || transmits) === true, blocks })
}

/** 现将…印发给你们, 现就…通知如下; but 现就…提出以下意见 and 现就…批复如下 begin what is no notice. */
const TRANSMITS = /印发(?:给|你|，|,)|转发给|现将|现就(?![^。]{2,60}(?:提出|批复))|予以(?:印发|转发|公布)/
