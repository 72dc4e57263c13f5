/** Every example of docs/library.md prints what is printed below it. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const page = readFileSync(join(root, 'docs/library.md'), 'utf8')
const [, notice = ''] = /```text\n([\s\S]*?)```/.exec(page) ?? []
const examples = Array.from(
  page.matchAll(/^## (.*)\n(?:(?!^## )[\s\S])*?```js\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/gm),
  ([, title = '', code = '', printed = '']) => ({ title, code, printed }),
)

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'planparse-docs-'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, '通知.txt'), notice)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('each example has its output', () => {
  expect(page.match(/```js/g)).toHaveLength(examples.length)
})

test.each(examples)('$title', async ({ code, printed }) => {
  const src = (name: string) => join(root, 'src', name)
  await build({
    stdin: { contents: code, resolveDir: root },
    outfile: join(folder, 'example.mjs'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    alias: {
      planparse: src('index.ts'),
      'planparse/unified': src('unified.ts'),
      'planparse/schema': src('schema.ts'),
    },
    // Packages as they are installed, planparse as its sources are.
    plugins: [
      {
        name: 'packages',
        setup(context) {
          context.onResolve({ filter: /^[^./]/ }, ({ path }) =>
            path.startsWith('planparse') ? null : { path, external: true },
          )
        },
      },
    ],
    logLevel: 'error',
  })
  const run = spawnSync(process.execPath, ['example.mjs'], { cwd: folder, encoding: 'utf8' })
  // CSV ends its lines otherwise than this page.
  expect({ stdout: run.stdout.replaceAll('\r\n', '\n'), stderr: run.stderr }).toEqual({ stdout: printed, stderr: '' })
})
