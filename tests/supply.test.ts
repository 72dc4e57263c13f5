/** What the package brings with it, and what SECURITY.md says of it. */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { NOTICE } from './cli/hosts.ts'

const root = join(import.meta.dirname, '..')
const read = (name: string) => readFileSync(join(root, name), 'utf8')
const manifest = JSON.parse(read('package.json'))
const { dependencies, optionalDependencies, devDependencies, scripts } = manifest
const wanted: Record<string, string> = { ...dependencies, ...optionalDependencies, ...devDependencies }

interface Locked {
  version: string
  resolved?: string
  integrity?: string
  dev?: boolean
  hasInstallScript?: boolean
}
const lock: { lockfileVersion: number; packages: Record<string, Locked> } = JSON.parse(read('package-lock.json'))
const { '': own, ...packages } = lock.packages

test('every version is exact, and the lock file has the same', () => {
  expect(own).toMatchObject({ version: manifest.version, dependencies, optionalDependencies, devDependencies })
  for (const [name, version] of Object.entries(wanted)) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/)
    expect(packages[`node_modules/${name}`]?.version, name).toBe(version)
  }
})

test('every package that the program needs has a hash and comes from the registry', () => {
  for (const [name, { resolved, integrity, dev }] of Object.entries(packages)) {
    if (!dev) expect(integrity, name).toMatch(/^sha512-/)
    expect(resolved ?? 'https://registry.npmjs.org/', name).toMatch(/^https:\/\/registry\.npmjs\.org\//)
  }
})

test('no script runs at installation', () => {
  // `prepare` is run in a clone, and where npm packs one; not where the package is installed.
  for (const name of ['preinstall', 'install', 'postinstall']) expect(scripts).not.toHaveProperty(name)
  const running = Object.entries(packages).filter(([, { dev, hasInstallScript }]) => hasInstallScript && !dev)
  expect(running).toEqual([])
})

test('each dependency is used by the program', () => {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  )
  const text = sources.map((name) => read(join('src', name))).join('\n')
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies }))
    expect(text.includes(`'${name}'`) || text.includes(`'${name}/`), name).toBe(true)
})

test('the package as it is packed works without any script', () => {
  const packed = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root, encoding: 'utf8' })
  const [{ files }] = JSON.parse(packed.stdout) as [{ files: { path: string }[] }]
  const paths = files.map(({ path }) => path)
  for (const path of paths)
    expect(path).toMatch(
      /^(?:bin\/|dist\/|docs\/|package\.json$|README(?:\.zh-CN)?\.md$|CHANGELOG\.md$|LICENSE$|SECURITY\.md$)/,
    )
  const folder = mkdtempSync(join(tmpdir(), 'planparse-test-'))
  try {
    const home = join(folder, 'node_modules/planparse')
    for (const path of paths) cpSync(join(root, path), join(home, path), { recursive: true })
    for (const name of Object.keys(dependencies)) link(name, folder)
    const run = (...argv: string[]) =>
      spawnSync(process.execPath, [join(home, 'bin/planparse.js'), ...argv], { input: NOTICE, encoding: 'utf8' })
    expect(run('--version').stdout).toBe(`${manifest.version}\n`)
    expect(run('-f', 'ndjson').stdout.trim().split('\n')).toHaveLength(3)
    const library = `import { parsePlan } from 'planparse'; console.log(parsePlan('一、甲').type)`
    const used = spawnSync(process.execPath, ['--input-type=module', '-e', library], { cwd: folder, encoding: 'utf8' })
    expect(used.stdout).toBe('plan\n')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

/** As npm would have installed it; its own dependencies are found from where it lies. */
function link(name: string, folder: string): void {
  const place = join(folder, 'node_modules', name)
  if (!existsSync(dirname(place))) return
  symlinkSync(join(root, 'node_modules', name), place)
}

describe('SECURITY.md', () => {
  const page = read('SECURITY.md')
  const rows = page.split('\n').filter((line) => /^\| (?!threat|---)/.test(line))

  test.each(rows)('names what holds it, or says why nothing does: %.60s', (row) => {
    const [, , , held = ''] = row.split(/(?<!\\)\|/)
    const named = [...held.matchAll(/`(tests\/[^`]+)` “([^”]+)”/g)]
    expect(named.length > 0 || /^ Not [\w ]+: \S/.test(held)).toBe(true)
    // Each file that is named is named with a test.
    expect(named.length).toBe((held.match(/`tests\//g) ?? []).length)
    for (const [, file = '', name = ''] of named) expect(read(file).includes(name), `${file} ${name}`).toBe(true)
    for (const [, file = ''] of held.matchAll(/`(scripts\/[^`]+)`/g))
      expect(existsSync(join(root, file)), file).toBe(true)
  })
})
