/**
 * A paragraph while it is being read: its lines so far and what it says of itself.
 */
import type { Piece } from './pieces.ts'
import { EMPTY, type Said } from './styles.ts'

export class OpenParagraph {
  readonly lines: string[] = ['']
  readonly said: Said = { ...EMPTY }
  style: string | null = null
  /** The run that is open is hidden; `null` where it says nothing. */
  runHidden: boolean | null = null
  /** Its mark was deleted, so that it runs on into the next paragraph. */
  runsOn = false
  /** Its mark is hidden: without text it is not there. */
  markHidden = false
  /** What stood in text boxes anchored in it. */
  readonly boxes: Piece[] = []

  write(text: string): void {
    this.lines[this.lines.length - 1] += text
  }

  breakLine(): void {
    this.lines.push('')
  }
}
