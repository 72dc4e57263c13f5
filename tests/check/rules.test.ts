/** Every rule by its own examples: the bad ones give exactly what is marked in them, the good ones nothing. */
import { describe, expect, test } from 'vitest'
import { check, RULES } from '../../src/check/index.ts'
import type { Rule } from '../../src/check/rule.ts'
import { parsePlan } from '../../src/index.ts'
import { MESSAGES } from '../../src/message.ts'
import { marked } from './examples.ts'

const rules: readonly Rule[] = RULES
const bad = rules.flatMap((rule) => rule.examples.bad.map((example) => ({ rule, id: rule.id, example })))
const good = rules.flatMap((rule) => rule.examples.good.map((example) => ({ rule, id: rule.id, example })))
const findingsIn = (text: string) => check(parsePlan(text, { withText: true }))

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
    for (const { rule, id, example } of bad) {
      const finding = findingsIn(marked(example, rule.examples).text).find((each) => each.rule === id)
      expect([id, finding?.fix !== null]).toEqual([id, rule.fixable === true])
    }
  })

  test('each message of the parser is said by one rule', () => {
    const said = rules.flatMap(({ message }) => message ?? [])
    expect([...said].sort()).toEqual(Object.keys(MESSAGES).sort())
  })
})
