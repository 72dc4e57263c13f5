/** Every rule by its own examples: the bad ones give exactly what is marked in them, the good ones nothing. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { check, RULES } from '../../src/check/index.ts'
import type { Rule } from '../../src/check/rule.ts'
import { PlanparseError, parsePlan, readPlan } from '../../src/index.ts'
import { MESSAGES } from '../../src/message.ts'
import { Finding, type Plan } from '../../src/plan.ts'
import { LineIndex } from '../../src/position.ts'
import { marked } from './examples.ts'

const rules: readonly Rule[] = RULES
const bad = rules.flatMap((rule) => rule.examples.bad.map((example) => ({ rule, id: rule.id, example })))
const good = rules.flatMap((rule) => rule.examples.good.map((example) => ({ rule, id: rule.id, example })))
const findingsIn = (text: string) => check(parsePlan(text, { withText: true }))

/** Lines as plan documents have them, well formed and not. */
const planLike = fc
  .array(
    fc.constantFrom(
      '云江县2023年工作要点',
      '一、加强（组织领导',
      '三、深化公开）',
      '（一）开展 检查，及时通报,按月报送。（责任单位：县教育局牵头，教育局配合；完成时限：6月底前）',
      '(二)落实《关于加强公开的通知》（云府办〔2022〕3号）和《关于便民的意见》。〔责任部门：有关部门〕',
      '1.推进《公开办法的要求。',
      '1、2023年3月底前完成。【责任处室：人教处，时限要求：每月]',
      '1.1 编制目录',
      '责任单位：人事教育处',
      '| 序号 | 任务 | 责任单位 | 完成时限 |',
      '| 1 | 建章立制 | 办公室 | 2月底 |',
      '第一阶段：动员（5月—6月）',
      '第二阶段：实施（3月—4月）',
      '云江县水务局',
      '2023年5月1日',
      '附件1',
      '',
    ),
    { maxLength: 40, size: 'max' },
  )
  .map((lines) => lines.join('\n'))

describe('rules', () => {
  test.each(bad)('$id finds what is marked in $example, and no other rule anything', ({ rule, id, example }) => {
    const { text, places } = marked(example, rule.examples)
    const others = rule.examples.also
    const found = findingsIn(text)
      .filter((finding) => finding.rule !== others)
      .map((finding) => ({
        rule: finding.rule,
        severity: finding.severity,
        at: finding.position && { start: finding.position.start.offset, end: finding.position.end.offset },
      }))
    expect(found).toEqual(places.map((at) => ({ rule: id, severity: rule.severity, at })))
  })

  test.each(good)('nothing is found in $example ($id)', ({ rule, example }) => {
    expect(findingsIn(marked(example, rule.examples).text)).toEqual([])
  })

  test('every rule shows what it finds, but for those of bytes and packages that no text shows', () => {
    const untold = rules.filter(({ examples }) => examples.bad.length === 0).map(({ id }) => id)
    expect(untold).toEqual(['text-unread', 'bytes-broken', 'markdown-too-deep'])
  })

  test.each(bad)('$id says in Chinese and in English what is wrong in $example', ({ id, example, rule }) => {
    const plan = parsePlan(marked(example, rule.examples).text, { withText: true })
    const reasonsIn = (lang: 'zh' | 'en') =>
      check(plan, { lang }).flatMap((finding) => (finding.rule === id ? finding.reason : []))
    for (const reason of reasonsIn('zh')) expect(reason).toMatch(/\p{Script=Han}{2}/u)
    // Words of the document stand in quotes.
    for (const reason of reasonsIn('en'))
      expect(reason.replace(/"[^"]*"|《[^》]*》/gu, '')).toMatch(/^[^\p{Script=Han}]*[a-z]{3}[^\p{Script=Han}]*$/u)
    expect(reasonsIn('en')).toHaveLength(reasonsIn('zh').length)
  })

  test('what a rule cannot but find as well is found', () => {
    for (const { rule, example } of bad)
      if (rule.examples.also)
        expect(findingsIn(marked(example, rule.examples).text).map((each) => each.rule)).toContain(rule.examples.also)
  })

  test('ids are unique, and every rule has words in both languages and examples', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
    for (const { id, title, help, examples } of rules) {
      expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
      expect(title.en + help.en).not.toMatch(/^\s|\s$/)
      expect(title.zh + help.zh).toMatch(/\p{Script=Han}/u)
      expect(examples.good).not.toEqual([])
    }
  })

  test('what can be mended is marked so', () => {
    const mended = bad.filter(({ rule, id, example }) => {
      const findings = findingsIn(marked(example, rule.examples).text)
      return findings.some((finding) => finding.rule === id && finding.fix !== null)
    })
    const fixable = rules.filter((rule) => rule.fixable).map(({ id }) => id)
    expect([...new Set(mended.map(({ id }) => id))]).toEqual(fixable)
  })

  test('each message of the parser is said by one rule', () => {
    const said = rules.flatMap(({ message }) => message ?? [])
    const ofReading = Object.keys(MESSAGES).filter((code) => !/^(?:cell|ledger|correction)-/.test(code))
    expect([...said].sort()).toEqual(ofReading.sort())
  })
})

