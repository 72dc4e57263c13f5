/** `--columns 序号=id,督办事项=title,空列=`: headings and keys as typed → choices of columns. */
import { PlanparseError } from '../error.ts'
import { COLUMNS } from '../write/columns.ts'
import { type ColumnChoice, KEYS } from '../write/layout.ts'
import { nearest } from './nearest.ts'

/** Throws `PlanparseError` (`unknown-column`) where a key is none. */
export function readColumns(text: string): ColumnChoice[] {
  return text.split(/[,，]/).map(readColumn)
}

function readColumn(entry: string): ColumnChoice {
  const at = entry.lastIndexOf('=')
  // A key by itself, or the usual heading of one.
  if (at < 0) return { key: checked(entry.trim()) }
  const [heading, key] = [entry.slice(0, at).trim(), entry.slice(at + 1).trim()]
  return { key: key === '' ? null : checked(key), heading }
}

function checked(name: string): string {
  const key = COLUMNS.find(({ zh, en }) => name === zh || name === en)?.key ?? name
  if (KEYS.includes(key) || /^extra:./.test(key)) return key
  throw new PlanparseError('unknown-column', { name, near: nearest(name, NAMES), known: KEYS })
}

const NAMES = [...KEYS, ...COLUMNS.map(({ zh }) => zh)]
