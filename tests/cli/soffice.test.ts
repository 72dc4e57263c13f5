/**
 * `--convert`: old Word files are made into .docx by the LibreOffice of the machine. A script stands in for it; the
 * real one is tried where it is there, and must be there where PLANPARSE_REQUIRE names `soffice`.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { toDocx } from '../../src/cli/soffice.ts'
import { needs } from '../needs.ts'
import { abstractNum, docx, lvl, num, p } from '../read/docx-build.ts'
import { asProcess, inProcess, NOTICE, type Outcome, PROGRAM, scratch } from './hosts.ts'
import { convertTo } from './libreoffice.ts'

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const ole = (stream: string) => Buffer.concat([OLE, Buffer.alloc(512), Buffer.from(stream, 'utf16le')])
const OLD_WORD = ole('WordDocument')

let folder: ReturnType<typeof scratch> | undefined
afterEach(() => folder?.drop())

/** A folder with old files, and a `soffice` that runs a script; its last argument is the file, the one before the folder. */
function given(script: string, files: Record<string, string | Uint8Array> = {}) {
  const lines = `#!/bin/sh\nfor file; do :; done\nout=$(dirname "$file")\n${script}\n`
  folder = scratch({
    'a.doc': OLD_WORD,
    'made.docx': docx(
      NOTICE.trim()
        .split('\n')
        .map((line) => p(line))
        .join(''),
    ),
    'bin/soffice': lines,
    'tmp/.keep': '',
    ...files,
  })
  chmodSync(join(folder.path, 'bin/soffice'), 0o755)
  return { path: folder.path, bin: join(folder.path, 'bin'), env: envOf(folder.path) }
}

/** The tools that the script uses are the machine's. */
function envOf(path: string) {
  return { PATH: `${join(path, 'bin')}:/usr/bin:/bin`, TMPDIR: join(path, 'tmp') }
}

const COPY = 'cp "$(dirname "$0")/../made.docx" "$out/document.docx"'
const json = ({ stdout }: Outcome) => JSON.parse(stdout)
const scratchFolders = (path: string) => readdirSync(join(path, 'tmp')).filter((name) => name !== '.keep')

describe.skipIf(process.platform === 'win32')('with a stand-in', () => {
  test('its profile has macros off and links not fetched', async () => {
    const { path, env } = given(`cp "$out/profile/user/registrymodifications.xcu" "$(dirname "$0")/xcu"\n${COPY}`)
    await asProcess({ argv: ['--convert', 'a.doc'], cwd: path, env })
    const settings = readFileSync(join(path, 'bin/xcu'), 'utf8')
    for (const [name, value] of [
      ['DisableMacrosExecution', 'true'],
      ['MacroSecurityLevel', '3'],
      ['BlockUntrustedRefererLinks', 'true'],
    ])
      expect(settings).toContain(`<prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop>`)
  })

  test('a .doc is read as the .docx that is made of it, and nothing is left behind', async () => {
    const { path, env } = given(COPY)
    const outcome = await asProcess({ argv: ['--convert', 'a.doc'], cwd: path, env })
    expect(outcome).toMatchObject({ status: 0, stderr: '' })
    expect(json(outcome)).toMatchObject({ source: { path: 'a.doc', format: 'docx' } })
    expect(outcome.stdout).toContain('完善台账管理制度')
    expect(scratchFolders(path)).toEqual([])
  })

  test('a .wps, standard input and --stage too', async () => {
    const { path, env } = given(COPY, { 'b.wps': OLD_WORD })
    const run = (argv: string[], stdin = new Uint8Array()) => inProcess({ argv, cwd: path, env, stdin })
    for (const outcome of [await run(['--convert', 'b.wps']), await run(['--convert', '-'], OLD_WORD)]) {
      expect(outcome).toMatchObject({ status: 0, stderr: '' })
    }
    expect((await run(['--convert', '--stage', 'text', 'b.wps'])).stdout).toMatch(/^云江县2023年政务公开工作要点\n/)
    expect((await run(['--convert', '--explain', 'b.wps'])).stdout).toContain('完善台账管理制度')
  })

  test('in folders it finds old files as well', async () => {
    const { path, env } = given(COPY, { 'in/a.doc': OLD_WORD, 'in/b.txt': NOTICE, 'in/c.WPS': OLD_WORD })
    const paths = async (...argv: string[]) =>
      json(await inProcess({ argv: [...argv, 'in'], cwd: path, env })).map((plan: { source: object }) => plan.source)
    expect(await paths('--convert')).toMatchObject([{ path: 'in/a.doc' }, { path: 'in/b.txt' }, { path: 'in/c.WPS' }])
    expect(await paths()).toMatchObject([{ path: 'in/b.txt' }])
  })

  test('it starts without the profile of the user, and the name of the file is not its business', async () => {
    const { path, env } = given(`printf '%s\\n' "$@" > "$(dirname "$0")/said"; ${COPY}`, { '--x.doc': OLD_WORD })
    await inProcess({ argv: ['--convert', './--x.doc'], cwd: path, env })
    const said = readFileSync(join(path, 'bin/said'), 'utf8')
    expect(said).toMatch(/^-env:UserInstallation=file:\/\/\/.*\/planparse-\w+\/profile\n--headless\n/)
    expect(said).not.toContain('--x.doc')
  })

  test('without --convert no program is started', async () => {
    const { path, bin, env } = given('touch "$(dirname "$0")/started"')
    const outcome = await inProcess({ argv: ['a.doc'], cwd: path, env })
    expect(outcome).toMatchObject({ status: 2, stdout: '' })
    expect(outcome.stderr).toMatch(/^a\.doc:1:1: error: .*另存为 \.docx.*--convert.* \[old-office-format\]\n$/)
    expect(existsSync(join(bin, 'started'))).toBe(false)
  })

  test('other old files, and those under a password, are refused as without it', async () => {
    const { path, env } = given(COPY, { 'b.xls': ole('Workbook'), 'c.docx': ole('EncryptedPackage') })
    const outcome = await inProcess({ argv: ['--convert', 'b.xls', 'c.docx', 'a.doc'], cwd: path, env })
    expect(outcome.stderr).toMatch(/^b\.xls:.*\[old-office-format\]\nc\.docx:.*\[encrypted\]\n$/)
    expect(json(outcome)).toHaveLength(1)
  })

  test('without LibreOffice a sentence says what to do, and the other files are read', async () => {
    const { path } = given('', { 'b.txt': NOTICE })
    const outcome = await inProcess({ argv: ['--convert', 'a.doc', 'b.txt'], cwd: path, env: { PATH: 'bin' } })
    expect(outcome.status).toBe(2)
    expect(outcome.stderr).toMatch(/^a\.doc:1:1: error: .*没有找到 soffice；请安装.* \[converter-missing\]\n$/)
    expect(json(outcome)).toHaveLength(1)
  })

  test.each([
    ['fails', 'exit 3', /exit 3/],
    ['writes nothing', 'exit 0', /LibreOffice 没能把文件转换为 \.docx；/],
    ['is ended', 'kill -9 $$', /SIGKILL/],
  ])('a LibreOffice that %s', async (_, script, said) => {
    const { path, env } = given(script)
    const outcome = await asProcess({ argv: ['--convert', 'a.doc'], cwd: path, env })
    expect(outcome).toMatchObject({ status: 2, stdout: '' })
    expect(outcome.stderr).toMatch(said)
    expect(outcome.stderr).toMatch(/^a\.doc:1:1: error: .* \[conversion-failed\]\n$/)
    expect(scratchFolders(path)).toEqual([])
  })

  test('a LibreOffice that never ends is ended, with all that it has started', async () => {
    const { path, env } = given('sleep 3600 & echo $! > "$(dirname "$0")/child"; wait')
    await expect(toDocx(OLD_WORD, env, 500)).rejects.toMatchObject({
      code: 'conversion-failed',
      detail: { name: 'SIGKILL' },
    })
    const child = Number(readFileSync(join(path, 'bin/child'), 'utf8'))
    await vi.waitFor(() => expect(isRunning(child)).toBe(false), { timeout: 30_000 })
  })

  test('a signal ends both, and nothing is left behind', async () => {
    const { path, bin, env } = given('echo $$ > "$(dirname "$0")/pid"; sleep 3600')
    const child = spawn(process.execPath, [PROGRAM, '--convert', 'a.doc'], { cwd: path, env })
    const ended = once(child, 'exit')
    const pid = await vi.waitUntil(() => Number(readIfThere(join(bin, 'pid'))), { timeout: 30_000 })
    child.kill('SIGTERM')
    expect(await ended).toEqual([null, 'SIGTERM'])
    expect(scratchFolders(path)).toEqual([])
    await vi.waitFor(() => expect(isRunning(pid)).toBe(false), { timeout: 30_000 })
  })
})

