/** What --fix promises of every text: the tasks stay, but for the characters mended, and nothing is left to mend. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mend } from '../../src/cli/mend.ts'
import { applyFixes, check, parsePlan, readPlan } from '../../src/index.ts'
import type { Edit, Plan } from '../../src/plan.ts'
import { headingOf, tasks } from '../../src/tasks.ts'
import { needs, SHARED } from '../needs.ts'

/** The tasks without places, blanks and widths. */
function readingOf(plan: Plan): unknown[] {
  return Array.from(tasks(plan), ({ task, sections }) =>
    JSON.stringify([
      task.id,
      sections.map(headingOf),
      task.marker,
      task.title,
      task.text,
      task.units.map(({ name, role, source }) => [name, role, source]),
      task.deadlines.map(({ position: _position, ...deadline }) => deadline),
      task.status,
      task.extra.map(({ label, value }) => [label, value]),
    ])
      .normalize('NFKC')
      .replace(/\\n|\s/g, ''),
  )
}

function overlaps(places: readonly Edit[]): boolean {
  const sorted = [...places].sort((a, b) => a.start - b.start)
  return sorted.some((edit, i) => edit.start < (sorted[i - 1]?.end ?? 0))
}

const read = (bytes: Uint8Array) => readPlan(bytes, { withText: true, encoding: 'utf-8' })

async function promises(text: string): Promise<void> {
  const bytes = new TextEncoder().encode(text)
  const before = await read(bytes)
  if (!['text', 'markdown'].includes(before.source.format)) return
  const findings = check(before)
  expect(overlaps(findings.flatMap(({ fix }) => fix ?? []))).toBe(false)
  const { bytes: mended, plan } = await mend(bytes, read, {})
  expect(readingOf(plan)).toEqual(readingOf(before))
  expect((await mend(mended, read, {})).places).toBe(0)
}

const item = fc.constantFrom(
  '一、加强组织领导',
  '二、深化 公开（县政府办)',
  '（一）完善机制（含村务公开）。建立 台账，6月底前完成。（责任单位：县教育局；完成时限：6月底前）',
  '(二)开展检查，及时 通报。(责任单位:县审计局;完成时限：9月底前)',
  '(三)推进政务公开(含村务公开)，按 时报送。〔责任部门：办公室(信息科)，时限要求：持续推进〕',
  '1.落实《养老服务办法(试行)》， 做好宣传。（县民政局（县残联）、各乡镇）',
  '（1）整治 “三乱”问题，由县公安局(交警大队)牵头，县交通局 配合。',
  '责任单位：县水利局（县河长办）',
  '责任科室：法规科',
  '责任单位：财政局',
  '完成时限：年底 前',
  '| 1 | 建章立制(试点) | 办公室（综合科） | 6月底前 |',
  '| 序号 | 工作任务 | 责任单位 | 完成时限（2024年） |',
  '重点任务　　　　牵头单位　　完成时限',
  '完善制度（一期）  县教育局(县体育局)  5月底前',
  '①清理规范 各类 台账（含电子台账)；',
  '关于印发《2024年计划（试行)》的通知',
  '平川县水务局',
  '2024年3月1日',
  '（',
  ')',
)
const document = fc
  .array(fc.tuple(item, fc.constantFrom('\n', '\n\n', '\r\n')), { minLength: 1, maxLength: 30, size: 'max' })
  .map((lines) => lines.flat().join(''))
const anything = fc.oneof({ weight: 4, arbitrary: document }, fc.string({ unit: 'binary', maxLength: 200 }))

const folders = [join(import.meta.dirname, '../../fixtures')].flatMap((folder) =>
  readdirSync(folder).map((name) => join(folder, name)),
)
const corpora = needs('corpus') ? [join(SHARED, 'seeds'), join(SHARED, 'corpus/dev')] : []
const files = [...folders, ...corpora].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.(?:txt|md)$/.test(name))
    .map((name) => join(folder, name)),
)

describe('after --fix the tasks are the same, and nothing is left to mend', () => {
  test.each(files)('%s', async (file) => promises(readFileSync(file, 'utf8')))

  test('of any text', async () => {
    await fc.assert(fc.asyncProperty(anything, promises), { numRuns: 200 })
  })
})

test('the fixes of findings are made in a text', () => {
  const text = '（一）加强公开（含村务公开）。\n(二)开展培训，科学编 制年度计划，按时报送各类材料。\n'
  expect(applyFixes(text, check(parsePlan(text, { withText: true })))).toBe(
    '（一）加强公开（含村务公开）。\n（二）开展培训，科学编制年度计划，按时报送各类材料。\n',
  )
})
