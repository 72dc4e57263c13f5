/** Numbering that paragraphs have from their styles. */
import { expect, test } from 'vitest'
import { abstractNum, lvl, num, numPr, p, printed, style } from './docx-build.ts'

const OFFICIAL = abstractNum(
  0,
  lvl(0, 'chineseCountingThousand', '%1、'),
  lvl(1, 'chineseCountingThousand', '（%2）'),
  lvl(2, 'decimal', '%3.'),
  lvl(3, 'decimal', '（%4）'),
)

const numbering =
  abstractNum(
    0,
    lvl(0, 'chineseCounting', '%1、', { more: '<w:pStyle w:val="1"/>' }),
    lvl(1, 'chineseCounting', '（%2）', { more: '<w:pStyle w:val="2"/>' }),
  ) + num(1, 0)
const headings =
  style('1', `${numPr(1)}<w:outlineLvl w:val="0"/>`, { name: 'heading 1' }) +
  style('2', `${numPr(1)}<w:outlineLvl w:val="1"/>`, { name: 'heading 2' })

test('the level is the one that names the style', async () => {
  const body = p('甲', { style: '1' }) + p('乙', { style: '2' }) + p('丙', { style: '2' }) + p('丁', { style: '1' })
  expect(await printed({ body, numbering, styles: headings })).toEqual(['一、甲', '（一）乙', '（二）丙', '二、丁'])
})

test('a style based on a numbered one is numbered', async () => {
  const styles = headings + style('own', '', { basedOn: '2' })
  expect(await printed({ body: p('甲', { style: 'own' }), numbering, styles })).toEqual(['（一）甲'])
})

test('numId 0 takes the number away, in a paragraph or a style', async () => {
  const styles = headings + style('plain', numPr(0), { basedOn: '1' })
  const body = p('甲', { style: '1', num: [0, 0] }) + p('乙', { style: 'plain' }) + p('丙', { style: '1' })
  expect(await printed({ body, numbering, styles })).toEqual(['甲', '乙', '一、丙'])
})

test('a numbering style is found through its link', async () => {
  const linked =
    '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="公文"/></w:abstractNum>' +
    OFFICIAL +
    num(1, 0) +
    num(9, 5)
  const styles = style('公文', numPr(1), { type: 'numbering' })
  expect(await printed({ body: p('甲', { num: [9, 1] }), numbering: linked, styles })).toEqual(['（一）甲'])
})

test('styles and links that go in circles end', async () => {
  const circle = `<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="S"/></w:abstractNum>${num(9, 5)}`
  const styles =
    style('S', numPr(9), { type: 'numbering' }) + style('a', '', { basedOn: 'b' }) + style('b', '', { basedOn: 'a' })
  const body = p('甲', { num: [9, 0] }) + p('乙', { style: 'a' })
  expect(await printed({ body, numbering: circle, styles })).toEqual(['甲', '乙'])
})

test('a change of numbering that was tracked leaves the old number out', async () => {
  const change = `<w:pPrChange w:id="1"><w:pPr>${numPr(1, 1)}</w:pPr></w:pPrChange>`
  expect(await printed({ body: p('甲', { num: [1, 0], properties: change }), numbering })).toEqual(['一、甲'])
})
