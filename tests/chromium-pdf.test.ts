/**
 * Pages printed to PDF by a browser give what the pages themselves give: outlines and tables in several layouts, with
 * running heads, headings of tables that come again, rows and merged cells over page breaks. Skipped where Chromium is
 * missing, unless PLANPARSE_REQUIRE names it.
 */
import { describe, expect, test } from 'vitest'
import { printed } from './chromium.ts'
import { needs } from './needs.ts'
import { summary, utf8 } from './read/plan-of.ts'

const OUTLINE = [
  '为推进文化惠民工程，丰富群众精神文化生活，结合我市实际，制定本方案。',
  '一、总体目标',
  '到2024年底，全市公共文化设施网络基本健全，服务效能明显提升，群众满意度达到90%以上。',
  '二、重点任务',
  '（一）完善设施网络',
  '1.新建城市书房。在人口集中区域新建24小时城市书房15个，每个藏书不少于5000册，配备自助借还设备。（牵头单位：市文化旅游局；责任单位：市财政局、市自然资源局、各县区人民政府；完成时限：2024年9月底前）',
  '2.改造提升文化馆。对建成超过二十年的县级文化馆实施改造，完善排练厅、展览厅和非遗展示厅功能，改造期间活动不停办。（责任单位：市文化旅游局、市住房城乡建设局；完成时限：2024年11月30日前）',
  '3.补齐村级短板。对尚无文化活动室的36个行政村，整合闲置校舍、村部用房予以配套，实现全覆盖。（责任单位：各县区人民政府；完成时限：6月底）',
  '（二）丰富活动供给',
  '1.组织送戏下乡。每季度组织文艺院团到乡镇演出，全年不少于200场，重点安排偏远山区和移民安置点。（责任单位：市文化旅游局、市演艺集团；完成时限：每季度）',
  '2.办好全民阅读。举办读书节、经典诵读、作家进校园等活动，推动形成爱读书、读好书、善读书的氛围。（牵头单位：市委宣传部；配合单位：市教育局、市总工会、团市委、市妇联；完成时限：持续推进）',
  '3.扶持群众团队。建立群众文艺团队名录，对表现突出的给予设备补助，每年培训骨干不少于1200人次。（责任单位：市文化馆；完成时限：年底前）',
  '三、保障措施',
  '（一）加强组织领导。市文化惠民工程领导小组每两个月召开一次调度会，研究解决困难问题。（责任单位：市文化旅游局）',
  '（二）加大资金投入。市财政每年安排专项资金不少于800万元，对完成任务好的县区给予奖补。（责任单位：市财政局、市文化旅游局；完成时限：长期坚持）',
  '（三）严格考核评估。将任务完成情况纳入县区综合考核，12月20日前完成年度评估并通报结果。（责任单位：市政府督查室）',
]

type Work = readonly [text: string, lead: string, support: string, due: string]
const WORK: readonly Work[] = [
  [
    '完成老旧供水管网改造42公里，漏损率控制在9%以内，同步更换智能水表1.2万只。',
    '市水务局',
    '市财政局、市住房城乡建设局',
    '10月底前',
  ],
  ['新建口袋公园12个、城市绿道18公里，优先安排在人口密集的老城区。', '市园林局', '市自然资源局', '11月15日前'],
  [
    '对全市218部运行十五年以上的电梯开展安全评估，建立更新改造清单。',
    '市市场监管局',
    '市住房城乡建设局、各街道办事处',
    '6月底前',
  ],
  ['新增普惠托位800个，支持用人单位和社区举办托育机构。', '市卫生健康委', '市发展改革委、市教育局', '年底前'],
  ['改造农村危房310户，确保汛期前全部搬入新居。', '市住房城乡建设局', '各乡镇人民政府', '5月31日前'],
  ['每月开展一次校园食品安全抽查，结果向家长公布。', '市市场监管局', '市教育局', '每月'],
  [
    '建成智慧停车平台，接入公共停车泊位2.6万个，实现统一查询、统一支付。',
    '市城市管理局',
    '市公安局、市数据局',
    '9月30日前',
  ],
  [
    '培训家政、养老护理等技能人才5000人次，发放创业担保贷款1.5亿元。',
    '市人力资源社会保障局',
    '市财政局、人民银行临江市分行',
    '持续推进',
  ],
  ['实施中心城区12处易涝点治理，更新抽排设备，完善应急预案。', '市水务局', '市应急管理局', '4月底前'],
  ['为1.6万名六十五岁以上老年人开展认知功能筛查。', '市卫生健康委', '市民政局', '三季度'],
  ['整修背街小巷56条，规范架空线缆，完善照明和排水设施。', '市城市管理局', '供电公司、各通信运营企业', '10月底前'],
  ['公交线路向产业园区延伸，新开通定制线路6条，方便职工通勤。', '市交通运输局', '开发区管委会', '二季度'],
]
const works = (count: number) => Array.from({ length: count }, (_, i) => WORK[i % WORK.length] as Work)

