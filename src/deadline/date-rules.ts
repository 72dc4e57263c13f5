/**
 * Phrases that say a day, or a stretch of days, on the calendar. The most frequent come first; a point is not read
 * where it begins a range (ALONE), so that ranges may come after.
 */
import { planPeriodOf } from './calendar.ts'
import {
  anyPoint, BEFORE, DASH, DAY, day, dotted, FULL_YEAR, halfYear, MONTH, month, monthEdge, quarter, tenDays, year,
} from './fragments.ts'
import { date, numberIn, readPoint, readRange, stretchIn } from './points.ts'
import type { Groups, Rule, RuleResult, Scope, TextGuard } from './types.ts'
import { YEAR_UNKNOWN } from './types.ts'

const anyYear = (n = '') => `(?:${year(n)})?`
/** What must not follow a point: that it is a beginning (起), that a time comes after it, or the end of a range. */
const ALONE = `(?!起|以来|以?后|之后|的?时候|${DASH}(?:[0-9〇零一二三四五六七八九十第年今本当明次翌来下][^是级]|[上中下][旬半]|Q))`
/** A bare year or month before an occasion (2024年秋季学期开学前) is not the deadline; the occasion is. */
const NO_OCCASION = '(?![^，。；、）)]{0,12}(?:节|汛期?|开学|学期|两会|会议|年会|大会|考试|高考|中考|迎检)(?:[^，。；、）)]{0,4})前)'

/** A month as such: no day or part of it follows, nor how often (一月一次). */
const WHOLE_MONTH =
  `(?!${DAY}[日号]|[上中下][、和及]?[上中下]?旬|月?[底末]|[一二两三四五][次期场轮]|一[调通报研会督总汇考评检更推简排])`

