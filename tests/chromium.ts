/** Chromium, for tests that need a real browser's PDF. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { CHROMIUM } from './needs.ts'

/** The PDF of a page, without the lines that the browser itself puts above and below. */
export function printed(html: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'planparse-print-'))
  try {
    const page = join(folder, 'page.html')
    const pdf = join(folder, 'page.pdf')
    writeFileSync(page, html)
    const how = ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer']
    const args = [
      ...how,
      `--user-data-dir=${join(folder, 'profile')}`,
      `--print-to-pdf=${pdf}`,
      pathToFileURL(page).href,
    ]
    execFileSync(CHROMIUM, args, { stdio: 'ignore' })
    return new Uint8Array(readFileSync(pdf))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
