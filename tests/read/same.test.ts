/** One plan saved in several formats gives the same tasks. */
import { expect, test } from 'vitest'
import { abstractNum, docx, lvl, num, p, startOverride } from './docx-build.ts'
import { gbkBytes } from './gbk.ts'
import { column, pdf, type Text } from './pdf-writer.ts'
import { summary, utf8 } from './plan-of.ts'

const PARAGRAPHS = [
  '清河市2024年营商环境优化工作方案',
  '为持续优化营商环境，结合我市实际，制定本方案。',
  '一、工作目标',
  '到2024年底，全市营商环境明显改善，企业满意度稳步提高。',
  '二、重点任务',
  '（一）提升政务服务水平',
  '1.推进“一网通办”。梳理高频事项清单，实现全程网办。（牵头单位：市数据局；责任单位：市行政审批局、各县区人民政府；完成时限：2024年6月底前）',
  '2.压减办理时限。对保留的审批事项逐项优化流程，办理时限再压减三分之一。（责任单位：市行政审批局；完成时限：9月底）',
  '（二）加强要素保障',
  '1.强化用地保障。推行“标准地”出让制度，做到拿地即开工。（责任单位：市自然资源局、市住房城乡建设局；完成时限：持续推进）',
  '2.缓解融资难题。每季度组织一次银企对接活动。（责任单位：市金融办、人民银行清河市分行；完成时限：每季度末）',
  '三、保障措施',
  '（一）加强组织领导。市营商环境建设领导小组统筹推进各项工作。（责任单位：市发展改革委）',
  '（二）严格督查考核。对落实不力的单位予以通报。（责任单位：市政府督查室；完成时限：12月20日前）',
]

const markdown = PARAGRAPHS.map((line, i) =>
  i === 0
    ? `# ${line}`
    : /^[一二三]、/.test(line)
      ? `## ${line}`
      : /^（.）\S{4,10}$/.test(line)
        ? `### ${line}`
        : line.replace(/^(\d)\./, '$1\\.'),
).join('\n\n')
const html = `<!DOCTYPE html><html><head><meta charset="gbk"><title>${PARAGRAPHS[0]}_清河市人民政府</title></head><body>
<div class="nav"><a href="/">首页</a><a href="/zw">政务公开</a></div><div class="TRS_Editor">
${PARAGRAPHS.map((line) => `<p style="text-indent: 2em">${line.replaceAll('单位', '<b>单位</b>')}</p>`).join('\n')}
</div><div class="footer">主办：清河市人民政府办公室</div></body></html>`

/** Wrapped at 28 characters, two more before each paragraph, 22 lines a page, as GB/T 9704 has them. */
function pages() {
  const wrapped = PARAGRAPHS.flatMap((line, i) => {
    const whole = i === 0 ? `      ${line}` : `    ${line}`
    const pieces: string[] = []
    for (let rest = whole, width = i === 0 ? 40 : 30; rest !== ''; rest = rest.slice(width), width = 28)
      pieces.push(rest.slice(0, i === 0 ? 40 : width))
    return pieces
  })
  const made: { texts: Text[] }[] = []
  for (let at = 0; at < wrapped.length; at += 22) {
    const number = { x: 280, y: 800, text: `— ${made.length + 1} —`, size: 14 }
    made.push({ texts: [...column(wrapped.slice(at, at + 22), { x: 79, y: 110, size: 15 }), number] })
  }
  return made
}

/** Word's own numbers: 一、 and （一） go on by themselves, 1. is a list of its own that is told to begin again. */
const LISTS =
  abstractNum(0, lvl(0, 'chineseCountingThousand', '%1、'), lvl(1, 'chineseCountingThousand', '（%2）')) +
  abstractNum(1, lvl(0, 'decimal', '%1.')) +
  [num(1, 0), num(2, 1), num(3, 1, startOverride(0, 1))].join('')

function numbered() {
  let list = 1
  const paragraph = (line: string) => {
    const [, major, minor, digit, text = line] = /^(?:([一二三])、|（([一二三])）|(\d)\.)(.*)$/.exec(line) ?? []
    if (digit === '1') list++
    if (digit) return p(text, { num: [list, 0] })
    return major || minor ? p(text, { num: [1, major ? 0 : 1] }) : p(line)
  }
  return docx({ body: PARAGRAPHS.map(paragraph).join(''), numbering: LISTS })
}

const formats: Record<string, Uint8Array> = {
  'text in GB18030': gbkBytes(PARAGRAPHS.map((line) => `　　${line}`).join('\r\n')),
  Markdown: utf8(markdown),
  'HTML in GBK': gbkBytes(html),
  HTML: utf8(html.replace('charset="gbk"', 'charset="utf-8"')),
  'Word, numbered by Word': numbered(),
  'Word, numbered by hand': docx(PARAGRAPHS.map((line) => p(line)).join('')),
  'PDF with a font that is not embedded': pdf(pages()),
}

test.each(Object.entries(formats))('%s', async (_, bytes) => {
  const expected = await summary(utf8(PARAGRAPHS.join('\n')))
  expect(expected.tasks).toHaveLength(6)
  const { title, tasks } = await summary(bytes)
  expect({ title, tasks }).toEqual({ title: expected.title, tasks: expected.tasks })
})
