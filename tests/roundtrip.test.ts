/**
 * A list that planparse printed, as text or as Markdown, gives the same tasks when it is read again, and the same list
 * when that is printed again; whatever its words look like.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDeadline, verifyPlan } from '../src/index.ts'
import { readPlan } from '../src/parse.ts'
import { Plan, type Section, type Task } from '../src/plan.ts'
import { tasks } from '../src/tasks.ts'
import { type Format, writePlan } from '../src/write/index.ts'
import { AT, date, plan, section, task, unit } from './plans.ts'
import { factsOf, frameOf } from './same-tasks.ts'

const FIXTURES = join(import.meta.dirname, '../fixtures')
const FORMATS = ['text', 'markdown'] as const satisfies readonly Format[]
const bytes = (text: string) => new TextEncoder().encode(text)

/** Writes a plan, reads it, and holds that writing it again gives the same. */
async function reread(made: Plan, format: Format, lang: 'zh' | 'en' = 'zh'): Promise<Plan> {
  const printed = String(await writePlan(made, format, { lang }))
  const read = await readPlan(bytes(printed))
  expect(read.source.format).toBe(format)
  expect(Plan.parse(read)).toEqual(read)
  expect(verifyPlan(printed, read)).toEqual([])
  expect(await writePlan(read, format, { lang })).toBe(printed)
  return read
}

const inputs = readdirSync(FIXTURES).flatMap((name) =>
  readdirSync(join(FIXTURES, name))
    .filter((file) => file.startsWith('input.'))
    .map((file) => `${name}/${file}`),
)

describe.each(FORMATS)('%s', (format) => {
  test.each(inputs)('%s comes back', async (name) => {
    const path = join(FIXTURES, name)
    const made = await readPlan(readFileSync(path), { path })
    for (const lang of ['zh', 'en'] as const) {
      const read = await reread(made, format, lang)
      expect(factsOf(read)).toEqual(factsOf(made))
      expect(frameOf(read)).toEqual(frameOf(made))
      expect(Array.from(tasks(read), (each) => [each.task.id, each.task.title])).toEqual(
        Array.from(tasks(made), (each) => [each.task.id, each.task.title]),
      )
    }
  })

  test('so does any outline of tasks', async () => {
    await fc.assert(
      fc.asyncProperty(plans, async (made) => {
        const read = await reread(made, format)
        expect(factsOf(read).map(withoutTold)).toEqual(factsOf(made).map(withoutTold))
        expect(frameOf(read)).toEqual(frameOf(made))
      }),
      { numRuns: 60 },
    )
  })

  test.each(WORDS)('words stay words: %j', async (words) => {
    const lines = words.split('\n')
    const made = plan([
      section([task({ text: words, status: words, units: [unit('甲局')] }), task({ marker: '', text: words })], {
        marker: '',
        title: lines.join(' '),
      }),
      task({ marker: '二、', text: `开展检查\n${words}` }),
      task({ marker: '', text: '留存备查。', extra: [{ label: '备注', value: lines.join(' '), position: AT }] }),
    ])
    expect(factsOf(await reread(made, format)).map(withoutTold)).toEqual(factsOf(made).map(withoutTold))
  })

  test.each(NAMES)('a name stays one name: %s', async (name) => {
    const units = [unit(name, 'lead'), unit('乙局', 'lead'), unit(name), unit(name, 'support')]
    const read = await reread(plan([task({ units })]), format)
    const found = [...tasks(read)].flatMap((each) => each.task.units)
    expect(found.map((each) => [each.role, each.name])).toEqual(units.map((each) => [each.role, each.name]))
  })

  test('what a heading says is said there once, where it holds for all below it', async () => {
    const made = await readPlan(
      bytes(
        '乙县2024年工作要点\n一、强化保障（责任单位：办公室；完成时限：6月底）\n（一）压实责任。\n（二）加强督查。\n',
      ),
    )
    expect((await writePlan(made, format)).split('办公室')).toHaveLength(2)
    const inherited = [...tasks(await reread(made, format))].map((each) => each.task.units[0]?.source)
    expect(inherited).toEqual(['heading', 'heading'])
  })

  test('and is said of each task where it does not hold for all', async () => {
    const made = plan([
      section([task({ units: [unit('甲局')] }), task({ id: '1.2', marker: '（二）' })], { units: [unit('甲局')] }),
    ])
    expect(factsOf(await reread(made, format))).toEqual(factsOf(made))
  })

  test('names of the running text are not said twice, unless their order asks for it', async () => {
    const text = '由财政局牵头，民政局配合，做好资金保障。'
    const told = [
      { ...unit('财政局', 'lead'), source: 'text' as const },
      { ...unit('民政局', 'support'), source: 'text' as const },
    ]
    const after = plan([task({ text, units: [...told, unit('乡镇', 'support')] })])
    expect(await writePlan(after, format)).toContain('〔配合单位：乡镇〕')
    const before = plan([task({ text, units: [unit('乡镇', 'support'), ...told] })])
    for (const made of [after, before]) expect(factsOf(await reread(made, format))).toEqual(factsOf(made))
  })

  test('a year that only --year said is said in the note', async () => {
    const made = await readPlan(bytes('工作要点\n一、开展检查，9月底前完成。（责任单位：甲局；完成时限：6月底前）\n'), {
      year: 2031,
    })
    const read = await reread(made, format)
    expect(factsOf(read)).toEqual(factsOf(made))
    expect(frameOf(read)).toEqual({ ...frameOf(made), year: 2031 })
  })

  test('a year that another deadline said is said again', async () => {
    const deadlines = [
      date('2024-06-30', { raw: '2024年6月底', inferredYear: false }),
      date('2025-09-30', { raw: '9月底', inferredYear: false }),
    ]
    const [read] = factsOf(await reread(plan([task({ deadlines })]), format))
    expect(read?.stated).toMatchObject([{ due: '2024-06-30' }, { due: '2025-09-30', precision: 'month' }])
  })

  test('several lists one after the other are no list', async () => {
    const printed = await writePlan(plan([task()]), format)
    const read = await readPlan(bytes(`${printed}\n${printed}`))
    expect(read.messages.map(({ code }) => code)).not.toContain('text-unread')
    expect(read.document.title).toBe('云江县2023年政务公开工作要点')
  })
})

