import { describe, expect, it } from 'vitest'
import { isDeadlinePhrase, readDeadlines } from '../../src/deadline/index.ts'
import { short } from './short.ts'

const context = { year: 2023, issuedOn: '2023-05-30' }

function parts(phrase: string): string[] {
  return readDeadlines(phrase, context).map(({ start, end, value }) => `${phrase.slice(start, end)}: ${short(value)}`)
}

describe('readDeadlines', () => {
  const cases: Readonly<Record<string, readonly string[]>> = {
    '6月底前印发，12月底前完成': ['6月底前印发: 2023-06-30', '12月底前完成: 2023-12-31'],
    '12月底前完成，并长期坚持': ['12月底前完成: 2023-12-31', '并长期坚持: ongoing'],
    '2023年6月底前完成并长期坚持': ['2023年6月底前完成: 2023-06-30', '并长期坚持: ongoing'],
    '2025年3月启动，9月底前完成': ['2025年3月启动: 2025-03-31', '9月底前完成: 2025-09-30'],
    '6月底\n12月底': ['6月底: 2023-06-30', '12月底: 2023-12-31'],
    '1.2023年8月 2.2024年12月': ['1.2023年8月: 2023-08-31', '2.2024年12月: 2024-12-31'],
    '1.5月底完成 2.8月底完成': ['1.5月底完成: 2023-05-31', '2.8月底完成: 2023-08-31'],
    '1、货场7月1日开业 2、市场2024年6月底建成 3、星级改造10月1日前完成': [
      '1、货场7月1日开业: 2023-07-01',
      '2、市场2024年6月底建成: 2024-06-30',
      '3、星级改造10月1日前完成: 2023-10-01',
    ],
    '2023. 3. 15前': ['2023. 3. 15前: 2023-03-15'],
    '立行立改，长期坚持': ['立行立改，长期坚持: ongoing'],
    ' 2023 年 6 月底前 ': ['2023 年 6 月底前: 2023-06-30'],
    '首批4月底前、其余9月底前': ['首批4月底前: 2023-04-30', '其余9月底前: 2023-09-30'],
    '6月底（力争5月底）': ['6月底（力争5月底）: 2023-06-30'],
    '春季（3月1日—15日）、秋季（9月1日—15日）': [
      '春季（3月1日—15日）: 2023-03-01/2023-03-15',
      '秋季（9月1日—15日）: 2023-09-01/2023-09-15',
    ],
    '11月至12月每周': ['11月至12月每周: P1W FREQ=WEEKLY'],
    '2024年秋季学期开学前': ['2024年秋季学期开学前: unrecognized'],
    春节前: ['春节前: unrecognized'],
    自7月1日起: ['自7月1日起: unrecognized'],
    '13月底': ['13月底: unrecognized'],
    按年度计划推进: ['按年度计划推进: unrecognized'],
  }
  for (const [phrase, expected] of Object.entries(cases)) {
    it(phrase.trim(), () => expect(parts(phrase)).toEqual(expected))
  }

  it('gives nothing for a blank, a dash or 无', () => {
    for (const phrase of ['', ' ', '\u3000', '—', '——', '-', '/', '无', '\n']) expect(parts(phrase)).toEqual([])
  })

  it('says that only the year is missing', () => {
    const [bare] = readDeadlines('6月底', { year: null, issuedOn: null })
    expect(bare).toMatchObject({ value: { kind: 'unrecognized' }, yearUnknown: true })
    const [unread] = readDeadlines('按年度计划推进', { year: null, issuedOn: null })
    expect(unread).toMatchObject({ value: { kind: 'unrecognized' }, rule: '', yearUnknown: false })
    const [printed] = readDeadlines('2024年6月底', { year: null, issuedOn: null })
    expect(printed).toMatchObject({
      value: { kind: 'date', due: '2024-06-30', inferredYear: false },
      yearUnknown: false,
    })
    const [monthly] = readDeadlines('每月', { year: null, issuedOn: null })
    expect(monthly).toMatchObject({ value: { kind: 'recurring', every: 'P1M' }, yearUnknown: false })
  })

  it('says how finely a date was stated, and whether its year was printed', () => {
    const precisions = {
      '6月30日': 'day',
      '6月中旬': 'tenDays',
      '6月': 'month',
      二季度: 'quarter',
      上半年: 'halfYear',
      年底: 'year',
      '“十四五”末': 'planPeriod',
    }
    for (const [phrase, precision] of Object.entries(precisions)) {
      expect([phrase, readDeadlines(phrase, context)[0]?.value]).toMatchObject([phrase, { precision }])
    }
    expect(readDeadlines('2023年6月', context)[0]?.value).toMatchObject({ inferredYear: false })
    expect(readDeadlines('明年6月', context)[0]?.value).toMatchObject({ inferredYear: true, due: '2024-06-30' })
  })
})

describe('isDeadlinePhrase', () => {
  const deadlines = [
    '5月1日前',
    '10月中旬',
    '持续推进',
    '2024年6月底前完成',
    '全年',
    '每季度',
    '年底前',
    '长期坚持',
    '12月中旬前完成验收',
    '长期',
    '三季度',
    '2023年12月31日',
    '印发后10日内',
    '按季度',
    '春节前',
    '汛期前',
    '农忙期间',
    '立行立改',
    '6月底前报县政府',
    '执行至2026年6月30日',
    '自3月份起每月通报一次',
    '年度任务2024年11月底前完成',
    '5月至10月',
    '“十四五”期间',
    '每月25日前',
    '2024年完成主体工程',
    '立即',
    '随时',
    '力争长期坚持下去',
    '6月底前报县政府常务会审定',
    `6月底前${'报'.repeat(36)}`,
  ]
  const others = [
    '办公室',
    '季度办',
    '长期照护中心',
    '三年行动办',
    '疾控科',
    '区疾控中心',
    '第一中学',
    '一科',
    '十里镇',
    '年度考核办',
    '县发展改革局',
    '学前教育科',
    '每日新闻社编辑部',
    '二处',
    '常务会',
    '2023年度考核办公室',
    '',
    '日常监督科',
    '执行局',
    '年度任务',
    '持续改善办公室',
    '八一学校',
    '2024年组织生活会及民主评议',
    '持续优化校园周边环境',
    `6月底前${'报'.repeat(37)}`,
  ]
  it('knows deadlines', () => expect(deadlines.filter((phrase) => !isDeadlinePhrase(phrase))).toEqual([]))
  it('leaves units', () => expect(others.filter(isDeadlinePhrase)).toEqual([]))
})
