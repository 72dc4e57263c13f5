/** A generated plan printed as an office would, and the tasks that a right reading finds in it. */
import type { UnitRole } from '../../src/plan.ts'
import { wrap } from '../layout/wrap.ts'
import type { Annotation, Leaf, Manner, Model, Narrative, Node, Split, Table, Told, Unnumbered } from './model.ts'
import type { Named } from './words.ts'

/** A task as the oracle knows it; all its words are compared without widths and white space. */
export interface Expected {
  sections: string[]
  marker: string
  text: string
  title: string | null
  /** `role name`, in printed order. */
  units: string[]
  /** What the deadlines of annotations and headings say. */
  deadlines: string[]
  /** Those of the running text. */
  told: string[]
  status: string | null
}

export interface Oracle {
  format: 'text' | 'markdown'
  text: string
  document: { title: string | null; number: string | null; issuer: string | null; issuedOn: string | null }
  tasks: Expected[]
}

/** A paragraph on its way to the page. */
export interface Line {
  text: string
  /** Depth of a heading that Markdown marks; 0 for all else. */
  heading: number
  /** May be wrapped and indented. */
  isBody: boolean
  /** The rows of a table, which has no text of its own. */
  cells?: string[][]
  /** The number that opens the text. */
  start?: Start
}

/** The number of an item. */
interface Start {
  marker: string
  /** With the blank after it, where there is one. */
  printed: string
  /** From 1. */
  depth: number
}

/** What an annotation says when it is printed in a manner: some cannot say all. */
interface Said {
  units: Named[]
  deadline: string | null
}

const NOTHING: Said = { units: [], deadline: null }

export function print(model: Model): Oracle {
  return new Printer(model).print()
}

/** The same, with its paragraphs and tables, for printing it as something else than text. */
export function printLines(model: Model): Pick<Oracle, 'document' | 'tasks'> & { lines: readonly Line[] } {
  const printer = new Printer(model)
  const { document, tasks } = printer.print()
  return { document, tasks, lines: printer.lines }
}

class Printer {
  readonly #model: Model
  readonly lines: Line[] = []
  readonly #tasks: Expected[] = []
  /** How many items of the second level there were, where they are counted through the document. */
  #count = 0

  constructor(model: Model) {
    const { manner, look } = model
    // A half-width stop between labels goes with half-width brackets only; a full stop only where there is no bracket.
    const isHalf = manner.bracket === '()' || manner.bracket === '[]'
    const separator = manner.separator === '。' || (manner.separator === ';' && !isHalf) ? '；' : manner.separator
    // Without an indent nobody could tell where a paragraph begins after a full line.
    const wrap = look.markdown || !look.indent ? null : look.wrap
    // Cells on lines of their own are narrower than the lines of a page.
    const table = wrap === null ? look.table : 'tabs'
    this.#model = { ...model, manner: { ...manner, separator }, look: { ...look, wrap, table } }
  }

  print(): Oracle {
    const { frame, content, annex, look } = this.#model
    const title = `${frame.place}${this.#yearInTitle ? `${frame.year}年` : ''}${frame.topic}${frame.kind}`
    const issuer = `${frame.place}人民政府办公室`
    const number = `云政办〔${frame.year}〕17号`
    const date = `${frame.year}年3月5日`
    const isNumbered = frame.number && (frame.redHead || frame.cover)
    if (frame.webPage) this.#line('您当前的位置： 首页 > 政务公开 > 规划计划')
    if (frame.redHead) this.#line(`${issuer}文件`)
    if (isNumbered && frame.redHead) this.#line(number)
    if (frame.cover) {
      this.#line(`${issuer}关于印发《${title}》的通知`, 1)
      if (isNumbered && !frame.redHead) this.#line(number)
      this.#line('各乡镇人民政府，县直各单位：')
      this.#body(`《${title}》已经县政府同意，现印发给你们，请认真组织实施。`)
      if (frame.coverItems) this.#coverItems()
      this.#attachments()
      this.#signature(issuer, date)
    }
    this.#line(title, 1)
    if (frame.webPage) this.#line(`发布日期：${frame.year}-03-18 16:42      信息来源：县政府办      浏览次数： 1206 次`)
    if (frame.preamble) this.#body('为扎实做好今年各项工作，结合实际，制定本方案。')
    if (content.kind === 'table') this.#table(content.table, [])
    else for (const [i, node] of content.nodes.entries()) this.#node(node, [i + 1], [], NOTHING)
    if (!frame.cover) {
      this.#attachments()
      if (frame.signed) this.#signature(issuer, date)
    }
    if (annex !== null && content.kind === 'outline' && frame.cover) {
      this.#line('附件1')
      this.#line('任务清单')
      this.#table(annex, [])
    }
    if (frame.distribution) this.#line('抄送：县委办公室，县人大常委会办公室。')
    if (frame.webPage) this.#line('【打印本页】  【关闭窗口】')
    const isSigned = frame.cover || frame.signed
    return {
      format: look.markdown ? 'markdown' : 'text',
      text: this.#text(),
      document: {
        title,
        number: isNumbered ? number : null,
        issuer: isSigned || frame.redHead ? issuer : null,
        issuedOn: isSigned ? `${frame.year}-03-05` : frame.webPage ? `${frame.year}-03-18` : null,
      },
      tasks: this.#tasks,
    }
  }

