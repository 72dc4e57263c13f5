// Makes the executable: dist/bin/planparse.cjs, one file with all that every run needs. What only some runs need
// (a dynamic import in the source) becomes a file of its own beside it, loaded when it is used.
import { mkdirSync } from 'node:fs'
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
    define: { 'import.meta.url': 'importMetaUrl' },
    banner: { js: "const importMetaUrl=require('node:url').pathToFileURL(__filename).href;" },
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
