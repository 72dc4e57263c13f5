/**
 * Structures in which the same tasks are printed, a row each: outlines with annotations in several forms, and tables. What
 * is read of the print must be the tasks again.
 */
import type { Task, UnitRole } from '../../src/plan.ts'
import { TABLE_MANNERS } from './tables.ts'

/** What a structure prints of a task; a blank string for what it has not. */
export interface Work {
  section: string
  text: string
  names: Readonly<Record<UnitRole, string>>
  by: string
}

export interface Structure {
  id: string
  print(works: readonly Work[]): string[]
}

const ROLES: readonly UnitRole[] = ['lead', 'responsible', 'support', 'supervisor']
const LABELS: Readonly<Record<UnitRole, string>> = {
  lead: '牵头单位',
  responsible: '责任单位',
  support: '配合单位',
  supervisor: '责任领导',
}
const HEADINGS = ['序号', '工作任务', ...ROLES.map((role) => LABELS[role]), '完成时限']

export const STRUCTURES: readonly Structure[] = [
  {
    id: 'a bracket behind the words',
    print: (works) => outline(works, (work) => [`${work.text}${bracket(work, '；')}`]),
  },
  { id: 'a bracket with commas', print: (works) => outline(works, (work) => [`${work.text}${bracket(work, '，')}`]) },
  { id: 'a label a line', print: (works) => outline(works, (work) => [work.text, ...labelled(work)]) },
  {
    id: 'a label a line, behind dashes',
    print: (works) => outline(works, (work) => [work.text, ...labelled(work).map((line) => `—${line}`)]),
  },
  { id: 'labels on one line', print: (works) => outline(works, (work) => [work.text, labelled(work).join('　　')]) },
  ...TABLE_MANNERS.filter(({ id }) => /^(?:tabs$|Markdown|boxes|narrow columns|a cell a line$)/.test(id)).map(
    ({ id, print, whole }): Structure => ({
      id: `a table: ${id}`,
      print: (works) => print([HEADINGS, ...works.map((work, i) => cellsOf(work, i, whole ? '—' : ''))]),
    }),
  ),
]

/** What is printed of a task; `null` for one whose words are no plain sentence: a number of their own, a cell's mark. */
export function workOf(task: Task, section: string): Work | null {
  const text = task.text.replace(/\s+/g, '')
  if (text.length < 8 || /[|]|^[（(]?[\d一二三四五六七八九十]{1,3}[)）.、．]/.test(text)) return null
  const stated = task.units.filter(({ source }) => source === 'annotation')
  const namesOf = (role: UnitRole) => stated.flatMap((unit) => (unit.role === role ? [unit.name] : [])).join('、')
  const times = task.deadlines.flatMap(({ source, raw }) => (source === 'annotation' ? [raw.replace(/\s+/g, '')] : []))
  const by = times.some((time) => /[（(]/.test(time)) ? '' : times.join('、')
  const names = {
    lead: namesOf('lead'),
    responsible: namesOf('responsible'),
    support: namesOf('support'),
    supervisor: namesOf('supervisor'),
  }
  return { section: section.replace(/\s+/g, '').slice(0, 24) || '重点工作', text, names, by }
}

/** The tasks under headings, numbered anew in each. */
function outline(works: readonly Work[], print: (work: Work) => string[]): string[] {
  const lines: string[] = []
  let [section, headings, items] = ['', 0, 0]
  for (const work of works) {
    if (work.section !== section) {
      section = work.section
      lines.push(`${chinese(++headings)}、${section}`)
      items = 0
    }
    lines.push(...print({ ...work, text: `（${chinese(++items)}）${work.text}` }).filter((line) => line !== ''))
  }
  return lines
}

function labelled({ names, by }: Work): string[] {
  const units = ROLES.flatMap((role) => (names[role] === '' ? [] : [`${LABELS[role]}：${names[role]}`]))
  return by === '' ? units : [...units, `完成时限：${by}`]
}

function bracket(work: Work, mark: string): string {
  const labels = labelled(work)
  return labels.length === 0 ? '' : `（${labels.join(mark)}）`
}

function cellsOf({ text, names, by }: Work, at: number, blank: string): string[] {
  return [`${at + 1}`, text, ...ROLES.map((role) => names[role] || blank), by || blank]
}

/** 1 to 99. */
function chinese(number: number): string {
  const digits = '零一二三四五六七八九'
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  return (tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`) + (ones === 0 ? '' : digits[ones])
}