  get #yearInTitle(): boolean {
    const { yearInTitle, signed, cover, webPage } = this.#model.frame
    return yearInTitle || !(signed || cover || webPage)
  }

  #line(text: string, heading = 0): void {
    this.lines.push({ text, heading, isBody: false })
  }

  #body(text: string, heading = 0): void {
    this.lines.push({ text, heading, isBody: true })
  }

  #item(start: Start, words: string, heading = 0): void {
    this.lines.push({ text: start.printed + words, heading, isBody: true, start })
  }

  #coverItems(): void {
    for (const [marker, text] of [
      ['一、', '各单位要细化措施，逐项抓好任务推进。'],
      ['二、', '各单位要及时报送工作信息，确保数据真实准确。'],
    ] as const) {
      this.#body(marker + text)
      this.#tasks.push({ ...this.#task([], marker, text), title: null })
    }
  }

  #attachments(): void {
    this.#model.frame.attachments.forEach((name, i, all) => {
      this.#body(i === 0 ? `附件：${all.length > 1 ? '1.' : ''}${name}` : `　　　${i + 1}.${name}`)
    })
  }

  #signature(issuer: string, date: string): void {
    const { indent, markdown } = this.#model.look
    const margin = indent && !markdown ? '　'.repeat(12) : ''
    this.#line(margin + issuer)
    this.#line(margin + date)
  }

  #task(sections: string[], marker: string, text: string): Expected {
    return { sections, marker, text, title: null, units: [], deadlines: [], told: [], status: null }
  }

  #node(node: Node | Narrative, path: number[], sections: string[], above: Said): void {
    const level = Math.min(path.length, this.#model.look.levels.length) - 1
    const marker = markerOf(this.#model.look.levels[level] as string, this.#counted(path))
    const printed = /^第/.test(marker) ? `${marker} ` : marker
    const start = { marker, printed, depth: path.length }
    if (node.kind === 'leaf') this.#leaf(node, start, sections, above)
    else if (node.kind === 'split') this.#split(node, start, sections, above)
    else if (node.kind === 'unnumbered') this.#unnumbered(node, start, sections, above)
    else {
      const { text, said } = node.kind === 'branch' ? this.#inBracket(node.annotation) : { text: '', said: NOTHING }
      this.#item(start, node.title + text, path.length + 1)
      const below = node.kind === 'narrative' ? node.text : node.leadIn
      if (below !== null) this.#body(below)
      if (node.kind === 'narrative') return
      const held = {
        units: said.units.length > 0 ? said.units : above.units,
        deadline: said.deadline ?? above.deadline,
      }
      const here = [...sections, marker + node.title]
      for (const [i, child] of node.children.entries()) this.#node(child, [...path, i + 1], here, held)
    }
  }

  /** The numbers of an item and those above it; those of the second level may be counted through the document. */
  #counted(path: number[]): number[] {
    const { levels, throughout } = this.#model.look
    if (!throughout || path.length !== 2 || !/^[1１][.、．]$/.test(levels[1] as string)) return path
    return [path[0] as number, ++this.#count]
  }

  #leaf(leaf: Leaf, start: Start, sections: string[], above: Said): void {
    const { manner } = this.#model
    const { form, text: title } = leaf.title
    const paragraphs = paragraphsOf(leaf, manner)
    const text = paragraphs.join('')
    const { text: bracket, lines, said } = this.#annotation(leaf.annotation)
    // Lines and sentences of labels stand at the end, whatever they are about.
    const isBracket = ['labels', 'bare', 'clause'].includes(manner.form)
    const at = form === 'line' && leaf.annotated === 'heading' && isBracket ? 0 : paragraphs.length - 1
    for (const [i, paragraph] of paragraphs.entries()) {
      const words = i === at ? withAnnotation(paragraph, bracket, manner) : paragraph
      if (i === 0) this.#item(start, words)
      else this.#body(words)
    }
    for (const line of lines) this.#body(line)
    if (leaf.status !== null) this.#body(`进展情况：${leaf.status}。`)
    this.#tasks.push({
      sections,
      marker: start.marker,
      text,
      title: form === 'line' ? title : titleIn(paragraphs[0] as string),
      ...this.#says(said, above, leaf.told, at === 0 && paragraphs.length > 1),
      status: leaf.status === null ? null : `${leaf.status}。`,
    })
  }

  #split({ title, pieces }: Split, start: Start, sections: string[], above: Said): void {
    const here = [...sections, start.marker + (title ?? '')]
    let line = title === null ? '' : `${title}。`
    for (const piece of pieces) {
      const { text, said } = this.#inBracket(piece.annotation)
      line += withAnnotation(`${piece.text}。`, text, this.#model.manner)
      this.#tasks.push({ ...this.#task(here, '', `${piece.text}。`), ...this.#says(said, above, null) })
    }
    this.#item(start, line)
  }

  #unnumbered({ title, pieces }: Unnumbered, start: Start, sections: string[], above: Said): void {
    this.#item(start, title, start.depth + 1)
    for (const piece of pieces) {
      const { text, said } = this.#inBracket(piece.annotation)
      this.#body(withAnnotation(`${piece.text}。`, text, this.#model.manner))
      this.#tasks.push({
        ...this.#task([...sections, start.marker + title], '', `${piece.text}。`),
        ...this.#says(said, above, null),
      })
    }
  }

  #table({ columns: wanted, rows }: Table, sections: string[]): void {
    const isFlat = this.#model.look.table === 'lines'
    // Of cells on lines of their own nobody could tell a category from a short task.
    const columns = isFlat ? { ...wanted, category: false, note: false } : wanted
    const named: UnitRole[] = columns.units === 'one' ? ['responsible'] : ['lead', 'support']
    const head = [
      '序号',
      ...(columns.category ? ['类别'] : []),
      '重点任务',
      ...(columns.units === 'one' ? ['责任单位'] : ['牵头单位', '配合单位']),
      ...(columns.deadline ? ['完成时限'] : []),
      ...(columns.status ? ['进展情况'] : []),
      ...(columns.note ? ['备注'] : []),
    ]
    const cells = [head]
    let category: string | null = null
    rows.forEach((row, i) => {
      const units = coerced(
        row.annotation.units.filter(({ role }) => role !== 'supervisor'),
        (role) => (named.includes(role) ? role : (named[0] as UnitRole)),
      )
      const deadline = columns.deadline ? row.annotation.deadline : null
      category = row.category ?? category
      cells.push([
        String(i + 1),
        ...(columns.category ? [row.category ?? ''] : []),
        row.text,
        ...named.map((role) => namesOf(units, role) || (isFlat ? '—' : '')),
        ...(columns.deadline ? [deadline?.raw ?? '—'] : []),
        ...(columns.status ? [row.status] : []),
        ...(columns.note ? [i % 2 === 0 ? '每季一报' : ''] : []),
      ])
      const here = columns.category && category !== null ? [...sections, category] : sections
      this.#tasks.push({
        ...this.#task(here, String(i + 1), row.text),
        ...this.#says(
          { units, deadline: deadline === null ? null : deadline.means(this.#model.frame.year) },
          NOTHING,
          null,
        ),
        status: columns.status ? row.status : null,
      })
    })
    this.lines.push({ text: '', heading: 0, isBody: false, cells })
  }

  #says(said: Said, above: Said, told: Told | null, isBefore = false): Pick<Expected, 'units' | 'deadlines' | 'told'> {
    const isOwn = said.units.length > 0
    const inText: Named[] =
      told?.kind === 'units'
        ? [
            { name: told.lead, role: 'lead' },
            { name: told.support, role: 'support' },
          ]
        : []
    const stated = isOwn ? said.units : above.units
    const units = isOwn && !isBefore ? [...inText, ...stated] : [...stated, ...inText]
    const deadline = said.deadline ?? above.deadline
    const { year } = this.#model.frame
    return {
      units: units.map(({ name, role }) => `${role} ${name}`),
      deadlines: deadline === null ? [] : [deadline],
      told: told?.kind === 'deadline' ? [`date ${endOf(yearOf(told.month, said.deadline, year), told.month)}`] : [],
    }
  }

  /** An annotation in brackets: as the document has them, else with labels. */
  #inBracket(annotation: Annotation | null): { text: string; said: Said } {
    const { manner } = this.#model
    const isBracket = ['labels', 'bare', 'clause'].includes(manner.form)
    return this.#annotation(annotation, isBracket ? manner.form : 'labels')
  }

  #annotation(
    annotation: Annotation | null,
    form = this.#model.manner.form,
  ): { text: string; lines: string[]; said: Said } {
    if (annotation === null) return { text: '', lines: [], said: NOTHING }
    const { manner, frame } = this.#model
    // A name alone in brackets is no sure annotation: it may be an author, or an example.
    const bodies = annotation.units.filter(({ role }) => role !== 'supervisor')
    const units = form === 'bare' ? coerced(bodies, () => 'responsible') : annotation.units
    const { deadline } = annotation
    if (units.length === 0 && deadline === null) return { text: '', lines: [], said: NOTHING }
    const said = { units, deadline: deadline === null ? null : deadline.means(frame.year) }
    const labelled = labelsOf(units, deadline?.raw ?? null, manner)
    const [open, close] = [manner.bracket[0] as string, manner.bracket[1] as string]
    switch (form) {
      case 'lines':
        return { text: '', lines: labelled, said }
      case 'line':
        return { text: '', lines: [labelled.join('；')], said }
      case 'closing':
        return { text: `\n${labelled.map((each) => `${each}。`).join('')}`, lines: [], said }
      case 'labels':
        return { text: open + labelled.join(manner.separator) + close, lines: [], said }
      default: {
        const clauses = form === 'bare' ? [namesOf(units, 'responsible')] : clausesOf(units)
        const all = [...clauses, deadline?.raw ?? ''].filter((each) => each !== '')
        return { text: open + all.join('，') + close, lines: [], said }
      }
    }
  }

  #text(): string {
    const { look } = this.#model
    const gap = look.markdown || look.blankLines ? '\n\n' : '\n'
    const lines = this.lines.flatMap((line) => (line.cells ? this.#rows(line.cells) : [line]))
    const numbered = lines.flatMap((line, i) =>
      look.pageNumbers && i % 7 === 6 ? [line, { text: `— ${Math.ceil(i / 7)} —`, heading: 0, isBody: false }] : [line],
    )
    const wraps = look.wrap === null ? null : numbered.map((line) => this.#wrapped(line, look.wrap as number))
    // A few broken lines are no sign of anything: such a text was not wrapped.
    const isWrapped = wraps !== null && wraps.flat().length >= 12 && wraps.flatMap(brokenLines).length >= 6
    const paragraphs = isWrapped ? wraps.map((lines) => lines.join('\n')) : numbered.map((line) => this.#set(line))
    return `${paragraphs.join(gap)}\n`
  }

  /** A table as lines of text. */
  #rows(cells: readonly string[][]): Line[] {
    const { markdown, table } = this.#model.look
    const line = (text: string): Line => ({ text, heading: 0, isBody: false })
    if (!markdown && table === 'lines') return [line(cells.flat().filter(Boolean).join('\n'))]
    if (!markdown && table === 'tabs') return [line(cells.map((row) => row.join('\t')).join('\n'))]
    const bars = cells.map((row) => `| ${row.join(' | ')} |`)
    if (markdown) bars.splice(1, 0, `|${' --- |'.repeat(cells[0]?.length ?? 0)}`)
    return [line(bars.join('\n'))]
  }

  #set({ text, heading, isBody }: Line): string {
    const { look } = this.#model
    if (look.markdown) return heading > 0 ? `${'#'.repeat(Math.min(heading, 6))} ${text}` : text
    return look.indent && isBody ? `　　${text}` : text
  }

  #wrapped({ text, isBody }: Line, width: number): string[] {
    return isBody ? wrap(text, width, 4) : [text]
  }
}

