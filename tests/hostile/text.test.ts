/**
 * Texts made to do harm. Where time is the point, the program gets so long that only one that would never end is cut
 * off; how time grows is for `npm run bench -- --check`.
 */
import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { afterEach, describe, expect, test } from 'vitest'
import { check, parsePlan, readPlan, writePlan } from '../../src/index.ts'
import { verifyPlan } from '../../src/verify/index.ts'
import { WRITERS } from '../../src/write/index.ts'
import { PROGRAM, scratch } from '../cli/hosts.ts'
import { date, plan, section, task, unit } from '../plans.ts'

let folder: ReturnType<typeof scratch> | undefined
afterEach(() => folder?.drop())

/** Runs the program on a file; `null` where it had to be killed. */
function statusOf(name: string, content: string, ...argv: string[]): number | null {
  folder = scratch({ [name]: content })
  return spawnSync(process.execPath, [PROGRAM, '-q', ...argv, name], {
    cwd: folder.path,
    timeout: 50_000,
    stdio: 'ignore',
  }).status
}

test.each([
  ['comments before a page that is none', 'a.txt', `${'<!---->'.repeat(400)}x`],
  ['the head of a mail that is none', 'a.txt', `D:\nT:\n\t${'\r\n\t\t'.repeat(400)}`],
  [
    'words for nobody in particular',
    'a.txt',
    `一、完善台账。（责任单位：${'各多'.repeat(200)}x等${'各多'.repeat(200)}x单位）`,
  ],
  [
    'words before a time',
    'a.csv',
    `序号,任务,责任单位,完成时限\n1,完善台账,办公室,截至${'至截至'.repeat(400)}不6月底前\n`,
  ],
  ['a trail of steps', 'a.txt', `的>${'现>目:\t'.repeat(4000)}。\n一、完善台账\n`],
  ['by whom, again and again', 'a.txt', `一、${'由配'.repeat(20_000)}。\n`],
  [
    'a table as wide as it is long',
    'a.csv',
    `序号,任务,责任单位,完成时限${','.repeat(20_000)}\n${'1,完善台账,办公室,6月底前\n'.repeat(20_000)}`,
  ],
  ['issued by nobody', 'a.txt', `${'公布《《'.repeat(5000)}\n转发\n`],
  ['titles, one after another', 'a.txt', '云江县重点工作实施方案\n'.repeat(50_000)],
  [
    'an organ above each title',
    'a.txt',
    '云江县人民政府\n\n第1号重点工作安排实施方案\n一、抓好工作。\n云江县人民政府\n2023年3月1日\n'.repeat(25_000),
  ],
  ['quotes, one after another', 'a.md', '> 一\n\n'.repeat(20_000)],
  ['lists in lists, one after another', 'a.md', '- 一\n  - 二\n    - 三\n'.repeat(7000)],
  ['headings underlined', 'a.md', '一\n=\n'.repeat(20_000)],
  ['emphasis that never agrees', 'a.md', '*一_'.repeat(20_000)],
  ['emphasis that never agrees, in lines that look like items', 'a.md', `一\n${'2. *一_\n'.repeat(20_000)}`],
  ['emphasis that closes what was never opened', 'a.md', '一* '.repeat(20_000)],
  ['links that never close', 'a.md', '[一]('.repeat(20_000)],
  ['ends of links', 'a.md', '一]'.repeat(50_000)],
  ['footnotes that are none', 'a.md', '[^一]'.repeat(20_000)],
  ['images that never begin', 'a.md', '!['.repeat(20_000)],
  ['runs of backticks, each longer', 'a.md', Array.from({ length: 400 }, (_, i) => '`'.repeat(i)).join('一')],
  ['an address that never comes', 'a.md', 'a-+.'.repeat(50_000)],
  ['quotes nested 5,000 deep', 'a.md', `${'>'.repeat(5000)} 一\n`],
  ['lists nested 5,000 deep', 'a.md', `${'- '.repeat(5000)}一\n`],
])('once took for ever: %s', (_what, name, content) => {
  expect(statusOf(name, content, '-f', 'json')).toBe(0)
})

const BRACKETS = ['（', '(', '〔', '【', '[', '《', '“', '‘', '（〔【《“[(']

test.each(BRACKETS)('100,000 opening brackets: %s', (bracket) => {
  const text = `一、${bracket.repeat(100_000 / bracket.length)}\n`
  const made = parsePlan(text, { withText: true })
  expect(verifyPlan(text, made)).toEqual([])
  expect(check(made)).toBeInstanceOf(Array)
})

test('one task with 50,000 labels is checked', () => {
  expect(statusOf('a.txt', '一、完善（责任单位：'.repeat(50_000), 'check', '--fail-on', 'none')).toBe(0)
})

test.each(WRITERS.map(({ id }) => id))('one task with 50,000 labels is written: %s', (format) => {
  expect(statusOf('a.txt', '一、完善（责任单位：'.repeat(50_000), '-f', format)).toBe(0)
})

test('each closed again, and in a report for people', () => {
  const text = `一、${'（'.repeat(100_000)}${'）'.repeat(100_000)}\n`
  expect(verifyPlan(text, parsePlan(text))).toEqual([])
  expect(statusOf('a.txt', `一、${'（'.repeat(10_000)}\n`, 'check')).toBe(0)
})

