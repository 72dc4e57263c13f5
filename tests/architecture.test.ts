/** Holds what docs and design say about imports: which folder may use which, and that there is no cycle. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

const SRC = join(import.meta.dirname, '../src')

interface Import {
  from: string
  /** A path under src, or a package's name. */
  to: string
  typeOnly: boolean
}

const IMPORT = /^\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm

function importsOf(file: string): Import[] {
  const source = readFileSync(join(SRC, file), 'utf8')
  return Array.from(source.matchAll(IMPORT), ([statement, type, path, dynamic]) => {
    const target = path ?? dynamic ?? ''
    const to = target.startsWith('.') ? relative(SRC, join(SRC, dirname(file), target)) : packageOf(target)
    return { from: file, to, typeOnly: type !== undefined || namesTypesOnly(statement) }
  })
}

/** `import { type A, type B } from` loads nothing either; `import a, { type B } from` does. */
function namesTypesOnly(statement: string): boolean {
  const names = /^\s*(?:import|export)\s*\{([^}]*)\}/.exec(statement)?.[1]?.split(',') ?? []
  const given = names.map((name) => name.trim()).filter(Boolean)
  return given.length > 0 && given.every((name) => name.startsWith('type '))
}

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
const imports = files.flatMap(importsOf)
const inside = imports.filter(({ to }) => to.endsWith('.ts'))
const outside = imports.filter(({ to }) => !to.endsWith('.ts'))
const folderOf = (file: string) => (file.includes('/') ? (file.split('/')[0] as string) : '')

/** Leaves: they know no stage. */
const LEAVES = ['text', 'terms', 'deadline']
/** The stages of the walk, in its order. */
const STAGES = ['read', 'layout', 'document', 'outline', 'annotate', 'resolve']
/** Files that everything may use. */
const CONTRACT = ['plan.ts', 'message.ts', 'position.ts', 'error.ts', 'stages.ts', 'fields.ts', 'tasks.ts']
/** The walk through the stages; for a text alone it need not wait for a reader to be loaded. */
const WALK = ['parse.ts', 'parse-text.ts']
/** Everything that must run in a browser. */
const isCore = (file: string) =>
  [...LEAVES, ...STAGES, 'check'].includes(folderOf(file)) ||
  [...CONTRACT, ...WALK, 'index.ts', 'unified.ts'].includes(file)

const shown = ({ from, to }: Import) => `${from} → ${to}`

test('there are files to look at', () => {
  expect(files).toContain('plan.ts')
  expect(inside.length).toBeGreaterThan(20)
})

test('types alone are told from what is loaded', () => {
  const cases = ["import { type A } from 'a'", "import a, { type B } from 'a'", "import { a, type B } from 'a'"]
  expect(cases.map(namesTypesOnly)).toEqual([true, false, false])
})

