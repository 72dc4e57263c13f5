/**
 * Brackets: unclosed, closed by another kind, of two widths, unlike those of neighbouring annotations.
 */
import { pairBrackets } from '../../text/brackets.ts'
import { oddAmong } from '../odd.ts'
import { type Found, fiveItems, quote, type Rule } from '../rule.ts'
import type { Piece, Subject } from '../subject.ts'

interface Placed {
  view: Piece['view']
  start: number
  end: number
  isTitle: boolean
}

interface Brackets {
  closed: Placed[]
  /** Opened and not closed: from the bracket to the end of its words. */
  open: Placed[]
  /** Closed and not opened. */
  strays: Placed[]
}

function bracketsOf({ pieces }: Subject): Brackets {
  const found: Brackets = { closed: [], open: [], strays: [] }
  for (const { view } of pieces) {
    const { brackets, strays } = pairBrackets(view.text)
    for (const { start, end, closed, family } of brackets) {
      const isTitle = family === 'title'
      if (closed) found.closed.push({ view, start, end, isTitle })
      else found.open.push({ view, start, end: start + wordsAfter(view.text, start), isTitle })
    }
    for (const start of strays) {
      if (isListNumber(view.text, start)) continue
      found.strays.push({ view, start, end: start + 1, isTitle: '》' === view.text[start] })
    }
  }
  return found
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

function* findUnbalanced(subject: Subject, isTitle: boolean): Generator<Found> {
  const { open, strays } = bracketsOf(subject)
  for (const { view, start, end } of open.filter((each) => each.isTitle === isTitle)) {
    const words = quote(view.text.slice(start, end))
    yield {
      at: view.hull(start, end),
      reason: { zh: `“${words}”的括号没有闭合`, en: `the bracket of "${words}" is not closed` },
    }
  }
  for (const { view, start, end } of strays.filter((each) => each.isTitle === isTitle)) {
    const words = quote(view.text.slice(Math.max(0, start - 8), end))
    yield {
      at: view.hull(start, end),
      reason: { zh: `“${words}”的括号没有开头`, en: `the bracket that ends "${words}" was not opened` },
    }
  }
}

const CLOSING: Readonly<Record<string, string>> = {
  '(': ')',
  '（': '）',
  '﹙': '﹚',
  '[': ']',
  '［': '］',
  '〔': '〕',
  '【': '】',
  '〖': '〗',
  '《': '》',
}

function* findMismatched(subject: Subject): Generator<Found> {
  for (const { view, start, end } of bracketsOf(subject).closed) {
    const [open = '', close = ''] = [view.text[start], view.text[end - 1]]
    if (CLOSING[open] === close) continue
    yield {
      at: view.hull(start, end),
      reason: {
        zh: `括号以“${open}”开头，却以“${close}”结尾`,
        en: `the bracket opens with "${open}" and closes with "${close}"`,
      },
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
    find: (subject) => findUnbalanced(subject, false),
    examples: {
      bad: ['一、加强政务公开。⟦（责任单位⟧：县政府办（信息公开科）', '一、做好收集、整理、归档⟦）⟧等工作。'],
      good: ['一、加强政务公开（含村务公开）。', '一、抓好两件事：1）开展培训；2）组织考核。'],
    },
  },
  {
    id: 'title-mark-unbalanced',
    severity: 'error',
    title: { zh: '书名号不配对', en: '《 or 》 without its other half' },
    help: { zh: '每个“《”都应有“》”。', en: 'Every 《 has its 》.' },
    find: (subject) => findUnbalanced(subject, true),
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
      zh: '括号的开头和结尾应当是同一种、同一宽度。',
      en: 'A bracket opens and closes with the same kind, in the same width.',
    },
    find: findMismatched,
    examples: {
      bad: ['一、加强政务公开⟦（含村务公开)⟧。', '一、加强政务公开。⟦〔责任单位：县财政局】⟧'],
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