test('the lists that the documentation shows are such lists', async () => {
  const page = readFileSync(join(import.meta.dirname, '../docs/roundtrip.md'), 'utf8')
  const shown = Array.from(page.matchAll(/```(text|markdown)\n([\s\S]*?)```/g))
  expect(shown.map(([, format]) => format)).toEqual(FORMATS)
  for (const [, format, list = ''] of shown) {
    expect(await writePlan(await readPlan(bytes(list)), format as Format)).toBe(list)
  }
})

/** What the running text says, the test's plans do not know. */
function withoutTold({ told: _told, ...facts }: ReturnType<typeof factsOf>[number]) {
  return facts
}

/** Words that look like something else. */
const WORDS = [
  '一、总体要求',
  '（一）完善机制',
  '1.建立台账',
  '1.5亿元资金到位',
  '2 总则',
  '①先行试点',
  '第一章 总则',
  '任务一：推进改革',
  '★重点任务',
  '—',
  '———',
  '-\t推进',
  '指导思想',
  '附件：1.任务清单',
  '责任单位：甲局',
  '责任单位：甲局；完成时限：6月底。',
  '进展情况：已完成。',
  '〔责任单位：甲局〕',
  '推进改革。〔责任单位：甲局；完成时限：6月底前〕',
  '推进改革〔完成时限：“6月”〕',
  '推进改革〔责任单位:甲局,乙局〕',
  '（甲局、乙局负责，6月底前完成）',
  '参照国发〔2023〕5号',
  '说明〔〕',
  '序号\t重点任务\t责任单位',
  '| 序号 | 任务 | 责任单位 |',
  '首页 > 政务公开',
  '— 3 —',
  '上一篇：没有了',
  '2024年3月1日',
  '平川县水务局',
  '关于印发《计划》的通知',
  '建立台账；\n（一）逐项销号；\n责任单位：甲局',
  '建立台账\n1.摸底\n2.整改\n〔责任单位：乙局〕',
  '# 标题',
  '- [x] 列表',
  '1. 列表',
  '> 引用',
  '```js',
  '---',
  '***',
  '[x](javascript:alert(1))',
  '![x](http://a/b.png)',
  '<script>alert(1)</script>',
  '<!-- a',
  '&lt;&#35;',
  '**强调**_a_~~b~~`c`',
  '**',
  '\\*a\\',
  'https://example.org/a_b',
  '邮箱：a@example.org。报市局。',
  '[^1]: a',
  '$a$',
]

