/**
 * One unit by two names: 人教处 beside 人事教育处, 教育局 beside 县教育局. A suspicion, and said as one.
 */

import type { Range } from '../../text/view.ts'
import { type Found, quote, type Rule } from '../rule.ts'
import type { Item, Subject } from '../subject.ts'
import { statedUnits } from './units.ts'

interface Name {
  name: string
  /** The name without what stands behind it in brackets. */
  bare: string
  /** 省, 市, 县 … before the name, `''` where there is none. */
  level: string
  /** What is left without level and ending. */
  core: string
  ending: string
  /** The full name by the list of units, where there is one. */
  canonical: string | null
  count: number
  at: Range
  /** The items that name it. */
  items: Set<Item>
}

const LEVEL = /^(?:[省县区州旗]|市(?!场|政|容|民|监))(?=\p{Script=Han}{2})/u
const ENDING = /(?:中心|[局委办处科股部厅队站所院会社馆])$/u

function namesOf({ items }: Subject): Name[] {
  const names = new Map<string, Name>()
  for (const item of items) {
    for (const unit of statedUnits(item)) {
      if (unit.kind !== 'unit') continue
      const known = names.get(unit.name)
      if (known) {
        known.count++
        known.items.add(item)
        continue
      }
      const at = { start: unit.position.start.offset, end: unit.position.end.offset }
      const name = taken(unit.name)
      if (name) names.set(unit.name, { ...name, canonical: unit.canonical, count: 1, at, items: new Set([item]) })
    }
  }
  return [...names.values()]
}

/** A name in its parts; 办公室 and 委员会 are 办 and 委. */
function taken(name: string): Pick<Name, 'name' | 'bare' | 'level' | 'core' | 'ending'> | null {
  const bare = name.replace(/[（(].*/s, '')
  const short = bare.replace(/办公[室厅]$/, '办').replace(/委员会$/, '委')
  const level = LEVEL.exec(short)?.[0] ?? ''
  const ending = ENDING.exec(short)?.[0] ?? ''
  const core = short.slice(level.length, short.length - ending.length)
  return ending === '' || core.length < 2 ? null : { name, bare, level, core, ending }
}

/** How many names with the same beginning and end are compared; keeps the work in bounds. */
const MOST = 40

function* findTwoNames(subject: Subject): Generator<Found> {
  yield* findAmbiguous(subject)
  const alike = new Map<string, Name[]>()
  for (const name of namesOf(subject)) {
    const key = `${name.core[0]}${name.ending}`
    const group = alike.get(key)
    if (!group) alike.set(key, [name])
    else if (group.length < MOST) group.push(name)
  }
  for (const group of alike.values()) {
    for (const [i, one] of group.entries()) {
      for (const other of group.slice(i + 1))
        if (isSame(one, other) && !areTogether(one, other)) yield suspicion(one, other)
    }
  }
}

/** Short names that stand for several units of the list, each where it comes first. */
function* findAmbiguous({ items, terms }: Subject): Generator<Found> {
  const seen = new Set<string>()
  for (const { name, position } of items.flatMap(statedUnits)) {
    const full = terms.fullNamesOf(name)
    if (full.length < 2 || seen.has(name)) continue
    seen.add(name)
    yield {
      at: { start: position.start.offset, end: position.end.offset },
      reason: {
        zh: `“${quote(name)}”在单位名单里是几个单位的简称：${full.map(quote).join('、')}；请写全称`,
        en: `"${quote(name)}" is a short name of several units in the list: ${full.map(quote).join(', ')}; print the full one`,
      },
    }
  }
}

function isSame(one: Name, other: Name): boolean {
  // The list of units knows whether they are one.
  if (one.canonical !== null && other.canonical !== null) return false
  const [short, long] = one.core.length <= other.core.length ? [one, other] : [other, one]
  // 县政府办（县信访局） is 县政府办 with a second name, not another way to write it.
  if (short.core === long.core)
    return short.bare !== long.bare && (short.level === long.level || short.level === '' || long.level === '')
  // 市公安局交管局 is a part of 市公安局.
  return short.level === long.level && !long.bare.startsWith(short.bare) && isAbbreviation(short, long)
}

/** Bodies of a government that keep the beginning of a longer name are the same: 应急局, 应急管理局. */
const WHOLE = /[局委厅]/
/** Work of a body of its own beside or below them: 教育督导局 is not 教育局. */
const APART = /^(?:督导|督察|稽查|监察|执法|综合|机械|开发|评审|审评|监测|检测|检查|技术|科学|培训|服务)/

function isAbbreviation(short: Name, long: Name): boolean {
  if (long.core.startsWith(short.core))
    return WHOLE.test(short.ending) && !APART.test(long.core.slice(short.core.length))
  if (long.core.includes(short.core)) return false
  let at = -1
  for (const character of short.core) {
    at = long.core.indexOf(character, at + 1)
    if (at < 0) return false
  }
  // The last word of the long name must show in the short one.
  return long.core.length - at <= 4
}

/** A list that names both means two. */
function areTogether(one: Name, other: Name): boolean {
  for (const item of one.items) if (other.items.has(item)) return true
  return false
}

function suspicion(one: Name, other: Name): Found {
  const [odd, common] = other.count <= one.count ? [other, one] : [one, other]
  return {
    at: odd.at,
    reason: {
      zh: `“${quote(odd.name)}”疑为“${quote(common.name)}”的另一种写法，请确认是否同一单位`,
      en: `"${quote(odd.name)}" may be "${quote(common.name)}" under another name; see whether they are one`,
    },
  }
}

export const NAMES = [
  {
    id: 'unit-two-names',
    severity: 'info',
    title: { zh: '同一单位疑有两种写法', en: 'One unit, it seems, by two names' },
    help: {
      zh: '全称、简称混用会让任务归到两个单位名下。按缩写（人教处—人事教育处）和省略（县教育局—教育局）推测，同一项任务里并列的不算。这只是怀疑，请核对；配置里列出单位的全称和简称（units），就按名单判断，并指出几个单位共用的简称。',
      en: 'Full and short names make two units of one. Guessed by abbreviation (人教处 for 人事教育处) and by what is left out (教育局 for 县教育局); names that stand together for one task are two. A suspicion only. A list of units in the configuration (units) decides instead, and short names that several of its units share are told.',
    },
    find: findTwoNames,
    examples: {
      bad: [
        '一、加强培训。（责任处室：人事教育处）\n二、开展检查。（责任处室：⟦人教处⟧）',
        '一、加强培训。（责任单位：县发展改革局）\n二、开展检查。（责任单位：⟦县发改局⟧）',
        '一、加强培训。（责任单位：县应急管理局）\n二、开展检查。（责任单位：⟦县应急局⟧）',
        '一、加强培训。（责任单位：县政府办公室）\n二、开展检查。（责任单位：⟦县政府办⟧）',
      ],
      good: [
        '一、加强培训。（责任处室：人事教育处）\n二、开展检查。（责任处室：人事教育处）',
        '一、加强培训。（责任处室：城建处、城管处）\n二、开展检查。（责任处室：城管处）',
        '一、加强培训。（责任单位：县政府办）\n二、开展检查。（责任单位：县政府办（县信访局））',
        '一、加强培训。（责任单位：县教育局）\n二、开展检查。（责任单位：县教育督导局）',
        '一、加强培训。（责任单位：县公安局）\n二、开展检查。（责任单位：县公安局交管局）',
        '一、加强培训。（责任单位：县教育局、县教育体育局）\n二、开展检查。（责任单位：县教育局）',
      ],
    },
  },
] as const satisfies readonly Rule[]
