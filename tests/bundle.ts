/** Before all tests: makes the executable from the source as it is, for the tests that start it. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

export default function setup(): void {
  execFileSync(process.execPath, [join(import.meta.dirname, '../scripts/bundle.mjs')], { stdio: 'inherit' })
}
