/** What the READMEs show is what the program prints. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inProcess } from './cli/hosts.ts'

const root = join(import.meta.dirname, '..')
const CONSOLE = /```console\n\$ npx planparse (.+)\n([\s\S]*?)```/g

function shown(name: string) {
  const text = readFileSync(join(root, name), 'utf8')
  return Array.from(text.matchAll(CONSOLE), ([, command = '', output = '']) => ({ name, command, output }))
}

const examples = [...shown('README.md'), ...shown('README.zh-CN.md')]

test('both show the same', () => {
  expect(examples).toHaveLength(4)
  expect(shown('README.md').map(({ command }) => command)).toEqual(
    shown('README.zh-CN.md').map(({ command }) => command),
  )
})

test.each(examples)('$name: $command', async ({ command, output }) => {
  const run = await inProcess({ argv: command.split(' '), cwd: root, columns: 88, env: { NO_COLOR: '1' } })
  expect(run).toEqual({ status: 0, stdout: output, stderr: '' })
})
