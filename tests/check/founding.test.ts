/** What the rules say of the founding documents: each line of it was looked at by eye, and holds. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { check, readPlan } from '../../src/index.ts'
import { needs, SHARED } from '../needs.ts'

const FOUND: Readonly<Record<string, readonly string[]>> = {
  '000': ['1:1 document-without-issuer', '11:79 annotation-bracket', '11:80 label-differs', '39:69 unit-two-names'],
  '001': ['1:1 document-without-issuer'],
  '002': ['1:1 document-without-issuer', '12:36 stray-blank'],
  '003': [
    '1:1 document-without-issuer',
    '75:4 bracket-unclosed',
    '101:15 stray-blank',
    '103:30 unit-two-names',
    '153:4 bracket-unclosed',
    '165:4 bracket-unclosed',
    '175:4 bracket-unclosed',
  ],
  '004': ['25:47 bracket-width', '25:66 sign-width', '37:9 reference-without-number', '135:109 lead-several'],
}

describe.skipIf(!needs('corpus'))('the founding documents', () => {
  test.each(Object.entries(FOUND))('%s', async (name, found) => {
    const plan = await readPlan(readFileSync(join(SHARED, 'seeds', `${name}.txt`)), { withText: true })
    const said = check(plan).map(({ position, rule }) => {
      const { line, column } = position?.start ?? { line: 1, column: 1 }
      return `${line}:${column} ${rule}`
    })
    expect(said).toEqual(found)
  })
})
