// npm run vary -- FOLDER: prints the documents of a folder in other manners and tells which tasks are then read otherwise.
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { bundled } from './bundled.mjs'

const folder = await bundled('variations', ['main'])
const { status } = spawnSync(process.execPath, [join(folder, 'main.mjs'), ...process.argv.slice(2)], {
  stdio: 'inherit',
})
rmSync(folder, { recursive: true, force: true })
process.exitCode = status ?? 1
