/**
 * A list of units as printed in an annotation or a cell: cut into names with their roles; times that stand in the
 * list are its deadlines.
 */

import { isDeadlinePhrase } from '../deadline/index.ts'
import type { UnitKind, UnitRole } from '../plan.ts'
import type { ExtraField, UnitField } from '../stages.ts'
import type { Terms } from '../terms/additions.ts'
import { looksConditional } from '../terms/times.ts'
import {
  areAlike,
  endsLikeUnit,
  endsWholeName,
  isGroup,
  looksLikePerson,
  looksLikeUnit,
  roleVerbOf,
  unitShare,
} from '../terms/units.ts'
import { append } from '../text/append.ts'
import { splitOutside } from '../text/brackets.ts'
import { firstBlank, isBlank, squeeze } from '../text/chars.ts'
import { BLANK } from '../text/signs.ts'
import type { View } from '../text/view.ts'

/** What a list of units holds: the units, and the pieces that say a time. */
export interface UnitList {
  units: UnitField[]
  times: View[]
  /** Pieces of a list without a label that say how far the work is: 已通过市政府常务会议审议. */
  states: View[]
  /** What stands under a label of its own that is none of who, when or how far: 资金：50万元. */
  others: ExtraField[]
  /** Pieces of the list, and how many of them read as units or times. */
  pieces: number
  known: number
}

/** Between clauses; 、 parts them too where a role is stated before it: 甲牵头、乙配合. */
const CLAUSES = /[，,；;。\n\t|｜]+|(?<=牵头|负责|主办|承办|配合|协办|参与|指导)、/g

/** What a list explains of all that follows: 。以下均需各地落实，不再列出。 It closes the list. */
const REST = /(?:^|[。；;，,])\s{0,4}以下(?:各项|所有)?(?:工作|任务|措施)?均[^。；;]{2,80}(?:$|[。；;]\s?$)/

/** What a list explains of itself: 列第一位的为牵头单位，下同; 第一个责任单位为牵头单位. */
const LEGEND =
  /^(?:(?:以)?下(?:相)?同|(?:责任单位|责任部门)?(?:中?排?[在列名]{1,3}(?:第一|首)位?|第一个?|首个)(?:的|者)?(?:责任)?(?:单位|部门|者)?(?:为|是)(?:工作)?(?:总?牵头|主办|主责|汇总)[^，；。]{0,8})$/

/** The same in a bracket behind a name. */
function withoutLegend(view: View): View {
  const bracket = /[（(]([^（()）]{2,40})[)）]$/.exec(view.text)
  const isLegend = bracket?.[1]?.split(/[，,；;]/).every((clause) => LEGEND.test(clause.trim()))
  return bracket && isLegend ? view.slice(0, bracket.index).trim() : view
}

/** Reads a list; `role` is what its label says, `null` where it has none. */
export function readUnitList(view: View, role: UnitRole | null, terms: Terms, label = 'list'): UnitList {
  const list: UnitList = { units: [], times: [], states: [], others: [], pieces: 0, known: 0 }
  const names = view.slice(0, REST.exec(view.text)?.index)
  for (const { start, end } of splitOutside(names.text, CLAUSES)) {
    const clause = names.slice(start, end).trim()
    if (LEGEND.test(clause.text)) continue
    for (const piece of cutTimes(withoutLegend(clause))) readClause(piece, role, label, list, terms)
  }
  supportAfterLead(list.units)
  return list
}

/** 甲牵头，乙，丙配合: what stands between the two verbs supports with the last; without a lead before it, it does not. */
function supportAfterLead(units: UnitField[]): void {
  const lead = units.findIndex((unit) => unit.rule.endsWith('verb:lead'))
  const last = units.findLastIndex((unit) => unit.rule.endsWith('verb:support'))
  if (lead < 0) return
  for (const unit of units.slice(lead, Math.max(lead, last)))
    if (!unit.rule.includes('verb:') && unit.role === 'responsible') unit.role = 'support'
}

/** So many blanks a time has in it: 2024 年 3 月 15 日前. */
const BLANKS_IN_TIME = 6

/** A time parted from the names by a blank: 区消委办  长期; 区消委办 3 月 15 日前. */
function cutTimes(clause: View): View[] {
  if ((clause.signs & BLANK) === 0) return [clause]
  const { text } = clause
  let begin = text.length
  let time: number | null = null
  for (let blanks = 0; blanks <= BLANKS_IN_TIME && begin > 0; blanks++) {
    while (begin > 0 && !isBlank(text.charCodeAt(begin - 1))) begin--
    if (isDeadlinePhrase(text.slice(begin))) time = begin
    while (begin > 0 && isBlank(text.charCodeAt(begin - 1))) begin--
  }
  if (time === null || isDeadlinePhrase(text)) return [clause]
  return [clause.slice(0, time).trim(), clause.slice(time)]
}

