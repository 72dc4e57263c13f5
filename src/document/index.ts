/**
 * Document: the frame around the work (title, 文号, addressees, signature, date, 抄送, 附件) and the parts it holds: a
 * notice that transmits, the plan, further attachments. Frame paragraphs get their role, in place.
 */
import type { ParagraphRole } from '../plan.ts'
import type { Block, Division, Meta, Part, TextBlock } from '../stages.ts'
import type { Terms } from '../terms/additions.ts'
import { type ClosingRow, isAddressee, leaveTaking, NUMBER, NUMBER_AND_DAY, NUMBER_BESIDE } from '../terms/frame.ts'
import { headingShape } from '../terms/headings.ts'
import { readMarker } from '../terms/markers.ts'
import { squeeze } from '../text/chars.ts'
import { parseNumeral } from '../text/numerals.ts'
import { joinLines, type View } from '../text/view.ts'
import {
  endsInFile,
  endsLikeTitle,
  frameLineOf,
  isMonthLine,
  isSignature,
  readAnyDate,
  readDateAfterOrgan,
  readDateAtEnd,
  readDateAtStart,
  readDateLine,
  readDateNote,
  readPageData,
  readRedHead,
} from './lines.ts'
import { goesOn, IN_TITLE, isColumnTag, isTitleLine, isTitleTail, joined, nameIn, titleOf } from './titles.ts'

/** What is gathered on the way; the first of a kind wins, `dates` by their weight. */
interface Found {
  titles: { view: View; notice: boolean; part: number }[]
  number: string | null
  redHead: string | null
  signature: string | null
  addressees: string[]
  /** What the page's data call the document. */
  named: View | null
  dates: Partial<Record<'signature' | 'head' | 'imprint' | 'page', string>>
}

