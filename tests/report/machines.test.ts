/** The reports that other programs read: JSON, SARIF, GitHub annotations, JUnit. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import addFormatsModule from 'ajv-formats'
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { REPORTER_NAMES } from '../../src/cli/flags.ts'
import { parsePlan, RULES } from '../../src/index.ts'
import { CheckReport } from '../../src/plan.ts'
import type { CheckedFile } from '../../src/report/index.ts'
import { REPORTERS } from '../../src/report/index.ts'
import { jsonSchema } from '../../src/schema.ts'
import { visible } from '../../src/write/visible.ts'
import { checked, finding, reportOf, TEXT } from './files.ts'
import { SarifLog } from './sarif-shape.ts'

// Its default export is one of CommonJS.
const addFormats = addFormatsModule as unknown as (ajv: Ajv) => Ajv

const FAULT = { code: 'truncated', reason: '文件不完整' }
const broken = checked({ path: 'b c.pdf', uri: 'b%20c.pdf', findings: [], fault: FAULT })

/** Findings and names of any characters. */
const hostile = fc
  .record({
    path: fc.option(fc.string({ unit: 'binary', maxLength: 12 })),
    text: fc.string({ unit: 'binary', maxLength: 60 }),
    reason: fc.string({ unit: 'binary', maxLength: 30 }),
    severity: fc.constantFrom('error', 'warning', 'info'),
    at: fc.option(fc.tuple(fc.nat(60), fc.nat(60))),
    isBroken: fc.boolean(),
  })
  .map(({ path, text, reason, severity, at, isBroken }): CheckedFile => {
    const [a, b] = (at ?? [0, 0]).map((offset) => Math.min(offset, text.length)) as [number, number]
    const found = finding(text, at && [Math.min(a, b), Math.max(a, b)], { reason, severity })
    const fault = isBroken ? { code: 'truncated', reason } : null
    const uri = (path ?? '-')
      .replace(/\p{Surrogate}/gu, '\ufffd')
      .split('/')
      .map(encodeURIComponent)
      .join('/')
    return checked({ path, relative: path, uri, text, findings: isBroken ? [] : [found], fault })
  })
const several = fc.array(hostile, { maxLength: 4 })

test('the command line knows the names of all reporters', () => {
  expect(REPORTER_NAMES).toEqual(REPORTERS.map(({ id }) => id))
})

describe('json', () => {
  test('is what its schema says: files in order, findings with place and fix, counts', async () => {
    const report = CheckReport.parse(JSON.parse(await reportOf('json', [checked(), broken])))
    expect(report.summary).toEqual({ files: 2, unread: 1, errors: 1, warnings: 1, infos: 0, fixable: 1 })
    expect(report.files.map(({ path, fault }) => [path, fault?.code])).toEqual([
      ['a.txt', undefined],
      ['b c.pdf', 'truncated'],
    ])
    expect(report.files[0]?.findings[0]).toMatchObject({
      rule: 'bracket-width',
      position: { start: { line: 3, column: 7, offset: 34 } },
      fix: [
        { start: 34, end: 35, text: '（' },
        { start: 38, end: 39, text: '）' },
      ],
    })
  })

  test('has a JSON Schema, by which it is valid', async () => {
    const schema = z.fromJSONSchema(jsonSchema('check') as Parameters<typeof z.fromJSONSchema>[0])
    expect(schema.safeParse(JSON.parse(await reportOf('json', [checked(), broken]))).success).toBe(true)
    expect(schema.safeParse({ version: 1, files: [] }).success).toBe(false)
  })

  test('of any findings it is JSON of that schema', async () => {
    const property = fc.asyncProperty(several, async (files) => {
      CheckReport.parse(JSON.parse(await reportOf('json', files)))
    })
    await fc.assert(property, { numRuns: 100 })
  })
})