/** What is said of the work behind those who do it. */
const STATE = /^(?:已经?|正在|尚未)(?:通过|完成|提交|报送|印发|开工|办结|启动|形成|起草|征求|推进)/

/** No name holds a colon; behind the label of a list (责任人：) 组长：周敏 tells which of them it is. */
const OTHER = /^([㐀-鿿]{2,10})\s?[：:]\s?(?=\S)/

function readClause(clause: View, role: UnitRole | null, label: string, list: UnitList, terms: Terms): void {
  const isTime = isDeadlinePhrase(clause.text) || (role === null && looksConditional(clause.text))
  if (isTime && !looksLikeUnit(clause.text)) {
    list.times.push(clause)
    list.pieces++
    list.known++
    return
  }
  const other = role === null || list.units.length > 0 ? OTHER.exec(clause.text) : null
  if (other && !list.units.some((unit) => OTHER.test(unit.view.text))) {
    readOther(other[1] as string, clause.slice(other[0].length), list)
    return
  }
  if (role === null && list.units.length > 0 && STATE.test(clause.text)) {
    list.states.push(clause)
    return
  }
  const bare = role === null ? labelWithoutColon(clause.text, terms) : null
  if (bare) {
    readClause(clause.slice(bare.text.length).trim(), bare.role, `label:${bare.text}`, list, terms)
    return
  }
  const verb = CALLED_BY_ROLE.test(clause.text)
    ? null
    : (verbOf(clause.text) ?? organiserOf(clause.text) ?? dutyOf(clause.text))
  const names = verb ? clause.slice(0, verb.end) : clause
  const rule = verb ? `${label}+verb:${verb.id}` : label
  const from = /^(?:(?:具体|主要|统一|日常(?:工作)?|并)?由|请|责成|其中|以(?!及))\s*/.exec(names.text)?.[0].length ?? 0
  for (const name of cutNames(names.slice(from))) readName(name, roleOf(verb?.role ?? null, role), rule, list, terms)
}

/** The ends of labels that names follow, where the colon was forgotten. */
const BARE_LABEL = /^(?:[㐀-鿿]{2,4}(?:单位|部门|科室|处室|股室)|[㐀-鿿]{2}(?:领导|人))(?=\s?[㐀-鿿])/

/** （责任单位区商务局、区财政局）, （牵头领导周敏）: a label and the names right behind it. */
function labelWithoutColon(clause: string, terms: Terms): { text: string; role: UnitRole } | null {
  const text = BARE_LABEL.exec(clause)?.[0]
  const field = text === undefined ? null : terms.fieldOf(text)
  if (text === undefined || field?.kind !== 'unit') return null
  const names = clause.slice(text.length).trim()
  const [first = ''] = names.slice(0, verbOf(names)?.end).split(/[、/\s]/, 1)
  const isName = looksLikeUnit(first) || (field.role === 'supervisor' && looksLikePerson(first))
  return isName && !/^(?:和|与|及|的|按)/.test(first) ? { text, role: field.role } : null
}

/** The verb of a clause; that of 甲（牵头） 乙 丙 stands in a bracket and is said of the first alone. */
function verbOf(clause: string): ReturnType<typeof roleVerbOf> {
  const verb = roleVerbOf(clause)
  return verb && OPENED.test(clause.slice(0, verb.end)) ? null : verb
}

