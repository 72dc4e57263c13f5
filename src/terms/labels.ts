/**
 * Labels: the words before a colon, at the head of a column or after 〔, and the field they name. A label is looked
 * up in its plain form (no blanks, half width). The rows are tried in order; `who`, `what` and `when` are the words
 * labels are built from.
 */
import type { UnitRole } from '../plan.ts'

/** What a label or a column heading stands for. */
export type Field =
  | { kind: 'unit'; role: UnitRole }
  | { kind: 'deadline' }
  | { kind: 'status' }
  /** The number of a row. */
  | { kind: 'index' }
  /** The work itself; the higher the rank, the more surely it is the text of a table's tasks. Rank 0 is a goal. */
  | { kind: 'text'; rank: number }
  /** A word that groups rows: 类别, 领域. */
  | { kind: 'category' }
  /** Anything else worth keeping: 备注, 资金来源. */
  | { kind: 'extra' }

interface LabelRow {
  id: string
  pattern: RegExp
  field: Field
  examples: readonly string[]
  rejects?: readonly string[]
}

/** The bodies that do the work: 单位, 部门, 科室 … */
const BODY =
  '(?:单位|部门|处室|科室|股室|司局|室|处|科|股|机构|主体|部室|院系|院部|系部|学院|村镇|镇街|镇村|乡镇|街道|站所|站办|支队|大队|团队|牵头人|方|者|企业|公司)'
const PERSON = '(?:领导同志|领导|负责同志|负责人|责任人|人员|人|同志|局长|市长|县长|区长|院长|校长)'
const LEAD = '(?:总?牵头(?:负责|责任|组织)?|主办|主责|主责任|主要责任|首要责任|第一责任|主管|抓总)'
const RESPONSIBLE =
  '(?:责任|主体责任|直接责任|具体责任|负责|承办|具体承办|落实|责任落实|实施|具体实施|组织实施|执行|承担|经办|主要负责|具体负责|完成|办理|整改|整改责任|整改落实|建设|承接|任务|任务承担|涉及|申报|主要承办|分工|分办)'
const SUPPORT = '(?:配合|协办|协同|参与|参加|协作|协助|会办|协同配合|配合责任|责任配合|联办|会同|支持|协管)'
const LEVEL =
  '(?:省|市|县|区|镇|乡|局|处|院|校|委|厅|办|州|旗|村|集团|公司|党委|政府|县级|市级|区级|省级|院级|校级|镇级)*'

