/** What is typed → what is asked for. */
import type { Config } from '../config.ts'
import { PlanparseError } from '../error.ts'
import type { Lang } from '../message.ts'
import type { InputFormat, Stage } from '../parse.ts'
import type { Selection } from '../select.ts'
import { FORMATS, formatOfName, writerOf } from '../write/index.ts'
import type { ColumnChoice, PresetName } from '../write/layout.ts'
import type { Writer } from '../write/writer.ts'
import { readColumns } from './columns.ts'
import { type CommandName, commandOf } from './commands.ts'
import { ENCODINGS, INPUTS, longName, type OptionRow, ROLE_NAMES } from './flags.ts'
import { nearest } from './nearest.ts'
import { keyOf, type Options, type Printing, typedIn } from './program.ts'

export type { Printing } from './program.ts'

/** A file, `false` for none, `null` for the one that is found, which then takes its place. */
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
  from: 'auto' | InputFormat
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

/** Print something about planparse itself. */
export interface Reference {
  kind: 'schema' | 'completion' | 'man'
  lang: Lang
  /** Which schema, or for which shell; `''` where there is one thing alone. */
  name: string
  output: string | null
}

/** What a configuration holds for. */
export type Configured = Conversion | Checking | Verifying | Merging | DeadlineReading
export type Request = Configured | Reference | Printing

/** Input formats that are planned, and until then refused by name. */
const PLANNED_INPUTS = ['doc', 'wps', 'xls', 'json', 'ofd']

/** What a command is asked for. */
type Reader = (names: string[], options: Options, lang: Lang, settings: Config) => Request

const READERS: Readonly<Record<CommandName, Reader>> = {
  '': conversion,
  check: checking,
  verify: verifying,
  merge: merging,
  deadline: deadlineReading,
  schema: (names, options, lang) => reference('schema', names, options, lang),
  completion: (names, options, lang) => reference('completion', names, options, lang),
  man: (names, options, lang) => reference('man', names, options, lang),
}

/** What the arguments ask for, where they do not say it by a configuration. Throws `PlanparseError` where they are wrong. */
export function readArguments(argv: readonly string[], lang: Lang, settings: Config = {}): Request {
  const typed = typedIn(argv, lang)
  if ('kind' in typed) return typed
  const { command, names, options } = typed
  for (const row of commandOf(command).options) checkChoice(row, options)
  return READERS[command](names, options, lang, settings)
}

/** The language, needed before anything is said, also about a wrong option. */
export function languageOf(argv: readonly string[], usual: Lang = 'zh'): Lang {
  const index = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='))
  const value = argv[index]?.slice('--lang='.length) || argv[index + 1]
  if (index < 0) return usual
  return value === 'en' ? 'en' : 'zh'
}

/** The short help: for someone who started the program without anything to read. */
export function usage(lang: Lang): string {
  return (typedIn(['-h'], lang) as Printing).text
}

