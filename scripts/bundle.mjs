// Makes the executable. dist/bin/planparse.cjs is one file with all that every run needs. What only some runs need (a
// dynamic import in the source, or what runs in a worker) is a file of its own beside it, loaded when it is used; what
// several of these have in common is in files shared-*.cjs, and what the first file has already they take from there.
// dist/offline/planparse.cjs is everything but PDF in one file, for machines without a network.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, transform } from 'esbuild'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const SRC = resolve(root, 'src')
const OUT = resolve(root, 'dist/bin')
const START = resolve(SRC, 'cli/start.ts')
const WORKER = resolve(SRC, 'cli/worker.ts')

/** Stays outside: `pdfjs-dist` may be missing, `piscina` starts a file of its own in each worker. */
const OUTSIDE = ['pdfjs-dist/*', 'piscina']

const COMMON = {
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20',
  charset: 'utf8',
  legalComments: 'none',
  external: OUTSIDE,
  // The address is asked for by `createRequire` alone, which takes a path as well.
  define: {
    'import.meta.dirname': '__dirname',
    'import.meta.filename': '__filename',
    'import.meta.url': '__filename',
  },
  logLevel: 'warning',
}

/** `src/write/csv.ts` → `write-csv` */
function nameOf(file) {
  return relative(SRC, file).replaceAll(sep, '-').replace(/\.ts$/, '')
}

/** What imports what, and how. */
async function importsOfSource() {
  const { metafile } = await build({
    ...COMMON,
    entryPoints: [START, WORKER],
    format: 'esm',
    outdir: OUT,
    packages: 'external',
    metafile: true,
    write: false,
  })
  const absolute = (path) => resolve(process.cwd(), path)
  return new Map(
    Object.entries(metafile.inputs).map(([path, { imports }]) => [
      absolute(path),
      imports.filter((each) => !each.external).map(({ path, kind }) => ({ file: absolute(path), kind })),
    ]),
  )
}

/** What is loaded together with some files. */
function loadedWith(files, graph) {
  const loaded = new Set(files)
  // The set grows while it is walked.
  for (const file of loaded)
    for (const each of graph.get(file) ?? []) if (each.kind !== 'dynamic-import') loaded.add(each.file)
  return loaded
}

/** Dynamic imports lead to files beside the one that has them. */
const toParts = (extension) => ({
  name: 'to-parts',
  setup(context) {
    context.onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) =>
      kind === 'dynamic-import' ? { path: `./${nameOf(resolve(resolveDir, path))}${extension}`, external: true } : null,
    )
  },
})

/** What the first file has, the others take from there. */
const fromMain = (shared) => ({
  name: 'from-main',
  setup(context) {
    context.onResolve({ filter: /^\.\/planparse\.cjs$/, namespace: 'main' }, ({ path }) => ({ path, external: true }))
    context.onResolve({ filter: /^\./ }, ({ path, resolveDir }) => {
      const file = resolve(resolveDir, path)
      return shared.has(file) ? { path: file, namespace: 'main' } : null
    })
    context.onLoad({ filter: /./, namespace: 'main' }, ({ path }) => ({
      contents: `module.exports = require('./planparse.cjs')[${JSON.stringify(nameOf(path))}]`,
    }))
  },
})

/** The first file: it starts nothing by itself, since a worker loads it as well. */
function bundleMain(shared) {
  const lines = [...shared].map((file) => `export * as ${JSON.stringify(nameOf(file))} from ${JSON.stringify(file)}`)
  return build({
    ...COMMON,
    stdin: { contents: [`export { start } from ${JSON.stringify(START)}`, ...lines].join('\n'), resolveDir: root },
    outfile: join(OUT, 'planparse.cjs'),
    format: 'cjs',
    // `require` for `import()`: the loader of ES modules would have to be started for it.
    supported: { 'dynamic-import': false },
    // Commander loads it for subcommands that are programs of their own; there are none. Converting starts one.
    alias: { 'node:child_process': resolve(root, 'scripts/nothing.cjs') },
    plugins: [toParts('.cjs')],
  })
}

/**
 * Leaves beside the program how this version of Node compiles it, with the functions that reading a notice needs. The
 * first line of both is the hash of the program.
 */
function compileAhead(program) {
  const text = escaped(readFileSync(program, 'utf8'))
  writeFileSync(program, `//${createHash('sha256').update(text).digest('hex')}\n${text}`)
  const notice = resolve(root, 'fixtures/bracketed-annotations/input.txt')
  const run = [resolve(root, 'scripts/compile.cjs'), `${program}.code`, '-q', notice]
  execFileSync(process.execPath, run, { stdio: ['ignore', 'ignore', 'inherit'] })
}

/** In ASCII: a text of single bytes is read and compiled sooner. Strings and patterns are all that holds others. */
function escaped(text) {
  if (/\\[^\0-\x7f]/.test(text)) throw new Error('a backslash stands before a character that is to be escaped')
  return text.replace(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

async function bundleParts(parts, shared) {
  const { outputFiles } = await build({
    ...COMMON,
    entryPoints: [...parts].map((file) => ({ in: file, out: nameOf(file) })),
    outdir: OUT,
    outExtension: { '.js': '.cjs' },
    chunkNames: 'shared-[hash]',
    // Only ES modules can share; each becomes CommonJS afterwards.
    format: 'esm',
    splitting: true,
    plugins: [fromMain(shared)],
    write: false,
  })
  for (const { path, text } of outputFiles) {
    const { code } = await transform(text, {
      format: 'cjs',
      minify: true,
      target: 'node20',
      charset: 'utf8',
      platform: 'node',
      // `pdfjs-dist` is an ES module that waits while it is loaded: `require` cannot have it.
      supported: { 'dynamic-import': text.includes('import("pdfjs-dist/') },
    })
    writeFileSync(path, code)
  }
}

/**
 * Everything in one file. It reads PDF where `pdfjs-dist` is installed, and says what to do where it is not. At its end,
 * and in a file for those who get the executable, stand the licences of what is built in: they ask for it.
 */
async function bundleOffline() {
  const file = resolve(root, 'dist/offline/planparse.cjs')
  const { metafile } = await build({
    ...COMMON,
    stdin: { contents: `import { start } from ${JSON.stringify(START)}\nstart()`, resolveDir: root },
    outfile: file,
    format: 'cjs',
    banner: { js: '#!/usr/bin/env node' },
    metafile: true,
  })
  const licences = licencesOf(Object.keys(metafile.inputs))
  appendFileSync(file, `/*\n${licences.replaceAll('*/', '* /')}*/\n`)
  writeFileSync(resolve(root, 'dist/THIRD-PARTY.txt'), licences)
}

/** Of the packages that files are of: name, licence, and its text. */
function licencesOf(files) {
  const folders = files.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0] ?? [])
  const texts = [...new Set(folders)].map((folder) => {
    const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each))
    const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `Copyright (c) ${author?.name ?? author}`
    return `${name} ${version}, ${license}\n\n${text}\n`
  })
  return texts.sort().join(`\n${'-'.repeat(80)}\n\n`)
}

const graph = await importsOfSource()
const parts = new Set([WORKER])
for (const imports of graph.values())
  for (const { file, kind } of imports) if (kind === 'dynamic-import') parts.add(file)
const first = loadedWith([START], graph)
const shared = new Set([...loadedWith(parts, graph)].filter((file) => first.has(file)))

rmSync(OUT, { recursive: true, force: true })
mkdirSync(OUT, { recursive: true })
await bundleMain(shared)
compileAhead(join(OUT, 'planparse.cjs'))
await bundleParts(parts, shared)
await bundleOffline()
