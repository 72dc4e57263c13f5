/**
 * Role clauses in running text: 由教育局牵头，财政局配合，于9月底前完成. They give units and stay in the text.
 */

import type { UnitField } from '../stages.ts'
import type { Terms } from '../terms/additions.ts'
import { isGroup, roleVerbOf } from '../terms/units.ts'
import { append } from '../text/append.ts'
import type { View } from '../text/view.ts'
import { isUnitName, readUnitList } from './units.ts'

/** Clauses that say a role hold a verb of it; others are not looked at. */
const HINT = /牵头|负责|配合|主办|协办|承办|参与|参加|督办|(?:单位|部门|科室|处室|股室|领导|人)(?:为|是)/

/** The units that role clauses of a text name. */
export function findRoleClauses(view: View, terms: Terms): UnitField[] {
  if (!HINT.test(view.text)) return []
  const units: UnitField[] = []
  let inRoles = false
  let from = 0
  const ends = /[，,；;。！：:\n]|(?<=牵头|负责|主办|承办)、|$/g
  while (from < view.length) {
    ends.lastIndex = from
    const match = ends.exec(view.text) as RegExpExecArray
    const clause = view.slice(from, match.index).trim()
    const starts = from === 0 || /[。；;！\n]/.test(view.text[from - 1] as string)
    const found: UnitField[] =
      clause.length > 1 && clause.length < 160 ? readClause(clause, starts || inRoles, terms) : []
    append(units, found)
    inRoles = found.length > 0 && !/[。！\n]/.test(match[0])
    from = match.index + Math.max(1, match[0].length)
  }
  return units
}

/** `free` where a clause may begin with the names: at a sentence's start, or after another role clause. */
function readClause(clause: View, free: boolean, terms: Terms): UnitField[] {
  const stated = /^(.{2,10}?)(?:为|是)/.exec(clause.text)
  const field = stated ? terms.fieldOf(stated[1] as string) : null
  if (stated && field?.kind === 'unit') return named(clause.slice(stated[0].length), field.role, 'clause:为', terms)
  const by = byWhom(clause, terms)
  if (by.length > 0) return by
  const verb = free ? roleVerbOf(clause.text) : null
  if (verb) return named(clause, null, `clause:${verb.id}`, terms)
  return free ? whoDoes(clause, terms) : []
}

/** 热力公司负责5月底前进场: a body by its name, and what it does; a group in charge of what is its own says nothing. */
function whoDoes(clause: View, terms: Terms): UnitField[] {
  const match = /^([^，；。]{3,24}?)(?:牵头|负责)(?!人|同志|制|的|任|本|各自)/.exec(clause.text)
  if (!match || isGroup(match[1] as string)) return []
  return named(clause.slice(0, match[0].length), null, 'clause:who', terms)
}

/** 由A牵头, 由A会同B负责起草: the names after 由 up to the verb, whatever follows it. */
function byWhom(clause: View, terms: Terms): UnitField[] {
  const match = /(?<!自)由((?:自由|[^由]){2,80}?)((?:共同|分别|具体)?(?:牵头|负责|主办|承办|协办|配合|督办))/.exec(
    clause.text,
  )
  if (!match) return []
  const from = match.index + 1
  return named(
    clause.slice(from, from + (match[1] as string).length + (match[2] as string).length),
    null,
    'clause:由',
    terms,
  )
}

function named(view: View, role: Parameters<typeof readUnitList>[1], rule: string, terms: Terms): UnitField[] {
  const { units, pieces } = readUnitList(view, role, terms)
  if (pieces === 0 || !units.every((unit) => isUnitName(unit.view.text, terms))) return []
  return units.map((unit) => ({ ...unit, source: 'text', rule }))
}
