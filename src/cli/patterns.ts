/** Patterns such as `*.txt`, for shells that do not expand them: the one file that knows tinyglobby. */

import { globSync } from 'tinyglobby'

/** The files that a pattern names, in a fixed order, as paths from the working folder; links are not followed. */
export function expand(pattern: string, without: readonly string[], cwd: string): string[] {
  const files = globSync(pattern, { cwd, ignore: [...without], expandDirectories: false, followSymbolicLinks: false })
  return files.sort((a, b) => (a < b ? -1 : 1))
}
