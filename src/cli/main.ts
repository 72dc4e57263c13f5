/** The command line: arguments in, exit status out. 0 done, 1 done with warnings (--strict), 2 wrong use or unread. */
import { PlanparseError } from '../error.ts'
import { systemFault } from '../system.ts'
import { visibleLine } from '../write/visible.ts'
import { check } from './check.ts'
import { configFor, printConfig } from './config.ts'
import { convert } from './convert.ts'
import { deadline } from './deadline.ts'
import type { Io } from './io.ts'
import { type Configured, languageOf, type Reference, readArguments, usage } from './options.ts'
import { print } from './output.ts'
import { dumpStage, explain } from './stage.ts'

/** Runs the program; the exit status. Never throws, never ends the process. */
export async function main(io: Io): Promise<number> {
  let lang = languageOf(io.argv)
  try {
    const request = readArguments(io.argv, lang)
    if (request.kind === 'print') return await print(request.text, io.stdout)
    if (isReference(request)) return await (await import('./reference.ts')).reference(request, io)
    const found = await configFor(request.config, io.cwd)
    if (found === null) return await run(request, io)
    const { settings, path: config } = found
    lang = languageOf(io.argv, settings.lang)
    return await run({ ...(readArguments(io.argv, lang, settings) as Configured), config }, io)
  } catch (error) {
    const fault = faultOf(error)
    io.stderr.write(`planparse: ${visibleLine(fault.in(lang))}\n`)
    if (fault.code === 'no-input') io.stderr.write(`\n${usage(lang)}`)
    return 2
  }
}

/** Parts of the program are loaded when they are used: where the system refuses one, that is no fault of the program. */
function faultOf(error: unknown): PlanparseError {
  if (error instanceof PlanparseError) return error
  const path = error instanceof Error && 'path' in error ? String(error.path) : ''
  return systemFault(error, path) ?? new PlanparseError('internal', String(error))
}

async function run(request: Configured, io: Io): Promise<number> {
  if (request.printConfig) return printConfig(request, io)
  if (request.kind === 'deadline') return deadline(request, io)
  if (request.kind === 'merge') return (await import('./merge.ts')).merge(request, io)
  if (request.kind === 'convert' && request.records) return (await import('./records.ts')).records(request, io)
  if (request.names.length === 0 && request.filesFrom === null && io.stdin.isTTY) throw new PlanparseError('no-input')
  if (request.kind === 'check') return check(request, io)
  if (request.kind === 'verify') return (await import('./verify.ts')).verify(request, io)
  if (request.explain) return explain(request, io)
  return request.stage === null ? convert(request, io) : dumpStage(request, request.stage, io)
}

function isReference(request: Configured | Reference): request is Reference {
  return request.kind === 'schema' || request.kind === 'completion' || request.kind === 'man'
}
