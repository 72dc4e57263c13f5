// Programs among the tests, made to run by node alone.
import { mkdirSync, mkdtempSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..')

/** The folder, new and in the project so that packages are found from there, with each program of a folder of tests as NAME.mjs. */
export async function bundled(folder, names) {
  mkdirSync(join(ROOT, 'dist'), { recursive: true })
  const outdir = mkdtempSync(join(ROOT, 'dist/run-'))
  await build({
    entryPoints: names.map((name) => join(ROOT, 'tests', folder, `${name}.ts`)),
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  })
  return outdir
}
