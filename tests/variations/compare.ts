/** What must be the same of a document printed in another manner. */
import type { Plan } from '../../src/plan.ts'
import { tasks } from '../../src/tasks.ts'
import { squashed } from '../fuzz/oracle.ts'

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