export const LABELS = [
  {
    // Before the bodies: a person named by office is the one who watches over it, whatever the verb.
    id: 'supervisor',
    pattern: new RegExp(
      `^(?:(?:${LEVEL}(?:责任|分管|主管|包.|挂钩|挂点|联系|牵头|督办|督导|挂牌|领衔|负责|主抓|协管|协助|配合|监督|具体|直接|第一|主要|总|整改|整改责任|落实|经办|承办|挂帅)*${PERSON})(?:姓名)?|(?:督办|监督|督导|督查|监管|考核|验收|跟踪督办|牵头督办|督促|指导|业务指导|监督检查)(?:责任)?${BODY}|责任领导及?责任人|分管(?:县|市|区|局|院|校)?(?:领导|长)|.{0,3}领导)$`,
    ),
    field: { kind: 'unit', role: 'supervisor' },
    examples: [
      '责任领导',
      '分管领导',
      '责任人',
      '督办单位',
      '牵头领导',
      '市分管领导',
      '包保领导',
      '监督单位',
      '整改责任人',
      '联系人',
    ],
    rejects: ['牵头单位', '责任单位', '领导小组'],
  },
  {
    id: 'lead',
    pattern: new RegExp(`^${LEVEL}${LEAD}(?:[((]?(?:责任|主办|负责)[))]?)?${BODY}$|^牵头$|^牵头负责$|^主办$`),
    field: { kind: 'unit', role: 'lead' },
    examples: [
      '牵头单位',
      '牵头部门',
      '牵头处室',
      '主办单位',
      '主责单位',
      '牵头科室',
      '市牵头单位',
      '牵头责任单位',
      '牵头(责任)单位',
    ],
    rejects: ['牵头领导', '责任单位'],
  },
  {
    id: 'support',
    pattern: new RegExp(`^${LEVEL}${SUPPORT}${BODY}$|^配合$|^协办$`),
    field: { kind: 'unit', role: 'support' },
    examples: ['配合单位', '协办单位', '参与单位', '协同部门', '配合股室', '参加单位', '配合责任单位', '协助单位'],
    rejects: ['责任单位'],
  },
  {
    id: 'responsible',
    pattern: new RegExp(
      `^${LEVEL}${RESPONSIBLE}${BODY}(?:(?:及|和|与|、|/)${RESPONSIBLE}?(?:${BODY}|${PERSON}))*$|^(?:${LEAD}|责任)?(?:[、/和及与]|[((])(?:${LEAD}|${SUPPORT}|责任)[))]?${BODY}$|^${LEAD}${BODY}?[、/和及与]${SUPPORT}${BODY}$|^责任分工$|^任务分工$|^负责$|^落实$|^责任主体$|^${LEVEL}直?(?:有关|相关)(?:责任)?(?:单位|部门)$`,
    ),
    field: { kind: 'unit', role: 'responsible' },
    examples: [
      '责任单位',
      '责任部门',
      '责任处室',
      '责任科室',
      '责任股室',
      '承办单位',
      '落实单位',
      '实施单位',
      '负责单位',
      '责任主体',
      '承办科室',
      '责任单位及责任人',
      '整改责任单位',
      '具体责任单位',
      '牵头及配合单位',
      '完成单位',
      '整改单位',
    ],
    rejects: ['单位', '责任人', '建设内容', '任务'],
  },
  {
    id: 'deadline',
    pattern:
      /^(?:计划|拟|预计|要求|目标|最迟|限期)?(?:总体|工作|任务)?(?:完成|整改|整改完成|办结|落实|办理|实施|推进|达标|竣工|开工|建成|工作|反馈|报送|报告|截止|任务|时序|序时|销号|验收|启动|见效|解决|交付|上报|答复|结项|公开|发布|出台|印发|执行|落地|建设|项目)?(?:完成)?(?:的)?(?:时限|时间|期限|日期|时间节点|时限节点|节点|时间表|时间进度|时间安排|时间要求|时限要求|期限要求|进度要求|进度安排|进度计划|计划进度|进度时限|时序进度|时限安排|节点要求|节点安排|时间期限|完成时限|完成时间|工期)(?:要求|安排|节点|及要求)?$|^[\p{Script=Han}]{2}(?:时限|期限|时间)$|^(?:何时完成|时限及要求|完成节点|进度节点|完成时间或时限|时间或期限)$/u,
    field: { kind: 'deadline' },
    examples: [
      '完成时限',
      '时限要求',
      '完成时间',
      '整改时限',
      '办结时限',
      '时间节点',
      '进度要求',
      '时限',
      '时间',
      '期限',
      '完成期限',
      '计划完成时间',
      '进度安排',
      '时间安排',
      '完成时间节点',
      '落实时限',
      '截止时间',
      '工作时限',
    ],
    rejects: ['完成情况', '发布机构', '时间紧', '进度'],
  },
  {
    id: 'status',
    pattern:
      /^(?:目前|当前|最新|截至目前|本月|本季度|年度|阶段性?)?(?:任务|工作|整改|项目|落实|办理|推进|完成|实施|建设|贯彻|目标|重点|整改落实|工作落实|任务完成|贯彻落实|工作完成|工作推进|具体|督办)?(?:完成|落实|推进|进展|办理|整改|实施|进度|执行)?(?:情况|进展|状态|进度|成效|结果|现状|进展情况|完成情况|落实情况|进度情况|推进情况)(?:说明|及成效|和成效|及进展)?$/,
    field: { kind: 'status' },
    examples: [
      '完成情况',
      '落实情况',
      '进展情况',
      '整改进展',
      '工作进展',
      '推进情况',
      '目前进展',
      '状态',
      '办理情况',
      '完成进度',
      '整改落实情况',
      '工作进展情况',
      '任务完成情况',
      '整改情况',
      '办理结果',
      '整改成效',
    ],
    rejects: ['情况说明会', '完成时限', '基本情况'],
  },
  {
    id: 'index',
    pattern: /^(?:序号|编号|项目编号|任务编号|序列|序|No\.?|NO\.?|号|任务序号|问题序号|项次)$/,
    field: { kind: 'index' },
    examples: ['序号', '编号', 'No.', '任务序号'],
    rejects: ['号召'],
  },
  {
    id: 'category',
    pattern:
      /^(?:任务|工作|项目|问题|事项|指标|所属)?(?:类别|分类|类型|领域|板块|模块|单元|篇章|大类|方面|专题|维度|层级|阶段)$/,
    field: { kind: 'category' },
    examples: ['类别', '任务类别', '工作领域', '板块', '问题类型'],
    rejects: ['分类施策'],
  },
  {
    // Before the contents: a goal is the text only of a table that has no other.
    id: 'goal',
    pattern:
      /^(?:年度|工作|任务|整改|具体|总体|主要|预期|绩效|阶段|建设|推进|改革|量化)*(?:目标|目标要求|任务目标|目标及要求|工作目标要求)$/,
    field: { kind: 'text', rank: 0 },
    examples: ['工作目标', '整改目标', '目标要求', '年度目标', '目标'],
    rejects: ['目标任务', '目标值'],
  },
  {
    // What is to be done, in so many words: before it a name column may stand.
    id: 'content',
    pattern:
      /^(?:(?:具体|主要|重点|工作|任务|实施|建设|整改|落实|推进|年度|目标|细化|分解|改革|完成|年度工作|年度任务|具体工作|主要工作|重点工作|督办|督查|办理|项目)*(?:内容|举措|措施|要求|任务分解|工作任务|具体任务|任务内容|任务及要求|内容及要求|任务要求|任务和要求|任务措施|做法|要点|事项内容|建议|目标任务|内容和要求|内容及标准)(?:及(?:目标|要求|标准|进度|成效)(?:要求)?)?)$|^[\p{Script=Han}]{2}(?:内容|措施|举措)$|^(?:整治|排查|活动|培训|检查|创建|管控|督导|验收|帮扶|宣传|演练|改造|攻坚|治理)(?:要求|任务)$/u,
    field: { kind: 'text', rank: 3 },
    examples: [
      '具体内容',
      '工作要求',
      '工作措施',
      '整改措施',
      '任务内容',
      '工作内容',
      '主要举措',
      '具体措施',
      '建设内容',
      '工作举措',
      '重点任务分解',
      '目标任务',
      '具体工作任务',
      '落实措施',
      '任务要求',
    ],
    rejects: ['时限要求', '目标要求'],
  },
  {
    id: 'task',
    pattern:
      /^(?:具体|主要|重点|年度|工作|目标|督办|督查|整改|改革|实事|推进|细化|分解|民生|攻坚|创建|核心|关键|分项|二级|三级|分解)*(?:任务|事项|工作|目标|工作任务|指标任务|工作事项|任务事项|问题|存在问题|主要问题|反馈问题|问题描述|工作项目|项目内容)$/,
    field: { kind: 'text', rank: 2 },
    examples: ['重点任务', '主要任务', '任务', '重点工作', '督办事项', '存在问题', '工作事项'],
    rejects: ['任务类别', '工作内容'],
  },
  {
    id: 'name',
    pattern:
      /^(?:(?:项目|任务|工作|事项|实事|工程|指标|行动|专项|改革|活动|课题)*名称|(?:实事|民生|重点|重大|建设|工程|工作)*(?:项目|工程|实事)|[\p{Script=Han}]{2}项目|一级(?:指标|任务)|任务名|重点领域|重点方向|主题|子项|专项行动)$/u,
    field: { kind: 'text', rank: 1 },
    examples: ['项目名称', '实事项目', '任务名称', '工程名称', '重点项目', '一级指标'],
    rejects: ['单位名称', '项目内容'],
  },
  {
    id: 'extra',
    pattern:
      /^(?:备注|说明|附注|资金来源|资金安排|所需资金|投资|总投资|年度投资|目标值|指标值|预期目标|预期成果|预期效果|成果形式|工作成果|工作标准|完成标准|考核标准|验收标准|评价标准|考核分值|分值|权重|事项来源|任务来源|来源|依据|政策依据|文件依据|联系电话|联系方式|电话|销号情况|是否完成|是否销号|计量单位|数量|第[一二三四]季度|[一二三四]季度|[一二三四]季度目标|\d{1,2}月|责任类型|公开方式|公开渠道|地点|批示|要情|存在困难|下一步(?:打算|计划|措施|工作)|困难(?:和|与|及)问题)$/,
    field: { kind: 'extra' },
    examples: ['备注', '资金来源', '目标值', '事项来源', '预期成果', '政策依据'],
    rejects: ['备注栏目建设'],
  },
] as const satisfies readonly LabelRow[]

/** The longest label in the table, with blanks; keeps look-ups from reading whole sentences. */
export const LONGEST_LABEL = 16

/** The field a label names, or `null`. Blanks within and full-width forms are allowed. */
export function fieldOf(label: string): Field | null {
  const key = label
    .replace(/[\s\u3000*]+/g, '')
    .replace(/（/g, '(')
    .replace(/）/g, ')')
  if (key.length === 0 || key.length > LONGEST_LABEL) return null
  // 配合处室（单位）, 完成时限（2024年）: what stands in brackets only explains.
  return lookUp(key) ?? lookUp(key.replace(/\([^()]*\)$/, ''))
}

const known = new Map<string, Field | null>()
function lookUp(key: string): Field | null {
  if (key === '') return null
  const cached = known.get(key)
  if (cached !== undefined) return cached
  const field = LABELS.find((row) => row.pattern.test(key))?.field ?? null
  if (known.size > 2000) known.clear()
  known.set(key, field)
  return field
}
