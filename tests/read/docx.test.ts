/** What people find in a Word document, and what of it is its text. */
import { describe, expect, test } from 'vitest'
import { readDocx } from '../../src/read/docx.ts'
import type { TableBlock, TextBlock } from '../../src/stages.ts'
import { docx, filesOf, numPr, type Parts, p, r, relation, relationships, style, table, tc, zip } from './docx-build.ts'

const read = (parts: Parts | string) => readDocx(docx(parts))

async function lines(parts: Parts | string): Promise<string[]> {
  const { blocks } = await read(parts)
  return blocks.filter((block): block is TextBlock => block.kind === 'text').map((block) => block.view.text)
}

/** The cells of the first table: `<` before those that go on from above, `/` between paragraphs. */
async function cells(body: string): Promise<string[][]> {
  const { blocks } = await read(body)
  const found = blocks.find((block): block is TableBlock => block.kind === 'table')
  return (found?.rows ?? []).map((row) =>
    row.map(({ above, paragraphs }) => (above ? '<' : '') + paragraphs.map((view) => view.text).join('/')),
  )
}

test('paragraphs are lines of the text, and blocks point into it', async () => {
  const { text, blocks, lines, markup, notes } = await read(p('　　2023年工作要点') + p('') + p('推进改革。 '))
  expect(text).toBe('　　2023年工作要点\n\n推进改革。 \n')
  expect(blocks).toMatchObject([
    { kind: 'text', role: null, heading: null, generated: null, indent: 4, apart: false, list: 0 },
    { kind: 'text', indent: 0, apart: true },
  ])
  for (const block of blocks as TextBlock[]) {
    const { start, end } = block.view.hull()
    expect(text.slice(start, end)).toBe(block.view.text)
  }
  expect({ lines, markup, notes }).toEqual({ lines: 'pasted', markup: [], notes: [] })
})

describe('what stands in a paragraph', () => {
  test.each<[what: string, inside: string, expected: string[]]>([
    ['runs of several fonts', r('推进', '<w:b/>') + r('改革'), ['推进改革']],
    ['white space that is kept', `${r('A ')}${r('B')}`, ['A B']],
    ['white space that is not', '<w:r><w:t>\n  推进  </w:t></w:r><w:r><w:t>改革</w:t></w:r>', ['推进改革']],
    ['a tab', '<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>', ['甲\t乙']],
    [
      'a tab stop, which is no tab',
      '<w:pPr><w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs></w:pPr><w:r><w:t>甲</w:t></w:r>',
      ['甲'],
    ],
    ['a line break', '<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:cr/><w:t>丙</w:t></w:r>', ['甲', '乙', '丙']],
    ['a page break', '<w:r><w:t>甲</w:t><w:br w:type="page"/></w:r>', ['甲']],
    ['a hyphen that does not break', '<w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>1</w:t></w:r>', ['A-1']],
    ['a symbol', '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>完成</w:t></w:r>', ['☑完成']],
    ['an entity of XML', '<w:r><w:t>A&amp;B &lt;1&gt; &#x4e00;</w:t></w:r>', ['A&B <1> 一']],
    ['a hyperlink', `<w:hyperlink r:id="x" xmlns:r="r">${r('附件下载')}</w:hyperlink>`, ['附件下载']],
    ['a smart tag', `<w:smartTag>${r('2023年')}</w:smartTag>`, ['2023年']],
    ['a simple field', `<w:fldSimple w:instr="DATE">${r('2023年')}</w:fldSimple>`, ['2023年']],
    ['hidden text', r('甲') + r('乙', '<w:vanish/>') + r('丙', '<w:vanish w:val="0"/>'), ['甲丙']],
    ['text inserted', `<w:ins w:id="1">${r('新增')}</w:ins>`, ['新增']],
    ['text deleted', `${r('保留')}<w:del w:id="1"><w:r><w:delText>删去</w:delText></w:r></w:del>`, ['保留']],
    [
      'text moved',
      `<w:moveFrom w:id="1">${r('甲')}</w:moveFrom>${r('乙')}<w:moveTo w:id="2">${r('甲')}</w:moveTo>`,
      ['乙甲'],
    ],
    [
      'a reading above a word',
      `<w:r><w:ruby><w:rt>${r('du')}</w:rt><w:rubyBase>${r('督')}</w:rubyBase></w:ruby></w:r>`,
      ['督'],
    ],
    [
      'a formula',
      '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x=1</m:t></m:r></m:oMath>',
      ['x=1'],
    ],
    [
      'a format that was changed',
      `<w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>甲</w:t></w:r>`,
      ['甲'],
    ],
  ])('%s', async (_, inside, expected) => {
    expect(await lines(p(inside))).toEqual(expected)
  })

  test('a sign of a newer Word, by the way that older ones read it', async () => {
    const sign =
      '<mc:AlternateContent><mc:Choice Requires="w16se" xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex"><w16se:symEx w16se:char="2714"/></mc:Choice><mc:Fallback><w:t>✔</w:t></mc:Fallback></mc:AlternateContent>'
    expect(await lines(p(`<w:r>${sign}<w:t>完成</w:t></w:r>`))).toEqual(['✔完成'])
  })

  const code = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const instruction = '<w:r><w:instrText> PAGE </w:instrText></w:r>'

  test("a field's result, not its code", async () => {
    const nested = code('begin') + instruction + r('码中') + code('separate') + r('12') + code('end')
    expect(await lines(p(r('第') + nested + r('页')))).toEqual(['第12页'])
  })

  test('a field without an end hides nothing that comes after its paragraph', async () => {
    expect(await lines(p(code('begin') + instruction) + p('正文'))).toEqual(['正文'])
  })

  test('a paragraph whose mark was deleted runs on into the next', async () => {
    const deleted = p('推进', { properties: '<w:rPr><w:del w:id="1"/></w:rPr>' })
    expect(await lines(deleted + p('改革') + p('优化'))).toEqual(['推进改革', '优化'])
    expect(await lines(p('甲') + deleted)).toEqual(['甲', '推进'])
  })

  test('hidden text by a style', async () => {
    const styles =
      '<w:style w:type="character" w:styleId="h"><w:name w:val="h"/><w:rPr><w:vanish/></w:rPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="hp"><w:name w:val="hp"/><w:rPr><w:vanish/></w:rPr></w:style>'
    const body = p(r('甲') + r('乙', '<w:rStyle w:val="h"/>')) + p('丙', { style: 'hp' }) + p('丁')
    expect(await lines({ body, styles })).toEqual(['甲', '丁'])
  })
})

