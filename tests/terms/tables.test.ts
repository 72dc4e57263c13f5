/** Every row of every table of knowledge, by its own examples; no earlier row takes a later one's. */
import { describe, expect, test } from 'vitest'
import { CLOSINGS, leaveTaking } from '../../src/terms/frame.ts'
import { FOOTER, FURNITURE, furnitureOf } from '../../src/terms/furniture.ts'
import { NARRATIVE_HEADINGS, narrativeOf } from '../../src/terms/headings.ts'
import { fieldOf, LABELS, labelRowOf } from '../../src/terms/labels.ts'
import { countsOn, MARKERS, readMarker, readMarkers } from '../../src/terms/markers.ts'
import { STATES, stateOf } from '../../src/terms/states.ts'
import { ROLE_VERBS, roleVerbOf } from '../../src/terms/units.ts'

interface Row {
  id: string
  examples: readonly string[]
  rejects?: readonly string[]
}

/** Each example is taken by its row, each counter-example not; `taken` says which row takes a text. */
function checkRows(rows: readonly Row[], taken: (text: string) => string | null | undefined): void {
  test.each(rows.flatMap(({ id, examples }) => examples.map((text) => [id, text])))('%s takes %s', (id, text) => {
    expect(taken(text)).toBe(id)
  })
  const rejects = rows.flatMap(({ id, rejects = [] }) => rejects.map((text) => [id, text]))
  test.each(rejects)('%s leaves %s', (id, text) => {
    expect(taken(text)).not.toBe(id)
  })
  test('ids are unique', () => expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length))
}

describe('labels', () => {
  checkRows(LABELS, (text) => labelRowOf(text.replace(/[()]/g, '')))

  test.each([
    ['责 任 单 位', 'unit'],
    ['完成时限（2024年）', 'deadline'],
    ['配合处室（单位）', 'unit'],
    ['**责任科室**', 'unit'],
  ])('%s is a label, blanks, brackets and markup aside', (text, kind) => {
    expect(fieldOf(text)?.kind).toBe(kind)
  })
  test.each([
    ['主要内容和目标', 3],
    ['建设内容及年度目标', 3],
    ['任务要求及举措', 3],
    ['2024年工作任务及要求', 3],
    ['重点事项及目标', 2],
  ])('%s, two labels of the work, is as surely the work as the surer of them', (text, rank) => {
    expect(fieldOf(text)).toEqual({ kind: 'text', rank })
  })
  test.each(['内容及时间', '措施和单位', '任务与时限'])('%s, of the work and of something else, is none', (text) => {
    expect(fieldOf(text)).toBeNull()
  })
  test.each(['', '为切实做好有关工作现将有关事项通知如下', '省政府办公厅'])('%s is none', (text) => {
    expect(fieldOf(text)).toBeNull()
  })
})

describe('furniture', () => {
  checkRows(FURNITURE, furnitureOf)
  test.each(FOOTER.examples)('%s begins the foot of a page', (text) => expect(text).toMatch(FOOTER.pattern))
  test.each(FOOTER.rejects)('%s does not', (text) => expect(text).not.toMatch(FOOTER.pattern))
})

describe('paragraphs that close a document', () => checkRows(CLOSINGS, (text) => leaveTaking(text)?.id))

describe('headings of narrative', () => checkRows(NARRATIVE_HEADINGS, narrativeOf))

describe('states', () => {
  checkRows(STATES, (text) => stateOf(text)?.id)
  test.each([null, '', '。', '见附件', '%', '已完成初稿。'])('%s says none', (text) => expect(stateOf(text)).toBeNull())
})

describe('verbs of a role', () => {
  checkRows(ROLE_VERBS, (text) => roleVerbOf(text)?.id)
})

describe('numbering', () => {
  const examples = MARKERS.flatMap(({ id, examples }) =>
    Object.entries(examples).map(([text, n]) => [id, text, n] as const),
  )
  test.each(examples)('%s takes %s as number %s', (id, text, ordinal) => {
    const marker = readMarkers(text).find((each) => each.style === id)
    expect(marker).toMatchObject({ ordinal })
    expect(text.startsWith(marker?.text ?? '?', marker?.label)).toBe(true)
    // An earlier row may see a number there too, but then it says so with less surety.
    expect(readMarker(text)?.style === id || marker?.weak === false || readMarker(text)?.weak).toBe(true)
  })
  const rejects = MARKERS.flatMap((row) => ('rejects' in row ? row.rejects.map((text) => [row.id, text] as const) : []))
  test.each(rejects)('%s leaves %s', (id, text) => {
    expect(readMarkers(text).some((marker) => marker.style === id)).toBe(false)
  })
})

test.each([
  ['1.1 修订制度', '1.2 召开例会', true],
  ['1.3 开展评价', '2 强化管理', true],
  ['2 强化管理', '2.1 完成改造', true],
  ['1.9.1 编制预案', '1.10 开展演练', true],
  ['2.4 压减能耗', '2.5万吨标准煤', false],
  ['1.1 修订制度', '1.3 召开例会', false],
  ['3 改造泵站', '4 座加压站', false],
  ['1.1.1完善制度（完成时限：', '2月上旬）。通报结果。', false],
  ['1.2新建停车场', '2个以上，方便群众。', false],
])('after %s, %s counts on: %s', (before, line, expected) => {
  expect(countsOn(before, line)).toBe(expected)
})
