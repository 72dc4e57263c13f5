/** Columns that text takes on a terminal. */
import stringWidth from 'string-width'
import { expect, test } from 'vitest'
import { width } from '../../src/write/width.ts'

/** Every character of the basic plane by itself, and before, behind and between others that could join it. */
const CHARACTERS = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code))

test.each([
  ['by itself', (character: string) => character],
  ['among Chinese and Latin', (character: string) => `甲${character}a${character}`],
  ['before a variation selector', (character: string) => `1${character}\ufe0f`],
])('each character %s is as wide as string-width says', (_, textOf) => {
  const wrong = CHARACTERS.map(textOf).filter((text) => width(text) !== stringWidth(text, { ambiguousIsNarrow: false }))
  expect(wrong).toEqual([])
})
