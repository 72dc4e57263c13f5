/**
 * Which paragraphs begin items, and how deep these stand. Each case is drawn as it should be read: two blanks a level;
 * `|` before a paragraph that begins no item; `#`, `##` before a heading that the format marks; `{1.}` for a number that
 * the format made; `-` for an item of its lists without numbers; `>>` for a list in a list.
 */
import { describe, expect, test } from 'vitest'
import { outline } from '../../src/outline/index.ts'
import type { Item, TextBlock } from '../../src/stages.ts'
import { TERMS } from '../../src/terms/additions.ts'
import { View } from '../../src/text/view.ts'

const SIGNS = /^ *(?<plain>\| )?(?<heading>#+ )?(?:\{(?<generated>[^}]+)\} )?(?<list>>+ )?(?<bullet>- )?(?<text>.*)$/

function blockOf(line: string): TextBlock {
  const { heading, generated, list, bullet, text = '' } = SIGNS.exec(line)?.groups ?? {}
  return {
    kind: 'text',
    view: View.of(text, 0, text.length),
    role: null,
    heading: heading === undefined ? null : heading.length - 1,
    generated: generated ?? null,
    indent: 0,
    apart: false,
    list: list === undefined ? 0 : list.length - 1,
    bullet: bullet !== undefined,
  }
}

/** The drawing of what was read; `lines` knows how each paragraph was drawn. */
function drawn(item: Item, lines: ReadonlyMap<unknown, string>): string[] {
  return item.entries.flatMap((entry) => {
    if (entry.kind !== 'item') return [`${'  '.repeat(item.depth)}| ${lines.get(entry)}`]
    return [`${'  '.repeat(entry.depth - 1)}${lines.get(entry.head)}`, ...drawn(entry, lines)]
  })
}

function expectOutline(_name: string, drawing: string): void {
  const wanted = drawing.split('\n').filter((line) => line.trim() !== '')
  const margin = Math.min(...wanted.map((line) => line.search(/\S/)))
  const lines = wanted.map((line) => line.slice(margin))
  const blocks = lines.map(blockOf)
  const known = new Map<unknown, string>(
    blocks.map((block, i) => [block, (lines[i] as string).replace(/^ *(?:\| )?/, '')]),
  )
  expect(drawn(outline(blocks, TERMS), known).join('\n')).toBe(lines.join('\n'))
}

describe('numbers of GB/T 9704', () => {
  test.each([
    [
      'each family one level below the one before',
      `
      一、总体要求
      二、重点任务
        （一）保障供水
          1.改造管网
            （1）摸底
            （2）施工
          2.检测水质
        （二）保障供电
      三、组织保障
        （一）加强领导`,
    ],
    [
      'the order of levels holds, whichever are left out',
      `
      1.改造管网
      2.检测水质
      一、保障供电
        （一）改造线路
          （1）摸底
        （二）更换电表
          1）登记
      二、保障供气`,
    ],
    [
      'an outer family never stands below an inner one',
      `
      （1）摸底
      1.改造
        （1）摸底
      （一）供水
        1.改造
      一、民生
        （一）供电`,
    ],
    [
      'chapters and articles above all',
      `
      第一章 总则
        第一条 为了供水
        第二条 本办法
      第二章 管理
        第三条 管网
          （一）登记`,
    ],
    [
      'two printed forms of one family are one level',
      `
      一、供水
        1.改造
        2、检测
        ⒊公示
      二．供电`,
    ],
  ])('%s', expectOutline)
})

describe('a document that nests against the order', () => {
  test.each([
    [
      '（一） is below 1. where 2. goes on after it',
      `
      1.保障供水
        （一）改造管网
        （二）检测水质
      2.保障供电`,
    ],
    [
      'and so it is below the last one, after which nothing goes on',
      `
      1.保障供水
        （一）改造管网
        （二）检测水质
      2.保障供电
        （一）改造线路
        （二）更换电表`,
    ],
    [
      'whose numbers may go on',
      `
      1.保障供水
        （一）改造管网
      2.保障供电
        （二）改造线路`,
    ],
    [
      'which says nothing of other families',
      `
      1.保障供水
        （一）改造管网
      2.保障供电
      一、组织保障`,
    ],
    [
      'where no 2. comes it stands above',
      `
      1.保障供水
      （一）改造管网
      （二）检测水质`,
    ],
    [
      'so it does where the next 1. begins anew',
      `
      1.摸底
      2.改造
      （一）保障供水
        1.登记
        2.公示`,
    ],
    [
      'and where it is no beginning itself',
      `
      1.保障供水
      （二）检测水质
        2.登记`,
    ],
    [
      'what stands above the two stays above',
      `
      一、民生
        1.保障供水
          （一）改造管网
        2.保障供电
      二、产业`,
    ],
  ])('%s', expectOutline)
})

describe('numbers that are missing, doubled, or go on', () => {
  test.each([
    ['eight ahead', '一、甲\n九、乙'],
    ['nine ahead is none', '一、甲\n  | 十、乙'],
    ['doubled, and two back', '五、甲\n五、乙\n三、丙'],
    ['three back is none', '五、甲\n  | 二、乙'],
    ['one is always a beginning', '五、甲\n一、乙'],
    ['a first number of any height', '三、从第三项讲起\n四、接着讲'],
    [
      'over the ends of sections',
      `
      一、供水
        1.甲
        2.乙
      二、供电
        3.丙
        4.丁`,
    ],
    [
      'too far ahead over the end of a section',
      `
      一、供水
        1.甲
        2.乙
      二、供电
        | 12.丙`,
    ],
  ])('%s', expectOutline)
})

describe('numbers that may be words need the one before, or the next', () => {
  test.each([
    ['a blank in place of 、', '一 供水保障\n二 供电保障\n  | 四 季度检查'],
    ['one alone', '| 一 供水保障\n| 三 供电保障'],
    ['no first', '| 二 供水保障\n| 三 供电保障'],
    ['in the wrong order', '| 三 供水保障\n| 二 供电保障'],
    [
      'a blank in place of the full stop, beginning anew',
      `
      一、供水
        1 摸底登记
        2 施工改造
      二、供电
        1 摸底登记
        2 施工改造`,
    ],
    [
      'going on over the end of a section',
      `
      一、供水
        1 摸底登记
        2 施工改造
      二、供电
        3 更换电表`,
    ],
    [
      'beginning anew within the level is none',
      `
      一、供水
        1 摸底登记
        2 施工改造
          | 1 户居民
          | 2 户商家`,
    ],
    [
      'beginning anew without a second is none',
      `
      一、供水
        1 摸底登记
        2 施工改造
      二、供电
        | 1 户居民
        | 没有第二户`,
    ],
    ['a sum of money', '1.筹措资金\n  | 2.5亿元已到位\n2.拨付资金'],
    ['a day', '1.筹措资金\n2.3月底前拨付'],
    ['an enumeration', '一、供水\n  | 三、四级响应由县里启动\n二、供电'],
  ])('%s', expectOutline)
})

describe('decimal numbers', () => {
  test.each([
    [
      'below the numbers that they repeat',
      `
      1 总则
        1.1 目的
        1.2 依据
          1.2.1 法律
          1.2.2 规章
        1.3 原则
      2 组织
        2.1 机构
        2.2 职责`,
    ],
    [
      'also where those are printed another way',
      `
      一、总则
        1.1 目的
        1.2 依据
      二、组织
        2.1 机构`,
    ],
    ['below none', '1.1、目的\n1.2、依据'],
    [
      'with a dash as well',
      `
      一、供水
        1-1 改造管网
        1-2、检测水质
      二、供电
        2—1 改造线路
        2—2 巡查线路`,
    ],
    ['with a dash, where months are none', '一、供水\n  | 5-9月改造管网\n  | 1-3月检测水质'],
    ['below any that is open', '一、总则\n  （二）范围\n    2.1 适用'],
    ['below none of its number, and alone', '一、总则\n  | 3.1 目的'],
    ['below none of its number, but with a next', '一、总则\n  3.1 目的\n  3.2 依据'],
    [
      'two may be missing, one doubled, none comes back',
      `
      1 总则
        1.1 目的
        1.4 依据
        1.4 依据又一条
          | 1.3 原则
      2 组织`,
    ],
    ['three are too many', '1 总则\n  1.1 目的\n    | 1.5 依据\n2 组织'],
    ['nought is a version', '一、总则\n  | 1.0 新编'],
    ['it never begins with the second', '一、总则\n  | 1.2 依据'],
  ])('%s', expectOutline)
})

describe('families without a place in the order', () => {
  test.each([
    [
      'stand where they are first met',
      `
      一、供水
        任务一：改造管网
          措施一：摸底
          措施二：施工
        任务二：检测水质
          措施一：取样
      二、供电
        任务三：改造线路`,
    ],
    [
      'and may be outermost',
      `
      第一阶段：动员
        一、开会
        二、发文
      第二阶段：实施`,
    ],
    ['even of parts', '第一阶段：动员\n  第一部分 摸底'],
    [
      'bullets have no numbers to fit',
      `
      一、供水
        ●改造管网
        ●检测水质
      二、供电
        ●改造线路`,
    ],
  ])('%s', expectOutline)
})

describe('headings without a number, under which the numbers begin anew', () => {
  test.each([
    [
      'at the top',
      `
      教学常规
        1、备课
        2、上课
      队伍建设
        1、培训
        2、考核`,
    ],
    [
      'below a number',
      `
      一、学校
        教学常规
          1、备课
          2、上课
        队伍建设
          1、培训
          2、考核
      二、幼儿园`,
    ],
    [
      'after numbers of the same family',
      `
      一、学校
        1、摸底
        教学常规
          1、备课
          2、上课
        队伍建设
          1、培训`,
    ],
  ])('%s', expectOutline)
})

describe('headings that the format marks', () => {
  test.each([
    [
      'as deep as it says',
      `
      # 供水
        ## 管网
          ### 旧管网
        ## 水质
      # 供电
        ## 线路`,
    ],
    ['depths may be left out', '# 供水\n  ### 管网\n# 供电'],
    ['the first need not be the outermost', '## 供水\n  ### 管网\n# 供电'],
    [
      'numbers stand below them',
      `
      # 供水
        1.改造管网
        2.检测水质
      # 供电
        1.改造线路`,
    ],
    [
      'numbers of the kind that they have themselves',
      `
      # 1. 供水
        1. 改造管网
        2. 检测水质
      # 2. 供电
        1. 改造线路
      # 3. 供气
      # 4. 供热
        1. 改造锅炉
        2. 检测烟尘`,
    ],
    [
      'numbers that go on where but the first is marked',
      `
      # 1. 改造管网
      2. 检测水质
      3. 公示水质`,
    ],
    [
      'with and without numbers',
      `
      # 一、供水
        ## （一）管网
        ## 水质
      # 二、供电`,
    ],
    [
      'items of a list right below them',
      `
      # 供水
        - 改造管网
        - 检测水质
      # 供电
        - 改造线路`,
    ],
    [
      'also after numbers',
      `
      # 供水
        ## 管网
          1.改造管网
          - 检测水质
          - 公示水质
      # 供电`,
    ],
    ['and without any heading', '1.改造管网\n- 检测水质\n- 公示水质'],
    ['after which numbers go on', '1.改造管网\n- 检测水质\n2.公示水质'],
    [
      'a heading ends the numbers before it',
      `
      # 供水
        1.改造管网
        ## 水质
      # 供电`,
    ],
  ])('%s', expectOutline)
})

describe('numbers that the format made', () => {
  test.each([
    [
      'need fit no sequence',
      `
      {二、} 供水
        {5.} 改造管网
        {2.} 检测水质
      {一、} 供电`,
    ],
    [
      'count for themselves in a list in a list',
      `
      {1.} > 改造管网
        {1.} >> 摸底
        {2.} >> 施工
      {2.} > 检测水质`,
    ],
    [
      'a list in a list in a list',
      `
      1.改造管网
        >> （1）摸底
          >>> 1.登记
          >>> 2.核对
        >> （2）施工
      2.检测水质`,
    ],
    ['a list as such changes nothing', '> 1.改造管网\n> 2.检测水质\n一、供电'],
  ])('%s', expectOutline)
})

describe('headings without a number', () => {
  test.each([
    [
      'what is asked of all at the end stands below none',
      `
      一、供水
        1.改造管网
        2.检测水质
      有关要求：
        1.压实责任
        2.报送总结`,
    ],
    [
      'nor does it where its numbers are those above',
      `
      一、供水
      二、供电
      有关要求
        一、压实责任
        二、报送总结`,
    ],
    ['but without numbers of its own it is words', '一、供水\n  | 有关要求：\n  | 压实责任。'],
    [
      'in lenticular brackets, the last without a number too',
      `
      【供水】
        1.改造管网
        2.检测水质
      【供电】
        1.改造线路
        2.更换电表
      【工作要求】
        | 压实责任。`,
    ],
    [
      'in lenticular brackets, words of labels too',
      `
      【重点工作】
        一、供水
        二、供电
      【保障措施】
        一、加强领导
        二、强化督查`,
    ],
    [
      'in lenticular brackets, a body that heads its own items',
      `
      【县供水公司】
        1.改造管网
        2.检测水质
      【县供电公司】
        1.改造线路`,
    ],
    [
      'but bodies below items, whose numbers go on, are responsible for these',
      `
      （一）供水
        | 【县供水公司、县水利局】
      （二）供电
        | 【县供电公司】
      （三）供气
        | 【县住建局】`,
    ],
    [
      'and so are they behind a label, few as they may be',
      `
      （一）供水
        | 【责任单位：县供水公司】
      （二）供电
        | 【责任单位：县供电公司】`,
    ],
    [
      'which are labels where they come again',
      `
      一、供水
        | 【工作措施】
        | 改造管网
      二、供电
        | 【工作措施】
        | 改造线路`,
    ],
    [
      'numbered or not',
      `
      一、供水
        | 【工作措施】
        1.改造管网
        2.检测水质
      二、供电
        | 【工作措施】
        1.改造线路
        2.更换电表`,
    ],
  ])('%s', expectOutline)
})

describe('above a （一） that has no first level above it', () => {
  test.each([
    [
      'a line stands as its heading, and further ones, though the numbers count on',
      `
      | 为做好今年工作，制定本方案。
      守住粮食生产底线
        （一）稳定面积。抓好春播。
        （二）提高单产。推广良种。
      改善农村居住条件
        （三）建好道路。改造危桥。`,
    ],
    [
      'but a sentence does not',
      `
      | 为做好今年工作，制定本方案。
      | 重点抓好以下几项工作：
      （一）稳定面积。抓好春播。
      （二）提高单产。推广良种。`,
    ],
    [
      'nor a line below one that has not ended',
      `
      | 工作方案
      | 守住粮食生产底线
      （一）稳定面积。抓好春播。
      （二）提高单产。推广良种。`,
    ],
    [
      'nor any where the first level is numbered',
      `
      | 为做好今年工作，制定本方案。
      | 守住粮食生产底线
      （一）稳定面积。抓好春播。
      （二）提高单产。推广良种。
      二、农村建设
        （一）建好道路。改造危桥。`,
    ],
  ])('%s', expectOutline)
})

describe('what follows a label is no item', () => {
  test.each([
    [
      'until the number goes on that stands above it',
      `
      一、供水
        | 落实情况：
        | 1.管网已改造
        | 2.水质已检测
      二、供电
        1.改造线路`,
    ],
    [
      'but measures are, each of which is put down to somebody',
      `
      一、供水
        | 主要措施：
        1.改造管网。（县水利局）
        2.检测水质。（县疾控中心）
          | 责任领导：王平`,
    ],
    [
      'nor do words without a number',
      `
      一、供水
        | 落实情况：
        | 管网已全部改造
        | 1.水质已检测
      二、供电`,
    ],
    [
      'which the same number again does not',
      `
      1.供水
        | 落实情况：
        | 1.管网已改造
      2.供电`,
    ],
    [
      'nor one that may be a word',
      `
      一、供水
        | 落实情况：
        | 二 户商家已接水
        | 1.管网已改造
      二、供电`,
    ],
    [
      'nor a bullet',
      `
      一、民生
        ●供水
          | 落实情况：
          | ●管网已改造
      二、产业`,
    ],
  ])('%s', expectOutline)
})

describe('chapters whose number stands right before the words', () => {
  test.each([
    [
      'where decimals count below them',
      `
      1总则
        1.1编制目的
        1.2适用范围
      2组织体系
        2.1指挥机构
          2.1.1水利站：负责巡堤。
      3附则
        3.1本预案自印发之日起施行。`,
    ],
    ['but not where none do', '一、供水\n  | 3项指标\n二、供电'],
  ])('%s', expectOutline)
})

describe('boxes in the text of a plan', () => {
  test.each([
    [
      'stand beside the items, which go on after them',
      `
      第一节 供水
        一、改造管网
        二、检测水质
        专栏1 供水工程
          1.水厂
          2.泵站
        三、开展节水
      第二节 供电
        一、改造线路
        专栏2 供电工程
          1.变电站`,
    ],
    [
      'below a section that has no items',
      `
      第一节 供水
        专栏1：供水工程
          1.水厂
          2.泵站
      第二节 供电`,
    ],
    [
      'one after another',
      `
      一、供水
        （一）改造管网
        专栏1 供水工程
          1.水厂
        专栏2 节水工程
          1.水表
        （二）检测水质
      二、供电`,
    ],
  ])('%s', expectOutline)
})

describe('letters in brackets', () => {
  test.each([
    [
      'stand below decimals',
      `
      1 安全目标
        1.1 健全责任
          （a）修订制度
          （b）逐级签订
        1.2 开展培训
          （a）新员工培训
      2 保障措施`,
    ],
    ['and are words where they grade', '一、供水\n  | （A类）水厂\n二、供电'],
  ])('%s', expectOutline)
})

describe('what a meeting says heads nothing', () => {
  test.each([
    [
      'though the numbers begin anew below it',
      `
      一、供水
        | 会议议定：
        （一）改造管网
        （二）检测水质
      二、供电
        | 会议议定：
        （一）改造线路`,
    ],
  ])('%s', expectOutline)
})
