/** Lists of units as annotations and cells print them: who, in which role, and the times that stand among them. */
import { describe, expect, test } from 'vitest'
import { kindOf, readUnitList } from '../../src/annotate/units.ts'
import type { UnitRole } from '../../src/plan.ts'
import { TERMS, termsOf } from '../../src/terms/additions.ts'
import { View } from '../../src/text/view.ts'

const LETTERS: Readonly<Record<UnitRole, string>> = {
  lead: '牵头',
  responsible: '责任',
  support: '配合',
  supervisor: '领导',
}

function readList(text: string, role: UnitRole | null = null, label?: string) {
  return readUnitList(View.of(text, 0, text.length), role, TERMS, label)
}

/** 责任 县财政局 | 牵头 县税务局 || 6月底前: units, then times. */
function shown(text: string, role: UnitRole | null = null, label?: string): string {
  const { units, times } = readList(text, role, label)
  const names = units.map((unit) => `${LETTERS[unit.role]} ${unit.view.text}`).join(' | ')
  return times.length === 0 ? names : `${names} || ${times.map((time) => time.text).join(' | ')}`
}

describe('names', () => {
  test.each([
    ['县财政局、县税务局', '责任 县财政局 | 责任 县税务局'],
    ['县财政局/县税务局', '责任 县财政局 | 责任 县税务局'],
    ['由校团委组织，各班配合', '责任 校团委 | 配合 各班'],
    ['校团委、各党组织', '责任 校团委 | 责任 各党组织'],
    ['周二上午，县财政局', '责任 县财政局 || 周二上午'],
    ['县财政局、县税务局，列第一位的为牵头单位，下同', '责任 县财政局 | 责任 县税务局'],
    ['县财政局、县税务局（列第一位者为工作牵头单位或汇总单位，下同）', '责任 县财政局 | 责任 县税务局'],
    ['县财政局、县税务局（第一个责任单位为牵头单位，下同）', '责任 县财政局 | 责任 县税务局'],
    ['县财政局、县税务局。以下各项工作均需各镇落实，不再列出。', '责任 县财政局 | 责任 县税务局'],
    ['县财政局 （列首位的为牵头单位， 下同）', '责任 县财政局'],
    ['县财政局牵头 （下同）', '牵头 县财政局'],
    ['县财政局、下同', '责任 县财政局'],
    // What is more than such an explanation stays with its name.
    ['县财政局（下同，县国资局）', '责任 县财政局（下同，县国资局）'],
    ['县财政局（列首位的为牵头单位）、县税务局', '责任 县财政局（列首位的为牵头单位） | 责任 县税务局'],
    ['县财政局 县税务局', '责任 县财政局 | 责任 县税务局'],
    ['县财政局|县税务局\t县审计局', '责任 县财政局 | 责任 县税务局 | 责任 县审计局'],
    ['县财政局；县税务局。', '责任 县财政局 | 责任 县税务局'],
    ['县财政局（县国资局、县金融办）、县税务局', '责任 县财政局（县国资局、县金融办） | 责任 县税务局'],
    // 和, 与, 及 within a name.
    ['县发展和改革局', '责任 县发展和改革局'],
    ['县发展和改革局和县财政局', '责任 县发展和改革局 | 责任 县财政局'],
    ['县财政局及县税务局', '责任 县财政局 | 责任 县税务局'],
    ['县财政局以及县税务局', '责任 县财政局 | 责任 县税务局'],
    ['派出所和各村委会', '责任 派出所 | 责任 各村委会'],
    // Behind the verb stands what they are in charge of.
    ['县住建局牵头，县司法局负责法制审查工作', '牵头 县住建局 | 责任 县司法局'],
    ['县住建局牵头对接，县财政局、县审计局配合做好资金保障', '牵头 县住建局 | 配合 县财政局 | 配合 县审计局'],
    ['县财政局与县税务局等部门', '责任 县财政局 | 责任 县税务局'],
    ['县文化馆与图书馆', '责任 县文化馆与图书馆'],
    ['各乡镇、县直有关部门和单位', '责任 各乡镇 | 责任 县直有关部门和单位'],
    ['县政府相关部门和单位及各镇按职责分工负责', '责任 县政府相关部门和单位 | 责任 各镇'],
    ['县财政局按职责分工负责，各镇结合实际落实', '责任 县财政局 | 责任 各镇'],
    ['县文化馆以及县图书馆', '责任 县文化馆 | 责任 县图书馆'],
    ['县财政局与县税务局等', '责任 县财政局 | 责任 县税务局'],
    // 会同 parts whatever stands on both sides of it, but is part of names of places.
    ['业主方会同施工方', '责任 业主方 | 责任 施工方'],
    ['会同村委会', '责任 会同村委会'],
    ['大会同村委会', '责任 大会同村委会'],
    ['北山会同镇', '责任 北山会同镇'],
    ['县自然资源和规划局、县住房和城乡建设局', '责任 县自然资源和规划局 | 责任 县住房和城乡建设局'],
    ['各乡镇和县直各单位', '责任 各乡镇 | 责任 县直各单位'],
    // What joins the last name is no part of it; 和川, 和平 are places.
    ['县财政局、和各乡镇人民政府', '责任 县财政局 | 责任 各乡镇人民政府'],
    ['县财政局、县税务局，以及各乡镇人民政府', '责任 县财政局 | 责任 县税务局 | 责任 各乡镇人民政府'],
    ['县财政局、与县税务局等部门', '责任 县财政局 | 责任 县税务局'],
    ['市财政局、和平区财政局、和川县财政局', '责任 市财政局 | 责任 和平区财政局 | 责任 和川县财政局'],
    // Named by what they do.
    ['各项目牵头单位', '责任 各项目牵头单位'],
    ['县发改局、各民生实事承办单位', '责任 县发改局 | 责任 各民生实事承办单位'],
    ['县发改局、县财政局等牵头单位', '牵头 县发改局 | 牵头 县财政局'],
    // Blanks.
    ['县 财政局', '责任 县 财政局'],
    ['支委 张海洋', '领导 支委 张海洋'],
    ['支委  张海洋', '领导 支委  张海洋'],
    ['支部书记 张海洋 李明', '责任 支部书记 张海洋 李明'],
    ['综合科  法规科', '责任 综合科 | 责任 法规科'],
    ['综合科 法规科 信息科', '责任 综合科 | 责任 法规科 | 责任 信息科'],
    ['张海洋 李明', '责任 张海洋 | 责任 李明'],
    // A post and a name.
    ['宣传委员周文远', '领导 宣传委员周文远'],
    ['规划科长林涛', '领导 规划科长林涛'],
    ['党支部书记安全职责清单', '责任 党支部书记安全职责清单'],
    // Words before and behind.
    ['由县财政局负责', '责任 县财政局'],
    ['请县财政局配合', '配合 县财政局'],
    ['责成 县财政局牵头', '牵头 县财政局'],
    ['县财政局、县税务局按职责分工负责', '责任 县财政局 | 责任 县税务局'],
    ['县财政局按照各自职责', '责任 县财政局'],
    ['县财政局按职责、县税务局按职责分工、县审计局', '责任 县财政局 | 责任 县税务局 | 责任 县审计局'],
    ['县财政局 按照各自职责分工、县税务局', '责任 县财政局 | 责任 县税务局'],
    ['县文化馆按职责设立的分馆', '责任 县文化馆按职责设立的分馆'],
    ['县财政局分别', '责任 县财政局'],
    // Nothing.
    ['', ''],
    ['—', ''],
    ['/', ''],
    ['——', ''],
    ['无', ''],
    ['无锡市财政局', '责任 无锡市财政局'],
    ['单位工会', '责任 单位工会'],
    ['互通有无', '责任 互通有无'],
    ['（牵头）', ''],
    ['县财政局 会同 县税务局', '责任 县财政局 | 责任 县税务局'],
    ['县财政局 、 县税务局 ， 县审计局', '责任 县财政局 | 责任 县税务局 | 责任 县审计局'],
    ['县财政局按职责', '责任 县财政局'],
    ['县财政局根据职责分工', '责任 县财政局'],
    ['县财政局 （牵头）', '牵头 县财政局'],
    ['单位', ''],
    ['部门、科室', ''],
    ['、，；', ''],
  ])('%j: %s', (text, names) => expect(shown(text)).toBe(names))
})

