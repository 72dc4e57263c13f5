/** The command line as typed → a command with its arguments and options. The only file that knows commander. */
import { Command, CommanderError, type Help, Option } from 'commander'
import { PlanparseError } from '../error.ts'
import type { Lang } from '../message.ts'
import { VERSION } from '../version.ts'
import { COMMAND_NAMES, COMMANDS, type CommandName, type CommandRow, commandOf, flagsOf } from './commands.ts'
import { longName, namesOf, type OptionRow } from './flags.ts'
import { nearest } from './nearest.ts'
import { WORDS } from './words.ts'

/** Columns of the help. */
const WIDTH = 100

/** The values of options by their names in camel case. */
export type Options = Record<string, unknown>

export interface Typed {
  command: CommandName
  names: string[]
  options: Options
}

/** Help or version, as text for standard output. */
export interface Printing {
  kind: 'print'
  text: string
}

/** What was typed. Throws `PlanparseError` for an option that there is none of, or without its value. */
export function typedIn(argv: readonly string[], lang: Lang): Typed | Printing {
  let printed = ''
  let typed: Typed | undefined
  const words = beforeDashes(argv)
  const program = programOf({
    argv,
    lang,
    isBrief: words.includes('-h') && !words.includes('--help'),
    print: (text) => {
      printed += text
    },
    done: (made) => {
      typed = made
    },
  })
  try {
    program.parse(argv, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode !== 0) throw faultOf(error, argv)
    return { kind: 'print', text: printed }
  }
  return typed as Typed
}

/** What may be options and commands. */
function beforeDashes(argv: readonly string[]): readonly string[] {
  const dashes = argv.indexOf('--')
  return dashes < 0 ? argv : argv.slice(0, dashes)
}

/** The name under which the values of an option are kept. */
export function keyOf(flag: string): string {
  return new Option(flag).attributeName()
}

interface Making {
  argv: readonly string[]
  lang: Lang
  /** `-h`: the short help; `--help` is the full one. */
  isBrief: boolean
  print: (text: string) => void
  done: (typed: Typed) => void
}

function programOf(making: Making): Command {
  const { argv, lang, print, done } = making
  const program = new Command('planparse')
    .exitOverride()
    .configureOutput({ writeOut: print, writeErr: () => {} })
    .enablePositionalOptions()
    .helpCommand(false)
  describe(program, commandOf(''), making)
  program.action((names: string[], options: Options) => done({ command: '', names, options }))
  // Behind -- stand names of files, be they those of commands.
  const words = beforeDashes(argv)
  if (words.length < argv.length && !COMMAND_NAMES.some((name) => words.includes(name))) return program
  for (const row of COMMANDS) {
    if (row.name === '') continue
    // One that is not typed is named in the help, and no more: its options would cost each start some time.
    const named = () => new Command(row.name).description(row.about[lang])
    program.addCommand(words.includes(row.name) ? subcommandOf(row, program, making) : named())
  }
  return program
}

/** Given to the program with its ways: how it prints, and that it throws in place of ending the process. */
function subcommandOf(row: CommandRow & { name: CommandName }, program: Command, making: Making): Command {
  const command = new Command(row.name).copyInheritedSettings(program)
  describe(command, row, making)
  return command.action((names: string[]) => {
    // Options may stand before the command's name too; the last word holds.
    const before = givenIn(program)
    refuseForeign(before, row)
    making.done({ command: row.name, names, options: { ...before, ...givenIn(command) } })
  })
}

function givenIn(command: Command): Options {
  const isGiven = (name: string) => command.getOptionValueSource(name) === 'cli'
  return Object.fromEntries(Object.entries(command.opts<Options>()).filter(([name]) => isGiven(name)))
}

/** Refuses options before the name of a command that are none of its own. */
function refuseForeign(before: Options, row: CommandRow): void {
  const own = new Set(row.options.map((option) => keyOf(longName(option))))
  const flags = commandOf('').options.map(longName)
  const foreign = flags.find((flag) => {
    const key = keyOf(flag)
    return key in before && !own.has(key) && flag.startsWith('--no-') === (before[key] === false)
  })
  if (foreign) throw foreignTo(row, foreign)
}

function foreignTo(row: CommandRow, flag: string): PlanparseError {
  const owners = COMMANDS.filter((each) => has(each, flag))
  return new PlanparseError('option-of-other-command', { name: flag, at: typedName(row), known: owners.map(typedName) })
}

function has({ options }: CommandRow, flag: string): boolean {
  return options.some((option) => namesOf(option).includes(flag))
}

function typedName({ name }: CommandRow): string {
  return `planparse ${name}`.trim()
}

