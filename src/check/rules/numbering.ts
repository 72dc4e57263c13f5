/**
 * Numbers of items: skipped, doubled, out of order.
 */
import { type Found, quote, type Rule, type Words } from '../rule.ts'
import { headOf, type Item, type Subject } from '../subject.ts'

/** Items of one family that should be numbered one after another. */
interface Run {
  family: string
  items: Item[]
}

/** The numbered items under each heading, by family; a number 1 begins a new run. */
function runsOf({ siblings, families }: Subject): Run[] {
  const runs: Run[] = []
  for (const { items } of siblings) {
    const open = new Map<string, Run>()
    for (const item of items) {
      const family = families.get(item)
      if (family === undefined) continue
      const run = open.get(family)
      if (run && (item.ordinal !== 1 || run.items.length === 1)) run.items.push(item)
      else {
        const begun = { family, items: [item] }
        open.set(family, begun)
        runs.push(begun)
      }
    }
  }
  return runs
}

type Kind = 'skipped' | 'repeated' | 'disordered'

function faultsOf(subject: Subject, kind: Kind): Found[] {
  const found: Found[] = []
  /** The last number of each family, and of each at its depth: numbers may go on from one section to the next. */
  const lasts = new Map<string, number>()
  for (const { family, items } of runsOf(subject)) {
    const [first] = items
    if (!first) continue
    const keys = [family, `${family}/${first.depth}`]
    const from = goesOnAfter(
      first.ordinal as number,
      keys.map((key) => lasts.get(key) ?? 0),
    )
    const highest = walk(items, from, (each, item, before) => {
      if (each === kind) found.push({ at: headOf(item), reason: sentence(kind, item, before) })
    })
    for (const key of keys) lasts.set(key, highest)
  }
  return found
}

/** The number that a run goes on after: one of the last where it fits, 0 where it begins anew. */
function goesOnAfter(first: number, lasts: readonly number[]): number {
  if (first === 1 || lasts.includes(first - 1)) return first - 1
  return Math.max(0, ...lasts.filter((last) => last < first))
}

/** Walks a run whose numbers go on after `from`; gives the highest. */
function walk(
  items: readonly Item[],
  from: number,
  tell: (kind: Kind, item: Item, before: Item | null) => void,
): number {
  const all = new Set(items.map((item) => item.ordinal as number))
  const seen = new Set<number>()
  let highest = from
  let before: Item | null = null
  for (const item of items) {
    const ordinal = item.ordinal as number
    if (seen.has(ordinal)) {
      tell('repeated', item, before)
      // The number that should have stood there is not missed as well.
      all.add(highest + 1)
      if (ordinal === highest) highest++
    } else if (ordinal < highest) tell('disordered', item, before)
    else if (isMissing(highest + 1, ordinal, all)) tell('skipped', item, before)
    seen.add(ordinal)
    highest = Math.max(highest, ordinal)
    before = item
  }
  return highest
}

function isMissing(from: number, to: number, all: ReadonlySet<number>): boolean {
  for (let ordinal = from; ordinal < to; ordinal++) if (!all.has(ordinal)) return true
  return false
}

function sentence(kind: Kind, item: Item, before: Item | null): Words {
  const marker = quote(item.marker)
  const other = before ? quote(before.marker) : ''
  if (kind === 'repeated') return { zh: `编号“${marker}”重复`, en: `the number "${marker}" comes again` }
  if (kind === 'disordered')
    return { zh: `编号“${marker}”排在“${other}”之后，次序颠倒`, en: `the number "${marker}" stands after "${other}"` }
  return before
    ? { zh: `编号从“${other}”跳到“${marker}”，中间缺号`, en: `the numbers jump from "${other}" to "${marker}"` }
    : { zh: `编号从“${marker}”开始，前面缺号`, en: `the numbers begin with "${marker}"` }
}

export const NUMBERING = [
  {
    id: 'number-skipped',
    severity: 'warning',
    title: { zh: '编号缺号', en: 'A number is skipped' },
    help: {
      zh: '同一级条目的编号应当连续。可以跨章节连续编号。缺号可能是漏了一条，也可能是删去一条后没有重新编号。',
      en: 'The numbers of items of one level go on without a gap; they may go on from section to section. A gap is an item that was lost, or was taken out without numbering anew.',
    },
    find: (subject) => faultsOf(subject, 'skipped'),
    examples: {
      bad: ['一、加强培训。\n二、开展检查。\n⟦四、⟧完善制度。'],
      good: [
        '一、加强培训。\n二、开展检查。\n三、完善制度。',
        '一、加强学习\n1.开展培训。\n2.组织交流。\n二、强化保障\n3.落实经费。\n4.明确专人。',
      ],
    },
  },
  {
    id: 'number-repeated',
    severity: 'error',
    title: { zh: '编号重复', en: 'A number comes twice' },
    help: {
      zh: '同一级条目中不应有两个相同的编号，否则无法用编号指明条目。',
      en: 'No two items of one level have the same number: the number could not name the item.',
    },
    find: (subject) => faultsOf(subject, 'repeated'),
    examples: {
      bad: ['一、加强培训。\n二、开展检查。\n⟦二、⟧完善制度。\n三、落实经费。'],
      good: ['一、加强学习\n1.开展培训。\n2.组织交流。\n二、强化保障\n1.落实经费。\n2.明确专人。'],
    },
  },
  {
    id: 'number-disordered',
    severity: 'error',
    title: { zh: '编号次序颠倒', en: 'A number is out of order' },
    help: {
      zh: '后面条目的编号不应小于前面的。',
      en: 'The number of a later item is not lower than that of an earlier one.',
    },
    find: (subject) => faultsOf(subject, 'disordered'),
    examples: {
      bad: ['一、加强培训。\n三、开展检查。\n⟦二、⟧完善制度。\n四、落实经费。'],
      good: ['一、加强培训。\n二、开展检查。'],
    },
  },
] as const satisfies readonly Rule[]
