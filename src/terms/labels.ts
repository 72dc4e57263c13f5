/**
 * Labels: the words before a colon, at the head of a column or after 〔, and the field they name.
 *
 * A label is built of words: any of `words`, as many as there are, and one of `ends` behind them; one of `needs`, where
 * a row has them, must be among it. `exact` are whole labels, `loose` are ends that take any two characters before
 * them (整治时限, 活动内容). Rows are tried in order. Labels are looked up without blanks and in half width.
 */
import type { UnitRole } from '../plan.ts'
import { isBlank } from '../text/chars.ts'

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
  /** Anything else worth keeping: 备注, 资金来源; some is told in sentences. */
  | { kind: 'extra'; told?: true }

interface LabelRow {
  id: string
  field: Field
  words?: string
  ends?: string
  needs?: string
  exact?: string
  loose?: string
  examples: readonly string[]
  rejects?: readonly string[]
}

/** The bodies that do the work. */
const BODIES =
  '处科室 科处室 单位 部门 处室 科室 股室 司局 室 处 科 股 机构 主体 部室 院系 院部 系部 学院 村镇 镇街 街镇 镇村 乡镇 街道 站所 站办 支队 大队 团队 方 者 企业 公司 委室 专委会 成员单位 责任单位 责任部门'
const PERSONS =
  '领导 领导同志 负责同志 负责人 责任人 责任领导 人 人员 同志 局长 市长 县长 区长 院长 校长 镇长 主任 姓名 干部'
const LEVELS =
  '省直 市直 县直 区直 州直 省 市 县 区 镇 乡 局 处 院 校 委 厅 办 州 旗 村 集团 公司 党委 政府 县级 市级 区级 省级 院级 校级 镇级 局级 两级 直属'

