/** Links lead somewhere, and docs/README.md leads everywhere. */
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { PAGES, ROOT, textOf } from './pages.ts'

/** The text without what stands in fences and in `code`. */
const prose = (page: string) =>
  textOf(page)
    .replaceAll(/^(`{3,})[\s\S]*?^\1$/gm, '')
    .replaceAll(/`[^`\n]*`/g, '')

/** The anchors of a page, as GitHub makes them of its headings. */
function anchorsOf(page: string): string[] {
  const headings = textOf(page)
    .replaceAll(/^(`{3,})[\s\S]*?^\1$/gm, '')
    .matchAll(/^#+ (.+)$/gm)
  return Array.from(headings, ([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\p{M} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

const linksOf = (page: string): string[] =>
  Array.from(prose(page).matchAll(/\]\(([^)\s]+)\)/g), ([, target = '']) => target).filter(
    (target) => !/^[a-z]+:/.test(target),
  )

test.each(PAGES)('the links of %s lead somewhere', (page) => {
  const lost = linksOf(page).filter((target) => {
    const [path = '', anchor] = target.split('#')
    const file = path === '' ? page : join(dirname(page), path)
    if (!existsSync(join(ROOT, file))) return true
    return anchor !== undefined && !anchorsOf(file).includes(decodeURIComponent(anchor))
  })
  expect(lost).toEqual([])
})

test('there are links to follow', () => {
  expect(PAGES.flatMap(linksOf).length).toBeGreaterThan(30)
})

test('docs/README.md has a line for every page, and both READMEs lead to it', () => {
  const pages = PAGES.filter((page) => page.startsWith('docs/') && page !== 'docs/README.md')
  const workflows = readdirSync(join(ROOT, 'docs/ci')).map((name) => `docs/ci/${name}`)
  const listed = linksOf('docs/README.md').map((target) => join('docs', target).replaceAll('\\', '/'))
  expect(listed).toEqual(expect.arrayContaining([...pages, ...workflows]))
  for (const page of ['README.md', 'README.zh-CN.md']) expect(linksOf(page)).toContain('docs/README.md')
})
