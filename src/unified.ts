/**
 * planparse as a unified parser: `unified().use(planparse).parse(text)` gives the plan tree, and the messages go to
 * the VFile where there is one.
 */
import type { Plugin } from 'unified'
import type { VFile } from 'vfile'
import type { ParseOptions } from './parse.ts'
import { parsePlan } from './parse-text.ts'
import type { Message, Plan } from './plan.ts'

/** Plugin options: those of `parsePlan` but for `path`, which is the file's. */
export type PlanparseOptions = Omit<ParseOptions, 'path'>

/** Makes a processor parse plan documents, plain text or Markdown. */
const planparse: Plugin<[PlanparseOptions?], string, Plan> = function (options = {}) {
  this.parser = (text, file) => {
    const plan = parsePlan(text, { ...options, path: file.path ?? null })
    for (const message of plan.messages) tell(message, file)
    return plan
  }
}
export default planparse

/** An error is fatal to unified: it stops the processor. Nothing in a document is, so it is a warning there too. */
function tell({ code, severity, reason, position }: Message, file: VFile): void {
  const place = position ?? undefined
  const options = { place, ruleId: code, source: 'planparse' }
  if (severity === 'info') file.info(reason, options)
  else file.message(reason, options)
}
