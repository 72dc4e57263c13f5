/** Phrases that say how often: 每月25日前, 按季度, 一年两次. The longer ones come before 每…, with which they begin. */
import { BEFORE, DASH, DAY, MONTH, NUMERAL, ONCE_DONE } from './fragments.ts'
import {
  readAlternateMonths,
  readEach,
  readHours,
  readMonthDay,
  readMonthPart,
  readOther,
  readQuarterDay,
  readRate,
  readWeekdaySpan,
  readWeekdays,
  readYearlyAtLeast,
  readYearMonth,
  readYearPart,
  recurring,
  YEAR_OF_QUARTERS,
} from './recurrence.ts'
import type { Rule, TextGuard } from './types.ts'

const UNIT = '(?<unit>个?工作日|日|天|周|个?星期|旬|个?月|个?季度?|年度?|个?学期|个?学年)'
const MEASURE =
  '小时|分钟|课时|学时|节|天|元|万|亿|%|％|个百分点|公里|吨|立方|千|百|名|人|户|例|件|亩|余|个|岁|毫|度|米|千瓦|成|倍|日(?!前)'
/** 每天两小时 and 每年递增 describe the work; 每人每年 is a rate. */
const EACH: TextGuard = {
  notAfter: /(?:每[人户生村所个件例亩次]|人均|平均|均|[“‘])$/,
  notBefore: new RegExp(
    `^(?:的|递增|增长|平均|约|均|都|增幅|以[0-9]|处理能力|产生|供水|收入|投资额?|产[值量]|用量|工资|补助|津贴|人均|每[人户]|(?:至少|不少于|不低于|不超过|超过)?[0-9.]+(?:${MEASURE})` +
      `|(?:至少|不少于|不低于|不超过|超过)?[一二两三四五六七八九十]+(?:${MEASURE})|[0-9一]度的|[一]度)`,
  ),
}
/** 逐年提高 says how, not how often. */
const PERIODIC: TextGuard = {
  notAfter: /[“‘]$/,
  notBefore: /^(?:的|提高|提升|增[加长]|下降|降低|递[增减]|减少|扩大|加大|加强|改善|上升|缩小|推[进广开]|制度|机制)/,
}
const HAN_DAYS = `${DAY}[日号]?(?:前?[、和及]${DAY}[日号]?){0,4}`
/** A day or the end of the months named before it. */
const MONTH_DAY = `的?(?:(?<d>${DAY})[日号]|(?<edge>[底末]))?${BEFORE}`

