/**
 * What a document or a file name holds stays text in every output. The payloads of each format for itself are tested
 * beside its writer: tests/write/*.test.ts, tests/report/machines.test.ts.
 */
import { parse as parseCsv } from 'csv-parse/sync'
import { parse as parseHtml } from 'parse5'
import { readSheet } from 'read-excel-file/node'
import { afterEach, describe, expect, test } from 'vitest'
import type { Plan } from '../../src/plan.ts'
import { writePlan } from '../../src/write/index.ts'
import { PRESETS } from '../../src/write/layout.ts'
import { inProcess, scratch } from '../cli/hosts.ts'
import { date, plan, section, task, unit } from '../plans.ts'
import { FORMULAS } from '../write/formulas.ts'

let folder: ReturnType<typeof scratch> | undefined
afterEach(() => folder?.drop())

/** A plan all of whose words are the payload, the name of its file among them. */
function madeOf(words: string): Plan {
  const made = plan(
    [
      section(
        [
          task({
            text: words,
            title: words,
            marker: words,
            status: words,
            units: (['lead', 'responsible', 'support', 'supervisor'] as const).map((role) => unit(words, role)),
            deadlines: [date('2023-06-30', { raw: words })],
            extra: [
              { label: '备注', value: words, position: section([]).position },
              { label: words, value: words, position: section([]).position },
            ],
          }),
        ],
        { title: words, marker: words },
      ),
    ],
    { source: { path: words, format: 'text', encoding: 'utf-8', map: null } },
  )
  Object.assign(made.document, { title: words, number: words, issuer: words })
  return made
}

/** A cell that a spreadsheet would run, but for a mere number; `'` before it makes it text. */
const RUNS = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦]|^[\t\r\n\0]/u
const LAYOUTS = [undefined, ...(Object.keys(PRESETS) as (keyof typeof PRESETS)[])]

describe.each(FORMULAS)('a formula in every place: %j', (payload) => {
  test('CSV, in every layout, of several files, by unit', async () => {
    for (const [preset, by] of LAYOUTS.flatMap((layout) => [[layout] as const, [layout, 'unit'] as const])) {
      const options = { several: true, ...(preset && { preset }), ...(by && { by }) }
      const text = await writePlan(madeOf(payload), 'csv', options)
      const cells = (parseCsv(text, { relax_column_count: true }) as string[][]).flat()
      expect(cells.filter((cell) => RUNS.test(cell) && !/^[-+]?\d+$/.test(cell))).toEqual([])
    }
  })

  test('XLSX, in every layout: text and dates, no formula', async () => {
    const { Archive } = await import('../../src/read/zip.ts')
    for (const preset of LAYOUTS) {
      const bytes = (await writePlan(madeOf(payload), 'xlsx', {
        several: true,
        ...(preset && { preset }),
      })) as unknown as Uint8Array
      const archive = await Archive.open(bytes)
      await archive.admitAll((name) => (bytes) => {
        if (name.startsWith('xl/worksheets/')) expect(Buffer.from(bytes).toString()).not.toMatch(/<f[ >]|t="e"/)
      })
      expect((await readSheet(Buffer.from(bytes))).length).toBeGreaterThan(1)
    }
  })
})

const NASTY =
  "</script><img src=x onerror=alert(1)><!--\" onload='x' {{7*7}} `x` [a](javascript:alert(1)) | # - ::error::x %0A <%= 1 %> \u2028"

describe('markup in every place', () => {
  test('the review page holds no element but its own', async () => {
    const bare = elementsOf(
      (await writePlan({ ...madeOf('甲'), document: { ...madeOf('甲').document, text: '甲' } }, 'html')) as string,
    )
    const made = madeOf(NASTY)
    made.document.text = NASTY
    expect(elementsOf((await writePlan(made, 'html')) as string)).toEqual(bare)
  })

  test('the calendar holds no line but its own', async () => {
    const names = (text: string) =>
      text
        .replace(/\r\n[ \t]/g, '')
        .split('\r\n')
        .map((line) => line.split(/[:;]/)[0])
    const made = (words: string) => writePlan(madeOf(words), 'ics') as Promise<string>
    expect(names(await made(`${NASTY}\r\nATTACH:x\nEND:VEVENT`))).toEqual(names(await made('甲')))
  })

  test('SARIF, JUnit and commands of GitHub, from the file name to the words', async () => {
    const name = '::error file=x::y%0A,<b>"&\'.txt'
    folder = scratch({ [name]: `一、完善（${NASTY}\n二、检查(含专项)、台账（含清单）。\n` })
    const report = async (id: string) =>
      (await inProcess({ argv: ['check', '--reporter', id, name], cwd: folder?.path ?? '' })).stdout
    const lines = (await report('github')).trimEnd().split('\n')
    expect(lines.length).toBeGreaterThan(1)
    for (const line of lines.slice(0, -1))
      expect(line).toMatch(/^::(?:error|warning|notice) file=%3A%3Aerror file=x%3A%3Ay%250A%2C<b>"&'\.txt,line=\d+/)
    expect(lines.at(-1)).toMatch(/^检查了/)
    const { runs } = JSON.parse(await report('sarif'))
    for (const { locations } of runs[0].results)
      expect(decodeURIComponent(locations[0].physicalLocation.artifactLocation.uri)).toBe(name)
    const told = [...runs[0].results, ...(runs[0].invocations?.[0]?.toolExecutionNotifications ?? [])]
    for (const { message } of told) expect(message.text).not.toMatch(/(?<!\\)\[[^\]]*\]\(/)
    expect(await report('junit')).not.toMatch(/<b>|<img|<script/)
  })
})

/** The elements of a page with their attributes. */
function elementsOf(page: string): string[] {
  const found: string[] = []
  const visit = (node: { nodeName: string; attrs?: { name: string; value: string }[]; childNodes?: unknown[] }) => {
    if (node.attrs) found.push(`${node.nodeName} ${node.attrs.map(({ name, value }) => `${name}=${value}`).join(' ')}`)
    for (const child of node.childNodes ?? []) visit(child as typeof node)
  }
  visit(parseHtml(page) as unknown as Parameters<typeof visit>[0])
  return found
}
