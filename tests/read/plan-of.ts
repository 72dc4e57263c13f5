/** What tests of readers compare: a plan without places, white space and widths. */
import { type ReadOptions, readPlan } from '../../src/parse.ts'
import { headingOf, tasks } from '../../src/tasks.ts'

const plain = (text: string | null) => (text ?? '').normalize('NFKC').replace(/\s+/g, '')

export const utf8 = (text: string) => new TextEncoder().encode(text)

export async function summary(bytes: Uint8Array, options: ReadOptions = {}) {
  const plan = await readPlan(bytes, options)
  return {
    format: plan.source.format,
    encoding: plan.source.encoding,
    title: plan.document.title,
    number: plan.document.number,
    issuedOn: plan.document.issuedOn,
    messages: plan.messages.map(({ code }) => code),
    tasks: Array.from(tasks(plan), ({ task, sections }) => ({
      sections: sections.map((section) => plain(headingOf(section))),
      marker: plain(task.marker),
      text: plain(task.text),
      units: task.units.map(({ name, role }) => `${role} ${plain(name)}`),
      deadlines: task.deadlines.map(({ raw }) => plain(raw)),
    })),
  }
}

/** Texts, units and deadlines of the tasks, a line each. */
export async function lines(bytes: Uint8Array, options: ReadOptions = {}): Promise<string[]> {
  const { tasks } = await summary(bytes, options)
  return tasks.map(({ marker, text, units, deadlines }) =>
    [`${marker}${text}`, units.map((unit) => unit.split(' ')[1]).join('、'), deadlines.join('、')].join('｜'),
  )
}
