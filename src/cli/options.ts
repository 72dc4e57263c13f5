/** The command line as typed → what is asked for. The only file that knows commander. */
import { Command, CommanderError, Option } from 'commander'
import type { Config } from '../config.ts'
import { type FaultCode, PlanparseError } from '../error.ts'
import type { Lang } from '../message.ts'
import { INPUT_FORMATS, STAGES, type Stage } from '../parse.ts'
import type { UnitRole } from '../plan.ts'
import type { Selection } from '../select.ts'
import { VERSION } from '../version.ts'
import { FORMATS, formatOfName, writerOf } from '../write/index.ts'
import { type ColumnChoice, PRESETS, type PresetName } from '../write/layout.ts'
import type { Writer } from '../write/writer.ts'
import { readColumns } from './columns.ts'
import { nearest } from './nearest.ts'
import {
  CHECK_OPTIONS,
  DEADLINE_OPTIONS,
  MERGE_OPTIONS,
  OPTIONS,
  REPORTER_NAMES,
  VERIFY_OPTIONS,
  WORDS,
} from './words.ts'

/** A file, `false` for none, `null` for the one that is found. */
export type ConfigChoice = string | false | null

/** Documents to read, and how. */
export interface Reading {
  lang: Lang
  names: string[]
  output: string | null
  /** A file with names of files; `-` for standard input. */
  filesFrom: string | null
  /** The names in it end with NUL. */
  nul: boolean
  /** Heed the .planparseignore of folders. */
  ignore: boolean
  /** Bytes that a document may have. */
  maxSize: number
  from: string
  encoding: string
  /** Old Word files are converted by another program. */
  convert: boolean
  year: number | null
  quiet: boolean
  colour: boolean
  config: ConfigChoice
  printConfig: boolean
  /** What the configuration says. */
  settings: Config
}

/** Parse inputs and write them out. */
export interface Conversion extends Reading {
  kind: 'convert'
  /** `null` until it is known whether the output is a terminal. */
  writer: Writer | null
  selection: Selection
  by: 'unit' | null
  split: 'unit' | null
  summary: boolean
  /** Workers; `null` where that is left to the program. */
  jobs: number | null
  /** Seconds that a document may take; `null` where not said. */
  timeout: number | null
  manifest: string | null
  resume: boolean
  records: boolean
  stage: Stage | null
  explain: boolean
  markdown: 'list' | 'table'
  preset: PresetName | null
  columns: ColumnChoice[] | null
  bom: boolean | null
  withText: boolean
  array: boolean
  rawCsv: boolean
  strict: boolean
}

/** Check inputs, and mend what is safe to mend. */
export interface Checking extends Reading {
  kind: 'check'
  reporter: string
  /** The least severity that makes the exit status 1; `null` for none. */
  failOn: 'warning' | 'error' | null
  fix: boolean
  write: boolean
}

/** Prove the promises of inputs. */
export interface Verifying extends Reading {
  kind: 'verify'
  format: 'text' | 'json'
  /** Show what lies where. */
  map: boolean
}

/** Merge what comes back into plans; the last name is that of the plans. */
export interface Merging extends Omit<Conversion, 'kind'> {
  kind: 'merge'
  prefer: 'plan' | 'ledger'
}

/** Read deadline phrases. */
export interface DeadlineReading {
  kind: 'deadline'
  lang: Lang
  phrases: string[]
  year: number | null
  issuedOn: string | null
  quiet: boolean
  colour: boolean
  config: ConfigChoice
  printConfig: boolean
  settings: Config
}

/** Help or version, as text for standard output. */
export interface Printing {
  kind: 'print'
  text: string
}

export type Request = Conversion | Checking | Verifying | Merging | DeadlineReading | Printing

