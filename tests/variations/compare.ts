/** What must be the same of a document printed in another manner. */
import type { Plan } from '../../src/plan.ts'
import { tasks } from '../../src/tasks.ts'
import { squashed } from '../fuzz/oracle.ts'
import { type Work, workOf } from './structures.ts'

/** The tasks, a line each, without what print alone decides: white space, widths, kinds of brackets and quotation marks. */
export function saidBy(plan: Plan): string[] {
  return Array.from(tasks(plan), ({ task, sections }) =>
    bare(
      JSON.stringify(
        squashed({
          sections: sections.map(({ title }) => title),
          text: task.text,
          units: task.units.map(({ name, role }) => `${role} ${name}`),
          deadlines: task.deadlines
            .map(({ raw: _raw, position: _position, ...meaning }) => JSON.stringify(meaning))
            .sort(),
          status: task.status,
        }),
      ),
    ),
  )
}

function bare(text: string): string {
  return text
    .replace(/[\u00ad\u200b-\u200f\u2060]/g, '')
    .replace(/[〔【［(（]/g, '[')
    .replace(/[〕】］)）]/g, ']')
    .replace(/[“”「」]|\\"/g, "'")
}

/** Lines of the one that the other lacks. */
export function lost(from: readonly string[], to: readonly string[]): string[] {
  const there = new Set(to)
  return from.filter((line) => !there.has(line))
}

/** What of a plan can be printed in other structures. */
export function worksIn(plan: Plan): Work[] {
  return Array.from(tasks(plan), ({ task, sections }) => workOf(task, sections.at(-1)?.title ?? '')).filter(
    (work) => work !== null,
  )
}

/** Who does which work, a line each, as a structure prints it. */
export function worksOf(works: readonly Work[]): string[] {
  return works.map(({ text, names }) => bare(JSON.stringify(squashed([text.replace(/[。；]$/, ''), names]))))
}