const page = (css: string, body: string) =>
  `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><style>body{font-family:"Noto Serif CJK SC",serif}h1{text-align:center;font-size:18pt}${css}</style></head><body>${body}</body></html>`
const paragraphs = (lines: readonly string[]) => lines.map((line) => `<p>${line}</p>`).join('\n')
const cells = (tag: string, texts: readonly string[]) => texts.map((text) => `<${tag}>${text}</${tag}>`).join('')
const row = (...texts: readonly string[]) => `<tr>${cells('td', texts)}</tr>`
const HEAD = `<tr>${cells('th', ['序号', '工作任务', '牵头单位', '配合单位', '完成时限'])}</tr>`
const table = (head: string, rows: readonly string[]) =>
  `<table><thead>${head}</thead><tbody>${rows.join('\n')}</tbody></table>`
const RULED =
  'table{border-collapse:collapse;width:100%}td,th{border:1px solid #000;padding:3pt 4pt;font-size:11pt;vertical-align:middle}'

/** Rows whose first cell is merged over a group of them. */
function grouped(groups: readonly (readonly [name: string, count: number])[]): string[] {
  let n = 0
  return groups.flatMap(([name, count]) =>
    works(24)
      .slice(n, n + count)
      .map(([text, lead, support, due], i) => {
        n++
        const own = row(String(n), text, `${lead}、${support}`, due)
        return i === 0 ? own.replace('<tr>', `<tr><td rowspan="${count}">${name}</td>`) : own
      }),
  )
}

/** Rows below headings of rows, numbered on. */
function headed(groups: readonly (readonly [name: string, count: number])[]): string[] {
  let n = 0
  return groups.flatMap(([name, count]) => [
    `<tr><td colspan="6"><b>${name}</b></td></tr>`,
    ...works(24)
      .slice(n, n + count)
      .map((work) => {
        n++
        return row(String(n), ...work, n % 5 === 0 ? '省级考核' : '')
      }),
  ])
}

const MORE =
  '各有关单位要把此项工作纳入年度重点任务，制定具体实施方案，明确时间表、路线图和责任人，定期开展调度和评估，及时研究解决推进过程中出现的新情况和新问题。'