test('what is longer than 400 characters is not cut into names', () => {
  const names = (filling: number) => readList(`${'很'.repeat(filling)}县财政局和县税务局`).units.length
  expect([names(391), names(392)]).toEqual([2, 1])
})

describe('and others', () => {
  test.each([
    ['县财政局、县税务局等部门', '责任 县财政局 | 责任 县税务局'],
    ['县财政局等有关单位', '责任 县财政局'],
    ['甲局等有关单位', '责任 甲局'],
    ['业主等有关单位', '责任 业主'],
    ['县财政局等', '责任 县财政局'],
    ['县财政局等5个部门', '责任 县财政局'],
    ['县财政局等单位（部门）', '责任 县财政局'],
    ['县财政局等按职责分工', '责任 县财政局'],
    ['县财政局等各乡镇人民政府', '责任 县财政局 | 责任 各乡镇人民政府'],
    ['县财政局等县直部门', '责任 县财政局 | 责任 县直部门'],
    ['县财政局等和各乡镇人民政府', '责任 县财政局 | 责任 各乡镇人民政府'],
    ['县财政局等部门和各乡镇人民政府', '责任 县财政局 | 责任 各乡镇人民政府'],
    ['周文远等', '责任 周文远'],
    ['等级办', '责任 等级办'],
    ['县税务局、等有关单位', '责任 县税务局'],
    ['县财政局等12个单位', '责任 县财政局'],
    ['县财政局等3家企业', '责任 县财政局'],
    ['县财政局等按各自职责分工', '责任 县财政局'],
    ['县财政局等按职责', '责任 县财政局'],
    ['县财政局 等有关单位', '责任 县财政局'],
    ['县财政局 等', '责任 县财政局'],
    ['县财政局等 各乡镇', '责任 县财政局 | 责任 各乡镇'],
    ['县财政局等5部门', '责任 县财政局'],
    ['县财政局等按职责、县税务局等各自职责分工、县审计局', '责任 县财政局 | 责任 县税务局 | 责任 县审计局'],
    ['县财政局等职责、县税务局', '责任 县财政局 | 责任 县税务局'],
    ['县税务局、等县审计局', '责任 县税务局 | 责任 县审计局'],
    // Within a name.
    ['高等机构', '责任 高等机构'],
    ['普通高等学校', '责任 普通高等学校'],
  ])('%j: %s', (text, names) => expect(shown(text)).toBe(names))
})