describe('what the examples cannot show', () => {
  const rulesIn = (plan: Plan) => check(plan).map(({ rule }) => rule)

  test('bytes that do not decode', async () => {
    const bytes = Buffer.concat([Buffer.from('一、加强培训。\n'), Buffer.from([0xff])])
    expect(rulesIn(await readPlan(bytes, { withText: true, encoding: 'utf-8' }))).toContain('bytes-broken')
  })

  test('Markdown nested too deeply', () => {
    const text = `${'> '.repeat(2000)}一、加强培训。`
    expect(rulesIn(parsePlan(text, { withText: true, format: 'markdown' }))).toContain('markdown-too-deep')
  })

  test('text that belongs to no item, if it is words', () => {
    const unread = (words: string): Plan => {
      const plan = parsePlan(`云江县2023年计划\n${words}\n`, { withText: true })
      const start = (plan.document.text as string).indexOf(words)
      const position = new LineIndex(plan.document.text as string).position(start, start + words.length)
      return { ...plan, messages: [{ code: 'text-unread', severity: 'warning', reason: '', position }] }
    }
    expect(rulesIn(unread('游离的文字'))).toContain('text-unread')
    expect(rulesIn(unread('┌──┬──┐'))).not.toContain('text-unread')
  })
})

describe('options', () => {
  const plan = parsePlan('一、加强培训（含新任干部。\n', { withText: true })

  test('severities are data: a rule can be off or have another', () => {
    const rules = { 'bracket-unclosed': 'info', 'document-without-title': 'off' } as const
    const found = check(plan, { rules }).map(({ rule, severity }) => [rule, severity])
    expect(found).toContainEqual(['bracket-unclosed', 'info'])
    expect(found.map(([rule]) => rule)).not.toContain('document-without-title')
    expect(check(plan, { rules: Object.fromEntries(RULES.map(({ id }) => [id, 'off'])) })).toEqual([])
  })

  test('sentences in English', () => {
    const reasons = check(plan, { lang: 'en' }).map(({ reason }) => reason)
    expect(reasons).toContain('the bracket of "（含新任干部" is not closed')
  })

  test('a plan without its text cannot be checked', () => {
    expect(() => check(parsePlan('一、加强培训。'))).toThrow(PlanparseError)
  })
})

test('of any text the findings are what the schema says, within the text, and the same each time', () => {
  const property = fc.property(fc.oneof(planLike, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
    const findings = findingsIn(text)
    expect(findings).toEqual(findingsIn(text))
    for (const finding of findings) {
      Finding.parse(finding)
      const { start, end } = finding.position ?? { start: { offset: 0 }, end: { offset: 0 } }
      expect([start.offset <= end.offset, end.offset <= text.length]).toEqual([true, true])
    }
  })
  fc.assert(property, { numRuns: 300 })
})
