/** .planparseignore, in the syntax of .gitignore: the one file that knows the package `ignore`. */
import { readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import ignore from 'ignore'

/** What one folder says is not to be read. */
export interface Ignored {
  has(path: string, isFolder: boolean): boolean
}

/** Reads the file of that name in a folder. Throws what the system throws. */
export function ignoredIn(folder: string, name: string): Ignored {
  const rules = ignore().add(readFileSync(join(folder, name), 'utf8'))
  return {
    has: (path, isFolder) => rules.ignores(relative(folder, path).replaceAll(sep, '/') + (isFolder ? '/' : '')),
  }
}
