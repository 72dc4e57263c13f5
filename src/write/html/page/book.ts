/** The corrections made on a page: kept by the browser, saved to a file and taken from one. */
import type { PageDocument } from '../model.ts'
import { type Correction, type CorrectionsFile, fromFile, toFile } from './corrections.ts'
import { el } from './dom.ts'
import type { Entry } from './entries.ts'
import { recall, remember } from './store.ts'

/** How many corrections were taken, and how many are of tasks that are not on this page. */
export interface Taken {
  found: number
  lost: number
}

export class CorrectionBook {
  readonly corrections = new Map<Entry, Correction>()
  readonly #documents: readonly PageDocument[]
  readonly #entries: readonly Entry[]
  /** The name under which the browser keeps them. */
  readonly #key: string
  #isKept = true

  constructor(documents: readonly PageDocument[], entries: readonly Entry[], key: string) {
    this.#documents = documents
    this.#entries = entries
    this.#key = key
  }

  /** Whether closing the page loses them. */
  get wouldBeLost(): boolean {
    return !this.#isKept && this.corrections.size > 0
  }

  /** `null` takes a correction back. */
  set(entry: Entry, correction: Correction | null): void {
    if (correction) this.corrections.set(entry, correction)
    else this.corrections.delete(entry)
    this.#keep()
  }

  /** Those of the last visit. */
  resume(): Taken | null {
    return this.#take(recall(this.#key) ?? '')
  }

  /** Those of a saved file; `null` for any other. */
  load(text: string): Taken | null {
    const taken = this.#take(text)
    this.#keep()
    return taken
  }

  save(): void {
    const file = new Blob([`${JSON.stringify(this.#file(), null, 2)}\n`], { type: 'application/json' })
    const link = el('a', { download: 'planparse-corrections.json' })
    link.href = URL.createObjectURL(file)
    link.click()
    // The browser has to have it read before.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  }

  #take(text: string): Taken | null {
    const taken = fromFile(parsed(text), this.#documents, this.#entries)
    if (!taken) return null
    for (const [entry, correction] of taken.found) this.corrections.set(entry, correction)
    return { found: taken.found.size, lost: taken.lost }
  }

  #keep(): void {
    this.#isKept = remember(this.#key, JSON.stringify(this.#file()))
  }

  #file(): CorrectionsFile {
    return toFile(this.#documents, this.corrections)
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