export const LABELS = [
  {
    // Before those in charge: who helps with the work does not watch over it.
    id: 'helper',
    field: { kind: 'unit', role: 'support' },
    words: '工作 具体',
    ends: '协助人 协办人 配合人 协助人员 协办人员 配合人员',
    examples: ['协助人', '协办人', '配合人员'],
    rejects: ['协助领导', '配合责任人', '协管领导'],
  },
  {
    // Before the bodies: a person named by office is the one who watches over it, whatever the verb.
    id: 'supervisor',
    field: { kind: 'unit', role: 'supervisor' },
    words: `${LEVELS} 责任 分管 主管 包保 包抓 包联 包案 包片 包村 包干 挂钩 挂点 牵头 督办 督导 挂牌 领衔 负责 主抓 协管 协助 配合 监督 具体 直接 第一 主要 总 整改 落实 经办 承办 挂帅 包 领办 带队 值班 岗位 部门 单位 科室 项目`,
    ends: PERSONS,
    exact: '联系领导 省级联系领导 市级联系领导 县级联系领导 区级联系领导 联系市领导 联系县领导 联系区领导 挂钩联系领导',
    examples: [
      '责任领导',
      '分管领导',
      '责任人',
      '牵头领导',
      '市分管领导',
      '包保领导',
      '整改责任人',
      '联系领导',
      '主要负责人',
      '领办领导',
      '带队领导',
      '值班领导',
    ],
    rejects: ['牵头单位', '责任单位', '领导小组', '参加人员', '联系人', '加强领导', '组织领导'],
  },
  {
    id: 'watcher',
    field: { kind: 'unit', role: 'supervisor' },
    words: `${LEVELS} 督办 监督 督导 督查 监管 考核 验收 跟踪 督促 指导 业务 责任 检查 牵头 具体 的`,
    needs: '督办 监督 督导 督查 监管 考核 验收 督促 指导',
    ends: BODIES,
    examples: ['督办单位', '监督单位', '业务指导部门', '监管责任部门', '督办委室', '具体督办的专委会'],
    rejects: ['责任单位', '牵头单位'],
  },
  {
    id: 'lead',
    field: { kind: 'unit', role: 'lead' },
    words: `${LEVELS} 总 总牵头 牵头 负责 责任 组织 主办 主责 主要 首要 第一 主管 抓总 发起`,
    needs: '牵头 主办 主责 主要责任 首要责任 第一责任 主管 抓总 发起',
    ends: BODIES,
    exact: '牵头 牵头负责 主办 主责',
    examples: [
      '发起部门',
      '牵头单位',
      '牵头部门',
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
    field: { kind: 'unit', role: 'support' },
    words: `${LEVELS} 配合 协办 协同 参与 参加 协作 协助 会办 责任 联办 会同 支持 协管 主要`,
    needs: '配合 协办 协同 参与 参加 协作 协助 会办 联办 会同 支持 协管',
    ends: BODIES,
    exact: '配合 协办 参与 协同',
    examples: ['配合单位', '协办单位', '参与单位', '协同部门', '配合股室', '参加单位', '配合责任单位', '协助单位'],
    rejects: ['责任单位', '牵头单位'],
  },
  {
    id: 'responsible',
    field: { kind: 'unit', role: 'responsible' },
    words: `${LEVELS} 责任 主体 直接 具体 负责 承办 落实 实施 组织 执行 承担 经办 主要 完成 办理 整改 建设 承接 任务 涉及 申报 分工 分办 有关 相关 其他 其它 直 业主 项目 属地 决策 检查 抽查 起草`,
    needs:
      '责任 负责 承办 落实 实施 执行 承担 经办 完成 办理 整改 建设 承接 任务 涉及 申报 分工 分办 有关 相关 业主 项目 属地 检查 抽查 起草',
    ends: BODIES,
    exact:
      '单位名称 部门名称 责任分工 任务分工 部门分工 负责 落实 责任主体 承办 属地 业主 科室 股室 处室 组织单位 成员单位 组成单位',
    examples: [
      '检查主体',
      '单位名称',
      '部门分工',
      '抽查部门',
      '组织单位',
      '成员单位',
      '股室',
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
      '整改责任单位',
      '具体责任单位',
      '完成单位',
      '整改单位',
      '承办站所',
      '决策承办单位',
      '其他责任单位',
      '责任街镇',
      '起草单位',
    ],
    rejects: ['单位', '责任人', '建设内容', '任务', '省政府办公室'],
  },
  {
    id: 'deadline',
    field: { kind: 'deadline' },
    words:
      '计划 拟 预计 要求 目标 最迟 限期 总体 工作 任务 完成 整改 办结 落实 办理 实施 推进 达标 竣工 开工 建成 反馈 报送 报告 截止 督办 时序 序时 销号 验收 启动 见效 解决 交付 上报 答复 结项 公开 发布 出台 印发 执行 落地 建设 项目 的 进度 时间 时限 何时 具体 年度 承诺 开竣工 整治 治理 攻坚 改造 创建 演练 起止 计划完成 交办 报结 完工 交工 通车 投用 投入使用 结束 决策 抽查 开展 普法 宣传 检查 巡查 监测 培训 执法 服务 活动 举办 提请 审议 迎检',
    ends: '时限 时间 期限 日期 时间节点 时限节点 时间表 时间进度 时间安排 时间要求 时限要求 期限要求 进度要求 进度安排 进度计划 计划进度 进度时限 时序进度 时限安排 节点要求 节点安排 时间期限 工期 进度节点 完成节点 节点 时限及要求 时限或期限 时序 月份',
    exact: '序时进度',
    loose: '时限 期限',
    examples: [
      '序时进度',
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
      '督办时间',
      '拟决策时间',
      '抽查时间',
      '普法时间',
      '活动时间',
      '提请审议时间',
      '起止日期',
      '完工时间',
      '计划投用时间',
      '月份',
    ],
    rejects: ['完成情况', '发布机构', '时间紧', '进度'],
  },
  {
    id: 'status',
    field: { kind: 'status' },
    words:
      '目前 当前 最新 截至目前 本月 本季度 年度 阶段 阶段性 任务 工作 整改 项目 落实 办理 推进 完成 实施 建设 贯彻 目标 重点 具体 督办 进展 进度 执行 整体 实际 形象 开展 取得',
    exact: '是否完成 完成与否',
    ends: '情况 进展 状态 进度 成效 结果 现状 进展情况 情况说明 进展及成效 成效及进展',
    needs: '目前 当前 最新 任务 工作 整改 落实 办理 推进 完成 实施 进展 进度 执行 项目 督办 状态 现状 形象 开展 取得',
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
    field: { kind: 'index' },
    exact:
      '# № 序号 编号 建议号 提案号 议案号 建议编号 提案编号 议案编号 项目编号 任务编号 序列 序 No. NO. No NO 号 任务序号 问题序号 项次 计划编号 抽查计划编号 事项编号 清单编号 问题编号',
    examples: ['序号', '编号', '建议号', 'No.', '任务序号', '抽查计划编号'],
    rejects: ['号召'],
  },
  {
    id: 'category',
    field: { kind: 'category' },
    words: '任务 工作 项目 问题 事项 指标 所属 重点',
    ends: '类别 分类 类型 领域 板块 模块 单元 篇章 大类 方面 专题 维度 层级 阶段',
    exact: '组别 检查组别 督导组别',
    loose: '领域',
    examples: ['类别', '任务类别', '工作领域', '板块', '问题类型', '模块', '组别', '治理领域', '改革领域'],
    rejects: ['分类施策'],
  },
  {
    // Before the contents: what comes after how far the work is, and is not the work itself.
    id: 'next',
    field: { kind: 'extra', told: true },
    words: '下一步 下步 工作 整改 推进',
    needs: '下一步 下步',
    ends: '下一步 下步 打算 计划 措施 举措 安排 工作',
    examples: ['下一步打算', '下步措施', '下一步工作计划', '下一步整改措施'],
    rejects: ['下一步将', '整改措施'],
  },
  {
    // Before the contents: a goal is the text only of a table that has no other.
    id: 'goal',
    field: { kind: 'text', rank: 0 },
    words: '年度 工作 任务 整改 具体 总体 综合 主要 预期 绩效 阶段 建设 推进 改革 量化 完成 考核 治理',
    ends: '目标 目标要求 任务目标 目标及要求 目标值及要求',
    // What is assessed says what is to be done, where no other column does.
    exact: '考核标准 考评标准 评分标准 考核评分标准',
    examples: ['考核标准', '工作目标', '年度考核目标', '整改目标', '目标要求', '年度目标', '目标'],
    rejects: ['目标任务', '目标值'],
  },
  {
    // What is to be done, in so many words: before it a name column may stand.
    id: 'content',
    field: { kind: 'text', rank: 3 },
    words:
      '具体 主要 重点 工作 任务 实施 建设 整改 落实 推进 年度 目标 细化 分解 改革 完成 督办 督查 办理 项目 事项 整治 排查 活动 培训 检查 创建 管控 督导 验收 帮扶 宣传 普法 演练 改造 攻坚 治理 民生 迎检 考核 自查 巡查 抽查',
    ends: '内容 举措 措施 要求 任务分解 工作任务 具体任务 任务内容 任务要求 任务措施 做法 要点 事项内容 建议 目标任务 内容及标准 内容及进度 内容及成效要求 内容及规模 规模及内容 规模及主要内容 规模和内容 内容和规模',
    exact: '检查重点 督查重点 督导重点 抽查重点 巡查重点 排查重点 整治重点',
    loose: '内容 措施 举措 内容及标准 内容和标准',
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
      '整治要求',
      '迎检内容及标准',
      '重点普法内容',
      '考核内容',
      '检查重点',
    ],
    rejects: ['时限要求'],
  },
  {
    id: 'task',
    field: { kind: 'text', rank: 2 },
    words:
      '具体 主要 重点 年度 本月 本周 下月 下周 本季度 工作 目标 督办 督查 整改 改革 实事 推进 细化 分解 民生 攻坚 创建 核心 关键 分项 二级 三级 存在 反馈 任务 项目 指标 整治 排查 建设 会议 议定 决定 交办 批示 转办 决策 抽查 检查 普法 宣传 执法 监管 责任 岗位 迎检 巡查 负责 承担',
    ends: '任务 事项 工作 问题 问题描述 工作项目 项目内容',
    exact:
      '具体表现 问题表现 主要表现 具体问题表现 问题具体表现 隐患 问题隐患 隐患问题 主要隐患 安全隐患 风险隐患 事故隐患 案由 案题 建议案由 提案案由 议案案由 建议题目 提案题目 议案题目 建议标题 提案标题 议案标题',
    examples: [
      '抽查事项',
      '重点任务',
      '主要任务',
      '任务',
      '重点工作',
      '督办事项',
      '存在问题',
      '工作事项',
      '改革任务',
      '案由',
      '议定事项',
      '交办事项',
      '决策事项',
      '普法任务',
      '问题隐患',
      '责任事项',
      '具体表现',
      '本月重点工作',
      '巡查任务',
      '负责事项',
      '承担任务',
    ],
    rejects: ['任务类别', '工作内容', '重点工作任务清单'],
  },
  {
    id: 'name',
    field: { kind: 'text', rank: 1 },
    words:
      '项目 任务 工作 事项 实事 工程 指标 行动 专项 改革 活动 课题 建议 提案 议案 民生 重点 重大 建设 一级 整治 专项整治 检查 行业 领域 培训 课程 会议 演练 赛事 服务 决策 年度 计划 抽查',
    ends: '名称 项目 工程 实事 一级指标 一级任务 任务名 重点领域 重点方向 主题 子项 专项行动',
    loose: '项目',
    examples: [
      '年度计划名称',
      '项目名称',
      '实事项目',
      '任务名称',
      '工程名称',
      '重点项目',
      '一级指标',
      '整治项目',
      '建议名称',
      '专项整治行业名称',
    ],
    rejects: ['单位名称', '项目内容'],
  },
  {
    id: 'extra',
    field: { kind: 'extra' },
    exact:
      '备注 说明 附注 适用范围 适用地区 适用对象 实施范围 资金来源 资金安排 所需资金 投资 总投资 年度投资 目标值 指标值 预期目标 预期成果 预期效果 成果形式 完成标志 标志性成果 成果要求 工作成果 工作标准 完成标准 验收标准 评价标准 考核分值 分值 权重 事项来源 任务来源 来源 依据 政策依据 文件依据 代表 领衔代表 提出代表 附议代表 提案人 提案者 第一提案人 领衔人 建议人 联系人 联络员 联络人 联系电话 联系方式 电话 销号情况 是否销号 计量单位 数量 第一季度 第二季度 第三季度 第四季度 一季度 二季度 三季度 四季度 一季度目标 二季度目标 三季度目标 四季度目标 责任类型 公开方式 公开渠道 地点 批示 抽查比例 抽查频次 抽查数量 抽查方式 抽查对象 抽查类型 普法对象 宣传对象 服务对象 检查方式 检查对象 检查频次 检查区域 检查范围 检查地点 检查点位 督导区域 督查区域 职务 分数 得分 选举单位 领衔',
    examples: ['备注', '适用范围', '资金来源', '目标值', '事项来源', '领衔代表', '预期成果', '政策依据'],
    rejects: ['备注栏目建设'],
  },
  {
    // What is told beside how far the work is.
    id: 'told',
    field: { kind: 'extra', told: true },
    words: '存在 的 主要 目前 当前',
    ends: '困难 困难和问题 困难与问题 困难及问题 问题和困难 问题及困难',
    exact: '考核方法 考核办法 考核指标 评分办法 评分方法 考核方式 考评办法',
    examples: ['存在困难', '存在的困难和问题', '考核方法'],
    rejects: ['存在问题', '困难群众'],
  },
] as const satisfies readonly LabelRow[]

