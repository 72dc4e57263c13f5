/** Ranges in words: 5月至10月, 2023—2025年, 即日起至年底. */
import { anyPoint, BEFORE, DASH, DAY, day, FULL_YEAR, MONTH, tenDays } from './fragments.ts'
import { ALONE, anyYear, PERIOD, POINT, SPAN } from './guards.ts'
import { numberIn, readPoint, readRange } from './points.ts'
import type { Groups, Rule, RuleResult, Scope } from './types.ts'
import { YEAR_UNKNOWN } from './types.ts'

const MORE_DAYS = `(?<dB>${DAY})[日号]`
const SINCE_ISSUE =
  '(?:自|从)?(?:本?(?:方案|通知|文件|意见)?(?:印发|发文|下发|发布)之日|即日)(?:起|开始)?(?:[至到]|[-—–~～－]{1,2})'

function readSinceIssue(groups: Groups, scope: Scope): RuleResult {
  const value = readPoint(groups, scope)
  return value !== null && value !== YEAR_UNKNOWN && value.kind === 'date' ? { ...value, start: scope.issuedOn } : value
}

/** 7、8月 is a range, 6、12月 are two months and no range (list-rules.ts); so with quarters. */
function readNumbers(groups: Groups, scope: Scope): RuleResult {
  if (groups.list === undefined) return readRange(groups, scope)
  const numbers = `${groups.mA ?? groups.qA}${groups.list}${groups.mB ?? groups.qB}`
    .split('、')
    .map((n) => numberIn({ n: n.replace('第', '') }, 'n') ?? 0)
  return numbers.every((n, i) => n === (numbers[0] as number) + i) ? readRange(groups, scope) : null
}

function readFirstQuarters(groups: Groups, scope: Scope): RuleResult {
  return readRange({ ...groups, qA: '1', qB: groups.qB === '两' ? '2' : groups.qB }, scope)
}

export const RANGE_RULES: readonly Rule[] = [
  {
    id: 'since-issue',
    heads: ['issue'],
    pattern: `${SINCE_ISSUE}${anyPoint()}${BEFORE}`,
    read: readSinceIssue,
    text: POINT,
    examples: {
      即日起至6月30日: '2023-05-30/2023-06-30',
      即日起到年底前: '2023-05-30/2023-12-31',
      印发之日起至2024年3月: '2023-05-30/2024-03-31',
    },
    rejects: ['即日起', '印发之日起30日内'],
  },
  {
    id: 'range-days',
    heads: ['number-year', 'number-month', 'newYear', 'nearYear'],
    pattern: `${anyYear('A')}${day('A')}${DASH}${MORE_DAYS}${BEFORE}`,
    read: readRange,
    text: SPAN,
    examples: { '5月1日—31日': '2023-05-01/2023-05-31', '2024年3月5日至7日': '2024-03-05/2024-03-07' },
    rejects: ['5月1日—10月31日'],
  },
  {
    id: 'range-tens',
    heads: ['number-year', 'number-month', 'newYear', 'nearYear'],
    pattern: `${anyYear('A')}${tenDays('A')}${DASH}(?<tB>[上中下])旬${BEFORE}`,
    read: readRange,
    text: SPAN,
    examples: { '3月上旬至中旬': '2023-03-01/2023-03-20' },
    rejects: ['3月上旬', '3月上中旬'],
  },
  {
    id: 'range-month-numbers',
    heads: ['number-span', 'number-year', 'nearYear'],
    pattern:
      `${anyYear('A')}(?<mA>${MONTH})(?:${DASH}|(?<list>(?:、${MONTH}){0,9}、))(?<mB>${MONTH})月份?` +
      `(?:(?<eB>[底末])|(?<tB>[上中下])旬)?(?![0-9])${BEFORE}`,
    read: readNumbers,
    text: SPAN,
    examples: {
      '5-10月': '2023-05-01/2023-10-31',
      '2023年5—10月底前': '2023-05-01/2023-10-31',
      '7、8月': '2023-07-01/2023-08-31',
      '7、8、9月': '2023-07-01/2023-09-30',
      四至六月: '2023-04-01/2023-06-30',
      '11—3月': '2023-11-01/2024-03-31',
    },
    rejects: ['6、12月', '5月至10月'],
  },
  {
    id: 'range-years',
    heads: ['number-year', 'number-span'],
    pattern: `(?<yA>${FULL_YEAR})年?度?${DASH}${anyPoint('B')}${BEFORE}`,
    read: (groups, scope) => (groups.yB === undefined ? null : readRange(groups, scope)),
    // In running text a range of years names a plan.
    examples: {
      '2023—2025年': '2023-01-01/2025-12-31',
      '2023年至2025年底': '2023-01-01/2025-12-31',
      '2023-2024年上半年': '2023-01-01/2024-06-30',
    },
    rejects: ['2023年', '2023年5月-2024年4月'],
  },
  {
    id: 'range-years-bare',
    heads: ['number-span'],
    pattern: `(?<yA>(?:19|20)[0-9]{2})${DASH}(?<yB>(?:19|20)[0-9]{2})(?=$|[，。；、（(])`,
    read: readRange,
    weak: true,
    examples: { '2023-2025': '2023-01-01/2025-12-31', '2024—2026': '2024-01-01/2026-12-31' },
    rejects: ['2023-2024年度'],
  },
  {
    id: 'range-quarter-numbers',
    heads: ['number-span', 'number-year', 'ordinal', 'nearYear'],
    pattern: `${anyYear('A')}第?(?<qA>[1-4一二三四])(?:${DASH}第?|(?<list>(?:、第?[1-4一二三四]){0,2}、第?))(?<qB>[1-4一二三四])季度[末底]?${BEFORE}`,
    read: readNumbers,
    text: PERIOD,
    examples: {
      一至三季度: '2023-01-01/2023-09-30',
      '第二、三季度': '2023-04-01/2023-09-30',
      '二、三、四季度': '2023-04-01/2023-12-31',
    },
    rejects: ['三季度', '二季度至三季度', '第一、三季度'],
  },
  {
    id: 'range-quarters-first',
    heads: ['firstQuarters'],
    pattern: `前(?<qB>[二三23两])个?季度${BEFORE}`,
    read: readFirstQuarters,
    text: PERIOD,
    examples: { 前三季度: '2023-01-01/2023-09-30', 前两个季度: '2023-01-01/2023-06-30' },
    rejects: ['三季度'],
  },
  {
    id: 'range',
    heads: [
      'number-year',
      'number-month',
      'newYear',
      'number-quarter',
      'ordinal',
      'latin',
      'nearYear',
      'halfYear',
      'yearEnd',
    ],
    pattern: `${anyPoint('A')}${DASH}${anyPoint('B')}${ALONE}${BEFORE}`,
    read: readRange,
    text: SPAN,
    examples: {
      '5月至10月': '2023-05-01/2023-10-31',
      '3月中旬至4月底': '2023-03-11/2023-04-30',
      '2023年5月-2024年4月': '2023-05-01/2024-04-30',
      '2023年11月至次年3月': '2023-11-01/2024-03-31',
      '11月—3月': '2023-11-01/2024-03-31',
      '5月30日一6月4日': '2023-05-30/2023-06-04',
      二季度至三季度: '2023-04-01/2023-09-30',
      '10月至年底': '2023-10-01/2023-12-31',
      今年10月至2025年3月: '2023-10-01/2025-03-31',
    },
    rejects: ['5月', '2023—2025年'],
  },
]
