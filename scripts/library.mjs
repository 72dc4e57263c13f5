// What tsc made, as it is published: the modules that the entries of the package lead to, with their types and no others;
// comments in the types alone, where editors look for them. node library.mjs [FOLDER]
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { transformSync } from 'esbuild'

const FOLDER = process.argv[2] ?? 'dist'
const ENTRIES = ['index', 'unified', 'schema']
const IMPORT = /(?:from\s|import\(|import\s)['"](\.[^'"]+)['"]/g

/** The files with an extension that the entries lead to. */
function reached(extension) {
  const files = new Set(ENTRIES.map((name) => name + extension))
  // The set grows while it is walked.
  for (const file of files)
    for (const [, to] of readFileSync(join(FOLDER, file), 'utf8').matchAll(IMPORT))
      files.add(normalize(join(dirname(file), to)).replace(/\.[jt]s$/, extension))
  return files
}

const programs = reached('.js')
const kept = new Set([...programs, ...reached('.d.ts')])
for (const file of readdirSync(FOLDER, { recursive: true }))
  if (/\.(?:js|d\.ts)$/.test(file) && !kept.has(normalize(file))) rmSync(join(FOLDER, file))
for (const file of programs) {
  const path = join(FOLDER, file)
  const { code } = transformSync(readFileSync(path, 'utf8'), {
    charset: 'utf8',
    legalComments: 'none',
    minifySyntax: true,
    minifyWhitespace: true,
    target: 'es2022',
  })
  writeFileSync(path, code)
}
