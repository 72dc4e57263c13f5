/**
 * Units: the words names of public bodies end in, the words that stand for a group, and the verbs that give a role.
 */
import type { UnitRole } from '../plan.ts'
import { squeeze } from '../text/chars.ts'
import { byLast } from '../text/first.ts'

/** What a name of a body ends in; a bracketed second name may follow (县发展改革局（县粮食和物资储备局）). */
const ENDINGS = [
  // offices and their parts
  '局',
  '委',
  '办',
  '部',
  '厅',
  '处',
  '科',
  '股',
  '室',
  '院',
  '所',
  '站',
  '队',
  '署',
  '司',
  '署',
  '组',
  '厂',
  '班',
  '中心',
  '办公室',
  '委员会',
  '管委会',
  '党委',
  '党组',
  '党工委',
  '工委',
  '支部',
  '党总支',
  '纪委',
  '监委',
  '纪工委',
  '人大',
  '政协',
  '政府',
  '工作组',
  '领导小组',
  '小组',
  '专班',
  '指挥部',
  '专委会',
  '常委会',
  '联席会议',
  '派出所',
  '窗口',
  '机关',
  // places that act
  '省',
  '市',
  '县',
  '区',
  '旗',
  '州',
  '街道',
  '镇',
  '乡',
  '村',
  '社区',
  '园区',
  '开发区',
  '新区',
  '管理区',
  '示范区',
  '高新区',
  '林场',
  '农场',
  '景区',
  '片区',
  '港区',
  '保税区',
  '镇街',
  '乡镇',
  '街镇',
  '村居',
  '各地',
  // public bodies and firms
  '公司',
  '集团',
  '剧团',
  '歌舞团',
  '艺术团',
  '银行',
  '支行',
  '分行',
  '联社',
  '商行',
  '农发行',
  '国开行',
  '书店',
  '监狱',
  '企业',
  '电网',
  '电信',
  '移动',
  '联通',
  '铁塔',
  '学校',
  '校',
  '大学',
  '学院',
  '中学',
  '小学',
  '幼儿园',
  '教研室',
  '年级组',
  '年级部',
  '医院',
  '卫生院',
  '保健院',
  '疾控',
  '协会',
  '学会',
  '商会',
  '联合会',
  '基金会',
  '工会',
  '总工会',
  '妇联',
  '残联',
  '科协',
  '监会',
  '贸促会',
  '文联',
  '侨联',
  '工商联',
  '供销社',
  '团委',
  '共青团',
  '红十字会',
  '合作社',
  '法院',
  '检察院',
  '村委会',
  '居委会',
  '村委',
  '居委',
  '项目法人',
  '第一书记',
  '总队',
  '支队',
  '大队',
  '中队',
  '分局',
  '海关',
  '边检',
  '消防',
  '武警',
  '武装部',
  // A stretch of road ends like these: 人民路至广场段.
  '公路段',
  '养护段',
  '管理段',
  '工务段',
  '电务段',
  '机务段',
  '车务段',
  '车辆段',
  '供电段',
  '客运段',
  '气象台',
  '电视台',
  '融媒体',
  '报社',
  '图书馆',
  '博物馆',
  '文化馆',
  '档案馆',
  '体育馆',
  '纪念馆',
  '美术馆',
  '科技馆',
  '水库',
  '车间',
  '工区',
  '项目部',
  '经理部',
  '事业部',
  '系',
  '社',
  '站点',
  '兵团',
  '馆',
  '库',
  '单位',
  '部门',
  '科室',
  '处室',
  '股室',
  '司局',
  '机构',
  '成员',
  '主体',
  '责任人',
  '负责人',
  '班主任',
  '网格',
  '网格员',
  '护林员',
  '辅导员',
  '安全员',
  '信息员',
  '教师',
  '班级',
] as const

/** Short forms of bodies that no ending shows. */
const SHORT_FORMS =
  /^(?:[省市县区州旗]?(?:公安|财政|教育|民政|司法|住建|交通|水利|水务|农业|农业农村|商务|文旅|卫健|应急|审计|国资|市监|市场监管|统计|医保|信访|税务|气象|发改|经信|工信|科技|人社|自然资源|生态环境|城管|林业|园林|金融|团委|妇联|残联|总工会|网信|组织|宣传|统战|政法|编办))$/