const readIfThere = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '')

/** A process that has ended may wait for someone to take note of it. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  const state = `/proc/${pid}/stat`
  return !existsSync(state) || !/\) [ZX] /.test(readFileSync(state, 'utf8'))
}

describe.skipIf(!needs('soffice'))('with LibreOffice', () => {
  /** LibreOffice writes no restart of a list into a .doc: the numbers here just go on. */
  const NUMBERING = abstractNum(0, lvl(0, 'chineseCounting', '%1、'), lvl(1, 'chineseCounting', '（%2）')) + num(1, 0)
  const BODY =
    p('云江县2023年政务公开工作要点') +
    p('夯实基础', { num: [1, 0] }) +
    p('完善台账管理制度。（责任单位：办公室；完成时限：6月底）', { num: [1, 1] }) +
    p('加强监督', { num: [1, 0] }) +
    p('开展专项检查。（责任单位：督查室）', { num: [1, 1] }) +
    p('通报结果。（责任单位：办公室）', { num: [1, 1] })

  test('a .doc that it has made gives the tasks of the .docx', async () => {
    folder = scratch({ 'a.docx': docx({ body: BODY, numbering: NUMBERING }) })
    const { path } = folder
    convertTo('doc:MS Word 97', [join(path, 'a.docx')], path)
    const run = (...argv: string[]) => asProcess({ argv: ['-f', 'csv', ...argv], cwd: path })
    const old = await run('--convert', 'a.doc')
    expect(old).toMatchObject({ status: 0, stderr: '' })
    const rows = ({ stdout }: Outcome) =>
      stdout
        .trim()
        .split('\r\n')
        .map((line) => line.replace(/,\d+$/, ''))
    expect(rows(old)).toEqual(rows(await run('a.docx')))
    expect(rows(old)).toHaveLength(4)
  })

  test('a .doc that was cut off is refused', async () => {
    folder = scratch({ 'a.docx': docx({ body: BODY, numbering: NUMBERING }) })
    const { path } = folder
    convertTo('doc:MS Word 97', [join(path, 'a.docx')], path)
    writeFileSync(join(path, 'cut.doc'), readFileSync(join(path, 'a.doc')).subarray(0, 5000))
    expect(await asProcess({ argv: ['--convert', 'cut.doc'], cwd: path })).toMatchObject({ status: 2, stdout: '' })
  })
})
