/**
 * What a machine may lack: the labelled corpus, LibreOffice (Writer and Calc), Chromium, jq, and pandas and DuckDB in its
 * Python. Tests that need it are skipped there, and fail where PLANPARSE_REQUIRE names it.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

const required = (process.env.PLANPARSE_REQUIRE ?? '').split(',')
const runs = (program: string) => spawnSync(program, ['--version']).status === 0
const imports = (module: string) => spawnSync('python3', ['-c', `import ${module}`]).status === 0

/** The folder that holds the corpus, where there is one. */
export const SHARED = resolve(join(import.meta.dirname, '..'), process.env.PLANPARSE_CORPUS ?? '../shared')
/** The browser. */
export const CHROMIUM = process.env.CHROMIUM ?? 'chromium'

const CHECKS = {
  corpus: () => existsSync(join(SHARED, 'corpus/score.mjs')),
  soffice: () => runs('soffice'),
  chromium: () => runs(CHROMIUM),
  jq: () => runs('jq'),
  pandas: () => imports('pandas'),
  duckdb: () => imports('duckdb'),
}

/** True where tests are to be run that need these: `describe.skipIf(!needs('soffice'))`. */
export function needs(...names: (keyof typeof CHECKS)[]): boolean {
  return names.every((name) => required.includes(name) || CHECKS[name]())
}
