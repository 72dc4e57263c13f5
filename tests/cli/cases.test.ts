import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Plan, SummaryReport, TaskRecord, UnitList } from '../../src/plan.ts'
import { VERSION } from '../../src/version.ts'
import { asProcess, type Case, expectOutcome, IDLE, inProcess, NOTICE, type Outcome, scratch } from './hosts.ts'

const json = ({ stdout }: Outcome) => JSON.parse(stdout)
const idsOf = (outcome: Outcome) => lines(outcome).map((line) => JSON.parse(line).id)
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
  'columns ask for a table': {
    argv: ['--columns', '序号,督办事项=text, 进展 = status，备注=,extra:资金来源', 'a.txt'],
    stdout: /^序号,督办事项,进展,备注,资金来源\r\n1\.1,完善台账管理制度。,,,\r\n/,
  },
  'a preset asks for a table': { argv: ['--preset', 'jira', 'a.txt'], stdout: /^Summary,Description,/ },
  'a preset of several files': { argv: ['--preset', 'ledger', 'a.txt', 'b.txt'], stdout: /^文件,序号,一级任务,/ },
  'columns of several files are those named': {
    argv: ['--columns', 'id', 'a.txt', 'b.txt'],
    stdout: /^序号\r\n(?:[\d.]+\r\n){6}$/,
  },
  'a preset with columns of one’s own keeps its manners': {
    argv: ['--preset', 'feishu', '--columns', 'responsible', 'a.txt'],
    stdout: /^责任单位\r\n"办公室,法规科"\r\n/,
  },
  'columns in Markdown': { argv: ['-f', 'markdown', '--columns', 'id,备注=', 'a.txt'], stdout: /\| 序号 \| 备注 \|\n/ },
  'columns in English': { argv: ['--lang', 'en', '--columns', 'ID,Lead', 'a.txt'], stdout: /^ID,Lead\r\n/ },
  'a spreadsheet to a pipe': { argv: ['-f', 'xlsx', 'a.txt'], stdout: /^PK/ },
  markdown: { argv: ['-f', 'markdown', 'a.txt'], stdout: /\n- \[ \] （一）完善台账管理制度。/ },
  text: { argv: ['-f', 'text', 'a.txt'], stdout: /^云江县.*\n\n（说明：[\s\S]*\n　　（一）完善台账管理制度。/ },
  'text in English': { argv: ['--lang', 'en', '-f', 'text', 'a.txt'], stdout: /\n\(Note: / },
  'markdown table': { argv: ['-f', 'markdown', '--markdown', 'table', 'a.txt'], stdout: /\| 序号 \|.*\n\| - \|/ },
  'a calendar': {
    argv: ['-f', 'ics', 'a.txt'],
    stdout: /^BEGIN:VCALENDAR\r\n[\s\S]*\r\nDTSTART;VALUE=DATE:20230630\r\n[\s\S]*END:VCALENDAR\r\n$/,
    stderr: 'a.txt:1:1: info: 1 项任务没有确定的日期，没有写入日历：2.1 [calendar-undated]\n',
  },
  'a calendar, strict and quiet: what it cannot hold is no warning': { argv: ['-f', 'ics', '-q', '--strict', 'a.txt'] },
  '--unit': { argv: ['-f', 'ndjson', '--unit', '法规科', 'a.txt'], also: (o) => expect(idsOf(o)).toEqual(['1.1']) },
  '--unit, several times': {
    argv: ['-f', 'ndjson', '--unit', '法规', '--unit=人事', 'a.txt'],
    also: (o) => expect(idsOf(o)).toEqual(['1.1', '1.2']),
  },
  '--role': { argv: ['-f', 'ndjson', '--role', '责任', 'a.txt'], also: (o) => expect(idsOf(o)).toHaveLength(3) },
  '--due-before': {
    argv: ['-f', 'ndjson', '--due-before', '2023-07-01', 'a.txt'],
    also: (o) => expect(idsOf(o)).toEqual(['1.1']),
  },
  '--section': {
    argv: ['-f', 'ndjson', '--section', '监督', 'a.txt', 'b.txt'],
    also: (o) => expect(idsOf(o)).toEqual(['2.1', '2.1']),
  },
  'filters of a plan tree': {
    argv: ['--section', '监督', 'a.txt'],
    also: (o) => expect(Plan.parse(json(o)).children).toMatchObject([{ id: '2', children: [{ id: '2.1' }] }]),
  },
  'nothing that was asked for': {
    argv: ['--unit', '教育局', '--role', 'lead', 'a.txt'],
    stderr: /^a\.txt:1:1: warning: 没有任务符合筛选条件.* \[nothing-selected\]\n$/,
    also: (o) => expect(Plan.parse(json(o)).children).toEqual([]),
  },
  'nothing that was asked for, strict': {
    argv: ['--lang', 'en', '-f', 'csv', '--strict', '--role', 'lead', 'a.txt', 'b.txt'],
    status: 1,
    stdout: /^File,[^\n]*\n$/,
    stderr: /^a\.txt b\.txt:1:1: warning: no task meets /,
  },
  'nothing in many: they are not all named': {
    argv: ['-f', 'tree', '--role', 'lead', 'a.txt', 'b.txt', 'a.txt', 'b.txt', 'a.txt'],
    stdout: '',
    stderr: /^a\.txt … a\.txt:1:1: warning: /,
  },
  'a tree of what is asked for names no other document': {
    argv: ['-f', 'tree', '-q', '--unit', '督查室', 'idle.txt', 'a.txt'],
    stdout: /^a\.txt\n(?:(?!idle)[\s\S])*督查室(?:(?!idle)[\s\S])*$/,
  },
  'something in one of several': { argv: ['--unit', '督查室', 'a.txt', 'b.txt'], also: isListOf(2) },
  '--by unit': {
    argv: ['--by', 'unit', 'a.txt'],
    also: (o) =>
      expect(UnitList.parse(json(o)).units.map(({ name }) => name)).toEqual(['办公室', '法规科', '人事科', '督查室']),
  },
  '--by unit of several': { argv: ['--by', 'unit', 'a.txt', 'b.txt'], also: (o) => expect(json(o)).toHaveLength(2) },
  '--by unit with --unit: that one alone': {
    argv: ['--by', 'unit', '-f', 'csv', '--unit', '法规科', 'a.txt'],
    stdout: /^单位,角色,序号.*\r\n法规科,责任,1\.1,.*\r\n$/,
  },
  '--summary': {
    argv: ['--summary', 'a.txt'],
    stdout: /^云江县2023年政务公开工作要点\n任务 3 {2}单位 4\n\n单位 {4}任务 {2}责任\n/,
  },
  '--summary of several, one cannot be read': {
    argv: ['--summary', 'a.txt', 'nowhere.txt', 'b.txt'],
    status: 2,
    stdout: /\n合计 2 个文件\n任务 6 /,
    stderr: /nowhere/,
  },
  '--summary of what is asked for': { argv: ['--summary', '--unit', '人事科', 'a.txt'], stdout: /任务 1 {2}单位 1\n/ },
  '--summary as JSON': {
    argv: ['--summary', '-f', 'json', 'a.txt', 'b.txt'],
    also: (o) =>
      expect(SummaryReport.parse(json(o))).toMatchObject({ documents: [{ file: 'a.txt' }, {}], total: { tasks: 6 } }),
  },
  html: {
    argv: ['-f', 'html', 'a.txt', 'b.txt'],
    stdout: /^<!doctype html>[\s\S]*"text":"云江县[\s\S]*"text":"[\s\S]*<\/html>\n$/,
  },
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

  'messages of a web page tell the line of the file': {
    argv: ['page.html'],
    stderr: /^page\.html:4:31: warning: .*适时.* \[deadline-unrecognized\]\n$/,
    also: (o) => expect(json(o).messages[0].position.start).toMatchObject({ line: 3, column: 16 }),
  },
  'where no place in the file is exact, the line of the extracted text': {
    argv: ['reference.html'],
    stderr: /^reference\.html:3:16: warning: .*适时.* \[deadline-unrecognized\]\n$/,
  },

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
    stderr: /^a\.docx:1:1: error: .*不完整.* \[truncated\]\n$/,
  },
  'a Word file read as text, if one insists': { argv: ['--from', 'text', 'a.docx'], stderr: /no-tasks/, also: isPlan },

  'an unknown option': {
    argv: ['--formt', 'csv', 'a.txt'],
    status: 2,
    stdout: '',
    stderr: 'planparse: 没有选项 --formt，是不是 --format？全部选项见 planparse --help\n',
  },
  'an option cut short': { argv: ['--out', 'b.csv', 'a.txt'], status: 2, stdout: '', stderr: /是不是 --output？/ },
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
  'an unknown column': {
    argv: ['--columns', '序号=id,单位=leed', 'a.txt'],
    status: 2,
    stdout: '',
    stderr: /^planparse: 没有名为“leed”的列，是不是 lead？可用的有：unit、role、file、.*extra:标签\n$/,
  },
  'an unknown column, by its heading': {
    argv: ['--columns', '牵头单w', 'a.txt'],
    status: 2,
    stdout: '',
    stderr: /“牵头单w”的列，是不是 牵头单位？/,
  },
  'no column': {
    argv: ['--columns', ' ', 'a.txt'],
    status: 2,
    stdout: '',
    stderr: /没有名为“”的列/,
  },
  'an option with nothing for its value, as of an unset variable': {
    argv: ['-o', '', 'a.txt'],
    status: 2,
    stdout: '',
    stderr: /选项 --output 后面缺少它的值/,
  },
  'a list parted by NUL, without saying so': {
    argv: ['--files-from', '-'],
    stdin: 'a.txt\0b.txt\0',
    status: 2,
    stderr: /请加 -0 \[names-with-nul\]/,
  },
  '-0 without a list': { argv: ['-0', 'a.txt'], status: 2, stdout: '', stderr: /-0 要和 --files-from 一起用/ },
  'an unknown preset': { argv: ['--preset', 'jria', 'a.txt'], status: 2, stdout: '', stderr: /是不是 --preset jira？/ },
  'columns where there are none': {
    argv: ['-f', 'json', '--columns', 'id', 'a.txt'],
    status: 2,
    stdout: '',
    stderr: /^planparse: --columns 和 --preset 只用于表格，不能用于 json；可用的有：csv、/,
  },
  'a format to come': {
    argv: ['-f', 'pdf', 'a.txt'],
    status: 2,
    stdout: '',
    stderr: /^planparse: 这一版还不支持 pdf 格式/,
  },
  'a format to come, by extension': {
    argv: ['-o', 'a.pdf', 'a.txt'],
    status: 2,
    stdout: '',
    stderr: /^planparse: 这一版还不支持 pdf 格式/,
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
  'a role that is none': {
    argv: ['--role', '主办', 'a.txt'],
    status: 2,
    stdout: '',
    stderr:
      /^planparse: 不认识 --role 主办；可用的有：lead、responsible、support、supervisor、牵头、责任、配合、领导\n$/,
  },
  'a role mistyped': { argv: ['--role', 'laed', 'a.txt'], status: 2, stdout: '', stderr: /是不是 --role lead？/ },
  'a day that is none': {
    argv: ['--due-before', '2023-02-30', 'a.txt'],
    status: 2,
    stdout: '',
    stderr: 'planparse: --due-before 应为日期，例如 2023-05-30，而不是“2023-02-30”\n',
  },
  'a unit without a name, as of an unset variable': {
    argv: ['--unit', '', 'a.txt'],
    status: 2,
    stdout: '',
    stderr: /^planparse: 选项 --unit 后面缺少它的值/,
  },
  'by something else': { argv: ['--by', 'month', 'a.txt'], status: 2, stdout: '', stderr: /可用的有：unit\n$/ },
  'split by something else': {
    argv: ['--split', 'units', 'a.txt'],
    status: 2,
    stdout: '',
    stderr: /是不是 --split unit？/,
  },
  'split without a folder': {
    argv: ['--split', 'unit', 'a.txt'],
    status: 2,
    stdout: '',
    stderr: /^planparse: --split .*文件夹/,
  },
  'a summary in another format': {
    argv: ['--summary', '-f', 'csv', 'a.txt'],
    status: 2,
    stdout: '',
    stderr: /^planparse: --summary 只输出文字.*不能是 csv\n$/,
  },
  ...Object.fromEntries(
    [
      ['--summary', '--split', 'unit'],
      ['--summary', '--by', 'unit'],
      ['--summary', '--stage', 'text'],
      ['--explain', '--unit', '法规科'],
      ['--stage', '--by', 'unit'],
    ].map(([first = '', second = '', value = '']) => [
      `${first} and ${second}`,
      {
        argv: [first, ...(first === '--stage' ? ['text'] : []), second, value, 'a.txt'],
        status: 2,
        stdout: '',
        stderr: `planparse: 选项 ${first} 和 ${second} 不能同时使用；请去掉其中一个\n`,
      } satisfies Case,
    ]),
  ),
  'a file named like a command': { argv: ['./check'], also: isPlan },
  'several faults, one sentence': {
    argv: ['-f', 'nope', '--encoding', 'nope'],
    status: 2,
    stdout: '',
    stderr: /^[^\n]+\n$/,
  },

  'the version': { argv: ['--version'], stdout: `${VERSION}\n` },
  'the help': { argv: ['--help'], stdout: /^用法：planparse[\s\S]*--format <name>[\s\S]*示例：[\s\S]*退出码/ },
  'the short help: examples first, then what is used most': {
    argv: ['-h'],
    stdout:
      /^用法：planparse .*\n\n.*\n\n示例：\n {2}planparse 通知[\s\S]*常用选项：[\s\S]*命令：[\s\S]*planparse --help\n$/,
    also: (o) => {
      expect(lines(o).length).toBeLessThan(40)
      expect(o.stdout).not.toContain('--manifest')
    },
  },
  'the short help, in English': {
    argv: ['-h', '--lang', 'en'],
    stdout: /^Usage: planparse [\s\S]*Examples:[\s\S]*Common options:[\s\S]*Commands:/,
    also: (o) => expect(o.stdout).not.toMatch(/\p{Script=Han}/u),
  },
  'the short help of a command': {
    argv: ['check', '-h'],
    stdout: /^用法：planparse check .*\n[\s\S]*示例：[\s\S]*--fail-on[\s\S]*planparse check --help\n$/,
  },
  'after -- there are files alone': { argv: ['-f', 'json', '--', '-h'], also: isPlan },
  '- after --': { argv: ['-f', 'json', '--', '-'], stdin: NOTICE, also: isPlan },
  'check: - is standard input': { argv: ['check', '--reporter', 'json', '-'], stdin: NOTICE, stdout: /"path":null/ },
  'merge: an option before the command': {
    argv: ['--prefer', 'ledger', 'merge'],
    status: 2,
    stdout: '',
    stderr: /^planparse: 选项 --prefer 不能用于 planparse，只能写在 planparse merge 后面/,
  },
  'a command mistyped': {
    argv: ['chekc', 'a.txt'],
    status: 2,
    stderr: /^chekc:1:1: error: 没有这个文件或文件夹，是不是 check 命令？/,
  },
  'a schema': { argv: ['schema', 'plan'], also: (o) => expect(json(o).$id).toBe('urn:planparse:schema:plan:1') },
  'a schema mistyped': {
    argv: ['schema', 'plam'],
    status: 2,
    stdout: '',
    stderr: /^planparse: 不认识 schema plam，是不是 schema plan？/,
  },
  'a schema without a name': {
    argv: ['--lang', 'en', 'schema'],
    status: 2,
    stdout: '',
    stderr: /told which: plan, task/,
  },
  'one schema at a time': {
    argv: ['schema', 'plan', 'task'],
    status: 2,
    stdout: '',
    stderr: /只写一个，task 请另外再取/,
  },
  'the manual': { argv: ['man', '--lang', 'en'], stdout: /^\.TH PLANPARSE 1 / },
  'the manual takes no file': { argv: ['man', 'a.txt'], status: 2, stdout: '', stderr: /不认识 man a\.txt/ },
  'a script for a shell': { argv: ['completion', 'bash'], stdout: /\ncomplete .*planparse\n$/ },
  'the help, in English': { argv: ['--help', '--lang', 'en'], stdout: /^Usage: planparse/ },
  'the help lists the formats': {
    argv: ['--help'],
    stdout: /\n输入格式：\.txt \.md \.html \.docx \.pdf \.xlsx \.csv；\.doc \.wps 需要 --convert/,
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
  'an option that deadline has not': {
    argv: ['--strict', 'deadline', '6月底前'],
    status: 2,
    stdout: '',
    stderr: /选项 --strict 不能用于 planparse deadline，/,
  },
  'an option that merge has not': {
    argv: ['--explain', 'merge', 'a.txt', 'b.txt'],
    status: 2,
    stdout: '',
    stderr: /选项 --explain 不能用于 planparse merge，只能写在 planparse 后面；/,
  },
  'an option of check alone': {
    argv: ['--reporter', 'json', '--lang', 'en', 'a.txt'],
    status: 2,
    stdout: '',
    stderr: /the option --reporter is not one of planparse; it may follow planparse check;/,
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

const PAGE = `<html>
<body><h1>云江县2023年政务公开工作要点</h1>
<p>一、夯实基础</p>
<p>&emsp;（一）<b>完善台账。</b>（完成时限：适时）</p></body></html>
`

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
      '-h': NOTICE,
      'page.html': PAGE,
      'reference.html': PAGE.replace('适', '&#36866;'),
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

  test.each(Object.entries(CASES))('%s', async (_case, expected) => {
    const { argv, stdin, env } = expected
    const outcome = await host({ argv, cwd: folder.path, ...(stdin !== undefined && { stdin }), ...(env && { env }) })
    expectOutcome(outcome, expected)
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

  test.each(['tree', 'json', 'ndjson', 'csv', 'markdown', 'text'])(
    '%s brings no control character there',
    async (format) => {
      const { stdout } = await run(['--no-color', '-f', format, 'evil.txt'])
      expect(stdout).not.toMatch(/[\0-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e]/)
      expect(stdout).toContain('夯实基础')
    },
  )

  test('a spreadsheet is refused there, and written to a file', async () => {
    const refused = await run(['-f', 'xlsx', 'a.txt'])
    expect(refused).toMatchObject({ status: 2, stdout: '' })
    expect(refused.stderr).toBe('planparse: xlsx 不是文字，不能显示在终端上；请写到文件，例如 -o 台账.xlsx\n')
    expect(await run(['-o', 'a.xlsx', 'a.txt'])).toEqual({ status: 0, stdout: '', stderr: '' })
    expect(folder.read('a.xlsx')).toMatch(/^PK/)
  })

  test('nothing to read: short help, exit 2', async () => {
    const outcome = await run([], { idle: true })
    expect(outcome).toMatchObject({ status: 2, stdout: '' })
    expect(outcome.stderr).toMatch(/^planparse: 没有给出文件.*\n\n用法：.*\n\n.*\n\n示例：/)
  })
})
