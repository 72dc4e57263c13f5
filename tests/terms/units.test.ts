/** What reads as the name of a body, of a group, of a person; and how lists of them are cut. */
import { describe, expect, test } from 'vitest'
import { readUnitList } from '../../src/annotate/units.ts'
import { TERMS } from '../../src/terms/additions.ts'
import { beginsBody, looksLikePerson, looksLikeUnit } from '../../src/terms/units.ts'
import { View } from '../../src/text/view.ts'

describe('a name of a body', () => {
  test.each([
    '办公室',
    '厅机关各处室(局)',
    '市委编办',
    '县重点项目推进办',
    '区城市更新推进中心',
    '各县（市、区）人民政府',
    '县植保站（县农药检定站）',
    '人行东湖支行',
    '团市委',
    '市公安局交警支队',
    '政府办(政务公开办',
    '各乡镇',
    '局属各单位',
    '市应急局',
    '中心校',
    '各二级学院',
    '县公路养护段',
    '云江工务段',
    '共青团平川县委员会',
  ])('%s', (name) => expect(looksLikeUnit(name)).toBe(true))

  test.each([
    '含公共厕所15座',
    '不含援建项目',
    '其中',
    '试点地区先行',
    '每季度',
    '明确专人',
    '5月底前',
    '下同',
    'A',
    '共同建设小组',
    '人民路至广场段',
    '云江一中段',
  ])('%s is none', (text) => expect(looksLikeUnit(text)).toBe(false))
})

test.each([
  ['周启明', true],
  ['欧阳平', true],
  ['赵  敏', true],
  ['文化站', false],
  ['防火期内', false],
  ['办公室', false],
])('%s as a person: %s', (name, is) => expect(looksLikePerson(name)).toBe(is))

describe('a list of units', () => {
  const cut = (text: string, role: Parameters<typeof readUnitList>[1] = null) =>
    readUnitList(View.of(text, 0, text.length), role, TERMS).units.map((unit) => `${unit.view.text}/${unit.role}`)

  test.each([
    ['城建处、建管处，计财处', ['城建处/responsible', '建管处/responsible', '计财处/responsible']],
    ['办公室牵头，各科室配合', ['办公室/lead', '各科室/support']],
    ['甲局、乙局分别牵头，各镇负责', ['甲局/lead', '乙局/lead', '各镇/responsible']],
    [
      '甲局牵头，县直有关单位，各镇、街道办事处配合',
      ['甲局/lead', '县直有关单位/support', '各镇/support', '街道办事处/support'],
    ],
    ['甲局，乙局配合', ['甲局/responsible', '乙局/support']],
    ['由甲局会同乙局负责', ['甲局/responsible', '乙局/responsible']],
    ['甲局（牵头），乙局、丙局', ['甲局/lead', '乙局/responsible', '丙局/responsible']],
    ['甲局、乙局等相关部门', ['甲局/responsible', '乙局/responsible']],
    ['甲局等市直有关单位', ['甲局/responsible', '市直有关单位/responsible']],
    ['各有关部门', ['各有关部门/responsible']],
    ['甲局及乙局', ['甲局/responsible', '乙局/responsible']],
    ['市发展和改革委、市住房和城乡建设局', ['市发展和改革委/responsible', '市住房和城乡建设局/responsible']],
    ['自然资源和规划局', ['自然资源和规划局/responsible']],
    ['实验室与设备管理处', ['实验室与设备管理处/responsible']],
    ['厅机关各处室(局、办)、信息中心', ['厅机关各处室(局、办)/responsible', '信息中心/responsible']],
    ['省直各部门按职责分工负责', ['省直各部门/responsible']],
    ['—', []],
  ])('%s', (text, units) => expect(cut(text)).toEqual(units))

  test('under a label the label’s role holds, but for what a verb says better', () => {
    expect(cut('甲局、乙局按职责分工负责', 'lead')).toEqual(['甲局/lead', '乙局/lead'])
    expect(cut('甲局牵头、乙局', 'responsible').at(-1)).toBe('乙局/responsible')
  })

  test('times in a list are its deadlines', () => {
    const { units, times } = readUnitList(View.of('疾控科、区医院，5月1日前', 0, 13), null, TERMS)
    expect([units.length, times.map((view) => view.text)]).toEqual([2, ['5月1日前']])
  })
})

describe('a line of a cell below a full one', () => {
  test.each([
    ['市教育局', '各乡镇人民政府'],
    ['综合科', '督查室'],
    ['市交通运输局', '开发区管委会'],
  ])('%s and %s are two bodies', (before, line) => expect(beginsBody(line, before)).toBe(true))

  test.each([
    ['市住房城乡', '建设局'],
    ['市人力资源社', '会保障局'],
    ['市财政局、各乡', '镇人民政府'],
    ['人民银行云江市', '分行'],
  ])('%s and %s are one', (before, line) => expect(beginsBody(line, before)).toBe(false))
})