/** The longest label looked up, without blanks; keeps look-ups from reading whole sentences. */
const LONGEST = 16

/** A row made ready: its words as sets. */
interface Ready {
  row: LabelRow
  words: ReadonlySet<string>
  needs: readonly string[]
  ends: readonly string[]
  exact: ReadonlySet<string>
  loose: readonly string[]
}

let ready: readonly Ready[] | undefined

function readyRows(): readonly Ready[] {
  ready ??= LABELS.map((row: LabelRow) => ({
    row,
    words: new Set(wordsOf(row.words)),
    needs: wordsOf(row.needs),
    ends: wordsOf(row.ends),
    exact: new Set(wordsOf(row.exact)),
    loose: wordsOf(row.loose),
  }))
  return ready
}

function wordsOf(words: string | undefined): string[] {
  return words === undefined ? [] : words.split(' ')
}

/** The id of the row a label is read by, or `null`. `label` is without blanks and in half width. */
export function labelRowOf(label: string): (typeof LABELS)[number]['id'] | null {
  return (readyRows().find((each) => takes(each, label))?.row.id as (typeof LABELS)[number]['id']) ?? null
}

function takes({ words, needs, ends, exact, loose }: Ready, label: string): boolean {
  if (exact.has(label)) return true
  if (loose.some((end) => label.endsWith(end) && /^[㐀-鿿]{1,2}$/.test(label.slice(0, -end.length)))) return true
  if (needs.length > 0 && !needs.some((need) => label.includes(need))) return false
  return ends.some((end) => label.endsWith(end) && isMadeOf(label.slice(0, -end.length), words))
}

