/**
 * The commands: how each is called, what it does and takes, with examples. The one tree of which the command line, its
 * help, completion and the man page are made. A command is a row here, its options in `flags.ts`, and what it asks for
 * in `options.ts`.
 */
import type { Lang } from '../message.ts'
import {
  CHECK_OPTIONS,
  DEADLINE_OPTIONS,
  longName,
  MERGE_OPTIONS,
  OPTIONS,
  type OptionRow,
  REFERENCE_OPTIONS,
  VERIFY_OPTIONS,
} from './flags.ts'

type Words = Readonly<Record<Lang, string>>

export interface CommandRow {
  /** `''` for planparse itself. */
  name: string
  /** What follows its name. */
  usage: Words
  /** What it does. */
  about: Words
  /** What it takes: files, unless these are its `values`, or it is `free` words. */
  argument?: { name: string; values?: readonly string[]; free?: true } & Words
  options: readonly OptionRow[]
  /** Command lines, without the program's name, with what they do. */
  examples: readonly Readonly<Record<Lang, readonly [args: string, what: string]>>[]
  /** What else is to be known: lines. */
  notes?: Words
}

/** A test holds that these are the names of `schema.ts`, which is loaded later. */
const SCHEMAS = ['plan', 'task', 'unit-list', 'unit-task', 'summary', 'message', 'check', 'verify', 'config']

