/** The options of the commands: the tables of which help, completion and the man page are made. */
import type { Lang } from '../message.ts'
import { INPUT_FORMATS, STAGES } from '../parse.ts'
import type { UnitRole } from '../plan.ts'
import { FORMATS } from '../write/index.ts'
import { PRESETS } from '../write/layout.ts'

export interface OptionRow extends Record<Lang, string> {
  /** As commander reads them: `-f, --format <name>`. */
  flags: string
  /** All that its value can be. */
  values?: readonly string[]
  /** Some of what its value can be; what else is wrong is said where it is read. */
  like?: readonly string[]
  /** Its value is a path. */
  path?: true
  /** It may be given several times. */
  many?: true
  /** The short help names it. */
  common?: true
}

/** The name of an option in full: `--format`. */
export function longName({ flags }: OptionRow): string {
  return /--[a-z-]+/.exec(flags)?.[0] ?? ''
}

/** All its names, the short one first: `-f`, `--format`. */
export function namesOf({ flags }: OptionRow): string[] {
  return flags.match(/(?<![^\s,])-{1,2}[\w-]+/g) ?? []
}

/** What its value is called: `name` of `--format <name>`; `null` where it has none. */
export function placeholderOf({ flags }: OptionRow): string | null {
  return /<([^<>]*)>/.exec(flags)?.[1] ?? null
}

