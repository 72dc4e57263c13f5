/**
 * Plans that a generator made, which knows their tasks, in small runs with fixed seeds; `npm run fuzz` runs the same for
 * as long as one likes.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePlan } from '../../src/index.ts'
import { faultsOf, KINDS } from '../fuzz/cases.ts'
import { type Model, model } from '../fuzz/model.ts'
import { readingOf, squashed } from '../fuzz/oracle.ts'
import { print } from '../fuzz/print.ts'

const SEED = 20230601
const PROMISES = {
  plan: 'a generated plan gives the tasks that it was made of, and keeps the promises',
  file: 'so does one as a Word document or a web page',
  same: 'line ends, a byte order mark, widths, and blanks about it and its lines change no task',
  written: 'its list, written as text or Markdown and read again, gives the same tasks',
  text: 'any text, and a plan whose lines were mixed, keeps the promises',
  bytes: 'a damaged file of any format is read, or refused by name',
}

describe.each(KINDS)('$kind', ({ kind, cases }) => {
  test(PROMISES[kind], async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (each) => {
        expect(await faultsOf(each)).toEqual([])
      }),
      { numRuns: 60, seed: SEED },
    )
  })
})

/** What a reader finds, but for the numbers and the headings that hold them. */
function worksOf(each: Model) {
  const { text, format } = print(each)
  return squashed(readingOf(parsePlan(text, { format })).tasks.map(({ sections: _s, marker: _m, ...task }) => task))
}

describe('the same plan set otherwise gives the same tasks', () => {
  const changes: Record<string, (each: Model) => Model> = {
    renumbered: (each) => ({ ...each, look: { ...each.look, levels: ['一、', '1.', '（1）', '①', '1）'] } }),
    'in other brackets': (each) => ({ ...each, manner: { ...each.manner, bracket: '【】' } }),
    'with other labels': (each) => ({ ...each, manner: { ...each.manner, labels: (each.manner.labels + 1) % 3 } }),
    wrapped: (each) => ({ ...each, look: { ...each.look, indent: true, wrap: 64 } }),
    'with blank lines': (each) => ({ ...each, look: { ...each.look, blankLines: true } }),
    'with page numbers': (each) => ({ ...each, look: { ...each.look, pageNumbers: true } }),
    'as Markdown': (each) => ({ ...each, look: { ...each.look, markdown: true } }),
  }
  test.each(Object.entries(changes))('%s', (_, change) => {
    const plain = model.map((each): Model => {
      const look = { ...each.look, markdown: false, wrap: null, blankLines: false, pageNumbers: false }
      return { ...each, look }
    })
    fc.assert(
      fc.property(plain, (each) => {
        expect(worksOf(change(each))).toEqual(worksOf(each))
      }),
      { numRuns: 30, seed: SEED },
    )
  })
})
