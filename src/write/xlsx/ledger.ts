/** The first sheet: a row a task, with a list to choose the state from, and rows coloured by how urgent they are. */
import type { WriteSheet } from 'hucre/xlsx'
import { type Lang, toMessage } from '../../message.ts'
import { STATES } from '../../terms/states.ts'
import { type Layout, rowsOf } from '../layout.ts'
import type { WriteOptions } from '../writer.ts'
import type { Gathered } from '../xlsx.ts'
import { cellValue, letterOf, tableSheet } from './looks.ts'
import { pieces } from './text.ts'
import { urgency } from './urgency.ts'

const WORDS = {
  zh: { name: '台账', state: '请从列表中选择', cut: (row: number, heading: string) => `第 ${row} 行“${heading}”` },
  en: {
    name: 'Ledger',
    state: 'Choose from the list',
    cut: (row: number, heading: string) => `"${heading}" in row ${row}`,
  },
} satisfies Record<Lang, object>

/** Rows that people add below have the list and the colours as well. */
const ROOM_BELOW = 200

export function ledgerSheet(plans: readonly Gathered[], layout: Layout, warn: WriteOptions['warn']): WriteSheet {
  const { columns, lang } = layout
  const rows = plans.flatMap(({ plan, groups }) =>
    Array.from(rowsOf(plan, layout, groups), (cells) => ({ plan, cells })),
  )
  const values = rows.map(({ plan, cells }, index) =>
    cells.map((cell, i) => {
      const { kind, heading } = columns[i] as Layout['columns'][number]
      const [text = '', ...more] = pieces(cell)
      if (more.length > 0) {
        const detail = WORDS[lang].cut(index + 2, heading)
        warn?.(plan.source.path, toMessage({ code: 'cell-cut', range: null, detail }, null, lang))
      }
      return cellValue(text, kind)
    }),
  )
  const headed = columns.map((column) => ({ ...column, heading: pieces(column.heading)[0] as string }))
  const last = rows.length + 1 + ROOM_BELOW
  return { ...tableSheet(WORDS[lang].name, headed, values), ...stateList(layout, last), ...colours(layout, last) }
}

function stateList({ columns, lang }: Layout, last: number): Partial<WriteSheet> {
  const dataValidations = columns.flatMap(({ key }, column) => {
    if (key !== 'state') return []
    const letter = letterOf(column)
    const values = STATES.map((state) => state[lang])
    // Offices have states of their own (已延期): another word is asked about, not forbidden.
    return [
      {
        type: 'list' as const,
        values,
        allowBlank: true,
        showErrorMessage: true,
        errorStyle: 'warning' as const,
        errorMessage: `${WORDS[lang].state}: ${values.join(' / ')}`,
        range: `${letter}2:${letter}${last}`,
      },
    ]
  })
  return { dataValidations }
}

function colours({ columns, lang }: Layout, last: number): Partial<WriteSheet> {
  const columnOf = (key: string) => columns.findIndex((column) => column.key === key)
  const [due, state] = [columnOf('due'), columnOf('state')]
  const done = STATES.find(({ id }) => id === 'done')?.[lang] ?? ''
  return due < 0
    ? {}
    : { conditionalRules: urgency(columns.length, last, due, state < 0 ? undefined : { column: state, done }) }
}
