/**
 * Numbering styles: what an item may begin with. The order of levels 一、 → （一） → 1. → （1） is that of
 * GB/T 9704—2012, 7.3.3; the other styles are what offices print besides. Whether a number at the start of a
 * paragraph really is an item's is decided by the sequence around it (sequence.ts), not here: a row only says that
 * it may be, and `weak` where it needs the sequence's word.
 */
import { isBlank } from '../text/chars.ts'
import { byFirst } from '../text/first.ts'
import { parseNumeral } from '../text/numerals.ts'

/** A number or bullet at the start of a paragraph. */
export interface Marker {
  /** The row that read it. */
  style: string
  /** As printed, with its delimiter, without blanks after it. */
  text: string
  /** Characters of the label before it (序号：1), where it has one. */
  label?: number
  /** Markers of one family are siblings, however they are printed: 1. and 1、, （一） and ㈠. */
  family: string
  /** The last number in it; `null` for bullets. */
  ordinal: number | null
  /** Characters up to the first of the item's own text. */
  length: number
  /** Only the sequence can say that it is an item's number: 1.5亿元, 一、二级响应. */
  weak: boolean
}

interface MarkerRow {
  id: string
  /** Siblings share it; `rank` orders families from the outermost in, where the order is a rule at all. */
  family: string
  rank: number | null
  /** What it may begin with, as a character class. */
  opens: string
  /** Anchored. Named group `n` holds the number; `m`, where given, is the marker without what only looks ahead; `l` a label before it. */
  pattern: RegExp
  /** Matches what makes a match doubtful, tested on the whole start of the paragraph. */
  weak?: RegExp
  examples: Readonly<Record<string, number | null>>
  rejects?: readonly string[]
}

const CN = '[〇○零一二三四五六七八九十百]'
const NUM = '[0-9０-９]'
/** 一、二级 · 三、四类: an enumeration, not the number of an item. */
const ENUMERATION = new RegExp(`^(?:${CN}+、)+${CN}+(?:[级类期批等线审]|[、和及与])`)
/** What counts behind a number, where it begins no other word: 个 but not 个体工商户, 人 but not 人工影响天气. */
const COUNTER =
  '(?:[月号时岁%％]|小时|年(?!度)|日(?!常)|点(?!位)|个(?![体人性])|家(?![庭政电园长居])|人(?![工才民居员大事文力社防])|户(?![外籍厕用])|项(?!目)|次(?!生)|天(?![然气网])|周(?![边密转]))'

/** What follows a plain number that is a quantity: 1.5亿元, 3.0版, 4.5米; 1.20XX年 is a number and a masked year. */
const QUANTITY =
  /^[\d０-９]+(?:[.．,，][\d０-９]+)?\s*(?:[万亿千℃倍元米吨亩度版级]|公里|平方|公顷|百分|个百分|[a-zA-Z](?![xX]))/

