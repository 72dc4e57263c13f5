/** From a place in the extracted text to the place in the file. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Plan, type Position, parsePlan, readPlan, sourcePosition, tasks } from '../src/index.ts'
import { LineIndex } from '../src/position.ts'
import { decode } from '../src/read/decode.ts'
import { docx, p } from './read/docx-build.ts'
import { utf8 } from './read/plan-of.ts'

const bare = (text: string) => text.replace(/\s+/g, '')

/** Every unit, deadline and title of the tasks: its words, and its place in the extracted text. */
function values(plan: Plan, text: string): { raw: string; position: Position }[] {
  const index = new LineIndex(text)
  return [...tasks(plan)].flatMap(({ task }) => [
    ...task.units,
    ...task.deadlines,
    ...task.spans
      .filter(({ kind }) => kind === 'title')
      .map(({ start, end }) => ({ raw: text.slice(start, end), position: index.position(start, end) })),
  ])
}

describe('of a web page', () => {
  test.each(['web-page', 'task-table'])('%s: every value stands in the file at its place', async (name) => {
    const bytes = readFileSync(join(import.meta.dirname, '../fixtures', name, 'input.html'))
    const plan = await readPlan(bytes, { withText: true })
    const file = decode(bytes, 'auto').text
    const found = values(plan, plan.document.text ?? '')
    expect(found.length).toBeGreaterThan(2)
    for (const { raw, position } of found) {
      const { start, end } = sourcePosition(plan, position) as Position
      expect(bare(file.slice(start.offset, end.offset).replace(/<[^>]*>/g, ''))).toBe(bare(raw))
      expect([start, end]).toEqual([start.offset, end.offset].map((offset) => new LineIndex(file).point(offset)))
    }
  })

  const PAGE = [
    '<html><head><title>云江县2023年工作要点</title></head>',
    '<body><!-- 导航 --><h1>云江县2023年工作要点</h1>',
    '<p>&emsp;&emsp;一、夯实&nbsp;基础</p>',
    '<p>（一）<b>完善台账</b></i>管理</b>制度。（责任单位：办公<span>室</span>、<a href="?a&amp;b">法规科</a>；完成时限：6月',
    '  底）</p><p>（二）公开&ldquo;三公&rdquo;经费。（责任单位：&#36130;政科、人',
    '事&#31185;、审计&amp;监察科；完成时限：<br>年底前）</p>',
    '</body></html>',
  ]
  const places = {
    办公室: '4:37 办公<span>室',
    法规科: '4:73 法规科',
    '6月底': '4:86 6月⏎  底',
    财政科: null,
    人事科: null,
    '审计&监察科': '6:11 审计&amp;监察科',
    年底前: '6:31 年底前',
  }
  test.each(['\n', '\r\n', '\r'])('its first and last character have to stand there; lines end by %j', async (end) => {
    const page = PAGE.join(end)
    const plan = await readPlan(utf8(`\ufeff${page}`), { withText: true })
    const found = values(plan, plan.document.text ?? '').map(({ raw, position }) => {
      const place = sourcePosition(plan, position)
      const words = page.slice(place?.start.offset, place?.end.offset).replace(end, '⏎')
      return [raw, place && `${place.start.line}:${place.start.column} ${words}`]
    })
    expect(Object.fromEntries(found)).toEqual(places)
  })

  test('what the file has in another order has no place', async () => {
    const plan = await readPlan(utf8('<table><tr><td>甲</td></tr>乙</table>'), { format: 'html', withText: true })
    expect(plan.document.text).toBe('乙\n甲\n')
    expect(plan.source.map).toHaveLength(2)
    const index = new LineIndex('乙\n甲\n')
    expect(sourcePosition(plan, index.position(0, 1))?.start.offset).toBe(26)
    expect(sourcePosition(plan, index.position(2, 3))?.start.offset).toBe(15)
    expect(sourcePosition(plan, index.position(0, 3))).toBeNull()
  })
})

describe('of text and Markdown', () => {
  const NOTICE = [
    '# 云江县2023年工作要点',
    '',
    '1. **完善台账。** 每月更新。',
    '   - **责任单位：** 办公室、法规科',
    '2. 公开经费。（完成时限：6月底）',
    '',
  ]
  const FRONT = ['---', 'title: 要点', '---', '']
  const lines = { plain: NOTICE, 'with front matter': [...FRONT, ...NOTICE] }
  test.each(
    Object.entries(lines).flatMap(([name, each]) =>
      ['\n', '\r\n'].flatMap((end) =>
        (['text', 'markdown'] as const).map((format) => [format, name, end, each.join(end)] as const),
      ),
    ),
  )('%s, %s, lines by %j: places are those in the file', async (format, _, _end, file) => {
    const plans = [
      [file, parsePlan(file, { format })],
      [file, await readPlan(utf8(file), { format })],
      // Of a file a byte order mark is not counted; in a string it is a character.
      [file, await readPlan(utf8(`\ufeff${file}`), { format })],
      [`\ufeff${file}`, parsePlan(`\ufeff${file}`, { format })],
    ] as const
    for (const [text, plan] of plans) {
      expect(plan.source.map).toBeNull()
      const found = values(plan, text)
      expect(found.map(({ raw }) => raw)).toEqual(expect.arrayContaining(['办公室', '法规科', '6月底']))
      for (const { raw, position } of found) {
        expect(sourcePosition(plan, position)).toEqual(position)
        expect(text.slice(position.start.offset, position.end.offset)).toBe(raw)
      }
    }
  })
})

test('of a file that is no text there are no places in it', async () => {
  const plan = await readPlan(docx(p('一、完善台账（责任单位：办公室）')), { withText: true })
  const [unit] = values(plan, plan.document.text ?? '')
  expect(plan.source.map).toBeNull()
  expect(sourcePosition(plan, unit?.position as Position)).toBeNull()
})
