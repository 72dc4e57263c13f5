/**
 * `planparse merge`: ledgers and corrections that come back go into the plans they were made from, and these are written
 * as any others: those tasks that are asked for, by unit, or a file for each unit. Plans alone are written as they are.
 */
import { resolve } from 'node:path'
import { PlanparseError } from '../error.ts'
import { Corrections, correct } from '../merge/corrections.ts'
import { mergeLedgers } from '../merge/index.ts'
import { type Ledger, readLedger } from '../merge/ledger.ts'
import { checked, readJson, readPlans } from '../merge/plans.ts'
import { isSelective } from '../select.ts'
import { tasks } from '../tasks.ts'
import { termsOf } from '../terms/additions.ts'
import { PRESETS } from '../write/layout.ts'
import { outputFor } from './convert.ts'
import { isFolder } from './destination.ts'
import { findInputs, readEach } from './inputs.ts'
import type { Io } from './io.ts'
import type { Merging } from './options.ts'
import { reporter } from './report.ts'
import { selectedOf } from './work.ts'

/** What is looked for in folders. */
const RETURNED = ['.xlsx', '.xlsm', '.csv', '.json']

type Returned = { kind: 'ledger'; ledger: Ledger } | { kind: 'corrections'; path: string; corrections: Corrections }

/** Reads, merges and writes; the exit status. Throws `PlanparseError` for wrong use, before anything is written. */
export async function merge(request: Merging, io: Io): Promise<number> {
  const { names, output: target, lang, prefer } = request
  // A ledger alone is one whose plan was forgotten.
  if (names.length < 2 && !/\.json$/i.test(names[0] ?? '')) throw new PlanparseError('merge-names')
  if (!request.split && target !== null && target !== '-' && isFolder(target, io.cwd))
    throw new PlanparseError('merge-into-folder', target)
  // Of no names it would be standard input.
  const returned =
    names.length > 1 ? await findInputs({ names: names.slice(0, -1), cwd: io.cwd, extensions: RETURNED }) : null
  const planInput = await findInputs({ names: names.slice(-1), cwd: io.cwd, extensions: ['.json'] })
  const report = reporter(io, request)
  const [found] = await all(readEach(planInput, io, report, request.maxSize, readPlans))
  if (found === undefined) return 2
  const { plans, several } = found
  const inputs = {
    several,
    inputs: () => [...(returned?.inputs() ?? []), ...planInput.inputs()],
    besides: request.config ? [resolve(io.cwd, request.config)] : [],
  }
  const columns = (request.writer?.tabular ?? request.split) ? {} : { columns: null, preset: null }
  const output = outputFor({ ...request, ...columns }, inputs, report, io)
  const read =
    returned === null
      ? []
      : await all(
          readEach(returned, io, report, request.maxSize, (bytes, path) => readReturned(bytes, path ?? '-', request)),
        )
  // Nothing came back that could be read: the plan as it was is no merged one.
  if (read.length === 0 && report.failed) return 2
  const said = [
    ...correct(
      plans,
      read.filter((each) => each.kind === 'corrections'),
      lang,
      termsOf(request.settings),
    ),
    ...mergeLedgers(
      plans,
      read.flatMap((each) => (each.kind === 'ledger' ? [each.ledger] : [])),
      { lang, prefer },
    ),
  ]
  for (const { path, message } of said) await report.messages(path, [message])
  const selected = plans.map((plan) => selectedOf(plan, request.selection))
  if (isSelective(request.selection) && selected.every(({ plan }) => tasks(plan).next().done)) {
    await report.warning(names.at(-1) as string, new PlanparseError('nothing-selected'))
  }
  try {
    for (const each of selected) await output.take(null, each)
    await output.finish(true)
  } catch (error) {
    output.abandon()
    throw error
  }
  if (report.failed) return 2
  return request.strict && report.warned ? 1 : 0
}

async function all<T>(reading: AsyncGenerator<{ value: T }>): Promise<T[]> {
  const values: T[] = []
  for await (const { value } of reading) values.push(value)
  return values
}

/** Corrections are JSON; everything else is a ledger. */
async function readReturned(
  bytes: Uint8Array,
  path: string,
  { columns, preset, settings }: Merging,
): Promise<Returned> {
  const head = new TextDecoder().decode(bytes.subarray(0, 1000)).trimStart()
  if (!/^[{[]/.test(head)) {
    const choices = columns ?? (preset && PRESETS[preset].choices)
    return { kind: 'ledger', ledger: await readLedger(bytes, path, choices, termsOf(settings)) }
  }
  const corrections = checked(Corrections, readJson(bytes, 'not-corrections'), 'not-corrections')
  return { kind: 'corrections', path, corrections }
}