describe('sarif', () => {
  const log = async (files: readonly CheckedFile[], lang: 'zh' | 'en' = 'zh') =>
    SarifLog.parse(JSON.parse(await reportOf('sarif', files, { lang })))

  test('names the rules, and each result its rule, level, place and mending', async () => {
    const { runs } = await log([checked({ path: '甲/a b.txt', uri: '%E7%94%B2/a%20b.txt' })])
    const { tool, results, language, columnKind, invocations } = runs[0]
    expect(tool.driver.rules.map(({ id }) => id)).toEqual(RULES.map(({ id }) => id))
    expect([language, columnKind]).toEqual(['zh-CN', 'utf16CodeUnits'])
    expect(invocations).toEqual([{ executionSuccessful: true, toolExecutionNotifications: [] }])
    expect(results.map(({ ruleId, ruleIndex, level }) => [ruleId, tool.driver.rules[ruleIndex]?.id, level])).toEqual([
      ['bracket-width', 'bracket-width', 'warning'],
      ['bracket-unclosed', 'bracket-unclosed', 'error'],
    ])
    expect(results[1]?.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: '%E7%94%B2/a%20b.txt' },
      region: { startLine: 3, startColumn: 13, endLine: 3, endColumn: 18 },
    })
    expect(results[0]?.fixes?.[0]?.artifactChanges[0].replacements[0]).toEqual({
      deletedRegion: { startLine: 3, startColumn: 7, endLine: 3, endColumn: 8 },
      insertedContent: { text: '（' },
    })
  })

  test('says in its language what could not be read', async () => {
    const { runs } = await log([broken], 'en')
    expect(runs[0].language).toBe('en')
    expect(runs[0].tool.driver.rules.every(({ help }) => /[a-z]{3}/.test(help.text))).toBe(true)
    expect(runs[0].invocations[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [{ level: 'error', message: { text: '文件不完整' } }],
    })
  })

  const plan = parsePlan(TEXT, { withText: true })
  const fromWord = { ...plan, source: { ...plan.source, format: 'docx' } }

  test('edits of an extracted text are not given: they would not fit the file', async () => {
    const { runs } = await log([checked({ plan: fromWord })])
    expect(runs[0].results.map(({ fixes }) => fixes)).toEqual([undefined, undefined])
  })

  const schemaFile = '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'
  const published = JSON.parse(readFileSync(createRequire(import.meta.url).resolve(schemaFile), 'utf8'))
  const { $schema, id, ...schema } = published
  // It is of draft 4, and uses nothing of it that later drafts read otherwise but the name of its `id`.
  const isValid = addFormats(new Ajv({ strict: false, unicodeRegExp: false })).compile(schema)

  test('is valid by the published schema', async () => {
    const files = [checked(), broken, checked({ path: null, findings: [finding(TEXT, null)] })]
    for (const lang of ['zh', 'en'] as const) {
      const report = JSON.parse(await reportOf('sarif', files, { lang }))
      expect([isValid(report), isValid.errors]).toEqual([true, null])
      expect(isValid({ ...report, version: '2.0.0' })).toBe(false)
      const [run] = report.runs
      expect(isValid({ ...report, runs: [{ ...run, results: [{ ...run.results[0], message: {} }] }] })).toBe(false)
    }
  })

  test('of any findings it is valid by the published schema, and has the shape of the standard', async () => {
    const property = fc.asyncProperty(several, async (files) => {
      const report = JSON.parse(await reportOf('sarif', files))
      SarifLog.parse(report)
      expect([isValid(report), isValid.errors]).toEqual([true, null])
    })
    await fc.assert(property, { numRuns: 100 })
  })
})

describe('github', () => {
  test('one command a finding, a line for people at the end', async () => {
    expect(await reportOf('github', [checked({ path: './a.txt', relative: 'a.txt' }), broken])).toBe(
      `::warning file=a.txt,line=3,endLine=3,col=7,endColumn=8,title=bracket-width::全角、半角圆括号混用：半角 1 对，全角 1 对；这是第一处半角
::error file=a.txt,line=3,endLine=3,col=13,endColumn=18,title=bracket-unclosed::“（县审计局”的括号没有闭合
::error file=b c.pdf,title=truncated::文件不完整
检查了 1 个文件：错误 1，警告 1，提示 0；其中 1 处可用 --fix 修正；1 个文件读不了
`,
    )
  })

  test('what would end a command or a property is escaped', async () => {
    const found = finding(TEXT, [1, 2], { reason: '100%::x\r\ny', severity: 'info' })
    const [command] = (await reportOf('github', [checked({ path: 'a,b:c%.txt', findings: [found] })])).split('\n')
    expect(command).toBe(
      '::notice file=a%2Cb%3Ac%25.txt,line=1,endLine=1,col=2,endColumn=3,title=bracket-width::100%25::x y',
    )
  })

  test('columns are given within one line only; standard input has no file', async () => {
    const report = await reportOf('github', [checked({ path: null, findings: [finding(TEXT, [0, 20])] })])
    expect(report).toMatch(/^::warning line=1,endLine=2,col=1,title=bracket-width::/)
  })

  test('of any findings there is one line each, and nothing else begins a command', async () => {
    const property = fc.asyncProperty(several, async (files) => {
      const lines = (await reportOf('github', files)).split('\n')
      expect(lines).toHaveLength(files.length + 2)
      expect(lines.slice(0, -2).every((line) => /^::(?:error|warning|notice) [^\r\n]*?::/.test(line))).toBe(true)
      for (const line of lines) expect(visible(line)).toBe(line)
    })
    await fc.assert(property, { numRuns: 100 })
  })
})

describe('junit', () => {
  test('a suite a file, a case a finding; what is only told does not fail', async () => {
    const told = finding(TEXT, [1, 2], { severity: 'info', reason: '“a”<b> & c' })
    const clean = checked({ path: 'c.txt', findings: [] })
    const report = await reportOf('junit', [checked({ findings: [told, finding(TEXT, [3, 4])] }), clean, broken])
    expect(report).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="planparse check">
  <testsuite name="a.txt" tests="2" failures="1" errors="0" skipped="0">
    <testcase name="bracket-width 1:2" classname="a.txt"><system-out>a.txt:1:2: info: “a”&lt;b&gt; &amp; c [bracket-width]</system-out></testcase>
    <testcase name="bracket-width 1:4" classname="a.txt"><failure type="warning" message="括号">a.txt:1:4: warning: 括号 [bracket-width]</failure></testcase>
  </testsuite>
  <testsuite name="c.txt" tests="1" failures="0" errors="0" skipped="0">
    <testcase name="check" classname="c.txt"/>
  </testsuite>
  <testsuite name="b c.pdf" tests="1" failures="0" errors="1" skipped="0">
    <testcase name="read" classname="b c.pdf"><error type="truncated" message="文件不完整"/></testcase>
  </testsuite>
</testsuites>
`)
  })

  test('of any findings and names it is well-formed XML', async () => {
    const property = fc.asyncProperty(several, async (files) => {
      const parser = new SaxesParser()
      parser.on('error', (error) => {
        throw error
      })
      parser.write(await reportOf('junit', files)).close()
    })
    await fc.assert(property, { numRuns: 200 })
  })
})
