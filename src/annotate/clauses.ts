/**
 * Role clauses in running text: 由教育局牵头，财政局配合，于9月底前完成. They give units and stay in the text.
 */

import type { UnitRole } from '../plan.ts'
import type { UnitField } from '../stages.ts'
import type { Terms } from '../terms/additions.ts'
import { isGroup, looksLikePerson, roleVerbOf, sharesEnd } from '../terms/units.ts'
import { append } from '../text/append.ts'
import type { View } from '../text/view.ts'
import { isUnitName, organiserOf, readUnitList } from './units.ts'

/** Clauses that say a role hold a verb of it; others are not looked at. */
const HINT =
  /牵头|负责|配合|主办|协办|承办|参与|参加|督办|组织[，,]|(?:单位|部门|科室|处室|股室|领导|人)(?:为|是|[：:])/

/** What is longer names no units. */
const LONGEST_CLAUSE = 160

/** The units that role clauses of a text name. */
export function findRoleClauses(view: View, terms: Terms): UnitField[] {
  if (!HINT.test(view.text)) return []
  const units: UnitField[] = []
  let inRoles = false
  let from = 0
  /** Where names began that a comma parts from the verb behind them. */
  let open: number | null = null
  /** What a label says of the names behind its colon: 农村供水工程，牵头部门：县水利局。 */
  let label: UnitRole | null = null
  const ends = /[，,；;。！：:\n]|(?<=牵头|负责|主办|承办)、|$/g
  while (from < view.length) {
    ends.lastIndex = from
    const match = ends.exec(view.text) as RegExpExecArray
    const clause = view.slice(from, match.index).trim()
    const starts = from === 0 || /[。；;！\n]/.test(view.text[from - 1] as string)
    const read = (words: View) => {
      if (words.length < 2 || words.length >= LONGEST_CLAUSE) return []
      if (label) return named(words, label, 'clause:label', terms)
      const read = readClause(words, starts || inRoles, terms)
      return read.length === 0 && inRoles ? whoHelps(words, units.at(-1), terms) : read
    }
    let found: UnitField[] = open === null ? [] : read(view.slice(open, match.index).trim())
    if (found.length === 0) found = read(clause)
    append(units, found)
    const isParted: boolean = found.length === 0 && /[，,]/.test(match[0]) && namesOnly(clause.text, inRoles, terms)
    const start: number = open ?? from
    open = isParted && match.index - start < LONGEST_CLAUSE ? start : null
    const field = /[：:]/.test(match[0]) && !starts ? terms.fieldOf(clause.text) : null
    label = field?.kind === 'unit' ? field.role : null
    inRoles = (found.length > 0 || (inRoles && open !== null)) && !/[。！\n]/.test(match[0])
    from = match.index + Math.max(1, match[0].length)
  }
  return units
}

/** 由市委宣传部 before ，市文化局牵头; after another role clause names alone: 市财政局、编办 before ，各区政府参加. */
function namesOnly(clause: string, inRoles: boolean, terms: Terms): boolean {
  const by = clause.lastIndexOf('由')
  if (by < 0 && !inRoles) return false
  return clause
    .slice(by + 1)
    .split('、')
    .every((name) => isUnitName(name, terms))
}

/** `free` where a clause may begin with the names: at a sentence's start, or after another role clause. */
function readClause(clause: View, free: boolean, terms: Terms): UnitField[] {
  const stated = /^(.{2,10}?)(?:为|是)/.exec(clause.text)
  const field = stated ? terms.fieldOf(stated[1] as string) : null
  if (stated && field?.kind === 'unit') return named(clause.slice(stated[0].length), field.role, 'clause:为', terms)
  const by = byWhom(clause, terms)
  if (by.length > 0) return by
  if (!free) return []
  const verb = roleVerbOf(clause.text) ?? organiserOf(clause.text)
  const found = verb ? named(clause, null, `clause:${verb.id}`, terms) : []
  if (MANNER.test(clause.text) && found.every(({ view }) => isGroup(view.text))) return []
  return found.length > 0 ? found : whoDoes(clause, terms)
}