const OPENED = /[（(〈<]$/

/** 各民生实事牵头单位, 各项目承办单位: those who lead this or that are named by it. */
const CALLED_BY_ROLE =
  /^(?:各|有关|相关)[^、，,；;等及和]{0,12}(?:牵头|主办|承办|配合|协办|参与)(?:责任)?(?:单位|部门|科室|处室|医院|学校|院校|高校|企业)$/

/** 试运行：7月1日前 is a time with a label of its own. */
function readOther(label: string, view: View, list: UnitList): void {
  const isTime = isDeadlinePhrase(view.text)
  if (isTime) list.times.push(view)
  else list.others.push({ label, view })
  list.pieces++
  if (isTime) list.known++
}

/** 由团委组织, 教务处组织: those who organise, where 由 or a name that is whole tells that 组织 is the verb. */
export function organiserOf(clause: string): ReturnType<typeof roleVerbOf> {
  if (!clause.endsWith('组织') || clause.length > 40) return null
  const names = clause.slice(0, -2)
  const isVerb = /^由.{2,30}$/.test(names) || (!/委$/.test(names) && unitShare(names) === 1 && endsLikeUnit(names))
  return isVerb ? { role: 'responsible', end: names.length, id: 'organise' } : null
}

/** 政策法规处负责法制审查工作, 财政局配合做好资金保障: behind the verb stands what those before it are in charge of. */
const DUTY = /^([^，；。]{2,60}?)(牵头|负责|配合|参与|协助)(?!的|人|同志|单位|部门)[^，；。、]{2,24}$/

function dutyOf(clause: string): ReturnType<typeof roleVerbOf> {
  const [, names, verb] = DUTY.exec(clause) ?? []
  if (!names || !verb || OPENED.test(names) || unitShare(names) < 1) return null
  const role = verb === '牵头' ? 'lead' : verb === '负责' ? 'responsible' : 'support'
  return { role, end: names.length, id: role }
}

/** The verb's role, but 负责 says nothing that a label has not said better. */
function roleOf(verb: UnitRole | null, label: UnitRole | null): UnitRole {
  return verb === null || verb === 'responsible' ? (label ?? 'responsible') : verb
}

/** Names are cut at 、 and /, at 会同 and 及 between whole names, and at blanks between whole names. */
function cutNames(view: View): View[] {
  const names: View[] = []
  for (const { start, end } of splitOutside(view.text, /[、/／;；|]/g)) {
    for (const name of cutConjunctions(withoutConjunction(view.slice(start, end).trim())))
      append(names, cutBlanks(name))
  }
  return names
}

/** What joins the last of a list to those before it, 、 or not; 和 but before a group, for places begin with it: 和川县. */
const JOINS = /^(?:以及|及|与|会同|和(?=各|有关|相关|其他|所有|全[省市州县区]|[省市州县区]直))/

/** 市财政局、和各县区政府, 市财政局等和各县区政府: the conjunction is no part of the name. */
function withoutConjunction(view: View): View {
  const length = JOINS.exec(view.text)?.[0].length ?? 0
  const name = view.slice(length)
  return length > 0 && looksLikeUnit(name.text.replace(/等.{0,8}$/, '')) ? name.trim() : view
}

/** A post before a name: 支委 张海洋. */
const POST = /(?:书记|主任|主席|委员|支委|干事|专干|经理|文书|[长员])$/

function isPosted(text: string): boolean {
  if (firstBlank(text) < 0) return isPostAndName(text)
  const [post, name, ...more] = text.split(/\s+/)
  return more.length === 0 && POST.test(post ?? '') && looksLikePerson(name ?? '')
}

/** 组织委员周文礼: a post and a name without a blank between them. */
function isPostAndName(text: string): boolean {
  const name =
    /^[㐀-鿿]{0,10}(?:书记|主任|主席|委员|支委|干事|专干|经理|[局处科股站所院校县区镇乡市队组部社村]长)(?<name>[㐀-鿿𠀀-𳎯]{2,3})$/u.exec(
      text,
    )?.groups?.name
  return name !== undefined && looksLikePerson(name) && !looksLikeUnit(text)
}

function cutBlanks(view: View): View[] {
  if ((view.signs & BLANK) === 0) return [view]
  const parts = spreadNames(splitOutside(view.text, /\s+/g).map(({ start, end }) => view.slice(start, end)))
  const isName = (name: string) => looksLikeUnit(name) || looksLikePerson(squeeze(name))
  const whole = !isPosted(view.text) && parts.every((part) => isName(part.text.replace(ROLE_IN_BRACKET, '')))
  return whole ? parts : [view]
}

/** 薛 岚 吴 桐: names of two characters, each set as wide as one of three, put together again. */
function spreadNames(parts: View[]): View[] {
  const names: View[] = []
  for (let i = 0; i < parts.length; i++) {
    const [part, next] = parts.slice(i, i + 2) as [View, View | undefined]
    const isSpread = part.length === 1 && next?.length === 1 && looksLikePerson(part.text + next.text)
    names.push(isSpread ? part.upTo(next) : part)
    if (isSpread) i++
  }
  return names
}

/** What is longer is no name, nor several. */
const LONGEST_NAMES = 400

const CONJUNCTIONS = /会同|协同|联合|以及|及|和|与/g

/** No name goes on with these: 边防所和各村委会. */
const OPENS_GROUP = /^(?:各|其他|所有)/

/** 及, 以及, 和, 与 separate whole names; within a name (发展和改革委) they do not. */
function cutConjunctions(view: View): View[] {
  if (view.length > LONGEST_NAMES) return [view]
  CONJUNCTIONS.lastIndex = 0
  for (let match = CONJUNCTIONS.exec(view.text); match; match = CONJUNCTIONS.exec(view.text)) {
    const left = view.slice(0, match.index).trim()
    const right = view.slice(match.index + match[0].length).trim()
    const joins =
      match[0] === '会同'
        ? left.length > 1 && right.length > 1
        : (match[0].endsWith('及') || OPENS_GROUP.test(right.text)
            ? endsLikeUnit(left.text)
            : endsWholeName(left.text) || areAlike(left.text, right.text)) &&
          // 县直有关部门和单位 is one name, 及各镇 behind it another.
          !(isGroup(left.text) && /^(?:部门|单位|企业|机构)(?:$|以?及|[和与])/.test(right.text)) &&
          looksLikeUnit(right.text.replace(/等.{0,8}$/, ''))
    if (joins) return [left, ...cutConjunctions(right)]
  }
  return [view]
}

/** 等 and generic words after it are dropped; a group with content is a name of its own. */
const GENERIC =
  /^(?:各|有关|相关|其他|其它|责任|职能|成员|主管|业务|涉及|行业|参与|配合|牵头|多个?|部门|单位|科室|处室|股室|机构|企业|方面|[和及、与])*$/

function readName(view: View, role: UnitRole, rule: string, list: UnitList, terms: Terms): void {
  const blank = /^[-—–―－/／\\.…·*\s]*$/.test(view.text) || /^(?:无|以?下同)$/.test(view.text)
  if (blank || /^(?:部门|单位|科室|处室|股室)$/.test(squeeze(view.text))) return
  const etc = view.text.search(/等(?!级)/)
  if (!closesList(view.text, etc)) {
    pushName(view, role, rule, list, terms)
    return
  }
  pushName(view.slice(0, etc).trim(), role, rule, list, terms)
  const after = squeeze(view.text.slice(etc + 1))
  const isGeneric =
    GENERIC.test(after.replace(/^\d+(?:个|家)?|[（(][^（()）]*[）)]/g, '')) || /^按?(?:各自)?职责(?:分工)?$/.test(after)
  if (!isGeneric) pushName(withoutConjunction(view.slice(etc + 1).trim()), role, rule, list, terms)
}

/** True where there is a 等 that closes a list; that of 高等学校 does not. */
function closesList(text: string, etc: number): boolean {
  if (etc < 2) return etc === 0
  const before = text.slice(0, etc)
  return looksLikeUnit(before) || looksLikePerson(before) || GENERIC.test(squeeze(text.slice(etc + 1)))
}

const ROLE_IN_BRACKET =
  /[（(〈<【〔［[](牵头|主办|主责|牵头单位|牵头部门|牵头科室|牵头负责|总牵头|配合|协办|协助|参与|配合单位|负责|责任单位)[)）〉>】〕］\]]$/

function pushName(view: View, role: UnitRole, rule: string, list: UnitList, terms: Terms): void {
  const bracket = ROLE_IN_BRACKET.exec(view.text)
  const name = bracket ? view.slice(0, bracket.index).trim() : trimRole(view)
  if (name.length === 0) return
  const isPerson = namesPerson(name.text)
  // 责任单位及责任人：规划股 林涛 — the person watches over it, the office does it.
  // 协助人：秦岚 — who helps is a person too, and watches over nothing.
  const helps = isPerson && /(?:协助|协办|配合)人/.test(rule)
  const named = isPosted(name.text) || (isPerson && !helps && /人|领导/.test(rule)) ? 'supervisor' : role
  const own = bracket ? roleInBracket(bracket[1] as string) : named
  const kind = helps ? 'person' : kindOf(name.text, own)
  list.pieces++
  if (kind === 'person' || isPosted(name.text) || isUnitName(name.text, terms)) list.known++
  list.units.push({ view: name, role: own, kind, source: 'annotation', rule: bracket ? `${rule}+bracket` : rule })
}

/** A name that the house lists, or one as those of units are. */
export function isUnitName(name: string, terms: Terms): boolean {
  return terms.fullNamesOf(name).length > 0 || looksLikeUnit(name)
}

/** A name as those of persons are, with or without their post in brackets. */
function namesPerson(name: string): boolean {
  return looksLikePerson(name.replace(/[（(][^（()）]*[）)]$|同志$/, '')) && !looksLikeUnit(name)
}

/** What kind of name it is; persons supervise, and nothing else. */
export function kindOf(name: string, role: UnitRole): UnitKind {
  if (role === 'supervisor' && namesPerson(name)) return 'person'
  return isGroup(squeeze(name)) ? 'group' : 'unit'
}

function roleInBracket(words: string): UnitRole {
  if (/[牵主总]/.test(words)) return 'lead'
  return /负责|责任/.test(words) ? 'responsible' : 'support'
}

/** Words of the role are no part of a name: 分别, 按职责分工, 结合实际. */
function trimRole(view: View): View {
  const match = /(?:分别|按(?:照)?(?:各自)?职责(?:分工)?|根据职责分工|结合(?:各自|自身|本地区?|工作)?实际)$/.exec(
    view.text,
  )
  return match && match.index > 1 ? view.slice(0, match.index).trim() : view
}
