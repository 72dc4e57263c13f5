/**
 * Parsing a text that is there already, at once: the readers of text formats are loaded with this module.
 */
import { PlanparseError } from './error.ts'
import { type ParseOptions, planOf, sourceOf } from './parse.ts'
import type { Plan } from './plan.ts'
import { formatOf, type Reader } from './read/index.ts'
import { readMarkdown } from './read/markdown.ts'
import { readText } from './read/text.ts'

/** The readers that are there already; the others are loaded when a file comes, which `readPlan` waits for. */
const READERS: Readonly<Record<string, Reader>> = { text: readText, markdown: readMarkdown }
const NAMES = Object.keys(READERS)

/**
 * Parses the text of a plan document, plain or Markdown. Never throws on any text; throws `PlanparseError` for a
 * format that is not one of these.
 */
export function parsePlan(text: string, options: ParseOptions = {}): Plan {
  const name = options.format ?? 'auto'
  if (name !== 'auto' && !NAMES.includes(name))
    throw new PlanparseError('unknown-format', { name, known: ['auto', ...NAMES] })
  const told = formatOf(text, name)
  const format = told === 'markdown' ? told : 'text'
  return planOf(sourceOf(text, format, 'utf-8', READERS[format] as Reader, options), options)
}
