// Writes src/version.ts from package.json, where the version stands; npm version runs it.
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'))
writeFileSync(
  resolve(root, 'src/version.ts'),
  `/** The version, as in package.json: made by scripts/version.mjs, and a test holds them equal. */\nexport const VERSION = '${version}'\n`,
)
