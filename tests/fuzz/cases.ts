/**
 * What fuzzing tries, a row each: the inputs, and what is wrong with what came of one. A case is plain data, so that one
 * that failed can be kept (`tests/regressions`) and tried again whatever the generators make by then.
 */
import { join } from 'node:path'
import fc from 'fast-check'
import { PlanparseError } from '../../src/error.ts'
import { type ParseOptions, parsePlan, readPlan, verifyPlan } from '../../src/index.ts'
import type { Plan } from '../../src/plan.ts'
import { writePlan } from '../../src/write/index.ts'
import { factsOf, frameOf } from '../same-tasks.ts'
import { FILES, planFile } from './files.ts'
import { model } from './model.ts'
import { damaged, originals } from './mutate.ts'
import { differences, readingOf, squashed } from './oracle.ts'
import { type Oracle, print } from './print.ts'
import { planLike } from './texts.ts'

type TextFormat = ParseOptions['format']

export type Case =
  | ({ kind: 'plan' } & Oracle)
  | { kind: 'text'; text: string; format: TextFormat }
  | { kind: 'written'; text: string; format: TextFormat }
  | { kind: 'same'; text: string; other: string; format: TextFormat }
  | ({ kind: 'file'; name: string; base64: string } & Pick<Oracle, 'document' | 'tasks'>)
  | { kind: 'bytes'; name: string; base64: string }

/** What is wrong, a line each; empty where nothing is. */
export async function faultsOf(each: Case): Promise<string[]> {
  switch (each.kind) {
    case 'plan':
      return faultsIn(parsePlan(each.text, { format: each.format, withText: true }), each)
    case 'file':
      return faultsIn(await readPlan(fromBase64(each.base64), { path: each.name, withText: true }), each)
    case 'text':
      return twice(each.text, each.format)
    case 'written':
      return rewritten(each.text, each.format)
    case 'same':
      return otherTasks(each.text, each.other, each.format)
    case 'bytes':
      return refusedBadly(each.name, fromBase64(each.base64))
  }
}

function fromBase64(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'))
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}

/** What was read is what the generator knows, and keeps the promises. */
function faultsIn(plan: Plan, right: Pick<Oracle, 'document' | 'tasks'>): string[] {
  return [...differences(plan, right), ...broken(plan.document.text ?? '', plan)]
}

function broken(text: string, plan: Plan): string[] {
  return verifyPlan(text, plan).map(({ promise, detail, start }) => `${promise} at ${start}: ${detail}`)
}

/** Any text gives a plan that keeps the promises, and the same one again. */
function twice(text: string, format: TextFormat): string[] {
  const plan = parsePlan(text, { format })
  const isSame = JSON.stringify(parsePlan(text, { format })) === JSON.stringify(plan)
  return [...broken(text, plan), ...(isSame ? [] : ['another plan the second time'])]
}

/** A list that was written gives the same tasks when it is read, and the same list when it is written again. */
async function rewritten(text: string, format: TextFormat): Promise<string[]> {
  const plan = parsePlan(text, { format })
  const faults: string[] = []
  for (const to of ['text', 'markdown'] as const) {
    const list = String(await writePlan(plan, to))
    const read = await readPlan(new TextEncoder().encode(list), { withText: true })
    faults.push(...broken(list, read))
    faults.push(...differing(`${to} tasks`, factsOf(plan), factsOf(read)))
    faults.push(...differing(`${to} frame`, frameOf(plan), frameOf(read)))
    if (String(await writePlan(read, to)) !== list) faults.push(`${to}: another list the second time`)
  }
  return faults
}

/** Another way to set the same words gives the same tasks. */
async function otherTasks(text: string, other: string, format: TextFormat): Promise<string[]> {
  const [a, b] = await Promise.all(
    [text, other].map(async (each) => readingOf(await readPlan(new TextEncoder().encode(each), { format }))),
  )
  return differing('tasks', squashed(a), squashed(b))
}

/** Bytes of any kind are read, or refused by name. */
async function refusedBadly(name: string, bytes: Uint8Array): Promise<string[]> {
  try {
    const plan = await readPlan(bytes, { path: name, withText: true })
    return broken(plan.document.text ?? '', plan)
  } catch (error) {
    if (error instanceof PlanparseError && error.code !== 'internal') return []
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)]
  }
}

function differing(what: string, right: unknown, found: unknown): string[] {
  const [a, b] = [JSON.stringify(right), JSON.stringify(found)]
  if (a === b) return []
  let at = 0
  while (a[at] === b[at]) at++
  const from = Math.max(0, at - 60)
  return [`${what}: …${a.slice(from, at + 100)}… became …${b.slice(from, at + 100)}…`]
}

const FIXTURES = join(process.cwd(), 'fixtures')

const oracle = model.map(print)
/** What leaves the meaning as it is. */
const CHANGES: readonly ((plan: Oracle) => string)[] = [
  ({ text }) => text.replaceAll('\n', '\r\n'),
  ({ text }) => text.replaceAll('\n', '\r'),
  ({ text }) => `\ufeff${text}`,
  ({ text }) => text.replace(/\n$/, ''),
  ({ text }) => `\n\n${text}\n\n\n`,
  ({ text }) => text.replace(/(?<=[㐀-鿿，。])(?=[㐀-鿿（。])/g, '\u200b'),
  // In Markdown they would break a line.
  ({ text, format }) => (format === 'text' ? text.replaceAll('\n', '  \n') : text),
]

/** The same, of a text that is not wrapped: its lines become shorter, each by as much as it has of these signs. */
const unwrapped = model.map((each) => print({ ...each, look: { ...each.look, wrap: null } }))
const NARROWER: readonly ((plan: Oracle) => string)[] = [
  ({ text }) => text.replaceAll('（', '(').replaceAll('）', ')'),
  ({ text }) => text.replaceAll('：', ':').replaceAll('；', ';'),
  // In Markdown and in links digits and stops are markup.
  ({ text, format }) => (format === 'text' ? wideDigits(text) : text),
]

function wideDigits(text: string): string {
  return text.replace(/[0-9]|(?<=[0-9])\./g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
}

/** How often each is tried, of a hundred. */
export const KINDS: readonly { kind: Case['kind']; share: number; cases: fc.Arbitrary<Case> }[] = [
  { kind: 'plan', share: 45, cases: oracle.map((each) => ({ kind: 'plan', ...each })) },
  {
    kind: 'file',
    share: 10,
    cases: fc
      .tuple(model, fc.constantFrom(...FILES))
      .map(([each, name]) => planFile(each, name))
      .map(({ bytes, ...rest }) => ({ kind: 'file', ...rest, base64: toBase64(bytes) })),
  },
  {
    kind: 'same',
    share: 10,
    cases: fc
      .oneof(
        { weight: 3, arbitrary: fc.tuple(oracle, fc.constantFrom(...CHANGES)) },
        { weight: 1, arbitrary: fc.tuple(unwrapped, fc.constantFrom(...NARROWER)) },
      )
      .map(([plan, change]) => ({ kind: 'same', text: plan.text, other: change(plan), format: plan.format })),
  },
  { kind: 'written', share: 10, cases: oracle.map(({ text, format }) => ({ kind: 'written', text, format })) },
  {
    kind: 'text',
    share: 10,
    cases: planLike(oracle.map(({ text }) => text)).map((each) => ({ kind: 'text', ...each })),
  },
  {
    kind: 'bytes',
    share: 15,
    cases: damaged(originals(FIXTURES)).map(({ name, bytes }) => ({
      kind: 'bytes',
      name,
      base64: toBase64(bytes),
    })),
  },
]
