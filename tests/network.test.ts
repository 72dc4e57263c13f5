/**
 * Nothing is asked of a network: the program is run where whatever opens a connection or asks for a name notes it and
 * throws, over documents of all formats, those that name addresses among them, and every format is written.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NOTICE, PROGRAM, scratch } from './cli/hosts.ts'
import { docx, filesOf, p, relation, relationships, zip } from './read/docx-build.ts'

/** Loaded before the program, in its workers too. */
const WATCH = `
const { appendFileSync } = require('node:fs')
const note = (what) => () => {
  appendFileSync(process.env.ATTEMPTS, what + '\\n')
  throw new Error('no network: ' + what)
}
const watch = (name, object, methods) => {
  for (const method of methods) object[method] = note(name + '.' + method)
}
const functionsOf = (object) => Object.keys(object).filter((key) => /^[a-z]/.test(key) && typeof object[key] === 'function')
const [net, dns, dgram] = ['node:net', 'node:dns', 'node:dgram'].map(require)
watch('net', net, ['connect', 'createConnection', 'createServer'])
watch('socket', net.Socket.prototype, ['connect'])
watch('server', net.Server.prototype, ['listen'])
watch('dns', dns, functionsOf(dns))
watch('dns.promises', dns.promises, functionsOf(dns.promises))
watch('dgram', dgram, ['createSocket'])
watch('tls', require('node:tls'), ['connect', 'createServer'])
watch('http2', require('node:http2'), ['connect', 'createServer', 'createSecureServer'])
for (const name of ['http', 'https']) watch(name, require('node:' + name), ['request', 'get', 'createServer'])
watch('global', globalThis, ['fetch', 'WebSocket', 'EventSource'].filter((name) => name in globalThis))
require('node:module').syncBuiltinESMExports()
`

const ADDRESS = 'http://127.0.0.1:9/x'
/** They name addresses, to be loaded by whoever would. */
const CALLING = {
  'page.html': `<!doctype html><html><head><link rel="stylesheet" href="${ADDRESS}.css"><script src="${ADDRESS}.js"></script>
    <meta http-equiv="refresh" content="0;url=${ADDRESS}"><base href="${ADDRESS}"></head><body><img src="${ADDRESS}.png">
    <iframe src="${ADDRESS}"></iframe>${NOTICE.replace(/^.*$/gm, '<p>$&</p>')}</body></html>`,
  'list.md': `# 云江县2023年工作要点\n\n![图](${ADDRESS}.png)\n\n- 完善台账。（责任单位：[办公室](${ADDRESS})）\n\n[a]: ${ADDRESS}\n`,
  'linked.docx': zip({
    ...filesOf({
      body: NOTICE.trim()
        .split('\n')
        .map((line) => p(line))
        .join(''),
    }),
    'word/_rels/document.xml.rels': relationships([
      relation('r1', 'attachedTemplate', `${ADDRESS}.dotm`, 'External'),
      relation('r2', 'styles', `${ADDRESS}.xml`, 'External'),
      relation('r3', 'image', `${ADDRESS}.png`, 'External'),
    ]),
  }),
  'good.docx': docx(p(NOTICE)),
}

let folder: ReturnType<typeof scratch>
beforeAll(() => {
  folder = scratch({
    'watch.cjs': WATCH,
    ...Object.fromEntries(Object.entries(CALLING).map(([name, of]) => [`in/${name}`, of])),
  })
  const fixtures = join(import.meta.dirname, '../fixtures')
  const inputs = readdirSync(fixtures, { recursive: true, encoding: 'utf8' }).filter((name) => /\binput\./.test(name))
  for (const [i, name] of inputs.entries()) cpSync(join(fixtures, name), join(folder.path, `in/${i}/${basename(name)}`))
})
afterAll(() => folder.drop())

function watched(name: string, argv: readonly string[]) {
  const attempts = join(folder.path, name)
  const env = { ...process.env, ATTEMPTS: attempts, NODE_OPTIONS: `--require ${join(folder.path, 'watch.cjs')}` }
  const { status, stderr } = spawnSync(process.execPath, argv, { cwd: folder.path, env, encoding: 'utf8' })
  return { status, stderr, attempts: existsSync(attempts) ? readFileSync(attempts, 'utf8') : '' }
}

describe('each attempt would be noted', () => {
  test.each([
    ['net', "import { connect } from 'node:net'; connect(9)"],
    ['socket', "import { Socket } from 'node:net'; new Socket().connect(9)"],
    ['dns', "import { lookup } from 'node:dns'; lookup('localhost', () => {})"],
    ['dns.promises', "import { resolve4 } from 'node:dns/promises'; await resolve4('localhost')"],
    ['http', `import { get } from 'node:http'; get('${ADDRESS}')`],
    ['https', `import https from 'node:https'; https.request('${ADDRESS}')`],
    ['tls', "import { connect } from 'node:tls'; connect(9)"],
    ['http2', `import { connect } from 'node:http2'; connect('${ADDRESS}')`],
    ['dgram', "import { createSocket } from 'node:dgram'; createSocket('udp4')"],
    ['global', `await fetch('${ADDRESS}')`],
    [
      'net',
      "import { Worker } from 'node:worker_threads'; new Worker(`require('node:net').connect(9)`, { eval: true })",
    ],
  ])('%s: %s', (name, script) => {
    const { status, attempts } = watched(`tried-${name}`, ['--input-type=module', '-e', script])
    expect(status).not.toBe(0)
    expect(attempts).toMatch(new RegExp(`^${name}\\.`))
  })
})

const FORMATS = ['json', 'ndjson', 'csv', 'xlsx', 'markdown', 'text', 'html', 'ics', 'tree']

test.each([
  ...FORMATS.map((format) => `-f ${format} -o out-${format}/ in`),
  '-f json -o out-workers/ --jobs 2 in',
  '--summary in',
  '--explain in',
  'check in',
  'verify in',
])('no attempt is made: planparse %s', (words) => {
  const { status, stderr, attempts } = watched('attempts', [PROGRAM, ...words.split(' ')])
  expect(attempts).toBe('')
  expect(stderr).not.toMatch(/no network|:1:1: error/)
  expect(status).toBeLessThan(2)
})
