/** The third sheet: where each row of the ledger comes from, and the words it was read from. */
import type { CellValue, WriteSheet } from 'hucre/xlsx'
import type { Lang } from '../../message.ts'
import type { Plan, Task } from '../../plan.ts'
import { tasks } from '../../tasks.ts'
import { unitTasks } from '../../units.ts'
import type { Column } from '../columns.ts'
import type { Gathered } from '../xlsx.ts'
import { tableSheet } from './looks.ts'
import { pieces } from './text.ts'

const WORDS = {
  zh: { name: '来源', columns: ['行', '序号', '文件', '行号', '原文'], more: '原文（续）' },
  en: { name: 'Sources', columns: ['Row', 'ID', 'File', 'Line', 'Text'], more: 'Text (continued)' },
} satisfies Record<Lang, object>

const COLUMNS: readonly Pick<Column, 'key' | 'width' | 'kind'>[] = [
  { key: 'row', width: 8, kind: 'number' },
  { key: 'id', width: 8 },
  { key: 'file', width: 26 },
  { key: 'line', width: 8, kind: 'number' },
  { key: 'text', width: 100 },
]

export function sourceSheet(plans: readonly Gathered[], lang: Lang): WriteSheet {
  const { name, columns, more } = WORDS[lang]
  const rows: CellValue[][] = []
  for (const { plan, groups } of plans) {
    const file = pieces(plan.source.path ?? '-')[0] as string
    for (const { task } of groups ? unitTasks(groups) : tasks(plan)) {
      // What is too long for one cell goes on in the next.
      rows.push([rows.length + 2, task.id, file, task.position.start.line, ...pieces(printed(plan, task))])
    }
  }
  const width = rows.reduce((most, row) => Math.max(most, row.length), COLUMNS.length)
  const headed = Array.from({ length: width }, (_, i) => ({
    ...(COLUMNS[i] ?? { key: 'more', width: 60 }),
    heading: columns[i] ?? more,
  }))
  return tableSheet(name, headed, rows)
}

/** The words of the document, annotations and all, where the plan has them. */
function printed({ document }: Plan, { text, spans }: Task): string {
  const words = spans.filter(({ kind }) => kind !== 'separator')
  const [first, last] = [words[0], words.at(-1)]
  if (document.text === null || !first || !last) return text
  return document.text.slice(first.start, last.end).trim()
}
