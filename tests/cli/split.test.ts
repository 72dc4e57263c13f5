/** `--split unit`: a file for each unit. */
import { existsSync, linkSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { asProcess, inProcess, NOTICE, scratch } from './hosts.ts'

let folder: ReturnType<typeof scratch> | undefined
afterEach(() => folder?.drop())

function given(files: Record<string, string>) {
  folder = scratch(files)
  const { path, read, list } = folder
  const made = () =>
    list()
      .filter((name) => name.startsWith('out/'))
      .map((name) => name.slice('out/'.length))
  return { path, read, list, made, run: (...argv: string[]) => inProcess({ argv, cwd: path }) }
}

/** A notice with one task for each list of units. */
const noticeFor = (...lists: string[]) =>
  `云江县2023年政务公开工作要点\n一、夯实基础\n${lists
    .map((units, i) => `${i + 1}.完善第${i + 1}项制度。${units && `〔责任单位：${units}；完成时限：6月底〕`}\n`)
    .join('')}`

const OTHER =
  '云江县2023年法治建设工作要点\n一、依法行政\n1.开展执法检查。〔责任单位：法规科、县司法局〕\n2.开展培训。\n'

test.each([
  ['in process', inProcess],
  ['as a process', asProcess],
])('over all inputs together, %s', async (_name, host) => {
  const { path, made, read } = given({ 'a.txt': NOTICE, 'b.txt': OTHER })
  const run = await host({ argv: ['-f', 'csv', '--split', 'unit', '-o', 'out/', 'a.txt', 'b.txt'], cwd: path })
  expect(run).toEqual({ status: 0, stdout: '', stderr: '' })
  expect(made()).toEqual(
    ['人事科', '办公室', '县司法局', '法规科', '督查室', '（未明确单位）'].map((name) => `${name}.csv`).sort(),
  )
  const rows = (name: string) =>
    read(`out/${name}.csv`)
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((row) => row.split(',').slice(0, 2))
  expect(rows('法规科')).toEqual([
    ['a.txt', '1.1'],
    ['b.txt', '1.1'],
  ])
  expect(rows('（未明确单位）')).toEqual([['b.txt', '1.2']])
  expect(read('out/法规科.csv')).toMatch(/^\ufeff文件,序号/)
})

describe('the format', () => {
  test.each([
    ['json', '.json', /^\{"type":"plan"/],
    ['ndjson', '.ndjson', /^\{"file":"a\.txt"/],
    ['markdown', '.md', /^# 云江县2023年政务公开工作要点\n\n（说明：.*）\n\n## 一、夯实基础/],
    ['tree', '.txt', /共 1 项任务/],
    ['ics', '.ics', /^BEGIN:VCALENDAR/],
  ])('%s', async (format, extension, content) => {
    const { run, made, read } = given({ 'a.txt': NOTICE })
    expect(await run('-f', format, '-q', '--split', 'unit', '-o', 'out/', 'a.txt')).toMatchObject({
      status: 0,
      stderr: '',
    })
    expect(made()).toContain(`人事科${extension}`)
    expect(read(`out/人事科${extension}`)).toMatch(content)
    expect(read(`out/人事科${extension}`)).toContain('加强业务培训')
    expect(read(`out/人事科${extension}`)).not.toContain('完善台账')
  })

  test('by unit in each: that unit alone, its roles apart', async () => {
    const { run, read } = given({ 'a.txt': NOTICE })
    await run('--by', 'unit', '-f', 'ndjson', '--split', 'unit', '-o', 'out/', 'a.txt')
    const records = read('out/法规科.ndjson')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(records.map(({ unit, role, id }) => [unit, role, id])).toEqual([['法规科', 'responsible', '1.1']])
  })

  test('of what was asked for alone', async () => {
    const { run, made } = given({ 'a.txt': NOTICE, 'b.txt': OTHER })
    await run('-f', 'csv', '--unit', '法规科', '--split', 'unit', '-o', 'out/', 'a.txt', 'b.txt')
    expect(made()).toEqual(['法规科.csv'])
  })
})

describe('names of units that are no names of files', () => {
  test.each(['../../x', '/etc/x', 'CON', 'aux.txt', '很'.repeat(120), 'a/b', '..', '.hidden', 'a\u202eb'])(
    '%j',
    async (name) => {
      const { run, made, list } = given({ 'in.txt': noticeFor(`${name}办公室`, name) })
      expect(await run('--split', 'unit', '-o', 'out/', 'in.txt')).toMatchObject({ status: 0 })
      expect(list().filter((file) => !file.startsWith('out/'))).toEqual(['in.txt'])
      expect(made().length).toBeGreaterThan(0)
      for (const file of made()) expect(file).not.toMatch(/^(?:\.|CON\.|aux\.)|\/|\u202e/i)
    },
  )

  test('twins in case', async () => {
    const { run, made } = given({ 'in.txt': noticeFor('信息中心A、信息中心a') })
    await run('-f', 'csv', '--split', 'unit', '-o', 'out/', 'in.txt')
    expect(made()).toEqual(['信息中心A.csv', '信息中心a~2.csv'])
  })
})

describe('refused, before anything is written', () => {
  test.each([
    ['no -o', [], /^planparse: --split 为每个单位写一个文件，需要文件夹；请写 -o 文件夹\/\n$/],
    ['standard output', ['-o', '-'], /需要文件夹/],
    ['a file', ['-o', 'x.csv'], /需要文件夹，“x\.csv”不是；/],
    ['a name that is no folder yet', ['-o', 'lists'], /需要文件夹，“lists”不是；/],
    ['a file that is there', ['-o', 'a.txt'], /需要文件夹/],
  ])('%s', async (_name, output, stderr) => {
    const { run, list } = given({ 'a.txt': NOTICE })
    const outcome = await run('--split', 'unit', ...output, 'a.txt')
    expect(outcome).toMatchObject({ status: 2, stdout: '' })
    expect(outcome.stderr).toMatch(stderr)
    expect(list()).toEqual(['a.txt'])
  })

  test('a file that is an input, by whatever name', async () => {
    const { run, path, read, list } = given({ 'a.txt': NOTICE })
    mkdirSync(join(path, 'out'))
    linkSync(join(path, 'a.txt'), join(path, 'out/法规科.csv'))
    const outcome = await run('-f', 'csv', '--split', 'unit', '-o', 'out', 'a.txt')
    expect(outcome).toMatchObject({ status: 2, stdout: '' })
    expect(outcome.stderr).toMatch(/^planparse: 输出文件 out\/法规科\.csv 就是输入文件/)
    expect(read('a.txt')).toBe(NOTICE)
    expect(list()).toEqual(['a.txt', 'out/法规科.csv'])
  })
})

test('one that cannot be read does not keep the others from their lists', async () => {
  const { run, made } = given({ 'a.txt': NOTICE })
  expect(await run('--split', 'unit', '-o', 'out/', 'nowhere.txt', 'a.txt')).toMatchObject({ status: 2 })
  expect(made()).toHaveLength(4)
})

test('a file that cannot be written leaves the others whole and nothing of itself', async () => {
  const { run, path, list } = given({ 'a.txt': NOTICE })
  mkdirSync(join(path, 'out/人事科.csv/x'), { recursive: true })
  const outcome = await run('-f', 'csv', '--split', 'unit', '-o', 'out', 'a.txt')
  expect(outcome).toMatchObject({ status: 2, stderr: expect.stringMatching(/^planparse: 写不了 out\/人事科\.csv/) })
  expect(list()).toEqual(['a.txt', 'out/办公室.csv', 'out/法规科.csv'])
})

test('nothing asked for is there: no file, and a sentence', async () => {
  const { run, path } = given({ 'a.txt': NOTICE })
  const outcome = await run('-f', 'csv', '--unit', '教育', '--split', 'unit', '-o', 'out/', 'a.txt')
  expect(outcome).toMatchObject({
    status: 0,
    stderr: expect.stringMatching(/^a\.txt:1:1: warning: .*\[nothing-selected\]\n$/),
  })
  expect(existsSync(join(path, 'out'))).toBe(false)
})
