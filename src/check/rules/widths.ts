/**
 * Widths and blanks: brackets and signs in half width beside full width, blanks within the words.
 */

import type { Edit } from '../../plan.ts'
import { pairsOf, toWidth, widthsOf } from '../pairs.ts'
import { counted, type Found, type Rule } from '../rule.ts'
import type { Subject } from '../subject.ts'

function* findBracketWidths(subject: Subject): Generator<Found> {
  const { half, full, common } = widthsOf(pairsOf(subject))
  const [odd, width, name] = common === '()' ? [full, '全角', 'full'] : [half, '半角', 'half']
  const [first] = odd.map(({ open }) => open).sort((a, b) => a - b)
  if (first === undefined || common === null) return
  const others = half.length + full.length - odd.length
  yield {
    at: { start: first, end: first + 1 },
    reason: {
      zh: `全角、半角圆括号混用：${width} ${odd.length} 对，${width === '半角' ? '全角' : '半角'} ${others} 对；这是第一处${width}`,
      en: `round brackets in two widths: ${odd.length} in ${name} width, ${others} in the other; this is the first`,
    },
    edits: odd.flatMap((pair) => toWidth(pair, common)),
  }
}

/** A sign in half width between Chinese words. */
const HALF_SIGN = /(?<=[\p{Script=Han}”》）)])[,;:?!](?=[\p{Script=Han}“《（(\n]|$)/gu
const FULL_SIGN = /[，；：？！]/g
const SIGNS: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' }

function* findSignWidths({ pieces }: Subject): Generator<Found> {
  const half = new Map<string, { count: number; first: number }>()
  const full = new Map<string, number>()
  for (const { view } of pieces) {
    for (const { 0: sign, index } of view.text.matchAll(HALF_SIGN)) {
      const seen = half.get(sign)
      if (seen) seen.count++
      else half.set(sign, { count: 1, first: view.offsetAt(index) })
    }
    for (const [sign] of view.text.matchAll(FULL_SIGN)) full.set(sign, (full.get(sign) ?? 0) + 1)
  }
  for (const [sign, { count, first }] of half) {
    const wide = SIGNS[sign] as string
    const others = full.get(wide) ?? 0
    if (others === 0) continue
    yield {
      at: { start: first, end: first + 1 },
      reason: {
        zh: `标点“${wide}”有 ${others} 处用全角，${count} 处用半角“${sign}”；这是第一处半角`,
        en: `"${wide}" stands in full width ${counted(others, 'time')} and in half width ${counted(count, 'time')}; this is the first in half width`,
      },
    }
  }
}

/** A single blank between two Chinese words, or between one and a sign; not in words set with blanks (索 引 号). */
const BLANK =
  /(?<=(?<![ \u00a0])\p{Script=Han}|[，。；：、！？”》）])[ \u00a0](?=\p{Script=Han}(?![ \u00a0])|[，。；：、！？“”《》（）])/gu
/** Shorter texts may be set with blanks: names, headings. */
const RUNNING = 16

function* findBlanks({ pieces, text }: Subject): Generator<Found> {
  const edits: Edit[] = []
  for (const { node, kind, view } of pieces) {
    if (kind !== 'words' || view.length < RUNNING || (node.type === 'paragraph' && !PROSE.has(node.role))) continue
    for (const { index } of view.text.matchAll(BLANK)) {
      const start = view.offsetAt(index)
      // Markup may stand beside the blank.
      const isThere = text.slice(start - 1, start + 2) === view.text.slice(index - 1, index + 2)
      if (isThere && !isSet(text, start)) edits.push({ start, end: start + 1, text: '' })
    }
  }
  const [first] = edits
  if (first === undefined) return
  yield {
    at: { start: first.start, end: first.end },
    reason: {
      zh: `正文里有 ${edits.length} 处多余的空格；这是第一处`,
      en: `${counted(edits.length, 'blank')} within the words of the text; this is the first`,
    },
    edits,
  }
}

/** Blanks that part the words of a slogan (“治违禁 控药残”), and those of a line that is set in columns. */
function isSet(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 60), at)
  const after = text.slice(at + 1, at + 61)
  const inQuotes = before.lastIndexOf('“') > before.lastIndexOf('”') && /^[^“\n]*”/.test(after)
  const line = `${before.slice(before.lastIndexOf('\n') + 1)} ${after.split('\n', 1)[0]}`.trim()
  return inQuotes || /\t| {2}|\u3000/.test(line)
}

const PROSE: ReadonlySet<string> = new Set(['preamble', 'intro', 'narrative'])

export const WIDTHS = [
  {
    id: 'bracket-width',
    severity: 'warning',
    title: { zh: '全角、半角括号混用', en: 'Brackets in two widths' },
    help: {
      zh: '同一份文件的圆括号应当统一用全角或半角，编号的括号也算；括号里只有数字、字母的不算。每份文件只提一次，--fix 按多数统一。',
      en: 'A document has its round brackets in one width, those of numbers too; brackets around figures and Latin letters do not count. Told once a document; --fix makes all like the most.',
    },
    fixable: true,
    find: findBracketWidths,
    examples: {
      bad: [
        '（一）加强政务公开（含村务公开）。\n⟦(⟧二)开展培训。',
        '一、加强政务公开⟦(⟧含村务公开)。\n二、开展培训（含新任干部）。',
      ],
      good: ['（一）加强政务公开（含村务公开）。\n（二）推进系统(OA)应用。'],
    },
  },
  {
    id: 'sign-width',
    severity: 'info',
    title: { zh: '全角、半角标点混用', en: 'Signs in two widths' },
    help: {
      zh: '汉字之间的逗号、分号、冒号等，同一份文件不应有的用全角、有的用半角。每种标点每份文件只提一次。',
      en: 'Commas, semicolons and colons between Chinese words are not in full width here and in half width there. Told once for each sign.',
    },
    find: findSignWidths,
    examples: {
      bad: ['一、加强培训，提高水平。\n二、开展检查⟦,⟧及时通报。'],
      good: ['一、加强培训，提高水平。\n二、开展检查，及时通报。', '一、加强培训,提高水平。\n二、开展检查,及时通报。'],
    },
  },
  {
    id: 'stray-blank',
    severity: 'info',
    title: { zh: '正文里有多余空格', en: 'Blanks within the text' },
    help: {
      zh: '汉字之间、汉字与标点之间不应有空格，多为换行或粘贴时留下。标题、人名中的空格不算。每份文件只提一次，--fix 全部删去。',
      en: 'No blank stands between Chinese words, or between them and signs; most were left by wrapping or pasting. Headings and names may have them. Told once a document; --fix takes them all out.',
    },
    fixable: true,
    find: findBlanks,
    examples: {
      bad: ['一、完善各项工作机制，科学编⟦ ⟧制年度计划，按时报送材料。'],
      good: [
        '一、完善各项工作机制，科学编制年度计划，按时报送材料。',
        '一、推广 OA 系统，年内上线 3 个应用，按时报送材料。',
        '一、深入开展“治违禁 控药残 促提升”行动，按时报送材料。',
      ],
    },
  },
] as const satisfies readonly Rule[]