/** The names of input formats. */
export const INPUTS = ['auto', ...INPUT_FORMATS]
/** For suggestions only: `TextDecoder` knows some hundred more. */
export const ENCODINGS = ['auto', 'utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'gbk', 'gb2312', 'big5']
/** The reporters of `check`; a test holds that they are those of `report/index.ts`, which is loaded later. */
export const REPORTER_NAMES = ['text', 'json', 'sarif', 'github', 'junit']
/** Roles by their names in the output, and by those in the documents. */
export const ROLE_NAMES: Readonly<Record<string, UnitRole>> = {
  lead: 'lead',
  responsible: 'responsible',
  support: 'support',
  supervisor: 'supervisor',
  牵头: 'lead',
  责任: 'responsible',
  配合: 'support',
  领导: 'supervisor',
}

/** The options of `planparse`, in the order of the help. */
export const OPTIONS: readonly OptionRow[] = [
  {
    flags: '-f, --format <name>',
    like: FORMATS,
    common: true,
    zh: '输出格式：tree（终端默认）、json（其他情况默认）、ndjson、csv、xlsx（台账）、markdown、text（公文样式）、ics（日历）、html（核对页）',
    en: 'output format: tree (default on a terminal), json (default elsewhere), ndjson, csv, xlsx (a ledger), markdown, text (as a notice), ics (a calendar), html (a review page)',
  },
  {
    flags: '-o, --output <path>',
    common: true,
    path: true,
    zh: '写到文件，由扩展名决定格式；或写到文件夹，每个输入一个文件',
    en: 'write to a file, whose extension names the format, or into a folder, one file per input',
  },
  {
    flags: '--from <name>',
    like: INPUTS,
    zh: '输入格式：auto（默认）、text、markdown、html、docx、pdf、xlsx、csv',
    en: 'input format: auto (default), text, markdown, html, docx, pdf, xlsx, csv',
  },
  {
    flags: '--encoding <name>',
    like: ENCODINGS,
    zh: '输入编码：auto（默认），或 utf-8、gb18030 等编码名',
    en: 'input encoding: auto (default), or a label such as utf-8, gb18030',
  },
  {
    flags: '--files-from <file>',
    path: true,
    zh: '从文件（- 为标准输入）读取文件名，每行一个',
    en: 'read names of files from a file (- for standard input), one a line',
  },
  { flags: '-0, --null', zh: '--files-from 中的文件名以 NUL 分隔', en: 'names in --files-from end with NUL' },
  {
    flags: '--no-ignore',
    zh: '不理会文件夹里的 .planparseignore',
    en: 'read what the .planparseignore of folders leaves out',
  },
  {
    flags: '--jobs <n>',
    zh: '同时使用几个处理器核心（默认：文件多时用全部）',
    en: 'on how many cores (all of them, where there are many files)',
  },
  {
    flags: '--timeout <seconds>',
    zh: '每份文件最多用多少秒（多核处理时默认 120）',
    en: 'seconds that a document may take (120 where several cores are used)',
  },
  {
    flags: '--max-size <size>',
    zh: '超过这个大小的文件不读，例如 64M（默认 256M）',
    en: 'read no document larger than this, such as 64M (256M)',
  },
  {
    flags: '--manifest <file>',
    path: true,
    zh: '逐份记录处理结果（NDJSON），供 --resume 使用',
    en: 'note what was done of each document (NDJSON), for --resume',
  },
  {
    flags: '--resume',
    zh: '按 --manifest 继续：没有变化的文件不再处理',
    en: 'go on from the --manifest: documents that are unchanged are left out',
  },
  {
    flags: '--records',
    zh: '从标准输入逐行读取 {"id","text"} 或 {"id","path"}，逐行输出结果（NDJSON）',
    en: 'read {"id","text"} or {"id","path"}, one a line, from standard input, and write a line for each',
  },
  {
    flags: '--convert',
    zh: '旧版 Word 文件（.doc、.wps）先由本机的 LibreOffice（soffice）转换为 .docx',
    en: "have old Word files (.doc, .wps) made into .docx by the machine's LibreOffice (soffice) first",
  },
  {
    flags: '--year <yyyy>',
    common: true,
    zh: '没有写明年份的月份属于哪一年（默认取自标题或印发日期）',
    en: "the year of bare months (else the title's, or that of issue)",
  },
  {
    flags: '--with-text',
    zh: 'json：把全文放入 document.text',
    en: 'json: put the text itself into document.text',
  },
  {
    flags: '--unit <name>',
    common: true,
    many: true,
    zh: '只要这个单位的任务；可写多次。没有单位正好叫这个名字时，名称中含有它的也算',
    en: 'only tasks of this unit, or, where none has just this name, of those whose names contain it; repeatable',
  },
  {
    flags: '--role <role>',
    values: Object.keys(ROLE_NAMES),
    zh: '只要单位担任这个角色的任务：牵头（lead）、责任（responsible）、配合（support）、领导（supervisor）',
    en: 'only tasks in which the unit (or any) has this role: lead, responsible, support, supervisor',
  },
  {
    flags: '--due-before <date>',
    zh: '只要完成时限早于这一天的任务，例如 2023-07-01',
    en: 'only tasks that are due before a day, such as 2023-07-01',
  },
  {
    flags: '--section <words>',
    many: true,
    zh: '只要上级标题中含有这些字的任务；可写多次',
    en: 'only tasks under a heading that contains these words; repeatable',
  },
  {
    flags: '--by <what>',
    values: ['unit'],
    zh: '按单位（unit）分组，分牵头、责任、配合、领导',
    en: 'group by unit, and in it by role',
  },
  {
    flags: '--split <what>',
    values: ['unit'],
    zh: '每个单位（unit）写一个文件，-o 写文件夹；不写 -f 时为 xlsx',
    en: 'a file for each unit, in the folder that -o names; xlsx unless -f says otherwise',
  },
  {
    flags: '--summary',
    common: true,
    zh: '不列任务，只列任务、单位、时限各有多少，哪些没有单位或时限；-f json 为 JSON',
    en: 'in place of the tasks: how many tasks, units, deadlines, and what lacks them; as JSON with -f json',
  },
  { flags: '--array', zh: 'json：只有一个输入也输出数组', en: 'json: always an array' },
  {
    flags: '--markdown <kind>',
    values: ['list', 'table'],
    zh: 'markdown：list（任务清单，默认）或 table（表格）',
    en: 'markdown: list or table',
  },
  {
    flags: '--preset <name>',
    values: Object.keys(PRESETS),
    zh: '表格（csv、xlsx、markdown）的列：ledger（台账，xlsx 默认）、feishu、jira、project',
    en: 'columns of a table (csv, xlsx, markdown): ledger (default of xlsx), feishu, jira, project',
  },
  {
    flags: '--columns <list>',
    zh: '表格的列，按“表头=列名”列出，例如 序号=id,督办事项=title,备注=',
    en: 'columns of a table as heading=key, such as No=id,Task=title,Notes=',
  },
  { flags: '--bom', zh: 'csv：开头写 BOM（用 -o 写文件时默认）', en: 'csv: begin with a BOM (default with -o)' },
  { flags: '--no-bom', zh: 'csv：不写 BOM', en: 'csv: no BOM' },
  {
    flags: '--raw-csv',
    zh: 'csv：不处理会被表格软件当作公式的单元格',
    en: 'csv: leave cells alone that a spreadsheet would take for a formula',
  },
  {
    flags: '--stage <name>',
    values: STAGES,
    zh: '输出某个处理阶段的中间结果（JSON）：text、paragraphs、outline、annotations',
    en: 'print what a stage of the parser made, as JSON: text, paragraphs, outline, annotations',
  },
  {
    flags: '--explain',
    zh: '逐条说明编号、标题、单位、时限由哪条规则、从哪里读出',
    en: 'tell of each task which rule took its number, title, units and deadlines, and from where',
  },
  {
    flags: '--config <file>',
    path: true,
    zh: '配置文件（默认：从当前文件夹往上找 planparse.config.json、.yaml 或 .yml）',
    en: 'the configuration (else planparse.config.json, .yaml or .yml of this folder or one above it)',
  },
  { flags: '--no-config', zh: '不用配置文件', en: 'heed no configuration' },
  {
    flags: '--print-config',
    zh: '只输出生效的配置（JSON）',
    en: 'only print the configuration that holds, as JSON',
  },
  {
    flags: '--lang <zh|en>',
    values: ['zh', 'en'],
    zh: '表头和消息的语言（默认 zh）',
    en: 'language of headings and messages (default zh)',
  },
  { flags: '--strict', zh: '有警告时退出码为 1', en: 'exit 1 if there were warnings' },
  { flags: '-q, --quiet', zh: '不显示警告和提示', en: 'show errors only' },
  { flags: '--no-color', zh: '不用颜色', en: 'no colours' },
]

const shared = (...names: string[]) => OPTIONS.filter((row) => names.includes(longName(row)))

/** Of every command that reads documents: which, how, and what is said meanwhile. */
const OF_READING = shared(
  '--from',
  '--encoding',
  '--files-from',
  '--null',
  '--no-ignore',
  '--max-size',
  '--convert',
  '--year',
  '--config',
  '--no-config',
  '--print-config',
  '--lang',
  '--quiet',
  '--no-color',
)

/** The options of `planparse check`. */
export const CHECK_OPTIONS: readonly OptionRow[] = [
  {
    flags: '--reporter <name>',
    values: REPORTER_NAMES,
    common: true,
    zh: '报告格式：text（默认）、json、sarif、github、junit',
    en: 'form of the report: text (default), json, sarif, github, junit',
  },
  {
    flags: '-o, --output <path>',
    path: true,
    common: true,
    zh: '报告写到文件；与 --fix 同用时，修正后的文本写到文件',
    en: 'write the report to a file; with --fix, the corrected text',
  },
  {
    flags: '--fail-on <severity>',
    values: ['warning', 'error', 'none'],
    common: true,
    zh: '有达到这个程度的问题时退出码为 1：warning、error；none（默认）不论',
    en: 'exit 1 where there is a finding of this severity or worse: warning, error; none (default) never does',
  },
  { flags: '--strict', zh: '同 --fail-on warning', en: 'the same as --fail-on warning' },
  {
    flags: '--fix',
    common: true,
    zh: '修正能放心修正的（括号宽度、多余空格、个别标签），输出修正后的文本',
    en: 'mend what is safe to mend (widths of brackets, stray blanks, odd labels) and give the corrected text',
  },
  { flags: '--write', common: true, zh: '与 --fix 同用：直接改写原文件', en: 'with --fix: change the files in place' },
  ...OF_READING,
]

/** The options of `planparse verify`. */
export const VERIFY_OPTIONS: readonly OptionRow[] = [
  {
    flags: '-f, --format <name>',
    values: ['text', 'json'],
    common: true,
    zh: '输出格式：text（默认）、json',
    en: 'form of the output: text (default), json',
  },
  { flags: '-o, --output <path>', path: true, common: true, zh: '写到文件', en: 'write to a file' },
  { flags: '--map', common: true, zh: '逐段列出哪几行属于哪个节点', en: 'list which lines belong to which node' },
  ...OF_READING,
]

export const DEADLINE_OPTIONS: readonly OptionRow[] = [
  { flags: '--year <yyyy>', zh: '没有写明年份的时限属于哪一年', en: 'the year of deadlines that print none' },
  {
    flags: '--issued-on <date>',
    common: true,
    zh: '印发日期，例如 2023-05-30',
    en: 'the date of issue, such as 2023-05-30',
  },
  ...shared('--config', '--no-config', '--print-config', '--lang', '--quiet', '--no-color'),
]

/** What `planparse merge` has in common with it: what is asked for of the plans, and how it is written. */
const OF_OUTPUT =
  /^(?:-f|-q|--(?:unit|role|due-before|section|by|split|summary|array|markdown|preset|columns|bom|no-bom|raw-csv|config|no-config|print-config|lang|strict|no-color)\b)/

/** The options of `planparse merge`. */
export const MERGE_OPTIONS: readonly OptionRow[] = [
  {
    flags: '--prefer <plan|ledger>',
    values: ['plan', 'ledger'],
    common: true,
    zh: '计划和台账内容不同时以哪个为准：plan（默认）、ledger',
    en: 'whose word stands where plan and ledger differ: plan (default) or ledger',
  },
  {
    flags: '-o, --output <path>',
    path: true,
    common: true,
    zh: '写到文件，由扩展名决定格式',
    en: 'write to a file, whose extension names the format',
  },
  ...OPTIONS.filter(({ flags }) => OF_OUTPUT.test(flags)),
]

/** The options of commands that print about planparse itself. */
export const REFERENCE_OPTIONS: readonly OptionRow[] = [
  { flags: '-o, --output <path>', path: true, common: true, zh: '写到文件', en: 'write to a file' },
  ...shared('--lang'),
]
