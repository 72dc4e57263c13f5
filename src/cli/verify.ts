/** `planparse verify`: proves of documents what planparse promises of all, and shows what lies where in them. */
import { readPlan } from '../parse.ts'
import type { Plan } from '../plan.ts'
import { inputsOf, isStream, widthOf } from './convert.ts'
import { fileDestination, streamDestination } from './destination.ts'
import { readEach } from './inputs.ts'
import type { Io } from './io.ts'
import { withConversion } from './old-word.ts'
import type { Verifying } from './options.ts'
import { reporter } from './report.ts'
import { asData, asText, prove, unread } from './verifying.ts'
import { readOptions } from './work.ts'

/** 0 where all is proved, 1 where something is not, 2 where an input could not be read. */
export async function verify(request: Verifying, io: Io): Promise<number> {
  const { lang, map, format, output } = request
  const found = await inputsOf(request, io)
  const destination = isStream(output)
    ? streamDestination(io, io.stdout.isTTY === true)
    : fileDestination(output, found, io.cwd)
  const report = reporter(io, request)
  const sink = destination.open(null)
  const showing = { lang, map, width: 80, ...(isStream(output) && widthOf(io)) }
  const read = async (bytes: Uint8Array, path: string | null): Promise<[Plan, Plan]> => {
    const options = { ...readOptions(request), withText: true, path }
    return [await readPlan(bytes, options), await readPlan(bytes, options)]
  }
  let broken = 0
  let told = 0
  const tell = (file: object) => sink.write(`${told++ === 0 ? '\n' : ',\n'}${JSON.stringify(file)}`)
  let unreadSoFar = 0
  const tellUnread = async () => {
    for (const { path, error } of report.faults.slice(unreadSoFar))
      if (format === 'json')
        await tell(unread(path === '-' ? null : path, { code: error.code, reason: error.in(lang) }))
    unreadSoFar = report.faults.length
  }
  try {
    if (format === 'json') await sink.write('{"version":1,"files":[')
    for await (const { input, value } of readEach(
      found,
      io,
      report,
      request.maxSize,
      withConversion(request, io, read),
    )) {
      const [plan, again] = value
      const proved = { path: input.path, plan, proof: prove(plan.document.text ?? '', plan, again) }
      if (proved.proof.breaks.length > 0) broken++
      await tellUnread()
      if (format === 'json') await tell(asData(proved, map))
      else await sink.write(asText(proved, showing))
      if (sink.closed) break
    }
    await tellUnread()
    if (format === 'json') await sink.write('\n]}\n')
    await sink.finish()
  } catch (error) {
    sink.abandon()
    throw error
  }
  if (report.failed) return 2
  return broken > 0 ? 1 : 0
}
