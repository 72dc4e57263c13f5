/** The plan as a notice prints it: title, date, and the items in order, each closed by who does it and by when. */
import { type Entry, listOf } from './listing.ts'
import { byUnitPlan } from './unit-outline.ts'
import { plain, type WriteOptions, type Writing } from './writer.ts'

/** Two wide blanks, as far as paragraphs are indented in official documents. */
const INDENT = '　　'

export function text(options: WriteOptions): Writing {
  const lang = options.lang ?? 'zh'
  const write: Writing['plan'] = function* (plan, groups) {
    const { title, head, note, cover, entries } = listOf(byUnitPlan(plan, groups, lang), 'text', lang)
    yield [title, ...head].map((line) => `${line}\n`).join('')
    yield `\n${note}\n`
    for (const entry of cover) yield block(entry)
    if (cover.length > 0) yield '\n———\n'
    for (const entry of entries) yield block(entry)
  }
  return { ...plain(write), between: '\n' }
}

function block({ level, paragraphs, fields }: Entry): string {
  const indent = INDENT.repeat(level)
  const lines = [...paragraphs.map((line) => indent + line), ...fields.map((line) => indent + INDENT + line)]
  return `\n${lines.join('\n')}\n`
}