describe('import directions', () => {
  test('leaves use leaves and the contract', () => {
    const wrong = inside.filter(
      ({ from, to }) => LEAVES.includes(folderOf(from)) && !LEAVES.includes(folderOf(to)) && !CONTRACT.includes(to),
    )
    expect(wrong.map(shown)).toEqual([])
  })

  test('text and terms know nothing of deadlines', () => {
    const wrong = inside.filter(({ from, to }) => /^(?:text|terms)\//.test(from) && folderOf(to) === 'deadline')
    expect(wrong.map(shown)).toEqual([])
  })

  test('a stage uses leaves, the contract and its own folder; types of other stages only', () => {
    const wrong = inside.filter(({ from, to, typeOnly }) => {
      const own = folderOf(from)
      const allowed = LEAVES.includes(folderOf(to)) || CONTRACT.includes(to) || folderOf(to) === own
      return STAGES.includes(own) && !allowed && !(typeOnly && STAGES.includes(folderOf(to)))
    })
    expect(wrong.map(shown)).toEqual([])
  })

  test('only the walk sees several stages', () => {
    const wrong = inside.filter(
      ({ from, to, typeOnly }) =>
        STAGES.includes(folderOf(to)) && folderOf(from) !== folderOf(to) && !WALK.includes(from) && !typeOnly,
    )
    expect(wrong.map(shown)).toEqual([])
  })

  test('the core uses no writer and no command line', () => {
    const wrong = inside.filter(({ from, to }) => {
      const isEntry = from === 'index.ts' && folderOf(to) === 'write'
      return isCore(from) && !isEntry && ['write', 'report', 'cli'].includes(folderOf(to))
    })
    expect(wrong.map(shown)).toEqual([])
  })

  test('rules use leaves, the contract and their own folder: a plan is all they know of a document', () => {
    const wrong = inside.filter(({ from, to }) => {
      const allowed = LEAVES.includes(folderOf(to)) || CONTRACT.includes(to) || folderOf(to) === 'check'
      return folderOf(from) === 'check' && !allowed
    })
    expect(wrong.map(shown)).toEqual([])
  })

  test('reporters know the rules, the contract and how text is made safe and set on a terminal', () => {
    const looks = ['write/visible.ts', 'write/width.ts', 'write/paint.ts']
    const wrong = inside.filter(({ from, to }) => {
      const allowed = ['check', 'report'].includes(folderOf(to)) || [...CONTRACT, ...looks, 'version.ts'].includes(to)
      return folderOf(from) === 'report' && !allowed
    })
    expect(wrong.map(shown)).toEqual([])
  })

  test('writers know no stage and no command line', () => {
    const wrong = inside.filter(
      ({ from, to }) => folderOf(from) === 'write' && ![...CONTRACT].includes(to) && folderOf(to) !== 'write',
    )
    expect(wrong.map(shown)).toEqual([])
  })
})

test('nothing imports in a circle', () => {
  const graph = new Map<string, string[]>()
  for (const { from, to, typeOnly } of inside) if (!typeOnly) graph.set(from, [...(graph.get(from) ?? []), to])
  const done = new Set<string>()
  const visit = (file: string, path: string[]): string[] => {
    if (path.includes(file)) return [[...path.slice(path.indexOf(file)), file].join(' → ')]
    if (done.has(file)) return []
    const found = (graph.get(file) ?? []).flatMap((next) => visit(next, [...path, file]))
    done.add(file)
    return found
  }
  expect(files.flatMap((file) => visit(file, []))).toEqual([])
})

describe('packages', () => {
  test('the core imports nothing of Node, and zod only where the contract is defined', () => {
    const wrong = outside.filter(
      ({ from, to, typeOnly }) =>
        isCore(from) && !typeOnly && (to.startsWith('node:') || (to === 'zod' && from !== 'plan.ts')),
    )
    expect(wrong.map(shown)).toEqual([])
  })

  test('nothing but tests loads the zod schemas: parsing uses their types alone', () => {
    const wrong = inside.filter(({ to, typeOnly }) => to === 'plan.ts' && !typeOnly)
    expect(wrong.map(shown)).toEqual([])
  })

  test('writers and reporters touch nothing of Node', () => {
    const wrong = outside.filter(
      ({ from, to }) => ['write', 'report'].includes(folderOf(from)) && to.startsWith('node:'),
    )
    expect(wrong.map(shown)).toEqual([])
  })

  /** Markdown goes in and out through the same library: its two files may both use these. */
  const MARKDOWN = ['unified', 'remark-gfm']

  test('each package enters through one file', () => {
    const entries = new Map<string, Set<string>>()
    for (const { from, to, typeOnly } of outside) {
      if (typeOnly || to.startsWith('node:')) continue
      entries.set(to, (entries.get(to) ?? new Set()).add(from))
    }
    const several = [...entries].filter(([name, users]) => !MARKDOWN.includes(name) && users.size > 1)
    expect(several.map(([name, users]) => `${name}: ${[...users].join(', ')}`)).toEqual([])
  })
})
