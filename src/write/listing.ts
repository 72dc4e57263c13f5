/**
 * A plan as a list that can be read again (`terms/listing.ts`): its headings and tasks in order, each with its words and
 * what is said of it. Text and Markdown are printed from this.
 */
import type { DeadlineContext } from '../deadline/index.ts'
import type { Lang } from '../message.ts'
import type { Deadline, FieldSource, Plan, PlanNode, Section, Task, Unit, UnitRole } from '../plan.ts'
import {
  closingOf,
  isRule,
  LISTING,
  type ListingKind,
  noteOf,
  numberOf,
  readClosing,
  readHeadLine,
  readNote,
  UNNUMBERED,
} from '../terms/listing.ts'
import { linesOf, oneLine } from './lines.ts'
import { withMarker } from './marker.ts'
import { dateInWords, meaningOf, phrasesOf } from './phrases.ts'

/** One heading or task of the list. */
export interface Entry {
  kind: 'section' | 'task'
  /** How many headings stand above it. */
  level: number
  /** Paragraphs, the first with the number before it, the last with the bracket that closes it. */
  paragraphs: string[]
  /** What the number takes of the first paragraph, and the title after it. */
  number: number
  title: number
  /** Labelled lines below it. */
  fields: string[]
  done: boolean
}

/** A plan ready to be printed. */
export interface List {
  title: string
  /** Number, issuer and date, a line each, as far as they are known. */
  head: string[]
  note: string
  /** The items of the notice that transmits the plan, and those of the plan. */
  cover: Entry[]
  entries: Entry[]
}

export function listOf(plan: Plan, kind: ListingKind, lang: Lang): List {
  const maker = new ListMaker(kind, lang, plan.document)
  const isCover = (node: PlanNode) => node.type !== 'paragraph' && node.id.startsWith('0.')
  const entriesOf = (nodes: readonly PlanNode[]) => [...maker.entries(nodes, 0, NOTHING)]
  return {
    title: oneLine(plan.document.title ?? '') || LISTING[lang].untitled,
    head: headOf(plan.document),
    note: noteOf(kind, plan.document.year, lang),
    cover: entriesOf(plan.children.filter(isCover)),
    entries: entriesOf(plan.children.filter((node) => !isCover(node))),
  }
}

/** Each on a line that tells what it is. */
function headOf({ number, issuer, issuedOn }: Plan['document']): string[] {
  const lines = { number, issuer, date: issuedOn && dateInWords(issuedOn) }
  return Object.entries(lines).flatMap(([field, value]) => {
    const line = oneLine(value ?? '')
    return line !== '' && field in readHeadLine(line) ? [line] : []
  })
}

/** What a task without fields of its own takes from the headings above it. */
interface Inherited {
  units: readonly Unit[]
  deadlines: readonly Deadline[]
}
const NOTHING: Inherited = { units: [], deadlines: [] }

const ROLES = ['lead', 'responsible', 'support', 'supervisor'] as const satisfies readonly UnitRole[]

class ListMaker {
  readonly #kind: ListingKind
  readonly #said: (typeof LISTING)[Lang]
  readonly #context: DeadlineContext

  constructor(kind: ListingKind, lang: Lang, context: DeadlineContext) {
    this.#kind = kind
    this.#said = LISTING[lang]
    this.#context = context
  }

  /** Headings that hold no task are left out. */
  *entries(nodes: readonly PlanNode[], level: number, inherited: Inherited): Generator<Entry> {
    for (const node of nodes) {
      if (node.type === 'task') yield this.#task(node, level, inherited)
      else if (node.type === 'section') {
        const tasks = tasksIn(node)
        if (tasks.length === 0) continue
        const own = {
          units: tasks.every(({ units }) => units.some(isStated)) ? node.units : [],
          deadlines: tasks.every(({ deadlines }) => deadlines.some(isStated)) ? node.deadlines : [],
        }
        yield this.#section(node, level, own)
        yield* this.entries(node.children, level + 1, {
          units: own.units.length > 0 ? own.units : inherited.units,
          deadlines: own.deadlines.length > 0 ? own.deadlines : inherited.deadlines,
        })
      }
    }
  }

  #section(node: Section, level: number, own: Inherited): Entry {
    const closing = this.#closing(own.units, own.deadlines)
    return { kind: 'section', level, ...this.#words(node.marker, [oneLine(node.title)], closing), title: 0, ...NO_MORE }
  }

