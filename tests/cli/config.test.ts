/** The configuration on the command line: where it is found, what it does, and what goes before it. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { readConfig } from '../../src/cli/read-config.ts'
import { RULES } from '../../src/index.ts'
import { asProcess, inProcess, scratch } from './hosts.ts'

const PLAN = `云江县2023年重点工作要点
一、加强培训。（主抓专班：人事科；收官节点：6月底）
二、开展检查。（责任单位：人事处；完成时限：7月）
云江县人民政府办公室
2023年1月10日
`
const YAML = `labels: {lead: [主抓专班], deadline: [收官节点]}
units: [{name: 县人事处, short: [人事科, 人事处]}]
`
const JSON_CONFIG = '{"labels": {"lead": ["主抓专班"], "deadline": ["收官节点"]}}'

let folder: ReturnType<typeof scratch> | undefined
afterEach(() => folder?.drop())

function given(files: Record<string, string>) {
  folder = scratch(files)
  const { path } = folder
  return {
    path,
    at: (where: string, ...argv: string[]) => inProcess({ argv, cwd: join(path, where) }),
    run: (...argv: string[]) => inProcess({ argv, cwd: path }),
    process: (stdin: string, ...argv: string[]) => asProcess({ argv, cwd: path, stdin }),
  }
}

/** `lead 人事科` of each task. */
const unitsOf = (ndjson: string) =>
  ndjson
    .trim()
    .split('\n')
    .flatMap((line) =>
      (JSON.parse(line).units as { role: string; name: string }[]).map(({ role, name }) => `${role} ${name}`),
    )
const READ = ['lead 人事科', 'responsible 人事处']

describe('which file', () => {
  test.each(['planparse.config.json', 'planparse.config.yaml', 'planparse.config.yml'])(
    '%s of the folder',
    async (name) => {
      const { run } = given({ 'a.txt': PLAN, [name]: name.endsWith('json') ? JSON_CONFIG : YAML })
      expect(unitsOf((await run('-f', 'ndjson', 'a.txt')).stdout)).toEqual(READ)
    },
  )

  test('the first one upwards, as far as the root of the repository', async () => {
    const { at, path } = given({ 'planparse.config.yaml': YAML, 'repo/in/deep/a.txt': PLAN, 'repo/in/b.txt': PLAN })
    const units = async (where: string) =>
      unitsOf((await at(where, '-f', 'ndjson', join(path, 'repo/in/deep/a.txt'))).stdout)
    expect(await units('repo/in/deep')).toEqual(READ)
    writeFileSync(join(path, 'repo/in/planparse.config.yml'), 'labels: {support: [主抓专班]}')
    expect((await units('repo/in/deep'))[0]).toBe('support 人事科')
    expect(await units('repo')).toEqual(READ)
    mkdirSync(join(path, 'repo/.git'))
    expect(await units('repo')).not.toEqual(READ)
    expect((await units('repo/in'))[0]).toBe('support 人事科')
  })

  test('--config names one, --no-config takes none', async () => {
    const { run } = given({ 'a.txt': PLAN, 'house.yaml': YAML, 'planparse.config.json': '{"yeer": 1}' })
    expect(unitsOf((await run('--config', 'house.yaml', '-f', 'ndjson', 'a.txt')).stdout)).toEqual(READ)
    const without = await run('--no-config', '-f', 'ndjson', 'a.txt')
    expect([without.status, unitsOf(without.stdout)]).toEqual([0, expect.not.arrayContaining([READ[0]])])
    expect((await run('check', '--no-config', 'a.txt')).status).toBe(0)
    expect((await run('check', '--config', 'house.yaml', 'a.txt')).status).toBe(0)
  })

  test.each([
    ['two in one folder', { 'planparse.config.json': '{}', 'planparse.config.yml': '' }, [], '里有几个配置文件'],
    ['a key that is none', { 'planparse.config.json': '{"yeer": 1}' }, [], '里不能有 yeer，是不是 year？'],
    ['one that is not there', {}, ['--config', 'none.yaml'], '读不了配置文件 none.yaml（ENOENT'],
    ['a folder', { 'planparse.config.yaml/a': '' }, [], '读不了配置文件 planparse.config.yaml（not a file）'],
    ['one that is far too large', { 'planparse.config.yaml': `#${'x'.repeat(2_000_000)}` }, [], '（> 1 MB）'],
  ])('%s is refused, and nothing is done', async (_, files: Record<string, string>, argv: string[], sentence) => {
    const { run } = given({ 'a.txt': PLAN, ...files })
    for (const command of [[], ['check'], ['merge']]) {
      const { status, stdout, stderr } = await run(...command, ...argv, '-o', 'out.json', 'a.txt')
      expect([status, stdout, folder?.list().includes('out.json')]).toEqual([2, '', false])
      expect(stderr).toContain(sentence)
      expect(stderr.trim().split('\n')).toHaveLength(1)
    }
    expect((await run('--help')).status).toBe(0)
  })

  test('bytes that are no text', async () => {
    const { run, path } = given({ 'a.txt': PLAN })
    writeFileSync(join(path, 'planparse.config.yaml'), Buffer.from([0x79, 0xff, 0xfe]))
    expect(await run('a.txt')).toMatchObject({ status: 2, stdout: '' })
  })
})

