/**
 * Who does it: nobody said where the neighbours say it, nobody in particular, two leads.
 */
import type { PlanNode, Unit } from '../../plan.ts'
import { findBrackets } from '../../text/brackets.ts'
import { counted, type Found, fiveItems, quote, type Rule } from '../rule.ts'
import { headOf, type Item, type Subject } from '../subject.ts'
import { labelsOf } from './labels.ts'

/**
 * Tasks that lack something which at least twice as many, and two or more, of those beside them have, be it under one
 * heading or in one table. Where a bracket is not closed, what stands in it may have been taken for text: of such a task
 * nothing is said.
 */
export function* lacking(subject: Subject, has: (item: Item) => boolean): Generator<{ item: Item; count: number }> {
  const open = new Set(subject.pieces.filter(({ view }) => isOpen(view.text)).map(({ node }) => node))
  for (const tasks of tasksBeside(subject)) {
    const without = tasks.filter((task) => !has(task) && !open.has(task))
    const count = tasks.filter(has).length
    if (count >= 2 && without.length * 2 <= count) for (const item of without) yield { item, count }
  }
}

function tasksBeside({ siblings, tables }: Subject): Item[][] {
  const rows = new Set<Item>(tables.flat())
  const outside = siblings.map(({ items }) => items.filter((item) => item.type === 'task' && !rows.has(item)))
  return [...tables.map((table) => [...table]), ...outside]
}

function isOpen(text: string): boolean {
  return findBrackets(text).some(({ closed }) => !closed)
}

function* findWithoutUnit(subject: Subject): Generator<Found> {
  const empty = new Set<PlanNode>(Array.from(emptyLabels(subject), ({ node }) => node))
  // Who watches over a task does not do it.
  for (const { item, count } of lacking(subject, ({ units }) => units.some(({ role }) => role !== 'supervisor'))) {
    if (empty.has(item)) continue
    yield {
      at: headOf(item),
      reason: {
        zh: `这项任务没有责任单位，同级的 ${count} 项都有`,
        en: `no unit is named for this task; the ${counted(count, 'task')} beside it have one`,
      },
    }
  }
}

/** The units that an item states itself, in annotations; those of its heading are stated there. */
export function statedUnits(item: Item): Unit[] {
  return item.units.filter((unit) => unit.source === 'annotation')
}

function* findSecondLead({ items }: Subject): Generator<Found> {
  const leads = items
    .map((item) => statedUnits(item).filter((unit) => unit.role === 'lead'))
    .filter((each) => each.length > 0)
  const several = leads.filter((each) => each.length > 1)
  if (several.length * 5 > leads.length) return
  for (const [, second] of several) {
    if (!second) continue
    yield {
      at: { start: second.position.start.offset, end: second.position.end.offset },
      reason: {
        zh: `这里有不止一个牵头单位，别处 ${leads.length - several.length} 项都只有一个`,
        en: `more than one lead is named here; ${counted(leads.length - several.length, 'other item')} name one`,
      },
    }
  }
}

/** A group of which nobody can say who belongs to it, or nobody yet. */
const VAGUE =
  /^(?:[省市县区州旗镇乡局厅]?直?属?)?各?(?:有关|相关)(?:责任|职能|业务)?(?:部门|单位|科室|处室|股室|机构|方面)(?:和(?:单位|部门))?$|^待(?:定|明确|确定)$/

/** Labels of units behind which no unit stands: each item's first, where the item states none at all. */
function* emptyLabels(subject: Subject) {
  const seen = new Set<PlanNode>()
  for (const { node, way, field, at } of labelsOf(subject)) {
    if (field.kind !== 'unit' || node.type === 'paragraph' || seen.has(node)) continue
    seen.add(node)
    if (statedUnits(node).length === 0) yield { node, way, at }
  }
}

