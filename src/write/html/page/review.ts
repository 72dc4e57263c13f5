/** The page as a whole: what is shown and chosen, what was corrected, and which part has to know of it. */
import { dueOf } from '../../../tasks.ts'
import { visibleLine } from '../../visible.ts'
import type { PageDocument } from '../model.ts'
import { CorrectionBook } from './book.ts'
import { type Correction, corrected, correctionOf, type ShownTask } from './corrections.ts'
import { type DocumentList, documentList } from './documents.ts'
import { type Choice, el } from './dom.ts'
import { type Editor, editorOf } from './editor.ts'
import { type Entry, entriesOf } from './entries.ts'
import { EVERYTHING, type Filter, matcher, normal, type Sort, type SortKey, sorted } from './filter.ts'
import { type FilterBar, filterBar, isNone } from './filters.ts'
import { type Header, header } from './header.ts'
import { helpDialog } from './help.ts'
import { highlight } from './highlight.ts'
import { listenToKeys } from './keys.ts'
import { type Overview, overview } from './overview.ts'
import { type SourcePane, sourcePane } from './source.ts'
import { splitter } from './splitter.ts'
import { type RowContext, type TaskTable, taskTable } from './table.ts'
import { type DateTally, tallyDates, tallyUnits, type UnitTally } from './tally.ts'
import { startTheme } from './theme.ts'
import type { Words } from './words.ts'

/** Where a choice was made: there nothing has to be brought into view. */
type Origin = 'table' | 'source' | 'keys'

export class Review {
  readonly #documents: readonly PageDocument[]
  readonly #words: Words
  readonly #entries: readonly Entry[]
  readonly #book: CorrectionBook
  readonly #rows: RowContext
  readonly #header: Header
  readonly #list: DocumentList
  readonly #source: SourcePane
  readonly #overview: Overview
  readonly #filters: FilterBar
  readonly #table: TaskTable
  readonly #work: HTMLElement
  readonly #notice = el('p', { class: 'notice', role: 'status' })
  readonly #help: HTMLDialogElement

  #filter: Filter = EVERYTHING
  #sort: Sort = { by: 'order', descending: false, doubtfulFirst: true }
  #shown: Entry[] = []
  #chosen: Entry | null = null
  #editing: { entry: Entry; editor: Editor } | null = null
  #units: UnitTally[] = []
  #dates: DateTally[] = []

