/** Labels and what stands behind them: 责任单位：县财政局；完成时限：6月底前. */
import { describe, expect, test } from 'vitest'
import { contentOf, findLabels, readBareList, readLabelled, trimSeparators } from '../../src/annotate/fields.ts'
import { TERMS } from '../../src/terms/additions.ts'
import { View } from '../../src/text/view.ts'

const CONTEXT = { year: 2023, issuedOn: null, terms: TERMS }
const viewOf = (text: string) => View.of(text, 0, text.length)

/** Each label with what follows it up to the next. */
function labelled(text: string): string[] {
  const labels = findLabels(viewOf(text), TERMS)
  return labels.map(({ text: label, content }, i) => `${label} → ${text.slice(content, labels[i + 1]?.start)}`)
}

describe('labels', () => {
  test.each([
    ['责任单位：甲局', ['责任单位 → 甲局']],
    ['责任单位:甲局', ['责任单位 → 甲局']],
    ['责任单位∶甲局', ['责任单位 → 甲局']],
    ['责任单位﹕甲局', ['责任单位 → 甲局']],
    ['责 任 单 位 ：甲局', ['责 任 单 位 → 甲局']],
    [
      '牵头单位：甲局；责任单位：乙局，完成时限：6月底前',
      ['牵头单位 → 甲局；', '责任单位 → 乙局，', '完成时限 → 6月底前'],
    ],
    ['甲局；完成时限：6月底前', ['完成时限 → 6月底前']],
    ['（责任单位：甲局）', ['责任单位 → 甲局）']],
    ['县里 责任单位：甲局', ['责任单位 → 甲局']],
    ['县里的责任单位：甲局', []],
    // 责任 and 单位 name bodies only where bodies follow.
    ['责任：县水利局', ['责任 → 县水利局']],
    ['责任：压实到人', []],
    ['完善制度。责任单位：甲局', ['责任单位 → 甲局']],
    ['——责任单位：甲局', ['责任单位 → 甲局']],
    ['●责任单位：甲局', ['责任单位 → 甲局']],
    ['◆责任单位：甲局', ['责任单位 → 甲局']],
    ['★ 责任单位：甲局', ['责任单位 → 甲局']],
    ['责任处（科）室：甲处', ['责任处（科）室 → 甲处']],
    ['责任部门（单位）：甲处', ['责任部门（单位） → 甲处']],
    ['甲局（主办）；责任部门（单位）：乙处', ['责任部门（单位） → 乙处']],
    // A period before a label is its own, but behind a colon what that says.
    ['8月　责任科室：甲科', ['8月　责任科室 → 甲科']],
    ['时间安排：8月　责任科室：甲科', ['时间安排 → 8月　', '责任科室 → 甲科']],
    ['时间安排： 8月　责任科室：甲科', ['时间安排 →  8月　', '责任科室 → 甲科']],
    ['时间安排：8 月　责任科室：甲科', ['时间安排 → 8 月　', '责任科室 → 甲科']],
    // A role in brackets behind a name is that of the name.
    ['责任单位：甲局【牵头】、乙局', ['责任单位 → 甲局【牵头】、乙局']],
    ['时间安排：全年；8月　责任科室：甲科', ['时间安排 → 全年；', '8月　责任科室 → 甲科']],
    ['〖牵头单位〗甲局 〖完成时限〗6月底前', ['牵头单位 → 甲局 ', '完成时限 → 6月底前']],
    ['备注：甲；责任单位：乙局', ['备注 → 甲；', '责任单位 → 乙局']],
    // A second colon is of the content.
    ['备注：比例为1：3', ['备注 → 比例为1：3']],
    // No label is known by its look alone.
    ['一言以蔽之：甲局', []],
    ['：甲局', []],
    ['', []],
  ])('%s: %j', (text, wanted) => expect(labelled(text)).toEqual(wanted))

  test.each([
    ['【责任单位】甲局', ['责任单位 → 甲局']],
    ['〔责任单位〕：甲局', ['责任单位 → 甲局']],
    ['［责任单位］ ：甲局', ['责任单位 → 甲局']],
    ['[责任单位]甲局[完成时限]6月底前', ['责任单位 → 甲局', '完成时限 → 6月底前']],
    ['【责任单位 】甲局【办公室】乙', ['责任单位 → 甲局【办公室】乙']],
    ['完善【制度】', []],
    ['责任单位】甲局', []],
    ['【责任单位】甲：乙', ['责任单位 → 甲：乙']],
    ['【责任单位】甲局，完成时限：6月底前', ['责任单位 → 甲局，', '完成时限 → 6月底前']],
  ])('in brackets of their own, %s: %j', (text, wanted) => expect(labelled(text)).toEqual(wanted))
  test('which begin with the bracket', () => {
    expect(findLabels(viewOf('甲【责任单位】乙局'), TERMS)).toMatchObject([{ start: 1, content: 7, bracketed: true }])
    expect(findLabels(viewOf('甲， 责任单位 ：乙局'), TERMS)).toMatchObject([
      { start: 3, content: 9, bracketed: false },
    ])
    expect(findLabels(viewOf('责任单位 乙局'), TERMS)).toMatchObject([{ start: 0, content: 5, bracketed: false }])
  })

  test.each([
    ['责任领导 周文远  责任单位 县财政局', ['责任领导 → 周文远  ', '责任单位 → 县财政局']],
    ['责任单位　县财政局；完成时限　6月底前', ['责任单位 → 县财政局；', '完成时限 → 6月底前']],
    ['责任单位 县财政局', ['责任单位 → 县财政局']],
    ['责任领导  周文远', ['责任领导 → 周文远']],
    ['责任单位 县财政局， 完成时限 6月底前', ['责任单位 → 县财政局， ', '完成时限 → 6月底前']],
    ['责任单位 县财政局  比例1：3', ['责任单位 → 县财政局  比例1：3']],
    [`责任单位 ${'很'.repeat(195)}`, [`责任单位 → ${'很'.repeat(195)}`]],
    // Not the first words of the line; the heads of a table; another kind of label.
    ['由县里定  责任单位 县财政局', []],
    ['由县里统一研究后再定  责任单位 县财政局', []],
    ['责任单位 县财政局，某完成时限 6月底前', ['责任单位 → 县财政局，某完成时限 6月底前']],
    ['牵头单位 责任单位 完成时限', []],
    ['责任单位 牵头单位  完成时限 6月底前', []],
    ['工作内容 完善台账', []],
    ['责任单位', []],
    [`责任单位 县财政局  ${'很长'.repeat(100)}`, []],
  ])('with blanks in place of a colon, %s: %j', (text, wanted) => expect(labelled(text)).toEqual(wanted))

  test('a label reaches thirty characters back and no further', () => {
    expect(labelled(`完善台账${' '.repeat(20)}责任单位：甲局`)).toEqual(['责任单位 → 甲局'])
    expect(labelled(`责任单${' '.repeat(40)}位：甲局`)).toEqual([])
  })
})

