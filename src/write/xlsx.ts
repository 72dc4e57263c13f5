/**
 * The task list as a spreadsheet: the ledger, ready to be filled in, then who has how much of it, then the words that
 * each row was read from. A preset for importing has the first sheet alone.
 */
import { writeXlsx } from 'hucre/xlsx'
import { PlanparseError } from '../error.ts'
import type { Plan } from '../plan.ts'
import { tasks } from '../tasks.ts'
import type { ByUnit } from '../units.ts'
import { columnOf } from './columns.ts'
import { type Layout, layoutOf, PRESETS, spread } from './layout.ts'
import type { WriteOptions, Writing } from './writer.ts'
import { ledgerSheet } from './xlsx/ledger.ts'
import { dayOf, FONT } from './xlsx/looks.ts'
import { sourceSheet } from './xlsx/source.ts'
import { plain } from './xlsx/text.ts'
import { unitsSheet } from './xlsx/units.ts'

/** A plan, and its tasks by unit where that is asked for. */
export interface Gathered {
  plan: Plan
  groups: ByUnit | undefined
}

/** Which columns there are is known when all plans are: everything is written at the end. */
export function xlsx(options: WriteOptions): Writing {
  const plans: Gathered[] = []
  return {
    begin: () => '',
    plan(plan, groups) {
      plans.push({ plan, groups })
      return []
    },
    end: () => workbook(plans, options),
  }
}

/** Excel has 1,048,576 rows: these leave room for headings. */
const MOST_TASKS = 1_000_000

async function workbook(gathered: readonly Gathered[], options: WriteOptions): Promise<Uint8Array> {
  const plans = gathered.map(({ plan }) => plan)
  let count = 0
  for (const plan of plans) for (const _task of tasks(plan)) count++
  if (count > MOST_TASKS) throw new PlanparseError('too-many-rows', `${count}`)
  const layout = withKey(spread(layoutOf(options, PRESETS.ledger), plans))
  const sheets = [ledgerSheet(gathered, layout, options.warn)]
  if (!layout.bare) sheets.push(unitsSheet(plans, layout.lang), sourceSheet(gathered, layout.lang))
  // Never the clock: the same plan gives the same bytes.
  const written = issuedOn(plans)
  const title = plain(plans[0]?.document.title ?? '')
  const properties = { ...(title && { title }), creator: 'planparse', created: written, modified: written }
  return writeXlsx({ sheets, properties, defaultFont: FONT })
}

/** A hidden column, by which rows that come back find their tasks; columns of one's own stay as they are. */
function withKey(layout: Layout): Layout {
  if (layout.own || layout.bare) return layout
  const key = columnOf('key')
  return { ...layout, columns: [...layout.columns, { ...key, heading: key[layout.lang] }] }
}

/** The latest date of the documents; where none has one, the first that zip archives know. */
function issuedOn(plans: readonly Plan[]): Date {
  const dates = plans.flatMap(({ document }) => dayOf(document.issuedOn ?? '') ?? [])
  return new Date(dates.reduce((latest, date) => Math.max(latest, date.getTime()), Date.UTC(1980, 0, 1)))
}