describe('flags win over the file', () => {
  const CONFIG = '{"year": 2020, "lang": "en", "failOn": "warning", "encoding": "gb18030"}'
  const BARE = '一、加强培训。（县教育局，6月底前）\n二、开展检查（含专项检查。（县审计局，7月）\n'

  test('year and language', async () => {
    const { run } = given({ 'a.txt': BARE, 'planparse.config.json': CONFIG })
    const due = async (...argv: string[]) =>
      JSON.parse((await run(...argv, '-f', 'ndjson', '--encoding', 'utf-8', 'a.txt')).stdout.split('\n')[0] as string)
        .due
    expect(await due()).toBe('2020-06-30')
    expect(await due('--year', '2022')).toBe('2022-06-30')
    expect((await run('--encoding', 'utf-8', '-f', 'csv', 'a.txt')).stdout).toMatch(/Text/)
    expect((await run('--encoding', 'utf-8', '-f', 'csv', '--lang', 'zh', 'a.txt')).stdout).toMatch(/任务内容/)
    expect((await run('none.txt')).stderr).toContain('there is no such file')
    expect(JSON.parse((await run('deadline', '6月底')).stdout)).toMatchObject([{ due: '2020-06-30' }])
    expect(JSON.parse((await run('deadline', '--year', '2021', '6月底')).stdout)).toMatchObject([{ due: '2021-06-30' }])
    expect(JSON.parse((await run('deadline', '--no-config', '6月底')).stdout)).toMatchObject([{ kind: 'unrecognized' }])
    expect(JSON.parse((await run('deadline', '--print-config')).stdout)).toMatchObject({ year: 2020, lang: 'en' })
  })

  test('the severity at which a check fails', async () => {
    const { run } = given({
      'a.txt': PLAN.replace('检查。', '检查 。'),
      'b.txt': BARE,
      'planparse.config.json': '{"failOn": "error"}',
    })
    expect((await run('check', 'b.txt')).status).toBe(1)
    expect((await run('check', '--no-config', 'b.txt')).status).toBe(0)
    const warned = given({
      'b.txt': BARE,
      'planparse.config.json': '{"failOn": "warning", "rules": {"bracket-unclosed": "warning"}}',
    })
    expect((await warned.run('check', 'b.txt')).status).toBe(1)
    expect((await warned.run('check', '--fail-on', 'error', 'b.txt')).status).toBe(0)
    expect((await warned.run('check', '--fail-on', 'none', 'b.txt')).status).toBe(0)
    expect(JSON.parse((await warned.run('check', '--fail-on', 'none', '--print-config')).stdout).failOn).toBeUndefined()
  })

  test('--print-config shows what holds, and is a configuration', async () => {
    const { run } = given({
      'planparse.config.json': '{"year": 2020, "rules": {"unit-missing": "off"}, "labels": {"lead": ["主抓专班"]}}',
    })
    const { status, stdout, stderr } = await run('--print-config', '--year', '2021', '--lang', 'en')
    expect([status, stderr]).toEqual([0, ''])
    const config = readConfig(stdout, 'c.json')
    expect(config).toMatchObject({
      year: 2021,
      lang: 'en',
      encoding: 'auto',
      labels: { lead: ['主抓专班'] },
      units: [],
    })
    expect(config.rules).toMatchObject({ 'unit-missing': 'off', 'bracket-unclosed': 'error' })
    expect(Object.keys(config.rules ?? {})).toEqual(RULES.map(({ id }) => id))
    expect(JSON.parse((await run('check', '--print-config', '--strict')).stdout)).toMatchObject({ failOn: 'warning' })
    expect(JSON.parse((await run('--print-config', '--no-config')).stdout)).toMatchObject({ labels: {}, lang: 'zh' })
  })
})

