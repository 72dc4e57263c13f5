/** Patterns such as `*.txt`, for shells that do not expand them. */
import { readdirSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { Glob, type Ways } from './glob.ts'

/** What a pattern names, as paths from the working folder. */
export interface Expanded {
  /** In a fixed order. */
  files: string[]
  /** Folders that could not be looked into, and why. */
  unread: { folder: string; error: unknown }[]
}

/**
 * The files that a pattern names; links are not followed, and hidden ones are meant where their dot is written.
 * `without`: patterns of files and folders that are left out, from the working folder too; one that begins with `**`
 * holds wherever a file lies.
 */
export function expand(pattern: string, without: readonly string[], cwd: string): Expanded {
  const names = pattern.split('/')
  // What comes before the first name with a sign is a folder as any other: it may lead out of the working folder.
  const first = names.findIndex((name) => /[*?[{\\]/.test(name))
  const base = names.slice(0, first).map((name) => `${name}/`)
  const glob = new Glob(names.slice(first).join('/'), { braces: true, dots: false })
  const left = without.map((each) => new Glob(each.replace(/^(?:\.\/)+/, ''), { braces: true, dots: true }))
  const isLeftOut = (path: string) => left.some((each) => each.has(path.split(sep).join('/')))
  const found: Expanded = { files: [], unread: [] }
  const walk = (folder: string, ways: Ways) => {
    for (const entry of entriesOf(folder, cwd, found)) {
      const reached = glob.after(ways, entry.name)
      const path = join(folder, entry.name)
      const shown = relative(cwd, resolve(cwd, path))
      if (reached.size === 0 || isLeftOut(shown)) continue
      if (entry.isFile() && glob.isMeant(reached)) found.files.push(shown)
      const below = entry.isDirectory() ? glob.after(reached, '/') : null
      if (below && below.size > 0) walk(path, below)
    }
  }
  walk(base.join(''), glob.start())
  found.files.sort((a, b) => (a < b ? -1 : 1))
  return found
}

/** None where there is no such folder. */
function entriesOf(folder: string, cwd: string, { unread }: Expanded) {
  try {
    return readdirSync(resolve(cwd, folder), { withFileTypes: true })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code !== 'ENOENT' && code !== 'ENOTDIR') unread.push({ folder: join(folder, '.'), error })
    return []
  }
}