/** True where a text is words of a set, one after another; the empty text is. */
function isMadeOf(text: string, words: ReadonlySet<string>): boolean {
  const reached = [true]
  for (let end = 1; end <= text.length; end++) {
    for (let start = Math.max(0, end - 4); start < end && !reached[end]; start++) {
      if (reached[start] && words.has(text.slice(start, end))) reached[end] = true
    }
  }
  return reached[text.length] === true
}

/** The field a label names, or `null`. Blanks within and full-width forms are allowed. */
export function fieldOf(label: string): Field | null {
  const key = labelKey(label, LONGEST) || labelKey(withoutRemark(label), LONGEST)
  if (key === '') return null
  const cached = known.get(key)
  if (cached !== undefined) return cached
  const field = lookUp(key)
  if (known.size > 2000) known.clear()
  known.set(key, field)
  return field
}

/** 责任部门（加*号为牵头部门，其余为参与部门）: what is said of a label in a bracket behind it. */
function withoutRemark(label: string): string {
  return label.slice(0, /[（(][^（()）]{4,60}[）)]\s?$/.exec(label)?.index ?? 0)
}

const [STAR, WIDE_STAR, WIDE_OPEN, WIDE_CLOSE] = Array.from('*＊（）', (sign) => sign.charCodeAt(0))