describe('roles', () => {
  test.each([
    ['县财政局牵头，县税务局配合', '牵头 县财政局 | 配合 县税务局'],
    ['县财政局牵头、县税务局配合', '牵头 县财政局 | 配合 县税务局'],
    ['县财政局牵头，县税务局、县审计局配合', '牵头 县财政局 | 配合 县税务局 | 配合 县审计局'],
    // What stands between the two verbs supports with the last.
    ['县财政局牵头，县税务局，县审计局配合', '牵头 县财政局 | 配合 县税务局 | 配合 县审计局'],
    ['县税务局，县审计局配合', '责任 县税务局 | 配合 县审计局'],
    ['县财政局负责，县税务局，县审计局配合', '责任 县财政局 | 责任 县税务局 | 配合 县审计局'],
    ['县财政局牵头，县税务局', '牵头 县财政局 | 责任 县税务局'],
    ['县财政局牵头，县税务局，县审计局', '牵头 县财政局 | 责任 县税务局 | 责任 县审计局'],
    ['县财政局牵头，县税务局负责，县审计局配合', '牵头 县财政局 | 责任 县税务局 | 配合 县审计局'],
    ['县财政局牵头，县税务局（主办），县审计局配合', '牵头 县财政局 | 牵头 县税务局 | 配合 县审计局'],
    ['县财政局牵头 ，县税务局配合', '牵头 县财政局 | 配合 县税务局'],
    ['县财政局主办，县税务局协办，县督查室督办', '牵头 县财政局 | 配合 县税务局 | 领导 县督查室'],
    ['县财政局会同县税务局负责', '责任 县财政局 | 责任 县税务局'],
    // 指导 is what they do, but in the midst of a name it is part of it.
    ['县农业农村局、县水利局指导', '领导 县农业农村局 | 领导 县水利局'],
    ['县商务局指导，县供销社参与', '领导 县商务局 | 配合 县供销社'],
    ['县住建局业务指导、各镇人民政府负责落实', '领导 县住建局 | 责任 各镇人民政府'],
    ['县农技推广指导站、县就业指导中心负责', '责任 县农技推广指导站 | 责任 县就业指导中心'],
    ['县住建局牵头指导', '牵头 县住建局'],
    // In brackets behind a name.
    ['县财政局（牵头）、县税务局（配合）、县审计局（责任单位）', '牵头 县财政局 | 配合 县税务局 | 责任 县审计局'],
    ['县财政局（主办）、县税务局(协办)', '牵头 县财政局 | 配合 县税务局'],
    ['县财政局（总牵头）、县税务局（负责）', '牵头 县财政局 | 责任 县税务局'],
  ])('%s: %s', (text, names) => expect(shown(text)).toBe(names))

  test.each([
    ['lead', '县财政局、县税务局', '牵头 县财政局 | 牵头 县税务局'],
    ['lead', '县财政局负责', '牵头 县财政局'],
    ['lead', '县财政局配合', '配合 县财政局'],
    ['support', '县财政局牵头', '牵头 县财政局'],
    ['support', '县财政局（负责）', '责任 县财政局'],
    ['supervisor', '周文远、李明', '领导 周文远 | 领导 李明'],
  ] as const)('a label of %s and %s: %s', (role, text, names) => expect(shown(text, role)).toBe(names))

  test('a person among the names of a label that speaks of persons watches over it', () => {
    expect(shown('规划股 林涛', 'responsible', 'label:责任单位及责任人')).toBe('责任 规划股 | 领导 林涛')
    expect(shown('规划股 林涛', 'responsible', 'label:责任单位')).toBe('责任 规划股 | 责任 林涛')
  })
})

