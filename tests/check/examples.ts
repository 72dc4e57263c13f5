/** The examples of the rules: a text whose marks ⟦…⟧ are taken out, and where they were. */
import type { Examples } from '../../src/check/rule.ts'

/** What stands around an example that is not a whole document. */
const HEAD = '云江县2023年重点工作要点\n'
const FOOT = '\n\n云江县人民政府办公室\n2023年1月10日\n'

export interface Marked {
  text: string
  /** Half-open offsets; `null` where the finding is about the whole document. */
  places: ({ start: number; end: number } | null)[]
}

export function marked(example: string, { whole }: Examples): Marked {
  const framed = whole ? example : HEAD + example + FOOT
  const places: { start: number; end: number }[] = []
  let text = ''
  for (const part of framed.split(/(?=[⟦⟧])/)) {
    if (part.startsWith('⟦')) places.push({ start: text.length, end: -1 })
    const open = places.at(-1)
    if (part.startsWith('⟧') && open) open.end = text.length
    text += part.replace(/^[⟦⟧]/, '')
  }
  return { text, places: places.length > 0 ? places : [null] }
}
