/** Points of a year: 6月底前, 9月25日前, 三季度, 年底. A point is not read where it begins a range (`ALONE`). */
import {
  BEFORE,
  DAY,
  day,
  FULL_YEAR,
  halfYear,
  MONTH,
  month,
  monthEdge,
  ONCE_DONE,
  quarter,
  tenDays,
  year,
} from './fragments.ts'
import { ALONE, anyYear, BARE, NO_OCCASION, PERIOD, POINT, WHOLE_MONTH } from './guards.ts'
import { readPoint } from './points.ts'
import type { Rule } from './types.ts'

const RATE = `[一1]季度?(?:(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,2})[次期场轮]|${ONCE_DONE})`

export const POINT_RULES: readonly Rule[] = [
  {
    id: 'month-end',
    heads: ['number-year', 'number-month', 'newYear', 'nearYear'],
    pattern: `${anyYear()}${monthEdge()}(?![、和及]?[上中下]?旬|[小学])${ALONE}${BEFORE}`,
    read: readPoint,
    text: POINT,
    examples: {
      '6月底': '2023-06-30',
      '2023年6月底前': '2023-06-30',
      '2024年2月底前': '2024-02-29',
      十二月月底前: '2023-12-31',
      '9月初': '2023-09-10',
      '6月末': '2023-06-30',
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
      '6月30日前': '2023-06-30',
      '2024年1月15日前': '2024-01-15',
      九月二十五日前: '2023-09-25',
      '12月25前': '2023-12-25',
      明年3月1日之前: '2024-03-01',
      '24年3月1日前': '2024-03-01',
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
      '3月上旬': '2023-03-10',
      '12月中旬前': '2023-12-20',
      '2月下旬': '2023-02-28',
      '5月上中旬': '2023-05-20',
      '十月中、下旬': '2023-10-31',
    },
    rejects: ['3月', '每旬'],
  },
  {
    // The last of them has the 前 of all.
    id: 'listed-day',
    heads: ['number-year', 'number-month', 'newYear', 'nearYear'],
    pattern: `${anyYear()}${day()}(?=(?:[、和及]${MONTH}月${DAY}[日号]){1,5}(?:之前|以前|前(?!后)))`,
    read: readPoint,
    text: POINT,
    examples: {
      '3月31日、6月30日、9月30日前': '2023-03-31 | 2023-06-30 | 2023-09-30',
      '6月30日和12月31日前': '2023-06-30 | 2023-12-31',
    },
    rejects: ['6月30日', '6月30日、12月31日'],
  },
  {
    id: 'day',
    heads: ['number-year', 'number-month', 'newYear', 'nearYear'],
    pattern: `${anyYear()}${day()}${ALONE}(?!前后)${BEFORE}`,
    read: readPoint,
    // 5月20日全国…日 explains; 于6月30日完成 and 力争6月30日通车 are deadlines.
    text: { ...BARE, before: /(?:于|在|最迟|不迟于|力争|争取|确保|计划|(?<!模)拟)$/ },
    examples: { '6月30日': '2023-06-30', '6月30号': '2023-06-30', 二〇二三年六月三十日: '2023-06-30' },
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
    text: {
      ...BARE,
      notBefore:
        /^(?:[的已是为，,：:]|[“"]|全国|世界|国际|以来|印发|发布|颁布|出台的|召开的|发生|实施的|同比|期间|工资|度|[0-9一二两三]+[次个])/,
    },
    examples: { '8月': '2023-08-31', '8月份完成': '2023-08-31', 次年1月: '2024-01-31', '2023年 6月': '2023-06-30' },
    rejects: ['8月起', '8个月', '9月开学前'],
  },
  {
    id: 'year-end',
    heads: ['number-year', 'nearYear', 'yearEnd'],
    pattern: `(?:${year()}(?<w>年?[底末]|年?终(?![评考总验绩述奖检])|年中(?!央)|中(?=[之以]?前|$|[，。；、）)]))|(?<![去上前往])年(?<v>[底末]|终(?![评考总验绩述奖检])|中(?![央小间])))${ALONE}${BEFORE}`,
    read: readPoint,
    text: {
      notAfter:
        /(?:截[至止][到至]?|去|上一?|往|前|近|同|[今本当明次翌来]|(?<!时[限间])为|[0-9〇零○一二三四五六七八九十半两几数多学整每财任])$/,
      notBefore:
        /^(?:[的已]|以来|考[核评]|绩效|述职|总结|评[比优先]|结[账算转]|决算|库存|资金|奖|账|在[册岗]|常住|存量|终)/,
    },
    examples: {
      年底: '2023-12-31',
      '2023年底': '2023-12-31',
      '2023年年底前': '2023-12-31',
      年末前: '2023-12-31',
      年中: '2023-06-30',
      '2024年中前': '2024-06-30',
      今年底前: '2023-12-31',
      明年年底前: '2024-12-31',
      '2025年末': '2025-12-31',
      本年底: '2023-12-31',
    },
    rejects: ['年内', '去年底', '三年', '年终评估'],
  },
  {
    id: 'within-year',
    heads: ['number-year', 'nearYear', 'yearEnd'],
    pattern: `(?:${year()}|年度?)(?:以内|之内|内)(?:$|(?!部|设|容|涵|控|江|蒙))`,
    read: readPoint,
    text: {
      notAfter: /(?:[0-9〇零○一二三四五六七八九十半两几数多学整往每财]|去|上|近|任期|周)$/,
      notBefore: /^(?:的|累计|已|不得)/,
    },
    examples: {
      年内: '2023-12-31',
      本年度内: '2023-12-31',
      '2024年内': '2024-12-31',
      年内完成: '2023-12-31',
      今年内: '2023-12-31',
    },
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
    // 一季度三次 is a rate; with its year, or 第, it is the quarter.
    pattern: `(?!${RATE})${anyYear()}${quarter()}(?![一1][次期场轮]|[办])${ALONE}${BEFORE}`,
    read: readPoint,
    text: PERIOD,
    examples: {
      三季度: '2023-09-30',
      第四季度: '2023-12-31',
      '3季度': '2023-09-30',
      '2023年四季度': '2023-12-31',
      Q2: '2023-06-30',
      第二季度内: '2023-06-30',
      三季度前: '2023-09-30',
      一季度完成三次检查: '2023-03-31',
    },
    rejects: ['一季度一次', '一季度一评估', '一季度三次', '三个季度', '三季'],
  },
  {
    id: 'half-year',
    heads: ['number-year', 'halfYear', 'nearYear'],
    pattern: `${anyYear()}${halfYear()}${ALONE}${BEFORE}`,
    read: readPoint,
    text: PERIOD,
    examples: {
      上半年: '2023-06-30',
      '2023年下半年': '2023-12-31',
      明年上半年: '2024-06-30',
      上半年完成: '2023-06-30',
    },
    rejects: ['半年', '上半年以来'],
  },
  {
    id: 'whole-year',
    heads: ['number-year', 'wholeYear'],
    pattern: `(?:(?<y>${FULL_YEAR})年度?)?全年(?!度?(?:每|各|持续|常态|长期|推进|坚持|贯穿|实施$|不间断|龄|任务|目标|工作|重点|计划))`,
    read: readPoint,
    weak: true,
    text: {
      notAfter:
        /(?:完成|确保|实现|超|保|围绕|对照|力保|锁定|去年|上年|往年|贯穿|[占较比近了按]|推动|圆满|顺利|做好|谋划|落实|作为|列[入为]|纳入|稳定)$/,
      notBefore:
        /^(?:[的，,：。；、度]|各|总|经济|指标|收入|降水|气候|平均|预期|无休|开放|累计|GDP|财政|安全|发展|绩效|(?!完成|开展|组织|实施|推进|做好|落实|抓好|加强)[^，。；、\d]{2,3}(?:工作|任务))/,
      notPast: true,
    },
    examples: { 全年: '2023-12-31', '2023年全年': '2023-12-31' },
    rejects: ['全年持续', '全年推进', '全年目标任务'],
  },
]
