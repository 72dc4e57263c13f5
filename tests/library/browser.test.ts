/** The library in a browser: bundled as a web page's build does it, it reads and writes the same there. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { check, type Format, parsePlan, readDeadline, readPlan, readUnits, writePlan } from '../../src/index.ts'
import { NOTICE } from '../cli/hosts.ts'
import { needs } from '../needs.ts'
import { startBrowser } from '../page.ts'
import { docx, p } from '../read/docx-build.ts'

const root = resolve(import.meta.dirname, '../..')
const ENTRY = `export * from './src/index.ts'
export { default as unified } from './src/unified.ts'`

let out: string
beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'planparse-browser-'))
  // It fails where something cannot be found in a browser, as a module of Node.
  const { warnings } = await build({
    stdin: { contents: ENTRY, resolveDir: root, sourcefile: 'entry.ts' },
    entryNames: 'planparse',
    bundle: true,
    splitting: true,
    platform: 'browser',
    format: 'esm',
    outdir: out,
    logLevel: 'silent',
  })
  expect(warnings).toEqual([])
})
afterAll(() => rmSync(out, { recursive: true, force: true }))

test('what a page loads at first holds no reader of HTML and no writer of spreadsheets', () => {
  const first = readFileSync(join(out, 'planparse.js'), 'utf8')
  expect(first).not.toMatch(/parse5|hucre/)
})

const PAGE =
  '<!DOCTYPE html><script type="module">import * as lib from "/planparse.js"; window.planparse = lib</script>'
const READ = [
  '<html><body><h1>云江县2023年工作要点</h1><p>一、完善台账。（完成时限：6月底）</p></body></html>',
  '# 云江县2023年工作要点\n\n1. 完善**台账**。（完成时限：6月底）\n',
  '序号,任务内容,责任单位,完成时限\n1,完善台账。,办公室,6月底\n2,开展培训。,人事科,年底前\n',
]
const WRITTEN: Exclude<Format, 'xlsx'>[] = ['tree', 'json', 'ndjson', 'csv', 'markdown', 'text', 'ics', 'html']
const utf8 = (text: string) => new TextEncoder().encode(text)

describe.skipIf(!needs('chromium'))('in Chromium', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterAll(() => browser.close())

  test('it does what it does in Node', async () => {
    const page = await browser.newPage()
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(String(error)))
    // No server is needed: what the page asks for is answered from the folder.
    await page.route('**/*', (route) => {
      const name = new URL(route.request().url()).pathname.slice(1)
      return name === ''
        ? route.fulfill({ contentType: 'text/html', body: PAGE })
        : route.fulfill({ contentType: 'text/javascript', body: readFileSync(join(out, name), 'utf8') })
    })
    await page.goto('https://planparse.test/')
    await page.waitForFunction('window.planparse')
    const word = Array.from(docx(p('一、完善台账。')))
    const seen = await page.evaluate(inPage, { text: NOTICE, read: READ, written: WRITTEN, word })
    await page.close()

    const plan = parsePlan(NOTICE, { withText: true })
    expect(seen).toEqual({
      plan,
      findings: check(plan),
      deadline: readDeadline('9月底前', { year: 2023 }),
      units: readUnits('县财政局牵头，县税务局配合'),
      read: await Promise.all(READ.map((text) => readPlan(utf8(text)))),
      written: await Promise.all(WRITTEN.map((format) => writePlan(plan, format))),
      xlsx: 'PK',
      unified: 'plan',
      word: 'not-in-browser',
    })
    expect(faults).toEqual([])
  })
})

interface Given {
  text: string
  read: readonly string[]
  written: readonly Format[]
  word: number[]
}

/** Runs in the page, with nothing of this file but what it is given. */
async function inPage({ text, read, written, word }: Given) {
  const lib = (globalThis as unknown as { planparse: typeof import('../../src/index.ts') & { unified: unknown } })
    .planparse
  const plan = lib.parsePlan(text, { withText: true })
  const processor = { parser: (_text: string, _file: object) => ({ type: '' }) }
  ;(lib.unified as (this: typeof processor) => void).call(processor)
  return {
    plan,
    findings: lib.check(plan),
    deadline: lib.readDeadline('9月底前', { year: 2023 }),
    units: lib.readUnits('县财政局牵头，县税务局配合'),
    read: await Promise.all(read.map((each) => lib.readPlan(new TextEncoder().encode(each)))),
    written: await Promise.all(written.map((format) => lib.writePlan(plan, format))),
    xlsx: String.fromCharCode(...(await lib.writePlan(plan, 'xlsx')).slice(0, 2)),
    unified: processor.parser(text, { message() {}, info() {} }).type,
    word: await lib.readPlan(new Uint8Array(word)).then(
      () => null,
      (error) => error.code as string,
    ),
  }
}
