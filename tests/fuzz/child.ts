/** Tries case after case until it is ended: `child.mjs FOLDER SEED FIRST-BATCH`. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { type Case, faultsOf, KINDS } from './cases.ts'
import { type Batch, CURRENT, type Failure, sizeOf } from './report.ts'

const [folder = '', seed = '1', first = '0'] = process.argv.slice(2)
const CASES_A_BATCH = 100
/** More is a fault: no case is larger than a few megabytes. */
const MOST_MEMORY = 1.5 * 2 ** 30

/** The kind of a batch: each by its share, the same ones for the same seed. */
function kindOf(batch: number) {
  const order = KINDS.flatMap((each) => Array<typeof each>(each.share).fill(each))
  return order[(batch * 37 + Number(seed)) % order.length] as (typeof KINDS)[number]
}

async function tryBatch(batch: number): Promise<Batch> {
  const { kind, cases } = kindOf(batch)
  const report: Batch = { kind, inputs: 0, size: 0, ms: 0, memory: 0, failure: null }
  const began = performance.now()
  const property = fc.asyncProperty(cases, async (each) => {
    writeFileSync(join(folder, CURRENT), JSON.stringify(each))
    report.inputs++
    report.size += sizeOf(each)
    const faults = await faultsOf(each)
    report.memory = Math.max(report.memory, process.memoryUsage.rss())
    if (report.memory > MOST_MEMORY) faults.push('takes more than 1.5 GB of memory')
    if (faults.length > 0) throw new Error(faults.join('\n'))
  })
  const outcome = await fc.check(property, { seed: Number(seed) * 1_000_003 + batch, numRuns: CASES_A_BATCH })
  if (outcome.failed) report.failure = await failureOf(outcome.counterexample?.[0] as Case)
  report.ms = performance.now() - began
  return report
}

async function failureOf(each: Case): Promise<Failure> {
  return { case: each, faults: await faultsOf(each) }
}

for (let batch = Number(first); ; batch++) {
  const report = await tryBatch(batch)
  await new Promise((done) => process.send?.(report, done))
  if (report.memory > MOST_MEMORY) process.exit(1)
}
