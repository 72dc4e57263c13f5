/** Patterns such as `*.txt`, for shells that do not expand them: the one file that knows tinyglobby. */
import { isAbsolute, join, parse, posix, relative, resolve, sep } from 'node:path'
import { escapePath, globSync } from 'tinyglobby'

/**
 * The files that a pattern names, in a fixed order, as paths from the working folder; links are not followed. `without`:
 * patterns of files that are left out, from the working folder too; one that begins with `**` holds wherever a file lies.
 */
export function expand(pattern: string, without: readonly string[], cwd: string): string[] {
  // The library misses what lies below its own folder where a pattern leads out of that: it is given the uppermost one.
  const up = isAbsolute(pattern) ? parse(pattern).root : (/^(?:\.\.?\/)*/.exec(pattern)?.[0] ?? '')
  const base = resolve(cwd, up)
  const below = escapePath(relative(base, cwd).split(sep).join('/'))
  const ignore = without.flatMap((name) => [posix.join(below, name), ...(name.startsWith('**/') ? [name] : [])])
  const options = { cwd: base, ignore, expandDirectories: false, followSymbolicLinks: false }
  const files = globSync(pattern.slice(up.length), options).map((file) => relative(cwd, join(base, file)))
  return files.sort((a, b) => (a < b ? -1 : 1))
}
