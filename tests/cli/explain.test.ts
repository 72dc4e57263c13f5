/** --explain and --stage: why a document was read so. */

import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const BIN = join(import.meta.dirname, '../../bin/planparse.js')
const file = join(mkdtempSync(join(tmpdir(), 'planparse-')), '要点.txt')
writeFileSync(
  file,
  '平川县2024年水务要点\n\n一、保障供水（责任单位：供水科）\n（一）改造管网。完成20公里。（完成时限：6月底前）\n（二）由监测科负责，每月公示一次。\n',
)
const run = (...args: string[]) => spawnSync(process.execPath, [BIN, ...args, file], { encoding: 'utf8' })

describe('--explain', () => {
  const { stdout, status } = run('--explain')
  test('names for each task its number, title, units and deadlines with rule and place', () => {
    expect(status).toBe(0)
    expect(stdout).toContain(`${file}:4:1  1.1  改造管网`)
    expect(stdout).toMatch(/编号 {2}（一） {2}\[chineseParen\]/)
    expect(stdout).toMatch(/单位 {2}供水科 {2}responsible {2}\[label:责任单位, 承自标题\] {2}3:/)
    expect(stdout).toMatch(/时限 {2}6月底前 {2}2024-06-30 {2}\[month-end\] {2}4:/)
    expect(stdout).toMatch(/单位 {2}监测科 {2}responsible {2}\[clause:由, 正文\] {2}5:/)
  })
  test('in English where asked', () => expect(run('--explain', '--lang', 'en').stdout).toMatch(/number {2}（一）/))
})

describe('--stage', () => {
  test.each([
    [
      'paragraphs',
      (made: unknown) => expect(made).toMatchObject([{ view: { text: '平川县2024年水务要点', start: 0 } }, {}, {}, {}]),
    ],
    ['outline', (made: unknown) => expect(made).toMatchObject([{ kind: 'item', depth: 0 }])],
    ['annotations', (made: unknown) => expect(JSON.stringify(made)).toContain('"rule":"label:责任单位"')],
  ])('%s is printed as JSON', (stage, check) => check(JSON.parse(run('--stage', stage).stdout)))
})
