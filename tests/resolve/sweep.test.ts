/** The last look: nothing of the text is without a span, and every node knows its place. */
import { describe, expect, test } from 'vitest'
import type { Note } from '../../src/message.ts'
import type { Paragraph, PlanNode, SpanKind } from '../../src/plan.ts'
import { LineIndex } from '../../src/position.ts'
import { sweep } from '../../src/resolve/sweep.ts'
import type { Range } from '../../src/text/view.ts'
import { AT, section, task } from '../plans.ts'

/** A span of the first occurrence of some words. */
function span(text: string, words: string, kind: SpanKind = 'text') {
  const start = text.indexOf(words)
  return { start, end: start + words.length, kind }
}

const paragraph = (text: string, ...words: string[]): Paragraph => ({
  type: 'paragraph',
  position: AT,
  spans: words.map((each) => span(text, each, 'note')),
  role: 'note',
  value: words.join(''),
})

function swept(text: string, nodes: readonly PlanNode[], markup: Range[] = []) {
  const notes: Note[] = []
  const all = sweep(nodes, { text, markup }, new LineIndex(text), notes)
  return { all, notes: notes.map(({ code, detail, range }) => [code, detail, text.slice(range?.start, range?.end)]) }
}

/** `note 甲|separator 、` of each node, and what its position holds. */
function shown(text: string, nodes: readonly PlanNode[]): string[] {
  return nodes.flatMap((node) => {
    const spans = node.spans.map(({ start, end, kind }) => `${kind} ${text.slice(start, end)}`).join('|')
    const { start, end } = node.position
    const own = `${node.type}: ${spans} @ ${text.slice(start.offset, end.offset)}`
    return [own, ...(node.type === 'section' ? shown(text, node.children) : [])]
  })
}

describe('what no span covers', () => {
  test('separators go to the node before them', () => {
    const text = '甲 | 乙、\n'
    const { all, notes } = swept(text, [paragraph(text, '甲'), paragraph(text, '乙')])
    expect(shown(text, all)).toEqual([
      'paragraph: note 甲|separator | @ 甲 |',
      'paragraph: note 乙|separator 、 @ 乙、',
    ])
    expect(notes).toEqual([])
  })
  test('those before the first, to the first', () => {
    const text = '|甲'
    const { all } = swept(text, [paragraph(text, '甲')])
    expect(shown(text, all)).toEqual(['paragraph: separator ||note 甲 @ |甲'])
  })
  test('a line end that is no white space is a separator, and alone the page around a text', () => {
    const text = '甲\n\u0085\n乙'
    const { all, notes } = swept(text, [paragraph(text, '甲'), paragraph(text, '乙')])
    expect(shown(text, all)).toEqual(['paragraph: note 甲|separator \u0085 @ 甲\n\u0085', 'paragraph: note 乙 @ 乙'])
    const alone = swept('\u0085\n', [])
    expect(shown('\u0085\n', alone.all)).toEqual(['paragraph: furniture \u0085 @ \u0085'])
    expect([...notes, ...alone.notes]).toEqual([])
  })
  test('words become a paragraph of their own, with a message', () => {
    const text = '甲\n  读不到 \n乙\n尾'
    const { all, notes } = swept(text, [paragraph(text, '甲'), paragraph(text, '乙')])
    expect(shown(text, all)).toEqual([
      'paragraph: note 甲 @ 甲',
      'paragraph: unknown 读不到 @ 读不到',
      'paragraph: note 乙 @ 乙',
      'paragraph: unknown 尾 @ 尾',
    ])
    expect(all[1]).toMatchObject({ role: 'unknown', value: '读不到' })
    expect(notes).toEqual([
      ['text-unread', '读不到', '读不到'],
      ['text-unread', '尾', '尾'],
    ])
  })
  test('words before the first node stand before it, and words alone by themselves', () => {
    const text = '读不到\n甲'
    expect(shown(text, swept(text, [paragraph(text, '甲')]).all)).toEqual([
      'paragraph: unknown 读不到 @ 读不到',
      'paragraph: note 甲 @ 甲',
    ])
    expect(shown('读', swept('读', []).all)).toEqual(['paragraph: unknown 读 @ 读'])
    // Even separators, where there is no node at all.
    expect(shown('|', swept('|', []).all)).toEqual(['paragraph: unknown | @ |'])
    expect(swept(' \n', []).all).toEqual([])
  })
  test('markup is a separator, and stands in the value as it is', () => {
    const text = '<u>甲</u> 读<i>不到'
    const markup = [
      { start: 10, end: 13 },
      { start: 0, end: 3 },
      { start: 4, end: 8 },
      { start: 5, end: 6 },
    ]
    const { all } = swept(text, [paragraph(text, '甲')], markup)
    expect(shown(text, all)).toEqual([
      'paragraph: separator <u>|note 甲 @ <u>甲',
      'paragraph: unknown </u> 读<i>不到 @ </u> 读<i>不到',
    ])
    expect(all[1]).toMatchObject({ value: '</u> 读<i>不到', spans: [{ start: 4, end: text.length }] })
  })
  test('one piece of markup behind another', () => {
    const text = '<u><i>甲'
    const markup = [
      { start: 0, end: 3 },
      { start: 3, end: 6 },
    ]
    const { all } = swept(text, [paragraph(text, '甲')], markup)
    expect(shown(text, all)).toEqual(['paragraph: separator <u><i>|note 甲 @ <u><i>甲'])
  })
  test('markup alone is no word', () => {
    const text = '甲(https://a.example)乙'
    const { all, notes } = swept(text, [paragraph(text, '甲'), paragraph(text, '乙')], [{ start: 2, end: 19 }])
    expect(shown(text, all)[0]).toBe('paragraph: note 甲|separator (https://a.example) @ 甲(https://a.example)')
    expect(notes).toEqual([])
  })
})