const PAGES = {
  'an outline with running heads and page numbers': page(
    '@page{size:A4;margin:37mm 26mm 35mm 28mm;@top-right{content:"兰溪市文化惠民工程实施方案";font-size:9pt}@bottom-center{content:"— " counter(page) " —"}}p{font-size:16pt;line-height:28pt;text-indent:2em;margin:0;text-align:justify}',
    `<h1>兰溪市2024年文化惠民工程实施方案</h1>${paragraphs(OUTLINE)}`,
  ),
  'an outline in a gazette': page(
    '@page{size:A5;margin:20mm 15mm;@top-center{content:"兰溪市人民政府公报　2024年第3期";font-size:8pt}@bottom-right{content:counter(page) "/" counter(pages);font-size:8pt}}p{font-size:10.5pt;line-height:1.6;margin:0 0 4pt}',
    `<h1>兰溪市2024年文化惠民工程实施方案</h1>${paragraphs(OUTLINE)}`,
  ),
  'a plan with its table': page(
    `@page{size:A4;margin:30mm 25mm;@bottom-center{content:"- " counter(page) " -"}}${RULED}p{font-size:14pt;line-height:26pt;text-indent:2em;margin:0}`,
    `<h1>兰溪市2024年文化惠民工程实施方案</h1>${paragraphs(OUTLINE)}<p>附件：任务分解表</p><h2 style="break-before:page;text-align:center">任务分解表</h2>${table(
      HEAD,
      works(6).map((work, i) => row(String(i + 1), ...work)),
    )}`,
  ),
  'a table whose headings come again and whose rows are torn': page(
    `@page{size:A4;margin:25mm 20mm}${RULED}td,th{font-size:14pt;line-height:22pt}`,
    `<h1>临江市2024年重点任务责任清单</h1>${table(
      HEAD,
      works(12).map(([text, ...rest], i) => row(String(i + 1), `${text}${MORE}`, ...rest)),
    )}`,
  ),
  'categories merged over rows, over a page break': page(
    `@page{size:A4;margin:25mm 20mm;@bottom-center{content:counter(page)}}${RULED}td{padding:9pt 4pt}`,
    `<h1>临江市2024年重点工作任务清单</h1>${table(
      `<tr>${cells('th', ['类别', '序号', '重点任务', '责任单位', '完成时限'])}</tr>`,
      grouped([
        ['基础设施', 5],
        ['公共服务', 9],
        ['城市治理', 6],
        ['民生保障', 4],
      ]),
    )}`,
  ),
  'a wide table with headings of two rows': page(
    `@page{size:A4 landscape;margin:20mm 15mm;@top-center{content:"临江市人民政府办公室";font-size:9pt}@bottom-right{content:"第" counter(page) "页 共" counter(pages) "页";font-size:9pt}}${RULED}`,
    `<h1>临江市2024年政府工作报告责任分解表</h1>${table(
      '<tr><th rowspan="2">序号</th><th rowspan="2">主要任务</th><th colspan="2">责任单位</th><th rowspan="2">完成时限</th><th rowspan="2">备注</th></tr><tr><th>牵头单位</th><th>配合单位</th></tr>',
      headed([
        ['一、推动基础设施建设', 8],
        ['二、提升公共服务水平', 8],
        ['三、加强社会治理', 6],
      ]),
    )}`,
  ),
  'units merged over rows, with borders of each cell': page(
    '@page{size:A4;margin:25mm 22mm}table{border-collapse:separate;border-spacing:0;border-top:1px solid #333;border-left:1px solid #333;width:100%}td,th{border-right:1px solid #333;border-bottom:1px solid #333;padding:9pt 5pt;font-size:12pt}th{background:#ddd}',
    `<h1>临江市数据局2024年工作任务表</h1>${table(
      `<tr>${cells('th', ['序号', '工作内容', '完成时间', '责任科室'])}</tr>`,
      works(12).map(([text, , , due], i) =>
        i % 3 === 0
          ? row(String(i + 1), text, due).replace(
              '</tr>',
              `<td rowspan="3">${['综合科', '资源科', '推广科', '安全科'][i / 3]}</td></tr>`,
            )
          : row(String(i + 1), text, due),
      ),
    )}<p>注：任务完成情况每季度末报办公室。</p>`,
  ),
  'a table open at its sides, its rules dashed': page(
    `@page{size:A4;margin:25mm 20mm}${RULED}td,th{border:1px dashed #555}td:first-child,th:first-child{border-left:none}td:last-child,th:last-child{border-right:none}`,
    `<h1>临江市2024年重点任务清单</h1>${table(
      HEAD,
      works(12).map((work, i) => row(String(i + 1), ...work)),
    )}`,
  ),
  'a table ruled below its headings only': page(
    '@page{size:A4;margin:25mm 22mm}table{border-collapse:collapse;width:100%;border-top:2px solid #000;border-bottom:2px solid #000}th{border-bottom:1px solid #000}td,th{padding:5pt;font-size:11pt;text-align:left;vertical-align:top}',
    `<h1>临江市2024年重点工作安排</h1>${table(
      HEAD,
      works(12).map((work, i) => row(String(i + 1), ...work)),
    )}`,
  ),
}

describe.skipIf(!needs('chromium'))('printed by a browser', () => {
  test.each(Object.entries(PAGES))('%s', async (_, html) => {
    const expected = await summary(utf8(html))
    expect(expected.tasks.length).toBeGreaterThan(5)
    const { format, title, tasks } = await summary(printed(html))
    expect({ format, title, tasks }).toEqual({ format: 'pdf', title: expected.title, tasks: expected.tasks })
  })
})
