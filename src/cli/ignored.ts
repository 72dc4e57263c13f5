/** .planparseignore, in the syntax of .gitignore: the one file that knows the package `ignore`. */
import { lstatSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import ignore from 'ignore'

/** What one folder says is not to be read. */
export interface Ignored {
  has(path: string, isFolder: boolean): boolean
}

/** Reads the file of that name in a folder; what is no file, a link among them, says nothing. Throws what the system throws. */
export function ignoredIn(folder: string, name: string): Ignored {
  const path = join(folder, name)
  const rules = ignore().add(lstatSync(path).isFile() ? readFileSync(path, 'utf8') : '')
  return {
    has: (path, isFolder) => rules.ignores(relative(folder, path).replaceAll(sep, '/') + (isFolder ? '/' : '')),
  }
}
