/** Whole years and plan periods, and the month of issue. They come last: the other dates begin with a year too. */
import { planPeriodOf } from './calendar.ts'
import { BEFORE, DASH, FULL_YEAR, year } from './fragments.ts'
import { ALONE, NO_OCCASION, NOT_AFTER, POINT, WORK_FOLLOWS, WORK_OR_FIGURE } from './guards.ts'
import { date, numberIn, readPoint, stretchIn } from './points.ts'
import type { Groups, Rule, RuleResult, Scope } from './types.ts'
import { YEAR_UNKNOWN } from './types.ts'

const PLAN = '[“"]?(?<p>十[一二三四五六七八九])五(?:[”"]|(?![”"]))'

function readPlanPeriod(groups: Groups): RuleResult {
  const number = numberIn(groups, 'p')
  if (number === null) return null
  const period = planPeriodOf(number)
  return date(groups.end === undefined ? period.first : null, period, false)
}

/** 月底 alone is the month of issue; 下月 is the one after it. */
function readMonthOfIssue(groups: Groups, scope: Scope): RuleResult {
  if (scope.issuedOn === null) return YEAR_UNKNOWN
  const months = Number(scope.issuedOn.slice(0, 4)) * 12 + Number(scope.issuedOn.slice(5, 7)) - 1
  const count = months + (groups.which === '下' ? 1 : 0)
  return date(null, stretchIn({ m: String((count % 12) + 1) }, '', Math.floor(count / 12)), true)
}

export const PERIOD_RULES: readonly Rule[] = [
  {
    id: 'until-year',
    heads: ['until'],
    pattern: `到(?<y>${FULL_YEAR})年(?!${DASH}|[0-9一二三四五六七八九十上下第年底末内中度])`,
    read: readPoint,
    text: {
      notAfter: /(?:增加|提高|扩大|[年日月]|[达看])$/,
      notBefore: /^(?:的|以后|以来)/,
    },
    examples: { 到2025年: '2025-12-31', '到2025年，': '2025-12-31' },
    rejects: ['到2025年底', '2025年'],
  },
  {
    id: 'plan-period-end',
    heads: ['period'],
    pattern: `${PLAN}(?:规划|时期)?(?<end>期?[末底])前?`,
    read: readPlanPeriod,
    text: { notAfter: /[《第]$/, notBefore: /^的/ },
    examples: { '“十四五”末': '2025-12-31', '"十五五"末': '2030-12-31', '“十四五”期末前': '2025-12-31' },
    rejects: ['“十四五”期间', '“十四五”规划'],
  },
  {
    id: 'plan-period',
    heads: ['period'],
    pattern: `${PLAN}(?:规划期|期间|时期|期内|内)?(?!规划|计划|前|中期|中后期|以来|[首开]|[末底]|期)`,
    read: readPlanPeriod,
    weak: true,
    // “十四五”期间 in running text mostly names the plan.
    text: { notAfter: /[《第]$/, after: WORK_FOLLOWS, notPast: true },
    examples: {
      '“十四五”期间': '2021-01-01/2025-12-31',
      十三五时期: '2016-01-01/2020-12-31',
      '“十四五”': '2021-01-01/2025-12-31',
    },
    rejects: ['“十四五”规划', '十五', '“十四五”末'],
  },
  {
    id: 'month-of-issue',
    heads: ['monthEnd'],
    pattern: `(?<![0-9一二三四五六七八九十元个])(?<which>[本当下])?月[底末内]${ALONE}${BEFORE}`,
    read: readMonthOfIssue,
    weak: true,
    text: { notAfter: /(?:[每逐个次上当下各]|当月|同)$/, notBefore: /^(?:[的已]|考核|绩效)/ },
    examples: { 月底前: '2023-05-31', 本月底前: '2023-05-31', 下月底前: '2023-06-30', 本月内: '2023-05-31' },
    rejects: ['每月底前', '次月底前'],
  },
  {
    id: 'year-before',
    heads: ['number-year', 'nearYear'],
    pattern: `${year()}(?:之前|以前|前)(?!后)`,
    read: readPoint,
    text: POINT,
    examples: { '2025年前': '2025-12-31', 明年之前: '2024-12-31' },
    rejects: ['三年前', '2025年'],
  },
  {
    id: 'year',
    heads: ['number-year', 'nearYear'],
    // Last of the dates: every other begins with it.
    pattern: `${year()}${ALONE}(?![0-9一二三四五六七八九十上下第年底末内中]|工作|重点)${NO_OCCASION}(?!(?:主汛期|汛期|防火期|[枯丰]水期|[枯丰]水季节)|度?(?:办|计划|任务|目标|工作|考核|预算|安排|方案))`,
    read: readPoint,
    weak: true,
    text: { notAfter: NOT_AFTER, after: WORK_OR_FIGURE, notPast: true },
    examples: { '2025年': '2025-12-31', 明年: '2024-12-31', '2024年完成': '2024-12-31', 本年度: '2023-12-31' },
    rejects: [
      '2025年以来',
      '2023年度计划',
      '2024年秋季学期开学前',
      '2024年“十一”前',
      '2024年入冬前',
      '2024年枯水期',
      '2024年防火期前',
      '三年',
    ],
  },
]