export const MARKERS = [
  {
    id: 'chapter',
    family: 'chapter',
    rank: 1,
    opens: '第',
    pattern: new RegExp(`^(?<m>第\\s*(?<n>${CN}{1,4}|${NUM}{1,3})\\s*[章编篇])[、：:．.]?(?=\\s|[^的以第])`),
    examples: { 第一章总则: 1, '第十二章 附 则': 12 },
    rejects: ['第一章的规定'],
  },
  {
    id: 'part',
    family: 'part',
    rank: 0,
    opens: '第',
    pattern: new RegExp(`^(?<m>第\\s*(?<n>${CN}{1,3}|${NUM}{1,2})\\s*部分[、：:．.]?)(?=\\s|[^的])`),
    examples: { '第一部分 重点任务': 1 },
  },
  {
    id: 'section',
    family: 'section',
    rank: 2,
    opens: '第',
    pattern: new RegExp(`^(?<m>第\\s*(?<n>${CN}{1,3}|${NUM}{1,2})\\s*节[、：:．.]?)(?=\\s|[^的课])`),
    examples: { '第二节 组织机构': 2 },
  },
  {
    id: 'article',
    family: 'article',
    rank: 3,
    opens: '第',
    pattern: new RegExp(`^(?<m>第\\s*(?<n>${CN}{1,5}|${NUM}{1,3})\\s*条[、：:．.]?)(?=\\s|[^的第、和至规款至线])`),
    examples: { '第三条 各单位应当': 3, 第二十一条本办法自印发之日起施行: 21 },
    rejects: ['第十二条第（三）项规定', '第三条的规定'],
  },
  {
    id: 'stage',
    family: 'stage',
    rank: null,
    opens: '第',
    pattern: new RegExp(
      `^(?<m>第(?<n>${CN}{1,2})(?:阶段|步|批|类|[件项](?:实事|大事|任务|工作|行动|举措|工程)?)[：:、．.])`,
    ),
    examples: { '第一阶段：动员部署': 1, '第二步：组织实施': 2, '第三件：改造旧房': 3, '第四件实事：新增托位': 4 },
    rejects: ['第一阶段工作', '第三方评估', '第一项任务', '第三件实事已办结'],
  },
  {
    // A blank in place of the colon; only where the sequence holds.
    id: 'stageBlank',
    family: 'stage',
    rank: null,
    opens: '第',
    pattern: new RegExp(`^(?<m>第(?<n>${CN}{1,2})(?:阶段|步|批|类|[件项]))[ \\u00a0\\u3000\\t]+(?=[“《]?[㐀-鿿])`),
    weak: /^/,
    examples: { '第一项 抓好春耕生产': 1, '第二件　改造旧房': 2 },
    rejects: ['第一项任务', '第一阶段（试点）'],
  },
  {
    // Its time stands right behind it; only where the sequence holds.
    id: 'stageDated',
    family: 'stage',
    rank: null,
    opens: '第',
    pattern:
      /^(?<m>第(?<n>[一二三四五六七八九十]{1,2})(?:阶段|步))(?=\s?[（(]\s?(?:\d|[一二三四五六七八九十]{1,3}月|自|即日|[上下]半年))/,
    weak: /^/,
    examples: { '第一阶段（4月上旬）：动员部署': 1, '第二步(2024年5月至9月)集中整治': 2 },
    rejects: ['第一阶段（试点）', '第一阶段工作（4月）'],
  },
  {
    id: 'chinese',
    family: 'chinese',
    rank: 4,
    opens: '一二三四五六七八九十百〇零',
    pattern: /^(?<m>(?<n>[一二三四五六七八九十百〇零]{1,4})\s{0,2}[、．.﹒,，:：])(?=\s|\S)/,
    weak: ENUMERATION,
    examples: { '一、总体要求': 1, '二．实施精准整治': 2, '四. 保障措施': 4, '十一、附则': 11 },
    rejects: ['一是加强', '一方面，', '二〇二三年', '（一）'],
  },
  {
    // A wide blank in place of 、 — only where the sequence holds.
    id: 'chineseBlank',
    family: 'chinese',
    rank: 4,
    opens: '一二三四五六七八九十',
    pattern: /^(?<m>(?<n>[一二三四五六七八九十]{1,3}))[ \u00a0\u3000\t]+(?=[〇㐀-鿿])/,
    weak: /^/,
    examples: { '三　保障措施': 3 },
    rejects: ['一是', '一、'],
  },
  {
    id: 'chineseParen',
    family: 'chineseParen',
    rank: 5,
    opens: '（(﹙',
    pattern: new RegExp(`^(?<m>[（(﹙]\\s*(?<n>${CN}{1,4})\\s*[)）﹚]\\s{0,2}[、．.]?)`),
    examples: { '（一）开展排查': 1, '(十二)加强队伍建设': 12, '（ 三 ）强化监管': 3, '（二）、压实责任': 2 },
    rejects: ['（试行）', '（一级）'],
  },
  {
    id: 'chineseParenSign',
    family: 'chineseParen',
    rank: 5,
    opens: '㈠-㈩',
    pattern: /^(?<m>(?<n>[㈠-㈩]))/,
    examples: { '㈠全面排查': 1, '㈢ 信息入库': 3 },
  },
  {
    id: 'chineseRight',
    family: 'chineseParen',
    rank: 5,
    opens: '一二三四五六七八九十',
    pattern: /^(?<m>(?<n>[一二三四五六七八九十]{1,3})[)）])/,
    examples: { '一）明确责任': 1 },
  },
  {
    // Before `digit`: 1.1 is the first item under 1, 1.5亿元 a sum.
    id: 'decimal',
    family: 'decimal',
    rank: null,
    opens: '0-9０-９',
    pattern: new RegExp(
      `^(?<m>(?:${NUM}{1,2}[.．])+(?<n>${NUM}{1,2})(?:[.．、](?!${NUM}))?)(?!${NUM}|[.．]${NUM}|[/／:：]${NUM}|[xXＸ×*＊]{2}|\\s{0,2}${COUNTER})`,
    ),
    weak: /^/,
    examples: { '1.1 编制目的': 1, '2.3.1预警发布': 1, '1.10、监测': 10, '2.2 人工影响天气': 2, '3.1项目建设': 1 },
    rejects: [
      '2023.6.30',
      '1.1.2023.5',
      '1、',
      '1.1月10日前',
      '2.24小时内',
      '1.20XX年文化节',
      '3.5个百分点',
      '2.3 户均',
    ],
  },
  {
    // 1-1 is the first item under 一、, as 1.1 is; 5-9月 a time.
    id: 'dashed',
    family: 'decimal2',
    rank: null,
    opens: '0-9０-９',
    pattern: new RegExp(
      `^(?<m>${NUM}{1,2}[-—－–](?<n>${NUM}{1,2})[.．、]?)(?!${NUM}|[-—－–~～至到.．/／:：%％]|\\s{0,2}[年月日号时周天名个家人户岁项次点条处台级层])`,
    ),
    weak: /^/,
    examples: { '1-1 编制规划': 1, '2-12、开展检查': 12, '3－2完成改造': 2 },
    rejects: ['5-9月举办', '2024-1-5', '3-5家企业', '8-10 名'],
  },
  {
    id: 'digit',
    family: 'digit',
    rank: 6,
    opens: '0-9０-９',
    pattern: new RegExp(`^(?<m>(?<n>${NUM}{1,3})\\s{0,2}(?:[.．、﹒，,]|[:：](?!${NUM})))(?=\\s|\\S)`),
    weak: new RegExp(`^(?:${NUM}+[.．,，]${NUM}|${NUM}+、${NUM}+[、号级类层期和及与])`),
    examples: { '1.督促企业': 1, '2、严格审核': 2, '１２．加强调度': 12, '3.2024年底前完成': 3, '10. 开展': 10 },
    rejects: ['2023年', '1）落实', '10月底前', '5%以上'],
  },
  {
    // A star before the number marks the important ones.
    id: 'starred',
    family: 'digit',
    rank: 6,
    opens: '★☆▲△*＊',
    pattern: new RegExp(`^(?<m>[★☆▲△*＊]\\s?(?<n>${NUM}{1,3})\\s{0,2}[.．、])(?=\\s|\\S)`),
    examples: { '★1.推进改革': 1, '☆12、开展检查': 12 },
  },
  {
    id: 'digitSign',
    family: 'digit',
    rank: 6,
    opens: '⒈-⒛',
    pattern: /^(?<m>(?<n>[⒈-⒛]))/,
    examples: { '⒈加强领导': 1 },
  },
  {
    // A blank in place of the full stop — only where the sequence holds.
    id: 'digitBlank',
    family: 'digit',
    rank: 6,
    opens: '0-9０-９',
    pattern: new RegExp(`^(?<m>(?<n>${NUM}{1,2}))[ \\u00a0\\u3000\\t]+(?![年月日号时])(?=[“《]?[〇㐀-鿿])`),
    weak: /^/,
    examples: { '1 总则': 1, '2　组织指挥': 2, '3\u00a0\u00a0监测预警': 3 },
    rejects: ['2023 年', '1.'],
  },
  {
    // Right before a heading of a few words — only where 1.1 stands below it.
    id: 'digitBare',
    family: 'digit',
    rank: 6,
    opens: '0-9０-９',
    pattern: new RegExp(`^(?<m>(?<n>${NUM}{1,2}))(?![年月日号天周个万亿千百米吨亩])(?=[㐀-鿿]{2,14}$)`),
    weak: /^/,
    examples: { '1总则': 1, '2组织指挥体系': 2 },
    rejects: ['3个工作日内完成', '3天后复查', '2月底前', '1、', '5附则自印发之日起施行，有效期五年'],
  },
  {
    id: 'digitParen',
    family: 'digitParen',
    rank: 7,
    opens: '（(﹙',
    pattern: new RegExp(`^(?<m>[（(﹙]\\s*(?<n>${NUM}{1,3})\\s*[)）﹚]\\s{0,2}[、．.]?)`),
    examples: { '（1）推进公开': 1, '(12) 建立台账': 12 },
    rejects: ['（2023年）'],
  },
  {
    id: 'digitParenSign',
    family: 'digitParen',
    rank: 7,
    opens: '⑴-⒇',
    pattern: /^(?<m>(?<n>[⑴-⒇]))/,
    examples: { '⑴更换护栏': 1 },
  },
  {
    id: 'digitRight',
    family: 'digitRight',
    rank: 8,
    opens: '0-9０-９',
    pattern: new RegExp(`^(?<m>(?<n>${NUM}{1,3})\\s?[)）]\\s{0,2}[、．.]?)`),
    examples: { '1）落实资金': 1, '3) 广泛宣传': 3 },
  },
  {
    id: 'circled',
    family: 'circled',
    rank: 9,
    opens: '①-⑳㉑-㉟㊱-㊿❶-❿➀-➉➊-➓',
    pattern: /^(?<m>(?<n>[①-⑳㉑-㉟㊱-㊿❶-❿➀-➉➊-➓])[、．.]?)/,
    examples: { '①上半年完成': 1, '⑫监测': 12 },
  },
  {
    // A-1 and the like: a code of the office's own.
    id: 'code',
    family: 'code',
    rank: null,
    opens: 'A-Z',
    pattern: /^(?<m>[A-Z]{1,3}[-—－](?<n>\d{1,3})[.、．:：]?)(?![\d-])/,
    examples: { 'A-1 优化审批': 1, 'B-12、监管': 12 },
    rejects: ['COVID-19', 'A-B'],
  },
  {
    id: 'letter',
    family: 'letter',
    rank: 10,
    opens: 'A-Za-zＡ-Ｚａ-ｚ',
    pattern: /^(?<m>(?<n>[A-Za-zＡ-Ｚａ-ｚ])[.．、)）])(?![A-Za-z0-9.])/,
    examples: { 'A.明确责任': 1, 'b）复核': 2 },
    rejects: ['A级景区', 'e.g.'],
  },
  {
    id: 'letterParen',
    family: 'letterParen',
    rank: 10,
    opens: '（(',
    pattern: /^(?<m>[（(]\s?(?<n>[A-Za-zＡ-Ｚａ-ｚ])\s?[)）]\s?[、．.]?)(?![级类型])/,
    examples: { '（a）修订制度': 1, '(B) 开展演练': 2 },
    rejects: ['（A级）', '（A）类场所'],
  },
  {
    id: 'roman',
    family: 'roman',
    rank: null,
    opens: 'Ⅰ-Ⅻⅰ-ⅻ',
    pattern: /^(?<m>(?<n>[Ⅰ-Ⅻⅰ-ⅻ]+)\s?[.．、]?)/,
    weak: /^[Ⅰ-Ⅻⅰ-ⅻ]+\s?[级类期型]/,
    examples: { 'Ⅰ.总体要求': 1, 'Ⅳ、附则': 4 },
  },
  {
    // 任务一：, 问题3. — the family is the word, so that 问题 and 措施 nest.
    id: 'label',
    family: 'label',
    rank: null,
    opens: '任问措举目项行事工专重要清议建整反实环步内案指督交',
    pattern: new RegExp(
      `^(?<m>(?<w>任务|问题|措施|举措|目标|项目|行动|事项|工程|专项|重点|要点|清单|议题|议定事项|建议|整改事项|反馈问题|整改任务|重点任务|重点工作|实事|环节|步骤|专题|内容|案例|指标|督办事项|交办事项)(?:之|\\s)?[（(]?(?<n>${CN}{1,4}|${NUM}{1,3})[）)]?\\s{0,2}[：:、．.](?!${NUM}))`,
    ),
    examples: { '任务一：推进改革': 1, '问题1：落实不到位': 1, '措施二、加强监管': 2, '举措之三：畅通渠道': 3 },
    rejects: ['重点任务之一是改革', '任务一览表', '问题导向', '项目10个'],
  },
  {
    // Spelled out with a blank only, still a label where the sequence holds: 问题一 责任落实不到位
    id: 'labelBlank',
    family: 'label',
    rank: null,
    opens: '任问措行事工专反整重实',
    pattern: new RegExp(
      `^(?<m>(?<w>任务|问题|措施|行动|事项|工程|专项|反馈问题|整改事项|整改任务|重点任务|实事)(?<n>${CN}{1,3}|${NUM}{1,3}))[ \\u00a0\\u3000\\t]+(?=\\S)`,
    ),
    weak: /^/,
    examples: { '问题一 责任落实不到位': 1 },
  },
  {
    // Alone on its line, over the lines that tell of it; only where the sequence holds.
    id: 'labelAlone',
    family: 'label',
    rank: null,
    opens: '任问措行事工专反整重实督交议项',
    pattern: new RegExp(
      `^(?<m>(?<w>任务|问题|措施|行动|事项|工程|专项|项目|议题|反馈问题|整改事项|整改任务|重点任务|督办事项|交办事项|议定事项|实事)\\s?(?<n>${CN}{1,3}|${NUM}{1,3}))\\s{0,4}$`,
    ),
    weak: /^/,
    examples: { 督办事项1: 1, 任务三: 3, '项目 12': 12 },
    rejects: ['督办事项1项', '任务一览表', '重点任务之一'],
  },
  {
    // A box set into the text of a plan, with items of its own: it stands beside the item before it.
    id: 'box',
    family: 'box',
    rank: null,
    opens: '专',
    pattern: new RegExp(`^(?<m>专栏\\s?(?<n>${CN}{1,3}|${NUM}{1,3})[：:、．.]?)(?=\\s|[^中的所和及与、])`),
    examples: { '专栏1  重点工程': 1, '专栏二：重大项目': 2 },
    rejects: ['专栏1中的项目', '专栏建设'],
  },
  {
    // The number of a card, labelled like its other lines; only where the sequence holds.
    id: 'card',
    family: 'card',
    rank: null,
    opens: '序编任项事',
    pattern: new RegExp(`^(?<l>(?:任务|项目|事项)?(?:序号|编号)\\s?[：:]\\s{0,2})(?<m>(?<n>${NUM}{1,3}))\\s{0,4}$`),
    weak: /^/,
    examples: { '序号：1': 1, '任务编号: 12': 12 },
    rejects: ['序号：1-2', '编号：1号', '序号1'],
  },
  {
    id: 'bullet',
    family: 'bullet',
    rank: 11,
    opens: '★☆●◆◇■□▲△▶►➢➤◎•▪·',
    pattern: /^(?<m>[★☆●◆◇■□▲△▶►➢➤◎•▪·])(?=\s*\S)/,
    examples: { '★ 推进改革': null, '●完善机制': null },
    rejects: ['——坚持'],
  },
] as const satisfies readonly MarkerRow[]

