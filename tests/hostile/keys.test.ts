/** Names that JavaScript gives a meaning are names like others, wherever JSON, YAML or a document brings them. */
import { afterEach, describe, expect, test } from 'vitest'
import { inProcess, NOTICE, type Outcome, scratch } from '../cli/hosts.ts'

const KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']
const POLLUTING = (key: string) => `{"${key}":{"polluted":true,"year":1999,"text":"x","id":1}}`

let folder: ReturnType<typeof scratch> | undefined
afterEach(() => {
  folder?.drop()
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  expect((Object as unknown as Record<string, unknown>).polluted).toBeUndefined()
})

function run(files: Record<string, string>, argv: string[], stdin?: string): Promise<Outcome> {
  folder?.drop()
  folder = scratch({ 'a.txt': NOTICE, ...files })
  return inProcess({ argv, cwd: folder.path, ...(stdin !== undefined && { stdin }) })
}

describe.each(KEYS)('%s', (key) => {
  test.each([
    ['c.json', POLLUTING(key)],
    ['c.yaml', `${key}:\n  polluted: true\n`],
    ['c.json', `{"labels":${POLLUTING(key)}}`],
    ['c.yaml', `rules:\n  ${key}: off\n`],
    ['c.json', `{"units":[{"name":"甲局","${key}":{"polluted":true}}]}`],
  ])('in a configuration: %s %s', async (name, text) => {
    const outcome = await run({ [name]: text }, ['--config', name, 'a.txt'])
    expect(outcome).toMatchObject({ status: 2, stdout: '' })
    expect(outcome.stderr).toMatch(/^planparse: 配置文件 c\.(?:json|yaml) /)
  })

  test('in a record', async () => {
    const { stdout } = await run(
      {},
      ['--records', '-f', 'ndjson'],
      `${POLLUTING(key)}\n{"id":"${key}","text":"一、甲","${key}":{"polluted":1}}\n`,
    )
    const [first, second] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(first).toMatchObject({ id: null, error: { code: 'bad-record' } })
    expect(second).toMatchObject({ id: key, tasks: [{ text: '甲' }] })
  })

  test('in a manifest', async () => {
    const line = `{"input":"${key}","version":"0","${key}":{"polluted":1}}\n`
    expect(await run({ m: line }, ['-q', '-o', 'out/', '--manifest', 'm', '--resume', 'a.txt'])).toMatchObject({
      status: 0,
    })
    expect(
      await run({ m: `${POLLUTING(key)}\n` }, ['-o', 'out/', '--manifest', 'm', '--resume', 'a.txt']),
    ).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/不是 planparse 的处理记录/),
    })
  })

  test('in a plan and in a ledger that are merged', async () => {
    const plan = (await run({}, ['a.txt'])).stdout
    const files = {
      'plan.json': plan.replace('{', `{"${key}":{"polluted":true},`),
      'back.csv': `序号,${key},进展情况\n1.1,x,已完成\n`,
    }
    const merged = await run(files, ['merge', 'back.csv', 'plan.json'])
    if (merged.status === 0) expect(JSON.parse(merged.stdout).children[0].children[0].status).toBe('已完成')
    else expect(merged.stderr).toMatch(/\[not-a-plan\]\n$/)
  })

  test('as the name of a label, a unit, a heading, a column, a file', async () => {
    const text = `一、${key}\n（一）${key}。〔责任单位：${key}、县教育局；${key}：${key}；备注：${key}〕\n`
    for (const format of ['json', 'ndjson', 'csv', 'xlsx', 'html', 'ics', 'tree', 'markdown', 'text']) {
      const outcome = await run({ [`${key}.txt`]: text }, ['-q', '-f', format, `${key}.txt`])
      expect(outcome.status).toBe(0)
      expect(outcome.stdout).not.toContain('[native code]')
    }
    for (const argv of [['--by', 'unit', '-f', 'json'], ['--summary'], ['--explain'], ['--unit', key, '-f', 'csv']])
      expect((await run({ [`${key}.txt`]: text }, ['-q', ...argv, `${key}.txt`])).stdout).not.toContain('[native code]')
  })

  test('as the value of an option', async () => {
    for (const option of [
      '-f',
      '--from',
      '--preset',
      '--columns',
      '--stage',
      '--lang',
      '--role',
      '--by',
      '--split',
      '--encoding',
    ])
      expect(await run({}, [option, key, 'a.txt'])).toMatchObject({
        status: 2,
        stdout: '',
        stderr: expect.not.stringMatching(/内部错误/),
      })
    for (const option of ['--reporter', '--fail-on'])
      expect(await run({}, ['check', option, key, 'a.txt'])).toMatchObject({
        status: 2,
        stdout: '',
        stderr: expect.not.stringMatching(/内部错误/),
      })
  })
})

describe('nested without end', () => {
  const DEEP = '['.repeat(100_000)
  const DEEP_OBJECT = '{"children":'.repeat(50_000)

  test.each([
    ['c.json', DEEP],
    ['c.yaml', DEEP],
    ['c.yaml', `${'- '.repeat(100_000)}a`],
    ['c.yaml', `labels:\n${'? '.repeat(100_000)}a`],
    ['c.yaml', Array.from({ length: 1_300 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
  ])('a configuration: %s %.20s', async (name, text) => {
    const outcome = await run({ [name]: text }, ['--config', name, 'a.txt'])
    expect(outcome).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^planparse: 配置文件.*错在第 \d+ 行/),
    })
  })

  test('a record, a manifest, a plan, corrections', async () => {
    expect((await run({}, ['--records'], `${DEEP}\n`)).stdout).toMatch(/"bad-record"/)
    expect(await run({ m: `${DEEP}\n` }, ['-o', 'out/', '--manifest', 'm', '--resume', 'a.txt'])).toMatchObject({
      status: 2,
    })
    for (const deep of [DEEP, DEEP_OBJECT, `${DEEP}${']'.repeat(100_000)}`]) {
      const plan = (await run({}, ['a.txt'])).stdout
      expect(await run({ deep, plan }, ['merge', 'deep', 'plan'])).toMatchObject({ status: 2, stdout: '' })
      expect(await run({ deep, plan }, ['merge', 'plan', 'deep'])).toMatchObject({ status: 2, stdout: '' })
    }
  })
})
