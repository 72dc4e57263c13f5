/** The plan as a notice prints it: title, date, and the items in order, each closed by who does it and by when. */
import { type Entry, listOf } from './listing.ts'
import { plain, type WriteOptions, type Writing } from './writer.ts'

/** Two wide blanks, as far as paragraphs are indented in official documents. */
const INDENT = '　　'

export function text(options: WriteOptions): Writing {
  let count = 0
  return plain(function* (plan) {
    const { title, head, note, cover, entries } = listOf(plan, 'text', options.lang ?? 'zh')
    if (count++ > 0) yield '\n'
    yield [title, ...head].map((line) => `${line}\n`).join('')
    yield `\n${note}\n`
    for (const entry of cover) yield block(entry)
    if (cover.length > 0) yield '\n———\n'
    for (const entry of entries) yield block(entry)
  })
}

function block({ level, paragraphs, fields }: Entry): string {
  const indent = INDENT.repeat(level)
  const lines = [...paragraphs.map((line) => indent + line), ...fields.map((line) => indent + INDENT + line)]
  return `\n${lines.join('\n')}\n`
}
