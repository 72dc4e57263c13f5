/** What a generated plan is made of, before it is printed: arbitraries that shrink towards a plan of one short item. */
import fc from 'fast-check'
import { heading, type Named, type Phrase, phrase, prose, running, units } from './words.ts'

/** Who has to do something and by when. */
export interface Annotation {
  units: Named[]
  deadline: Phrase | null
}

/** One piece of work; how its words are set. */
export interface Leaf {
  kind: 'leaf'
  /** `line`: a heading on its own line; `sentence`: its first sentence; `running`: none. */
  title: { form: 'line' | 'sentence' | 'running' | 'short'; text: string }
  body: string
  /** A further paragraph. */
  more: string | null
  annotation: Annotation | null
  /** The annotation stands behind the heading, where that has its own line. */
  annotated: 'end' | 'heading'
  /** A dated or assigned clause in the running text. */
  told: Told | null
  status: string | null
}
export type Told = { kind: 'units'; lead: string; support: string } | { kind: 'deadline'; month: number }

/** An item of which each piece has its own annotation. */
export interface Split {
  kind: 'split'
  title: string | null
  pieces: { text: string; annotation: Annotation }[]
}

/** A heading over paragraphs without numbers, each with its annotation. */
export interface Unnumbered {
  kind: 'unnumbered'
  title: string
  pieces: { text: string; annotation: Annotation }[]
}

export interface Table {
  kind: 'table'
  columns: { units: 'one' | 'two'; deadline: boolean; status: boolean; note: boolean; category: boolean }
  rows: { text: string; annotation: Annotation; status: string; category: string | null }[]
}

export interface Branch {
  kind: 'branch'
  title: string
  annotation: Annotation | null
  leadIn: string | null
  children: Node[]
}

export type Node = Leaf | Split | Unnumbered | Branch
export type Content = { kind: 'outline'; nodes: (Node | Narrative)[] } | { kind: 'table'; table: Table }

/** A heading over prose that is no task. */
export interface Narrative {
  kind: 'narrative'
  title: string
  text: string
}

/** How all annotations of a document are printed. */
export interface Manner {
  form: 'labels' | 'bare' | 'clause' | 'lines' | 'line' | 'closing'
  bracket: string
  separator: string
  /** Whether the stop of the sentence stands before the bracket, behind it, or is missing. */
  stop: 'before' | 'behind' | 'none'
  labels: number
  /** 责任单位：甲局（牵头），乙局 in place of a label each. */
  leadInBracket: boolean
}

export interface Look {
  markdown: boolean
  indent: boolean
  blankLines: boolean
  pageNumbers: boolean
  /** The columns that paragraphs are wrapped at; `null` where each is one line. */
  wrap: number | null
  /** The numbers of the levels, from the outermost. */
  levels: string[]
  /** A table in plain text: its cells between tabs or bars, or each on a line of its own. */
  table: 'tabs' | 'bars' | 'lines'
  /** Leaves are counted through the whole document. */
  throughout: boolean
}

export interface Frame {
  place: string
  year: number
  yearInTitle: boolean
  topic: string
  kind: string
  number: boolean
  signed: boolean
  redHead: boolean
  cover: boolean
  coverItems: boolean
  preamble: boolean
  webPage: boolean
  attachments: string[]
  distribution: boolean
}

export interface Model {
  frame: Frame
  look: Look
  manner: Manner
  content: Content
  annex: Table | null
}

const annotation: fc.Arbitrary<Annotation> = fc.record({ units, deadline: fc.option(phrase, { freq: 4 }) })
const said = annotation.filter(({ units, deadline }) => units.length > 0 || deadline !== null)
/** It names a body: a person alone may be no annotation at all. */
const assigned = annotation.filter(({ units }) => units.some(({ role }) => role !== 'supervisor'))
const status = fc.constantFrom('已完成初稿', '正在推进，已召开两次调度会', '已办结', '完成60%，余下部分正在施工')
const told: fc.Arbitrary<Told> = fc.oneof(
  fc.record({
    kind: fc.constant('units' as const),
    lead: fc.constantFrom('县审计局', '县统计局'),
    support: fc.constantFrom('县档案馆', '县气象局'),
  }),
  fc.record({ kind: fc.constant('deadline' as const), month: fc.integer({ min: 1, max: 12 }) }),
)

const leaf: fc.Arbitrary<Leaf> = fc.record({
  kind: fc.constant('leaf' as const),
  title: fc.record({
    form: fc.constantFrom('running', 'sentence', 'line', 'short'),
    text: fc.oneof(heading, heading),
  }),
  body: fc.oneof(
    running.map((text) => `${text}。`),
    prose,
  ),
  more: fc.option(prose, { freq: 2 }),
  annotation: fc.option(said, { freq: 5 }),
  annotated: fc.constantFrom('end', 'heading'),
  told: fc.option(told, { freq: 2 }),
  status: fc.option(status, { freq: 2 }),
})

const piece = fc.record({ text: running, annotation: assigned })
const split: fc.Arbitrary<Split> = fc.record({
  kind: fc.constant('split' as const),
  title: fc.option(heading),
  pieces: fc.array(piece, { minLength: 2, maxLength: 3 }),
})