describe('one line of 4 million characters', () => {
  test.each([
    ['words', '完善台账管理制度'],
    ['sentences', '6月底前完成。'],
    ['units', '县教育局、'],
    ['blanks', ' '],
    ['tabs', '\t'],
    ['digits', '1'],
  ])('%s', (_what, words) => {
    const text = `一、${words.repeat(4_000_000 / words.length)}`
    expect(verifyPlan(text, parsePlan(text))).toEqual([])
  })
})

test.each([
  ['chapters in articles in lists', ['一、', '（一）', '1.', '（1）', '①']],
  ['numbers that never agree', ['1.', '1.1.', '1.1.1.', '1.1.1.1.', '第一章 ', '第一条 ', '（九十九）']],
])('20,000 items, as deep as they go: %s', (_what, markers) => {
  const text = Array.from({ length: 20_000 }, (_, i) => `${markers[i % markers.length]}完善台账`).join('\n')
  const made = parsePlan(text, { withText: true })
  expect(verifyPlan(text, made)).toEqual([])
  expect(() => JSON.stringify(made)).not.toThrow()
})

/** Lone surrogates, NUL, escapes, direction marks, private use, noncharacters, line separators, marks without a base. */
const ODD = [
  '\ud800',
  '\udfff',
  '\0',
  '\u0007',
  '\u001b]0;x\u0007',
  '\u009b31m',
  '\u007f',
  '\u0085',
  '\u2028',
  '\u2029',
  '\u202e',
  '\u2066',
  '\u200f',
  '\u061c',
  '\u200b',
  '\ufeff',
  '\ue000',
  '\u{10fffd}',
  '\ufdd0',
  '\uffff',
  '\u{1ffff}',
  '\u0301\u0301\u0301',
  '\ufff9',
  '\u{e0041}',
]

describe('odd characters', () => {
  const line = fc.oneof(
    fc.constantFrom(
      '一、',
      '（一）',
      '责任单位：',
      '完成时限：6月底前',
      '（牵头单位：办公室）',
      '完善台账',
      '\n',
      '。',
    ),
    fc.constantFrom(...ODD),
  )
  const text = fc.array(line, { maxLength: 40 }).map((pieces) => pieces.join(''))

  test('a line end that is no white space parts a value', () => {
    const words = '完成时限：6月底前一、\u0085\ud800'
    expect(verifyPlan(words, parsePlan(words))).toEqual([])
  })

  test('are kept, each at its place, in texts and in JSON', () => {
    fc.assert(
      fc.property(text, (words) => {
        const made = parsePlan(words, { withText: true })
        expect(verifyPlan(words, made)).toEqual([])
        expect(JSON.parse(JSON.stringify(made))).toEqual(made)
        expect(made.document.text).toBe(words)
      }),
      { numRuns: 300 },
    )
  })

  /** Enough of them, so that a text with an odd one is still a text. */
  const WORDS = '完善台账管理制度，'.repeat(20)
  const odd = (words: string) =>
    plan([
      section(
        [
          task({
            text: `甲${words}乙${WORDS}`,
            status: words,
            units: [unit(`局${words}`)],
            deadlines: [date('2023-06-30')],
          }),
        ],
        { title: words },
      ),
    ])

  test.each(ODD)('a line of NDJSON is one line to every reader: %j', async (words) => {
    const text = await writePlan(odd(words), 'ndjson')
    expect(text).not.toMatch(/[\r\v\f\u001c-\u001e\u0085\u2028\u2029][\s\S]|\p{Surrogate}/u)
    expect(JSON.parse(text)).toMatchObject({ text: `甲${words}乙${WORDS}`, status: words })
  })

  /** Half of a pair. */
  const LONE = /\p{Surrogate}/u

  test.each(ODD)('what is written is UTF-8 and is read again: %j', async (words) => {
    for (const { id } of WRITERS) {
      const made = await writePlan(odd(words), id)
      const bytes = typeof made === 'string' ? Buffer.from(made) : made
      if (['xlsx', 'csv', 'json', 'markdown', 'text'].includes(id)) await readPlan(bytes, { path: `a.${id}` })
      // Where a format can hold a lone surrogate it is escaped, elsewhere it is U+FFFD.
      if (['html', 'json', 'ndjson'].includes(id)) expect(LONE.test(made as string)).toBe(false)
      if (['csv', 'markdown', 'text'].includes(id) && LONE.test(words)) expect(bytes.toString()).toContain('\ufffd')
    }
  })

  test.each(ODD)('a spreadsheet is well-formed XML: %j', async (words) => {
    const { Archive } = await import('../../src/read/zip.ts')
    const archive = await Archive.open((await writePlan(odd(words), 'xlsx')) as unknown as Uint8Array)
    for (const name of ['xl/worksheets/sheet1.xml', 'xl/workbook.xml', 'xl/sharedstrings.xml']) {
      const parser = new SaxesParser()
      parser.on('error', (error) => expect.fail(String(error)))
      const decoder = new TextDecoder('utf-8', { fatal: true })
      const isThere = await archive.read(name, (bytes) => parser.write(decoder.decode(bytes, { stream: true })))
      if (isThere) parser.close()
    }
  })
})
