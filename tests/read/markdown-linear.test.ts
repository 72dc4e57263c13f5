/** What keeps the Markdown parser's time in step with its input changes nothing of what it reads. */
import fc from 'fast-check'
import { EditMap } from 'micromark-util-edit-map'
import { expect, test } from 'vitest'
import { parsePlan } from '../../src/index.ts'
import { editInPlace } from '../../src/read/markdown-linear.ts'

test('events edited in place are those that the library makes', () => {
  type Event = Parameters<EditMap['add']>[2][number]
  const libraryConsume = EditMap.prototype.consume
  editInPlace()
  const edit = fc.record({ gap: fc.nat(5), removed: fc.nat(4), added: fc.array(fc.nat(), { maxLength: 3 }) })
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 60 }), fc.array(edit, { maxLength: 8 }), (list, edits) => {
      const edited = (consume: EditMap['consume']) => {
        const events = [...list] as unknown as Event[]
        const map = new EditMap()
        let at = 0
        for (const { gap, removed, added } of edits) {
          at = Math.min(at + gap, events.length)
          const most = Math.min(removed, events.length - at)
          map.add(at, most, [...added] as unknown as Event[])
          at += most
        }
        consume.call(map, events)
        return { events, left: map.map.length + map.index.size }
      }
      expect(edited(EditMap.prototype.consume)).toEqual(edited(libraryConsume))
    }),
    { numRuns: 500 },
  )
})

const isRead = (text: string) =>
  !parsePlan(text, { format: 'markdown' }).messages.some(({ code }) => code === 'markdown-too-deep')

test.each([
  ['a list of 3,000 items in bold', '- **完善台账**。\n'.repeat(3000)],
  ['a numbered list of 2,000 items in bold', '1. **完善台账**。\n'.repeat(2000)],
  ['a table of 1,000 rows in bold', `|任务|单位|\n|-|-|\n${'|**完善台账**|**县教育局**|\n'.repeat(1000)}`],
  ['3,000 paragraphs in bold', '**完善台账**。\n\n'.repeat(3000)],
])('is read as Markdown: %s', (_, text) => {
  expect(isRead(text)).toBe(true)
})

test('a paragraph of more marks than can be held against each other is read as text, with a message', () => {
  const text = `一、${'*完善_'.repeat(1000)}\n`
  expect(isRead(text)).toBe(false)
})

test.each([
  ['lines with letters', 'plan a\n', 5000],
  ['marks in lines that may be items', '2. *甲_\n', 2499],
])('so is one of more %s than can be: up to the limit it is Markdown', (_, line, most) => {
  expect(isRead(line.repeat(most))).toBe(true)
  expect(isRead(line.repeat(most + 2))).toBe(false)
})