describe('places', () => {
  const text = '一、总\n（一）做事，页。\n（二）办事'
  const made = () => {
    const first = task({ spans: [span(text, '（一）', 'marker'), span(text, '。'), span(text, '做事，')] })
    const second = task({ spans: [span(text, '（二）', 'marker'), span(text, '办事')] })
    return section([second, first], { spans: [span(text, '一、总', 'heading')] })
  }
  test('nodes stand in the order of the text, and spans within them', () => {
    expect(shown(text, swept(text, [paragraph(text, '页'), made()]).all)).toEqual([
      `section: heading 一、总 @ ${text}`,
      'task: marker （一）|text 做事，|text 。 @ （一）做事，页。',
      'task: marker （二）|text 办事 @ （二）办事',
      'paragraph: note 页 @ 页',
    ])
  })
  test('line and column are those of the text', () => {
    const [first] = swept(text, [made(), paragraph(text, '页')]).all
    expect(first?.position).toEqual({
      start: { line: 1, column: 1, offset: 0 },
      end: { line: 3, column: 6, offset: text.length },
    })
  })
  test('empty spans go, and a character is in one span alone', () => {
    const body = '甲乙丙'
    const one = { ...paragraph(body, '甲乙'), spans: [span(body, '甲乙', 'note'), { start: 1, end: 1, kind: 'note' }] }
    const { all } = swept(body, [one as Paragraph, paragraph(body, '乙丙')])
    expect(shown(body, all)).toEqual(['paragraph: note 甲乙 @ 甲乙', 'paragraph: note 丙 @ 丙'])
  })
  test('a span that lies wholly in one before it is none', () => {
    const body = '甲乙丙丁'
    const { all } = swept(body, [paragraph(body, '甲乙丙'), paragraph(body, '乙', '丁')])
    expect(shown(body, all)).toEqual(['paragraph: note 甲乙丙 @ 甲乙丙', 'paragraph: note 丁 @ 丁'])
  })
  test('what has no span left is at the start', () => {
    const body = '甲乙丙'
    const { all } = swept(body, [paragraph(body, '甲乙丙'), paragraph(body, '乙')])
    expect(shown(body, all)).toEqual(['paragraph: note 甲乙丙 @ 甲乙丙', 'paragraph:  @ '])
    const start = { line: 1, column: 1, offset: 0 }
    expect(all[1]?.position).toEqual({ start, end: start })
  })
  test('a section without words of its own is where its children are', () => {
    const body = '读\n甲'
    const whole = section([paragraph(body, '甲')], { spans: [] })
    expect(shown(body, swept(body, [whole]).all)).toEqual([
      'paragraph: unknown 读 @ 读',
      'section:  @ 甲',
      'paragraph: note 甲 @ 甲',
    ])
  })
})
