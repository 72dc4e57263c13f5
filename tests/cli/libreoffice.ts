/** LibreOffice, for tests that need a real one. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Converts files into a folder, all in one start. */
export function convertTo(format: string, files: readonly string[], folder: string, ...more: readonly string[]): void {
  const profile = mkdtempSync(join(tmpdir(), 'planparse-profile-'))
  try {
    const where = `-env:UserInstallation=${pathToFileURL(profile).href}`
    const args = [where, '--headless', ...more, '--convert-to', format, '--outdir', folder, ...files]
    execFileSync('soffice', args, { stdio: 'ignore' })
  } finally {
    rmSync(profile, { recursive: true, force: true })
  }
}