const RANKS: ReadonlyMap<string, number | null> = new Map(MARKERS.map((row) => [row.family, row.rank]))

/** The rank of a family in the outline, outermost least; `null` where the document alone decides. */
export function rankOf(family: string): number | null {
  return RANKS.get(family) ?? null
}

let rows: ReturnType<typeof byFirst<MarkerRow>> | undefined

function rowsFor(text: string): readonly MarkerRow[] {
  rows ??= byFirst<MarkerRow>(MARKERS, (row) => row.opens)
  return rows(text)
}

/** How far into a paragraph its marker reaches at most. */
const LONGEST = 24

/** The markers a paragraph may begin with, the likeliest first: 2.65岁 is 2.65 or the item 2. that begins with 65岁. */
export function readMarkers(text: string): Marker[] {
  const candidates = rowsFor(text)
  if (candidates.length === 0) return NONE
  const start = text.slice(0, LONGEST)
  const markers: Marker[] = []
  for (const row of candidates) {
    const match = row.pattern.exec(start)
    if (match !== null) markers.push(toMarker(row, match, text))
  }
  return markers
}

const NONE: Marker[] = []

/**
 * The marker that a format made, without the words after it: no sequence need confirm it. One of no known style is a
 * family of its own by what stands around its number; one without a number is none.
 */
