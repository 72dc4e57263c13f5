import { describe, expect, test } from 'vitest'
import { readPlan, readStage } from '../../src/parse.ts'
import { verifyPlan } from '../../src/verify/index.ts'
import { gbkBytes } from './gbk.ts'
import { lines, summary, utf8 } from './plan-of.ts'

const page = (article: string, { head = '', around = '', foot = '' } = {}) => `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>云江县人民政府</title>${head}<style>p{color:red}</style></head>
<body><div class="header"><h1 class="logo">云江县人民政府网</h1><ul class="nav"><li><a href="/">首页</a></li><li><a href="/a">政务公开</a></li></ul></div>
<div class="dqwz">当前位置：<a href="/">首页</a> &gt; <a href="/x">规划计划</a></div>${around}
<div id="zoom">${article}</div>
<div class="share">分享到：微信 微博</div><div class="footer">主办：云江县人民政府办公室 <a href="/m">网站地图</a>${foot}</div>
<script>var x = "<p>一、二</p>"</script></body></html>`

const ARTICLE = `<p style="text-align:center">云江县2023年政务公开工作要点</p><p>　　一、夯实基础</p>
<p>　　（一）完善台账管理制度。（责任单位：办公室、法规科；完成时限：6月底）</p>
<p>　　（二）加强业务&nbsp;培训，提高
工作水平。（责任单位：人事科；完成时限：年底前）</p>`
const TASKS = ['(一)完善台账管理制度。｜办公室、法规科｜6月底', '(二)加强业务培训，提高工作水平。｜人事科｜年底前'].map(
  (line) => line.normalize('NFKC'),
)

const read = async (html: string) => (await lines(utf8(html))).map((line) => line.normalize('NFKC'))

const pages: Record<string, string> = {
  'a page of a government site': page(ARTICLE),
  'line ends by <br>': page(ARTICLE.replace(/<p[^>]*>/g, '').replaceAll('</p>', '<br>')),
  'an unknown container': page(ARTICLE).replace('id="zoom"', 'class="abc"'),
  'a table for layout': page(ARTICLE)
    .replace('<div id="zoom">', '<table><tr><td>')
    .replace('</div>\n<div class="share">', '</td></tr></table>\n<div class="share">'),
  'words in many spans': page(ARTICLE.replaceAll('责任单位', '<span style="font-family:仿宋">责任</span><b>单位</b>')),
  'a piece of a page': ARTICLE,
  'hidden text': page(`${ARTICLE}<p style="display: none">三、不见</p><p hidden>四、不见</p>`),
}

test.each(Object.entries(pages))('%s', async (_, html) => {
  expect(await read(html)).toEqual(TASKS)
})