describe('content controls', () => {
  const sdt = (inside: string, properties = '') =>
    `<w:sdt><w:sdtPr><w:rPr><w:vanish/></w:rPr>${properties}</w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`

  test('around runs, paragraphs, rows and cells', async () => {
    expect(await lines(sdt(p('段落')) + p(r('前') + sdt(r('字')) + r('后')))).toEqual(['段落', '前字后'])
    const rows = `<w:tbl>${sdt(`<w:tr>${tc('甲')}${sdt(tc('乙'))}</w:tr>`)}</w:tbl>`
    expect(await cells(rows)).toEqual([['甲', '乙']])
  })

  test('a prompt to type is no text', async () => {
    expect(await lines(sdt(p('单击此处输入文字。'), '<w:showingPlcHdr/>') + p('正文'))).toEqual(['正文'])
  })

  test('the table of contents is furniture', async () => {
    const gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    const styles = style('T1', '', { name: 'toc 1' })
    const body = sdt(p('一、总体要求 1'), gallery) + p('二、任务 2', { style: 'T1' }) + p('正文')
    const { blocks } = await read({ body, styles })
    expect(blocks).toMatchObject([{ role: 'furniture' }, { role: 'furniture' }, { role: null }])
  })
})

describe('text boxes', () => {
  const box = (inside: string) => `<wps:txbx><w:txbxContent>${inside}</w:txbxContent></wps:txbx>`
  const both = (inside: string) =>
    `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box(inside)}</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${inside}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`

  test('stand once, after the paragraph they are anchored in', async () => {
    expect(await lines(p(r('甲') + both(p('框中') + p('二')) + r('乙')) + p('丙'))).toEqual([
      '甲乙',
      '框中',
      '二',
      '丙',
    ])
  })

  test('of old files', async () => {
    const pict = `<w:r><w:pict><v:textbox><w:txbxContent>${p('框')}</w:txbxContent></v:textbox></w:pict></w:r>`
    expect(await lines(p(pict))).toEqual(['框'])
  })

  test('in a cell belong to the cell; a table in one is a table', async () => {
    expect(await cells(table([p(r('甲') + both(p('框'))), '乙']))).toEqual([['甲/框', '乙']])
    expect(await cells(p(both(table(['甲', '乙']))))).toEqual([['甲', '乙']])
  })
})

