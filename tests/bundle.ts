/** Before all tests: makes the review page's script and the executable from the source as it is. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

export default function setup(): void {
  for (const script of ['page.mjs', 'bundle.mjs']) {
    execFileSync(process.execPath, [join(import.meta.dirname, '../scripts', script)], { stdio: 'inherit' })
  }
}