describe('what stands around the article', () => {
  test("is furniture, and its data are the document's", async () => {
    const around = `<table class="xxgk"><tr><td>索引号：</td><td>000014349/2023-00012</td><td>发文字号：</td><td>云政办发〔2023〕12号</td></tr>
      <tr><td>成文日期：</td><td>2023年03月20日</td><td>发布日期：</td><td>2023年03月28日</td></tr></table>`
    const plan = await readPlan(utf8(page(ARTICLE, { around })))
    expect(plan.document).toMatchObject({
      title: '云江县2023年政务公开工作要点',
      number: '云政办发〔2023〕12号',
      issuedOn: '2023-03-20',
      year: 2023,
    })
    const furniture = plan.children.filter((node) => node.type === 'paragraph' && node.role === 'furniture')
    expect(furniture.length).toBeGreaterThan(4)
  })

  test('a page of frames says nothing', async () => {
    const plan = await readPlan(
      utf8('<html><head><title>甲县</title></head><frameset><frame src="a.html"></frameset></html>'),
    )
    expect(plan.messages.map(({ code }) => code)).toContain('empty-document')
  })

  test('rows of one cell about a table are its title, and who filled it in', async () => {
    const cells = (...words: string[]) => `<tr>${words.map((word) => `<td>${word}</td>`).join('')}</tr>`
    const whole = (words: string) => `<tr><td colspan="3">${words}</td></tr>`
    const table = [
      whole('附件2 云江县2023年重点任务分解表'),
      whole('云政办发〔2023〕12号'),
      cells('工作任务', '责任单位', '完成时限'),
      whole('一、供水'),
      cells('改造管网。', '县水利局', '6月底'),
      whole('填表人：王芳　审核人：李明　2023年10月8日'),
    ]
    expect(await summary(utf8(`<table>${table.join('')}</table>`))).toMatchObject({
      title: '云江县2023年重点任务分解表',
      number: '云政办发〔2023〕12号',
      issuedOn: '2023-10-08',
      tasks: [{ sections: ['一、供水'], text: '改造管网。', deadlines: ['6月底'] }],
    })
  })

  test('a label and its value on lines of their own', async () => {
    const around =
      '<ul><li><span>发文字号：</span><div>云政办发〔2023〕12号</div></li><li><b>发布日期：</b><div>2023-03-28</div></li></ul>'
    expect(await summary(utf8(page(ARTICLE, { around })))).toMatchObject({
      number: '云政办发〔2023〕12号',
      issuedOn: '2023-03-28',
    })
  })

  test('meta tags speak where the text does not', async () => {
    const head =
      '<meta name="ArticleTitle" content="云江县2022年政务公开工作要点"><meta name="PubDate" content="2022-03-28 10:22">'
    const html = page(ARTICLE.replace(/<p style.*?<\/p>/, ''), { head })
    expect(await summary(utf8(html))).toMatchObject({ title: '云江县2022年政务公开工作要点', issuedOn: '2022-03-28' })
  })

  test('the title above the article is the title', async () => {
    const around =
      '<div class="article"><h2 class="title">云江县2023年政务公开工作要点</h2><div>来源：县政府办 发布时间：2023-03-28</div></div>'
    const html = page(ARTICLE.replace(/<p style.*?<\/p>/, ''), { around })
    expect(await summary(utf8(html))).toMatchObject({ title: '云江县2023年政务公开工作要点', issuedOn: '2023-03-28' })
  })
})

test('the number of the document between the title and the article is no furniture', async () => {
  const around = '<h2>云江县2023年政务公开工作要点</h2><h4>云政办发〔2023〕12号</h4>'
  const html = page(ARTICLE.replace(/<p style.*?<\/p>/, ''), { around })
  expect(await summary(utf8(html))).toMatchObject({
    title: '云江县2023年政务公开工作要点',
    number: '云政办发〔2023〕12号',
  })
})

const HEAD = '<tr><td>序号</td><td>工作任务</td><td>责任单位</td><td>完成时限</td></tr>'

describe('a short article in a container that nobody knows, among much else', () => {
  const data = `<table><tr><td>索 引 号：</td><td>YJ001-2023-00012</td><td>主题分类：</td><td>综合政务</td></tr>
    <tr><td>发文机关：</td><td>云江县人民政府办公室</td><td>成文日期：</td><td>2023年03月20日</td></tr>
    <tr><td>标　　题：</td><td colspan="3">云江县2023年政务公开工作要点</td></tr>
    <tr><td>发文字号：</td><td>云政办发〔2023〕12号</td><td>发布日期：</td><td>2023年03月28日</td></tr></table>`
  const related = `<div class="abc"><h3>相关文件</h3><ul>${['供水', '防汛', '秋收', '供暖']
    .map((name) => `<li><a href="/">云江县关于做好2022年${name}工作的通知</a><span>2022-03-11</span></li>`)
    .join('')}</ul></div>`
  const foot = '<p>主办：云江县人民政府办公室　承办：云江县大数据局</p><p>某ICP备12345678号-1</p>'
  const around = (article: string) =>
    `<html><head><title>云江县</title></head><body><div><a href="/">首页</a></div>${data}<h1>云江县2023年政务公开工作要点</h1><p>发布时间：2023-03-28 来源：县政府办</p>${article}${related}${foot}</body></html>`
  const more = ARTICLE.replace(
    '<p>　　（二）',
    '<p>　　各单位要高度重视，明确分工，压实责任，加强协同，按时完成，及时总结，逐级报告。</p>$&',
  )

  test.each([
    ['a block', `<div class="odd">${more}</div>`],
    ['a table for layout', `<table><tr><td><ul><li>栏目一</li></ul></td><td>${more}</td></tr></table>`],
  ])('%s', async (_, html) => {
    const plan = await summary(utf8(around(html)))
    expect(plan).toMatchObject({
      title: '云江县2023年政务公开工作要点',
      number: '云政办发〔2023〕12号',
      issuedOn: '2023-03-20',
    })
    expect(plan.tasks).toHaveLength(2)
    expect(JSON.stringify(plan.tasks)).not.toContain('2022')
  })

  test('a table of tasks beside it is read, and so is what stands in two blocks', async () => {
    const table = `<table>${HEAD}<tr><td>3</td><td>开展检查</td><td>教育局</td><td>6月底</td></tr></table>`
    const beside = `<div id="zoom">${more}</div><div class="more">${table}</div>`
    expect(JSON.stringify((await summary(utf8(around(beside)))).tasks)).toContain('开展检查')
    const [one, two] = more.split('<p>　　（二）') as [string, string]
    const halves = `<div class="one">${one}</div><div class="two"><p>　　（二）${two}</div>`
    expect((await summary(utf8(around(halves)))).tasks).toHaveLength(2)
  })

  test('what follows a table on the page is its foot', async () => {
    const rows = Array.from({ length: 9 }, (_, i) => `<tr><td>${i}</td><td>开展检查</td><td>教育局</td></tr>`).join('')
    const table = `<table><tr><td>序号</td><td>工作任务</td><td>责任单位</td></tr>${rows}</table>`
    expect((await summary(utf8(around(`<div>${table}</div>`)))).tasks).toHaveLength(9)
  })
})