export function readGenerated(generated: string): Marker[] {
  const known = readMarkers(`${generated}\u3000文`).find((marker) => marker.text === generated)
  if (known) return [{ ...known, weak: false }]
  const numeral = generated.match(NUMERALS)?.at(-1)
  if (numeral === undefined) return []
  const family = `other:${generated.replaceAll(NUMERALS, '#')}`
  const ordinal = ordinalOf(numeral)
  return [{ style: 'generated', text: generated, family, ordinal, length: generated.length, weak: false }]
}

const NUMERALS = /\d+|[〇零一二三四五六七八九十百]+|[㊀-㊉]/g

/** A marker with its text as the paragraph prints it, whose reading text may have other digits. */
export function asPrinted(marker: Marker, printed: string): Marker {
  const { label = 0, text } = marker
  return { ...marker, text: printed.slice(label, label + text.length) }
}

/** The likeliest marker a paragraph begins with, or `null`. */
export function readMarker(text: string): Marker | null {
  const candidates = rowsFor(text)
  if (candidates.length === 0) return null
  const start = text.slice(0, LONGEST)
  for (const row of candidates) {
    const match = row.pattern.exec(start)
    if (match !== null) return toMarker(row, match, text)
  }
  return null
}

function toMarker(row: MarkerRow, match: RegExpExecArray, text: string): Marker {
  const { l = '', m = '', n, w } = match.groups as Record<string, string>
  const printed = m.trimEnd()
  let length = l.length + printed.length
  while (isBlank(text.charCodeAt(length))) length++
  return {
    style: row.id,
    text: printed,
    family: familyOf(row, printed, w),
    ordinal: n === undefined ? null : ordinalOf(n),
    length,
    weak: row.weak?.test(text) ?? false,
    ...(l === '' ? {} : { label: l.length }),
  }
}