/** Lines of a paragraph that end in the midst of a sentence. */
function brokenLines(lines: readonly string[]): readonly string[] {
  return lines.slice(0, -1).filter((line) => /[\p{Script=Han}，、]$/u.test(line))
}

/** The words of an item, paragraph by paragraph. */
function paragraphsOf({ title: { form, text: title }, body, more, told }: Leaf, manner: Manner): string[] {
  const isStopped = manner.stop !== 'none' || told !== null || manner.form === 'closing'
  if (form === 'short') return [isStopped ? `${title}。${toldText(told, true)}` : title]
  const words = body + toldText(told, false)
  const first = form === 'line' ? [title, words] : form === 'sentence' ? [`${title}。${words}`] : [words]
  // One sentence before another paragraph may be its heading.
  const isProse = /。./.test(first.at(-1) as string)
  return more !== null && isProse ? [...first, more] : first
}

/** The first sentence, where it has no comma and more follows. */
function titleIn(text: string): string | null {
  const stop = text.indexOf('。')
  const first = text.slice(0, stop)
  return stop >= 0 && stop < text.length - 1 && !/[，；]/.test(first) ? first : null
}

const CHINESE = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

function chinese(number: number): string {
  if (number <= 10) return CHINESE[number] as string
  const tens = Math.floor(number / 10)
  return `${tens > 1 ? CHINESE[tens] : ''}十${number % 10 === 0 ? '' : CHINESE[number % 10]}`
}

