/**
 * Columns of a task table: which heading row is one, and which column means what.
 */
import { squeeze } from '../text/chars.ts'
import { TERMS, type Terms } from './additions.ts'
import { type Field, isPeriod } from './labels.ts'

/** True where the cells of a row are the headings of a task table: two or more labels, one of them of who or when. */
export function isHeader(cells: readonly string[], terms: Terms = TERMS): boolean {
  const fields = cells.map((cell) => terms.fieldOf(cell)).filter((field) => field !== null)
  // 一季度, 二季度 are told beside the work and name nothing.
  const filled = cells.filter((cell) => cell.trim() !== '' && !isPeriod(squeeze(cell))).length
  if (fields.length < 2 || fields.length * 2 < filled) return false
  const numbered =
    fields.some((field) => field.kind === 'index') && fields.some((field) => field.kind === 'text' && field.rank >= 2)
  return (
    numbered ||
    (fields.some((field) => field.kind === 'unit' || field.kind === 'deadline' || field.kind === 'status') &&
      fields.some((field) => field.kind === 'text'))
  )
}

/**
 * The place of the heading that stands over those of a second line, 责任分工 over 牵头单位 and 配合单位; -1 where the
 * second line is none of headings, or where it is not clear which of the first stands over them.
 */
export function placeOver(upper: readonly string[], lower: readonly string[], terms: Terms = TERMS): number {
  const isUnit = (label: string) => terms.fieldOf(label)?.kind === 'unit'
  if (lower.length < 2 || !lower.every(isUnit)) return -1
  const units = upper.flatMap((label, i) => (isUnit(label) ? [i] : []))
  return units.length === 1 ? (units[0] as number) : -1
}

/** A column with its part in the reading of a row. */
export interface Column {
  label: string
  /** `group`: a name or category left of the work, a heading of its rows. */
  use: 'text' | 'group' | 'index' | 'field' | 'extra'
  field: Field
}

/** The parts that columns play, by their headings: the surest text column is the work, names left of it are headings. */
export function columnsOf(labels: readonly string[], terms: Terms = TERMS): Column[] {
  const fields = labels.map((label): Field => terms.fieldOf(label) ?? { kind: 'extra' })
  let text = -1
  fields.forEach((field, i) => {
    const best = fields[text]
    // What troubles the work, told after how far it is, is not the work.
    const isTold = text >= 0 && isTrouble(labels[i] as string) && fields.slice(0, i).some(isStatus)
    if (!isTold && field.kind === 'text' && (best?.kind !== 'text' || field.rank >= best.rank)) text = i
  })
  if (isTaskBehindName(labels, fields, text)) text++
  return fields.map((field, i) => {
    const label = labels[i] as string
    // 办结时限 | 进展情况 | 销号日期: when the work was done, told after how far it is.
    const isPast = DONE_AT.test(squeeze(label)) && fields.slice(0, i).some(isStatus)
    if (isPast && field.kind === 'deadline' && fields.some((other, k) => k !== i && other.kind === 'deadline'))
      return { label, use: 'extra', field: { kind: 'extra' } }
    // A heading that no row knows, left of the work, names what its rows belong to, and so does what is assessed by it.
    const isUnknown = terms.fieldOf(label) === null && label.trim() !== '' && !isPeriod(squeeze(label))
    const isName = isUnknown || /^(?:考核|考评|评价)指标$/.test(label)
    if (i < text && isMeasure(label)) return { label, use: 'extra', field: { kind: 'extra' } }
    return { label, use: isName && i < text ? 'group' : useOf(field, i, text, fields[text]), field }
  })
}

/** 实事名称 | 年度任务目标 | 责任单位: what only names the work heads what is to be done, be it called a goal as well. */
function isTaskBehindName(labels: readonly string[], fields: readonly Field[], text: number): boolean {
  const [name, goal] = [fields[text], fields[text + 1]]
  const isGoal = goal?.kind === 'text' && goal.rank === 0
  return name?.kind === 'text' && name.rank === 1 && isGoal && (labels[text + 1] as string).includes('任务')
}

/** 建设规模, 2024年计划投资（万元）: how large a project is, what it costs and where it lies does not name it. */
function isMeasure(label: string): boolean {
  return /规模|投资|资金|金额|经费|预算|概算|万元|亿元|面积|里程|建设地点|建设性质|建设年限/.test(label)
}

/** 销号时间, told behind how far the work is: when it was done, not by when it is to be. */
export const DONE_AT = /^(?:实际)?(?:销号|完成销号|验收销号)(?:时间|日期)$/

/** True for the heading of a column of problems. */
export function isTrouble(label: string): boolean {
  return /问题|困难|隐患/.test(label)
}

function isStatus(field: Field): boolean {
  return field.kind === 'status'
}

function useOf(field: Field, i: number, text: number, work: Field | undefined): Column['use'] {
  if (i === text) return 'text'
  // A goal is told beside the work; before finer goals it names them.
  const isName = field.kind === 'text' && (field.rank > 0 || (work?.kind === 'text' && work.rank === 0))
  if (field.kind === 'text') return i < text && isName ? 'group' : 'extra'
  if (field.kind === 'category') return i < text ? 'group' : 'extra'
  if (field.kind === 'index') return 'index'
  return field.kind === 'extra' ? 'extra' : 'field'
}

/** True for the cell by which a row only adds up. */
export function isTotal(text: string): boolean {
  return text.length < 40 && /^(?:合计|总计|小计|共计)(?:[（(].*[)）])?$/.test(squeeze(text))
}
