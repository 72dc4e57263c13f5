import { describe, expect, it } from 'vitest'
import { NUMBER_HEADS, WORD_HEADS } from '../../src/deadline/heads.ts'
import { readDeadlines } from '../../src/deadline/index.ts'
import { RULES } from '../../src/deadline/rules.ts'
import { short } from './short.ts'

const context = { year: 2023, issuedOn: '2023-05-30' }

/** What was read, and by which rule. */
function read(phrase: string) {
  return readDeadlines(phrase, context).map((reading) => ({ rule: reading.rule, value: short(reading.value) }))
}

describe('every rule', () => {
  it('has an id of its own and heads that exist', () => {
    expect(new Set(RULES.map((rule) => rule.id)).size).toBe(RULES.length)
    for (const { heads } of RULES)
      for (const head of heads) expect({ ...NUMBER_HEADS, ...WORD_HEADS }).toHaveProperty(head)
  })

  for (const rule of RULES) {
    it(`${rule.id}: reads its examples, before any other rule`, () => {
      expect(Object.keys(rule.examples)).not.toHaveLength(0)
      for (const [phrase, value] of Object.entries(rule.examples)) {
        const readings = read(phrase)
        const values = readings.map((reading) => reading.value).join(' | ')
        expect([phrase, readings[0]?.rule, values]).toEqual([phrase, rule.id, value])
      }
    })

    it(`${rule.id}: leaves its counter-examples`, () => {
      expect(rule.rejects).not.toHaveLength(0)
      for (const phrase of rule.rejects) {
        expect([phrase, read(phrase).map((reading) => reading.rule)]).not.toEqual([phrase, [rule.id]])
      }
    })
  }
})