/** 各有关部门按职责分工，密切配合: how they all work, not what they are in charge of. */
const MANNER = /(?:根据|按照?)(?:各自)?(?:的)?(?:职责|职能|分工|职责分工|职能分工)$/

/** 热力公司负责5月底前进场, 司法局要牵头制定文本 (but not 负责制): a body by its name, and what it does; a group in charge of what is its own says nothing. */
function whoDoes(clause: View, terms: Terms): UnitField[] {
  const match = /^([^，；。]{3,24}?)(要|应当?|须)?(牵头|负责)(?!人|同志|制(?![定订作])|的|任|本|各自)/.exec(clause.text)
  if (!match) return []
  const [words, names, must, verb] = match as unknown as [string, string, string | undefined, string]
  const found = must
    ? named(clause.slice(0, names.length), verb === '牵头' ? 'lead' : 'responsible', 'clause:who', terms)
    : named(clause.slice(0, words.length), null, 'clause:who', terms)
  // 发起部门要牵头协商: those of a role, whoever they are.
  const isRole = must !== undefined && terms.fieldOf(names)?.kind === 'unit'
  return isRole || found.every(({ view }) => isGroup(view.text)) ? [] : found
}

/** Names that a lead takes along, up to what they do: ，会同各有关部门对…进行摸排, ，会同市财政局等部门研究. */
const TAKEN_ALONG =
  /^(?:会同|联合)([^，；。]{2,160}?)(?=对|就|向|开展|制定|研究|组织|做好|推进|负责|具体|及时|共同|定期|加强|建立|提出|$)/

/** Behind those who lead, those who help, and with what: ，派出所和各村委会配合对辖区车辆进行摸排. */
function whoHelps(clause: View, before: UnitField | undefined, terms: Terms): UnitField[] {
  const along = before?.role === 'lead' ? TAKEN_ALONG.exec(clause.text)?.[1] : undefined
  if (along !== undefined) return named(clause.slice(2, 2 + along.length), 'support', 'clause:会同', terms)
  const match = /^([^，；。]{2,60}?)(要|应当?|须)?(?:配合|协助|协同|参与)(?!单位|部门)/.exec(clause.text)
  if (!match) return []
  return match[2]
    ? named(clause.slice(0, (match[1] as string).length), 'support', 'clause:who', terms)
    : named(clause.slice(0, match[0].length), null, 'clause:who', terms)
}

/** 由A牵头, 由A会同B负责起草: the names after 由 up to the verb, whatever follows it. */
function byWhom(clause: View, terms: Terms): UnitField[] {
  const match =
    /(?<!自)由((?:自由|[^由]){2,80}?)((?:共同|分别|具体)?(?:牵头|负责(?!人|同志)|主办|承办|协办|配合|督办))/.exec(
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
  const end = /等(?:有关|相关)?(部门|单位)/.exec(view.text)?.[1] ?? ''
  const last = units.at(-1)
  const isKnown = ({ view: { text } }: UnitField) =>
    isUnitName(text, terms) || isComrade(text) || sharesEnd(text, `${last?.view.text}${end}`)
  if (pieces === 0 || !units.every(isKnown)) return []
  // Names that a comma parts from their verb have the role it gives to those before it.
  const isParted = role === null && last?.rule.includes('verb:') === true && /[，,]/.test(view.text)
  return units.map((unit) => ({
    ...unit,
    role: roleOf(unit, isParted ? (last as UnitField).role : null),
    source: 'text',
    rule,
  }))
}

/** `parted` is the role of those before a comma; a person is in charge, whatever the verb. */
function roleOf({ view, role, rule }: UnitField, parted: UnitField['role'] | null): UnitField['role'] {
  if (isComrade(view.text)) return 'supervisor'
  return parted !== null && !rule.includes('verb:') ? parted : role
}

/** 王某某同志: a person by name. */
function isComrade(name: string): boolean {
  return name.endsWith('同志') && looksLikePerson(name.slice(0, -'同志'.length))
}
