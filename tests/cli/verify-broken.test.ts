/** What `planparse verify` says of a promise that is broken; none is known to be, so it is told of one that is not. */
import { afterAll, expect, test, vi } from 'vitest'
import { VerifyReport } from '../../src/plan.ts'
import { inProcess, NOTICE, scratch } from './hosts.ts'

vi.mock('../../src/verify/index.ts', async (original) => {
  const { prove, ...rest } = await original<typeof import('../../src/verify/index.ts')>()
  const lost = { promise: 'coverage' as const, detail: '0 × "一、"', start: 17, end: 19 }
  return { ...rest, prove: (...given: Parameters<typeof prove>) => ({ ...prove(...given), breaks: [lost] }) }
})

const folder = scratch({ 'a.txt': NOTICE })
afterAll(() => folder.drop())
const verify = (...argv: string[]) => inProcess({ argv: ['verify', ...argv, 'a.txt'], cwd: folder.path })

test('the place, the words and the name of the promise; status 1', async () => {
  const { status, stdout } = await verify()
  expect(status).toBe(1)
  expect(stdout).toMatch(
    /^a\.txt：没有证实，1 处不符\n.*\n {2}2:1: 有字不在任何一处，或同在两处 0 × "一、" \[coverage\]\n$/,
  )
})

test('in English', async () => {
  const { stdout } = await verify('--lang', 'en')
  expect(stdout).toMatch(/^a\.txt: not proved, 1 broken\n.*\n {2}2:1: characters .* 0 × "一、" \[coverage\]\n$/)
})

test('for programs', async () => {
  const { status, stdout } = await verify('-f', 'json')
  const [file] = VerifyReport.parse(JSON.parse(stdout)).files
  expect([status, file?.proved, file?.breaks.map(({ promise, position }) => [promise, position.start.line])]).toEqual([
    1,
    false,
    [['coverage', 2]],
  ])
})
