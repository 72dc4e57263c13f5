/** .planparseignore, in the syntax of .gitignore (gitignore(5)). */
import { lstatSync, readFileSync } from 'node:fs'
import { basename, join, relative, sep } from 'node:path'
import { PlanparseError } from '../error.ts'
import { Glob } from './glob.ts'

/** What one folder says is not to be read. */
export interface Ignored {
  /** Asked of a file or folder below, where no folder above it is left out. */
  has(path: string, isFolder: boolean): boolean
}

/** More is not written by hand; each line is looked at for each file. */
const LARGEST = 1 << 16

/**
 * Reads the file of that name in a folder; what is no file, a link among them, says nothing. Throws what the system throws,
 * and `PlanparseError` for one that is too large.
 */
export function ignoredIn(folder: string, name: string): Ignored {
  const path = join(folder, name)
  const found = lstatSync(path)
  if (found.size > LARGEST) throw new PlanparseError('unreadable', { name, known: [`> ${LARGEST >> 10} KB`] })
  const rules = found.isFile() ? rulesIn(readFileSync(path, 'utf8')) : []
  return {
    has(path, isFolder) {
      const place = relative(folder, path).split(sep).join('/')
      const name = basename(path)
      const isMeant = ({ glob, isOfFolders, isOfNames }: Rule) =>
        (isFolder || !isOfFolders) && glob.has(isOfNames ? name : place)
      return rules.findLast(isMeant)?.isLeftOut ?? false
    },
  }
}

interface Rule {
  glob: Glob
  /** Else it is taken in again. */
  isLeftOut: boolean
  isOfFolders: boolean
  /** A name without a folder before it is meant in every folder. */
  isOfNames: boolean
}

function rulesIn(text: string): Rule[] {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .flatMap((line) => ruleOf(line) ?? [])
}

function ruleOf(line: string): Rule | null {
  const [, not, words] = /^(!?)(.*)$/s.exec(withoutBlanks(line)) as unknown as [string, string, string]
  const pattern = words.replace(/\/$/, '')
  if (pattern === '' || line.startsWith('#')) return null
  const glob = new Glob(pattern.replace(/^\//, ''), { braces: false, dots: true })
  return { glob, isLeftOut: not === '', isOfFolders: pattern !== words, isOfNames: !pattern.includes('/') }
}

/** Blanks at the end count where a backslash is before them. */
function withoutBlanks(line: string): string {
  let end = line.length
  while (line[end - 1] === ' ' && line[end - 2] !== '\\') end--
  return line.slice(0, end)
}