  #task(task: Task, level: number, inherited: Inherited): Entry {
    const lines = linesOf(task.text)
    const closing = this.#closing(ownUnits(task, inherited), ownDeadlines(task, inherited))
    const status = linesOf(task.status ?? '').map((line) => `${this.#said.status}：${line}`)
    const extra = task.extra.map(({ label, value }) => `${oneLine(label)}：${oneLine(value)}`)
    return {
      kind: 'task',
      level,
      // Markdown shows a title by itself.
      ...this.#words(task.marker, lines, closing, this.#kind === 'text' && task.title !== null),
      title: task.title !== null && lines[0]?.startsWith(task.title) ? task.title.length : 0,
      fields: [...status, ...extra],
      done: isDone(task.status ?? ''),
    }
  }

  /**
   * Paragraphs with the number before them and the bracket after them; where there is nothing else, or the words
   * themselves would be taken for one, a bracket that names nobody.
   */
  #words(
    marker: string,
    [head = '', ...more]: readonly string[],
    closing: string,
    titled = false,
  ): Pick<Entry, 'paragraphs' | 'number'> {
    const { labels, nobody } = this.#said
    const first = numbered(oneLine(marker), head, titled)
    const lines = [first, ...more]
    const last = lines.at(-1) as string
    const needed = head === '' || closingOf(last) < last.length
    const end = closing === '' && needed ? `〔${labels.responsible}：${nobody}〕` : closing
    return { paragraphs: [...lines.slice(0, -1), last + end], number: first.length - head.length }
  }

  /** The bracket that says who and by when; `''` where there is nothing to say. */
  #closing(units: readonly Unit[], deadlines: readonly Deadline[]): string {
    const { labels } = this.#said
    const who = ROLES.flatMap((role) => {
      const names = units.filter((unit) => unit.role === role).map(({ name }) => quotedName(name))
      return names.length > 0 ? [`${labels[role]}：${names.join('、')}`] : []
    })
    const said = [
      ...who,
      ...phrasesOf(deadlines, this.#context).map((phrase) => `${labels.deadline}：${quotedPhrase(phrase)}`),
    ]
    return said.length > 0 ? `〔${said.join('；')}〕` : ''
  }
}

const NO_MORE = { fields: [], done: false }

/** The number before its words, set so that it is read as such; `titled` where the words have a title. */
function numbered(marker: string, words: string, titled: boolean): string {
  const isRead = (line: string) => {
    const read = numberOf(line)
    const isSame = (read.marker?.text ?? '') === marker && line.slice(read.length) === words
    return isSame && !(titled && read.bare) && !isRule(line) && readNote(line) === null
  }
  const line = [withMarker(marker, words), `${marker} ${words}`.trim()].find(isRead)
  return line ?? `${marker || UNNUMBERED}\t${words}`
}

/** A name that holds separators in quotation marks. */
function quotedName(name: string): string {
  const bare = oneLine(name)
  return isWhole(`〔${LISTING.zh.labels.lead}：${bare}〕`) ? bare : `“${bare}”`
}

function quotedPhrase(phrase: string): string {
  return isWhole(`〔${LISTING.zh.labels.deadline}：${phrase}〕`) ? phrase : `“${phrase}”`
}

/** True where a bracket is read with one value in it, all of what stands there. */
function isWhole(bracket: string): boolean {
  const fields = readClosing(bracket)
  const [value, ...more] = fields?.length === 1 ? (fields[0]?.values ?? []) : []
  return (
    value !== undefined &&
    more.length === 0 &&
    value.start === bracket.indexOf('：') + 1 &&
    value.end === bracket.length - 1
  )
}

function isStated({ source }: { source: FieldSource }): boolean {
  return source !== 'text'
}

/**
 * The units that a task's bracket names. Those of the running text are found there again, and stand before those of
 * the bracket; where the document has them in another order, all are named.
 */
function ownUnits({ units }: Task, inherited: Inherited): readonly Unit[] {
  const stated = units.filter(isStated)
  const told = units.filter((unit) => !isStated(unit))
  if (sameNames(units, [...inherited.units, ...told])) return []
  return sameNames(units, [...told, ...stated]) ? stated : units
}

function sameNames(some: readonly Unit[], others: readonly Unit[]): boolean {
  return ROLES.every((role) => namesIn(some, role) === namesIn(others, role))
}

function namesIn(units: readonly Unit[], role: UnitRole): string {
  return JSON.stringify(units.flatMap((unit) => (unit.role === role ? [unit.name] : [])))
}

function ownDeadlines(task: Task, inherited: Inherited): readonly Deadline[] {
  const stated = task.deadlines.filter(isStated)
  const sayings = (deadlines: readonly Deadline[]) =>
    deadlines.map((deadline) => deadline.raw + meaningOf(deadline)).join('\n')
  return sayings(stated) === sayings(inherited.deadlines) ? [] : stated
}

function tasksIn(section: Section): Task[] {
  return section.children.flatMap((node) =>
    node.type === 'task' ? [node] : node.type === 'section' ? tasksIn(node) : [],
  )
}

/** 已完成。 and the like; 已完成初稿 and 已完成8个，… say of something else that it is done. */
function isDone(status: string): boolean {
  return (
    /^(?:已经?|均已|全部)?(?:全部|全面|按时|按期|如期|提前)?(?:完成|办结|整改到位|落实到位|销号)(?:[。；，,.（(]|$)/.test(
      status,
    ) && !/[未尚]|正在|下一步|继续/.test(status)
  )
}