const NAMES = [
  '甲局',
  '各县（市、区）人民政府',
  '发展和改革局',
  '甲局等',
  '甲局（基教科、体卫科',
  '甲局）',
  '甲、乙两局',
  '甲局；乙局',
  '“互联网+”办公室',
  '“甲局”',
  '甲局〔驻乙〕',
  '牵头单位',
  '6月底前',
  'a|b*c*<d>',
  '；完成时限：6月',
]

const PHRASES = [
  '6月底前',
  '2023年9月30日前',
  '每季度',
  '每月25日前',
  '持续推进',
  '印发后30日内',
  '5月至10月',
  '6月底前印发，12月底前完成',
  '2024年底前完成120座，次年3月验收',
  '春节前',
  '“十四五”末',
  '年底前；长期坚持',
]
const MARKERS = [
  '',
  '一、',
  '（一）',
  '1.',
  '1',
  '12',
  '（1）',
  '①',
  '第三条',
  '任务二：',
  '★',
  '3.1',
  'A-1',
  '序号4',
  '·',
]
const LINES = [
  '推进政务公开。定期更新目录，逐项核对。',
  '完善机制',
  '做好“一网通办”；',
  '2.建立台账。',
  '整改目标：完成整改。',
  '资金于6月底前到位。',
  ...WORDS.filter((words) => !words.includes('\n')),
]
const text = fc.array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'))

const units = fc.uniqueArray(
  fc.record({
    name: fc.constantFrom(...NAMES),
    role: fc.constantFrom('lead', 'responsible', 'support', 'supervisor'),
  }),
  { maxLength: 4, selector: ({ name, role }) => name + role },
)

const aTask: fc.Arbitrary<Task> = fc
  .record({
    marker: fc.constantFrom(...MARKERS),
    text,
    named: units,
    phrase: fc.option(fc.constantFrom(...PHRASES)),
    status: fc.option(text),
    extra: fc.array(
      fc.record({
        label: fc.constantFrom('备注', '资金（万元）'),
        value: fc.constantFrom(...LINES),
        position: fc.constant(AT),
      }),
      { maxLength: 2 },
    ),
  })
  .map(({ named, phrase, ...rest }) =>
    task({
      ...rest,
      units: named.map(({ name, role }) => ({ ...unit(name, role as never), kind: kindOf(name) })),
      deadlines: readDeadline(phrase ?? '', { year: 2023 }).map((deadline) => ({
        ...deadline,
        source: 'annotation',
        position: AT,
      })) as Task['deadlines'],
    }),
  )

/** What the reader will say of it: groups are told by their names alone. */
function kindOf(name: string) {
  return name.startsWith('各') ? 'group' : 'unit'
}

const { nodes } = fc.letrec<{ nodes: (Section | Task)[]; section: Section; task: Task }>((tie) => ({
  task: aTask,
  section: fc
    .record({ marker: fc.constantFrom(...MARKERS), title: fc.constantFrom('', ...LINES), children: tie('nodes') })
    .map(({ children, ...rest }) => section(children, rest)),
  nodes: fc.array(fc.oneof({ depthSize: 'small', maxDepth: 4 }, tie('task'), tie('section')), {
    minLength: 1,
    maxLength: 4,
  }) as never,
}))

const plans: fc.Arbitrary<Plan> = fc
  .record({
    children: nodes,
    title: fc.option(fc.constantFrom('云江县2023年政务公开工作要点', '工作安排', '一、要点', '2023年3月1日')),
    number: fc.option(fc.constantFrom('云政办〔2023〕8号')),
    issuer: fc.option(fc.constantFrom('云江县人民政府办公室')),
    issuedOn: fc.option(fc.constantFrom('2023-03-01')),
  })
  .map(({ children, ...frame }) => {
    const made = plan(children)
    return { ...made, document: { ...made.document, ...frame } }
  })
