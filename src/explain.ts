/**
 * Why a task was read as it was: for each number, title, unit and deadline the rule that took it and the words it was
 * taken from, so that a wrong row can be understood and its rule mended.
 */
import type { Lang } from './message.ts'
import type { Plan, Position } from './plan.ts'
import type { Trace } from './resolve/nodes.ts'
import { squeeze } from './text/chars.ts'
import { visibleLine } from './write/visible.ts'

const WORDS = {
  zh: {
    number: '编号',
    title: '标题',
    unit: '单位',
    deadline: '时限',
    heading: '承自标题',
    text: '正文',
    none: '（无）',
  },
  en: {
    number: 'number',
    title: 'title',
    unit: 'unit',
    deadline: 'deadline',
    heading: 'from a heading',
    text: 'running text',
    none: '(none)',
  },
} as const

/** One block of lines a task; each is safe on a terminal, and nothing of the document or its name begins one. */
export function explanation(plan: Plan, traces: readonly Trace[], lang: Lang): string {
  const words = WORDS[lang]
  const name = visibleLine(plan.source.path ?? '-')
  return traces.map((trace) => `${head(trace, name)}\n${lines(trace, words).join('\n')}\n`).join('\n')
}

function head({ task }: Trace, name: string): string {
  return `${name}:${place(task.position)}  ${visibleLine(task.id)}  ${short(task.title ?? task.text)}`
}

function lines({ task, style, units, deadlines }: Trace, words: (typeof WORDS)[Lang]): string[] {
  const found = [
    `  ${words.number}  ${visibleLine(task.marker) || words.none}  [${style ?? '-'}]`,
    `  ${words.title}  ${visibleLine(task.title ?? words.none)}`,
  ]
  task.units.forEach((unit, i) => {
    found.push(
      `  ${words.unit}  ${visibleLine(unit.name)}  ${unit.role}  [${units[i]?.rule ?? ''}${origin(unit.source, words)}]  ${place(unit.position)}`,
    )
  })
  task.deadlines.forEach((deadline, i) => {
    const rule = deadlines[i]?.reading.rule || 'unrecognized'
    found.push(
      `  ${words.deadline}  ${visibleLine(squeeze(deadline.raw))}  ${meaning(deadline)}  [${rule}${origin(deadline.source, words)}]  ${place(deadline.position)}`,
    )
  })
  return found
}

function origin(source: string, words: (typeof WORDS)[Lang]): string {
  return source === 'annotation' ? '' : source === 'heading' ? `, ${words.heading}` : `, ${words.text}`
}

function meaning(deadline: Plan['document']['deadlines'][number]): string {
  if (deadline.kind === 'date') return deadline.start ? `${deadline.start}/${deadline.due}` : deadline.due
  if (deadline.kind === 'recurring') return deadline.every
  return deadline.kind === 'relative' ? deadline.within : deadline.kind
}

function place({ start }: Position): string {
  return `${start.line}:${start.column}`
}

function short(text: string): string {
  const line = squeeze(text)
  return visibleLine(line.length > 30 ? `${line.slice(0, 30)}…` : line)
}