/** What every command is told that reads documents. */
function reading(names: string[], options: Options, lang: Lang, settings: Config): Reading {
  const word = (name: string) => (options[name] as string | undefined) ?? null
  if (options.null && !options.filesFrom) throw new PlanparseError('null-without-list')
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

function configured(options: Options, settings: Config) {
  const config = (options.config ?? null) as ConfigChoice
  return { config, printConfig: options.printConfig === true, settings }
}

function conversion(names: string[], options: Options, lang: Lang, settings: Config): Conversion {
  const word = (name: string) => (options[name] as string | undefined) ?? null
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

function checking(names: string[], options: Options, lang: Lang, settings: Config): Checking {
  const { reporter, failOn, strict, fix, write } = options
  if (strict && failOn !== undefined && failOn !== 'warning') throw contradiction('--strict', '--fail-on')
  // The corrected text comes in place of the report.
  if (fix && !write && reporter) throw contradiction('--fix', '--reporter')
  const least = strict ? 'warning' : (failOn ?? settings.failOn ?? 'none')
  return {
    kind: 'check',
    ...reading(names, options, lang, settings),
    reporter: (reporter as string | undefined) ?? 'text',
    failOn: least === 'none' ? null : (least as Checking['failOn']),
    fix: fix === true,
    write: write === true,
  }
}

function verifying(names: string[], options: Options, lang: Lang, settings: Config): Verifying {
  return {
    kind: 'verify',
    ...reading(names, options, lang, settings),
    format: (options.format as Verifying['format'] | undefined) ?? 'text',
    map: options.map === true,
  }
}

function selection(options: Options): Selection {
  const words = (name: 'unit' | 'section') => {
    const given = (options[name] ?? []) as string[]
    // As of an unset variable: every name contains it.
    if (given.some((word) => word.trim() === '')) throw new PlanparseError('option-without-value', `--${name}`)
    return given
  }
  return {
    units: words('unit'),
    role: options.role === undefined ? null : (ROLE_NAMES[options.role as string] ?? null),
    dueBefore: date('--due-before', (options.dueBefore as string | undefined) ?? null),
    sections: words('section'),
  }
}

/** What is printed in place of the tasks, and what would have no effect on it. */
const CONTRADICTIONS: readonly (readonly [option: string, others: readonly string[]])[] = [
  ['--summary', ['--by', '--split', '--stage', '--explain']],
  ['--stage', ['--explain', '--by', '--split', '--unit', '--role', '--due-before', '--section']],
  ['--records', ['--summary', '--by', '--split', '--stage', '--explain', '--files-from', '--manifest', '--output']],
  ['--records', ['--jobs', '--timeout', '--resume']],
  ['--explain', ['--by', '--split', '--unit', '--role', '--due-before', '--section']],
]

function refuseContradictions(options: Options): void {
  const isGiven = (flag: string) => options[keyOf(flag)] !== undefined
  for (const [name, others] of CONTRADICTIONS) {
    const other = isGiven(name) && others.find(isGiven)
    if (other) throw contradiction(name, other)
  }
}

function contradiction(name: string, other: string): PlanparseError {
  return new PlanparseError('options-contradict', { name, known: [other] })
}

function merging(names: string[], options: Options, lang: Lang, settings: Config): Merging {
  const prefer = (options.prefer as string | undefined) ?? 'plan'
  // Columns are those of the ledgers as well: they do not ask for a table.
  const writer = writerFor(
    (options.format as string | undefined) ?? null,
    (options.output as string | undefined) ?? null,
  )
  return { ...conversion(names, options, lang, settings), kind: 'merge', writer, prefer: prefer as Merging['prefer'] }
}

function deadlineReading(phrases: string[], options: Options, lang: Lang, settings: Config): DeadlineReading {
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

function reference(kind: Reference['kind'], names: string[], options: Options, lang: Lang): Reference {
  const { argument, options: rows } = commandOf(kind)
  const [name = '', more] = names
  if (argument && name === '') throw new PlanparseError('argument-missing', { name: kind, known: argument.values })
  const wrong = argument?.values?.includes(name) ? undefined : name
  if (wrong) {
    const known = argument?.values ?? rows.map(longName)
    const near = nearest(wrong, known)
    throw new PlanparseError('unknown-value', { name: `${kind} ${wrong}`, near: near && `${kind} ${near}`, known })
  }
  if (more !== undefined) throw new PlanparseError('argument-several', { name: kind, at: more })
  return { kind, lang, name, output: (options.output as string | undefined) ?? null }
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

function inputFormat(name: string): Reading['from'] {
  if (INPUTS.includes(name)) return name as Reading['from']
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

/** Throws `PlanparseError` where an option has a value that it cannot have. */
function checkChoice(row: OptionRow, options: Options): void {
  const option = longName(row)
  const value = options[keyOf(option)]
  // As of an unset variable.
  if (value === '') throw new PlanparseError('option-without-value', option)
  if (row.values === undefined || value === undefined || row.values.includes(value as string)) return
  const near = nearest(value as string, row.values)
  throw new PlanparseError('unknown-value', {
    name: `${option} ${value}`,
    near: near && `${option} ${near}`,
    known: row.values,
  })
}