/** Divides the blocks of a document; gives the frame's values and the parts. `meta` speaks where the text does not. */
export function divide(blocks: readonly Block[], terms: Terms, meta: Meta = {}): Division {
  const frame = new Frame(blocks, terms)
  const parts = frame.read()
  const { found } = frame
  const isNotice = parts.length > 1 && parts[0]?.cover === true
  const title = found.titles.find((each) => !isNotice || each.part > 0) ?? found.titles[0]
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

/** A note on a line of its own, in brackets or behind a dash; not （一）… that closes with its annotation. */
function isSubtitle(text: string): boolean {
  const bare = squeeze(text)
  return (
    (/^[（(].*[）)]$/.test(bare) && readMarker(text) === null) || (/^[-—–―]/.test(bare) && readDateNote(bare) !== null)
  )
}

/** What a newspaper or a page says before a plan that it prints: 近日，某市印发《…》，全文如下：, 希望能够帮助到大家。 */
const LEADS_TO_TEXT =
  /(?:全文|原文|正文|详情|内容)(?:内容)?(?:公布|刊发|转发|发布|附|抄录)?如下[：:。]?$|小编.{0,12}整理|(?:希望|欢迎)[^。]{0,8}(?:帮助|参考|借鉴|阅读)[^。]{0,8}[。！!]$/

/** So many blocks at the top may be the head of a page; what they hold is short, and a title said twice is not. */
const PAGE_HEAD = 24
const LONGEST_DATUM = 70
const SHORTEST_REPEATED = 12

/** No table, no item and no sentence. */
function mayBeDatum(text: string): boolean {
  return text !== '' && text.length <= LONGEST_DATUM && !/[。；]$/.test(text) && readMarker(text)?.weak !== false
}

class Frame {
  readonly found: Found = {
    titles: [],
    number: null,
    redHead: null,
    signature: null,
    addressees: [],
    named: null,
    dates: {},
  }
  readonly #blocks: readonly Block[]
  readonly #terms: Terms
  readonly #parts: Part[] = []
  /** Blank lines part few of the lines; looked for when it is first asked. */
  #dense: boolean | null = null
  #quoted: string | null = null
  /** A date as web pages print it stands under the title: an organ below it is where the page has the text from. */
  #pageDated = false
  /** The part has been signed: what follows without a number is no work. */
  #signed = false

  constructor(blocks: readonly Block[], terms: Terms) {
    this.#blocks = blocks
    this.#terms = terms
  }

  read(): Part[] {
    this.#pageData()
    this.#pageHead()
    let at = this.#head(0)
    let from = 0
    for (; at < this.#blocks.length; at++) {
      if (!this.#beginsPart(at)) {
        this.#tail(at)
        continue
      }
      this.#part(from, at)
      this.#signed = false
      from = at
      at = Math.max(at, this.#head(at) - 1)
    }
    this.#unsigned()
    this.#titleOverTable()
    this.#part(from, this.#blocks.length)
    return this.#parts
  }

  #part(from: number, to: number): void {
    const title = this.found.titles.find((each) => each.part === this.#parts.length)
    const blocks = this.#blocks.slice(from, to)
    markClosing(blocks)
    const transmits = blocks.some(
      (block) => block.kind === 'text' && block.role === null && TRANSMITS.test(block.view.text),
    )
    this.#parts.push({ cover: this.#parts.length === 0 && (title?.notice || transmits) === true, blocks })
  }

  #text(at: number): TextBlock | null {
    const block = this.#blocks[at]
    return block?.kind === 'text' ? block : null
  }

  /** Dates and numbers among the data a web page prints around an article. */
  #pageData(): void {
    for (const [at, block] of this.#blocks.entries()) {
      if (block.kind !== 'text' || block.role !== 'furniture' || this.#isOfMeeting(at)) continue
      const { signed, published, number } = readPageData(this.#datum(at))
      this.found.dates.head ??= signed ?? undefined
      this.found.dates.page ??= published ?? undefined
      this.found.number ??= number
      this.found.named ??= nameIn(block.view)
    }
  }

  /** A line of page data, with the next one where its label stands alone: 发文日期：|2024年4月6日. */
  #datum(at: number): string {
    const { text } = (this.#text(at) as TextBlock).view
    const below = /[：:]\s*$/.test(text) ? (this.#text(at + 1)?.view.text ?? '') : ''
    return below.length <= LONGEST_DATUM && !/[：:]\s*$/.test(below) ? text + below : text
  }

  /** 时间：, with 地点： or who took part below it, says when a meeting was. */
  #isOfMeeting(at: number): boolean {
    const below = this.#text(at + 1)?.view.text ?? ''
    return /^\s*时\s?间/.test(this.#text(at)?.view.text ?? '') && /^\s*(?:会议)?(?:地\s?点|主\s?持|参|出席)/.test(below)
  }

  /**
   * The head of a page prints its title, data of the document without their labels, and the title again, as the
   * document has it: the second one counts, and what stands between them is the page's.
   */
  #pageHead(): void {
    const top = this.#blocks.slice(0, PAGE_HEAD).map((block) => (block.kind === 'text' ? squeeze(block.view.text) : ''))
    const first = top.findIndex(
      (text, i) => text.length >= SHORTEST_REPEATED && endsLikeTitle(text) && top.includes(text, i + 1),
    )
    const second = top.indexOf(top[first] as string, first + 1)
    if (first < 0 || !top.slice(first, second).every(mayBeDatum)) return
    for (let i = first; i < second; i++) {
      const block = this.#text(i) as TextBlock
      if (block.role !== null) continue
      this.found.number ??= NUMBER.exec(top[i] as string)?.groups?.number ?? null
      this.found.dates.page ??= readAnyDate(block.view.text) ?? undefined
      block.role = 'furniture'
    }
  }

  /** A title right above the first table, with nothing but sentences before it: a newspaper that prints a plan. */
  #titleOverTable(): void {
    const table = this.#blocks.findIndex((block) => block.kind === 'table')
    const above = this.#text(table - 1)
    if (this.found.titles.length > 0 || above?.role !== null || !isTitleLine(above)) return
    const before = this.#blocks.slice(0, table) as TextBlock[]
    if (!endsLikeTitle(above.view.text) || before.some(({ view }) => readMarker(view.text) !== null)) return
    above.role = 'title'
    this.found.titles.push({ view: titleOf(above.view), notice: false, part: this.#parts.length })
  }

  /** Reads title, number, addressees … from a block on; gives the first block of the body. */
  #head(from: number): number {
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
    for (; at < this.#blocks.length; at++) {
      const block = this.#text(at)
      if (!block) break
      const opensAgain = titled && this.#opensAgain(at, groups)
      if (block.role !== null || (!opensAgain && this.#frameLine(block, groups.length + group.length))) {
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
        at = this.#addressees(at)
        break
      }
      if (isSubtitle(text) && !IN_TITLE.test(squeeze(text)) && groups.length + group.length > 0) {
        block.role = 'note'
        this.found.dates.head ??= readDateNote(squeeze(text)) ?? undefined
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
      if (this.#isMasthead(group, block)) {
        for (const line of group) line.role = 'signature'
        this.found.redHead ??= joined(group)
        group = []
      } else if (group.length > 0 && !goesOn(joined(group), text)) close()
      // What follows a whole title and goes on with none heads the work.
      if (titled && group.length === 0 && !repeats() && (!endsLikeTitle(text) || headingShape(text) !== null)) break
      group.push(block)
      above ??= block.heading
    }
    close()
    this.#title(groups)
    return at
  }

  /** An organ's name and the line below it are together in a title that the page has said: the first line of it again. */
  #opensAgain(at: number, groups: readonly TextBlock[][]): boolean {
    const below = this.#text(at + 1)?.view.text ?? ''
    const both = squeeze((this.#text(at)?.view.text ?? '') + below)
    return endsLikeTitle(below) && groups.slice(0, PAGE_HEAD).some((lines) => joined(lines).includes(both))
  }

  /**
   * The organ alone on the first line, above a title that is whole without it: a blank line parts them in a text that has
   * few, or the title says again whose it is (县政府专题会议纪要, 2025年全市…). Mostly an organ's name opens the title.
   */
  #isMasthead(group: readonly TextBlock[], { view: { text }, apart }: TextBlock): boolean {
    const [organ, ...others] = group
    if (!organ || others.length > 0 || !isSignature(organ.view.text, this.#terms) || !endsLikeTitle(text)) return false
    if (NAMES_PLACE.test(text)) return true
    if (!apart || /^(?:关于|印发|转发)/.test(text)) return false
    this.#dense ??= isDense(this.#blocks)
    return this.#dense
  }

  /** Number, red head, date, notes: lines of the frame that may stand about the title. */
  #frameLine(block: TextBlock, titles: number): boolean {
    const text = block.view.text
    const bare = squeeze(text)
    const lineRole = frameLineOf(bare)
    const number = NUMBER.exec(bare.replace(/(?:签发人|签发|会签人?)[：:].*/, '')) ?? numberBefore(bare)
    const dated = number ? null : NUMBER_AND_DAY.exec(bare)
    const redHead = number || dated ? null : readRedHead(text)
    const date = readDateLine(text) ?? this.#dateAndSource(text, titles)
    if (number) this.found.number ??= number.groups?.number ?? null
    else if (dated) {
      this.found.number ??= dated[1] as string
      this.found.dates.head ??= readDateAtEnd(bare)?.date
    } else if (redHead) this.found.redHead ??= redHead
    else if (date) {
      this.found.dates.head ??= date.date
      this.#pageDated ||= PAGE_DATE.test(bare)
    }
    const role: ParagraphRole | null =
      number || dated ? 'number' : redHead ? 'note' : date ? 'date' : lineRole === 'distribution' ? null : lineRole
    block.role = role ?? this.#organAndDate(text)
    const maySign = block.role === null && block.generated === null && titles > 0
    if (maySign && isSignature(text, this.#terms) && !endsLikeTitle(text)) {
      block.role = this.#pageDated ? 'furniture' : 'signature'
      if (!this.#pageDated) this.found.redHead ??= bare
    }
    return block.role !== null
  }

  /** 2022-07-22  清江市政府督查室 under a title, or the organ first: the organ need not be the one that issued it. */
  #dateAndSource(text: string, titles: number): { date: string } | null {
    const date = titles > 0 ? (readDateAtStart(text, this.#terms) ?? readDateAfterOrgan(text, this.#terms)) : null
    return date === null ? null : { date }
  }

  /** 青川镇人民政府办公室      2024年5月8日 under a masthead. */
  #organAndDate(text: string): ParagraphRole | null {
    const shared = readDateAtEnd(text)
    if (!shared || shared.before === '' || !isSignature(shared.before, this.#terms)) return null
    this.found.dates.head ??= shared.date
    this.found.redHead ??= shared.before
    return 'date'
  }

  #addressees(at: number): number {
    const block = this.#text(at) as TextBlock
    block.role = 'addressee'
    const names = squeeze(block.view.text)
      .replace(/[：:]$/, '')
      .split(/[，,；;]/)
    if (this.found.addressees.length === 0) this.found.addressees = names.filter((name) => name !== '')
    return at + 1
  }

  /** The last complete group of lines is the title; where none is complete, the first. */
  #title(groups: readonly TextBlock[][]): void {
    const complete = new Set(groups.filter((lines) => endsLikeTitle(joined(lines))))
    for (const lines of groups) this.found.number ??= NUMBER_BESIDE.exec(joined(lines))?.[1] ?? null
    const chosen = [...complete].at(-1) ?? groups[0]
    if (!chosen) return
    if (isColumnTag(chosen, this.#terms)) (chosen.shift() as TextBlock).role = 'furniture'
    for (const lines of groups)
      for (const line of lines) line.role = lines === chosen || !complete.has(lines) ? 'title' : 'furniture'
    const view = titleOf(joinLines(chosen.map((line) => line.view)))
    const text = squeeze(view.text)
    const beside = readDateAtEnd(joined(chosen).replace(/[（(]\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*[）)]$/, '$1年$2月$3日'))
    if (beside) this.found.dates.head ??= beside.date
    this.found.titles.push({
      view,
      notice: /(?:通知|函|通报)$/.test(text) || /^关于(?:印发|下发|转发)/.test(text),
      part: this.#parts.length,
    })
    this.#quoted ??= quotedIn(text)
  }

  /** True where a new part begins: a title after a signature, 附件 or note, or the one that the notice named. */
  #beginsPart(at: number): boolean {
    const block = this.#text(at)
    // 附件1 and its table, without a title.
    if (!block) return this.#afterLabel(at) && this.#signed
    if (block.role !== null) return false
    const before = this.#before(at)
    if (before === null || !(this.#afterFrame(before) || this.#isQuotable())) return false
    if (!isTitleLine(block) || frameLineOf(squeeze(block.view.text)) === 'attachment') return false
    const lines: string[] = []
    for (let i = at; i < at + 4; i++) {
      const line = this.#text(i)
      if (!line || line.role !== null || !isTitleLine(line) || isDay(line.view.text)) break
      lines.push(line.view.text)
      const title = squeeze(lines.join(''))
      if (this.#isQuoted(title)) return true
      if (
        this.#afterFrame(before) &&
        (endsLikeTitle(title) || (i === at && title.length <= 40 && this.#afterLabel(at)))
      )
        return true
    }
    return false
  }

  /** A notice has named the plan that it transmits, which has not come yet. */
  #isQuotable(): boolean {
    return this.#quoted !== null && this.#parts.length === 0
  }

  #isQuoted(title: string): boolean {
    if (!this.#isQuotable()) return false
    const name = inFigures(squeeze(this.#quoted as string))
    title = inFigures(title)
    return (
      title === name ||
      (title.endsWith(name) && title.length - name.length < 25) ||
      (name.endsWith(title) && title.length > 8)
    )
  }

  /** 附件 or 附件1 alone on the line before. */
  #afterLabel(at: number): boolean {
    const label = this.#text(at - 1)
    return (
      label?.role === 'attachment' && /^附(?:件|表)[\d一二三四五六七八九十]{0,2}[：:]?$/.test(squeeze(label.view.text))
    )
  }

  #afterFrame(role: ParagraphRole): boolean {
    return (
      role === 'date' || role === 'signature' || role === 'attachment' || role === 'note' || role === 'distribution'
    )
  }

  /** The role of the last block before this one that is no furniture. */
  #before(at: number): ParagraphRole | null {
    for (let i = at - 1; i >= 0; i--) {
      const block = this.#text(i)
      if (!block) return 'tableHeader'
      if (block.role !== 'furniture') return block.role ?? 'unknown'
    }
    return null
  }

  /** Lines at the end of a part: signature and date, 抄送, 附件. */
  #tail(at: number): void {
    const block = this.#text(at)
    if (!block || block.role !== null) return
    const text = block.view.text
    const bare = squeeze(text)
    const role = frameLineOf(bare)
    if (role === 'distribution') block.role = role
    else if (this.found.number === null && NUMBER.test(bare)) this.#frameLine(block, 0)
    else if (role === 'attachment') this.#attachments(at)
    else if (bare.length < 80 && endsInFile(bare)) block.role = 'attachment'
    else if (this.#noteGoesOn(at)) block.role = 'note'
    else if (block.generated !== null || readMarker(text) !== null) this.#signed = false
    else if (role === 'note') block.role = role
    else if (!this.#signature(at, block) && this.#signed) block.role = 'note'
  }

  /** 注：1.…, and 2.… on the next line; or 注： alone, and 1.… */
  #noteGoesOn(at: number): boolean {
    const before = this.#text(at - 1)
    if (before?.role !== 'note') return false
    if (/^\s*(?:备?注|说\s?明)\s?[：:]\s*$/.test(before.view.text))
      return readMarker(this.#text(at)?.view.text ?? '')?.ordinal === 1
    const last = readMarker(before.view.text.replace(/^(?:注|备注|说明)\s?[：:]\s*/, ''))
    const next = readMarker(this.#text(at)?.view.text ?? '')
    return last !== null && next !== null && next.family === last.family && next.ordinal === (last.ordinal ?? 0) + 1
  }

  /** 附件：1.… and the lines of its list. */
  #attachments(at: number): void {
    ;(this.#text(at) as TextBlock).role = 'attachment'
    const listed = /[：:]/.test((this.#text(at) as TextBlock).view.text)
    for (let i = at + 1; listed && i < at + 20; i++) {
      const line = this.#text(i)
      // A page may end within the list.
      if (line?.role === 'furniture') continue
      if (
        !line ||
        line.role !== null ||
        !/^(?:附件)?[（(]?\d{1,2}[）)．.、：:]/.test(squeeze((line.generated ?? '') + line.view.text)) ||
        /[。；]$/.test(line.view.text)
      )
        return
      line.role = 'attachment'
    }
  }

  /** A date alone on its line, with the organ before it; or both on one line. */
  #signature(at: number, block: TextBlock): boolean {
    const alone = readDateLine(block.view.text)
    const shared = alone ? null : readDateAtEnd(block.view.text)
    if (shared && (shared.before === '' || !isSignature(shared.before, this.#terms))) return false
    const date = alone ?? shared
    if (!date) return this.#monthOnly(at, block)
    block.role = 'date'
    if (date.imprint) this.found.dates.imprint ??= date.date
    else this.found.dates.signature ??= date.date
    const before = shared ? [shared.before] : this.#organsBeside(at, -1)
    const organs = before.length > 0 || date.imprint ? before : this.#organsBeside(at, 1)
    if (!date.imprint && organs.length > 0) this.found.signature ??= organs[0] as string
    this.#signed = true
    return true
  }

  /** An organ and a month: a signature without a date. */
  #monthOnly(at: number, block: TextBlock): boolean {
    if (!isMonthLine(block.view.text)) return false
    const organs = this.#organsBeside(at, -1)
    if (organs.length === 0) return false
    block.role = 'date'
    this.found.signature ??= organs[0] as string
    this.#signed = true
    return true
  }

  /** An organ's name alone as the last line signs, with no date too. */
  #unsigned(): void {
    const last = this.#blocks.findLast((block) => block.kind === 'table' || block.role === null)
    if (last?.kind !== 'text' || this.found.dates.signature !== undefined || !isSignature(last.view.text, this.#terms))
      return
    last.role = 'signature'
    this.found.signature ??= squeeze(last.view.text)
  }

  /** Who signs: names alone on the lines next to the date, above it or below, in their order. */
  #organsBeside(at: number, step: 1 | -1): string[] {
    const organs: string[] = []
    for (let i = at + step; Math.abs(i - at) < 8; i += step) {
      const block = this.#text(i)
      if (block?.role === 'furniture') continue
      if (!block || block.role !== null || !isSignature(block.view.text, this.#terms)) break
      if (step > 0 && this.#beginsPart(i)) break
      block.role = 'signature'
      organs.push(squeeze(block.view.text))
    }
    return step > 0 ? organs : organs.reverse()
  }
}

function isDense(blocks: readonly Block[]): boolean {
  const texts = blocks.filter((block): block is TextBlock => block.kind === 'text')
  return texts.filter(({ apart }) => apart).length * 2 < texts.length
}

/** A date alone on its line, be it one that gives no day. */
function isDay(line: string): boolean {
  return readDateLine(line) !== null || isMonthLine(line)
}

/** 2024-03-05, which no office writes under a title. */
const PAGE_DATE = /^\d{4}-\d{1,2}-\d/

/** 现将…印发给你们, 现就…通知如下; but 现就…提出以下意见 and 现就…批复如下 begin what is no notice. */
const TRANSMITS = /印发(?:给|你|，|,)|转发给|现将|现就(?![^。]{2,60}(?:提出|批复))|予以(?:印发|转发|公布)/

/** A title that says itself whose it is. */
const NAMES_PLACE = /^(?:\d{4}年度?)?(?:[省市县区镇乡](?:委|政府|人民政府|人大|政协|直)|全[省市县区镇乡])/

const ISSUES = '(?:印发|下发|转发|公布)'
const ISSUED = new RegExp(ISSUES)
const ISSUED_BOOK = new RegExp(`${ISSUES}《([^《》]+)》`)

/** The title of what a notice issues: 关于印发《…》的通知, 转发…的通知. */
function quotedIn(title: string): string | null {
  const verb = ISSUED.exec(title)
  if (!verb) return null
  const rest = title.slice(verb.index + verb[0].length)
  const [, book, words] = /^《([^》]+)》|^(.+?)的通知/.exec(rest) ?? ISSUED_BOOK.exec(rest) ?? []
  return book ?? words ?? null
}

/** A title with its years in figures: the notice says 2007年…要点, the plan is headed 二〇〇七年…要点. */
function inFigures(title: string): string {
  return title.replace(/[一二三四五六七八九〇○零]{4}(?=年)/g, (year) => String(parseNumeral(year)))
}

/** A page prints the title above the document, the document prints it again, over several lines. */
function isPieceOf(line: string, title: string): boolean {
  const bare = squeeze(line)
  return bare.length > 8 && title.includes(bare)
}

/** 云政办函〔2023〕23号：云江县人民政府办公室关于…的通知: a page's own heading. */
function numberBefore(bare: string): RegExpExecArray | null {
  const colon = bare.search(/[：:]/)
  return colon > 0 && endsLikeTitle(bare.slice(colon + 1)) ? NUMBER.exec(bare.slice(0, colon)) : null
}

/** What ends a paragraph that is no mere heading. */
const ENDED = /[。；;！!）)〕】]$/

/** A sentence with a bracket behind it. */
const ANNOTATED = /[。；;！][（(〔【][^（()）]{2,200}[)）〕】]。?\s*$/

/** The paragraphs with which a part closes are no words of its last item, but where that has only a heading before them. */
function markClosing(blocks: readonly Block[]): void {
  const closing: { line: TextBlock; said: ClosingRow }[] = []
  for (const block of blocks.toReversed()) {
    if (block.kind === 'text' && block.role !== null) continue
    const closes = block.kind === 'text' && block.generated === null && readMarker(block.view.text) === null
    const said = closes ? leaveTaking(block.view.text) : null
    if (closes && said) {
      closing.push({ line: block, said })
      continue
    }
    const isTold =
      block.kind === 'table' || (ENDED.test(block.view.text) && headingShape(block.view.text) !== 'bracketed')
    const isAnnotated = block.kind === 'text' && ANNOTATED.test(block.view.text)
    for (const { line, said } of closing)
      if (said.sure || (isTold && (isAnnotated || !said.belowAnnotation))) line.role = 'note'
    return
  }
}