/** Everything that a labelled text says, in a few words. */
function said(text: string): Record<string, string[]> {
  const view = viewOf(text)
  const { units, deadlines, status, extra } = readLabelled(view, findLabels(view, TERMS), CONTEXT)
  const all = {
    units: units.map((unit) => `${unit.role} ${unit.view.text}`),
    deadlines: deadlines.map((deadline) => deadline.view.text),
    status: status.map((each) => each.text),
    extra: extra.map((each) => `${each.label}=${each.view.text}`),
  }
  return Object.fromEntries(Object.entries(all).filter(([, values]) => values.length > 0))
}

describe('what labels say', () => {
  test.each([
    [
      '牵头单位：甲局；责任单位：乙局、丙局；完成时限：6月底前',
      { units: ['lead 甲局', 'responsible 乙局', 'responsible 丙局'], deadlines: ['6月底前'] },
    ],
    ['责任单位：甲局，6月底前', { units: ['responsible 甲局'], deadlines: ['6月底前'] }],
    ['甲局牵头；完成时限：6月底前', { units: ['lead 甲局'], deadlines: ['6月底前'] }],
    ['完成时限：6月底前印发，9月底前完成', { deadlines: ['6月底前印发', '9月底前完成'] }],
    ['进展情况：已完成初稿。', { status: ['已完成初稿。'] }],
    ['备注：每季一报；资金来源：县级', { extra: ['备注=每季一报', '资金来源=县级'] }],
    ['类别：民生', { extra: ['类别=民生'] }],
    ['进展情况：已完成；', { status: ['已完成；'] }],
    ['进展情况：已完成；备注：每季一报', { status: ['已完成'], extra: ['备注=每季一报'] }],
    ['责任单位及责任人：规划股 林涛', { units: ['responsible 规划股', 'supervisor 林涛'] }],
    ['资金：50万元；责任单位：甲局', { units: ['responsible 甲局'], extra: ['资金=50万元'] }],
    ['责任单位：甲局，电话：8940100', { units: ['responsible 甲局'], extra: ['电话=8940100'] }],
    ['责任人：组长：周敏；副组长：李强', { units: ['supervisor 组长：周敏', 'supervisor 副组长：李强'] }],
    // What has to be done is no more than that.
    ['工作内容：完善台账；责任单位：甲局', { units: ['responsible 甲局'] }],
    ['责任单位：；备注：', {}],
    ['责任单位：—；完成时限：—', {}],
  ])('%s: %j', (text, wanted) => expect(said(text)).toEqual(wanted))
})

