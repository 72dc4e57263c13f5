/**
 * Points in a list that says their unit once, and that are no range: 第一、三季度; 6、12月底前; 上、下半年. A rule reads one
 * member; the last, which has the unit, is read like any other point.
 */
import { DAY, MONTH } from './fragments.ts'
import { anyYear, BARE, PERIOD } from './guards.ts'
import { numberIn, readPoint } from './points.ts'
import type { Groups, Rule, RuleResult, Scope, TextGuard } from './types.ts'

/** Two months are a list where they part the year; else the first is the number of a step (2、9月底前). */
const HALF_A_YEAR = 6

function readMonth(groups: Groups, scope: Scope): RuleResult {
  const [next, ...others] = (groups.list ?? '').split('、').slice(1)
  const month = numberIn(groups, 'm') ?? 0
  const isPair = others.length === 0 && scope.before !== '、'
  const parts = month > 1 && (numberIn({ next }, 'next') ?? 0) - month === HALF_A_YEAR && !/[。；;]$/.test(scope.before)
  return isPair && !parts ? null : readPoint(groups, scope)
}

/** A guard that looks at the words behind the last of the list. */
function behind(list: string, { notAfter, notBefore, notPast }: TextGuard): TextGuard {
  return { notAfter, notBefore: new RegExp(`^${list}${notBefore?.source.slice(1)}`), notPast }
}

export const LIST_RULES: readonly Rule[] = [
  {
    id: 'listed-quarter',
    heads: ['number-span', 'number-year', 'ordinal', 'nearYear'],
    pattern: `${anyYear()}第?(?<q>[1-4一二三四])(?=(?:、第?[1-4一二三四]){1,3}季度)`,
    read: readPoint,
    text: behind('[、第1-4一二三四]{2,8}季度', PERIOD),
    examples: {
      '第一、三季度': '2023-03-31 | 2023-09-30',
      '一、二、四季度末前': '2023-03-31 | 2023-06-30 | 2023-12-31',
    },
    rejects: ['第二、三季度', '三季度'],
  },
  {
    id: 'listed-month',
    heads: ['number-span', 'number-year', 'nearYear'],
    pattern:
      `${anyYear()}(?<m>${MONTH})(?=(?<list>(?:、${MONTH}){1,11})月份?` +
      `(?:(?<d>${DAY})[日号]|(?<t>[上中下])旬|(?<e>[底末初中]))?)`,
    read: readMonth,
    text: behind('[、0-9一二三四五六七八九十]{2,36}月', BARE),
    examples: {
      '6、12月底前': '2023-06-30 | 2023-12-31',
      '3、6、9、12月10日前': '2023-03-10 | 2023-06-10 | 2023-09-10 | 2023-12-10',
    },
    rejects: ['1、7月底前', '2、9月底前', '7、8月'],
  },
  {
    id: 'listed-half-year',
    heads: ['number-year', 'halfYear', 'nearYear'],
    pattern: `${anyYear()}(?<h>上)(?=[、和]?下半年)`,
    read: readPoint,
    text: behind('[、和]?下半年', PERIOD),
    examples: { '上、下半年各一次': '2023-06-30 | 2023-12-31', 上下半年: '2023-06-30 | 2023-12-31' },
    rejects: ['上半年', '下半年'],
  },
]
