/** The words of the help, in both languages. */
import type { Lang } from '../message.ts'

/** The options of `planparse`: flags, and what they do. The order is that of the help. */
export const OPTIONS = [
  {
    flags: '-f, --format <name>',
    zh: '输出格式：tree（终端默认）、json（其他情况默认）、ndjson、csv、xlsx（台账）、markdown、text（公文样式）、ics（日历）、html（核对页）',
    en: 'output format: tree (default on a terminal), json (default elsewhere), ndjson, csv, xlsx (a ledger), markdown, text (as a notice), ics (a calendar), html (a review page)',
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
    flags: '--files-from <file>',
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
    many: true,
    zh: '只要这个单位的任务；可写多次。没有单位正好叫这个名字时，名称中含有它的也算',
    en: 'only tasks of this unit, or, where none has just this name, of those whose names contain it; repeatable',
  },
  {
    flags: '--role <role>',
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
  { flags: '--by <what>', zh: '按单位（unit）分组，分牵头、责任、配合、领导', en: 'group by unit, and in it by role' },
  {
    flags: '--split <what>',
    zh: '每个单位（unit）写一个文件，-o 写文件夹；不写 -f 时为 xlsx',
    en: 'a file for each unit, in the folder that -o names; xlsx unless -f says otherwise',
  },
  {
    flags: '--summary',
    zh: '不列任务，只列任务、单位、时限各有多少，哪些没有单位或时限；-f json 为 JSON',
    en: 'in place of the tasks: how many tasks, units, deadlines, and what lacks them; as JSON with -f json',
  },
  { flags: '--array', zh: 'json：只有一个输入也输出数组', en: 'json: always an array' },
  { flags: '--markdown <kind>', zh: 'markdown：list（任务清单，默认）或 table（表格）', en: 'markdown: list or table' },
  {
    flags: '--preset <name>',
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
    zh: '配置文件（默认：从当前文件夹往上找 planparse.config.json、.yaml 或 .yml）',
    en: 'the configuration (else planparse.config.json, .yaml or .yml of this folder or one above it)',
  },
  { flags: '--no-config', zh: '不用配置文件', en: 'heed no configuration' },
  {
    flags: '--print-config',
    zh: '只输出生效的配置（JSON）',
    en: 'only print the configuration that holds, as JSON',
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
  ...shared(
    '--from',
    '--encoding',
    '--convert',
    '--year',
    '--config',
    '--no-config',
    '--print-config',
    '--lang',
    '--quiet',
    '--no-color',
  ),
]

/** The options of `planparse verify`. */
export const VERIFY_OPTIONS = [
  { flags: '-f, --format <name>', zh: '输出格式：text（默认）、json', en: 'form of the output: text (default), json' },
  { flags: '-o, --output <path>', zh: '写到文件', en: 'write to a file' },
  { flags: '--map', zh: '逐段列出哪几行属于哪个节点', en: 'list which lines belong to which node' },
  ...shared(
    '--from',
    '--encoding',
    '--convert',
    '--year',
    '--config',
    '--no-config',
    '--print-config',
    '--lang',
    '--quiet',
    '--no-color',
  ),
]

export const DEADLINE_OPTIONS = [
  { flags: '--year <yyyy>', zh: '没有写明年份的时限属于哪一年', en: 'the year of deadlines that print none' },
  { flags: '--issued-on <date>', zh: '印发日期，例如 2023-05-30', en: 'the date of issue, such as 2023-05-30' },
] as const

/** What a run of many documents came to. */
export interface Sum {
  done: number
  unchanged: number
  failed: number
  tasks: number
  warnings: number
  seconds: number
}

const rate = (done: number, seconds: number) => Math.round(done / Math.max(seconds, 0.001))
const remaining = (done: number, total: number, seconds: number) =>
  Math.ceil((seconds / Math.max(done, 1)) * Math.max(total - done, 0))
/** What `planparse merge` has in common with it: what is asked for of the plans, and how it is written. */
const OF_OUTPUT =
  /^(?:-f|-q|--(?:unit|role|due-before|section|by|split|summary|array|markdown|preset|columns|bom|no-bom|raw-csv|config|no-config|print-config|lang|strict|no-color)\b)/

/** The options of `planparse merge`. */
export const MERGE_OPTIONS = [
  {
    flags: '--prefer <plan|ledger>',
    zh: '计划和台账内容不同时以哪个为准：plan（默认）、ledger',
    en: 'whose word stands where plan and ledger differ: plan (default) or ledger',
  },
  {
    flags: '-o, --output <path>',
    zh: '写到文件，由扩展名决定格式',
    en: 'write to a file, whose extension names the format',
  },
  ...OPTIONS.filter(({ flags }) => OF_OUTPUT.test(flags)),
]

export const WORDS = {
  zh: {
    description: '把政府工作计划类公文（工作要点、分工方案、任务分解表、落实情况）变成任务清单',
    files: '文件或文件夹；不写或写 - 时读标准输入',
    deadline: '读出时限短语表示的时间，每个短语输出一行 JSON',
    check: '检查文件是否完整、规范，逐条列出问题',
    verify: '逐份证实：文字无一遗漏，每个值都在原处，再读一遍结果相同',
    phrases: '时限短语；不写时从标准输入读，每行一个',
    merge: '把填好的台账（.xlsx、.csv）或核对页保存的更正（.json）并回计划',
    mergeFiles: '台账或更正（文件或文件夹，可以有几个），最后是 planparse -f json 写出的计划',
    mergeUsage: '[选项] <台账...> <计划.json>',
    help: '显示帮助',
    version: '显示版本',
    progress: (done: number, total: number | null, seconds: number) =>
      total === null
        ? `${done} 份，每秒 ${rate(done, seconds)} 份`
        : `${done} / ${total} 份，每秒 ${rate(done, seconds)} 份，还需 ${remaining(done, total, seconds)} 秒`,
    sum: ({ done, unchanged, failed, tasks, warnings, seconds }: Sum) =>
      `完成 ${done} 份${unchanged ? `，未变 ${unchanged} 份` : ''}${failed ? `，读不了 ${failed} 份` : ''}；任务 ${tasks} 项，警告 ${warnings} 条；用时 ${seconds.toFixed(1)} 秒`,
    interrupted: ({ done }: Sum, manifest: string | null) =>
      `已中断，完成了 ${done} 份；${manifest ? '用同样的命令加上 --resume 继续' : '已写好的文件是完整的；用 --manifest 和 --resume 可以接着做'}`,
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
    verifyExamples: `
示例：
  planparse verify 通知.docx             证实一份
  planparse verify --map 通知.txt        并列出哪几行是什么
  planparse verify -f json 文件夹        交给别的程序

退出码：0 全部证实；1 有没有证实的；2 用法有误，或有输入读不了`,
    examples: `
示例：
  planparse 通知.txt                    在终端里看任务
  planparse -o 台账.csv 通知.txt        存成表格，可用 Excel 或 WPS 打开
  planparse 通知.txt | jq .document     交给别的程序
  planparse -o 结果/ 文件夹             整个文件夹，每个文件一个结果
  planparse --split unit -o 清单/ 通知.txt  每个单位一份清单

输入格式：
  .txt .md .html .docx .pdf .xlsx .csv；.doc .wps 需要 --convert。先看内容，再看扩展名

退出码：0 完成；1 完成但有警告（--strict）；2 用法有误，或有输入读不了`,
  },
  en: {
    description: 'Turns Chinese government plan documents into task lists',
    files: 'files or folders; standard input where none is named, or for -',
    deadline: 'read deadline phrases, one line of JSON each',
    check: 'check documents for what is missing or malformed',
    verify: 'prove of documents that nothing is lost, every value is at its place, and the result is the same again',
    phrases: 'deadline phrases; from standard input, one a line, where none is given',
    merge: 'put filled-in ledgers (.xlsx, .csv) or corrections of the review page (.json) back into the plan',
    mergeFiles: 'ledgers or corrections, files or folders; last the plan that planparse -f json wrote',
    mergeUsage: '[options] <ledgers...> <plan.json>',
    help: 'show this help',
    version: 'show the version',
    progress: (done: number, total: number | null, seconds: number) =>
      total === null
        ? `${done} documents, ${rate(done, seconds)}/s`
        : `${done} of ${total} documents, ${rate(done, seconds)}/s, ${remaining(done, total, seconds)} s left`,
    sum: ({ done, unchanged, failed, tasks, warnings, seconds }: Sum) =>
      `${done} documents done${unchanged ? `, ${unchanged} unchanged` : ''}${failed ? `, ${failed} not read` : ''}; ${tasks} tasks, ${warnings} warnings; ${seconds.toFixed(1)} s`,
    interrupted: ({ done }: Sum, manifest: string | null) =>
      `interrupted, ${done} documents done; ${manifest ? 'go on with the same command and --resume' : 'what is written is whole; --manifest and --resume let a run go on'}`,
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
    verifyExamples: `
Examples:
  planparse verify notice.docx          prove one document
  planparse verify --map notice.txt     and show what lies where in it
  planparse verify -f json folder       for other programs

Exit status: 0 all proved; 1 something was not; 2 wrong usage, or an input could not be read`,
    examples: `
Examples:
  planparse notice.txt                  show the tasks on the terminal
  planparse -o ledger.csv notice.txt    as a table, for Excel or WPS
  planparse notice.txt | jq .document   for other programs
  planparse -o results/ folder          a whole folder, one result per file
  planparse --split unit -o lists/ notice.txt  a list for each unit

Input formats:
  .txt .md .html .docx .pdf .xlsx .csv; .doc .wps with --convert. Content counts before the extension

Exit status: 0 done; 1 done, with warnings (--strict); 2 wrong usage, or an input could not be read`,
  },
} satisfies Record<Lang, object>
