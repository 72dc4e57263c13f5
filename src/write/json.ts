/** The plan tree, or its tasks by unit, as JSON: one object, or an array where there are several plans. */
import type { Plan } from '../plan.ts'
import { toUnitList } from '../units.ts'
import { plain, type WriteOptions, type Writing } from './writer.ts'

export function json(options: WriteOptions): Writing {
  const whole = (value: object) => [JSON.stringify(value, null, options.indent ? 2 : 0)]
  const pieces: Writing['plan'] = (plan, groups) => {
    if (groups) return whole(toUnitList(plan, groups))
    return options.indent ? whole(plan) : compact(plan)
  }
  if (!options.several && !options.array) return plain((plan, groups) => [...pieces(plan, groups), '\n'])
  return {
    begin: () => '[',
    plan: (plan, groups) => ['\n', ...pieces(plan, groups)],
    between: ',',
    end: (count) => (count === 0 ? ']\n' : '\n]\n'),
  }
}

/** In pieces by top-level node, so that a long plan never has to be one string. */
function* compact({ children, ...plan }: Plan): Generator<string> {
  yield `${JSON.stringify(plan).slice(0, -1)},"children":[`
  for (const [index, child] of children.entries()) yield (index === 0 ? '' : ',') + JSON.stringify(child)
  yield ']}'
}
