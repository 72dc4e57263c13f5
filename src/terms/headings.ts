/**
 * Headings that tell what stands under them: narrative that holds no task, or goals whose numbered items are tasks.
 */

interface HeadingRow {
  id: 'principle' | 'overview' | 'goal' | 'trouble'
  pattern: RegExp
  examples: readonly string[]
  rejects?: readonly string[]
}

/**
 * - `principle`: narrative with all that stands below it, numbered or not.
 * - `overview`: the same, but for goals below it.
 * - `goal`: narrative as prose; its numbered items are tasks.
 * - `trouble`: the same, where nobody is said to put it right.
 */
export const NARRATIVE_HEADINGS = [
  {
    id: 'principle',
    pattern:
      /^(?:指导思想|(?:基本|工作|总体|实施|遵循|主要|整治|整改|组织|活动|处置|办理)*原则|(?:适用|实施|整治|工作|覆盖|检查|培训|评价|考核|公开|活动|排查|试点|统计|摸底|调查|普查|征集|申报|整改|评选|督查)*范围(?:及.{1,8})?|适用对象|(?:制定|编制|起草|出台|政策|工作|项目|有关|形势|主要)*(?:背景|依据|由来|目的|意义|目的意义|背景和依据|背景及依据)(?:和.{1,6}|及.{1,6})?|重要意义|重大意义|基本情况|总体情况|现状|形势分析|面临形势|[㐀-鿿（）()]{0,9}(?:履行|落实)(?:巡[察视])?(?:整改)?主体责任(?:的)?情况|(?:巡[察视])?整改(?:工作)?(?:组织|总体|整体|基本)(?:落实|领导|推进|进展|开展)?情况|(?!明确|提高|认识|充分|深刻|把握|强化|统一|实现|达到)[㐀-鿿“”"《》]{2,13}的(?:目的|意义|背景|必要性|重要性)(?:[和及与、](?:目的|意义|背景|必要性|重要性))?|联系(?:人|方式|电话|人(?:及|和|及其)联系(?:方式|电话))|名词解释|术语.{0,4}|编制说明|(?:专班|领导小组)?(?:组成人员|人员组成)(?:名单)?|(?:领导)?批示(?:内容|原文|要求)|(?:\d{4}年(?:度|上半年)?|上半年|过去一年|上一?年度?)?(?:的|主要|重点)*工作(?:总结|回顾))$/,
    examples: [
      '指导思想',
      '基本原则',
      '工作原则',
      '整改原则',
      '适用范围',
      '背景',
      '编制依据',
      '重要意义',
      '适用范围及公开主体',
      '调查范围',
      '组成人员',
      '批示内容',
      '2024年工作总结',
      '开展活动的目的和意义',
      '联系方式',
      '联系人及联系电话',
      '党组履行整改主体责任情况',
      '巡察整改组织落实情况',
    ],
    rejects: [
      '坚持原则',
      '主题教育',
      '活动时间安排',
      '明确工作的目的',
      '总体要求',
      '公开范围动态拓展',
      '落实主体责任',
      '联系群众',
      '抓好工作总结',
      '巡察反馈意见整改落实情况',
    ],
  },
  {
    id: 'overview',
    pattern:
      /^(?:总体|总|工作|基本)*(?:要求|思路|思想|考虑|部署)(?:和.{1,6}|及.{1,6}|与.{1,6})?$|^(?:指导思想|总体要求|总体思路|工作思路|工作目标|总体目标|主要目标|基本原则|目标任务)(?:和|及|与|、)(?:指导思想|总体要求|总体思路|工作思路|工作目标|总体目标|主要目标|基本原则|工作原则|目标|原则|目标任务)$/,
    examples: ['总体要求', '总体思路', '工作思路', '工作思想', '指导思想和工作目标', '总体要求和主要目标'],
    rejects: ['工作要求', '具体要求'],
  },
  {
    id: 'goal',
    pattern:
      /^(?:总体|工作|主要|年度|整治|行动|阶段|发展|预期|任务|具体|整改|基本|建设|创建|总|活动|改革|治理|禁烧|教育|教学|管理|普法|宣传|扶贫|脱贫|安全|服务|环保|减排|节能|防治|防控|考核|绩效|学习|培训)*(?:目标|目标要求|预期目标|工作目标任务)$/,
    examples: ['工作目标', '主要目标', '总体目标', '年度目标', '禁烧目标', '目标'],
    rejects: ['目标任务', '目标责任考核'],
  },
  {
    id: 'trouble',
    pattern:
      /^(?:当前|目前|工作(?:中)?)?存在的?(?:主要|突出|一些)?(?:问题|困难|不足|短板)(?:[和与及、](?:问题|困难|不足|短板|原因|原因分析)){0,2}$/,
    examples: ['存在问题', '存在的主要问题', '当前存在的困难和问题', '工作中存在的不足'],
    rejects: ['存在问题整改措施', '问题整改', '突出问题专项治理'],
  },
] as const satisfies readonly HeadingRow[]

export type NarrativeKind = HeadingRow['id']

/** What heads the account of the past year, in a document that goes on with a plan. */
const LOOKS_BACK =
  /^(?:\d{4}年(?:度|上半年|以来)?|今年(?:以来)?|上半年|过去一年|一年来|本年度?)?(?:的|主要|重点|全年|各项|年度){0,3}(?:工作)?(?:总结|回顾|(?:开展|完成|进展|推进|落实)?情况|(?:取得)?(?:的)?(?:主要)?成[效绩]|亮点(?:工作)?|(?:做法|措施)[和与及]成[效绩]|经验(?:做法)?)$|^(?:当前|目前|工作(?:中)?)?存在的?(?:主要|突出)?(?:问题|困难|不足|短板)(?:[和与及、](?:问题|困难|不足|短板|原因|原因分析)){0,2}$|^(?:主要)?问题[和与及](?:不足|困难)$/

/** Whether a heading tells of what was done and what was amiss. */
export function looksBack(title: string): boolean {
  const key = headingKey(title)
  return key.length <= 24 && LOOKS_BACK.test(key)
}

/** A heading as it is looked up. */
export function headingKey(title: string): string {
  return title.replace(/\s+/g, '').replace(/[。：:]$/, '')
}

/** Which kind of narrative a heading announces, or `null` for work. */
export function narrativeOf(title: string): NarrativeKind | null {
  const key = headingKey(title)
  if (key.length === 0 || key.length > 16) return null
  if (/^(?:工作|具体|有关|相关|几点|纪律|组织|其他)要求$/.test(key)) return null
  return NARRATIVE_HEADINGS.find((row) => row.pattern.test(key))?.id ?? null
}

/** Headings of narrative that text which lost its line ends goes on behind: 总体要求以……为指导. */
const NARRATIVE_START =
  /^(?:总体要求|总体思路|指导思想|基本原则|工作原则|总体目标|工作目标|主要目标|发展目标|适用范围|重要意义|重大意义)(?=[㐀-鿿“])(?!和|及|与)/

/** How long the heading of narrative is that a text begins with; 0 where it begins with none. */
export function narrativeAtStart(text: string): number {
  return NARRATIVE_START.exec(text)?.[0].length ?? 0
}

/**
 * Lines that no text has but as headings: all in lenticular brackets, a period of the year alone, or what is asked of all
 * at the end, after the work.
 */
type HeadingShape = 'bracketed' | 'period' | 'demands'

const SHAPES: readonly (readonly [shape: HeadingShape, pattern: RegExp])[] = [
  ['bracketed', /^[【〖][^【】〖〗。；：:]{2,20}[】〗]$/],
  ['demands', /^(?:有关|相关|几点|纪律|其他)要求[：:]?$|^(?:组织领导|组织保障)[：:]$/],
  [
    'period',
    /^(?:\d{4}年)?(?:第?[一二三四1-4]季度|[上下]半年|(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?|第[一二三四五六七八九十]{1,3}周)(?:重点|主要)?(?:工作|任务|安排|计划)?[：:]?$/,
  ],
]

/** 会议议定： leads in what follows; it heads nothing. */
const LEAD_IN =
  /^(?:会议|经(?:研究|讨论)|与会)[^，。；：:]{0,10}(?:议定|决定|确定|明确|要求|强调|指出|认为|同意|如下)[：:]$/

/** Whether a line alone is the beginning of the sentences or items below it, and no heading of theirs. */
export function leadsIn(line: string): boolean {
  return LEAD_IN.test(line)
}

/** Words of headings that are labels as well: 【重点工作】 alone on a line, once, is no label. */
const ALSO_LABELS = /^(?:(?:重点|主要)(?:工作|任务)|保障措施|工作(?:任务|措施|要求))$/

/** Whether words that may be a label are a heading where they stand alone in lenticular brackets. */
export function isAlsoHeading(words: string): boolean {
  return ALSO_LABELS.test(words)
}

/** The shape of a heading without a number that a line has, or `null`. */
export function headingShape(line: string): HeadingShape | null {
  return SHAPES.find(([, pattern]) => pattern.test(line))?.[0] ?? null
}
