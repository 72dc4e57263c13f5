#!/usr/bin/env node
// How fast planparse is, as ratios against something measured beside it in the same run: seconds say more about the
// machine than about the program.
//   npm run bench               everything, some minutes
//   npm run bench -- --check    exit 1 where a limit is broken
//   npm run bench -- --write    puts the table into docs/benchmarks.md
//   npm run bench -- --smoke    small inputs and few rounds, some seconds: does it still run?
//   npm run bench -- --only X   the rows whose name holds X
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { RULES } from '../dist/deadline/rules.js'
import { check, parsePlan, readDeadline } from '../dist/index.js'
import { HOSTILE, HOSTILE_MARKDOWN, NOTICE, notices, plans } from './inputs.mjs'
import { growth, inverse, microseconds, processRatio, ratio } from './ratio.mjs'

const { values: options } = parseArgs({
  options: {
    check: { type: 'boolean' },
    write: { type: 'boolean' },
    smoke: { type: 'boolean' },
    only: { type: 'string' },
  },
})
const root = join(import.meta.dirname, '..')
const MB = 1e6
const size = options.smoke
  ? { tenth: 0.01 * MB, small: 0.05 * MB, large: 0.2 * MB, huge: 0.4 * MB }
  : { tenth: 0.1 * MB, small: MB, large: 10 * MB, huge: 50 * MB }
const rounds = options.smoke ? { many: 3, some: 2, few: 1, least: 1 } : { many: 25, some: 9, few: 5, least: 3 }
const scratch = mkdtempSync(join(tmpdir(), 'planparse-bench-'))

// Node 20 starts three times slower where this is set, which would flatter the ratio.
const { NODE_EXTRA_CA_CERTS, ...env } = process.env
const node = (...args) => execFileSync(process.execPath, args, { env, stdio: 'ignore' })
const program = join(root, 'bin/planparse.js')

/** F: read, decode and split into lines. Whatever reads a text has to do about this much. */
const floor = (file) => () => new TextDecoder().decode(readFileSync(file)).split('\n').length
const FLOOR = `new TextDecoder().decode(require('fs').readFileSync(process.argv[1])).split('\\n').length`

function fileOf(text) {
  const file = join(scratch, 'input.txt')
  writeFileSync(file, text)
  return file
}

/** How each peer parses a text; `null` where it is not installed. */
const PEERS = {
  'remark-parse': async () => {
    const [{ unified }, { default: remarkParse }] = [await import('unified'), await import('remark-parse')]
    return (text) => unified().use(remarkParse).parse(text)
  },
  'commonmark.js': async () => {
    const { Parser } = await import('commonmark')
    return (text) => new Parser().parse(text)
  },
  'markdown-it': async () => {
    const { default: markdownIt } = await import('markdown-it')
    return (text) => markdownIt().parse(text, {})
  },
}

const over = (peer, bytes, count) => async () => {
  const parse = await PEERS[peer]().catch(() => null)
  if (parse === null) return null
  const text = plans(bytes)
  return inverse(
    ratio(
      count,
      () => parse(text),
      () => parsePlan(text),
    ),
  )
}

const overFloor = (bytes, count) => () => {
  const text = plans(bytes)
  return inverse(ratio(count, floor(fileOf(text)), () => parsePlan(text)))
}

const growing = (make, from, to, count) => () => {
  const [small, large] = [make(from), make(to)]
  return growth(
    count,
    large.length / small.length,
    () => parsePlan(small),
    () => parsePlan(large),
  )
}

function checkOverParse() {
  const text = plans(size.small)
  const plan = parsePlan(text, { withText: true })
  return ratio(
    rounds.some,
    () => parsePlan(text),
    () => check(plan),
  )
}

function checkGrowing() {
  const [small, large] = [plans(size.small), plans(size.large)]
  const [few, many] = [small, large].map((text) => parsePlan(text, { withText: true }))
  return growth(
    rounds.few,
    large.length / small.length,
    () => check(few),
    () => check(many),
  )
}

const start = (from) => () => {
  const file = from()
  return processRatio(
    rounds.many,
    () => node('-e', '0'),
    () => node(file, '-f', 'json', '-q', NOTICE),
  )
}

/** The program as the registry has it: without what the build has compiled for one version of Node. */
function installed() {
  for (const folder of ['bin', 'dist/bin']) cpSync(join(root, folder), join(scratch, folder), { recursive: true })
  rmSync(join(scratch, 'dist/bin/planparse.cjs.code'))
  return join(scratch, 'bin/planparse.js')
}

function wholeProcess() {
  const file = fileOf(plans(size.large))
  return processRatio(
    rounds.few,
    () => node('-e', FLOOR, file),
    () => node(program, '-f', 'json', '-q', file),
  )
}

const COPY = `const fs = require('fs'), [from, to] = process.argv.slice(1)
fs.mkdirSync(to, { recursive: true })
for (const name of fs.readdirSync(from)) fs.writeFileSync(to + '/' + name, fs.readFileSync(from + '/' + name))`

