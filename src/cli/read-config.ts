/** The text of a configuration → what it says, or one sentence about the first thing that is wrong. */
import { isAlias, isNode, type Node, parseDocument, visit } from 'yaml'
import type * as z from 'zod'
import { Config } from '../config.ts'
import { PlanparseError } from '../error.ts'
import { labelKey } from '../terms/labels.ts'
import { nearest } from './nearest.ts'

/** `file` as it is named in sentences; its extension tells JSON from YAML. Throws `PlanparseError`. */
export function readConfig(text: string, file: string): Config {
  const data = dataOf(text, file)
  const { data: config, error } = Config.safeParse(data)
  if (error) throw faultOf(error.issues, data, file)
  refuseTwice(config, file)
  return config
}

function dataOf(text: string, file: string): unknown {
  try {
    return /\.ya?ml$/i.test(file) ? yamlIn(text, file) : jsonIn(text, file)
  } catch (error) {
    if (error instanceof PlanparseError) throw error
    // JSON that is YAML, such as one with comments; or deeper than the stack.
    throw new PlanparseError('config-syntax', { name: file })
  }
}

/** Brackets in brackets, signs of lists and keys before others, or blanks: more than any configuration has. */
const DEEPEST = 100
const INDENTED = new RegExp(`^(?:[ \\t]|[-?:](?=[ \\t])){${DEEPEST}}`, 'm')

/**
 * The line at which a text is nested deeper than it can be meant; `null` where it is not. The parser of YAML is
 * recursive, and where the stack overflows while an expression is compiled, Node ends the program.
 */
function lineTooDeep(text: string): number | null {
  const indented = INDENTED.exec(text)?.index ?? text.length
  let depth = 0
  let at = 0
  for (; at < indented && depth < DEEPEST; at++) {
    const sign = text[at] as string
    if (sign === '[' || sign === '{') depth++
    else if (sign === ']' || sign === '}') depth = Math.max(0, depth - 1)
  }
  return at < text.length ? text.slice(0, at).split('\n').length : null
}

function yamlIn(text: string, file: string): unknown {
  const deep = lineTooDeep(text)
  if (deep !== null) throw new PlanparseError('config-syntax', { name: file, known: [String(deep)] })
  const document = parseDocument(text, { stringKeys: true, logLevel: 'error' })
  const [error] = document.errors
  if (error?.code === 'DUPLICATE_KEY') throw keyTwice(file, text, error.pos[0])
  if (error) throw new PlanparseError('config-syntax', { name: file, known: [String(error.linePos?.[0].line ?? 1)] })
  refuseReferences(document.contents, file)
  return document.contents === null ? {} : document.toJS({ maxAliasCount: 0 })
}

/** A string, or what opens or closes an object or list. */
const TOKEN = /"(?:[^"\\]|\\.)*"?|[{}[\]]/g

function jsonIn(text: string, file: string): unknown {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch (error) {
    // What is no YAML either is told with its line.
    yamlIn(text, file)
    throw error
  }
  const open: (Set<string> | null)[] = []
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (token === '{' || token === '[') open.push(token === '{' ? new Set() : null)
    else if (token === '}' || token === ']') open.pop()
    else if (/^\s*:/.test(text.slice(index + token.length, index + token.length + 100))) {
      const keys = open.at(-1)
      const key = JSON.parse(token) as string
      if (keys?.has(key)) throw keyTwice(file, text, index)
      keys?.add(key)
    }
  }
  return data
}

function keyTwice(file: string, text: string, start: number): PlanparseError {
  const key = /^["']?([^"':\s]{0,40})/.exec(text.slice(start, start + 50))?.[1] ?? ''
  const line = text.slice(0, start).split('\n').length
  return new PlanparseError('config-key-twice', { name: file, at: key, known: [String(line)] })
}

/** Names for parts of the data, parts taken from elsewhere, and types that are not of JSON. */
function refuseReferences(contents: unknown, file: string): void {
  if (!isNode(contents)) return
  visit(contents as Node, (_, node) => {
    if (isNode(node) && (isAlias(node) || node.anchor || node.tag?.startsWith('!') || isForeign(node.tag)))
      throw new PlanparseError('config-references', file)
  })
}

function isForeign(tag: string | undefined): boolean {
  return tag !== undefined && !/^tag:yaml\.org,2002:(?:map|seq|str|int|float|bool|null)$/.test(tag)
}

function faultOf(issues: readonly z.core.$ZodIssue[], data: unknown, file: string): PlanparseError {
  // A mistyped key explains more than what is wrong elsewhere.
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? (issues[0] as z.core.$ZodIssue)
  if (issue.code !== 'unrecognized_keys') {
    return new PlanparseError('config-value', { name: file, at: pathOf(issue.path), known: allowed(issue, data) })
  }
  const [key = ''] = issue.keys
  const known = keysAt(issue.path)
  const at = pathOf([...issue.path, key])
  return new PlanparseError('config-key', { name: file, at, near: nearest(key, known), known })
}

/** `labels.lead[0]` */
function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step).slice(0, 40)}`))
    .join('')
    .replace(/^\./, '')
}

/** The keys that are known in a place. */
function keysAt([first]: readonly PropertyKey[]): string[] {
  if (first === undefined) return Object.keys(Config.shape)
  if (first === 'units') return Object.keys(Config.shape.units.unwrap().element.shape)
  return Object.keys(Config.shape[first as 'labels' | 'rules'].unwrap().shape)
}

/** What is allowed in a place: words, or the name of a phrase of `error.ts`. */
function allowed(issue: z.core.$ZodIssue, data: unknown): string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String)
  const [first] = issue.path
  if (first === 'year') return ['year']
  if (first === 'encoding') return ['encoding']
  if (issue.code === 'invalid_type' && issue.expected === 'array') return ['list']
  if (issue.code === 'invalid_type' && issue.expected === 'object') return ['object']
  if (issue.code === 'too_big') return [`≤ ${issue.maximum}`]
  if (first === 'labels' || first === 'narrative') return ['wording']
  return [first === 'units' && data !== null ? 'name' : 'text']
}

/** A wording means one thing, and a unit stands in the list once. */
function refuseTwice({ labels = {}, units = [] }: Config, file: string): void {
  const entries = [
    ...Object.entries(labels).flatMap(([meaning, list]) =>
      (list ?? []).map((label, i) => [`label ${labelKey(label)}`, `labels.${meaning}[${i}]`] as const),
    ),
    ...units.map(({ name }, i) => [`unit ${name}`, `units[${i}].name`] as const),
  ]
  const places = new Map<string, string>()
  for (const [entry, at] of entries) {
    const before = places.get(entry)
    if (before !== undefined) throw new PlanparseError('config-twice', { name: file, at, known: [before] })
    places.set(entry, at)
  }
}