/** A label as it is looked up: without blanks and stars, its brackets in half width; `''` for what is too long. */
export function labelKey(label: string, longest = Number.POSITIVE_INFINITY): string {
  let kept = 0
  let isPlain = true
  for (let i = 0; i < label.length && kept <= longest; i++) {
    const code = label.charCodeAt(i)
    const isNothing = isBlank(code) || code === STAR || code === WIDE_STAR
    if (isNothing || code === WIDE_OPEN || code === WIDE_CLOSE) isPlain = false
    if (!isNothing) kept++
  }
  if (kept > longest) return ''
  if (isPlain) return label
  return label
    .replace(/[\s*＊]+/g, '')
    .replace(/（/g, '(')
    .replace(/）/g, ')')
}

/** 截至6月底进展情况, 2024年建设内容: the period says nothing of what the label names. */
const PERIOD =
  /^(?:截[至止])?(?:\d{4}年(?:度)?)?(?:\d{1,2}(?:[-—–~至]\d{1,2})?月份?(?:底|末)?|第?[一二三四]季度|[上下]半年|前[二三]季度|年内|全年)?(?:以来)?/

/** True where a text is a period and no more: 8月, 上半年. */
export function isPeriod(text: string): boolean {
  return text !== '' && PERIOD.exec(text)?.[0] === text
}

const known = new Map<string, Field | null>()

function lookUp(key: string): Field | null {
  // 牵头（责任）单位 is one label; 完成时限（2024年） is explained by its bracket.
  const bare = key.replace(PERIOD, '')
  for (const text of [bare.replace(/[()]/g, ''), bare.replace(/\([^()]*\)$/, '')]) {
    const id = text === '' ? null : labelRowOf(text)
    if (id !== null) return LABELS.find((row) => row.id === id)?.field ?? null
  }
  return ofBoth(bare)
}

/**
 * 责任单位及责任人, 牵头/配合单位: two labels in one name those responsible; 考核方法和考核指标 is told; 建设内容及年度目标
 * is the surer of the two.
 */
function ofBoth(key: string): Field | null {
  const parts = key.split(/[及和与、/]/)
  if (parts.length !== 2 || !parts.every((part) => part !== '' && labelRowOf(part) !== null)) return null
  const fields = parts.map((part) => LABELS.find((row) => row.id === labelRowOf(part))?.field)
  if (fields.every((field) => field?.kind === 'extra')) return { kind: 'extra', told: true }
  if (fields.every((field) => field?.kind === 'unit')) return { kind: 'unit', role: 'responsible' }
  const ranks = fields.map((field) => (field?.kind === 'text' ? field.rank : -1))
  return ranks.includes(-1) ? null : { kind: 'text', rank: Math.max(...ranks) }
}
