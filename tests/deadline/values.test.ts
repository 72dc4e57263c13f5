/** What a deadline says, by phrases that stand in its place; the plan's year is 2023, its day of issue 2023-05-30. */
import { describe, expect, test } from 'vitest'
import { findDeadlines, readDeadlines } from '../../src/deadline/index.ts'
import { short } from './short.ts'

const CONTEXT = { year: 2023, issuedOn: '2023-05-30' }

const read = (phrase: string, context = CONTEXT) =>
  readDeadlines(phrase, context)
    .map(({ value }) => short(value))
    .join(' | ')

describe('points of a year', () => {
  test.each([
    ['1月底', '2023-01-31'],
    ['元月底', '2023-01-31'],
    ['6月初', '2023-06-10'],
    ['6月中', '2023-06-20'],
    ['2月末', '2023-02-28'],
    ['6月上中旬', '2023-06-20'],
    ['6月上旬', '2023-06-10'],
    ['二〇二四年六月底', '2024-06-30'],
    ['二○二四年六月底', '2024-06-30'],
    ['二◯二四年六月', '2024-06-30'],
    ['二o二四年六月', '2024-06-30'],
    ['二O二四年六月', '2024-06-30'],
    ['24年6月底', '2024-06-30'],
    ['今年6月底', '2023-06-30'],
    ['本年6月底', '2023-06-30'],
    ['明年6月底', '2024-06-30'],
    ['次年6月底', '2024-06-30'],
    ['翌年6月底', '2024-06-30'],
    ['来年6月底', '2024-06-30'],
    ['下年6月底', '2024-06-30'],
    ['下一年度6月底', '2024-06-30'],
    ['后年6月底', '2025-06-30'],
    ['Q1', '2023-03-31'],
    ['q4', '2023-12-31'],
    ['第一季度', '2023-03-31'],
    ['2024年上半年', '2024-06-30'],
    ['2024年下半年', '2024-12-31'],
    ['年中', '2023-06-30'],
    ['2024年年中', '2024-06-30'],
    ['2024年中前', '2024-06-30'],
    ['2024年年底', '2024-12-31'],
    ['2024年终', '2024-12-31'],
    ['“十五五”末', '2030-12-31'],
    ['2024年2月29日前', '2024-02-29'],
    // Days that are none.
    ['2月29日前', 'unrecognized'],
    ['2月30日', 'unrecognized'],
    ['6月31日前', 'unrecognized'],
    ['4月1日至31日', 'unrecognized'],
    // Members of a list.
    ['第一、三季度', '2023-03-31 | 2023-09-30'],
    ['第一、二、三季度', '2023-01-01/2023-09-30'],
    ['3、6、9、12月底前', '2023-03-31 | 2023-06-30 | 2023-09-30 | 2023-12-31'],
    ['2024年上、下半年', '2024-06-30 | 2024-12-31'],
    ['1、3月底前印发；2、8月底前完成', '2023-03-31 | 2023-08-31'],
  ])('%s is %s', (phrase, due) => expect(read(phrase)).toBe(due))
})

describe('ranges', () => {
  test.each([
    ['3月至5月', '2023-03-01/2023-05-31'],
    ['3月底至5月底', '2023-03-31/2023-05-31'],
    ['3月初至5月', '2023-03-01/2023-05-31'],
    ['3月中至5月', '2023-03-11/2023-05-31'],
    ['3月初起', 'unrecognized'],
    ['3月中起', 'unrecognized'],
    ['3月上旬至5月中旬', '2023-03-01/2023-05-20'],
    ['3月上旬至中旬', '2023-03-01/2023-03-20'],
    ['3月5日至20日', '2023-03-05/2023-03-20'],
    ['3月5日至5月20日', '2023-03-05/2023-05-20'],
    ['3月5日至3月5日', '2023-03-05/2023-03-05'],
    ['二季度至年底', '2023-04-01/2023-12-31'],
    ['年底至2024年3月', '2023-12-31/2024-03-31'],
    ['上半年至三季度', '2023-01-01/2023-09-30'],
    // Over the end of the year.
    ['11月至3月', '2023-11-01/2024-03-31'],
    ['2023年11月至3月', '2023-11-01/2024-03-31'],
    ['11月至次年3月', '2023-11-01/2024-03-31'],
    ['11月至明年3月', '2023-11-01/2024-03-31'],
    ['3月至次年5月', '2023-03-01/2024-05-31'],
    ['3月至2022年5月', '2022-03-01/2022-05-31'],
    ['5月31日至2022年5月31日', '2022-05-31/2022-05-31'],
    ['2024年11月至次年3月', '2024-11-01/2025-03-31'],
    ['2024年11月至翌年3月', '2024-11-01/2025-03-31'],
    ['11月至2023年3月', '2022-11-01/2023-03-31'],
    ['2024年3月至5月', '2024-03-01/2024-05-31'],
    ['2023—2025年', '2023-01-01/2025-12-31'],
  ])('%s is %s', (phrase, value) => expect(read(phrase)).toBe(value))
})