describe('headings', () => {
  const styles =
    style('1', '<w:outlineLvl w:val="0"/>', { name: 'heading 1' }) +
    style('a', '', { name: 'heading 2' }) +
    style('own', '', { name: '小标题', basedOn: '1' })

  test.each([
    ['of a heading style', p('甲', { style: '1' }), 1],
    ['of a style based on one', p('甲', { style: 'own' }), 1],
    ['of a built-in style that says no level', p('甲', { style: 'a' }), 2],
    ["of the paragraph's own", p('甲', { properties: '<w:outlineLvl w:val="2"/>' }), 3],
    ['taken away by the paragraph', p('甲', { style: '1', properties: '<w:outlineLvl w:val="9"/>' }), null],
    ['on a paragraph far too long', p('甲'.repeat(101), { style: '1' }), null],
    ['none', p('甲'), null],
  ])('a level in the outline %s', async (_, body, heading) => {
    expect((await read({ body, styles })).blocks).toMatchObject([{ heading }])
  })
})

test('notes, headers, footers and comments come after the body as furniture', async () => {
  const { blocks } = await read({
    body: p('正文'),
    header: p('某市人民政府') + p(''),
    footer: table([p('— 1 —')]),
    footnotes: `<w:footnote w:type="separator" w:id="0">${p('分隔')}</w:footnote><w:footnote w:id="1">${p('指全市')}</w:footnote>`,
    comments: `<w:comment w:id="1">${p('请核')}</w:comment>`,
  })
  expect((blocks as TextBlock[]).map(({ role, view }) => [role, view.text])).toEqual([
    [null, '正文'],
    ['furniture', '指全市'],
    ['furniture', '某市人民政府'],
    ['furniture', '— 1 —'],
    ['furniture', '请核'],
  ])
})

describe('files of other programs', () => {
  test('strict namespaces, and other prefixes than w', async () => {
    const files = filesOf({ body: p('推进改革', { properties: '<w:outlineLvl w:val="0"/>' }) })
    const strict = (files['word/document.xml'] as string)
      .replace(
        'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
        'http://purl.oclc.org/ooxml/wordprocessingml/main',
      )
      .replace(/(<\/?|\s)w:/g, '$1x:')
      .replace('xmlns:w=', 'xmlns:x=')
    const relations = (files['_rels/.rels'] as string).replace(
      'schemas.openxmlformats.org/officeDocument/2006',
      'purl.oclc.org/ooxml/officeDocument',
    )
    const { blocks } = await readDocx(zip({ ...files, 'word/document.xml': strict, '_rels/.rels': relations }))
    expect(blocks).toMatchObject([{ heading: 1, view: { text: '推进改革' } }])
  })

  test('a document part under another name, and names that begin with a slash', async () => {
    const { 'word/document.xml': document = '', 'word/_rels/document.xml.rels': relations = '' } = filesOf({
      body: p('甲'),
    })
    const files = {
      '/_rels/.rels': relationships([relation('r', 'officeDocument', '/Doc/Main.xml')]),
      '/Doc/main.xml': document,
      'doc/_rels/main.xml.rels': relations,
    }
    expect((await readDocx(zip(files))).text).toBe('甲\n')
  })

  test('UTF-16', async () => {
    const files = filesOf({ body: p('推进改革') })
    const document = Buffer.from(
      `\ufeff${(files['word/document.xml'] as string).replace('UTF-8', 'UTF-16')}`,
      'utf16le',
    )
    expect((await readDocx(zip({ ...files, 'word/document.xml': document }))).text).toBe('推进改革\n')
  })

  test('what lies outside the file is not looked for', async () => {
    const files = filesOf({ body: p('正文') })
    const outside = relationships([
      relation('a', 'header', 'http://127.0.0.1:1/header.xml', 'External'),
      relation('b', 'footer', '../../../etc/passwd'),
      relation('c', 'styles', 'file:///etc/passwd', 'External'),
    ])
    expect((await readDocx(zip({ ...files, 'word/_rels/document.xml.rels': outside }))).text).toBe('正文\n')
  })

  test('a document without words', async () => {
    expect(await read('')).toMatchObject({ text: '', blocks: [] })
    expect(await read(`${p('')}<w:sectPr>${numPr(1)}</w:sectPr>`)).toMatchObject({ text: '\n', blocks: [] })
  })
})
