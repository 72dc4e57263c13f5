/** `planparse verify`: proves of documents what planparse promises of all, and shows what lies where in them. */
import { readPlan } from '../parse.ts'
import type { Plan } from '../plan.ts'
import { inputsOf, widthOf } from './convert.ts'
import { isStream, singleDestination } from './destination.ts'
import { type Inputs, readEach } from './inputs.ts'
import type { Io } from './io.ts'
import { withConversion } from './old-word.ts'
import type { Verifying } from './options.ts'
import type { Sink } from './output.ts'
import { type Reporter, reporter } from './report.ts'
import { type Form, formOf, prove } from './verifying.ts'
import { readOptions } from './work.ts'

/** 0 where all is proved, 1 where something is not, 2 where an input could not be read. */
export async function verify(request: Verifying, io: Io): Promise<number> {
  const { lang, map, format, output } = request
  const inputs = await inputsOf(request, io)
  const report = reporter(io, request)
  const sink = singleDestination(output, inputs, io).open(null)
  const form = formOf(format, { lang, map, width: WIDTH, ...(isStream(output) && widthOf(io)) })
  let broken = 0
  try {
    broken = await proveEach(request, inputs, { form, sink, report }, io)
    await sink.finish()
  } catch (error) {
    sink.abandon()
    throw error
  }
  if (report.failed) return 2
  return broken > 0 ? 1 : 0
}

const WIDTH = 80

/** Where what is found goes. */
interface Telling {
  form: Form
  sink: Sink
  report: Reporter
}

/** Reads each document twice and proves it; how many could not be proved. */
async function proveEach(request: Verifying, inputs: Inputs, { form, sink, report }: Telling, io: Io): Promise<number> {
  const read = withConversion(request, io, async (bytes, path): Promise<[Plan, Plan]> => {
    const options = { ...readOptions(request), withText: true, path }
    return [await readPlan(bytes, options), await readPlan(bytes, options)]
  })
  let broken = 0
  let told = 0
  const tellUnread = async () => {
    for (const { path, error } of report.faults.slice(told))
      await sink.write(form.unread(path === '-' ? null : path, { code: error.code, reason: error.in(request.lang) }))
    told = report.faults.length
  }
  await sink.write(form.begin)
  for await (const { input, value } of readEach(inputs, io, report, request.maxSize, read)) {
    const [plan, again] = value
    const proof = prove(plan.document.text ?? '', plan, again)
    if (proof.breaks.length > 0) broken++
    await tellUnread()
    await sink.write(form.file({ path: input.path, plan, proof }))
    if (sink.closed) break
  }
  await tellUnread()
  await sink.write(form.end)
  return broken
}
