/** The plan tree, or its tasks by unit, as JSON: one object, or an array where there are several plans. */
import type { Plan, Section } from '../plan.ts'
import { toUnitList } from '../units.ts'
import { plain, type WriteOptions, type Writing } from './writer.ts'

export function json(options: WriteOptions): Writing {
  const whole = (value: object) => [JSON.stringify(value, null, options.indent ? 2 : 0)]
  const pieces: Writing['plan'] = (plan, groups) => {
    if (groups) return whole(toUnitList(plan, groups))
    return options.indent ? whole(plan) : compact(plan)
  }
  if (!options.several && !options.array) {
    return plain(function* (plan, groups) {
      yield* pieces(plan, groups)
      yield '\n'
    })
  }
  return {
    begin: () => '[',
    *plan(plan, groups) {
      yield '\n'
      yield* pieces(plan, groups)
    },
    between: ',',
    end: (count) => (count === 0 ? ']\n' : '\n]\n'),
  }
}

/** In pieces, so that a long plan never has to be one string; `children` are the last of a plan and of a section. */
function* compact({ children, ...own }: Plan | Section): Generator<string> {
  yield `${JSON.stringify(own).slice(0, -1)},"children":[`
  for (const [index, child] of children.entries()) {
    if (index > 0) yield ','
    if (child.type === 'section') yield* compact(child)
    else yield JSON.stringify(child)
  }
  yield ']}'
}