describe('times', () => {
  test.each([
    ['疾控科、区疾控中心，5月1日前', '责任 疾控科 | 责任 区疾控中心 || 5月1日前'],
    ['县财政局  长期', '责任 县财政局 || 长期'],
    ['县财政局牵头  长期', '牵头 县财政局 || 长期'],
    ['县财政局 6月底前', '责任 县财政局 || 6月底前'],
    ['2023年 6月底前', ' || 2023年 6月底前'],
    ['6月底前，9月底前', ' || 6月底前 | 9月底前'],
    ['县财政局，汛期前', '责任 县财政局 || 汛期前'],
    ['县财政局，视情况', '责任 县财政局 || 视情况'],
  ])('%s: %s', (text, all) => expect(shown(text)).toBe(all))

  test('what a label says to be units is no condition', () => {
    expect(shown('视情况', 'responsible')).toBe('责任 视情况')
    expect(shown('视情况')).toBe(' || 视情况')
  })
})

describe('how much of a list reads as units and times', () => {
  test.each([
    ['县财政局、县税务局', 2, 2],
    ['县财政局，6月底前', 2, 2],
    ['县财政局、提高质量', 2, 1],
    ['提高质量', 1, 0],
    ['周文远', 1, 0],
    ['支委 张海洋', 1, 1],
    ['', 0, 0],
  ])('%s: of %i pieces %i', (text, pieces, known) => expect(readList(text)).toMatchObject({ pieces, known }))
  test('persons in charge are known', () => {
    expect(readList('周文远', 'supervisor')).toMatchObject({ pieces: 1, known: 1 })
  })
  test('a name that the house lists is known', () => {
    const terms = termsOf({ units: [{ name: '云江县数据港', short: ['数据港'] }] })
    expect(readUnitList(View.of('数据港', 0, 3), null, terms)).toMatchObject({ pieces: 1, known: 1 })
    expect(readList('数据港')).toMatchObject({ pieces: 1, known: 0 })
  })
})

test.each([
  ['周文远', 'supervisor', 'person'],
  ['周文远（副县长）', 'supervisor', 'person'],
  ['周文远', 'responsible', 'unit'],
  ['分管负责同志', 'supervisor', 'unit'],
  ['县政府办', 'supervisor', 'unit'],
  ['各乡镇', 'responsible', 'group'],
  ['县直 各单位', 'support', 'group'],
  ['各分管领导', 'supervisor', 'group'],
] as const)('%s as %s is a %s', (name, role, kind) => expect(kindOf(name, role)).toBe(kind))

test.each([
  ['县财政局', 'list'],
  ['县财政局牵头', 'list+verb:lead'],
  ['县财政局（牵头）', 'list+bracket'],
])('--explain says how %s was read: %s', (text, rule) => {
  expect(readList(text).units).toMatchObject([{ rule, source: 'annotation' }])
})
