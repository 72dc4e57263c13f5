/**
 * Scripts that complete command lines, one for each shell, all made from the tree of commands. A script asks nothing of
 * planparse when it runs.
 */
import type { Lang } from '../message.ts'
import { COMMAND_NAMES, COMMANDS, type CommandRow } from './commands.ts'
import { namesOf, type OptionRow, placeholderOf } from './flags.ts'
import { WORDS } from './words.ts'

const SHELLS = { bash, zsh, fish, powershell } as const
export type Shell = keyof typeof SHELLS

/** The script for a shell; descriptions, where it shows them, in the language. */
export function completion(shell: Shell, lang: Lang): string {
  return SHELLS[shell](lang)
}

const ROWS: readonly CommandRow[] = COMMANDS

function optionsOf(row: CommandRow): OptionRow[] {
  return [...row.options, { flags: '-h, --help', zh: WORDS.zh.help, en: WORDS.en.help }]
}

/** What the value of an option may be; `null` where anything may. */
function choicesOf({ values, like }: OptionRow): readonly string[] | null {
  return values ?? like ?? null
}

/** What may follow beside options: commands, and names that are no files. */
function wordsOf({ name, argument }: CommandRow): readonly string[] {
  return name === '' ? COMMAND_NAMES : (argument?.values ?? [])
}

/** Whether files may follow. */
function takesFiles({ argument }: CommandRow): boolean {
  return argument !== undefined && !argument.values && !argument.free
}

function bash(): string {
  const values = ROWS.flatMap((row) =>
    row.options.flatMap((option) => {
      const choices = choicesOf(option)
      if (placeholderOf(option) === null) return []
      const names = namesOf(option).map((name) => `${row.name}:${name}`)
      const files = option.path ? ' files=1' : ''
      return [`    ${names.join('|')}) words='${choices?.join(' ') ?? ''}'${files} ;;`]
    }),
  )
  const rest = ROWS.map((row) => {
    const options = optionsOf(row).flatMap(namesOf).join(' ')
    return `      '${row.name}') options='${options}' words='${wordsOf(row).join(' ')}'${takesFiles(row) ? ' files=1' : ''} ;;`
  })
  return `# bash completion of planparse
_planparse() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} command= options= words= files= i
  # --format=csv comes as three words.
  if [[ $cur == = ]]; then cur=
  elif [[ $prev == = ]]; then prev=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case \${COMP_WORDS[i]} in
      ${COMMAND_NAMES.join('|')}) command=\${COMP_WORDS[i]}; break ;;
    esac
  done
  case $command:$prev in
${values.join('\n')}
    *)
      case $command in
${rest.map((line) => `  ${line}`).join('\n')}
      esac
      if [[ $cur == -* ]]; then words=$options files=; fi
      ;;
  esac
  local IFS=$'\\n'
  COMPREPLY=($(compgen -W "\${words// /$'\\n'}" -- "$cur"))
  if [[ $files ]]; then COMPREPLY+=($(compgen -f -- "$cur")); fi
}
complete -o filenames -F _planparse planparse
`
}

function zsh(lang: Lang): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`
  // In brackets; a colon ends what it stands in.
  const described = (text: string) => text.replace(/[[\]\\:]/g, '\\$&')
  const action = (option: OptionRow) => {
    const choices = choicesOf(option)
    if (choices) return `(${choices.join(' ')})`
    return option.path ? '_files' : ' '
  }
  const specs = (row: CommandRow) => [
    ...optionsOf(row).map((option) => {
      const names = namesOf(option)
      const value = placeholderOf(option)
      const what = `[${described(option[lang])}]${value === null ? '' : `:${described(value)}:${action(option)}`}`
      const repeated = option.many ? '*' : ''
      return names.length === 1
        ? quoted(`${repeated}${names[0]}${what}`)
        : `'(${names.join(' ')})'{${names.join(',')}}${quoted(what)}`
    }),
    quoted(`*:${described(row.argument?.[lang] ?? '')}:${positional(row)}`),
  ]
  const positional = (row: CommandRow) => {
    if (row.name === '') return '_planparse_first'
    return takesFiles(row) ? '_files' : `(${wordsOf(row).join(' ')})`
  }
  const commands = ROWS.filter(({ name }) => name !== '').map(
    ({ name, about }) => `    ${quoted(`${name}:${about[lang].replaceAll(':', '\\:')}`)}`,
  )
  const cases = ROWS.map((row) => `    ('${row.name}') _arguments -s \\\n      ${specs(row).join(' \\\n      ')} ;;`)
  return `#compdef planparse
