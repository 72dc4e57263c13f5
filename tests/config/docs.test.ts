/** docs/configuration.md: its examples are valid, and do what they say. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readConfig } from '../../src/cli/read-config.ts'
import { Config } from '../../src/config.ts'
import { check, parsePlan, type Task, tasks, toRecord } from '../../src/index.ts'

const PAGE = readFileSync(join(import.meta.dirname, '../../docs/configuration.md'), 'utf8')

interface Example {
  config: string
  file: string
  /** What follows it, by its kind. */
  shown: Record<string, string>
}

const examples: Example[] = []
for (const [, kind = '', body = ''] of PAGE.matchAll(/^```(json|yaml|text \w+)\n([\s\S]*?)^```$/gm)) {
  const [format, name] = kind.split(' ') as [string, string | undefined]
  if (name === undefined) examples.push({ config: body, file: `planparse.config.${format}`, shown: {} })
  else (examples.at(-1) as Example).shown[name] = body.trim()
}

function taskLine(id: string, { text, units, status }: Pick<Task, 'text' | 'units' | 'status'>, due: string | null) {
  const names = units.map(({ role, name, canonical }) => `${role} ${name}${canonical ? ` = ${canonical}` : ''}`)
  return `${id} ${text} | ${names.join(', ')} | ${due ?? ''} | ${status ?? ''}`.replace(/ {2,}/g, ' ').trim()
}

describe('docs/configuration.md', () => {
  test.each(examples)('is valid: $config', ({ config, file }) => {
    expect(Object.keys(readConfig(config, file))).not.toEqual([])
  })

  test('shows every key', () => {
    const shown = new Set(examples.flatMap(({ config, file }) => Object.keys(readConfig(config, file))))
    expect([...shown].sort()).toEqual(
      Object.keys(Config.shape)
        .filter((key) => key !== '$schema')
        .sort(),
    )
  })

  const shown = examples.filter((example) => example.shown.document !== undefined)

  test.each(shown)(
    'does what it says: $config',
    ({ config, file, shown: { document = '', tasks: list, findings } }) => {
      const additions = readConfig(config, file)
      const plan = parsePlan(`${document}\n`, { additions, withText: true })
      const records = Array.from(tasks(plan), (placed) => toRecord(plan, placed))
      if (list !== undefined) expect(records.map((each) => taskLine(each.id, each, each.due)).join('\n')).toBe(list)
      const found = check(plan, { additions, rules: additions.rules ?? {} }).map(
        ({ position, severity, rule }) => `${position?.start.line}:${position?.start.column} ${severity} ${rule}`,
      )
      if (findings !== undefined) expect(found.join('\n')).toBe(findings)
      // Without the configuration it is another story.
      const bare = parsePlan(`${document}\n`, { withText: true })
      expect([bare.children, check(bare)]).not.toEqual([
        plan.children,
        check(plan, { additions, rules: additions.rules ?? {} }),
      ])
    },
  )
})
