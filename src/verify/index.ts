/**
 * Proves of one plan what planparse promises of all: nothing of the text is lost, nothing is there that does not stand
 * in it, and everything is at its place. `docs/promises.md` lists the promises.
 */
import type { Plan, SpanKind } from '../plan.ts'
import { type Break, nameOf, PROMISES } from './promises.ts'
import { bare, type Subject, subjectOf } from './subject.ts'

export type { Break, PromiseId } from './promises.ts'

/** Where the promises are broken; empty where all are kept. `text` is what the plan was read from (`document.text`). */
export function verifyPlan(text: string, plan: Plan): Break[] {
  return brokenOf(subjectOf(text, plan))
}

function brokenOf(subject: Subject): Break[] {
  return PROMISES.flatMap(({ id, broken }) => Array.from(broken(subject), (found) => ({ promise: id, ...found })))
}

/** What was proved of a document, and what lies where in it. */
export interface Proof {
  breaks: Break[]
  /** Characters that are not white space, in UTF-16 units. */
  characters: number
  /** How many of them pieces of each kind hold, those that hold most first. */
  held: Map<SpanKind, number>
  tasks: number
  /** Units, deadlines and other values whose place was looked at. */
  values: number
  /** Which of the text belongs to which node, in order. */
  map: Stretch[]
}

/** Neighbouring pieces of one node. */
export interface Stretch {
  /** Offsets in the text. */
  start: number
  end: number
  /** The type of the node and its id; of a paragraph, its role. */
  node: string
}

/** Proves the promises of a document that was read twice. */
export function prove(text: string, plan: Plan, again: Plan): Proof {
  const subject = subjectOf(text, plan)
  const breaks = brokenOf(subject)
  if (JSON.stringify(plan) !== JSON.stringify(again))
    breaks.push({ promise: 'repeat', detail: '', start: 0, end: text.length })
  const tasks = subject.items.filter((item) => item.type === 'task')
  return {
    breaks,
    characters: bare(text).length,
    held: heldBy(subject),
    tasks: tasks.length,
    values: subject.items.reduce((sum, item) => sum + item.units.length + item.deadlines.length, 0),
    map: mapOf(subject),
  }
}

function heldBy({ text, pieces }: Subject): Map<SpanKind, number> {
  const held = new Map<SpanKind, number>()
  for (const { start, end, kind } of pieces) held.set(kind, (held.get(kind) ?? 0) + bare(text.slice(start, end)).length)
  return new Map([...held].sort(([, a], [, b]) => b - a))
}

function mapOf({ pieces }: Subject): Stretch[] {
  const map: Stretch[] = []
  let before = null
  for (const { start, end, node } of pieces) {
    const last = map.at(-1)
    if (last && node === before) last.end = Math.max(last.end, end)
    else map.push({ start, end, node: nameOf(node) })
    before = node
  }
  return map
}