const unnumbered: fc.Arbitrary<Unnumbered> = fc.record({
  kind: fc.constant('unnumbered' as const),
  title: heading,
  pieces: fc.array(piece, { minLength: 2, maxLength: 3 }),
})

const NARRATIVE = ['指导思想', '总体要求', '工作目标', '基本原则', '总体思路']
const narrative: fc.Arbitrary<Narrative> = fc.record({
  kind: fc.constant('narrative' as const),
  title: fc.constantFrom(...NARRATIVE),
  text: fc.constantFrom(
    '深入贯彻上级部署，坚持问题导向，统筹推进各项工作，不断提升治理水平。',
    '坚持便民利民，全县政务服务水平明显提升，群众满意度稳步提高。',
  ),
})

const { node } = fc.letrec<{ node: Node; branch: Branch; leaf: Leaf; split: Split; unnumbered: Unnumbered }>((tie) => ({
  leaf,
  split,
  unnumbered,
  branch: fc.record({
    kind: fc.constant('branch' as const),
    title: heading,
    annotation: fc.option(assigned, { freq: 2 }),
    leadIn: fc.option(
      fc.constantFrom('围绕群众反映集中的问题，重点做好以下工作。', '坚持目标导向，统筹抓好各项任务：'),
      { freq: 2 },
    ),
    children: fc.array(tie('node'), { minLength: 1, maxLength: 4 }),
  }),
  node: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    { weight: 4, arbitrary: tie('leaf') },
    { weight: 4, arbitrary: tie('branch') },
    { weight: 1, arbitrary: tie('split') },
    { weight: 1, arbitrary: tie('unnumbered') },
  ),
}))

const table: fc.Arbitrary<Table> = fc.record({
  kind: fc.constant('table' as const),
  columns: fc.record({
    units: fc.constantFrom('one', 'two'),
    deadline: fc.boolean(),
    status: fc.boolean(),
    note: fc.boolean(),
    category: fc.boolean(),
  }),
  rows: fc.array(
    fc.record({
      text: fc.oneof(
        heading,
        running.map((text) => `${text}。`),
      ),
      annotation: assigned,
      status,
      category: fc.option(heading, { freq: 2 }),
    }),
    { minLength: 2, maxLength: 5 },
  ),
})

/** The numbers of the levels, from the outermost; each is the number 一 or 1 with what stands around it. */
const LEVELS = [
  ['一、', '（一）', '1.', '（1）', '①'],
  ['一、', '(一)', '1.', '(1)', '①'],
  ['一、', '1.', '（1）', '①', '1）'],
  ['一、', '（一）', '1、', '（1）', '①'],
  ['（一）', '1.', '（1）', '①', '1）'],
  ['一、', '（一）', '１．', '（１）', '①'],
  ['第一章', '（一）', '1.', '（1）', '①'],
  ['第一部分', '一、', '（一）', '1.', '（1）'],
  ['一、', '㈠', '1.', '⑴', '①'],
  ['1.', '1.1', '1.1.1', '（1）', '①'],
]

const look: fc.Arbitrary<Look> = fc.record({
  markdown: fc.boolean(),
  indent: fc.boolean(),
  blankLines: fc.boolean(),
  pageNumbers: fc.boolean(),
  wrap: fc.option(
    fc.integer({ min: 26, max: 40 }).map((characters) => characters * 2),
    { freq: 2 },
  ),
  levels: fc.constantFrom(...LEVELS),
  table: fc.constantFrom('tabs', 'bars', 'lines'),
  throughout: fc.boolean(),
})

const manner: fc.Arbitrary<Manner> = fc.record({
  form: fc.constantFrom('labels', 'bare', 'clause', 'lines', 'line', 'closing'),
  bracket: fc.constantFrom('（）', '()', '〔〕', '【】', '[]'),
  separator: fc.constantFrom('；', '，', ';', '。'),
  stop: fc.constantFrom('before', 'behind', 'none'),
  labels: fc.integer({ min: 0, max: 2 }),
  leadInBracket: fc.boolean(),
})

const frame: fc.Arbitrary<Frame> = fc.record({
  place: fc.constantFrom('云江县', '平川市', '青石区'),
  year: fc.integer({ min: 2021, max: 2027 }),
  yearInTitle: fc.boolean(),
  topic: fc.constantFrom('政务公开', '水务', '营商环境优化', '乡村振兴'),
  kind: fc.constantFrom('工作要点', '重点任务分工方案', '实施方案', '工作计划', '重点工作任务清单'),
  number: fc.boolean(),
  signed: fc.boolean(),
  redHead: fc.boolean(),
  cover: fc.boolean(),
  coverItems: fc.boolean(),
  preamble: fc.boolean(),
  webPage: fc.boolean(),
  attachments: fc.array(fc.constantFrom('任务清单', '联系人名单', '评分标准'), { maxLength: 2 }),
  distribution: fc.boolean(),
})

const content: fc.Arbitrary<Content> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('outline' as const),
      nodes: fc
        .tuple(fc.array(narrative, { maxLength: 1 }), fc.array(node, { minLength: 1, maxLength: 5 }))
        .map(([a, b]) => [...a, ...b]),
    }),
  },
  table.map((each) => ({ kind: 'table' as const, table: each })),
)

export const model: fc.Arbitrary<Model> = fc.record({
  frame,
  look,
  manner,
  content,
  annex: fc.option(table, { freq: 2 }),
})
