/** `planparse verify` on the command line. */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { VerifyReport } from '../../src/plan.ts'
import { docx, p } from '../read/docx-build.ts'
import { asProcess, type Case, expectOutcome, inProcess, NOTICE, type Outcome, scratch } from './hosts.ts'

const lines = NOTICE.trim().split('\n')
const FILES = {
  'a.txt': NOTICE,
  'folder/a.md': `# ${NOTICE}`,
  'folder/b.docx': docx(lines.map((line) => p(line)).join('')),
  'cut.pdf': '%PDF-1.4',
  'empty.txt': '',
}

const json = ({ stdout }: Outcome) => VerifyReport.parse(JSON.parse(stdout))

const CASES: Record<string, Case> = {
  'a document': {
    argv: ['a.txt'],
    stdout:
      /^a\.txt：已证实。136 个字无一遗漏，各在一处；3 项任务，7 个单位和时限都在原处；再读一遍，结果相同\n {2}单位和时限 \d+、正文 /,
  },
  'in English': {
    argv: ['--lang', 'en', 'a.txt'],
    stdout: /^a\.txt: proved\. 136 characters, none lost, each in one place; tasks: 3; units and deadlines/,
  },
  'what lies where': {
    argv: ['--map', 'a.txt'],
    stdout:
      / {2}1 {2}paragraph title {2}云江县2023年政务公开工作要点\n {2}2 {2}section 1 {8}一、夯实基础\n {2}3 {2}task 1\.1 /,
  },
  'a folder, every format': {
    argv: ['folder'],
    stdout: /^folder\/a\.md：已证实[^\n]*\n[^\n]*\nfolder\/b\.docx：已证实[^\n]*\n[^\n]*\n$/,
  },
  'every fixture': {
    argv: ['-f', 'json', join(import.meta.dirname, '../../fixtures')],
    also: (o) => {
      const { files } = json(o)
      expect(files.length).toBeGreaterThan(20)
      expect(files.filter(({ proved, fault }) => !proved && fault === null)).toEqual([])
    },
  },
  'standard input': { argv: ['-'], stdin: NOTICE, stdout: /^-：已证实/ },
  'a document without a word': { argv: ['--map', 'empty.txt'], stdout: /^empty\.txt：没有文字，无须证实\n$/ },
  'a document of blanks, in English': {
    argv: ['--lang', 'en', '-'],
    stdin: ' \n　\n',
    stdout: /^-: no text, nothing to prove\n$/,
  },
  'for programs': {
    argv: ['-f', 'json', 'a.txt', 'cut.pdf', 'empty.txt'],
    status: 2,
    stderr: /^cut\.pdf:1:1: error: .*\[truncated\]\n$/,
    also: (o) =>
      expect(json(o).files.map(({ path, proved, fault, map }) => [path, proved, fault?.code, map])).toEqual([
        ['a.txt', true, undefined, null],
        ['cut.pdf', false, 'truncated', null],
        ['empty.txt', true, undefined, null],
      ]),
  },
  'for programs, what lies where': {
    argv: ['-f', 'json', '--map', 'a.txt'],
    also: (o) =>
      expect(json(o).files[0]?.map?.map(({ node, position }) => [position.start.line, node])).toEqual([
        [1, 'paragraph title'],
        [2, 'section 1'],
        [3, 'task 1.1'],
        [4, 'task 1.2'],
        [5, 'section 2'],
        [6, 'task 2.1'],
      ]),
  },
  'what cannot be read is not proved': {
    argv: ['nowhere.txt', 'a.txt'],
    status: 2,
    stdout: /^a\.txt：已证实/,
    stderr: /^nowhere\.txt:1:1: error: .*\[file-missing\]\n$/,
  },
  'an unknown format': { argv: ['-f', 'csv', 'a.txt'], status: 2, stdout: '', stderr: /--format csv/ },
  'the help': { argv: ['--help'], stdout: /--map[\s\S]*退出码/ },
}

describe.each([
  ['in process', inProcess],
  ['as a process', asProcess],
])('%s', (_name, host) => {
  let folder: ReturnType<typeof scratch>
  beforeAll(() => {
    folder = scratch(FILES)
  })
  afterAll(() => folder.drop())

  test.each(Object.entries(CASES))('%s', async (_case, expected) => {
    const { argv, stdin } = expected
    const outcome = await host({ argv: ['verify', ...argv], cwd: folder.path, ...(stdin !== undefined && { stdin }) })
    expectOutcome(outcome, expected)
  })

  test('-o writes a file, never over an input', async () => {
    const run = (...argv: string[]) => host({ argv: ['verify', ...argv], cwd: folder.path })
    expect(await run('-f', 'json', '-o', 'out/proof.json', 'a.txt')).toEqual({ status: 0, stdout: '', stderr: '' })
    expect(VerifyReport.parse(JSON.parse(folder.read('out/proof.json'))).files).toHaveLength(1)
    expect((await run('-o', 'a.txt', 'a.txt')).status).toBe(2)
    expect(folder.read('a.txt')).toBe(NOTICE)
  })
})