function* findUnnamed(subject: Subject): Generator<Found> {
  for (const { way, at } of emptyLabels(subject)) {
    yield { at, reason: { zh: `“${way}”后面没有写出单位`, en: `no unit stands behind "${way}"` } }
  }
  for (const item of subject.items) {
    const units = statedUnits(item)
    const vague = units.find((unit) => VAGUE.test(unit.name))
    if (!vague || !units.every((unit) => VAGUE.test(unit.name))) continue
    yield {
      at: { start: vague.position.start.offset, end: vague.position.end.offset },
      reason: {
        zh: `只写“${quote(vague.name)}”，没有点名任何单位`,
        en: `"${quote(vague.name)}" names nobody`,
      },
    }
  }
}

export const UNITS = [
  {
    id: 'unit-missing',
    severity: 'warning',
    title: { zh: '任务没有责任单位', en: 'A task without a unit' },
    help: {
      zh: '同级任务或同一张表的各行都写明责任单位，只有个别没有写时提出。',
      en: 'Told where a task names no unit and at least twice as many beside it, or in its table, do.',
    },
    find: findWithoutUnit,
    examples: {
      bad: [
        '一、加强培训。（县教育局）\n二、开展检查。（县审计局）\n⟦三、⟧完善制度。',
        '| 序号 | 任务 | 责任领导 | 责任单位 |\n| --- | --- | --- | --- |\n| 1 | 加强培训 | 周文远 | 县教育局 |\n| 2 | 开展检查 | 周文远 | 县审计局 |\n| ⟦3⟧ | 完善制度 | 周文远 | |',
        '| 类别 | 任务 | 责任单位 |\n| --- | --- | --- |\n| 稳就业 | 加强培训 | 县教育局 |\n| 稳就业 | 开展检查 | 县审计局 |\n| 惠民生 | 完善制度 | 县司法局 |\n| 惠民生 | ⟦落实经费⟧ | |\n| 保安全 | 明确专人 | 县公安局 |',
        '序号\t任务\t责任科室\n一\t学习\t\n1\t加强培训\t人事科\n2\t开展检查\t监督科\n二\t保障\t\n3\t完善制度\t法规科\n⟦4⟧\t落实经费\t\n5\t明确专人\t办公室',
      ],
      good: [
        '一、加强培训。（县教育局）\n二、开展检查。（县审计局）\n三、完善制度。（县司法局）',
        '一、加强培训。\n二、开展检查。\n三、完善制度。',
      ],
    },
  },
  {
    id: 'lead-several',
    severity: 'info',
    title: { zh: '牵头单位不止一个', en: 'More than one lead' },
    help: {
      zh: '文件里一般只有一个牵头单位，个别任务有两个以上时提出，请确认是否应为配合单位。',
      en: 'Told where a document names one lead a task and a few tasks name more: the others may be meant to support.',
    },
    find: findSecondLead,
    examples: {
      bad: [
        `${fiveItems((n) => `${n}、完成第${n}项工作。（县财政局牵头）`)}\n六、完成第六项工作。（县教育局、⟦县民政局⟧牵头）`,
      ],
      good: ['一、加强培训。（县教育局、县民政局牵头）\n二、开展检查。（县审计局、县司法局牵头）'],
    },
  },
  {
    id: 'unit-unnamed',
    severity: 'warning',
    title: { zh: '没有点名责任单位', en: 'Nobody is named' },
    help: {
      zh: '责任单位只写“有关部门”“相关单位”“待定”，或者空着，没有一个具体的单位，任务难以落实。“各乡镇”“县直各单位”是确定的，不算。',
      en: 'Who is responsible is only 有关部门, 相关单位 or 待定, or left blank, and no body by name. 各乡镇 and 县直各单位 are definite and do not count.',
    },
    find: findUnnamed,
    examples: {
      bad: [
        '一、加强培训。（责任单位：⟦县直有关部门⟧）',
        '一、加强培训。（责任单位：⟦待定⟧）',
        '一、加强培训。（县教育局，6月底前）\n二、开展检查。（县审计局，9月底前）\n三、完善制度。（⟦责任单位⟧：等有关部门；完成时限：年底前）',
        '一、加强培训。（⟦牵头单位⟧：；完成时限：6月底前）',
      ],
      good: ['一、加强培训。（责任单位：县教育局、县直有关部门）', '一、加强培训。（责任单位：各乡镇人民政府）'],
    },
  },
] as const satisfies readonly Rule[]
