/**
 * Levels of numbers: one jumped over, styles mixed within one.
 */
import { fold, squeeze } from '../../text/chars.ts'
import { type Found, quote, type Rule } from '../rule.ts'
import { headOf, type Item, type Subject } from '../subject.ts'

/** Levels in the order of GB/T 9704—2012, 7.3.3, with how they are named. */
const ORDER: readonly string[] = ['chinese', 'chineseParen', 'digit', 'digitParen']
const PRINTED: Readonly<Record<string, string>> = {
  chinese: '一、',
  chineseParen: '（一）',
  digit: '1.',
  digitParen: '（1）',
}

/** A section and the first number under it. */
interface Group {
  above: string
  below: string
  parent: Item
  first: Item
}

function groupsOf({ siblings, families }: Subject): Group[] {
  return siblings.flatMap(({ parent, items }) => {
    // Rows of a table are numbered for themselves.
    const first = items.find((item) => item.ordinal !== null && styleOf(item) !== null)
    const [above, below] = [parent && families.get(parent), first && families.get(first)]
    return parent && first && above && below ? [{ above, below, parent, first }] : []
  })
}

/** Sections that jump over a level which most of their like have. */
function* findJumps(subject: Subject): Generator<Found> {
  const groups = groupsOf(subject)
  const counts = new Map<string, number>()
  const countOf = (above: string, below: string) => counts.get(`${above} ${below}`) ?? 0
  for (const { above, below } of groups) counts.set(`${above} ${below}`, countOf(above, below) + 1)
  for (const { above, below, parent, first } of groups) {
    const between = ORDER.slice(ORDER.indexOf(above) + 1, Math.max(0, ORDER.indexOf(below)))
    const jumped = between.find((each) => countOf(above, each) > countOf(above, below))
    if (!ORDER.includes(above) || jumped === undefined) continue
    const [upper, lower] = [quote(parent.marker), quote(first.marker)]
    yield {
      at: headOf(first),
      reason: {
        zh: `“${upper}”之下直接用“${lower}”，跳过了别处所用的“${PRINTED[jumped]}”一级`,
        en: `under "${upper}" the items begin with "${lower}": the level "${PRINTED[jumped]}", used elsewhere, is jumped over`,
      },
    }
  }
}

/** How a number is printed, apart from the number itself and the width of brackets; `null` for a bare number. */
function styleOf(item: Item): string | null {
  const printed = squeeze(item.marker).replace(/^[★☆▲△*＊]/, '')
  const style = printed
    .replace(/[（）]/g, fold)
    .replace(/[0-9]+/g, '1')
    .replace(/[０-９]+/g, '１')
    .replace(/[〇○零一二三四五六七八九十百]+/g, '一')
    .replace(/[①-⑳㉑-㉟㊱-㊿]/g, '①')
    .replace(/[❶-❿➊-➓]/g, '❶')
    .replace(/[㈠-㈩]/g, '㈠')
    .replace(/[⒈-⒛]/g, '⒈')
    .replace(/[⑴-⒇]/g, '⑴')
    .replace(/[A-Z]/g, 'A')
    .replace(/[a-z]/g, 'a')
  return style.length > 1 || /[①❶㈠⒈⑴]/.test(style) ? style : null
}

interface Style {
  count: number
  /** The first marker printed so. */
  marker: string
}

function* findMixed({ siblings, families }: Subject): Generator<Found> {
  const printed = new Map<string, Map<string, Style>>()
  const styled: { family: string; style: string; item: Item; group: number }[] = []
  for (const [group, { items }] of siblings.entries()) {
    for (const item of items) {
      const family = families.get(item)
      const style = family && !item.markerGenerated && styleOf(item)
      if (!family || !style) continue
      styled.push({ family, style, item, group })
      const styles = printed.get(family) ?? new Map<string, Style>()
      const { count, marker } = styles.get(style) ?? { count: 0, marker: item.marker }
      printed.set(family, styles.set(style, { count: count + 1, marker }))
    }
  }
  const told = new Set<string>()
  for (const { family, style, item, group } of styled) {
    const styles = printed.get(family) as Map<string, Style>
    const common = [...styles.values()].reduce((a, b) => (b.count > a.count ? b : a))
    const own = styles.get(style) as Style
    const key = `${group} ${family} ${style}`
    if (own === common || told.has(key)) continue
    told.add(key)
    yield {
      at: headOf(item),
      reason: {
        zh: `编号“${quote(item.marker)}”与别处的“${quote(common.marker)}”写法不一（${own.count} 处对 ${common.count} 处）`,
        en: `the number "${quote(item.marker)}" is written unlike "${quote(common.marker)}" elsewhere (${own.count} against ${common.count})`,
      },
    }
  }
}

export const LEVELS = [
  {
    id: 'level-jumped',
    severity: 'info',
    title: { zh: '层次序号跳级', en: 'A level is jumped over' },
    help: {
      zh: '层次序号依次为“一、”“（一）”“1.”“（1）”（GB/T 9704—2012，7.3.3）。同一份文件里，多数章节用了中间一级、个别章节跳过时提出。',
      en: 'Levels are numbered 一、, （一）, 1., （1） in this order (GB/T 9704—2012, 7.3.3). Told of a section that jumps over a level which more of its like have.',
    },
    find: findJumps,
    examples: {
      bad: [
        '一、加强学习\n（一）开展培训。\n（二）组织交流。\n二、改进作风\n（一）精简会议。\n（二）深入基层。\n三、强化保障\n⟦1.⟧落实经费。\n2.明确专人。',
      ],
      good: [
        '一、加强学习\n1.开展培训。\n2.组织交流。\n二、强化保障\n1.落实经费。\n2.明确专人。',
        '一、加强学习\n1.开展培训。\n2.组织交流。\n二、强化保障\n（一）落实经费。\n（二）明确专人。',
      ],
    },
  },
  {
    id: 'number-style-mixed',
    severity: 'info',
    title: { zh: '编号写法不一', en: 'Numbers are written in two ways' },
    help: {
      zh: '同一级编号的写法应当统一，如“1.”与“1、”不混用。括号的全角、半角由 bracket-width 检查。',
      en: 'Numbers of one level are written in one way: not 1. beside 1、. The width of brackets is left to bracket-width.',
    },
    find: findMixed,
    examples: {
      bad: ['一、加强学习\n1.开展培训。\n2.组织交流。\n3.通报结果。\n二、强化保障\n⟦1、⟧落实经费。\n2、明确专人。'],
      good: ['一、加强学习\n1.开展培训。\n2.组织交流。\n二、强化保障\n1.落实经费。\n2.明确专人。'],
    },
  },
] as const satisfies readonly Rule[]
