/**
 * Labels of annotations: one that differs from its neighbours.
 */
import type { Field } from '../../terms/labels.ts'
import { oddAmong, type Written } from '../odd.ts'
import { type Found, fiveItems, type Rule } from '../rule.ts'
import type { Subject } from '../subject.ts'

/** Chinese words before a colon. */
const LABEL = /(?<!\p{Script=Han})\p{Script=Han}{2,10}(?=[：:])/gu

/** The labels that are printed in annotations. */
export function* labelsOf({ pieces, terms }: Subject) {
  for (const { node, kind, view } of pieces) {
    if (kind !== 'annotation') continue
    for (const { 0: way, index } of view.text.matchAll(LABEL)) {
      const field = terms.fieldOf(way)
      if (field)
        yield {
          node,
          way,
          field,
          at: view.hull(index, index + way.length),
          rest: view.text.slice(index + way.length + 1, index + way.length + 45),
        }
    }
  }
}

function* findOddLabels(subject: Subject): Generator<Found> {
  const all: Written[] = []
  for (const { node, way, field, at, rest } of labelsOf(subject)) {
    const about = field.kind === 'unit' ? kindOfUnit(rest) : ''
    all.push({ kind: kindOf(field), way, beside: node, at, about })
  }
  for (const { written, common, count } of oddAmong(all)) {
    const { way, at } = written
    yield {
      at,
      reason: {
        zh: `这里写作“${way}”，前后 ${count} 处都写作“${common}”`,
        en: `"${way}" stands here, "${common}" in the ${count} places around it`,
      },
      edits: [{ ...at, text: common }],
    }
  }
}

/** The last character of the first name after a label: 处, 股, 局. */
function kindOfUnit(text: string): string {
  const name = /^\s*([^，,、；;。：:（(）)〔〕【】\s]{1,40})/.exec(text)?.[1] ?? ''
  return name.slice(-1)
}

function kindOf(field: Field): string {
  return field.kind === 'unit' ? field.role : field.kind
}

const labelled = (last: string, unit = '县财政局') =>
  `${fiveItems((n) => `${n}、按时完成第${n}项工作。（责任部门：县财政局）`)}\n六、按时完成第六项工作。（${last}：${unit}）`

export const LABELS_OF_ANNOTATIONS = [
  {
    id: 'label-differs',
    severity: 'warning',
    title: { zh: '标签与前后不同', en: 'A label unlike its neighbours' },
    help: {
      zh: '同一含义的标签（责任部门、责任处室……）全文应当用同一个。只在个别一处不同、前后都一致，且所列单位是同一类时提出；--fix 改成常用的。',
      en: 'Labels of one meaning (责任部门, 责任处室 …) are one throughout. Told only of single ones between others that agree, with units of the same kind; --fix makes it the common one.',
    },
    fixable: true,
    find: findOddLabels,
    examples: { bad: [labelled('⟦责任处室⟧')], good: [labelled('责任部门'), labelled('责任科室', '农财科')] },
  },
] as const satisfies readonly Rule[]
