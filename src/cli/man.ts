/** The manual page, in troff (man macros), made from the tree of commands. */
import type { Lang } from '../message.ts'
import { VERSION } from '../version.ts'
import { COMMANDS, type CommandRow, commandOf } from './commands.ts'
import { namesOf, type OptionRow, placeholderOf } from './flags.ts'

const TITLES = {
  zh: {
    name: '名称',
    synopsis: '概要',
    description: '说明',
    options: '选项',
    commands: '命令',
    examples: '示例',
    environment: '环境变量',
    files: '文件',
    manual: 'planparse 手册',
  },
  en: {
    name: 'NAME',
    synopsis: 'SYNOPSIS',
    description: 'DESCRIPTION',
    options: 'OPTIONS',
    commands: 'COMMANDS',
    examples: 'EXAMPLES',
    environment: 'ENVIRONMENT',
    files: 'FILES',
    manual: 'planparse manual',
  },
} as const satisfies Record<Lang, object>

const ENVIRONMENT = [
  ['NO_COLOR', { zh: '不为空时不用颜色', en: 'no colours, where it is not empty' }],
  [
    'FORCE_COLOR',
    {
      zh: '输出不是终端时也用颜色；0 或 false 为不用',
      en: 'colours also where the output is no terminal; 0 or false: none',
    },
  ],
  ['TERM', { zh: 'dumb 时不用颜色，也不显示进度', en: 'where it is dumb, neither colours nor progress' }],
  ['COLUMNS', { zh: '输出不是终端时 tree 的宽度', en: 'width of the tree where the output is no terminal' }],
  ['CI', { zh: '不为空时不显示进度', en: 'no progress, where it is not empty' }],
] as const

const FILES = [
  [
    'planparse.config.json, planparse.config.yaml',
    { zh: '配置，从当前文件夹往上找', en: 'the configuration, of this folder or one above it' },
  ],
  [
    '.planparseignore',
    { zh: '所在文件夹里不读的文件，写法同 .gitignore', en: 'what is not read in its folder, as in .gitignore' },
  ],
] as const

/** The page; its bytes depend on nothing but version and language. */
export function manPage(lang: Lang): string {
  const titles = TITLES[lang]
  const main = commandOf('')
  const commands = (COMMANDS as readonly CommandRow[]).filter(({ name }) => name !== '')
  const lines = [
    `.TH PLANPARSE 1 "" "planparse ${VERSION}" "${titles.manual}"`,
    // Chinese has no blanks to widen.
    ...(lang === 'zh' ? ['.ad l'] : []),
    `.SH ${titles.name}`,
    `planparse \\- ${escaped(main.about[lang])}`,
    `.SH ${titles.synopsis}`,
    ...[main, ...commands].flatMap((row) => synopsis(row, lang)),
    `.SH ${titles.description}`,
    ...paragraphs(main.notes?.[lang] ?? ''),
    `.SH ${titles.options}`,
    ...main.options.flatMap((option) => optionLines(option, lang)),
    `.SH ${titles.commands}`,
    ...commands.flatMap((row) => [
      `.SS planparse ${row.name}`,
      escaped(row.about[lang]),
      ...row.options.flatMap((option) => optionLines(option, lang)),
      ...(row.notes ? ['.PP', ...paragraphs(row.notes[lang])] : []),
    ]),
    `.SH ${titles.examples}`,
    ...[main, ...commands].flatMap((row) => exampleLines(row, lang)),
    `.SH ${titles.environment}`,
    ...ENVIRONMENT.flatMap(([name, what]) => ['.TP', `.B ${escaped(name)}`, escaped(what[lang])]),
    `.SH ${titles.files}`,
    ...FILES.flatMap(([name, what]) => ['.TP', `.I ${escaped(name)}`, escaped(what[lang])]),
  ]
  return `${lines.join('\n')}\n`
}

function synopsis({ name, usage }: CommandRow, lang: Lang): string[] {
  return [`.B ${['planparse', name].filter(Boolean).join(' ')}`, escaped(usage[lang]), '.br']
}

/** A paragraph for each line. */
function paragraphs(text: string): string[] {
  return text.split('\n').flatMap((line, i) => (i === 0 ? [escaped(line)] : ['.PP', escaped(line)]))
}

function optionLines(option: OptionRow, lang: Lang): string[] {
  const value = placeholderOf(option)
  const names = namesOf(option).map((name) => `\\fB${escaped(name)}\\fR`)
  return ['.TP', names.join(', ') + (value === null ? '' : ` \\fI${escaped(value)}\\fR`), escaped(option[lang])]
}

function exampleLines({ name, examples }: CommandRow, lang: Lang): string[] {
  return examples.flatMap((example) => {
    const [args, what] = example[lang]
    const line = ['planparse', name, args].filter(Boolean).join(' ')
    return ['.TP', `.B ${escaped(line)}`, escaped(what)]
  })
}

/** As plain text: no character of it is a command of troff; a line may end after each Chinese character. */
function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('"', '\\(dq')
    .replaceAll('~', '\\(ti')
    .replace(/^(?=[.'])/gm, '\\&')
    .replace(/(?<=[\u2e80-\uffef])(?=[\u2e80-\uffef])(?![，。；、：！？）》”])/g, '\\:')
}
