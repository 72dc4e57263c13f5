// npm run fuzz -- --minutes 60 --seed 1: tries generated and damaged documents for as long as one likes. What fails is made
// as small as can be and kept in tests/regressions, where a test tries it again. Exit status 1 if anything failed.
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { bundled, ROOT } from './bundled.mjs'

const folder = await bundled('fuzz', ['main', 'child'])
const run = spawn(process.execPath, [join(folder, 'main.mjs'), ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => run.kill(signal))
run.on('exit', (status) => {
  rmSync(folder, { recursive: true, force: true })
  process.exitCode = status ?? 1
})
