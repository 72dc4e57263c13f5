/** Numbered items that stand on one line. */
import { expect, test } from 'vitest'
import { parsePlan, tasks } from '../../src/index.ts'

const markers = (line: string) =>
  [...tasks(parsePlan(`沙溪县河道整治工作方案\n${line}`))].map(({ task }) => task.marker)

test.each([
  ['1.疏浚河道。2.加固堤岸。3.补栽林木。', ['1.', '2.', '3.']],
  ['6、疏浚河道，清除淤泥；7、加固堤岸；8、补栽林木。', ['6、', '7、', '8、']],
  ['（一）疏浚河道。（县水利局）（二）加固堤岸。（县水利局）', ['（一）', '（二）']],
  ['一、疏浚河道；二、加固堤岸。', ['一、', '二、']],
  ['现将有关事项通知如下： 一、疏浚河道。 二、加固堤岸。', ['一、', '二、']],
  ['一、河道 1.疏浚河道。 2.加固堤岸。 二、护岸 3.补栽林木。', ['1.', '2.', '3.']],
  ['一、河道 1.疏浚河道。 2.加固堤岸。 二、护岸 5.补栽林木。', ['1.', '2.', '二、']],
  [
    '计划如下。一、抓好河道1.疏浚河道。2.加固堤岸。二、护岸（一）补树。（二）补草。三、总结。',
    ['1.', '2.', '（一）', '（二）', '三、'],
  ],
  [
    '现将有关事项通知如下： 一、抓好河道1.疏浚河道。2.加固堤岸。二、护岸3.补树。三、总结4.汇总。5.通报。',
    ['1.', '2.', '3.', '4.', '5.'],
  ],
  ['现将有关事项通知如下： 一、抓好河道1.疏浚河道。2.加固堤岸。二、护岸7.补树。', ['1.', '2.', '二、']],
  ['为做好整治，制定本方案。一、抓好河道（一）疏浚河道。（二）加固堤岸。', ['（一）', '（二）']],
  ['一、投资1.5亿元疏浚河道。二、加固堤岸。', ['一、', '二、']],
  // A list within a sentence, another number, a measure.
  ['1.做好三件事：一、疏浚；二、加固。', ['1.']],
  ['1.疏浚（1、干流；2、支流）。', ['1.']],
  ['1.疏浚河道，2、3号堤同步加固。', ['1.']],
  ['2.疏浚河道；3.5公里堤岸同步加固。', ['2.']],
  ['2.疏浚河道；4.加固堤岸。', ['2.']],
  ['各村要1、疏浚河道；2、加固堤岸。', []],
])('%s: %j', (line, wanted) => expect(markers(line)).toEqual(wanted))

test.each([
  ['[接上页] 三、整治要求 ', '', null],
  ['（上接第一版）三、整治要求 ', ' 沙溪县水利局 二○二四年三月五日', '沙溪县水利局'],
  ['三、整治要求 ', ' 2024年3月5日', null],
])('%sthat goes on from another page, signed %j behind its last item', (head, foot, issuer) => {
  const plan = parsePlan(`${head}（一）疏浚河道。全线清除淤泥。 （二）加固堤岸。补栽林木。${foot}`)
  expect([...tasks(plan)].map(({ task, sections }) => [sections[0]?.title, task.text])).toEqual([
    ['整治要求', '疏浚河道。全线清除淤泥。'],
    ['整治要求', '加固堤岸。补栽林木。'],
  ])
  expect(plan.document).toMatchObject({ issuer, issuedOn: foot === '' ? null : '2024-03-05' })
})

test.each([
  ['（沙水发〔2024〕3号） ', '沙水发〔2024〕3号'],
  ['', null],
])('a notice that runs on in one paragraph, its number %j', (printed, number) => {
  const head = `沙溪县水利局关于做好河道整治的通知 ${printed}各乡镇人民政府，县直各单位： 现将有关事项通知如下：`
  const plan = parsePlan(`${head} 一、疏浚河道，清除淤泥。 二、加固堤岸。`)
  expect(plan.document).toMatchObject({
    title: '沙溪县水利局关于做好河道整治的通知',
    number,
    addressees: ['各乡镇人民政府', '县直各单位'],
  })
  expect([...tasks(plan)].map(({ task }) => task.text)).toEqual(['疏浚河道，清除淤泥。', '加固堤岸。'])
})