function familyOf(row: MarkerRow, printed: string, word: string | undefined): string {
  if (row.id === 'decimal') return `decimal${(printed.match(/[.．](?=[0-9０-９])/g) ?? []).length + 1}`
  if (row.family === 'label') return `label:${word}`
  if (row.family === 'bullet') return `bullet:${printed}`
  return row.family
}

/** First characters of the runs of numbered signs, with the number each run begins at. */
const SIGNS: readonly (readonly [first: string, last: string, number: number])[] = [
  ['㈠', '㈩', 1],
  ['⒈', '⒛', 1],
  ['⑴', '⒇', 1],
  ['①', '⑳', 1],
  ['㉑', '㉟', 21],
  ['㊱', '㊿', 36],
  ['❶', '❿', 1],
  ['➀', '➉', 1],
  ['➊', '➓', 1],
  ['Ⅰ', 'Ⅻ', 1],
  ['ⅰ', 'ⅻ', 1],
  ['A', 'Z', 1],
  ['a', 'z', 1],
  ['Ａ', 'Ｚ', 1],
  ['ａ', 'ｚ', 1],
  ['㊀', '㊉', 1],
]

/** The number a numeral or a numbered sign says. */
export function ordinalOf(numeral: string): number | null {
  return parseNumeral(numeral) ?? (numeral.length === 1 ? ordinalOfSign(numeral) : null)
}

