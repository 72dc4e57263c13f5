/**
 * What a paragraph looks like, and what it costs to take it for a cell of a column: 0 where it looks made for it.
 * The costs are weights of evidence, set so that one clear sign outweighs two doubtful ones.
 */
import { isDeadlinePhrase } from '../deadline/index.ts'
import type { TextBlock } from '../stages.ts'
import type { Terms } from '../terms/additions.ts'
import { leaveTaking } from '../terms/frame.ts'
import type { Field } from '../terms/labels.ts'
import { readMarker } from '../terms/markers.ts'
import { looksConditional } from '../terms/times.ts'
import { looksLikePerson, unitShare } from '../terms/units.ts'

export const NEVER = 1e6

/** A dash, or 无: nobody goes on with it. */
export const BLANK_CELL = /^[-—–―/／无]+$/

/** What a column asks (是否听证) is answered in a cell of its own. */
const ANSWER = /^[是否√×✓]$/

/** What a blank cell costs in a column; a name before another name is merged over more rows than that. */
export function blankCost(field: Field, next: Field | undefined): number {
  switch (field.kind) {
    case 'index':
      return 1.5
    case 'category':
      return 0.2
    case 'extra':
      return field.told ? 0.8 : 0.3
    case 'text':
      return field.rank >= 2 ? 4 : isName(next) ? 0.3 : 0.4
    case 'unit':
      return field.role === 'support' ? 0.8 : 1.5
    case 'status':
      return 1
    default:
      return 1.2
  }
}

function isName(field: Field | undefined): boolean {
  return field?.kind === 'text' && field.rank <= 1
}

/** What it costs to take a paragraph for a further one of the same cell. */
export function continuationCost(field: Field, before: string, text: string, indexed: boolean): number {
  if (BLANK_CELL.test(text) || ANSWER.test(text)) return 3
  switch (field.kind) {
    case 'index':
      return NEVER
    case 'unit':
      // One leads, more help: a name too many is the next column's.
      return field.role === 'supervisor' ? 0.8 : field.role === 'support' ? 0.39 : field.role === 'lead' ? 0.41 : 0.4
    case 'text':
      if (!/[。；;！]$/.test(before) || /^[（(]?\d{1,2}[)）.、．]|^[①-⑳]/.test(text)) return 0.7
      return indexed ? 0.6 : 2.4
    case 'status':
      return indexed ? 0.6 : 1.5
    case 'extra':
      return !field.told ? 1.6 : indexed ? 0.6 : 1.5
    default:
      return 1.6
  }
}

/** What a paragraph costs in a column: 0 where it looks made for it. */
export function fitCost(field: Field, look: Look): number {
  // Numbers count on; a dash among them is seldom one's place.
  if (look.blank) return field.kind === 'index' ? 3 : 0.1
  switch (field.kind) {
    case 'index':
      return look.index ? 0 : NEVER
    case 'unit':
      if (look.index) return 8
      if (look.person) return field.role === 'supervisor' ? 0 : 2
      if (field.role === 'supervisor' && look.units < 0.5) return look.short && !look.sentence ? 2 : 6
      return look.deadline && look.units < 0.5 ? 5 : look.units >= 0.5 ? 0 : look.short && !look.sentence ? 3 : 6
    case 'deadline':
      return look.deadline
        ? 0
        : look.index
          ? 8
          : look.units >= 0.5
            ? 4
            : look.conditional
              ? 0.5
              : look.short && !look.sentence
                ? 1.6
                : 6
    case 'status':
      // 是否完成 is answered too.
      if (ANSWER.test(look.text)) return 1.6
      return look.index ? 6 : look.figure ? 1.2 : look.units >= 0.8 && look.short ? 3 : 0.5
    case 'text':
      if (look.index) return 6
      if (field.rank <= 1) return look.sentence ? 2.5 : look.short && look.units < 0.5 && !look.deadline ? 0.3 : 3
      return look.units >= 0.8 ? 3.5 : look.deadline ? 3.5 : look.item ? 2 : look.sentence ? 0 : look.short ? 0.9 : 0.3
    case 'category':
      return look.heading ? 0 : look.short && !look.sentence ? 0.5 : 6
    default:
      if (look.item) return 5
      if (field.kind === 'extra' && field.told) return look.index ? 6 : look.units >= 0.8 && look.short ? 3 : 0.6
      return look.index ? 2 : look.figure ? 0.4 : look.short && !look.announces ? 1.2 : 2.5
  }
}

/** A heading of rows that counts them: 教育关爱（2项）. */
export const COUNTED = /^[^。；]{2,20}[（(]共?\d{1,3}[项个件条类][）)]$/

/** What a paragraph looks like. */
export interface Look {
  text: string
  blank: boolean
  index: boolean
  /** 88%, 12万元: how much, and no more. */
  figure: boolean
  units: number
  deadline: boolean
  person: boolean
  /** Says when, if not a date: 防火期内, 按省统一部署. */
  conditional: boolean
  short: boolean
  sentence: boolean
  /** A heading of rows: 一、…, （一）… without a full stop. */
  heading: boolean
  /** One of the items after a table: 一、各责任单位要明确专人。 */
  item: boolean
  /** A line that leads to others: 有关要求： */
  announces: boolean
  /** Nothing a table holds: 抄送, 注, a signature. */
  ends: boolean
}

const ENDS =
  /^(?:抄送|主送|附件|附[：:]|备注[：:]|注[：:]|说明[：:]|特此|[（(]?(?:此件|联系人|联系电话)|(?:有关|相关|工作|具体|几点|其他)要求(?:如下)?[：:]$)/

const FIGURE = /^\d[\d.,]{0,12}\s?(?:[%％]|[万亿]?元|万?[亩吨]|公里)$/

/** 请各单位于6月5日前报送进展: what is said to all, after the table. */
function takesLeave(text: string): boolean {
  const closing = leaveTaking(text)
  return closing !== null && (closing.sure || closing.id === 'please')
}

export function lookAt(block: TextBlock, terms: Terms): Look {
  const text = block.view.text
  const marker = readMarker(text)
  const sentence = /[。；;！]$/.test(text) || text.length > 45
  const isOuter = marker !== null && /^(?:part|chapter|section|chinese|chineseParen)$/.test(marker.family)
  const heading = isOuter && !/[。；;]$/.test(text) && text.length <= 45
  return {
    text,
    blank: BLANK_CELL.test(text),
    index: /^[（(]?[\d０-９]{1,3}[)）]?[.、．]?$/.test(text) || /^[一二三四五六七八九十]{1,3}$/.test(text),
    figure: FIGURE.test(text),
    units: heading ? 0 : unitsIn(text, terms),
    deadline: text.length <= 40 && isDeadlinePhrase(text),
    person: text.length <= 30 && text.split(/[、，,；]/).every((name) => looksLikePerson(name)),
    conditional: looksConditional(text),
    short: text.length <= 24,
    sentence,
    heading,
    item: isOuter && sentence,
    announces: /[：:]$/.test(text),
    ends: ENDS.test(text) || takesLeave(text),
  }
}

/** 牵头：区教育局 — a cell may say its roles itself. */
function unitsIn(text: string, terms: Terms): number {
  const colon = text.search(/[：:]/)
  const label = colon > 0 && colon < 10 ? terms.fieldOf(text.slice(0, colon)) : null
  return label?.kind === 'unit' ? 1 : unitShare(text)
}
