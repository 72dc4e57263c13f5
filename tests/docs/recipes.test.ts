/** docs/recipes.md, where jq, pandas and DuckDB are not there to try it: the fields that it names are fields. */
import { expect, test } from 'vitest'
import { inProcess, NOTICE, scratch } from '../cli/hosts.ts'
import { commandsOf, fencesOf } from './pages.ts'

const fences = fencesOf('docs/recipes.md')

/** The names of all fields of a value, at any depth. */
function fieldsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(fieldsOf)
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, held]) => [name, ...fieldsOf(held)])
}

function namesIn(text: string, ...patterns: RegExp[]): string[] {
  return patterns.flatMap((pattern) => Array.from(text.matchAll(pattern), ([, name = '']) => name))
}

test('the pipelines ask for fields that there are', async () => {
  const records = [{ id: 1, text: NOTICE }, { id: 2 }].map((each) => `${JSON.stringify(each)}\n`).join('')
  const folder = scratch()
  const run = await inProcess({ argv: ['--records', '-f', 'ndjson'], cwd: folder.path, stdin: records })
  folder.drop()
  const fields = new Set(
    fieldsOf(
      run.stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ),
  )

  const programs = fences.flatMap(commandsOf).flatMap(({ command }) => /^jq[^']*'([\s\S]*)'/.exec(command)?.[1] ?? [])
  const scripts = fences.filter(({ language }) => language === 'python').map(({ body }) => body)
  const asked = [
    ...namesIn(programs.join('\n'), /\.([a-z]\w*)/gi),
    ...namesIn(scripts.join('\n'), /\w\['(\w+)'\]/g, /unnest\((\w+)\)/g, /\bunit\.(\w+)/g, /min\((\w+)\)/g),
  ]
  expect([programs.length, scripts.length]).toEqual([6, 2])
  expect(asked).toEqual(expect.arrayContaining(['due', 'units', 'name', 'role', 'error', 'code', 'year', 'kind']))
  expect(asked.filter((name) => !fields.has(name))).toEqual([])
})
