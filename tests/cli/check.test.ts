/** `planparse check` on the command line: reports, exit status, and --fix. */
import { chmodSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { CheckReport } from '../../src/plan.ts'
import { docx, p } from '../read/docx-build.ts'
import { gbkBytes } from '../read/gbk.ts'
import { asProcess, type Case, expectOutcome, inProcess, NOTICE, type Outcome, scratch } from './hosts.ts'

const FOOT = '\n云江县人民政府办公室\n2023年1月10日\n'
const GOOD = `${NOTICE}${FOOT}`
/** A warning that can be mended. */
const WIDTHS = '云江县2023年政务公开工作要点\n（一）加强公开（含村务公开）。\n(二)开展培训。\n'
const MENDED = WIDTHS.replace('(二)', '（二）')
/** An error that cannot. */
const OPEN = '云江县2023年政务公开工作要点\n一、加强公开（含村务公开。\n二、开展培训。\n'

const FILES = {
  'good.txt': GOOD,
  'widths.txt': WIDTHS + FOOT,
  'open.txt': OPEN + FOOT,
  'info.txt': NOTICE,
  'empty.txt': '',
  'cut.pdf': '%PDF-1.4',
  'folder/a.txt': WIDTHS + FOOT,
  'folder/b.md': GOOD,
  '计 划/a%b.txt': WIDTHS + FOOT,
}

const json = ({ stdout }: Outcome) => CheckReport.parse(JSON.parse(stdout))

const CASES: Record<string, Case> = {
  'nothing is found': { argv: ['good.txt'], stdout: '检查了 1 个文件：没有发现问题\n' },
  'findings alone do not fail': {
    argv: ['widths.txt'],
    stdout:
      /^widths\.txt:3:1: warning: .* \[bracket-width\]\n {2}\(二\)开展培训。\n {2}\^\n检查了 1 个文件：错误 0，警告 1，提示 0；/,
  },
  'in English': {
    argv: ['--lang', 'en', 'widths.txt'],
    stdout: /round brackets .*\n[\s\S]*1 file checked: 0 errors, 1 warning/,
  },
  '--strict fails on warnings': { argv: ['--strict', 'widths.txt'], status: 1 },
  '--fail-on warning': { argv: ['--fail-on', 'warning', 'widths.txt'], status: 1 },
  '--fail-on warning fails on errors': { argv: ['--fail-on=warning', 'open.txt'], status: 1 },
  '--fail-on error lets warnings be': { argv: ['--fail-on', 'error', 'widths.txt'] },
  '--fail-on error': { argv: ['--fail-on', 'error', 'open.txt'], status: 1 },
  'what is only told never fails': { argv: ['--strict', 'info.txt'], stdout: /提示 2\n$/ },
  '--quiet shows errors only': {
    argv: ['-q', 'widths.txt', 'open.txt'],
    stdout: /^open\.txt[^\n]*\n[^\n]*\n[^\n]*\n$/,
  },
  '--quiet fails all the same': { argv: ['-q', '--strict', 'widths.txt'], status: 1, stdout: '' },
  'standard input': { argv: [], stdin: OPEN + FOOT, stdout: /^-:2:7: error: .*\[bracket-unclosed\]/ },
  '--year is that of bare months': {
    argv: ['--year', '2023', '-'],
    stdin: '一、编制计划。（6月底前）\n',
    stdout: /^(?![\s\S]*deadline-year-unknown)/,
  },
  'without a year a deadline is of none': {
    argv: ['-'],
    stdin: '一、编制计划。（6月底前）\n',
    stdout: /deadline-year-unknown/,
  },
  'the parser says nothing again of what a rule says': {
    argv: ['-'],
    stdin: '\n',
    stdout: /^-:1:1: warning: .*\[empty-document\]\n检查了/,
  },
  'a folder': {
    argv: ['--reporter', 'json', 'folder'],
    also: (o) => expect(json(o).files.map(({ path }) => path)).toEqual(['folder/a.txt', 'folder/b.md']),
  },
  'what could not be read stands in its place, and the others are done': {
    argv: ['--reporter', 'json', 'nowhere.txt', 'good.txt', 'cut.pdf', 'widths.txt'],
    status: 2,
    stderr: /^nowhere\.txt:1:1: error: .*\ncut\.pdf:1:1: error: .*\[truncated\]\n$/,
    also: (o) =>
      expect(json(o).files.map(({ path, fault, findings }) => [path, fault?.code ?? findings.length])).toEqual([
        ['nowhere.txt', 'file-missing'],
        ['good.txt', 0],
        ['cut.pdf', 'truncated'],
        ['widths.txt', 1],
      ]),
  },
  'unread wins over findings': { argv: ['--strict', 'cut.pdf', 'widths.txt'], status: 2, stderr: /truncated/ },
  sarif: {
    argv: ['--reporter', 'sarif', '计 划', '-'],
    stdin: WIDTHS,
    also: (o) => {
      const uris = JSON.parse(o.stdout).runs[0].results.map(
        (result: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
          result.locations[0]?.physicalLocation.artifactLocation.uri,
      )
      expect([...new Set(uris)]).toEqual(['%E8%AE%A1%20%E5%88%92/a%25b.txt', '-'])
    },
  },
  'github: the path is that from the current folder': {
    argv: ['--reporter', 'github', './folder/../计 划/a%b.txt'],
    stdout: /^::warning file=计 划\/a%25b\.txt,line=3,endLine=3,col=1,endColumn=2,title=bracket-width::/,
  },
  junit: { argv: ['--reporter=junit', 'good.txt'], stdout: /^<\?xml[\s\S]*<\/testsuites>\n$/ },
  'options before the command count as well': { argv: ['--lang', 'en', 'check', 'good.txt'], stdout: /nothing found/ },

  'an unknown reporter': {
    argv: ['--reporter', 'jsno', 'good.txt'],
    status: 2,
    stdout: '',
    stderr: /是不是 --reporter json？/,
  },
  'an unknown severity': { argv: ['--fail-on', 'info', 'good.txt'], status: 2, stdout: '', stderr: /--fail-on/ },
  '--fail-on none': { argv: ['--fail-on', 'none', 'open.txt'] },
  '--strict and another --fail-on': {
    argv: ['--strict', '--fail-on', 'none', 'good.txt'],
    status: 2,
    stdout: '',
    stderr: /--strict 和 --fail-on 不能同时使用/,
  },
  '--fix gives no report beside the text': {
    argv: ['--fix', '--reporter', 'json', 'good.txt'],
    status: 2,
    stdout: '',
    stderr: /--fix 和 --reporter 不能同时使用/,
  },
  'an option of other commands before the command': {
    argv: ['--by', 'unit', 'check', 'good.txt'],
    status: 2,
    stdout: '',
    stderr: /^planparse: 选项 --by 不能用于 planparse check，只能写在 planparse、planparse merge 后面；.*\n$/,
  },
  'an option of other commands after the command': {
    argv: ['-f', 'json', 'good.txt'],
    status: 2,
    stdout: '',
    stderr: /^planparse: 选项 -f 不能用于 planparse check，/,
  },
  'names of files from a list': {
    argv: ['--files-from', '-', '--reporter', 'json'],
    stdin: 'good.txt\nopen.txt\n',
    stdout: /"path":"good\.txt"[\s\S]*"path":"open\.txt"/,
  },
  'an unknown option': { argv: ['--fxi', 'good.txt'], status: 2, stdout: '', stderr: /是不是 --fix？/ },
  '--write alone': {
    argv: ['--write', 'good.txt'],
    status: 2,
    stdout: '',
    stderr: /^planparse: --write 要和 --fix 一起用\n$/,
  },
  '--fix of several files': { argv: ['--fix', 'good.txt', 'open.txt'], status: 2, stdout: '', stderr: /--write/ },
  '--fix of a folder': { argv: ['--fix', 'folder'], status: 2, stdout: '', stderr: /--write/ },
  '--fix --write of standard input': {
    argv: ['--fix', '--write', '-'],
    status: 2,
    stdout: '',
    stderr: /标准输入不能改写/,
  },

  '--fix gives the corrected text': {
    argv: ['--fix', 'widths.txt'],
    stdout: MENDED + FOOT,
    stderr: 'widths.txt：修正 1 处\n检查了 1 个文件：没有发现问题\n',
  },
  '--fix of standard input': { argv: ['--fix'], stdin: WIDTHS, stdout: MENDED, stderr: /^-：修正 1 处\n/ },
  '--fix with nothing to mend gives the text as it is': {
    argv: ['--fix', '--lang', 'en', 'good.txt'],
    stdout: GOOD,
    stderr: 'good.txt: nothing to mend\n1 file checked: nothing found\n',
  },
  '--fix fails on what is left': { argv: ['--fix', '--strict', '-q', 'open.txt'], status: 1, stdout: OPEN + FOOT },
  '--fix of what cannot be read': {
    argv: ['--fix', 'cut.pdf'],
    status: 2,
    stdout: '',
    stderr: /^cut\.pdf:1:1: error: .*\[truncated\]\n$/,
  },
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
    const words = argv.includes('check') ? argv : ['check', ...argv]
    const outcome = await host({ argv: words, cwd: folder.path, ...(stdin !== undefined && { stdin }) })
    expectOutcome(outcome, expected)
  })
})

