// Makes src/write/html/assets.generated.ts: the script and the style of the review page as strings, and their hashes
// for its Content-Security-Policy. Runs before the compiler and the bundler, which take the module as any other.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const folder = resolve(dirname(fileURLToPath(import.meta.url)), '../src/write/html')
const file = resolve(folder, 'assets.generated.ts')

async function bundle(entry, options) {
  const { outputFiles } = await build({
    entryPoints: [resolve(folder, 'page', entry)],
    write: false,
    bundle: true,
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    // Browsers of offices are not the newest.
    target: ['chrome80', 'firefox78', 'safari15'],
    logLevel: 'warning',
    ...options,
  })
  const text = outputFiles[0].text.trim()
  // The page stands in HTML: what it would take for the end of the script or for a comment must not be in it, nor line
  // ends and characters that reading it would change.
  if (/<\/(?:script|style)|<!--|[\r\0]/i.test(text)) throw new Error(`${entry} cannot stand in a page`)
  return text
}

function constants(name, text) {
  const hash = `sha256-${createHash('sha256').update(text).digest('base64')}`
  return `export const ${name}: string = ${JSON.stringify(text)}\nexport const ${name}_HASH: string = ${JSON.stringify(hash)}\n`
}

const script = await bundle('main.ts', { format: 'iife' })
const style = await bundle('style.css', {})
const made = `// Made by scripts/page.mjs.\n${constants('SCRIPT', script)}${constants('STYLE', style)}`
// Where nothing has changed the file stays as it is, for whoever watches it.
let before = ''
try {
  before = readFileSync(file, 'utf8')
} catch {
  // It is not there yet.
}
if (made !== before) writeFileSync(file, made)
