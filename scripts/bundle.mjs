// Makes the executable: dist/bin/planparse.cjs, one file with all that every run needs. What only some runs need
// (a dynamic import in the source) becomes a file of its own beside it, loaded when it is used.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const out = resolve(root, 'dist/bin')

/** Source files that become parts: those imported dynamically, as they are found, and what runs in a worker. */
const parts = new Set([resolve(root, 'src/cli/worker.ts')])

const splitDynamicImports = {
  name: 'split-dynamic-imports',
  setup(context) {
    context.onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined
      const file = resolve(resolveDir, path)
      parts.add(file)
      return { path: `./${nameOf(file)}`, external: true }
    })
  },
}

/** `src/write/csv.ts` → `write-csv.cjs` */
function nameOf(file) {
  return relative(resolve(root, 'src'), file).replaceAll(sep, '-').replace(/\.ts$/, '.cjs')
}

function bundle(entry, name) {
  return build({
    entryPoints: [entry],
    outfile: resolve(out, name),
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    charset: 'utf8',
    legalComments: 'none',
    // `require` for `import()`: the loader of ES modules would have to be started for it.
    // `pdfjs-dist` is one and may be missing: it stays outside, and only the part that reads PDF asks for it.
    supported: { 'dynamic-import': name === 'read-pdf.cjs' },
    // `piscina` starts a file of its own in each worker.
    external: ['pdfjs-dist/*', 'piscina'],
    // The address is asked for by `createRequire` alone, which takes a path as well.
    define: {
      'import.meta.dirname': '__dirname',
      'import.meta.filename': '__filename',
      'import.meta.url': '__filename',
    },
    // Commander loads it for subcommands that are programs of their own; there are none. Converting starts one.
    alias: name === 'planparse.cjs' ? { 'node:child_process': resolve(root, 'scripts/nothing.cjs') } : {},
    plugins: [splitDynamicImports],
    logLevel: 'warning',
  })
}

mkdirSync(out, { recursive: true })
await bundle(resolve(root, 'src/cli/start.ts'), 'planparse.cjs')
// A part may have parts: the set grows while it is walked.
for (const part of parts) await bundle(part, nameOf(part))
compileAhead(resolve(out, 'planparse.cjs'))

/**
 * Makes the program the function that bin/planparse.js calls, and leaves beside it how this version of Node compiles it,
 * with the functions that reading a notice needs. The first line of both is the hash of the program.
 */
function compileAhead(program) {
  const text = escaped(readFileSync(program, 'utf8'))
  const hash = createHash('sha256').update(text).digest('hex')
  writeFileSync(program, `//${hash}\n(function(require,__dirname){${text}})`)
  const code = `${program}.code`
  rmSync(code, { force: true })
  const run = [
    resolve(root, 'scripts/compile.cjs'),
    code,
    '-q',
    resolve(root, 'fixtures/bracketed-annotations/input.txt'),
  ]
  execFileSync(process.execPath, run, { stdio: ['ignore', 'ignore', 'inherit'] })
}

/** In ASCII: a text of single bytes is read and compiled sooner. Strings and patterns are all that holds others. */
function escaped(text) {
  if (/\\[^\0-\x7f]/.test(text)) throw new Error('a backslash stands before a character that is to be escaped')
  return text.replace(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