const tables: [name: string, html: string, expected: string[]][] = [
  [
    'a table',
    `<table>${HEAD}<tr><td>1</td><td><p>开展检查。</p></td><td>教育局</td><td>6月底</td></tr></table>`,
    ['1开展检查。｜教育局｜6月底'],
  ],
  [
    'cells merged over rows',
    `<table>${HEAD}<tr><td>1</td><td>开展检查。</td><td rowspan="2">教育局</td><td>6月底</td></tr><tr><td>2</td><td>通报结果。</td><td>7月底</td></tr></table>`,
    ['1开展检查。｜教育局｜6月底', '2通报结果。｜教育局｜7月底'],
  ],
  [
    'a text and its number merged over rows: the number is that of the first',
    `<table>${HEAD}<tr><td rowspan="2">1</td><td rowspan="2">开展检查。</td><td>教育局</td><td>6月底</td></tr><tr><td>公安局</td><td>7月底</td></tr></table>`,
    ['1开展检查。｜教育局｜6月底', '开展检查。｜公安局｜7月底'],
  ],
  [
    'a text that opens with its number merged over rows',
    '<table><tr><td>工作任务</td><td>责任单位</td></tr><tr><td rowspan="2">1.开展检查。</td><td>教育局</td></tr><tr><td>公安局</td></tr></table>',
    ['1.开展检查。｜教育局｜', '开展检查。｜公安局｜'],
  ],
  ...['<tr></tr>', '<tr><td></td><td></td><td></td></tr>'].map((blank): [string, string, string[]] => [
    `a cell merged over a row without words ends with it: ${blank}`,
    `<table>${HEAD}<tr><td>1</td><td>开展检查。</td><td rowspan="2">教育局</td><td>6月底</td></tr>${blank}<tr><td>2</td><td>通报结果。</td><td>公安局</td><td>7月底</td></tr></table>`,
    ['1开展检查。｜教育局｜6月底', '2通报结果。｜公安局｜7月底'],
  ]),
  [
    'a heading over all columns',
    `<table>${HEAD}<tr><td colspan="4">一、监督检查</td></tr><tr><td>1</td><td>开展检查。</td><td>教育局</td><td>6月底</td></tr></table>`,
    ['1开展检查。｜教育局｜6月底'],
  ],
  [
    'a heading merged over the row below it heads it, and is no part of it',
    `<table>${HEAD}<tr><td rowspan="2">一、监督检查</td></tr><tr><td></td><td>教育局</td><td>6月底</td></tr></table>`,
    ['｜教育局｜6月底'],
  ],
  [
    'cells merged past the last row and the last column',
    `<table>${HEAD}<tr><td>1</td><td>开展检查。</td><td rowspan="0">教育局</td><td rowspan="99" colspan="99">6月底</td></tr><tr><td>2</td><td>通报结果。</td></tr></table>`,
    ['1开展检查。｜教育局｜6月底', '2通报结果。｜教育局｜6月底'],
  ],
  [
    'more cells than columns: what is merged from above past the last one is not said again',
    `<table>${HEAD}<tr><td>1</td><td rowspan="2">开展检查。</td><td rowspan="2">教育局</td><td rowspan="2">6月底</td></tr><tr><td>2</td><td>公安局</td><td>7月底</td></tr></table>`,
    ['1开展检查。｜教育局｜6月底', '2开展检查。｜教育局｜公安局7月底'],
  ],
  [
    'a cell upon one that is merged from above ends no later than it says',
    `<table>${HEAD}<tr><td>1</td><td>开展检查。</td><td rowspan="2">教育局</td><td>6月底</td></tr><tr><td>2</td><td colspan="2">通报结果。</td><td>7月底</td></tr><tr><td>3</td><td>总结经验。</td><td>公安局</td><td>8月底</td></tr></table>`,
    ['1开展检查。｜教育局｜6月底', '2通报结果。｜｜7月底', '3总结经验。｜公安局｜8月底'],
  ],
  [
    'a header of two rows',
    `<table><tr><td rowspan="2">序号</td><td rowspan="2">工作任务</td><td colspan="2">责任分工</td></tr><tr><td>牵头单位</td><td>配合单位</td></tr><tr><td>1</td><td>开展检查。</td><td>教育局</td><td>公安局</td></tr></table>`,
    ['1开展检查。｜教育局、公安局｜'],
  ],
]