describe('the same additions everywhere', () => {
  test('a check reads by them, and its rules are off or of another severity', async () => {
    const rules = 'rules: {unit-two-names: error, document-without-title: off}\n'
    const { run } = given({
      'a.txt': PLAN.replace('云江县2023年重点工作要点\n', ''),
      'planparse.config.yaml': YAML + rules,
    })
    const rulesOf = (stdout: string) =>
      (JSON.parse(stdout).files[0].findings as { rule: string }[]).map(({ rule }) => rule)
    expect(rulesOf((await run('check', '--reporter', 'json', 'a.txt')).stdout)).not.toContain('document-without-title')
    expect(rulesOf((await run('check', '--no-config', '--reporter', 'json', 'a.txt')).stdout)).toContain(
      'document-without-title',
    )
  })

  test('records, as a process', async () => {
    const { process } = given({ 'planparse.config.yaml': YAML, 'a.txt': PLAN })
    const lines = [
      { id: 1, text: PLAN },
      { id: 2, path: 'a.txt' },
    ]
      .map((line) => JSON.stringify(line))
      .join('\n')
    const { stdout, status } = await process(lines, '--records', '-f', 'ndjson')
    expect(status).toBe(0)
    for (const line of stdout.trim().split('\n')) {
      const units = JSON.parse(line).tasks.flatMap((task: { units: { canonical: string }[] }) => task.units)
      expect(units.map(({ canonical }: { canonical: string }) => canonical)).toEqual(['县人事处', '县人事处'])
    }
  })

  test('workers read as one thread does', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [`in/${i}.txt`, PLAN.replace('培训', `培训${i}`)]),
    )
    const { process } = given({ ...many, 'planparse.config.yaml': `${YAML}lang: en\n` })
    const [one, two] = [
      await process('', '--jobs', '1', '-f', 'ndjson', 'in'),
      await process('', '--jobs', '2', '-f', 'ndjson', 'in'),
    ]
    expect(two).toEqual(one)
    expect(unitsOf(two.stdout)).toEqual(Array.from({ length: 40 }, () => READ).flat())
  })

  test('with --resume, documents are read anew when the configuration has changed', async () => {
    const { process, path } = given({ 'in/a.txt': PLAN, 'planparse.config.yaml': YAML })
    const argv = ['-f', 'json', '-o', 'out/', '--manifest', 'done.ndjson', '--resume', 'in']
    const lead = () => JSON.parse(folder?.read('out/a.json') ?? '').children.at(1).units[0].role
    await process('', ...argv)
    expect(lead()).toBe('lead')
    const again = folder?.read('done.ndjson')
    await process('', ...argv)
    expect(folder?.read('done.ndjson')).toBe(again)
    writeFileSync(join(path, 'planparse.config.yaml'), 'labels: {support: [主抓专班]}')
    await process('', ...argv)
    expect(lead()).toBe('support')
  })

  test('lists by unit take two spellings for one', async () => {
    const { run } = given({ 'a.txt': PLAN, 'planparse.config.yaml': YAML })
    const units = JSON.parse((await run('-f', 'json', '--by', 'unit', 'a.txt')).stdout).units as { name: string }[]
    expect(units.map(({ name }) => name)).toEqual(['县人事处'])
    await run('--split', 'unit', '-f', 'csv', '-o', 'lists/', 'a.txt')
    expect(folder?.list().filter((name) => name.startsWith('lists'))).toEqual(['lists/县人事处.csv'])
    expect(JSON.parse((await run('--summary', '-f', 'json', 'a.txt')).stdout).total.units).toHaveLength(1)
    expect(unitsOf((await run('--unit', '县人事处', '-f', 'ndjson', 'a.txt')).stdout)).toEqual(READ)
  })

  test('merging: headings of ledgers, and units from the review page', async () => {
    const { run } = given({ 'a.txt': PLAN, 'planparse.config.yaml': `${YAML.replace('}', ', status: [战果]}')}` })
    await run('-o', 'plan.json', 'a.txt')
    writeFileSync(join(folder?.path ?? '', 'back.csv'), '序号,任务,战果\n1,加强培训。,已办两期\n')
    const merged = await run('merge', '-f', 'ndjson', 'back.csv', 'plan.json')
    expect(JSON.parse(merged.stdout.split('\n')[0] as string).status).toBe('已办两期')
    const changes = { units: [{ name: '人事处', role: 'support' }] }
    const documents = [
      {
        file: 'a.txt',
        title: '云江县2023年重点工作要点',
        tasks: [{ id: '1', text: '加强培训。', changes }],
      },
    ]
    writeFileSync(
      join(folder?.path ?? '', 'fixed.json'),
      JSON.stringify({ type: 'planparse-corrections', version: 1, documents }),
    )
    const corrected = await run('merge', '-f', 'ndjson', 'fixed.json', 'plan.json')
    expect(corrected.stderr).toBe('')
    expect(JSON.parse(corrected.stdout.split('\n')[0] as string).units).toMatchObject([
      { name: '人事处', canonical: '县人事处' },
    ])
  })
})
