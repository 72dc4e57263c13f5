/** What `planparse verify` prints, for people and for programs. Loaded when it is used. */
import type { Lang } from '../message.ts'
import type { Plan, SpanKind, VerifyReport } from '../plan.ts'
import { LineIndex } from '../position.ts'
import { type PromiseId, type Proof, prove } from '../verify/index.ts'
import { visibleLine } from '../write/visible.ts'
import { pad, shorten } from '../write/width.ts'

export { prove }

/** A document that was proved, or could not be. */
export interface Proved {
  path: string | null
  /** Read with its text. */
  plan: Plan
  proof: Proof
}

type Words = Record<Lang, string>

/** What is wrong where a promise is broken. */
const BROKEN: Readonly<Record<PromiseId, Words>> = {
  coverage: { zh: '有字不在任何一处，或同在两处', en: 'characters that are in no piece, or in two' },
  places: { zh: '位置不对', en: 'a place that is wrong' },
  values: { zh: '位置上的字不是所取的值', en: 'a value that does not stand at its place' },
  words: { zh: '节点的文字和原文不一致', en: 'a node whose words are not those of the text' },
  ids: { zh: '编号重复', en: 'an id that comes twice' },
  order: { zh: '顺序和原文不一致', en: 'an order that is not that of the text' },
  repeat: { zh: '同样的文件再读一遍，结果不同', en: 'another result when the same bytes are read again' },
}

const KINDS: Readonly<Record<SpanKind, Words>> = {
  marker: { zh: '编号', en: 'numbers' },
  title: { zh: '标题', en: 'titles' },
  text: { zh: '正文', en: 'text' },
  annotation: { zh: '单位和时限', en: 'annotations' },
  status: { zh: '进展', en: 'status' },
  extra: { zh: '其他栏目', en: 'other labels' },
  separator: { zh: '分隔符', en: 'separators' },
  heading: { zh: '章节标题', en: 'headings' },
  number: { zh: '文号', en: 'document number' },
  addressee: { zh: '主送机关', en: 'addressees' },
  preamble: { zh: '引言', en: 'preamble' },
  intro: { zh: '导语', en: 'lead-ins' },
  narrative: { zh: '叙述', en: 'narrative' },
  note: { zh: '说明', en: 'notes' },
  signature: { zh: '落款', en: 'signature' },
  date: { zh: '日期', en: 'dates' },
  attachment: { zh: '附件', en: 'attachments' },
  distribution: { zh: '抄送', en: 'distribution' },
  tableHeader: { zh: '表头', en: 'table headers' },
  furniture: { zh: '页眉页脚', en: 'page furniture' },
  unknown: { zh: '没有归入条目', en: 'of no item' },
}

export interface Showing {
  lang: Lang
  /** Show what lies where. */
  map: boolean
  /** Columns of the terminal. */
  width: number
}

function asText({ path, plan, proof }: Proved, { lang, map, width }: Showing): string {
  const text = plan.document.text ?? ''
  const index = new LineIndex(text)
  const lines = [headLine(visibleLine(path ?? '-'), proof, lang)]
  if (proof.held.size > 0) lines.push(`  ${heldLine(proof, lang)}`)
  for (const { promise, detail, start } of proof.breaks) {
    const { line, column } = index.point(Math.min(start, text.length))
    lines.push(`  ${line}:${column}: ${BROKEN[promise][lang]} ${visibleLine(detail)} [${promise}]`)
  }
  if (map) lines.push(...mapLines(text, index, proof, width))
  return `${lines.join('\n')}\n`
}

function headLine(path: string, { breaks, characters, tasks, values }: Proof, lang: Lang): string {
  if (breaks.length > 0)
    return lang === 'zh' ? `${path}：没有证实，${breaks.length} 处不符` : `${path}: not proved, ${breaks.length} broken`
  if (characters === 0) return lang === 'zh' ? `${path}：没有文字，无须证实` : `${path}: no text, nothing to prove`
  return lang === 'zh'
    ? `${path}：已证实。${characters} 个字无一遗漏，各在一处；${tasks} 项任务，${values} 个单位和时限都在原处；再读一遍，结果相同`
    : `${path}: proved. ${characters} characters, none lost, each in one place; tasks: ${tasks}; units and deadlines, each where it stands: ${values}; read again, the same`
}

function heldLine({ held }: Proof, lang: Lang): string {
  return Array.from(held, ([kind, count]) => `${KINDS[kind][lang]} ${count}`).join(lang === 'zh' ? '、' : ', ')
}

function mapLines(text: string, index: LineIndex, { map }: Proof, width: number): string[] {
  const rows = map.map(({ start, end, node }) => {
    const [first, last] = [index.point(start).line, index.point(Math.max(start, end - 1)).line]
    return { lines: first === last ? `${first}` : `${first}-${last}`, node, words: visibleLine(text.slice(start, end)) }
  })
  const widest = (key: 'lines' | 'node') => rows.reduce((most, row) => Math.max(most, row[key].length), 0)
  const [lines, node] = [widest('lines'), widest('node')]
  const room = Math.max(20, width - lines - node - 6)
  return rows.map(
    (row) => `  ${pad(row.lines, lines, 'start')}  ${pad(row.node, node, 'end')}  ${shorten(row.words, room)}`,
  )
}

type ReportedFile = VerifyReport['files'][number]

/** One report in the making; the pieces joined are the report. */
export interface Form {
  begin: string
  file(proved: Proved): string
  /** A document that could not be read; people are told on standard error. */
  unread(path: string | null, fault: { code: string; reason: string }): string
  end: string
}

export function formOf(format: 'text' | 'json', showing: Showing): Form {
  if (format === 'text') return { begin: '', file: (proved) => asText(proved, showing), unread: () => '', end: '' }
  let told = 0
  const tell = (file: ReportedFile) => `${told++ === 0 ? '\n' : ',\n'}${JSON.stringify(file)}`
  return {
    begin: '{"version":1,"files":[',
    file: (proved) => tell(asData(proved, showing.map)),
    unread: (path, fault) => tell({ path, fault, proved: false, characters: 0, held: {}, breaks: [], map: null }),
    end: '\n]}\n',
  }
}

function asData({ path, plan, proof }: Proved, map: boolean): ReportedFile {
  const text = plan.document.text ?? ''
  const index = new LineIndex(text)
  const at = ({ start, end }: { start: number; end: number }) => index.position(start, Math.min(end, text.length))
  return {
    path,
    fault: null,
    proved: proof.breaks.length === 0,
    characters: proof.characters,
    held: Object.fromEntries(proof.held),
    breaks: proof.breaks.map(({ promise, detail, ...stretch }) => ({ promise, detail, position: at(stretch) })),
    map: map ? proof.map.map(({ node, ...stretch }) => ({ node, position: at(stretch) })) : null,
  }
}
