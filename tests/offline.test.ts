/** The edition in one file: it runs where there is nothing else, no packages, no network, no environment. */
import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { VERSION } from '../src/version.ts'
import { NOTICE } from './cli/hosts.ts'
import { docx, p } from './read/docx-build.ts'
import { column, pdf } from './read/pdf-writer.ts'

const FILE = join(import.meta.dirname, '../dist/offline/planparse.cjs')
const LINES = NOTICE.trim().split('\n')
const ROWS = [
  ['序号', '任务内容', '责任单位', '完成时限'],
  ['1', '完善台账管理制度。', '办公室', '6月底'],
  ['2', '加强业务培训。', '人事科', '年底前'],
]

let folder: string
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'planparse-offline-')))
  copyFileSync(FILE, join(folder, 'planparse.cjs'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['planparse.cjs', ...args], {
    cwd: folder,
    env: {},
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

/** The same tasks in every format. */
const INPUTS: Record<string, () => string | Uint8Array | Promise<Uint8Array>> = {
  'text.txt': () => NOTICE,
  'gbk.txt': () => Buffer.from('d2bba1a2babbcab5bbf9b4a1b9a4d7f7a1a3cdeac9c6cca8d5cb', 'hex'),
  'markdown.md': () => `# ${LINES[0]}\n\n- 完善台账管理制度。（责任单位：办公室；完成时限：6月底）\n`,
  'page.html': () => `<html><body>${LINES.map((line) => `<p>${line}</p>`).join('\n')}</body></html>`,
  'word.docx': () => docx(LINES.map((line) => p(line)).join('')),
  'table.csv': () => ROWS.map((row) => row.join(',')).join('\n'),
  'sheet.xlsx': () => writeXlsx({ sheets: [{ name: '任务', rows: ROWS }] }),
}

test('has the licences of what is in it, whose texts ask for it', () => {
  const text = readFileSync(FILE, 'utf8')
  for (const name of ['commander', 'hucre', 'parse5', 'saxes'])
    expect(text).toMatch(new RegExp(`^${name} [\\d.]+, `, 'm'))
  expect(text).not.toContain('Copyright (c) undefined')
})

describe('reads', () => {
  test.each(Object.entries(INPUTS))('%s', async (name, content) => {
    writeFileSync(join(folder, name), await content())
    const outcome = run('-q', '-f', 'ndjson', '--year', '2023', name)
    expect(outcome).toMatchObject({ status: 0, stderr: '' })
    expect(outcome.stdout).toContain('完善台账')
  })

  test('no PDF, and says what to do', () => {
    writeFileSync(join(folder, 'print.pdf'), pdf([{ texts: column(LINES) }]))
    const { status, stdout, stderr } = run('print.pdf')
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(
      /^print\.pdf:1:1: error: 读 PDF 需要 pdfjs-dist；.*另存为 \.docx 或文本 \[pdf-not-installed\]\n$/,
    )
  })
})

test('PDF as well, where the library for it is installed beside it', () => {
  const inside = mkdtempSync(join(folder, 'with-'))
  copyFileSync(FILE, join(inside, 'planparse.cjs'))
  symlinkSync(join(import.meta.dirname, '../node_modules'), join(inside, 'node_modules'))
  writeFileSync(join(inside, 'print.pdf'), pdf([{ texts: column(LINES) }]))
  const argv = ['planparse.cjs', '-q', '-f', 'ndjson', 'print.pdf']
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, { cwd: inside, env: {}, encoding: 'utf8' })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toContain('完善台账管理制度')
})

describe('writes', () => {
  beforeAll(() => writeFileSync(join(folder, '通知.txt'), NOTICE))
  test.each(['json', 'ndjson', 'csv', 'xlsx', 'md', 'txt', 'html', 'ics'])('%s', (extension) => {
    const name = `out.${extension}`
    expect(run('-q', '-o', name, '通知.txt')).toEqual({ status: 0, stdout: '', stderr: '' })
    expect(readFileSync(join(folder, name)).length).toBeGreaterThan(200)
  })
  test('a folder of many', () => {
    expect(run('-q', '--jobs', '4', '-o', 'all/', '通知.txt', 'text.txt')).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    })
    expect(readdirSync(join(folder, 'all')).sort()).toEqual(['text.json', '通知.json'])
  })
})

test('it checks, merges, reads deadlines and tells of itself', () => {
  expect(run('check', '--reporter', 'sarif', 'text.txt').stdout).toContain('"version":"2.1.0"')
  expect(run('merge', 'out.xlsx', 'out.json')).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('"type":"plan"'),
  })
  expect(run('deadline', '--year', '2023', '9月底前').stdout).toContain('2023-09-30')
  expect(run('schema', 'task').stdout).toContain('urn:planparse:schema:task:1')
  expect(run('--version')).toEqual({ status: 0, stdout: `${VERSION}\n`, stderr: '' })
})

test('a configuration holds there as well', () => {
  writeFileSync(join(folder, 'own.yaml'), 'year: 2031\n')
  writeFileSync(join(folder, 'plain.txt'), '一、办结。（完成时限：6月底）\n')
  expect(run('--config', 'own.yaml', '-f', 'ndjson', 'plain.txt').stdout).toContain('2031-06-30')
})

test('what it cannot heed it refuses', () => {
  const { status, stderr } = run('--timeout', '5', 'text.txt')
  expect(status).toBe(2)
  expect(stderr).toMatch(/^planparse: 单文件版只用一个线程/)
})
