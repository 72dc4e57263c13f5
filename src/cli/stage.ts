/** `--stage`: what one stage of the parser made of a document, as JSON, to see why it was read so. */
import { readStage, type Stage } from '../parse.ts'
import { readOptions } from './convert.ts'
import { streamDestination } from './destination.ts'
import { findInputs, readEach } from './inputs.ts'
import type { Io } from './io.ts'
import type { Conversion } from './options.ts'
import { reporter } from './report.ts'

export async function dumpStage(request: Conversion, stage: Stage, io: Io): Promise<number> {
  const report = reporter(io, request)
  const onTerminal = io.stdout.isTTY === true
  const sink = streamDestination(io, onTerminal).open(0)
  const options = readOptions(request)
  const read = (bytes: Uint8Array, path: string | null) => readStage(bytes, stage, { ...options, path })
  for await (const { value } of readEach(findInputs(request.names, io.cwd), io, report, read)) {
    await sink.write(typeof value === 'string' ? value : `${JSON.stringify(value, null, onTerminal ? 2 : 0)}\n`)
    if (sink.closed) break
  }
  await sink.finish()
  return report.failed ? 2 : 0
}
