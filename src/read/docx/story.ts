/**
 * One story of a document — its body, a header, the notes — as paragraphs and tables (ECMA-376 Part 1, 17.2 to 17.4).
 * Changes that were tracked are taken as accepted; hidden text, the codes of fields and prompts to type are left out.
 * What each element means is said in elements.ts.
 */
import { append } from '../../text/append.ts'
import { CLOSE, OPEN } from './elements.ts'
import { Fields } from './fields.ts'
import type { Lists } from './lists.ts'
import { OpenParagraph } from './open-paragraph.ts'
import type { Paragraph, Piece } from './pieces.ts'
import { Place } from './place.ts'
import type { ResolvedStyle, Styles } from './styles.ts'
import type { Element, Handler } from './xml.ts'

/** A longer paragraph is no heading, whatever level in the outline somebody gave it. */
const LONGEST_HEADING = 100

/** A content control: what it holds may be a prompt to type, or the table of contents. */
interface Control {
  prompt: boolean
  contents: boolean
}

export class Story implements Handler {
  readonly styles: Styles
  readonly fields = new Fields()
  readonly controls: Control[] = []
  /** The name of the outermost element. */
  root = ''
  readonly #lists: Lists
  /** Names of the elements that are open. */
  readonly #path: string[] = []
  readonly #places: Place[] = [new Place()]
  readonly #paragraphs: OpenParagraph[] = []
  /** The open text element keeps the white space at its ends. */
  #preserves = false

  constructor(styles: Styles, lists: Lists) {
    this.styles = styles
    this.#lists = lists
  }

  /** Everything read, in order. */
  pieces(): Piece[] {
    this.place.settle()
    return this.place.pieces
  }

  get place(): Place {
    return this.#places.at(-1) as Place
  }

  get paragraph(): OpenParagraph | null {
    return this.#paragraphs.at(-1) ?? null
  }

  /** The name of the element around the one that is met, or `up` levels above that. */
  parent(up = 0): string {
    return this.#path.at(-1 - up) ?? ''
  }

  open(element: Element): boolean {
    const { name } = element
    if (this.#path.length === 0) this.root = name
    // w:pPrChange and its like hold the properties from before a change.
    if (name.endsWith('Change') || OPEN[name]?.(this, element) === true) return true
    this.#path.push(name)
    return false
  }

  close(name: string): void {
    this.#path.pop()
    CLOSE[name]?.(this)
  }

  text(text: string): void {
    const name = this.parent()
    if (name !== 'w:t' && name !== 'm:t') return
    const plain = text.replace(/[\t\r\n]/g, ' ')
    this.write(this.#preserves || name === 'm:t' ? plain : plain.trim())
  }

  beginText(element: Element): void {
    this.#preserves = element.attr('space') === 'preserve'
  }

  beginRun(): void {
    if (this.paragraph) this.paragraph.runHidden = null
  }

  /** Notes what the open content control says of itself. */
  ofControl(said: Partial<Control>): void {
    const control = this.controls.at(-1)
    if (control) Object.assign(control, said)
  }

  /** Text, where it is printed. */
  write(text: string): void {
    if (this.paragraph && this.#isShown(this.paragraph)) this.paragraph.write(text)
  }

  breakLine(): void {
    if (this.paragraph && this.#isShown(this.paragraph)) this.paragraph.breakLine()
  }

  #isShown(paragraph: OpenParagraph): boolean {
    return !this.fields.inCode && !(paragraph.runHidden ?? this.styles.get(paragraph.style).hidden ?? false)
  }

  /** Returns `true` where the paragraph is part of what was deleted. */
  openParagraph(): boolean {
    if (this.place.deleted) return true
    this.#paragraphs.push(new OpenParagraph())
    return false
  }

  closeParagraph(): void {
    const open = this.#paragraphs.pop() as OpenParagraph
    this.fields.endParagraph()
    const isBlank = open.lines.every((line) => line.trim() === '')
    if (open.runsOn) this.place.carry(this.#finished(open, false))
    else if (!open.markHidden || !isBlank) this.place.add(this.#finished(open, true))
    this.place.addAll(open.boxes)
  }

  #finished(open: OpenParagraph, numbered: boolean): Paragraph {
    const style = this.styles.get(open.style)
    const outline = open.said.outline ?? style.outline ?? 9
    const length = open.lines.reduce((sum, line) => sum + line.length, 0)
    return {
      kind: 'paragraph',
      lines: open.lines,
      heading: outline < 9 && length <= LONGEST_HEADING ? outline + 1 : null,
      ...(numbered ? this.#lists.number(open.said, style) : { generated: null, list: 0 }),
      furniture: isContents(style) || this.controls.some((control) => control.contents),
    }
  }

  openBox(): void {
    this.#places.push(new Place())
  }

  closeBox(): void {
    const box = this.#places.pop() as Place
    box.settle()
    if (this.paragraph) append(this.paragraph.boxes, box.pieces)
    else this.place.addAll(box.pieces)
  }
}

/** TOC 1, 目录 1: the built-in styles of a table of contents. */
function isContents(style: ResolvedStyle): boolean {
  return style.names.some((name) => /^(?:toc|目录) ?\d$/i.test(name))
}
