/**
 * Brackets: unclosed, closed by another kind, of two widths, unlike those of neighbouring annotations.
 */
import { pairBrackets } from '../../text/brackets.ts'
import { oddAmong } from '../odd.ts'
import { pairsOf, toWidth, widthsOf } from '../pairs.ts'
import { type Found, fiveItems, quote, type Rule } from '../rule.ts'
import type { Piece, Subject } from '../subject.ts'

/** A bracket without its other half: opened and not closed, up to the end of its words; or closed and not opened. */
interface Half {
  view: Piece['view']
  start: number
  end: number
  isOpen: boolean
}

function halvesOf({ pieces }: Subject): Half[] {
  return pieces.flatMap(({ view }) => {
    const { brackets, strays } = pairBrackets(view.text)
    const open = brackets.filter(({ closed }) => !closed)
    const unopened = strays.filter((start) => !isListNumber(view.text, start))
    return [
      ...open.map(({ start }) => ({ view, start, end: start + wordsAfter(view.text, start), isOpen: true })),
      ...unopened.map((start) => ({ view, start, end: start + 1, isOpen: false })),
    ]
  })
}

/** The bracket and the words after it, up to the next sign. */
function wordsAfter(text: string, start: number): number {
  const words = text.slice(start + 1, start + 13)
  const stop = words.search(/[，,。；;：:、\n（(）)〔〕【】《》]/)
  return 1 + (stop < 0 ? words.length : stop)
}

/** 1）…；2）… within a text. */
function isListNumber(text: string, close: number): boolean {
  return /(?:^|[^\p{Script=Han}A-Za-z0-9])(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[A-Za-z]|[①-⑳])$/u.test(
    text.slice(Math.max(0, close - 6), close),
  )
}

function* findHalves(subject: Subject, isTitle: boolean): Generator<Found> {
  for (const { view, start, end, isOpen } of halvesOf(subject)) {
    if (/[《》]/.test(view.text[start] as string) !== isTitle) continue
    const words = quote(view.text.slice(isOpen ? start : Math.max(0, start - 8), end))
    yield {
      at: view.hull(start, end),
      reason: isOpen
        ? { zh: `“${words}”的括号没有闭合`, en: `the bracket of "${words}" is not closed` }
        : { zh: `“${words}”的括号没有开头`, en: `the bracket that ends "${words}" was not opened` },
    }
  }
}

const PAIRS: ReadonlySet<string> = new Set(['()', '（）', '﹙﹚', '[]', '［］', '〔〕', '【】', '〖〗', '《》'])

function* findMismatched(subject: Subject): Generator<Found> {
  const pairs = pairsOf(subject)
  const { mixed, common } = widthsOf(pairs)
  const widths = new Set(mixed)
  for (const pair of pairs) {
    const { open, close, printed } = pair
    if (PAIRS.has(printed)) continue
    yield {
      at: { start: open, end: close + 1 },
      reason: {
        zh: `括号以“${printed[0]}”开头，却以“${printed[1]}”结尾`,
        en: `the bracket opens with "${printed[0]}" and closes with "${printed[1]}"`,
      },
      ...(common !== null && widths.has(pair) && { edits: toWidth(pair, common) }),
    }
  }
}

/** The kind of bracket an annotation stands in, whatever its width. */
const SHAPES: Readonly<Record<string, string>> = {
  '(': '（）',
  '（': '（）',
  '[': '［］',
  '［': '［］',
  '〔': '〔〕',
  '【': '【】',
  '〖': '〖〗',
}

function* findOddBrackets({ pieces }: Subject): Generator<Found> {
  const all = pieces.flatMap(({ node, kind, view }) => {
    const way = kind === 'annotation' ? SHAPES[view.text[0] ?? ''] : undefined
    return way === undefined ? [] : [{ kind: 'annotation', way, beside: node, at: view.hull(0, 1) }]
  })
  for (const { written, common, count } of oddAmong(all)) {
    yield {
      at: written.at,
      reason: {
        zh: `这里的标注用“${written.way}”，前后 ${count} 处都用“${common}”`,
        en: `this annotation stands in "${written.way}", the ${count} around it in "${common}"`,
      },
    }
  }
}

const annotated = (last: string) =>
  `${fiveItems((n) => `${n}、按时完成第${n}项工作。〔责任单位：县财政局〕`)}\n六、按时完成第六项工作。${last}`

export const BRACKETS = [
  {
    id: 'bracket-unclosed',
    severity: 'error',
    title: { zh: '括号不配对', en: 'A bracket without its other half' },
    help: {
      zh: '每个括号都应有开头和结尾。列举用的“1）”不算。',
      en: 'Every bracket has its other half. Numbers such as 1） in a list do not count.',
    },
    message: 'bracket-unclosed',
    find: (subject) => findHalves(subject, false),
    examples: {
      bad: [
        '一、加强政务公开。⟦（责任单位⟧：县政府办（信息公开科）',
        '一、做好收集、整理、归档⟦）⟧等工作。',
        '一、开展培训。（县教育局，6月底前）\n二、开展检查。（县审计局，9月底前）\n三、完善制度⟦（含新办法⟧。（县司法局，年底前）',
      ],
      good: ['一、加强政务公开（含村务公开）。', '一、抓好两件事：1）开展培训；2）组织考核。'],
    },
  },
  {
    id: 'title-mark-unbalanced',
    severity: 'error',
    title: { zh: '书名号不配对', en: '《 or 》 without its other half' },
    help: { zh: '每个“《”都应有“》”。', en: 'Every 《 has its 》.' },
    find: (subject) => findHalves(subject, true),
    examples: {
      bad: ['一、落实⟦《养老服务实施办法⟧，加强监管。', '一、落实养老服务实施办法⟦》⟧的要求。'],
      good: ['一、落实《云江县养老服务实施办法》的要求。'],
    },
  },
  {
    id: 'bracket-mismatched',
    severity: 'warning',
    title: { zh: '括号前后不一', en: 'A bracket closed by one of another kind' },
    help: {
      zh: '括号的开头和结尾应当是同一种、同一宽度，编号的括号也算。只是全角、半角不同的，--fix 按多数改。',
      en: 'A bracket opens and closes with the same kind, in the same width, that of a number too. Where but the width differs, --fix makes it that of the most.',
    },
    fixable: true,
    find: findMismatched,
    examples: {
      bad: [
        '一、加强政务公开⟦（含村务公开)⟧。\n二、开展培训（含新任干部）。',
        '⟦（一)⟧加强政务公开（含村务公开）。\n（二）开展培训。',
        '一、加强政务公开。⟦〔责任单位：县财政局】⟧',
      ],
      good: ['一、加强政务公开（含村务公开）。'],
    },
  },
  {
    id: 'annotation-bracket',
    severity: 'warning',
    title: { zh: '标注括号与前后不同', en: 'An annotation in another kind of bracket than its neighbours' },
    help: {
      zh: '写明责任单位、时限的括号，全文应当用同一种。只在个别一处不同、前后都一致时提出。',
      en: 'Annotations of who and when stand in one kind of bracket. Told only of single ones between others that agree.',
    },
    find: findOddBrackets,
    examples: { bad: [annotated('⟦（⟧责任单位：县财政局）')], good: [annotated('〔责任单位：县财政局〕')] },
  },
] as const satisfies readonly Rule[]
