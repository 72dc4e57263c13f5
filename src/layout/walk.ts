/**
 * The cheapest way of paragraphs through the columns of a table (Viterbi); linear in the number of paragraphs.
 */
import type { Field } from '../terms/labels.ts'
import { blankCost, COUNTED, continuationCost, fitCost, type Look, NEVER } from './looks.ts'

/** Where a paragraph stands: in a column of a row begun or going on, as a heading of rows, or in a repeated header. */
export type Step = { column: number; opens: boolean } | 'heading' | 'header'
/**
 * The columns are states 0 … k-1; state k is a heading of rows, state k+1 is past the table.
 * `from[i]` remembers for each state after paragraph i the state before and whether a row was opened.
 */
export class Walk {
  readonly #fields: readonly Field[]
  readonly #skip: number[]
  readonly #indexed: boolean
  readonly #from: (Int16Array | null)[] = []
  #cost: Float64Array
  #before = ''

  constructor(fields: readonly Field[]) {
    this.#fields = fields
    this.#indexed = fields.some((field) => field.kind === 'index')
    this.#skip = [0]
    for (const [i, field] of fields.entries())
      this.#skip.push((this.#skip.at(-1) as number) + blankCost(field, fields[i + 1]))
    this.#cost = new Float64Array(fields.length + 2).fill(NEVER * 10)
    this.#cost[fields.length] = 0
  }

  /** Cost of leaving the columns from `a` up to, not with, `b` blank. */
  #blank(a: number, b: number): number {
    return (this.#skip[b] as number) - (this.#skip[a] as number)
  }

  /** A paragraph of a repeated header changes nothing. */
  skip(): void {
    this.#from.push(null)
  }

  /** Takes one paragraph; false once the table is surely over. */
  step(look: Look): boolean {
    const k = this.#fields.length
    const next = new Float64Array(k + 2).fill(NEVER * 10)
    const from = new Int16Array(k + 2).fill(-1)
    const take = (state: number, cost: number, before: number, opens: boolean) => {
      if (cost >= (next[state] as number)) return
      next[state] = cost
      from[state] = before * 2 + (opens ? 1 : 0)
    }
    for (let before = 0; before < k + 2; before++) {
      const spent = this.#cost[before] as number
      if (spent >= NEVER * 10) continue
      const trailing = before < k ? this.#blank(before + 1, k) : 0
      if (before === k + 1) {
        take(k + 1, spent + 1.1, before, false)
        continue
      }
      take(k + 1, spent + trailing + 1.6, before, false)
      if (look.ends) continue
      take(k, spent + trailing + this.#headingCost(look), before, false)
      for (let column = 0; column < k; column++) this.#column(column, look, before, spent, trailing, take)
    }
    this.#cost = next
    this.#from.push(from)
    this.#before = look.text
    const inTable = Math.min(...next.subarray(0, k + 1))
    return (next[k + 1] as number) > inTable - 60
  }

  #column(
    column: number,
    look: Look,
    before: number,
    spent: number,
    trailing: number,
    take: (state: number, cost: number, before: number, opens: boolean) => void,
  ): void {
    const k = this.#fields.length
    const field = this.#fields[column] as Field
    const fit = spent + fitCost(field, look)
    if (fit >= NEVER) return
    take(column, fit + trailing + this.#blank(0, column), before, true)
    if (before < k && column > before) take(column, fit + this.#blank(before + 1, column), before, false)
    if (column === before)
      take(column, fit + continuationCost(field, this.#before, look.text, this.#indexed), before, false)
  }

  #headingCost(look: Look): number {
    return look.heading
      ? look.units >= 0.5
        ? 1
        : 0
      : COUNTED.test(look.text)
        ? 0.5
        : look.short && !look.sentence && !look.index && look.units < 0.5 && !look.deadline
          ? 4
          : NEVER
  }

  /** The cheapest way, up to where the table ends. */
  path(): Step[] {
    const k = this.#fields.length
    let state = 0
    for (let s = 0; s < k + 2; s++) if ((this.#cost[s] as number) < (this.#cost[state] as number)) state = s
    const steps: (Step | null)[] = []
    for (let i = this.#from.length - 1; i >= 0; i--) {
      const from = this.#from[i]
      if (!from) {
        steps.push(state === k + 1 ? null : 'header')
        continue
      }
      const link = from[state] as number
      steps.push(state === k + 1 ? null : state === k ? 'heading' : { column: state, opens: (link & 1) === 1 })
      state = link >> 1
    }
    steps.reverse()
    const end = steps.indexOf(null)
    return (end < 0 ? steps : steps.slice(0, end)) as Step[]
  }
}
