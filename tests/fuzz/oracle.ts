/** Holds what was read of a generated plan against what the generator knows of it. */
import type { Deadline, Plan } from '../../src/plan.ts'
import { headingOf, tasks } from '../../src/tasks.ts'
import type { Expected, Oracle } from './print.ts'

/** What a reading of the document found, in the words of the oracle. */
export function readingOf(plan: Plan): Pick<Oracle, 'document' | 'tasks'> {
  const { title, number, issuer, issuedOn } = plan.document
  return {
    document: { title, number, issuer, issuedOn },
    tasks: Array.from(tasks(plan), ({ task, sections }) => ({
      sections: sections.map(headingOf),
      marker: task.marker,
      text: task.text,
      title: task.title,
      units: task.units.map(({ name, role }) => `${role} ${name}`),
      deadlines: task.deadlines.filter(({ source }) => source !== 'text').map(meaningOf),
      told: task.deadlines.filter(({ source }) => source === 'text').map(meaningOf),
      status: task.status,
    })),
  }
}

/** As the corpus compares deadlines. */
function meaningOf(deadline: Deadline): string {
  switch (deadline.kind) {
    case 'date':
      return `date ${deadline.due}${deadline.start === null ? '' : ` from ${deadline.start}`}`
    case 'recurring':
      return `recurring ${deadline.every}`
    case 'relative':
      return `relative ${deadline.within}${deadline.workingDays ? ' working' : ''}`
    default:
      return deadline.kind
  }
}

/** Widths and white space never decide. */
export function squashed<T>(value: T): T {
  return JSON.parse(
    JSON.stringify(value, (_, each) => (typeof each === 'string' ? each.normalize('NFKC').replace(/\s+/g, '') : each)),
  )
}

/** Where the reading is another than the generator's, a line each; empty where it is right. */
export function differences(plan: Plan, oracle: Pick<Oracle, 'document' | 'tasks'>): string[] {
  const found = squashed(readingOf(plan))
  const right = squashed({ document: oracle.document, tasks: oracle.tasks })
  const lines = differing('document', right.document, found.document)
  if (found.tasks.length !== right.tasks.length) {
    const openings = found.tasks.map(({ marker, text }) => marker + text.slice(0, 12)).join(' | ')
    return [...lines, `${right.tasks.length} tasks, found ${found.tasks.length}: ${openings}`]
  }
  for (const [i, task] of right.tasks.entries())
    lines.push(...differing(`task ${i + 1}`, task, found.tasks[i] as Expected))
  return lines
}

function differing<T extends object>(where: string, right: T, found: T): string[] {
  return (Object.keys(right) as (keyof T & string)[]).flatMap((key) => {
    const [a, b] = [JSON.stringify(right[key]), JSON.stringify(found[key])]
    return a === b ? [] : [`${where}.${key}: ${a}, found ${b}`]
  })
}
