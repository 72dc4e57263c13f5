/** What the review page is given: every character of the text once, and what it is. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Plan, parsePlan, readPlan } from '../../src/index.ts'
import { type PageDocument, type PagePiece, pageDocument } from '../../src/write/html/model.ts'
import { AT, plan, samplePlan } from '../plans.ts'

const TEXT = `云江县2023年工作要点
一、夯实基础〔责任单位：办公室；完成时限：视情况而定〕
（一）完善台账管理制度。6月底前报送。
（二）加强业务培训。〔牵头单位：人事科；完成时限：春节前〕
`

const pageOf = (text: string) => pageDocument(parsePlan(text, { withText: true }))

/** The pieces with their words, white space between them left out. */
function piecesOf({ text, pieces }: PageDocument): (PagePiece & { words: string })[] {
  let start = 0
  const all = pieces.map((piece) => {
    const words = (text ?? '').slice(start, piece.end)
    start = piece.end
    return { ...piece, words }
  })
  expect(all.map(({ words }) => words).join('')).toBe(text)
  return all.filter(({ kind }) => kind !== undefined)
}

const wordsWhere = (page: PageDocument, isOne: (piece: PagePiece) => boolean) =>
  piecesOf(page).flatMap((piece) => (isOne(piece) ? [piece.words] : []))

describe('the text', () => {
  test('what belongs to a task leads to it', () => {
    expect(wordsWhere(pageOf(TEXT), ({ task }) => task === 0).join('')).toBe('（一）完善台账管理制度。6月底前报送。')
    expect(wordsWhere(pageOf(TEXT), ({ task }) => task === 1).join('')).toBe(
      '（二）加强业务培训。〔牵头单位：人事科；完成时限：春节前〕',
    )
  })

  test('units by their role, and deadlines, whether annotated, inherited or in running text', () => {
    const page = pageOf(TEXT)
    expect(wordsWhere(page, ({ value }) => value === 'lead')).toEqual(['人事科'])
    expect(wordsWhere(page, ({ value }) => value === 'responsible')).toEqual(['办公室'])
    expect(wordsWhere(page, ({ value }) => value === 'deadline')).toEqual(['视情况而定', '6月底前', '春节前'])
  })

  test('headings lead to their section, whose tasks know it', () => {
    const page = pageOf(TEXT)
    expect(wordsWhere(page, ({ section }) => section === 0).join('')).toBe(
      '一、夯实基础〔责任单位：办公室；完成时限：视情况而定〕',
    )
    expect(page.sections).toEqual([{ heading: '一、夯实基础', depth: 1 }])
    expect(page.tasks.map(({ sections }) => sections)).toEqual([[0], [0]])
  })

  test('numbers that Word makes stand before what they number, once', async () => {
    const numbered = readFileSync(join(import.meta.dirname, '../../fixtures/docx-numbering/input.docx'))
    const made = pageDocument(await readPlan(numbered, { withText: true }))
    const numbers = made.pieces.flatMap(({ generated }) => generated ?? [])
    expect(numbers).toContain('（一）')
    expect(numbers).toHaveLength(new Set(made.tasks.map(({ id }) => id)).size + made.sections.length)
  })

  test('a plan without its text has no pieces', () => {
    const page = pageDocument(parsePlan(TEXT))
    expect([page.text, page.pieces, page.tasks.length]).toEqual([null, [], 2])
  })
})

describe('doubts', () => {
  test('are of the task that they lie in, or of none', () => {
    const page = pageOf(TEXT)
    expect(page.messages.map(({ task, line }) => [task, line])).toEqual([
      [null, 2],
      [1, 4],
    ])
    expect(page.tasks.map(({ messages }) => messages)).toEqual([[], [1]])
    expect(wordsWhere(page, ({ message }) => message === 0)).toEqual(['视情况而定'])
    expect(wordsWhere(page, ({ message }) => message === 1)).toEqual(['春节前'])
  })

  test('two about the same words are shown by the first', () => {
    const message = { code: 'text-unread', severity: 'warning' as const, reason: '一', position: AT }
    const document = { ...plan([]).document, text: '字'.repeat(30) }
    const page = pageDocument(plan(samplePlan().children, { document, messages: [message, message] }))
    expect(page.messages.map(({ marked }) => marked)).toEqual([0, 0])
  })

  test('one about the whole document has no place', () => {
    const [message] = pageOf('').messages
    expect(message).toMatchObject({ line: null, task: null, marked: null })
  })
})

const root = join(import.meta.dirname, '../../fixtures')
const fixtures = readdirSync(root).flatMap((name) =>
  readdirSync(join(root, name)).flatMap((file) => (file.startsWith('input.') ? [join(name, file)] : [])),
)

test.each(fixtures)(
  '%s: every character stands in the page once, and all but white space is something',
  async (name) => {
    const made: Plan = await readPlan(readFileSync(join(root, name)), { withText: true, path: name })
    const page = pageDocument(made)
    let start = 0
    for (const { end, kind } of page.pieces) {
      expect(end).toBeGreaterThan(start)
      const words = (page.text ?? '').slice(start, end)
      if (kind === undefined) expect(words.trim()).toBe('')
      start = end
    }
    expect(start).toBe(page.text?.length)
    for (const [index, { text }] of page.tasks.entries()) {
      const own = wordsWhere(page, ({ task, kind }) => task === index && (kind === 'title' || kind === 'text'))
      expect(own.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
    }
  },
)

test('so it is of any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'一、（）1.。〔责任单位：局；6月底前\n \t〕') }), (text) => {
      piecesOf(pageOf(text))
    }),
  )
})
