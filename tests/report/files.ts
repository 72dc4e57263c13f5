/** Files as they were checked, for the tests of reporters. */
import { check, parsePlan } from '../../src/index.ts'
import type { Finding } from '../../src/plan.ts'
import { LineIndex } from '../../src/position.ts'
import { type CheckedFile, type ReportOptions, reporterOf, Tally } from '../../src/report/index.ts'

export const TEXT = `云江县2023年工作要点
一、加强培训（含新任干部）。
二、开展检查(含专项)。（县审计局
三、完善制度。
云江县人民政府
2023年1月10日
`

/** A file of a text with what the rules find in it, or with findings of one's own. */
export function checked({ text = TEXT, ...more }: Partial<CheckedFile> & { text?: string } = {}): CheckedFile {
  const path = more.path === undefined ? 'a.txt' : more.path
  const plan = more.plan ?? parsePlan(text, { withText: true })
  const findings = more.findings ?? check(plan)
  return { path, relative: path, uri: path ?? '-', fault: null, ...more, plan, findings }
}

/** A finding of a text at offsets, or about all of it. */
export function finding(text: string, at: readonly [number, number] | null, more: Partial<Finding> = {}): Finding {
  const position = at && new LineIndex(text).position(at[0], at[1])
  return { rule: 'bracket-width', severity: 'warning', reason: '括号', position, fix: null, ...more }
}

export async function reportOf(
  name: string,
  files: readonly CheckedFile[],
  options: Partial<ReportOptions> = {},
): Promise<string> {
  const reporting = await reporterOf(name).open({ lang: 'zh', ...options })
  const tally = new Tally()
  for (const file of files) tally.add(file)
  return [reporting.begin(), ...files.map((file) => reporting.file(file)), reporting.end(tally.summary)].join('')
}
