/**
 * What a machine may lack: the labelled corpus, LibreOffice (Writer and Calc), Chromium, jq, pandas and DuckDB in its
 * Python, and the rights to mount a disk of one's own and to make a device. Tests that need it are skipped there, and fail where PLANPARSE_REQUIRE names it.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const required = (process.env.PLANPARSE_REQUIRE ?? '').split(',')
const runs = (program: string) => spawnSync(program, ['--version']).status === 0
const imports = (module: string) => spawnSync('python3', ['-c', `import ${module}`]).status === 0

/** The folder that holds the corpus, where there is one. */
export const SHARED = resolve(join(import.meta.dirname, '..'), process.env.PLANPARSE_CORPUS ?? '../shared')
/** The browser. */
export const CHROMIUM = process.env.CHROMIUM ?? 'chromium'

/** A file system of one's own, gone with the process. */
const mounts = () => spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/tmp']).status === 0

function makesDevices(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'planparse-needs-'))
  try {
    return spawnSync('mknod', [join(folder, 'null'), 'c', '1', '3']).status === 0
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const CHECKS = {
  corpus: () => existsSync(join(SHARED, 'corpus/score.mjs')),
  soffice: () => runs('soffice'),
  chromium: () => runs(CHROMIUM),
  jq: () => runs('jq'),
  pandas: () => imports('pandas'),
  duckdb: () => imports('duckdb'),
  mount: mounts,
  mknod: makesDevices,
}

/** True where tests are to be run that need these: `describe.skipIf(!needs('soffice'))`. */
export function needs(...names: (keyof typeof CHECKS)[]): boolean {
  return names.every((name) => required.includes(name) || CHECKS[name]())
}