export const COMMANDS = [
  {
    name: '',
    usage: { zh: '[选项] [文件或文件夹...]', en: '[options] [files or folders...]' },
    about: {
      zh: '把政府工作计划类公文（工作要点、分工方案、任务分解表、落实情况）变成任务清单',
      en: 'Turns Chinese government plan documents into task lists',
    },
    argument: {
      name: '[files...]',
      zh: '文件或文件夹；不写或写 - 时读标准输入',
      en: 'files or folders; standard input where none is named, or for -',
    },
    options: OPTIONS,
    examples: [
      { zh: ['通知.txt', '在终端里看任务'], en: ['notice.txt', 'show the tasks on the terminal'] },
      {
        zh: ['-o 台账.xlsx 通知.docx', '存成台账，可用 Excel 或 WPS 打开'],
        en: ['-o ledger.xlsx notice.docx', 'as a ledger, for Excel or WPS'],
      },
      { zh: ['通知.txt | jq .document', '交给别的程序'], en: ['notice.txt | jq .document', 'for other programs'] },
      {
        zh: ['-o 结果/ 文件夹', '整个文件夹，每个文件一个结果'],
        en: ['-o results/ folder', 'a whole folder, one result per file'],
      },
      {
        zh: ['--split unit -o 清单/ 通知.txt', '每个单位一份清单'],
        en: ['--split unit -o lists/ notice.txt', 'a list for each unit'],
      },
    ],
    notes: {
      zh: `输入格式：.txt .md .html .docx .pdf .xlsx .csv；.doc .wps 需要 --convert。先看内容，再看扩展名
退出码：0 完成；1 完成但有警告（--strict）；2 用法有误，或有输入读不了`,
      en: `Input formats: .txt .md .html .docx .pdf .xlsx .csv; .doc .wps with --convert. Content counts before the extension
Exit status: 0 done; 1 done, with warnings (--strict); 2 wrong usage, or an input could not be read`,
    },
  },
  {
    name: 'check',
    usage: { zh: '[选项] [文件或文件夹...]', en: '[options] [files or folders...]' },
    about: {
      zh: '检查文件是否完整、规范，逐条列出问题',
      en: 'check documents for what is missing or malformed',
    },
    argument: {
      name: '[files...]',
      zh: '文件或文件夹；不写或写 - 时读标准输入',
      en: 'files or folders; standard input where none is named, or for -',
    },
    options: CHECK_OPTIONS,
    examples: [
      { zh: ['通知.txt', '看问题'], en: ['notice.txt', 'show what is found'] },
      {
        zh: ['--fail-on warning 文件夹', '在流水线里：有警告即失败'],
        en: ['--fail-on warning folder', 'in a pipeline: fail on warnings'],
      },
      {
        zh: ['--reporter sarif -o 结果.sarif .', '交给代码平台'],
        en: ['--reporter sarif -o out.sarif .', 'for code scanning'],
      },
      {
        zh: ['--fix --write 通知.txt', '改好能改的'],
        en: ['--fix --write notice.txt', 'mend what can be mended'],
      },
    ],
    notes: {
      zh: '退出码：0 完成；1 有达到 --fail-on 的问题；2 用法有误，或有输入读不了',
      en: 'Exit status: 0 done; 1 something was found as severe as --fail-on; 2 wrong usage, or an input could not be read',
    },
  },
  {
    name: 'verify',
    usage: { zh: '[选项] [文件或文件夹...]', en: '[options] [files or folders...]' },
    about: {
      zh: '逐份证实：文字无一遗漏，每个值都在原处，再读一遍结果相同',
      en: 'prove of documents that nothing is lost, every value is at its place, and the result is the same again',
    },
    argument: {
      name: '[files...]',
      zh: '文件或文件夹；不写或写 - 时读标准输入',
      en: 'files or folders; standard input where none is named, or for -',
    },
    options: VERIFY_OPTIONS,
    examples: [
      { zh: ['通知.docx', '证实一份'], en: ['notice.docx', 'prove one document'] },
      {
        zh: ['--map 通知.txt', '并列出哪几行是什么'],
        en: ['--map notice.txt', 'and show what lies where in it'],
      },
      { zh: ['-f json 文件夹', '交给别的程序'], en: ['-f json folder', 'for other programs'] },
    ],
    notes: {
      zh: '退出码：0 全部证实；1 有没有证实的；2 用法有误，或有输入读不了',
      en: 'Exit status: 0 all proved; 1 something was not; 2 wrong usage, or an input could not be read',
    },
  },
  {
    name: 'merge',
    usage: { zh: '[选项] [台账...] <计划.json>', en: '[options] [ledgers...] <plan.json>' },
    about: {
      zh: '把填好的台账（.xlsx、.csv）或核对页保存的更正（.json）并回计划',
      en: 'put filled-in ledgers (.xlsx, .csv) or corrections of the review page (.json) back into the plan',
    },
    argument: {
      name: '[files...]',
      zh: '台账或更正（文件或文件夹，可以有几个），最后是 planparse -f json 写出的计划',
      en: 'ledgers or corrections, files or folders; last the plan that planparse -f json wrote',
    },
    options: MERGE_OPTIONS,
    examples: [
      {
        zh: ['台账.xlsx 计划.json -o 新计划.json', '把一份台账并回去'],
        en: ['ledger.xlsx plan.json -o new.json', 'put one ledger back'],
      },
      {
        zh: ['--prefer ledger 收回/ 计划.json -o 台账.xlsx', '整个文件夹，以台账为准'],
        en: ['--prefer ledger returned/ plan.json -o ledger.xlsx', 'a folder; the ledgers win'],
      },
      {
        zh: ['计划.json -o 台账.xlsx', '不并台账，把计划写成别的格式'],
        en: ['plan.json -o ledger.xlsx', 'the plan in another format'],
      },
    ],
  },
  {
    name: 'deadline',
    usage: { zh: '[选项] [短语...]', en: '[options] [phrases...]' },
    about: {
      zh: '读出时限短语表示的时间，每个短语输出一行 JSON',
      en: 'read deadline phrases, one line of JSON each',
    },
    argument: {
      name: '[phrases...]',
      free: true,
      zh: '时限短语；不写时从标准输入读，每行一个',
      en: 'deadline phrases; from standard input, one a line, where none is given',
    },
    options: DEADLINE_OPTIONS,
    examples: [
      {
        zh: ['--year 2023 9月底前 每月25日前', '两个短语'],
        en: ['--year 2023 9月底前 每月25日前', 'two phrases'],
      },
      {
        zh: ['--issued-on 2023-05-30 印发后30日内', '从印发日期算起'],
        en: ['--issued-on 2023-05-30 印发后30日内', 'counted from the date of issue'],
      },
    ],
  },
  {
    name: 'schema',
    usage: { zh: '[选项] <名称>', en: '[options] <name>' },
    about: {
      zh: `输出 JSON Schema：${SCHEMAS.join('、')}`,
      en: `print a JSON Schema: ${SCHEMAS.join(', ')}`,
    },
    argument: { name: '[name...]', values: SCHEMAS, zh: '名称', en: 'its name' },
    options: REFERENCE_OPTIONS,
    examples: [
      {
        zh: ['config -o planparse.schema.json', '配置文件的，供编辑器提示'],
        en: ['config -o planparse.schema.json', 'that of the configuration, for editors'],
      },
    ],
  },
  {
    name: 'completion',
    usage: { zh: '[选项] <bash|zsh|fish|powershell>', en: '[options] <bash|zsh|fish|powershell>' },
    about: { zh: '输出命令行补全的脚本', en: 'print a script that completes command lines' },
    argument: {
      name: '[shell...]',
      values: ['bash', 'zsh', 'fish', 'powershell'],
      zh: '哪一种命令行',
      en: 'of which shell',
    },
    options: REFERENCE_OPTIONS,
    examples: [
      {
        zh: ['bash >> ~/.bashrc', 'bash'],
        en: ['bash >> ~/.bashrc', 'bash'],
      },
      {
        zh: ['zsh > ~/.zfunc/_planparse', 'zsh'],
        en: ['zsh > ~/.zfunc/_planparse', 'zsh'],
      },
      {
        zh: ['fish > ~/.config/fish/completions/planparse.fish', 'fish'],
        en: ['fish > ~/.config/fish/completions/planparse.fish', 'fish'],
      },
      {
        zh: ['powershell >> $PROFILE', 'PowerShell'],
        en: ['powershell >> $PROFILE', 'PowerShell'],
      },
    ],
  },
  {
    name: 'man',
    usage: { zh: '[选项]', en: '[options]' },
    about: { zh: '输出手册页（man）', en: 'print the manual page' },
    options: REFERENCE_OPTIONS,
    examples: [{ zh: ['| man -l -', '查看'], en: ['--lang en | man -l -', 'read it'] }],
  },
] as const satisfies readonly CommandRow[]

export type CommandName = (typeof COMMANDS)[number]['name']

/** The names of all commands but planparse itself. */
export const COMMAND_NAMES: readonly string[] = COMMANDS.flatMap(({ name }) => name || [])

/** The row of a command. */
export function commandOf(name: string): CommandRow {
  return COMMANDS.find((row) => row.name === name) as CommandRow
}

/** What its options are called in full, with those of any command. */
export function flagsOf({ options }: CommandRow): string[] {
  return [...options.map(longName), '--help', '--version']
}