export const RECURRING_RULES: readonly Rule[] = [
  {
    id: 'each-month-day',
    heads: ['each'],
    pattern: `每个?月(?:份|的)?(?<days>${HAN_DAYS})(?:(?<=[日号])${BEFORE}|前)`,
    read: readMonthDay,
    text: EACH,
    examples: {
      每月25日前: 'P1M FREQ=MONTHLY;BYMONTHDAY=25',
      '每月10日、25日前': 'P1M FREQ=MONTHLY;BYMONTHDAY=10,25',
      '每月5日前、20日前': 'P1M FREQ=MONTHLY;BYMONTHDAY=5,20',
      每月5号: 'P1M FREQ=MONTHLY;BYMONTHDAY=5',
      每月十五日前: 'P1M FREQ=MONTHLY;BYMONTHDAY=15',
    },
    rejects: ['每月', '每月5次', '每月底前'],
  },
  {
    id: 'each-month-part',
    heads: ['each'],
    pattern: `每个?月(?:份|月)?(?:(?<part>[底末初])|(?<tens>[上中下])旬)(?!前?${NUMERAL}个?(?:工作)?日)(?:的?最后一个?(?:工作)?日)?${BEFORE}`,
    read: (groups) => readMonthPart({ part: groups.part ?? groups.tens }),
    text: EACH,
    examples: {
      每月底前: 'P1M FREQ=MONTHLY;BYMONTHDAY=-1',
      每月月底: 'P1M FREQ=MONTHLY;BYMONTHDAY=-1',
      每月末最后一个工作日: 'P1M FREQ=MONTHLY;BYMONTHDAY=-1',
      每月上旬: 'P1M FREQ=MONTHLY;BYMONTHDAY=10',
    },
    rejects: ['每月', '每季度末'],
  },
  {
    id: 'each-quarter-day',
    heads: ['each'],
    pattern: `每个?季度?(?:的)?(?<which>首个?月|次月|中间月|[末尾]月|最后一?个?月|第?[一二三123]个?月)的?(?:份)?(?:(?<d>${DAY})[日号]|[底末])?${BEFORE}`,
    read: readQuarterDay,
    text: EACH,
    examples: {
      每季度首月5日前: 'P3M FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=5',
      每季度末月20日前: 'P3M FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20',
      每季度第二个月10日前: 'P3M FREQ=YEARLY;BYMONTH=2,5,8,11;BYMONTHDAY=10',
    },
    rejects: ['每季度', '每季度末'],
  },
  {
    id: 'each-quarter-end',
    heads: ['each'],
    pattern: `每个?季度?[末底]${BEFORE}`,
    read: () => recurring('P3M', `FREQ=YEARLY;BYMONTH=${YEAR_OF_QUARTERS.last};BYMONTHDAY=-1`, null),
    text: EACH,
    examples: {
      每季度末: 'P3M FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1',
      每季末前: 'P3M FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1',
    },
    rejects: ['每季度'],
  },
  {
    id: 'each-year-span',
    heads: ['each'],
    pattern: `每年(?:度|的)?${MONTH}月?份?${DASH}(?:次年)?${MONTH}月份?[底末]?(?!${DAY}[日号]|[底末、])${BEFORE}`,
    read: () => recurring('P1Y', null, null),
    text: EACH,
    examples: { 每年3月至5月: 'P1Y', 每年11月至次年3月: 'P1Y', '每年7-8月': 'P1Y' },
    rejects: ['每年6月底、12月底前', '每年3月、9月'],
  },
  {
    id: 'each-year-month',
    heads: ['each'],
    pattern:
      `每年(?:度|的)?(?<months>${MONTH}(?:月份?[底末]?[、和及]${MONTH}|[、和及]${MONTH}){0,5})月(?:份)?` +
      `(?:的?(?<d>${DAY})[日号]|(?<part>[底末初])|(?<tens>[上中下])旬)?${BEFORE}`,
    read: (groups) => readYearMonth({ ...groups, part: groups.part ?? groups.tens }),
    text: EACH,
    examples: {
      每年12月底前: 'P1Y FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1',
      每年6月30日前: 'P1Y FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=30',
      '每年6月底、12月底前': 'P1Y FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1',
      每年三月: 'P1Y FREQ=YEARLY;BYMONTH=3',
      每年5月和11月的15日前: 'P1Y FREQ=YEARLY;BYMONTH=5,11;BYMONTHDAY=15',
    },
    rejects: ['每年', '每年年底前'],
  },
  {
    id: 'each-year-part',
    heads: ['each'],
    pattern: `每年(?:度|的)?(?:年?(?<edge>[底末终中])|(?<half>[上下])半年|第?(?<q>[1-4一二三四])季度)[底末]?${BEFORE}`,
    read: readYearPart,
    text: EACH,
    examples: {
      每年年底前: 'P1Y FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1',
      每年上半年: 'P1Y FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=-1',
      每年一季度末: 'P1Y FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1',
    },
    rejects: ['每年'],
  },
  {
    id: 'each-weekday-span',
    heads: ['each'],
    pattern: `每逢?(?:周|星期)(?<from>[一二三四五六])${DASH}(?:周|星期)?(?<to>[二三四五六日天])`,
    read: readWeekdaySpan,
    text: EACH,
    examples: {
      每周一至周五: 'P1W FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
      '每周三—周六': 'P1W FREQ=WEEKLY;BYDAY=WE,TH,FR,SA',
    },
    rejects: ['每周五', '每周五至周一'],
  },
  {
    id: 'each-weekday',
    heads: ['each'],
    // 每周一次 is no Monday, 每周五天 no Friday.
    pattern: `每逢?(?:周|星期)(?<days>[一二三四五六日天末](?:[、和及](?:周|星期)?[一二三四五六日]){0,4})(?![次期场轮遍回个天节名至]|调度|通报|研判|会商)${BEFORE}`,
    read: readWeekdays,
    text: EACH,
    examples: {
      每周五: 'P1W FREQ=WEEKLY;BYDAY=FR',
      每逢周一: 'P1W FREQ=WEEKLY;BYDAY=MO',
      '每周二、周四前': 'P1W FREQ=WEEKLY;BYDAY=TU,TH',
    },
    rejects: ['每周一次', '每周五天', '每周'],
  },
  {
    id: 'alternate-months',
    heads: ['each', 'alternate'],
    pattern: `(?:每?逢|每)(?<which>[单双])数?月份?${MONTH_DAY}`,
    read: readAlternateMonths,
    text: EACH,
    examples: {
      逢双月: 'P2M FREQ=YEARLY;BYMONTH=2,4,6,8,10,12',
      每逢单月10日前: 'P2M FREQ=YEARLY;BYMONTH=1,3,5,7,9,11;BYMONTHDAY=10',
      每双月底前: 'P2M FREQ=YEARLY;BYMONTH=2,4,6,8,10,12;BYMONTHDAY=-1',
    },
    rejects: ['双月', '每月', '每双鞋'],
  },
  {
    id: 'alternate-months-bare',
    heads: ['alternate'],
    // 双月刊, 单月产量.
    pattern: `(?<which>[单双])数?月份?${MONTH_DAY}`,
    read: readAlternateMonths,
    weak: true,
    examples: {
      双月25日前报送: 'P2M FREQ=YEARLY;BYMONTH=2,4,6,8,10,12;BYMONTHDAY=25',
      单月: 'P2M FREQ=YEARLY;BYMONTH=1,3,5,7,9,11',
    },
    rejects: ['逢双月'],
  },
  {
    id: 'each-hour',
    heads: ['each'],
    pattern: `每(?:隔)?(?<n>${NUMERAL})?个?小时`,
    read: ({ n }) => readHours(n),
    // 每小时50公里, 每小时处理能力 tell of the work.
    text: { after: /^(?:[一1]次|至少|不少于|内?(?:上?报|巡|监测|检测|通报|更新|会商|调度|记录)|$|[，。；])/ },
    examples: {
      每小时: 'PT1H',
      每6小时: 'PT6H',
      每两小时: 'PT2H',
    },
    rejects: ['每天两小时', '每时'],
  },
  {
    id: 'every-other',
    heads: ['other'],
    pattern: '(?<!间)隔(?<unit>[日天周月年])(?![离壁断音热墙开绝着])',
    read: readOther,
    text: { after: /^(?:[一1]次|至少|[召组开进报通调巡检走会研督]|$|[，。；])/ },
    examples: { 隔周: 'P2W FREQ=WEEKLY;INTERVAL=2', 隔月: 'P2M FREQ=MONTHLY;INTERVAL=2', 隔日: 'P2D' },
    rejects: ['隔离', '间隔月'],
  },
  {
    id: 'every-second-week',
    heads: ['each', 'other'],
    pattern: '(?:每逢?)?双周(?![一二三四五六日天刊末])',
    read: () => readOther({ unit: '周' }),
    text: EACH,
    examples: { 每双周: 'P2W FREQ=WEEKLY;INTERVAL=2', 双周: 'P2W FREQ=WEEKLY;INTERVAL=2' },
    rejects: ['每周', '双周刊'],
  },
  {
    id: 'each',
    heads: ['each'],
    pattern:
      `每(?:隔)?(?:半个?(?<half>[年月])|(?<n>[0-9]{1,2}|[一二两三四五六十])?${UNIT})` +
      `(?:(?:结束|终了|开学|初)?后?的?(?:首|前|第)?${NUMERAL}个?(?:(?:工作)?[日天]|周)(?:以?内|前)|(?:的?最后一个?(?:工作)?日|终了前|结束前|期间|内)前?)?`,
    read: readEach,
    text: EACH,
    examples: {
      每日: 'P1D FREQ=DAILY',
      每周: 'P1W FREQ=WEEKLY',
      每两周: 'P2W FREQ=WEEKLY;INTERVAL=2',
      每月: 'P1M FREQ=MONTHLY',
      每半月: 'P15D',
      每两个月: 'P2M FREQ=MONTHLY;INTERVAL=2',
      每季度: 'P3M FREQ=MONTHLY;INTERVAL=3',
      每季: 'P3M FREQ=MONTHLY;INTERVAL=3',
      每半年一次: 'P6M x1 FREQ=MONTHLY;INTERVAL=6',
      每年不少于2次: 'P1Y x2',
      每学期: 'P6M',
      每学年: 'P1Y',
      每3年: 'P3Y FREQ=YEARLY;INTERVAL=3',
      每旬: 'P10D',
      每个工作日: 'P1D FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
      每学期开学后两周内: 'P6M',
      每季度结束后10日内: 'P3M FREQ=MONTHLY;INTERVAL=3',
      每周至少一次: 'P1W x1 FREQ=WEEKLY',
    },
    rejects: ['每人', '每个学校', '每户'],
  },
  {
    id: 'by',
    heads: ['by'],
    pattern:
      '[按逐](?:半(?<half>[年月])|(?<unit>[日天周旬月季年]|学期|学年)度?)' +
      '(?!度|薪|收入|节|期|龄|级|[初底终末中]|限|代|边|常|程|计|连|均|计划|工作|任务|目标|考核(?:要求|办法|结果|指标|方案|细则)|预算|安排|方案|重点|总体|要点|份|历|照)',
    read: readEach,
    text: PERIODIC,
    examples: {
      按月: 'P1M FREQ=MONTHLY',
      按季度: 'P3M FREQ=MONTHLY;INTERVAL=3',
      按年度: 'P1Y FREQ=YEARLY',
      逐月: 'P1M FREQ=MONTHLY',
      按周调度: 'P1W FREQ=WEEKLY',
      按半年: 'P6M FREQ=MONTHLY;INTERVAL=6',
      按月推进: 'P1M FREQ=MONTHLY',
    },
    rejects: ['按年龄', '按年级', '按季节', '按年度计划', '按日常', '逐步'],
  },
  {
    id: 'doubled',
    heads: ['doubled'],
    pattern: '(?<unit>[天周月季年])\\k<unit>(?!红|大)',
    read: readEach,
    weak: true,
    examples: { 月月: 'P1M FREQ=MONTHLY', 季季: 'P3M FREQ=MONTHLY;INTERVAL=3' },
    rejects: ['月月红'],
  },
  {
    id: 'rate',
    heads: ['number-unit', 'half'],
    pattern:
      '(?<n>[一1半两二2三3])个?(?<unit>年|季度?|月|周|天|日|学期)(?:(?<least>至少|不少于|不低于)?(?<k>[0-9]{1,2}|[一二两三四五六七八九十]{1,2})[次期场轮]' +
      `|${ONCE_DONE})`,
    read: readRate,
    text: { notAfter: /(?:[0-9.“‘每第达过去近]|[0-9〇一二三四五六七八九十])$/, notBefore: /^(?:的|以上|性)/ },
    examples: {
      一年两次: 'P6M FREQ=MONTHLY;INTERVAL=6',
      半月一次: 'P15D',
      一季度一次: 'P3M FREQ=MONTHLY;INTERVAL=3',
      一年四次: 'P3M FREQ=MONTHLY;INTERVAL=3',
      一月一调度: 'P1M FREQ=MONTHLY',
      一季度一评估: 'P3M FREQ=MONTHLY;INTERVAL=3',
      一周两次: 'P1W x2',
      一年至少两次: 'P1Y x2',
      一季度三次: 'P1M FREQ=MONTHLY',
      一季度两次: 'P3M x2',
      一年五次: 'P1Y x5',
    },
    rejects: ['一年', '一季度召开一次会议', '二季度三次', '2024年一季度三次'],
  },
  {
    id: 'rhythm',
    heads: ['rhythm', 'half'],
    // In running text it names a way of working: 实行周调度.
    pattern: `(?:(?<unit>[日周旬月季年])|半(?<half>[年月]))度?(?:调度|通报|督[查导办]|研判|会商|分析|评估|考核|汇报|点评|排名|小结|例会)(?:一次)?(?![^，。；、）)])`,
    read: readEach,
    weak: true,
    examples: {
      周调度: 'P1W FREQ=WEEKLY',
      '周调度、月通报、季督查': 'P1W FREQ=WEEKLY | P1M FREQ=MONTHLY | P3M FREQ=MONTHLY;INTERVAL=3',
      半年评估: 'P6M FREQ=MONTHLY;INTERVAL=6',
    },
    rejects: ['月调度会后3日内', '年度考核前'],
  },
  {
    id: 'of-year-at-least',
    heads: ['ofYear'],
    pattern: '(?<unit>[年季月])度(?=至少|不少于|不低于|不得少于|不得低于|一次|1次)',
    read: readYearlyAtLeast,
    text: { notAfter: /[0-9〇零一二三四五六七八九十本上下第每年]$/ },
    examples: { 年度至少: 'P1Y FREQ=YEARLY', 季度不少于1次: 'P3M x1 FREQ=MONTHLY;INTERVAL=3' },
    rejects: ['年度', '本年度至少'],
  },
]
