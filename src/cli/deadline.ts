/** `planparse deadline`: what single deadline phrases say, one JSON array a line. */
import { type DeadlineReading as Reading, readDeadlines } from '../deadline/index.ts'
import { PlanparseError } from '../error.ts'
import { type Lang, type Note, toMessage } from '../message.ts'
import type { Message } from '../plan.ts'
import { streamDestination } from './destination.ts'
import type { Io } from './io.ts'
import { linesOf } from './line-stream.ts'
import type { DeadlineReading } from './options.ts'
import { reporter } from './report.ts'

export async function deadline(request: DeadlineReading, io: Io): Promise<number> {
  if (request.phrases.length === 0 && io.stdin.isTTY) throw new PlanparseError('no-phrase')
  const sink = streamDestination(io).open(null)
  const report = reporter(io, request)
  // As in a document: without a year of its own a phrase is read in that of issue.
  const { issuedOn } = request
  const context = { issuedOn, year: request.year ?? (issuedOn ? Number(issuedOn.slice(0, 4)) : null) }
  let index = 0
  for await (const phrase of request.phrases.length ? request.phrases : phrasesOf(io)) {
    const readings = readDeadlines(phrase, context)
    for (const reading of readings)
      if (reading.yearUnknown) await report.messages('-', [yearUnknown(phrase, index, reading, request.lang)])
    index++
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

/** Bytes of a line; more are no phrase. */
const LONGEST = 1 << 20

/** The lines of standard input as they come. Rejects with `PlanparseError` (`phrase-too-long`). */
async function* phrasesOf({ stdin }: Io): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  for await (const line of linesOf(stdin, LONGEST)) {
    if (line === null) throw new PlanparseError('phrase-too-long')
    yield decoder.decode(line).replace(/\r$/, '')
  }
}