# zsh completion of planparse
_planparse_first() {
  local -a commands=(
${commands.join('\n')}
  )
  _alternative 'commands:command:{_describe command commands}' 'files:file:_files'
}
_planparse() {
  local command= word
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case $word in
      (${COMMAND_NAMES.join('|')}) command=$word; break ;;
    esac
  done
  case $command in
${cases.join('\n')}
  esac
}
if [[ $funcstack[1] == _planparse ]]; then _planparse "$@"; else compdef _planparse planparse; fi
`
}

function fish(lang: Lang): string {
  const quoted = (text: string) => `'${text.replace(/['\\]/g, '\\$&')}'`
  const lines = ROWS.flatMap((row) => {
    const at = `complete -c planparse -n ${quoted(`__planparse_at '${row.name}'`)}`
    const options = optionsOf(row).map((option) => {
      const names = namesOf(option).map((name) =>
        name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`,
      )
      const choices = choicesOf(option)
      const taken = option.path ? ' -r -F' : ' -x'
      const value = placeholderOf(option) === null ? '' : taken + (choices ? ` -a ${quoted(choices.join(' '))}` : '')
      return `${at} ${names.join(' ')}${value} -d ${quoted(option[lang])}`
    })
    const words = wordsOf(row).map((word) => {
      const about = row.name === '' ? ROWS.find(({ name }) => name === word)?.about[lang] : undefined
      return `${at} -a ${quoted(word)}${about ? ` -d ${quoted(about)}` : ''}`
    })
    return [...options, ...words, ...(takesFiles(row) ? [] : [`${at} -f`])]
  })
  return `# fish completion of planparse
function __planparse_at
    set -l typed (commandline -opc)
    for word in $typed[2..-1]
        if contains -- $word ${COMMAND_NAMES.join(' ')}
            test $word = $argv[1]
            return
        end
    end
    test -z $argv[1]
end
${lines.join('\n')}
`
}

/** In ASCII alone: on Chinese Windows PowerShell reads what a program prints in another encoding. */
function powershell(): string {
  const list = (words: readonly string[]) =>
    `@(${words
      .filter((word) => /^[!-~]+$/.test(word))
      .map((word) => `'${word}'`)
      .join(', ')})`
  const rows = ROWS.map((row) => {
    const values = row.options.flatMap((option) => {
      const choices = choicesOf(option)
      return choices ? namesOf(option).map((name) => `'${name}' = ${list(choices)}`) : []
    })
    return `    '${row.name}' = @{
      options = ${list(optionsOf(row).flatMap(namesOf))}
      words = ${list(wordsOf(row))}
      values = @{ ${values.join('; ')} }
    }`
  })
  return `# PowerShell completion of planparse
Register-ArgumentCompleter -Native -CommandName planparse -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $tree = @{
${rows.join('\n')}
  }
  $typed = @($commandAst.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { "$_" })
  $command = ''
  foreach ($word in $typed) {
    if ($word -and $tree.ContainsKey($word)) { $command = $word; break }
  }
  $row = $tree[$command]
  $before = if ($typed.Count -gt 0) { $typed[-1] } else { '' }
  $choices = if ($row.values.ContainsKey($before)) { $row.values[$before] }
    elseif ($wordToComplete -like '-*') { $row.options }
    else { $row.words }
  $choices | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`
}