describe('the year', () => {
  const inferred = (phrase: string) =>
    readDeadlines(phrase, CONTEXT).map(({ value }) => value.kind === 'date' && value.inferredYear)
  test.each([
    ['6月底', [true]],
    ['2023年6月底', [false]],
    ['今年6月底', [true]],
    ['2024年3月启动，9月底前完成', [false, false]],
    ['2024年3月启动，明年9月底前完成', [false, true]],
    ['3月启动，2024年9月底前完成', [true, false]],
    ['3月至5月', [true]],
    ['2023年3月至5月', [false]],
    ['3月至2023年5月', [false]],
    ['2024年3月启动，5月至9月完成', [false, false]],
    ['今年10月至2025年3月', [false]],
    ['2024年3月启动，今年5月至9月完成', [false, true]],
  ])('of %s was it inferred: %j', (phrase, wanted) => expect(inferred(phrase)).toEqual(wanted))

  test.each([
    ['2024年6月底前印发，9月底前完成', '2024-06-30 | 2024-09-30'],
    ['2024年6月底前印发，次年3月底前完成', '2024-06-30 | 2025-03-31'],
    ['2024年6月底前印发，明年3月底前完成', '2024-06-30 | 2024-03-31'],
    ['2024年6月底前印发；9月底前完成', '2024-06-30 | 2024-09-30'],
    ['2024年6月底前印发。9月底前完成', '2024-06-30 | 2023-09-30'],
    ['2024年6月底前印发！9月底前完成', '2024-06-30 | 2023-09-30'],
    ['6月底前印发，9月底前完成', '2023-06-30 | 2023-09-30'],
    ['2024年3月至5月印发，9月底前完成', '2024-03-01/2024-05-31 | 2024-09-30'],
    ['2024年11月至3月印发，9月底前完成', '2024-11-01/2025-03-31 | 2025-09-30'],
    // Within 160 characters, wherever the sentence stands.
    [`2024年6月底前${'报'.repeat(160)}9月底前`, '2024-06-30 | 2024-09-30'],
    [`2024年6月底前${'报'.repeat(161)}9月底前`, '2024-06-30 | 2023-09-30'],
    [`${'报'.repeat(90)}2024年6月底前印发，9月底前完成`, '2024-06-30 | 2024-09-30'],
    // A bare year frames a goal, it is not that of the steps.
    ['到2025年建成，9月底前开工', '2025-12-31 | 2023-09-30'],
    ['2025年建成，9月底前开工', '2025-12-31 | 2023-09-30'],
    ['2024—2026年建成，9月底前开工', '2024-01-01/2026-12-31 | 2023-09-30'],
    ['“十五五”末建成，9月底前开工', '2030-12-31 | 2023-09-30'],
  ])('of %s is carried on within the sentence: %s', (phrase, values) => expect(read(phrase)).toBe(values))

  test('that is neither printed nor known makes the phrase unrecognized, by name', () => {
    const unknown = (phrase: string) =>
      readDeadlines(phrase, { year: null, issuedOn: null }).map(({ value, yearUnknown }) => [short(value), yearUnknown])
    expect(unknown('6月底')).toEqual([['unrecognized', true]])
    expect(unknown('明年6月底')).toEqual([['unrecognized', true]])
    expect(unknown('5月至6月')).toEqual([['unrecognized', true]])
    expect(unknown('5月至2024年6月')).toEqual([['2024-05-01/2024-06-30', false]])
    expect(unknown('2024年5月至6月')).toEqual([['2024-05-01/2024-06-30', false]])
    expect(unknown('2024年6月底前印发，次年3月底前完成')).toEqual([
      ['2024-06-30', false],
      ['2025-03-31', false],
    ])
    expect(unknown('每月')).toEqual([['P1M FREQ=MONTHLY', false]])
  })
})

