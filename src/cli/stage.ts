/** `--stage` and `--explain`: what one stage made of a document, and why each task was read so. */
import { explanation } from '../explain.ts'
import { explainPlan, readStage, type Stage } from '../parse.ts'
import { inputsOf } from './convert.ts'
import { streamDestination } from './destination.ts'
import { readEach } from './inputs.ts'
import type { Io } from './io.ts'
import { withConversion } from './old-word.ts'
import type { Conversion } from './options.ts'
import { reporter } from './report.ts'
import { readOptions } from './work.ts'

/** Prints what a stage made of each document, as JSON. */
export function dumpStage(request: Conversion, stage: Stage, io: Io): Promise<number> {
  const indent = io.stdout.isTTY === true ? 2 : 0
  return print(request, io, async (bytes, path) => {
    const made = await readStage(bytes, stage, { ...readOptions(request), path })
    return typeof made === 'string' ? made : `${JSON.stringify(made, null, indent)}\n`
  })
}

/** Prints of each task which rule took what from which words. */
export function explain(request: Conversion, io: Io): Promise<number> {
  return print(request, io, async (bytes, path) => {
    const { plan, traces } = await explainPlan(bytes, { ...readOptions(request), path })
    return explanation(plan, traces, request.lang)
  })
}

type Show = (bytes: Uint8Array, path: string | null) => Promise<string>

async function print(request: Conversion, io: Io, show: Show): Promise<number> {
  const report = reporter(io, request)
  const sink = streamDestination(io).open(null)
  const inputs = await inputsOf(request, io)
  for await (const { value } of readEach(inputs, io, report, request.maxSize, withConversion(request, io, show))) {
    await sink.write(value)
    if (sink.closed) break
  }
  await sink.finish()
  return report.failed ? 2 : 0
}