  /** `key` is the name under which the browser keeps the corrections. */
  constructor(documents: readonly PageDocument[], words: Words, key: string) {
    this.#documents = documents
    this.#words = words
    this.#entries = entriesOf(documents)
    this.#book = new CorrectionBook(documents, this.#entries, key)
    const filter = (change: Partial<Filter>) => this.#filterBy(change)
    this.#header = header(words, {
      save: () => this.#save(),
      load: (text) => this.#load(text),
      theme: startTheme(),
      help: () => this.#help.showModal(),
    })
    this.#list = documentList(documents, words, (document) => filter({ document, section: '' }))
    this.#source = sourcePane(documents, words, (document, task) => this.#chooseTask(document, task))
    this.#overview = overview(words, { filter, day: () => this.#redate() })
    this.#filters = filterBar(words, {
      filter,
      doubtfulFirst: (doubtfulFirst) => this.#sortBy({ ...this.#sort, doubtfulFirst }),
    })
    this.#rows = { documents, corrections: this.#book.corrections, day: this.#overview.day(), words }
    this.#table = taskTable(this.#rows, {
      choose: (entry) => this.#choose(entry, 'table'),
      edit: (entry) => this.#edit(entry),
      sort: (by) => this.#sortBy({ ...this.#sort, by, descending: this.#isAscendingBy(by) }),
    })
    this.#help = helpDialog(words)
    this.#work = el(
      'section',
      { class: 'work', 'aria-label': words.tasks },
      this.#overview.element,
      this.#filters.element,
      this.#table.element,
    )
  }

  start(): void {
    const panes = splitter(this.#source.element, this.#work, this.#words.split)
    const several = this.#documents.length > 1
    const main = el('main', {}, several && this.#list.element, panes)
    document.body.append(this.#header.element, main, this.#notice, this.#help)
    // The heading of the table stands below the filters, however high they are.
    const filters = this.#filters.element
    new ResizeObserver(() => this.#work.style.setProperty('--filters', `${filters.offsetHeight}px`)).observe(filters)
    this.#listen()
    this.#resume()
    this.#restate()
    this.#source.show(0, null, false)
  }

  #listen(): void {
    listenToKeys({
      next: () => this.#step(1),
      previous: () => this.#step(-1),
      first: () => this.#goTo(this.#shown[0]),
      last: () => this.#goTo(this.#shown[this.#shown.length - 1]),
      doubtful: () => this.#goToDoubtful(),
      edit: () => this.#chosen && this.#edit(this.#chosen),
      search: () => this.#filters.search.select(),
      save: () => this.#save(),
      overview: () => this.#overview.element.toggleAttribute('open'),
      escape: () => this.#escape(),
      help: () => this.#help.showModal(),
    })
    addEventListener('beforeunload', (event) => {
      if (this.#book.wouldBeLost) event.preventDefault()
    })
  }

  // What is shown.

  /** The documents, or what their tasks say, are others than before. */
  #restate(): void {
    const { document } = this.#filter
    const scope = this.#entries.filter((entry) => document === null || entry.document === document)
    const tasks = scope.flatMap((entry) => this.#readingOf(entry) ?? [])
    this.#units = tallyUnits(tasks)
    this.#dates = tallyDates(tasks)
    this.#header.show(this.#documents[this.#only() ?? -1] ?? null, this.#documents.length, {
      tasks: tasks.length,
      units: this.#units.length,
      dated: tasks.filter((task) => dueOf(task) !== null).length,
      doubts: scope.reduce((sum, { messages }) => sum + messages.length, 0),
      corrected: this.#book.corrections.size,
    })
    this.#list.show(document)
    this.#table.element.classList.toggle('several', this.#only() === null)
    this.#refresh()
  }

  /** Another filter, or another order. */
  #refresh(): void {
    this.#filters.show(this.#filter, { units: this.#units.map(({ name }) => name), sections: this.#sections() })
    this.#overview.show(this.#units, this.#dates, this.#filter)
    const isShown = matcher(this.#filter, this.#book.corrections, this.#rows.day)
    this.#shown = sorted(this.#entries.filter(isShown), this.#sort, this.#book.corrections)
    this.#table.show(this.#shown, this.#sort)
    this.#filters.count(this.#shown.length, this.#entries.length)
    const sought = normal(this.#filter.query).split(' ').filter(Boolean)
    highlight(sought, this.#table.element, this.#source.element)
  }

  /** The one document that is looked at; `null` where it is several. */
  #only(): number | null {
    return this.#documents.length === 1 ? 0 : this.#filter.document
  }

  /** The headings that hold tasks, of one document. */
  #sections(): Choice[] {
    const only = this.#only()
    const document = only === null ? undefined : this.#documents[only]
    const used = new Set(document?.tasks.flatMap(({ sections }) => sections))
    return (document?.sections ?? []).flatMap(({ heading, depth }, index) =>
      used.has(index) ? [{ value: `${only}:${index}`, label: '\u3000'.repeat(depth - 1) + visibleLine(heading) }] : [],
    )
  }

  /** The task of a row as it now reads; `null` where there is none, or it was removed. */
  #readingOf(entry: Entry): ShownTask | null {
    const correction = this.#book.corrections.get(entry)
    return entry.task && !correction?.changes.remove ? corrected(entry.task, correction) : null
  }

  #filterBy(change: Partial<Filter>): void {
    const before = this.#filter.document
    this.#filter = { ...this.#filter, ...change }
    const { document } = this.#filter
    if (document === before) {
      this.#refresh()
      return
    }
    if (document !== null && this.#chosen?.document !== document) this.#choose(null, 'keys')
    if (document !== null) this.#source.show(document, this.#chosen, true)
    this.#restate()
  }

  #sortBy(sort: Sort): void {
    this.#sort = sort
    this.#refresh()
  }

  #isAscendingBy(by: SortKey): boolean {
    return this.#sort.by === by && !this.#sort.descending
  }

  #redate(): void {
    this.#rows.day = this.#overview.day()
    this.#table.forget()
    this.#refresh()
  }

  // What is chosen.

  #choose(entry: Entry | null, origin: Origin): void {
    const where = entry ?? this.#chosen
    this.#chosen = entry
    this.#table.choose(entry)
    if (where) this.#source.show(where.document, entry, origin !== 'source')
    if (!entry) return
    const row = this.#table.rowOf(entry)
    row.focus({ preventScroll: origin === 'table' })
    if (origin !== 'table') row.scrollIntoView({ block: 'nearest' })
  }

  /** A word of the text was clicked: its row shows, whatever was filtered. */
  #chooseTask(document: number, task: number): void {
    const entry = this.#entries.find((one) => one.task && one.document === document && one.index === task)
    if (!entry) return
    if (!this.#shown.includes(entry)) {
      this.#filterBy({ ...EVERYTHING, document: this.#filter.document })
      this.#say(this.#words.filtersCleared)
    }
    this.#choose(entry, 'source')
  }

  #step(by: 1 | -1): void {
    const at = this.#chosen ? this.#shown.indexOf(this.#chosen) : -1
    if (at < 0) this.#goTo(this.#shown[0])
    else this.#goTo(this.#shown[at + by])
  }

  #goTo(entry: Entry | undefined): void {
    if (entry) this.#choose(entry, 'keys')
  }

  /** The next, and after the last the first again. */
  #goToDoubtful(): void {
    const at = this.#chosen ? this.#shown.indexOf(this.#chosen) : -1
    const around = [...this.#shown.slice(at + 1), ...this.#shown.slice(0, at + 1)]
    this.#goTo(around.find(({ messages }) => messages.length > 0))
  }

  /** One thing at a time: the editor, the field that one is in, the filters. */
  #escape(): void {
    const { activeElement } = document
    if (this.#editing) this.#stopEditing()
    else if (activeElement instanceof HTMLElement && activeElement.matches('input, select')) activeElement.blur()
    else if (!isNone(this.#filter)) this.#filterBy({ ...EVERYTHING, document: this.#filter.document })
  }

  // What is corrected.

  #edit(entry: Entry): void {
    if (!entry.task || this.#editing?.entry === entry) return
    // What stands in another editor is not thrown away.
    if (this.#editing) this.#apply()
    this.#choose(entry, 'table')
    const names = this.#units.map(({ name }) => name)
    const editor = editorOf(entry.task, this.#book.corrections.get(entry), names, this.#words, {
      apply: () => this.#apply(),
      cancel: () => this.#stopEditing(),
      revert: () => {
        this.#correct(entry, null)
        this.#stopEditing()
      },
    })
    this.#editing = { entry, editor }
    this.#table.edit(entry, editor.element)
    editor.element.scrollIntoView({ block: 'nearest' })
    editor.focus()
  }

  #apply(): void {
    if (!this.#editing) return
    const { entry, editor } = this.#editing
    if (entry.task) this.#correct(entry, correctionOf(entry.task, editor.draft()))
    this.#stopEditing()
  }

  #stopEditing(): void {
    if (!this.#editing) return
    const { entry } = this.#editing
    this.#editing = null
    this.#table.edit(null, null)
    this.#choose(this.#shown.includes(entry) ? entry : null, 'keys')
  }

  #correct(entry: Entry, correction: Correction | null): void {
    this.#book.set(entry, correction)
    this.#table.forget(entry)
    this.#restate()
  }

  #resume(): void {
    const taken = this.#book.resume()
    if (taken?.found) this.#say(this.#words.resumed(taken.found))
  }

  #load(text: string): void {
    if (this.#editing) this.#apply()
    const taken = this.#book.load(text)
    this.#say(taken ? this.#words.loaded(taken.found, taken.lost) : this.#words.notCorrections)
    if (!taken) return
    this.#table.forget()
    this.#restate()
  }

  #save(): void {
    if (this.#editing) this.#apply()
    const count = this.#book.corrections.size
    if (count === 0) return
    this.#book.save()
    this.#say(this.#words.saved(count))
  }

  #say(words: string): void {
    this.#notice.textContent = words
    this.#notice.classList.remove('said')
    // Reading a size makes the browser begin the same animation again.
    this.#notice.getBoundingClientRect()
    this.#notice.classList.add('said')
  }
}