describe('lists without a label', () => {
  const bare = (text: string) => {
    const { fields, share } = readBareList(viewOf(text), CONTEXT)
    return [fields.units.map((unit) => unit.view.text), fields.deadlines.map((each) => each.view.text), share]
  }
  test.each([
    ['疾控科、区疾控中心，5月1日前', ['疾控科', '区疾控中心'], ['5月1日前'], 1],
    ['，疾控科。', ['疾控科'], [], 1],
    ['疾控科、提高质量', ['疾控科', '提高质量'], [], 0.5],
    ['疾控科 3 月 15 日前', ['疾控科'], ['3 月 15 日前'], 1],
    ['疾控科、爱卫办  2024 年 3 月 15 日前', ['疾控科', '爱卫办'], ['2024 年 3 月 15 日前'], 1],
    ['试运行：7月1日前', [], ['试运行：7月1日前'], 1],
    // Beside what can be read, what cannot says nothing of when.
    ['疾控科，立即启动，长期坚持', ['疾控科'], ['长期坚持'], 1],
    ['疾控科，寒暑假', ['疾控科'], ['寒暑假'], 1],
    ['疾控科，竣工验收：7月1日', ['疾控科'], ['7月1日'], 1],
    ['县司法局牵头起草；8月底前提请县政府审议', ['县司法局'], ['8月底前提请县政府审议'], 1],
    ['县司法局起草，9月20日前初稿提交县人大', ['县司法局'], ['9月20日前初稿提交县人大'], 1],
    ['县司法局起草；已通过县政府常务会议审议', ['县司法局'], [], 1],
    // A label that is none of who or when takes what it says out of the list.
    ['疾控科，资金：50万元', ['疾控科'], [], 0.5],
    ['试运行：疾控科', [], [], 0],
    ['', [], [], 0],
  ])('%s', (text, units, deadlines, share) => expect(bare(text)).toEqual([units, deadlines, share]))
})

describe('separators around content', () => {
  test.each([
    ['，甲局、', '甲局'],
    [' ；甲局。 ', '甲局'],
    ['**甲局**', '甲局'],
    ['。甲局', '。甲局'],
    ['甲，乙', '甲，乙'],
    ['，。', ''],
    ['', ''],
  ])('%j is %j', (text, content) => expect(trimSeparators(viewOf(text)).text).toBe(content))

  const status = { kind: 'status' } as const
  test.each([
    ['prose keeps its stop', status, '已完成。', true, '已完成。'],
    ['but for the separator before another label', status, '已完成； ', true, '已完成'],
    ['which none is where no label follows', status, '已完成；', false, '已完成；'],
    ['only one is', status, '已完成，；', true, '已完成，'],
    ['extra labels hold prose too', { kind: 'extra' } as const, '，甲；', true, '，甲'],
    ['markup before it goes', status, ' ** 已完成 ', false, '已完成'],
    ['what stands before the separator has no blank', status, '已完成 ；', true, '已完成'],
    ['nor does one within prose count', status, '已完成，报送。', true, '已完成，报送。'],
    ['a bracket opened on a line above is not theirs', { kind: 'deadline' } as const, '甲局）', false, '甲局'],
    ['a bracket of their own is', { kind: 'deadline' } as const, '甲局（主办）', false, '甲局（主办）'],
    ['of both the last goes', { kind: 'deadline' } as const, '甲局（主办））', false, '甲局（主办）'],
    ['at the end alone', { kind: 'deadline' } as const, '甲）局', false, '甲）局'],
    ['lists lose them all', { kind: 'deadline' } as const, '，6月底前。；', false, '6月底前'],
  ])('%s', (_, field, text, followed, content) => {
    expect(contentOf(field, viewOf(text), followed).text).toBe(content)
  })
})