const sign = (first: string, number: number) => String.fromCharCode(first.charCodeAt(0) + number - 1)

/** The number of an item: that of the level's first, counted on. */
export function markerOf(first: string, path: readonly number[]): string {
  const number = path.at(-1) as number
  if (/^1(?:\.1)+$/.test(first)) return path.slice(-(first.length + 1) / 2).join('.')
  return first.replace(/[一1１①㈠⑴]/, (one) => {
    if (one === '一') return chinese(number)
    if (one === '1') return String(number)
    if (one === '１') return String(number).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    return sign(one, number)
  })
}

const LABELS: Readonly<Record<UnitRole | 'deadline', readonly string[]>> = {
  lead: ['牵头单位', '牵头部门', '主办单位'],
  responsible: ['责任单位', '责任部门', '承办单位'],
  support: ['配合单位', '配合部门', '协办单位'],
  supervisor: ['责任领导', '分管领导', '责任人'],
  deadline: ['完成时限', '时限要求', '完成时间'],
}
const ROLES = ['lead', 'responsible', 'support', 'supervisor'] as const

function labelsOf(units: readonly Named[], deadline: string | null, manner: Manner): string[] {
  const which = manner.labels
  const [lead, ...others] = units
  const isJoint = manner.leadInBracket && lead?.role === 'lead' && others[0]?.role === 'responsible'
  const named = ROLES.flatMap((role) => {
    const names = namesOf(units, role)
    if (names === '' || (isJoint && role === 'lead')) return []
    const leader = isJoint && role === 'responsible' ? `${lead.name}（牵头）、` : ''
    return [`${LABELS[role][which]}：${leader}${names}`]
  })
  return [...named, ...(deadline === null ? [] : [`${LABELS.deadline[which]}：${deadline}`])]
}