/**
 * A folder converted, over a Node program that copies it, each time into a new folder: a file system that still forgets or
 * replaces thousands of files is slow in making others.
 */
const batch = (jobs) => () => {
  const from = join(scratch, 'notices')
  mkdirSync(from, { recursive: true })
  for (const [name, text] of notices(options.smoke ? 100 : 2000)) writeFileSync(join(from, name), text)
  let made = 0
  const fresh = () => join(scratch, `${jobs}-${made++}`)
  return processRatio(
    rounds.some,
    () => node('-e', COPY, from, fresh()),
    () => node(program, '-q', '-f', 'json', '--jobs', String(jobs), '-o', `${fresh()}/`, from),
  )
}

/** Peak resident memory of a process, in bytes. */
function peakOf(...args) {
  const told = `process.on('exit', () => require('fs').writeSync(2, String(process.resourceUsage().maxRSS)))`
  const tell = join(scratch, 'tell.cjs')
  writeFileSync(tell, told)
  const { stderr } = spawnSync(process.execPath, ['-r', tell, ...args], { env, encoding: 'utf8', stdio: 'pipe' })
  return Number(stderr) * 1024
}

/** What a run takes beyond what Node takes for nothing, over the size of the file. */
function memory() {
  const text = plans(size.large)
  const own = peakOf('-e', '0')
  const file = fileOf(text)
  const peak = peakOf(program, '-f', 'json', '-q', '-o', join(scratch, 'out.json'), file)
  const value = (peak - own) / Buffer.byteLength(text)
  return { value, from: value, to: value, ms: 0 }
}

const PHRASES = RULES.flatMap((rule) => Object.keys(rule.examples))
const readPhrases = () => {
  for (const phrase of PHRASES) readDeadline(phrase, { year: 2023, issuedOn: '2023-05-30' })
}

/** How each peer reads a phrase. */
const READERS = {
  'chrono-node': async () => {
    const { zh } = await import('chrono-node')
    return (phrase, reference) => zh.hans.parse(phrase, reference)
  },
  'Recognizers-Text': async () => {
    const { default: recognizers } = await import('@microsoft/recognizers-text-date-time')
    const model = new recognizers.DateTimeRecognizer('zh-cn').getDateTimeModel('zh-cn')
    return (phrase, reference) => model.parse(phrase, reference)
  },
}

const deadlinesOver = (peer, count) => async () => {
  const read = await READERS[peer]().catch(() => null)
  if (read === null) return null
  const reference = new Date(2023, 4, 30)
  const theirs = () => {
    for (const phrase of PHRASES) read(phrase, reference)
  }
  return inverse(ratio(count, theirs, readPhrases))
}

// The limits hold what is reached, with room for a busy machine, so that nothing gets slower unseen.
const MEASURES = [
  {
    name: 'start: one notice, whole process, over `node -e 0`',
    goal: '≤ 1.5',
    limit: { most: 4.5 },
    run: start(() => program),
  },
  { name: 'start: the same, installed from the registry', goal: '≤ 1.5', limit: { most: 5.5 }, run: start(installed) },
  {
    name: 'parse, 1 MB: speed over F',
    goal: '≥ 0.6',
    limit: { least: 0.005 },
    run: overFloor(size.small, rounds.some),
  },
  {
    name: 'parse, 10 MB: speed over F',
    goal: '≥ 0.6',
    limit: { least: 0.008 },
    run: overFloor(size.large, rounds.few),
  },
  {
    name: 'parse, 1 MB: speed over remark-parse',
    goal: '≥ 20',
    limit: { least: 1.2 },
    run: over('remark-parse', size.small, rounds.few),
  },
  {
    name: 'parse, 1 MB: speed over commonmark.js',
    goal: '≥ 1',
    limit: { least: 0.05 },
    run: over('commonmark.js', size.small, rounds.some),
  },
  {
    name: 'parse, 10 MB: speed over commonmark.js',
    goal: '≥ 1.5',
    limit: { least: 0.1 },
    run: over('commonmark.js', size.large, rounds.few),
  },
  {
    name: 'parse, 10 MB: speed over markdown-it',
    goal: '≥ 1.5',
    limit: { least: 0.1 },
    run: over('markdown-it', size.large, rounds.few),
  },
  {
    name: 'file to JSON, 10 MB, whole process, over one that does F',
    goal: '≤ 2.5',
    limit: { most: 90 },
    run: wholeProcess,
  },
  { name: 'batch of 2,000 files, one job, over a copy by Node', goal: '≤ 2.5', limit: { most: 60 }, run: batch(1) },
  { name: 'batch of 2,000 files, two jobs, over a copy by Node', goal: '≤ 2.5', limit: { most: 60 }, run: batch(2) },
  { name: 'peak memory, 10 MB, beyond node’s own, over the input', goal: '≤ 8', limit: { most: 45 }, run: memory },
  {
    name: 'a deadline phrase, µs',
    goal: '≤ 2',
    limit: { most: 25 },
    run: () => microseconds(rounds.many, PHRASES.length, readPhrases),
  },
  {
    name: 'a deadline phrase: speed over chrono-node',
    goal: '≥ 5',
    limit: { least: 1.5 },
    run: deadlinesOver('chrono-node', rounds.many),
  },
  {
    name: 'a deadline phrase: speed over Recognizers-Text',
    goal: '≥ 200',
    limit: { least: 50 },
    run: deadlinesOver('Recognizers-Text', rounds.few),
  },
  {
    name: 'growth, 1 to 10 MB: exponent',
    goal: '≤ 1.15',
    limit: { most: 1.3 },
    run: growing(plans, size.small, size.large, rounds.few),
  },
  {
    name: 'growth, 1 to 50 MB: exponent',
    goal: '≤ 1.15',
    limit: { most: 1.3 },
    run: growing(plans, size.small, size.huge, rounds.least),
  },
  { name: 'check, 1 MB: time over parsing', goal: '≤ 1', limit: { most: 2.5 }, run: checkOverParse },
  { name: 'check, growth, 1 to 10 MB: exponent', goal: '≤ 1.15', limit: { most: 1.3 }, run: checkGrowing },
  ...Object.entries(HOSTILE).map(([what, make]) => ({
    name: `growth, 100 kB to 1 MB, ${what}: exponent`,
    goal: '≤ 1.15',
    limit: { most: 1.4 },
    run: growing(make, size.tenth, size.small, rounds.few),
  })),
  ...Object.entries(HOSTILE_MARKDOWN).map(([what, make]) => ({
    name: `growth, 10 to 100 kB, Markdown, ${what}: exponent`,
    goal: '≤ 1.15',
    limit: { most: 1.4 },
    run: growing(make, size.tenth / 10, size.small / 10, rounds.few),
  })),
]

