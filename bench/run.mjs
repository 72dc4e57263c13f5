#!/usr/bin/env node
// How fast planparse is, as ratios against something measured beside it in the same run: seconds say more about the
// machine than about the program.
//   npm run bench               everything, some minutes
//   npm run bench -- --check    exit 1 where a limit is broken
//   npm run bench -- --smoke    small inputs and few rounds, some seconds: does it still run?
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { RULES } from '../dist/deadline/rules.js'
import { check, parsePlan, readDeadline } from '../dist/index.js'

const { values: options } = parseArgs({ options: { check: { type: 'boolean' }, smoke: { type: 'boolean' } } })
const root = join(import.meta.dirname, '..')
const MB = 1e6
const size = options.smoke ? { small: 0.1 * MB, large: 0.4 * MB } : { small: MB, large: 10 * MB }
const rounds = options.smoke ? { quick: 5, slow: 3 } : { quick: 25, slow: 7 }
const scratch = mkdtempSync(join(tmpdir(), 'planparse-bench-'))

// Node 20 starts three times slower where this is set, which would flatter the ratio.
const { NODE_EXTRA_CA_CERTS, ...env } = process.env
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]

/** Runs a and b in turn; the median and range of b's time over a's, the first pair dropped. */
function ratio(count, a, b) {
  const pairs = Array.from({ length: count + 1 }, () => [time(a), time(b)]).slice(1)
  const ratios = pairs.map(([first, second]) => second / first)
  return {
    ratio: median(ratios),
    from: Math.min(...ratios),
    to: Math.max(...ratios),
    ms: median(pairs.map((p) => p[1])),
  }
}

function time(action) {
  const start = performance.now()
  action()
  return performance.now() - start
}

/** The project's own fixtures, again and again, up to a number of bytes. */
function input(bytes) {
  const folder = join(root, 'fixtures')
  const texts = readdirSync(folder)
    .toSorted()
    .map((name) => readFileSync(join(folder, name, 'input.txt'), 'utf8'))
  const one = `${texts.join('\n')}\n`
  return one.repeat(Math.ceil(bytes / Buffer.byteLength(one)))
}

const node = (...args) => execFileSync(process.execPath, args, { env, stdio: 'ignore' })

/** F: read, decode and split into lines. Whatever reads a text has to do about this much. */
const floor = (file) => () => new TextDecoder().decode(readFileSync(file)).split('\n').length

// The limits hold what is reached, so that nothing gets slower unseen. The goals are higher: a start of 1.5, 0.6 of F,
// 20 times remark-parse.
const MEASURES = [
  {
    name: 'start: one notice, whole process, over `node -e 0`',
    limit: { most: 4.5 },
    run() {
      const file = join(root, 'fixtures', readdirSync(join(root, 'fixtures')).toSorted()[0], 'input.txt')
      return ratio(
        rounds.quick,
        () => node('-e', '0'),
        () => node(join(root, 'bin/planparse.js'), '-f', 'json', '-q', file),
      )
    },
  },
  { name: 'parse, small: speed over F', limit: { least: 0.005 }, run: () => parseOver(size.small) },
  { name: 'parse, large: speed over F', limit: { least: 0.005 }, run: () => parseOver(size.large) },
  {
    name: 'parse, small: speed over remark-parse',
    limit: { least: 1.2 },
    run() {
      const text = input(size.small)
      return inverse(
        ratio(
          rounds.slow,
          () => unified().use(remarkParse).parse(text),
          () => parsePlan(text),
        ),
      )
    },
  },
  { name: 'a deadline phrase, µs', limit: { most: 3 }, run: deadlines },
  {
    name: 'growth exponent, small to large',
    limit: { most: 1.3 },
    run: () => growth(input, (text) => parsePlan(text)),
  },
  {
    name: 'check, small: time over parsing',
    limit: { most: 1.5 },
    run() {
      const text = input(size.small)
      const plan = parsePlan(text, { withText: true })
      return ratio(
        rounds.slow,
        () => parsePlan(text),
        () => check(plan),
      )
    },
  },
  {
    name: 'check, growth exponent, small to large',
    limit: { most: 1.3 },
    run: () => growth((bytes) => parsePlan(input(bytes), { withText: true }), check),
  },
]

/** The exponent of the time that an action takes of what is made for a size. */
function growth(made, action) {
  const [small, large] = [made(size.small), made(size.large)]
  const step = Math.log(size.large / size.small)
  const grown = ratio(
    rounds.slow,
    () => action(small),
    () => action(large),
  )
  const exponent = (value) => Math.log(value) / step
  return { ratio: exponent(grown.ratio), from: exponent(grown.from), to: exponent(grown.to), ms: grown.ms }
}

/** Microseconds a phrase, over the examples of all rules, warm; here the machine's own speed is in the figure. */
function deadlines() {
  const phrases = RULES.flatMap((rule) => Object.keys(rule.examples))
  const once = () => {
    for (let i = 0; i < 20; i++)
      for (const phrase of phrases) readDeadline(phrase, { year: 2023, issuedOn: '2023-05-30' })
  }
  const times = Array.from({ length: 20 }, () => (time(once) * 1000) / (20 * phrases.length)).slice(5)
  const value = median(times)
  return { ratio: value, from: Math.min(...times), to: Math.max(...times), ms: value / 1000 }
}

function parseOver(bytes) {
  const text = input(bytes)
  const file = join(scratch, 'input.txt')
  writeFileSync(file, text)
  return inverse(ratio(rounds.slow, floor(file), () => parsePlan(text)))
}

/** Times over times → speed over speed. */
function inverse({ ratio, from, to, ms }) {
  return { ratio: 1 / ratio, from: 1 / to, to: 1 / from, ms }
}

function broken({ most = Number.POSITIVE_INFINITY, least = 0 }, value) {
  return value > most || value < least
}

console.log(`node ${process.version}, ${cpus()[0]?.model ?? 'unknown'} × ${cpus().length}`)
console.log(`small ${size.small / MB} MB, large ${size.large / MB} MB\n`)
console.log('| what | median [range] | limit | ms |\n| --- | --- | --- | --- |')
for (const { name, limit, run } of MEASURES) {
  const { ratio: value, from, to, ms } = run()
  const bound = limit.most === undefined ? `≥ ${limit.least}` : `≤ ${limit.most}`
  const fails = options.check && broken(limit, value)
  if (fails) process.exitCode = 1
  const digits = (figure) => figure.toFixed(value < 0.1 ? 4 : 2)
  const cells = [name, `${digits(value)} [${digits(from)}–${digits(to)}]`, bound, ms.toFixed(1)]
  console.log(`| ${cells.join(' | ')} |${fails ? ' BROKEN' : ''}`)
}
rmSync(scratch, { recursive: true })
