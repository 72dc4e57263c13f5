/**
 * Word documents of before 2007 (.doc, .wps), made into .docx by the LibreOffice of the machine: the one place where
 * planparse starts another program, and only for `--convert`. It works in a folder of its own, which is removed.
 */
import { spawn } from 'node:child_process'
import { accessSync, constants, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, isAbsolute, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PlanparseError } from '../error.ts'
import type { Io } from './io.ts'

const LIMIT = 60_000
const NAMES = process.platform === 'win32' ? ['soffice.com', 'soffice.exe'] : ['soffice', 'libreoffice']
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** A profile in which a document starts no macro and has nothing fetched that it links to. */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
${Object.entries({ DisableMacrosExecution: 'true', MacroSecurityLevel: '3', BlockUntrustedRefererLinks: 'true' })
  .map(
    ([name, value]) =>
      `<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  )
  .join('\n')}
</oor:items>
`

/**
 * The document as .docx. Rejects with `PlanparseError` where there is no LibreOffice on the PATH, or it fails or takes
 * longer than `limit` milliseconds.
 */
export async function toDocx(bytes: Uint8Array, env: Io['env'], limit = LIMIT): Promise<Uint8Array> {
  const program = findProgram(env.PATH ?? env.Path ?? '')
  if (program === null) throw new PlanparseError('converter-missing')
  const folder = mkdtempSync(join(tmpdir(), 'planparse-'))
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  try {
    prepare(folder, bytes)
    await run(program, argumentsIn(folder), { ...env, HOME: folder, TMPDIR: folder }, limit, remove)
    return readResult(folder)
  } finally {
    remove()
  }
}

/** The first program of a known name; what a relative part of the PATH means depends on where one stands. */
function findProgram(path: string): string | null {
  const folders = path.split(delimiter).filter(isAbsolute)
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isProgram) ?? null
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}

function prepare(folder: string, bytes: Uint8Array): void {
  mkdirSync(join(folder, 'profile/user'), { recursive: true })
  writeFileSync(join(folder, 'profile/user/registrymodifications.xcu'), SETTINGS)
  writeFileSync(join(folder, 'document.doc'), bytes)
}

function argumentsIn(folder: string): string[] {
  return [
    `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
    ...['--headless', '--norestore', '--nolockcheck', '--nodefault'],
    ...['--convert-to', 'docx:MS Word 2007 XML', '--outdir', folder, join(folder, 'document.doc')],
  ]
}

/** Waits for a program; ends it, with all that it started, after the limit or when this program is told to end. */
async function run(program: string, args: string[], env: Io['env'], limit: number, remove: () => void): Promise<void> {
  const isGroup = process.platform !== 'win32'
  const child = spawn(program, args, { env, stdio: 'ignore', detached: isGroup, windowsHide: true })
  const end = () => endAll(child.pid)
  const obey = (signal: NodeJS.Signals) => {
    end()
    remove()
    process.kill(process.pid, signal)
  }
  for (const signal of SIGNALS) process.once(signal, obey)
  const timer = setTimeout(end, limit)
  try {
    await new Promise<void>((resolve, reject) => {
      child.once('error', (error) => reject(failed(error.message.split(' ').at(-1) ?? '')))
      child.once('exit', (code, signal) => (code === 0 ? resolve() : reject(failed(signal ?? `exit ${code}`))))
    })
  } finally {
    clearTimeout(timer)
    for (const signal of SIGNALS) process.off(signal, obey)
    end()
  }
}

/** The program is the first of its own group; on Windows the system's own tool finds what it started. */
function endAll(pid: number | undefined): void {
  if (pid === undefined) return
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' }).once('error', () => {})
    return
  }
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // All have ended already.
  }
}

/** LibreOffice says that all went well also where it has written nothing. */
function readResult(folder: string): Uint8Array {
  try {
    return readFileSync(join(folder, 'document.docx'))
  } catch {
    throw failed('')
  }
}

function failed(reason: string): PlanparseError {
  return new PlanparseError('conversion-failed', reason)
}
