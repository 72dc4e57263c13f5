/** `--split unit`: a file for each unit, over all inputs together. Nothing is written before all have been read. */
import type { Plan } from '../plan.ts'
import { withTasks } from '../select.ts'
import type { PlacedTask } from '../tasks.ts'
import { byUnit, fullName, type UnitTest } from '../units.ts'
import type { Input } from './inputs.ts'
import type { Made, Output } from './outputs.ts'
import type { Selected } from './work.ts'

/** What of one plan goes into one file. */
interface Share {
  plan: Plan
  tasks: PlacedTask[]
  isAskedFor: UnitTest
}

export class SplitOutput {
  readonly closed = false
  /** By the name of the unit, in the order in which they first appear. */
  readonly #shares = new Map<string, Share[]>()
  readonly #unassigned: Share[] = []
  readonly #noUnit: string
  readonly #prepare: (names: string[]) => Output[]
  #current: Output | null = null

  /** `prepare` makes ready an output for each name, and refuses before anything is written. */
  constructor(noUnit: string, prepare: (names: string[]) => Output[]) {
    this.#noUnit = noUnit
    this.#prepare = prepare
  }

  /** Plans only: units are told apart in them. */
  take(_input: Input | null, made: Made): void {
    const { plan, isAskedFor } = made as Selected
    const { units, unassigned } = byUnit(plan, isAskedFor)
    for (const { name, tasks } of units) {
      const share = { plan, tasks, isAskedFor: (unit) => isAskedFor(unit) && fullName(unit) === name } satisfies Share
      const shares = this.#shares.get(name)
      if (shares) shares.push(share)
      else this.#shares.set(name, [share])
    }
    if (unassigned.length) this.#unassigned.push({ plan, tasks: unassigned, isAskedFor })
  }

  async finish(): Promise<void> {
    const files = [...this.#shares]
    if (this.#unassigned.length) files.push([this.#noUnit, this.#unassigned])
    const outputs = this.#prepare(files.map(([name]) => name))
    for (const [index, [, shares]] of files.entries()) {
      const output = outputs[index] as Output
      this.#current = output
      for (const { plan, tasks, isAskedFor } of shares)
        await output.take(null, { plan: withTasks(plan, tasks), isAskedFor })
      await output.finish(true)
    }
  }

  abandon(): void {
    this.#current?.abandon()
  }
}