/** Words that make a past fact, a beginning or a comparison of what follows. */
const NOT_AFTER = /(?:截[至止][到至]?|去|上一?|往|前|同|近|早在|已于|曾于|始于|(?<!时[限间])为|[比较占超每第]|参照|按照?|根据|执行|依据)$/
const NOT_BEFORE = /^(?:[的已]|期间[的，]|份的)/
const POINT: TextGuard = { notAfter: NOT_AFTER, notBefore: NOT_BEFORE }
/** A day or month without 前 may as well tell of the past, or name an occasion. */
const BARE: TextGuard = {
  notAfter: NOT_AFTER,
  notBefore: /^(?:[的已是为]|[“"]|全[国市省县区]|世界|国际|以来|印发|发布|颁布|出台的|召开的|发生|实施的|同比|期间|底数|工资|度)/,
  notPast: true,
}
/** A quarter or half-year as such is also a period that is reported on. */
const PERIOD: TextGuard = {
  notAfter: /(?:截[至止][到至]?|去年?|上年?一?|下|本|每|各|往年|同期|[比较占超按个])$/,
  notBefore: /^(?:[的已，,：]|以来|经济|工作|GDP|财政|税收|主要|情况|数据|报表|考核|通报|形势|指标|目标|任务|同比|增[长速]|总结|末的)/,
  notPast: true,
}
const WORK = '完成(?!情况|的|率|后|了)|建成|新[建增改]|实现|力争|基本|全面|全部|计划|投入|开工|竣工|启动|培[育养]|达到|争取|确保|推[进动]'
const WORK_FOLLOWS = new RegExp(`^(?:，|,)?(?:${WORK})`)

const MORE_DAYS = `(?<dB>${DAY})[日号]`
const PLAN = '[“"]?(?<p>十[一二三四五六七八九])五(?:[”"]|(?![”"]))'
const SINCE_ISSUE = '(?:自|从)?(?:本?(?:方案|通知|文件|意见)?(?:印发|发文|下发|发布)之日|即日)(?:起|开始)?(?:[至到]|[-—–~～－]{1,2})'

function readSinceIssue(groups: Groups, scope: Scope): RuleResult {
  const value = readPoint(groups, scope)
  return value !== null && value !== YEAR_UNKNOWN && value.kind === 'date' ? { ...value, start: scope.issuedOn } : value
}

/** 7、8月 is a range, 6、12月 are two months and no range. */
function readMonthNumbers(groups: Groups, scope: Scope): RuleResult {
  const apart = (numberIn(groups, 'mB') ?? 0) - (numberIn(groups, 'mA') ?? 0)
  return groups.list !== undefined && apart !== 1 ? null : readRange(groups, scope)
}

function readPlanPeriod(groups: Groups): RuleResult {
  const number = numberIn(groups, 'p')
  if (number === null) return null
  const period = planPeriodOf(number)
  return date(groups.end === undefined ? period.first : null, period, false)
}

function readFirstQuarters(groups: Groups, scope: Scope): RuleResult {
  return readRange({ ...groups, qA: '1', qB: groups.qB === '两' ? '2' : groups.qB }, scope)
}

/** 月底 alone is the month of issue; 下月 is the one after it. */
function readMonthOfIssue(groups: Groups, scope: Scope): RuleResult {
  if (scope.issuedOn === null) return YEAR_UNKNOWN
  const months = Number(scope.issuedOn.slice(0, 4)) * 12 + Number(scope.issuedOn.slice(5, 7)) - 1
  const count = months + (groups.which === '下' ? 1 : 0)
  return date(null, stretchIn({ m: String((count % 12) + 1) }, '', Math.floor(count / 12)), true)
}

export const DATE_RULES: readonly Rule[] = [
  {
    id: 'month-end',
    heads: ['number-year', 'number-month', 'newYear', 'nearYear'],
    pattern: `${anyYear()}${monthEdge()}(?![、和及]?[上中下]?旬|[小学])${ALONE}${BEFORE}`,
    read: readPoint,
    text: POINT,
    examples: {
      '6月底': '2023-06-30', '2023年6月底前': '2023-06-30', '2024年2月底前': '2024-02-29', '十二月月底前': '2023-12-31',
      '9月初': '2023-09-10', '6月末': '2023-06-30',
    },
    rejects: ['6月', '6月中旬'],
  },
  {
    id: 'day-before',
    heads: ['number-year', 'number-month', 'newYear', 'nearYear'],
    pattern: `${anyYear()}${day()}(?:之前|以前|前(?!后)|为?止)`,
    read: readPoint,
    text: POINT,
    examples: {
      '6月30日前': '2023-06-30', '2024年1月15日前': '2024-01-15', '九月二十五日前': '2023-09-25', '12月25前': '2023-12-25',
      '明年3月1日之前': '2024-03-01', '24年3月1日前': '2024-03-01',
    },
    rejects: ['6月30日', '6月30日前后'],
  },
  {
    id: 'ten-days',
    heads: ['number-year', 'number-month', 'newYear', 'nearYear'],
    pattern: `${anyYear()}${tenDays()}${ALONE}${BEFORE}`,
    read: readPoint,
    text: BARE,
    examples: {
      '3月上旬': '2023-03-10', '12月中旬前': '2023-12-20', '2月下旬': '2023-02-28', '5月上中旬': '2023-05-20',
      '十月中、下旬': '2023-10-31',
    },
    rejects: ['3月', '每旬'],
  },
  {
    id: 'day',
    heads: ['number-year', 'number-month', 'newYear', 'nearYear'],
    pattern: `${anyYear()}${day()}${ALONE}(?!前后)${BEFORE}`,
    read: readPoint,
    // 5月20日全国…日 explains; 于6月30日完成 is a deadline.
    text: { ...BARE, before: /(?:于|在|最迟|不迟于)$/ },
    examples: { '6月30日': '2023-06-30', '6月30号': '2023-06-30', '二〇二三年六月三十日': '2023-06-30' },
    rejects: ['6月30日起', '7月1日以后'],
  },
  {
    id: 'month-before',
    heads: ['number-year', 'number-month', 'newYear', 'nearYear'],
    pattern: `${anyYear()}${month()}(?:之前|以前|前|以内|之内|内)(?!后)`,
    read: readPoint,
    text: POINT,
    examples: { '6月前': '2023-06-30', '2023年9月份之前': '2023-09-30' },
    rejects: ['6月', '6个月内'],
  },
  {
    id: 'month',
    heads: ['number-year', 'number-month', 'newYear', 'nearYear'],
    pattern: `${anyYear()}${month()}${WHOLE_MONTH}${ALONE}${NO_OCCASION}${BEFORE}`,
    read: readPoint,
    text: { ...BARE, notBefore: /^(?:[的已是为，,：:]|[“"]|全国|世界|国际|以来|印发|发布|颁布|出台的|召开|发生|实施的|同比|期间|工资|度|[0-9一二两三]+[次个])/ },
    examples: { '8月': '2023-08-31', '8月份完成': '2023-08-31', '次年1月': '2024-01-31', '2023年 6月': '2023-06-30' },
    rejects: ['8月起', '8个月', '9月开学前'],
  },
  {
    id: 'year-end',
    heads: ['number-year', 'nearYear', 'yearEnd'],
    pattern: `(?:${year()}(?<w>年?[底末终]|年中(?!央))|(?<![去上前往])年(?<v>[底末终]|中(?![央小间])))${ALONE}${BEFORE}`,
    read: readPoint,
    text: {
      notAfter: /(?:截[至止][到至]?|去|上一?|往|前|近|同|[今本当明次翌来]|(?<!时[限间])为|[0-9〇零○一二三四五六七八九十半两几数多学整每财任])$/,
      notBefore: /^(?:[的已]|以来|考[核评]|绩效|述职|总结|评[比优先]|结[账算转]|决算|库存|资金|奖|账|在[册岗]|常住|存量|终)/,
    },
    examples: {
      年底: '2023-12-31', '2023年底': '2023-12-31', '2023年年底前': '2023-12-31', 年末前: '2023-12-31', 年中: '2023-06-30',
      今年底前: '2023-12-31', '明年年底前': '2024-12-31', '2025年末': '2025-12-31', 本年底: '2023-12-31',
    },
    rejects: ['年内', '去年底', '三年'],
  },
  {
    id: 'within-year',
    heads: ['number-year', 'nearYear', 'yearEnd'],
    pattern: `(?:${year()}|年度?)(?:以内|之内|内)(?:$|(?!部|设|容|涵|控|江|蒙))`,
    read: readPoint,
    text: { notAfter: /(?:[0-9〇零○一二三四五六七八九十半两几数多学整往每财]|去|上|近|任期|周)$/, notBefore: /^(?:的|累计|已|不得)/ },
    examples: { 年内: '2023-12-31', 本年度内: '2023-12-31', '2024年内': '2024-12-31', 年内完成: '2023-12-31', 今年内: '2023-12-31' },
    rejects: ['一年内', '5年内'],
  },
  {
    id: 'quarter-end',
    heads: ['number-quarter', 'number-year', 'ordinal', 'latin', 'nearYear'],
    pattern: `${anyYear()}${quarter()}(?<=[末底])${ALONE}${BEFORE}`,
    read: readPoint,
    text: POINT,
    examples: { 三季度末: '2023-09-30', '2023年第三季度末前': '2023-09-30', 一季度末前: '2023-03-31' },
    rejects: ['三季度', '每季度末'],
  },
  {
    id: 'quarter',
    heads: ['number-quarter', 'number-year', 'ordinal', 'latin', 'nearYear'],
    pattern: `${anyYear()}${quarter()}(?![一1][次期场轮]|[办])${ALONE}${BEFORE}`,
    read: readPoint,
    text: PERIOD,
    examples: {
      三季度: '2023-09-30', 第四季度: '2023-12-31', '3季度': '2023-09-30', '2023年四季度': '2023-12-31', Q2: '2023-06-30',
      第二季度内: '2023-06-30', 三季度前: '2023-09-30',
    },
    rejects: ['一季度一次', '三个季度', '三季'],
  },
  {
    id: 'half-year',
    heads: ['number-year', 'halfYear', 'nearYear'],
    pattern: `${anyYear()}${halfYear()}${ALONE}${BEFORE}`,
    read: readPoint,
    text: PERIOD,
    examples: { 上半年: '2023-06-30', '2023年下半年': '2023-12-31', 明年上半年: '2024-06-30', 上半年完成: '2023-06-30' },
    rejects: ['半年', '上半年以来'],
  },
  {
    id: 'whole-year',
    heads: ['number-year', 'wholeYear'],
    pattern: `(?:(?<y>${FULL_YEAR})年度?)?全年(?!度?(?:每|各|持续|常态|长期|推进|坚持|贯穿|实施$|不间断|龄|任务|目标|工作|重点|计划))`,
    read: readPoint,
    weak: true,
    text: {
      notAfter: /(?:完成|确保|实现|超|保|围绕|对照|力保|锁定|去年|上年|往年|贯穿|[占较比近了按]|推动|圆满|顺利|做好|谋划|落实)$/,
      notBefore: /^(?:[的，,：。；、度]|各|总|经济|指标|收入|降水|气候|平均|预期|无休|开放|累计|GDP|财政|安全|发展|绩效)/,
      notPast: true,
    },
    examples: { 全年: '2023-12-31', '2023年全年': '2023-12-31' },
    rejects: ['全年持续', '全年推进', '全年目标任务'],
  },
  {
    id: 'since-issue',
    heads: ['issue'],
    pattern: `${SINCE_ISSUE}${anyPoint()}${BEFORE}`,
    read: readSinceIssue,
    text: POINT,
    examples: {
      '即日起至6月30日': '2023-05-30/2023-06-30', '即日起到年底前': '2023-05-30/2023-12-31',
      '印发之日起至2024年3月': '2023-05-30/2024-03-31',
    },
    rejects: ['即日起', '印发之日起30日内'],
  },
  {
    id: 'range-days',
    heads: ['number-year', 'number-month', 'newYear', 'nearYear'],
    pattern: `${anyYear('A')}${day('A')}${DASH}${MORE_DAYS}${BEFORE}`,
    read: readRange,
    text: BARE,
    examples: { '5月1日—31日': '2023-05-01/2023-05-31', '2024年3月5日至7日': '2024-03-05/2024-03-07' },
    rejects: ['5月1日—10月31日'],
  },
  {
    id: 'range-tens',
    heads: ['number-year', 'number-month', 'newYear', 'nearYear'],
    pattern: `${anyYear('A')}${tenDays('A')}${DASH}(?<tB>[上中下])旬${BEFORE}`,
    read: readRange,
    text: BARE,
    examples: { '3月上旬至中旬': '2023-03-01/2023-03-20' },
    rejects: ['3月上旬', '3月上中旬'],
  },
  {
    id: 'range-month-numbers',
    heads: ['number-span', 'number-year', 'nearYear'],
    pattern:
      `${anyYear('A')}(?<mA>${MONTH})(?:${DASH}|(?<list>、))(?<mB>${MONTH})月份?` +
      `(?:(?<eB>[底末])|(?<tB>[上中下])旬)?(?![0-9])${BEFORE}`,
    read: readMonthNumbers,
    text: BARE,
    examples: {
      '5-10月': '2023-05-01/2023-10-31', '2023年5—10月底前': '2023-05-01/2023-10-31', '7、8月': '2023-07-01/2023-08-31',
      '四至六月': '2023-04-01/2023-06-30', '11—3月': '2023-11-01/2024-03-31',
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
      '2023—2025年': '2023-01-01/2025-12-31', '2023年至2025年底': '2023-01-01/2025-12-31',
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
    id: 'year-bare',
    heads: ['number'],
    pattern: '(?<y>20[0-9]{2})$',
    read: readPoint,
    weak: true,
    examples: { '2024': '2024-12-31' },
    rejects: ['2024年', '120'],
  },
  {
    id: 'range-quarter-numbers',
    heads: ['number-span', 'number-year', 'ordinal', 'nearYear'],
    pattern:
      `${anyYear('A')}第?(?<qA>[1-4一二三四])(?:${DASH}|、)第?(?<qB>[1-4一二三四])季度[末底]?${BEFORE}`,
    read: readRange,
    text: PERIOD,
    examples: { 一至三季度: '2023-01-01/2023-09-30', '第二、三季度': '2023-04-01/2023-09-30' },
    rejects: ['三季度', '二季度至三季度'],
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
    heads: ['number-year', 'number-month', 'newYear', 'number-quarter', 'ordinal', 'latin', 'nearYear', 'halfYear', 'yearEnd'],
    pattern: `${anyPoint('A')}${DASH}${anyPoint('B')}${ALONE}${BEFORE}`,
    read: readRange,
    text: BARE,
    examples: {
      '5月至10月': '2023-05-01/2023-10-31', '3月中旬至4月底': '2023-03-11/2023-04-30',
      '2023年5月-2024年4月': '2023-05-01/2024-04-30', '2023年11月至次年3月': '2023-11-01/2024-03-31',
      '11月—3月': '2023-11-01/2024-03-31', '二季度至三季度': '2023-04-01/2023-09-30',
      '10月至年底': '2023-10-01/2023-12-31', '今年10月至2025年3月': '2023-10-01/2025-03-31',
    },
    rejects: ['5月', '2023—2025年'],
  },
  {
    id: 'dotted-before',
    heads: ['number-dot'],
    pattern: `${dotted('')}(?:之前|以前|前|为?止)`,
    read: readPoint,
    text: POINT,
    examples: { '2024.9.30前': '2024-09-30', '2023-06-30之前': '2023-06-30' },
    rejects: ['2024.9.30'],
  },
  {
    id: 'dotted',
    heads: ['number-dot'],
    pattern: `${dotted('')}${ALONE}${BEFORE}`,
    read: readPoint,
    examples: { '2023.6.30': '2023-06-30', '2023-06-30': '2023-06-30', '2023/6': '2023-06-30', '2024.2': '2024-02-29' },
    rejects: ['2023.6.30起', '6.30'],
  },
  {
    id: 'range-dotted',
    heads: ['number-dot'],
    pattern: `${dotted('A')}${DASH}${dotted('B')}${BEFORE}`,
    read: readRange,
    examples: {
      '2023.5-2023.10': '2023-05-01/2023-10-31', '2023.12.1—2024.3.31': '2023-12-01/2024-03-31',
      '2023/5/1-2023/5/31': '2023-05-01/2023-05-31',
    },
    rejects: ['2023-06-30'],
  },
  {
    id: 'range-dotted-short',
    heads: ['number-dot'],
    pattern:
      `(?<yA>(?:19|20)[0-9]{2})[.](?<mA>1[0-2]|0?[1-9])(?:[.](?<dA>3[01]|[12][0-9]|0?[1-9]))?${DASH}` +
      `(?<mB>1[0-2]|0?[1-9])(?:[.](?<dB>3[01]|[12][0-9]|0?[1-9]))?(?![0-9.])${BEFORE}`,
    read: readRange,
    examples: { '2023.5-10': '2023-05-01/2023-10-31', '2023.5.1-6.30': '2023-05-01/2023-06-30' },
    rejects: ['2023.5-2023.10', '2023.6'],
  },
  {
    id: 'range-dotted-days',
    heads: ['number-dot'],
    pattern:
      '(?<mA>1[0-2]|0?[1-9])[.](?<dA>3[01]|[12][0-9]|0?[1-9])' +
      `${DASH}(?<mB>1[0-2]|0?[1-9])[.](?<dB>3[01]|[12][0-9]|0?[1-9])(?![0-9.%])${BEFORE}`,
    read: readRange,
    weak: true,
    examples: { '5.1-10.31': '2023-05-01/2023-10-31' },
    rejects: ['6.30'],
  },
  {
    id: 'dotted-day',
    heads: ['number-dot'],
    pattern: `(?<m>1[0-2]|0?[1-9])[.](?<d>3[01]|[12][0-9]|0?[1-9])(?![0-9.%]|${DASH}[0-9])${BEFORE}(?=$|[，。；、完（(])`,
    read: readPoint,
    weak: true,
    examples: { '6.30前': '2023-06-30', '12.15': '2023-12-15' },
    rejects: ['13.1', '1.5亿元'],
  },
  {
    id: 'compact',
    heads: ['number'],
    pattern: `(?<y>20[0-9]{2})(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12][0-9]|3[01])(?![0-9.])${BEFORE}`,
    read: readPoint,
    weak: true,
    examples: { '20230630': '2023-06-30', '20230630前': '2023-06-30' },
    rejects: ['20231330', '202306301'],
  },
  {
    id: 'until-year',
    heads: ['until'],
    pattern: `到(?<y>${FULL_YEAR})年(?!${DASH}|[0-9一二三四五六七八九十上下第年底末内中度])`,
    read: readPoint,
    text: {
      notAfter: /(?:增加|提高|扩大|[年日月]|[达看])$/,
      notBefore: /^(?:的|以后|以来)/,
    },
    examples: { '到2025年': '2025-12-31', '到2025年，': '2025-12-31' },
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
    examples: { '“十四五”期间': '2021-01-01/2025-12-31', 十三五时期: '2016-01-01/2020-12-31', '“十四五”': '2021-01-01/2025-12-31' },
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
    pattern: `${year()}${ALONE}(?![0-9一二三四五六七八九十上下第年底末内中]|工作|重点)${NO_OCCASION}(?!度?(?:办|计划|任务|目标|工作|考核|预算|安排|方案))`,
    read: readPoint,
    weak: true,
    text: { notAfter: NOT_AFTER, after: WORK_FOLLOWS, notPast: true },
    examples: { '2025年': '2025-12-31', 明年: '2024-12-31', '2024年完成': '2024-12-31', 本年度: '2023-12-31' },
    rejects: ['2025年以来', '2023年度计划', '2024年秋季学期开学前', '三年'],
  },
]