const isBroken = ({ most = Number.POSITIVE_INFINITY, least = 0 }, value) => value > most || value < least
const shown = (value) => (Math.abs(value) < 0.1 ? value.toFixed(3) : value.toFixed(2))

/** One row of the table; notes a broken limit in the exit status. */
async function row({ name, goal, limit, run }) {
  const bound = limit.most === undefined ? `≥ ${limit.least}` : `≤ ${limit.most}`
  const found = await run()
  if (found === null) return `| ${name} | not installed | ${goal} | ${bound} | |`
  const { value, from, to, ms } = found
  const fails = options.check && isBroken(limit, value)
  if (fails) process.exitCode = 1
  const spread = from === to ? '' : ` [${shown(from)}–${shown(to)}]`
  return `| ${name} | ${shown(value)}${spread} | ${goal} | ${bound}${fails ? ' BROKEN' : ''} | ${ms > 0 ? ms.toFixed(1) : ''} |`
}

const lines = [
  `node ${process.version}, ${cpus()[0]?.model ?? 'unknown'} × ${cpus().length}, ${process.platform}; ${new Date().toISOString().slice(0, 10)}`,
  '',
  '| what | median [range] | goal | limit | ms |',
  '| --- | --- | --- | --- | --- |',
]
for (const line of lines) console.log(line)
for (const measure of MEASURES.filter(({ name }) => name.includes(options.only ?? ''))) {
  const line = await row(measure)
  console.log(line)
  lines.push(line)
}
rmSync(scratch, { recursive: true })

const ABOUT = `# Benchmarks

Made by \`npm run bench -- --write\`. Every figure is a ratio of two things measured in turn in one run, the median of the
pairs with their range; \`ms\` is the time of planparse itself. F is: read a file, decode it, split it into lines. The
goal is where the program is to come to; the limit is what \`npm run bench -- --check\` holds it to. The input is the
project's own fixtures, again and again. They are made of short documents of ten kinds, a table or a heading every few
lines, and so are harder than most archives.

Where a goal is not reached, the profile says why:

- Start: of what comes on top of Node itself a third is reading and unpacking the compiled program, a third the command
  line and the modules, a third the patterns, which are compiled when they are first used. The package leaves the compiled
  program out, since it fits one version of Node only: what the registry has starts as the second row says.
- Parse: the profile is flat. No function takes more than three hundredths of the time, the collector of garbage a sixth. A
  task takes some 50 µs, for each stage looks at its lines anew and each of its values gets a position. A first document of
  10 MB takes several times as long as the next ones, while the code is being compiled.
- Memory: the plan has a position of two points for each value, the lines a view each; both are there at the end of a run.
- Batches: these are 2,000 documents of 1.2 kB. Nearly all of the time is the parser, and of that most is the first two
  megabytes, which run in code that is not compiled yet; a copy by Node is done in a tenth of a second. Both go into a new
  folder each time: replacing files made the copy three times slower, and the ratio look better.
`
if (options.write) writeFileSync(join(root, 'docs/benchmarks.md'), `${ABOUT}\n${lines.join('\n')}\n`)
