/** The words that generated plans are made of: invented places and work, and deadlines with what they say. */
import fc from 'fast-check'
import type { UnitRole } from '../../src/plan.ts'

const VERBS = [
  '完善',
  '推进',
  '规范',
  '优化',
  '梳理',
  '编制',
  '健全',
  '排查',
  '改造',
  '更新',
  '拓展',
  '整治',
  '建立健全',
  '持续优化',
]
const OBJECTS = [
  '校园周边环境',
  '老旧小区管网',
  '政策文件目录',
  '农村饮水设施',
  '便民服务事项清单',
  '消防通道标识',
  '河道保洁机制',
  '惠企政策台账',
  '档案数字化成果',
  '公共停车泊位',
  '食品抽检流程',
  '防汛物资储备',
  '普法宣传内容',
  '道路照明设施',
  '网上投诉渠道',
  '志愿服务队伍',
  'App办事入口',
  '“一件事”套餐',
]
const CLAUSES = [
  '做到底数清楚、情况明了',
  '确保运行平稳',
  '形成长效机制',
  '提高群众满意度',
  '及时更正错漏信息',
  '不断提升服务质量',
  '逐项核对销号',
  '数量不少于20个',
  '覆盖率达到95%以上',
  '新增泊位300个',
  '压减材料三分之一',
  '实现“一网通办”',
  '做好《云江县便民服务指南》修订工作',
  '投诉量下降1.5个百分点',
  '重点抓好学校、医院和养老机构（含民办）的隐患整改',
  '推广“互联网+”模式',
  '管网漏损率控制在9.5%以内',
  '让群众少跑腿、好办事',
  '一是健全台账、二是公开结果',
  '完成投资1.2亿元',
  '第一时间处置群众诉求',
  '严格执行《云江县便民服务办法》（云政发〔2019〕12号）',
]

/** 完善校园周边环境: a heading, or the beginning of a sentence. */
export const heading = fc
  .tuple(fc.constantFrom(...VERBS), fc.constantFrom(...OBJECTS))
  .map(([verb, object]) => verb + object)

/** A sentence without its stop. */
const sentence = fc
  .tuple(heading, fc.array(fc.constantFrom(...CLAUSES), { maxLength: 2 }))
  .map(([first, more]) => [first, ...more].join('，'))

/** Sentences, each with its stop. */
export const prose = fc
  .array(sentence, { minLength: 1, maxLength: 3 })
  .map((sentences) => sentences.map((each) => `${each}。`).join(''))

/** A sentence in which nothing is set apart from what follows. */
export const running = fc.tuple(heading, fc.constantFrom(...CLAUSES)).map(([first, more]) => `${first}，${more}`)

const BODIES = [
  '县教育局',
  '县财政局',
  '县发展改革局',
  '县住房城乡建设局',
  '县市场监管局',
  '县公安局交警大队',
  '县卫生健康委',
  '县融媒体中心（县新闻办）',
  '县政务服务中心',
  '县政府办公室',
  '青石镇人民政府',
  '城关街道办事处',
  '县水务集团有限公司',
]
const GROUPS = ['各乡镇人民政府', '县直各单位', '各乡镇（街道）']
const PEOPLE = ['周文远', '李明', '赵晓琳']

export interface Named {
  name: string
  role: UnitRole
}

const body = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...BODIES) }, fc.constantFrom(...GROUPS))
const roles: readonly UnitRole[] = ['lead', 'responsible', 'support', 'supervisor']

/** Units in their roles, role by role; none twice. */
export const units: fc.Arbitrary<Named[]> = fc
  .tuple(
    fc.uniqueArray(
      fc.record({ name: body, role: fc.constantFrom<UnitRole>('lead', 'responsible', 'responsible', 'support') }),
      { maxLength: 4, selector: ({ name }) => name },
    ),
    fc.option(fc.constantFrom(...PEOPLE), { freq: 6 }),
  )
  .map(([bodies, person]) =>
    [...bodies, ...(person === null ? [] : [{ name: person, role: 'supervisor' as const }])].sort(
      (a, b) => roles.indexOf(a.role) - roles.indexOf(b.role),
    ),
  )

/** A deadline as printed, and what it says in a plan of the year. */
export interface Phrase {
  raw: string
  means: (year: number) => string
}

const two = (number: number) => String(number).padStart(2, '0')
const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()
const monthEnd = (year: number, month: number) => `date ${year}-${two(month)}-${two(lastDay(year, month))}`
const month = fc.integer({ min: 1, max: 12 })
const fixed = (raw: string, says: string): Phrase => ({ raw, means: () => says })
const dated = (raw: string, means: (year: number) => string): Phrase => ({ raw, means })

/** Each with the one meaning that the description of the corpus gives it. */
export const phrase: fc.Arbitrary<Phrase> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(month, fc.constantFrom('月底前', '月底', '月', '月前', '月末前'))
      .map(([m, end]) => dated(`${m}${end}`, (year) => monthEnd(year, m))),
  },
  fc
    .tuple(month, fc.integer({ min: 1, max: 28 }), fc.constantFrom('日前', '日'))
    .map(([m, day, end]) => dated(`${m}月${day}${end}`, (year) => `date ${year}-${two(m)}-${two(day)}`)),
  fc
    .tuple(fc.integer({ min: 2021, max: 2029 }), month, fc.constantFrom('月底前', '月'))
    .map(([year, m, end]) => fixed(`${year}年${m}${end}`, monthEnd(year, m))),
  fc
    .tuple(month, fc.constantFrom(['上旬', 10], ['中旬', 20], ['下旬', 0] as const))
    .map(([m, [part, day]]) =>
      dated(`${m}月${part}`, (year) => (day === 0 ? monthEnd(year, m) : `date ${year}-${two(m)}-${day}`)),
    ),
  fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 6, max: 12 }))
    .map(([from, to]) => dated(`${from}月至${to}月`, (year) => `${monthEnd(year, to)} from ${year}-${two(from)}-01`)),
  fc
    .constantFrom(['一', 3], ['二', 6], ['三', 9], ['四', 12] as const)
    .map(([name, last]) => dated(`第${name}季度`, (year) => monthEnd(year, last))),
  fc
    .constantFrom(['年底前', 12], ['年内', 12], ['上半年', 6], ['下半年', 12], ['年底', 12] as const)
    .map(([raw, last]) => dated(raw, (year) => monthEnd(year, last))),
  fc
    .constantFrom(
      ['持续推进', 'ongoing'],
      ['长期坚持', 'ongoing'],
      ['长期', 'ongoing'],
      ['全年持续', 'ongoing'],
      ['每月', 'recurring P1M'],
      ['每季度', 'recurring P3M'],
      ['每半年', 'recurring P6M'],
      ['每月25日前', 'recurring P1M'],
      ['每两个月', 'recurring P2M'],
      ['每年12月底前', 'recurring P1Y'],
      ['印发后30日内', 'relative P30D'],
      ['3个工作日内', 'relative P3D working'],
      ['春节前', 'unrecognized'],
      ['立行立改', 'unrecognized'],
    )
    .map(([raw, says]) => fixed(raw, says)),
)
