/** What a configuration may say, and the sentence about one that is wrong. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readConfig } from '../../src/cli/read-config.ts'
import { PlanparseError } from '../../src/error.ts'
import { Config, jsonSchema } from '../../src/schema.ts'

function refusal(text: string, file: string): PlanparseError {
  try {
    readConfig(text, file)
  } catch (error) {
    if (error instanceof PlanparseError) return error
    throw error
  }
  throw new Error(`taken: ${text}`)
}

describe('valid', () => {
  const cases: [text: string, config: Config][] = [
    ['{}', {}],
    ['', {}],
    ['# nothing yet\n', {}],
    ['{"year": 2023, "lang": "en"}', { year: 2023, lang: 'en' }],
    ['rules: {unit-missing: off}', { rules: { 'unit-missing': 'off' } }],
    ['rules:\n  unit-missing: "error"', { rules: { 'unit-missing': 'error' } }],
    ['labels: {lead: [牵头（责任）专班]}', { labels: { lead: ['牵头（责任）专班'] } }],
    ['units:\n  - name: 云江县教育局', { units: [{ name: '云江县教育局' }] }],
    ['encoding: GBK\nfailOn: error\nnarrative: []', { encoding: 'GBK', failOn: 'error', narrative: [] }],
    ['$schema: ./planparse.schema.json', { $schema: './planparse.schema.json' }],
  ]
  test.each(cases)('%s', (text, config) => {
    expect(readConfig(text, 'c.yaml')).toEqual(config)
  })

  test('JSON is JSON: with tabs, without comments or trailing commas', () => {
    expect(readConfig('{\n\t"units": [\n\t\t{"name": "县\\u6559育局"}\n\t]\n}', 'c.json')).toEqual({
      units: [{ name: '县教育局' }],
    })
    for (const text of ['{"year": 2023,}', '{year: 2023}', 'year: 2023', '', '# nothing'])
      expect(refusal(text, 'c.json').code).toBe('config-syntax')
  })
})

describe('wrong', () => {
  const cases: [text: string, zh: string][] = [
    [
      'yeer: 2023',
      '配置文件 c.yaml 里不能有 yeer，是不是 year？可用的有：$schema、rules、labels、units、narrative、year、lang、encoding、failOn',
    ],
    [
      'labels: {leed: [甲乙]}',
      '配置文件 c.yaml 里不能有 labels.leed，是不是 lead？可用的有：lead、responsible、support、supervisor、deadline、status、extra',
    ],
    [
      'units: [{name: 县教育局, shorts: []}]',
      '配置文件 c.yaml 里不能有 units[0].shorts，是不是 short？可用的有：name、short',
    ],
    ['year: "2023"', '配置文件 c.yaml 的 year 应为：四位数的年份'],
    ['year: 20.5', '配置文件 c.yaml 的 year 应为：四位数的年份'],
    ['year: 23', '配置文件 c.yaml 的 year 应为：四位数的年份'],
    ['lang: fr', '配置文件 c.yaml 的 lang 应为：zh、en'],
    ['failOn: info', '配置文件 c.yaml 的 failOn 应为：warning、error'],
    ['encoding: klingon', '配置文件 c.yaml 的 encoding 应为：auto 或编码名，例如 utf-8、gb18030'],
    ['rules: {unit-missing: fatal}', '配置文件 c.yaml 的 rules.unit-missing 应为：off、info、warning、error'],
    ['rules: [unit-missing]', '配置文件 c.yaml 的 rules 应为：键和值 {…}'],
    ['labels: {lead: 主抓专班}', '配置文件 c.yaml 的 labels.lead 应为：列表 […]'],
    ['labels: {lead: [甲]}', '配置文件 c.yaml 的 labels.lead[0] 应为：2 到 16 个字，没有空格和标点'],
    ['labels: {lead: ["主抓：专班"]}', '配置文件 c.yaml 的 labels.lead[0] 应为：2 到 16 个字，没有空格和标点'],
    ['narrative: [3]', '配置文件 c.yaml 的 narrative[0] 应为：2 到 16 个字，没有空格和标点'],
    ['units: 县教育局', '配置文件 c.yaml 的 units 应为：列表 […]'],
    ['units: [县教育局]', '配置文件 c.yaml 的 units[0] 应为：键和值 {…}'],
    ['units: [{short: [教育局]}]', '配置文件 c.yaml 的 units[0].name 应为：1 到 100 个字的名称'],
    ['units: [{name: ""}]', '配置文件 c.yaml 的 units[0].name 应为：1 到 100 个字的名称'],
    ['units: [{name: 县教育局, short: [" "]}]', '配置文件 c.yaml 的 units[0].short[0] 应为：1 到 100 个字的名称'],
    ['- year', '配置文件 c.yaml 应为：键和值 {…}'],
    ['year', '配置文件 c.yaml 应为：键和值 {…}'],
    ['year: 2023\nlang: en\nyear: 2024', '配置文件 c.yaml 第 3 行的键 year 写了两次；请合并成一个'],
    [
      'labels:\n  lead: [甲乙]\n  support: [甲乙]',
      '配置文件 c.yaml 的 labels.support[0] 和 labels.lead[0] 重复；请去掉一个',
    ],
    [
      'units: [{name: 县教育局}, {name: 县教育局}]',
      '配置文件 c.yaml 的 units[1].name 和 units[0].name 重复；请去掉一个',
    ],
    ['year: [', '配置文件 c.yaml 不是有效的 JSON 或 YAML，错在第 1 行；请按 docs/configuration.md 修改'],
    [
      'year: 2023\n--- \nyear: 2024',
      '配置文件 c.yaml 不是有效的 JSON 或 YAML，错在第 2 行；请按 docs/configuration.md 修改',
    ],
  ]
  test.each(cases)('%s', (text, zh) => {
    expect(refusal(text, 'c.yaml').message).toBe(zh)
  })

  test('in English', () => {
    expect(refusal('year: x', 'c.yaml').in('en')).toBe(
      'in the configuration, year in c.yaml must be: a year of four digits',
    )
    expect(refusal('yeer: 1', 'c.yaml').in('en')).toMatch(
      /^there is no key yeer in the configuration c\.yaml \(did you mean year\?\); use one of: /,
    )
    expect(refusal('{"lang": "en", "lang": "zh"}', 'c.json').in('en')).toBe(
      'the key lang stands twice in the configuration c.json, again on line 1; make them one',
    )
  })

  const bomb = `a: &a [x, x]\n${Array.from('bcdefghij', (name, i) => `${name}: &${name} [${`*${'abcdefghi'[i]}, `.repeat(9)}]`).join('\n')}`
  const hostile: [name: string, text: string, code: string][] = [
    ['an anchor', 'units: &all []', 'config-references'],
    ['an alias', 'narrative: &a [甲乙]\nlabels: {lead: *a}', 'config-references'],
    ['a bomb of aliases', bomb, 'config-references'],
    ['an alias of itself', 'units: &a [*a]', 'config-references'],
    ['a tag', 'lang: !!js/function "x"', 'config-references'],
    ['binary data', 'lang: !!binary aGk=', 'config-references'],
    ['a tag of its own', 'lang: !env HOME', 'config-references'],
    ['a merge key', '<<: {year: 2023}', 'config-key'],
    ['a prototype', '__proto__: {year: 2023}', 'config-key'],
    ['a prototype within', 'labels: {__proto__: [甲乙]}', 'config-key'],
    ['a constructor', 'rules: {constructor: off}', 'config-key'],
    ['a list as key', '? [year]\n: 2023', 'config-syntax'],
    ['endless depth', `units: ${'['.repeat(20_000)}`, 'config-syntax'],
    ['depth that is closed', `units: ${'['.repeat(5000)}${']'.repeat(5000)}`, ''],
    ['control characters', 'units: [{name: "县\\u001b[31m教育局"}]', 'config-value'],
    ['control characters at the end', 'units: [{name: "县教育局\\u0007"}]', 'config-value'],
    ['a name that turns the line round', 'units: [{name: 县局, short: ["局\\u202e"]}]', 'config-value'],
    ['a label that takes over the terminal', 'labels: {lead: ["牵头\\u001b[31m"]}', 'config-value'],
    ['a label that turns the line round', 'labels: {extra: ["资金\\u2066来源"]}', 'config-value'],
    ['a heading that is half a character', 'narrative: ["背景\\ud800"]', 'config-value'],
    ['more units than there are', `units: [${'{name: 甲},'.repeat(20_001)}]`, 'config-value'],
  ]
  test.each(hostile)('%s', (_, text, code) => {
    for (const made of [refusal(text, 'c.yaml')]) {
      if (code !== '') expect(made.code).toBe(code)
      expect(made.code).toMatch(/^config-/)
    }
    expect(({} as { year?: number }).year).toBeUndefined()
  })

  test('JSON with a prototype or a key twice', () => {
    expect(refusal('{"__proto__": {"year": 2023}}', 'c.json').code).toBe('config-key')
    expect(refusal('{"labels": {"lead": ["甲乙"], "lead": []}}', 'c.json').code).toBe('config-key-twice')
  })
})

test('of any text it is a configuration, or a sentence about it', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    fc
      .array(
        fc.constantFrom(
          'units:',
          ' - name: 甲乙',
          'year: 2023',
          'labels:',
          '  lead: [甲乙]',
          '&a',
          '*a',
          '{',
          ']',
          '\t',
        ),
      )
      .map((lines) => lines.join('\n')),
  )
  const property = fc.property(text, fc.constantFrom('c.json', 'c.yaml'), (written, file) => {
    try {
      Config.parse(readConfig(written, file))
    } catch (error) {
      expect(error).toBeInstanceOf(PlanparseError)
      expect((error as PlanparseError).code).toMatch(/^config-/)
      for (const lang of ['zh', 'en'] as const) expect((error as PlanparseError).in(lang)).not.toContain('undefined')
    }
  })
  fc.assert(property, { numRuns: 300 })
})

test('has a JSON Schema by which it is valid', () => {
  const schema = z.fromJSONSchema(jsonSchema('config') as Parameters<typeof z.fromJSONSchema>[0])
  const config = { rules: { 'unit-missing': 'off' }, units: [{ name: '县教育局', short: ['教育局'] }], year: 2023 }
  expect(schema.safeParse(config).success).toBe(true)
  for (const wrong of [{ yeer: 1 }, { rules: { 'unit-missing': 'x' } }, { units: [{}] }, { labels: { lead: ['甲'] } }])
    expect(schema.safeParse(wrong).success).toBe(false)
})
