/** The READMEs list the formats and columns that there are, in both languages. */
import { expect, test } from 'vitest'
import { INPUT_EXTENSIONS, INPUT_FORMATS } from '../../src/parse.ts'
import { FORMATS, WRITERS } from '../../src/write/index.ts'
import { headingsOf, layoutOf } from '../../src/write/layout.ts'
import { tablesOf, textOf } from './pages.ts'

const READMES = ['README.md', 'README.zh-CN.md']

/** The names in a column of the table under a heading. */
function namesIn(page: string, head: string, column: number): string[] {
  const table = tablesOf(page).find(({ rows: [first] }) => first?.[0] === head)
  return (table?.rows.slice(1) ?? []).flatMap((row) =>
    Array.from((row[column] ?? '').matchAll(/`([^`]+)`/g), ([, name = '']) => name),
  )
}

test.each(READMES)('%s has every input format with its extensions', (page) => {
  expect(namesIn(page, '`--from`', 0).sort()).toEqual([...INPUT_FORMATS].sort())
  expect(namesIn(page, '`--from`', 1).sort()).toEqual([...INPUT_EXTENSIONS].sort())
})

test.each(READMES)('%s has every output format, and extensions that name it', (page) => {
  expect(namesIn(page, '`-f`', 0).sort()).toEqual([...FORMATS].sort())
  const extensions: readonly string[] = WRITERS.flatMap((writer) => writer.extensions as readonly string[])
  expect(namesIn(page, '`-f`', 1).filter((name) => !extensions.includes(name))).toEqual([])
})

test('docs/formats.md has a section for every format', () => {
  const page = textOf('docs/formats.md').toLowerCase()
  for (const name of [...INPUT_FORMATS, ...FORMATS]) expect(page).toContain(name === 'ics' ? '-f ics' : name)
})

test.each(READMES)('%s has the usual columns, in their order', (page) => {
  const headings = headingsOf(layoutOf({}))
  const paragraph = textOf(page)
    .split('\n\n')
    .find((each) => each.startsWith('序号'))
  const named = paragraph?.replaceAll(/（[^）]*）|\([^)]*\)/g, '').match(/\p{Script=Han}+/gu)
  expect(named?.slice(0, headings.length)).toEqual(headings)
})

test.each(READMES)('%s begins with what it is, what goes in and comes out, and how to get it', (page) => {
  const headings = textOf(page).match(/^##.*$/gm)
  expect(headings?.[0]).toMatch(/Install|安装/)
  expect(textOf(page)).toMatch(/npm install -g planparse.*npx planparse/s)
})