describe('how often', () => {
  test.each([
    ['每日', 'P1D FREQ=DAILY'],
    ['每两天', 'P2D'],
    ['每周', 'P1W FREQ=WEEKLY'],
    ['每两周', 'P2W FREQ=WEEKLY;INTERVAL=2'],
    ['每旬', 'P10D'],
    ['每半月', 'P15D'],
    ['每半年', 'P6M FREQ=MONTHLY;INTERVAL=6'],
    ['每年', 'P1Y FREQ=YEARLY'],
    ['每两年', 'P2Y FREQ=YEARLY;INTERVAL=2'],
    ['每学期', 'P6M'],
    ['每学年', 'P1Y'],
    ['每两个学期', 'unrecognized'],
    ['每个工作日', 'P1D FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
    ['每季度', 'P3M FREQ=MONTHLY;INTERVAL=3'],
    ['每2个季度', 'P6M FREQ=MONTHLY;INTERVAL=6'],
    ['每12个月', 'P12M FREQ=MONTHLY;INTERVAL=12'],
    ['每0天', 'unrecognized'],
    // How many times.
    ['每月一次', 'P1M x1 FREQ=MONTHLY'],
    ['每月开展2次', 'P1M x2'],
    ['每月不少于三期', 'P1M x3'],
    ['每月召开会议，研究两次', 'P1M FREQ=MONTHLY'],
    ['每月0次', 'P1M FREQ=MONTHLY'],
    ['每年至少10场', 'P1Y x10'],
    // Days of a month, a quarter, a year, a week.
    ['每月5日、15日和25日前', 'P1M FREQ=MONTHLY;BYMONTHDAY=5,15,25'],
    ['每月五日前', 'P1M FREQ=MONTHLY;BYMONTHDAY=5'],
    ['每月5号、20号', 'P1M FREQ=MONTHLY;BYMONTHDAY=5,20'],
    ['每月初', 'P1M FREQ=MONTHLY;BYMONTHDAY=10'],
    ['每月上旬', 'P1M FREQ=MONTHLY;BYMONTHDAY=10'],
    ['每月中旬', 'P1M FREQ=MONTHLY;BYMONTHDAY=20'],
    ['每月下旬', 'P1M FREQ=MONTHLY;BYMONTHDAY=-1'],
    ['每月末', 'P1M FREQ=MONTHLY;BYMONTHDAY=-1'],
    ['每季度首月', 'P3M FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=-1'],
    ['每季度第一个月10日', 'P3M FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10'],
    ['每季度中间月10日', 'P3M FREQ=YEARLY;BYMONTH=2,5,8,11;BYMONTHDAY=10'],
    ['每季度第2个月10日', 'P3M FREQ=YEARLY;BYMONTH=2,5,8,11;BYMONTHDAY=10'],
    ['每季度最后一个月25日', 'P3M FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=25'],
    ['每季度第三个月25日', 'P3M FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=25'],
    ['每季度第3个月25日', 'P3M FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=25'],
    ['每年3月和9月', 'P1Y FREQ=YEARLY;BYMONTH=3,9'],
    ['每年6月底和12月底前', 'P1Y FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1'],
    ['每年一月十五日', 'P1Y FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=15'],
    ['每年元月中旬', 'P1Y FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=20'],
    ['每年上半年', 'P1Y FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=-1'],
    ['每年年中', 'P1Y FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=-1'],
    ['每年下半年', 'P1Y FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1'],
    ['每年第三季度', 'P1Y FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=-1'],
    ['每周一、三、五', 'P1W FREQ=WEEKLY;BYDAY=MO,WE,FR'],
    ['每周二和周四', 'P1W FREQ=WEEKLY;BYDAY=TU,TH'],
    ['每星期六', 'P1W FREQ=WEEKLY;BYDAY=SA'],
    ['每周日', 'P1W FREQ=WEEKLY;BYDAY=SU'],
    ['每周末', 'P1W FREQ=WEEKLY;BYDAY=SA,SU'],
    // A period and how many times in it.
    ['一年一次', 'P1Y FREQ=YEARLY'],
    ['两年一次', 'P2Y FREQ=YEARLY;INTERVAL=2'],
    ['一年三次', 'P4M FREQ=MONTHLY;INTERVAL=4'],
    ['一年五次', 'P1Y x5'],
    ['一年十二次', 'P1M FREQ=MONTHLY'],
    ['一季度三次', 'P1M FREQ=MONTHLY'],
    ['一季度四次', 'P3M x4'],
    ['一年12次', 'P1M FREQ=MONTHLY'],
    ['半年一次', 'P6M FREQ=MONTHLY;INTERVAL=6'],
    ['半年两次', 'P3M FREQ=MONTHLY;INTERVAL=3'],
    ['一月两次', 'P15D'],
    ['一周一次', 'P1W FREQ=WEEKLY'],
    ['两周一次', 'P2W FREQ=WEEKLY;INTERVAL=2'],
    ['一天两次', 'P1D x2'],
    ['一周一调度', 'P1W FREQ=WEEKLY'],
    ['一年至少一次', 'P1Y FREQ=YEARLY'],
    ['一年0次', 'unrecognized'],
    ['半周一次', 'unrecognized'],
    ['半年至少两次', 'P6M x2'],
    ['每年3月、9月', 'P1Y FREQ=YEARLY;BYMONTH=3,9'],
    ['每年7、8月', 'P1Y FREQ=YEARLY;BYMONTH=7,8'],
    ['每年11月至次年3月', 'P1Y'],
    ['每月5日前、20日前', 'P1M FREQ=MONTHLY;BYMONTHDAY=5,20'],
    ['每周一至周日', 'P1W FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU'],
    ['每周一至周天', 'P1W FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU'],
    // Days that do not follow each other in the week are none.
    ['每周五至周一', 'P1W FREQ=WEEKLY'],
    ['每周三至周三', 'P1W FREQ=WEEKLY'],
    ['逢双月底前', 'P2M FREQ=YEARLY;BYMONTH=2,4,6,8,10,12;BYMONTHDAY=-1'],
    ['月调度', 'P1M FREQ=MONTHLY'],
    ['季度至少一次', 'P3M x1 FREQ=MONTHLY;INTERVAL=3'],
    ['月度至少两次', 'P1M x2'],
  ])('%s is %s', (phrase, value) => expect(read(phrase)).toBe(value))
})

describe('steps, each with its own words', () => {
  const steps = (phrase: string) => readDeadlines(phrase, CONTEXT).map(({ start, end }) => phrase.slice(start, end))
  test.each([
    ['6月底前印发；9月底前完成。', ['6月底前印发', '9月底前完成']],
    ['印发方案6月底前，竣工验收9月底前', ['印发方案6月底前', '竣工验收9月底前']],
    ['6月底前完成并长期坚持', ['6月底前完成', '并长期坚持']],
    ['6月底前启动和9月底前完成', ['6月底前启动', '和9月底前完成']],
    ['6月底前启动9月底前完成', ['6月底前启动', '9月底前完成']],
    ['先行先试，6月底前启动9月底前完成', ['先行先试，6月底前启动', '9月底前完成']],
    [' 6月 底前\n9月 底前 ', ['6月 底前', '9月 底前']],
    ['；6月底前印发；9月底前完成；', ['6月底前印发', '9月底前完成']],
    ['每月每周', ['每月', '每周']],
    ['每月印发后10日内', ['每月', '印发后10日内']],
    ['印发后10日内长期坚持', ['印发后10日内', '长期坚持']],
    ['一是6月底前，二是9月底前，三是年底前', ['一是6月底前', '二是9月底前', '三是年底前']],
    ['推广和总结6月底前启动9月底前完成', ['推广和总结6月底前启动', '9月底前完成']],
    ['  原则上6月底前完成', ['原则上6月底前完成']],
    ['原则上6月底前完成  ', ['原则上6月底前完成']],
  ])('%s: %j', (phrase, wanted) => expect(steps(phrase)).toEqual(wanted))
})

describe('what is no time of the work is passed over', () => {
  const found = (text: string) => findDeadlines(text, CONTEXT).map(({ start, end }) => text.slice(start, end))
  test.each([
    ['按《2024年6月底前工作方案》，9月底前完成', ['9月底前']],
    ['落实“6月底前办结”的要求，9月底前完成', ['9月底前']],
    ['落实‘6月底前办结’的要求，9月底前完成', ['9月底前']],
    ['按县发〔2024〕6号文件，9月底前完成', ['9月底前']],
    ['完成整改（6月底前）并公示', ['6月底前']],
    ['《未完的题目6月底前完成', ['6月底前']],
    ['2022年6月底前已完成，2023年9月底前验收', ['2023年9月底前']],
    ['2022年6月30日前完成', []],
    ['2023年6月30日前完成', ['2023年6月30日前']],
    ['6月完成了验收', []],
    ['6月完成了', []],
    ['已完成初稿，6月培训骨干', ['6月']],
    ['培训定在6月。已完成初稿', ['6月']],
    ['每月通报已完成事项', ['每月']],
    ['6月底前完成主体（9月底前验收）', ['6月底前', '9月底前']],
    ['完成整改(6月底前)并公示', ['6月底前']],
    ['按“清”“确保在6月底前办结”的要求，9月底前完成', ['9月底前']],
    ['6月完成验收', ['6月']],
    ['6月培训骨干。已完成初稿', ['6月']],
  ])('%s: %j', (text, wanted) => expect(found(text)).toEqual(wanted))

  test.each([
    ['11月至12月每周', '11月至12月每周', 'P1W FREQ=WEEKLY'],
    ['11月至12月期间每周', '11月至12月期间每周', 'P1W FREQ=WEEKLY'],
    ['6月底前完成（力争5月底）', '6月底前完成（力争5月底）', '2023-06-30'],
    ['年底前持续推进', '年底前持续推进', '2023-12-31'],
    ['年底前月调度', '年底前月调度', 'P1M FREQ=MONTHLY'],
    ['2024年持续推进', '2024年持续推进', 'ongoing'],
  ])('%s is one', (phrase, words, value) => {
    const readings = readDeadlines(phrase, CONTEXT)
    expect(readings.map(({ start, end }) => phrase.slice(start, end))).toEqual([words])
    expect(read(phrase)).toBe(value)
  })
})
