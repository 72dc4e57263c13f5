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
const CONTRACT = [
  ...[
    'plan.ts',
    'tree.ts',
    'message.ts',
    'position.ts',
    'error.ts',
    'system.ts',
    'source.ts',
    'stages.ts',
    'fields.ts',
    'tasks.ts',
  ],
  // What of a plan is asked for, and in what order it is told.
  ...['select.ts', 'units.ts', 'summary.ts', 'hash.ts'],
]
/** The walk through the stages; for a text alone it need not wait for a reader to be loaded. */
const WALK = ['parse.ts', 'parse-text.ts']
/** Readers of a phrase by itself: each shows what a leaf or a stage reads. */
const PHRASES = ['read-deadline.ts', 'read-units.ts']
/** What comes back from people: a ledger is read by the readers of documents, for their guards, but is no document. */
const MERGE = 'merge'
const LEDGER_READERS = ['read/csv.ts', 'read/decode.ts', 'read/signatures.ts', 'read/xlsx.ts']
/** Everything that must run in a browser. */
const isCore = (file: string) =>
  [...LEAVES, ...STAGES, 'check', 'verify'].includes(folderOf(file)) ||
  [...CONTRACT, ...WALK, ...PHRASES, 'index.ts', 'unified.ts'].includes(file)

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
        STAGES.includes(folderOf(to)) &&
        folderOf(from) !== folderOf(to) &&
        !WALK.includes(from) &&
        !(from === 'read-units.ts' && folderOf(to) === 'annotate') &&
        !(from === 'merge/ledger.ts' && LEDGER_READERS.includes(to)) &&
        !typeOnly,
    )
    expect(wrong.map(shown)).toEqual([])
  })

  test('merging knows leaves, the contract, the columns of ledgers, and no command line', () => {
    const allowed = [
      ...CONTRACT,
      ...LEDGER_READERS,
      'read-deadline.ts',
      'write/columns.ts',
      'write/extras.ts',
      'write/key.ts',
      'write/layout.ts',
      'write/xlsx/text.ts',
    ]
    const wrong = inside.filter(
      ({ from, to }) => folderOf(from) === MERGE && !allowed.includes(to) && ![...LEAVES, MERGE].includes(folderOf(to)),
    )
    expect(wrong.map(shown)).toEqual([])
    const users = inside.filter(({ from, to }) => folderOf(to) === MERGE && folderOf(from) !== MERGE)
    expect(new Set(users.map(({ from }) => from))).toEqual(new Set(['cli/merge.ts']))
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

  test('what proves a plan knows nothing but the contract', () => {
    const wrong = inside.filter(
      ({ from, to }) => folderOf(from) === 'verify' && folderOf(to) !== 'verify' && !CONTRACT.includes(to),
    )
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

  // They use leaves: a list that is read again must be printed by the rules by which it is read.
  test('writers know leaves and the contract, no stage and no command line', () => {
    const wrong = inside.filter(
      ({ from, to }) =>
        folderOf(from) === 'write' && ![...CONTRACT].includes(to) && ![...LEAVES, 'write'].includes(folderOf(to)),
    )
    expect(wrong.map(shown)).toEqual([])
  })
})

test('docs/architecture.md names every folder, and what it loads', () => {
  const page = readFileSync(join(SRC, '../docs/architecture.md'), 'utf8')
  const named = Array.from(page.matchAll(/^\| `(\w+)` \| .* \| ?(.*)\|$/gm), ([, folder, loads = '']) => [
    folder,
    Array.from(loads.matchAll(/`(\w+)`/g), ([, name]) => name),
  ])
  const loaded = (folder: string) =>
    inside.filter(({ from, to, typeOnly }) => folderOf(from) === folder && folderOf(to) !== '' && !typeOnly)
  const folders = [...new Set(files.map(folderOf))].filter((folder) => folder !== '')
  const others = (folder: string) =>
    [...new Set(loaded(folder).map(({ to }) => folderOf(to)))].filter((each) => each !== folder).sort()
  expect(Object.fromEntries(named)).toEqual(Object.fromEntries(folders.map((folder) => [folder, others(folder)])))
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
  test('nothing reaches a network or runs code; one file starts a program', () => {
    const users = (name: RegExp) => [...new Set(outside.filter(({ to }) => name.test(to)).map(({ from }) => from))]
    expect(users(/^node:(?:https?|http2|net|tls|dgram|dns|vm|inspector|repl)\b/)).toEqual([])
    expect(users(/^node:child_process$/)).toEqual(['cli/soffice.ts'])
    for (const file of files.filter((name) => !name.endsWith('.generated.ts'))) {
      const text = readFileSync(join(SRC, file), 'utf8')
      expect(text, file).not.toMatch(/\bfetch\(|\bWebSocket\b|\beval\(|\bnew Function\b/)
      // The thread of the PDF library is started with a program of its own text, which imports that library.
      if (file !== 'read/pdf/thread.ts') expect(text, file).not.toMatch(/\bimport\((?!')|\beval: true/)
    }
  })

  test('the core imports nothing of Node, and zod only where the contract is defined', () => {
    const wrong = outside.filter(
      ({ from, to, typeOnly }) =>
        isCore(from) && !typeOnly && (to.startsWith('node:') || (to === 'zod' && from !== 'plan.ts')),
    )
    expect(wrong.map(shown)).toEqual([])
  })

  test('nothing but merging and reading a configuration loads the zod schemas: parsing uses their types alone', () => {
    const readers = ['schema.ts', 'cli/read-config.ts']
    const wrong = inside.filter(
      ({ from, to, typeOnly }) =>
        ['plan.ts', 'config.ts'].includes(to) && !typeOnly && folderOf(from) !== MERGE && !readers.includes(from),
    )
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
  /** So do spreadsheets: one file reads them, one writes them; others name its types alone. */
  const SPREADSHEETS = ['hucre']
  /** Schemas stand with what they describe: the plan, corrections, and the configuration; JSON Schemas are made of them. */
  const SCHEMAS = ['zod']

  test('each package enters through one file', () => {
    const entries = new Map<string, Set<string>>()
    for (const { from, to, typeOnly } of outside) {
      if (typeOnly || to.startsWith('node:')) continue
      entries.set(to, (entries.get(to) ?? new Set()).add(from))
    }
    const several = [...entries].filter(
      ([name, users]) => ![...MARKDOWN, ...SPREADSHEETS, ...SCHEMAS].includes(name) && users.size > 1,
    )
    expect(several.map(([name, users]) => `${name}: ${[...users].join(', ')}`)).toEqual([])
    for (const name of SPREADSHEETS)
      expect([...(entries.get(name) ?? [])].sort()).toEqual(['read/xlsx.ts', 'write/xlsx.ts'])
    for (const name of SCHEMAS)
      expect([...(entries.get(name) ?? [])].sort()).toEqual([
        'config.ts',
        'merge/corrections.ts',
        'plan.ts',
        'schema.ts',
      ])
  })
})