function ordinalOfSign(sign: string): number | null {
  const run = SIGNS.find(([first, last]) => sign >= first && sign <= last)
  return run ? sign.charCodeAt(0) - run[0].charCodeAt(0) + run[2] : null
}

/** True where a number at the start of a text is a quantity: 1.5亿元, 2.3万人. */
export function startsWithQuantity(text: string): boolean {
  return QUANTITY.test(text)
}

/** A time or a measure right behind a whole number: 2月上旬, 3个以上, 5日前. It may stand where a line was wrapped. */
const COUNTED =
  /^[\d０-９]{1,2}(?:[-—－–][\d０-９]{1,2})?(?:年|月|日|号|天|周|时|分|秒|[个项次名人家户条处所类批期级层楼位岁亩件份台辆座间套支组届季轮])/

const DECIMAL = new RegExp(
  `^(${NUM}{1,2}(?:[-—－–]${NUM}{1,2}|(?:[.．]${NUM}{1,2}){0,4}))[.．、]?\\s{0,4}(?=[“"《]?[〇㐀-鿿])`,
)

/** True where the decimal number of a line is the next after the one that a text begins with: 1.2 after 1.1, 2 after 1.3, 2.1 after 2. */
export function countsOn(before: string, line: string): boolean {
  const [from, to] = [decimalOf(before), decimalOf(line)]
  if (from === null || to === null || from.length + to.length < 3) return false
  if (startsWithQuantity(line) || COUNTED.test(line)) return false
  const last = to.length - 1
  const isBelow = to.length === from.length + 1 && to[last] === 1
  const isNext = to.length <= from.length && to[last] === (from[last] as number) + 1
  return (isBelow || isNext) && to.slice(0, last).every((number, i) => number === from[i])
}

/** True where a text begins with a decimal number, or with a whole one that may be above such: 2.1, 2 重点工作. */
export function isCounted(text: string): boolean {
  return decimalOf(text) !== null
}

function decimalOf(text: string): number[] | null {
  const number = DECIMAL.exec(text.slice(0, LONGEST))?.[1]
  return number === undefined ? null : number.split(/[.．—－–-]/).map((part) => parseNumeral(part) as number)
}
