/** Wraps paragraphs at a fixed width as printers do: no mark opens a line, no bracket ends one, numbers stay whole. */
import { displayWidth } from '../../src/text/chars.ts'

const NO_START = /^[，。、；：？！）》」』】〕”’%]/
const NO_END = /[（《「『【〔“‘]$/

export interface Manner {
  /** In columns; a Chinese character takes two. */
  width: number
  /** Columns before the first line of a paragraph of the body. */
  indent: number
  /** Where the text was copied from a PDF the indent is gone, and first lines are so much shorter. */
  lost?: boolean
}

/** The lines of paragraphs; the title, and what else has neither a number nor a full stop, is not indented. */
export function wrapped(paragraphs: readonly string[], manner: Manner): string[] {
  return paragraphs.flatMap((paragraph) => {
    const isBody = /。|^[一二三四五六七八九十（(\d]/.test(paragraph)
    const lines = wrap(paragraph, manner.width, isBody ? manner.indent : 0)
    return manner.lost ? lines.map((line) => line.trim()) : lines
  })
}

/** The lines of one paragraph. */
export function wrap(paragraph: string, width: number, indent: number): string[] {
  const lines: string[] = []
  let line = ' '.repeat(indent)
  for (const piece of paragraph.match(/[A-Za-z0-9.]+|./gu) ?? []) {
    if (displayWidth(line + piece) > width) {
      const kept =
        NO_START.test(piece) || NO_END.test(line)
          ? (/(?:[A-Za-z0-9.]+|.)[，。、；：？！）》」』】〕”’%]*$/u.exec(line)?.[0] ?? '')
          : ''
      lines.push(line.slice(0, line.length - kept.length))
      line = kept
    }
    line += piece
  }
  return [...lines, line]
}
