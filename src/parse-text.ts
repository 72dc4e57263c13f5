/**
 * Parsing a text that is there already, at once: the readers of text formats are loaded with this module.
 */
import { type ParseOptions, planOf, sourceOf } from './parse.ts'
import type { Plan } from './plan.ts'
import { formatOf, type InputFormat, type Reader } from './read/index.ts'
import { readMarkdown } from './read/markdown.ts'
import { readText } from './read/text.ts'

const READERS: Record<InputFormat, Reader> = { text: readText, markdown: readMarkdown }

/**
 * Parses the text of a plan document, plain or Markdown. Never throws on any text; throws `PlanparseError` for a
 * format that is not known.
 */
export function parsePlan(text: string, options: ParseOptions = {}): Plan {
  const format = formatOf(text, options.format ?? 'auto')
  return planOf(sourceOf(text, format, 'utf-8', READERS[format]), options)
}
