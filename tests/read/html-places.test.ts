/** Of the words that a page shows, the plan says where in the file they stand. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPlan } from '../../src/index.ts'
import { utf8 } from './plan-of.ts'

const read = (file: string) => readPlan(utf8(file), { format: 'html', encoding: 'utf-8', withText: true })

/** Every 字 becomes a character that stands nowhere else, beyond the basic plane now and then: its place can be known. */
function withOwnCharacters(page: string): string {
  let count = 0
  return page.replaceAll('字', () => String.fromCodePoint((count % 7 === 6 ? 0x20000 : 0x4e00) + count++))
}

type Map = NonNullable<Awaited<ReturnType<typeof read>>['source']['map']>

/** Promises of the map that it breaks, in words. */
function broken(map: Map, text: string, file: string): string[] {
  const faults: string[] = []
  let before = 0
  for (const { start, end, source } of map) {
    const words = text.slice(start, end)
    const lines = file.slice(0, source.offset).split(/\r\n|\n|\r/)
    if (start < before || end <= start) faults.push(`out of order at ${start}`)
    if (words !== file.slice(source.offset, source.offset + end - start)) faults.push(`${words} stands elsewhere`)
    if (/[\n\r]/.test(words)) faults.push(`a line end in ${JSON.stringify(words)}`)
    if (source.line !== lines.length || source.column !== (lines.at(-1) as string).length + 1)
      faults.push(`${source.offset} is not at ${source.line}:${source.column}`)
    before = end
  }
  return faults
}

/** What has no place, of the characters that can be told apart. */
function unplaced(map: Map, text: string): string[] {
  const placed = new Set(map.flatMap(({ start, end }) => [...text.slice(start, end)]))
  return [...text].filter((c) => /^[\u4e00-\u9fff\u{20000}-\u{2ffff}]$/u.test(c) && !placed.has(c))
}

const words = (text: string) => text.split(' ')
const WORDS = ['字', '字字', '字字字字']
const BLANKS = [' ', '  ', '\n', '\r\n', '\r', '\t', '\f', '\u3000', '\u00a0', '\u2028']
const REFERENCES = words(
  '&nbsp; &#39; &#32; &#10; &#x1f600; &amp; &amp;amp; &lt; &ldquo; &nbsp &notit; &bogus; &bne; &copy &Tab; & &# &#x &; <3',
)
const HEAD = '<tr><th>序号</th><th>工作任务</th><th>责任单位</th></tr>'
const TAGS = [
  ...words(
    '<p> </p> <div> </div> <b> </b> <a> </a> <span> <br> </br> <pre>字 </pre> <ol> <li> </ul> <h2> <!--字--> <!字>',
  ),
  ...words(
    '<table> <tr> <td> <td\tcolspan=2> </td> </tr> </table> <table><caption> <p\ttitle="字>&amp;"> </body> </html>',
  ),
  `<table>${HEAD}<tr><td>`,
]
/** What no page should have, and what is read by rules of its own. */
const ODD = [
  ...words('<xmp> </xmp> <plaintext> <title> </title> <svg> <math> </math> <![CDATA[ ]]> <?字> </> < </'),
  '\0',
]

const pageOf = (tags: readonly string[]) =>
  fc
    .array(
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...WORDS) },
        { weight: 2, arbitrary: fc.constantFrom(...BLANKS) },
        { weight: 1, arbitrary: fc.constantFrom(...REFERENCES) },
        { weight: 4, arbitrary: fc.constantFrom(...tags) },
      ),
      { maxLength: 60, size: 'max' },
    )
    .map((pieces) => withOwnCharacters(pieces.join('')))

describe('of any page', () => {
  test.each([
    ['<body>', 400],
    // So many open tags are left out before the page is parsed.
    [`<body>${'<font>'.repeat(600)}`, 60],
  ])('all that it shows as it stands in the file is mapped to there', async (before, numRuns) => {
    await fc.assert(
      fc.asyncProperty(pageOf(TAGS), async (page) => {
        const { source, document } = await read(before + page)
        const [map, text] = [source.map ?? [], document.text ?? '']
        expect([...broken(map, text, before + page), ...unplaced(map, text)]).toEqual([])
      }),
      { numRuns },
    )
  })

  test('nothing is mapped to where it does not stand, whatever the page is made of', async () => {
    await fc.assert(
      fc.asyncProperty(pageOf([...TAGS, ...ODD]), async (page) => {
        const { source, document } = await read(page)
        expect(broken(source.map ?? [], document.text ?? '', page)).toEqual([])
      }),
      { numRuns: 400 },
    )
  })
})