test.each(tables)('%s', async (_, html, expected) => {
  const bytes = utf8(page(`<p>云江县2023年任务分解表</p>${html}`))
  expect(await lines(bytes)).toEqual(expected)
  const plan = await readPlan(bytes, { withText: true })
  expect(verifyPlan(plan.document.text ?? '', plan)).toEqual([])
})

test('a list numbered by the browser', async () => {
  const html = page(
    '<p>云江县2023年工作要点</p><p>一、监督检查</p><ol start="2"><li>开展检查。（责任单位：教育局）</li><li>通报结果。（责任单位：公安局）</li></ol>',
  )
  const blocks = (await readStage(utf8(html), 'paragraphs')) as { generated: string | null }[]
  expect(blocks.flatMap(({ generated }) => generated ?? [])).toEqual(['2.', '3.'])
})

test('a page in GB18030 that says gb2312', async () => {
  const html = page(ARTICLE).replace('charset="utf-8"', 'charset="gb2312"')
  const { encoding, tasks } = await summary(gbkBytes(html))
  expect([encoding, tasks.length]).toEqual(['gb18030', 2])
})

test('--stage text prints one paragraph a line and cells by tabs', async () => {
  const html = `<html><body><p>甲&amp;乙<br>丙</p><table>${HEAD}<tr><td>1</td><td>开展检查。</td><td>教育局</td><td>6月底</td></tr></table></body></html>`
  expect(await readStage(utf8(html), 'text')).toBe(
    '甲&乙\n丙\n序号\t工作任务\t责任单位\t完成时限\n1\t开展检查。\t教育局\t6月底\n',
  )
})

const hostile: Record<string, string> = {
  'nested 50,000 deep': `<html><body>${'<div>'.repeat(50_000)}一、开展检查。`,
  'tables nested 20,000 deep': `<html><body>${'<table><tr><td>x</td><td>'.repeat(20_000)}一、开展检查。`,
  'lists nested 50,000 deep': `<html><body>${'<ul><li>'.repeat(50_000)}一、开展检查。`,
  'bold left open 20,000 times': `<html><body>${Array.from({ length: 20_000 }, (_, i) => `<font size=${i}><p>甲`).join('')}`,
  'cells that take 65,534 rows': `<html><body><table>${'<tr><td rowspan=65534 colspan=1000>任务</td><td>单位</td></tr>'.repeat(300)}</table>`,
  'merged cells that each push the next row further': `<html><body><table>${HEAD}${'<tr><td rowspan=65534>1<td rowspan=65534>开展检查<td>教育局'.repeat(3000)}</table>`,
  'a text in 300,000 pieces': `<html><body><p>${'甲</q>'.repeat(300_000)}`,
  'references of 200,000 kinds': `<html><body><p>${Array.from({ length: 200_000 }, (_, i) => `&a${i};`).join('')}`,
  'a million <': `<html><body>${'<'.repeat(1_000_000)}`,
}

test.each(Object.entries(hostile))(
  'bounded: %s',
  async (_, html) => {
    await expect(readPlan(utf8(html))).resolves.toMatchObject({ source: { format: 'html' } })
  },
  20_000,
)
