/** The plan tree as JSON: one object, or an array where there are several plans. */
import type { Plan } from '../plan.ts'
import { plain, type WriteOptions, type Writing } from './writer.ts'

export function json(options: WriteOptions): Writing {
  const pieces = options.indent ? indented : compact
  if (!options.several && !options.array) return plain((plan) => [...pieces(plan), '\n'])
  let count = 0
  return {
    begin: () => '[',
    plan: (plan) => [count++ === 0 ? '\n' : ',\n', ...pieces(plan)],
    end: () => (count === 0 ? ']\n' : '\n]\n'),
  }
}

function indented(plan: Plan): string[] {
  return [JSON.stringify(plan, null, 2)]
}

/** In pieces by top-level node, so that a long plan never has to be one string. */
function* compact({ children, ...plan }: Plan): Generator<string> {
  yield `${JSON.stringify(plan).slice(0, -1)},"children":[`
  for (const [index, child] of children.entries()) yield (index === 0 ? '' : ',') + JSON.stringify(child)
  yield ']}'
}
