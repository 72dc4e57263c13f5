/** What the package offers to other programs: a name that comes or goes is a decision, and stands here. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as library from '../../src/index.ts'
import * as schema from '../../src/schema.ts'
import * as plugin from '../../src/unified.ts'

const SRC = join(import.meta.dirname, '../../src')
const source = (file: string) => readFileSync(join(SRC, file), 'utf8')

/** The types that a module of nothing but `export … from` names. */
function typesOf(file: string): string[] {
  return Array.from(source(file).matchAll(/^export (type )?\{([^}]*)\}/gm), ([, all, names = '']) =>
    names.split(',').flatMap((name) => {
      const [, marked, word = ''] = /^\s*(type )?(\w*)/.exec(name) ?? []
      return (all || marked) && word ? [word] : []
    }),
  ).flat()
}

test('planparse', () => {
  expect(Object.keys(library).sort()).toEqual([
    'PlanparseError',
    'RULES',
    'applyFixes',
    'check',
    'dueOf',
    'parsePlan',
    'readDeadline',
    'readPlan',
    'readUnits',
    'select',
    'sourcePosition',
    'tasks',
    'toRecord',
    'verifyPlan',
    'writePlan',
  ])
})

test('the types of planparse, beside those of the plan', () => {
  expect(typesOf('index.ts').sort()).toEqual([
    'Additions',
    'Break',
    'CheckOptions',
    'ColumnChoice',
    'CommonOptions',
    'DeadlineContext',
    'DeadlineValue',
    'FaultCode',
    'FaultDetail',
    'Format',
    'InputFormat',
    'LabelMeaning',
    'Lang',
    'MessageCode',
    'ParseOptions',
    'PhraseDeadline',
    'PhraseUnit',
    'PlacedTask',
    'PresetName',
    'PromiseId',
    'ReadOptions',
    'RuleId',
    'Selection',
    'UnitContext',
    'UnitName',
    'WriteOptions',
  ])
})

test('planparse/unified', () => {
  expect(Object.keys(plugin)).toEqual(['default'])
})

test('planparse/schema', () => {
  expect(Object.keys(schema).sort()).toEqual([
    'CheckReport',
    'Config',
    'DateDeadline',
    'DatePrecision',
    'Deadline',
    'DocumentInfo',
    'Edit',
    'Extra',
    'FieldSource',
    'Finding',
    'Message',
    'OngoingDeadline',
    'Paragraph',
    'ParagraphRole',
    'Plan',
    'Point',
    'Position',
    'RecurringDeadline',
    'Reference',
    'RelativeDeadline',
    'SCHEMA_NAMES',
    'Section',
    'Severity',
    'SourceInfo',
    'SourceSegment',
    'Span',
    'SpanKind',
    'Summary',
    'SummaryReport',
    'Task',
    'TaskRecord',
    'Unit',
    'UnitKind',
    'UnitList',
    'UnitRole',
    'UnitTaskRecord',
    'UnrecognizedDeadline',
    'VerifyReport',
    'jsonSchema',
  ])
})

describe('every one is documented where it is declared', () => {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => /^[\w/-]+\.ts$/.test(file))
  const all = files.map(source).join('\n')
  const names = [...Object.keys(library), ...typesOf('index.ts'), ...Object.keys(schema)]
  test.each([...new Set(names)])('%s', (name) => {
    const declared = new RegExp(`\\*/\\nexport (?:async )?(?:const|function|class|interface|type) ${name}\\b`)
    expect(declared.test(all)).toBe(true)
  })
})
