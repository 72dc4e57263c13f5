import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Plan, TaskRecord } from '../../src/plan.ts'
import { VERSION } from '../../src/version.ts'
import { asProcess, IDLE, inProcess, NOTICE, type Outcome, scratch } from './hosts.ts'

interface Case {
  argv: string[]
  stdin?: string | Uint8Array
  env?: Record<string, string>
  status?: number
  /** `''`: nothing may be there. Absent: not looked at. */
  stdout?: string | RegExp
  stderr?: string | RegExp
  also?: (outcome: Outcome) => void
}

const json = ({ stdout }: Outcome) => JSON.parse(stdout)
const lines = ({ stdout }: Outcome) => stdout.trimEnd().split('\n')
const isPlan = (outcome: Outcome) => expect(() => Plan.parse(json(outcome))).not.toThrow()
const isListOf = (count: number) => (outcome: Outcome) => {
  expect(json(outcome)).toHaveLength(count)
  for (const plan of json(outcome)) expect(() => Plan.parse(plan)).not.toThrow()
}

/** Without `stderr`, nothing may be said there. */
const CASES: Record<string, Case> = {
  'a file gives one plan, compact': { argv: ['a.txt'], stdout: /^\{.*\}\n$/, also: isPlan },
  'the path is as it was named': { argv: ['./a.txt'], also: (o) => expect(json(o).source.path).toBe('./a.txt') },
  'standard input has no path': { argv: [], stdin: NOTICE, also: (o) => expect(json(o).source.path).toBeNull() },
  '- is standard input': { argv: ['-f', 'json', '-'], stdin: NOTICE, also: isPlan },
  'several files are an array': { argv: ['a.txt', 'b.txt'], also: isListOf(2) },
  'a folder is an array, even of one': { argv: ['one'], also: isListOf(1) },
  '--array makes one of one': { argv: ['--array', 'a.txt'], also: isListOf(1) },
  'a folder: its documents in order, nothing hidden': {
    argv: ['folder'],
    also: (o) =>
      expect(json(o).map((plan: Plan) => plan.source.path)).toEqual([
        'folder/B.TXT',
        'folder/a.txt',
        'folder/b/a.txt',
        'folder/b.md',
        'folder/c.txt',
        'folder/d.csv',
      ]),
  },
  'an empty folder': { argv: ['empty'], stdout: '[]\n', stderr: /^empty:1:1: warning: .* \[empty-folder\]\n$/ },
  ndjson: {
    argv: ['-f', 'ndjson', 'a.txt', 'b.txt'],
    also: (o) => {
      expect(lines(o)).toHaveLength(6)
      for (const line of lines(o)) expect(() => TaskRecord.parse(JSON.parse(line))).not.toThrow()
      expect(JSON.parse(lines(o)[0] as string).file).toBe('a.txt')
    },
  },
  'csv has no BOM on standard output': { argv: ['-f', 'csv', 'a.txt'], stdout: /^序号,章节,.*\r\n/ },
  'csv with --bom': { argv: ['-f', 'csv', '--bom', 'a.txt'], stdout: /^\ufeff序号,/ },
  'csv of several files has a column for the file': {
    argv: ['-f', 'csv', 'a.txt', 'b.txt'],
    stdout: /^文件,序号,.*\r\na\.txt,/,
  },
  'csv in English': { argv: ['--lang', 'en', '-f', 'csv', 'a.txt'], stdout: /^ID,Sections,/ },
  markdown: { argv: ['-f', 'markdown', 'a.txt'], stdout: /\n- \[ \] （一）完善台账管理制度。/ },
  'markdown table': { argv: ['-f', 'markdown', '--markdown', 'table', 'a.txt'], stdout: /\| 序号 \|.*\n\| - \|/ },
  'tree to a pipe has no colours': { argv: ['-f', 'tree', 'a.txt'], stdout: /^[^\u001b]*一、夯实基础\n[^\u001b]*$/ },
  FORCE_COLOR: { argv: ['-f', 'tree', 'a.txt'], env: { FORCE_COLOR: '1' }, stdout: /\u001b\[/ },
  'NO_COLOR wins': { argv: ['-f', 'tree', 'a.txt'], env: { FORCE_COLOR: '1', NO_COLOR: '1' }, stdout: /^[^\u001b]*$/ },
  '--no-color wins': { argv: ['-f', 'tree', '--no-color', 'a.txt'], env: { FORCE_COLOR: '1' }, stdout: /^[^\u001b]*$/ },
  'COLUMNS shortens': {
    argv: ['-f', 'tree', 'a.txt'],
    env: { COLUMNS: '24' },
    also: (o) => expect(Math.max(...lines(o).map((line) => line.length))).toBeLessThanOrEqual(24),
  },
  '--with-text': { argv: ['--with-text', 'a.txt'], also: (o) => expect(json(o).document.text).toBe(NOTICE) },
  'no text without it': { argv: ['a.txt'], also: (o) => expect(json(o).document.text).toBeNull() },
  '--year': { argv: ['--year', '2031', 'a.txt'], also: (o) => expect(json(o).document.year).toBe(2031) },
  '--encoding': { argv: ['--encoding', 'gbk', 'gbk.txt'], stdout: /夯实/ },
  '--stage': { argv: ['--stage', 'paragraphs', 'a.txt'], also: (o) => expect(json(o)).toBeTruthy() },

  'a text without tasks is read': {
    argv: ['idle.txt'],
    stderr: /^idle\.txt:1:1: warning: .* \[no-tasks\]\n/,
    also: isPlan,
  },
  'an empty file is read': { argv: ['empty.txt'], stderr: /^empty\.txt:1:1: warning: .*\[/, also: isPlan },
  '--strict': { argv: ['--strict', 'idle.txt'], status: 1, stderr: /warning/, also: isPlan },
  '--strict with nothing to say': { argv: ['--strict', 'a.txt'], also: isPlan },
  '--quiet': { argv: ['-q', 'idle.txt'], also: isPlan },
  '--quiet --strict': { argv: ['-q', '--strict', 'idle.txt'], status: 1, also: isPlan },
  'messages in English': { argv: ['--lang', 'en', 'idle.txt'], stderr: /no task found/ },
  'messages of standard input': { argv: [], stdin: IDLE, stderr: /^-:1:1: warning: / },

  'a missing file': { argv: ['nowhere.txt'], status: 2, stdout: '', stderr: /^nowhere\.txt:1:1: error: 没有这个文件/ },
  'a missing file among others': {
    argv: ['a.txt', 'nowhere.txt', 'b.txt'],
    status: 2,
    stderr: /error/,
    also: isListOf(2),
  },
  'quiet does not hide errors': { argv: ['-q', 'nowhere.txt'], status: 2, stdout: '', stderr: /error/ },
  'a name with controls is shown, not done': {
    argv: ['\u001b]0;x\u0007'],
    status: 2,
    stderr: /^\\u001b\]0;x\\u0007:1:1: error/,
  },
  'a PDF cut off': {
    argv: ['cut.pdf'],
    status: 2,
    stdout: '',
    stderr: /^cut\.pdf:1:1: error: .*不完整.* \[truncated\]\n$/,
  },
  'a broken Word file': {
    argv: ['a.docx'],
    status: 2,
    stdout: '',
    stderr: /^a\.docx:1:1: error: .*\.docx.* \[zip-unknown\]\n$/,
  },
  'a Word file read as text, if one insists': { argv: ['--from', 'text', 'a.docx'], stderr: /no-tasks/, also: isPlan },

  'an unknown option': {
    argv: ['--formt', 'csv', 'a.txt'],
    status: 2,
    stdout: '',
    stderr: 'planparse: 没有选项 --formt，是不是 --format？全部选项见 planparse --help\n',
  },
  'an unknown option, in English': {
    argv: ['--lang', 'en', '--formt'],
    status: 2,
    stdout: '',
    stderr: /did you mean --format\?/,
  },
  'an unknown option like no other': { argv: ['--zzz'], status: 2, stdout: '', stderr: /^planparse: 没有选项 --zzz；/ },
  'an option without its value': {
    argv: ['a.txt', '-f'],
    status: 2,
    stdout: '',
    stderr: /^planparse: 选项 .*--format.* 后面缺少它的值/,
  },
  'an unknown format': {
    argv: ['-f', 'jsno', 'a.txt'],
    status: 2,
    stdout: '',
    stderr: /^planparse: .*“jsno”.*是不是 json？/,
  },
  'a format to come': {
    argv: ['-f', 'xlsx', 'a.txt'],
    status: 2,
    stdout: '',
    stderr: /^planparse: 这一版还不支持 xlsx 格式/,
  },
  'a format to come, by extension': {
    argv: ['-o', 'a.xlsx', 'a.txt'],
    status: 2,
    stdout: '',
    stderr: /^planparse: 这一版还不支持 xlsx 格式/,
  },
  'an unknown input format': {
    argv: ['--from', 'txt', 'a.txt'],
    status: 2,
    stdout: '',
    stderr: /^planparse: .*“txt”.*是不是 text？/,
  },
  'an input format to come': {
    argv: ['--from', 'ofd', 'a.txt'],
    status: 2,
    stdout: '',
    stderr: /^planparse: 这一版还不支持 ofd 格式/,
  },
  'an unknown encoding': {
    argv: ['--encoding', 'uft-8', 'a.txt'],
    status: 2,
    stdout: '',
    stderr: /^planparse: .*“uft-8”.*是不是 utf-8？/,
  },
  'an unknown stage': {
    argv: ['--stage', 'outlin', 'a.txt'],
    status: 2,
    stdout: '',
    stderr: /是不是 --stage outline？/,
  },
  'an unknown language': { argv: ['--lang', 'fr', 'a.txt'], status: 2, stdout: '', stderr: /--lang fr/ },
  'a year that is none': {
    argv: ['--year', '23', 'a.txt'],
    status: 2,
    stdout: '',
    stderr: /^planparse: --year 应为四位数/,
  },
  'a command to come': {
    argv: ['verify', 'a.txt'],
    status: 2,
    stdout: '',
    stderr: /^planparse: 这一版还没有 verify 命令/,
  },
  'a file named like a command': { argv: ['./check'], also: isPlan },
  'several faults, one sentence': {
    argv: ['-f', 'nope', '--encoding', 'nope'],
    status: 2,
    stdout: '',
    stderr: /^[^\n]+\n$/,
  },

  'the version': { argv: ['--version'], stdout: `${VERSION}\n` },
  'the help': { argv: ['-h'], stdout: /^用法：.*planparse[\s\S]*--format <name>[\s\S]*示例：[\s\S]*退出码/ },
  'the help, in English': { argv: ['--help', '--lang', 'en'], stdout: /^Usage: planparse/ },
  'the help lists the formats': {
    argv: ['--help'],
    stdout: /输入格式：\n {2}\.txt \.md \.html \.docx \.pdf \.xlsx \.csv；\.doc \.wps 需要 --convert/,
  },
  'the help of check': { argv: ['check', '--help'], stdout: /--reporter <name>[\s\S]*--fix[\s\S]*退出码/ },
  'the help of deadline': { argv: ['deadline', '--help'], stdout: /--issued-on/ },

  'deadline phrases': {
    argv: ['deadline', '--year', '2023', '--issued-on', '2023-05-30', '6月底前', ''],
    also: (o) => {
      const [first, second, ...more] = lines(o)
      expect(JSON.parse(first as string)).toMatchObject([{ raw: expect.any(String), kind: expect.any(String) }])
      expect(second).toBe('[]')
      expect(more).toEqual([])
    },
  },
  'deadline phrases from standard input': {
    argv: ['deadline', '--year', '2023'],
    stdin: '6月底\r\n\n持续推进',
    also: (o) => expect(lines(o)).toHaveLength(3),
  },
  'no deadline phrases': { argv: ['deadline'], stdin: '', stdout: '' },
  'a deadline without a year': {
    argv: ['deadline', '长期坚持', '6月底前'],
    stdout: /"ongoing".*\n.*"unrecognized"/,
    stderr: /^-:2:1: warning: .*6月底前.*--year 指定 \[year-unknown\]\n$/,
  },
  'deadline with a date that is none': {
    argv: ['deadline', '--issued-on', '2023-02-30', 'x'],
    status: 2,
    stdout: '',
    stderr: /--issued-on/,
  },
  'deadline with an unknown option': {
    argv: ['deadline', '--yaer', '2023'],
    status: 2,
    stdout: '',
    stderr: /是不是 --year？/,
  },
}

describe.each([
  ['in process', inProcess],
  ['as a process', asProcess],
])('%s', (_name, host) => {
  let folder: ReturnType<typeof scratch>
  beforeAll(() => {
    folder = scratch({
      'a.txt': NOTICE,
      'b.txt': NOTICE,
      'idle.txt': IDLE,
      'empty.txt': '',
      'cut.pdf': '%PDF-1.4',
      'a.docx': 'PK\x03\x04',
      check: NOTICE,
      'gbk.txt': Buffer.from('d2bba1a2babbcab5bbf9b4a1b9a4d7f7a1a3', 'hex'),
      'one/a.txt': NOTICE,
      'empty/.hidden.txt': NOTICE,
      'folder/a.txt': NOTICE,
      'folder/B.TXT': NOTICE,
      'folder/b/a.txt': NOTICE,
      'folder/b.md': NOTICE,
      'folder/c.txt': NOTICE,
      'folder/d.csv': NOTICE,
      'folder/.hidden/a.txt': NOTICE,
      'folder/node_modules/a.txt': NOTICE,
    })
  })
  afterAll(() => folder.drop())

  test.each(Object.entries(CASES))('%s', async (_case, { argv, stdin, env, status = 0, stdout, stderr = '', also }) => {
    const outcome = await host({ argv, cwd: folder.path, ...(stdin !== undefined && { stdin }), ...(env && { env }) })
    if (typeof stderr === 'string') expect(outcome.stderr).toBe(stderr)
    else expect(outcome.stderr).toMatch(stderr)
    expect(outcome.status).toBe(status)
    if (typeof stdout === 'string') expect(outcome.stdout).toBe(stdout)
    else if (stdout) expect(outcome.stdout).toMatch(stdout)
    also?.(outcome)
  })
})

describe('on a terminal', () => {
  let folder: ReturnType<typeof scratch>
  beforeAll(() => {
    folder = scratch({
      'a.txt': NOTICE,
      'evil.txt': '一、\u009b31m\u202e夯实基础工作。\n二、\u001b]0;x\u0007加强培训。\n',
    })
  })
  afterAll(() => folder.drop())
  const run = (argv: string[], more = {}) => inProcess({ argv, cwd: folder.path, columns: 60, ...more })

  test('the tree is the default, with colours', async () => {
    expect((await run(['a.txt'])).stdout).toContain('\u001b[')
    expect((await run(['a.txt'], { env: { TERM: 'dumb' } })).stdout).toMatch(/^[^\u001b]*一、夯实基础/)
  })

  test('json is indented', async () => {
    expect((await run(['-f', 'json', 'a.txt'])).stdout).toMatch(/^\{\n {2}"type": "plan",\n/)
  })

  test.each(['tree', 'json', 'ndjson', 'csv', 'markdown'])('%s brings no control character there', async (format) => {
    const { stdout } = await run(['--no-color', '-f', format, 'evil.txt'])
    expect(stdout).not.toMatch(/[\0-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e]/)
    expect(stdout).toContain('夯实基础')
  })

  test('nothing to read: short help, exit 2', async () => {
    const outcome = await run([], { idle: true })
    expect(outcome).toMatchObject({ status: 2, stdout: '' })
    expect(outcome.stderr).toMatch(/^planparse: 没有给出文件.*\n\n用法：.*\n\n示例：/)
  })
})
