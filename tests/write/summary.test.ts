import { stripVTControlCharacters } from 'node:util'
import stringWidth from 'string-width'
import { expect, test } from 'vitest'
import type { Plan } from '../../src/plan.ts'
import { byUnit } from '../../src/units.ts'
import { summaryWriter } from '../../src/write/index.ts'
import type { WriteOptions } from '../../src/write/writer.ts'
import { AT, date, plan, recurring, samplePlan, task, unit } from '../plans.ts'

async function write(plans: readonly Plan[], options: WriteOptions = {}, format = 'tree'): Promise<string> {
  const writing = await summaryWriter(format).open(options)
  const pieces = plans.flatMap((each) => [...writing.plan(each, byUnit(each))])
  return [writing.begin(), ...pieces, await writing.end(1)].join('')
}

/** A second document, in which much is missing. */
const poor = () =>
  plan(
    [
      task({ id: '1', units: [unit('办公室')] }),
      task({ id: '2', deadlines: [{ kind: 'ongoing', raw: '持续推进', source: 'annotation', position: AT }] }),
      task({ id: '3', deadlines: [recurring(null)] }),
    ],
    {
      source: { path: '要点.txt', format: 'text', encoding: 'utf-8', map: null },
      messages: [{ code: 'text-unread', severity: 'warning', reason: '', position: null }],
    },
  )

test('one document', async () => {
  expect(await write([samplePlan()])).toBe(`云江县2023年政务公开工作要点
任务 2  单位 5

单位    任务  牵头  责任  配合  领导
办公室     1     1
法规科     1           1
信息科     1           1
财务科     1                 1
李明       1                       1

时限（任务数）
2023-06 1

没有单位 (1) 1.2
没有时限 (1) 1.2
`)
})

test('several documents, and all in all', async () => {
  const text = await write([samplePlan(), poor()], { several: true, lang: 'en' })
  expect(text).toMatch(/^通知\.txt\n云江县/)
  expect(text).toContain(`
要点.txt
云江县2023年政务公开工作要点
tasks 3  units 1  doubtful places 1

units   tasks  Responsible
办公室      1            1

deadlines (tasks)
recurring 1  ongoing 1

without a unit (2) 2、3
without a deadline (1) 1

2 documents in all
tasks 5  units 5  doubtful places 1

units   tasks  Lead  Responsible  Support  Supervisor
办公室      2     1            1
`)
  expect(text).toMatch(/\n\nwithout a unit 3\nwithout a deadline 2\n$/)
})

test('no line is wider than the terminal, and the numbers stand under their heading', async () => {
  const long = plan([
    ...Array.from({ length: 40 }, (_, i) => task({ id: `1.${i}`, deadlines: [date(`20${10 + i}-06-30`)] })),
    ...Array.from({ length: 30 }, (_, i) =>
      task({ id: `2.${i}`, units: [unit(`第${i}“${'信息科'.repeat(i)}”`, 'lead')] }),
    ),
  ])
  for (const width of [40, 60, 100]) {
    const lines = (await write([long], { width })).split('\n')
    for (const line of lines) expect(stringWidth(line, { ambiguousIsNarrow: false })).toBeLessThanOrEqual(width)
    const rows = lines.slice(3, 19)
    expect(new Set(rows.map((row) => stringWidth(row, { ambiguousIsNarrow: false }))).size).toBe(1)
    expect(lines[19]).toBe('另有 15 个，-f json 全部列出')
  }
})

test('colours add nothing but colours', async () => {
  const coloured = await write([samplePlan(), poor()], { several: true, colour: true })
  expect(coloured).toContain('\u001b[')
  expect(stripVTControlCharacters(coloured)).toBe(await write([samplePlan(), poor()], { several: true }))
})

test('nothing of a document can take over the terminal', async () => {
  const evil = '\u001b]0;x\u0007\u009b31m\u202ea\rb\u0008\ud800'
  const made = plan([task({ id: evil, units: [unit(evil)] }), task({ id: evil })])
  made.document.title = evil
  made.source.path = evil
  const text = await write([made], { several: true })
  expect(text).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]|\p{Surrogate}/u)
})

test('JSON has the same shape for one document, for several, and for none', async () => {
  for (const plans of [[], [samplePlan()], [samplePlan(), poor()]]) {
    const report = JSON.parse(await write(plans, {}, 'json'))
    expect(report.documents).toHaveLength(plans.length)
    expect(report.total.tasks).toBe(plans.length === 0 ? 0 : plans.length === 1 ? 2 : 5)
  }
})

test('text and JSON, and no other format', () => {
  expect(summaryWriter('text').id).toBe('tree')
  expect(() => summaryWriter('csv')).toThrow(expect.objectContaining({ code: 'summary-not-in-format' }))
})