describe('files', () => {
  let folder: ReturnType<typeof scratch> | undefined
  afterEach(() => folder?.drop())
  const given = (files: Record<string, string | Uint8Array>) => {
    folder = scratch(files)
    const { path, read, list } = folder
    const bytes = (name: string) => readFileSync(join(path, name))
    return { path, read, list, bytes, run: (...argv: string[]) => inProcess({ argv: ['check', ...argv], cwd: path }) }
  }

  test('-o takes the report', async () => {
    const { run, read } = given({ 'a.txt': WIDTHS })
    expect(await run('--reporter', 'json', '-o', 'out/report.json', 'a.txt')).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    })
    expect(() => CheckReport.parse(JSON.parse(read('out/report.json')))).not.toThrow()
  })

  test('a report is never written over an input', async () => {
    const { run, read } = given({ 'a.txt': WIDTHS })
    expect(await run('-o', './a.txt', 'a.txt')).toMatchObject({ status: 2, stderr: /不能覆盖/ })
    expect(await run('--fix', '-o', 'a.txt', 'a.txt')).toMatchObject({ status: 2, stderr: /不能覆盖/ })
    expect(read('a.txt')).toBe(WIDTHS)
  })

  test('--fix -o takes the corrected text', async () => {
    const { run, read } = given({ 'a.txt': WIDTHS })
    expect(await run('--fix', '-o', 'b.txt', 'a.txt')).toMatchObject({ status: 0, stdout: '' })
    expect([read('a.txt'), read('b.txt')]).toEqual([WIDTHS, MENDED])
  })

  test('a text that could not be read leaves nothing where the corrected one was to go', async () => {
    const { run, list } = given({ 'a.pdf': '%PDF-1.4' })
    expect(await run('--fix', '-o', 'b.txt', 'a.pdf')).toMatchObject({ status: 2, stdout: '' })
    expect(list()).toEqual(['a.pdf'])
  })

  test('--fix --write changes the files that need it, keeps their mode, and reports what is left', async () => {
    const { run, read, list, path } = given({ 'a.txt': WIDTHS, 'b.md': OPEN, 'c.txt': GOOD })
    chmodSync(join(path, 'a.txt'), 0o640)
    const untouched = statSync(join(path, 'c.txt')).ino
    const outcome = await run('--fix', '--write', '.')
    expect(outcome.stderr).toBe('a.txt：修正 1 处\n')
    expect(outcome.stdout).toMatch(/^a\.txt:1:1: info: [\s\S]*b\.md:2:7: error: .*\[bracket-unclosed\]/)
    expect([read('a.txt'), read('b.md'), read('c.txt')]).toEqual([MENDED, OPEN, GOOD])
    expect(statSync(join(path, 'a.txt')).mode & 0o777).toBe(0o640)
    expect(statSync(join(path, 'c.txt')).ino).toBe(untouched)
    expect(list()).toEqual(['a.txt', 'b.md', 'c.txt'])
    expect((await run('--fix', '--write', '.')).stderr).toBe('')
  })

  test.each([
    ['GBK with CRLF', gbkBytes(WIDTHS.replaceAll('\n', '\r\n')), gbkBytes(MENDED.replaceAll('\n', '\r\n'))],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${WIDTHS}`), Buffer.from(`\ufeff${MENDED}`)],
    ['UTF-16', Buffer.from(`\ufeff${WIDTHS}`, 'utf16le'), Buffer.from(`\ufeff${MENDED}`, 'utf16le')],
    ['no line end at the end', Buffer.from(WIDTHS.trimEnd()), Buffer.from(MENDED.trimEnd())],
  ])('--fix --write keeps what the file is: %s', async (_name, before, after) => {
    const { run, bytes } = given({ 'a.txt': before })
    await run('--fix', '--write', 'a.txt')
    expect(bytes('a.txt')).toEqual(Buffer.from(after))
  })

  test('a link stays one, and what it points to is changed', async () => {
    const { run, read, path } = given({ 'a.txt': WIDTHS })
    symlinkSync('a.txt', join(path, 'link.txt'))
    await run('--fix', '--write', 'link.txt')
    expect(read('a.txt')).toBe(MENDED)
  })

  test('what is no text is not mended, and said so; the others are', async () => {
    const word = docx(
      WIDTHS.trim()
        .split('\n')
        .map((line) => p(line))
        .join(''),
    )
    const { run, read, bytes } = given({ 'a.docx': word, 'b.txt': WIDTHS })
    const outcome = await run('--fix', '--write', 'a.docx', 'b.txt')
    expect(outcome).toMatchObject({
      status: 2,
      stderr: /^a\.docx:1:1: error: --fix 只能修正.*docx.*\[fix-not-text\]\nb\.txt：修正 1 处\n$/,
    })
    expect(read('b.txt')).toBe(MENDED)
    expect(bytes('a.docx')).toEqual(Buffer.from(word))
  })

  test('bytes that do not decode would be lost: the file is left alone', async () => {
    const broken = Buffer.concat([Buffer.from(WIDTHS), Buffer.from([0xff, 0x0a])])
    const { run, bytes } = given({ 'a.txt': broken })
    expect(await run('--fix', '--write', 'a.txt')).toMatchObject({ status: 2, stderr: /\[fix-bytes-broken\]/ })
    expect(bytes('a.txt')).toEqual(broken)
  })

  test.skipIf(process.getuid?.() === 0)('a file that cannot be written is said, and the others are done', async () => {
    const { run, read, path } = given({ 'locked/a.txt': WIDTHS, 'b.txt': WIDTHS })
    chmodSync(join(path, 'locked'), 0o555)
    const outcome = await run('--fix', '--write', 'locked/a.txt', 'b.txt')
    chmodSync(join(path, 'locked'), 0o755)
    expect(outcome).toMatchObject({ status: 2, stderr: /locked\/a\.txt.*\[output-unwritable\]/ })
    expect(read('b.txt')).toBe(MENDED)
  })

  test('on a terminal the report has colours, and no control character of a document', async () => {
    const { path } = given({ 'a.txt': `一、加强\u001b[31m培训（县审计局\n` })
    const { stdout } = await inProcess({ argv: ['check', 'a.txt'], cwd: path, columns: 60 })
    expect(stdout).toContain('\u001b[31merror')
    expect(stdout).toContain('\\u001b[31m培训')
    const plain = await inProcess({
      argv: ['check', '--no-color', '--reporter', 'json', 'a.txt'],
      cwd: path,
      columns: 60,
    })
    expect(plain.stdout).not.toContain('\u001b')
  })
})
