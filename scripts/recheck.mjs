// No regular expression of the program can be made slow by a text: recheck looks at each literal of the build, at each
// that is put together from a table of words at run time, and at those of the review page's script.
// What recheck cannot tell within its limits is listed, with a judgement, in recheck.json; anything else that is not
// safe fails. Steps are counted, not seconds, and the seed is fixed: a busy machine changes nothing.
import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { check } from 'recheck'
import { parseAst } from 'vitest/node'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const dist = join(root, 'dist')
const judged = JSON.parse(readFileSync(join(root, 'scripts/recheck.json'), 'utf8'))

const LIMITS = { randomSeed: 1, timeout: 120_000, attackTimeout: null, incubationTimeout: null }

/** Every expression once, as it is written, with the file that it is of. */
const found = new Map()
const add = (source, flags, file) => found.set(`/${source}/${flags}`, { source, flags, file })

/** The program's modules; not those that start it. */
const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.js') && !/^bin|^cli\W(?:start|worker)\.js$/.test(file),
)
for (const file of files) literals(readFileSync(join(dist, file), 'utf8'), file)
await compiled(async () => {
  for (const file of files) await load(file)
  await useAll()
})
const { SCRIPT } = await load('write/html/assets.generated.js')
literals(SCRIPT, 'write/html/page')

const bad = []
const queue = [...found]
await Promise.all(Array.from({ length: availableParallelism() }, work))
const stale = Object.keys(judged).filter((pattern) => !found.has(pattern))
for (const line of bad) console.error(line)
for (const pattern of stale) console.error(`recheck.json judges what is not there any more: ${pattern}`)
console.log(`${found.size} regular expressions, ${bad.length + stale.length} faults`)
process.exit(bad.length + stale.length > 0 ? 1 : 0)

async function work() {
  for (let next = queue.pop(); next; next = queue.pop()) {
    const [pattern, { source, flags, file }] = next
    if (pattern in judged) continue
    const { status, complexity, attack } = await check(source, flags, LIMITS)
    if (status !== 'safe')
      bad.push(`${file}: ${status} ${complexity?.summary ?? ''} ${pattern} ${attack?.pattern ?? ''}`)
  }
}

/** The literals of a script. */
function literals(code, file) {
  const visit = (node) => {
    if (node === null || typeof node !== 'object') return
    if (node.regex) add(node.regex.pattern, node.regex.flags, file)
    else for (const value of Object.values(node)) visit(value)
  }
  visit(parseAst(code))
}

function load(file) {
  return import(pathToFileURL(join(dist, file)))
}

/** Has everything compiled that is compiled only when it is needed. */
async function useAll() {
  const { CompiledRule, RULES } = await load('deadline/rules.js')
  for (const rule of RULES) new CompiledRule(rule).pattern.test('')
  const { check: checkPlan, readPlan, writePlan } = await load('index.js')
  const { WRITERS } = await load('write/index.js')
  for (const folder of readdirSync(join(root, 'fixtures'))) {
    const [input] = readdirSync(join(root, 'fixtures', folder)).filter((name) => name.startsWith('input.'))
    const plan = await readPlan(readFileSync(join(root, 'fixtures', folder, input)), { withText: true, path: input })
    checkPlan(plan)
    for (const { id } of WRITERS)
      await readPlan(Buffer.from(await writePlan(plan, id)), { path: `a.${id}` }).catch(() => {})
  }
}

/** What modules compile while they are loaded and used. */
async function compiled(use) {
  const Native = RegExp
  globalThis.RegExp = new Proxy(Native, {
    construct(target, args) {
      const made = new target(...args)
      const [, file] = /\/dist\/([^:)]+)/.exec(new Error().stack.split('\n')[2]) ?? []
      if (file) add(made.source, made.flags, file)
      return made
    },
  })
  await use()
  globalThis.RegExp = Native
}