const ENDS = new RegExp(`(?:${[...new Set(ENDINGS)].sort((a, b) => b.length - a.length).join('|')})$`)

/** Words no name holds: they make a phrase of it. */
const PHRASE =
  /[，。；：:;“”"？！?!…％%+]|[的了将须若则凡且即]|应[当该由在于]|并[在于由]|要(?!闻)|明确|切实|认真|负责|牵头|配合|根据|按照|不[得低超少足再]|(?:关于|印发|开展|完成|推进(?!办|中心|工?作?[组专]|委员会|处|科|局)|加强|落实|建立|制定|进行|组织开展|做好|确保|达到|实现|提高|包括|例如|以下|以上|其中|含有|不含|除外|试点地区|先行)|^(?:鼓励|引导(?!基金)|动员|支持(?!中心|保障|服务))|^[含指即如见详附注按以为在对至约]|^共(?!青团)|\d[个项家次户人万亿元平公处座条辆米月日]|^(?:已|正在|基本|拟)/

/** Endings that places share with bodies: alone in brackets behind words of a sentence they explain rather than assign. */
export const PLACE = /^(?!各|全)[^、，,；;]{1,10}(?:省|市|县|区|旗|州|镇|乡|村|社区|园区|景区|片区|新区|林场|农场)$/

/** Endings of rooms and sites, after which 和 or 与 as a rule goes on with the same name: 实验室与设备管理处. */
const WEAK_END = /(?:(?<!办公|教研|科|处|股|部)室|馆|所|站|库|村|区|县|市|镇|乡)$/

/** A group: every…, the ones concerned, all of a kind. */
const GROUP =
  /^(?:[省市县区州镇]?直?各|有关|相关|其他|全[省市县区镇局校院体]|所有)|(?:有关|相关|各)[〇㐀-鿿（）()、]{0,12}$|(?:有关|相关|各)?(?:责任|成员|职能|参建|下属|所属|直属|局属|厅属|委属|市直|县直|区直|省直|处属|院属|校属)(?:各|有关|相关)?(?:单位|部门|企业|机构)$/

/** True for a name that stands for several bodies; few names hold a character that such a one must. */
export function isGroup(name: string): boolean {
  return /[各关他全有]|[位门业构]$/.test(name) && GROUP.test(name)
}

/** The same bodies are named again and again: what was looked at last is remembered, so much and no more. */
const MOST_KNOWN = 2000
const units = new Map<string, boolean>()

/** True for a piece of a list that is, by its look, the name of one body or group. */
export function looksLikeUnit(name: string): boolean {
  const bare = squeeze(name)
  if (bare.length < 2 || bare.length > 30) return false
  const known = units.get(bare)
  if (known !== undefined) return known
  const outer = bare.replace(/[（(〔[][^（()）〔[]*(?:[)）\]〕]|$)$/, '')
  const isUnit =
    outer.length > 0 &&
    !PHRASE.test(outer) &&
    (ENDS.test(outer) || SHORT_FORMS.test(outer) || (outer.length <= 10 && isGroup(outer)))
  if (units.size >= MOST_KNOWN) units.clear()
  units.set(bare, isUnit)
  return isUnit
}

/** True where a text ends as full names of bodies do; 自然资源, which 和规划局 may follow, does not. */
export function endsLikeUnit(name: string): boolean {
  const bare = squeeze(name)
  return bare.length >= 2 && ENDS.test(bare) && !SHORT_FORMS.test(bare)
}

/** What the last name of a list ends in for all of them: 东山、西河公司; 教育、民政部门. */
const SHARED_END = /^[㐀-鿿]{2,8}?(分?公司|部门|单位)$/

/** True for a name that goes without its end where the last of its list has it for all. */
export function sharesEnd(name: string, last: string): boolean {
  const end = SHARED_END.exec(last)?.[1] ?? ''
  const longest = end.endsWith('公司') ? 3 : 4
  return end !== '' && /^[㐀-鿿]{2,4}$/.test(name) && name.length <= longest && looksLikeUnit(name + end)
}

/** True where 和 or 与 after a name surely begins another one. */
export function endsWholeName(name: string): boolean {
  const bare = squeeze(name)
  return endsLikeUnit(bare) && (!WEAK_END.test(bare) || isGroup(bare))
}

/** Two bodies of one level or one kind: 镇水务站和镇综合执法队, 派出所和交管所. */
export function areAlike(left: string, right: string): boolean {
  const level = /^[省市县区旗镇乡街村校院](?=[㐀-鿿]{2})/.exec(left)?.[0]
  const kind = /[所站村区县市镇乡]$/.exec(left)?.[0]
  if (!endsLikeUnit(left)) return false
  return (level !== undefined && right.startsWith(level)) || (kind !== undefined && right.endsWith(kind))
}

/** Shorter ones are pieces of names: 分行, 各乡. */
const SHORTEST_BODY = 3
/** No end of a name is so long: 开发区管委会. */
const LONG_BODY = 5
/** A name that surely ends: 市人力资源社, which 会保障局 may follow, does not. */
const WHOLE = /(?:局|委|办|院|处|队|部|厅|府|中心|公司|集团)$/
/** Of a place, with nothing before it, the rest of a name: 石门镇|人民政府. */
const REST = /^(?:人民政府|办事处|管委会|委员会|居委会|村委会|领导小组)$/
/** How the full name of a body begins. */
const FULL = /^(?:各|相关|有关|[省市州县区旗镇乡]|团|国家|驻)/

/**
 * True where a line of a cell, with those after it, begins the name of another body than the full line before it ends
 * with, though nothing stands between them: 市教育局|各乡镇人民政府, 综合科|督查室, but 市住房城乡|建设局.
 */
export function beginsBody(lines: string, before: string): boolean {
  const name = (text: string, at: number) => text.split(/[、，,；;\s]/).at(at) ?? ''
  const [last, next] = [name(before, -1), name(lines, 0)]
  if (Math.min(last.length, next.length) < SHORTEST_BODY || !endsLikeUnit(last) || !looksLikeUnit(next)) return false
  if (REST.test(next)) return false
  return FULL.test(next) || !FULL.test(last) || (WHOLE.test(last) && next.length >= LONG_BODY)
}

/** The commonest family names; with them nearly every name of a person begins. */
const SURNAMES =
  /^(?:欧阳|司马|上官|诸葛|司徒|东方|夏侯|皇甫|尉迟|公孙|慕容|令狐|[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦向柳邢骆岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺])/

/** Four characters, some of which may take two UTF-16 units. */
const LONGEST_PERSON = 8

/** True for what may be a person's name: two to four Chinese characters that begin with a family name. */
export function looksLikePerson(name: string): boolean {
  const bare = squeeze(name)
  if (bare.length < 2 || bare.length > LONGEST_PERSON) return false
  return SURNAMES.test(bare) && /^[㐀-鿿𠀀-𳎯·]{2,4}$/u.test(bare) && !ENDS.test(bare)
}

interface RoleRow {
  id: string
  /** The last characters of its words. */
  closes: string
  /** Stands at the end of a clause, after the names. */
  pattern: RegExp
  role: UnitRole
  examples: readonly string[]
}

/** What the end of a clause says of the names before it. Longer forms stand first. */
export const ROLE_VERBS = [
  {
    id: 'lead',
    closes: '头办责总位门施织实进理筹导调草',
    pattern:
      /(?:(?:为|是|作为)?(?:总|分别|共同|联合|具体|统一|总体)?(?:牵头|主办|主责|抓总)(?:负责起草|起草|负责|单位|部门|组织实施|组织|落实|抓好落实|推进|实施|办理|承办|统筹|督导|督办|协调|指导)?)$/,
    role: 'lead',
    examples: [
      '市教育局牵头',
      '市教育局牵头负责',
      '市信访局、市公安局分别牵头',
      '市住建局主办',
      '市生态环境局牵头督导',
      '发改委、教体局等牵头单位',
      '市司法局牵头起草',
    ],
  },
  {
    id: 'support',
    closes: '合办同与加助作持位门施进实理好',
    pattern:
      /(?:(?:等)?(?:积极|踊跃|主动|联动|组队|派员|派人|报名|全程|按时|协同|共同|分别|协助|予以|做好|按职责|按职责分工|按照职责分工|根据职责){0,4}(?:配合|协办|协同|参与|参加|协助|会办|协作|支持)(?:单位|部门|实施|推进|落实|办理|做好|配合)?)$/,
    role: 'support',
    examples: [
      '市财政局配合',
      '市财政局、市人社局参与',
      '各镇街配合落实',
      '市妇联协办',
      '市财政局按职责分工配合',
      '各乡镇组队参加',
      '市直各单位派员踊跃参加',
    ],
  },
  {
    id: 'supervisor',
    closes: '办导实督促调查效',
    pattern:
      /(?:(?:负责)?(?:(?:跟踪|全程|定期|挂牌)?(?:督办|督导)|(?:跟踪|全程)(?:督查|督促|问效|监督)|督查督办|督促落实|监督|督促指导|督促|(?:业务|技术|具体)?指导(?:监督|督促|协调)?))$/,
    role: 'supervisor',
    examples: ['市政府督查室督办', '纪检组监督', '市农业农村局指导', '县妇联业务指导', '县政府督查室跟踪督办'],
  },
  {
    id: 'responsible',
    closes: '责实办施担理行头织进成工能草',
    pattern:
      /(?:(?:根据|按照?|依|依照|结合|按照?各自)?(?:各自)?(?:职责|职能|分工|职责分工|职能分工|职责任务|任务分工)?(?:分别|分工|共同|具体|会同|联合|统一|组织|牵头)?(?:负责|抓好落实|抓落实|贯彻落实|推进落实|落实|承办|实施|组织实施|承担|办理|执行|负责落实|负责实施|负责办理|负责牵头|起草|负责起草)(?:组织|实施|落实|推进|办理|完成)?|(?:根据|按照?)(?:各自)?(?:职责分工|职责|分工|职能分工|职能))$/,
    role: 'responsible',
    examples: [
      '市住建局负责',
      '市住建局、市水务局按职责分工负责',
      '各镇街分别负责',
      '市水务局组织实施',
      '市直有关部门按职责分工',
      '市消防救援支队起草',
      '各乡镇、各部门抓好落实',
    ],
  },
] as const satisfies readonly RoleRow[]

let verbsFor: ReturnType<typeof byLast<RoleRow>> | undefined

/** The role a clause ends in, and where the names before it end; `null` where it ends in none. */
export function roleVerbOf(clause: string): { role: UnitRole; end: number; id: string } | null {
  verbsFor ??= byLast<RoleRow>(ROLE_VERBS, (row) => row.closes)
  let best: { role: UnitRole; end: number; id: string } | null = null
  for (const { id, pattern, role } of verbsFor(clause)) {
    const match = pattern.exec(clause)
    if (match && match.index > 0 && (best === null || match.index < best.end)) best = { role, end: match.index, id }
  }
  return best
}

/** How much of a text reads as a list of bodies: 0 none of it, 1 every piece. */
export function unitShare(text: string): number {
  if (text.length > 400) return 0
  const pieces = text.split(/[、，,；;\s]+|以及|会同/).filter((piece) => piece.length > 0)
  const units = pieces.filter((piece) => looksLikeUnit(roleVerbless(piece)))
  return pieces.length === 0 ? 0 : units.length / pieces.length
}

/** A piece without the words of its role: 市教育局牵头 → 市教育局, 县人武部等有关单位 → 县人武部. */
function roleVerbless(piece: string): string {
  const verb = roleVerbOf(piece)
  const name = verb ? piece.slice(0, verb.end) : piece
  const etc = name.search(/等[〇㐀-鿿]{0,10}$/)
  return etc > 1 ? name.slice(0, etc) : name
}
