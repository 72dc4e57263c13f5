/** `planparse deadline`: what single deadline phrases say, one JSON array a line. */
import { type DeadlineReading as Reading, readDeadlines } from '../deadline/index.ts'
import { PlanparseError } from '../error.ts'
import { type Lang, type Note, toMessage } from '../message.ts'
import type { Message } from '../plan.ts'
import { streamDestination } from './destination.ts'
import { readAll } from './inputs.ts'
import type { Io } from './io.ts'
import type { DeadlineReading } from './options.ts'
import { reporter } from './report.ts'

export async function deadline(request: DeadlineReading, io: Io): Promise<number> {
  if (request.phrases.length === 0 && io.stdin.isTTY) throw new PlanparseError('no-phrase')
  const sink = streamDestination(io).open(null)
  const report = reporter(io, request)
  // As in a document: without a year of its own a phrase is read in that of issue.
  const { issuedOn } = request
  const context = { issuedOn, year: request.year ?? (issuedOn ? Number(issuedOn.slice(0, 4)) : null) }
  for (const [index, phrase] of (request.phrases.length ? request.phrases : await lines(io)).entries()) {
    const readings = readDeadlines(phrase, context)
    for (const reading of readings)
      if (reading.yearUnknown) await report.messages('-', [yearUnknown(phrase, index, reading, request.lang)])
    await sink.write(`${JSON.stringify(readings.map((reading) => printed(phrase, reading)))}\n`)
    if (sink.closed) break
  }
  await sink.finish()
  return 0
}

/** As the plan tree has it but for its position. */
function printed(phrase: string, { start, end, value }: Reading): object {
  return { raw: phrase.slice(start, end), ...value, source: 'annotation' }
}

function yearUnknown(phrase: string, line: number, { start, end }: Reading, lang: Lang): Message {
  const detail = phrase.slice(start, end)
  const at = (offset: number) => ({ line: line + 1, column: offset + 1, offset })
  const note: Note = { code: 'year-unknown', range: { start, end }, detail }
  return toMessage(note, { start: at(start), end: at(end) }, lang)
}

async function lines(io: Io): Promise<string[]> {
  const text = new TextDecoder().decode(await readAll(io.stdin))
  return text === '' ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/)
}
