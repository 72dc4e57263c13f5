/**
 * `--records`: a filter for engines that have their own way with files and machines. Each line of standard input is a
 * record, `{"id", "text"}` or `{"id", "path"}`; each gives one line, in order, with its plan (or with `-f ndjson` its
 * tasks), or with an error in its place.
 */
import { resolve } from 'node:path'
import { PlanparseError } from '../error.ts'
import { readPlan } from '../parse.ts'
import type { Plan } from '../plan.ts'
import { select } from '../select.ts'
import { tasks, toRecord } from '../tasks.ts'
import { jsonLine } from '../write/lines.ts'
import { streamDestination } from './destination.ts'
import { asFault, bytesOf } from './inputs.ts'
import type { Io } from './io.ts'
import { linesOf } from './line-stream.ts'
import type { Conversion } from './options.ts'
import { readOptions } from './work.ts'

/** Writes a line for each record; the exit status: 2 where one could not be read. */
export async function records(request: Conversion, io: Io): Promise<number> {
  refuseOthers(request)
  const sink = streamDestination(io).open(null)
  let failed = false
  for await (const line of linesOf(io.stdin, request.maxSize)) {
    if (line?.every(isBlank)) continue
    const answer = await answerTo(line, request, io)
    failed ||= 'error' in answer
    await sink.write(jsonLine(answer))
    if (sink.closed) break
  }
  await sink.finish()
  return failed ? 2 : 0
}

/** Records come on standard input alone, and a line is JSON. Throws `PlanparseError` (`options-contradict`). */
function refuseOthers({ names, writer }: Conversion): void {
  const name = names.find((name) => name !== '-')
  const format = writer && !['json', 'ndjson'].includes(writer.id) ? `-f ${writer.id}` : undefined
  const other = name ?? format
  if (other !== undefined) throw new PlanparseError('options-contradict', { name: '--records', known: [other] })
}

type Id = string | number | null
type Answer = { id: Id; plan: Plan } | { id: Id; tasks: object[] } | { id: Id; error: { code: string; reason: string } }

async function answerTo(line: Buffer | null, request: Conversion, io: Io): Promise<Answer> {
  let id: Id = null
  try {
    if (line === null) throw new PlanparseError('too-big', `${request.maxSize} B`)
    const record = recordIn(line)
    id = record.id
    const options = {
      ...readOptions(request),
      withText: request.withText,
      ...(record.path === undefined ? { encoding: 'utf-8' } : { path: record.path }),
    }
    const plan = select(await readPlan(await contentOf(record, request, io), options), request.selection)
    if (request.writer?.id !== 'ndjson') return { id, plan }
    return { id, tasks: Array.from(tasks(plan), (placed) => toRecord(plan, placed)) }
  } catch (error) {
    const fault = asFault(error)
    return { id, error: { code: fault.code, reason: fault.in(request.lang) } }
  }
}

interface RecordLine {
  id: Id
  text?: string
  path?: string
}

/** Throws `PlanparseError` (`bad-record`) for a line that is none. */
function recordIn(line: Buffer): RecordLine {
  const words = line.toString()
  let record: Partial<RecordLine> | null = null
  try {
    record = JSON.parse(words)
  } catch {
    // Said below, as for JSON of another shape.
  }
  const { id, text, path } = record ?? {}
  // A number that JSON cannot hold would come back as another.
  const isName = typeof id === 'string' || (typeof id === 'number' && (Number.isSafeInteger(id) || isFraction(id)))
  const isRecord = isName && [typeof text, typeof path].includes('string')
  if (!isRecord) throw new PlanparseError('bad-record', words.slice(0, 40))
  return record as RecordLine
}

function isFraction(id: number): boolean {
  return Number.isFinite(id) && !Number.isInteger(id)
}

async function contentOf({ text, path }: RecordLine, { maxSize }: Conversion, io: Io): Promise<Uint8Array> {
  if (path === undefined) return Buffer.from(text as string)
  return bytesOf({ path, file: resolve(io.cwd, path), place: path }, io, maxSize)
}

function isBlank(byte: number): boolean {
  return byte === 32 || byte === 9 || byte === 13
}
