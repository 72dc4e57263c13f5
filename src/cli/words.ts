/** The words of the help, in both languages. */
import type { Lang } from '../message.ts'

/** The options of `planparse`: flags, and what they do. The order is that of the help. */
export const OPTIONS = [
  {
    flags: '-f, --format <name>',
    zh: '输出格式：tree（终端默认）、json（其他情况默认）、ndjson、csv、markdown',
    en: 'output format: tree (default on a terminal), json (default elsewhere), ndjson, csv, markdown',
  },
  {
    flags: '-o, --output <path>',
    zh: '写到文件，由扩展名决定格式；或写到文件夹，每个输入一个文件',
    en: 'write to a file, whose extension names the format, or into a folder, one file per input',
  },
  {
    flags: '--from <name>',
    zh: '输入格式：auto（默认）、text、markdown、html、docx、pdf、xlsx、csv',
    en: 'input format: auto (default), text, markdown, html, docx, pdf, xlsx, csv',
  },
  {
    flags: '--encoding <name>',
    zh: '输入编码：auto（默认），或 utf-8、gb18030 等编码名',
    en: 'input encoding: auto (default), or a label such as utf-8, gb18030',
  },
  {
    flags: '--convert',
    zh: '旧版 Word 文件（.doc、.wps）先由本机的 LibreOffice（soffice）转换为 .docx',
    en: "have old Word files (.doc, .wps) made into .docx by the machine's LibreOffice (soffice) first",
  },
  {
    flags: '--year <yyyy>',
    zh: '没有写明年份的月份属于哪一年（默认取自标题或印发日期）',
    en: "the year of bare months (else the title's, or that of issue)",
  },
  {
    flags: '--with-text',
    zh: 'json：把全文放入 document.text',
    en: 'json: put the text itself into document.text',
  },
  { flags: '--array', zh: 'json：只有一个输入也输出数组', en: 'json: always an array' },
  { flags: '--markdown <kind>', zh: 'markdown：list（任务清单，默认）或 table（表格）', en: 'markdown: list or table' },
  { flags: '--bom', zh: 'csv：开头写 BOM（用 -o 写文件时默认）', en: 'csv: begin with a BOM (default with -o)' },
  { flags: '--no-bom', zh: 'csv：不写 BOM', en: 'csv: no BOM' },
  {
    flags: '--raw-csv',
    zh: 'csv：不处理会被表格软件当作公式的单元格',
    en: 'csv: leave cells alone that a spreadsheet would take for a formula',
  },
  {
    flags: '--stage <name>',
    zh: '输出某个处理阶段的中间结果（JSON）：text、paragraphs、outline、annotations',
    en: 'print what a stage of the parser made, as JSON: text, paragraphs, outline, annotations',
  },
  {
    flags: '--explain',
    zh: '逐条说明编号、标题、单位、时限由哪条规则、从哪里读出',
    en: 'tell of each task which rule took its number, title, units and deadlines, and from where',
  },
  { flags: '--lang <zh|en>', zh: '表头和消息的语言（默认 zh）', en: 'language of headings and messages (default zh)' },
  { flags: '--strict', zh: '有警告时退出码为 1', en: 'exit 1 if there were warnings' },
  { flags: '-q, --quiet', zh: '不显示警告和提示', en: 'show errors only' },
  { flags: '--no-color', zh: '不用颜色', en: 'no colours' },
] as const

/** The reporters of `check`; a test holds that they are those of `report/index.ts`, which is loaded later. */
export const REPORTER_NAMES = ['text', 'json', 'sarif', 'github', 'junit']

const shared = (...names: string[]) => OPTIONS.filter(({ flags }) => names.includes(/--[a-z-]+/.exec(flags)?.[0] ?? ''))

