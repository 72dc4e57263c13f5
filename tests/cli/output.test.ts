import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, linkSync, mkdirSync, readdirSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { inProcess, NOTICE, PROGRAM, scratch } from './hosts.ts'

let folder: ReturnType<typeof scratch> | undefined
afterEach(() => folder?.drop())

function given(files: Record<string, string>) {
  folder = scratch(files)
  const { path, read, list } = folder
  return { path, read, list, run: (...argv: string[]) => inProcess({ argv, cwd: path }) }
}

describe('one file', () => {
  test.each([
    ['out.json', /^\{"type":"plan"/],
    ['out.ndjson', /^\{"file":"a\.txt"/],
    ['out.jsonl', /^\{"file":"a\.txt"/],
    ['out.csv', /^\ufeff序号/],
    ['OUT.CSV', /^\ufeff序号/],
    ['out.md', /^# /],
    ['deep/er/out.md', /^# /],
    ['out.html', /^<!doctype html>\n<html lang="zh-CN">[\s\S]*完善台账管理制度/],
    ['out.txt', /\n（说明：/],
  ])('the extension names the format: %s', async (name, content) => {
    const { run, read } = given({ 'a.txt': NOTICE })
    expect(await run('-o', name, 'a.txt')).toEqual({ status: 0, stdout: '', stderr: '' })
    expect(read(name)).toMatch(content)
  })

  test('-f wins over the extension, --no-bom over the BOM, a tree has no colours', async () => {
    const { run, read } = given({ 'a.txt': NOTICE })
    await run('-o', 'out.json', '-f', 'csv', '--no-bom', 'a.txt')
    expect(read('out.json')).toMatch(/^序号/)
    await run('-o', 'out.txt', '-f', 'tree', 'a.txt')
    expect(read('out.txt')).toMatch(/^[^\u001b]*一、夯实基础/)
  })

  test.each(['list.txt', 'list.md'])('a list that was written is read again: %s', async (name) => {
    const { run } = given({ 'a.txt': NOTICE })
    const tasksOf = async (input: string) => {
      const { stdout } = await run('-f', 'csv', input)
      // The last column is the line.
      return stdout.split('\r\n').map((line) => line.replace(/,[^,]*$/, ''))
    }
    await run('-o', name, 'a.txt')
    expect(await tasksOf(name)).toEqual(await tasksOf('a.txt'))
  })

  test('an extension that says nothing is refused', async () => {
    const { run, list } = given({ 'a.txt': NOTICE })
    const outcome = await run('-o', 'out.abc', 'a.txt')
    expect(outcome).toMatchObject({ status: 2, stdout: '' })
    expect(outcome.stderr).toMatch(/^planparse: 从“out\.abc”的扩展名看不出输出格式/)
    expect(list()).toEqual(['a.txt'])
  })

  test('a mistyped extension is told which is near', async () => {
    const { run } = given({ 'a.txt': NOTICE })
    expect((await run('-o', 'out.xslx', 'a.txt')).stderr).toMatch(/看不出输出格式，是不是 \.xlsx？/)
    expect((await run('--lang', 'en', '-o', 'out.xls', 'a.txt')).stderr).toMatch(/\(did you mean \.xlsx\?\)/)
  })

  test('-o - is standard output', async () => {
    const { run } = given({ 'a.txt': NOTICE })
    expect((await run('-o', '-', 'a.txt')).stdout).toMatch(/^\{"type":"plan"/)
  })

  test('it replaces what was there, keeping its mode, and leaves nothing beside it', async () => {
    const { run, read, list, path } = given({ 'a.txt': NOTICE, 'out.json': 'old' })
    chmodSync(join(path, 'out.json'), 0o640)
    await run('-o', 'out.json', 'a.txt')
    expect(JSON.parse(read('out.json')).type).toBe('plan')
    expect(statSync(join(path, 'out.json')).mode & 0o777).toBe(0o640)
    expect(list()).toEqual(['a.txt', 'out.json'])
  })

  test('a link stays a link', async () => {
    const { run, read, path } = given({ 'a.txt': NOTICE, 'real.json': 'old' })
    symlinkSync('real.json', join(path, 'link.json'))
    await run('-o', 'link.json', 'a.txt')
    expect(read('real.json')).toMatch(/^\{"type":"plan"/)
  })

  test.each([
    ['by its name', 'a.txt'],
    ['by another name', './b/../a.txt'],
    ['through a link', 'soft.json'],
    ['through a hard link', 'hard.json'],
  ])('never over an input: %s', async (_how, output) => {
    const { run, read, path } = given({ 'a.txt': NOTICE, 'b/c.txt': '' })
    symlinkSync('a.txt', join(path, 'soft.json'))
    linkSync(join(path, 'a.txt'), join(path, 'hard.json'))
    const outcome = await run('-f', 'json', '-o', output, 'b/c.txt', 'a.txt')
    expect(outcome).toMatchObject({ status: 2, stdout: '' })
    expect(outcome.stderr).toMatch(/^planparse: 输出文件 .* 就是输入文件/)
    expect(read('a.txt')).toBe(NOTICE)
  })

  test.each([
    ['the list of names', ['-f', 'json', '--files-from', 'list', '-o', 'list']],
    ['the list, through a link', ['-f', 'json', '--files-from', 'list', '-o', 'soft']],
    ['the configuration that is named', ['--config', 'c.json', '-o', 'c.json', 'a.txt']],
    ['the one that is found', ['-o', 'planparse.config.json', 'a.txt']],
    ['the one that is found, in a check', ['check', '-o', 'planparse.config.json', 'a.txt']],
    ['the one that is found, by verify', ['verify', '-o', 'planparse.config.json', 'a.txt']],
    ['the one that is found, in a merge', ['merge', '-o', 'planparse.config.json', 'plan.json']],
    ['the one that is found, in a folder', ['-o', './', 'planparse.config.txt']],
    ['a .planparseignore', ['-f', 'json', '-o', 'in/.planparseignore', 'in']],
  ])('never over what else is read: %s', async (_what, argv) => {
    const files = {
      list: 'a.txt\n',
      'c.json': '{"year":2023}',
      'planparse.config.json': '{"year":2024}',
      'planparse.config.txt': NOTICE,
      'in/.planparseignore': 'b.txt\n',
    }
    const { run, read, path } = given({ 'a.txt': NOTICE, 'in/a.txt': NOTICE, ...files })
    symlinkSync('list', join(path, 'soft'))
    await run('-o', 'plan.json', 'a.txt')
    expect(await run(...argv)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(/就是输入文件/) })
    for (const [name, content] of Object.entries(files)) expect(read(name)).toBe(content)
  })

  test.each([
    ['the list of names', ['--files-from', 'list', '--manifest', 'list']],
    ['the configuration', ['--manifest', 'planparse.config.json', 'a.txt']],
  ])('no manifest over %s', async (_what, argv) => {
    const files = { list: 'a.txt\n', 'planparse.config.json': '{"year":2024}' }
    const { run, read } = given({ 'a.txt': NOTICE, ...files })
    const outcome = await run('-o', 'out/', ...argv)
    expect(outcome).toMatchObject({ status: 2, stderr: expect.stringMatching(/^planparse: 处理记录 .* 就是输入文件/) })
    for (const [name, content] of Object.entries(files)) expect(read(name)).toBe(content)
  })

  test.each([
    ['the one output', ['-f', 'json', '-o', 'same', '--manifest', 'same', 'a.txt']],
    ['by another name', ['-f', 'json', '-o', 'same', '--manifest', './x/../same', 'a.txt']],
    ['through a link', ['-f', 'json', '-o', 'out.json', '--manifest', 'soft', 'a.txt']],
    ['one of many', ['-o', 'out/', '--manifest', 'out/b.json', 'a.txt', 'b.txt']],
    ['the file of a unit', ['-f', 'csv', '--split', 'unit', '-o', 'out/', '--manifest', 'out/办公室.csv', 'a.txt']],
  ])('no manifest that is an output: %s', async (_what, argv) => {
    const { run, read, path } = given({ 'a.txt': NOTICE, 'b.txt': NOTICE, 'out.json': 'old', 'x/y': '' })
    symlinkSync('out.json', join(path, 'soft'))
    const { status, stdout, stderr } = await run(...argv)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(/和输出是同一个文件|就是输入文件/)
    expect(read('out.json')).toBe('old')
  })

  test('an input that cannot be read leaves the old output', async () => {
    const { run, read } = given({ 'out.json': 'old' })
    expect(await run('-o', 'out.json', 'nowhere.txt')).toMatchObject({ status: 2 })
    expect(read('out.json')).toBe('old')
  })

  test('a place that cannot be written', async () => {
    const { run, list } = given({ 'a.txt': NOTICE })
    const outcome = await run('-o', 'a.txt/out.json', 'a.txt')
    expect(outcome).toMatchObject({ status: 2, stdout: '' })
    expect(outcome.stderr).toMatch(/^planparse: 写不了 a\.txt\/out\.json/)
    expect(list()).toEqual(['a.txt'])
  })

  test.skipIf(!existsSync('/dev/full'))('a full disk', async () => {
    const { run } = given({ 'a.txt': NOTICE })
    const outcome = await run('-f', 'json', '-o', '/dev/full', 'a.txt')
    expect(outcome).toMatchObject({ status: 2 })
    expect(outcome.stderr).toMatch(/^planparse: 写不了 \/dev\/full（ENOSPC/)
  })
})

describe('interrupted', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('%s leaves the old output and nothing else', async (signal) => {
    const { path, list, read } = given({ 'a.txt': NOTICE, 'out.json': 'old' })
    spawnSync('mkfifo', ['pipe'], { cwd: path })
    const child = spawn(process.execPath, [PROGRAM, '-o', 'out.json', 'a.txt', 'pipe'], { cwd: path })
    const ended = once(child, 'exit')
    // The first input is written to the unfinished output while the second keeps the program waiting.
    while (!readdirSync(path).some((name) => name.endsWith('.tmp'))) await setTimeout(5)
    child.kill(signal)
    expect(await ended).toEqual([null, signal])
    expect(list()).toEqual(['a.txt', 'out.json'])
    expect(read('out.json')).toBe('old')
  })
})

describe('a folder', () => {
  test('one output per input, in the same order of folders', async () => {
    const { run, list, read } = given({
      'in/a.txt': NOTICE,
      'in/b/a.txt': NOTICE,
      'in/b/c.d.md': NOTICE,
      'e.txt': NOTICE,
    })
    expect(await run('-o', 'out/', 'in', 'e.txt')).toMatchObject({
      status: 0,
      stdout: '',
      stderr: expect.stringMatching(/^planparse: 完成 4 份；任务 12 项，警告 0 条；用时 [\d.]+ 秒\n$/),
    })
    expect(list().filter((name) => name.startsWith('out'))).toEqual([
      'out/a.json',
      'out/b/a.json',
      'out/b/c.d.json',
      'out/e.json',
    ])
    expect(JSON.parse(read('out/b/a.json')).source.path).toBe('in/b/a.txt')
  })

  test('a folder that is there needs no slash; the format is as asked', async () => {
    const { run, read, path } = given({ 'a.txt': NOTICE })
    mkdirSync(join(path, 'out'))
    await run('-o', 'out', '-f', 'csv', 'a.txt')
    expect(read('out/a.csv')).toMatch(/^\ufeff序号/)
  })

  test('two inputs with one output: refused before anything is written', async () => {
    const { run, list } = given({ 'a.txt': NOTICE, 'a.md': NOTICE })
    const outcome = await run('-o', 'out/', 'a.txt', 'a.md')
    expect(outcome).toMatchObject({ status: 2, stdout: '' })
    expect(outcome.stderr).toMatch(/^planparse: a\.txt 和 a\.md 会写到同一个文件 out\/a\.json/)
    expect(list()).toEqual(['a.md', 'a.txt'])
  })

  test('never over an input', async () => {
    const { run, read } = given({ 'a.md': NOTICE })
    expect(await run('-f', 'markdown', '-o', './', 'a.md')).toMatchObject({ status: 2 })
    expect(read('a.md')).toBe(NOTICE)
  })

  test('.. in an input does not lead out of it', async () => {
    const { run, list } = given({ 'in/a.txt': NOTICE, 'b/x.md': NOTICE })
    await run('-o', 'b/out/', 'in/../in/a.txt', 'b/../in')
    expect(list()).toEqual(['b/out/a.json', 'b/x.md', 'in/a.txt'])
    await run('-o', 'b/out/', 'b/../in/../in')
    expect(list()).toContain('b/out/a.json')
  })

  test.each<[what: string, argv: string[], outputs: string[]]>([
    ['a list', ['--files-from', 'list'], ['b.json', 'c.json', 'd.json', 'here/a.json']],
    ['a pattern', ['../**/*.txt', '../../*.txt'], ['b.json', 'c.json', 'd.json', 'here/a.json']],
    [
      'names',
      ['../b.txt', '../other/c.txt', 'here/../../../d.txt', './here/a.txt'],
      ['a.json', 'b.json', 'c.json', 'd.json'],
    ],
    ['a folder', ['..'], ['b.json', 'other/c.json', 'work/here/a.json']],
  ])('inputs outside the working folder do not lead outputs out of it: %s', async (_what, argv, outputs) => {
    const list = ['../b.txt', '../other/../other/c.txt', 'here/../../../d.txt', 'here/a.txt'].join('\n')
    const { path, list: all } = given({
      'd.txt': NOTICE,
      'up/b.txt': NOTICE,
      'up/other/c.txt': NOTICE,
      'up/work/here/a.txt': NOTICE,
      'up/work/list': list,
    })
    const before = all()
    const cwd = join(path, 'up/work')
    expect(await inProcess({ argv: ['-q', '-o', 'out/', ...argv], cwd })).toMatchObject({ status: 0, stderr: '' })
    expect(all().filter((name) => !before.includes(name))).toEqual(outputs.map((name) => `up/work/out/${name}`))
  })

  test('links in a folder are not followed', async () => {
    const { run, path } = given({ 'in/a.txt': NOTICE, 'secret.txt': NOTICE })
    symlinkSync('..', join(path, 'in/loop'))
    symlinkSync('../secret.txt', join(path, 'in/b.txt'))
    expect(JSON.parse((await run('in')).stdout)).toHaveLength(1)
  })
})

describe('a pipe', () => {
  test('closed early, it ends quietly', () => {
    const text = NOTICE.repeat(2000)
    const { path } = given({ 'a.txt': text, 'b.txt': text, 'c.txt': text })
    const node = JSON.stringify(process.execPath)
    const command = `${node} ${JSON.stringify(PROGRAM)} -q -f json a.txt b.txt c.txt | head -c 10; echo " $\{PIPESTATUS[0]}"`
    const run = spawnSync('bash', ['-c', command], { cwd: path })
    expect(run.stdout.toString()).toBe('[\n{"type": 0\n')
    expect(run.stderr.toString()).toBe('')
  })

  test('read slowly, it brings everything', async () => {
    const { path } = given({ 'a.txt': NOTICE.repeat(2000), 'b.txt': NOTICE.repeat(2000) })
    const child = spawn(process.execPath, [PROGRAM, '-q', '-f', 'json', 'a.txt', 'b.txt'], { cwd: path })
    const chunks: Buffer[] = []
    for await (const chunk of child.stdout) {
      chunks.push(chunk)
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(JSON.parse(Buffer.concat(chunks).toString())).toHaveLength(2)
  })
})