function describe(command: Command, row: CommandRow, making: Making): void {
  const { lang } = making
  command
    .description(row.about[lang])
    .usage(row.usage[lang])
    .version(VERSION, '-V, --version', WORDS[lang].version)
    .helpOption('-h, --help', WORDS[lang].help)
    .configureHelp({ helpWidth: WIDTH, displayWidth: columnsOf, boxWrap: wrapped, formatHelp: helpOf(row, making) })
  if (row.argument) command.argument(row.argument.name, row.argument[lang])
  else command.argument('[nothing...]')
  for (const option of row.options) command.addOption(optionOf(option, lang))
}

function optionOf(row: OptionRow, lang: Lang): Option {
  const option = new Option(row.flags, row[lang])
  return row.many ? option.argParser(gathered) : option
}

/** What an option that may be given several times has gathered. */
function gathered(value: string, before: string[] = []): string[] {
  return [...before, value]
}

function helpOf(row: CommandRow, { lang, isBrief }: Making) {
  const words = WORDS[lang]
  const titles: Readonly<Record<string, string>> = words.titles
  return (command: Command, help: Help): string => {
    const width = help.padWidth(command, help)
    const item = (term: string, what: string) => help.formatItem(term, width, what, help)
    const part = (title: string, lines: readonly string[]) =>
      lines.length > 0 ? [titles[title] ?? title, ...lines, ''] : []
    const optionsOf = (isShown: (option: Option) => boolean) =>
      help
        .visibleOptions(command)
        .filter(isShown)
        .map((option) => item(help.optionTerm(option), help.optionDescription(option)))
    const given = help
      .visibleArguments(command)
      .map((argument) => item(help.argumentTerm(argument), help.argumentDescription(argument)))
    const commands = help.visibleCommands(command).map((each) => item(each.name(), help.subcommandDescription(each)))
    const head = [
      `${titles['Usage:'] ?? 'Usage: '}${help.commandUsage(command)}`,
      '',
      wrapped(row.about[lang], WIDTH),
      '',
    ]
    const examples = part('Examples:', examplesOf(row, lang))
    const common = row.options.filter((option) => option.common).map(longName)
    const lines = isBrief
      ? [
          ...head,
          ...examples,
          ...part(
            'Common options:',
            optionsOf(({ long }) => common.includes(long ?? '')),
          ),
          ...part('Commands:', commands),
          words.more(typedName(row)),
        ]
      : [
          ...head,
          ...part('Arguments:', given),
          ...part(
            'Options:',
            optionsOf(() => true),
          ),
          ...part('Commands:', commands),
          ...examples,
          ...(row.notes ? [row.notes[lang]] : []),
        ]
    return `${lines.join('\n').trimEnd()}\n`
  }
}

/** Command lines with what they do, in two columns. */
function examplesOf(row: CommandRow, lang: Lang): string[] {
  const rows = row.examples.map((example) => {
    const [args, what] = example[lang]
    return { line: ['planparse', row.name, args].filter(Boolean).join(' '), what }
  })
  const width = Math.max(...rows.map(({ line }) => columnsOf(line)))
  return rows.map(({ line, what }) => `  ${line}${' '.repeat(width - columnsOf(line))}  ${what}`)
}

/** Width in columns, near enough to set a help text. */
function columnsOf(text: string): number {
  let columns = 0
  for (const character of text) columns += character >= '\u2e80' ? 2 : 1
  return columns
}

/** A word with the blanks after it; of Chinese, a character with the punctuation that no line begins with. */
const PIECE = /[^\s\u2e80-\uffff]+\s*|[\u2e80-\uffff][，。；、：！？）》”]*\s*|\s+/g

/** In lines of at most so many columns. */
function wrapped(text: string, width: number): string {
  const lines: string[] = ['']
  for (const [piece] of text.matchAll(PIECE)) {
    const line = lines.at(-1) as string
    if (line !== '' && columnsOf(line + piece.trimEnd()) > width) lines.push(piece)
    else lines[lines.length - 1] = line + piece
  }
  return lines.map((line) => line.trimEnd()).join('\n')
}

/** Commander's English sentence → ours; it quotes what is wrong. */
function faultOf(error: CommanderError, argv: readonly string[]): PlanparseError {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? error.message
  const name = quoted.split('=')[0] as string
  if (error.code === 'commander.optionMissingArgument') return new PlanparseError('option-without-value', name)
  const command = COMMANDS.find((row) => row.name !== '' && argv.includes(row.name)) ?? commandOf('')
  // One of its own that is not known stands before its name.
  if (COMMANDS.some((row) => has(row, name))) return foreignTo(has(command, name) ? commandOf('') : command, name)
  return new PlanparseError('unknown-option', { name, near: nearest(name, flagsOf(command)) })
}
