/**
 * npm run vary -- [--show N] FOLDER|FILE…: prints each document of plain text in every manner and tells how many tasks are then read
 * otherwise; and its tasks in other structures. Needs no labels: each document is held against itself. Exit status 1 if any task changed.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parsePlan } from '../../src/index.ts'
import { lost, saidBy, worksIn, worksOf } from './compare.ts'
import { STRUCTURES } from './structures.ts'
import { VARIATIONS } from './texts.ts'

const { values, positionals } = parseArgs({
  options: { show: { type: 'string', default: '0' }, only: { type: 'string', default: '' } },
  allowPositionals: true,
})
const files = positionals.flatMap((path) =>
  statSync(path).isDirectory()
    ? readdirSync(path).flatMap((name) => (name.endsWith('.txt') ? [join(path, name)] : []))
    : [path],
)
if (files.length === 0) {
  console.error('npm run vary -- [--show N] [--only WORDS] FOLDER|FILE…: no text document was given')
  process.exit(2)
}
const documents = files.flatMap((file) => {
  const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n')
  const plan = parsePlan(text)
  return plan.source.format === 'text'
    ? [
        {
          file,
          text,
          said: saidBy(plan),
          works: worksIn(plan),
          year: plan.document.year ?? 2024,
          isProse: isProse(text),
        },
      ]
    : []
})
let changed = 0
for (const { id, vary, prose } of VARIATIONS) {
  if (!id.includes(values.only)) continue
  const varied = documents.flatMap(({ file, text, said, isProse }) => {
    const other = prose && !isProse ? text : vary(text)
    return other === text ? [] : [{ file, said, now: saidBy(parsePlan(other)) }]
  })
  tell(id, varied)
}
for (const { id, print } of STRUCTURES) {
  if (!id.includes(values.only)) continue
  const printed = documents.flatMap(({ file, works, year }) => {
    const text = `重点工作任务分解表\n\n${print(works).join('\n')}\n\n云江县人民政府办公室\n${year}年1月5日\n`
    return works.length === 0 ? [] : [{ file, said: worksOf(works), now: worksOf(worksIn(parsePlan(text))) }]
  })
  tell(id, printed)
}
process.exitCode = changed > 0 ? 1 : 0

/** How many tasks are read otherwise, and some of them. */
function tell(id: string, varied: readonly { file: string; said: string[]; now: string[] }[]): void {
  const wrong = varied.flatMap(({ file, said, now }) => {
    const [gone, come] = [lost(said, now), lost(now, said)]
    return gone.length + come.length > 0 ? [{ file, gone, come }] : []
  })
  const all = varied.reduce((sum, { said }) => sum + said.length, 0)
  const gone = wrong.reduce((sum, each) => sum + each.gone.length, 0)
  changed += gone
  console.log(`${id}: ${varied.length} documents, ${all} tasks, ${gone} changed in ${wrong.length}`)
  for (const each of wrong.slice(0, Number(values.show)))
    console.log(`  ${each.file}\n  - ${each.gone[0] ?? 'nothing'}\n  + ${each.come[0] ?? 'nothing'}`)
}

/** No rows, and paragraphs that are not wrapped: each ends where a sentence or a heading does. */
function isProse(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.every((line) => !/[\t|]|\S\s{2,}\S/.test(line)) && lines.some((line) => line.length > 60)
}
