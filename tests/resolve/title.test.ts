/** What of an item's first line is its title. */
import { expect, test } from 'vitest'
import { headingLength, titleLength } from '../../src/resolve/title.ts'

test.each([
  ['做好宣传培训。组织学习。', null, '做好宣传培训'],
  ['压实责任：各单位要抓好落实。', null, '压实责任'],
  ['加强领导，落实责任。各单位要抓好落实。', null, ''],
  ['依法依规做好答复工作。', null, ''],
  ['推进决策公开', 'paragraphs', '推进决策公开'],
  ['强化监督，推进公开', 'paragraphs', '强化监督，推进公开'],
  ['推进决策公开。', 'paragraphs', '推进决策公开'],
  ['做好预警，规范门诊。', 'line', ''],
  ['用好“人人参与。大家受益”平台。抓好推广。', null, '用好“人人参与。大家受益”平台'],
  ['关于“重建轻管，巡查不够”的问题。', 'paragraphs', '关于“重建轻管，巡查不够”的问题'],
  ['比例达到1:3。加强培训。', null, '比例达到1:3'],
] as const)('%s with more in %s: %s', (text, more, title) => {
  expect(text.slice(0, titleLength(text, more))).toBe(title)
})

test.each([
  ['完善机制。', '完善机制'],
  ['完善机制。重点抓好以下工作：', '完善机制'],
  ['完善机制', '完善机制'],
])('the heading of %s is %s', (text, heading) => expect(text.slice(0, headingLength(text))).toBe(heading))