/** Input formats that are built, and those that are planned and until then refused by name. */
const INPUTS = ['auto', ...INPUT_FORMATS]
const PLANNED_INPUTS = ['doc', 'wps', 'xls', 'json', 'ofd']
/** Subcommands that are planned; a file of that name is given as ./schema. */
const PLANNED_COMMANDS = ['schema', 'completion']
/** For suggestions only: `TextDecoder` knows some hundred more. */
const ENCODINGS = ['auto', 'utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'gbk', 'gb2312', 'big5']

/** What the arguments ask for, where they do not say it by a configuration. Throws `PlanparseError` where they are wrong. */
export function readArguments(argv: readonly string[], lang: Lang, settings: Config = {}): Request {
  let printed = ''
  let request: Request | undefined
  const print = (text: string) => {
    printed += text
  }
  const program = programOf(lang, settings, print, (made) => {
    request = made
  })
  try {
    program.parse(argv, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode !== 0) throw faultOf(error)
    return { kind: 'print', text: printed }
  }
  return request as Request
}

/** The language, needed before anything is said, also about a wrong option. */
export function languageOf(argv: readonly string[], usual: Lang = 'zh'): Lang {
  const index = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='))
  const value = argv[index]?.slice('--lang='.length) || argv[index + 1]
  if (index < 0) return usual
  return value === 'en' ? 'en' : 'zh'
}

/** The help alone: for someone who started the program without anything to read. */
export function usage(lang: Lang): string {
  const words = WORDS[lang]
  return `${(words.titles as Record<string, string>)['Usage:'] ?? 'Usage:'} planparse ${words.usage}\n${words.examples}\n`
}

function programOf(
  lang: Lang,
  settings: Config,
  print: (text: string) => void,
  done: (request: Request) => void,
): Command {
  const words = WORDS[lang]
  const titles: Record<string, string> = words.titles
  const program = new Command('planparse')
    .exitOverride()
    .configureOutput({ writeOut: print, writeErr: () => {} })
    .enablePositionalOptions()
    .helpCommand(false)
    .helpOption('-h, --help', words.help)
    .version(VERSION, '-V, --version', words.version)
    .configureHelp({ styleTitle: (title) => titles[title] ?? title, helpWidth: 100, displayWidth: columnsOf })
    .description(words.description)
    .usage(words.usage)
    .argument('[files...]', words.files)
    .addHelpText('after', words.examples)
    .action((files: string[], options: Record<string, unknown>) => done(conversion(files, options, lang, settings)))
  for (const row of OPTIONS) program.addOption(optionOf(row, lang))
  program
    .command('deadline')
    .description(words.deadline)
    .usage(words.deadlineUsage)
    .argument('[phrases...]', words.phrases)
    .helpOption('-h, --help', words.help)
    .option('--lang <zh|en>')
    .action((phrases: string[], _options: unknown, command: Command) =>
      done(deadlineReading(phrases, command.optsWithGlobals(), lang, settings)),
    )
  for (const row of DEADLINE_OPTIONS) program.commands[0]?.addOption(new Option(row.flags, row[lang]))
  const merge = program
    .command('merge')
    .description(words.merge)
    .usage(words.mergeUsage)
    .argument('[files...]', words.mergeFiles)
    .helpOption('-h, --help', words.help)
    .action((files: string[], _options: unknown, command: Command) =>
      done(merging(files, command.optsWithGlobals(), lang, settings)),
    )
  for (const row of MERGE_OPTIONS) merge.addOption(optionOf(row, lang))
  program.addCommand(checkCommand(program, lang, settings, done))
  program.addCommand(verifyCommand(program, lang, settings, done))
  return program
}

function optionOf(row: (typeof OPTIONS | typeof MERGE_OPTIONS)[number], lang: Lang): Option {
  const option = new Option(row.flags, row[lang])
  return 'many' in row ? option.argParser(gathered) : option
}

/** Given to the program with its ways: how it prints, and that it throws in place of ending the process. */
function checkCommand(program: Command, lang: Lang, settings: Config, done: (request: Request) => void): Command {
  const words = WORDS[lang]
  const command = new Command('check')
    .copyInheritedSettings(program)
    .description(words.check)
    .usage(words.usage)
    .argument('[files...]', words.files)
    .helpOption('-h, --help', words.help)
    .addHelpText('after', words.checkExamples)
    .action((names: string[], own: Record<string, unknown>) =>
      done(checking(names, own, program.opts(), lang, settings)),
    )
  for (const row of CHECK_OPTIONS) command.addOption(new Option(row.flags, row[lang]))
  return command
}

function verifyCommand(program: Command, lang: Lang, settings: Config, done: (request: Request) => void): Command {
  const words = WORDS[lang]
  const command = new Command('verify')
    .copyInheritedSettings(program)
    .description(words.verify)
    .usage(words.usage)
    .argument('[files...]', words.files)
    .helpOption('-h, --help', words.help)
    .addHelpText('after', words.verifyExamples)
    .action((names: string[], own: Record<string, unknown>) =>
      done(verifying(names, own, program.opts(), lang, settings)),
    )
  for (const row of VERIFY_OPTIONS) command.addOption(new Option(row.flags, row[lang]))
  return command
}

/** What every command is told that reads documents. */
function reading(names: string[], options: Record<string, unknown>, lang: Lang, settings: Config): Reading {
  const word = (name: string) => (options[name] as string | undefined) ?? null
  checkChoice('--lang', word('lang'), ['zh', 'en'])
  return {
    lang,
    names,
    output: word('output'),
    filesFrom: word('filesFrom'),
    nul: options.null === true,
    ignore: options.ignore !== false,
    maxSize: size(word('maxSize') ?? '256M'),
    from: inputFormat(word('from') ?? 'auto'),
    encoding: encoding(word('encoding') ?? settings.encoding ?? 'auto'),
    convert: options.convert === true,
    year: year(word('year')) ?? settings.year ?? null,
    quiet: options.quiet === true,
    colour: options.color !== false,
    ...configured(options, settings),
  }
}

function configured(options: Record<string, unknown>, settings: Config) {
  const config = (options.config ?? null) as ConfigChoice
  return { config, printConfig: options.printConfig === true, settings }
}

function conversion(names: string[], options: Record<string, unknown>, lang: Lang, settings: Config): Conversion {
  const word = (name: string) => (options[name] as string | undefined) ?? null
  refusePlannedCommand(names[0])
  checkChoice('--stage', word('stage'), STAGES)
  checkChoice('--markdown', word('markdown'), ['list', 'table'])
  checkChoice('--by', word('by'), ['unit'])
  checkChoice('--split', word('split'), ['unit'])
  checkChoice('--preset', word('preset'), Object.keys(PRESETS))
  refuseContradictions(options)
  return {
    kind: 'convert',
    ...reading(names, options, lang, settings),
    writer: writerFor(word('format') ?? impliedFormat(word), word('output')),
    selection: selection(options),
    by: word('by') as 'unit' | null,
    split: word('split') as 'unit' | null,
    summary: options.summary === true,
    jobs: count('--jobs', word('jobs')),
    timeout: count('--timeout', word('timeout')),
    manifest: word('manifest'),
    resume: options.resume === true,
    records: options.records === true,
    stage: word('stage') as Stage | null,
    explain: options.explain === true,
    markdown: (word('markdown') ?? 'list') as 'list' | 'table',
    preset: word('preset') as PresetName | null,
    columns: options.columns === undefined ? null : readColumns(word('columns') ?? ''),
    bom: (options.bom as boolean | undefined) ?? null,
    withText: options.withText === true,
    array: options.array === true,
    rawCsv: options.rawCsv === true,
    strict: options.strict === true,
  }
}

/** `before` are the options that stand before the command's name. */
function checking(
  names: string[],
  own: Record<string, unknown>,
  before: Record<string, unknown>,
  lang: Lang,
  settings: Config,
): Checking {
  const options = { ...before, ...own, color: before.color !== false && own.color !== false }
  const { reporter, failOn, strict, fix, write } = options as Record<string, unknown>
  checkChoice('--reporter', (reporter as string | undefined) ?? null, REPORTER_NAMES)
  checkChoice('--fail-on', (failOn as string | undefined) ?? null, ['warning', 'error'])
  return {
    kind: 'check',
    ...reading(names, options, lang, settings),
    reporter: (reporter as string | undefined) ?? 'text',
    failOn: strict === true ? 'warning' : ((failOn as Checking['failOn'] | undefined) ?? settings.failOn ?? null),
    fix: fix === true,
    write: write === true,
  }
}

/** `before` are the options that stand before the command's name. */
function verifying(
  names: string[],
  own: Record<string, unknown>,
  before: Record<string, unknown>,
  lang: Lang,
  settings: Config,
): Verifying {
  const options = { ...before, ...own, color: before.color !== false && own.color !== false }
  const { format = 'text', map } = options as Record<string, unknown>
  checkChoice('--format', format as string, ['text', 'json'])
  return {
    kind: 'verify',
    ...reading(names, options, lang, settings),
    format: format as 'text' | 'json',
    map: map === true,
  }
}

/** What an option that may be given several times has gathered. */
function gathered(value: string, before: string[] = []): string[] {
  return [...before, value]
}

function selection(options: Record<string, unknown>): Selection {
  const words = (name: 'unit' | 'section') => {
    const given = (options[name] ?? []) as string[]
    // As of an unset variable: every name contains it.
    if (given.some((word) => word.trim() === '')) throw new PlanparseError('option-without-value', `--${name}`)
    return given
  }
  return {
    units: words('unit'),
    role: role((options.role as string | undefined) ?? null),
    dueBefore: date('--due-before', (options.dueBefore as string | undefined) ?? null),
    sections: words('section'),
  }
}

/** By the names in the output, and by those in the documents. */
const ROLE_NAMES: Readonly<Record<string, UnitRole>> = {
  lead: 'lead',
  responsible: 'responsible',
  support: 'support',
  supervisor: 'supervisor',
  牵头: 'lead',
  责任: 'responsible',
  配合: 'support',
  领导: 'supervisor',
}

function role(name: string | null): UnitRole | null {
  checkChoice('--role', name, Object.keys(ROLE_NAMES))
  return name === null ? null : (ROLE_NAMES[name] as UnitRole)
}

/** What is printed in place of the tasks, and what would have no effect on it. */
const CONTRADICTIONS: readonly (readonly [option: string, others: readonly string[]])[] = [
  ['--summary', ['--by', '--split', '--stage', '--explain']],
  ['--stage', ['--explain', '--by', '--split', '--unit', '--role', '--due-before', '--section']],
  ['--records', ['--summary', '--by', '--split', '--stage', '--explain', '--files-from', '--manifest', '--output']],
  ['--records', ['--jobs', '--timeout', '--resume']],
  ['--explain', ['--by', '--split', '--unit', '--role', '--due-before', '--section']],
]

function refuseContradictions(options: Record<string, unknown>): void {
  const isGiven = (flag: string) => options[new Option(flag).attributeName()] !== undefined
  for (const [name, others] of CONTRADICTIONS) {
    const other = isGiven(name) && others.find(isGiven)
    if (other) throw new PlanparseError('options-contradict', { name, known: [other] })
  }
}

function merging(names: string[], options: Record<string, unknown>, lang: Lang, settings: Config): Merging {
  const prefer = (options.prefer as string | undefined) ?? 'plan'
  checkChoice('--prefer', prefer, ['plan', 'ledger'])
  // Columns are those of the ledgers as well: they do not ask for a table.
  const writer = writerFor(
    (options.format as string | undefined) ?? null,
    (options.output as string | undefined) ?? null,
  )
  return { ...conversion(names, options, lang, settings), kind: 'merge', writer, prefer: prefer as Merging['prefer'] }
}

function deadlineReading(
  phrases: string[],
  options: Record<string, unknown>,
  lang: Lang,
  settings: Config,
): DeadlineReading {
  checkChoice('--lang', (options.lang as string | undefined) ?? null, ['zh', 'en'])
  return {
    kind: 'deadline',
    lang,
    phrases,
    year: year((options.year as string | undefined) ?? null) ?? settings.year ?? null,
    issuedOn: date('--issued-on', (options.issuedOn as string | undefined) ?? null),
    quiet: options.quiet === true,
    colour: options.color !== false,
    ...configured(options, settings),
  }
}

function refusePlannedCommand(name: string | undefined): void {
  if (name !== undefined && PLANNED_COMMANDS.includes(name)) throw new PlanparseError('command-not-built', name)
}

/** A kind of Markdown asks for Markdown, columns for a table; where there is an output, its name says it. */
function impliedFormat(word: (name: string) => string | null): string | null {
  if (word('output') && word('output') !== '-') return null
  if (word('markdown')) return 'markdown'
  return (word('preset') ?? word('columns')) ? 'csv' : null
}

/** The writer of a name, else of the output's extension; `null` where neither says it. */
function writerFor(format: string | null, output: string | null): Writer | null {
  if (format !== null) return writerOf(format, nearest(format, FORMATS))
  const named = output === null ? null : formatOfName(output)
  return named === null ? null : writerOf(named)
}

function inputFormat(name: string): string {
  if (INPUTS.includes(name)) return name
  const code = PLANNED_INPUTS.includes(name) ? 'format-not-built' : 'unknown-format'
  throw new PlanparseError(code, { name, near: nearest(name, INPUTS), known: INPUTS })
}

function encoding(label: string): string {
  if (label === 'auto') return label
  try {
    return new TextDecoder(label).encoding
  } catch {
    throw new PlanparseError('unknown-encoding', { name: label, near: nearest(label, ENCODINGS) })
  }
}

function year(value: string | null): number | null {
  if (value === null) return null
  if (!/^[1-9]\d{3}$/.test(value)) throw new PlanparseError('bad-year', value)
  return Number(value)
}

/** A number of things, from 1. */
function count(option: string, value: string | null): number | null {
  if (value === null) return null
  if (!/^[1-9]\d{0,5}$/.test(value)) throw new PlanparseError('bad-number', `${option} ${value}`)
  return Number(value)
}

const UNITS: Readonly<Record<string, number>> = { '': 1, K: 1 << 10, M: 1 << 20, G: 1 << 30 }

/** `64M` → bytes. */
function size(value: string): number {
  const [, number, unit] = /^([1-9]\d{0,9})([KMG]?)B?$/i.exec(value) ?? []
  if (number === undefined || unit === undefined) throw new PlanparseError('bad-size', value)
  return Number(number) * (UNITS[unit.toUpperCase()] as number)
}

/** A calendar date that exists: `2023-02-30` does not come back the same from `Date`. */
function date(option: string, value: string | null): string | null {
  if (value === null) return null
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value) {
    throw new PlanparseError('bad-date', { name: value, known: [option] })
  }
  return value
}

function checkChoice(option: string, value: string | null, known: readonly string[]): void {
  if (value === null || known.includes(value)) return
  const near = nearest(value, known)
  throw new PlanparseError('unknown-value', { name: `${option} ${value}`, near: near && `${option} ${near}`, known })
}

/** Commander's English sentence → ours; it quotes what is wrong. */
function faultOf(error: CommanderError): PlanparseError {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? error.message
  const codes: Record<string, FaultCode> = { 'commander.optionMissingArgument': 'option-without-value' }
  const name = quoted.split('=')[0] as string
  const flags = [...OPTIONS, ...MERGE_OPTIONS, ...CHECK_OPTIONS, ...VERIFY_OPTIONS]
    .flatMap((row) => row.flags.match(/--[a-z-]+/) ?? [])
    .concat('--help', '--version')
  return new PlanparseError(codes[error.code] ?? 'unknown-option', { name, near: nearest(name, flags) })
}

/** Width in columns, near enough to set a help text. */
function columnsOf(text: string): number {
  let columns = 0
  for (const character of text) columns += character >= '\u2e80' ? 2 : 1
  return columns
}
