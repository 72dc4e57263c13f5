/** Nothing that a document, a file name, an argument or a configuration holds reaches the terminal raw. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { REPORTERS } from '../../src/report/index.ts'
import { inProcess, scratch } from '../cli/hosts.ts'

/** Opens a window title, hides and turns round what follows, clears the screen, in one byte and in two. */
const EVIL = '\u001b]0;x\u0007\u009b2J\u202e\u2066\u200f\u0008\u007f\ud800'
/** The same as a file can be named. */
const EVIL_NAME = '\u001b]0;x\u0007\u009b2J\u202e\u2066\u200f\u0008\u007f\n'
const NAME = `${EVIL_NAME}.txt`
/** All but line ends. */
const UNSAFE = /[\0-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\r(?!\n)|\p{Surrogate}/u

const TEXT = `云江县${EVIL}2023年工作要点
一、夯实${EVIL}基础
（一）完善台账(${EVIL}含清单)。〔责任单位：办公室${EVIL}；完成时限：适时${EVIL}；备注：甲${EVIL}〕
（二）开展检查（含专项）。（责任单位：法规科${EVIL}
三、培训${EVIL}（含${EVIL}
四、${'加强日常管理，做好资料归档，'.repeat(200)}按时完成。
`

let folder: ReturnType<typeof scratch>
beforeAll(async () => {
  folder = scratch({
    [NAME]: Buffer.from(`\ufeff${TEXT}`, 'utf16le'),
    'good.txt': '一、完善台账。（责任单位：办公室）\n',
    [`in${EVIL_NAME}/a.txt`]: TEXT,
    'evil.json': JSON.stringify({ [EVIL]: 1 }),
    'evil.yaml': `labels:\n  ${JSON.stringify(EVIL)}: [甲乙]\n`,
    'value.json': JSON.stringify({ lang: EVIL }),
    'labels.json': JSON.stringify({ labels: { lead: ['责任\u001b[2J方'] }, narrative: ['背\u202e景'] }),
    'units.json': JSON.stringify({ units: [{ name: '甲\u009b\u202e局' }] }),
    [`bad${EVIL_NAME}.docx`]: 'PK\u0003\u0004',
    'names.list': `${EVIL_NAME.trimEnd()}.missing\n`,
    'back.csv': `序号,进展情况\n1.1,${EVIL}\n9.9,${EVIL}\n`,
    'back.json': '{"type":"planparse-corrections"}',
  })
  mkdirSync(join(folder.path, `folder${EVIL_NAME}`))
  await inProcess({ argv: ['-o', 'plan.json', NAME], cwd: folder.path })
})
afterAll(() => folder.drop())

/** Both streams of a run on a terminal of 60 columns. */
async function shown(argv: readonly string[], stdin?: string): Promise<string> {
  const { stdout, stderr } = await inProcess({
    argv: [...argv],
    cwd: folder.path,
    columns: 60,
    ...(stdin !== undefined && { stdin }),
  })
  return stdout + stderr
}

test.each<[what: string, argv: string[], stdin?: string]>([
  ...['tree', 'json', 'ndjson', 'csv', 'markdown', 'text', 'html', 'ics'].map((format): [string, string[]] => [
    format,
    ['--no-color', '-f', format, NAME],
  ]),
  ['several files', ['--no-color', '-f', 'tree', NAME, 'good.txt']],
  ['a folder', ['--no-color', `in${EVIL_NAME}`]],
  ['tasks by unit', ['--no-color', '--by', 'unit', NAME]],
  ['a summary', ['--no-color', '--summary', NAME, 'good.txt']],
  ['a summary as JSON', ['--summary', '-f', 'json', NAME]],
  ['the rules that read it', ['--explain', NAME]],
  ...['text', 'paragraphs', 'outline'].map((stage): [string, string[]] => [`stage ${stage}`, ['--stage', stage, NAME]]),
  ...REPORTERS.map(({ id }): [string, string[]] => [
    `findings as ${id}`,
    ['check', '--no-color', '--reporter', id, NAME],
  ]),
  ['a mended text', ['check', '--fix', NAME]],
  ['a deadline', ['deadline', `6月底前${EVIL}`]],
  ['deadlines from standard input', ['deadline'], `6月底前${EVIL}\n`],
  ['records', ['--records'], `${JSON.stringify({ id: EVIL, text: TEXT })}\n${EVIL}\n`],
  ['a merge', ['merge', '--no-color', 'back.csv', 'plan.json']],
  ['a merge of what is none', ['merge', 'back.json', 'plan.json']],
  ['a configuration', ['--config', 'units.json', '--print-config']],
  ['labels of a configuration', ['--config', 'labels.json', '-f', 'tree', 'good.txt']],
  ['an unknown key of a configuration', ['--config', 'evil.json', 'good.txt']],
  ['an unknown key of YAML', ['--config', 'evil.yaml', 'good.txt']],
  ['a wrong value of a configuration', ['--config', 'value.json', 'good.txt']],
  ['a configuration that is not there', ['--config', EVIL, 'good.txt']],
  ['a file that is not there', [EVIL]],
  ['a file in a list that is not there', ['--files-from', 'names.list']],
  ['a list that is not there', ['--files-from', EVIL]],
  ['a pattern without a file', [`${EVIL}*`]],
  ['a file that is none', [`bad${EVIL_NAME}.docx`]],
  ['an empty folder', [`folder${EVIL_NAME}`]],
  ['an output that cannot be', ['-f', 'json', '-o', `good.txt/${EVIL}`, 'good.txt']],
  ['an output of no format', ['-o', `a.${EVIL}`, 'good.txt']],
  ['a manifest that cannot be', ['-o', 'out/', '--manifest', `good.txt/${EVIL}`, 'good.txt']],
  ['an unknown option', [`--${EVIL}`]],
  ['an unknown format', ['-f', EVIL, 'good.txt']],
  ['an unknown column', ['--columns', EVIL, 'good.txt']],
  ['a column of an unknown label', ['--columns', `extra:${EVIL}`, 'good.txt']],
  ['an unknown unit', ['--no-color', '--unit', EVIL, 'good.txt']],
  ['a wrong number', ['--year', EVIL, 'good.txt']],
])('%s', async (_what, argv, stdin) => {
  const text = await shown(argv, stdin)
  // What was to be shown is there to be seen.
  expect(text).toMatch(/\\u001b\]0;x|good\.txt|back\.json|(?:value|units|labels)\.json/)
  expect(text).not.toMatch(UNSAFE)
})

describe('with colours', () => {
  test.each([[['-f', 'tree', NAME]], [['--summary', NAME]], [['check', NAME]]])(
    '%j: they are the only escapes',
    async (argv) => {
      const { stdout } = await inProcess({ argv, cwd: folder.path, columns: 60 })
      expect(stdout.replace(/\u001b\[\d{1,2}m/g, '')).not.toMatch(UNSAFE)
    },
  )
})