/** The options of `planparse check`. */
export const CHECK_OPTIONS = [
  {
    flags: '--reporter <name>',
    zh: '报告格式：text（默认）、json、sarif、github、junit',
    en: 'form of the report: text (default), json, sarif, github, junit',
  },
  {
    flags: '-o, --output <path>',
    zh: '报告写到文件；与 --fix 同用时，修正后的文本写到文件',
    en: 'write the report to a file; with --fix, the corrected text',
  },
  {
    flags: '--fail-on <severity>',
    zh: '有 warning 或 error 时退出码为 1',
    en: 'exit 1 where there is a finding of this severity or worse: warning or error',
  },
  { flags: '--strict', zh: '同 --fail-on warning', en: 'the same as --fail-on warning' },
  {
    flags: '--fix',
    zh: '修正能放心修正的（括号宽度、多余空格、个别标签），输出修正后的文本',
    en: 'mend what is safe to mend (widths of brackets, stray blanks, odd labels) and give the corrected text',
  },
  { flags: '--write', zh: '与 --fix 同用：直接改写原文件', en: 'with --fix: change the files in place' },
  ...shared('--from', '--encoding', '--convert', '--year', '--lang', '--quiet', '--no-color'),
]

export const DEADLINE_OPTIONS = [
  { flags: '--year <yyyy>', zh: '没有写明年份的时限属于哪一年', en: 'the year of deadlines that print none' },
  { flags: '--issued-on <date>', zh: '印发日期，例如 2023-05-30', en: 'the date of issue, such as 2023-05-30' },
] as const

export const WORDS = {
  zh: {
    description: '把政府工作计划类公文（工作要点、分工方案、任务分解表、落实情况）变成任务清单',
    files: '文件或文件夹；不写或写 - 时读标准输入',
    deadline: '读出时限短语表示的时间，每个短语输出一行 JSON',
    check: '检查文件是否完整、规范，逐条列出问题',
    phrases: '时限短语；不写时从标准输入读，每行一个',
    help: '显示帮助',
    version: '显示版本',
    titles: { 'Usage:': '用法：', 'Arguments:': '参数：', 'Options:': '选项：', 'Commands:': '命令：' },
    usage: '[选项] [文件或文件夹...]',
    deadlineUsage: '[选项] [短语...]',
    checkExamples: `
示例：
  planparse check 通知.txt                          看问题
  planparse check --fail-on warning 文件夹          在流水线里：有警告即失败
  planparse check --reporter sarif -o 结果.sarif .  交给代码平台
  planparse check --fix --write 通知.txt            改好能改的

退出码：0 完成；1 有达到 --fail-on 的问题；2 用法有误，或有输入读不了`,
    examples: `
示例：
  planparse 通知.txt                    在终端里看任务
  planparse -o 台账.csv 通知.txt        存成表格，可用 Excel 或 WPS 打开
  planparse 通知.txt | jq .document     交给别的程序
  planparse -o 结果/ 文件夹             整个文件夹，每个文件一个结果

输入格式：
  .txt .md .html .docx .pdf .xlsx .csv；.doc .wps 需要 --convert。先看内容，再看扩展名

退出码：0 完成；1 完成但有警告（--strict）；2 用法有误，或有输入读不了`,
  },
  en: {
    description: 'Turns Chinese government plan documents into task lists',
    files: 'files or folders; standard input where none is named, or for -',
    deadline: 'read deadline phrases, one line of JSON each',
    check: 'check documents for what is missing or malformed',
    phrases: 'deadline phrases; from standard input, one a line, where none is given',
    help: 'show this help',
    version: 'show the version',
    titles: {},
    usage: '[options] [files or folders...]',
    deadlineUsage: '[options] [phrases...]',
    checkExamples: `
Examples:
  planparse check notice.txt                        show what is found
  planparse check --fail-on warning folder          in a pipeline: fail on warnings
  planparse check --reporter sarif -o out.sarif .   for code scanning
  planparse check --fix --write notice.txt          mend what can be mended

Exit status: 0 done; 1 something was found as severe as --fail-on; 2 wrong usage, or an input could not be read`,
    examples: `
Examples:
  planparse notice.txt                  show the tasks on the terminal
  planparse -o ledger.csv notice.txt    as a table, for Excel or WPS
  planparse notice.txt | jq .document   for other programs
  planparse -o results/ folder          a whole folder, one result per file

Input formats:
  .txt .md .html .docx .pdf .xlsx .csv; .doc .wps with --convert. Content counts before the extension

Exit status: 0 done; 1 done, with warnings (--strict); 2 wrong usage, or an input could not be read`,
  },
} satisfies Record<Lang, object>
