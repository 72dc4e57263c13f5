/**
 * `--fix`: makes what is safe to mend by itself, in the bytes of the file. A fix after which the document would be read
 * otherwise, but for the characters that it changes, is not made: where lines break can hang on their width.
 */
import { type CheckOptions, check, editsOf, placesIn } from '../check/index.ts'
import { PlanparseError } from '../error.ts'
import type { Edit, Finding, Plan } from '../plan.ts'
import { tasks, toRecord } from '../tasks.ts'
import { plain } from '../text/chars.ts'
import { rewrite } from './rewrite.ts'

export interface Mended {
  bytes: Uint8Array
  plan: Plan
  /** What is left to be mended by hand. */
  findings: Finding[]
  /** How many places were changed. */
  places: number
}

type Read = (bytes: Uint8Array) => Promise<Plan>
type Version = Pick<Mended, 'bytes' | 'plan'>

/** What is mended may show more of the same; more rounds than this have never been needed. */
const ROUNDS = 8

/** Rejects with `PlanparseError` for what is no text, and for a text that would lose something. */
export async function mend(bytes: Uint8Array, read: Read, options: CheckOptions): Promise<Mended> {
  const plan = await read(bytes)
  const { format } = plan.source
  if (!['text', 'markdown'].includes(format)) throw new PlanparseError('fix-not-text', format)
  let mended: Mended = { bytes, plan, findings: check(plan, options), places: 0 }
  for (let round = 0; round < ROUNDS; round++) {
    const next = await mendOnce(mended, read, options)
    if (next.places === mended.places) break
    mended = next
  }
  return { ...mended, findings: mended.findings.map((finding) => ({ ...finding, fix: null })) }
}

/** All fixes at once where that is safe, else those of each rule where they are. */
async function mendOnce(mended: Mended, read: Read, options: CheckOptions): Promise<Mended> {
  const rules = new Set(mended.findings.map((finding) => finding.rule))
  const ofRules = Array.from(rules, (rule) => mended.findings.filter((finding) => finding.rule === rule))
  for (const findings of [mended.findings, ...ofRules]) {
    const next = await attempt(mended, editsOf(findings), read)
    const places = findings.reduce((sum, finding) => sum + placesIn(finding), mended.places)
    if (next) return { ...next, findings: check(next.plan, options), places }
  }
  return mended
}

/** The document after some edits; `null` where there are none, or it would be read otherwise. */
async function attempt({ bytes, plan }: Version, edits: Edit[], read: Read): Promise<Version | null> {
  if (edits.length === 0) return null
  const broken = plan.messages.some(({ code }) => code === 'bytes-broken')
  const next = broken ? null : rewrite(bytes, plan.source.encoding, edits)
  if (next === null) throw new PlanparseError('fix-bytes-broken')
  const after = await read(next)
  return readingOf(after) === readingOf(plan) ? { bytes: next, plan: after } : null
}

/** What a document says, without places, blanks and widths. */
function readingOf(plan: Plan): string {
  const records = Array.from(tasks(plan), (placed) => toRecord(plan, placed))
  const document = { ...plan.document, text: null }
  return plain(JSON.stringify([document, records], (key, value) => (key === 'position' ? undefined : value)))
}