const VERBS: Readonly<Record<UnitRole, string>> = {
  lead: '牵头',
  responsible: '负责',
  support: '配合',
  supervisor: '督办',
}

function clausesOf(units: readonly Named[]): string[] {
  return ROLES.flatMap((role) => {
    const names = namesOf(units, role)
    return names === '' ? [] : [names + VERBS[role]]
  })
}

function namesOf(units: readonly Named[], role: UnitRole): string {
  return units.flatMap((unit) => (unit.role === role ? [unit.name] : [])).join('、')
}

/** Units as a form can print them, role by role. */
function coerced(units: readonly Named[], to: (role: UnitRole) => UnitRole): Named[] {
  return units
    .map(({ name, role }) => ({ name, role: to(role) }))
    .sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role))
}

/** The words with their annotation, before or behind the stop. */
function withAnnotation(text: string, annotation: string, { stop }: Manner): string {
  if (annotation === '' || annotation.startsWith('\n')) return text + annotation.trimStart()
  if (!text.endsWith('。') || stop === 'before') return text + annotation
  return `${text.slice(0, -1)}${annotation}。`
}

function toldText(told: Told | null, isShort: boolean): string {
  if (told === null) return ''
  if (told.kind === 'deadline') return `${told.month}月底前完成${isShort ? '' : '阶段性'}评估。`
  return `由${told.lead}牵头，${told.support}配合，开展联合抽查。`
}

/** Of work that is to be done by 2025年1月底前, January is that of 2025. */
function yearOf(month: number, given: string | null, year: number): number {
  const [, stated, named] = /^date (\d{4})-(\d{2})/.exec(given ?? '') ?? []
  return Number(named) === month ? Number(stated) : year
}

function endOf(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}
