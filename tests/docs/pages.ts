/** The pages people read, and what stands in their fences. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '../..')

/** All Markdown pages of the project, by their paths. */
export const PAGES: string[] = [
  ...['README.md', 'README.zh-CN.md', 'CHANGELOG.md', 'CONTRIBUTING.md'].filter((name) => existsSync(join(ROOT, name))),
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`)
    .sort(),
]

export const textOf = (page: string) => readFileSync(join(ROOT, page), 'utf8')

/** ```` ```language word ````: a word with a dot in it names the file that the fence shows. */
export interface Fence {
  page: string
  /** The line of its opening marks, from 1. */
  line: number
  language: string
  word: string
  body: string
}

export function fencesOf(page: string): Fence[] {
  const text = textOf(page)
  return Array.from(text.matchAll(/^(`{3,})(\w+)(?: (\S+))?\n([\s\S]*?)^\1$/gm), (match) => {
    const [, , language = '', word = '', body = ''] = match
    return { page, line: text.slice(0, match.index).split('\n').length, language, word, body }
  })
}

/** A command with what it prints, as a terminal shows them. */
export interface Command {
  line: number
  command: string
  output: string
}

/** The commands of a `console` fence: each begins with `$ `, and goes on after a `\`. */
export function commandsOf({ line, body }: Fence): Command[] {
  const commands: Command[] = []
  let goesOn = false
  for (const [i, each] of body.split(/(?<=\n)/).entries()) {
    const last = commands.at(-1)
    if (goesOn && last) last.command += `\n${each.trimEnd()}`
    else if (each.startsWith('$ ')) commands.push({ line: line + 1 + i, command: each.slice(2).trimEnd(), output: '' })
    else if (last) last.output += each
    goesOn = each.endsWith('\\\n') && (goesOn || each.startsWith('$ '))
  }
  return commands
}

/** The tables of a page: rows of cells, headings first. */
export function tablesOf(page: string): { line: number; rows: string[][] }[] {
  const text = textOf(page)
  return Array.from(text.matchAll(/(?:^\|.*\|\n)+/gm), (match) => {
    const [head = [], , ...rows] = match[0]
      .trimEnd()
      .split('\n')
      .map((row) =>
        row
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      )
    return { line: text.slice(0, match.index).split('\n').length, rows: [head, ...rows] }
  })
}
